#include <algorithm>
#include <array>
#include <cstdint>

#include "sauro/core/error.hpp"
#include "sauro/core/files.hpp"
#include "sauro/table/csv.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

std::string number(std::size_t value) { return std::to_string(value); }

/// Cuts a text into rows of cells, one pass.
class CsvReader {
 public:
  CsvReader(std::string_view text, const CsvOptions& options)
      : text_(text), options_(options), delimiter_(options.delimiter) {
    grid_.name = options.name;
  }

  Grid run() {
    check_bytes();
    if (text_.starts_with("\uFEFF")) text_.remove_prefix(3);
    take_hint();
    if (delimiter_ == 0) delimiter_ = guessed();
    bool named = false;
    while (at_ < text_.size()) {
      detail::poll();
      ++row_;
      std::vector<GridCell> cells = read_row();
      const bool empty = cells.size() == 1 && std::get<std::string>(cells[0]).empty();
      if (empty) continue;
      if (named) {
        add_row(std::move(cells));
      } else {
        name_columns(cells);
        named = true;
      }
    }
    return std::move(grid_);
  }

 private:
  [[noreturn]] void fail(ErrorCode code, const std::string& place, Bilingual message) const {
    const bool joined = !grid_.name.empty() && !place.empty();
    throw ParseError(code, grid_.name + (joined ? ", " : "") + place, std::move(message));
  }

  void check_bytes() const {
    const std::size_t most = options_.limits.bytes;
    if (text_.size() > most) {
      const std::string size = number(text_.size());
      fail(ErrorCode::too_large, "",
           {"tệp có " + size + " byte, giới hạn là " + number(most) + " (limits.bytes)",
            "the file has " + size + " bytes; the limit is " + number(most) + " (limits.bytes)"});
    }
    if (const auto bad = find_invalid_utf8(text_)) {
      fail(ErrorCode::invalid_encoding, "",
           {"byte " + number(*bad) + " không phải UTF-8: hãy lưu lại tệp theo UTF-8",
            "byte " + number(*bad) + " is no UTF-8: save the file as UTF-8"});
    }
    if (const std::size_t nul = text_.find('\0'); nul != std::string_view::npos) {
      fail(ErrorCode::binary_input, "",
           {"byte " + number(nul) + " bằng 0: tệp này không phải văn bản",
            "byte " + number(nul) + " is zero: the file is no text"});
    }
  }

  /// Excel's "sep=;" in front of everything.
  void take_hint() {
    constexpr std::string_view hint = "sep=";
    if (!text_.starts_with(hint) || text_.size() <= hint.size()) return;
    const char mark = text_[hint.size()];
    const std::size_t end = text_.find_first_of("\r\n");
    if (end != hint.size() + 1) return;
    if (delimiter_ == 0) delimiter_ = mark;
    at_ = end;
    take_line_end();
    ++row_;
  }

  [[nodiscard]] char guessed() const {
    constexpr std::string_view known = ";\t,";
    std::array<std::size_t, known.size()> counts{};
    bool quoted = false;
    bool seen = false;
    for (std::size_t at = at_; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c == '"') quoted = !quoted;
      if (!quoted && (c == '\n' || c == '\r') && seen) break;
      seen = seen || (c != '\n' && c != '\r');
      const std::size_t which = quoted ? std::string_view::npos : known.find(c);
      if (which != std::string_view::npos) ++counts[which];
    }
    return known[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                          counts.begin())];
  }

  void take_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::vector<GridCell> read_row() {
    std::vector<GridCell> cells;
    cells.reserve(grid_.columns.size());
    for (;;) {
      cells.emplace_back(read_cell());
      if (cells.size() > options_.limits.columns) {
        fail(ErrorCode::too_many_columns, "row " + number(row_),
             {"có hơn " + number(options_.limits.columns) + " ô (limits.columns)",
              "more than " + number(options_.limits.columns) + " cells (limits.columns)"});
      }
      if (at_ < text_.size() && text_[at_] == delimiter_) {
        ++at_;
        continue;
      }
      take_line_end();
      return cells;
    }
  }

  std::string read_cell() {
    std::string cell;
    const std::size_t start = at_;
    const bool quoted = at_ < text_.size() && text_[at_] == '"';
    if (quoted) read_quoted(cell);
    const auto ends = [&](char c) { return c == delimiter_ || c == '\n' || c == '\r'; };
    const std::size_t begin = at_;
    while (at_ < text_.size() && !ends(text_[at_])) ++at_;
    const std::string_view rest = text_.substr(begin, at_ - begin);
    // what closed it was the opening mark of a later cell: rows between them would be swallowed
    if (quoted && rest.find_first_not_of(' ') != std::string_view::npos) fail_unclosed(start);
    cell += rest;
    if (cell.size() > options_.limits.cell_bytes) {
      fail(ErrorCode::cell_too_large, "row " + number(row_),
           {"một ô có " + number(cell.size()) + " byte (limits.cell_bytes)",
            "a cell of " + number(cell.size()) + " bytes (limits.cell_bytes)"});
    }
    return cell;
  }

  [[noreturn]] void fail_unclosed(std::size_t start) const {
    std::size_t lines = 1;
    for (std::size_t at = 0; at < start; ++at) {
      const bool alone = text_[at] == '\r' && text_[at + 1] != '\n';
      if (alone || text_[at] == '\n') ++lines;
    }
    const std::string line = number(lines);
    fail(ErrorCode::invalid_rows, "row " + number(row_),
         {"dấu ngoặc kép mở ở dòng văn bản " + line +
              " mà không đóng trước dấu phân cách; trong ô, "
              "viết nó hai lần",
          "a quotation mark in line " + line +
              " that nothing closes before a delimiter; within a "
              "cell it is written twice"});
  }

  /// What stands between quotation marks; two of them are one.
  void read_quoted(std::string& cell) {
    const std::size_t start = at_;
    for (++at_;;) {
      const std::size_t mark = text_.find('"', at_);
      if (mark == std::string_view::npos) {
        fail_unclosed(start);
      }
      cell += text_.substr(at_, mark - at_);
      at_ = mark + 1;
      if (at_ >= text_.size() || text_[at_] != '"') return;
      cell += '"';
      ++at_;
    }
  }

  void name_columns(const std::vector<GridCell>& cells) {
    for (const GridCell& cell : cells) grid_.columns.push_back(text_of(cell));
  }

  void add_row(std::vector<GridCell> cells) {
    while (cells.size() > grid_.columns.size() && is_blank(cells.back())) cells.pop_back();
    Bilingual flaw;
    if (cells.size() > grid_.columns.size()) {
      const std::string have = number(cells.size());
      const std::string want = number(grid_.columns.size());
      flaw = {"có " + have + " ô mà dòng đầu chỉ có " + want + " cột",
              have + " cells, but the first row names " + want + " columns"};
    }
    cells_ += cells.size();
    if (cells_ > options_.limits.cells || grid_.rows.size() >= options_.limits.rows) {
      const bool rows = grid_.rows.size() >= options_.limits.rows;
      const std::string limit = rows ? number(options_.limits.rows) + " rows (limits.rows)"
                                     : number(options_.limits.cells) + " cells (limits.cells)";
      fail(rows ? ErrorCode::too_many_rows : ErrorCode::too_many_cells, "row " + number(row_),
           {"tệp vượt quá giới hạn " + limit, "the file is beyond the limit of " + limit});
    }
    grid_.rows.push_back({"row " + number(row_), std::move(cells), std::move(flaw)});
  }

  std::string_view text_;
  const CsvOptions& options_;
  char delimiter_;
  Grid grid_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
  std::size_t cells_ = 0;
};

}  // namespace

Grid read_csv_text(std::string_view text, const CsvOptions& options) {
  if (text.size() > options.limits.bytes || find_invalid_utf8(text) || is_quick_nfc(text)) {
    return CsvReader(text, options).run();
  }
  return CsvReader(to_nfc(text), options).run();
}

Grid read_csv(const std::filesystem::path& path, const CsvOptions& options) {
  CsvOptions named = options;
  if (named.name.empty()) named.name = path.filename().string();
  return read_csv_text(read_file(path, options.limits.bytes), named);
}

}  // namespace sauro::inline v0_1
