#pragma once

#include <cstdint>

#include "sauro/calendar/working_calendar.hpp"
#include "sauro/cases/case_log.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::int64_t day_minutes = 24 * 60;

/// Why a row can't be right.
enum class Fault : std::uint8_t {
  none,
  no_receipt,
  receipt_outside,
  no_limit,
  negative_limit,
  due_outside,
  finish_outside,
  finish_before_receipt,
  negative_pause,
  bad_cut,
  unknown_agency,
  unknown_procedure,
  unknown_calendar,
};

/// Reads a column of any number type; a branch that is the same for all rows.
class Reader {
 public:
  explicit Reader(const NumberView& view) : view_(view), step_(view.size == 1 ? 0 : 1) {}

  [[nodiscard]] bool is_there() const { return view_.data != nullptr; }
  [[nodiscard]] bool is_missing(std::size_t row) const {
    return view_.missing != nullptr && view_.missing[row * step_];
  }
  [[nodiscard]] bool has_mask() const { return view_.missing != nullptr; }
  [[nodiscard]] bool is_floating() const {
    return view_.type == ColumnType::float32 || view_.type == ColumnType::float64;
  }

  [[nodiscard]] std::int64_t whole(std::size_t row) const {
    switch (view_.type) {
      case ColumnType::int64:
        return at<std::int64_t>(row);
      case ColumnType::int32:
        return at<std::int32_t>(row);
      case ColumnType::int16:
        return at<std::int16_t>(row);
      case ColumnType::int8:
        return at<std::int8_t>(row);
      case ColumnType::uint8:
        return at<std::uint8_t>(row);
      case ColumnType::uint16:
        return at<std::uint16_t>(row);
      case ColumnType::uint32:
        return at<std::uint32_t>(row);
      default:
        return static_cast<std::int64_t>(at<std::uint64_t>(row));
    }
  }

  /// The values of some rows; one choice of type for all of them.
  void load(std::size_t from, std::size_t count, std::int64_t* out) const {
    switch (view_.type) {
      case ColumnType::int64:
        return copy<std::int64_t>(from, count, out);
      case ColumnType::int32:
        return copy<std::int32_t>(from, count, out);
      case ColumnType::int16:
        return copy<std::int16_t>(from, count, out);
      default:
        for (std::size_t i = 0; i < count; ++i) out[i] = whole(from + i);
    }
  }

  [[nodiscard]] double number(std::size_t row) const {
    if (view_.type == ColumnType::float64) return at<double>(row);
    if (view_.type == ColumnType::float32) return static_cast<double>(at<float>(row));
    return static_cast<double>(whole(row));
  }

 private:
  template <class T>
  [[nodiscard]] T at(std::size_t row) const {
    return static_cast<const T*>(view_.data)[row * step_];
  }

  template <class T>
  void copy(std::size_t from, std::size_t count, std::int64_t* out) const {
    const T* const values = static_cast<const T*>(view_.data);
    for (std::size_t i = 0; i < count; ++i) out[i] = values[(from + i) * step_];
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
  [[nodiscard]] bool has_mask() const { return reader_.has_mask(); }
  void load(std::size_t from, std::size_t count, std::int64_t* out) const {
    reader_.load(from, count, out);
  }

  /// False for a missing value.
  bool read(std::size_t row, Instant& out) const {
    const std::int64_t value = reader_.whole(row);
    if (value == missing_day || reader_.is_missing(row)) return false;
    if (per_day_ == 1) {
      out = {value, 0};
      return true;
    }
    // a product instead of a division, put right where it is off by one
    auto day = static_cast<std::int64_t>(static_cast<double>(value) * scale_);
    std::int64_t ticks = value - day * per_day_;
    if (ticks < 0) {
      --day;
      ticks += per_day_;
    } else if (ticks >= per_day_) {
      ++day;
      ticks -= per_day_;
    }
    out = {day, ticks};
    return true;
  }

  [[nodiscard]] int minute(const Instant& instant) const {
    if (per_day_ == 1) return 0;
    return static_cast<int>(static_cast<double>(instant.ticks) * scale_ * day_minutes);
  }

 private:
  Reader reader_;
  std::int64_t per_day_;
  double scale_;
};

}  // namespace sauro::inline v0_1::detail
