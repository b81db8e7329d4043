#pragma once

#include <string>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// Whether numbers of that name and unit add up over places and parts: no average, index, share or
/// rate does.
bool adds_up(std::string_view name, const std::string& unit);

}  // namespace sauro::inline v0_1::detail
