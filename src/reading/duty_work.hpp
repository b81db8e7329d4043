#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "phrases/meanings.hpp"
#include "reading/duty_bodies.hpp"

namespace sauro::inline v0_1::detail {

/// The word with which the work of a clause begins: behind the names and what links them to it.
[[nodiscard]] std::size_t start_of_work(const Clause& clause, const DutyOwner& owner,
                                        const Partners& partners);

/// Whether a clause says no more from a word on than until when: "Phòng Kinh tế chủ trì; | hoàn
/// thành trước ngày 30/6/2026".
[[nodiscard]] bool only_limits(const Clause& clause, std::size_t from,
                               const std::optional<FoundTime>& limit);

/// What the work is called that begins with word `work` of the first clause of a text.
[[nodiscard]] std::string title_of(std::string_view text, const Clause& first, std::size_t work);

}  // namespace sauro::inline v0_1::detail
