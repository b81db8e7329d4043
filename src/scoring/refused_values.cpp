#include "scoring/refused_values.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "core/say.hpp"
#include "index/range_words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

std::string_view kind_of(Refusal code) {
  switch (code) {
    case Refusal::points_out_of_range:
      return "points_out_of_range";
    case Refusal::share_above_one:
      return "share_above_one";
    case Refusal::negative_value:
      return "negative_value";
    case Refusal::division_by_zero:
      return "division_by_zero";
    case Refusal::no_row_holds:
      return "no_row_holds";
    case Refusal::outside_domain:
      return "outside_domain";
    case Refusal::no_such_choice:
      return "no_such_choice";
    case Refusal::outside_range:
      return "outside_range";
    case Refusal::not_finite:
      return "not_finite";
  }
  return "";
}

/// "so_du = 3, tong = 2": the inputs that made a leaf refuse.
Bilingual inputs_text(const Sheet& sheet, const Rule& rule, std::size_t row) {
  Bilingual text;
  for (const std::string& name : names_of(rule)) {
    const double value = sheet.used(name, row).value;
    const Bilingual shown = std::isnan(value) ? Bilingual{"thiếu", "missing"} : number_words(value);
    text = joined(text, "; ", joined(said(name), " = ", shown));
  }
  return text;
}

Bilingual leaf_message(const Criterion& c, Refusal code, double value) {
  switch (code) {
    case Refusal::points_out_of_range:
      return say("{} điểm, nằm ngoài phạm vi {}", "{} points are outside of {}",
                 number_words(value), range_words(c.min, *c.max));
    case Refusal::share_above_one:
      return say("số thành phần lớn hơn tổng số", "the part is larger than the whole");
    case Refusal::negative_value:
      return say("số lượng hoặc tỷ lệ là số âm", "a count or share is negative");
    case Refusal::division_by_zero:
      return say("quy tắc chia cho 0 hoặc không cho ra số",
                 "the rule divides by zero or gives no number");
    case Refusal::no_row_holds:
      return say("không dòng nào trong bảng của quy tắc thỏa mãn",
                 "no row of the rule's table holds");
    case Refusal::outside_domain:
      return say("giá trị nằm ngoài phạm vi mà quy tắc cho phép",
                 "the value is outside of what the rule allows");
    case Refusal::no_such_choice:
      return say("không có phương án này", "there is no such alternative");
    case Refusal::not_finite:
      return say("giá trị không hữu hạn", "the value is not finite");
    default:
      return {};
  }
}

Bilingual variable_message(const Variable& variable, Refusal code, double value) {
  if (code == Refusal::not_finite) {
    return say("{} không phải là số", "{} is no number", number_words(value));
  }
  return say("{} nằm ngoài phạm vi {}", "{} is outside of {}", number_words(value),
             range_words(variable.low.value_or(-INFINITY), variable.high.value_or(INFINITY)));
}

/// "criterion 1.2, unit An Lộc, period 2026"
std::string place_of(const std::string& what, const RefusedValue& finding) {
  return what + ", unit " + finding.unit +
         (finding.period.empty() ? "" : ", period " + finding.period);
}

}  // namespace

RefusedValue finding_of(const Framework& framework, const Inputs& inputs, const Sheet& sheet,
                        const Refused& refused) {
  const auto code = static_cast<Refusal>(refused.code);
  RefusedValue finding;
  finding.kind = kind_of(code);
  finding.row = refused.row;
  finding.unit = inputs.units[refused.row % inputs.units.size()];
  finding.period = inputs.periods[refused.row / inputs.units.size()];
  finding.value = refused.value;
  finding.code = ErrorCode::refused_values;
  Bilingual text;
  if (refused.place == 0) {
    const Variable& variable = framework.variables()[refused.variable];
    finding.variable = variable.name;
    finding.where = place_of("variable " + variable.name, finding);
    text = variable_message(variable, code, refused.value);
  } else {
    const Criterion& criterion = framework.criteria()[refused.place];
    finding.criterion = criterion.code;
    finding.where = place_of("criterion " + criterion.code, finding);
    text = leaf_message(criterion, code, refused.value);
    const Bilingual values = inputs_text(sheet, criterion.rule, refused.row);
    if (!values.vi.empty())
      text = joined(text, " ", {"(" + values.vi + ")", "(" + values.en + ")"});
  }
  finding.message = std::move(text.vi);
  finding.message_en = std::move(text.en);
  return finding;
}

}  // namespace sauro::inline v0_1::detail
