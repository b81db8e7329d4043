#include "calendar/working_clock.hpp"

#include <algorithm>
#include <cmath>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr int noon = 12 * 60;
constexpr int minutes_a_day = 24 * 60;

void check(const WorkingHours& hours) {
  int end = 0;
  bool right = !hours.sessions.empty();
  for (const auto& [from, to] : hours.sessions) {
    right = right && from >= end && to > from && to <= minutes_a_day;
    end = to;
  }
  if (!right) {
    throw ValidationError(ErrorCode::invalid_column, "hours",
                          say("cần các buổi làm việc trong ngày theo thứ tự, không chồng lên nhau",
                              "expected sessions of a day in order that don't overlap"));
  }
}

}  // namespace

WorkingClock::WorkingClock(const WorkingCalendar& calendar, const WorkingHours& hours)
    : tables_(calendar.tables()) {
  check(hours);
  for (const DayShare share : {DayShare::none, DayShare::morning, DayShare::full}) {
    auto& worked = worked_[static_cast<std::size_t>(share)];
    auto& ends = ends_[static_cast<std::size_t>(share)];
    ends.push_back(0);
    std::int16_t count = 0;
    for (int minute = 0; minute < minutes_a_day; ++minute) {
      worked[static_cast<std::size_t>(minute)] = count;
      const bool counted =
          std::any_of(hours.sessions.begin(), hours.sessions.end(), [&](const auto& session) {
            const bool in_share =
                share == DayShare::full || (share == DayShare::morning && session.first < noon);
            return in_share && session.first <= minute && minute < session.second;
          });
      if (!counted) continue;
      ++count;
      ends.push_back(static_cast<std::int16_t>(minute + 1));
    }
    worked[minutes_a_day] = count;
  }
  full_ = worked_[static_cast<std::size_t>(DayShare::full)][minutes_a_day];
  const auto& shares = tables_.share;
  if (std::find(shares.begin(), shares.end(), DayShare::morning) == shares.end()) return;
  std::int64_t minutes = 0;
  for (const DayShare share : shares) {
    if (share == DayShare::none) continue;
    starts_.push_back(minutes);
    minutes += worked_[static_cast<std::size_t>(share)][minutes_a_day];
  }
  starts_.push_back(minutes);
}

std::optional<std::int64_t> WorkingClock::moment(std::int64_t position) const {
  if (position <= 0 || full_ == 0) return std::nullopt;
  // a limit that is over at the end of a day ends then, not at the beginning of the next one
  auto day = static_cast<std::size_t>((position - 1) / full_);
  if (!starts_.empty()) {
    const auto after = std::lower_bound(starts_.begin(), starts_.end(), position);
    day = static_cast<std::size_t>(after - starts_.begin()) - 1;
  }
  if (day >= tables_.day.size()) return std::nullopt;
  const std::int32_t number = tables_.day[day];
  const DayShare share = tables_.share[static_cast<std::size_t>(number - tables_.base)];
  const auto& ends = ends_[static_cast<std::size_t>(share)];
  const auto rest = static_cast<std::size_t>(position - start_of(day));
  if (rest >= ends.size()) return std::nullopt;
  return std::int64_t{number} * minutes_a_day + ends[rest];
}

std::int64_t WorkingClock::position(const Moment& moment) const {
  const std::int64_t index = std::int64_t{moment.date.day_number()} - tables_.base;
  if (index < 0 || index >= static_cast<std::int64_t>(tables_.share.size())) {
    throw Error(ErrorCode::outside_calendar, moment.date.to_iso(),
                say("nằm ngoài lịch làm việc", "lies outside the calendar"));
  }
  return position(static_cast<std::size_t>(index), moment.minute);
}

Moment WorkingClock::after(const Moment& start, std::int64_t minutes) const {
  const std::int64_t from = position(start);
  if (minutes == 0) return start;
  const std::optional<std::int64_t> end = moment(from + minutes);
  if (!end) {
    throw Error(
        ErrorCode::outside_calendar, start.date.to_iso(),
        say("thời hạn kết thúc ngoài lịch làm việc", "the limit ends outside the calendar"));
  }
  // the last minute tells the day: 24:00 belongs to the day that it ends
  const auto days = static_cast<std::int64_t>(
      std::floor(static_cast<double>(*end - 1) / static_cast<double>(minutes_a_day)));
  return {Date::from_day_number(static_cast<std::int32_t>(days)),
          static_cast<int>(*end - days * minutes_a_day)};
}

std::int64_t WorkingClock::between(const Moment& from, const Moment& to) const {
  return position(to) - position(from);
}

}  // namespace sauro::inline v0_1::detail
