#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/table/rows.hpp"

namespace sauro::inline v0_1::detail {

/// Columns of a table that is put together of several kinds of values, a row each: texts stand as
/// they are.
class PlainColumns {
 public:
  /// The column of one field.
  template <class Owner, class Value>
  PlainColumns& add(const std::vector<const Owner*>& rows, const Field<Owner, Value>& field) {
    if (auto column = column_of(field, rows, Cells::plain)) columns_.push_back(std::move(*column));
    return *this;
  }

  /// The columns of the fields that are cells, without those of some names.
  template <HasFields T>
  PlainColumns& add_all(const std::vector<const T*>& rows,
                        std::initializer_list<std::string_view> but = {}) {
    for_each_field<T>([&](const auto& field) {
      if (std::find(but.begin(), but.end(), field.name) == but.end()) add(rows, field);
    });
    return *this;
  }

  /// The columns of the fields of these names.
  template <HasFields T>
  PlainColumns& add(const std::vector<const T*>& rows,
                    std::initializer_list<std::string_view> names) {
    for_each_field<T>([&](const auto& field) {
      if (std::find(names.begin(), names.end(), field.name) != names.end()) add(rows, field);
    });
    return *this;
  }

  PlainColumns& add(Column column) {
    columns_.push_back(std::move(column));
    return *this;
  }

  [[nodiscard]] Table take() { return Table(std::move(columns_)); }

 private:
  std::vector<Column> columns_;
};

/// Pointers to the first values, or to all of them, as `PlainColumns` takes them.
template <class T>
std::vector<const T*> pointers_to(const std::vector<T>& values, std::size_t most = SIZE_MAX) {
  std::vector<const T*> rows;
  for (std::size_t i = 0; i < std::min(values.size(), most); ++i) rows.push_back(&values[i]);
  return rows;
}

}  // namespace sauro::inline v0_1::detail
