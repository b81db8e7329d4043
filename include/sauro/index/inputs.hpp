#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"
#include "sauro/table/column.hpp"

namespace sauro::inline v0_1 {

/// Who gave a value, in the order of an assessment; a later stage replaces an earlier one.
///
/// Surveys are no step of the assessment: their values hold at every stage.
enum class Stage : std::uint8_t { self, appraisal_1, explanation, appraisal_2, survey };

constexpr std::array<std::string_view, 5> enum_names(Stage /*value*/) noexcept {
  return {"self", "appraisal_1", "explanation", "appraisal_2", "survey"};
}

/// Values of one variable at one stage.
///
/// Rows are periods times units: row = period * units + unit.
struct InputColumn {
  std::string variable = {};
  Stage stage = Stage::self;
  Column values = {};                      ///< of float64, one a row; missing or NaN for none
  std::vector<std::string> evidence = {};  ///< a reference for each row, or empty

  /// The value of a row, or nothing.
  [[nodiscard]] std::optional<double> value(std::int64_t row) const {
    const double number = values.values<double>()[static_cast<std::size_t>(row)];
    if (std::isnan(number) || values.is_missing(row)) return std::nullopt;
    return number;
  }

  /// Missing values equal each other.
  friend bool operator==(const InputColumn& a, const InputColumn& b) {
    if (a.variable != b.variable || a.stage != b.stage || a.evidence != b.evidence) return false;
    if (a.values.size() != b.values.size()) return false;
    for (std::int64_t row = 0; row < a.values.size(); ++row) {
      if (a.value(row) != b.value(row)) return false;
    }
    return true;
  }
};

/// Units that a criterion, or all that is below it, doesn't apply to.
struct Exemption {
  std::string code = {};
  std::vector<bool> rows = {};

  friend bool operator==(const Exemption&, const Exemption&) = default;
};

/// What a framework is scored on: variables x units x periods.
struct Inputs {
  std::vector<std::string> units = {};
  std::vector<std::string> periods = {""};
  std::vector<InputColumn> columns = {};
  std::vector<Exemption> exemptions = {};

  [[nodiscard]] std::size_t rows() const noexcept { return units.size() * periods.size(); }

  friend bool operator==(const Inputs&, const Inputs&) = default;
};

}  // namespace sauro::inline v0_1
