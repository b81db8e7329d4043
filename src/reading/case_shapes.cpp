#include "reading/case_shapes.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "sauro/text/fold.hpp"
#include "reading/criterion_words.hpp"
#include "reading/share_formula.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool holds_words(const std::string& text, const std::string& words) {
  return (" " + fold(text) + " ").find(" " + fold(words) + " ") != std::string::npos;
}

/// "không kịp thời" beside "ban hành kịp thời", and "không" beside anything.
bool denies(const std::string& condition, const std::string& other) {
  const auto what = denied(condition);
  if (!what || denied(other)) return false;
  return what->empty() || holds_words(other, *what) || holds_words(*what, other);
}

}  // namespace

bool reach(const std::vector<RuleCase>& cases, double max) {
  double most = -std::numeric_limits<double>::infinity();
  for (const RuleCase& one : cases) most = std::max(most, one.points.value_or(max));
  return are_same_points(most, max);
}

bool add_up_to(const std::vector<RuleCase>& cases, double max) {
  double sum = 0;
  for (const RuleCase& one : cases) {
    if (one.points.value_or(0) <= 0) return false;
    sum += *one.points;
  }
  return are_same_points(sum, max);
}

bool are_items(const std::vector<RuleCase>& cases) {
  return std::all_of(cases.begin(), cases.end(), [](const RuleCase& one) {
    return is_item(one.condition) && one.condition.find('%') == std::string::npos;
  });
}

bool are_yes_or_no(const std::vector<RuleCase>& cases) {
  if (cases.size() != 2) return false;
  const std::string& first = cases[0].condition;
  const std::string& second = cases[1].condition;
  return is_other_case(second) || denies(second, first) || denies(first, second);
}

std::size_t yes_among(const std::vector<RuleCase>& cases) {
  const bool second = denied(cases[0].condition) && !is_other_case(cases[1].condition) &&
                      cases[0].points < cases[1].points;
  return second ? 1 : 0;
}

}  // namespace sauro::inline v0_1::detail
