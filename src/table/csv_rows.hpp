#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/table/csv.hpp"

namespace sauro::inline v0_1::detail {

struct CsvCell {
  std::string text;
  std::size_t at = 0;  ///< byte of the text in which it begins
};

/// Cuts a text into rows of cells, one pass.
class CsvRows {
 public:
  /// `text` and `options` have to outlive it.
  CsvRows(std::string_view text, const CsvOptions& options);

  /// Throws ParseError for what is too large, or no text.
  void check_bytes() const;

  /// The next row, of an empty line one empty cell; false at the end.
  bool next(std::vector<CsvCell>& cells);

  /// Number of the row that next() gave, from 1.
  [[nodiscard]] std::size_t row() const noexcept { return row_; }

  /// Throws ParseError with the name of the file in front of the place.
  [[noreturn]] void fail(ErrorCode code, const std::string& place, Bilingual message) const;

 private:
  void take_hint();
  void take_line_end();
  static constexpr std::string_view delimiters = ";\t,";
  using DelimiterCounts = std::array<std::size_t, delimiters.size()>;

  [[nodiscard]] char guessed() const;
  [[nodiscard]] std::vector<DelimiterCounts> counts_of_lines() const;
  static char most_of(const DelimiterCounts& counts);
  [[nodiscard]] std::string read_cell();
  void read_quoted(std::string& cell);
  [[noreturn]] void fail_unclosed(std::size_t start) const;

  std::string_view text_;
  const CsvOptions& options_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t row_ = 0;
};

}  // namespace sauro::inline v0_1::detail
