#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "core/say.hpp"
#include "reading/asides.hpp"
#include "reading/cell_text.hpp"
#include "reading/odf_package.hpp"
#include "reading/sheet_tables.hpp"
#include "reading/xml_stream.hpp"
#include "text/letters.hpp"

/// OpenDocument spreadsheets (ISO/IEC 26300, part 1) -> Source, sheet by sheet as xlsx.
namespace sauro::inline v0_1::detail {
namespace {

/// How often an element stands there; a file may say any number.
std::uint32_t count_in(std::string_view text) {
  return place_number(text, last_sheet_row).value_or(1);
}

/// "31/03/2026" of "2026-03-31T00:00:00".
std::optional<std::string> day_of(std::string_view value) {
  if (value.size() < 10 || value[4] != '-' || value[7] != '-') return std::nullopt;
  return std::string(value.substr(8, 2)) + "/" + std::string(value.substr(5, 2)) + "/" +
         std::string(value.substr(0, 4));
}

/// Whether a text is a day in digits, whose order and century the eye has to guess.
bool is_day_in_digits(std::string_view text) {
  const auto parts = std::count_if(text.begin(), text.end(),
                                   [](char c) { return c == '/' || c == '-' || c == '.'; });
  return parts == 2 && text.find_first_not_of("0123456789/-. ") == std::string_view::npos;
}

/// A cell while it is read.
struct OdsCell {
  std::uint32_t times = 1;
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;
  std::string type;
  std::string value;  ///< what a program stored beside the text that is shown
  std::string text;
  std::string struck_text;  ///< words that are struck through
  bool formula = false;
  bool has_text = false;
};

/// Reads content.xml as a stream; the sheets that are wanted become tables of the source.
class OdsReader : public XmlVisitor {
 public:
  explicit OdsReader(const ReadOptions& options) : limits_(options.limits) {
    for (const std::string& name : options.sheets) names_.insert(to_nfc(name));
  }

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (skipped_ > 0 || is_skipped(name)) {
      if (skipped_++ == 0) in_note_ = name == "annotation" && in_cell_;
      if (in_note_ && name == "p") ++paragraphs_of_note_;
    } else if (name == "style" || name == "table-properties" || name == "text-properties") {
      read_style(name, attributes);
    } else if (name == "spreadsheet") {
      found_body = true;
    } else if (name == "table" && tables_++ == 0) {
      open_sheet(attributes);
    } else if (tables_ == 1) {
      begin_in_sheet(name, attributes);
    }
  }

  void end(std::string_view name) override {
    if (skipped_ > 0) {
      if (in_note_ && name == "p") end_paragraph_of_note();
      if (--skipped_ == 0) end_note();
    } else if (name == "table") {
      --tables_;
    } else if (tables_ == 1) {
      end_in_sheet(name);
    }
  }

  void text(std::string_view piece) override {
    const bool noted = skipped_ > 0 && paragraphs_of_note_ > 0;
    if (!noted && (skipped_ > 0 || !in_cell_ || paragraphs_ == 0)) return;
    std::string& into = noted ? note_ : is_struck() ? cell_.struck_text : cell_.text;
    for (const char c : piece) into += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    require_size(into, span(), limits_);
  }

  struct Sheet {
    SheetEntry entry;
    SheetCells cells;
  };
  std::vector<Sheet> sheets;
  bool found_body = false;

 private:
  [[nodiscard]] Span span() const { return {sheets.back().entry.name, 0, row_ + 1, column_ + 1}; }

  [[nodiscard]] bool is_struck() const { return !spans_.empty() && spans_.back(); }

  void end_paragraph_of_note() {
    --paragraphs_of_note_;
    note_ += '\n';
  }

  void end_note() {
    in_note_ = false;
    leave(std::exchange(note_, {}), comment_reason);
  }

  /// Keeps words at the cell apart that are none of its content.
  void leave(std::string text, std::string_view reason) {
    if (!wanted_ || trim(text).empty()) return;
    sheets.back().cells.left.push_back({row_ + 1, column_ + 1, std::move(text), reason});
  }

  /// Comments, deletions of tracked changes, drawings and forms hold no cells of the sheet.
  static bool is_skipped(std::string_view name) {
    return name == "annotation" || name == "tracked-changes" || name == "shapes" ||
           name == "forms" || name == "frame" || name == "custom-shape" || name == "dde-links" ||
           name == "ruby-text";
  }

  void read_style(std::string_view name, const XmlAttributes& attributes) {
    if (name == "style") style_ = attributes["name"];
    const std::string_view line = attributes["text-line-through-style"];
    const std::string_view kind = attributes["text-line-through-type"];
    const bool strikes = (!line.empty() && line != "none") || (!kind.empty() && kind != "none");
    if (name == "text-properties" && strikes) struck_styles_.insert(style_);
    if (name == "table-properties" && attributes["display"] == "false")
      hidden_styles_.insert(style_);
  }

  void open_sheet(const XmlAttributes& attributes) {
    Sheet& sheet = sheets.emplace_back();
    sheet.entry.name = to_nfc(attributes["name"]);
    sheet.entry.hidden = hidden_styles_.contains(std::string(attributes["style-name"]));
    wanted_ = names_.empty() || names_.contains(sheet.entry.name);
    row_ = column_ = columns_seen_ = 0;
    hidden_groups_ = 0;
  }

  static bool is_hidden(const XmlAttributes& attributes) {
    const std::string_view visibility = attributes["visibility"];
    return visibility == "collapse" || visibility == "filter";
  }

  void begin_in_sheet(std::string_view name, const XmlAttributes& attributes) {
    if (in_cell_) {
      begin_in_cell(name, attributes);
    } else if (name == "table-column") {
      read_columns(attributes);
    } else if (name == "table-row-group" || name == "table-column-group") {
      groups_.push_back(attributes["display"] == "false");
      hidden_groups_ += static_cast<std::uint32_t>(groups_.back());
    } else if (name == "table-row") {
      row_times_ = count_in(attributes["number-rows-repeated"]);
      row_hidden_ = hidden_groups_ > 0 || is_hidden(attributes);
      column_ = 0;
      row_cells_.clear();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      open_cell(attributes);
    }
  }

  void end_in_sheet(std::string_view name) {
    if (name == "p" && in_cell_) {
      --paragraphs_;
    } else if (name == "span" && in_cell_ && spans_.size() > 1) {
      spans_.pop_back();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      close_cell();
    } else if (name == "table-row-group" || name == "table-column-group") {
      hidden_groups_ -= static_cast<std::uint32_t>(groups_.back());
      groups_.pop_back();
    } else if (name == "table-row") {
      close_row();
    }
  }

  void read_columns(const XmlAttributes& attributes) {
    const std::uint32_t times = count_in(attributes["number-columns-repeated"]);
    if (hidden_groups_ > 0 || is_hidden(attributes)) {
      sheets.back().cells.hidden_columns.emplace_back(columns_seen_ + 1, columns_seen_ + times);
    }
    columns_seen_ = std::min(columns_seen_ + times, last_sheet_row);
  }

  // Cells

  void open_cell(const XmlAttributes& attributes) {
    in_cell_ = true;
    cell_ = {};
    cell_.times = count_in(attributes["number-columns-repeated"]);
    cell_.columns = count_in(attributes["number-columns-spanned"]);
    cell_.rows = count_in(attributes["number-rows-spanned"]);
    cell_.type = attributes["value-type"];
    cell_.formula = !attributes["formula"].empty();
    spans_.assign(1, struck_styles_.contains(std::string(attributes["style-name"])));
    for (const char* name :
         {"date-value", "time-value", "boolean-value", "string-value", "value"}) {
      if (cell_.value.empty()) cell_.value = attributes[name];
    }
  }

  void begin_in_cell(std::string_view name, const XmlAttributes& attributes) {
    if (name == "p") {
      if (cell_.has_text) cell_.text += '\n';
      cell_.has_text = true;
      ++paragraphs_;
    } else if (name == "s") {
      constexpr std::uint32_t enough = 64;  // runs of them become one
      cell_.text.append(std::min(count_in(attributes["c"]), enough), ' ');
    } else if (name == "tab") {
      cell_.text += '\t';
    } else if (name == "line-break") {
      cell_.text += '\n';
    } else if (name == "span") {
      const bool own = struck_styles_.contains(std::string(attributes["style-name"]));
      spans_.push_back(own || is_struck());
    }
  }

  void close_cell() {
    in_cell_ = false;
    leave(std::move(cell_.struck_text), struck_reason);
    if (spans_.front() && !cell_.has_text) leave(std::exchange(cell_.value, {}), struck_reason);
    if (spans_.front()) cell_.has_text = true;
    const std::uint32_t first = column_ + 1;
    column_ = std::min(column_ + cell_.times, last_sheet_row);
    if (!wanted_) return;
    const std::string text = squeeze(shown());
    const bool error = is_error_name(text) || text.starts_with("Err:");
    if (text.empty() && !(cell_.formula && cell_.value.empty() && !cell_.has_text)) return;
    if (column_ > last_sheet_column) {
      throw ParseError(
          ErrorCode::too_many_columns, to_text(span()),
          say("ô có chữ nằm ngoài trang tính", "a cell with text outside of the sheet"));
    }
    const std::string_view kept =
        sheets.back().cells.texts.emplace_back(is_quick_nfc(text) ? text : to_nfc(text));
    for (std::uint32_t column = first; column <= column_; ++column) {
      SheetCell& cell = row_cells_.emplace_back();
      cell.column = column;
      cell.kind = text.empty() ? CellKind::unstored : error ? CellKind::error : CellKind::text;
      cell.text = kept;
    }
    if (cell_.columns > 1 || cell_.rows > 1) {
      sheets.back().cells.merged.push_back(
          {row_ + 1, first, row_ + cell_.rows, first + cell_.columns - 1});
    }
  }

  /// What a person sees; days with the day first and the year in full, as in a workbook.
  [[nodiscard]] std::string shown() const {
    if (!cell_.has_text)
      return cell_.type == "date" ? day_of(cell_.value).value_or("") : cell_.value;
    if (cell_.type == "date" && is_day_in_digits(cell_.text)) {
      if (const auto day = day_of(cell_.value)) return *day;
    }
    return cell_.text;
  }

  void close_row() {
    SheetCells& out = sheets.back().cells;
    const std::uint32_t times = row_cells_.empty() ? 0 : row_times_;
    for (std::uint32_t i = 0; i < times; ++i) {
      const std::uint32_t row = row_ + i + 1;
      for (SheetCell cell : row_cells_) {
        const Span where{sheets.back().entry.name, 0, row, cell.column};
        spend_cell(budget_, where, limits_);
        spend_text(budget_, cell.text.size(), where, limits_);
        cell.row = row;
        out.cells.push_back(cell);
      }
      if (row_hidden_) out.hidden_rows.push_back(row);
    }
    row_ = std::min(row_ + row_times_, last_sheet_row);
  }

  const ReadLimits& limits_;
  SheetBudget budget_;
  std::set<std::string> names_;  ///< of the sheets that are wanted; all if empty
  bool wanted_ = true;
  std::set<std::string> hidden_styles_;
  std::set<std::string> struck_styles_;
  std::vector<bool> spans_;  ///< whether the cell and each span in it are struck through
  bool in_note_ = false;     ///< a comment is passed over
  std::uint32_t paragraphs_of_note_ = 0;
  std::string note_;
  std::string style_;
  std::uint32_t skipped_ = 0;  ///< depth inside of what holds no cells
  std::uint32_t tables_ = 0;   ///< depth; a table in a cell is none of the sheet
  std::vector<bool> groups_;
  std::uint32_t hidden_groups_ = 0;
  OdsCell cell_;
  bool in_cell_ = false;
  std::uint32_t paragraphs_ = 0;
  std::vector<SheetCell> row_cells_;
  std::uint32_t row_times_ = 1;
  bool row_hidden_ = false;
  std::uint32_t row_ = 0;  ///< rows and columns before the one that is read
  std::uint32_t column_ = 0;
  std::uint32_t columns_seen_ = 0;
};

}  // namespace

Source read_ods(OfficeArchive& archive, const ReadOptions& options) {
  OdsReader reader(options);
  visit_xml(archive, "content.xml", reader, options.limits);
  if (!reader.found_body) refuse_body("office:spreadsheet");
  std::vector<SheetEntry> entries;
  for (const OdsReader::Sheet& sheet : reader.sheets) entries.push_back(sheet.entry);
  const std::vector<SheetEntry> chosen = sheets_named(entries, options.sheets);
  Source source;
  source.is_workbook = true;
  const Told told(options.corrections);
  std::size_t table_cells = 0;
  for (OdsReader::Sheet& sheet : reader.sheets) {
    const bool wanted = std::any_of(chosen.begin(), chosen.end(), [&](const SheetEntry& one) {
      return one.name == sheet.entry.name;
    });
    if (!wanted) continue;
    std::sort(sheet.cells.merged.begin(), sheet.cells.merged.end());
    add_part(source, sheet.entry, sheet.cells);
    add_sheet(source, table_cells, XlsxBook{}, sheet.cells, options.limits, told);
  }
  if (source.blocks.empty()) refuse_empty();
  return source;
}

}  // namespace sauro::inline v0_1::detail
