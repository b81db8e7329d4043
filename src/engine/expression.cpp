#include "sauro/index/expression.hpp"

#include <algorithm>

#include "sauro/core/error.hpp"
#include "core/parallel.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "engine/expression_parser.hpp"

namespace sauro::inline v0_1 {

Expression Expression::parse(std::string_view text) {
  Expression expression;
  expression.text_ = std::string(text);
  if (detail::is_plain_name(text)) {  // most expressions of a framework
    expression.names_.push_back(expression.text_);
    return expression;
  }
  detail::Builder builder;
  const auto value = detail::emit_expression(text, builder);
  expression.names_ = builder.columns();
  if (builder.is_constant(value)) expression.number_ = builder.number(value);
  return expression;
}

void Expression::evaluate(std::span<const std::span<const double>> columns, std::span<double> out,
                          unsigned threads) const {
  detail::Builder builder;
  const auto value = detail::emit_expression(text_, builder);
  const detail::Program program = builder.finish({value});
  if (columns.size() != names_.size()) {
    throw ValidationError(
        ErrorCode::invalid_column, "",
        detail::say("công thức cần {} cột, nhận được {}", "the formula needs {} columns, found {}",
                    names_.size(), columns.size()));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].size() == out.size() || columns[i].size() == 1) continue;
    throw ValidationError(ErrorCode::invalid_column, names_[i],
                          detail::wrong_length({}, columns[i].size(), out.size()));
  }
  constexpr std::size_t rows_a_thread = 100'000;
  detail::parallel(out.size(), rows_a_thread, threads, [&](std::size_t from, std::size_t to) {
    detail::Arena arena;
    detail::Frame frame(program, arena);
    std::vector<std::vector<double>> single(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].size() == out.size()) continue;
      single[i].assign(detail::program_rows, columns[i][0]);
      frame.set_column(i, single[i].data());
    }
    for (std::size_t at = from; at < to; at += detail::program_rows) {
      detail::poll();
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (single[i].empty()) frame.set_column(i, columns[i].data() + at);
      }
      frame.set_output(0, out.data() + at);
      frame.run(std::min(detail::program_rows, to - at), nullptr);
    }
  });
}

}  // namespace sauro::inline v0_1
