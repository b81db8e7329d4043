#include "sauro/phrases/period_order.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "sauro/phrases/timeframe.hpp"
#include "phrases/period_words.hpp"

namespace sauro::inline v0_1 {
namespace {

/// First and last day.
struct NamedPeriod {
  std::int32_t first = 0;
  std::int32_t last = 0;

  [[nodiscard]] std::int32_t days() const { return last - first + 1; }
};

std::optional<std::vector<NamedPeriod>> named_periods(const std::vector<std::string>& periods) {
  std::vector<NamedPeriod> out;
  for (const std::string& text : periods) {
    const Timeframe read = parse_timeframe(detail::month_first(text));
    if (read.kind != TimeframeKind::window || !read.start || !read.due) return std::nullopt;
    out.push_back({read.start->day_number(), read.due->day_number()});
  }
  return out;
}

/// Quarters have 90 to 92 days, months 28 to 31.
bool are_alike(const NamedPeriod& a, const NamedPeriod& b) {
  return 8 * std::abs(a.days() - b.days()) <= std::max(a.days(), b.days());
}

bool precedes(const NamedPeriod& a, const NamedPeriod& b) {
  return a.last + 1 == b.first && are_alike(a, b);
}

}  // namespace

PeriodOrder order_of_periods(const std::vector<std::string>& periods) {
  PeriodOrder order;
  order.in_time.resize(periods.size());
  std::iota(order.in_time.begin(), order.in_time.end(), std::size_t{0});
  order.before.resize(periods.size());
  for (std::size_t i = 1; i < periods.size(); ++i) order.before[i] = i - 1;
  if (periods.size() < 2) return order;
  const auto named = named_periods(periods);
  if (!named) return order;
  std::stable_sort(order.in_time.begin(), order.in_time.end(), [&](std::size_t a, std::size_t b) {
    return std::pair((*named)[a].last, (*named)[a].first) <
           std::pair((*named)[b].last, (*named)[b].first);
  });
  const bool days = std::all_of(named->begin(), named->end(),
                                [](const NamedPeriod& one) { return one.days() == 1; });
  order.before.assign(periods.size(), std::nullopt);
  for (std::size_t k = 1; k < order.in_time.size(); ++k) {
    if (days) order.before[order.in_time[k]] = order.in_time[k - 1];  // their rhythm isn't known
    for (std::size_t j = k; !days && j-- > 0;) {
      const std::size_t earlier = order.in_time[j];
      if (!precedes((*named)[earlier], (*named)[order.in_time[k]])) continue;
      order.before[order.in_time[k]] = earlier;
      break;
    }
  }
  for (std::size_t i = 1; i < periods.size(); ++i) {
    order.follow_one_another = order.follow_one_another && order.before[i] == i - 1;
  }
  order.follow_one_another = order.follow_one_another && !order.before[0];
  return order;
}

}  // namespace sauro::inline v0_1
