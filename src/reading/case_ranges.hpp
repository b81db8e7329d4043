#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/index/interval.hpp"
#include "reading/rule_cases.hpp"

namespace sauro::inline v0_1::detail {

/// Which numbers the conditions of a rule are about.
struct CaseRanges {
  std::vector<std::optional<Interval>> ranges = {};  ///< of each case; nothing for words
  bool percent = false;
  bool says_more = false;  ///< the first range has words that the title hasn't
};

/// The ranges of the cases, where some are ranges of one thing that don't overlap; else nothing.
///
/// Words beside the numbers have to be the same in all of them, or left out in later ones: of
/// "100% đúng hạn", "100% hoàn thành nhưng quá hạn" each is a case of its own.
[[nodiscard]] std::optional<CaseRanges> case_ranges(const std::vector<RuleCase>& cases,
                                                    std::string_view title);

}  // namespace sauro::inline v0_1::detail
