#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Numbers of rows that are more than a label: "1.a", "1-1", "I.1", "NV-01".
namespace sauro::inline v0_1::detail {

/// A number and what it is called below its area.
struct RowNumber {
  std::string written;  ///< as in the table, without blanks and brackets: "I.1"
  std::string key;      ///< "1" of "I.1" in area I; parts are parted by points: "1.a" of "1-a"
  std::string parent;   ///< key of the row above that it goes on with: "1" of "1-1"; may be empty
};

/// What the rows above tell: the area that is open, and the keys of the last rows with numbers.
struct NumbersAbove {
  std::string_view area;
  std::string_view top;   ///< without a parent
  std::string_view last;  ///< of any
};

/// The number that a cell consists of; nothing where it holds words, a day or another count.
[[nodiscard]] std::optional<RowNumber> parse_row_number(std::string_view text,
                                                        const NumbersAbove& above);

}  // namespace sauro::inline v0_1::detail
