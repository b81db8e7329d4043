#include "table/csv_rows.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string number(std::size_t value) { return std::to_string(value); }

}  // namespace

CsvRows::CsvRows(std::string_view text, const CsvOptions& options)
    : text_(text), options_(options), delimiter_(options.delimiter) {
  if (text_.starts_with("\uFEFF")) at_ = 3;
  take_hint();
  if (delimiter_ == 0) delimiter_ = guessed();
}

void CsvRows::fail(ErrorCode code, const std::string& place, Bilingual message) const {
  const bool joined = !options_.name.empty() && !place.empty();
  throw ParseError(code, options_.name + (joined ? ", " : "") + place, std::move(message));
}

void CsvRows::check_bytes() const {
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
void CsvRows::take_hint() {
  constexpr std::string_view hint = "sep=";
  const std::size_t after = at_ + hint.size();
  if (!text_.substr(at_).starts_with(hint) || text_.size() <= after) return;
  const char mark = text_[after];
  const std::size_t end = text_.find_first_of("\r\n");
  if (end != after + 1) return;
  if (delimiter_ == 0) delimiter_ = mark;
  at_ = end;
  take_line_end();
  ++row_;
}

/// The one that stands most often in the first line that has some, if the line below has it too:
/// titles above the header have commas of their own.
char CsvRows::guessed() const {
  const std::vector<DelimiterCounts> lines = counts_of_lines();
  DelimiterCounts first{};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    DelimiterCounts kept = lines[i];
    for (std::size_t d = 0; d < kept.size(); ++d) {
      if (i + 1 < lines.size() && lines[i + 1][d] == 0) kept[d] = 0;
    }
    if (first == DelimiterCounts{}) first = lines[i];
    if (kept != DelimiterCounts{}) return most_of(kept);
  }
  return most_of(first);
}

/// How often each delimiter stands outside of quotes in each of the first lines that aren't empty.
std::vector<CsvRows::DelimiterCounts> CsvRows::counts_of_lines() const {
  constexpr std::size_t most_lines = 20;
  std::vector<DelimiterCounts> lines;
  bool quoted = false;
  bool open = false;
  for (std::size_t at = at_; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == '"') quoted = !quoted;
    const bool ends = !quoted && (c == '\n' || c == '\r');
    if (ends && open && lines.size() == most_lines) break;
    if (!ends && !open) lines.push_back({});
    open = !ends;
    const std::size_t which = quoted || ends ? std::string_view::npos : delimiters.find(c);
    if (which != std::string_view::npos) ++lines.back()[which];
  }
  return lines;
}

char CsvRows::most_of(const DelimiterCounts& counts) {
  return delimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

void CsvRows::take_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
}

bool CsvRows::next(std::vector<CsvCell>& cells) {
  cells.clear();
  if (at_ >= text_.size()) return false;
  poll();
  ++row_;
  for (;;) {
    const std::size_t start = at_;
    cells.push_back({read_cell(), start});
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
    return true;
  }
}

std::string CsvRows::read_cell() {
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

void CsvRows::fail_unclosed(std::size_t start) const {
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
void CsvRows::read_quoted(std::string& cell) {
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

}  // namespace sauro::inline v0_1::detail
