#include "reading/source.hpp"

#include <string>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "plan/control_slips.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

namespace {

void clean(std::string& text) {
  if (has_controls(text)) text = without_controls(text);
}

}  // namespace

std::string_view Source::keep(std::string text) {
  if (!is_quick_nfc(text)) text = to_nfc(text);
  return texts.emplace_back(std::move(text));
}

void Source::drop_controls(std::string_view& text, Place place) {
  if (!has_controls(text)) return;
  const std::string_view written = text;
  text = keep(without_controls(written));
  if (const auto slip = slip_of_controls(written, span(place))) dropped.push_back(*slip);
}

void Source::drop_controls() {
  for (Block& block : blocks) {
    poll();
    drop_controls(block.text, block.place);
    for (Row& row : block.rows) {
      poll();
      for (Cell& cell : row.cells) drop_controls(cell.text, cell.place);
    }
  }
  const auto drop = [&](std::string& text) {
    if (const auto slip = slip_of_controls(text, {"", 0, 1, 1})) dropped.push_back(*slip);
    clean(text);
  };
  for (std::string& part : parts) drop(part);
  for (auto& [name, value] : attributes) {
    drop(name);
    drop(value);
  }
  // remarks repeat texts whose controls were noted where they stand
  for (Remark& remark : remarks) {
    clean(remark.chosen);
    clean(remark.field);
    for (std::string& other : remark.others) clean(other);
    clean(remark.span.part);
  }
}

std::uint32_t ColumnCounter::column(const char* line, const char* position) noexcept {
  if (line != line_ || position < at_) {
    line_ = at_ = line;
    column_ = 1;
  }
  if (position > at_) {
    column_ += static_cast<std::uint32_t>(count_code_points({at_, position}));
    at_ = position;
  }
  return column_;
}

std::string to_text(const Span& span, bool english) {
  if (span.part.empty()) {
    return "line " + std::to_string(span.line) + ", column " + std::to_string(span.column);
  }
  if (span.paragraph != 0) return span.part + ", paragraph " + std::to_string(span.paragraph);
  if (span.line == 0) return span.part;
  if (span.column == 0) {
    return span.part + (english ? ", row " : ", dòng ") + std::to_string(span.line);
  }
  return span.part + (english ? ", cell " : ", ô ") + cell_name(span.line, span.column);
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  return column_letters(column) + std::to_string(row);
}

void require_size(std::string_view text, const Span& span, const ReadLimits& limits) {
  if (text.size() <= limits.cell_bytes) return;
  throw ParseError(ErrorCode::cell_too_large, to_text(span),
                   say("một ô hoặc đoạn văn dài {} byte; giới hạn là {} (limits.cell_bytes)",
                       "a cell or paragraph of {} bytes; the limit is {} (limits.cell_bytes)",
                       text.size(), limits.cell_bytes));
}

void refuse_bytes(std::size_t bytes, std::size_t limit) {
  throw ParseError(ErrorCode::too_large, "",
                   say("tài liệu dài {} byte; giới hạn là {} (limits.bytes)",
                       "the document has {} bytes; the limit is {} (limits.bytes)", bytes, limit));
}

void refuse_encoding(const Span& span) {
  throw ParseError(ErrorCode::invalid_encoding, to_text(span),
                   say("đoạn văn không đúng mã UTF-8", "the paragraph is not well-formed UTF-8"));
}

void refuse_empty() {
  throw ParseError(ErrorCode::empty_input, "", say("tài liệu trống", "the document is empty"));
}

void refuse_depth(const std::string& where, std::size_t limit) {
  throw ParseError(ErrorCode::too_deep, where,
                   say("các phần tử lồng nhau quá {} tầng (limits.depth)",
                       "elements nest deeper than {} levels (limits.depth)", limit));
}

void refuse_malformed(const std::string& where, std::string_view why) {
  throw ParseError(ErrorCode::xml_malformed, where,
                   say("XML sai cú pháp: {}", "the XML is malformed: {}", why));
}

void refuse_doctype(const std::string& part) {
  throw ParseError(ErrorCode::xml_doctype, part,
                   say("phần này có khai báo kiểu tài liệu (DOCTYPE) mà docx, xlsx không bao giờ "
                       "có; các thực thể không được mở rộng",
                       "the part has a document type declaration, which no docx or xlsx has; "
                       "entities are not expanded"));
}

void require_table_size(const Block& table, std::size_t& cells, const Span& span,
                        const ReadLimits& limits) {
  constexpr std::size_t bytes_of_a_cell = 64;
  const Row& row = table.rows.back();
  for (const Cell& cell : row.cells) {  // a merged cell costs what it repeats
    cells += 1 + (cell.inherited ? cell.text.size() / bytes_of_a_cell : 0);
  }
  if (table.rows.size() > limits.rows) {
    throw ParseError(ErrorCode::too_many_rows, to_text(span),
                     say("bảng có hơn {} dòng (limits.rows)",
                         "the table has more than {} rows (limits.rows)", limits.rows));
  }
  if (row.width() > limits.columns) {
    throw ParseError(ErrorCode::too_many_columns, to_text(span),
                     say("dòng có hơn {} cột (limits.columns)",
                         "the row has more than {} columns (limits.columns)", limits.columns));
  }
  if (cells > limits.cells) {
    throw ParseError(ErrorCode::too_many_cells, to_text(span),
                     say("các bảng có hơn {} ô (limits.cells)",
                         "the tables have more than {} cells (limits.cells)", limits.cells));
  }
}

}  // namespace sauro::inline v0_1::detail
