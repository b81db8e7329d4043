#pragma once

#include <array>
#include <cstdint>
#include <limits>
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
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// What a value counts from.
enum class Basis : std::uint8_t {
  period,   ///< of its period alone
  year,     ///< cumulated from 1 January to the end of its period
  project,  ///< cumulated since a beginning that the log doesn't name
  term,     ///< the same, of a term of office or a plan of several years
};

constexpr std::array<std::string_view, 4> enum_names(Basis /*value*/) noexcept {
  return {"period", "year", "project", "term"};
}

/// How sure a value is.
enum class ValueState : std::uint8_t {
  done,       ///< the figure of a report
  estimated,  ///< "ước": yields to any of the others
  revised,    ///< set right later: takes the place of one that was known as long
};

constexpr std::array<std::string_view, 3> enum_names(ValueState /*value*/) noexcept {
  return {"done", "estimated", "revised"};
}

/// A value of an indicator at a place in a period.
struct IndicatorValue {
  std::string indicator = {};
  std::string place = {};
  Date first{1970, 1, 1};
  Date last{1970, 1, 1};
  std::optional<double> value = {};
  std::optional<double> numerator = {};
  std::optional<double> denominator = {};
  std::string unit = {};
  Basis basis = Basis::period;
  ValueState state = ValueState::done;
  std::optional<Date> known_on = {};
  std::string source = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("indicator", &IndicatorValue::indicator, "Its id, name, or number and name.",
              traits::required | traits::shown),
        Field("place", &IndicatorValue::place, "Whose it is; empty where there is one place.",
              traits::omitted | traits::shown),
        Field("first", &IndicatorValue::first, "First day of the period.",
              traits::required | traits::shown),
        Field("last", &IndicatorValue::last, "Last day of the period.",
              traits::required | traits::shown),
        Field("value", &IndicatorValue::value, "The figure; None where it is missing.",
              traits::shown),
        Field("numerator", &IndicatorValue::numerator, "Of a ratio.", traits::omitted),
        Field("denominator", &IndicatorValue::denominator, "Of a ratio.", traits::omitted),
        Field("unit", &IndicatorValue::unit, "Of the figure; the indicator's where it is empty.",
              traits::omitted),
        Field("basis", &IndicatorValue::basis, "'period', 'year', 'project' or 'term'.",
              traits::omitted | traits::shown),
        Field("state", &IndicatorValue::state, "'done', 'estimated' or 'revised'.",
              traits::omitted | traits::shown),
        Field("known_on", &IndicatorValue::known_on,
              "Since when it is known; the last day of its period where it is None.",
              traits::omitted),
        Field("source", &IndicatorValue::source, "Where it comes from.", traits::omitted)};
  }

  friend bool operator==(const IndicatorValue&, const IndicatorValue&) = default;
};

/// Values of indicators by place and period, as columns; nothing in it is overwritten.
///
/// The columns are indicator, place, unit, basis, state and source (categories), first, last and
/// known_on (days), value, numerator and denominator (float64); first, last, indicator and value,
/// or numerator and denominator, have to be there. Copies share memory.
class SAURO_API IndicatorLog {
 public:
  IndicatorLog() = default;
  /// Throws ValidationError(invalid_column) for columns that no log has or that are missing, and
  /// (invalid_rows) that names rows without an indicator or period, a period that ends before it
  /// begins, a value that is infinite, a denominator of zero, and words for no basis or state.
  explicit IndicatorLog(Table columns);
  /// The log of some rows.
  [[nodiscard]] static IndicatorLog of(const std::vector<IndicatorValue>& values);

  [[nodiscard]] std::int64_t size() const noexcept { return table_.rows(); }
  /// As they were given.
  [[nodiscard]] const Table& table() const noexcept { return table_; }
  /// One row; throws ValidationError(invalid_column) where there is none.
  [[nodiscard]] IndicatorValue at(std::int64_t row) const;

 private:
  Table table_;
};

/// The first and the last days of the months of days; of a missing one both are missing.
///
/// Throws ValidationError(invalid_column) for a column of anything but days, and
/// Error(invalid_date) for days outside of the years 1400 to 9999.
[[nodiscard]] SAURO_API std::pair<Column, Column> months_of(const Column& days);

}  // namespace sauro::inline v0_1
