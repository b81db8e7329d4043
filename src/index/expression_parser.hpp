#pragma once

#include <string_view>

#include "index/program.hpp"

namespace sauro::detail {

/// Writes the operations of an expression; throws ParseError(invalid_expression) with its place.
Builder::Value emit_expression(std::string_view text, Builder& builder);

}  // namespace sauro::detail
