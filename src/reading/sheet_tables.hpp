#pragma once

#include <cstddef>

#include "reading/source.hpp"
#include "reading/told.hpp"
#include "reading/xlsx_sheet.hpp"

/// Sheets -> Source: rows that an empty row parts are tables of their own, titles are paragraphs.
namespace sauro::inline v0_1::detail {

/// Begins the part of a sheet, with a remark where a person doesn't see it.
void add_part(Source& source, const SheetEntry& entry, const SheetCells& sheet);

/// Appends titles and tables of a sheet to the last part; `table_cells` counts for all sheets.
void add_sheet(Source& source, std::size_t& table_cells, const XlsxBook& book,
               const SheetCells& sheet, const ReadLimits& limits, const Told& told);

}  // namespace sauro::inline v0_1::detail
