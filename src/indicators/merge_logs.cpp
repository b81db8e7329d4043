#include "sauro/indicators/merge_logs.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "core/poll.hpp"
#include "text/half_digit.hpp"

namespace sauro::inline v0_1 {
namespace {

using MergeKey =
    std::tuple<std::string, std::string, Date, Date, Basis, ValueState, std::optional<Date>>;

MergeKey merge_key(const IndicatorValue& one) {
  return {one.indicator, one.place, one.first, one.last, one.basis, one.state, one.known_on};
}

/// The figure that a row stands for, where it has one.
std::optional<double> figure_of(const IndicatorValue& one) {
  if (one.value) return one.value;
  if (one.numerator && one.denominator) return *one.numerator / *one.denominator;
  return std::nullopt;
}

bool are_one(double a, double b) {
  return std::abs(a - b) <= detail::half_digit(a) + detail::half_digit(b) + 1e-9;
}

class LogMerger {
 public:
  void take(IndicatorValue one) {
    const std::optional<double> figure = figure_of(one);
    if (!figure) return;  // says nothing
    std::vector<std::size_t>& alike = known_[merge_key(one)];
    for (const std::size_t i : alike) {
      const IndicatorValue& other = values_[i];
      if (other.unit != one.unit || other.value.has_value() != one.value.has_value()) continue;
      if (!are_one(*figure, *figure_of(other))) continue;
      const bool is_finer = one.value && other.value &&
                            detail::half_digit(*one.value) < detail::half_digit(*other.value);
      if (is_finer) values_[i] = std::move(one);
      return;
    }
    for (const std::size_t i : alike) {
      const IndicatorValue& other = values_[i];
      if (other.unit != one.unit || other.value.has_value() != one.value.has_value()) continue;
      out_.contradictions.push_back({one.indicator, one.place, one.first, one.last,
                                     figure_of(other), figure, sources_of(other, one)});
      break;  // against the first one
    }
    alike.push_back(values_.size());
    values_.push_back(std::move(one));
  }

  MergedLogs run() {
    out_.log = IndicatorLog::of(values_);
    return std::move(out_);
  }

 private:
  static std::string sources_of(const IndicatorValue& a, const IndicatorValue& b) {
    if (a.source.empty() && b.source.empty()) return "";
    return a.source + " / " + b.source;
  }

  std::map<MergeKey, std::vector<std::size_t>> known_;
  std::vector<IndicatorValue> values_;
  MergedLogs out_;
};

}  // namespace

MergedLogs merge_indicator_logs(const std::vector<IndicatorLog>& logs,
                                const std::vector<std::string>& names) {
  LogMerger merger;
  for (std::size_t i = 0; i < logs.size(); ++i) {
    for (std::int64_t row = 0; row < logs[i].size(); ++row) {
      if ((row & 0xFFF) == 0) detail::poll();
      IndicatorValue one = logs[i].at(row);
      if (i < names.size() && !names[i].empty()) {
        one.source = names[i] + (one.source.empty() ? "" : ", ") + one.source;
      }
      merger.take(std::move(one));
    }
  }
  return merger.run();
}

}  // namespace sauro::inline v0_1
