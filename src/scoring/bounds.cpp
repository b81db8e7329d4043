#include "scoring/bounds.hpp"

#include <algorithm>
#include <cmath>

#include "core/poll.hpp"
#include "engine/programs.hpp"
#include "scoring/runners.hpp"

namespace sauro::inline v0_1::detail {
namespace {

const std::vector<LeafPlan>& plans_of(const Scorecard::State& state) {
  std::call_once(state.bounds_made, [&] {
    for (const std::size_t place : state.framework.leaves()) {
      LeafPlan plan;
      plan.place = place;
      plan.run = run_of(bounds_program(state.framework, place), *state.sheet, place);
      state.bounds.push_back(std::move(plan));
    }
  });
  return state.bounds;
}

}  // namespace

std::vector<double> bounded_points(const Scorecard::State& state, std::size_t from,
                                   std::size_t rows, bool high) {
  const Framework& framework = state.framework;
  std::vector<double> points;
  points.reserve(framework.criteria().size() * rows);
  for (std::size_t place = 0; place < framework.criteria().size(); ++place) {
    points.insert(points.end(), state.column(place) + from, state.column(place) + from + rows);
  }
  const std::vector<std::size_t>& places = framework.leaves();
  const bool all_known = std::none_of(places.begin(), places.end(), [&](std::size_t place) {
    return any_missing(points.data() + place * rows, rows);
  });
  if (all_known) return points;
  const std::vector<LeafPlan>& leaves = plans_of(state);
  const std::vector<ParentPlan> parents = plan_parents(framework, state.left_out, ZeroShare::limit);
  LeafRunner leaf_runner(framework, *state.sheet, leaves);
  ParentRunner parent_runner(framework, parents);
  std::vector<double> ends(2 * program_rows);
  for (std::size_t row = 0; row < rows; row += program_rows) {
    poll();
    const std::size_t count = std::min(program_rows, rows - row);
    const auto block = [&](std::size_t place) { return points.data() + place * rows + row; };
    const auto end = [&](std::size_t /*leaf*/, std::size_t k) {
      return ends.data() + k * program_rows;
    };
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      double* known = block(leaves[i].place);
      if (!any_missing(known, count)) continue;
      leaf_runner.run_one(i, from + row, count, nullptr, end);
      const double* bound = end(i, high ? 1 : 0);
      for (std::size_t r = 0; r < count; ++r) known[r] = std::isnan(known[r]) ? bound[r] : known[r];
    }
    parent_runner.run(count, block);
  }
  for (std::size_t place = 0; place < framework.criteria().size(); ++place) {
    const double* known = state.column(place) + from;
    double* bounded = points.data() + place * rows;
    for (std::size_t row = 0; row < rows; ++row) {
      if (!std::isnan(known[row])) bounded[row] = known[row];
    }
  }
  return points;
}

std::vector<double> bound_of(const Scorecard::State& state, std::string_view code, bool high) {
  const std::size_t place = state.framework.find(code);
  const double* known = state.column(place);
  const std::size_t rows = state.rows();
  std::vector<double> out(known, known + rows);
  if (any_missing(known, rows)) {
    const std::vector<double> all = bounded_points(state, 0, rows, high);
    std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(place * rows), rows, out.begin());
  }
  for (double& value : out) {
    if (std::isinf(value)) value = missing_number;
  }
  return out;
}

}  // namespace sauro::inline v0_1::detail
