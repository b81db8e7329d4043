#include "sauro/monitoring/monitor.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/units.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "indicators/log_view.hpp"
#include "monitoring/expected.hpp"
#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"
#include "monitoring/label_match.hpp"
#include "monitoring/standing_of.hpp"
#include "text/half_digit.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::Aims;
using detail::Figure;
using detail::LogView;

/// Rows of a log by indicator and place.
class Monitoring {
 public:
  Monitoring(const std::vector<Indicator>& indicators, const IndicatorLog& log,
             const MonitorOptions& options)
      : indicators_(indicators), log_(log), view_(log.table()), options_(options) {}

  Monitor run() {
    out_.as_of = options_.as_of;
    for (const Indicator& one : indicators_) {
      aims_.push_back(detail::aims_of(one, options_, out_.remarks));
    }
    match();
    find_units();
    below_ = detail::places_below(options_.parents);
    mergers_ = detail::mergers_until(options_.mergers, options_.as_of);
    for (const auto& [place, merger] : mergers_) {
      for (const std::string& old : merger.places) {
        if (old != place) became_.insert(old);
      }
    }
    refuse_late_rows();
    if (!out_.problems.empty() && options_.on_problem == OnProblem::raise) {
      throw ValidationError(std::move(out_.problems));
    }
    sort_rows();
    for (std::size_t i = 0; i < indicators_.size(); ++i) add(i);
    return std::move(out_);
  }

 private:
  /// Which indicator each label of the log names.
  void match() {
    const detail::IndicatorNames names(indicators_);
    const std::vector<std::string>& labels = view_.indicator.labels();
    std::vector<bool> is_used(labels.size());
    for (std::int64_t row = 0; row < log_.size(); ++row) {
      is_used[static_cast<std::size_t>(view_.indicator.at(row))] = true;
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
      detail::IndicatorNames::Found found;
      if (is_used[i]) found = names.find(labels[i]);
      indicator_of_.push_back(found.indicator);
      if (is_used[i] && found.indicator < 0) refuse(labels[i], std::move(found.why));
    }
  }

  void refuse(const std::string& where, Bilingual what) {
    out_.problems.push_back(
        {ErrorCode::invalid_rows, where, std::move(what.vi), std::move(what.en)});
  }

  /// How values of each unit become those of their indicator; an indicator without a unit has that
  /// of the log.
  void find_units() {
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
        factors_[i][u] = factor.value_or(detail::not_there);
        if (factor) continue;
        refuse(indicators_[i].id, detail::say("đơn vị “{}” của số liệu không đổi được sang “{}”",
                                              "values in \"{}\" can't be converted to \"{}\"",
                                              units[u], aims_[i].unit));
      }
    }
  }

  /// Values of places that are part of another one, from days after that.
  void refuse_late_rows() {
    if (mergers_.empty()) return;
    constexpr std::int32_t endless = std::numeric_limits<std::int32_t>::max();
    std::map<std::string_view, std::int32_t> ends;
    for (const auto& [place, merger] : mergers_) {
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
      const std::int32_t last = view_.last.at(row);
      if (at < 0 || last > options_.as_of.day_number()) continue;
      std::int32_t& until = last_days[static_cast<std::size_t>(at)];
      if (last <= until) continue;
      until = endless;  // said once
      refuse(places[static_cast<std::size_t>(at)],
             detail::say("có số liệu đến {}, sau ngày nhập vào nơi khác",
                         "it has values of {}, after it became part of another place",
                         Date::from_day_number(last).to_iso()));
    }
  }

  [[nodiscard]] std::ptrdiff_t indicator_at(std::int64_t row) const {
    return indicator_of_[static_cast<std::size_t>(view_.indicator.at(row))];
  }

  /// Rows that count, by indicator; within one by the name of the place.
  void sort_rows() {
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
    begins_.assign(indicators_.size() * places_.size() + 1, 0);
    for (std::int64_t row = 0; row < log_.size(); ++row) {
      if (counts(row)) ++begins_[group_of(row) + 1];
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    std::vector<std::int64_t> next(begins_.begin(), begins_.end());
    rows_.resize(static_cast<std::size_t>(begins_.back()));
    for (std::int64_t row = 0; row < log_.size(); ++row) {
      if (counts(row)) rows_[static_cast<std::size_t>(next[group_of(row)]++)] = row;
    }
  }

  [[nodiscard]] std::size_t group_of(std::int64_t row) const {
    const std::int32_t place = view_.place.at(row);
    return static_cast<std::size_t>(indicator_at(row)) * places_.size() +
           (place < 0 ? 0 : place_of_[static_cast<std::size_t>(place)]);
  }

  [[nodiscard]] std::int32_t known_on(std::int64_t row) const {
    return view_.known_on.is_there(row) ? view_.known_on.at(row) : view_.last.at(row);
  }

  [[nodiscard]] bool counts(std::int64_t row) const {
    if (indicator_at(row) < 0 || std::isnan(value_at(row))) return false;
    return !options_.known_on || known_on(row) <= options_.known_on->day_number();
  }

  /// In the unit of the indicator; NaN where it is missing.
  [[nodiscard]] double value_at(std::int64_t row) const {
    const auto indicator = static_cast<std::size_t>(indicator_at(row));
    const double value = LogView::number(view_.value, row);
    if (std::isnan(value)) {
      const double part = LogView::number(view_.numerator, row);
      const double whole = LogView::number(view_.denominator, row);
      const bool in_percent = aims_[indicator].unit.starts_with('%');
      return (in_percent ? 100 : 1) * (part / whole);
    }
    const std::int32_t unit = view_.unit.at(row);
    return unit < 0 ? value : value * factors_[indicator][static_cast<std::size_t>(unit)];
  }

  [[nodiscard]] Figure figure_at(std::int64_t row) const {
    Figure one{view_.first.at(row),
               view_.last.at(row),
               value_at(row),
               view_.basis_of(row),
               view_.state_of(row),
               known_on(row),
               LogView::number(view_.numerator, row),
               LogView::number(view_.denominator, row)};
    return one;
  }

  /// A percent and both of its numbers, where they say two things.
  void check_ratio(std::size_t indicator, const std::string& place, std::int64_t row) {
    const double value = LogView::number(view_.value, row);
    const double part = LogView::number(view_.numerator, row);
    const double whole = LogView::number(view_.denominator, row);
    if (std::isnan(value) || std::isnan(part / whole)) return;
    const double other = (aims_[indicator].unit.starts_with('%') ? 100 : 1) * part / whole;
    if (std::abs(value - other) <= detail::half_digit(value) + 1e-9) return;
    out_.contradictions.push_back({indicators_[indicator].id, place,
                                   Date::from_day_number(view_.first.at(row)),
                                   Date::from_day_number(view_.last.at(row)), value,
                                   detail::without_dust(other), "numerator / denominator"});
  }

  /// The figures of an indicator by place, by name; what they contradict among themselves beside.
  std::vector<detail::PlaceFigures> figures_of(std::size_t indicator,
                                               std::vector<std::vector<detail::Clash>>& clashes) {
    std::vector<detail::PlaceFigures> known;
    for (std::size_t place = 0; place < places_.size(); ++place) {
      detail::poll();
      const std::size_t group = indicator * places_.size() + place;
      if (begins_[group] == begins_[group + 1]) continue;
      std::vector<Figure> figures;
      for (std::int64_t i = begins_[group]; i < begins_[group + 1]; ++i) {
        const std::int64_t row = rows_[static_cast<std::size_t>(i)];
        figures.push_back(figure_at(row));
        check_ratio(indicator, places_[place], row);
      }
      clashes.emplace_back();
      figures = detail::best_figures(std::move(figures), clashes.back());
      known.push_back({places_[place], std::move(figures), {}, 0});
    }
    return known;
  }

  /// Where an indicator stands at each place that has values of it; at none where there are none.
  void add(std::size_t indicator) {
    std::vector<std::vector<detail::Clash>> clashes;
    const std::vector<detail::PlaceFigures> known = figures_of(indicator, clashes);
    const std::size_t first = out_.standings.size();
    std::map<std::string_view, std::size_t> at;
    for (std::size_t i = 0; i < known.size(); ++i) at.emplace(known[i].place, i);
    for (const auto& [place, merger] : mergers_) at.emplace(place, known.size());  // old ones' only
    for (const auto& [name, i] : at) {
      const std::string place(name);
      const bool is_merged = mergers_.contains(place);
      const detail::PlaceFigures merged =
          is_merged ? detail::figures_at(known, mergers_, place) : detail::PlaceFigures{};
      if (i == known.size() && !detail::has_figures(merged)) continue;
      auto own = i == known.size() ? std::vector<detail::Clash>{} : std::move(clashes[i]);
      Standing one = detail::standing_of(aims_[indicator], is_merged ? merged : known[i],
                                         std::move(own), options_, out_.contradictions);
      if (!became_.contains(place)) out_.standings.push_back(std::move(one));
    }
    for (const auto& [place, parts] : below_) {
      if (!known.empty()) add_whole(indicator, place, parts, known, first);
    }
    if (!known.empty()) return;
    out_.standings.push_back(
        detail::standing_of(aims_[indicator], {}, {}, options_, out_.contradictions));
  }

  /// Where it stands in the places below another one together; its standings begin at
  /// `first_standing`.
  void add_whole(std::size_t indicator, const std::string& place,
                 const std::vector<std::string>& below,
                 const std::vector<detail::PlaceFigures>& known, std::size_t first_standing) {
    std::vector<detail::PlaceFigures> parts;
    for (const std::string& name : below) {
      if (!became_.contains(name)) parts.push_back(detail::figures_at(known, mergers_, name));
    }
    Standing whole =
        detail::standing_of_places(aims_[indicator], place, parts, options_, out_.contributions);
    const auto own =
        std::find_if(out_.standings.begin() + static_cast<std::ptrdiff_t>(first_standing),
                     out_.standings.end(), [&](const auto& one) { return one.place == place; });
    if (own == out_.standings.end()) {
      out_.standings.push_back(std::move(whole));
      return;
    }
    const auto of = [](const Standing& one) { return one.cumulated ? one.cumulated : one.value; };
    if (own->last != whole.last || !own->last || !of(*own) || !of(whole)) return;
    const Date first = own->start ? *own->start : own->first.value_or(*own->last);
    const std::int32_t last = own->last->day_number();
    double slack = detail::half_digit(*of(*own));
    for (const auto& part : parts) {
      for (const Figure& figure : part.figures) {
        const bool counts = figure.last > first.day_number() - 1 && figure.last <= last;
        if (counts) slack += detail::half_digit(figure.value);
      }
    }
    if (std::abs(*of(*own) - *of(whole)) <= slack) return;
    std::string names;
    for (const auto& part : parts) names += (names.empty() ? "" : " + ") + part.place;
    out_.contradictions.push_back(
        {whole.indicator, place, first, *own->last, of(*own), of(whole), std::move(names)});
  }

  const std::vector<Indicator>& indicators_;
  const IndicatorLog& log_;
  LogView view_;
  const MonitorOptions& options_;
  Monitor out_;
  std::vector<Aims> aims_;
  std::vector<std::ptrdiff_t> indicator_of_;  ///< by label
  std::vector<std::vector<double>> factors_;  ///< by indicator and unit
  std::vector<std::string> places_;           ///< none, then by name
  std::vector<std::size_t> place_of_;         ///< by label
  std::vector<std::int64_t> begins_;          ///< of groups in rows_
  std::vector<std::int64_t> rows_;
  std::map<std::string, std::vector<std::string>> below_;
  detail::Mergers mergers_;       ///< in force
  std::set<std::string> became_;  ///< places that are part of a new one
};

}  // namespace

Monitor monitor(const std::vector<Indicator>& indicators, const IndicatorLog& log,
                const MonitorOptions& options) {
  detail::check_options(indicators, options);
  return Monitoring(indicators, log, options).run();
}

}  // namespace sauro::inline v0_1
