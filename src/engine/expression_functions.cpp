#include "engine/expression_functions.hpp"

#include <algorithm>
#include <numbers>

#include "core/say.hpp"
#include "engine/expression_parser.hpp"

namespace sauro::inline v0_1::detail {

Builder::Value as_truth(Builder& builder, Builder::Value value) {
  return builder.is_truth(value) ? value : builder.apply(Op::nano, value);
}

bool is_plain_name(std::string_view text) {
  if (!is_one_name(text) || is_reserved(text)) return false;
  if (text == "True" || text == "False" || text == "None") return false;
  return std::none_of(formula_functions.begin(), formula_functions.end(),
                      [text](const FormulaFunction& function) { return function.name == text; });
}

bool is_normalisation(std::string_view function) {
  return function == "min_max" || function == "z_score" || function == "to_target";
}

std::string normalisation(std::string_view function, const std::string& of,
                          const std::string& target, const std::string& by) {
  const std::string best = "best(" + of + by + ")";
  const std::string worst = "worst(" + of + by + ")";
  if (function == "z_score") {  // above 0 is better than the mean, also where less is better
    return "((" + of + ") - mean(" + of + by + ")) / deviation(" + of + by + ") * (1 if " + best +
           " >= " + worst + " else -1)";
  }
  const std::string end = function == "min_max" ? best : "(" + target + ")";
  return "clip(((" + of + ") - " + worst + ") / (" + end + " - " + worst + "), 0, 1)";
}

std::string formula_on_one_line(std::string_view text) {
  std::string out;
  bool blank = false;
  char quote = 0;
  bool comment = false;
  for (const char c : text) {
    if (comment && c != '\n') continue;
    comment = quote == 0 && c == '#';
    if (comment) continue;
    if (c == '"' || c == '\'') {
      quote = quote == 0 ? c : 0;
      if (blank && quote != 0 && !out.empty()) out += ' ';
      blank = false;
      out += '\'';
      continue;
    }
    if (quote != 0) {
      out += c;
      continue;
    }
    const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!is_blank && blank && !out.empty()) out += ' ';
    if (!is_blank) out += c;
    blank = is_blank;
  }
  return out;
}

Builder::Value apply_function(Builder& builder, const Lexeme& name,
                              const std::vector<Builder::Value>& a) {
  if (name.text == "abs") return builder.apply(Op::absolute, a[0]);
  if (name.text == "log") {  // of what isn't above 0 as a division by 0 is: no number
    const auto is_above = builder.apply(Op::greater, a[0], builder.constant(0));
    const auto binary = builder.apply(Op::logarithm, builder.apply(Op::divide, a[0], is_above));
    return builder.apply(Op::multiply, binary, builder.constant(std::numbers::ln2));
  }
  if (name.text == "is_missing") return builder.apply(Op::is_missing, a[0]);
  if (name.text == "otherwise") return builder.apply(Op::otherwise, a[0], a[1]);
  if (name.text == "clip") {
    return builder.apply(Op::minimum, builder.apply(Op::maximum, a[0], a[1]), a[2]);
  }
  if (name.text == "round") {
    double decimals = 0;
    if (a.size() == 2) {
      const bool is_fixed = builder.is_constant(a[1]);
      decimals = is_fixed ? builder.number(a[1]) : -1;
    }
    if (!(decimals >= 0 && decimals <= 9) || decimals != static_cast<int>(decimals)) {
      fail(name, say("round nhận số chữ số thập phân là số nguyên từ 0 đến 9",
                     "round takes a whole number of decimals from 0 to 9"));
    }
    return builder.round(a[0], static_cast<int>(decimals));
  }
  const Op op = name.text == "min" ? Op::minimum : Op::maximum;
  Builder::Value value = a[0];
  for (std::size_t i = 1; i < a.size(); ++i) value = builder.apply(op, value, a[i]);
  return value;
}

}  // namespace sauro::inline v0_1::detail
