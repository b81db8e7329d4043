#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "sauro/export.hpp"
#include "sauro/table/grid.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

struct CsvOptions {
  /// What parts the cells; 0 takes that of comma, semicolon and tab which the first line has most
  /// of outside of quotes.
  char delimiter = 0;
  std::string name = {};  ///< of the file, for places
  GridLimits limits = {};
};

/// The cells of a CSV text, all of them texts: the first row names the columns.
///
/// RFC 4180, and what programs make of it: UTF-8 with or without a byte-order mark, any line ends,
/// Excel's first line "sep=;". Empty lines are left out, a row with more cells than there are
/// columns has that as its flaw. Texts become normal form C. Throws ParseError for what isn't
/// UTF-8, for a quotation mark that nothing closes, and beyond the limits. Linear in the size of
/// the text.
[[nodiscard]] SAURO_API Grid read_csv_text(std::string_view text, const CsvOptions& options = {});

/// The cells of a CSV file; the file's name stands in front of places.
///
/// Throws NotFoundError where there is no such file, Error(cannot_read) where it can't be read.
[[nodiscard]] SAURO_API Grid read_csv(const std::filesystem::path& path,
                                      const CsvOptions& options = {});

/// A table as CSV (RFC 4180) with a row of names: days as 2026-12-31, nothing for what is missing.
///
/// Texts that a spreadsheet would take for a formula get an apostrophe in front.
[[nodiscard]] SAURO_API std::string to_csv(const Table& table);

/// A text that a spreadsheet would take for a formula with an apostrophe in front; others as they
/// are.
[[nodiscard]] SAURO_API std::string without_formula(std::string_view text);

}  // namespace sauro::inline v0_1
