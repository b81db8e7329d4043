#include "reading/criterion_rows.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/criterion_words.hpp"
#include "reading/header_rows.hpp"
#include "reading/rule_cases.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Which column holds what.
struct CriterionColumns {
  std::array<std::optional<std::size_t>, criterion_fields> places = {};
  std::size_t width = 0;
  std::size_t rows = 0;  ///< of the header, to its end

  [[nodiscard]] std::optional<std::size_t> of(CriterionField field) const {
    return places[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] bool is_header() const {
    return of(CriterionField::title) && (of(CriterionField::max) || of(CriterionField::rule));
  }
};

void take_header(const Row& row, CriterionColumns& columns) {
  for (const Cell& cell : row.cells) {
    const auto field = criterion_field(one_line(cell.text));
    if (!field) continue;
    auto& place = columns.places[static_cast<std::size_t>(*field)];
    if (!place && cell.columns == 1) place = cell.column;  // a wider one heads a group
  }
  columns.width = std::max(columns.width, row.width());
}

/// Whether a row below a header names columns too: a cell is inherited from it, and another names
/// something.
bool goes_on(const Row& row) {
  const bool inherited = std::any_of(row.cells.begin(), row.cells.end(),
                                     [](const Cell& cell) { return cell.inherited; });
  return inherited && std::any_of(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
           return !cell.inherited && criterion_field(one_line(cell.text)).has_value();
         });
}

/// The header within the first rows, or one that names no criterion.
CriterionColumns header_of(const std::vector<Row>& rows) {
  constexpr std::size_t titles_looked_at = 12;
  for (std::size_t i = 0; i < std::min(rows.size(), titles_looked_at); ++i) {
    CriterionColumns columns;
    take_header(rows[i], columns);
    std::size_t next = i + 1;
    while (next < rows.size() && next < i + 3 && goes_on(rows[next])) {
      take_header(rows[next++], columns);
    }
    if (!columns.is_header()) continue;
    if (next < rows.size() && numbers_columns(rows[next])) ++next;
    columns.rows = next;
    return columns;
  }
  return {};
}

bool is_mark_letter(char c) { return (c >= '0' && c <= '9') || c == '.' || (c >= 'A' && c <= 'Z'); }

/// "1.1", "II", "A" at the start of a title, with a dot, bracket or blank behind; the rest follows.
std::string take_number(std::string& title) {
  std::size_t end = 0;
  while (end < title.size() && is_mark_letter(title[end])) ++end;
  std::string number = title.substr(0, end);
  const bool bracket = end < title.size() && title[end] == ')';
  const bool dotted = !number.empty() && number.find('.') != std::string::npos;
  const bool blank = end < title.size() && title[end] == ' ';
  if (number.empty() || !(bracket || (dotted && blank))) return {};
  title = std::string(trim(std::string_view(title).substr(end + 1)));
  while (!number.empty() && number.back() == '.') number.pop_back();
  return number;
}

std::string plain_mark(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ')' || text.back() == '/')) {
    text.pop_back();
  }
  if (text.find_first_not_of("0123456789,") == std::string::npos) {
    std::replace(text.begin(), text.end(), ',', '.');  // 1.1 as a number of a workbook
  }
  return text == "-" || text == "+" || text == "*" ? std::string() : text;
}

class CriterionTables {
 public:
  void add(const Block& table) {
    const CriterionColumns header = header_of(table.rows);
    const bool numbered = columns_.of(CriterionField::number).has_value();
    const bool named = header.is_header() && (!numbered || header.of(CriterionField::number));
    if (header.is_header() && !named) return;  // of grades: "Xếp loại | Điểm"
    if (named) columns_ = header;
    if (!columns_.is_header()) return;
    if (!named && (width_of(table) != columns_.width || !goes_on_with(table.rows.front()))) return;
    for (std::size_t i = named ? header.rows : 0; i < table.rows.size(); ++i) {
      poll();
      const Row& row = table.rows[i];
      if (repeats_header(row) || numbers_columns(row)) continue;
      if (begins_another_table(row)) break;
      add(row);
    }
  }

  CriterionRows take() {
    found_.is_assessed =
        columns_.of(CriterionField::self) || columns_.of(CriterionField::appraised);
    return std::move(found_);
  }

 private:
  static std::size_t width_of(const Block& table) {
    std::size_t width = 0;
    for (const Row& row : table.rows) width = std::max(width, row.width());
    return width;
  }

  /// "TT | Họ tên | Năm sinh": columns of something else.
  [[nodiscard]] bool begins_another_table(const Row& row) const {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
      return columns_.of(CriterionField::number) == cell.column &&
             criterion_field(one_line(cell.text)) == CriterionField::number;
    });
  }

  /// Whether a row may follow the criteria of the table before: its number and points are such.
  [[nodiscard]] bool goes_on_with(const Row& row) const {
    if (begins_another_table(row)) return false;
    for (const Cell& cell : row.cells) {
      const std::string text = one_line(cell.text);
      if (text.empty()) continue;
      if (columns_.of(CriterionField::max) == cell.column && !points_in(text)) return false;
    }
    return true;
  }

  [[nodiscard]] bool repeats_header(const Row& row) const {
    CriterionColumns again;
    take_header(row, again);
    return again.is_header();
  }

  void add(const Row& row) {
    CriterionRow made;
    if (!row.cells.empty()) made.place = row.cells.front().place;
    const std::array<std::pair<CriterionField, std::string*>, 7> fields = {
        {{CriterionField::number, &made.number},
         {CriterionField::title, &made.title},
         {CriterionField::max, &made.max},
         {CriterionField::rule, &made.rule},
         {CriterionField::self, &made.self},
         {CriterionField::appraised, &made.appraised},
         {CriterionField::evidence, &made.evidence}}};
    for (const Cell& cell : row.cells) {
      if (cell.inherited) continue;
      for (const auto& [field, text] : fields) {
        if (columns_.of(field) == cell.column) *text = to_nfc(squeeze(cell.text));
      }
      const std::size_t title = *columns_.of(CriterionField::title);
      if (cell.column < title && title < cell.column + cell.columns) {  // "II. CẢI CÁCH ..."
        made.title = to_nfc(squeeze(cell.text));
        made.number.clear();
      }
    }
    made.number = plain_mark(one_line(made.number));
    if (made.rule.empty() && !columns_.of(CriterionField::rule)) part_title(made);
    if (made.number.empty()) made.number = take_number(made.title);
    if (!made.title.empty() || !made.rule.empty()) found_.rows.push_back(std::move(made));
  }

  /// Where no column says how, the lines of a title below its first one do.
  static void part_title(CriterionRow& row) {
    const std::size_t end = row.title.find('\n');
    if (end == std::string::npos || row.title.find(':', end) == std::string::npos) return;
    row.rule = row.title.substr(end + 1);
    row.title.resize(end);
  }

  CriterionColumns columns_;
  CriterionRows found_;
};

}  // namespace

CriterionRows criterion_rows(const Source& source) {
  CriterionTables tables;
  for (const Block& block : source.blocks) {
    if (block.kind == Block::Kind::table) tables.add(block);
  }
  return tables.take();
}

}  // namespace sauro::inline v0_1::detail
