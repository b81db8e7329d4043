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

void Sheet::prepare(std::size_t place) {
  const Criterion& criterion = framework_.criteria()[place];
  if (!begun_.insert(exempt_column(criterion.code)).second) return;
  prepare(criterion.rule, place);
  if (has_fallback(criterion)) derive_fallback(place);
}

void Sheet::prepare(const Rule& rule, std::size_t place) {
  for (const std::string& name : names_of(rule)) ensure(name, place);
  if (const auto* script = std::get_if<ScriptRule>(&rule)) run_script(*script, place);
  if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
    for (const Alternative& one : choice->among) prepare(one.rule, place);
  }
}

void Sheet::ensure(const std::string& name, std::size_t place) {
  const std::string own = column_name(name, place);
  if (columns_.contains(own) || !begun_.insert(own).second) return;
  if (of_criterion(name)) return derive_of_criterion(name);
  if (is_statistic(name)) return derive_statistic(name, place);
  if (name.find('(') != std::string::npos) return derive_previous(name, place);
  const Variable* variable = framework_.variable(name);
  if (variable != nullptr && !variable->formula.is_empty()) {
    derive_formula(name, variable->formula, place, variable);
  }
}

std::string Sheet::ensure_formula(const std::string& text, std::size_t place) {
  const Expression formula = Expression::parse(text);
  const bool is_column = formula.names().size() == 1 && formula.names()[0] == text;
  const std::string name = is_column ? text : "(" + text + ")";
  if (is_column) {
    ensure(name, place);
  } else if (begun_.insert(column_name(name, place)).second) {
    derive_formula(name, formula, place, nullptr);
  }
  return name;
}

void Sheet::derive_previous(const std::string& name, std::size_t place) {
  const std::string inner = ensure_formula(variable_of(name), place);
  const std::size_t units = inputs_.units.size();
  const auto shift = [&](const std::string& from, const std::string& to) {
    const SheetColumn source = find(from, place);
    if (source.data == nullptr) return;
    const std::string own = column_name(to, place);
    if (periods_.follow_one_another) {
      columns_[own] = {source.data, source.lag + units};
      return;
    }
    double* out = make(own, missing_number);
    for (std::size_t period = 0; period < periods_.before.size(); ++period) {
      if (const auto before = periods_.before[period]) {
        source.copy(*before * units, units, out + period * units);
      }
    }
  };
  shift(inner, name);
  shift(least_column(inner), least_column(name));
  shift(most_column(inner), most_column(name));
}

bool Sheet::is_of_units(std::string_view name) const {
  for (const std::string_view end : {" least", " most"}) {
    if (name.ends_with(end)) name.remove_suffix(end.size());
  }
  const auto any = [this](const Expression& formula) {
    return std::any_of(formula.names().begin(), formula.names().end(),
                       [this](const std::string& one) { return is_of_units(one); });
  };
  if (name.starts_with('(')) return any(Expression::parse(name));
  const ColumnParts parts = column_parts(name);
  if (parts.function == "previous") return any(Expression::parse(parts.of));
  if (!parts.function.empty()) return is_statistic(name);
  const Variable* variable = framework_.variable(name);
  return variable != nullptr && any(variable->formula);
}

std::string Sheet::column_name(const std::string& name, std::size_t place) const {
  const Criterion& criterion = framework_.criteria()[place];
  const bool is_own = exempt_[place] || criterion.if_missing != IfMissing::unknown;
  return is_own && is_of_units(name) ? name + " of " + criterion.code : name;
}

/// Over the units that a criterion applies to; a range where one of them has no value yet.
void Sheet::derive_statistic(const std::string& name, std::size_t place) {
  const ColumnParts parts = column_parts(name);
  const std::string inner = ensure_formula(parts.of, place);
  if (!parts.by.empty()) ensure(parts.by, place);
  if (find(inner, place).data == nullptr) return;
  const std::string own = column_name(name, place);
  const Statistic kind = statistic_of(name).value_or(Statistic::best);
  const std::size_t count = inputs_.units.size();
  const std::vector<double> values = whole(find(inner, place));
  const std::vector<double> low = whole(find(least_column(inner), place));
  const std::vector<double> high = whole(find(most_column(inner), place));
  std::vector<double> groups;
  if (!parts.by.empty()) groups = whole(find(parts.by, place));
  if (!parts.by.empty() && groups.empty()) groups.assign(rows_, missing_number);
  const auto from_row = [](const std::vector<double>& column, std::size_t row) {
    return column.empty() ? nullptr : column.data() + row;
  };
  UnitValues units;
  units.count = count;
  units.range = range_of(framework_, inner);
  units.lower = prefers_lower(framework_, inner);
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
    units.values = values.data() + from;
    units.low = from_row(low, from);
    units.high = from_row(high, from);
    units.exempt = exempt == nullptr ? nullptr : exempt + from;
    if (!is_by_unit(kind) && groups.empty()) {
      put(from, count, statistic(kind, units));
      continue;
    }
    const std::vector<Ends> ends = statistics_of(kind, units, from_row(groups, from));
    for (std::size_t i = 0; i < count; ++i) put(from + i, 1, ends[i]);
  }
  for (std::size_t row = 0; row < rows_; ++row) {  // as the deviation of a single unit
    const bool is_open = least != nullptr && !std::isnan(least[row]);
    const bool counts = exempt == nullptr || exempt[row] == 0;
    if (is_open || !counts || std::isnan(values[row]) || !std::isnan(out[row])) continue;
    refused_.push_back(
        {row, place, std::nullopt, static_cast<int>(Refusal::division_by_zero), missing_number});
  }
}

std::vector<double> Sheet::whole(const SheetColumn& column) const {
  std::vector<double> out;
  if (column.data == nullptr) return out;
  out.resize(rows_);
  column.copy(0, rows_, out.data());
  return out;
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
