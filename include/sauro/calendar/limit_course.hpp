#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sauro/calendar/time_limit.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Time in which a limit doesn't run: papers were asked for and are waited for.
///
/// The day on which they are asked for still counts, the day on which they come doesn't: the limit
/// runs on with the day after it (Civil Code 2015, art. 147(3)). Working hours and hours by the
/// clock stop and run on at the minute.
struct Suspension {
  Moment from;
  std::optional<Moment> to = {};  ///< nothing while they are still waited for
};

/// A later end that was granted: "gia hạn", "xin lỗi và hẹn lại ngày trả kết quả".
///
/// One of `by` and `until` is given.
struct Extension {
  Moment decided;                    ///< it counts up to the end of the limit that it extends
  std::optional<TimeLimit> by = {};  ///< from the end so far
  std::optional<Moment> until = {};  ///< to this day or moment
};

/// How a running limit stands.
enum class LimitStatus : std::uint8_t {
  early,    ///< trước hạn: finished before the due day
  on_time,  ///< đúng hạn: finished on it
  late,     ///< trễ hạn: finished after it
  running,  ///< trong hạn: open, not yet due
  overdue,  ///< quá hạn: open and past its due day
  waiting,  ///< tạm dừng: open, and the limit doesn't run
};

constexpr std::array<std::string_view, 6> enum_names(LimitStatus /*value*/) noexcept {
  return {"early", "on_time", "late", "running", "overdue", "waiting"};
}

/// The standing of a limit on a day.
struct LimitStanding {
  LimitStatus status = LimitStatus::running;
  /// It would be late or overdue without an extension.
  bool by_extension = false;
  std::int64_t late_days = 0;  ///< working days after the due day, at least 1 where it is late

  friend bool operator==(const LimitStanding&, const LimitStanding&) = default;
};

/// One limit on its way: from its start over suspensions and extensions to its end.
///
///     LimitCourse(TimeLimit(10, TimeUnit::working_days), {Date(2026, 3, 2)}, calendar,
///                 {{.from = {Date(2026, 3, 5)}, .to = Moment{Date(2026, 3, 10)}}}).due()
class SAURO_API LimitCourse {
 public:
  /// Throws ValidationError(invalid_time_limit) that names all of them at once: suspensions that
  /// end before they begin, overlap or begin before the start; extensions that shorten the limit,
  /// or give no new end or two; Error(outside_calendar).
  LimitCourse(const TimeLimit& limit, const Moment& start, const WorkingCalendar& calendar,
              const std::vector<Suspension>& suspensions = {},
              const std::vector<Extension>& extensions = {}, const WorkingHours& hours = {});

  /// The end as it was when the limit began.
  [[nodiscard]] const Moment& first_due() const noexcept { return first_due_; }
  /// The end without extensions; nothing while papers are waited for.
  [[nodiscard]] const std::optional<Moment>& regular_due() const noexcept { return regular_due_; }
  /// The end; nothing while papers are waited for.
  [[nodiscard]] const std::optional<Moment>& due() const noexcept { return due_; }
  /// Places of suspensions and extensions that came after the end and so didn't move it.
  [[nodiscard]] const std::vector<std::size_t>& void_suspensions() const noexcept {
    return void_suspensions_;
  }
  [[nodiscard]] const std::vector<std::size_t>& void_extensions() const noexcept {
    return void_extensions_;
  }

  /// How it stands where it was finished, or at the end of the day `as_of` where it is open.
  ///
  /// Throws ValidationError(invalid_time_limit) for days before the start, and where it was
  /// finished while papers were waited for: close the suspension then.
  [[nodiscard]] LimitStanding standing(const std::optional<Moment>& finished,
                                       const Date& as_of) const;

 private:
  [[nodiscard]] bool waits(const Date& day) const;

  Moment start_;
  WorkingCalendar calendar_;
  Moment first_due_;
  std::optional<Moment> regular_due_;
  std::optional<Moment> due_;
  std::vector<Suspension> suspensions_;  ///< those that hold, in order
  std::vector<std::size_t> void_suspensions_;
  std::vector<std::size_t> void_extensions_;
};

}  // namespace sauro::inline v0_1
