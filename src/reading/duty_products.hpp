#pragma once

#include <string>
#include <string_view>

#include "reading/clauses.hpp"

namespace sauro::inline v0_1::detail {

/// The document or other thing to show that the work of a clause makes, as written: "Kế hoạch phát
/// triển rừng" of "ban hành Kế hoạch phát triển rừng trước 30/6", "Quyết định thành lập tổ công
/// tác" of "trình UBND xã ban hành Quyết định thành lập tổ công tác"; empty where it names none.
/// `time` are the words of its limit.
[[nodiscard]] std::string product_of(const Clause& clause, std::string_view time);

}  // namespace sauro::inline v0_1::detail
