#pragma once

#include <vector>

#include "phrases/lexer.hpp"

namespace sauro::inline v0_1::detail {

/// Makes numbers in words numbers, where they count a time or name a month, quarter or weekday.
///
/// "sáu tháng" is 6 tháng, "tháng Tư" tháng 4, "05 (năm) ngày" 05 ngày. Other words stay words:
/// "hai" of "hai bên", "năm" of "cuối năm".
std::vector<Token> with_number_words(std::vector<Token> tokens);

}  // namespace sauro::inline v0_1::detail
