#include "scoring/tree_points.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "core/poll.hpp"
#include "engine/programs.hpp"
#include "scoring/runners.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Runs the parts of a tree on columns of points.
class TreeRunner {
 public:
  TreeRunner(const Framework& framework, const Sheet& sheet, const std::vector<std::size_t>& places,
             std::size_t rows)
      : f_(framework),
        sheet_(sheet),
        rows_(rows),
        left_out_(places_left_out(framework, sheet.exempt())) {
    for (std::size_t i = 0; i < places.size(); ++i) index_[places[i]] = i;
    for (const std::size_t place : places) {
      if (f_.is_leaf(place)) leaves_.push_back(place);
    }
  }

  using Columns = std::vector<std::vector<double>>;

  void run_leaves(Columns& points) const {
    std::vector<LeafPlan> plans;
    for (const std::size_t place : leaves_) plans.push_back(plan_leaf(f_, sheet_, place, false));
    LeafRunner runner(f_, sheet_, plans);
    for (std::size_t row = 0; row < rows_; row += program_rows) {
      poll();
      const std::size_t count = std::min(program_rows, rows_ - row);
      const auto out = [&](std::size_t i, std::size_t /*output*/) {
        return points[index_.at(plans[i].place)].data() + row;
      };
      for (std::size_t i = 0; i < plans.size(); ++i) runner.run_one(i, row, count, nullptr, out);
    }
  }

  /// Puts what they can be in the place of points that are missing.
  void bound_leaves(Columns& low, Columns& high) const {
    std::vector<LeafPlan> plans;
    for (const std::size_t place : leaves_) {
      if (!any_missing(low[index_.at(place)].data(), rows_)) continue;
      LeafPlan plan;
      plan.place = place;
      plan.run = run_of(bounds_program(f_, place), sheet_, place);
      plans.push_back(std::move(plan));
    }
    LeafRunner runner(f_, sheet_, plans);
    std::vector<double> ends(2 * program_rows);
    for (std::size_t i = 0; i < plans.size(); ++i) {
      std::vector<double>& least = low[index_.at(plans[i].place)];
      std::vector<double>& most = high[index_.at(plans[i].place)];
      const auto end = [&](std::size_t /*leaf*/, std::size_t k) {
        return ends.data() + k * program_rows;
      };
      for (std::size_t row = 0; row < rows_; row += program_rows) {
        const std::size_t count = std::min(program_rows, rows_ - row);
        runner.run_one(i, row, count, nullptr, end);
        for (std::size_t r = 0; r < count; ++r) {
          if (!std::isnan(least[row + r])) continue;
          least[row + r] = ends[r];
          most[row + r] = ends[program_rows + r];
        }
      }
    }
  }

  void run_parents(Columns& points, ZeroShare at_zero) const {
    std::vector<ParentPlan> plans;
    for (ParentPlan& plan : plan_parents(f_, left_out_, at_zero)) {
      if (index_.contains(plan.place)) plans.push_back(std::move(plan));
    }
    ParentRunner runner(f_, plans);
    for (std::size_t row = 0; row < rows_; row += program_rows) {
      const auto block = [&](std::size_t place) { return points[index_.at(place)].data() + row; };
      runner.run(std::min(program_rows, rows_ - row), block);
    }
  }

  void leave_out_exempt(Columns& points) const {
    if (f_.head().full_if_exempt) return;
    for (const std::size_t row : sheet_.exempt_from_all()) {
      for (std::vector<double>& column : points) column[row] = not_applicable;
    }
  }

 private:
  const Framework& f_;
  const Sheet& sheet_;
  std::size_t rows_;
  std::vector<bool> left_out_;
  std::unordered_map<std::size_t, std::size_t> index_;
  std::vector<std::size_t> leaves_;
};

PointRange range_at(const TreePoints& tree, std::size_t place, std::size_t row) {
  const auto at = static_cast<std::size_t>(
      std::find(tree.places.begin(), tree.places.end(), place) - tree.places.begin());
  const double known = tree.known[at][row];
  if (std::isinf(known)) return {missing_number, missing_number};
  if (!std::isnan(known)) return {known, known};
  return {tree.low[at][row], tree.high[at][row]};
}

PointRange percent_at(const Framework& framework, const TreePoints& tree, std::size_t place,
                      std::size_t row) {
  const double max = *framework.criteria()[place].max;
  const PointRange points = range_at(tree, place, row);
  const auto share = [max](double x) { return std::round(x / max * 100 * 1e9) / 1e9; };
  return {share(points.low), share(points.high)};
}

/// Parts that make a maximum, or the leaves below them.
void collect(const Framework& framework, std::size_t place, bool leaves,
             std::vector<std::size_t>& out) {
  for (const std::size_t child : framework.children(place)) {
    if (framework.criteria()[child].outside) continue;
    if (leaves && !framework.is_leaf(child)) {
      collect(framework, child, leaves, out);
    } else {
      out.push_back(child);
    }
  }
  if (framework.is_leaf(place)) out.push_back(place);
}

}  // namespace

std::vector<std::size_t> places_below(const Framework& framework, std::size_t place) {
  std::vector<std::size_t> open = {place};
  std::vector<std::size_t> out;
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    out.push_back(at);
    open.insert(open.end(), framework.children(at).begin(), framework.children(at).end());
  }
  std::reverse(out.begin(), out.end());
  return out;
}

TreePoints points_below(const Framework& framework, const Sheet& sheet,
                        std::vector<std::size_t> places, std::size_t rows) {
  const TreeRunner runner(framework, sheet, places, rows);
  TreePoints tree;
  tree.known.assign(places.size(), std::vector<double>(rows));
  runner.run_leaves(tree.known);
  tree.low = tree.known;
  tree.high = tree.known;
  runner.bound_leaves(tree.low, tree.high);
  runner.run_parents(tree.known, ZeroShare::refuse);
  runner.run_parents(tree.low, ZeroShare::limit);
  runner.run_parents(tree.high, ZeroShare::limit);
  for (auto* points : {&tree.known, &tree.low, &tree.high}) runner.leave_out_exempt(*points);
  tree.places = std::move(places);
  return tree;
}

PointRange asked_of(const Framework& framework, const TreePoints& tree, OfCriterion asked,
                    std::size_t place, std::size_t row) {
  const PointRange own = range_at(tree, place, row);
  if (asked == OfCriterion::applies) {
    const double applies = std::isnan(own.low) ? 0 : 1;
    return {applies, applies};
  }
  if (asked == OfCriterion::points) return own;
  if (asked == OfCriterion::percent) return percent_at(framework, tree, place, row);
  std::vector<std::size_t> parts;
  collect(framework, place, asked == OfCriterion::weakest_leaf, parts);
  PointRange least = {missing_number, missing_number};
  for (const std::size_t part : parts) {
    const PointRange one = percent_at(framework, tree, part, row);
    if (std::isnan(one.low)) continue;
    least.low = std::isnan(least.low) ? one.low : std::min(least.low, one.low);
    least.high = std::isnan(least.high) ? one.high : std::min(least.high, one.high);
  }
  return least;
}

}  // namespace sauro::inline v0_1::detail
