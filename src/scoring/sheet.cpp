#include "scoring/sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <string_view>
#include <unordered_set>

#include "sauro/core/error.hpp"
#include "sauro/text/numbers.hpp"
#include "core/problem_list.hpp"
#include "engine/lower.hpp"
#include "engine/program.hpp"
#include "table/types.hpp"

namespace sauro::inline v0_1 {

namespace detail {
namespace {

const double* data_of(const InputColumn& column) { return column.values.values<double>().data(); }

bool may_be_missing(const InputColumn& column) {
  return column.values.parts().validity.data != nullptr;
}

/// What is wrong with the type or length of a column.
std::optional<Bilingual> flaw_of(const InputColumn& column, std::size_t rows) {
  const Bilingual what = say("cột của \"{}\"", "the column of \"{}\"", column.variable);
  const ColumnType type = column.values.type();
  if (type != ColumnType::float64) {
    return say("{} có kiểu {}, cần float64", "{} is of {}, expected float64", what,
               to_string(type));
  }
  const auto given = static_cast<std::size_t>(column.values.size());
  return given == rows ? std::nullopt : std::optional(wrong_length(what, given, rows));
}

void check_inputs(const Framework& framework, const Inputs& inputs) {
  ProblemList problems(ErrorCode::invalid_inputs);
  const auto add = [&](Bilingual what) { problems.add("inputs", std::move(what)); };
  std::unordered_set<std::string_view> known;
  for (const Variable& variable : framework.variables()) known.insert(variable.name);
  for (const InputColumn& column : inputs.columns) {
    if (!known.contains(column.variable)) {
      std::string names;
      for (const Variable& v : framework.variables()) {
        if (names.size() >= 80) break;
        names += (names.empty() ? "" : ", ") + v.name;
      }
      add(say("bộ chỉ số không có biến \"{}\"; có {}",
              "the framework has no variable \"{}\"; it has {}", column.variable, names));
    }
    if (auto flaw = flaw_of(column, inputs.rows())) add(std::move(*flaw));
    if (!column.evidence.empty() && column.evidence.size() != inputs.rows()) {
      add(wrong_length(say("minh chứng của \"{}\"", "the evidence of \"{}\"", column.variable),
                       column.evidence.size(), inputs.rows()));
    }
  }
  for (const Exemption& exemption : inputs.exemptions) {
    try {
      static_cast<void>(framework.find(exemption.code));
    } catch (const NotFoundError& error) {
      add(message_of(error));
    }
    if (exemption.rows.size() != inputs.rows()) {
      add(wrong_length(
          say("phần không áp dụng \"{}\"", "the exemption from \"{}\"", exemption.code),
          exemption.rows.size(), inputs.rows()));
    }
  }
  problems.throw_if_any();
}

/// The highest or lowest number, missing where there is none. Four at a time, since a comparison
/// has to wait for the one before it.
double best_of(const double* values, std::size_t count, bool lower) {
  constexpr std::size_t lanes = 4;
  constexpr double worst = std::numeric_limits<double>::infinity();
  const double sign = lower ? -1 : 1;
  std::array<double, lanes> best;
  best.fill(-worst);
  std::size_t at = 0;
  for (; at + lanes <= count; at += lanes) {
    for (std::size_t k = 0; k < lanes; ++k) {
      const double value = values[at + k] * sign;
      best[k] = value > best[k] ? value : best[k];  // never a missing one
    }
  }
  for (; at < count; ++at) best[0] = std::max(best[0], values[at] * sign);
  const double found = *std::max_element(best.begin(), best.end());
  return found == -worst ? missing_number : found * sign;
}

/// A value as people write it.
std::string shown(const Variable& variable, double value) {
  if (std::isnan(value)) return "thiếu";
  switch (variable.kind) {
    case VariableKind::yes_no:
      return value != 0 ? "có" : "không";
    case VariableKind::date: {
      Interval day;
      day.low = day.high = value;
      day.days = true;
      return day.to_vietnamese().substr(std::string_view("bằng ").size());
    }
    case VariableKind::choice:
      if (value >= 0 && value < static_cast<double>(variable.values.size())) {
        return variable.values[static_cast<std::size_t>(value)];
      }
      break;
    default:
      break;
  }
  const double rounded = std::round(value * 1e6) / 1e6;
  return official_number(rounded) + (variable.unit.empty() ? "" : " " + variable.unit);
}

}  // namespace

std::vector<double> numbers_of(const InputColumn& column) {
  const std::span<const double> given = column.values.values<double>();
  std::vector<double> out(given.begin(), given.end());
  for (std::size_t row = 0; row < out.size(); ++row) {
    if (missing_in(column.values.parts(), static_cast<std::int64_t>(row))) {
      out[row] = missing_number;
    }
  }
  return out;
}

void SheetColumn::copy(std::size_t row, std::size_t rows, double* out) const {
  const std::size_t before = data == nullptr ? rows : std::min(rows, std::max(lag, row) - row);
  std::fill_n(out, before, missing_number);
  if (before < rows) std::copy_n(data + (row + before - lag), rows - before, out + before);
}

Sheet::Sheet(const Framework& framework, const Inputs& inputs, const ScoreOptions& options)
    : framework_(framework),
      inputs_(inputs),
      rows_(inputs.rows()),
      exempt_(framework.criteria().size(), false) {
  check_inputs(framework, inputs);
  for (const InputColumn& column : inputs.columns) {
    const bool counts =
        !options.stage || column.stage == Stage::survey || column.stage <= *options.stage;
    if (counts) given_[column.variable].push_back(&column);
  }
  for (const Variable& variable : framework.variables()) resolve(variable);
  mark_exempt();
  for (const std::size_t place : framework.leaves()) prepare(framework.criteria()[place].rule);
}

double* Sheet::make(const std::string& name) {
  owned_.push_back(std::make_unique_for_overwrite<double[]>(rows_));
  columns_[name] = {owned_.back().get()};
  return owned_.back().get();
}

double* Sheet::make(const std::string& name, double fill) {
  double* data = make(name);
  std::fill_n(data, rows_, fill);
  return data;
}

void Sheet::resolve(const Variable& variable) {
  const auto found = given_.find(variable.name);
  if (found == given_.end()) return;
  std::vector<const InputColumn*>& stages = found->second;
  std::stable_sort(stages.begin(), stages.end(),
                   [](const InputColumn* a, const InputColumn* b) { return a->stage < b->stage; });
  if (stages.size() == 1 && !may_be_missing(*stages[0])) {
    columns_[variable.name] = {data_of(*stages[0])};
    return;
  }
  double* values = make(variable.name, missing_number);
  for (const InputColumn* stage : stages) {
    const double* given = data_of(*stage);
    for (std::size_t row = 0; row < rows_; ++row) {
      const bool missing = missing_in(stage->values.parts(), static_cast<std::int64_t>(row));
      if (!missing && !std::isnan(given[row])) values[row] = given[row];
    }
  }
}

/// Marks the leaves that are below an exempted criterion.
void Sheet::mark_exempt() {
  for (const Exemption& exemption : inputs_.exemptions) {
    std::vector<std::size_t> open = {framework_.find(exemption.code)};
    while (!open.empty()) {
      const std::size_t place = open.back();
      open.pop_back();
      const auto& children = framework_.children(place);
      open.insert(open.end(), children.begin(), children.end());
      if (!children.empty()) continue;
      const std::string name = exempt_column(framework_.criteria()[place].code);
      double* marks = exempt_[place] ? const_cast<double*>(columns_[name].data) : make(name, 0);
      exempt_[place] = true;
      for (std::size_t row = 0; row < rows_; ++row) {
        if (exemption.rows[row]) marks[row] = 1;
      }
    }
  }
}

void Sheet::prepare(const Rule& rule) {
  for (const std::string& name : names_of(rule)) {
    if (name.find('(') != std::string::npos && !columns_.contains(name)) derive(name);
  }
  if (const auto* script = std::get_if<ScriptRule>(&rule)) run_script(*script);
  if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
    for (const Alternative& one : choice->among) prepare(one.rule);
  }
}

void Sheet::derive(const std::string& name) {
  const std::size_t open = name.find('(');
  const std::string of = name.substr(open + 1, name.size() - open - 2);
  const double* source = find(of).data;
  if (source == nullptr) return;
  const std::size_t units = inputs_.units.size();
  if (name.starts_with("previous")) {
    columns_[name] = {source, units};
    return;
  }
  double* out = make(name);
  const Variable* variable = framework_.variable(of);
  const bool lower = variable != nullptr && variable->direction == Direction::lower;
  for (std::size_t from = 0; from < rows_; from += units) {
    std::fill_n(out + from, units, best_of(source + from, units, lower));
  }
}

void Sheet::run_script(const ScriptRule& rule) {
  if (!rule.function) {
    throw ValidationError(ErrorCode::framework_invalid, rule.name,
                          say("chưa có hàm chấm điểm này: hãy đăng ký trước",
                              "the script has no function: register it first"));
  }
  std::vector<std::unique_ptr<double[]>> whole;
  std::vector<std::span<const double>> arguments;
  for (const std::string& name : rule.variables) {
    const SheetColumn column = find(name);
    const double* data = column.data;
    if (data == nullptr || column.lag != 0) {
      whole.push_back(std::make_unique_for_overwrite<double[]>(rows_));
      column.copy(0, rows_, whole.back().get());
      data = whole.back().get();
    }
    arguments.emplace_back(data, rows_);
  }
  double* points = make(script_column(rule.name), missing_number);
  rule.function(arguments, {points, rows_});
}

SheetColumn Sheet::find(const std::string& name) const {
  const auto found = columns_.find(name);
  return found == columns_.end() ? SheetColumn{} : found->second;
}

UsedInput Sheet::used(const std::string& name, std::size_t row) const {
  UsedInput input{name, {}, missing_number, {}, std::nullopt, {}};
  input.value = find(name).at(row);
  const bool is_before = name.starts_with("previous(");
  const std::size_t open = name.find('(');
  const std::string variable =
      open == std::string::npos ? name : name.substr(open + 1, name.size() - open - 2);
  if (const Variable* known = framework_.variable(variable)) {
    input.title = known->title.vi.empty() ? variable : known->title.vi;
    if (is_before) input.title += " (kỳ trước)";
    if (name.starts_with("best(")) input.title += " (đơn vị tốt nhất)";
    input.shown = shown(*known, input.value);
  }
  if (is_before && row < inputs_.units.size()) return input;
  if (is_before) row -= inputs_.units.size();
  const auto given = given_.find(open == std::string::npos || is_before ? variable : name);
  if (given == given_.end()) return input;
  for (const InputColumn* column : given->second) {
    const bool missing = missing_in(column->values.parts(), static_cast<std::int64_t>(row));
    if (missing || std::isnan(data_of(*column)[row])) continue;
    input.stage = column->stage;
    input.evidence = column->evidence.empty() ? std::string() : column->evidence[row];
  }
  return input;
}

}  // namespace detail
}  // namespace sauro::inline v0_1
