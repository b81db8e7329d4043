#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/plan/span.hpp"

namespace sauro {

/// A field of work that groups the tasks of an annex.
struct Area {
  std::string number;  ///< "I"; "A.I" where lettered parts hold Roman ones
  std::string title;
  Span span;

  friend bool operator==(const Area&, const Area&) = default;
};

/// An annex; number 0 stands for tables in the body of the plan.
struct Annex {
  int number = 0;
  std::string label;  ///< "Phụ lục 1", as written; may be empty
  std::string title;
  std::string note;          ///< "(Kèm theo Kế hoạch số ...)", as written
  std::string cited_number;  ///< of the document that the note names; may be empty
  std::optional<Date> cited_date;
  std::vector<std::vector<std::string>> header;  ///< rows of column headers, as written
  std::vector<Area> areas;
  std::vector<std::string> paragraphs;  ///< text of the annex outside its tables
  Span span;

  friend bool operator==(const Annex&, const Annex&) = default;
};

/// A table that lists neither tasks nor indicators, whole.
struct SourceTable {
  int annex = 0;
  std::vector<std::vector<std::string>> rows;
  Span span;

  friend bool operator==(const SourceTable&, const SourceTable&) = default;
};

}  // namespace sauro
