#include "sauro/scoring/score.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <mutex>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/parallel.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "scoring/bounds.hpp"
#include "scoring/refused_values.hpp"
#include "scoring/runners.hpp"
#include "scoring/state.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::say;

constexpr std::size_t shown_problems = 20;
constexpr std::size_t rows_a_thread = 4096;

void require_valid(const Framework& framework) {
  detail::ProblemList problems(ErrorCode::framework_invalid, shown_problems);
  const std::string& id = framework.head().id;
  for (const FrameworkProblem& one : framework.validate()) {
    problems.add(one.where.empty() ? id : id + ", " + one.where, {one.message, one.message_en});
  }
  problems.throw_if_any();
}

void raise(const std::vector<RefusedValue>& findings) {
  constexpr std::size_t shown_alike = 3;  // more of one kind are told in one line
  std::map<std::pair<std::string, std::string>, std::vector<const RefusedValue*>> alike;
  const auto key = [](const RefusedValue& one) {
    return std::pair(one.criterion + "\n" + one.variable, one.kind);
  };
  for (const RefusedValue& one : findings) alike[key(one)].push_back(&one);
  detail::ProblemList problems(ErrorCode::refused_values, shown_problems);
  for (const RefusedValue& one : findings) {
    const std::vector<const RefusedValue*>& all = alike[key(one)];
    if (all.size() <= shown_alike) {
      problems.add(one.where, {one.message, one.message_en});
    } else if (all[0] == &one) {
      problems.add(one.where,
                   say("{} (và {} giá trị khác cũng thế)", "{} (and {} more values alike)",
                       Bilingual{one.message, one.message_en}, all.size() - 1));
    }
  }
  problems.throw_if_any();
}

/// Makes refused values missing, so that no rule sees them.
void remove_refused(Inputs& inputs, const Framework& framework,
                    const std::vector<detail::Refused>& refused) {
  std::unordered_map<std::string_view, std::vector<const detail::Refused*>> by_variable;
  for (const detail::Refused& one : refused) {
    by_variable[framework.variables()[one.variable.value()].name].push_back(&one);
  }
  for (InputColumn& column : inputs.columns) {
    const auto found = by_variable.find(column.variable);
    if (found == by_variable.end()) continue;
    std::vector<double> values = detail::numbers_of(column);
    for (const detail::Refused* one : found->second) {
      if (values[one->row] == one->value) values[one->row] = detail::missing_number;
    }
    column.values = Column::of(column.variable, std::move(values));
  }
}

std::vector<detail::Refused> refused_values(const Framework& framework, const detail::Sheet& sheet,
                                            std::size_t rows) {
  std::vector<detail::Refused> refused;
  check_variables(plan_checks(framework, sheet), 0, rows, refused);
  for (const detail::Refused& one : shares_for_percents(framework, sheet, rows)) {
    refused.push_back(one);
  }
  return refused;
}

void sort_refused(std::vector<detail::Refused>& refused) {
  std::sort(refused.begin(), refused.end(), [](const detail::Refused& a, const detail::Refused& b) {
    return std::tuple(!a.variable, a.place, a.row, a.variable) <
           std::tuple(!b.variable, b.place, b.row, b.variable);
  });
}

/// All points in one pass over blocks of rows: leaves, then parents.
std::vector<detail::Refused> run_all(const Framework& framework, const detail::Sheet& sheet,
                                     const std::vector<bool>& left_out, std::size_t rows,
                                     double* points, unsigned threads) {
  const std::vector<detail::LeafPlan> leaves = plan_leaves(framework, sheet, false);
  const std::vector<detail::ParentPlan> parents =
      detail::plan_parents(framework, left_out, detail::ZeroShare::refuse);
  std::vector<detail::Refused> refused;
  std::mutex guard;
  std::atomic<std::size_t> next = 0;  // blocks go to whoever is free: cores aren't equally fast
  detail::parallel(rows, rows_a_thread, threads, [&](std::size_t /*from*/, std::size_t /*to*/) {
    detail::LeafRunner leaf_runner(framework, sheet, leaves);
    detail::ParentRunner parent_runner(framework, parents);
    std::vector<detail::Refused> mine;
    for (std::size_t row = next.fetch_add(detail::program_rows); row < rows;
         row = next.fetch_add(detail::program_rows)) {
      detail::poll();
      const std::size_t count = std::min(detail::program_rows, rows - row);
      const auto block = [&](std::size_t place) { return points + place * rows + row; };
      const auto of_leaf = [&](std::size_t i, std::size_t /*output*/) {
        return block(leaves[i].place);
      };
      std::size_t leaf = 0;
      std::size_t parent = 0;
      const std::vector<std::size_t>& order = framework.order();
      for (std::size_t i = 0; i < order.size(); ++i) {  // what is added up was just made
        const std::size_t place = order[i];
        if (i + 1 < order.size()) detail::fetch_soon<detail::Access::write>(block(order[i + 1]));
        if (framework.is_leaf(place)) {
          leaf_runner.run_one(leaf++, row, count, &mine, of_leaf);
        } else {
          parent_runner.run_one(parent++, row, count, &mine, block);
        }
      }
    }
    const std::scoped_lock lock(guard);
    refused.insert(refused.end(), mine.begin(), mine.end());
  });
  sort_refused(refused);
  return refused;
}

/// What is exempted from everything has no points.
void leave_out_exempt(Scorecard::State& state, double* points) {
  const std::vector<std::size_t> rows = state.sheet->exempt_from_all();
  if (rows.empty()) return;
  state.left_out.assign(state.left_out.size(), true);
  for (std::size_t place = 0; place < state.left_out.size(); ++place) {
    for (const std::size_t row : rows) points[place * state.rows() + row] = detail::not_applicable;
  }
}

}  // namespace

Scorecard score(const Framework& framework, Inputs inputs, const ScoreOptions& options) {
  require_valid(framework);
  if (inputs.rows() == 0) {
    throw ValidationError(ErrorCode::invalid_inputs, "inputs",
                          say("không có đơn vị nào", "there are no units"));
  }
  auto state = std::make_shared<Scorecard::State>();
  state->framework = framework;
  state->inputs = std::move(inputs);
  state->sheet = std::make_unique<const detail::Sheet>(state->framework, state->inputs, options);
  const auto record = [&](const std::vector<detail::Refused>& refused) {
    for (const detail::Refused& one : refused) {
      state->findings.push_back(finding_of(framework, state->inputs, *state->sheet, one));
      if (!one.variable) state->refused_points.insert(one.place * state->rows() + one.row);
    }
  };
  const std::size_t rows = state->rows();
  if (options.on_problem == OnProblem::keep) {
    std::vector<detail::Refused> refused = refused_values(framework, *state->sheet, rows);
    if (!refused.empty()) {
      sort_refused(refused);
      record(refused);
      state->sheet.reset();
      remove_refused(state->inputs, framework, refused);
      state->sheet =
          std::make_unique<const detail::Sheet>(state->framework, state->inputs, options);
    }
  }
  if (options.on_problem == OnProblem::raise) {
    record(shares_for_percents(framework, *state->sheet, rows));
  }
  std::vector<detail::Refused> computed = state->sheet->refused();
  sort_refused(computed);
  record(computed);
  state->left_out = detail::places_left_out(framework, state->sheet->exempt());
  auto points = std::make_shared_for_overwrite<double[]>(framework.criteria().size() * rows);
  record(run_all(framework, *state->sheet, state->left_out, rows, points.get(), options.threads));
  if (options.on_problem == OnProblem::raise && !state->findings.empty()) {
    // once more without what variables refused, which rules would refuse again
    ScoreOptions keeping = options;
    keeping.on_problem = OnProblem::keep;
    raise(score(framework, state->inputs, keeping).findings());
  }
  if (!framework.head().full_if_exempt) leave_out_exempt(*state, points.get());
  state->points = std::move(points);
  return Scorecard(std::move(state));
}

const Framework& Scorecard::framework() const noexcept { return state_->framework; }
const std::vector<std::string>& Scorecard::units() const noexcept { return state_->inputs.units; }
const std::vector<std::string>& Scorecard::periods() const noexcept {
  return state_->inputs.periods;
}
std::size_t Scorecard::rows() const noexcept { return state_->rows(); }
const std::vector<RefusedValue>& Scorecard::findings() const noexcept { return state_->findings; }

Column Scorecard::points(std::string_view code) const {
  const std::size_t place = framework().find(code);
  const double* data = state_->column(place);
  Column::Parts parts;
  parts.type = ColumnType::float64;
  parts.length = static_cast<std::int64_t>(rows());
  if (state_->left_out[place]) {
    std::vector<double> values(data, data + rows());
    for (double& value : values) {
      if (std::isinf(value)) value = detail::missing_number;
    }
    parts.values = Buffer::of(std::move(values));
  } else {
    parts.values = {data, state_, rows() * sizeof(double)};
  }
  return {std::string(code), std::move(parts)};
}

std::vector<bool> Scorecard::applies(std::string_view code) const {
  const double* data = state_->column(framework().find(code));
  std::vector<bool> out(rows());
  for (std::size_t row = 0; row < out.size(); ++row) out[row] = !std::isinf(data[row]);
  return out;
}

std::vector<double> Scorecard::low(std::string_view code) const {
  return detail::bound_of(*state_, code, false);
}

std::vector<double> Scorecard::high(std::string_view code) const {
  return detail::bound_of(*state_, code, true);
}

std::vector<double> Scorecard::percent(std::string_view code) const {
  const Criterion& criterion = framework().criterion(code);
  const Column column = points(code);
  const auto values = column.values<double>();
  std::vector<double> out(values.begin(), values.end());
  for (double& value : out) value = std::round(value / *criterion.max * 100 * 1e9) / 1e9;
  return out;
}

}  // namespace sauro::inline v0_1
