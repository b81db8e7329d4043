#include <set>

#include "values.hpp"

namespace sauro::python {
namespace {

void register_meanings(py::module_& module) {
  fields_class<IndicatorMeaning>(module, "IndicatorMeaning",
                                 "What an indicator measures, as its words tell.");
  module.def("meaning_of", &meaning_of, py::arg("indicator"), py::pos_only(),
             "Whether an indicator is a level, a flow, a ratio, a rank, a grade or yes and no, and "
             "which way is better.");
  module.def(
      "task_indicators",
      [](const Plan& plan) {
        const Unlocked unlocked;
        return task_indicators(plan).links;
      },
      py::arg("plan"));
  module.def(
      "parse_period",
      [](const std::string& text, std::optional<int> year) {
        const Period period = parse_period(to_nfc(text), year);
        return std::pair(period.first(), period.last());
      },
      py::arg("text"), py::arg("year"));
  module.def("convert_unit", &convert_unit, py::arg("value"), py::arg("source"), py::arg("target"));
}

void register_log(py::module_& module) {
  fields_class<IndicatorValue>(module, "IndicatorValue",
                               "A value of an indicator at a place in a period.");
  fields_class<Contradiction>(module, "Contradiction", "Figures that can't all be right.");
  py::class_<IndicatorLog>(module, "IndicatorLog", "See sauro.IndicatorLog.")
      .def(py::init([](const Table& columns) {
             const Unlocked unlocked;
             return IndicatorLog(columns);
           }),
           py::arg("columns"))
      .def_static("of", &IndicatorLog::of, py::arg("values"))
      .def_property_readonly("table", &IndicatorLog::table)
      .def("__len__", &IndicatorLog::size)
      .def("at", &IndicatorLog::at, py::arg("row"));
  module.def(
      "months_of",
      [](const Column& days) {
        const Unlocked unlocked;
        return months_of(days);
      },
      py::arg("days"));
  module.def(
      "merge_indicator_logs",
      [](const std::vector<IndicatorLog>& logs, const std::vector<std::string>& names) {
        MergedLogs merged;
        {
          const Unlocked unlocked;
          merged = merge_indicator_logs(logs, names);
        }
        return std::pair(merged.log, merged.contradictions);
      },
      py::arg("logs"), py::arg("names"));
}

/// A sheet; one whose columns are places is read place by place.
IndicatorSheet sheet_of(const Grid& grid, const IndicatorSheetOptions& options) {
  const std::vector<PlaceSheet> places = sheets_by_place(grid);
  if (places.empty()) return read_indicators(grid, options);
  IndicatorSheet all;
  std::vector<IndicatorValue> values;
  std::set<std::pair<std::string, std::string>> known;  // those of a row come once a place
  const auto keep = [&](const std::vector<Problem>& problems) {
    for (const Problem& one : problems) {
      if (known.emplace(one.where, one.message).second) all.problems.push_back(one);
    }
  };
  for (const auto& [place, part] : places) {
    IndicatorSheetOptions own = options;
    own.on_problem = OnProblem::keep;
    if (!place.empty()) own.place = place;
    try {
      const IndicatorSheet sheet = read_indicators(part, own);
      keep(sheet.problems);
      for (std::int64_t i = 0; i < sheet.log.size(); ++i) values.push_back(sheet.log.at(i));
    } catch (const ValidationError& why) {
      if (options.on_problem == OnProblem::keep) throw;
      keep(why.problems());
    }
  }
  if (!all.problems.empty() && options.on_problem == OnProblem::raise) {
    throw ValidationError(std::move(all.problems));
  }
  all.log = IndicatorLog::of(values);
  return all;
}

void register_sheets(py::module_& module) {
  module.def(
      "read_indicators",
      [](const Grid& grid, const std::optional<std::pair<Date, Date>>& period,
         std::optional<int> year, const std::string& place, std::optional<Date> known_on,
         const std::string& on_problem) {
        IndicatorSheetOptions options;
        if (period) options.period = Period(period->first, period->second);
        options.year = year;
        options.place = to_nfc(place);
        options.known_on = known_on;
        options.on_problem = named<OnProblem>(on_problem);
        const IndicatorSheet sheet = [&] {
          const Unlocked unlocked;
          return sheet_of(grid, options);
        }();
        return py::make_tuple(sheet.log, sheet.contradictions, problems_of(sheet.problems));
      },
      py::arg("grid"), py::kw_only(), py::arg("period"), py::arg("year"), py::arg("place"),
      py::arg("known_on"), py::arg("on_problem"));
}

template <class E>
std::map<std::string, E, std::less<>> settled(const std::map<std::string, std::string>& words) {
  std::map<std::string, E, std::less<>> all;
  for (const auto& [id, word] : words) all.emplace(to_nfc(id), named<E>(word));
  return all;
}

using Bounds = std::map<std::string, std::pair<std::optional<double>, std::optional<double>>>;

MonitorOptions options_of(
    const Date& as_of, std::optional<Date> known_on, std::optional<WorkingCalendar> calendar,
    const std::map<std::string, std::string>& measures,
    const std::map<std::string, std::string>& directions, const Bounds& bounds,
    const std::map<std::string, std::vector<double>>& profiles,
    const std::optional<std::vector<std::pair<std::string, double>>>& bands,
    const std::map<std::string, std::string>& parents,
    const std::map<std::string, std::pair<Date, std::vector<std::string>>>& mergers,
    int cut_off_day, const IndicatorLog& allocations, const std::string& on_problem) {
  MonitorOptions options;
  options.as_of = as_of;
  options.known_on = known_on;
  options.calendar = std::move(calendar);
  options.measures = settled<MeasureKind>(measures);
  options.directions = settled<Better>(directions);
  for (const auto& [id, pair] : bounds) {
    options.bounds.emplace(to_nfc(id), MonthBounds{pair.first, pair.second});
  }
  for (const auto& [id, profile] : profiles) options.profiles.emplace(to_nfc(id), profile);
  if (bands) {
    options.bands.clear();
    for (const auto& [status, from] : *bands) {
      options.bands.push_back({named<StandingStatus>(status), from});
    }
  }
  for (const auto& [place, parent] : parents)
    options.parents.emplace(to_nfc(place), to_nfc(parent));
  for (const auto& [place, merger] : mergers) {
    Merger& one = options.mergers[to_nfc(place)];
    one.since = merger.first;
    for (const std::string& old : merger.second) one.places.push_back(to_nfc(old));
  }
  options.cut_off_day = cut_off_day;
  options.allocations = allocations;
  options.on_problem = named<OnProblem>(on_problem);
  return options;
}

void register_monitor(py::module_& module) {
  fields_class<Standing>(module, "Standing", "Where an indicator stands at a place.");
  fields_class<PlaceContribution>(module, "PlaceContribution",
                                  "What one place is of several together.");
  fields_class<Allocation>(module, "Allocation",
                           "What the targets that were given to the parts of a place make.");
  py::class_<MonitorOptions>(module, "MonitorOptions")
      .def(py::init(&options_of), py::kw_only(), py::arg("as_of"), py::arg("known_on"),
           py::arg("calendar"), py::arg("measures"), py::arg("directions"), py::arg("bounds"),
           py::arg("profiles"), py::arg("bands"), py::arg("parents"), py::arg("mergers"),
           py::arg("cut_off_day"), py::arg("allocations"), py::arg("on_problem"));
  py::class_<Monitor>(module, "Monitor", "See sauro.Monitor.")
      .def_readonly("as_of", &Monitor::as_of)
      .def_readonly("standings", &Monitor::standings)
      .def_readonly("contradictions", &Monitor::contradictions)
      .def_readonly("contributions", &Monitor::contributions)
      .def_readonly("allocations", &Monitor::allocations)
      .def_readonly("remarks", &Monitor::remarks)
      .def_property_readonly("problems",
                             [](const Monitor& self) { return problems_of(self.problems); })
      .def_property_readonly("table", [](const Monitor& self) { return table_of(self.standings); })
      .def_property_readonly("contradiction_table",
                             [](const Monitor& self) { return table_of(self.contradictions); });
  module.def(
      "monitor",
      [](const std::vector<Indicator>& indicators, const IndicatorLog& log,
         const MonitorOptions& options) {
        const Unlocked unlocked;
        return monitor(indicators, log, options);
      },
      py::arg("indicators"), py::arg("log"), py::arg("options"));
}

}  // namespace

void register_indicators(py::module_& module) {
  register_meanings(module);
  register_log(module);
  register_sheets(module);
  register_monitor(module);
}

}  // namespace sauro::python
