#pragma once

#include "sauro/scoring/score.hpp"
#include "scoring/runners.hpp"
#include "scoring/sheet.hpp"

namespace sauro::inline v0_1::detail {

/// Which value was refused, where and why.
RefusedValue finding_of(const Framework& framework, const Inputs& inputs, const Sheet& sheet,
                        const Refused& refused);

}  // namespace sauro::inline v0_1::detail
