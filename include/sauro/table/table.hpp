#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sauro/export.hpp"
#include "sauro/table/column.hpp"

namespace sauro::inline v0_1 {

/// Columns of one length; every table-like result is one. Copies and slices share memory.
class SAURO_API Table {
 public:
  Table() = default;

  /// Throws ValidationError(invalid_column) for columns of different lengths or one name twice.
  explicit Table(std::vector<Column> columns);

  [[nodiscard]] std::int64_t rows() const noexcept {
    return columns_.empty() ? 0 : columns_.front().size();
  }
  [[nodiscard]] const std::vector<Column>& columns() const noexcept { return columns_; }
  /// Throws NotFoundError that lists the names that there are.
  [[nodiscard]] const Column& column(std::string_view name) const;
  /// Rows [from, from + length), cut to what there is.
  [[nodiscard]] Table slice(std::int64_t from, std::int64_t length) const;

 private:
  std::vector<Column> columns_;
};

}  // namespace sauro::inline v0_1
