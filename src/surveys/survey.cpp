#include "sauro/surveys/survey.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

#include "sauro/core/error.hpp"
#include "core/problem_list.hpp"
#include "text/number_words.hpp"

namespace sauro::inline v0_1 {
namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

using detail::number_words;
using detail::say;

[[noreturn]] void refuse(const std::string& where, Bilingual what) {
  throw ValidationError(ErrorCode::invalid_survey, where, std::move(what));
}

void check_confidence(double confidence) {
  if (confidence > 0 && confidence < 1) return;
  refuse("confidence",
         say("{} không nằm giữa 0 và 1", "{} is not between 0 and 1", number_words(confidence)));
}

void check_length(std::size_t given, std::size_t rows, const char* name) {
  if (given == 0 || given == rows) return;
  refuse(name, detail::wrong_length({}, given, rows));
}

void check_weights(std::span<const double> weights) {
  for (std::size_t row = 0; row < weights.size(); ++row) {
    if (weights[row] >= 0 && std::isfinite(weights[row])) continue;
    refuse(
        "row " + std::to_string(row),
        say("quyền số {} không hợp lệ", "the weight {} is no weight", number_words(weights[row])));
  }
}

double weight_of(const SurveyDesign& design, std::size_t row) {
  return design.weights.empty() ? 1 : design.weights[row];
}

std::int32_t code_of(std::span<const std::int32_t> codes, std::size_t row) {
  return codes.empty() ? 0 : codes[row];
}

/// Clusters of the sample by stratum: the places of their totals, one after another.
class Clusters {
 public:
  Clusters(const SurveyDesign& design, std::size_t rows) : of_row_(rows) {
    std::map<std::int32_t, std::size_t> strata;
    for (std::size_t row = 0; row < rows; ++row) strata[code_of(design.strata, row)] = 0;
    for (auto& [code, place] : strata) {
      place = strata_.size();
      strata_.push_back({code, {}, 0});
    }
    std::map<std::pair<std::size_t, std::int64_t>, std::size_t> known;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::size_t stratum = strata[code_of(design.strata, row)];
      const std::int64_t cluster =
          design.clusters.empty() ? static_cast<std::int64_t>(row) : design.clusters[row];
      const auto [found, is_new] = known.try_emplace({stratum, cluster}, count_);
      if (is_new) strata_[stratum].clusters.push_back(count_++);
      of_row_[row] = found->second;
      if (!design.stratum_sizes.empty()) strata_[stratum].size = design.stratum_sizes[row];
    }
  }

  [[nodiscard]] std::size_t of_row(std::size_t row) const { return of_row_[row]; }
  [[nodiscard]] std::size_t count() const { return count_; }

  /// Variance of the sum of the clusters' totals.
  [[nodiscard]] double variance(const std::vector<double>& totals, LonelyCluster lonely) const {
    double all = 0;
    for (const double total : totals) all += total;
    const double grand_mean = all / static_cast<double>(totals.size());
    double variance = 0;
    for (const Stratum& stratum : strata_) {
      const auto n = static_cast<double>(stratum.clusters.size());
      const double correction = stratum.size > 0 ? 1 - n / stratum.size : 1;
      if (stratum.clusters.size() == 1) {
        if (correction <= 0 || lonely == LonelyCluster::certain) continue;
        if (lonely == LonelyCluster::refuse) {
          refuse("stratum " + std::to_string(stratum.code),
                 say("chỉ có một cụm: không ước lượng được phương sai; hãy chọn certain "
                     "hoặc center",
                     "it has one cluster: its variance can't be estimated; choose certain "
                     "or center"));
        }
        const double away = totals[stratum.clusters[0]] - grand_mean;
        variance += correction * away * away;
        continue;
      }
      double mean = 0;
      for (const std::size_t cluster : stratum.clusters) mean += totals[cluster] / n;
      double squares = 0;
      for (const std::size_t cluster : stratum.clusters) {
        squares += (totals[cluster] - mean) * (totals[cluster] - mean);
      }
      variance += correction * n / (n - 1) * squares;
    }
    return variance;
  }

 private:
  struct Stratum {
    std::int32_t code = 0;
    std::vector<std::size_t> clusters;
    double size = 0;  ///< clusters of the population; 0 where it isn't given
  };

  std::vector<Stratum> strata_;
  std::vector<std::size_t> of_row_;
  std::size_t count_ = 0;
};

/// Takes from each row its post-stratum's weighted mean: what fitting the weights already settles.
void take_cell_means(std::vector<double>& influence, const SurveyDesign& design) {
  std::unordered_map<std::int32_t, std::pair<double, double>> cells;  // sum, weight
  for (std::size_t row = 0; row < influence.size(); ++row) {
    auto& [sum, weight] = cells[design.post_strata[row]];
    sum += influence[row] * weight_of(design, row);
    weight += weight_of(design, row);
  }
  for (std::size_t row = 0; row < influence.size(); ++row) {
    const auto& [sum, weight] = cells[design.post_strata[row]];
    if (weight > 0) influence[row] -= sum / weight;
  }
}

/// One group's mean and its standard error.
Estimate estimate(std::span<const double> values, const SurveyDesign& design,
                  const std::vector<std::size_t>& rows, const Clusters& clusters,
                  const EstimateOptions& options) {
  Estimate out;
  double total = 0;
  double weights = 0;
  for (const std::size_t row : rows) {
    total += weight_of(design, row) * values[row];
    weights += weight_of(design, row);
  }
  out.answers = static_cast<std::int64_t>(rows.size());
  out.suppressed = out.answers < options.fewest;
  out.value = out.standard_error = out.low = out.high = none;
  if (weights <= 0 || out.suppressed) return out;
  out.value = total / weights;
  std::vector<double> influence(values.size(), 0);  // of a row with weight 1
  for (const std::size_t row : rows) influence[row] = (values[row] - out.value) / weights;
  if (!design.post_strata.empty()) take_cell_means(influence, design);
  std::vector<double> totals(clusters.count(), 0);
  for (std::size_t row = 0; row < influence.size(); ++row) {
    totals[clusters.of_row(row)] += weight_of(design, row) * influence[row];
  }
  out.standard_error = std::sqrt(clusters.variance(totals, design.lonely));
  const double reach = normal_quantile(0.5 + options.confidence / 2) * out.standard_error;
  out.low = out.value - reach;
  out.high = out.value + reach;
  return out;
}

}  // namespace

double normal_quantile(double p) {
  // Newton's steps on the error function from a rough start; erfc keeps the tails exact
  if (!(p > 0 && p < 1)) {
    refuse("p", say("xác suất nằm giữa 0 và 1", "a probability lies between 0 and 1"));
  }
  constexpr double root_of_two = 1.4142135623730951;
  constexpr double density = 0.3989422804014327;
  const double tail = std::min(p, 1 - p);
  const double t = std::sqrt(-2 * std::log(tail));
  double x = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) /
                     (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  for (int step = 0; step < 4; ++step) {
    const double above = 0.5 * std::erfc(x / root_of_two);
    x += (above - tail) / (density * std::exp(-x * x / 2));
  }
  return p < 0.5 ? -x : x;
}

Estimate wilson(double successes, double answers, double confidence) {
  check_confidence(confidence);
  if (!(answers >= 0) || !(successes >= 0) || successes > answers) {
    refuse("successes", say("{} trên {} không phải là một tỷ lệ", "{} of {} is no share",
                            number_words(successes), number_words(answers)));
  }
  Estimate out{none, none, none, none, static_cast<std::int64_t>(answers), false};
  if (answers == 0) return out;
  const double z = normal_quantile(0.5 + confidence / 2);
  const double p = successes / answers;
  const double square = z * z / answers;
  const double center = (p + square / 2) / (1 + square);
  const double half = z / (1 + square) * std::sqrt(p * (1 - p) / answers + square / (4 * answers));
  out.value = p;
  out.standard_error = std::sqrt(p * (1 - p) / answers);
  out.low = successes == 0 ? 0 : center - half;
  out.high = successes == answers ? 1 : center + half;
  return out;
}

std::vector<Estimate> weighted_means(std::span<const double> values, const SurveyDesign& design,
                                     std::span<const std::int32_t> groups,
                                     const EstimateOptions& options) {
  check_confidence(options.confidence);
  check_length(design.weights.size(), values.size(), "weights");
  check_length(design.strata.size(), values.size(), "strata");
  check_length(design.clusters.size(), values.size(), "clusters");
  check_length(design.stratum_sizes.size(), values.size(), "stratum_sizes");
  check_length(design.post_strata.size(), values.size(), "post_strata");
  check_length(groups.size(), values.size(), "groups");
  check_weights(design.weights);
  std::vector<std::vector<std::size_t>> members(groups.empty() ? 1 : 0);
  for (std::size_t row = 0; row < values.size(); ++row) {
    const std::int32_t group = code_of(groups, row);
    if (group < 0) continue;  // in no group
    const auto place = static_cast<std::size_t>(group);
    if (place >= members.size()) members.resize(place + 1);
    if (!std::isnan(values[row])) members[place].push_back(row);
  }
  const Clusters clusters(design, values.size());
  std::vector<Estimate> out;
  out.reserve(members.size());
  for (const auto& rows : members) {
    out.push_back(estimate(values, design, rows, clusters, options));
  }
  return out;
}

std::vector<double> post_stratify(std::span<const double> weights,
                                  std::span<const std::int32_t> cells,
                                  std::span<const double> population) {
  check_length(cells.size(), weights.size(), "cells");
  check_weights(weights);
  std::vector<double> sizes(population.size(), 0);
  for (std::size_t row = 0; row < weights.size(); ++row) {
    const auto cell = static_cast<std::size_t>(cells[row]);
    if (cells[row] < 0 || cell >= sizes.size()) {
      refuse("row " + std::to_string(row),
             say("ô {} không có trong tổng thể", "the cell {} is none of the population's",
                 cells[row]));
    }
    sizes[cell] += weights[row];
  }
  detail::ProblemList empty(ErrorCode::invalid_survey);
  for (std::size_t cell = 0; cell < sizes.size(); ++cell) {
    if (sizes[cell] == 0 && population[cell] > 0) {
      empty.add("population",
                say("ô {} có dân số nhưng không có phiếu trả lời: hãy gộp với ô khác",
                    "cell {} has a population and no answer: join it with another", cell));
    }
  }
  empty.throw_if_any();
  std::vector<double> out(weights.begin(), weights.end());
  for (std::size_t row = 0; row < out.size(); ++row) {
    const auto cell = static_cast<std::size_t>(cells[row]);
    out[row] *= population[cell] / sizes[cell];
  }
  return out;
}

std::int64_t yamane(double population, double margin) {
  if (!(population >= 1) || !(margin > 0 && margin < 1)) {
    refuse("population", say("tổng thể có ít nhất 1 đơn vị, sai số nằm giữa 0 và 1",
                             "a population has at least 1 unit, a margin lies between 0 and 1"));
  }
  return static_cast<std::int64_t>(
      std::ceil(population / (1 + population * margin * margin) - 1e-9));
}

std::int64_t sample_size(std::optional<double> population, double margin, double share,
                         double confidence, double design_effect) {
  check_confidence(confidence);
  const bool fits = margin > 0 && margin < 1 && share > 0 && share < 1 && design_effect >= 0;
  if (!fits || (population && !(*population >= 1))) {
    refuse("margin", say("sai số và tỷ lệ nằm giữa 0 và 1, tổng thể có ít nhất 1 đơn vị",
                         "margin and share lie between 0 and 1, a population has at least 1 unit"));
  }
  const double z = normal_quantile(0.5 + confidence / 2);
  double size = z * z * share * (1 - share) / (margin * margin);
  if (population) size = size / (1 + (size - 1) / *population);
  size = std::ceil(size * design_effect - 1e-9);
  return static_cast<std::int64_t>(population ? std::min(size, *population) : size);
}

}  // namespace sauro::inline v0_1
