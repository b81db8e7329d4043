#pragma once

#include <cstddef>
#include <optional>

#include "sauro/phrases/timeframe.hpp"
#include "phrases/meanings.hpp"
#include "reading/clauses.hpp"
#include "reading/context.hpp"

/// What a clause begins with, and so whether it orders or tells.
namespace sauro::inline v0_1::detail {

/// The word behind what counts a clause, "Bước 1:", "Giai đoạn 1 (quý I):"; 0 where nothing does.
[[nodiscard]] std::size_t behind_step(const Clause& clause);

/// The time in the bracket of what counts a clause: "Giai đoạn 1 (từ tháng 3 đến tháng 6/2026):
/// ..."
[[nodiscard]] std::optional<FoundTime> limit_of_step(const Clause& clause,
                                                     const TimeframeContext& times);

/// The word behind the time or the topic that a clause begins with: "Trong quý II, ...", "Về kinh
/// phí: ...", "Về nhân sự, giao ..."; 0 for none.
[[nodiscard]] std::size_t start_of_order(const Context& context, const Clause& clause,
                                         const TimeframeContext& times);

/// Whether a clause tells, from word `from` on, what was or is, or may be: "Phòng Kinh tế chưa gửi
/// báo cáo", "Kết quả năm 2025 đạt thấp". What has a limit says how nothing stands.
[[nodiscard]] bool tells(const Context& context, const Clause& clause, std::size_t from,
                         bool limited);

/// Whether a clause begins with a body that isn't known, or with a time and what is to be done in
/// it: "Công ty Cấp nước sửa ...", "Quý III: canh gác ...".
[[nodiscard]] bool may_have_subject(const Clause& clause, std::size_t from);

/// "Phấn đấu đến hết năm ..."
[[nodiscard]] bool is_aim(const Clause& clause, std::size_t from);

/// Whether a clause says what to do and not what is: "hoàn thành ...", "trong quý II rà soát ...",
/// "các chủ rừng quyết toán ..."; behind so many words of whoever does it.
[[nodiscard]] bool is_work(const Clause& clause, std::size_t from, std::size_t longest_subject);

}  // namespace sauro::inline v0_1::detail
