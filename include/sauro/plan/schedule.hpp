#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Why something is due.
enum class OccurrenceKind {
  once,       ///< one span with an end
  period,     ///< of a rhythm
  occasion,   ///< one of several times that are named
  review,     ///< a look at what is done all the time
  milestone,  ///< of a roadmap over years
  event,      ///< waits for something without a date
  undated,    ///< the plan names no time
};

constexpr std::array<std::string_view, 7> enum_names(OccurrenceKind /*value*/) noexcept {
  return {"once", "period", "occasion", "review", "milestone", "event", "undated"};
}

/// One time that a task of a schedule is due.
struct ScheduledOccurrence {
  std::size_t task_place = 0;   ///< among the schedule's tasks
  std::string occurrence = {};  ///< label: "Quý I/2026"; unique within its task
  std::optional<Date> start = {};
  std::optional<Date> due = {};        ///< none where there is no date
  std::optional<int> due_minute = {};  ///< of the due day, where a time of day is named
  OccurrenceKind kind = OccurrenceKind::once;
  std::string reading = {};  ///< in Vietnamese: how the date came about, where that isn't plain
  std::string task = {};     ///< id of the task, as `schedule` and `schedule_from_json` give it

  /// What is written of it; its place follows from the task.
  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("task", &ScheduledOccurrence::task, "Id of the task.",
              traits::required | traits::shown),
        Field("occurrence", &ScheduledOccurrence::occurrence,
              "Label: \"Quý I/2026\"; unique within its task.", traits::required | traits::shown),
        Field("start", &ScheduledOccurrence::start, "Begin of the window, or None.",
              traits::required),
        Field("due", &ScheduledOccurrence::due, "End of the window; None where there is no date.",
              traits::required | traits::shown),
        Field("due_minute", &ScheduledOccurrence::due_minute,
              "Minute of the due day, where a time of day is named, or None.", traits::omitted),
        Field("kind", &ScheduledOccurrence::kind,
              "Why it is due: once, period, occasion, review, milestone, event or undated.",
              traits::required | traits::shown),
        Field("reading", &ScheduledOccurrence::reading,
              "In Vietnamese: how the date came about, where that isn't plain.")};
  }

  friend bool operator==(const ScheduledOccurrence& a, const ScheduledOccurrence& b) {
    return equal_fields(a, b);
  }
};

/// What a schedule keeps of a task.
struct ScheduledTask {
  std::string id = {};
  std::string title = {};
  int annex = 0;
  std::string area = {};       ///< number: "I"
  std::string area_name = {};  ///< title: "Công tác chỉ đạo"
  std::string product = {};
  std::vector<std::string> leads = {};       ///< ids of agencies
  std::vector<std::string> lead_names = {};  ///< one for each of them
  std::vector<std::string> coordinators = {};
  std::vector<std::string> coordinator_names = {};
  std::string timeframe = {};  ///< the cell as written
  bool duty = false;           ///< stands in the text, not in a table

  /// Number and title of the area: "I. Công tác chỉ đạo".
  [[nodiscard]] std::string area_label() const {
    return area + (area.empty() || area_name.empty() ? "" : ". ") + area_name;
  }

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("id", &ScheduledTask::id, "Of the task.", traits::required | traits::shown),
        Field("title", &ScheduledTask::title, "What is to be done.",
              traits::required | traits::shown),
        Field("annex", &ScheduledTask::annex, "Its number.", traits::required),
        Field("area", &ScheduledTask::area, "Number: \"I\".", traits::required),
        Field("area_name", &ScheduledTask::area_name, "Title of the area.", traits::required),
        Field("product", &ScheduledTask::product, "What it yields.", traits::required),
        Field("leads", &ScheduledTask::leads, "Ids of agencies.", traits::required),
        Field("lead_names", &ScheduledTask::lead_names, "One for each lead.", traits::required),
        Field("coordinators", &ScheduledTask::coordinators, "Ids of agencies.", traits::required),
        Field("coordinator_names", &ScheduledTask::coordinator_names, "One for each coordinator.",
              traits::required),
        Field("timeframe", &ScheduledTask::timeframe, "The cell as written.", traits::required),
        Field("duty", &ScheduledTask::duty, "It is a duty of the plan's text.", traits::omitted)};
  }

  friend bool operator==(const ScheduledTask&, const ScheduledTask&) = default;
};

/// Why one task comes before another.
enum class DependencyKind { part, inspection, given };

constexpr std::array<std::string_view, 3> enum_names(DependencyKind /*value*/) noexcept {
  return {"part", "inspection", "given"};
}

/// One task that has to come before another.
struct Dependency {
  std::size_t before = 0;  ///< places among the schedule's tasks
  std::size_t after = 0;
  DependencyKind kind = DependencyKind::given;
  std::string before_task = {};  ///< ids of these tasks, as `schedule` gives them
  std::string after_task = {};

  /// What is written of it; the places follow from the tasks.
  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("before", &Dependency::before_task, "Id of the task that comes first.",
                            traits::required | traits::shown),
                      Field("after", &Dependency::after_task, "Id of the task that waits for it.",
                            traits::required | traits::shown),
                      Field("kind", &Dependency::kind, "A part, a step of an inspection or given.",
                            traits::required | traits::shown)};
  }

  friend bool operator==(const Dependency& a, const Dependency& b) { return equal_fields(a, b); }
};

/// What is due when.
struct Schedule {
  std::string title = {};  ///< "KH 78/KH-UBND"
  int year = 0;
  std::vector<ScheduledTask> tasks = {};              ///< then the duties with a limit
  std::vector<ScheduledOccurrence> occurrences = {};  ///< by task, then by due day
  std::vector<Dependency> dependencies = {};
  /// Years of due days whose holidays no decision has fixed yet: working days and moved days of
  /// these years may change.
  std::vector<int> projected = {};
  std::vector<std::size_t> order = {};  ///< of the tasks: what has to come first comes first

  /// What is written of it; the order follows from the dependencies.
  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("title", &Schedule::title, "Kind and number of the plan.", traits::required),
        Field("year", &Schedule::year, "Year that the plan is for.", traits::required),
        Field("tasks", &Schedule::tasks,
              "All tasks, then the duties with a limit, in the plan's order.", traits::required),
        Field("occurrences", &Schedule::occurrences,
              "All occurrences, by task; those without a date too.", traits::required),
        Field("dependencies", &Schedule::dependencies, "Which tasks come before which.",
              traits::required),
        Field("projected", &Schedule::projected,
              "Years of due days whose holidays no decision has fixed yet.", traits::omitted)};
  }

  friend bool operator==(const Schedule& a, const Schedule& b) { return equal_fields(a, b); }
};

}  // namespace sauro::inline v0_1
