#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The words that say how a criterion gets its points, taken apart.
namespace sauro::inline v0_1::detail {

/// "từ 80% đến dưới 100%: 0,5"
struct RuleCase {
  std::string condition = {};
  std::optional<double> points = {};
  std::string formula = {};  ///< where the points are no number
};

/// "mỗi báo cáo chậm trừ 0,25"
struct RuleEach {
  std::string what = {};
  double points = 0;  ///< for one; negative where it is taken off
};

struct RuleCases {
  std::vector<RuleCase> cases = {};
  std::vector<RuleEach> each = {};
  std::optional<double> most = {};  ///< "tối đa 1 điểm"
  std::vector<std::string> unread = {};
};

/// The cases of a rule: parts between semicolons and line ends, each with its points behind a colon
/// or a word for it.
[[nodiscard]] RuleCases rule_cases(std::string_view text);

/// "0,5 điểm", "1,00"; nothing for what is more than a number.
[[nodiscard]] std::optional<double> points_in(std::string_view text);

}  // namespace sauro::inline v0_1::detail
