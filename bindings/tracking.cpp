#include "casters.hpp"

namespace sauro::python {
namespace {

using EntryRow = std::tuple<std::string, std::string, Date, std::optional<std::string>,
                            std::optional<double>, std::optional<double>, std::optional<Date>,
                            std::string, std::string, std::string, std::string, std::string>;

Progress progress_of(const std::vector<EntryRow>& rows) {
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
    const ScheduledOccurrence& one = board.schedule->occurrences[alert.occurrence];
    rows.append(py::make_tuple(board.schedule->tasks[one.task].id, one.label,
                               board.rows[alert.occurrence].due, alert.working_days, alert.level));
  }
  return rows;
}

py::list bad_of(const Board& board) {
  py::list rows;
  for (const BadEntry& one : board.bad) rows.append(py::make_tuple(one.entry, one.message));
  return rows;
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
  module.def("progress_words", [] {
    py::list rows;
    for (const ProgressWords& one : progress_words()) {
      rows.append(py::make_tuple(one.kind, one.name, one.words));
    }
    return rows;
  });
  py::class_<ProgressLog>(module, "Log")
      .def(py::init(
               [](const std::vector<EntryRow>& rows) { return ProgressLog{{progress_of(rows)}}; }),
           py::arg("rows"))
      .def("__len__", [](const ProgressLog& self) { return self.entries->entries.size(); })
      .def("rows", [](const ProgressLog& self) { return rows_of(*self.entries); });
  py::class_<PointScheme>(module, "PointScheme")
      .def(py::init(&scheme_of), py::arg("bands"), py::arg("not_done"), py::arg("points_a_star"),
           py::arg("usual_stars"), py::arg("lead"), py::arg("coordinator"));
  py::class_<Board>(module, "Board")
      .def("table", &Board::table)
      .def("by", &Board::by, py::arg("group"))
      .def("next", &Board::next)
      .def("alerts", &alerts_of)
      .def("bad", &bad_of)
      .def("counts", &counts_of)
      .def_readonly("later", &Board::later)
      .def_readonly("as_of", &Board::as_of);
  module.def("track", &tracked, py::arg("schedule"), py::arg("log"), py::arg("as_of"),
             py::arg("calendar"), py::arg("alert_days"), py::arg("on_problem"), py::arg("scheme"),
             py::arg("priorities"));
  module.def("changes", &changes_table, py::arg("before"), py::arg("after"));
}

}  // namespace sauro::python
