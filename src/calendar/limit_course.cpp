#include "sauro/calendar/limit_course.hpp"

#include <algorithm>
#include <string>

#include "sauro/core/error.hpp"
#include "calendar/working_clock.hpp"
#include "core/problem_list.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::say;

constexpr int end_of_day = 24 * 60;

std::string place(const char* list, std::size_t at) {
  return std::string(list) + "[" + std::to_string(at) + "]";
}

Bilingual too_early() {
  return say("có trước khi thời hạn bắt đầu", "comes before the limit begins");
}

/// What moves the end of a limit, in the order in which it happened.
struct Event {
  Moment at;
  std::size_t place;
  const Suspension* suspension = nullptr;
  const Extension* extension = nullptr;
};

/// The end of a limit as events move it.
class MovingEnd {
 public:
  MovingEnd(const TimeLimit& limit, const Moment& start, const WorkingCalendar& calendar,
            const WorkingHours& hours)
      : unit_(limit.unit()),
        rolls_(limit.options().roll),
        calendar_(calendar),
        hours_(hours),
        last_(unrolled(limit).due(start, calendar, hours)) {}

  /// A last day that isn't worked moves to the next working day (Civil Code 2015, art. 148(5)).
  [[nodiscard]] Moment due() const {
    const bool stays = unit_ == TimeUnit::working_hours || !rolls_;
    if (stays || calendar_.is_working(last_.date)) return last_;
    return {calendar_.on_or_after(last_.date), end_of_day};
  }

  /// The limit runs on after a time in which it stood still.
  void wait(const Moment& from, const Moment& to) {
    const std::int64_t days = std::int64_t{to.date.day_number()} - from.date.day_number();
    switch (unit_) {
      case TimeUnit::working_hours: {
        const detail::WorkingClock clock(calendar_, hours_);
        last_ = clock.after(last_, clock.between(from, to));
        break;
      }
      case TimeUnit::hours:
      case TimeUnit::minutes: {
        const std::int64_t minutes = last_.minute + days * end_of_day + to.minute - from.minute;
        last_ = {last_.date.plus_days(minutes / end_of_day),
                 static_cast<int>(minutes % end_of_day)};
        break;
      }
      case TimeUnit::working_days:
        last_.date = calendar_.add(last_.date, calendar_.count(from.date, to.date));
        break;
      default:
        last_.date = last_.date.plus_days(days);
    }
  }

  [[nodiscard]] Moment after(const Extension& extension) const {
    if (extension.by) return extension.by->due(due(), calendar_, hours_);
    const bool at_minute = ends_within_day(unit_);
    return {extension.until->date, at_minute ? extension.until->minute : end_of_day};
  }

  void move(const Moment& end) { last_ = end; }

 private:
  static TimeLimit unrolled(const TimeLimit& limit) {
    return {
        limit.amount(), limit.unit(), {.roll = false, .contiguous = limit.options().contiguous}};
  }

  TimeUnit unit_;
  bool rolls_;
  const WorkingCalendar& calendar_;
  const WorkingHours& hours_;
  Moment last_;
};

std::vector<Event> in_order(const std::vector<Suspension>& suspensions,
                            const std::vector<Extension>& extensions) {
  std::vector<Event> events;
  for (std::size_t i = 0; i < suspensions.size(); ++i) {
    events.push_back({suspensions[i].from, i, &suspensions[i], nullptr});
  }
  for (std::size_t i = 0; i < extensions.size(); ++i) {
    events.push_back({extensions[i].decided, i, nullptr, &extensions[i]});
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.at < b.at; });
  return events;
}

void check(const Moment& start, const std::vector<Event>& events, detail::ProblemList& problems) {
  const Suspension* last = nullptr;
  for (const Event& event : events) {
    const std::string where = place(event.suspension ? "suspensions" : "extensions", event.place);
    if (event.at < start) {
      problems.add(where, too_early());
    }
    if (event.extension != nullptr &&
        event.extension->by.has_value() == event.extension->until.has_value()) {
      problems.add(where, say("cần một trong hai: thời gian gia hạn hoặc ngày mới",
                              "wants one of two: a length or a new day"));
    }
    if (event.suspension == nullptr) continue;
    if (event.suspension->to && *event.suspension->to < event.at) {
      problems.add(where, say("kết thúc trước khi bắt đầu", "ends before it begins"));
    }
    if (last != nullptr && (!last->to || event.at < *last->to)) {
      problems.add(where, say("bắt đầu khi lần tạm dừng trước chưa kết thúc",
                              "begins before the one before it has ended"));
    }
    last = event.suspension;
  }
}

Bilingual shorter(const Moment& longer, const MovingEnd& end) {
  return say("ngày mới ({}) sớm hơn hạn đang có ({})",
             "the new day ({}) comes before the end so far ({})", longer.date.to_iso(),
             end.due().date.to_iso());
}

}  // namespace

LimitCourse::LimitCourse(const TimeLimit& limit, const Moment& start,
                         const WorkingCalendar& calendar,
                         const std::vector<Suspension>& suspensions,
                         const std::vector<Extension>& extensions, const WorkingHours& hours)
    : start_(start), calendar_(calendar), first_due_(start) {
  detail::ProblemList problems(ErrorCode::invalid_time_limit);
  const std::vector<Event> events = in_order(suspensions, extensions);
  check(start, events, problems);
  problems.throw_if_any();
  MovingEnd regular(limit, start, calendar, hours);
  MovingEnd end = regular;
  first_due_ = end.due();
  for (const Event& event : events) {
    if (event.at > end.due()) {
      (event.suspension != nullptr ? void_suspensions_ : void_extensions_).push_back(event.place);
    } else if (event.suspension != nullptr) {
      suspensions_.push_back(*event.suspension);
      if (!event.suspension->to) continue;
      if (event.at <= regular.due()) regular.wait(event.at, *event.suspension->to);
      end.wait(event.at, *event.suspension->to);
    } else {
      const Moment longer = end.after(*event.extension);
      if (longer < end.due()) problems.add(place("extensions", event.place), shorter(longer, end));
      end.move(longer);
    }
  }
  problems.throw_if_any();
  if (!suspensions_.empty() && !suspensions_.back().to) return;
  due_ = end.due();
  regular_due_ = regular.due();
}

bool LimitCourse::waits(const Date& day) const {
  return std::any_of(suspensions_.begin(), suspensions_.end(), [&](const Suspension& one) {
    return one.from.date <= day && (!one.to || day < one.to->date);
  });
}

LimitStanding LimitCourse::standing(const std::optional<Moment>& finished,
                                    const Date& as_of) const {
  const Date day = finished ? finished->date : as_of;
  detail::ProblemList problems(ErrorCode::invalid_time_limit);
  if (finished ? *finished < start_ : as_of < start_.date) {
    problems.add(finished ? "finished" : "as_of", too_early());
  } else if (!finished && waits(as_of)) {
    return {LimitStatus::waiting};
  } else if (!due_) {
    problems.add("suspensions", say("còn một lần tạm dừng chưa kết thúc; hãy ghi ngày kết thúc",
                                    "one has no end yet; give the day on which it ended"));
  }
  problems.throw_if_any();
  const bool past = finished ? *finished > *due_ : as_of > due_->date;
  const bool extended = finished ? *finished > *regular_due_ : as_of > regular_due_->date;
  LimitStanding standing;
  standing.by_extension = extended && !past;
  if (past) standing.late_days = std::max<std::int64_t>(calendar_.count(due_->date, day), 1);
  if (!finished) {
    standing.status = past ? LimitStatus::overdue : LimitStatus::running;
  } else if (past) {
    standing.status = LimitStatus::late;
  } else {
    standing.status = day < due_->date ? LimitStatus::early : LimitStatus::on_time;
  }
  return standing;
}

}  // namespace sauro::inline v0_1
