// Columns of a sheet that formulas and points of criteria give.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "core/poll.hpp"
#include "engine/expression_parser.hpp"
#include "engine/lower.hpp"
#include "engine/programs.hpp"
#include "engine/range_lowering.hpp"
#include "index/variables.hpp"
#include "scoring/runners.hpp"
#include "scoring/sheet.hpp"
#include "scoring/tree_points.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// A formula's value, rounded as its variable is.
Builder::Value value_of(Builder& builder, const Expression& formula, const Variable* variable) {
  const Builder::Value value = emit_expression(formula.text(), builder);
  const bool rounds = variable != nullptr && variable->decimals;
  return rounds ? builder.round(value, *variable->decimals) : value;
}

}  // namespace

void Sheet::run(const Program& program, std::size_t place,
                const std::vector<double*>& outputs) const {
  std::vector<SheetColumn> columns;
  for (const std::string& name : program.columns) columns.push_back(find(name, place));
  std::vector<std::vector<double>> blocks(columns.size(), std::vector<double>(program_rows));
  Arena arena;
  Frame frame(program, arena);
  for (std::size_t k = 0; k < blocks.size(); ++k) frame.set_column(k, blocks[k].data());
  for (std::size_t row = 0; row < rows_; row += program_rows) {
    poll();
    const std::size_t count = std::min(program_rows, rows_ - row);
    for (std::size_t k = 0; k < blocks.size(); ++k) columns[k].copy(row, count, blocks[k].data());
    for (std::size_t k = 0; k < outputs.size(); ++k) frame.set_output(k, outputs[k] + row);
    frame.run(count, nullptr);
  }
}

void Sheet::derive_formula(const std::string& name, const Expression& formula, std::size_t place,
                           const Variable* variable) {
  for (const std::string& one : formula.names()) ensure(one, place);
  Builder builder;
  const Builder::Value value = value_of(builder, formula, variable);
  double* out = make(column_name(name, place));
  run(builder.finish({value}), place, {out});
  refuse_computed(out, variable, formula, place);
  if (any_missing(out, rows_)) derive_ends(name, formula, place, variable);
}

/// What is no number though all inputs are there, or outside of the variable's range.
void Sheet::refuse_computed(double* values, const Variable* variable, const Expression& formula,
                            std::size_t place) {
  std::optional<std::size_t> index;
  VariableCheck check;
  check.low = -std::numeric_limits<double>::max();
  check.high = std::numeric_limits<double>::max();
  if (variable != nullptr) {
    index = static_cast<std::size_t>(variable - framework_.variables().data());
    const bool is_day = variable->kind == VariableKind::date;
    check = check_of(framework_, *index, is_day ? days_of(framework_) : ValueRange{});
  }
  std::vector<SheetColumn> inputs;
  for (const std::string& name : formula.names()) inputs.push_back(find(name, place));
  for (std::size_t row = 0; row < rows_; ++row) {
    std::optional<Refusal> why = refusal_of(check, values[row]);
    if (std::isnan(values[row])) {
      const bool known = std::all_of(inputs.begin(), inputs.end(), [row](const SheetColumn& one) {
        return !std::isnan(one.at(row));
      });
      if (known) why = index ? Refusal::no_number : Refusal::division_by_zero;
    }
    if (!why) continue;
    refused_.push_back({row, place, index, static_cast<int>(*why), values[row]});
    values[row] = missing_number;
  }
}

void Sheet::derive_ends(const std::string& name, const Expression& formula, std::size_t place,
                        const Variable* variable) {
  Builder builder;
  RangeLowering ranges(builder, framework_);
  const Bounds ends = ranges.of(value_of(builder, formula, variable));
  double* least = make(column_name(least_column(name), place));
  double* most = make(column_name(most_column(name), place));
  run(builder.finish({ends.low, ends.high}), place, {least, most});
  const double* known = find(name, place).data;
  constexpr double unbounded = std::numeric_limits<double>::infinity();
  const ValueRange own =
      variable == nullptr ? ValueRange{-unbounded, unbounded, false} : range_of(*variable);
  for (std::size_t row = 0; row < rows_; ++row) {
    least[row] = std::max(least[row], own.low);
    most[row] = std::min(most[row], own.high);
    if (!(least[row] <= most[row])) {  // it was refused: the right one may be anything
      least[row] = own.low;
      most[row] = own.high;
    }
    if (std::isnan(known[row])) continue;
    least[row] = missing_number;
    most[row] = missing_number;
  }
}

void Sheet::derive_of_criterion(const std::string& name) {
  const ColumnParts parts = column_parts(name);
  const std::size_t place = framework_.find(parts.of);
  const std::vector<std::size_t> below = places_below(framework_, place);
  for (const std::size_t one : below) {
    if (framework_.is_leaf(one)) prepare(one);
  }
  const TreePoints tree = points_below(framework_, *this, below, rows_);
  double* out = make(name, missing_number);
  double* least = make(least_column(name), missing_number);
  double* most = make(most_column(name), missing_number);
  const AskedOfCriterion asked(framework_, tree, *of_criterion(name));
  for (std::size_t row = 0; row < rows_; ++row) {
    const PointRange range = asked.at(row);
    if (std::isnan(range.low)) continue;
    if (range.low == range.high) {
      out[row] = range.low;
    } else {
      least[row] = range.low;
      most[row] = range.high;
    }
  }
}

/// What stands for the points of a leaf that are missing: those of the period before, or the mean.
void Sheet::derive_fallback(std::size_t place) {
  const Criterion& criterion = framework_.criteria()[place];
  const std::vector<double> points = leaf_points(framework_, *this, place, rows_);
  double* out = make(fallback_column(criterion.code), missing_number);
  const std::size_t units = inputs_.units.size();
  const bool is_mean = criterion.if_missing == IfMissing::mean;
  if (!criterion.if_missing_within.empty()) ensure(criterion.if_missing_within, place);
  const SheetColumn group = find(criterion.if_missing_within, place);
  for (std::size_t period = 0; period < periods_.before.size(); ++period) {
    const auto before = periods_.before[period];
    std::map<double, std::pair<double, double>> sums;  // by group: points, units
    const auto group_of = [&](std::size_t row) {
      return criterion.if_missing_within.empty() ? 0 : group.at(row);
    };
    for (std::size_t i = 0; is_mean && i < units; ++i) {
      const std::size_t row = period * units + i;
      if (!std::isfinite(points[row]) || std::isnan(group_of(row))) continue;
      auto& [sum, count] = sums[group_of(row)];
      sum += points[row];
      count += 1;
    }
    for (std::size_t i = 0; i < units; ++i) {
      const std::size_t row = period * units + i;
      if (is_mean) {
        const auto found = std::isnan(group_of(row)) ? sums.end() : sums.find(group_of(row));
        if (found != sums.end()) out[row] = found->second.first / found->second.second;
      } else if (before && std::isfinite(points[*before * units + i])) {
        out[row] = points[*before * units + i];
      }
    }
  }
}

}  // namespace sauro::inline v0_1::detail
