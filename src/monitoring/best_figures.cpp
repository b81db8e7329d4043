#include "monitoring/best_figures.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "sauro/text/numbers.hpp"
#include "calendar/official_day.hpp"
#include "monitoring/reported_months.hpp"
#include "text/half_digit.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// By period, the best figure first.
bool is_better(const Figure& a, const Figure& b) {
  const auto key = [](const Figure& one) {
    return std::tuple(begin_of(one), one.last, one.state == ValueState::estimated, -one.known,
                      one.state != ValueState::revised, one.value);
  };
  return key(a) < key(b);
}

bool are_as_good(const Figure& a, const Figure& b) {
  return a.state == b.state && a.known == b.known;
}

bool have_one_period(const Figure& a, const Figure& b) {
  return begin_of(a) == begin_of(b) && a.last == b.last;
}

/// "30 (31/01/2026) + 20 (28/02/2026)"
std::string text_of(const std::vector<Figure>& parts, const ReportedMonths& months) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!text.empty()) text += " + ";
    if (i == most_parts) return text + "…";
    text += official_number(parts[i].value) + " (" +
            official_day(Date::from_day_number(months.real(parts[i].last))) + ")";
  }
  return text;
}

}  // namespace

void keep_best(std::vector<Figure>& figures, std::vector<Clash>& clashes) {
  const auto is_later = [](const Figure& a, const Figure& b) {
    return std::pair(begin_of(a), a.last) >= std::pair(begin_of(b), b.last);
  };
  if (std::adjacent_find(figures.begin(), figures.end(), is_later) == figures.end()) return;
  std::sort(figures.begin(), figures.end(), is_better);
  std::size_t best = 0;
  for (std::size_t i = 0; i < figures.size();) {
    std::size_t end = i + 1;
    while (end < figures.size() && have_one_period(figures[i], figures[end])) ++end;
    std::size_t rivals = i + 1;
    while (rivals < end && are_as_good(figures[i], figures[rivals])) ++rivals;
    const Figure& other = figures[rivals - 1];
    if (other.value == figures[i].value) {
      figures[best++] = figures[i];
    } else {
      clashes.push_back({figures[i], other.value, {}});
    }
    i = end;
  }
  figures.resize(best);
}

void compare_bases(const std::vector<Figure>& figures, std::vector<Clash>& clashes) {
  std::map<std::int32_t, const Figure*> plain;
  for (const Figure& one : figures) {
    if (one.basis == Basis::period && one.state != ValueState::estimated) plain[one.last] = &one;
  }
  for (const Figure& one : figures) {
    const auto found = plain.find(one.last);
    const bool is_other = one.basis != Basis::period && one.state != ValueState::estimated;
    if (!is_other || found == plain.end()) continue;
    const double other = found->second->value;
    const double slack = half_digit(one.value) + half_digit(other) + 1e-9;
    if (std::abs(one.value - other) > slack) clashes.push_back({one, other, {*found->second}});
  }
}

void name_clashes(const Aims& aims, const std::string& place, const std::vector<Clash>& clashes,
                  const MonitorOptions& options, std::vector<Contradiction>& contradictions) {
  const ReportedMonths months(options.cut_off_day);
  for (const Clash& clash : clashes) {
    contradictions.push_back({aims.indicator->id, place, Date::from_day_number(clash.figure.first),
                              Date::from_day_number(clash.figure.last), clash.figure.value,
                              clash.other, text_of(clash.parts, months)});
  }
}

}  // namespace sauro::inline v0_1::detail
