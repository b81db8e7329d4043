#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"
#include "sauro/table/column.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// What empty texts and names of enumerations are in a table.
enum class Cells {
  sparse,  ///< an empty text says nothing and is missing; names are categories
  plain,   ///< texts, as they stand
};

namespace detail {

template <class T>
struct OptionalOf {
  using type = T;
  static constexpr bool is_optional = false;
};
template <class T>
struct OptionalOf<std::optional<T>> {
  using type = T;
  static constexpr bool is_optional = true;
};

template <class Owner>
const Owner& row_of(const Owner& row) {
  return row;
}
template <class Owner>
const Owner& row_of(const Owner* row) {
  return *row;
}

/// The values of one field of all rows, each absent or there.
template <class Value, class Rows, class Get>
std::vector<std::optional<Value>> optional_values(const Rows& rows, Get get) {
  std::vector<std::optional<Value>> values;
  values.reserve(rows.size());
  for (const auto& row : rows) values.push_back(get(row_of(row)));
  return values;
}

inline Column text_column(std::string name, const std::vector<std::optional<std::string>>& values,
                          Cells cells) {
  std::vector<std::string> texts;
  std::vector<bool> missing;
  bool any_missing = false;
  for (const std::optional<std::string>& value : values) {
    texts.push_back(value.value_or(""));
    missing.push_back(cells == Cells::sparse ? texts.back().empty() : !value);
    any_missing = any_missing || missing.back();
  }
  return Column::of(std::move(name), texts, any_missing ? missing : std::vector<bool>());
}

template <NamedEnum E>
Column name_column(std::string name, const std::vector<std::optional<E>>& values_of_rows,
                   Cells cells) {
  if (cells == Cells::plain) {
    std::vector<std::optional<std::string>> names;
    for (const std::optional<E>& value : values_of_rows) {
      names.push_back(value ? std::optional(std::string(to_string(*value))) : std::nullopt);
    }
    return text_column(std::move(name), names, cells);
  }
  std::vector<std::string> labels;
  for (const std::string_view label : names_by_value<E>) labels.emplace_back(label);
  std::vector<std::int32_t> codes;
  for (const std::optional<E>& value : values_of_rows) {
    codes.push_back(value ? static_cast<std::int32_t>(*value) : -1);
  }
  return Column::category(std::move(name), std::move(codes), labels);
}

/// Texts of a list on one line: "a; b".
SAURO_API std::string listed(const std::vector<std::string>& texts);

/// The column of a field, or nothing for a type that is no cell; rows are values or pointers to
/// them.
template <class Owner, class Value, class Rows>
std::optional<Column> column_of(const Field<Owner, Value>& field, const Rows& rows,
                                Cells cells = Cells::sparse) {
  if (field.is(traits::unwritten)) return std::nullopt;
  using Held = typename OptionalOf<Value>::type;
  const std::string name(field.name);
  const auto get = [&](const Owner& row) -> std::optional<Held> { return field.of(row); };
  if constexpr (std::is_same_v<Held, std::string>) {
    return text_column(name, optional_values<std::string>(rows, get), cells);
  } else if constexpr (std::is_same_v<Held, std::vector<std::string>>) {
    const auto line = [&](const Owner& row) { return std::optional(listed(field.of(row))); };
    return text_column(name, optional_values<std::string>(rows, line), cells);
  } else if constexpr (std::is_same_v<Held, Date>) {
    return Column::of(name, optional_values<Date>(rows, get));
  } else if constexpr (NamedEnum<Held>) {
    return name_column<Held>(name, optional_values<Held>(rows, get), cells);
  } else if constexpr (std::is_same_v<Held, bool>) {
    std::vector<bool> truths;
    for (const auto& row : rows) truths.push_back(get(row_of(row)).value_or(false));
    return Column::of(name, truths);
  } else if constexpr (std::is_floating_point_v<Held>) {
    return Column::of(name, optional_values<double>(rows, [&](const Owner& row) {
                        return std::optional<double>(get(row));
                      }));
  } else if constexpr (std::is_integral_v<Held>) {
    return Column::of(name, optional_values<std::int64_t>(rows, [&](const Owner& row) {
                        const auto value = get(row);
                        return value ? std::optional(static_cast<std::int64_t>(*value))
                                     : std::optional<std::int64_t>();
                      }));
  } else {
    return std::nullopt;
  }
}

}  // namespace detail

/// A table of values that list their fields: a row each, a column for each field that is a cell:
/// texts, numbers, days, names, lists of texts (joined by "; ").
template <HasFields T>
[[nodiscard]] Table table_of(const std::vector<T>& rows, Cells cells = Cells::sparse) {
  std::vector<Column> columns;
  for_each_field<T>([&](const auto& field) {
    if (auto column = detail::column_of(field, rows, cells)) columns.push_back(std::move(*column));
  });
  return Table(std::move(columns));
}

}  // namespace sauro::inline v0_1
