#include "monitoring/indicator_parts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "sauro/text/numbers.hpp"
#include "sauro/text/units.hpp"
#include "plan/part_kinds.hpp"
#include "text/half_digit.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// What a part says for a figure of its whole.
struct Said {
  double amount = 0;
  double slack = 0;
};

/// The figures of one part at one place.
class PartAt {
 public:
  PartAt(const Indicator& part, const std::vector<Figure>& figures, double factor, bool is_flow)
      : name(part.name), overlaps(is_in_others(part)), factor_(factor), figures_(figures) {
    if (is_flow) line_.emplace(figures, MonthBounds{});
    for (const Figure& one : figures) levels_[{one.last, one.basis}] = one.value;
  }

  [[nodiscard]] std::optional<Said> said_for(const Figure& whole) const {
    if (!line_) {
      const auto found = levels_.find({whole.last, whole.basis});
      if (found == levels_.end()) return std::nullopt;
      return Said{found->second * factor_, half_digit(found->second) * std::abs(factor_)};
    }
    const std::int32_t begin = begin_of(whole);
    const std::optional<double> amount = line_->between(begin, whole.last).exact();
    if (!amount) return std::nullopt;
    return Said{*amount * factor_, line_->slack(begin, whole.last, figures_) * std::abs(factor_)};
  }

  std::string_view name;
  bool overlaps;

 private:
  double factor_;
  const std::vector<Figure>& figures_;
  std::optional<FlowLine> line_ = {};
  std::map<std::pair<std::int32_t, Basis>, double> levels_ = {};
};

/// Holds one figure against what the parts say; parts that make the whole against it together.
class FigureCheck {
 public:
  FigureCheck(const Figure& whole, bool make_it) : whole_(whole), make_it_(make_it) {
    slack_ = half_digit(whole.value) + 1e-9;
  }

  void take(const PartAt& part) {
    const std::optional<Said> said = part.said_for(whole_);
    const bool is_in_sum = make_it_ && !part.overlaps;
    if (is_in_sum && !said) is_known_ = false;
    if (!said) return;
    const std::string figure = std::string(part.name) + ": " + official_number(said->amount);
    if (is_in_sum) {
      sum_ += said->amount;
      slack_ += said->slack;
      names_ += (names_.empty() ? "" : " + ") + figure;
      ++summed_;
    } else if (said->amount > whole_.value + said->slack + half_digit(whole_.value) + 1e-9) {
      larger_.push_back({without_dust(said->amount), figure});
    }
  }

  /// Each other amount with the parts that decide.
  [[nodiscard]] std::vector<std::pair<double, std::string>> others() const {
    std::vector<std::pair<double, std::string>> all = larger_;
    const bool is_off = std::abs(sum_ - whole_.value) > slack_;
    if (summed_ > 0 && is_known_ && is_off) all.emplace_back(without_dust(sum_), names_);
    return all;
  }

 private:
  const Figure& whole_;
  bool make_it_;
  bool is_known_ = true;
  int summed_ = 0;
  double sum_ = 0;
  double slack_ = 0;
  std::string names_ = {};
  std::vector<std::pair<double, std::string>> larger_ = {};
};

}  // namespace

IndicatorParts::IndicatorParts(const std::vector<Indicator>& indicators,
                               const std::vector<Aims>& aims, const LogGroups& values,
                               const Date& as_of)
    : indicators_(indicators),
      aims_(aims),
      values_(values),
      as_of_(as_of.day_number()),
      below_(indicators.size()) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < indicators.size(); ++i) places.emplace(indicators[i].id, i);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const auto whole = places.find(indicators[i].parent);
    if (whole != places.end() && whole->second != i) below_[whole->second].push_back(i);
  }
}

bool IndicatorParts::adds(std::size_t indicator) const {
  const Aims& aims = aims_[indicator];
  return aims.measure == MeasureKind::flow || adds_over_places(aims);
}

/// Those that count the same thing.
std::vector<IndicatorParts::Part> IndicatorParts::parts_of(std::size_t whole) const {
  std::vector<Part> parts;
  for (const std::size_t i : below_[whole]) {
    const auto factor = try_convert_unit(1, aims_[i].unit, aims_[whole].unit);
    if (!factor || aims_[i].measure != aims_[whole].measure) continue;
    std::vector<std::vector<Clash>> clashes;         // are named where the part stands itself
    std::vector<Contradiction> contradictions = {};  // the same
    parts.push_back({&indicators_[i], *factor, values_.figures_of(i, clashes, contradictions)});
  }
  return parts;
}

void IndicatorParts::hold_against(std::size_t indicator, const std::vector<PlaceFigures>& known,
                                  std::vector<Contradiction>& contradictions) const {
  if (known.empty() || !has_parts(indicator)) return;
  const std::vector<Part> parts = parts_of(indicator);
  std::vector<const Indicator*> all;
  for (const std::size_t i : below_[indicator]) all.push_back(&indicators_[i]);
  // a part that counts something else is none of the sum, and then it can't be the whole
  const bool make_it =
      parts.size() == all.size() && parts_kind(indicators_[indicator], all) == PartsKind::all;
  const bool is_flow = aims_[indicator].measure == MeasureKind::flow;
  const std::vector<Figure> none;
  for (const PlaceFigures& place : known) {
    std::vector<PartAt> here;
    for (const Part& part : parts) {
      const auto own = std::lower_bound(
          part.figures.begin(), part.figures.end(), place.place,
          [](const PlaceFigures& one, const std::string& at) { return one.place < at; });
      const bool is_there = own != part.figures.end() && own->place == place.place;
      here.emplace_back(*part.indicator, is_there ? own->figures : none, part.factor, is_flow);
    }
    for (const Figure& figure : place.figures) {
      if (figure.last > as_of_ || figure.state == ValueState::estimated) continue;
      FigureCheck check(figure, make_it);
      for (const PartAt& part : here) check.take(part);
      for (const auto& [other, names] : check.others()) {
        contradictions.push_back({indicators_[indicator].id, place.place,
                                  Date::from_day_number(figure.first),
                                  Date::from_day_number(figure.last), figure.value, other, names});
      }
    }
  }
}

}  // namespace sauro::inline v0_1::detail
