#include "engine/expression_functions.hpp"

#include "core/say.hpp"

namespace sauro::inline v0_1::detail {

Builder::Value apply_function(Builder& builder, const Lexeme& name,
                              const std::vector<Builder::Value>& a) {
  if (name.text == "abs") return builder.apply(Op::absolute, a[0]);
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
