#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "phrases/timeframe_rhythms.hpp"

namespace sauro::inline v0_1::detail {

/// Turns spans into a window, a roadmap or occasions.
class SpanComposer : public RhythmComposer {
 public:
  SpanComposer(const TimeframeContext& context, std::vector<TimeItem> items)
      : RhythmComposer(context), items_(std::move(items)) {}

 protected:
  [[nodiscard]] bool has(TimeItem::Type type) const;
  void keep_event();
  void spans();
  void say_further_spans();
  /// An occurrence under the words that say what is done then; of one time all that is.
  void add_labelled(const TimeItem& item, Resolved days);

  std::vector<TimeItem> items_;
  std::vector<const TimeItem*> events_;
  std::optional<Date> ended_start_;  ///< of a stretch whose end stands apart

 private:
  [[nodiscard]] bool is_roadmap(const TimeItem& item) const;
  [[nodiscard]] bool say_two_works() const;
  [[nodiscard]] bool ends_apart() const;
  void narrow();
  void join_end();
  void several();
  void one_of_several();
  void single(const TimeItem& item);
  void first_half(const TimeItem& item);
};

}  // namespace sauro::inline v0_1::detail
