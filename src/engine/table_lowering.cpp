// How the rule of a table becomes operations.
#include <cmath>
#include <limits>

#include "engine/rule_lowering.hpp"
#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Value = Builder::Value;

bool takes_end(HitPolicy hit) { return hit == HitPolicy::max || hit == HitPolicy::min; }

}  // namespace

std::vector<Interval> intervals_of(const Framework& framework, const TableRule& rule,
                                   std::size_t row, std::size_t k) {
  return rule.rows[row].when[k].intervals(values_of(framework.variable(rule.of[k].text())));
}

Value within_any(Builder& builder, Value x, const std::vector<Interval>& among) {
  Value any = -1;
  for (const Interval& one : among) {
    const Value inside = builder.within(x, one);
    any = any < 0 ? inside : builder.apply(Op::logical_or, any, inside);
  }
  return any < 0 ? builder.constant(0) : any;  // none at all, as of not(-)
}

Value RuleLowering::table_input(const TableRule& rule, std::size_t k) {
  Value x = emit(rule.of[k]);
  if (k < rule.domain.size() && !rule.domain[k].is_all()) {
    constexpr double half = 5e-10;  // values are compared to nine decimals
    const Interval& domain = rule.domain[k];
    const bool closed = !domain.low_open && !domain.high_open;
    const double high = std::isinf(domain.high) ? std::numeric_limits<double>::max() : domain.high;
    if (closed && is_within(rule.of[k], domain.low, high)) return compared(rule.of[k], x);
    x = require(x, domain.low + (domain.low_open ? half : -half),
                high + (domain.high_open ? -half : half), Refusal::outside_domain,
                Refusal::outside_domain);
  }
  return compared(rule.of[k], x);
}

Value RuleLowering::covered(const TableRule& rule, const Hits& hits, Value points, Value any_hit) {
  Value missing = zero();
  for (const std::string& name : table_names(rule)) {
    missing = b_.apply(Op::logical_or, missing, b_.apply(Op::is_missing, b_.column(name)));
  }
  Value undefined = zero();  // an input that is computed, and can't be
  for (const Value input : hits.inputs) {
    undefined = b_.apply(Op::logical_or, undefined, b_.apply(Op::is_missing, input));
  }
  if (!rule.otherwise.is_empty()) any_hit = b_.constant(1);
  const Value lost = b_.apply(Op::is_missing, points);
  const Value known = b_.apply(Op::logical_and, lost, b_.apply(Op::logical_not, missing));
  undefined = b_.apply(Op::logical_or, undefined, any_hit);  // ... or its points can't
  const Value no_number = b_.apply(Op::logical_and, known, undefined);
  const Value none_holds = b_.apply(Op::logical_and, known, b_.apply(Op::logical_not, undefined));
  return refuse(refuse(points, none_holds, Refusal::no_row_holds), no_number,
                Refusal::division_by_zero);
}

Lowered RuleLowering::bands(const TableRule& rule, const Hits& hits) {
  Value points = b_.constant(missing_number);
  Value band = points;
  if (!rule.otherwise.is_empty()) {
    const Value known = b_.apply(Op::logical_not, b_.apply(Op::is_missing, hits.inputs[0]));
    points = b_.apply(Op::pick, known, emit(rule.otherwise), points);
    band = b_.apply(Op::pick, known, b_.constant(static_cast<double>(rule.rows.size())), band);
  }
  for (std::size_t r = rule.rows.size(); r-- > 0;) {
    const Value worth = emit(rule.rows[r].points);
    // a row for all values holds for none that is missing: no comparison with NaN is true
    for (const Interval& when : intervals_of(framework_, rule, r, 0)) {
      points = b_.band(points, hits.inputs[0], when, worth);
      if (!asks_) continue;
      band = b_.band(band, hits.inputs[0], when, b_.constant(static_cast<double>(r)));
    }
  }
  return {points, band};
}

Value RuleLowering::most_of(const TableRule& rule, const Hits& hits, Value otherwise) {
  const bool takes_most = rule.hit == HitPolicy::max;
  const Value none = b_.constant(takes_most ? -not_applicable : not_applicable);
  Value found = none;
  for (std::size_t r = rule.rows.size(); r-- > 0;) {
    const Value worth = b_.apply(Op::select, hits.rows[r], emit(rule.rows[r].points), none);
    found = b_.apply(takes_most ? Op::maximum : Op::minimum, found, worth);
  }
  return b_.apply(Op::pick, b_.apply(Op::equal, found, none), otherwise, found);
}

Value RuleLowering::holds(const TableRule& rule, const Hits& hits, std::size_t row) {
  Value all = -1;
  for (std::size_t k = 0; k < rule.of.size(); ++k) {
    const bool is_only = rule.of.size() == 1;  // a row for all values of it, but no missing one
    if (rule.rows[row].when[k].is_all() && !is_only) continue;
    all = both(all, within_any(b_, hits.inputs[k], intervals_of(framework_, rule, row, k)));
  }
  return all < 0 ? b_.constant(1) : all;
}

Lowered RuleLowering::operator()(const TableRule& rule) {
  Hits hits;
  for (std::size_t k = 0; k < rule.of.size(); ++k) hits.inputs.push_back(table_input(rule, k));
  bool fixed = true;
  for (const TableRule::Row& row : rule.rows) fixed = fixed && b_.is_constant(emit(row.points));
  const bool has_default = !rule.otherwise.is_empty();
  const Value otherwise = has_default ? emit(rule.otherwise) : zero();
  fixed = fixed && b_.is_constant(otherwise);
  const bool picks_one = rule.hit == HitPolicy::unique || rule.hit == HitPolicy::first;
  if (picks_one && rule.of.size() == 1) {
    const Lowered lowered = bands(rule, hits);
    Value points = lowered.points;
    if (care_ == Care::careful) {
      const Value hit = b_.apply(Op::logical_not, b_.apply(Op::is_missing, lowered.band));
      points = covered(rule, hits, points, hit);
    }
    return {fixed ? points : in_range(points), lowered.band, fixed};
  }
  Value any_hit = zero();
  for (std::size_t r = 0; r < rule.rows.size(); ++r) {
    hits.rows.push_back(holds(rule, hits, r));
    if (has_default || care_ == Care::careful) {
      any_hit = b_.apply(Op::logical_or, any_hit, hits.rows[r]);
    }
  }
  Value points = picks_one ? b_.constant(missing_number) : zero();
  Value band = picks_one ? points : zero();
  if (picks_one && has_default) {  // where it isn't known that no row holds, none does
    points = b_.apply(Op::select, any_hit, points, otherwise);
    band = b_.apply(Op::select, any_hit, band, b_.constant(static_cast<double>(rule.rows.size())));
  }
  if (takes_end(rule.hit)) points = most_of(rule, hits, otherwise);
  for (std::size_t r = rule.rows.size(); r-- > 0;) {
    const Value worth = emit(rule.rows[r].points);
    if (picks_one) {
      const Op op = rule.hit == HitPolicy::first ? Op::select : Op::pick;
      points = b_.apply(op, hits.rows[r], worth, points);
      if (asks_) band = b_.apply(op, hits.rows[r], b_.constant(static_cast<double>(r)), band);
      continue;
    }
    const Value gained = b_.apply(Op::select, hits.rows[r], worth, zero());
    if (rule.hit == HitPolicy::sum) points = b_.apply(Op::add, points, gained);
    if (!asks_) continue;
    const Value one = b_.apply(Op::select, hits.rows[r], b_.constant(1), zero());
    band = b_.apply(Op::add, band, one);
  }
  if (rule.hit == HitPolicy::sum && has_default) {
    points = b_.apply(Op::select, any_hit, points, otherwise);
  }
  if (care_ == Care::careful) {
    points = covered(rule, hits, points, any_hit);
  }
  return {fixed && picks_one ? points : in_range(points), band, fixed && picks_one};
}

}  // namespace sauro::inline v0_1::detail
