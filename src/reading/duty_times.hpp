#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "phrases/meanings.hpp"
#include "reading/spoken_words.hpp"

namespace sauro::inline v0_1::detail {

/// The time by which the work that a clause names has to be done, where it says one: not the day of
/// a document, of figures or of entry into force, and none that has passed when the plan came;
/// `passed` takes the words of such a one.
[[nodiscard]] std::optional<FoundTime> find_limit(std::string_view clause,
                                                  const std::vector<SpokenWord>& words,
                                                  const TimeframeContext& context,
                                                  std::string* passed = nullptr);

/// The time that says which things a work is about, "rà soát văn bản gửi trước ngày ...": a guess
/// where it could end the work.
[[nodiscard]] std::optional<FoundTime> find_time_of_things(std::string_view clause,
                                                           const std::vector<SpokenWord>& words,
                                                           const TimeframeContext& context);

/// The word behind the time that a clause begins with: "Trong tháng 5/2026, ..."; 0 for none.
[[nodiscard]] std::size_t end_of_leading_time(std::string_view clause,
                                              const std::vector<SpokenWord>& words,
                                              const TimeframeContext& context);

/// Whether a time in words names a day: "trước ngày 15/9", "20/11/2026".
[[nodiscard]] bool names_day(std::string_view time);

/// Whether a time in words names a day and no year: "trước ngày 15/9".
[[nodiscard]] bool is_day_without_year(std::string_view text);

}  // namespace sauro::inline v0_1::detail
