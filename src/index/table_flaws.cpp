// Gaps and overlaps of decision tables: the ends of all conditions cut the first input into pieces;
// for each of them the rows that may hold there cut the next one.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include "core/poll.hpp"
#include "core/say.hpp"
#include "index/framework_check.hpp"
#include "index/variables.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_combinations = 1'000'000;  // of rows and pieces that are looked at
constexpr std::size_t most_named = 8;

using Rows = std::vector<std::size_t>;
/// What each row asks of one input.
using Cells = std::vector<std::vector<Interval>>;

/// Ends of conditions as points on the line: each number is a piece, and so is what lies between.
struct End {
  double value = 0;
  bool after = false;  ///< just above `value`
  friend auto operator<=>(const End&, const End&) = default;
};

Interval between(const End& from, const End& to) {
  return {from.value, to.value, from.after && std::isfinite(from.value),
          !to.after && std::isfinite(to.value), false};
}

/// Steps of a variable's values in 1: 1 for whole numbers, 100 for two decimals, 0 for any.
double steps_of(const Variable* variable) {
  if (variable == nullptr) return 0;
  if (range_of(*variable).whole) return 1;
  return variable->decimals ? std::pow(10.0, *variable->decimals) : 0;
}

Interval domain_of(const TableRule& rule, std::size_t k, const Variable* variable) {
  if (k < rule.domain.size() && !rule.domain[k].is_all()) return rule.domain[k];
  Interval domain;
  if (variable == nullptr) return domain;
  if (variable->low) domain.low = *variable->low;
  if (variable->high) domain.high = *variable->high;
  return domain;
}

/// Whether a value lies in a piece; ends are looked at to nine decimals, as values are.
bool has_step(const Interval& piece, double steps) {
  if (!std::isfinite(piece.low) || !std::isfinite(piece.high)) return true;
  const auto exact = [steps](double end) { return std::round(end * steps * 1e6) / 1e6; };
  const double low = exact(piece.low);
  const double high = exact(piece.high);
  const double first = piece.low_open ? std::floor(low) + 1 : std::ceil(low);
  return piece.high_open ? first < high : first <= high;
}

std::vector<Interval> pieces_of(const Cells& cells, const Interval& domain,
                                const Variable* variable, const Rows& rows) {
  std::vector<End> ends = {{domain.low, domain.low_open}, {domain.high, !domain.high_open}};
  for (const std::size_t row : rows) {
    for (const Interval& one : cells[row]) {
      const Interval when = one.intersect(domain);
      if (when.is_empty()) continue;
      ends.push_back({when.low, when.low_open});
      ends.push_back({when.high, !when.high_open});
    }
  }
  const double steps = steps_of(variable);
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  std::vector<Interval> pieces;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    const Interval piece = between(ends[i], ends[i + 1]);
    if (piece.is_empty() || (steps > 0 && !has_step(piece, steps))) continue;
    pieces.push_back(piece);
  }
  if (pieces.empty()) pieces.push_back(domain);
  return pieces;
}

/// A value inside a piece that stands for all of it.
double inside(const Interval& piece) {
  if (piece.low == piece.high) return piece.low;
  if (!std::isfinite(piece.low)) return std::isfinite(piece.high) ? piece.high - 1 : 0;
  if (!std::isfinite(piece.high)) return piece.low + 1;
  return piece.low + (piece.high - piece.low) / 2;
}

bool uses_days(const TableRule& rule, std::size_t k) {
  return std::any_of(rule.rows.begin(), rule.rows.end(), [k](const TableRule::Row& row) {
    const std::vector<Interval>& among = row.when[k].among;
    return std::any_of(among.begin(), among.end(), [](const Interval& one) { return one.days; });
  });
}

/// Goes over the inputs one by one; on the pieces of each only with the rows that may hold there.
class FlawFinder {
 public:
  FlawFinder(const TableRule& rule, const std::vector<const Variable*>& variables)
      : rule_(rule), variables_(variables), cell_(rule.of.size()) {
    for (std::size_t k = 0; k < rule.of.size(); ++k) {
      days_.push_back(uses_days(rule, k));
      Cells& cells = cells_.emplace_back();
      for (const TableRule::Row& row : rule.rows) {
        cells.push_back(row.when[k].intervals(values_of(variables[k])));
      }
    }
  }

  TableFlaws run() {
    Rows rows(rule_.rows.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (asks_for_one()) look(0, rows);
    if (looked_at_ > most_combinations) {
      flaws_.gaps.push_back(say(
          "bảng có hơn {} tổ hợp dòng và khoảng giá trị, không kiểm tra hết được: hãy tách bảng",
          "the table has more than {} combinations of rows and pieces, too many to check: "
          "split it",
          most_combinations));
    }
    return std::move(flaws_);
  }

 private:
  [[nodiscard]] bool asks_for_one() const {
    return rule_.hit == HitPolicy::unique ||
           (rule_.hit == HitPolicy::first && rule_.otherwise.is_empty());
  }
  [[nodiscard]] bool is_done() const {
    const bool overlaps_told =
        rule_.hit == HitPolicy::first || flaws_.overlaps.size() >= most_named;
    return looked_at_ > most_combinations || (flaws_.gaps.size() >= most_named && overlaps_told);
  }

  void look(std::size_t k, const Rows& rows) {
    const Interval domain = domain_of(rule_, k, variables_[k]);
    const std::vector<Interval> pieces = pieces_of(cells_[k], domain, variables_[k], rows);
    std::vector<Rows> begins(pieces.size());
    std::vector<Rows> ends(pieces.size() + 1);
    for (const std::size_t row : rows) {
      for (const Interval& when : cells_[k][row]) {
        const auto from =
            std::partition_point(pieces.begin(), pieces.end(), [&](const Interval& p) {
              return when.low_open ? inside(p) <= when.low : inside(p) < when.low;
            });
        const auto to = std::partition_point(
            from, pieces.end(), [&](const Interval& p) { return when.contains(inside(p)); });
        if (from == to) continue;
        begins[static_cast<std::size_t>(from - pieces.begin())].push_back(row);
        ends[static_cast<std::size_t>(to - pieces.begin())].push_back(row);
      }
    }
    std::set<std::size_t> holding;
    for (std::size_t i = 0; i < pieces.size() && !is_done(); ++i) {
      poll();
      for (const std::size_t row : ends[i]) holding.erase(row);
      holding.insert(begins[i].begin(), begins[i].end());
      cell_[k] = pieces[i];
      if (k + 1 == cell_.size()) {
        judge(holding);
      } else {
        looked_at_ += holding.size();
        look(k + 1, Rows(holding.begin(), holding.end()));
      }
    }
  }

  void judge(const std::set<std::size_t>& hits) {
    if (hits.empty() && rule_.otherwise.is_empty() && flaws_.gaps.size() < most_named) {
      flaws_.gaps.push_back(say("không dòng nào ứng với {}", "no row holds for {}", cell_text()));
    }
    if (hits.size() > 1 && rule_.hit == HitPolicy::unique && flaws_.overlaps.size() < most_named) {
      flaws_.overlaps.push_back(say("nhiều dòng cùng ứng với {} (dòng {} và {})",
                                    "several rows hold for {} (rows {} and {})", cell_text(),
                                    *hits.begin() + 1, *std::next(hits.begin()) + 1));
    }
  }

  /// "x in [15, 20) and y in 3"
  [[nodiscard]] Bilingual cell_text() const {
    Bilingual text;
    for (std::size_t k = 0; k < cell_.size(); ++k) {
      Interval shown = cell_[k];
      shown.days = days_[k];
      if (shown.is_all() && cell_.size() > 1) continue;
      const Bilingual part{
          rule_.of[k].text() + " " + shown.to_vietnamese(),
          rule_.of[k].text() + " in " + (shown.is_all() ? "(-inf, inf)" : shown.to_string())};
      text = text.vi.empty() ? part : say("{} và {}", "{} and {}", text, part);
    }
    return text;
  }

  const TableRule& rule_;
  const std::vector<const Variable*>& variables_;
  std::vector<Interval> cell_;
  std::vector<Cells> cells_;  ///< by input
  std::vector<bool> days_;
  TableFlaws flaws_;
  std::size_t looked_at_ = 0;
};

}  // namespace

TableFlaws table_flaws(const TableRule& rule, const std::vector<const Variable*>& variables) {
  return FlawFinder(rule, variables).run();
}

}  // namespace sauro::inline v0_1::detail
