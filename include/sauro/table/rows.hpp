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

/// The values of one field of all rows, each absent or there.
template <class Value, class Rows, class Get>
std::vector<std::optional<Value>> optional_values(const Rows& rows, Get get) {
  std::vector<std::optional<Value>> values;
  values.reserve(rows.size());
  for (const auto& row : rows) values.push_back(get(row));
  return values;
}

inline Column text_column(std::string name, const std::vector<std::optional<std::string>>& values) {
  std::vector<std::string> texts;
  std::vector<bool> missing;
  for (const std::optional<std::string>& value : values) {
    texts.push_back(value.value_or(""));
    missing.push_back(texts.back().empty());  // an empty text says nothing
  }
  return Column::of(std::move(name), texts, missing);
}

template <NamedEnum E>
Column name_column(std::string name, const std::vector<std::optional<E>>& values_of_rows) {
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

/// The column of a field, or nothing for a type that is no cell.
template <class Owner, class Value>
std::optional<Column> column_of(const Field<Owner, Value>& field, const std::vector<Owner>& rows) {
  using Held = typename OptionalOf<Value>::type;
  const std::string name(field.name);
  const auto get = [&](const Owner& row) -> std::optional<Held> { return field.of(row); };
  if constexpr (std::is_same_v<Held, std::string>) {
    return text_column(name, optional_values<std::string>(rows, get));
  } else if constexpr (std::is_same_v<Held, std::vector<std::string>>) {
    return text_column(name, optional_values<std::string>(rows, [&](const Owner& row) {
                         return std::optional(listed(field.of(row)));
                       }));
  } else if constexpr (std::is_same_v<Held, Date>) {
    return Column::of(name, optional_values<Date>(rows, get));
  } else if constexpr (NamedEnum<Held>) {
    return name_column<Held>(name, optional_values<Held>(rows, get));
  } else if constexpr (std::is_same_v<Held, bool>) {
    std::vector<bool> truths;
    for (const Owner& row : rows) truths.push_back(get(row).value_or(false));
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
/// texts, numbers, days, names, lists of texts (joined by "; "). Empty texts are missing values.
template <HasFields T>
[[nodiscard]] Table table_of(const std::vector<T>& rows) {
  std::vector<Column> columns;
  for_each_field<T>([&](const auto& field) {
    if (auto column = detail::column_of(field, rows)) columns.push_back(std::move(*column));
  });
  return Table(std::move(columns));
}

}  // namespace sauro::inline v0_1
