#include "sauro/calendar/working_hours.hpp"

#include <charconv>
#include <string>

#include "data/working_hours.hpp"

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

/// "07:30"
int minute_of(std::string_view clock) {
  int hour = 0;
  int minute = 0;
  std::from_chars(clock.data(), clock.data() + 2, hour);
  std::from_chars(clock.data() + 3, clock.data() + 5, minute);
  return hour * 60 + minute;
}

/// "07:30-11:30|13:30-17:00"
WorkingHours read(std::string_view sessions) {
  constexpr std::size_t session = 11;
  WorkingHours hours{{}};
  for (std::size_t at = 0; at < sessions.size(); at += session + 1) {
    hours.sessions.emplace_back(minute_of(sessions.substr(at)), minute_of(sessions.substr(at + 6)));
  }
  return hours;
}

}  // namespace

WorkingHours WorkingHours::load(std::string_view kind) {
  std::string names;
  for (const auto& [name, sessions, sure] : detail::data::working_hours) {
    if (name == kind) return read(sessions);
    names += (names.empty() ? "" : ", ") + std::string(name);
  }
  throw NotFoundError(ErrorCode::not_found, std::string(kind),
                      detail::say("không có giờ làm việc mang tên này; hiện có: {}",
                                  "there are no working hours of this name; there are: {}", names));
}

std::vector<std::string_view> WorkingHours::available() {
  std::vector<std::string_view> names;
  for (const auto& entry : detail::data::working_hours) names.push_back(entry.front());
  return names;
}

}  // namespace sauro::inline v0_1
