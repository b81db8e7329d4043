#include "sauro/scoring/rank.hpp"

#include <algorithm>
#include <cmath>

#include "sauro/core/error.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

std::vector<double> present(std::span<const double> values) {
  std::vector<double> kept;
  for (const double value : values) {
    if (!std::isnan(value)) kept.push_back(value);
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

double quantile_of(const std::vector<double>& sorted, double p, QuantileMethod method) {
  if (sorted.empty()) return std::nan("");
  const auto n = static_cast<double>(sorted.size());
  const double at = method == QuantileMethod::inclusive ? (n - 1) * p : (n + 1) * p - 1;
  const double inside = std::clamp(at, 0.0, n - 1);
  const auto below = static_cast<std::size_t>(std::floor(inside));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], inside - std::floor(inside));
}

}  // namespace

std::vector<std::int32_t> rank(std::span<const double> values, RankMethod method) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isnan(values[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  std::vector<std::int32_t> ranks(values.size(), 0);
  std::int32_t current = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool ties = i > 0 && values[order[i]] == values[order[i - 1]];
    if (method == RankMethod::ordinal || (method == RankMethod::competition && !ties)) {
      current = static_cast<std::int32_t>(i) + 1;
    } else if (!ties) {
      ++current;
    }
    ranks[order[i]] = current;
  }
  return ranks;
}

double quantile(std::span<const double> values, double p, QuantileMethod method) {
  if (!(p >= 0 && p <= 1)) {
    throw ValidationError(ErrorCode::invalid_option, "p", detail::expected_share());
  }
  if (std::any_of(values.begin(), values.end(), [](double one) { return std::isinf(one); })) {
    throw ValidationError(ErrorCode::invalid_option, "values",
                          detail::say("có giá trị vô hạn", "there are infinite values"));
  }
  return quantile_of(present(values), p, method);
}

std::vector<std::int32_t> quantile_groups(std::span<const double> values, std::size_t groups,
                                          QuantileMethod method) {
  const std::vector<double> sorted = present(values);
  std::vector<double> cuts;  // from the highest down
  for (std::size_t g = groups; g-- > 1;) {
    cuts.push_back(
        quantile_of(sorted, static_cast<double>(g) / static_cast<double>(groups), method));
  }
  std::vector<std::int32_t> out(values.size(), -1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) continue;
    std::int32_t group = 0;
    for (const double cut : cuts) group += values[i] < cut ? 1 : 0;
    out[i] = group;
  }
  return out;
}

}  // namespace sauro::inline v0_1
