#include "sauro/reading/read_framework.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "reading/cell_text.hpp"
#include "reading/criterion_rows.hpp"
#include "reading/criterion_tree.hpp"
#include "reading/open_source.hpp"
#include "reading/rule_cases.hpp"
#include "reading/rule_draft.hpp"

namespace sauro::inline v0_1 {
namespace {

/// "x_1_2" of the criterion 1.2.
std::string variable_name(const std::string& code) {
  std::string name = "x_" + code;
  std::replace(name.begin(), name.end(), '.', '_');
  return name;
}

/// Makes the framework out of the rows of a document.
class Drafter {
 public:
  explicit Drafter(const detail::Source& source) : source_(source) {}

  FrameworkDraft run(const std::string& id) {
    detail::CriterionRows rows = detail::criterion_rows(source_);
    tree_ = detail::criterion_tree(source_, std::move(rows.rows));
    if (tree_.nodes.empty()) {
      throw ValidationError(
          ErrorCode::framework_invalid, "",
          detail::say("không có bảng tiêu chí: cần một bảng có cột “Tiêu chí” và “Điểm tối "
                      "đa” hoặc “Cách tính điểm”, mỗi tiêu chí có số thứ tự",
                      "there is no table of criteria: one with a column of criteria and one of "
                      "points or of how they "
                      "are counted, a number for each criterion"));
    }
    draft_.problems = std::move(tree_.problems);
    for (detail::CriterionNode& node : tree_.nodes) {
      if (node.has_parts) {
        node.criterion.note = detail::one_line(node.words);
      } else {
        draft_rule(node);
      }
    }
    const double sum = add_maxima();
    if (rows.is_assessed) draft_.points = assessed();
    Criterion total;
    total.max = tree_.total.value_or(sum);
    std::vector<Criterion> criteria;
    for (detail::CriterionNode& node : tree_.nodes) criteria.push_back(std::move(node.criterion));
    FrameworkHead head;
    head.id = id;
    draft_.framework = Framework(std::move(head), std::move(total), std::move(criteria),
                                 std::move(variables_), {});
    return std::move(draft_);
  }

 private:
  void draft_rule(detail::CriterionNode& node) {
    Criterion& one = node.criterion;
    detail::RuleCases words = detail::rule_cases(node.words);
    if (!one.max) {
      one.max = greatest_of(words).value_or(0);
      const Bilingual missing =
          detail::say("không có điểm tối đa; lấy điểm cao nhất của các trường hợp",
                      "there is no maximum; the most that a case gives is taken");
      draft_.problems.push_back({ErrorCode::framework_invalid, one.code, missing.vi, missing.en});
    }
    if (node.is_penalty || *one.max < 0) take_off(one);
    const std::string name = variable_name(one.code);
    detail::DraftedRule drafted;
    if (node.is_mixed) {
      drafted.why_not = detail::say("các dòng không có số thứ tự có cách tính riêng",
                                    "rows without a number have rules of their own");
    } else {
      drafted = detail::drafted_rule(std::move(words), *one.max, name, one.title.vi);
    }
    RuleDraft said{one.code, RuleState::read, node.words, {}, {}, source_.span(node.row.place)};
    if (std::holds_alternative<std::monostate>(drafted.rule)) {
      said.state = RuleState::unread;
      said.why = std::move(drafted.why_not.vi);
      said.why_en = std::move(drafted.why_not.en);
      one.note = detail::one_line(node.words);
      Variable points;
      points.name = name;
      points.title = one.title;
      points.unit = "điểm";
      points.low = one.min;
      points.high = one.max;
      drafted.variables = {std::move(points)};
      drafted.rule = ValueRule{Expression::parse(name)};
    }
    one.rule = std::move(drafted.rule);
    for (Variable& variable : drafted.variables) variables_.push_back(std::move(variable));
    draft_.rules.push_back(std::move(said));
  }

  /// 5 points of a penalty are at most taken off.
  static void take_off(Criterion& one) {
    one.min = -std::fabs(*one.max);
    one.max = 0;
  }

  /// The most points that a case gives.
  static std::optional<double> greatest_of(const detail::RuleCases& words) {
    std::optional<double> most;
    for (const detail::RuleCase& one : words.cases) {
      if (one.points) most = std::max(most.value_or(*one.points), *one.points);
    }
    return most;
  }

  /// Gives groups without points of their own those of their parts, the deepest first; returns
  /// those of all.
  double add_maxima() {
    std::unordered_map<std::string, double> of;
    for (auto node = tree_.nodes.rbegin(); node != tree_.nodes.rend(); ++node) {
      Criterion& one = node->criterion;
      if (!one.max) one.max = std::round(of[one.code] * 1e9) / 1e9;
      if (node->is_penalty && node->has_parts) take_off(one);
      if (!one.outside) of[one.parent] += *one.max;
    }
    return std::round(of[""] * 1e9) / 1e9;
  }

  [[nodiscard]] Table assessed() const {
    std::vector<std::string> codes, titles, evidence;
    std::vector<double> maxima, self, appraised;
    for (const detail::CriterionNode& node : tree_.nodes) {
      codes.push_back(node.criterion.code);
      titles.push_back(node.criterion.title.vi);
      maxima.push_back(*node.criterion.max);
      self.push_back(detail::points_in(node.row.self).value_or(std::nan("")));
      appraised.push_back(detail::points_in(node.row.appraised).value_or(std::nan("")));
      evidence.push_back(detail::one_line(node.row.evidence));
    }
    return Table({Column::of("code", codes), Column::of("title", titles), Column::of("max", maxima),
                  Column::of("self", self), Column::of("appraised", appraised),
                  Column::of("evidence", evidence)});
  }

  const detail::Source& source_;
  detail::CriterionTree tree_;
  FrameworkDraft draft_;
  std::vector<Variable> variables_;
};

template <class Document>
FrameworkDraft draft_in(const Document& document, const ReadOptions& options,
                        const std::string& id) {
  FrameworkDraft draft;
  detail::open_source(document, options,
                      [&](const detail::Source& source) { draft = Drafter(source).run(id); });
  return draft;
}

}  // namespace

FrameworkDraft read_framework(const std::filesystem::path& path, const ReadOptions& options) {
  return draft_in(path, options, path.stem().string());
}

FrameworkDraft read_framework_text(std::string_view bytes, const ReadOptions& options) {
  return draft_in(bytes, options, "document");
}

}  // namespace sauro::inline v0_1
