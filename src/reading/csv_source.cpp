#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/columns.hpp"
#include "reading/sheet_tables.hpp"
#include "reading/xlsx_names.hpp"
#include "table/csv_rows.hpp"
#include "text/letters.hpp"

/// Cells between commas, semicolons or tabs -> Source: one sheet whose places are lines.
namespace sauro::inline v0_1::detail {
namespace {

constexpr std::string_view delimiters = ";\t,";

CsvOptions csv_options(char delimiter, const ReadLimits& limits) {
  CsvOptions options;
  options.delimiter = delimiter;
  options.limits = {limits.bytes, limits.cell_bytes, limits.rows,
                    std::min<std::size_t>(limits.columns, last_sheet_column), limits.cells};
  return options;
}

/// What the first rows look like where a sign parts the cells.
struct Sample {
  std::size_t wide = 0;  ///< rows of more than one cell
  bool header = false;   ///< one names the columns of tasks or indicators
  bool even = false;     ///< the rows below it have as many cells
  bool quoted = false;   ///< a cell stands between quotation marks
};

class Sampler {
 public:
  Sampler(std::string_view text, char delimiter, const ReadLimits& limits, const Told& told)
      : text_(text), told_(told), options_(csv_options(delimiter, limits)) {}

  Sample look() {
    try {
      fill();
    } catch (const ParseError&) {
      return {};  // what nothing closes, say: another sign fits, or reading says what is wrong
    }
    for (std::size_t i = 0; i < rows_.size() && !sample_.header; ++i) {
      sample_.wide += static_cast<std::size_t>(rows_[i].cells.size() > 1);
      sample_.header = recognise(rows_, i, told_).kind != TableKind::other;
      sample_.even = sample_.header && is_even(i);
    }
    return sample_;
  }

 private:
  void fill() {
    constexpr std::size_t most_rows = 32;
    CsvRows rows(text_, options_);
    for (std::vector<CsvCell> cells; rows_.size() < most_rows && rows.next(cells);) {
      Row& row = rows_.emplace_back();
      for (CsvCell& cell : cells) {
        sample_.quoted = sample_.quoted || text_.substr(cell.at).starts_with('"');
        const auto column = static_cast<std::uint32_t>(row.cells.size());
        row.cells.push_back({source_.keep(squeeze(cell.text)), {}, column, 1, false});
      }
      if (cells.size() == 1 && row.cells.front().text.empty()) rows_.pop_back();
    }
  }

  /// Whether rows follow the header and the next ones have as many cells as it.
  [[nodiscard]] bool is_even(std::size_t header) const {
    constexpr std::size_t enough = 5;
    const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(header);
    const auto end =
        rows_.begin() + static_cast<std::ptrdiff_t>(std::min(rows_.size(), header + 1 + enough));
    return end - first > 1 && std::all_of(first, end, [&](const Row& row) {
             return row.cells.size() == first->cells.size();
           });
  }

  std::string_view text_;
  const Told& told_;
  CsvOptions options_;
  Source source_;
  std::vector<Row> rows_;
  Sample sample_;
};

/// The sign under which the first rows look most like a table.
char delimiter_of(std::string_view text, const ReadLimits& limits, const Told& told) {
  if (text.starts_with("sep=")) return 0;  // the text says it
  char best = 0;
  Sample most;
  for (const char delimiter : delimiters) {
    const Sample sample = Sampler(text, delimiter, limits, told).look();
    const bool better = sample.header == most.header ? sample.wide > most.wide : sample.header;
    if (!better) continue;
    best = delimiter;
    most = sample;
  }
  return best;
}

/// Lines and columns of bytes that come in order.
class TextPlaces {
 public:
  explicit TextPlaces(std::string_view text) : text_(text) {}

  Place at(std::size_t byte) {
    for (; at_ < byte; ++at_) {
      if (text_[at_] != '\n') continue;
      ++line_;
      start_ = at_ + 1;
    }
    return {0, line_, columns_.column(text_.data() + start_, text_.data() + byte), 0};
  }

 private:
  std::string_view text_;
  ColumnCounter columns_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  std::uint32_t line_ = 1;
};

/// How many cells a line of the text has, empty ones at its end left out.
struct LineCells {
  std::uint32_t line = 0;  ///< of the first cell that holds something
  std::size_t cells = 0;   ///< with empty ones
  std::size_t filled = 0;  ///< the last that holds something, from 1
};

/// Whether cells of the row may stand in other columns than the header means; a heading of few
/// words may be short.
bool is_uneven(const Row& row, const LineCells& line, std::size_t width) {
  if (line.filled > width) return true;
  const std::string_view label = row.cells.front().text;
  const bool is_counted = !label.empty() && label.front() >= '0' && label.front() <= '9';
  return line.cells < width && row.cells.size() > (is_counted ? 1U : 2U);
}

/// Notes rows that have fewer or more cells than the header above them: a delimiter may be missing
/// or be one too many.
void note_uneven(Source& source, const std::vector<LineCells>& lines, const Told& told) {
  std::size_t width = 0;
  for (const Block& block : source.blocks) {
    const Layout layout = block.rows.empty() ? Layout{} : recognise(block.rows, 0, told);
    const std::size_t below = layout.kind == TableKind::other ? 0 : layout.header_rows;
    if (below > 0) width = 0;
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      poll();
      const Row& row = block.rows[i];
      const Place place = row.cells.front().place;
      const auto line = std::lower_bound(
          lines.begin(), lines.end(), place.line,
          [](const LineCells& one, std::uint32_t number) { return one.line < number; });
      if (line == lines.end() || line->line != place.line) continue;
      if (i < below) {
        width = std::max(width, line->filled);
      } else if (width > 0 && is_uneven(row, *line, width)) {
        source.remarks.push_back({RemarkKind::cells,
                                  {},
                                  {},
                                  std::to_string(line->cells),
                                  {std::to_string(width)},
                                  source.span(place)});
      }
    }
  }
}

}  // namespace

bool is_csv_table(std::string_view text, const ReadOptions& options) {
  const ReadLimits& limits = options.limits;
  if (text.size() > limits.bytes) return false;
  const Told told(options.corrections);
  return std::any_of(delimiters.begin(), delimiters.end(), [&](char delimiter) {
    if (text.find(delimiter) == std::string_view::npos) return false;
    // without quotation marks a table between tabs is one of plain text, which may be broken
    if (delimiter == '\t' && text.find('"') == std::string_view::npos) return false;
    const Sample sample = Sampler(text, delimiter, limits, told).look();
    return sample.header && sample.even && (delimiter != '\t' || sample.quoted);
  });
}

Source read_csv_source(std::string_view text, const ReadOptions& options) {
  const ReadLimits& limits = options.limits;
  const Told told(options.corrections);
  const CsvOptions cut = csv_options(delimiter_of(text, limits, told), limits);
  CsvRows rows(text, cut);
  rows.check_bytes();
  TextPlaces places(text);
  SheetCells sheet;
  std::vector<LineCells> lines;
  for (std::vector<CsvCell> cells; rows.next(cells);) {
    const std::size_t before = sheet.cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (trim(cells[i].text).empty()) continue;
      SheetCell& cell = sheet.cells.emplace_back();
      cell.row = static_cast<std::uint32_t>(rows.row());
      cell.column = static_cast<std::uint32_t>(i + 1);
      cell.text = sheet.texts.emplace_back(std::move(cells[i].text));
      if (is_error_name(cell.text)) cell.kind = CellKind::error;
      sheet.places.push_back(places.at(cells[i].at));
    }
    if (sheet.cells.size() == before) continue;
    lines.push_back({sheet.places[before].line, cells.size(), sheet.cells.back().column});
  }
  Source source;
  std::size_t table_cells = 0;
  add_sheet(source, table_cells, XlsxBook{}, sheet, limits, told);
  if (source.blocks.empty()) refuse_empty();
  note_uneven(source, lines, told);
  return source;
}

}  // namespace sauro::inline v0_1::detail
