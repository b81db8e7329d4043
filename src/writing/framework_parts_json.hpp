#pragma once

#include <vector>

#include "sauro/index/framework.hpp"
#include "writing/json_in.hpp"
#include "writing/json_out.hpp"

/// The parts of a framework whose JSON is not their fields, as json_fields.hpp looks for them.
namespace sauro::inline v0_1 {

void write_json(detail::JsonOut& out, const Title& title);
void read_json(const detail::JsonIn& in, Title& title);

/// A number where the formula is one.
void write_json(detail::JsonOut& out, const Expression& expression);
void read_json(const detail::JsonIn& in, Expression& expression);
/// One that stands alone is a list too.
void read_json(const detail::JsonIn& in, std::vector<Expression>& items);

void write_json(detail::JsonOut& out, const Interval& interval);
void read_json(const detail::JsonIn& in, Interval& interval);
void read_json(const detail::JsonIn& in, std::vector<Interval>& items);

void write_json(detail::JsonOut& out, const Condition& condition);
void read_json(const detail::JsonIn& in, Condition& condition);
void read_json(const detail::JsonIn& in, std::vector<Condition>& items);

void write_json(detail::JsonOut& out, const Rule& rule);
void read_json(const detail::JsonIn& in, Rule& rule);

void read_json(const detail::JsonIn& in, Variable& variable);
void read_json(const detail::JsonIn& in, GradeScale& scale);

}  // namespace sauro::inline v0_1
