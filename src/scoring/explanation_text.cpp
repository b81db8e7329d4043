// An explanation as text for people.
#include <cmath>
#include <string>

#include "sauro/scoring/score.hpp"
#include "sauro/text/numbers.hpp"

namespace sauro::inline v0_1 {
namespace {

/// " [tự chấm] BC 01": who gave a value, and where it was shown.
std::string source_words(const Explanation& e, const UsedInput& input) {
  static constexpr const char* stages[] = {"tự chấm", "thẩm định lần 1", "giải trình",
                                           "thẩm định lần 2", "điều tra"};
  std::string text;
  if (input.stage) {
    text = std::string(" [") + stages[static_cast<std::size_t>(*input.stage)] + "]";
  } else if (e.source == Source::statistics && !std::isnan(input.value)) {
    text = " [thống kê]";
  }
  return input.evidence.empty() ? text : text + " " + input.evidence;
}

void write(const Explanation& e, int level, std::string& text) {
  const std::string indent(static_cast<std::size_t>(level) * 2, ' ');
  text += indent + (e.code.empty() ? "Tổng" : e.code + ". " + e.title) + ": ";
  if (!e.applies) {
    text += "không áp dụng";
  } else if (std::isnan(e.points)) {
    text += "chưa xác định, từ " + official_number(e.low) + " đến " + official_number(e.high) +
            "/" + official_number(e.max) + " điểm";
  } else {
    text += official_number(e.points) + "/" + official_number(e.max) + " điểm";
    if (e.lost > 0) text += ", mất " + official_number(e.lost);
    if (e.adjusted != 0 && !std::isnan(e.adjusted)) {
      text += ", các tiêu chí thành phần cộng lại được " + official_number(e.points - e.adjusted);
    }
  }
  const bool is_given = e.rule_type == "value" && e.inputs.size() == 1;  // the points say all
  const bool has_reason = !e.reason.empty() && e.applies && !(is_given && e.points == e.points);
  if (has_reason) text += " (" + e.reason + ")";
  if (is_given) text += source_words(e, e.inputs[0]);
  text += "\n";
  if (!e.grade.empty() || !e.grade_reason.empty()) {
    text += indent + "  Xếp loại: " + (e.grade.empty() ? "chưa xác định" : e.grade) +
            (e.grade_reason.empty() ? "" : " (" + e.grade_reason + ")") + "\n";
  }
  for (const UsedInput& input : e.inputs) {
    if (is_given) break;
    const bool has_title = !input.title.empty() && input.title != input.name;
    text += indent + "  " + (has_title ? input.title + " (" + input.name + ")" : input.name) +
            ": " + (input.shown.empty() ? "thiếu" : input.shown) + source_words(e, input) + "\n";
  }
  if (!e.legal_reference.empty()) text += indent + "  Căn cứ: " + e.legal_reference + "\n";
  for (const Explanation& part : e.parts) write(part, level + 1, text);
}

}  // namespace

std::string Explanation::to_text() const {
  std::string text = unit + (period.empty() ? "" : ", " + period) + "\n";
  write(*this, 0, text);
  return text;
}

}  // namespace sauro::inline v0_1
