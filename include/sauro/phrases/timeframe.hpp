#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/timeframe.hpp"

namespace sauro::inline v0_1 {

/// What the words of a timeframe leave to the plan.
struct TimeframeContext {
  std::optional<int> year = {};     ///< of the plan; else that of `issued`
  std::optional<Date> issued = {};  ///< date of the plan
  /// "trước ngày D" ends on the day before D; practice takes D as the last day.
  bool before_excludes_day = false;
};

/// Reads the words of a timeframe; what it doesn't know is `unparsed`, never guessed.
///
///     parse_timeframe("Quý I", {.year = 2026}).due == Date(2026, 3, 31)
///
/// Expects normal form C; takes linear time.
[[nodiscard]] SAURO_API Timeframe parse_timeframe(std::string_view text,
                                                  const TimeframeContext& context = {});

/// A phrase that parse_timeframe() reads in the same context as the same kind, days, rhythm,
/// occurrences, event and limit; only `text`, `reading` and `alternatives` may differ.
///
///     to_text({.kind = TimeframeKind::window, .due = Date(2026, 6, 15)}) ==
///         "chậm nhất ngày 15/06/2026"
///
/// Throws Error(no_wording) where no phrase is read so.
[[nodiscard]] SAURO_API std::string to_text(const Timeframe& timeframe,
                                            const TimeframeContext& context = {});

/// The times inside a running text: "hoàn thành trước ngày 30/6/2026", "định kỳ hằng quý".
///
/// Each has the words that name it as its text. Which of them is a deadline, the sentence says, not
/// its words. Expects normal form C.
[[nodiscard]] SAURO_API std::vector<Timeframe> find_timeframes(
    std::string_view text, const TimeframeContext& context = {});

}  // namespace sauro::inline v0_1
