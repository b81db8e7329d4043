#include "columns.hpp"

namespace sauro::python {
namespace {

Table days_off_table(const WorkingCalendar& calendar, int year) {
  std::vector<Date> dates;
  std::vector<std::int32_t> kinds;
  std::vector<std::string> names;
  std::vector<std::string> decisions;
  std::vector<bool> projected;
  std::vector<std::string> labels;
  for (const DayKind kind : values<DayKind>()) labels.emplace_back(to_string(kind));
  for (const DayOff& day : calendar.days_off(year)) {
    dates.push_back(day.date);
    kinds.push_back(static_cast<std::int32_t>(day.kind));
    names.push_back(day.name);
    decisions.push_back(day.decision);
    projected.push_back(day.projected);
  }
  return Table({Column::of("date", dates), Column::category("kind", kinds, labels),
                Column::of("name", names), Column::of("decision", decisions),
                Column::of("projected", projected)});
}

/// "none", "morning" or "full" of Monday to Sunday.
using Week = std::array<std::string, 7>;

WorkWeek week_of(const Week& shares) {
  WorkWeek week{};
  for (std::size_t i = 0; i < week.size(); ++i) week[i] = named<DayShare>(shares[i]);
  return week;
}

using Special = std::tuple<Date, std::string, std::string>;  // date, kind, name

CustomOptions custom_options(int first, int last, const Week& week,
                             const std::vector<Special>& days) {
  CustomOptions options{first, last, week_of(week), {}};
  for (const auto& [date, kind, name] : days) {
    options.days.push_back({date, named<DayKind>(kind), name});
  }
  return options;
}

VietnamOptions vietnam_options(const std::string& kind, std::optional<Date> known_on,
                               const std::string& decisions, const Week& week, int first,
                               int last) {
  VietnamOptions options;
  options.kind = named<CalendarKind>(kind);
  options.known_on = known_on;
  if (!decisions.empty()) options.decisions = holiday_decisions_from_json(decisions);
  options.week = week_of(week);
  options.first_year = first;
  options.last_year = last;
  return options;
}

void register_calendar_class(py::module_& module) {
  using Calendar = WorkingCalendar;
  py::class_<Calendar>(module, "WorkingCalendar", "See sauro.WorkingCalendar.")
      .def_static(
          "vietnam",
          [](const std::string& kind, std::optional<Date> known_on, const std::string& decisions,
             const Week& week, int first, int last) {
            return Calendar::vietnam(vietnam_options(kind, known_on, decisions, week, first, last));
          },
          py::arg("kind"), py::arg("known_on"), py::arg("decisions"), py::arg("week"),
          py::arg("first_year"), py::arg("last_year"))
      .def_static(
          "custom",
          [](int first, int last, const Week& week, const std::vector<Special>& days) {
            return Calendar::custom(custom_options(first, last, week, days));
          },
          py::arg("first_year"), py::arg("last_year"), py::arg("week"), py::arg("days"))
      .def_property_readonly("first", &Calendar::first)
      .def_property_readonly("last", &Calendar::last)
      .def(
          "same_days", [](const Calendar& a, const Calendar& b) { return a == b; },
          py::arg("other"))
      .def("is_working", py::overload_cast<const Date&>(&Calendar::is_working, py::const_),
           py::arg("date"))
      .def("add", py::overload_cast<const Date&, std::int64_t>(&Calendar::add, py::const_),
           py::arg("date"), py::arg("working_days"))
      .def("count", py::overload_cast<const Date&, const Date&>(&Calendar::count, py::const_),
           py::arg("start"), py::arg("end"))
      .def("on_or_after", &Calendar::on_or_after, py::arg("date"))
      .def("on_or_before", &Calendar::on_or_before, py::arg("date"))
      .def("is_projected", &WorkingCalendar::is_projected, py::arg("year"))
      .def("days_off", &days_off_table, py::arg("year"))
      .def(
          "is_working_column",
          [](const Calendar& self, const Days& dates) {
            py::array_t<bool> out(dates.size());
            auto* data = reinterpret_cast<std::uint8_t*>(out.mutable_data());
            const std::span<std::uint8_t> span(data, static_cast<std::size_t>(dates.size()));
            const Unlocked unlocked;
            self.is_working(span_of(dates), span);
            return out;
          },
          py::arg("dates").noconvert())
      .def(
          "add_column",
          [](const Calendar& self, const Days& dates, const Days& n,
             const std::string& on_problem) {
            return filled(dates.size() == 1 ? n.size() : dates.size(), [&](auto out) {
              self.add(span_of(dates), span_of(n), out, named<OnProblem>(on_problem));
            });
          },
          py::arg("dates").noconvert(), py::arg("working_days").noconvert(), py::arg("on_problem"))
      .def(
          "count_column",
          [](const Calendar& self, const Days& start, const Days& end,
             const std::string& on_problem) {
            return filled(start.size() == 1 ? end.size() : start.size(), [&](auto out) {
              self.count(span_of(start), span_of(end), out, named<OnProblem>(on_problem));
            });
          },
          py::arg("start").noconvert(), py::arg("end").noconvert(), py::arg("on_problem"))
      .def(
          "roll_column",
          [](const Calendar& self, const Days& dates, bool back, const std::string& on_problem) {
            return filled(dates.size(), [&](auto out) {
              self.roll(span_of(dates), back, out, named<OnProblem>(on_problem));
            });
          },
          py::arg("dates").noconvert(), py::arg("back"), py::arg("on_problem"));
}

void register_periods(py::module_& module) {
  const auto pair = [](const Period& period) { return std::pair(period.first(), period.last()); };
  module.def(
      "period",
      [pair](const std::string& kind, int year, int number) {
        if (kind == "half_year") return pair(Period::half_year(year, number));
        if (kind == "quarter") return pair(Period::quarter(year, number));
        if (kind == "nine_months") return pair(Period::nine_months(year));
        if (kind == "month") return pair(Period::month(year, number));
        if (kind == "week") return pair(Period::week(year, number));
        return pair(Period::year(year));
      },
      py::arg("kind"), py::arg("year"), py::arg("number"));
  py::class_<ReportingRule>(module, "ReportingRule")
      .def(py::init([](int cut_off_day, int due_day, int due_months_after,
                       std::optional<int> due_working_days, bool cumulative,
                       const std::string& roll) {
             return ReportingRule{.cut_off_day = cut_off_day,
                                  .due_day = due_day,
                                  .due_months_after = due_months_after,
                                  .due_working_days = due_working_days,
                                  .cumulative = cumulative,
                                  .roll = named<Roll>(roll)};
           }),
           py::kw_only(), py::arg("cut_off_day"), py::arg("due_day"), py::arg("due_months_after"),
           py::arg("due_working_days"), py::arg("cumulative"), py::arg("roll"));
  py::class_<ReportingPeriod>(module, "ReportingPeriod")
      .def(py::init([](const std::string& kind, int year, int number, const ReportingRule& rule) {
             return ReportingPeriod(named<ReportKind>(kind, ErrorCode::invalid_period), year,
                                    number, rule);
           }),
           py::arg("kind"), py::arg("year"), py::arg("number"), py::arg("rule"))
      .def_property_readonly("start", &ReportingPeriod::start)
      .def_property_readonly("cut_off", &ReportingPeriod::cut_off)
      .def_property_readonly("label", &ReportingPeriod::label)
      .def("due", &ReportingPeriod::due, py::arg("calendar"));
}

}  // namespace

void register_calendar(py::module_& module) {
  register_calendar_class(module);
  register_periods(module);
  module.def(
      "to_lunar",
      [](const Date& date) {
        const LunarDate lunar = to_lunar(date);
        return std::tuple(lunar.year, lunar.month, lunar.day, lunar.leap_month);
      },
      py::arg("date"));
  module.def(
      "from_lunar",
      [](int year, int month, int day, bool leap) { return from_lunar({year, month, day, leap}); },
      py::arg("year"), py::arg("month"), py::arg("day"), py::arg("leap_month"));
  module.def("leap_month", &leap_month, py::arg("lunar_year"), py::pos_only(),
             "Number of the month that a lunar year repeats, or 0.");
  module.def("tet", &tet, py::arg("lunar_year"), py::pos_only(),
             "First day of a lunar year (1900-2199).");
}

}  // namespace sauro::python
