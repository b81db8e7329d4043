#include "sauro/table/table.hpp"

#include <set>
#include <string>

#include "sauro/core/error.hpp"
#include "core/problem_list.hpp"

namespace sauro::inline v0_1 {

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {
  detail::ProblemList problems(ErrorCode::invalid_column);
  std::set<std::string_view> names;
  const std::int64_t expected = rows();
  for (const Column& column : columns_) {
    if (column.size() != expected) {
      problems.add("table", detail::say("cột \"{}\" có {} dòng, \"{}\" có {}",
                                        "column \"{}\" has {} rows, \"{}\" has {}", column.name(),
                                        column.size(), columns_.front().name(), expected));
    } else if (!names.insert(column.name()).second) {
      problems.add("table", detail::say("cột \"{}\" xuất hiện hai lần",
                                        "column \"{}\" stands twice", column.name()));
    }
  }
  problems.throw_if_any();
}

const Column& Table::column(std::string_view name) const {
  std::string names;
  for (const Column& column : columns_) {
    if (column.name() == name) return column;
    names += (names.empty() ? "" : ", ") + column.name();
  }
  throw NotFoundError(
      ErrorCode::not_found, std::string(name),
      detail::say("không có cột này; có {}", "no such column; there are {}", names));
}

Table Table::slice(std::int64_t from, std::int64_t length) const {
  std::vector<Column> parts;
  parts.reserve(columns_.size());
  for (const Column& column : columns_) parts.push_back(column.slice(from, length));
  return Table(std::move(parts));
}

}  // namespace sauro::inline v0_1
