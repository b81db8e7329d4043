#include "casters.hpp"

namespace sauro::python {
namespace {

using EntryRow = std::tuple<std::string, std::string, Date, std::optional<std::string>,
                            std::optional<double>, std::optional<double>, std::optional<Date>,
                            std::string, std::string, std::string, std::string, std::string>;

/// code, where, message, message_en
using ProblemRow = std::tuple<int, std::string, std::string, std::string>;

Progress progress_of(const std::vector<EntryRow>& rows, const std::vector<ProblemRow>& problems) {
  Progress log;
  log.entries.reserve(rows.size());
  for (const auto& [task, occurrence, date, status, percent, stars, due, result, document, evidence,
                    who, place] : rows) {
    ProgressEntry entry{task, occurrence, date};
    if (status) entry.status = named<ProgressStatus>(*status);
    entry.percent = percent;
    entry.stars = stars;
    entry.due = due;
    entry.result = result;
    entry.document = document;
    entry.evidence = evidence;
    entry.who = who;
    entry.place = place;
    log.entries.push_back(std::move(entry));
  }
  for (const auto& [code, where, message, message_en] : problems) {
    log.problems.push_back({static_cast<ErrorCode>(code), where, message, message_en});
  }
  return log;
}

py::list rows_of(const Progress& log) {
  py::list rows;
  for (const ProgressEntry& one : log.entries) {
    const auto status =
        one.status ? std::optional(std::string(to_string(*one.status))) : std::nullopt;
    rows.append(py::make_tuple(one.task, one.occurrence, one.date, status, one.percent, one.stars,
                               one.due, one.result, one.document, one.evidence, one.who,
                               one.place));
  }
  return rows;
}

py::list problems_of(const Progress& log) {
  py::list rows;
  for (const Problem& one : log.problems) {
    rows.append(py::make_tuple(static_cast<int>(one.code), one.where, one.message, one.message_en));
  }
  return rows;
}

ProgressOptions reading_options(const std::optional<Date>& on, const std::optional<Date>& as_of,
                                const std::string& on_problem) {
  ProgressOptions options;
  options.on = on;
  options.as_of = as_of;
  options.on_problem = named<OnProblem>(on_problem);
  return options;
}

PointScheme scheme_of(const std::vector<std::pair<std::int64_t, double>>& bands, double not_done,
                      double points_a_star, double usual_stars, double lead, double coordinator) {
  PointScheme scheme;
  for (const auto& [late_from, points] : bands) scheme.bands.push_back({late_from, points});
  scheme.not_done = not_done;
  scheme.points_a_star = points_a_star;
  scheme.usual_stars = usual_stars;
  scheme.lead = lead;
  scheme.coordinator = coordinator;
  return scheme;
}

/// What pybind11 holds of a log: a vector would be taken for a list.
struct ProgressLog {
  Shared<Progress> entries;
};

ProgressLog log_of(Progress log) { return {{std::move(log)}}; }

Board tracked(const std::shared_ptr<Schedule>& schedule, const ProgressLog& log, const Date& as_of,
              const WorkingCalendar& calendar, const std::vector<int>& alert_days,
              const std::string& on_problem, const std::optional<PointScheme>& scheme,
              std::vector<std::pair<std::string, double>> priorities) {
  TrackOptions options;
  options.alert_days = alert_days;
  options.on_problem = named<OnProblem>(on_problem);
  if (scheme) options.scheme = *scheme;
  options.priorities = std::move(priorities);
  const py::gil_scoped_release release;
  return track(Shared<Schedule>(schedule), log.entries, as_of, calendar, options);
}

py::list alerts_of(const Board& board) {
  py::list rows;
  for (const Alert& alert : board.alerts) {
    const ScheduledOccurrence& one = board.schedule->occurrences[alert.row];
    rows.append(py::make_tuple(board.schedule->tasks[one.task_place].id, one.occurrence,
                               board.rows[alert.row].due, alert.working_days, alert.level));
  }
  return rows;
}

py::list bad_of(const Board& board) {
  py::list rows;
  for (const BadEntry& one : board.bad) {
    rows.append(py::make_tuple(static_cast<int>(one.code), one.where, one.message, one.message_en));
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
  py::class_<ProgressLog>(module, "Log")
      .def(py::init([](const std::vector<EntryRow>& rows, const std::vector<ProblemRow>& problems) {
             return log_of(progress_of(rows, problems));
           }),
           py::arg("rows"), py::arg("problems"))
      .def("__len__", [](const ProgressLog& self) { return self.entries->entries.size(); })
      .def("rows", [](const ProgressLog& self) { return rows_of(*self.entries); })
      .def("to_json", [](const ProgressLog& self) { return to_json(*self.entries); })
      .def("problems", [](const ProgressLog& self) { return problems_of(*self.entries); })
      .def(
          "merged",
          [](const ProgressLog& self, const ProgressLog& other) {
            return log_of(merged(*self.entries, *other.entries));
          },
          py::arg("other"));
  module.def("is_progress_column", &is_progress_column, py::arg("header"));
  module.def(
      "progress_from_json",
      [](const std::string& text, const std::string& name, const std::optional<Date>& on,
         const std::optional<Date>& as_of, const std::string& on_problem) {
        ProgressOptions options = reading_options(on, as_of, on_problem);
        options.csv.name = name;
        const py::gil_scoped_release release;
        return log_of(progress_from_json(text, options));
      },
      py::arg("text"), py::arg("name"), py::arg("on"), py::arg("as_of"), py::arg("on_problem"));
  module.def(
      "read_progress",
      [](const Grid& grid, const std::optional<Date>& on, const std::optional<Date>& as_of,
         const std::string& on_problem) {
        const ProgressOptions options = reading_options(on, as_of, on_problem);
        const py::gil_scoped_release release;
        return log_of(read_progress(grid, options));
      },
      py::arg("grid"), py::arg("on"), py::arg("as_of"), py::arg("on_problem"));
  module.def(
      "progress_of_plan",
      [](const Plan& plan, const Date& on, const std::string& on_problem) {
        const ProgressOptions options = reading_options({}, {}, on_problem);
        const py::gil_scoped_release release;
        return log_of(progress_of_plan(plan, on, options));
      },
      py::arg("plan"), py::arg("on"), py::arg("on_problem"));
  py::class_<PointScheme>(module, "PointScheme")
      .def(py::init(&scheme_of), py::arg("bands"), py::arg("not_done"), py::arg("points_a_star"),
           py::arg("usual_stars"), py::arg("lead"), py::arg("coordinator"));
  py::class_<Board>(module, "Board")
      .def("table", &Board::table)
      .def("by", &Board::by, py::arg("group"))
      .def("next", &Board::next)
      .def("alerts", &alerts_of)
      .def(
          "to_json", [](const Board& self, const Table& targets) { return to_json(self, targets); },
          py::arg("targets"))
      .def("task_states", &states_of, py::arg("english"))
      .def("bad", &bad_of)
      .def("counts", &counts_of)
      .def_readonly("later", &Board::later)
      .def_readonly("as_of", &Board::as_of);
  module.def("track", &tracked, py::arg("schedule"), py::arg("log"), py::arg("as_of"),
             py::arg("calendar"), py::arg("alert_days"), py::arg("on_problem"), py::arg("scheme"),
             py::arg("priorities"));
  module.def("board_statuses", &statuses);
  module.def("measured", &measured, py::arg("plan"), py::arg("measures"));
  module.def("changes", &changes_table, py::arg("before"), py::arg("after"));
}

}  // namespace sauro::python
