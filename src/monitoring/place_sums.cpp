#include "monitoring/place_sums.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "sauro/core/error.hpp"
#include "sauro/text/units.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Levels that count something add; averages and shares of others don't.
bool adds_over_places(const Aims& aims) {
  const std::string dimension = read_unit(aims.unit).dimension;
  return aims.measure == MeasureKind::level && !dimension.starts_with("percent") &&
         dimension.find('/') == std::string::npos && !aims.is_mean;
}

}  // namespace

std::map<std::string, std::vector<std::string>> places_below(const Parents& parents) {
  std::set<std::string, std::less<>> inner;
  for (const auto& [place, parent] : parents) inner.insert(parent);
  std::map<std::string, std::vector<std::string>> below;
  std::vector<Problem> problems;
  for (const auto& [place, parent] : parents) {
    std::size_t depth = 0;
    for (auto at = parents.find(place); at != parents.end() && depth <= parents.size(); ++depth) {
      if (!inner.contains(place)) below[at->second].push_back(place);
      at = parents.find(at->second);
    }
    if (depth <= parents.size()) continue;
    const Bilingual text = say("nơi “{}” nằm trong chính nó", "\"{}\" is below itself", place);
    problems.push_back({ErrorCode::invalid_option, "parents", text.vi, text.en});
  }
  if (!problems.empty()) throw ValidationError(std::move(problems));
  return below;
}

std::vector<Figure> joint_figures(const Aims& aims, const std::vector<PlaceFigures>& places) {
  struct Joint {
    Figure sum;
    std::size_t places = 0;
    double part = 0;
    double whole = 0;
  };
  std::map<std::pair<std::int32_t, std::int32_t>, Joint> periods;
  for (const PlaceFigures& one : places) {
    for (const Figure& figure : one.figures) {
      const auto [found, is_new] =
          periods.try_emplace({begin_of(figure), figure.last}, Joint{figure, 0, 0, 0});
      Joint& joint = found->second;
      if (!is_new) {
        joint.sum.value += figure.value;
        joint.sum.known = std::max(joint.sum.known, figure.known);
        if (figure.state == ValueState::estimated) joint.sum.state = figure.state;
      }
      joint.part += figure.part;
      joint.whole += figure.whole;
      ++joint.places;
    }
  }
  const bool adds = adds_over_places(aims);
  std::vector<Figure> figures;
  for (const auto& [period, joint] : periods) {
    const double ratio = joint.part / joint.whole;
    const bool is_ratio = aims.measure == MeasureKind::ratio && ratio == ratio;
    if (joint.places < places.size() || (!adds && !is_ratio)) continue;
    figures.push_back(joint.sum);
    if (is_ratio) figures.back().value = ratio * (aims.unit.starts_with('%') ? 100 : 1);
  }
  return figures;
}

AmountRange FlowSum::between(std::int32_t from, std::int32_t to) const {
  AmountRange sum{0, 0};
  for (const FlowLine& line : lines_) {
    const AmountRange one = line.between(from, to);
    sum.low = sum.low && one.low ? std::optional(*sum.low + *one.low) : std::nullopt;
    sum.high = sum.high && one.high ? std::optional(*sum.high + *one.high) : std::nullopt;
  }
  if (sum.low) sum.low = without_dust(*sum.low);
  if (sum.high) sum.high = without_dust(*sum.high);
  return sum;
}

std::optional<std::int32_t> FlowSum::last_day(std::int32_t to) const {
  std::optional<std::int32_t> last;
  for (const FlowLine& line : lines_) last = std::max(last, line.last_day(to));
  return last;
}

std::optional<std::int32_t> FlowSum::day_before(std::int32_t last) const {
  std::optional<std::int32_t> before;
  for (const FlowLine& line : lines_) before = std::max(before, line.day_before(last));
  return before;
}

bool FlowSum::is_estimated(std::int32_t from, std::int32_t to) const {
  return std::any_of(lines_.begin(), lines_.end(),
                     [&](const FlowLine& line) { return line.is_estimated(from, to); });
}

}  // namespace sauro::inline v0_1::detail
