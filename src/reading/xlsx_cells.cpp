// What the cells of a sheet show.
#include <algorithm>
#include <array>

#include "reading/xlsx_sheet.hpp"

namespace sauro::inline v0_1::detail {

bool is_error_name(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 8> names = {"#N/A",   "#REF!", "#VALUE!", "#DIV/0!",
                                                     "#NAME?", "#NUM!", "#NULL!",  "#SPILL!"};
  return std::find(names.begin(), names.end(), text) != names.end();
}

Bilingual unstored_value() {
  return {"công thức chưa có giá trị lưu", "a formula without a stored value"};
}

std::string unicode_text(const SheetCell& cell, const XlsxBook& book) {
  const OldFont* font = book.font_of(cell.style);
  return font == nullptr ? std::string(cell.text) : as_seen(cell.text, font->makes);
}

std::string shown_text(const SheetCell& cell, const XlsxBook& book) {
  const NumberFormat& format = book.format_of(cell.style);
  if (cell.kind == CellKind::text) return format.show(unicode_text(cell, book));
  if (cell.kind == CellKind::number) return format.show(cell.number, book.from_1904);
  if (cell.kind == CellKind::boolean) return cell.number != 0 ? "TRUE" : "FALSE";
  return {};
}

std::vector<SheetRow> rows_of(const std::vector<SheetCell>& cells) {
  std::vector<SheetRow> rows;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (rows.empty() || rows.back().row != cells[i].row) rows.push_back({cells[i].row, i, i});
    rows.back().end = i + 1;
  }
  return rows;
}

}  // namespace sauro::inline v0_1::detail
