#include "sauro/indicators/indicator_log.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "sauro/core/error.hpp"
#include "calendar/rows.hpp"
#include "core/numbering.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "indicators/log_view.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::LogView;

struct KnownColumn {
  std::string_view name;
  ColumnType type;
};

constexpr std::array<KnownColumn, 12> known_columns{{{"indicator", ColumnType::category},
                                                     {"place", ColumnType::category},
                                                     {"first", ColumnType::date},
                                                     {"last", ColumnType::date},
                                                     {"value", ColumnType::float64},
                                                     {"numerator", ColumnType::float64},
                                                     {"denominator", ColumnType::float64},
                                                     {"unit", ColumnType::category},
                                                     {"basis", ColumnType::category},
                                                     {"state", ColumnType::category},
                                                     {"known_on", ColumnType::date},
                                                     {"source", ColumnType::category}}};

bool has(const Table& table, std::string_view name) {
  return std::any_of(table.columns().begin(), table.columns().end(),
                     [&](const Column& column) { return column.name() == name; });
}

Bilingual other_type(ColumnType found, ColumnType wanted) {
  return detail::say("có kiểu {}, cần {}", "is of {}, expected {}", to_string(found),
                     to_string(wanted));
}

void check_columns(const Table& table) {
  detail::ProblemList problems(ErrorCode::invalid_column);
  for (const Column& column : table.columns()) {
    const auto known =
        std::find_if(known_columns.begin(), known_columns.end(),
                     [&](const KnownColumn& one) { return one.name == column.name(); });
    if (known == known_columns.end()) {
      problems.add(column.name(), {"không phải cột của sổ chỉ tiêu", "no column of a log"});
    } else if (known->type != column.type()) {
      problems.add(column.name(), other_type(column.type(), known->type));
    }
  }
  for (const std::string_view name : {"indicator", "first", "last"}) {
    if (!has(table, name)) problems.add(std::string(name), {"thiếu cột này", "is missing"});
  }
  if (!has(table, "value") && !(has(table, "numerator") && has(table, "denominator"))) {
    problems.add("value", {"thiếu cột giá trị, hoặc hai cột tử số và mẫu số",
                           "is missing, and so are numerator and denominator"});
  }
  problems.throw_if_any();
}

bool is_infinite(const detail::LogNumbers<double>& column, std::int64_t row) {
  return column.is_there(row) && std::isinf(column.at(row));
}

bool has_infinite(const detail::LogNumbers<double>& column) {
  const std::span<const double> values = column.values();
  bool found = false;
  for (const double value : values) found |= std::abs(value) > std::numeric_limits<double>::max();
  return found;
}

/// Whether nothing can be wrong with any row, by passes over whole columns.
bool are_surely_right(const LogView& log) {
  if (!log.indicator.is_full() || !log.first.is_full() || !log.last.is_full()) return false;
  if (log.denominator.exists() || log.basis.exists() || log.state.exists()) return false;
  const std::span<const std::int32_t> first = log.first.values();
  const std::span<const std::int32_t> last = log.last.values();
  bool ends_early = false;
  for (std::size_t row = 0; row < first.size(); ++row) ends_early |= last[row] < first[row];
  return !ends_early && !has_infinite(log.value) && !has_infinite(log.numerator);
}

/// What is wrong with a row; empty where nothing is.
Bilingual flaw_of(const LogView& log, std::int64_t row) {
  if (log.indicator.at(row) < 0) return {"thiếu chỉ tiêu", "no indicator"};
  if (!log.first.is_there(row) || !log.last.is_there(row)) return {"thiếu kỳ", "no period"};
  if (log.last.at(row) < log.first.at(row)) {
    return {"kỳ kết thúc trước khi bắt đầu", "the period ends before it begins"};
  }
  if (is_infinite(log.value, row) || is_infinite(log.numerator, row) ||
      is_infinite(log.denominator, row)) {
    return {"giá trị vô hạn", "an infinite value"};
  }
  if (log.denominator.is_there(row) && log.denominator.at(row) == 0) {
    return {"mẫu số bằng 0", "the denominator is zero"};
  }
  if (const auto code = log.basis.at(row);
      code >= 0 && !log.bases[static_cast<std::size_t>(code)]) {
    return detail::unknown_name<Basis>(log.basis.text(row));
  }
  if (const auto code = log.state.at(row);
      code >= 0 && !log.states[static_cast<std::size_t>(code)]) {
    return detail::unknown_name<ValueState>(log.state.text(row));
  }
  return {};
}

/// Texts of rows as codes; they have to stay where they are.
class Coded {
 public:
  explicit Coded(const char* name) : name_(name) {}

  void add(std::string_view text) {
    codes_.push_back(text.empty() ? -1 : static_cast<std::int32_t>(texts_.number_of(text)));
  }
  [[nodiscard]] bool says_something() const { return texts_.size() != 0; }
  [[nodiscard]] Column column() {
    return Column::category(name_, std::move(codes_), {texts_.keys().begin(), texts_.keys().end()});
  }

 private:
  const char* name_;
  detail::Numbering<std::string_view> texts_;
  std::vector<std::int32_t> codes_;
};

/// Puts the cell of one row of a column into its field.
void take_cell(const Column& column, std::int64_t row, IndicatorValue& one) {
  if (column.is_missing(row)) return;
  const auto at = static_cast<std::size_t>(row);
  const auto number = [&] { return column.values<double>()[at]; };
  const auto day = [&] { return Date::from_day_number(column.values<std::int32_t>()[at]); };
  const std::string& name = column.name();
  if (name == "indicator") one.indicator = column.text(row);
  if (name == "place") one.place = column.text(row);
  if (name == "unit") one.unit = column.text(row);
  if (name == "source") one.source = column.text(row);
  if (name == "basis") one.basis = try_parse<Basis>(column.text(row)).value_or(one.basis);
  if (name == "state") one.state = try_parse<ValueState>(column.text(row)).value_or(one.state);
  if (name == "first") one.first = day();
  if (name == "last") one.last = day();
  if (name == "known_on") one.known_on = day();
  if (name == "value") one.value = number();
  if (name == "numerator") one.numerator = number();
  if (name == "denominator") one.denominator = number();
}

}  // namespace

std::pair<Column, Column> months_of(const Column& days) {
  struct Month {
    std::int32_t day = std::numeric_limits<std::int32_t>::max();  // that was asked for
    std::int32_t first = 0;
    std::int32_t last = 0;
  };
  constexpr std::size_t kept = 4096;  // days of eleven years, each at a place of its own
  std::vector<Month> months(kept);
  const auto month_of = [&](std::int32_t day) -> const Month& {
    Month& month = months[static_cast<std::uint32_t>(day) % kept];
    if (month.day == day) return month;
    const Date date = Date::from_day_number(day);
    month = {day, day - date.day() + 1, date.end_of_month().day_number()};
    return month;
  };
  if (days.type() != ColumnType::date) {
    throw ValidationError(ErrorCode::invalid_column, days.name(),
                          other_type(days.type(), ColumnType::date));
  }
  const std::span<const std::int32_t> numbers = days.values<std::int32_t>();
  const bool has_missing = days.has_missing();
  std::vector<bool> missing(has_missing ? numbers.size() : 0);
  std::vector<std::int32_t> firsts(numbers.size());
  std::vector<std::int32_t> lasts(numbers.size());
  for (std::size_t row = 0; row < numbers.size(); ++row) {
    if ((row & 0xFFFF) == 0) detail::poll();
    if (has_missing && days.is_missing(static_cast<std::int64_t>(row))) {
      missing[row] = true;
      continue;
    }
    const Month& month = month_of(numbers[row]);
    firsts[row] = month.first;
    lasts[row] = month.last;
  }
  const auto column = [&](const char* name, std::vector<std::int32_t> values) {
    Column::Parts parts;
    parts.type = ColumnType::date;
    parts.length = days.size();
    parts.validity = detail::validity_of(missing);
    parts.values = Buffer::of(std::move(values));
    return Column(name, std::move(parts));
  };
  return {column("first", std::move(firsts)), column("last", std::move(lasts))};
}

IndicatorLog::IndicatorLog(Table columns) : table_(std::move(columns)) {
  if (table_.columns().empty()) return;
  check_columns(table_);
  const LogView log(table_);
  if (are_surely_right(log)) return;
  detail::RowProblems problems;
  for (std::int64_t row = 0; row < table_.rows(); ++row) {
    if ((row & 0xFFFF) == 0) detail::poll();
    const Bilingual flaw = flaw_of(log, row);
    if (!flaw.vi.empty()) problems.add(static_cast<std::size_t>(row), [&] { return flaw; });
  }
  problems.throw_if_any();
}

IndicatorLog IndicatorLog::of(const std::vector<IndicatorValue>& values) {
  Coded indicator("indicator"), place("place"), unit("unit"), basis("basis"), state("state"),
      source("source");
  std::vector<Date> first, last;
  std::vector<std::optional<double>> value, numerator, denominator;
  std::vector<std::optional<Date>> known_on;
  for (const IndicatorValue& one : values) {
    indicator.add(one.indicator);
    place.add(one.place);
    unit.add(one.unit);
    basis.add(to_string(one.basis));
    state.add(to_string(one.state));
    source.add(one.source);
    first.push_back(one.first);
    last.push_back(one.last);
    value.push_back(one.value);
    numerator.push_back(one.numerator);
    denominator.push_back(one.denominator);
    known_on.push_back(one.known_on);
  }
  const auto any = [](const auto& column) {
    return std::any_of(column.begin(), column.end(),
                       [](const auto& one) { return one.has_value(); });
  };
  std::vector<Column> columns = {indicator.column()};
  if (place.says_something()) columns.push_back(place.column());
  columns.push_back(Column::of("first", first));
  columns.push_back(Column::of("last", last));
  columns.push_back(Column::of("value", value));
  if (any(numerator)) columns.push_back(Column::of("numerator", numerator));
  if (any(denominator)) columns.push_back(Column::of("denominator", denominator));
  if (unit.says_something()) columns.push_back(unit.column());
  columns.push_back(basis.column());
  columns.push_back(state.column());
  if (any(known_on)) columns.push_back(Column::of("known_on", known_on));
  if (source.says_something()) columns.push_back(source.column());
  return IndicatorLog(Table(std::move(columns)));
}

IndicatorValue IndicatorLog::at(std::int64_t row) const {
  if (row < 0 || row >= size()) {
    throw ValidationError(ErrorCode::invalid_column, "log",
                          detail::say("không có dòng {}", "there is no row {}", row));
  }
  IndicatorValue one;
  for (const Column& column : table_.columns()) take_cell(column, row, one);
  return one;
}

}  // namespace sauro::inline v0_1
