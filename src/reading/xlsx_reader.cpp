#include "reading/sheet_tables.hpp"

namespace sauro::inline v0_1::detail {

Source read_xlsx(OfficeArchive& archive, const ReadOptions& options) {
  const XlsxBook book = read_book(archive, options.limits);
  Source source;
  source.is_workbook = true;
  SheetBudget budget;
  const Told told(options.corrections);
  std::size_t table_cells = 0;
  for (const SheetEntry& entry : sheets_named(book.sheets, options.sheets)) {
    SheetCells sheet = read_sheet(archive, book, entry, budget, options.limits);
    read_comments(archive, entry.part, sheet, options.limits);
    add_part(source, entry, sheet);
    add_sheet(source, table_cells, book, sheet, options.limits, told);
  }
  if (source.blocks.empty()) refuse_empty();
  return source;
}

}  // namespace sauro::inline v0_1::detail
