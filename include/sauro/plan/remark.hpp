#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/span.hpp"

namespace sauro::inline v0_1 {

/// What it was that the reader had to guess.
enum class RemarkKind : std::uint8_t {
  header,        ///< which row names the columns, or that none does
  column,        ///< what a column holds
  joined_row,    ///< that a row goes on with the one above
  parted_row,    ///< that a row without a number is a task of its own
  parent,        ///< that a row heads others
  agencies,      ///< where one agency ends and the next begins, or which one is meant
  value,         ///< what a cell says
  hidden,        ///< that something which a person doesn't see is meant
  font,          ///< that text of an old font was turned into Unicode
  encoding,      ///< how bytes stand for letters
  unsure,        ///< what a picture says
  empty,         ///< that there is no plan
  correction,    ///< nothing: a correction of a person fits nowhere
  abbreviation,  ///< that an abbreviation which nothing explains is the name of a body
  progress,      ///< that a table with columns of progress is the plan, no register or log of one
  cells,         ///< that a row with another number of cells than its header has none out of place
};

constexpr std::array<std::string_view, 16> enum_names(RemarkKind /*value*/) noexcept {
  return {"header",     "column",       "joined_row", "parted_row", "parent", "agencies",
          "value",      "hidden",       "font",       "encoding",   "unsure", "empty",
          "correction", "abbreviation", "progress",   "cells"};
}

/// A choice that the reader made where the document leaves it open: to be looked at by a person.
struct Remark {
  RemarkKind kind = RemarkKind::value;
  std::string task = {};
  std::string field = {};
  std::string chosen = {};
  std::vector<std::string> others = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("kind", &Remark::kind, "What had to be guessed.", traits::shown | traits::required),
        Field("task", &Remark::task,
              "Id of the task, indicator or duty; empty where it is about a table.",
              traits::shown | traits::omitted),
        Field("field", &Remark::field, "'lead', 'timeframe', ...; may be empty.",
              traits::shown | traits::omitted),
        Field("chosen", &Remark::chosen, "What was taken.", traits::shown),
        Field("others", &Remark::others, "What else was possible.", traits::omitted),
        Field("span", &Remark::span, "Where it stands.")};
  }

  friend bool operator==(const Remark&, const Remark&) = default;
};

/// A remark as a sentence, without its place.
[[nodiscard]] SAURO_API Bilingual describe(const Remark& remark);

}  // namespace sauro::inline v0_1
