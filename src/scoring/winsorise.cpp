#include "scoring/winsorise.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace sauro::inline v0_1::detail {
namespace {

constexpr double most_skewness = 2;
constexpr double most_kurtosis = 3.5;
constexpr std::size_t most_changed = 5;

struct Shape {
  double skewness = 0;  ///< G1
  double kurtosis = 0;  ///< G2, above that of a normal distribution

  [[nodiscard]] bool has_outliers() const {
    return std::fabs(skewness) >= most_skewness && kurtosis >= most_kurtosis;
  }
};

/// Nothing is told of fewer than four values, or of equal ones.
Shape shape_of(const std::vector<double>& values) {
  const auto size = static_cast<double>(values.size());
  if (values.size() < 4) return {};
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / size;
  double second = 0;
  double third = 0;
  double fourth = 0;
  for (const double value : values) {
    const double away = value - mean;
    second += away * away;
    third += away * away * away;
    fourth += away * away * away * away;
  }
  second /= size;
  if (!(second > 1e-18)) return {};
  const double skewness = third / size / std::pow(second, 1.5);
  const double kurtosis = fourth / size / (second * second) - 3;
  return {skewness * std::sqrt(size * (size - 1)) / (size - 2),
          (size - 1) / ((size - 2) * (size - 3)) * ((size + 1) * kurtosis + 6)};
}

/// Draws in those at the end that the tail is at, and gives how many they are.
std::size_t draw_in(std::vector<double>& values, bool high) {
  const double end = high ? *std::max_element(values.begin(), values.end())
                          : *std::min_element(values.begin(), values.end());
  double next =
      high ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
  for (const double value : values) {
    if (value != end) next = high ? std::max(next, value) : std::min(next, value);
  }
  const auto count = std::count(values.begin(), values.end(), end);
  std::replace(values.begin(), values.end(), end, next);
  return static_cast<std::size_t>(count);
}

}  // namespace

std::vector<double> winsorise(std::vector<double> values) {
  std::size_t highest = 0;  // changed so far at each end
  std::size_t lowest = 0;
  for (Shape shape = shape_of(values); shape.has_outliers() && highest + lowest < most_changed;
       shape = shape_of(values)) {
    const bool high = shape.skewness >= 0;
    (high ? highest : lowest) = draw_in(values, high);
  }
  return values;
}

}  // namespace sauro::inline v0_1::detail
