#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sauro::inline v0_1::detail {

/// Folded words of a text, its abbreviations written out: "TTHC" gives thu, tuc, hanh, chinh.
std::vector<std::string> written_out(std::string_view text);

}  // namespace sauro::inline v0_1::detail
