#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sauro/index/framework.hpp"
#include "sauro/index/inputs.hpp"
#include "sauro/phrases/period_order.hpp"
#include "sauro/scoring/score.hpp"
#include "engine/program.hpp"

namespace sauro::inline v0_1::detail {

/// Where the values of a column are: that of a row stands `lag` rows before it, and is missing for
/// the first ones. Nothing where no column was given.
struct SheetColumn {
  const double* data = nullptr;
  std::size_t lag = 0;

  [[nodiscard]] double at(std::size_t row) const {
    return data == nullptr || row < lag ? missing_number : data[row - lag];
  }
  /// Rows [row, row + rows).
  void copy(std::size_t row, std::size_t rows, double* out) const;
};

/// A row that a leaf or a variable's check refused.
struct Refused {
  std::size_t row = 0;
  std::size_t place = 0;                     ///< of a criterion
  std::optional<std::size_t> variable = {};  ///< that was refused itself
  int code = 0;
  double value = 0;
};

/// The values of a column, NaN where they are missing.
std::vector<double> numbers_of(const InputColumn& column);

/// The columns that rules read, each as long as the inputs have rows.
///
/// A variable has the value of its latest stage; "previous(x)" is that of the period before;
/// "best(x)", formulas, points of criteria, scripts and exemptions are columns of their own. Made
/// once before scoring.
class Sheet {
 public:
  /// Throws ValidationError(invalid_inputs) with all that doesn't fit.
  Sheet(const Framework& framework, const Inputs& inputs, const ScoreOptions& options);

  [[nodiscard]] SheetColumn find(const std::string& name) const;
  /// The same as the rule of a criterion reads it: statistics are of the units that it applies to.
  [[nodiscard]] SheetColumn find(const std::string& name, std::size_t place) const;
  /// The stage and evidence of a variable's value.
  [[nodiscard]] UsedInput used(const std::string& name, std::size_t row, std::size_t place) const;
  /// Rows that are exempted from all that makes the maximum.
  [[nodiscard]] std::vector<std::size_t> exempt_from_all() const;
  /// By place, whether some unit is exempted from it.
  [[nodiscard]] const std::vector<bool>& exempt() const { return exempt_; }
  /// Values that were computed and can't be right; they are missing.
  [[nodiscard]] const std::vector<Refused>& refused() const { return refused_; }
  /// Runs a program of columns over all rows, each output into a column of its own.
  void run(const Program& program, std::size_t place, const std::vector<double*>& outputs) const;

 private:
  void resolve(const Variable& variable);
  void mark_exempt();
  /// Makes a column that is worked out, and those that it needs.
  void ensure(const std::string& name, std::size_t place);
  /// The same of a formula; gives the name of its column.
  std::string ensure_formula(const std::string& text, std::size_t place);
  void derive_previous(const std::string& name, std::size_t place);
  void derive_statistic(const std::string& name, std::size_t place);
  void derive_formula(const std::string& name, const Expression& formula, std::size_t place,
                      const Variable* variable);
  void refuse_computed(double* values, const Variable* variable, const Expression& formula,
                       std::size_t place);
  void derive_ends(const std::string& name, const Expression& formula, std::size_t place,
                   const Variable* variable);
  void derive_of_criterion(const std::string& name);
  void derive_fallback(std::size_t place);
  /// Whether statistics over units make a column, so that criteria may have one of their own.
  [[nodiscard]] bool is_of_units(std::string_view name) const;
  [[nodiscard]] std::string column_name(const std::string& name, std::size_t place) const;
  [[nodiscard]] std::vector<double> whole(const SheetColumn& column) const;
  void run_script(const ScriptRule& rule, std::size_t place);
  /// Makes all columns that a leaf reads.
  void prepare(std::size_t place);
  void prepare(const Rule& rule, std::size_t place);
  double* make(const std::string& name);
  double* make(const std::string& name, double fill);

  const Framework& framework_;
  const Inputs& inputs_;
  std::size_t rows_;
  PeriodOrder periods_;
  std::unordered_map<std::string, std::vector<const InputColumn*>>
      given_;  ///< earliest stage first
  std::unordered_map<std::string, SheetColumn> columns_;
  std::vector<std::unique_ptr<double[]>> owned_;
  std::vector<bool> exempt_;
  std::unordered_set<std::string> begun_;  ///< names of columns that were asked for
  std::vector<Refused> refused_;
};

}  // namespace sauro::inline v0_1::detail
