#include "sauro/table/csv.hpp"
#include "core/poll.hpp"
#include "table/types.hpp"
#include "table/value_text.hpp"

namespace sauro::inline v0_1 {
namespace {

void append_cell(std::string& out, std::string_view text, bool alone) {
  const bool quoted =
      text.find_first_of(",\"\r\n") != std::string_view::npos || (alone && text.empty());
  if (!quoted) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

bool holds_texts(ColumnType type) { return detail::is_text(type) || type == ColumnType::category; }

}  // namespace

std::string without_formula(std::string_view text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  return (formula ? "'" : "") + std::string(text);
}

std::string to_csv(const Table& table) {
  std::string out;
  const std::vector<Column>& columns = table.columns();
  const bool alone = columns.size() == 1;
  const auto end_cell = [&](std::size_t column) {
    out += column + 1 < columns.size() ? "," : "\r\n";
  };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    append_cell(out, without_formula(columns[i].name()), alone);
    end_cell(i);
  }
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    detail::poll();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string text = detail::value_text(columns[i], row);
      append_cell(out, holds_texts(columns[i].type()) ? without_formula(text) : text, alone);
      end_cell(i);
    }
  }
  return out;
}

}  // namespace sauro::inline v0_1
