#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/index/framework.hpp"
#include "sauro/table/grid.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr double unfilled = std::numeric_limits<double>::quiet_NaN();

/// A cell as composed text without blanks at its ends.
std::string tidy(const GridCell& cell);

/// A name of a unit or period: the same with one blank between words.
std::string place_name(const GridCell& cell);

/// The variables of a framework by all that may stand for them.
class VariableNames {
 public:
  explicit VariableNames(const Framework& framework) : framework_(framework) {}

  /// Of that very name, or of the rule of the criterion of that code; else whose name or title, or
  /// whose criterion's code, title or both it is without regard to case and punctuation; all marks
  /// may be left out, or stand where a name that has no title has none.
  /// Null where it is none, or several.
  const Variable* find(std::string_view name);

  /// Why a name stands for no variable.
  Bilingual no_variable(std::string_view name);

 private:
  using Meant = std::vector<const Variable*>;

  [[nodiscard]] const Variable* find_exactly(std::string_view name) const;
  const Meant* meant_by(std::string_view name);
  void add(std::string_view words, const Variable* variable, bool untitled = false);

  const Framework& framework_;
  // filled when they are first asked for
  std::unordered_map<std::string, Meant> marked_ = {};  ///< by tone keys
  std::unordered_map<std::string, Meant> plain_ = {};   ///< without marks
};

}  // namespace sauro::inline v0_1::detail
