#pragma once

#include <string_view>
#include <vector>

#include "sauro/plan/indicator.hpp"

namespace sauro::inline v0_1::detail {

/// How parts make a whole: as somebody has settled it, else as the words of its name or of theirs
/// tell ("chia ra", "trong đó").
PartsKind parts_kind(const Indicator& whole, const std::vector<const Indicator*>& parts);

/// Whether a part says of itself that it is only in the others: "Trong đó: ...".
bool is_in_others(const Indicator& part);

}  // namespace sauro::inline v0_1::detail
