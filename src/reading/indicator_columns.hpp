#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/period.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/indicators/indicator_log.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

/// What a column of a sheet of indicators holds.
enum class ColumnRole : std::uint8_t {
  other,
  id,
  number,
  name,
  unit,
  place,
  period,
  value,
  basis,
  state,
  known_on,
  source,
  numerator,
  denominator,
  note,
  percent_year,
  percent_plan,
  plan,
  last_year,
  month_before,
  cumulated,
  month,
  estimate,
  named_period,  ///< a figure of the period that the header names
};

constexpr std::array<std::string_view, 24> enum_names(ColumnRole /*value*/) noexcept {
  return {"other",     "id",           "number",    "name",         "unit",         "place",
          "period",    "value",        "basis",     "state",        "known_on",     "source",
          "numerator", "denominator",  "note",      "percent_year", "percent_plan", "plan",
          "last_year", "month_before", "cumulated", "month",        "estimate",     "named_period"};
}

/// A column and, where it holds figures, what they are of.
struct FigureColumn {
  ColumnRole role = ColumnRole::other;
  std::string header;
  std::optional<Period> named = {};  ///< the period that the header names
  bool is_estimate = false;          ///< "ước"
};

/// The columns of a sheet and the row at which its values begin.
struct FigureColumns {
  std::vector<FigureColumn> all;
  std::size_t first_row = 0;

  [[nodiscard]] std::optional<std::size_t> find(ColumnRole role) const;
};

/// The period that a header or a cell names: "Lũy kế 9 tháng năm 2026", "T9/2026", "Quý III".
std::optional<Period> period_within(std::string_view words, std::optional<int> year);

/// Reads the one or two rows that name the columns; a row that numbers them is passed.
FigureColumns sheet_columns(const Grid& grid, std::optional<int> year);

}  // namespace sauro::inline v0_1::detail
