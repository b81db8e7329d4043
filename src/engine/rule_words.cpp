// What rules and their cases say, in words for people.

#include <cmath>

#include "sauro/text/numbers.hpp"
#include "engine/lower.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string number(double value, bool vi) {
  return vi ? official_number(value) : plain_number(value);
}

std::string share(double value, bool vi) { return number(value * 100, vi) + " %"; }

std::string condition(const TableRule& rule, const TableRule::Row& row, bool vi) {
  std::string text;
  for (std::size_t k = 0; k < row.when.size(); ++k) {
    if (row.when[k].is_all()) continue;
    text += (text.empty() ? ""
             : vi         ? " và "
                          : " and ") +
            rule.of[k].text() + " " + (vi ? row.when[k].to_vietnamese() : row.when[k].to_string());
  }
  if (text.empty()) return vi ? "các trường hợp khác" : "otherwise";
  return text;
}

/// Says what a rule asks for; `band` >= 0 says which of its cases held.
class Words {
 public:
  Words(int band, bool vi) : band_(band), vi_(vi) {}

  std::string operator()(const std::monostate& /*none*/) const {
    return vi_ ? "cộng từ các tiêu chí thành phần" : "from its parts";
  }
  std::string operator()(const ValueRule& rule) const {
    return (vi_ ? "điểm đã cho: " : "points as given: ") + rule.of.text();
  }
  std::string operator()(const FormulaRule& rule) const {
    return (vi_ ? "công thức: " : "formula: ") + rule.points.text();
  }
  std::string operator()(const ChecklistRule& rule) const {
    const std::string count = std::to_string(rule.items.size());
    if (band_ < 0) {
      if (vi_) {
        return rule.all_or_nothing ? "đủ cả " + count + " nội dung; thiếu một nội dung: 0 điểm"
                                   : "cộng điểm từng nội dung trong " + count + " nội dung";
      }
      return rule.all_or_nothing ? "all of " + count + " items, else nothing"
                                 : "points for each of " + count + " items";
    }
    if (rule.all_or_nothing) {
      if (band_ > 0) return vi_ ? "đủ " + count + " nội dung" : "all " + count + " items met";
      return vi_ ? "thiếu ít nhất một nội dung" : "at least one item not met";
    }
    const std::string met = std::to_string(band_) + "/" + count;
    return vi_ ? "đạt " + met + " nội dung" : met + " items met";
  }
  std::string operator()(const TableRule& rule) const {
    const bool picks = rule.hit == HitPolicy::unique || rule.hit == HitPolicy::first;
    if (band_ >= 0 && picks) return row(rule, static_cast<std::size_t>(band_));
    if (band_ >= 0) {
      return std::to_string(band_) + (vi_ ? " dòng của bảng thỏa mãn" : " rows of the table hold");
    }
    std::string text;
    const std::size_t rows = rule.rows.size() + (rule.otherwise.is_empty() ? 0 : 1);
    for (std::size_t r = 0; r < rows; ++r) text += (r ? "; " : "") + row(rule, r);
    return text;
  }
  std::string operator()(const LinearRule& rule) const {
    if (band_ >= 0) return segment(rule, static_cast<std::size_t>(band_));
    std::string text = rule.of.text() + (vi_ ? ": theo đường thẳng " : ": along ");
    for (const auto& [x, y] : rule.knots) {
      text += (text.back() == ' ' ? "" : " → ") + knot(x, y);
    }
    return text;
  }
  std::string operator()(const RatioRule& rule) const {
    const std::string what = rule.of.text() + (rule.to.is_empty() ? "" : " / " + rule.to.text());
    if (band_ == 1) {
      return (vi_ ? "dưới ngưỡng " : "below the threshold of ") + share(rule.from, vi_) +
             (vi_ ? ": 0 điểm" : ": no points");
    }
    if (band_ == 2) {
      return (vi_ ? "đạt từ " : "reached ") + share(rule.full_at, vi_) +
             (vi_ ? ": điểm tối đa" : ": full points");
    }
    if (band_ == 3) return at_zero(rule);
    std::string text = (vi_ ? "tỷ lệ " : "in proportion to ") + what;
    if (rule.full_at != 1)
      text += (vi_ ? ", tối đa khi đạt " : ", full at ") + share(rule.full_at, vi_);
    if (rule.from > 0 && band_ < 0) {
      text += (vi_ ? ", dưới " : ", none below ") + share(rule.from, vi_) + (vi_ ? ": 0" : "");
    }
    return text;
  }
  std::string operator()(const TallyRule& rule) const {
    std::string text;
    for (const auto& term : rule.terms) {
      text += (text.empty() ? "" : "; ") + std::string(vi_ ? "mỗi " : "each ") + term.of.text() +
              (rule.deduct || term.each < 0 ? (vi_ ? " trừ " : " less ")
                                            : (vi_ ? " được " : " gives ")) +
              number(std::fabs(term.each), vi_);
    }
    if (band_ == 2) text += vi_ ? "; đã ở mức thấp nhất" : "; at least the minimum";
    if (band_ == 1) {
      text += rule.deduct ? (vi_ ? "; đã trừ hết" : "; nothing is left")
                          : (vi_ ? "; đã đạt tối đa" : "; at most the maximum");
    }
    return text;
  }
  std::string operator()(const ComparisonRule& rule) const {
    const std::string with = (vi_ ? " so với " : " against ") + rule.with.text();
    if (band_ >= 0) {
      static constexpr const char* vi[] = {"kém hơn", "bằng", "tốt hơn"};
      static constexpr const char* en[] = {"worse", "equal", "better"};
      return rule.of.text() + " " + (vi_ ? vi : en)[band_ > 2 ? 2 : band_] + with;
    }
    return rule.of.text() + with + ": " + (vi_ ? "tốt hơn " : "better ") +
           number(rule.better, vi_) + (vi_ ? "; bằng " : "; equal ") + number(rule.equal, vi_) +
           (vi_ ? "; kém hơn " : "; worse ") + number(rule.worse, vi_);
  }
  std::string operator()(const SlopesRule& rule) const {
    if (band_ == 0) return vi_ ? "chưa đạt mục tiêu" : "below the target";
    if (band_ == 1) {
      return vi_ ? "đạt mục tiêu, phần còn lại so với đơn vị tốt nhất"
                 : "target reached, the rest against the best unit";
    }
    return rule.of.text() + (vi_ ? ": đạt mục tiêu " : ": target ") + rule.target.text() +
           (vi_ ? " được " : " gives ") + share(rule.share_at_target, vi_);
  }
  std::string operator()(const BallotsRule& rule) const {
    std::string text = vi_ ? "bình quân phiếu: " : "mean of ballots: ";
    for (std::size_t i = 0; i < rule.answers.size(); ++i) {
      text +=
          (i ? ", " : "") + rule.answers[i].count.text() + " " + share(rule.answers[i].share, vi_);
    }
    return text;
  }
  std::string operator()(const IndexRule& rule) const {
    return rule.of.text() + (vi_ ? " × điểm tối đa / " : " times the maximum / ") +
           number(rule.out_of, vi_);
  }
  std::string operator()(const ChoiceRule& rule) const {
    std::string text = vi_ ? "chọn một trong: " : "one of: ";
    for (std::size_t i = 0; i < rule.among.size(); ++i) {
      text += (i ? " | " : "") + rule.among[i].name + ": " + std::visit(*this, rule.among[i].rule);
    }
    return text;
  }
  std::string operator()(const ScriptRule& rule) const {
    return (vi_ ? "chương trình " : "script ") + rule.name;
  }

 private:
  [[nodiscard]] std::string row(const TableRule& rule, std::size_t r) const {
    if (r >= rule.rows.size()) {
      if (rule.otherwise.is_empty()) return {};
      return (vi_ ? "các trường hợp khác: " : "otherwise: ") + rule.otherwise.text() +
             (vi_ ? " điểm" : " points");
    }
    return condition(rule, rule.rows[r], vi_) + ": " + rule.rows[r].points.text() +
           (vi_ ? " điểm" : " points");
  }
  [[nodiscard]] std::string knot(double x, double y) const {
    return "(" + number(x, vi_) + "; " + number(y, vi_) + ")";
  }
  /// The knots around a value that is above so many of them.
  [[nodiscard]] std::string segment(const LinearRule& rule, std::size_t above) const {
    const std::string of = rule.of.text() + ": ";
    if (above == 0) {
      const auto& [x, y] = rule.knots.front();
      return of + (vi_ ? "không quá mốc " : "up to ") + knot(x, y);
    }
    const auto& [x, y] = rule.knots[above - 1];
    if (above == rule.knots.size()) return of + (vi_ ? "trên mốc " : "above ") + knot(x, y);
    const auto& [next_x, next_y] = rule.knots[above];
    return of + (vi_ ? "theo đường thẳng " : "along ") + knot(x, y) + " → " + knot(next_x, next_y);
  }
  [[nodiscard]] std::string at_zero(const RatioRule& rule) const {
    const std::string none = vi_ ? "không phát sinh: " : "nothing to count: ";
    switch (rule.at_zero) {
      case AtZero::full:
        return none + (vi_ ? "điểm tối đa" : "full points");
      case AtZero::zero:
        return none + (vi_ ? "0 điểm" : "no points");
      case AtZero::not_applicable:
        return none + (vi_ ? "không áp dụng" : "not applicable");
      case AtZero::refuse:
        break;
    }
    return vi_ ? "mẫu số bằng 0" : "divides by zero";
  }

  int band_;
  bool vi_;
};

}  // namespace

namespace {

/// The cases of a rule, in the order of their numbers; those of a choice after the names of its
/// rules.
void add_cases(const Rule& rule, const std::string& before, bool vi,
               std::vector<std::string>& texts) {
  if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
    for (const Alternative& one : choice->among) {
      add_cases(one.rule, before + one.name + ": ", vi, texts);
    }
    return;
  }
  const int cases = case_count(rule);
  for (int band = 0; band < cases; ++band)
    texts.push_back(before + std::visit(Words(band, vi), rule));
}

}  // namespace

std::vector<std::string> case_texts(const Criterion& criterion, bool vietnamese) {
  std::vector<std::string> texts;
  add_cases(criterion.rule, "", vietnamese, texts);
  return texts;
}

std::string rule_text(const Criterion& criterion, bool vietnamese) {
  std::string text = std::visit(Words(-1, vietnamese), criterion.rule);
  const bool has_parts = std::holds_alternative<std::monostate>(criterion.rule);
  if (!criterion.capped || has_parts || !criterion.max) return text;
  return text + (vietnamese ? "; cắt trong khoảng " : "; cut to ") +
         number(criterion.min, vietnamese) + (vietnamese ? " đến " : " to ") +
         number(*criterion.max, vietnamese);
}

}  // namespace sauro::inline v0_1::detail
