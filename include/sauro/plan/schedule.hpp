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
  std::optional<Date> due = {};  ///< none where there is no date
  OccurrenceKind kind = OccurrenceKind::once;
  std::string reading = {};  ///< in Vietnamese: how the date came about, where that isn't plain

  friend bool operator==(const ScheduledOccurrence&, const ScheduledOccurrence&) = default;
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

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("id", &ScheduledTask::id, "Of the task.", traits::required),
        Field("title", &ScheduledTask::title, "What is to be done.", traits::required),
        Field("annex", &ScheduledTask::annex, "Its number.", traits::required),
        Field("area", &ScheduledTask::area, "Number: \"I\".", traits::required),
        Field("area_name", &ScheduledTask::area_name, "Title of the area.", traits::required),
        Field("product", &ScheduledTask::product, "What it yields.", traits::required),
        Field("leads", &ScheduledTask::leads, "Ids of agencies.", traits::required),
        Field("lead_names", &ScheduledTask::lead_names, "One for each lead.", traits::required),
        Field("coordinators", &ScheduledTask::coordinators, "Ids of agencies.", traits::required),
        Field("coordinator_names", &ScheduledTask::coordinator_names, "One for each coordinator.",
              traits::required),
        Field("timeframe", &ScheduledTask::timeframe, "The cell as written.", traits::required)};
  }

  friend bool operator==(const ScheduledTask&, const ScheduledTask&) = default;
};

/// Why one task comes before another.
enum class DependencyKind { part, inspection, given };

constexpr std::array<std::string_view, 3> enum_names(DependencyKind /*value*/) noexcept {
  return {"part", "inspection", "given"};
}

/// One task that has to come before another; both are places among the schedule's tasks.
struct Dependency {
  std::size_t before = 0;
  std::size_t after = 0;
  DependencyKind kind = DependencyKind::given;

  friend bool operator==(const Dependency&, const Dependency&) = default;
};

/// What is due when.
struct Schedule {
  std::string title = {};  ///< "KH 78/KH-UBND"
  int year = 0;
  std::vector<ScheduledTask> tasks = {};
  std::vector<ScheduledOccurrence> occurrences = {};  ///< by task, then by due day
  std::vector<Dependency> dependencies = {};
  std::vector<std::size_t> order = {};  ///< of the tasks: what has to come first comes first

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

}  // namespace sauro::inline v0_1
