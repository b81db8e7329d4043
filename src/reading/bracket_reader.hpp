#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "reading/context.hpp"
#include "reading/prose_labels.hpp"

/// What a bracket, or a line that says nothing else, tells of who does an item and when.
namespace sauro::inline v0_1::detail {

/// Reads the clauses of a bracket one by one.
class BracketReader {
 public:
  explicit BracketReader(const Context& context) : context_(context) {}

  /// Whether it said who leads, by a word for that.
  [[nodiscard]] bool led() const noexcept { return led_; }

  /// The fields of a text that says nothing else; a time alone has to end the work where it `must`.
  std::vector<ProseField> read(std::string_view inside, bool must_end = true);

 private:
  bool take(std::string_view clause);
  std::optional<bool> take_beside_time(std::string_view clause);
  [[nodiscard]] bool are_bodies(std::string_view text) const;
  bool take_roles(std::string_view clause);
  bool take_bodies(std::string_view clause);
  bool take_body(std::string_view clause);
  void add(ProseRole role, std::string_view value);

  const Context& context_;
  std::vector<ProseField> fields_;
  bool ends_work_ = false;
  bool led_ = false;
};

}  // namespace sauro::inline v0_1::detail
