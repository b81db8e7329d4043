#pragma once

#include <optional>
#include <string_view>

#include "phrases/meanings.hpp"
#include "reading/clauses.hpp"

namespace sauro::inline v0_1::detail {

/// The time by which the work that a clause names has to be done, where it says one: not the day of
/// a document, of figures or of entry into force, and none that has passed when the plan came;
/// `passed` takes the words of such a one.
[[nodiscard]] std::optional<FoundTime> find_limit(const Clause& clause,
                                                  const TimeframeContext& context,
                                                  std::string* passed = nullptr);

/// A time that could end the work of a clause without a limit, and may say which things it is about
/// instead: "rà soát văn bản gửi trước ngày ...".
[[nodiscard]] std::optional<FoundTime> find_doubtful_limit(const Clause& clause,
                                                           const TimeframeContext& context);

/// The word behind the time that a clause begins with: "Trong tháng 5/2026, ..."; 0 for none.
[[nodiscard]] std::size_t end_of_leading_time(const Clause& clause,
                                              const TimeframeContext& context);

/// Whether a time in words names a day and no year: "trước ngày 15/9".
[[nodiscard]] bool is_day_without_year(std::string_view text);

/// Takes out the occasions of a rhythm that had passed when the plan came.
void drop_passed(Timeframe& timeframe, const std::optional<Date>& issued);

}  // namespace sauro::inline v0_1::detail
