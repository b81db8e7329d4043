#include "sauro/scheduling/schedule.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "sauro/core/error.hpp"
#include "sauro/plan/timeframe.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "phrases/meanings.hpp"
#include "plan/duty_tasks.hpp"
#include "plan/relations.hpp"
#include "plan/task_ids.hpp"
#include "scheduling/report_days.hpp"

namespace sauro::inline v0_1 {

namespace {

constexpr const char* no_year = "kế hoạch không ghi năm";

/// The first year in which a task or duty with a day of its own is due; nothing where none is.
std::optional<int> own_year(const Plan& plan) {
  std::optional<int> first;
  const auto look = [&](const auto& items) {
    for (const auto& item : items) {
      const auto& due = item.timeframe.due;
      if (due && (!first || due->year() < *first)) first = due->year();
      for (const Occurrence& one : item.timeframe.occurrences) {
        if (!first || one.due.year() < *first) first = one.due.year();
      }
    }
  };
  look(plan.tasks);
  look(plan.duties);
  return first;
}

/// Makes the occurrences of one task after another.
class Scheduler {
 public:
  /// Without a year, what needs one stays undated.
  Scheduler(const Plan& plan, const WorkingCalendar& calendar, std::optional<int> year,
            const ScheduleOptions& options, std::vector<ScheduledOccurrence>& out)
      : calendar_(calendar),
        issued_(plan.document.date),
        year_(year),
        options_(options),
        out_(out) {
    if (year) reviews_ = detail::reviews_of(plan, calendar, *year, options, review_reading_);
  }

  void add(std::size_t place, const Timeframe& timeframe, bool is_report) {
    place_ = place;
    is_report_ = is_report;
    switch (timeframe.kind) {
      case TimeframeKind::continuous:
      case TimeframeKind::open_ended:
        return reviews(timeframe.start);
      case TimeframeKind::roadmap:
        return milestones(timeframe);
      case TimeframeKind::periodic:
        return listed(timeframe, OccurrenceKind::period);
      case TimeframeKind::occasions:
        return listed(timeframe, OccurrenceKind::occasion);
      case TimeframeKind::window:
        return window(timeframe);
      case TimeframeKind::event:
        return undated(timeframe, OccurrenceKind::event, "chờ: " + timeframe.text);
      case TimeframeKind::unparsed:
        return undated(timeframe, OccurrenceKind::undated, "chưa hiểu: " + timeframe.text);
      case TimeframeKind::unstated:
        return undated(timeframe, OccurrenceKind::undated, "kế hoạch không ghi thời gian");
    }
  }

 private:
  void push(std::string label, std::optional<Date> start, std::optional<Date> due,
            OccurrenceKind kind, std::string reading) {
    if (due && options_.roll != Roll::none) {
      const Date moved = options_.roll == Roll::forward ? calendar_.on_or_after(*due)
                                                        : calendar_.on_or_before(*due);
      if (moved != *due) {
        reading += (reading.empty() ? "" : "; ") + std::string("dời khỏi ngày nghỉ");
      }
      due = moved;
    }
    out_.push_back({place_, std::move(label), start, due, std::nullopt, kind, std::move(reading)});
  }

  void window(const Timeframe& timeframe) {
    if (!timeframe.due) return undated(timeframe, OccurrenceKind::undated, why_undated(timeframe));
    push(timeframe.text, timeframe.start, timeframe.due, OccurrenceKind::once, timeframe.reading);
    if (out_.back().due == timeframe.due) out_.back().due_minute = timeframe.due_minute;
  }

  void listed(const Timeframe& timeframe, OccurrenceKind kind) {
    if (timeframe.occurrences.empty()) return window(timeframe);
    for (const Occurrence& one : timeframe.occurrences) {
      if (!is_report_ || !options_.report_day) {
        push(one.label, one.start, one.due, kind, timeframe.reading);
        continue;
      }
      const Occurrence told = detail::reported(one, *options_.report_day, issued_);
      const std::string day = detail::report_day_text(*options_.report_day);
      const std::string reading = timeframe.reading + (timeframe.reading.empty() ? "" : "; ") + day;
      push(told.label, told.start, told.due, kind, told == one ? timeframe.reading : reading);
    }
  }

  void reviews(const std::optional<Date>& from) {
    if (!year_) {
      return push("Chưa có thời hạn", from, std::nullopt, OccurrenceKind::undated, no_year);
    }
    for (const Occurrence& one : reviews_) {
      const Date end =
          options_.report_day ? detail::end_of_period(one, *options_.report_day) : one.due;
      if ((from && end < *from) || (issued_ && end < *issued_)) continue;
      push(one.label, one.start, one.due, OccurrenceKind::review, review_reading_);
    }
  }

  /// The end of each year up to the end of the roadmap.
  void milestones(const Timeframe& timeframe) {
    if (!timeframe.due) return undated(timeframe, OccurrenceKind::undated, why_undated(timeframe));
    const int last = timeframe.due->year();
    for (int year = timeframe.start ? timeframe.start->year() : year_.value_or(last); year <= last;
         ++year) {
      const Date due = year == last ? *timeframe.due : Date(year, 12, 31);
      push("Năm " + std::to_string(year), Date(year, 1, 1), due, OccurrenceKind::milestone,
           "mốc hằng năm của lộ trình: " + timeframe.text);
    }
  }

  [[nodiscard]] std::string why_undated(const Timeframe& timeframe) const {
    return year_ ? timeframe.text : std::string(no_year) + ": " + timeframe.text;
  }

  void undated(const Timeframe& timeframe, OccurrenceKind kind, std::string reading) {
    if (!options_.undated_at_year_end || !year_) {
      return push("Chưa có thời hạn", timeframe.start, std::nullopt, kind, std::move(reading));
    }
    push("Hết năm " + std::to_string(*year_), timeframe.start, Date(*year_, 12, 31), kind,
         reading + "; lấy hết năm của kế hoạch theo lựa chọn");
  }

  const WorkingCalendar& calendar_;
  std::optional<Date> issued_;  ///< nothing is reviewed before the plan is there
  std::optional<int> year_;
  const ScheduleOptions& options_;
  std::vector<ScheduledOccurrence>& out_;
  std::vector<Occurrence> reviews_;
  std::string review_reading_;
  std::size_t place_ = 0;
  bool is_report_ = false;
};

std::vector<ScheduledTask> tasks_of(const Plan& plan) {
  const detail::AgencyIndex agencies(plan);
  std::map<std::pair<int, std::string_view>, const std::string*> areas;
  for (const Annex& annex : plan.annexes) {
    for (const Area& area : annex.areas) areas[{annex.number, area.number}] = &area.title;
  }
  std::vector<ScheduledTask> tasks;
  tasks.reserve(plan.tasks.size());
  for (const Task& task : plan.tasks) {
    detail::poll();
    ScheduledTask kept{task.id,
                       task.title,
                       task.annex,
                       task.area,
                       "",
                       task.product,
                       task.leads,
                       agencies.names(task.leads),
                       task.coordinators,
                       agencies.names(task.coordinators),
                       task.timeframe.text};
    const auto area = areas.find({task.annex, task.area});
    if (area != areas.end()) kept.area_name = *area->second;
    tasks.push_back(std::move(kept));
  }
  return tasks;
}

/// The duties of a plan's text that have a limit, but those that a task says too.
std::vector<const Duty*> duties_with_limit(const Plan& plan) {
  const auto tasks = detail::tasks_of_duties(plan);
  std::vector<const Duty*> duties;
  for (std::size_t i = 0; i < plan.duties.size(); ++i) {
    const auto has_time = [](const auto& item) {
      return item.timeframe.kind != TimeframeKind::unstated;
    };
    const bool said = tasks[i] && has_time(plan.tasks[*tasks[i]]);
    if (has_time(plan.duties[i]) && !said) duties.push_back(&plan.duties[i]);
  }
  return duties;
}

/// The part of the text that a section stands in: "II" for "II.1".
std::string part_of(std::string_view section) {
  const std::size_t attached = section.find('/');
  const std::size_t from = attached == std::string_view::npos ? 0 : attached + 1;
  return std::string(section.substr(0, section.find('.', from)));
}

void add_duties(const Plan& plan, const std::vector<const Duty*>& duties,
                std::vector<ScheduledTask>& tasks) {
  const detail::AgencyIndex agencies(plan);
  std::map<std::string_view, const std::string*> parts;
  for (const Section& section : plan.sections) parts.try_emplace(section.id, &section.title);
  for (const Duty* duty : duties) {
    detail::poll();
    ScheduledTask kept;
    kept.id = duty->id;
    kept.title = duty->title;
    kept.area = part_of(duty->section);
    if (const auto part = parts.find(kept.area); part != parts.end())
      kept.area_name = *part->second;
    kept.leads = duty->leads;
    kept.lead_names = agencies.names(duty->leads);
    kept.coordinators = duty->coordinators;
    kept.coordinator_names = agencies.names(duty->coordinators);
    kept.timeframe = duty->timeframe.text;
    kept.duty = true;
    tasks.push_back(std::move(kept));
  }
}

std::vector<Dependency> dependencies_of(const Plan& plan, const ScheduleOptions& options) {
  std::vector<Dependency> all;
  const std::vector<std::size_t> parents = detail::parents_of(plan);
  for (std::size_t i = 0; i < parents.size(); ++i) {
    if (parents[i] != i) all.push_back({i, parents[i], DependencyKind::part});
  }
  for (const detail::Order& order : detail::inspection_chains(plan)) {
    all.push_back({order.before, order.after, DependencyKind::inspection});
  }
  if (options.predecessors.empty()) return all;
  const auto places = detail::places_of(plan);
  detail::ProblemList problems(ErrorCode::invalid_option);
  for (const auto& [before, after] : options.predecessors) {
    const auto first = places.find(before);
    const auto second = places.find(after);
    if (first != places.end() && second != places.end()) {
      all.push_back({first->second, second->second, DependencyKind::given});
      continue;
    }
    for (const auto& [id, found] : {std::pair(&before, first), std::pair(&after, second)}) {
      if (found == places.end()) problems.add("predecessors", detail::no_task_in_plan(*id));
    }
  }
  problems.throw_if_any();
  return all;
}

std::vector<int> projected_years(const Schedule& made, const WorkingCalendar& calendar) {
  std::set<int> years;
  for (const ScheduledOccurrence& one : made.occurrences) {
    if (one.due && calendar.is_projected(one.due->year())) years.insert(one.due->year());
  }
  return {years.begin(), years.end()};
}

}  // namespace

Schedule schedule(const Plan& plan, const WorkingCalendar& calendar,
                  const ScheduleOptions& options) {
  if (options.report_day) detail::check_report_day(*options.report_day);
  TimeframeContext context = detail::times_of(plan);
  const bool is_other_year = options.year && options.year != context.year;
  if (options.year) context.year = options.year;
  const auto& year = context.year;
  const std::optional<int> shown = year ? year : own_year(plan);
  if (!shown) {
    throw ValidationError(ErrorCode::invalid_option, "year",
                          detail::say("kế hoạch không ghi năm và không có ngày: hãy cho biết năm",
                                      "the plan names no year and has no date: give the year"));
  }
  Schedule made;
  const Document& document = plan.document;
  const bool has_both = !document.kind.empty() && !document.number.empty();
  made.title = document.kind + (has_both ? " " : "") + document.number;
  made.year = *shown;
  made.tasks = tasks_of(plan);
  made.occurrences.reserve(plan.tasks.size());
  Scheduler scheduler(plan, calendar, year, options, made.occurrences);
  const auto add = [&](std::size_t place, const Timeframe& read) {
    detail::poll();  // "Quý I" was read with the plan's own year
    const bool is_report = detail::is_report(made.tasks[place]);
    scheduler.add(place, is_other_year ? parse_timeframe(read.text, context) : read, is_report);
  };
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) add(i, plan.tasks[i].timeframe);
  if (options.duties) {
    const std::vector<const Duty*> duties = duties_with_limit(plan);
    add_duties(plan, duties, made.tasks);
    for (std::size_t i = 0; i < duties.size(); ++i)
      add(plan.tasks.size() + i, duties[i]->timeframe);
  }
  made.dependencies = dependencies_of(plan, options);
  made.projected = projected_years(made, calendar);
  detail::fill_task_ids(made);
  made.order = order_of(made);
  return made;
}

}  // namespace sauro::inline v0_1
