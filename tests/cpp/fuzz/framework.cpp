// A framework, or a formula, from outside: read, checked, written, scored; only the library's own
// errors may come out.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/scoring/score.hpp"
#include "sauro/writing/framework_json.hpp"
#include "sauro/writing/links_json.hpp"

namespace {

void score_it(const sauro::Framework& framework, std::string_view text) {
  sauro::Inputs inputs;
  inputs.units = {"a", "b", "c"};
  inputs.periods = {"1", "2"};
  double seed = static_cast<double>(text.size() % 17);
  for (const sauro::Variable& variable : framework.variables()) {
    std::vector<double> values;
    for (int row = 0; row < 6; ++row) {
      seed = std::fmod(seed * 7 + 3, 101);
      values.push_back(seed > 95 ? std::nan("") : seed > 50 ? seed : std::floor(seed / 20));
    }
    inputs.columns.push_back({variable.name,
                              sauro::Stage::self,
                              sauro::Column::of(variable.name, std::move(values)),
                              {}});
  }
  sauro::ScoreOptions options;
  options.on_problem = sauro::OnProblem::keep;
  options.threads = 1;
  const sauro::Scorecard card = sauro::score(framework, std::move(inputs), options);
  static_cast<void>(card.explain("", 0).to_text());
  static_cast<void>(card.reasons());
  static_cast<void>(card.low());
}

void run_formula(std::string_view text) {
  const sauro::Expression formula = sauro::Expression::parse(text);
  const std::vector<double> column = {0, 1, -2.5, 1e18, std::nan("")};
  const std::vector<std::span<const double>> columns(formula.names().size(), column);
  std::vector<double> out(column.size());
  formula.evaluate(columns, out, 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    if (!text.empty() && text.front() != '{') {
      run_formula(text);
      return 0;
    }
    const sauro::Framework framework = sauro::framework_from_json(text);
    const sauro::Framework again = sauro::framework_from_json(sauro::to_json(framework));
    if (!(again == framework)) std::abort();
    static_cast<void>(sauro::diff(framework, again));
    if (framework.validate().empty() && framework.criteria().size() < 500) {
      score_it(framework, text);
    }
  } catch (const sauro::Error&) {
  }
  try {
    static_cast<void>(sauro::link_corrections_from_json(text));
  } catch (const sauro::Error&) {
  }
  return 0;
}
