#pragma once

#include <string_view>

namespace sauro::inline v0_1::detail {

/// Whether a cell only says that it is as the one above it: "nt", "như trên", a sign of repetition.
[[nodiscard]] bool is_ditto(std::string_view cell);

}  // namespace sauro::inline v0_1::detail
