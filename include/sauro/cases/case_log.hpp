#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/time_limit.hpp"
#include "sauro/export.hpp"
#include "sauro/table/column.hpp"

namespace sauro::inline v0_1 {

/// A column of numbers that somebody else owns; one value stands for a whole column.
struct NumberView {
  const void* data = nullptr;  ///< no data: the column isn't there
  ColumnType type = ColumnType::int64;
  std::size_t size = 0;
  const bool* missing = nullptr;  ///< true for each missing value, or no data
  /// Arrow's bits, 1 for each value that is there, or no data; the first value's is at `first_bit`.
  const std::uint8_t* validity = nullptr;
  std::int64_t first_bit = 0;

  [[nodiscard]] bool is_there() const noexcept { return data != nullptr; }

  template <class T>
  static NumberView of(std::span<const T> values) noexcept {
    return {values.data(), detail::number_type<T>(), values.size()};
  }
  /// A column of numbers, days, moments or categories, which has to live as long; throws
  /// ValidationError(invalid_column) for others.
  [[nodiscard]] SAURO_API static NumberView of(const Column& column);
};

/// A column of days or moments that somebody else owns.
struct TimeView {
  NumberView ticks = {};     ///< since 1970; the smallest int64 is a missing value
  std::int64_t per_day = 1;  ///< 1 for days, 1440 for minutes, 86,400 for seconds, ...

  /// A column of days or moments, which has to live as long; throws
  /// ValidationError(invalid_column) for others.
  [[nodiscard]] SAURO_API static TimeView of(const Column& column);
};

/// A column that cases can be counted by: agency, procedure, region, channel, ...
struct CaseKey {
  std::string name = {};
  NumberView codes = {};  ///< from 0; missing ones are a group of their own
};

/// Dossiers of administrative procedures, or petitions, as columns; a view without a copy.
///
/// All columns have the length of `received`, or one value.
struct CaseLog {
  TimeView received = {};
  TimeView finished = {};  ///< missing where the case is open
  NumberView limit = {};   ///< in `unit`; may be left out where days were promised
  /// What was promised ("ngày hẹn trả"); a moment at 00:00 stands for its day. Cases are judged by
  /// it, and by their limit where nothing was promised.
  TimeView due = {};
  NumberView cut = {};          ///< per cent that the limit is cut by ("cắt giảm 30%")
  NumberView paused = {};       ///< waiting for the applicant, in `unit`: added to the limit
  NumberView waiting = {};      ///< other than 0: an open case that waits for papers
  TimeView waiting_since = {};  ///< or since when it does
  NumberView calendar = {};     ///< codes into the list of calendars
  std::vector<CaseKey> keys = {};
  TimeUnit unit = TimeUnit::working_days;  ///< minutes, hours, working hours, days, working days

  [[nodiscard]] std::size_t size() const noexcept { return received.ticks.size; }
  /// Place of the key of that name, or nothing.
  [[nodiscard]] SAURO_API std::optional<std::size_t> find_key(std::string_view name) const;
  [[nodiscard]] bool has_waiting() const noexcept {
    return waiting.is_there() || waiting_since.ticks.is_there();
  }
  /// Both what was promised and what the law allows.
  [[nodiscard]] bool has_both() const noexcept { return limit.is_there() && due.ticks.is_there(); }
  /// Whether what is due is a minute and not a day.
  [[nodiscard]] bool ends_within_day() const noexcept {
    return (limit.is_there() && sauro::ends_within_day(unit)) ||
           (due.ticks.is_there() && due.per_day != 1);
  }
};

}  // namespace sauro::inline v0_1
