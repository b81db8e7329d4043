#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reading/number_format.hpp"
#include "reading/office_archive.hpp"
#include "reading/run_text.hpp"
#include "reading/xml_stream.hpp"

/// SpreadsheetML (ECMA-376, part 1, chapter 18): what the sheets of a workbook share.
namespace sauro::inline v0_1::detail {

/// A sheet as the workbook lists it.
struct SheetEntry {
  std::string name;
  std::string part;  ///< "xl/worksheets/sheet1.xml"
  bool hidden = false;
};

/// Sheets by name, shared strings and number formats.
struct XlsxBook {
  std::vector<SheetEntry> sheets;
  std::vector<std::string> strings;
  std::map<std::size_t, std::string> struck_strings;  ///< what of a string is struck through
  std::vector<NumberFormat> formats;                  ///< each once
  std::vector<std::uint32_t> style_formats;           ///< index into formats, by style
  OldFonts fonts;
  std::vector<const OldFont*> style_fonts;  ///< by style; null for most
  std::vector<std::uint32_t> style_fills;   ///< by style; the colour of cells, 0 for none and white
  std::vector<bool> struck_styles;          ///< by style: whether cells are struck through
  bool from_1904 = false;

  [[nodiscard]] const NumberFormat& format_of(std::size_t style) const noexcept;

  [[nodiscard]] std::uint32_t fill_of(std::size_t style) const noexcept {
    return style < style_fills.size() ? style_fills[style] : 0;
  }

  [[nodiscard]] bool is_struck(std::size_t style) const noexcept {
    return style < struck_styles.size() && struck_styles[style];
  }

  /// The font of a style where it is one of the time before Unicode.
  [[nodiscard]] const OldFont* font_of(std::size_t style) const noexcept {
    return style < style_fonts.size() ? style_fonts[style] : nullptr;
  }
};

/// The runs of a cell or string.
struct RichText {
  std::string shown;
  std::string struck;  ///< those that are struck through
};

/// Whether an element such as <strike/> says yes.
[[nodiscard]] bool switches_on(const XmlAttributes& attributes);

/// Whether an archive is a workbook, whatever its name.
[[nodiscard]] bool is_workbook(const OfficeArchive& archive);

/// Reads what the sheets share. Throws ParseError for a workbook without its parts.
[[nodiscard]] XlsxBook read_book(OfficeArchive& archive, const ReadLimits& limits);

/// The sheets of these names, or all where none is named, in their order. Throws
/// NotFoundError that says which there are.
[[nodiscard]] std::vector<SheetEntry> sheets_named(const std::vector<SheetEntry>& sheets,
                                                   const std::vector<std::string>& names);

/// What the sheets that are read have used up of the limits.
struct SheetBudget {
  std::size_t cells = 0;
  std::size_t text_bytes = 0;  ///< of their texts, a shared one each time
};

/// Counts the text of one cell; throws ParseError where all of them are longer than the limit.
void spend_text(SheetBudget& budget, std::size_t bytes, const Span& where,
                const ReadLimits& limits);
/// The same for one more cell.
void spend_cell(SheetBudget& budget, const Span& where, const ReadLimits& limits);

/// Text of a part in normal form C, with the characters that it writes as _x000D_; a \r is a line
/// end, or a space before one.
[[nodiscard]] std::string unescaped(std::string text);

}  // namespace sauro::inline v0_1::detail
