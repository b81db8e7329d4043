// Gaps and overlaps of decision tables: the ends of all conditions cut each input into pieces,
// and every combination of pieces is held against the rows.

#include <algorithm>
#include <cmath>

#include "core/say.hpp"
#include "index/framework_check.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t most_cells = 20'000;
constexpr std::size_t most_named = 8;

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

bool takes_whole_numbers(const Variable* variable) {
  return variable != nullptr &&
         (variable->kind == VariableKind::count || variable->kind == VariableKind::yes_no ||
          variable->kind == VariableKind::choice || variable->kind == VariableKind::date);
}

Interval domain_of(const TableRule& rule, std::size_t k, const Variable* variable) {
  if (k < rule.domain.size() && !rule.domain[k].is_all()) return rule.domain[k];
  Interval domain;
  if (variable == nullptr) return domain;
  if (variable->low) domain.low = *variable->low;
  if (variable->high) domain.high = *variable->high;
  return domain;
}

bool has_whole_number(const Interval& piece) {
  if (!std::isfinite(piece.low) || !std::isfinite(piece.high)) return true;
  const double first = piece.low_open ? std::floor(piece.low) + 1 : std::ceil(piece.low);
  return piece.high_open ? first < piece.high : first <= piece.high;
}

std::vector<Interval> pieces_of(const TableRule& rule, std::size_t k, const Variable* variable) {
  const Interval domain = domain_of(rule, k, variable);
  std::vector<End> ends = {{domain.low, domain.low_open}, {domain.high, !domain.high_open}};
  for (const TableRule::Row& row : rule.rows) {
    const Interval when = row.when[k].intersect(domain);
    if (when.is_empty()) continue;
    ends.push_back({when.low, when.low_open});
    ends.push_back({when.high, !when.high_open});
  }
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  std::vector<Interval> pieces;
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    const Interval piece = between(ends[i], ends[i + 1]);
    if (piece.is_empty() || (takes_whole_numbers(variable) && !has_whole_number(piece))) continue;
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
  return std::any_of(rule.rows.begin(), rule.rows.end(),
                     [k](const TableRule::Row& row) { return row.when[k].days; });
}

/// "x in [15, 20) and y in 3"
Bilingual cell_text(const TableRule& rule, const std::vector<Interval>& cell) {
  Bilingual text;
  for (std::size_t k = 0; k < cell.size(); ++k) {
    Interval shown = cell[k];
    shown.days = uses_days(rule, k);
    if (shown.is_all() && cell.size() > 1) continue;
    const Bilingual part{
        rule.of[k].text() + " " + shown.to_vietnamese(),
        rule.of[k].text() + " in " + (shown.is_all() ? "(-inf, inf)" : shown.to_string())};
    text = text.vi.empty() ? part : say("{} và {}", "{} and {}", text, part);
  }
  return text;
}

}  // namespace

TableFlaws table_flaws(const TableRule& rule, const std::vector<const Variable*>& variables) {
  TableFlaws flaws;
  std::vector<std::vector<Interval>> pieces;
  std::size_t cells = 1;
  for (std::size_t k = 0; k < rule.of.size(); ++k) {
    pieces.push_back(pieces_of(rule, k, variables[k]));
    cells *= pieces.back().size();
    if (cells > most_cells) {
      flaws.gaps.push_back(say("quá nhiều tổ hợp để kiểm tra: hãy đơn giản hóa bảng",
                               "too many combinations to check: simplify the table"));
      return flaws;
    }
  }
  std::vector<Interval> cell(rule.of.size());
  for (std::size_t at = 0; at < cells; ++at) {
    std::size_t rest = at;
    for (std::size_t k = rule.of.size(); k-- > 0;) {
      cell[k] = pieces[k][rest % pieces[k].size()];
      rest /= pieces[k].size();
    }
    std::vector<std::size_t> hits;
    for (std::size_t r = 0; r < rule.rows.size(); ++r) {
      bool holds = true;
      for (std::size_t k = 0; k < cell.size(); ++k) {
        holds = holds && rule.rows[r].when[k].contains(inside(cell[k]));
      }
      if (holds) hits.push_back(r);
    }
    const bool needs_one = rule.hit == HitPolicy::unique || rule.hit == HitPolicy::first;
    if (hits.empty() && needs_one && flaws.gaps.size() < most_named) {
      flaws.gaps.push_back(
          say("không dòng nào ứng với {}", "no row holds for {}", cell_text(rule, cell)));
    }
    if (hits.size() > 1 && rule.hit == HitPolicy::unique && flaws.overlaps.size() < most_named) {
      flaws.overlaps.push_back(say("nhiều dòng cùng ứng với {} (dòng {} và {})",
                                   "several rows hold for {} (rows {} and {})",
                                   cell_text(rule, cell), hits[0] + 1, hits[1] + 1));
    }
  }
  return flaws;
}

}  // namespace sauro::inline v0_1::detail
