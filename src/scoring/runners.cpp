#include "scoring/runners.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <unordered_map>

#include "core/poll.hpp"
#include "engine/kernels.hpp"
#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {

LeafPlan::Run plan_run(const Framework& framework, const Sheet& sheet, std::size_t place,
                       bool with_case, Care care) {
  const bool exempt = sheet.exempt()[place];
  const bool is_known = !exempt && !with_case && care == first_care(framework.criteria()[place]);
  return run_of(is_known ? programs_of(framework).by_place[place]
                         : leaf_program(framework, place, exempt, care, with_case),
                sheet, place);
}

LeafPlan::Run run_of(std::shared_ptr<const Program> program, const Sheet& sheet,
                     std::size_t place) {
  LeafPlan::Run run;
  run.program = std::move(program);
  for (const std::string& name : run.program->columns) {
    run.columns.push_back(sheet.find(name, place));
  }
  return run;
}

LeafPlan plan_leaf(const Framework& framework, const Sheet& sheet, std::size_t place,
                   bool with_case) {
  const Criterion& criterion = framework.criteria()[place];
  const Care care = first_care(criterion);
  LeafPlan plan;
  plan.place = place;
  plan.cares = care == Care::fast && needs_care(criterion.rule);
  plan.with_case = with_case;
  plan.run = plan_run(framework, sheet, place, with_case, care);
  return plan;
}

std::vector<LeafPlan> plan_leaves(const Framework& framework, const Sheet& sheet, bool with_case) {
  std::vector<LeafPlan> plans;
  const std::vector<VariableCheck> checks = plan_checks(framework, sheet);
  std::unordered_map<const double*, std::vector<std::size_t>> open;  // of each column, by place
  for (std::size_t i = 0; i < checks.size(); ++i) open[checks[i].data].push_back(i);
  const auto take = [&](const double* data) {
    const auto found = open.find(data);
    if (found == open.end()) return;
    for (const std::size_t i : found->second) plans.back().checks.push_back(checks[i]);
    open.erase(found);
  };
  for (const std::size_t place : framework.order()) {
    poll();
    if (!framework.is_leaf(place)) continue;
    plans.push_back(plan_leaf(framework, sheet, place, with_case));
    // a variable is checked where it is first read: what is in the cache is read once
    for (const SheetColumn& column : plans.back().run.columns) {
      if (column.lag == 0) take(column.data);
    }
  }
  if (!plans.empty()) {
    for (const VariableCheck& check : checks) take(check.data);
  }
  return plans;
}

std::vector<ParentPlan> plan_parents(const Framework& framework, const std::vector<bool>& left_out,
                                     ZeroShare at_zero) {
  const Programs& known = programs_of(framework);
  std::vector<ParentPlan> plans;
  for (const std::size_t place : framework.order()) {
    poll();
    if (framework.is_leaf(place)) continue;
    const bool refuses = at_zero == ZeroShare::refuse || !needs_shares(framework.criteria()[place]);
    const bool is_known = refuses && left_out == known.left_out;
    plans.push_back({place, is_known ? known.by_place[place]
                                     : parent_program(framework, place, left_out, at_zero)});
  }
  return plans;
}

VariableCheck check_of(const Framework& framework, std::size_t variable, const ValueRange& years) {
  constexpr double largest = std::numeric_limits<double>::max();
  const Variable& one = framework.variables()[variable];
  const double slack = framework.head().tolerance;
  const ValueRange own = range_of(one);
  const bool days = one.kind == VariableKind::date;
  const double low = days ? std::max(own.low, years.low) : own.low;
  const double high = days ? std::min(own.high, years.high) : own.high;
  const double steps = one.decimals ? std::pow(10.0, *one.decimals) : 0;
  return {variable,
          nullptr,
          std::max(low - slack, -largest),
          std::min(high + slack, largest),
          own.whole,
          days,
          steps};
}

std::vector<VariableCheck> plan_checks(const Framework& framework, const Sheet& sheet) {
  const ValueRange years = days_of(framework);
  std::vector<VariableCheck> checks;
  for (std::size_t i = 0; i < framework.variables().size(); ++i) {
    const Variable& variable = framework.variables()[i];
    const double* data = sheet.find(variable.name).data;
    if (data == nullptr || !variable.formula.is_empty())
      continue;  // sheets check what they compute
    checks.push_back(check_of(framework, i, years));
    checks.back().data = data;
  }
  return checks;
}

LeafRunner::LeafRunner(const Framework& framework, const Sheet& sheet,
                       const std::vector<LeafPlan>& plans)
    : framework_(framework),
      sheet_(sheet),
      plans_(plans),
      missing_(arena_.constant(missing_number)),
      careful_(plans.size()) {
  frames_.reserve(plans.size());
  for (const LeafPlan& plan : plans) frames_.emplace_back(*plan.run.program, arena_);
}

const double* LeafRunner::block_of(const SheetColumn& column, std::size_t k, std::size_t row,
                                   std::size_t rows) {
  if (column.data == nullptr || row + rows <= column.lag) return missing_;
  if (row >= column.lag) return column.data + (row - column.lag);
  if (begun_.size() <= k) begun_.resize(k + 1);
  begun_[k].resize(program_rows);
  column.copy(row, rows, begun_[k].data());
  return begun_[k].data();
}

LeafRunner::Careful& LeafRunner::look_into(std::size_t i) {
  if (!careful_[i]) {
    LeafPlan::Run run =
        plan_run(framework_, sheet_, plans_[i].place, plans_[i].with_case, Care::careful);
    careful_[i] = std::make_unique<Careful>(std::move(run), arena_);
  }
  return *careful_[i];
}

bool any_missing(const double* points, std::size_t rows) {
  return fastest_kernels().any_missing(points, rows);
}

void take(std::size_t place, const Refusals& refusals, std::vector<Refused>& refused) {
  std::set<std::size_t> told;  // what is refused becomes missing, and may be refused again for that
  for (const Refusals::Entry& entry : refusals.entries) {
    if (!told.insert(entry.row).second) continue;
    refused.push_back({entry.row, place, std::nullopt, entry.code, entry.value});
  }
}

ParentRunner::ParentRunner(const Framework& framework, const std::vector<ParentPlan>& plans)
    : framework_(framework), plans_(plans) {
  frames_.reserve(plans.size());
  for (const ParentPlan& plan : plans) frames_.emplace_back(*plan.program, arena_);
}

std::optional<Refusal> refusal_of(const VariableCheck& check, double value) {
  constexpr double least_part = 1e-9;
  if (std::isinf(value)) return Refusal::not_finite;
  if (value < check.low || value > check.high) {
    return check.days ? Refusal::other_years : Refusal::outside_range;
  }
  const auto is_part = [value](double steps) {
    return std::fabs(value * steps - std::nearbyint(value * steps)) > least_part * steps;
  };
  if (check.whole && is_part(1)) return Refusal::not_whole;
  if (check.steps > 0 && is_part(check.steps)) return Refusal::too_many_decimals;
  return std::nullopt;
}

std::vector<Refused> shares_for_percents(const Framework& framework, const Sheet& sheet,
                                         std::size_t rows) {
  std::vector<Refused> refused;
  for (std::size_t i = 0; i < framework.variables().size(); ++i) {
    const Variable& variable = framework.variables()[i];
    const double* data = sheet.find(variable.name).data;
    const bool goes_far = variable.high.value_or(100) >= 100;
    const bool is_asked = variable.kind == VariableKind::percent && goes_far &&
                          variable.direction == Direction::higher && variable.formula.is_empty();
    if (data == nullptr || !is_asked) continue;
    const Kernels& kernels = fastest_kernels();
    bool passes = false;
    for (std::size_t row = 0; row < rows && !passes; row += program_rows) {
      passes = kernels.any_outside(data + row, 0, 1, std::min(program_rows, rows - row));
    }
    constexpr double least_part = 1e-9;  // what is less than that was left by reckoning
    const bool some_part = !passes && std::any_of(data, data + rows, [](double value) {
      return value > least_part && value < 1 - least_part;
    });
    if (!some_part) continue;
    for (std::size_t row = 0; row < rows; ++row) {
      if (std::isnan(data[row])) continue;
      refused.push_back({row, 0, i, static_cast<int>(Refusal::share_for_percent), data[row]});
    }
  }
  return refused;
}

void check_variables(const std::vector<VariableCheck>& checks, std::size_t row, std::size_t rows,
                     std::vector<Refused>& refused) {
  for (const VariableCheck& check : checks) {
    const double* data = check.data + row;
    const Kernels& kernels = fastest_kernels();
    const bool fractions = check.steps > 0 || (check.whole && kernels.any_fraction(data, rows));
    if (!fractions && !kernels.any_outside(data, check.low, check.high, rows)) continue;
    for (std::size_t r = 0; r < rows; ++r) {
      const std::optional<Refusal> code = refusal_of(check, data[r]);
      if (code) refused.push_back({row + r, 0, check.variable, static_cast<int>(*code), data[r]});
    }
  }
}

}  // namespace sauro::inline v0_1::detail
