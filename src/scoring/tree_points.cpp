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

std::vector<double> leaf_points(const Framework& framework, const Sheet& sheet, std::size_t place,
                                std::size_t rows) {
  const TreeRunner runner(framework, sheet, {place}, rows);
  TreeRunner::Columns points(1, std::vector<double>(rows));
  runner.run_leaves(points);
  runner.leave_out_exempt(points);
  return std::move(points.front());
}

AskedOfCriterion::AskedOfCriterion(const Framework& framework, const TreePoints& tree,
                                   OfCriterion asked)
    : tree_(tree), asked_(asked) {
  std::unordered_map<std::size_t, std::size_t> columns;
  for (std::size_t i = 0; i < tree.places.size(); ++i) columns.emplace(tree.places[i], i);
  const auto part_at = [&](std::size_t place) {
    return Part{columns.at(place), framework.criteria()[place].max.value_or(0)};
  };
  const std::size_t place = tree.places.back();
  own_ = part_at(place);
  const bool asks_leaves = asked == OfCriterion::weakest_leaf;
  if (!asks_leaves && asked != OfCriterion::weakest_part) return;
  std::vector<std::size_t> places;
  collect(framework, place, asks_leaves, places);
  for (const std::size_t one : places) parts_.push_back(part_at(one));
}

PointRange AskedOfCriterion::points_at(std::size_t column, std::size_t row) const {
  const double known = tree_.known[column][row];
  if (std::isinf(known)) return {missing_number, missing_number};
  if (!std::isnan(known)) return {known, known};
  return {tree_.low[column][row], tree_.high[column][row]};
}

PointRange AskedOfCriterion::percent_at(const Part& part, std::size_t row) const {
  const PointRange points = points_at(part.column, row);
  const auto share = [&](double x) { return std::round(x / part.max * 100 * 1e9) / 1e9; };
  return {share(points.low), share(points.high)};
}

PointRange AskedOfCriterion::at(std::size_t row) const {
  if (asked_ == OfCriterion::percent) return percent_at(own_, row);
  const PointRange own = points_at(own_.column, row);
  if (asked_ == OfCriterion::points) return own;
  if (asked_ == OfCriterion::applies) {
    const double applies = std::isnan(own.low) ? 0 : 1;
    return {applies, applies};
  }
  PointRange least = {missing_number, missing_number};
  for (const Part& part : parts_) {
    const PointRange one = percent_at(part, row);
    if (std::isnan(one.low)) continue;
    least.low = std::isnan(least.low) ? one.low : std::min(least.low, one.low);
    least.high = std::isnan(least.high) ? one.high : std::min(least.high, one.high);
  }
  return least;
}

}  // namespace sauro::inline v0_1::detail
