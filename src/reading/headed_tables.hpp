#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/labels.hpp"
#include "reading/narrative.hpp"
#include "reading/table_parser.hpp"
#include "reading/told.hpp"
#include "reading/units.hpp"

/// Several tables of tasks in one part of a document, each below a heading that names its area.
namespace sauro::inline v0_1::detail {

/// The heading that stands right above a table.
struct TableHeading {
  std::optional<Label> label;
  std::string_view title;  ///< without the label
};

/// What heads the table units[at + 1]; nothing where units[at] is a sentence, or no table follows.
[[nodiscard]] std::optional<TableHeading> table_heading(const std::vector<Unit>& units,
                                                        std::size_t at);

/// Whether [from, to) holds two tables of tasks or more, and a heading right above each of them
/// but, maybe, the first; a heading has a label where another one has.
[[nodiscard]] bool have_headings(const std::vector<Unit>& units, std::size_t from, std::size_t to,
                                 const Told& told);

/// A heading between two tables of an annex opens the area of the second: "I. CÔNG TÁC CHỈ ĐẠO", or
/// any where `headed` says that each table has one. Returns whether units[at] is such.
bool take_area_heading(Context& context, const std::vector<Unit>& units, std::size_t at,
                       bool headed, TableParser& tables);

/// The heading units[at] of a section, above a table, is an area too, by the numbers of its
/// sections.
void open_section_area(Context& context, const std::vector<Unit>& units, std::size_t at,
                       const Narrative& narrative, TableParser& tables);

}  // namespace sauro::inline v0_1::detail
