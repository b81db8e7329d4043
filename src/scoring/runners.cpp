#include "scoring/runners.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <unordered_map>

#include "core/poll.hpp"
#include "engine/kernels.hpp"

namespace sauro::inline v0_1::detail {

LeafPlan::Run plan_run(const Framework& framework, const Sheet& sheet, std::size_t place,
                       bool with_case, Care care) {
  const bool exempt = sheet.exempt()[place];
  const bool is_known = !exempt && !with_case && care == first_care(framework.criteria()[place]);
  return run_of(is_known ? programs_of(framework).by_place[place]
                         : leaf_program(framework, place, exempt, care, with_case),
                sheet);
}

LeafPlan::Run run_of(std::shared_ptr<const Program> program, const Sheet& sheet) {
  LeafPlan::Run run;
  run.program = std::move(program);
  for (const std::string& name : run.program->columns) run.columns.push_back(sheet.find(name));
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

std::vector<ParentPlan> plan_parents(const Framework& framework,
                                     const std::vector<bool>& left_out) {
  const Programs& known = programs_of(framework);
  std::vector<ParentPlan> plans;
  for (const std::size_t place : framework.order()) {
    poll();
    if (framework.is_leaf(place)) continue;
    plans.push_back({place, left_out == known.left_out
                                ? known.by_place[place]
                                : parent_program(framework, place, left_out)});
  }
  return plans;
}

std::vector<VariableCheck> plan_checks(const Framework& framework, const Sheet& sheet) {
  constexpr double largest = std::numeric_limits<double>::max();
  std::vector<VariableCheck> checks;
  for (std::size_t i = 0; i < framework.variables().size(); ++i) {
    const Variable& variable = framework.variables()[i];
    const double* data = sheet.find(variable.name).data;
    if (data == nullptr) continue;
    const double slack = framework.head().tolerance;
    checks.push_back({i, data, variable.low ? *variable.low - slack : -largest,
                      variable.high ? *variable.high + slack : largest});
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

void LeafRunner::take(std::size_t place, std::vector<Refused>& refused) const {
  std::set<std::size_t> told;  // what is refused becomes missing, and may be refused again for that
  for (const Refusals::Entry& entry : refusals_.entries) {
    if (!told.insert(entry.row).second) continue;
    refused.push_back({entry.row, place, 0, entry.code, entry.value});
  }
}

ParentRunner::ParentRunner(const Framework& framework, const std::vector<ParentPlan>& plans)
    : framework_(framework), plans_(plans) {
  frames_.reserve(plans.size());
  for (const ParentPlan& plan : plans) frames_.emplace_back(*plan.program, arena_);
}

void check_variables(const std::vector<VariableCheck>& checks, std::size_t row, std::size_t rows,
                     std::vector<Refused>& refused) {
  for (const VariableCheck& check : checks) {
    const double* data = check.data + row;
    if (!fastest_kernels().any_outside(data, check.low, check.high, rows)) continue;
    for (std::size_t r = 0; r < rows; ++r) {
      if (!(data[r] < check.low || data[r] > check.high)) continue;
      const Refusal code = std::isinf(data[r]) ? Refusal::not_finite : Refusal::outside_range;
      refused.push_back({row + r, 0, check.variable, static_cast<int>(code), data[r]});
    }
  }
}

}  // namespace sauro::inline v0_1::detail
