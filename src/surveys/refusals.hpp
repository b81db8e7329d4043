#pragma once

#include <cmath>
#include <string>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/problem_list.hpp"
#include "text/number_words.hpp"

namespace sauro::inline v0_1::detail {

[[noreturn]] inline void refuse_survey(const std::string& where, Bilingual what) {
  throw ValidationError(ErrorCode::invalid_survey, where, std::move(what));
}

inline bool is_size(double value) { return value >= 0 && std::isfinite(value); }

inline void check_confidence(double confidence) {
  if (confidence > 0 && confidence < 1) return;
  refuse_survey("confidence", say("{} không nằm giữa 0 và 1", "{} is not between 0 and 1",
                                  number_words(confidence)));
}

}  // namespace sauro::inline v0_1::detail
