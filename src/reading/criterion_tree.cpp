#include "reading/criterion_tree.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "sauro/core/error.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/criterion_words.hpp"
#include "reading/rule_cases.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// How deep a number stands among those of other kinds: A, I, 1, 1.1, a.
int level_of(std::string_view number) {
  constexpr int letters = 1;
  constexpr int romans = 2;
  constexpr int figures = 3;
  constexpr int small_letters = 100;
  if (number.find_first_not_of("IVX") == std::string_view::npos) return romans;
  const char first = number.front();
  if (first >= 'A' && first <= 'Z' && number.size() == 1) return letters;
  if ((first >= 'a' && first <= 'z') || number == "đ") return small_letters;
  return figures + static_cast<int>(std::count(number.begin(), number.end(), '.'));
}

bool is_number(std::string_view text) {
  constexpr std::size_t longest = 24;
  if (text.empty() || text.size() > longest) return false;
  if (text == "đ") return true;
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return c == '.' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  const bool one_letter = text.size() == 1;
  const bool has_figure = text.find_first_of("0123456789") != std::string_view::npos;
  return plain &&
         (one_letter || has_figure || text.find_first_not_of("IVX") == std::string_view::npos);
}

/// "(1,5 điểm)" at the end of a title.
std::optional<double> take_points(std::string& title) {
  const std::size_t begin = title.rfind('(');
  if (begin == std::string::npos || begin == 0 || title.back() != ')') return std::nullopt;
  const std::string inside = title.substr(begin + 1, title.size() - begin - 2);
  if (!inside.ends_with("điểm")) return std::nullopt;
  const auto points = points_in(inside);
  if (points) title = std::string(trim(std::string_view(title).substr(0, begin)));
  return points;
}

class TreeBuilder {
 public:
  explicit TreeBuilder(const Source& source) : source_(source) {}

  void add(CriterionRow row) {
    const auto kind = criterion_row_kind(row.title);
    if (kind == CriterionRowKind::subtotal) return;
    if (kind == CriterionRowKind::total) {
      tree_.total = points_in(row.max);
      return;
    }
    if (is_number(row.number)) {
      criterion(std::move(row), kind);
    } else if (kind && points_in(row.max)) {  // "Điểm thưởng" without a number
      row.number = kind == CriterionRowKind::bonus ? "T" : "P";
      criterion(std::move(row), kind);
    } else {
      case_of_last(row);
    }
  }

  CriterionTree take() { return std::move(tree_); }

 private:
  struct Open {
    int level = 0;
    std::size_t node = 0;
    std::string number = {};
  };

  /// Whether what is open can hold a number: of 1.3.1 those above are 1.3, 1 and letters.
  static bool is_above(const Open& above, int level, const std::string& number) {
    if (above.level >= level) return false;
    const bool both_dotted = number.find('.') != std::string::npos && is_figure(above.number);
    return !both_dotted || number.starts_with(above.number + ".");
  }

  static bool is_figure(const std::string& number) {
    return number.front() >= '0' && number.front() <= '9';
  }

  void problem(const CriterionRow& row, Bilingual what) {
    tree_.problems.push_back({ErrorCode::framework_invalid, to_text(source_.span(row.place)),
                              std::move(what.vi), std::move(what.en)});
  }

  void criterion(CriterionRow row, std::optional<CriterionRowKind> kind) {
    const int level = level_of(row.number);
    while (!open_.empty() && !is_above(open_.back(), level, row.number)) open_.pop_back();
    CriterionNode node;
    Criterion& made = node.criterion;
    if (!open_.empty()) {
      CriterionNode& parent = tree_.nodes[open_.back().node];
      parent.has_parts = true;
      made.parent = parent.criterion.code;
      node.is_penalty = parent.is_penalty;
    }
    node.is_penalty = node.is_penalty || kind == CriterionRowKind::penalty;
    made.code = code_of(row.number);
    made.max = maximum_in(row);
    const auto in_title = take_points(row.title);
    if (!made.max) made.max = in_title;
    made.title.vi = row.title;
    made.outside = kind == CriterionRowKind::bonus || kind == CriterionRowKind::penalty;
    node.words = row.rule;
    open_.push_back({level, tree_.nodes.size(), row.number});
    node.row = std::move(row);
    tree_.nodes.push_back(std::move(node));
  }

  /// Points in the cell of the maximum; a problem where it holds something else.
  std::optional<double> maximum_in(const CriterionRow& row) {
    constexpr double most = 1e6;
    const auto points = points_in(row.max);
    if (points && std::fabs(*points) <= most) return points;
    if (!row.max.empty()) {
      problem(row, say("không hiểu điểm tối đa “{}”", "no maximum is read in \"{}\"", row.max));
    }
    return std::nullopt;
  }

  /// "1.2" below "1", "I.1" for a 1 below I.
  [[nodiscard]] std::string code_of(const std::string& number) const {
    if (open_.empty()) return number;
    const std::string& parent = tree_.nodes[open_.back().node].criterion.code;
    const std::string& above = open_.back().number;
    if (number.starts_with(above + ".")) return parent + number.substr(above.size());
    if (parent.empty() || number.starts_with(parent + ".")) return number;
    return parent + "." + number;
  }

  /// A row below a criterion: "Hoàn thành 100% | 1,5", or more words of its rule.
  void case_of_last(const CriterionRow& row) {
    const std::string words = row.title.empty() ? row.rule : row.title;
    if (tree_.nodes.empty()) {
      if (points_in(row.max)) {
        problem(row, say("dòng có điểm nhưng không có số thứ tự: \"{}\"",
                         "a row with points but without a number: \"{}\"", words));
      }
      return;
    }
    CriterionNode& last = tree_.nodes[open_.back().node];
    if (!last.words.empty()) last.words += '\n';
    last.words += words;
    const std::size_t colon = words.rfind(':');
    const bool said = colon != std::string::npos && points_in(words.substr(colon + 1));
    if (!said && points_in(row.max)) last.words += ": " + row.max;
    if (row.title.empty() || row.rule.empty()) return;
    last.words += "\n" + row.rule;
    last.is_mixed = last.is_mixed || points_in(row.max).has_value();
  }

  const Source& source_;
  CriterionTree tree_;
  std::vector<Open> open_;
};

}  // namespace

CriterionTree criterion_tree(const Source& source, std::vector<CriterionRow> rows) {
  TreeBuilder builder(source);
  for (CriterionRow& row : rows) {
    poll();
    builder.add(std::move(row));
  }
  return builder.take();
}

}  // namespace sauro::inline v0_1::detail
