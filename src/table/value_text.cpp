#include "table/value_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

namespace sauro::inline v0_1::detail {
namespace {

template <class Visit>
auto visit_number(const Column& column, std::int64_t row, Visit visit) {
  const auto at = [&]<class T>(T) { return column.values<T>()[static_cast<std::size_t>(row)]; };
  switch (column.type()) {
    case ColumnType::int8:
      return visit(at(std::int8_t{}));
    case ColumnType::int16:
      return visit(at(std::int16_t{}));
    case ColumnType::int32:
    case ColumnType::date:
      return visit(at(std::int32_t{}));
    case ColumnType::uint8:
      return visit(at(std::uint8_t{}));
    case ColumnType::uint16:
      return visit(at(std::uint16_t{}));
    case ColumnType::uint32:
      return visit(at(std::uint32_t{}));
    case ColumnType::uint64:
      return visit(at(std::uint64_t{}));
    case ColumnType::float32:
      return visit(at(float{}));
    case ColumnType::float64:
      return visit(at(double{}));
    default:
      return visit(at(std::int64_t{}));
  }
}

template <class T>
std::string shortest(T value) {
  std::array<char, 40> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
  std::string out(text.data(), written.ptr);
  // a whole number among others keeps its point, so that readers take the column for what it is
  const bool whole = out.find_first_not_of("-0123456789") == std::string::npos;
  if constexpr (std::is_floating_point_v<T>) {
    if (whole) out += ".0";
  }
  return out;
}

/// "2026-03-31 08:30:00", with as many decimals of the second as there are.
std::string moment_text(std::int64_t value, std::int64_t per_second) {
  constexpr std::int64_t day = 86400;
  std::int64_t seconds = value / per_second;
  std::int64_t rest = value % per_second;
  if (rest < 0) {
    rest += per_second;
    --seconds;
  }
  std::int64_t days = seconds / day;
  std::int64_t second = seconds % day;
  if (second < 0) {
    second += day;
    --days;
  }
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u %02d:%02d:%02d",
                                 static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                 static_cast<unsigned>(date.day()), static_cast<int>(second / 3600),
                                 static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
  std::string out(text.data(), static_cast<std::size_t>(size));
  if (rest == 0) return out;
  std::string decimals = std::to_string(per_second + rest).substr(1);
  decimals.erase(decimals.find_last_not_of('0') + 1);
  return out + "." + decimals;
}

}  // namespace

bool is_numeric(ColumnType type) { return type >= ColumnType::int8 && type <= ColumnType::float64; }

double value_number(const Column& column, std::int64_t row) {
  if (column.is_missing(row)) return std::numeric_limits<double>::quiet_NaN();
  return visit_number(column, row, [](auto value) { return static_cast<double>(value); });
}

bool is_absent(const Column& column, std::int64_t row) {
  if (column.is_missing(row)) return true;
  const bool is_float =
      column.type() == ColumnType::float32 || column.type() == ColumnType::float64;
  return is_float && std::isnan(value_number(column, row));
}

std::string value_text(const Column& column, std::int64_t row) {
  if (is_absent(column, row)) return {};
  switch (column.type()) {
    case ColumnType::boolean:
      return column.boolean(row) ? "true" : "false";
    case ColumnType::text:
    case ColumnType::large_text:
    case ColumnType::category:
      return std::string(column.text(row));
    case ColumnType::date:
      return Date::from_day_number(column.values<std::int32_t>()[static_cast<std::size_t>(row)])
          .to_iso();
    case ColumnType::seconds:
    case ColumnType::milliseconds:
    case ColumnType::microseconds:
    case ColumnType::nanoseconds: {
      const auto unit = static_cast<int>(column.type()) - static_cast<int>(ColumnType::seconds);
      constexpr std::array<std::int64_t, 4> per_second = {1, 1000, 1'000'000, 1'000'000'000};
      return moment_text(column.values<std::int64_t>()[static_cast<std::size_t>(row)],
                         per_second[static_cast<std::size_t>(unit)]);
    }
    default:
      return visit_number(column, row, [](auto value) { return shortest(value); });
  }
}

}  // namespace sauro::inline v0_1::detail
