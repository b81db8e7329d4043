#include "sauro/table/table.hpp"

#include <set>
#include <string>

#include "sauro/core/error.hpp"

namespace sauro {

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {
  std::string problems;
  std::set<std::string_view> names;
  const std::int64_t expected = rows();
  for (const Column& column : columns_) {
    std::string problem;
    if (column.size() != expected) {
      problem = "column \"" + column.name() + "\" has " + std::to_string(column.size()) +
                " rows, \"" + columns_.front().name() + "\" has " + std::to_string(expected);
    } else if (!names.insert(column.name()).second) {
      problem = "column \"" + column.name() + "\" stands twice";
    }
    if (!problem.empty()) problems += (problems.empty() ? "" : "\n") + problem;
  }
  if (!problems.empty()) throw ValidationError(ErrorCode::invalid_column, "table", problems);
}

const Column& Table::column(std::string_view name) const {
  std::string names;
  for (const Column& column : columns_) {
    if (column.name() == name) return column;
    names += (names.empty() ? "" : ", ") + column.name();
  }
  throw NotFoundError(ErrorCode::not_found, std::string(name),
                      "no such column; there are " + names);
}

Table Table::slice(std::int64_t from, std::int64_t length) const {
  std::vector<Column> parts;
  parts.reserve(columns_.size());
  for (const Column& column : columns_) parts.push_back(column.slice(from, length));
  return Table(std::move(parts));
}

}  // namespace sauro
