#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/index/framework.hpp"
#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {

/// Sums and maxima that differ by less are equal.
inline constexpr double sum_tolerance = 1e-6;

/// Finds what is wrong with the rule of a criterion.
class RuleChecker {
 public:
  explicit RuleChecker(const Framework& framework);

 protected:
  void add(std::string kind, const std::string& code, Bilingual what);
  void rule(const Criterion& c, const Rule& rule);
  /// Columns of formulas whose variables and criteria have to be there.
  void names(const std::string& code, const std::vector<std::string>& names);

  const Framework& f_;
  std::vector<FrameworkProblem> problems_;

 private:
  void criterion(const std::string& code, OfCriterion asked, const std::string& of);
  void fixed(const Criterion& c, double points, const Bilingual& what);
  void share(const Criterion& c, double value, const std::string& what);
  void checklist(const Criterion& c, const ChecklistRule& rule);
  void table(const Criterion& c, const TableRule& rule);
  void cell(const Criterion& c, const TableRule& rule, std::size_t r, std::size_t k);
  void linear(const Criterion& c, const LinearRule& rule);
  void rises(const Criterion& c, const Expression& of);
  void comparison(const Criterion& c, const ComparisonRule& rule);
  void ratio(const Criterion& c, const RatioRule& rule);
  void tally(const Criterion& c, const TallyRule& rule);
  void choice(const Criterion& c, const ChoiceRule& rule);

  std::unordered_set<std::string> names_;
};

}  // namespace sauro::inline v0_1::detail
