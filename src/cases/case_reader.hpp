#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <type_traits>

#include "sauro/calendar/working_calendar.hpp"
#include "sauro/cases/case_log.hpp"
#include "cases/case_kernels.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::int64_t day_minutes = 24 * 60;
inline constexpr std::int64_t last_minute = day_minutes - 1;

/// What stands for a missing value among numbers of 32 bits.
inline constexpr std::int32_t no_value = INT32_MIN;

/// Why a row can't be right.
enum class Fault : std::uint8_t {
  none,
  no_receipt,
  receipt_outside,
  no_limit,
  no_promise,
  no_limit_nor_promise,
  promise_before_receipt,
  waiting_before_receipt,
  negative_limit,
  due_outside,
  finish_outside,
  finish_before_receipt,
  negative_pause,
  bad_cut,
  unknown_calendar,
  unknown_code,  ///< of the log's first key; those of the others follow
};

constexpr Fault fault_of_key(std::size_t key) {
  return static_cast<Fault>(static_cast<std::size_t>(Fault::unknown_code) + key);
}

/// A number in 32 bits, the greatest or the least one where it has no place there; the next whole
/// one of a fraction.
template <class T>
std::int32_t narrowed(T value) {
  constexpr std::int32_t lowest = no_value + 1;
  if constexpr (std::is_floating_point_v<T>) {
    const double next = std::ceil(static_cast<double>(value));
    const bool is_number = next > lowest && next < INT32_MAX;
    return is_number ? static_cast<std::int32_t>(next) : value > 0 ? INT32_MAX : lowest;
  } else if constexpr (sizeof(T) < sizeof(std::int32_t)) {
    return value;
  } else if constexpr (std::is_unsigned_v<T>) {
    return static_cast<std::int32_t>(std::min(value, T{INT32_MAX}));
  } else if constexpr (sizeof(T) > sizeof(std::int32_t)) {
    // by its halves, which vectors of any width compare
    const auto bits = static_cast<std::uint64_t>(value);
    const auto low = static_cast<std::int32_t>(static_cast<std::uint32_t>(bits));
    const auto high = static_cast<std::int32_t>(static_cast<std::uint32_t>(bits >> 32U));
    const std::int32_t least = high == INT32_MIN && low == 0 ? no_value : lowest;  // missing_day
    const std::int32_t outside = high < 0 ? least : INT32_MAX;
    return high == low >> 31 ? std::max(low, lowest) : outside;
  } else {
    return std::max(value, lowest);
  }
}

/// Reads a column of any number type; a branch that is the same for all rows.
class Reader {
 public:
  explicit Reader(const NumberView& view) : view_(view), step_(view.size == 1 ? 0 : 1) {}

  [[nodiscard]] bool is_there() const { return view_.data != nullptr; }
  [[nodiscard]] bool is_missing(std::size_t row) const {
    const std::size_t at = row * step_;
    return (view_.missing != nullptr && view_.missing[at]) ||
           (view_.validity != nullptr && !is_valid(at));
  }
  [[nodiscard]] bool is_floating() const {
    return view_.type == ColumnType::float32 || view_.type == ColumnType::float64;
  }

  [[nodiscard]] std::int64_t whole(std::size_t row) const {
    std::int64_t value = 0;
    with_type([&](auto zero) {
      using T = decltype(zero);
      if constexpr (std::is_floating_point_v<T>) {
        value = narrowed(at<T>(row));
      } else {
        value = static_cast<std::int64_t>(at<T>(row));
      }
    });
    return value;
  }
  [[nodiscard]] double number(std::size_t row) const {
    double value = 0;
    with_type([&](auto zero) { value = static_cast<double>(at<decltype(zero)>(row)); });
    return value;
  }

  /// The values of some rows, no_value for missing ones; one choice of type for all of them. Of
  /// fractions the next whole number; what has no place in 32 bits is the greatest or least number.
  void load(std::size_t from, std::size_t count, std::int32_t* out) const {
    with_type([&](auto zero) {
      using T = decltype(zero);
      if (step_ == 0) {
        std::fill_n(out, count, narrowed(at<T>(0)));
        return;
      }
      const T* const values = static_cast<const T*>(view_.data) + from;
      if constexpr (std::is_same_v<T, std::int64_t>) {
        return fastest_case_kernels().narrow(values, count, out);
      }
      for (std::size_t i = 0; i < count; ++i) out[i] = narrowed(values[i]);
    });
    clear_missing(from, count, [&](std::size_t i) { out[i] = no_value; });
  }

  /// Calls use(i, value) for some rows of whole numbers; what stands for a missing one is any.
  template <class Use>
  void for_each(std::size_t from, std::size_t count, Use use) const {
    with_type([&](auto zero) {
      using T = decltype(zero);
      for (std::size_t i = 0; i < count; ++i) use(i, static_cast<std::int64_t>(at<T>(from + i)));
    });
  }

  /// Calls clear(i) for the missing ones of some rows.
  template <class Clear>
  void clear_missing(std::size_t from, std::size_t count, Clear clear) const {
    if (view_.missing != nullptr) {
      for (std::size_t i = 0; i < count; ++i) {
        if (view_.missing[(from + i) * step_]) clear(i);
      }
    }
    if (view_.validity == nullptr) return;
    for (std::size_t i = 0; i < count;) {
      const std::size_t bit = (from + i) * step_ + static_cast<std::size_t>(view_.first_bit);
      if (step_ != 0 && bit % 8 == 0 && view_.validity[bit / 8] == 0xFF) {
        i += 8;
        continue;
      }
      if (!is_valid((from + i) * step_)) clear(i);
      ++i;
    }
  }

 private:
  template <class Do>
  void with_type(Do with) const {
    switch (view_.type) {
      case ColumnType::int64:
        return with(std::int64_t{});
      case ColumnType::int32:
        return with(std::int32_t{});
      case ColumnType::int16:
        return with(std::int16_t{});
      case ColumnType::int8:
        return with(std::int8_t{});
      case ColumnType::uint8:
        return with(std::uint8_t{});
      case ColumnType::uint16:
        return with(std::uint16_t{});
      case ColumnType::uint32:
        return with(std::uint32_t{});
      case ColumnType::float32:
        return with(float{});
      case ColumnType::float64:
        return with(double{});
      default:
        return with(std::uint64_t{});
    }
  }

  template <class T>
  [[nodiscard]] T at(std::size_t row) const {
    return static_cast<const T*>(view_.data)[row * step_];
  }
  [[nodiscard]] bool is_valid(std::size_t at) const {
    const std::size_t bit = at + static_cast<std::size_t>(view_.first_bit);
    return (view_.validity[bit / 8] >> (bit % 8) & 1U) != 0;
  }

  NumberView view_;
  std::size_t step_;
};

/// A moment as its day and, where the column has them, ticks into the day.
struct Instant {
  std::int64_t day;
  std::int64_t ticks;
};

class TimeReader {
 public:
  explicit TimeReader(const TimeView& view)
      : reader_(view.ticks),
        per_day_(view.per_day),
        scale_(1.0 / static_cast<double>(view.per_day)) {}

  [[nodiscard]] bool is_there() const { return reader_.is_there(); }
  [[nodiscard]] bool has_times() const { return per_day_ != 1; }

  /// The days of some rows; no_value where there is none.
  void load(std::size_t from, std::size_t count, std::int32_t* out) const {
    if (!is_there()) {
      std::fill_n(out, count, no_value);
      return;
    }
    if (!has_times()) {
      reader_.load(from, count, out);
      return;
    }
    reader_.for_each(from, count, [&](std::size_t i, std::int64_t value) {
      out[i] = value == missing_day ? no_value : narrowed(instant(value).day);
    });
    reader_.clear_missing(from, count, [&](std::size_t i) { out[i] = no_value; });
  }

  /// False for a missing value.
  bool read(std::size_t row, Instant& out) const {
    const std::int64_t value = reader_.whole(row);
    if (value == missing_day || reader_.is_missing(row)) return false;
    out = has_times() ? instant(value) : Instant{value, 0};
    return true;
  }

  [[nodiscard]] int minute(const Instant& instant) const {
    return static_cast<int>(instant.ticks * day_minutes /
                            per_day_);  // exact: a product may fall short
  }

 private:
  /// A product instead of a division, put right where it is off by one.
  [[nodiscard]] Instant instant(std::int64_t value) const {
    auto day = static_cast<std::int64_t>(static_cast<double>(value) * scale_);
    std::int64_t ticks = value - day * per_day_;
    if (ticks < 0) {
      --day;
      ticks += per_day_;
    } else if (ticks >= per_day_) {
      ++day;
      ticks -= per_day_;
    }
    return {day, ticks};
  }

  Reader reader_;
  std::int64_t per_day_;
  double scale_;
};

}  // namespace sauro::inline v0_1::detail
