#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// A value with its standard error and an interval of confidence.
struct Estimate {
  double value = 0;
  double standard_error = 0;
  double low = 0;
  double high = 0;
  std::int64_t answers = 0;  ///< that it rests on
  bool suppressed = false;   ///< fewer answers than the minimum: no value is given (NaN)
};

/// Wilson's interval for a share of `successes` in `answers` (Wilson 1927); NaN without answers.
[[nodiscard]] SAURO_API Estimate wilson(double successes, double answers, double confidence = 0.95);

/// Quantile of the standard normal distribution, for 0 < p < 1.
[[nodiscard]] SAURO_API double normal_quantile(double p);

/// What to do with a stratum of one cluster, whose variance can't be estimated.
enum class LonelyCluster {
  refuse,   ///< an error that names the stratum
  certain,  ///< it adds no variance
  center,   ///< its distance from the mean of all clusters counts
};

constexpr std::array<std::string_view, 3> enum_names(LonelyCluster /*value*/) noexcept {
  return {"refuse", "certain", "center"};
}

/// How a sample was drawn; empty spans: every answer its own cluster, one stratum, weight 1.
struct SurveyDesign {
  std::span<const double> weights = {};
  std::span<const std::int32_t> strata = {};    ///< codes from 0
  std::span<const std::int32_t> clusters = {};  ///< codes from 0, unique over all strata or nested
  std::span<const double> stratum_sizes = {};   ///< clusters of the population by row, or empty
  /// Codes from 0 of cells that weights were fitted to.
  std::span<const std::int32_t> post_strata = {};
  LonelyCluster lonely = LonelyCluster::refuse;
};

/// How an interval is made from a mean and its standard error.
enum class IntervalMethod {
  automatic,  ///< Wilson's for shares (values 0 and 1), normal for other values
  normal,     ///< value plus or minus z standard errors
  wilson,     ///< inside of 0 and 1, for values that are
};

constexpr std::array<std::string_view, 3> enum_names(IntervalMethod /*value*/) noexcept {
  return {"automatic", "normal", "wilson"};
}

struct EstimateOptions {
  double confidence = 0.95;
  std::int64_t fewest = 0;  ///< groups of fewer answers are suppressed
  IntervalMethod interval = IntervalMethod::automatic;
};

/// Weighted mean of each group, with a standard error by Taylor linearisation for the design.
///
/// `groups` are codes from 0 (empty: one group); missing values (NaN) are left out, as a domain.
/// The estimator is Sum(w y) / Sum(w); its variance is that of the totals of w (y - mean) / Sum(w)
/// over clusters within strata (Cochran 1977, ch. 11; R's survey::svymean). Post-strata take the
/// cells' means from these. Wilson's interval takes the answers of a simple sample that would have
/// this standard error (Kish 1965); where there is none, as when all are satisfied, the clusters.
/// Throws ValidationError(invalid_survey).
[[nodiscard]] SAURO_API std::vector<Estimate> weighted_means(std::span<const double> values,
                                                             const SurveyDesign& design,
                                                             std::span<const std::int32_t> groups,
                                                             const EstimateOptions& options = {});

/// Weights that make the weighted sizes of cells those of the population.
///
/// `cells` are codes from 0 into `population`. Throws ValidationError(invalid_survey) for a cell of
/// the population without an answer.
[[nodiscard]] SAURO_API std::vector<double> post_stratify(std::span<const double> weights,
                                                          std::span<const std::int32_t> cells,
                                                          std::span<const double> population);

/// Yamane's sample size, N / (1 + N e^2), rounded up; for N = 10,000 and e = 0.05 it is 385.
[[nodiscard]] SAURO_API std::int64_t yamane(double population, double margin = 0.05);

/// Sample size for a share by its margin of error, with the correction for a finite population.
[[nodiscard]] SAURO_API std::int64_t sample_size(std::optional<double> population, double margin,
                                                 double share = 0.5, double confidence = 0.95,
                                                 double design_effect = 1);

}  // namespace sauro::inline v0_1
