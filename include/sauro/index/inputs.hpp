#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
};

/// Units that a criterion, or all that is below it, doesn't apply to.
struct Exemption {
  std::string code = {};
  std::vector<bool> rows = {};
};

/// What a framework is scored on: variables x units x periods.
struct Inputs {
  std::vector<std::string> units = {};
  std::vector<std::string> periods = {""};
  std::vector<InputColumn> columns = {};
  std::vector<Exemption> exemptions = {};

  [[nodiscard]] std::size_t rows() const noexcept { return units.size() * periods.size(); }
};

}  // namespace sauro::inline v0_1
