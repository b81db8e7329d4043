#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sauro/index/framework.hpp"
#include "engine/lower.hpp"
#include "engine/program.hpp"
#include "engine/programs.hpp"
#include "index/variables.hpp"
#include "scoring/sheet.hpp"

namespace sauro::inline v0_1::detail {

/// What a variable's values have to lie in; infinite values never do.
struct VariableCheck {
  std::size_t variable = 0;
  const double* data = nullptr;
  double low = 0;
  double high = 0;
  bool whole = false;  ///< and be whole
  bool days = false;   ///< the range is that of the framework's years
  double steps = 0;    ///< in 1: 100 for two decimals, 0 for any values
};

/// Why a value of a variable can't be right, if it can't.
std::optional<Refusal> refusal_of(const VariableCheck& check, double value);
/// What a variable's values have to be, days inside of `years`; `data` isn't set.
VariableCheck check_of(const Framework& framework, std::size_t variable, const ValueRange& years);

/// A leaf ready to run.
struct LeafPlan {
  /// A program and its columns.
  struct Run {
    std::shared_ptr<const Program> program;
    std::vector<SheetColumn> columns;
  };

  std::size_t place = 0;
  bool cares = false;  ///< blocks where points are missing are run again, carefully
  bool with_case = false;
  Run run;
  std::vector<VariableCheck> checks;  ///< of variables that no leaf before this one uses
};

/// A parent ready to run; its columns are its children, in order.
struct ParentPlan {
  std::size_t place = 0;
  std::shared_ptr<const Program> program;
};

/// Plans of all leaves, or of one; with points, or with the case that held as second output.
std::vector<LeafPlan> plan_leaves(const Framework& framework, const Sheet& sheet, bool with_case);
LeafPlan plan_leaf(const Framework& framework, const Sheet& sheet, std::size_t place,
                   bool with_case);
LeafPlan::Run plan_run(const Framework& framework, const Sheet& sheet, std::size_t place,
                       bool with_case, Care care);
/// A program with its columns found.
LeafPlan::Run run_of(std::shared_ptr<const Program> program, const Sheet& sheet, std::size_t place);
std::vector<ParentPlan> plan_parents(const Framework& framework, const std::vector<bool>& left_out,
                                     ZeroShare at_zero);
std::vector<VariableCheck> plan_checks(const Framework& framework, const Sheet& sheet);

/// Rows of [row, row + rows) where variables are outside of their ranges or infinite.
void check_variables(const std::vector<VariableCheck>& checks, std::size_t row, std::size_t rows,
                     std::vector<Refused>& refused);

/// Values of percents that are shares of 1 (0.95 for 95 %), as spreadsheets hold them: a variable
/// that may go to 100, of which more is better, all of whose values lie from 0 to 1, not all on
/// these.
std::vector<Refused> shares_for_percents(const Framework& framework, const Sheet& sheet,
                                         std::size_t rows);

/// What a program refused, once a row.
void take(std::size_t place, const Refusals& refusals, std::vector<Refused>& refused);

/// Whether any of the points is missing.
bool any_missing(const double* points, std::size_t rows);

enum class Access { read, write };

/// Asks for the beginning of a block that comes next; the rest, a page at most, the processor finds
/// by itself.
template <Access access = Access::read>
void fetch_soon(const double* block) {
  constexpr std::size_t line = 64 / sizeof(double);
  for (std::size_t k = 0; k < 8 * line; k += line) {
    __builtin_prefetch(block + k, access == Access::write ? 1 : 0);
  }
}

/// Runs leaves on blocks of rows; one for each thread.
class LeafRunner {
 public:
  LeafRunner(const Framework& framework, const Sheet& sheet, const std::vector<LeafPlan>& plans);

  /// Rows [row, row + rows), at most program_rows; `outputs(i, k)` is where output k of leaf i
  /// goes.
  template <class Outputs>
  void run(std::size_t row, std::size_t rows, std::vector<Refused>* refused, Outputs outputs) {
    for (std::size_t i = 0; i < plans_.size(); ++i) run_one(i, row, rows, refused, outputs);
  }

  /// One leaf.
  template <class Outputs>
  void run_one(std::size_t i, std::size_t row, std::size_t rows, std::vector<Refused>* refused,
               Outputs& outputs) {
    const LeafPlan& plan = plans_[i];
    if (i + 1 < plans_.size()) {
      for (const VariableCheck& check : plans_[i + 1].checks) fetch_soon(check.data + row);
    }
    if (refused != nullptr) check_variables(plan.checks, row, rows, *refused);
    const auto once = [&](const LeafPlan::Run& one, Frame& frame) {
      for (std::size_t k = 0; k < one.columns.size(); ++k) {
        frame.set_column(k, block_of(one.columns[k], k, row, rows));
      }
      for (std::size_t k = 0; k < one.program->outputs; ++k) frame.set_output(k, outputs(i, k));
      refusals_.entries.clear();
      refusals_.first_row = row;
      frame.run(rows, &refusals_);
    };
    once(plan.run, frames_[i]);
    if (plan.cares && any_missing(outputs(i, 0), rows)) {
      Careful& careful = look_into(i);
      once(careful.run, careful.frame);
    }
    if (refused != nullptr && !refusals_.entries.empty()) take(plan.place, refusals_, *refused);
  }

 private:
  struct Careful {
    Careful(LeafPlan::Run made, Arena& arena) : run(std::move(made)), frame(*run.program, arena) {}
    LeafPlan::Run run;
    Frame frame;
  };

  /// Rows [row, row + rows) of operand `k` of a program.
  const double* block_of(const SheetColumn& column, std::size_t k, std::size_t row,
                         std::size_t rows);
  Careful& look_into(std::size_t i);

  const Framework& framework_;
  const Sheet& sheet_;
  const std::vector<LeafPlan>& plans_;
  Arena arena_;
  const double* missing_;
  std::vector<std::vector<double>> begun_;  ///< blocks of lagged operands that begin with missing
  std::vector<Frame> frames_;
  std::vector<std::unique_ptr<Careful>> careful_;  ///< made where it is needed
  Refusals refusals_;
};

/// Runs parents on points by place.
class ParentRunner {
 public:
  ParentRunner(const Framework& framework, const std::vector<ParentPlan>& plans);

  /// `points(place)` is where the block of a place's points is.
  template <class Points>
  void run(std::size_t rows, Points points) {
    for (std::size_t i = 0; i < plans_.size(); ++i) run_one(i, 0, rows, nullptr, points);
  }

  /// One parent; its children have been run. The first row is the `row`th of all.
  template <class Points>
  void run_one(std::size_t i, std::size_t row, std::size_t rows, std::vector<Refused>* refused,
               Points& points) {
    const std::vector<std::size_t>& children = framework_.children(plans_[i].place);
    for (std::size_t k = 0; k < plans_[i].program->columns.size(); ++k) {
      frames_[i].set_column(k, points(children[k]));
    }
    frames_[i].set_output(0, points(plans_[i].place));
    refusals_.entries.clear();
    refusals_.first_row = row;
    frames_[i].run(rows, refused == nullptr ? nullptr : &refusals_);
    if (!refusals_.entries.empty()) take(plans_[i].place, refusals_, *refused);
  }

 private:
  const Framework& framework_;
  const std::vector<ParentPlan>& plans_;
  Arena arena_;
  std::vector<Frame> frames_;
  Refusals refusals_;
};

}  // namespace sauro::inline v0_1::detail
