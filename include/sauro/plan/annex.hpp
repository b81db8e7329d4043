#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/plan/span.hpp"

namespace sauro::inline v0_1 {

/// A field of work that groups the tasks of an annex.
struct Area {
  std::string number = {};
  std::string title = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("number", &Area::number,
                            "'I'; 'A.I' where lettered parts hold Roman ones.", traits::shown),
                      Field("title", &Area::title, "Title.", traits::shown),
                      Field("span", &Area::span, "Where it stands.")};
  }

  friend bool operator==(const Area&, const Area&) = default;
};

/// A document that a text names.
struct Citation {
  std::string number = {};
  std::optional<Date> date = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("number", &Citation::number, "In one spelling, or None.",
                            traits::nullable | traits::shown),
                      Field("date", &Citation::date, "Its date, or None.", traits::shown)};
  }

  friend bool operator==(const Citation&, const Citation&) = default;
};

/// An annex; number 0 stands for tables in the body of the plan.
struct Annex {
  int number = 0;
  std::string label = {};
  std::string title = {};
  std::string note = {};
  Citation cites = {};
  std::vector<std::vector<std::string>> header = {};
  std::vector<Area> areas = {};
  std::vector<std::string> paragraphs = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("number", &Annex::number, "From 1; 0 for the body.", traits::shown),
        Field("label", &Annex::label, "'Phụ lục 1', as written; may be empty."),
        Field("title", &Annex::title, "Title.", traits::shown),
        Field("note", &Annex::note, "'(Kèm theo Kế hoạch số ...)', as written."),
        Field("cites", &Annex::cites, "The document that the note names."),
        Field("header", &Annex::header, "Rows of column headers, as written."),
        Field("areas", &Annex::areas, "List of Area."),
        Field("paragraphs", &Annex::paragraphs, "Text of the annex outside its tables."),
        Field("span", &Annex::span, "Where it begins.")};
  }

  friend bool operator==(const Annex&, const Annex&) = default;
};

/// A table that lists neither tasks nor indicators, whole.
struct SourceTable {
  int annex = 0;
  std::vector<std::vector<std::string>> rows = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("annex", &SourceTable::annex, "Number of the annex; 0 for the body.", traits::shown),
        Field("rows", &SourceTable::rows, "List of lists of cell texts."),
        Field("span", &SourceTable::span, "Where it begins.")};
  }

  friend bool operator==(const SourceTable&, const SourceTable&) = default;
};

}  // namespace sauro::inline v0_1
