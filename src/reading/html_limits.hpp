#pragma once

#include <string_view>

#include "sauro/reading/read_plan.hpp"

namespace sauro::inline v0_1::detail {

/// Throws ParseError(too_deep) or ParseError(too_many_attributes) before a text is parsed that
/// would take more than linear time or stack: the parser compares each attribute of a tag with all
/// before it, and the tree is walked by recursion.
void require_html_limits(std::string_view text, const ReadLimits& limits);

}  // namespace sauro::inline v0_1::detail
