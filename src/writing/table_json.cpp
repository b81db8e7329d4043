#include "sauro/writing/table_json.hpp"

#include "core/poll.hpp"
#include "table/value_text.hpp"
#include "writing/table_rows_json.hpp"

namespace sauro::inline v0_1 {
namespace {

void write_value(detail::JsonOut& out, const Column& column, std::int64_t row) {
  const ColumnType type = column.type();
  if (type == ColumnType::float32 || type == ColumnType::float64) {
    out.value(detail::value_number(column, row));
  } else if (type == ColumnType::boolean) {
    out.value(column.boolean(row));
  } else if (detail::is_numeric(type) && type != ColumnType::uint64) {
    out.value(std::int64_t{std::stoll(detail::value_text(column, row))});
  } else {
    out.value(std::string_view(detail::value_text(column, row)));
  }
}

}  // namespace

void detail::write_row(JsonOut& out, const Table& table, std::int64_t row, Missing missing) {
  out.begin_object();
  for (const Column& column : table.columns()) {
    const bool absent = is_absent(column, row);
    const bool silent = absent || (column.type() == ColumnType::text && column.text(row).empty());
    if (silent && missing == Missing::left_out) continue;
    out.key(column.name());
    if (absent) {
      out.null();
    } else {
      write_value(out, column, row);
    }
  }
  out.end_object();
}

void detail::write_rows(JsonOut& out, const Table& table, Missing missing) {
  out.begin_list();
  for (std::int64_t row = 0; row < table.rows(); ++row) write_row(out, table, row, missing);
  out.end_list();
}

std::string to_json_lines(const Table& table) {
  std::string lines;
  for (std::int64_t row = 0; row < table.rows(); ++row) {
    detail::poll();
    detail::JsonOut out(-1);
    detail::write_row(out, table, row, detail::Missing::as_null);
    lines += out.take() + "\n";
  }
  return lines;
}

}  // namespace sauro::inline v0_1
