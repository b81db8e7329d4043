#pragma once

#include <string_view>

namespace sauro::inline v0_1::detail {

/// Whether a name is that of an average or an index, whose parts don't add.
bool names_mean(std::string_view name);

}  // namespace sauro::inline v0_1::detail
