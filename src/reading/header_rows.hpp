#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sauro/plan/corrections.hpp"
#include "reading/source.hpp"

/// The rows that name the columns of a table, and what they say over each.
namespace sauro::inline v0_1::detail {

/// What the cells below a header show where its words don't say it.
enum class Holds : std::uint8_t {
  unknown,
  numbers,
  times,
  hours,  ///< of a day, beside a column of days
  bodies,
  marks,       ///< below the name of a body
  other_marks  ///< below a name that says nothing
};

struct HeaderCell {
  std::string text;                        ///< of all rows: "Thời gian Bắt đầu"
  std::string own;                         ///< of the lowest row that says something: "Bắt đầu"
  bool holds_codes = false;                ///< below it stand numbers and codes alone
  std::optional<ColumnMeaning> told = {};  ///< what a person has settled
  Holds holds = Holds::unknown;
  bool is_one_of_many = false;  ///< other columns hold the same, so that it decides nothing
};

struct HeaderRows {
  std::size_t count = 0;  ///< 0 where the row at which they should begin is no header
  std::vector<HeaderCell> cells;
};

/// The header that begins at rows[from]: one row, or more where each says what stands below the
/// groups of the one above; a row that numbers the columns belongs to it.
[[nodiscard]] HeaderRows header_rows(const std::vector<Row>& rows, std::size_t from);

/// A row of column numbers under a header: "(1) | (2) | (3)" or "1 | 2 | 3".
[[nodiscard]] bool numbers_columns(const Row& row);

/// Notes which columns hold codes alone in the rows from `from` on; returns whether any does.
bool note_codes(const std::vector<Row>& rows, std::size_t from, std::vector<HeaderCell>& cells);

/// Whether a row may stand above a header: a title, a note, or both.
[[nodiscard]] bool is_caption(const Row& row);

/// "Quý II" or "Tháng 6", where a column stands for that; else empty.
[[nodiscard]] std::string period_in(const HeaderCell& cell);

}  // namespace sauro::inline v0_1::detail
