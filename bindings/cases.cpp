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

/// What a roll-up has besides its usual columns.
struct Besides {
  bool waiting = false;
  bool law = false;
  bool late_days = false;
  bool taken_days = false;
};

/// A log over NumPy's memory.
struct Log {
  std::optional<Time> received;
  std::optional<Time> finished;
  std::optional<Part> limit;
  std::optional<Time> due;
  std::optional<Part> cut;
  std::optional<Part> paused;
  std::optional<Part> waiting;
  std::optional<Time> waiting_since;
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
                .waiting = view_of(waiting),
                .waiting_since = time_of(waiting_since),
                .calendar = view_of(calendar),
                .keys = {},
                .unit = unit};
    for (const auto& [name, part] : keys) log.keys.push_back({name, view_of(part)});
    return log;
  }
  [[nodiscard]] Besides besides(bool late_days, bool taken_days) const {
    const CaseLog log = view();
    return {log.has_waiting(), log.has_both(), late_days, taken_days};
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

  explicit Values(std::size_t rows) { reserve(rows); }
  void reserve(std::size_t rows) {
    values.reserve(rows);
    missing.reserve(rows);
  }
  void add(T value, bool is_there) {
    values.push_back(is_there ? value : T{});
    missing.push_back(!is_there);
  }
  Column column(const std::string& name) { return Column::of(name, std::move(values), missing); }
};

/// Rows that differ in their late days alone become one; `counts` tells of each how many cases have
/// how many: "1:12 2:5".
std::vector<RollUpRow> folded(const std::vector<RollUpRow>& rows,
                              std::vector<std::string>& counts) {
  std::vector<RollUpRow> groups;
  for (const RollUpRow& row : rows) {
    if (groups.empty() || groups.back().codes != row.codes || groups.back().period != row.period) {
      groups.push_back(row);
      counts.emplace_back();
    } else {
      groups.back().add(row);
    }
    if (row.late == 0) continue;
    std::string& text = counts.back();
    if (!text.empty()) text += ' ';
    text += std::to_string(row.late) + ':' + std::to_string(row.late_cases());
  }
  return groups;
}

/// A column of numbers of groups.
struct NumberOf {
  std::string_view name;
  std::int64_t (*of)(const RollUpRow&);
};

/// Columns of numbers while they are filled.
struct NumberColumns {
  std::span<const NumberOf> numbers;
  std::vector<std::vector<std::int64_t>> values;

  NumberColumns(std::span<const NumberOf> all, std::size_t rows)
      : numbers(all), values(all.size()) {
    for (std::vector<std::int64_t>& column : values) column.reserve(rows);
  }
  void add(std::span<const RollUpRow> rows) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      for (const RollUpRow& row : rows) values[i].push_back(numbers[i].of(row));
    }
  }
  void give(std::vector<Column>& columns) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      columns.push_back(Column::of(std::string(numbers[i].name), std::move(values[i])));
    }
  }
};

void add_numbers(const std::vector<RollUpRow>& rows, std::span<const NumberOf> numbers,
                 std::vector<Column>& columns) {
  NumberColumns made(numbers, rows.size());
  made.add(rows);
  made.give(columns);
}

template <CaseStatus status>
constexpr NumberOf count_of{to_string(status), [](const RollUpRow& row) {
                              return row.counts[static_cast<std::size_t>(status)];
                            }};

constexpr std::array usual_numbers = {
    NumberOf{"total", [](const RollUpRow& row) { return row.total(); }},
    count_of<CaseStatus::early>,
    count_of<CaseStatus::on_time>,
    count_of<CaseStatus::late>,
    count_of<CaseStatus::running>,
    count_of<CaseStatus::overdue>,
    count_of<CaseStatus::invalid>,
    NumberOf{"late_days", [](const RollUpRow& row) { return row.late_days; }},
    NumberOf{"in_time", [](const RollUpRow& row) { return row.in_time(); }},
    NumberOf{"decided", [](const RollUpRow& row) { return row.decided(); }}};
constexpr std::array waiting_numbers = {count_of<CaseStatus::waiting>};
constexpr std::array law_numbers = {
    NumberOf{"promised_late", [](const RollUpRow& row) { return row.promised_late; }},
    NumberOf{"in_time_by_law", [](const RollUpRow& row) { return row.law_in_time; }},
    NumberOf{"decided_by_law", [](const RollUpRow& row) { return row.law_decided; }}};
constexpr std::array taken_numbers = {
    NumberOf{"taken_days", [](const RollUpRow& row) { return row.taken_days; }}};

/// Keys, usual numbers and the rate: one pass over the rows, some that stay in the first cache at a
/// time, for there may be millions of them.
std::vector<Column> usual_columns(const std::vector<RollUpRow>& rows, const RollUpKeys& keys) {
  std::vector<Values<std::int32_t>> codes(keys.columns.size(), Values<std::int32_t>(0));
  for (Values<std::int32_t>& column : codes) column.reserve(rows.size());
  const bool has_period = keys.period != CasePeriod::none;
  Values<std::int32_t> days(has_period ? rows.size() : 0);
  NumberColumns numbers(usual_numbers, rows.size());
  Values<double> rate(rows.size());
  constexpr std::size_t a_block = 256;
  for (std::span<const RollUpRow> left = rows; !left.empty();) {
    const auto some = left.first(std::min(a_block, left.size()));
    left = left.subspan(some.size());
    for (std::size_t k = 0; k < codes.size(); ++k) {
      for (const RollUpRow& row : some) codes[k].add(row.codes[k], row.codes[k] >= 0);
    }
    if (has_period) {
      for (const RollUpRow& row : some) days.add(row.period, row.period != RollUpRow::no_period);
    }
    numbers.add(some);
    for (const RollUpRow& row : some) rate.add(row.rate().value_or(0), row.decided() != 0);
  }
  std::vector<Column> columns;
  for (std::size_t k = 0; k < codes.size(); ++k) {
    columns.push_back(codes[k].column(keys.columns[k]));
  }
  if (has_period) {
    const std::string name(to_string(keys.period));
    Column::Parts parts = days.column(name).parts();
    parts.type = ColumnType::date;
    columns.emplace_back(name, std::move(parts));
  }
  numbers.give(columns);
  columns.push_back(rate.column("on_time_rate"));
  return columns;
}

/// The groups as columns of numbers; the Python side names them.
Table table_of(std::vector<RollUpRow> rows, const RollUpKeys& keys, const Besides& besides) {
  std::vector<std::string> late;
  if (besides.late_days) rows = folded(rows, late);
  std::vector<Column> columns = usual_columns(rows, keys);
  if (besides.waiting) add_numbers(rows, waiting_numbers, columns);
  if (besides.law) {
    add_numbers(rows, law_numbers, columns);
    Values<double> rate(rows.size());
    for (const RollUpRow& row : rows) rate.add(row.law_rate().value_or(0), row.law_decided != 0);
    columns.push_back(rate.column("on_time_rate_by_law"));
  }
  if (besides.late_days) columns.push_back(Column::of("late_days_counts", late));
  if (besides.taken_days) add_numbers(rows, taken_numbers, columns);
  return Table(std::move(columns));
}

/// Names of columns, the last one perhaps that of a period.
RollUpKeys keys_from(std::vector<std::string> names, const Besides& besides) {
  RollUpKeys keys{.columns = std::move(names),
                  .period = CasePeriod::none,
                  .late_days = besides.late_days,
                  .taken_days = besides.taken_days};
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
                       const std::optional<Part>& waiting, const std::optional<Time>& waiting_since,
                       const std::optional<Part>& calendar,
                       std::vector<std::pair<std::string, Part>> keys, const std::string& unit) {
             return Log{received,
                        finished,
                        limit,
                        due,
                        cut,
                        paused,
                        waiting,
                        waiting_since,
                        calendar,
                        std::move(keys),
                        named<TimeUnit>(unit)};
           }),
           py::arg("received"), py::arg("finished"), py::arg("limit"), py::arg("due"),
           py::arg("cut"), py::arg("paused"), py::arg("waiting"), py::arg("waiting_since"),
           py::arg("calendar"), py::arg("keys"), py::arg("unit"))
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
            const Besides besides = self.besides(false, false);
            std::optional<RollUpKeys> keys;
            if (by) keys = keys_from(*by, besides);
            auto groups = judge(self, options, columns, keys);
            py::object table = py::none();
            if (keys) table = py::cast(table_of(std::move(groups), *keys, besides));
            return py::make_tuple(due, status, late, table);
          },
          py::arg("options"), py::arg("by"))
      .def(
          "roll_up",
          [](const Log& self, const CaseOptions& options, const std::vector<std::string>& by,
             bool late_days, bool taken_days) {
            const Besides besides = self.besides(late_days, taken_days);
            const RollUpKeys keys = keys_from(by, besides);
            return table_of(judge(self, options, {}, keys), keys, besides);
          },
          py::arg("options"), py::arg("by"), py::arg("late_days"), py::arg("taken_days"));
}

}  // namespace sauro::python
