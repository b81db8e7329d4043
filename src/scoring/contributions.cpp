// What each criterion contributes to the difference of two scores.
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/scoring/score.hpp"
#include "core/say.hpp"
#include "scoring/runners.hpp"
#include "scoring/state.hpp"

namespace sauro::inline v0_1 {
namespace {

/// Splits the difference of a parent among its children.
class Splitter {
 public:
  Splitter(const Scorecard& from, std::size_t from_row, const Scorecard& to, std::size_t to_row)
      : framework_(from.framework()),
        plans_(detail::plan_parents(framework_,
                                    std::vector<bool>(framework_.criteria().size(), true))) {
    for (std::size_t place = 0; place < framework_.criteria().size(); ++place) {
      before_.push_back(from.state().column(place)[from_row]);
      after_.push_back(to.state().column(place)[to_row]);
    }
    share_.assign(before_.size(), 0);
    share_[0] = after_[0] - before_[0];
  }

  std::vector<Contribution> run() {
    for (auto place = framework_.order().rbegin(); place != framework_.order().rend(); ++place) {
      if (!framework_.is_leaf(*place)) split(*place);
    }
    std::vector<Contribution> out;
    for (std::size_t place = 0; place < before_.size(); ++place) {
      out.push_back({framework_.criteria()[place].code, finite(before_[place]),
                     finite(after_[place]), finite(share_[place])});
    }
    return out;
  }

 private:
  static double finite(double x) {
    return std::isinf(x) ? detail::missing_number : std::round(x * 1e9) / 1e9;
  }

  void split(std::size_t parent) {
    const std::vector<std::size_t>& children = framework_.children(parent);
    std::vector<double> effects;
    double sum = 0;
    for (const std::size_t child : children) {
      const double alone = value(parent, child, true) - value(parent, child, false);
      effects.push_back(alone);
      sum += alone;
    }
    const double whole = share_[parent];
    std::size_t changed = 0;
    for (const std::size_t child : children) changed += after_[child] != before_[child] ? 1U : 0U;
    for (std::size_t i = 0; i < children.size(); ++i) {
      const bool moves = after_[children[i]] != before_[children[i]];
      if (std::fabs(sum) > 1e-12) {
        share_[children[i]] = effects[i] * (whole / sum);
      } else if (std::isnan(sum)) {
        share_[children[i]] = moves ? detail::missing_number : 0;
      } else {
        share_[children[i]] = moves ? whole / static_cast<double>(changed) : 0;
      }
    }
  }

  /// Mean of the parent's points with a child as after (or before), the others before and after.
  double value(std::size_t parent, std::size_t child, bool after) {
    double sum = 0;
    for (const bool others : {false, true}) {
      std::vector<double> points = others ? after_ : before_;
      points[child] = (after ? after_ : before_)[child];
      sum += combine(parent, points);
    }
    return sum / 2;
  }

  double combine(std::size_t parent, std::vector<double>& points) {
    const auto plan = std::find_if(plans_.begin(), plans_.end(),
                                   [parent](const auto& one) { return one.place == parent; });
    detail::Arena arena;
    detail::Frame frame(*plan->program, arena);
    const std::vector<std::size_t>& children = framework_.children(parent);
    for (std::size_t k = 0; k < plan->program->columns.size(); ++k) {
      frame.set_column(k, &points[children[k]]);
    }
    double result = 0;
    frame.set_output(0, &result);
    frame.run(1, nullptr);
    return result;
  }

  const Framework& framework_;
  std::vector<detail::ParentPlan> plans_;
  std::vector<double> before_;
  std::vector<double> after_;
  std::vector<double> share_;
};

}  // namespace

std::vector<Contribution> contributions(const Scorecard& from, std::size_t from_row,
                                        const Scorecard& to, std::size_t to_row) {
  if (!(from.framework() == to.framework())) {
    throw ValidationError(ErrorCode::invalid_inputs, to.framework().head().id,
                          detail::say("các bảng điểm thuộc những bộ chỉ số khác nhau",
                                      "the scorecards are of different frameworks"));
  }
  detail::require_row(from, from_row);
  detail::require_row(to, to_row);
  return Splitter(from, from_row, to, to_row).run();
}

}  // namespace sauro::inline v0_1
