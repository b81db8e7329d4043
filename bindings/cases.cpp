#include "columns.hpp"

namespace sauro::python {
namespace {

/// A contiguous array and a mask of bool or None.
using MaskedArray = std::pair<py::array, py::object>;
using Part = std::variant<Column, MaskedArray>;

/// NumPy calls numbers as columns do; those of another order of bytes have other names.
ColumnType type_of(const py::dtype& dtype) {
  const auto name = py::str(dtype).cast<std::string>();
  const auto type = try_parse<ColumnType>(name);
  if (!type || width_of(*type) == 0) {
    throw py::type_error("a column of numbers is needed, not of " + name);
  }
  return *type;
}

/// Views of columns; whoever made the arrays keeps them.
NumberView view_of(const std::optional<Part>& part) {
  if (!part) return {};
  if (const auto* column = std::get_if<Column>(&*part)) return NumberView::of(*column);
  const auto& [array, mask] = std::get<MaskedArray>(*part);
  if (!is_plain(array)) throw py::type_error("a column has to be contiguous, aligned and native");
  NumberView view{array.data(), type_of(array.dtype()), static_cast<std::size_t>(array.size())};
  if (!mask.is_none()) {
    const auto missing = mask.cast<py::array>();  // no copy: nobody would keep it
    if (missing.dtype().kind() != 'b' || missing.size() != array.size() || !is_plain(missing)) {
      throw py::type_error("a mask has a bool for each value");
    }
    view.missing = static_cast<const bool*>(missing.data());
  }
  return view;
}

/// A column knows its unit; of an array it is told how many ticks make a day.
using Time = std::variant<Column, std::tuple<MaskedArray, std::int64_t>>;

TimeView time_of(const std::optional<Time>& time) {
  if (!time) return {};
  if (const auto* column = std::get_if<Column>(&*time)) return TimeView::of(*column);
  const auto& [part, per_day] = std::get<1>(*time);
  return {view_of(part), per_day};
}

/// A log over NumPy's memory.
struct Log {
  std::optional<Time> received;
  std::optional<Time> finished;
  std::optional<Part> limit;
  std::optional<Time> due;
  std::optional<Part> cut;
  std::optional<Part> paused;
  std::optional<Part> calendar;
  std::vector<std::pair<std::string, Part>> keys;
  TimeUnit unit;

  [[nodiscard]] CaseLog view() const {
    CaseLog log{.received = time_of(received),
                .finished = time_of(finished),
                .limit = view_of(limit),
                .due = time_of(due),
                .cut = view_of(cut),
                .paused = view_of(paused),
                .calendar = view_of(calendar),
                .keys = {},
                .unit = unit};
    for (const auto& [name, part] : keys) log.keys.push_back({name, view_of(part)});
    return log;
  }
};

std::vector<RollUpRow> judge(const Log& log, const CaseOptions& options, const CaseColumns& columns,
                             std::optional<RollUpKeys> keys) {
  const CaseLog view = log.view();
  const Unlocked unlocked;
  return judge_cases(view, options, columns, keys);
}

/// Values of groups that become a column, some of them missing.
template <class T>
struct Values {
  std::vector<T> values;
  std::vector<bool> missing;

  explicit Values(std::size_t rows) {
    values.reserve(rows);
    missing.reserve(rows);
  }
  void add(T value, bool is_there) {
    values.push_back(is_there ? value : T{});
    missing.push_back(!is_there);
  }
  Column column(const std::string& name) { return Column::of(name, std::move(values), missing); }
};

/// Codes and periods of the groups, in order of the keys.
std::vector<Column> keys_of(const std::vector<RollUpRow>& rows, const RollUpKeys& keys) {
  std::vector<Column> columns;
  for (std::size_t k = 0; k < keys.columns.size(); ++k) {
    Values<std::int32_t> codes(rows.size());
    for (const RollUpRow& row : rows) codes.add(row.codes[k], row.codes[k] >= 0);
    columns.push_back(codes.column(keys.columns[k]));
  }
  if (keys.period == CasePeriod::none) return columns;
  Values<std::int32_t> days(rows.size());
  for (const RollUpRow& row : rows) days.add(row.period, row.period != RollUpRow::no_period);
  const std::string name(to_string(keys.period));
  Column::Parts parts = days.column(name).parts();
  parts.type = ColumnType::date;
  columns.emplace_back(name, std::move(parts));
  return columns;
}

/// How groups stand by their limits, where days were promised too.
void add_law(const std::vector<RollUpRow>& rows, std::vector<Column>& columns) {
  Values<double> rate(rows.size());
  for (const RollUpRow& row : rows) {
    rate.add(row.law_rate().value_or(0), row.law_rate().has_value());
  }
  const auto number = [&](std::int64_t RollUpRow::* field, const char* name) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(rows.size());
    for (const RollUpRow& row : rows) numbers.push_back(row.*field);
    columns.push_back(Column::of(name, std::move(numbers)));
  };
  number(&RollUpRow::promised_late, "promised_late");
  number(&RollUpRow::law_in_time, "in_time_by_law");
  number(&RollUpRow::law_decided, "decided_by_law");
  columns.push_back(rate.column("on_time_rate_by_law"));
}

/// The groups as columns of numbers; the Python side names them. One pass, for there may be
/// millions of them.
Table table_of(const std::vector<RollUpRow>& rows, const RollUpKeys& keys, bool has_both) {
  Values<double> rate(rows.size());
  constexpr std::array others = {"total", "late_days", "in_time", "decided"};
  std::array<std::vector<std::int64_t>, case_status_count + others.size()> numbers;
  for (std::vector<std::int64_t>& column : numbers) column.reserve(rows.size());
  for (const RollUpRow& row : rows) {
    rate.add(row.rate().value_or(0), row.rate().has_value());
    const std::int64_t more[] = {row.total(), row.late_days, row.in_time(), row.decided()};
    for (std::size_t i = 0; i < case_status_count; ++i) numbers[i].push_back(row.counts[i]);
    for (std::size_t i = 0; i < others.size(); ++i) {
      numbers[case_status_count + i].push_back(more[i]);
    }
  }
  std::vector<Column> columns = keys_of(rows, keys);
  const auto number = [&](std::size_t i, const char* name) {
    columns.push_back(Column::of(name, std::move(numbers[i])));
  };
  number(case_status_count, others[0]);
  for (std::size_t i = 0; i < case_status_count; ++i) {
    number(i, to_string(static_cast<CaseStatus>(i)).data());
  }
  for (std::size_t i = 1; i < others.size(); ++i) number(case_status_count + i, others[i]);
  columns.push_back(rate.column("on_time_rate"));
  if (has_both) add_law(rows, columns);
  return Table(std::move(columns));
}

/// Names of columns, the last one perhaps that of a period.
RollUpKeys keys_from(std::vector<std::string> names) {
  RollUpKeys keys{std::move(names), CasePeriod::none};
  if (keys.columns.empty()) return keys;
  const auto period = try_parse<CasePeriod>(keys.columns.back());
  if (!period || *period == CasePeriod::none) return keys;
  keys.period = *period;
  keys.columns.pop_back();
  return keys;
}

}  // namespace

void register_cases(py::module_& module) {
  py::class_<CaseOptions>(module, "CaseOptions")
      .def(py::init([](const Date& as_of, std::vector<WorkingCalendar> calendars,
                       std::vector<std::pair<int, int>> sessions, std::optional<int> cut_off,
                       const std::string& rounding, const std::string& on_problem,
                       unsigned threads) {
             return CaseOptions{.as_of = as_of,
                                .calendars = std::move(calendars),
                                .hours = {std::move(sessions)},
                                .cut_off = cut_off,
                                .rounding = named<Rounding>(rounding),
                                .on_problem = named<OnProblem>(on_problem),
                                .threads = threads};
           }),
           py::kw_only(), py::arg("as_of"), py::arg("calendars"), py::arg("sessions"),
           py::arg("cut_off"), py::arg("rounding"), py::arg("on_problem"), py::arg("threads"));
  py::class_<Log>(module, "CaseLog", "See sauro.CaseLog.")
      .def(py::init([](const std::optional<Time>& received, const std::optional<Time>& finished,
                       const std::optional<Part>& limit, const std::optional<Time>& due,
                       const std::optional<Part>& cut, const std::optional<Part>& paused,
                       const std::optional<Part>& calendar,
                       std::vector<std::pair<std::string, Part>> keys, const std::string& unit) {
             return Log{received,
                        finished,
                        limit,
                        due,
                        cut,
                        paused,
                        calendar,
                        std::move(keys),
                        named<TimeUnit>(unit)};
           }),
           py::arg("received"), py::arg("finished"), py::arg("limit"), py::arg("due"),
           py::arg("cut"), py::arg("paused"), py::arg("calendar"), py::arg("keys"), py::arg("unit"))
      .def_property_readonly("ends_within_day",
                             [](const Log& self) { return self.view().ends_within_day(); })
      .def(
          "judge",
          [](const Log& self, const CaseOptions& options,
             const std::optional<std::vector<std::string>>& by) {
            const auto rows = static_cast<py::ssize_t>(self.view().size());
            py::array_t<std::int64_t> due(rows);
            py::array_t<std::int8_t> status(rows);
            py::array_t<std::int32_t> late(rows);
            const auto size = static_cast<std::size_t>(rows);
            const CaseColumns columns{{due.mutable_data(), size},
                                      {status.mutable_data(), size},
                                      {late.mutable_data(), size}};
            std::optional<RollUpKeys> keys;
            if (by) keys = keys_from(*by);
            const auto groups = judge(self, options, columns, keys);
            py::object table = py::none();
            if (keys) table = py::cast(table_of(groups, *keys, self.view().has_both()));
            return py::make_tuple(due, status, late, table);
          },
          py::arg("options"), py::arg("by"))
      .def(
          "roll_up",
          [](const Log& self, const CaseOptions& options, const std::vector<std::string>& by) {
            const RollUpKeys keys = keys_from(by);
            return table_of(judge(self, options, {}, keys), keys, self.view().has_both());
          },
          py::arg("options"), py::arg("by"));
}

}  // namespace sauro::python
