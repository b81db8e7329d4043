#pragma once

#include <string>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// Whether a cell only says that it is as the one above it: "nt", "như trên", "Sở trên", a
/// sign of repetition.
[[nodiscard]] bool is_ditto(std::string_view cell);

/// The number of the row that a cell says it is like: "2.1" of "như mục 2.1", "như nhiệm vụ 2.1";
/// empty where it says nothing of the kind.
[[nodiscard]] std::string ditto_number(std::string_view cell);

}  // namespace sauro::inline v0_1::detail
