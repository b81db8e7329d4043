// What each criterion contributes to the difference of two scores.
#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
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
      : framework_(from.framework()), programs_(framework_.criteria().size()) {
    const std::vector<bool> left_out(programs_.size(), true);
    for (detail::ParentPlan& plan :
         detail::plan_parents(framework_, left_out, detail::ZeroShare::limit)) {
      programs_[plan.place] = std::move(plan.program);
    }
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
    const std::vector<double> effects = effects_of(parent);
    const double sum = std::accumulate(effects.begin(), effects.end(), 0.0);
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

  /// Whether a parent's points are those of its children, each times a number, added up.
  [[nodiscard]] bool adds_up(std::size_t parent) const {
    const Criterion& criterion = framework_.criteria()[parent];
    const std::vector<std::size_t>& children = framework_.children(parent);
    const bool adds =
        criterion.combine == Combine::sum || criterion.combine == Combine::weighted_mean;
    return adds && !criterion.capped && !criterion.decimals &&
           std::all_of(children.begin(), children.end(), [&](std::size_t child) {
             return std::isfinite(before_[child]) && std::isfinite(after_[child]);
           });
  }

  /// What a point of each child is worth to such a parent.
  [[nodiscard]] std::vector<double> worths_of(std::size_t parent) const {
    const auto& criteria = framework_.criteria();
    const std::vector<std::size_t>& children = framework_.children(parent);
    std::vector<double> worths(children.size(), 1);
    if (criteria[parent].combine == Combine::sum) return worths;
    double weights = 0;
    for (const std::size_t child : children) {
      if (!criteria[child].outside) weights += criteria[child].weight;
    }
    for (std::size_t i = 0; i < children.size(); ++i) {
      const Criterion& part = criteria[children[i]];
      if (!part.outside) worths[i] = part.weight / weights * *criteria[parent].max / *part.max;
    }
    return worths;
  }

  /// What each child alone changes: the mean of that with the others as before and as after.
  std::vector<double> effects_of(std::size_t parent) {
    const std::vector<std::size_t>& children = framework_.children(parent);
    std::vector<double> effects(children.size(), 0);
    if (adds_up(parent)) {
      const std::vector<double> worths = worths_of(parent);
      for (std::size_t i = 0; i < children.size(); ++i) {
        effects[i] = (after_[children[i]] - before_[children[i]]) * worths[i];
      }
      return effects;
    }
    if (std::isinf(before_[parent]) || std::isinf(after_[parent])) {  // the parts that apply count
      for (std::size_t i = 0; i < children.size(); ++i) {
        const auto counted = [](double points) { return std::isinf(points) ? 0 : points; };
        effects[i] = counted(after_[children[i]]) - counted(before_[children[i]]);
      }
      return effects;
    }
    detail::Arena arena;
    detail::Frame frame(*programs_[parent], arena);
    double result = 0;
    frame.set_output(0, &result);
    const double between = (before_[parent] + after_[parent]) / 2;
    const auto combined = [&] {
      frame.run(1, nullptr);
      return std::isinf(result) ? between : result;  // no part applies on the way
    };
    for (const std::vector<double>* others : {&before_, &after_}) {
      for (std::size_t k = 0; k < children.size(); ++k) {
        frame.set_column(k, &(*others)[children[k]]);
      }
      for (std::size_t k = 0; k < children.size(); ++k) {
        if (before_[children[k]] == after_[children[k]]) continue;
        frame.set_column(k, &after_[children[k]]);
        effects[k] += combined() / 2;
        frame.set_column(k, &before_[children[k]]);
        effects[k] -= combined() / 2;
        frame.set_column(k, &(*others)[children[k]]);
      }
    }
    return effects;
  }

  const Framework& framework_;
  std::vector<std::shared_ptr<const detail::Program>> programs_;  ///< of parents, by place
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
