#include "scoring/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <unordered_set>

#include "sauro/core/error.hpp"
#include "sauro/phrases/indicator.hpp"
#include "sauro/text/numbers.hpp"
#include "core/problem_list.hpp"
#include "engine/lower.hpp"
#include "engine/program.hpp"
#include "index/variables.hpp"
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
    const Variable* variable = framework.variable(column.variable);
    if (variable != nullptr && !variable->formula.is_empty()) {
      add(say("biến \"{}\" được tính từ công thức, không nhập được",
              "the variable \"{}\" is computed, it can't be given", column.variable));
    }
    if (auto flaw = flaw_of(column, inputs.rows())) add(std::move(*flaw));
    if (!column.evidence.empty() && column.evidence.size() != inputs.rows()) {
      add(wrong_length(say("minh chứng của \"{}\"", "the evidence of \"{}\"", column.variable),
                       column.evidence.size(), inputs.rows()));
    }
  }
  for (std::size_t i = 0; i < inputs.periods.size(); ++i) {
    const std::optional<Period> when = try_parse_period(inputs.periods[i]);
    for (std::size_t k = 0; when && k < i; ++k) {
      if (try_parse_period(inputs.periods[k]) != when) continue;
      add(say("hai tên “{}” và “{}” chỉ cùng một kỳ: hãy giữ một tên",
              "\"{}\" and \"{}\" are one period: keep one name", inputs.periods[k],
              inputs.periods[i]));
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

/// What a statistic is, after the title of its variable.
const char* statistic_words(Statistic kind) {
  constexpr const char* words[] = {
      " (đơn vị tốt nhất)",     " (đơn vị kém nhất)", " (trung bình các đơn vị)",
      " (trung vị các đơn vị)", " (độ lệch chuẩn)",   " (thứ hạng)",
      " (bách phân vị)",        " (số đơn vị có)",    " (tỷ lệ đơn vị có)"};
  return words[static_cast<std::size_t>(kind)];
}

/// What is asked of a criterion, before its code.
const char* criterion_words(OfCriterion asked) {
  constexpr const char* words[] = {"điểm của ", "tỷ lệ điểm (%) của ",
                                   "tỷ lệ điểm (%) thấp nhất trong các phần của ",
                                   "tỷ lệ điểm (%) thấp nhất trong các tiêu chí của ", "áp dụng "};
  return words[static_cast<std::size_t>(asked)];
}

/// A column as people call it.
std::string title_of(const Framework& framework, const std::string& name) {
  const ColumnParts parts = column_parts(name);
  if (const auto asked = try_of_criterion(parts.function)) {
    return criterion_words(*asked) + (parts.of.empty() ? "tổng điểm" : "tiêu chí " + parts.of);
  }
  const Variable* known = framework.variable(parts.of);
  const bool has_title = known != nullptr && !known->title.vi.empty();
  std::string title = has_title ? known->title.vi : parts.of;
  if (parts.function == "previous") title += " (kỳ trước)";
  if (const auto kind = statistic_of(name)) title += statistic_words(*kind);
  return parts.by.empty() ? title : title + " cùng " + parts.by;
}

/// A value of a column as people write it.
std::string shown(const Framework& framework, const std::string& name, double value) {
  const ColumnParts parts = column_parts(name);
  const Variable* known = framework.variable(parts.of);
  const auto kind = statistic_of(name);
  const bool counts = kind && *kind >= Statistic::deviation;
  if (known != nullptr && !counts && !try_of_criterion(parts.function)) {
    return shown(*known, value);
  }
  return std::isnan(value) ? "thiếu" : official_number(std::round(value * 1e6) / 1e6);
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
      periods_(order_of_periods(inputs.periods)),
      exempt_(framework.criteria().size(), false) {
  check_inputs(framework, inputs);
  for (const InputColumn& column : inputs.columns) {
    const bool counts =
        !options.stage || column.stage == Stage::survey || column.stage <= *options.stage;
    if (counts) given_[column.variable].push_back(&column);
  }
  for (const Variable& variable : framework.variables()) resolve(variable);
  mark_exempt();
  for (const std::size_t place : framework.leaves()) prepare(place);
  for (const Expression& condition : conditions_of(framework.grades())) {
    for (const std::string& name : condition.names()) ensure(name, 0);
  }
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

SheetColumn Sheet::find(const std::string& name) const {
  const auto found = columns_.find(name);
  return found == columns_.end() ? SheetColumn{} : found->second;
}

SheetColumn Sheet::find(const std::string& name, std::size_t place) const {
  return find(column_name(name, place));
}

UsedInput Sheet::used(const std::string& name, std::size_t row, std::size_t place) const {
  UsedInput input{name, {}, missing_number, {}, std::nullopt, {}};
  input.value = find(name, place).at(row);
  const bool is_before = name.starts_with("previous(");
  const std::string variable = variable_of(name);
  input.title = title_of(framework_, name);
  input.shown = shown(framework_, name, input.value);
  const double least = find(least_column(name), place).at(row);
  if (std::isnan(input.value) && !std::isnan(least)) {
    const double most = find(most_column(name), place).at(row);
    const bool ends = !std::isinf(most);
    input.shown =
        std::isinf(least) ? "" : "từ " + shown(framework_, name, least) + (ends ? " " : "");
    if (ends) input.shown += "đến " + shown(framework_, name, most);
    if (input.shown.empty()) input.shown = "thiếu";
    if (is_of_units(name)) input.shown += ", tùy đơn vị thiếu số liệu";
  }
  if (is_before) {
    const auto before = periods_.before[row / inputs_.units.size()];
    if (!before) return input;
    row = *before * inputs_.units.size() + row % inputs_.units.size();
  }
  const auto given = given_.find(is_before ? variable : name);
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
