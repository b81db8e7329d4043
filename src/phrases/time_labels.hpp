#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "phrases/time_limits.hpp"

namespace sauro::inline v0_1::detail {

/// Reads what is to be done at which time: "Quý I: khảo sát; trước 15/12 (báo cáo năm)".
///
/// A label begins with a word of work that the data lists; plain words may go on. It belongs to the
/// time that it touches, else to the next one.
class LabelReader : public LimitReader {
 public:
  using LimitReader::LimitReader;

 protected:
  /// "báo cáo 6 tháng" beside a day is no time but says which report.
  bool subject_period(TimeItem& item);
  /// A word of work, or a plain word of the label that it began.
  bool label_word();
  /// Gives the label that was read to `next` or to the item before.
  void settle_label(TimeItem& next);
  void item_ends() { item_end_ = at_; }
  /// Whether what begins at `place` follows an item at once.
  [[nodiscard]] bool item_touches(std::size_t place) const {
    return !items_.empty() && item_end_ == place;
  }
  /// A word that changes nothing was skipped from `begin` on.
  void lead_ends(std::size_t begin) {
    if (item_end_ == begin) item_end_ = at_;
  }
  /// After a sign or "và" at `place`.
  void label_separated(std::size_t place);
  /// At the end of the text; false where a label or a report belongs to no time or to two.
  bool finish_labels();

 private:
  static constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

  [[nodiscard]] bool is_pending() const { return label_begin_ != nowhere; }
  [[nodiscard]] bool is_plain_word() const;
  [[nodiscard]] bool names_report() const;
  bool percent();
  bool stage();
  void give_to(TimeItem& item);
  void give_to_last();
  bool claim_days();

  std::size_t label_begin_ = nowhere;
  std::size_t label_end_ = 0;
  std::size_t goes_on_at_ = 0;      ///< of a label: where more of its words may follow
  std::size_t item_end_ = nowhere;  ///< of the last item, or the colon behind it
  bool touches_ = false;            ///< the label follows an item at once
  bool has_colon_ = false;          ///< behind the label
  bool is_free_ = false;            ///< the label has words that no list knows
  bool leads_freely_ = false;       ///< a label of such words stood before a time, without a colon
};

}  // namespace sauro::inline v0_1::detail
