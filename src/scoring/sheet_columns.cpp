// Columns of a sheet that are worked out: earlier periods, statistics over units, scripts.
#include <algorithm>
#include <cmath>
#include <memory>
#include <span>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "engine/lower.hpp"
#include "index/variables.hpp"
#include "scoring/sheet.hpp"
#include "scoring/statistics.hpp"

namespace sauro::inline v0_1::detail {

std::vector<std::size_t> Sheet::exempt_from_all() const {
  std::vector<const double*> marks;
  for (const std::size_t place : framework_.leaves()) {
    bool beside = false;  // a bonus is no part of the maximum
    for (const Criterion* at = &framework_.criteria()[place]; !at->code.empty();
         at = &framework_.criterion(at->parent)) {
      beside = beside || at->outside;
    }
    if (beside) continue;
    if (!exempt_[place]) return {};
    marks.push_back(find(exempt_column(framework_.criteria()[place].code)).data);
  }
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; !marks.empty() && row < rows_; ++row) {
    const bool all = std::all_of(marks.begin(), marks.end(),
                                 [row](const double* mark) { return mark[row] != 0; });
    if (all) rows.push_back(row);
  }
  return rows;
}

void Sheet::prepare(const Rule& rule, std::size_t place) {
  for (const std::string& name : names_of(rule)) {
    if (is_statistic(name)) {
      derive_statistic(name, place);
    } else if (name.find('(') != std::string::npos && !columns_.contains(name)) {
      derive_previous(name);
    }
  }
  if (const auto* script = std::get_if<ScriptRule>(&rule)) run_script(*script, place);
  if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
    for (const Alternative& one : choice->among) prepare(one.rule, place);
  }
}

void Sheet::derive_previous(const std::string& name) {
  const SheetColumn source = find(variable_of(name));
  if (source.data == nullptr) return;
  const std::size_t units = inputs_.units.size();
  if (periods_.follow_one_another) {
    columns_[name] = {source.data, units};
    return;
  }
  double* out = make(name, missing_number);
  for (std::size_t period = 0; period < periods_.before.size(); ++period) {
    if (const auto before = periods_.before[period]) {
      std::copy_n(source.data + *before * units, units, out + period * units);
    }
  }
}

std::string Sheet::column_name(const std::string& name, std::size_t place) const {
  const Criterion& criterion = framework_.criteria()[place];
  const bool is_own = exempt_[place] || criterion.if_missing != IfMissing::unknown;
  return is_own && is_statistic(name) ? name + " of " + criterion.code : name;
}

/// Over the units that a criterion applies to; a range where one of them has no value yet.
void Sheet::derive_statistic(const std::string& name, std::size_t place) {
  const std::string own = column_name(name, place);
  const double* source = find(variable_of(name)).data;
  if (source == nullptr || columns_.contains(own)) return;
  const Statistic kind = statistic_of(name).value_or(Statistic::best);
  const std::size_t count = inputs_.units.size();
  UnitValues units;
  units.count = count;
  units.range = range_of(framework_, variable_of(name));
  const Variable* variable = framework_.variable(variable_of(name));
  units.lower = variable != nullptr && variable->direction == Direction::lower;
  units.counts_missing = framework_.criteria()[place].if_missing == IfMissing::unknown;
  const double* exempt = find(exempt_column(framework_.criteria()[place].code)).data;
  double* out = make(own);
  double* least = nullptr;
  double* most = nullptr;
  const auto put = [&](std::size_t row, std::size_t rows, const Ends& ends) {
    const bool is_open = ends.low != ends.high && !std::isnan(ends.low);
    if (is_open && least == nullptr) {
      least = make(column_name(least_column(name), place), missing_number);
      most = make(column_name(most_column(name), place), missing_number);
    }
    if (is_open) std::fill_n(least + row, rows, ends.low);
    if (is_open) std::fill_n(most + row, rows, ends.high);
    std::fill_n(out + row, rows, is_open ? missing_number : ends.low);
  };
  for (std::size_t from = 0; from < rows_; from += count) {
    units.values = source + from;
    units.exempt = exempt == nullptr ? nullptr : exempt + from;
    if (kind != Statistic::rank) {
      put(from, count, statistic(kind, units));
      continue;
    }
    const std::vector<Ends> ranks = ranks_of(units);
    for (std::size_t i = 0; i < count; ++i) put(from + i, 1, ranks[i]);
  }
}

void Sheet::run_script(const ScriptRule& rule, std::size_t place) {
  if (!rule.function) {
    throw ValidationError(ErrorCode::framework_invalid, rule.name,
                          say("chưa có hàm chấm điểm này: hãy đăng ký trước",
                              "the script has no function: register it first"));
  }
  std::vector<std::unique_ptr<double[]>> whole;
  std::vector<std::span<const double>> arguments;
  for (const std::string& name : rule.variables) {
    const SheetColumn column = find(name, place);
    const double* data = column.data;
    if (data == nullptr || column.lag != 0) {
      whole.push_back(std::make_unique_for_overwrite<double[]>(rows_));
      column.copy(0, rows_, whole.back().get());
      data = whole.back().get();
    }
    arguments.emplace_back(data, rows_);
  }
  double* points =
      make(script_column(framework_.criteria()[place].code, rule.name), missing_number);
  rule.function(arguments, {points, rows_});
  if (rule.fills_missing) return;
  for (const std::span<const double> argument : arguments) {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (std::isnan(argument[row])) points[row] = missing_number;
    }
  }
}

}  // namespace sauro::inline v0_1::detail
