#include "scoring/refused_values.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "core/say.hpp"
#include "index/range_words.hpp"
#include "index/variables.hpp"

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
    case Refusal::not_whole:
      return "not_whole";
    case Refusal::share_for_percent:
      return "share_for_percent";
    case Refusal::other_years:
      return "other_years";
    case Refusal::too_many_decimals:
      return "too_many_decimals";
    case Refusal::no_number:
      return "no_number";
    case Refusal::no_mean:
      return "no_mean";
  }
  return "";
}

/// "so_du = 3, tong = 2": the inputs that made a leaf refuse.
Bilingual inputs_text(const Sheet& sheet, const Rule& rule, std::size_t place, std::size_t row) {
  Bilingual text;
  for (const std::string& name : names_of(rule)) {
    const double value = sheet.used(name, row, place).value;
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

Bilingual day_words(double day) {
  Interval one;
  one.low = one.high = day;
  one.days = true;
  return {one.to_vietnamese().substr(std::string_view("bằng ").size()), one.to_string()};
}

/// A day decades away: a number of a spreadsheet, or a year that was mistyped.
Bilingual other_years(const Framework& framework, double day) {
  if (!(std::fabs(day) < 500'000)) {
    return say("{} không phải là ngày", "{} is no day", number_words(day));
  }
  const ValueRange years = days_of(framework);
  return say(
      "ngày {} cách xa các năm của bộ chỉ số (từ {} đến {}); nếu đây là số của bảng tính thì "
      "hãy ghi thành ngày",
      "{} is far from the framework's years ({} to {}); if it is a spreadsheet's number, "
      "give it as a day",
      day_words(day), day_words(years.low), day_words(years.high));
}

Bilingual mean_message(const Framework& framework, std::size_t place, int part, double share) {
  const Criterion& criterion = framework.criteria()[place];
  const std::size_t child = framework.children(place)[static_cast<std::size_t>(part)];
  const bool geometric = criterion.combine == Combine::geometric_mean;
  return say("tiêu chí thành phần {} đạt {} điểm tối đa: không có {}",
             "its part {} has {} of its maximum: there is no {}", framework.criteria()[child].code,
             number_words(std::round(share * 1e9) / 1e9),
             geometric ? Bilingual{"trung bình nhân", "geometric mean"}
                       : Bilingual{"trung bình điều hòa", "harmonic mean"});
}

Bilingual variable_message(const Variable& variable, Refusal code, double value) {
  if (code == Refusal::not_finite) {
    return say("{} không phải là số", "{} is no number", number_words(value));
  }
  if (code == Refusal::no_number) {
    return say("công thức \"{}\" chia cho 0 hoặc không cho ra số",
               "the formula \"{}\" divides by zero or gives no number", variable.formula.text());
  }
  if (code == Refusal::too_many_decimals) {
    return say("{} có hơn {} chữ số thập phân", "{} has more than {} decimals", number_words(value),
               variable.decimals.value_or(0));
  }
  if (code == Refusal::not_whole) {
    return say("{} không phải là số nguyên", "{} is no whole number", number_words(value));
  }
  if (code == Refusal::share_for_percent) {
    return say(
        "{}: mọi giá trị của biến đều từ 0 đến 1 trong khi biến tính bằng phần trăm (đến 100); "
        "bảng tính giữ 95 % là 0,95: hãy nhân với 100, hoặc đặt \"high\" của biến dưới 100 "
        "nếu đúng là không quá 1 %",
        "{}: all values of the variable lie from 0 to 1, but it is in percent (up to 100); "
        "spreadsheets hold 95 % as 0.95: multiply by 100, or give the variable a \"high\" "
        "below 100 if they are 1 % at most",
        number_words(value));
  }
  const ValueRange range = range_of(variable);
  const bool shares = variable.kind == VariableKind::percent && range.high <= 1;
  if (shares && value > range.high && value <= 100) {
    return say("{} nằm ngoài phạm vi {}: biến nhận tỷ lệ từ 0 đến 1, hãy chia cho 100",
               "{} is outside of {}: the variable takes shares from 0 to 1, divide by 100",
               number_words(value), range_words(range.low, range.high));
  }
  return say("{} nằm ngoài phạm vi {}", "{} is outside of {}", number_words(value),
             range_words(range.low, range.high));
}

/// "criterion 1.2, unit An Lộc, period 2026"
std::string place_of(const std::string& what, const RefusedValue& finding) {
  return what + ", unit " + finding.unit +
         (finding.period.empty() ? "" : ", period " + finding.period);
}

}  // namespace

RefusedValue finding_of(const Framework& framework, const Inputs& inputs, const Sheet& sheet,
                        const Refused& refused) {
  const auto code = static_cast<Refusal>(refused.code % part_unit);
  RefusedValue finding;
  finding.kind = kind_of(code);
  finding.row = refused.row;
  finding.unit = inputs.units[refused.row % inputs.units.size()];
  finding.period = inputs.periods[refused.row / inputs.units.size()];
  finding.value = refused.value;
  finding.code = ErrorCode::refused_values;
  Bilingual text;
  if (refused.variable) {
    const Variable& variable = framework.variables()[*refused.variable];
    finding.variable = variable.name;
    finding.where = place_of("variable " + variable.name, finding);
    text = code == Refusal::other_years ? other_years(framework, refused.value)
                                        : variable_message(variable, code, refused.value);
  } else if (code == Refusal::no_mean) {
    const Criterion& criterion = framework.criteria()[refused.place];
    finding.criterion = criterion.code;
    finding.where = place_of("criterion " + criterion.code, finding);
    text = mean_message(framework, refused.place, refused.code / part_unit, refused.value);
  } else {
    const Criterion& criterion = framework.criteria()[refused.place];
    finding.criterion = criterion.code;
    finding.where = place_of("criterion " + criterion.code, finding);
    text = leaf_message(criterion, code, refused.value);
    const Bilingual values = inputs_text(sheet, criterion.rule, refused.place, refused.row);
    if (!values.vi.empty())
      text = joined(text, " ", {"(" + values.vi + ")", "(" + values.en + ")"});
  }
  finding.message = std::move(text.vi);
  finding.message_en = std::move(text.en);
  return finding;
}

}  // namespace sauro::inline v0_1::detail
