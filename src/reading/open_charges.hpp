#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/lead_ins.hpp"

namespace sauro::inline v0_1::detail {

/// The headings and lead-ins that are open, and so whom a paragraph speaks to.
class OpenCharges {
 public:
  /// Opens what holds for paragraphs deeper than `level`; `mark` is the bullet of a lead-in.
  void add(Charge charge, int level, std::string mark = "");

  /// A paragraph with a number of this level comes: what stands beside it ends.
  void enter_numbered(int level);

  /// A paragraph with this bullet comes.
  void enter_bulleted(std::string_view mark);

  /// A paragraph without number and bullet comes: a lead-in whose items have them doesn't mean it.
  void enter_plain(bool below_heading);

  void clear() { open_.clear(); }

  [[nodiscard]] bool any() const noexcept { return !open_.empty(); }

  /// Whom the paragraph that came speaks to: the innermost, or nobody.
  [[nodiscard]] const Charge& now() const;

  /// Ids of the agencies of the innermost that an item of this level stands below.
  [[nodiscard]] std::vector<std::string> leads_above(int level) const;

 private:
  struct Open {
    Charge charge;
    int level = 0;
    std::string mark;
    bool has_marked_items = false;
  };

  void note_marked_item();

  std::vector<Open> open_;
  bool apart_ = false;  ///< the paragraph is no item of the innermost
};

}  // namespace sauro::inline v0_1::detail
