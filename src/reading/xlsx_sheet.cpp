#include "reading/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "reading/asides.hpp"
#include "reading/source.hpp"
#include "reading/xlsx_names.hpp"
#include "reading/xml_stream.hpp"
#include "text/trim.hpp"
#include "text/whole_number.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// What one cell says while it is read.
struct OpenCell {
  CellName at;
  std::string type;
  std::uint32_t style = 0;
  std::string value;
  RichText text;  ///< of an inline string
  bool formula = false;
};

class SheetReader : public XmlVisitor {
 public:
  SheetReader(const XlsxBook& book, const SheetEntry& sheet, SheetBudget& budget,
              const ReadLimits& limits)
      : book_(book), sheet_(sheet), budget_(budget), limits_(limits) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (in_data_) {
      begin_in_data(name, attributes);
    } else if (name == "sheetData") {
      in_data_ = true;
    } else if (name == "col" && attributes.is_set("hidden")) {
      hide_columns(attributes);
    } else if (name == "mergeCell") {
      merge(attributes["ref"]);
    }
  }

  void end(std::string_view name) override {
    into_ = nullptr;
    if (name == "rPh") reading_ = false;
    if (name == "row" || name == "sheetData") close_row();
    if (name == "sheetData") in_data_ = false;
    if (name == "c" && in_cell_) close_cell();
  }

  void text(std::string_view piece) override {
    if (into_ == nullptr) return;
    *into_ += piece;
    if (into_->size() > limits_.cell_bytes) {
      throw ParseError(ErrorCode::cell_too_large, place(),
                       say("ô dài hơn {} byte (limits.cell_bytes)",
                           "a cell longer than {} bytes (limits.cell_bytes)", limits_.cell_bytes));
    }
  }

  SheetCells finish() {
    const auto key = [](const SheetCell& cell) { return std::tuple(cell.row, cell.column); };
    const auto before = [&](const SheetCell& a, const SheetCell& b) { return key(a) < key(b); };
    auto& cells = out_.cells;
    if (!std::is_sorted(cells.begin(), cells.end(), before)) {
      std::stable_sort(cells.begin(), cells.end(), before);
    }
    const auto twice = std::adjacent_find(
        cells.begin(), cells.end(),
        [&](const SheetCell& a, const SheetCell& b) { return key(a) == key(b); });
    if (twice != cells.end()) {
      cell_.at = {twice->row, twice->column};
      refuse(place(), say("ô này có hai lần", "the cell is there twice"));
    }
    std::sort(out_.coloured.begin(), out_.coloured.end(), before);
    auto& rows = out_.hidden_rows;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    join_hidden_columns();
    std::sort(out_.merged.begin(), out_.merged.end());
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string place() const {
    return to_text({sheet_.name, 0, cell_.at.row, cell_.at.column});
  }

  [[noreturn]] static void refuse(std::string where, Bilingual message) {
    throw ParseError(ErrorCode::invalid_workbook, std::move(where), std::move(message));
  }

  void begin_in_data(std::string_view name, const XmlAttributes& attributes) {
    into_ = nullptr;
    if (name == "c") {
      open_cell(attributes);
    } else if (name == "row") {
      open_row(attributes);
    } else if (!in_cell_) {
      return;
    } else if (name == "v") {
      into_ = &cell_.value;
    } else if (name == "t" && !reading_) {
      into_ = is_struck_ ? &cell_.text.struck : &cell_.text.shown;
    } else if (name == "r") {
      is_struck_ = false;
    } else if (name == "strike") {
      is_struck_ = switches_on(attributes);
    } else if (name == "rPh") {
      reading_ = true;
    } else if (name == "f") {
      cell_.formula = true;
    }
  }

  void open_row(const XmlAttributes& attributes) {
    const std::string_view written = attributes["r"];
    const auto row =
        written.empty() ? std::optional(row_ + 1) : place_number(written, last_sheet_row);
    if (!row || *row > last_sheet_row) {
      cell_.at = {row_, 0};
      refuse(place(), say("sau dòng này có số dòng không hợp lệ: '{}'",
                          "no number of a row after this one: '{}'", written));
    }
    row_ = *row;
    column_ = 0;
    hidden_ = attributes.is_set("hidden");
  }

  void open_cell(const XmlAttributes& attributes) {
    const std::string_view written = attributes["r"];
    cell_.at = {row_, column_ + 1};
    if (!written.empty()) {
      const auto name = parse_cell_name(written);
      if (!name) {
        cell_.at = {row_, column_};
        refuse(place(), say("sau chỗ này có tên ô không hợp lệ: '{}'",
                            "no name of a cell after this place: '{}'", written));
      }
      cell_.at = *name;
    }
    if (cell_.at.column > last_sheet_column || cell_.at.row == 0) {
      refuse(place(), say("ô nằm ngoài trang tính", "the cell is outside of the sheet"));
    }
    column_ = cell_.at.column;
    in_cell_ = true;
    cell_.type = attributes["t"];
    cell_.style = whole_number(attributes["s"], UINT32_MAX).value_or(0);
    cell_.value.clear();
    cell_.text = {};
    is_struck_ = false;
    cell_.formula = false;
  }

  void close_cell() {
    in_cell_ = false;
    SheetCell cell;
    cell.row = cell_.at.row;
    cell.column = cell_.at.column;
    cell.style = cell_.style;
    if (!fill(cell)) {
      if (book_.fill_of(cell.style) != 0 && coloured_.size() < limits_.columns) {
        cell.text = {};
        coloured_.push_back(cell);
      }
      return;
    }
    const Span where{sheet_.name, 0, cell.row, cell.column};
    spend_cell(budget_, where, limits_);
    if (cell.kind == CellKind::text) {  // a shared string costs what it repeats
      spend_text(budget_, cell.text.size(), where, limits_);
    }
    if (hidden_ && (out_.hidden_rows.empty() || out_.hidden_rows.back() != cell.row)) {
      out_.hidden_rows.push_back(cell.row);
    }
    out_.cells.push_back(cell);
  }

  /// Keeps the empty cells of a row with texts whose colour may be a mark.
  void close_row() {
    const auto& cells = out_.cells;
    if (!coloured_.empty() && !cells.empty() && cells.back().row == row_) {
      auto first = std::prev(cells.end());
      while (first != cells.begin() && std::prev(first)->row == row_) --first;
      for (const SheetCell& one : coloured_) {
        if (book_.fill_of(one.style) == book_.fill_of(first->style)) continue;
        spend_cell(budget_, {sheet_.name, 0, one.row, one.column}, limits_);
        out_.coloured.push_back(one);
      }
    }
    coloured_.clear();
  }

  /// False for a cell that holds nothing.
  bool fill(SheetCell& cell) {
    const std::string_view value = trim(cell_.value);
    const std::string& type = cell_.type;
    if (type == "inlineStr") {
      leave(unescaped(std::move(cell_.text.struck)));
      return fill_text(cell, keep(std::move(cell_.text.shown)));
    }
    if (type == "str" || type == "d") {
      if (value.empty() && !cell_.formula) return false;
      return fill_text(cell, keep(std::move(cell_.value)));
    }
    if (value.empty()) {
      cell.kind = CellKind::unstored;
      return cell_.formula;
    }
    if (type == "s") return fill_text(cell, shared(value));
    if (type == "e") {
      cell.kind = CellKind::error;
      cell.text = out_.texts.emplace_back(value);
    } else if (type == "b") {
      cell.kind = CellKind::boolean;
      cell.number = value == "1" || value == "true" ? 1 : 0;
    } else {
      cell.kind = CellKind::number;
      cell.number = number_in(value);
    }
    return true;
  }

  static bool fill_text(SheetCell& cell, std::string_view text) {
    cell.kind = CellKind::text;
    cell.text = text;
    return !trim(text).empty();
  }

  std::string_view keep(std::string text) {
    if (trim(text).empty()) return {};
    return out_.texts.emplace_back(unescaped(std::move(text)));
  }

  /// Keeps words of the cell that are struck through apart.
  void leave(std::string text) {
    if (trim(text).empty()) return;
    out_.left.push_back({cell_.at.row, cell_.at.column, std::move(text), struck_reason});
  }

  [[nodiscard]] std::string_view shared(std::string_view value) {
    const auto index = whole_number(value, UINT32_MAX);
    if (index && *index < book_.strings.size()) {
      const auto struck = book_.struck_strings.find(*index);
      if (struck != book_.struck_strings.end()) leave(struck->second);
      return book_.strings[*index];
    }
    refuse(place(), say("ô dùng chuỗi chung số {}, mà chỉ có {} chuỗi",
                        "the cell takes shared string {}, of which there are {}", value,
                        book_.strings.size()));
  }

  [[nodiscard]] double number_in(std::string_view value) const {
    double number = 0;
    if (value.starts_with('+')) value.remove_prefix(1);
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (fault == std::errc() && end == value.data() + value.size() && std::isfinite(number)) {
      return number;
    }
    refuse(place(), say("giá trị của ô không phải là số: '{}'",
                        "the cell's value is no number: '{}'", value));
  }

  void hide_columns(const XmlAttributes& attributes) {
    const auto from = place_number(attributes["min"], UINT32_MAX);
    const auto to = place_number(attributes["max"], UINT32_MAX);
    if (from && to && *from <= *to) out_.hidden_columns.emplace_back(*from, *to);
  }

  void join_hidden_columns() {
    auto& ranges = out_.hidden_columns;
    std::sort(ranges.begin(), ranges.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> apart;
    for (const auto& range : ranges) {
      if (!apart.empty() && range.first <= apart.back().second) {
        apart.back().second = std::max(apart.back().second, range.second);
      } else {
        apart.push_back(range);
      }
    }
    ranges = std::move(apart);
  }

  void merge(std::string_view ref) {
    const auto range = parse_range(ref);
    if (!range) {
      refuse(sheet_.name,
             say("vùng gộp ô không hợp lệ: '{}'", "no range of merged cells: '{}'", ref));
    }
    const bool single =
        range->first_row == range->last_row && range->first_column == range->last_column;
    if (!single) out_.merged.push_back(*range);
  }

  const XlsxBook& book_;
  const SheetEntry& sheet_;
  SheetBudget& budget_;
  const ReadLimits& limits_;
  SheetCells out_;
  OpenCell cell_;
  std::vector<SheetCell> coloured_;  ///< of the row, without text
  std::string* into_ = nullptr;      ///< where text goes
  bool in_data_ = false;
  bool in_cell_ = false;
  bool reading_ = false;
  bool is_struck_ = false;
  bool hidden_ = false;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
};

}  // namespace

bool SheetCells::is_hidden_row(std::uint32_t row) const noexcept {
  return std::binary_search(hidden_rows.begin(), hidden_rows.end(), row);
}

bool SheetCells::is_hidden_column(std::uint32_t column) const noexcept {
  const auto after =
      std::upper_bound(hidden_columns.begin(), hidden_columns.end(), std::pair(column, UINT32_MAX));
  return after != hidden_columns.begin() && std::prev(after)->second >= column;
}

SheetCells read_sheet(OfficeArchive& archive, const XlsxBook& book, const SheetEntry& sheet,
                      SheetBudget& budget, const ReadLimits& limits) {
  SheetReader reader(book, sheet, budget, limits);
  if (!visit_xml(archive, sheet.part, reader, limits)) {
    throw ParseError(ErrorCode::docx_part_missing, sheet.part,
                     say("tệp nén không có phần này của trang tính {}",
                         "the archive lacks this part of the sheet {}", sheet.name));
  }
  return reader.finish();
}

}  // namespace sauro::inline v0_1::detail
