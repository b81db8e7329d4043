#pragma once

#include <map>
#include <string>
#include <string_view>

/// What the words of a header say for each role of src/data/columns.json.
namespace sauro::inline v0_1::detail {

/// Weight of each role of columns.json for one header.
using Weights = std::map<std::string_view, int>;

[[nodiscard]] Weights weigh(std::string_view header);

}  // namespace sauro::inline v0_1::detail
