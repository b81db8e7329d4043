#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "monitoring/flow_line.hpp"
#include "monitoring/horizons.hpp"

namespace sauro::inline v0_1::detail {

using Parents = std::map<std::string, std::string, std::less<>>;

/// The places below each place that is somebody's parent, at any depth, without those in between;
/// by name. Throws ValidationError(invalid_option) for places that are below themselves.
std::map<std::string, std::vector<std::string>> places_below(const Parents& parents);

/// The mergers that are in force on a day. Throws ValidationError(invalid_option) for those without
/// places, in a circle, and for a place that became part of two.
using Mergers = std::map<std::string, Merger, std::less<>>;
Mergers mergers_until(const Mergers& mergers, Date day);

/// The figures of a place.
struct PlaceFigures {
  std::string place;
  std::vector<Figure> figures;       ///< of each period one
  std::vector<PlaceFigures> before;  ///< those of the places that it was put together of
  std::int32_t merged_after = 0;     ///< their last day
};

/// Those of a place, out of those of all places by name, with those of the places that it was put
/// together of; none where it has none.
PlaceFigures figures_at(const std::vector<PlaceFigures>& known, const Mergers& mergers,
                        const std::string& place);
bool has_figures(const PlaceFigures& place);

/// Levels that count something add; averages and shares of others don't.
bool adds_over_places(const Aims& aims);

/// What an indicator that is no flow has in all of some places together: amounts add, a ratio is
/// that of its numerators and denominators. A period that one of them lacks has no figure.
std::vector<Figure> joint_figures(const Aims& aims, const std::vector<PlaceFigures>& places);

/// The figures of a place that was put together: its own, and before its first day those of its old
/// places together where it has none.
std::vector<Figure> figures_through(const Aims& aims, const PlaceFigures& place);

/// The amounts of a flow at a place, which may have been put together of others.
class PlaceLine {
 public:
  PlaceLine(std::span<const Figure> figures, const MonthBounds& month) : own_(figures, month) {}
  PlaceLine(const PlaceFigures& place, const MonthBounds& month);

  [[nodiscard]] AmountRange between(std::int32_t from, std::int32_t to) const {
    return before_.empty() ? own_.between(from, to) : between_sides(from, to);
  }
  [[nodiscard]] std::optional<std::int32_t> last_day(std::int32_t to) const;
  [[nodiscard]] std::optional<std::int32_t> day_before(std::int32_t last) const;
  [[nodiscard]] bool is_estimated(std::int32_t from, std::int32_t to) const;
  [[nodiscard]] const std::vector<Clash>& clashes() const { return own_.clashes(); }
  /// Old places without an exact amount between two days where it is theirs that is wanted.
  [[nodiscard]] std::vector<std::string> lacking(std::int32_t from, std::int32_t to) const;

 private:
  [[nodiscard]] AmountRange between_sides(std::int32_t from, std::int32_t to) const;

  FlowLine own_;
  std::vector<PlaceLine> before_ = {};
  std::vector<std::string> names_ = {};  ///< of those before
  std::int32_t merged_after_ = 0;
};

/// The amounts of a flow in several places together: a range where one of them has a hole.
class FlowSum {
 public:
  explicit FlowSum(std::vector<const PlaceLine*> lines) : lines_(std::move(lines)) {}
  explicit FlowSum(const std::vector<PlaceLine>& lines) {
    for (const PlaceLine& line : lines) lines_.push_back(&line);
  }

  [[nodiscard]] AmountRange between(std::int32_t from, std::int32_t to) const;
  [[nodiscard]] std::optional<std::int32_t> last_day(std::int32_t to) const;
  [[nodiscard]] std::optional<std::int32_t> day_before(std::int32_t last) const;
  [[nodiscard]] bool is_estimated(std::int32_t from, std::int32_t to) const;

 private:
  std::vector<const PlaceLine*> lines_;
};

}  // namespace sauro::inline v0_1::detail
