#include "sauro/surveys/survey.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/poll.hpp"
#include "surveys/refusals.hpp"

namespace sauro::inline v0_1 {
namespace {

const double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t rows_a_poll = 64;  // the clock takes a tenth of a row

using detail::check_confidence;
using detail::is_size;
using detail::number_words;
using detail::refuse_survey;
using detail::say;

void check_length(std::size_t given, std::size_t rows, const char* name) {
  if (given == 0 || given == rows) return;
  refuse_survey(name, detail::wrong_length({}, given, rows));
}

void check_weights(std::span<const double> weights) {
  for (std::size_t row = 0; row < weights.size(); ++row) {
    if (is_size(weights[row])) continue;
    refuse_survey(
        "row " + std::to_string(row),
        say("quyền số {} không hợp lệ", "the weight {} is no weight", number_words(weights[row])));
  }
}

void check_finite(std::span<const double> values, const char* name) {
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (!std::isinf(values[row])) continue;
    refuse_survey(std::string(name) + ", row " + std::to_string(row),
                  say("giá trị vô hạn", "an infinite value"));
  }
}

void check_stratum_sizes(std::span<const double> sizes) {
  for (std::size_t row = 0; row < sizes.size(); ++row) {
    if (is_size(sizes[row]) && sizes[row] > 0) continue;
    refuse_survey(
        "stratum_sizes, row " + std::to_string(row),
        say("{} không phải là số cụm", "{} is no count of clusters", number_words(sizes[row])));
  }
}

void check_population(std::span<const double> population) {
  for (std::size_t cell = 0; cell < population.size(); ++cell) {
    if (is_size(population[cell])) continue;
    refuse_survey("population", say("ô {}: {} không phải là số dân", "cell {}: {} is no population",
                                    cell, number_words(population[cell])));
  }
}

/// What comes out of finite numbers is one, or they were too large or too small to reckon with.
void check_result(double result, const char* where) {
  if (std::isfinite(result)) return;
  refuse_survey(where,
                say("các số quá lớn hoặc quá nhỏ để tính", "numbers too large or small to reckon"));
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
      if (row % rows_a_poll == 0) detail::poll();
      const std::size_t stratum = strata[code_of(design.strata, row)];
      const std::int64_t cluster =
          design.clusters.empty() ? static_cast<std::int64_t>(row) : design.clusters[row];
      const auto [found, is_new] = known.try_emplace({stratum, cluster}, count_);
      if (is_new) strata_[stratum].clusters.push_back(count_++);
      of_row_[row] = found->second;
      if (!design.stratum_sizes.empty()) take_size(strata_[stratum], design.stratum_sizes[row]);
    }
  }

  /// Throws where the sample has more clusters than the population.
  void check() const {
    for (const Stratum& stratum : strata_) {
      if (stratum.size <= 0 || stratum.size >= static_cast<double>(stratum.clusters.size()))
        continue;
      refuse_survey("stratum " + std::to_string(stratum.code),
                    say("mẫu có {} cụm mà tổng thể chỉ có {}",
                        "the sample has {} clusters, the population {}", stratum.clusters.size(),
                        number_words(stratum.size)));
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
          refuse_survey("stratum " + std::to_string(stratum.code),
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

  static void take_size(Stratum& stratum, double size) {
    if (stratum.size > 0 && stratum.size != size) {
      refuse_survey("stratum " + std::to_string(stratum.code),
                    say("cùng một tầng mà tổng thể có khi {}, khi {} cụm",
                        "its rows say {} and {} clusters in the population",
                        number_words(stratum.size), number_words(size)));
    }
    stratum.size = size;
  }

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

void check_codes(std::span<const std::int32_t> codes, const char* name) {
  for (std::size_t row = 0; row < codes.size(); ++row) {
    if (codes[row] >= 0) continue;
    refuse_survey(std::string(name) + ", row " + std::to_string(row),
                  say("thiếu: mỗi câu trả lời thuộc một tầng, cụm hoặc ô",
                      "missing: each answer belongs to a stratum, cluster or cell"));
  }
}

/// Whether values are shares, whose interval is Wilson's.
bool are_shares(std::span<const double> values, IntervalMethod method) {
  if (method == IntervalMethod::normal) return false;
  const bool asked = method == IntervalMethod::wilson;
  for (std::size_t row = 0; row < values.size(); ++row) {
    const double value = values[row];
    if (std::isnan(value) || value == 0 || value == 1) continue;
    if (!asked) return false;
    if (value > 0 && value < 1) continue;
    refuse_survey(
        "values, row " + std::to_string(row),
        say("{} không nằm trong khoảng 0 đến 1", "{} is not from 0 to 1", number_words(value)));
  }
  return true;
}

/// Wilson's interval for the answers of a simple sample that would have this standard error.
void take_wilson(Estimate& out, double answers, double clusters, double confidence) {
  const double share = std::clamp(out.value, 0.0, 1.0);
  const double square = out.standard_error * out.standard_error;
  const double spread = share * (1 - share);
  const bool varies = square > 1e-15 * spread && spread > 0;
  const double simple = answers > 1 ? answers / (answers - 1) : 1;
  const double effective = varies ? spread / square * simple : clusters;
  const Estimate interval = wilson(share * effective, effective, confidence);
  out.low = interval.low;
  out.high = interval.high;
}

/// One group's mean and its standard error.
Estimate estimate(std::span<const double> values, const SurveyDesign& design,
                  const std::vector<std::size_t>& rows, const Clusters& clusters,
                  const EstimateOptions& options, bool is_share) {
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
  check_result(out.value, "values");
  check_result(out.standard_error, "values");
  if (is_share) {
    std::unordered_set<std::size_t> met;
    for (const std::size_t row : rows) met.insert(clusters.of_row(row));
    take_wilson(out, static_cast<double>(rows.size()), static_cast<double>(met.size()),
                options.confidence);
    return out;
  }
  const double reach = normal_quantile(0.5 + options.confidence / 2) * out.standard_error;
  out.low = out.value - reach;
  out.high = out.value + reach;
  return out;
}

}  // namespace

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
  check_finite(values, "values");
  check_stratum_sizes(design.stratum_sizes);
  check_codes(design.strata, "strata");
  check_codes(design.clusters, "clusters");
  check_codes(design.post_strata, "post_strata");
  const bool is_share = are_shares(values, options.interval);
  std::vector<std::vector<std::size_t>> members(groups.empty() ? 1 : 0);
  for (std::size_t row = 0; row < values.size(); ++row) {
    const std::int32_t group = code_of(groups, row);
    if (group < 0) continue;  // in no group
    const auto place = static_cast<std::size_t>(group);
    if (place >= members.size()) members.resize(place + 1);
    if (!std::isnan(values[row])) members[place].push_back(row);
  }
  const Clusters clusters(design, values.size());
  clusters.check();
  std::vector<Estimate> out;
  out.reserve(members.size());
  for (const auto& rows : members) {
    detail::poll();
    out.push_back(estimate(values, design, rows, clusters, options, is_share));
  }
  return out;
}

std::vector<double> post_stratify(std::span<const double> weights,
                                  std::span<const std::int32_t> cells,
                                  std::span<const double> population) {
  check_length(cells.size(), weights.size(), "cells");
  check_weights(weights);
  check_population(population);
  std::vector<double> sizes(population.size(), 0);
  for (std::size_t row = 0; row < weights.size(); ++row) {
    const auto cell = static_cast<std::size_t>(cells[row]);
    if (cells[row] < 0 || cell >= sizes.size()) {
      refuse_survey("row " + std::to_string(row),
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
    if (sizes[cell] == 0) continue;  // of no people, as its weights say too
    out[row] *= population[cell] / sizes[cell];
    check_result(out[row], "weights");
  }
  return out;
}

}  // namespace sauro::inline v0_1
