#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"

namespace sauro::inline v0_1 {

/// What a person may settle about a task, duty or indicator.
enum class CorrectedField : std::uint8_t {
  title,        ///< of a task or duty, or the name of an indicator
  product,      ///< what a task makes
  lead,         ///< who leads: names parted by ";"
  coordinator,  ///< who helps: names parted by ";"
  timeframe,    ///< when, in words
  unit,         ///< of an indicator
  owner,        ///< of an indicator: names parted by ";"
  row,          ///< what a row of a table is: a name of RowMeaning
};

constexpr std::array<std::string_view, 8> enum_names(CorrectedField /*value*/) noexcept {
  return {"title", "product", "lead", "coordinator", "timeframe", "unit", "owner", "row"};
}

/// What a row without a number is.
enum class RowMeaning : std::uint8_t {
  own,     ///< a task of its own
  joined,  ///< goes on with the row above
  none,    ///< no task at all
};

constexpr std::array<std::string_view, 3> enum_names(RowMeaning /*value*/) noexcept {
  return {"own", "joined", "none"};
}

/// What a column of a table holds.
enum class ColumnMeaning : std::uint8_t {
  other,
  number,
  title,
  indicator,
  area,
  product,
  lead,
  coordinator,
  timeframe,
  start,
  unit,
  owner,
  baseline,
};

constexpr std::array<std::string_view, 13> enum_names(ColumnMeaning /*value*/) noexcept {
  return {"other",       "number",    "title", "indicator", "area",  "product", "lead",
          "coordinator", "timeframe", "start", "unit",      "owner", "baseline"};
}

/// One thing that the reader got wrong or wasn't sure of, and what is right.
struct Correction {
  std::string task = {};
  std::string text = {};
  CorrectedField field = CorrectedField::title;
  std::string read = {};
  std::vector<std::string> others = {};
  std::optional<std::string> value = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("task", &Correction::task,
              "Id of the task, duty or indicator; of a row it may be empty.",
              traits::shown | traits::omitted),
        Field("text", &Correction::text,
              "Its title, or the text of the row: finds it again where ids have moved.",
              traits::omitted),
        Field("field", &Correction::field, "What is corrected.", traits::shown | traits::required),
        Field("read", &Correction::read, "What was read.", traits::omitted),
        Field("others", &Correction::others, "What else was possible.", traits::omitted),
        Field("value", &Correction::value, "What is right; None: not settled yet.", traits::shown)};
  }

  friend bool operator==(const Correction&, const Correction&) = default;
};

/// What the column of a header holds.
struct ColumnCorrection {
  std::string header = {};
  std::optional<ColumnMeaning> value = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("header", &ColumnCorrection::header,
                            "The header, or its lowest row; capitals and marks don't matter.",
                            traits::shown | traits::required),
                      Field("value", &ColumnCorrection::value,
                            "What is right; None: not settled yet.", traits::shown)};
  }

  friend bool operator==(const ColumnCorrection&, const ColumnCorrection&) = default;
};

/// What a person has settled about a document, or is asked to; read_plan takes it.
struct Corrections {
  std::vector<ColumnCorrection> columns = {};
  std::vector<Correction> list = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("columns", &Corrections::columns, "What columns hold.", traits::omitted),
        Field("corrections", &Corrections::list, "Of tasks, duties, indicators and rows.",
              traits::omitted)};
  }

  friend bool operator==(const Corrections&, const Corrections&) = default;
};

}  // namespace sauro::inline v0_1
