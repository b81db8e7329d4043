#include "monitoring/standing_of.hpp"

#include <algorithm>
#include <utility>

#include "monitoring/best_figures.hpp"
#include "monitoring/expected.hpp"
#include "monitoring/verdict.hpp"

namespace sauro::inline v0_1::detail {
namespace {

Date day(std::int32_t number) { return Date::from_day_number(number); }

/// Works out where one indicator stands at one place.
class StandingMaker {
 public:
  StandingMaker(const Aims& aims, const MonitorOptions& options, DayMemo& memo)
      : aims_(aims), options_(options), memo_(memo) {
    out_.indicator = aims.indicator->id;
    out_.name = aims.indicator->name;
    out_.unit = aims.unit;
    out_.measure = aims.measure;
  }

  Standing run(const PlaceLine& line) {
    flow(line);
    if (out_.last) {
      const YearDays& days = memo_.of(out_.last->day_number());
      out_.missing = line.lacking(days.before[1], days.earlier[1]);
    }
    return std::move(out_);
  }

  Standing run(const PlaceFigures& place, std::vector<Clash>& clashes) {
    if (place.before.empty()) {
      run_level(place.figures, clashes);
    } else {
      run_level(figures_through(aims_, place), clashes);
    }
    return std::move(out_);
  }

  /// Of several places together.
  Standing run(const std::vector<KnownPlace>& parts,
               std::vector<PlaceContribution>& contributions) {
    if (aims_.measure != MeasureKind::flow) {
      std::vector<PlaceFigures> whole;
      for (const KnownPlace& one : parts) {
        whole.push_back({one.figures->place, figures_through(aims_, *one.figures), {}, 0});
      }
      level(joint_figures(aims_, whole));
      name_missing(parts);
      return std::move(out_);
    }
    std::vector<const PlaceLine*> lines;
    for (const KnownPlace& one : parts) lines.push_back(one.line);
    flow(FlowSum(std::move(lines)));
    if (!out_.last) return std::move(out_);
    const std::int32_t last = out_.last->day_number();
    const std::int32_t start = out_.start->day_number() - 1;
    const std::int32_t start_before = year_earlier(start);
    const std::int32_t last_before = memo_.of(last).earlier[1];
    for (const KnownPlace& part : parts) {
      PlaceContribution& one = contributions.emplace_back(
          PlaceContribution{aims_.indicator->id, {}, *part.name, {}, {}, {}});
      one.amount = part.line->between(start, last).exact();
      if (!one.amount) out_.missing.push_back(*part.name);
      if (one.amount && out_.cumulated && *out_.cumulated != 0) {
        one.percent = without_dust(*one.amount / *out_.cumulated * 100);
      }
      const auto before = part.line->between(start_before, last_before).exact();
      if (one.amount && before) one.change = without_dust(*one.amount - *before);
    }
    return std::move(out_);
  }

 private:
  void run_level(const std::vector<Figure>& figures, std::vector<Clash>& clashes) {
    if (aims_.measure == MeasureKind::level) compare_bases(figures, clashes);
    level(figures);
  }

  [[nodiscard]] const std::vector<double>* profile() const {
    const auto profile = options_.profiles.find(aims_.indicator->id);
    return profile == options_.profiles.end() ? nullptr : &profile->second;
  }

  void estimate(FlowWay& way, std::optional<double> done) {
    const auto round = [](const std::optional<double>& value) {
      return value ? std::optional(without_dust(*value)) : std::nullopt;
    };
    const YearEstimate year = estimate_of_year(way, done);
    out_.estimate = round(year.flow.value);
    out_.estimate_way = year.flow.way;
    out_.estimate_low = round(year.ends.low);
    out_.estimate_high = round(year.ends.high);
  }

  /// Places without a value of the last day that any of them has one of.
  void name_missing(const std::vector<KnownPlace>& parts) {
    std::optional<std::int32_t> last;
    const auto last_of = [&](const PlaceFigures& one) {
      std::optional<std::int32_t> day;
      for (const Figure& figure : one.figures) {
        if (figure.last <= options_.as_of.day_number())
          day = std::max(day, std::optional(figure.last));
      }
      return day;
    };
    for (const KnownPlace& one : parts) last = std::max(last, last_of(*one.figures));
    for (const KnownPlace& one : parts) {
      if (last_of(*one.figures) != last) out_.missing.push_back(*one.name);
    }
  }

  void show(const Aim* aim) {
    if (aim == nullptr) return;
    out_.horizon = aim->horizon;
    out_.target_text = aim->target.text;
    if (aim->is_change) return;
    out_.comparison = aim->comparison;
    out_.target = without_dust(aim->value);
    out_.target_upper = aim->upper;
  }

  template <class Line>
  void flow(const Line& line) {
    std::optional<std::int32_t> last = line.last_day(options_.as_of.day_number());
    const Aim* aim = aim_on(aims_, last.value_or(options_.as_of.day_number()));
    if (last && aim != nullptr)
      last = line.last_day(std::min(*last, aim->period.last().day_number()));
    show(aim);
    if (!last) return;
    const YearDays& days = memo_.of(*last);
    const std::int32_t year = days.before[0];
    const bool is_now = aim != nullptr && aim->period.contains(day(*last));
    const std::int32_t start = is_now ? aim->period.first().day_number() - 1 : year;
    if (const auto before = line.day_before(*last)) {
      out_.value = line.between(*before, *last).exact();
      out_.first = day(*before + 1);
    }
    out_.last = day(*last);
    out_.start = day(start + 1);
    const AmountRange cumulated = line.between(start, *last);
    out_.cumulated = cumulated.exact();
    out_.cumulated_low = cumulated.low;
    out_.cumulated_high = cumulated.high;
    if (line.is_estimated(start, *last)) out_.state = ValueState::estimated;
    out_.last_year = line.between(days.before[1], days.earlier[1]).exact();
    const auto done = start == year ? out_.cumulated : line.between(year, *last).exact();
    compare(done);
    FlowWay way([&](std::int32_t from, std::int32_t to) { return line.between(from, to).exact(); },
                days, options_, profile());
    estimate(way, done);
    if (aim == nullptr) return;
    const std::optional<Aim> reached = against(*aim, flow_base(*aim, line), aims_.measure);
    if (!reached) return;
    show(&*reached);
    Evidence evidence{cumulated, {}, {}, true, *last == aim->period.last().day_number(), !is_now};
    const ExpectedFlow expected = is_now ? expected_flow(*reached, way) : flow_between(aims_, way);
    settle(*reached, evidence, expected.value, expected.way, out_.cumulated);
    if (aim->is_change) out_.percent.reset();
    if (aim->is_change) compare_changes(*aim, line, evidence.is_over);
  }

  /// The change so far with the one that is planned: both against the same months of the year that
  /// the aim starts from.
  template <class Line>
  void compare_changes(const Aim& aim, const Line& line, bool is_over) {
    const bool is_last_year = out_.last && base_period(aim) == Period::year(out_.last->year() - 1);
    const std::optional<double> base = is_last_year ? out_.last_year
                                       : is_over    ? flow_base(aim, line)
                                                    : std::nullopt;
    if (const auto reached = against(aim, base, aims_.measure)) {
      percent_of_change(base, reached->value);
    }
  }

  /// What a change of an aim starts from.
  template <class Line>
  std::optional<double> flow_base(const Aim& aim, const Line& line) const {
    if (!aim.is_change) return std::nullopt;
    const Period period = base_period(aim);
    if (aims_.baseline && (!aims_.baseline_period || *aims_.baseline_period == period)) {
      return aims_.baseline;
    }
    return line.between(period.first().day_number() - 1, period.last().day_number()).exact();
  }

  static Period base_period(const Aim& aim) {
    if (const auto named = try_parse_period(aim.target.baseline)) return *named;
    return Period::year(aim.period.first().year() - 1);
  }

  static const Figure* figure_at(const std::vector<Figure>& figures, std::int32_t last,
                                 bool is_cumulated, std::optional<std::int32_t> first = {}) {
    const Figure* best = nullptr;
    for (const Figure& one : figures) {
      const bool fits = one.last == last && (one.basis != Basis::period) == is_cumulated &&
                        (!first || begin_of(one) == *first);
      if (fits && (best == nullptr || begin_of(one) > begin_of(*best))) best = &one;
    }
    return best;
  }

  /// A level, a ratio, a rank: the last value, not a sum.
  void level(const std::vector<Figure>& figures) {
    std::optional<std::int32_t> last;
    for (const Figure& one : figures) {
      if (one.last <= options_.as_of.day_number())
        last = std::max(last.value_or(one.last), one.last);
    }
    const Aim* aim = aim_on(aims_, last.value_or(options_.as_of.day_number()));
    show(aim);
    if (!last) return;
    const Figure* value = figure_at(figures, *last, false);
    const Figure* cumulated = figure_at(figures, *last, true);
    const Figure& judged = cumulated != nullptr ? *cumulated : *value;
    out_.last = day(*last);
    if (value != nullptr) out_.value = without_dust(value->value);
    if (value != nullptr) out_.first = day(value->first);
    if (cumulated != nullptr) {
      if (cumulated->basis == Basis::year) out_.start = day(begin_of(*cumulated) + 1);
      out_.cumulated = out_.cumulated_low = out_.cumulated_high = without_dust(cumulated->value);
    }
    if (judged.state == ValueState::estimated) out_.state = ValueState::estimated;
    const bool by_period = aims_.measure == MeasureKind::ratio;
    const Figure* before =
        figure_at(figures, memo_.of(*last).earlier[1], cumulated != nullptr,
                  by_period ? std::optional(year_earlier(begin_of(judged))) : std::nullopt);
    if (before != nullptr) out_.last_year = without_dust(before->value);
    compare(without_dust(judged.value));
    if (aim == nullptr) return;
    const std::optional<double> base = level_base(*aim, figures);
    const std::optional<Aim> reached = against(*aim, base, aims_.measure);
    if (!reached) return;
    show(&*reached);
    const bool is_over = *last >= aim->period.last().day_number();
    const Start start = aim->is_change ? Start{base_period(*aim).last().day_number(), base}
                                       : start_before(aims_, *aim);
    Evidence evidence{{judged.value, judged.value}, {}, start.value, false, is_over, false};
    const std::optional<double> expected =
        on_line(start, reached->period.last().day_number(), reached->value, *last);
    settle(*reached, evidence, expected, expected ? ExpectedWay::linear : ExpectedWay::none,
           judged.value);
    if (aim->is_change) out_.percent.reset();
    if (aim->is_change) percent_of_change(base, reached->value);
  }

  std::optional<double> level_base(const Aim& aim, const std::vector<Figure>& figures) const {
    const Period period = base_period(aim);
    if (aims_.baseline && (!aims_.baseline_period || *aims_.baseline_period == period)) {
      return aims_.baseline;
    }
    const Figure* one = figure_at(figures, period.last().day_number(), false);
    return one == nullptr ? std::nullopt : std::optional(one->value);
  }

  /// The change against last year: per cent of an amount, points of a ratio, places of a rank.
  void compare(std::optional<double> now) {
    if (!now || !out_.last_year) return;
    if (aims_.measure == MeasureKind::ratio) {
      out_.change = without_dust(*now - *out_.last_year);
      out_.change_unit = "điểm %";
    } else if (aims_.measure == MeasureKind::rank) {
      out_.change = *now - *out_.last_year;
      out_.change_unit = aims_.unit;
    } else if (*out_.last_year > 0) {
      out_.change = without_dust((*now / *out_.last_year - 1) * 100);
      out_.change_unit = "%";
    }
  }

  void settle(const Aim& reached, Evidence& evidence, std::optional<double> expected,
              ExpectedWay way, std::optional<double> amount) {
    evidence.expected = expected;
    out_.expected = expected ? std::optional(without_dust(*expected)) : std::nullopt;
    out_.way = way;
    if (amount && expected) out_.gap = without_dust(*amount - *expected);
    const bool can_part = amount && reached.value != 0 && aims_.measure != MeasureKind::rank &&
                          aims_.measure != MeasureKind::yes_no && !evidence.is_between;
    if (can_part) out_.percent = without_dust(*amount / reached.value * 100);
    out_.status = verdict(reached, evidence, options_.bands);
  }

  void percent_of_change(std::optional<double> base, double reached) {
    const std::optional<double> now = out_.cumulated ? out_.cumulated : out_.value;
    if (!base || !now || reached == *base) return;
    out_.percent = without_dust((*now - *base) / (reached - *base) * 100);
  }

  const Aims& aims_;
  const MonitorOptions& options_;
  DayMemo& memo_;
  Standing out_;
};

}  // namespace

Standing standing_of_places(const Aims& aims, const std::string& place,
                            const std::vector<KnownPlace>& parts, const MonitorOptions& options,
                            DayMemo& memo, std::vector<PlaceContribution>& contributions) {
  const std::size_t before = contributions.size();
  Standing standing = StandingMaker(aims, options, memo).run(parts, contributions);
  standing.place = place;
  for (std::size_t i = before; i < contributions.size(); ++i) contributions[i].place = place;
  return standing;
}

Standing standing_of(const Aims& aims, const KnownPlace& place, std::vector<Clash> clashes,
                     const MonitorOptions& options, DayMemo& memo,
                     std::vector<Contradiction>& contradictions) {
  StandingMaker maker(aims, options, memo);
  if (place.line != nullptr) {
    clashes.insert(clashes.end(), place.line->clashes().begin(), place.line->clashes().end());
  }
  Standing standing =
      place.line == nullptr ? maker.run(*place.figures, clashes) : maker.run(*place.line);
  standing.place = *place.name;
  name_clashes(aims, *place.name, clashes, options, contradictions);
  return standing;
}

}  // namespace sauro::inline v0_1::detail
