#include "values.hpp"

namespace pybind11::detail {

/// A band <-> (late_from, points).
template <>
struct type_caster<sauro::PointScheme::Band> {
 public:
  PYBIND11_TYPE_CASTER(sauro::PointScheme::Band, const_name("tuple[int, float]"));

  bool load(handle source, bool convert) {
    type_caster<std::pair<std::int64_t, double>> pair;
    if (!pair.load(source, convert)) return false;
    const auto [late_from, points] = static_cast<std::pair<std::int64_t, double>>(pair);
    value = {late_from, points};
    return true;
  }

  static handle cast(const sauro::PointScheme::Band& band, return_value_policy, handle) {
    return make_tuple(band.late_from, band.points).release();
  }
};

}  // namespace pybind11::detail

namespace sauro::python {

template <>
std::string type_text<PointScheme::Band>() {
  return "tuple[int, float]";
}

namespace {

/// on, as_of, on_problem, year, (words, status) of an office's own
using ReadingParts =
    std::tuple<std::optional<Date>, std::optional<Date>, std::string, std::optional<int>,
               std::vector<std::pair<std::string, std::string>>>;

ProgressOptions reading_options(const ReadingParts& parts) {
  ProgressOptions options;
  options.on = std::get<0>(parts);
  options.as_of = std::get<1>(parts);
  options.on_problem = named<OnProblem>(std::get<2>(parts));
  options.year = std::get<3>(parts);
  for (const auto& [words, status] : std::get<4>(parts)) {
    options.statuses.emplace_back(words, named<ProgressStatus>(status));
  }
  return options;
}

/// What pybind11 holds of a log: a vector would be taken for a list.
struct ProgressLog {
  Shared<Progress> entries;
};

ProgressLog log_of(Progress log) { return {{std::move(log)}}; }

ProgressLog log_of_parts(std::vector<ProgressEntry> entries, const py::list& problems) {
  Progress log{std::move(entries)};
  for (const py::handle& one : problems) log.problems.push_back(problem_of(one));
  return log_of(std::move(log));
}

Board tracked(const std::shared_ptr<Schedule>& schedule, const ProgressLog& log, const Date& as_of,
              const WorkingCalendar& calendar, const std::vector<int>& alert_days,
              const std::string& on_problem, const std::optional<PointScheme>& scheme,
              std::vector<std::pair<std::string, double>> priorities, bool reviews) {
  TrackOptions options;
  options.alert_days = alert_days;
  options.on_problem = named<OnProblem>(on_problem);
  if (scheme) options.scheme = *scheme;
  options.priorities = std::move(priorities);
  options.reviews = reviews;
  const Unlocked unlocked;
  return track(Shared<Schedule>(schedule), log.entries, as_of, calendar, options);
}

/// Entries that can't be right.
py::list bad_of(const Board& board) { return problems_of({board.bad.begin(), board.bad.end()}); }

/// (name, plainest word) of what an entry can say.
py::list said_statuses() {
  py::list rows;
  for (const ProgressWords& one : progress_words()) {
    if (one.kind == "status") rows.append(py::make_tuple(one.name, one.words.at(1)));
  }
  return rows;
}

/// (name, what it is called) of each status.
py::list statuses() {
  py::list rows;
  for (const BoardStatus status : values<BoardStatus>()) {
    rows.append(py::make_tuple(std::string(to_string(status)), words_of(status).vi));
  }
  return rows;
}

std::vector<std::string> states_of(const Board& board, bool english) {
  std::vector<std::string> texts;
  for (const Bilingual& one : task_states(board)) texts.push_back(english ? one.en : one.vi);
  return texts;
}

/// Without a plan there is nothing to judge.
Table measured(const std::optional<Plan>& plan,
               const std::vector<std::tuple<std::string, double, std::string>>& measures) {
  std::vector<Measure> given;
  for (const auto& [task, value, unit] : measures) given.push_back({task, value, unit});
  return targets_table(plan ? measure_targets(*plan, given) : std::vector<MeasuredTarget>{});
}

py::list counts_of(const Board& board) {
  std::array<std::size_t, board_statuses> counts{};
  for (const BoardRow& row : board.rows) ++counts[static_cast<std::size_t>(row.status)];
  py::list rows;
  for (std::size_t i = 0; i < board_statuses; ++i) {
    rows.append(py::make_tuple(std::string(to_string(static_cast<BoardStatus>(i))), counts[i]));
  }
  return rows;
}

}  // namespace

void register_tracking(py::module_& module) {
  positional_class<ProgressEntry>(module, "ProgressEntry", "One dated entry of a log.");
  positional_class<Alert>(module, "Alert", "Something to remind of.");
  positional_class<PointScheme>(module, "PointScheme",
                                "Points for being early or late, and how much they count.");
  py::class_<ProgressLog>(module, "Log")
      .def(py::init(&log_of_parts), py::arg("entries"), py::arg("problems"))
      .def("__len__", [](const ProgressLog& self) { return self.entries->entries.size(); })
      .def_property_readonly("entries",
                             [](const ProgressLog& self) { return self.entries->entries; })
      .def(
          "table",
          [](const ProgressLog& self) { return table_of(self.entries->entries, Cells::plain); },
          CallUnlocked())
      .def(
          "to_json", [](const ProgressLog& self) { return to_json(*self.entries); }, CallUnlocked())
      .def_property_readonly(
          "problems", [](const ProgressLog& self) { return problems_of(self.entries->problems); })
      .def(
          "merged",
          [](const ProgressLog& self, const ProgressLog& other) {
            return log_of(merged(*self.entries, *other.entries));
          },
          py::arg("other"), CallUnlocked());
  module.attr("pickle_version") = pickle_version;
  module.def("refuse_pickle", &refuse_pickle, py::arg("name"));
  module.def(
      "progress_from_json",
      [](const std::string& text, const std::string& name, const ReadingParts& parts) {
        ProgressOptions options = reading_options(parts);
        options.csv.name = name;
        const Unlocked unlocked;
        return log_of(progress_from_json(text, options));
      },
      py::arg("text"), py::arg("name"), py::arg("options"));
  module.def(
      "read_progress",
      [](const Grid& grid, const ReadingParts& parts) {
        const ProgressOptions options = reading_options(parts);
        const Unlocked unlocked;
        return log_of(read_progress(grid, options));
      },
      py::arg("grid"), py::arg("options"));
  module.def(
      "progress_of_plan",
      [](const Plan& plan, const Date& on, const std::string& on_problem) {
        const ProgressOptions options = reading_options({{}, {}, on_problem, {}, {}});
        const Unlocked unlocked;
        return log_of(progress_of_plan(plan, on, options));
      },
      py::arg("plan"), py::arg("on"), py::arg("on_problem"));
  py::class_<Board>(module, "Board")
      .def("table", &Board::table, CallUnlocked())
      .def("by", &Board::by, py::arg("group"), CallUnlocked())
      .def("next", &Board::next, CallUnlocked())
      .def_readonly("alerts", &Board::alerts)
      .def(
          "to_json", [](const Board& self, const Table& targets) { return to_json(self, targets); },
          py::arg("targets"), CallUnlocked())
      .def("task_states", &states_of, py::arg("english"), CallUnlocked())
      .def_property_readonly("bad", &bad_of)
      .def("counts", &counts_of)
      .def_readonly("later", &Board::later)
      .def_readonly("as_of", &Board::as_of);
  module.def("track", &tracked, py::arg("schedule"), py::arg("log"), py::arg("as_of"),
             py::arg("calendar"), py::arg("alert_days"), py::arg("on_problem"), py::arg("scheme"),
             py::arg("priorities"), py::arg("reviews"));
  module.def("board_statuses", &statuses);
  module.def("progress_statuses", &said_statuses);
  module.def("measured", &measured, py::arg("plan"), py::arg("measures"), CallUnlocked());
  module.def("changes", &changes_table, py::arg("before"), py::arg("after"), CallUnlocked());
}

}  // namespace sauro::python
