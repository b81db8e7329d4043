#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "phrases/meanings.hpp"
#include "reading/clauses.hpp"

namespace sauro::inline v0_1::detail {

/// The words of times of a clause that weren't taken for the end of its work.
struct TimesLeft {
  std::string passed;    ///< one that would be, and had passed when the plan came
  std::string doubtful;  ///< one that may say which things are meant: "văn bản gửi trước ngày ..."
};

/// The time by which the work that a clause names has to be done, where it says one: not the day of
/// a document, of figures or of entry into force, and none that has passed when the plan came.
[[nodiscard]] std::optional<FoundTime> find_limit(const Clause& clause,
                                                  const TimeframeContext& context,
                                                  TimesLeft* left = nullptr);

/// The word behind the time that a clause begins with: "Trong tháng 5/2026, ..."; 0 for none.
[[nodiscard]] std::size_t end_of_leading_time(const Clause& clause,
                                              const TimeframeContext& context);

/// Whether a time in words names a day and no year: "trước ngày 15/9".
[[nodiscard]] bool is_day_without_year(std::string_view text);

/// Takes out the occasions of a rhythm that had passed when the plan came.
void drop_passed(Timeframe& timeframe, const std::optional<Date>& issued);

}  // namespace sauro::inline v0_1::detail
