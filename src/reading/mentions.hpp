#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sauro/calendar/date.hpp"
#include "sauro/plan/document_number.hpp"

/// Documents and dates that a running text names.
namespace sauro::inline v0_1::detail {

struct NumberMention {
  DocumentNumber number;
  std::size_t at = 0;  ///< bytes from the start of the text
  std::size_t end = 0;
};

/// The first number and symbol in `text` from `from` on. One without a number (a draft's) counts
/// only after "số".
[[nodiscard]] std::optional<NumberMention> find_number(std::string_view text, std::size_t from = 0);

struct DateMention {
  std::optional<Date> date;  ///< none where the day or month is left blank, as in drafts
  std::size_t at = 0;
  std::size_t end = 0;
};

/// The first date in `text` from `from` on: "20 / 3 /2026", "ngày 20 tháng 3 năm 2026", or
/// "ngày   tháng 5 năm 2026" with blanks.
[[nodiscard]] std::optional<DateMention> find_date(std::string_view text, std::size_t from = 0);

}  // namespace sauro::inline v0_1::detail
