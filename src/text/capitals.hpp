#pragma once

#include <string>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// With its first letter as a capital: "Đôn đốc" for "đôn đốc".
[[nodiscard]] std::string capitalised(std::string_view text);

/// With its first letter as a small one.
[[nodiscard]] std::string uncapitalised(std::string_view text);

}  // namespace sauro::inline v0_1::detail
