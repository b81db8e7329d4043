#pragma once

#include "reading/context.hpp"

namespace sauro::inline v0_1::detail {

/// Says, once for each, which abbreviations stand as names of bodies although neither the register
/// nor the document explains them: "VP", "Phòng KT-HT".
void remark_short_names(Context& context);

}  // namespace sauro::inline v0_1::detail
