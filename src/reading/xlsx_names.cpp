#include "reading/xlsx_names.hpp"

#include <algorithm>

#include "reading/source.hpp"
#include "text/whole_number.hpp"

namespace sauro::inline v0_1::detail {

std::optional<std::uint32_t> place_number(std::string_view text, std::uint32_t most) noexcept {
  const auto number = whole_number(text, most);
  return number == 0U ? std::nullopt : number;
}

std::optional<CellName> parse_cell_name(std::string_view text) noexcept {
  CellName name;
  std::size_t at = text.starts_with('$') ? 1 : 0;
  const std::size_t first = at;
  for (; at < text.size() && at < first + 3; ++at) {
    const char letter = text[at] >= 'a' ? static_cast<char>(text[at] - 'a' + 'A') : text[at];
    if (letter < 'A' || letter > 'Z') break;
    name.column = name.column * 26 + static_cast<std::uint32_t>(letter - 'A') + 1;
  }
  if (at < text.size() && text[at] == '$') ++at;
  const auto row = place_number(text.substr(std::min(at, text.size())), last_sheet_row);
  if (!row || name.column == 0 || name.column > last_sheet_column) return std::nullopt;
  name.row = *row;
  return name;
}

std::optional<SheetRange> parse_range(std::string_view text) noexcept {
  const std::size_t colon = text.find(':');
  const auto one = parse_cell_name(text.substr(0, colon));
  const auto other =
      colon == std::string_view::npos ? one : parse_cell_name(text.substr(colon + 1));
  if (!one || !other) return std::nullopt;
  const auto [top, bottom] = std::minmax(one->row, other->row);
  const auto [left, right] = std::minmax(one->column, other->column);
  return SheetRange{top, left, bottom, right};
}

std::string SheetRange::name() const {
  return cell_name(first_row, first_column) + ":" + cell_name(last_row, last_column);
}

}  // namespace sauro::inline v0_1::detail
