#include "sauro/writing/project_xml.hpp"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

#include "sauro/text/unicode.hpp"
#include "calendar/official_day.hpp"
#include "core/poll.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr std::size_t summary_uids = 1'000'000;  ///< of tasks that have several occurrences
constexpr const char* finish_to_finish = "0";
constexpr const char* finish_to_start = "1";
constexpr const char* morning = "T08:00:00";
constexpr const char* evening = "T17:00:00";

void add(pugi::xml_node parent, const char* name, std::string_view text) {
  parent.append_child(name).append_child(pugi::node_pcdata).set_value(visible_text(text).c_str());
}

void add(pugi::xml_node parent, const char* name, std::size_t number) {
  add(parent, name, std::to_string(number));
}

void add_worked_times(pugi::xml_node parent) {
  pugi::xml_node times = parent.append_child("WorkingTimes");
  for (const auto& [from, to] : {std::pair("08:00:00", "12:00:00"), {"13:00:00", "17:00:00"}}) {
    pugi::xml_node time = times.append_child("WorkingTime");
    add(time, "FromTime", from);
    add(time, "ToTime", to);
  }
}

void add_exception(pugi::xml_node parent, const Date& day, bool worked) {
  pugi::xml_node exception = parent.append_child("Exception");
  add(exception, "EnteredByOccurrences", "0");
  pugi::xml_node period = exception.append_child("TimePeriod");
  add(period, "FromDate", day.to_iso() + "T00:00:00");
  add(period, "ToDate", day.to_iso() + "T23:59:00");
  add(exception, "Occurrences", "1");
  add(exception, "Name", (worked ? "Làm bù " : "Nghỉ ") + detail::official_day(day));
  add(exception, "Type", "1");
  add(exception, "DayWorking", worked ? "1" : "0");
  if (worked) add_worked_times(exception);
}

/// The week, and each day that differs from others of its weekday as an exception.
void add_calendar(pugi::xml_node root, const WorkingCalendar& days, int first_year, int last_year) {
  pugi::xml_node calendar = root.append_child("Calendars").append_child("Calendar");
  add(calendar, "UID", "1");
  add(calendar, "Name", "Việt Nam");
  add(calendar, "IsBaseCalendar", "1");
  add(calendar, "BaseCalendarUID", "-1");
  pugi::xml_node week = calendar.append_child("WeekDays");
  for (std::size_t type = 1; type <= 7; ++type) {  // 1 is Sunday
    pugi::xml_node weekday = week.append_child("WeekDay");
    const bool worked = type != 1 && type != 7;
    add(weekday, "DayType", type);
    add(weekday, "DayWorking", worked ? "1" : "0");
    if (worked) add_worked_times(weekday);
  }
  pugi::xml_node exceptions = calendar.append_child("Exceptions");
  const Date last(last_year, 12, 31);
  for (Date day(first_year, 1, 1); day <= last; day = day.plus_days(1)) {
    const bool worked = days.is_working(day);
    if (worked != (day.weekday() < 6)) add_exception(exceptions, day, worked);
  }
}

struct ProjectTask {
  std::size_t uid = 0;
  std::string name;
  bool inner = false;    ///< stands below a summary
  bool summary = false;  ///< of the tasks below it
  std::optional<Date> start = {};
  std::optional<Date> due = {};
  std::string notes = {};
  std::vector<std::pair<std::size_t, const char*>> before = {};  ///< UIDs, kinds of links
};

void add_task(pugi::xml_node tasks, const ProjectTask& one, std::size_t number) {
  detail::poll();
  pugi::xml_node task = tasks.append_child("Task");
  add(task, "UID", one.uid);
  add(task, "ID", number);
  add(task, "Name", one.name);
  add(task, "Active", "1");
  add(task, "Manual", "1");  // the plan's own days, not worked out from durations
  add(task, "IsNull", "0");
  add(task, "OutlineLevel", one.inner ? "2" : "1");
  if (one.due) {
    const Date begin = std::min(one.start.value_or(*one.due), *one.due);
    add(task, "Start", begin.to_iso() + morning);
    add(task, "Finish", one.due->to_iso() + evening);
    add(task, "ManualStart", begin.to_iso() + morning);
    add(task, "ManualFinish", one.due->to_iso() + evening);
  }
  add(task, "Milestone", "0");
  add(task, "Summary", one.summary ? "1" : "0");
  if (one.due) add(task, "Deadline", one.due->to_iso() + evening);
  if (!one.notes.empty()) add(task, "Notes", one.notes);
  for (const auto& [uid, kind] : one.before) {
    pugi::xml_node link = task.append_child("PredecessorLink");
    add(link, "PredecessorUID", uid);
    add(link, "Type", kind);
  }
}

std::string notes_of(const ScheduledTask& task) {
  std::vector<std::string> parts = task.lead_names;
  parts.push_back(task.product);
  return detail::joined(parts, "; ");
}

/// The span over all occurrences of a task; no dates where one of them has none.
void span_over(ProjectTask& head, const Schedule& schedule,
               const std::vector<std::size_t>& places) {
  for (const std::size_t i : places) {
    const ScheduledOccurrence& one = schedule.occurrences[i];
    if (!one.due) continue;
    const Date start = one.start.value_or(*one.due);
    head.start = head.start ? std::min(*head.start, start) : start;
    head.due = head.due ? std::max(*head.due, *one.due) : *one.due;
  }
}

void add_tasks(pugi::xml_node root, const Schedule& schedule) {
  std::vector<std::vector<std::size_t>> places(schedule.tasks.size());
  for (std::size_t i = 0; i < schedule.occurrences.size(); ++i) {
    places[schedule.occurrences[i].task_place].push_back(i);
  }
  const auto uid_of = [&](std::size_t task) {
    return places[task].size() == 1 ? places[task][0] + 1 : summary_uids + task;
  };
  std::vector<std::vector<std::pair<std::size_t, const char*>>> before(schedule.tasks.size());
  for (const Dependency& link : schedule.dependencies) {
    const bool part = link.kind == DependencyKind::part;
    before[link.after].push_back({uid_of(link.before), part ? finish_to_finish : finish_to_start});
  }
  pugi::xml_node tasks = root.append_child("Tasks");
  std::size_t number = 0;
  for (std::size_t t = 0; t < schedule.tasks.size(); ++t) {
    const ScheduledTask& task = schedule.tasks[t];
    const bool several = places[t].size() != 1;
    ProjectTask head{uid_of(t), task.id + " " + task.title, false, several};
    head.notes = notes_of(task);
    head.before = before[t];
    if (several) {
      span_over(head, schedule, places[t]);
    } else {
      head.start = schedule.occurrences[places[t][0]].start;
      head.due = schedule.occurrences[places[t][0]].due;
    }
    add_task(tasks, head, ++number);
    for (const std::size_t i : several ? places[t] : std::vector<std::size_t>{}) {
      const ScheduledOccurrence& one = schedule.occurrences[i];
      add_task(tasks, {i + 1, one.occurrence, true, false, one.start, one.due, one.reading},
               ++number);
    }
  }
}

}  // namespace

std::string to_project_xml(const Schedule& schedule, const WorkingCalendar& calendar) {
  Date first(9999, 12, 31);
  Date last(1400, 1, 1);
  for (const ScheduledOccurrence& one : schedule.occurrences) {
    for (const std::optional<Date>& day : {one.start, one.due}) {
      if (day) first = std::min(first, *day);
      if (day) last = std::max(last, *day);
    }
  }
  if (first > last) {
    first = Date(schedule.year, 1, 1);
    last = Date(schedule.year, 12, 31);
  }
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  pugi::xml_node root = document.append_child("Project");
  root.append_attribute("xmlns") = "http://schemas.microsoft.com/project";
  add(root, "SaveVersion", "14");
  add(root, "Name", schedule.title);
  add(root, "Title", schedule.title);
  add(root, "ScheduleFromStart", "1");
  add(root, "StartDate", first.to_iso() + morning);
  add(root, "CalendarUID", "1");
  add_calendar(root, calendar, first.year(), last.year());
  add_tasks(root, schedule);
  std::ostringstream out;
  document.save(out, "  ");
  return out.str();
}

}  // namespace sauro::inline v0_1
