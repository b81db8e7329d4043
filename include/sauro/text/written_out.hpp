#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Folded words of a text, its abbreviations written out: "TTHC" gives thu, tuc, hanh, chinh.
///
/// They are those of plans ("CCHC", "PAKN", "DVCTT"). Linear in the length of the text.
[[nodiscard]] SAURO_API std::vector<std::string> written_out(std::string_view text);

}  // namespace sauro::inline v0_1
