#pragma once

#include <string_view>

#include "engine/program.hpp"

namespace sauro::inline v0_1::detail {

/// Writes the operations of an expression; throws ParseError(invalid_expression) with its place.
Builder::Value emit_expression(std::string_view text, Builder& builder);

/// A value as conditions take it: true where it isn't 0 to nine decimals.
Builder::Value as_truth(Builder& builder, Builder::Value value);

/// Whether an expression is the name of one column and nothing else.
bool is_plain_name(std::string_view text);

}  // namespace sauro::inline v0_1::detail
