#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "sauro/indicators/indicator_log.hpp"
#include "sauro/monitoring/monitor.hpp"
#include "monitoring/dust.hpp"

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

/// The day after which a cumulated figure begins to count.
std::int32_t begin_of_cumulated(const Figure& figure);

/// The day after which a figure begins to count.
inline std::int32_t begin_of(const Figure& figure) {
  return figure.basis == Basis::period ? figure.first - 1 : begin_of_cumulated(figure);
}

/// The amounts of a flow through time.
///
/// Each figure says how much came between two days; so months, quarters and cumulated values are
/// one thing, and what comes between two days follows wherever a chain of figures joins them.
/// Figures of single periods decide before those that sum them up. Where each period follows the
/// one before, as months do, days and amounts are all that is kept of them.
class FlowLine {
 public:
  /// Of each period one figure, in any order.
  FlowLine(std::span<const Figure> figures, const MonthBounds& month);

  /// What came after the day `from` up to the day `to`; a range where a hole is in it.
  [[nodiscard]] AmountRange between(std::int32_t from, std::int32_t to) const;
  /// By how much that may be off where it is exact, for its figures, which it was made of, are
  /// rounded.
  [[nodiscard]] double slack(std::int32_t from, std::int32_t to,
                             std::span<const Figure> figures) const;
  /// The last day up to `to` that a figure ends on.
  [[nodiscard]] std::optional<std::int32_t> last_day(std::int32_t to) const;
  /// The day after which the last period before `last` ends or this one begins.
  [[nodiscard]] std::optional<std::int32_t> day_before(std::int32_t last) const;
  /// Whether an estimate is part of what came between two days.
  [[nodiscard]] bool is_estimated(std::int32_t from, std::int32_t to) const;
  [[nodiscard]] const std::vector<Clash>& clashes() const { return clashes_; }

 private:
  /// What a day has of the tree of joined days; without a tree all days hang below the first.
  struct Link {
    std::size_t above = 0;
    double slack = 0;  ///< by which the amount since the day above may be off
  };
  struct Root {
    std::size_t node = 0;
    double amount = 0;
    double slack = 0;
  };

  [[nodiscard]] std::optional<std::size_t> node_of(std::int32_t day) const;
  [[nodiscard]] bool are_joined(std::int32_t from, std::int32_t to) const;
  [[nodiscard]] Root root_of(std::size_t node) const;
  [[nodiscard]] bool is_a_chain() const { return links_.empty(); }
  static bool is_chain(std::span<const Figure> figures);
  void take_chain(std::span<const Figure> figures);
  void take_tree(std::span<const Figure> figures);
  Root flattened_root_of(std::size_t node);
  void join(const Figure& figure);
  [[nodiscard]] std::vector<Figure> parts_of(const Figure& figure) const;
  [[nodiscard]] std::optional<double> bound(std::int32_t from, std::int32_t to, bool most) const;

  MonthBounds month_;
  std::vector<std::int32_t> days_;            ///< at whose ends something is known, by time
  std::vector<double> amounts_;               ///< by day, since the one above
  double nodes_a_day_ = 0;                    ///< of days as far from each other as the next
  std::vector<std::int32_t> estimated_ = {};  ///< last days of the estimates of a chain
  std::vector<Link> links_ = {};              ///< by day; none of a chain
  std::vector<Figure> figures_ = {};  ///< that join days of a tree, or of a chain with bounds
  std::vector<Clash> clashes_ = {};
  std::vector<std::size_t> way_ = {};  ///< of flattened_root_of
};

}  // namespace sauro::inline v0_1::detail
