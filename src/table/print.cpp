#include "sauro/table/print.hpp"

#include <algorithm>
#include <cstdio>

#include "sauro/text/unicode.hpp"
#include "table/value_text.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

bool is_mark(char32_t c) { return (c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0xFEFF; }

std::size_t width_of_text(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const detail::CodePoint c = detail::decode(text, at);
    if (!is_mark(c.value)) ++width;
    at += c.size;
  }
  return width;
}

/// Runs of spaces and line breaks as one space.
std::string in_one_line(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const detail::CodePoint c = detail::decode(text, at);
    if (detail::is_space(c.value)) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += text.substr(at, c.size);
    }
    at += c.size;
  }
  return out;
}

std::string cell_of(const Column& column, std::int64_t row) {
  if (detail::is_absent(column, row)) return "–";
  if (column.type() == ColumnType::float32 || column.type() == ColumnType::float64) {
    char text[40];
    std::snprintf(text, sizeof text, "%.6g", detail::value_number(column, row));
    return text;
  }
  return in_one_line(visible_text(detail::value_text(column, row)));
}

/// The text in exactly `width` characters.
std::string fitted(const std::string& text, std::size_t width, bool right) {
  std::string out = text;
  if (width_of_text(text) > width) {
    std::size_t at = 0;
    for (std::size_t n = 0; n + 1 < width && at < text.size(); ++n) {
      at += detail::decode(text, at).size;
    }
    out = text.substr(0, at) + "…";
  }
  const std::size_t have = width_of_text(out);
  const std::string gap(width > have ? width - have : 0, ' ');
  return right ? gap + out : out + gap;
}

struct Printed {
  std::vector<std::string> cells;
  std::size_t width = 0;
  bool right = false;
};

Printed printed(const Column& column, std::int64_t rows, std::size_t most) {
  Printed out;
  out.right = detail::is_numeric(column.type());
  out.cells.push_back(in_one_line(visible_text(column.name())));
  for (std::int64_t row = 0; row < rows; ++row) out.cells.push_back(cell_of(column, row));
  for (const std::string& cell : out.cells) out.width = std::max(out.width, width_of_text(cell));
  out.width = std::min(out.width, most);
  return out;
}

}  // namespace

std::string to_text(const Table& table, const PrintOptions& options) {
  const std::int64_t rows = std::clamp<std::int64_t>(options.rows, 0, table.rows());
  std::vector<std::string> lines;
  std::size_t used = 0;
  std::size_t kept = 0;
  for (const Column& column : table.columns()) {
    const Printed one = printed(column, rows, options.cell);
    if (kept > 0 && used + one.width > options.width) break;
    lines.resize(one.cells.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (kept > 0) lines[i] += "  ";
      lines[i] += fitted(one.cells[i], std::min(one.width, options.width), one.right);
    }
    used += one.width + 2;
    ++kept;
  }
  for (std::string& line : lines) line.erase(line.find_last_not_of(' ') + 1);
  if (table.rows() > rows)
    lines.push_back("… " + std::to_string(table.rows() - rows) + " dòng nữa");
  if (kept < table.columns().size()) {
    std::string names;
    for (std::size_t i = kept; i < table.columns().size(); ++i) {
      names += (names.empty() ? "" : ", ") + table.columns()[i].name();
    }
    lines.push_back("… cột: " + names);
  }
  if (lines.empty()) return "(bảng rỗng)";
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "\n") + line;
  return out;
}

}  // namespace sauro::inline v0_1
