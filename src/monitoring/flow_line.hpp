#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "sauro/indicators/indicator_log.hpp"
#include "sauro/monitoring/monitor.hpp"

namespace sauro::inline v0_1::detail {

/// A figure of one indicator at one place, in the indicator's unit.
struct Figure {
  std::int32_t first = 0;
  std::int32_t last = 0;
  double value = 0;
  Basis basis = Basis::period;
  ValueState state = ValueState::done;
  std::int32_t known = 0;
  double part = std::numeric_limits<double>::quiet_NaN();   ///< numerator of a ratio
  double whole = std::numeric_limits<double>::quiet_NaN();  ///< its denominator
};

/// Two figures that can't both be right; of one period, or one against the sum of others.
struct Clash {
  Figure figure;
  double other = 0;
  std::vector<Figure> parts;  ///< that decide; one more than are named where there are many
};
inline constexpr std::size_t most_parts = 12;

/// The least and the most of an amount; nothing where there is no bound.
struct AmountRange {
  std::optional<double> low = {};
  std::optional<double> high = {};

  [[nodiscard]] std::optional<double> exact() const { return low == high ? low : std::nullopt; }
};

/// A value without the last digits, in which sums of decimals differ by the order of their parts.
double without_dust(double value);

/// The amounts of a flow through time.
///
/// Each figure says how much came between two days; so months, quarters and cumulated values are
/// one thing, and what comes between two days follows wherever a chain of figures joins them.
/// Figures of single periods decide before those that sum them up.
class FlowLine {
 public:
  /// Of each period one figure; they are sorted.
  FlowLine(std::vector<Figure> figures, const MonthBounds& month);

  /// What came after the day `from` up to the day `to`; a range where a hole is in it.
  [[nodiscard]] AmountRange between(std::int32_t from, std::int32_t to) const;
  /// By how much that may be off where it is exact, for its figures are rounded.
  [[nodiscard]] double slack(std::int32_t from, std::int32_t to) const;
  /// The last day up to `to` that a figure ends on.
  [[nodiscard]] std::optional<std::int32_t> last_day(std::int32_t to) const;
  /// The day after which the last period before `last` ends or this one begins.
  [[nodiscard]] std::optional<std::int32_t> day_before(std::int32_t last) const;
  /// Whether an estimate is part of what came between two days.
  [[nodiscard]] bool is_estimated(std::int32_t from, std::int32_t to) const;
  [[nodiscard]] const std::vector<Clash>& clashes() const { return clashes_; }

 private:
  /// A day at whose end something is known, and its place in the tree of joined days.
  struct Node {
    std::int32_t day = 0;
    std::size_t above = 0;
    double amount = 0;  ///< since the node above
    double slack = 0;   ///< by which that may be off, for its figures are rounded
  };
  struct Root {
    std::size_t node = 0;
    double amount = 0;
    double slack = 0;
  };

  [[nodiscard]] std::optional<std::size_t> node_of(std::int32_t day) const;
  [[nodiscard]] bool are_joined(std::int32_t from, std::int32_t to) const;
  [[nodiscard]] Root root_of(std::size_t node) const;
  static bool is_chain(const std::vector<Figure>& figures);
  void take_chain(std::vector<Figure> figures);
  Root flattened_root_of(std::size_t node);
  void join(const Figure& figure);
  void name_parts();
  [[nodiscard]] std::vector<Figure> parts_of(const Figure& figure) const;
  [[nodiscard]] std::optional<double> bound(std::int32_t from, std::int32_t to, bool most) const;

  std::vector<Figure> figures_;   ///< those that hold, by their last day
  std::vector<Node> nodes_;       ///< by day
  std::vector<std::size_t> way_;  ///< while they are joined
  MonthBounds month_;
  std::vector<Clash> clashes_;
};

/// The day before a figure's amount begins to count.
std::int32_t begin_of(const Figure& figure);

/// Leaves one figure a period: the latest known, a real one before an estimate, a revised one
/// before another of the same day. Two that differ and are as good are a clash, and neither holds.
std::vector<Figure> best_figures(std::vector<Figure> figures, std::vector<Clash>& clashes);

/// Figures of a level for one day: what there is then is the same whether it is called cumulated or
/// not; others are a clash.
void compare_bases(const std::vector<Figure>& figures, std::vector<Clash>& clashes);

}  // namespace sauro::inline v0_1::detail
