#include "monitoring/log_groups.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/units.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "monitoring/best_figures.hpp"
#include "monitoring/label_match.hpp"
#include "text/half_digit.hpp"

namespace sauro::inline v0_1::detail {

LogGroups::LogGroups(const std::vector<Indicator>& indicators, const IndicatorLog& log,
                     std::vector<Aims>& aims, const MonitorOptions& options, std::string where,
                     std::vector<Problem>& problems)
    : indicators_(indicators),
      log_(log),
      view_(log.table()),
      aims_(aims),
      options_(options),
      months_(options.cut_off_day),
      where_(std::move(where)),
      problems_(problems) {
  if (log.size() > std::numeric_limits<Row>::max()) {
    throw ValidationError(ErrorCode::invalid_column, where_ + "log",
                          say("có {} dòng, quá nhiều", "has {} rows, too many", log.size()));
  }
  match();
  find_units();
  if (!months_.are_calendar()) refuse_periods();
}

void LogGroups::refuse(const std::string& where, Bilingual what) {
  problems_.push_back(
      {ErrorCode::invalid_rows, where_ + where, std::move(what.vi), std::move(what.en)});
}

/// Which indicator each label of the log names.
void LogGroups::match() {
  IndicatorNames names(indicators_);
  const std::vector<std::string>& labels = view_.indicator.labels();
  std::vector<char> is_used(labels.size());
  for (std::int64_t row = 0; row < log_.size(); ++row) {
    is_used[static_cast<std::size_t>(view_.indicator.at(row))] = 1;
  }
  for (std::size_t i = 0; i < labels.size(); ++i) {
    IndicatorNames::Found found;
    if (is_used[i] != 0) found = names.find(labels[i]);
    indicator_of_.push_back(found.indicator);
    if (is_used[i] != 0 && found.indicator < 0) refuse(labels[i], std::move(found.why));
  }
}

/// How values of each unit become those of their indicator.
void LogGroups::find_units() {
  const std::vector<std::string>& units = view_.unit.labels();
  if (units.empty()) return;
  std::vector<std::vector<bool>> used(indicators_.size(), std::vector<bool>(units.size()));
  for (std::int64_t row = 0; row < log_.size(); ++row) {
    const std::ptrdiff_t indicator = indicator_at(row);
    const std::int32_t unit = view_.unit.at(row);
    if (indicator >= 0 && unit >= 0) {
      used[static_cast<std::size_t>(indicator)][static_cast<std::size_t>(unit)] = true;
    }
  }
  factors_.assign(indicators_.size(), std::vector<double>(units.size(), 1));
  std::vector<std::size_t> order(units.size());  // not that of the rows
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return units[a] < units[b]; });
  for (std::size_t i = 0; i < indicators_.size(); ++i) {
    for (const std::size_t u : order) {
      if (!used[i][u]) continue;
      if (aims_[i].unit.empty()) aims_[i].unit = units[u];
      const auto factor = try_convert_unit(1, units[u], aims_[i].unit);
      factors_[i][u] = factor.value_or(not_there);
      if (factor) continue;
      refuse(indicators_[i].id,
             say("đơn vị “{}” của số liệu không đổi được sang “{}”",
                 "values in \"{}\" can't be converted to \"{}\"", units[u], aims_[i].unit));
    }
  }
}

/// The first period of each indicator that isn't one of months.
void LogGroups::refuse_periods() {
  std::set<std::ptrdiff_t> refused;
  for (std::int64_t row = 0; row < log_.size(); ++row) {
    const std::ptrdiff_t indicator = indicator_at(row);
    if (indicator < 0 || refused.contains(indicator)) continue;
    Bilingual flaw = months_.flaw_of(view_.first.at(row), view_.last.at(row),
                                     view_.basis_of(row) != Basis::period);
    if (flaw.vi.empty()) continue;
    refused.insert(indicator);
    refuse(indicators_[static_cast<std::size_t>(indicator)].id, std::move(flaw));
  }
}

void LogGroups::refuse_late_rows(const Mergers& mergers) {
  if (mergers.empty()) return;
  constexpr std::int32_t endless = std::numeric_limits<std::int32_t>::max();
  std::map<std::string_view, std::int32_t> ends;
  for (const auto& [place, merger] : mergers) {
    for (const std::string& old : merger.places) {
      if (old != place) ends[old] = merger.since.day_number() - 1;
    }
  }
  const std::vector<std::string>& places = view_.place.labels();
  std::vector<std::int32_t> last_days;  // until which each place may have values
  for (const std::string& place : places) {
    const auto end = ends.find(place);
    last_days.push_back(end == ends.end() ? endless : end->second);
  }
  for (std::int64_t row = 0; row < log_.size(); ++row) {
    const std::int32_t at = view_.place.at(row);
    const std::int32_t last = months_.named_last(view_.last.at(row));
    if (at < 0 || last > options_.as_of.day_number()) continue;
    std::int32_t& until = last_days[static_cast<std::size_t>(at)];
    if (last <= until) continue;
    until = endless;  // said once
    refuse(places[static_cast<std::size_t>(at)],
           say("có số liệu đến {}, sau ngày nhập vào nơi khác",
               "it has values of {}, after it became part of another place",
               Date::from_day_number(months_.real(last)).to_iso()));
  }
}

inline std::size_t LogGroups::group_of(std::int64_t row) const {
  const std::int32_t place = view_.place.at(row);
  return static_cast<std::size_t>(indicator_at(row)) * places_.size() +
         (place < 0 ? 0 : place_of_[static_cast<std::size_t>(place)]);
}

inline std::int32_t LogGroups::known_on(std::int64_t row) const {
  return view_.known_on.is_there(row) ? view_.known_on.at(row)
                                      : months_.real(months_.named_last(view_.last.at(row)));
}

double LogGroups::ratio_at(std::int64_t row) const {
  const auto indicator = static_cast<std::size_t>(indicator_at(row));
  const double part = LogView::number(view_.numerator, row);
  const double whole = LogView::number(view_.denominator, row);
  return (aims_[indicator].unit.starts_with('%') ? 100 : 1) * (part / whole);
}

/// In the unit of the indicator; NaN where it is missing.
inline double LogGroups::value_at(std::int64_t row) const {
  const double value = LogView::number(view_.value, row);
  if (std::isnan(value)) return ratio_at(row);
  const std::int32_t unit = view_.unit.exists() ? view_.unit.at(row) : -1;
  if (unit < 0) return value;
  return value *
         factors_[static_cast<std::size_t>(indicator_at(row))][static_cast<std::size_t>(unit)];
}

inline bool LogGroups::counts(std::int64_t row) const {
  if (indicator_at(row) < 0 || std::isnan(value_at(row))) return false;
  return !options_.known_on || known_on(row) <= options_.known_on->day_number();
}

inline Figure LogGroups::figure_at(std::int64_t row) const {
  Figure figure;
  figure.first = months_.named_first(view_.first.at(row));
  figure.last = months_.named_last(view_.last.at(row));
  figure.value = value_at(row);
  figure.known = known_on(row);
  if (view_.basis.exists()) figure.basis = view_.basis_of(row);
  if (view_.state.exists()) figure.state = view_.state_of(row);
  if (view_.numerator.exists()) figure.part = LogView::number(view_.numerator, row);
  if (view_.denominator.exists()) figure.whole = LogView::number(view_.denominator, row);
  return figure;
}

void LogGroups::name_places() {
  const std::vector<std::string>& places = view_.place.labels();
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return places[a] < places[b]; });
  places_.emplace_back();
  place_of_.resize(places.size());
  for (const std::size_t i : order) {
    if (places_.back() != places[i]) places_.push_back(places[i]);
    place_of_[i] = places_.size() - 1;
  }
}

/// By indicator; within one by the name of the place.
void LogGroups::sort_rows() {
  name_places();
  begins_.assign(indicators_.size() * places_.size() + 2, 0);
  const auto rows = static_cast<Row>(log_.size());
  for (Row row = 0; row < rows; ++row) {
    if (counts(row)) ++begins_[group_of(row) + 2];
  }
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  rows_.resize(begins_.back());
  for (Row row = 0; row < rows; ++row) {  // which moves the begin of each group to the next one's
    if (counts(row)) rows_[begins_[group_of(row) + 1]++] = row;
  }
}

std::size_t LogGroups::count() const {
  std::size_t count = 0;
  for (std::size_t group = 0; group + 2 < begins_.size(); ++group) {
    if (begins_[group] != begins_[group + 1]) ++count;
  }
  return count;
}

/// A percent and both of its numbers, where they say two things.
void LogGroups::check_ratio(std::size_t indicator, const std::string& place, std::int64_t row,
                            std::vector<Contradiction>& contradictions) const {
  const double value = LogView::number(view_.value, row);
  const double part = LogView::number(view_.numerator, row);
  const double whole = LogView::number(view_.denominator, row);
  if (std::isnan(value) || std::isnan(part / whole)) return;
  const double other = (aims_[indicator].unit.starts_with('%') ? 100 : 1) * part / whole;
  if (std::abs(value - other) <= half_digit(value) + 1e-9) return;
  const Figure figure = figure_at(row);
  contradictions.push_back({indicators_[indicator].id, place, Date::from_day_number(figure.first),
                            Date::from_day_number(figure.last), value, without_dust(other),
                            "numerator / denominator"});
}

void LogGroups::take_figures(std::size_t indicator, std::size_t place, std::vector<Figure>& figures,
                             std::vector<Clash>& clashes,
                             std::vector<Contradiction>& contradictions) const {
  poll();
  const std::size_t group = indicator * places_.size() + place;
  const bool has_ratios = view_.numerator.exists() && view_.denominator.exists();
  const Row begin = begins_[group];
  figures.resize(begins_[group + 1] - begin);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Row row = rows_[begin + i];
    figures[i] = figure_at(row);
    if (has_ratios) check_ratio(indicator, places_[place], row, contradictions);
  }
  keep_best(figures, clashes);
}

std::vector<PlaceFigures> LogGroups::figures_of(std::size_t indicator,
                                                std::vector<std::vector<Clash>>& clashes,
                                                std::vector<Contradiction>& contradictions) const {
  std::vector<PlaceFigures> known;
  for (std::size_t place = 0; place < places_.size(); ++place) {
    if (!has_figures(indicator, place)) continue;
    PlaceFigures& one = known.emplace_back(PlaceFigures{places_[place], {}, {}, 0});
    take_figures(indicator, place, one.figures, clashes.emplace_back(), contradictions);
  }
  return known;
}

}  // namespace sauro::inline v0_1::detail
