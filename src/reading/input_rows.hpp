#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "sauro/table/grid.hpp"
#include "core/problem_list.hpp"
#include "reading/input_columns.hpp"

namespace sauro::inline v0_1::detail {

/// Which rows of a table hold values of units.
///
/// Left out are rows of nothing, of totals and means, of column numbers, headers that are repeated,
/// and headings and footers without values. Rows that may be units or not are problems.
class InputRows {
 public:
  InputRows(const Grid& grid, const InputColumns& columns, const std::vector<std::string>& units,
            ProblemList& problems);

  /// Numbers of the rows, in their order.
  [[nodiscard]] const std::vector<std::size_t>& kept() const noexcept { return kept_; }

 private:
  [[nodiscard]] bool is_unit(std::size_t row);
  [[nodiscard]] bool is_blank_row(std::size_t row) const;
  [[nodiscard]] bool is_header(std::size_t row) const;
  [[nodiscard]] bool is_numbered(std::size_t row) const;
  [[nodiscard]] bool has_values(std::size_t row) const;
  [[nodiscard]] bool is_beside(std::size_t column) const;
  void refuse(std::size_t row, Bilingual why);

  const Grid& grid_;
  const InputColumns& columns_;
  ProblemList& problems_;
  std::set<std::string> named_;  ///< by the caller, or by rows above
  bool numbered_ = false;        ///< some rows have numbers
  std::vector<std::size_t> kept_;
};

}  // namespace sauro::inline v0_1::detail
