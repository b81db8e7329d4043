#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/scoring/score.hpp"
#include "sauro/text/numbers.hpp"
#include "core/parallel.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "scoring/bounds.hpp"
#include "scoring/lost.hpp"
#include "scoring/runners.hpp"
#include "scoring/state.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr std::size_t explained_rows_a_thread = 4096;

/// What a leaf's case is called beside the cases of its rule.
enum Beside { missing_input, exempted, refused_value };

constexpr const char* beside_vi[] = {"thiếu số liệu", "không áp dụng", "số liệu không hợp lệ"};
constexpr const char* beside_en[] = {"inputs are missing", "not applicable", "values were refused"};

bool is_exempt(const Scorecard::State& state, const Criterion& criterion, std::size_t row) {
  const double* marks = state.sheet->find(detail::exempt_column(criterion.code)).data;
  return marks != nullptr && marks[row] != 0;
}

/// Code of a case: those of the rule first, then what stands beside them.
int case_code(const Scorecard::State& state, std::size_t place, std::size_t row, double band,
              int cases) {
  if (is_exempt(state, state.framework.criteria()[place], row)) return cases + exempted;
  if (state.was_refused(place, row)) return cases + refused_value;
  const bool held = !std::isnan(band) && band >= 0 && band < cases;
  return held ? static_cast<int>(band) : cases + missing_input;
}

/// What the codes of a criterion say, in their order.
std::vector<std::string> code_texts(const Criterion& criterion, bool vi) {
  std::vector<std::string> texts = detail::case_texts(criterion, vi);
  const auto& beside = vi ? beside_vi : beside_en;
  texts.insert(texts.end(), std::begin(beside), std::end(beside));
  return texts;
}

/// What nobody assessed is not told as self-assessed.
void as_source_says(Source source, UsedInput& input) {
  if (input.stage != Stage::self) return;
  if (source == Source::survey) input.stage = Stage::survey;
  if (source == Source::statistics) input.stage.reset();
}

/// What stands for points that are missing.
Bilingual policy_words(const Criterion& criterion) {
  switch (criterion.if_missing) {
    case IfMissing::lowest:
      return {", tính điểm thấp nhất", ", so the lowest points count"};
    case IfMissing::zero:
      return {", tính 0 điểm", ", so there are no points"};
    case IfMissing::worst_case:
      return {", tính theo trường hợp xấu nhất", ", so the worst case counts"};
    case IfMissing::previous:
      return {", lấy điểm kỳ trước", ", so the points of the period before count"};
    case IfMissing::mean:
      break;
    default:
      return {};
  }
  const std::string& by = criterion.if_missing_within;
  return {", lấy điểm trung bình của các đơn vị" + (by.empty() ? "" : " cùng " + by),
          ", so the mean of the units" + (by.empty() ? "" : " of its " + by) + " counts"};
}

/// The columns of a rule, each followed by those that it is computed from.
std::vector<std::string> used_names(const Framework& framework, const Rule& rule) {
  std::vector<std::string> names;
  const std::function<void(const std::string&)> add = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    names.push_back(name);
    const Variable* variable = framework.variable(name);
    if (variable == nullptr) return;
    for (const std::string& one : variable->formula.names()) add(one);
  };
  for (const std::string& name : names_of(rule)) add(name);
  return names;
}

void explain_leaf(const Scorecard::State& state, std::size_t place, std::size_t row,
                  Explanation& out) {
  const Criterion& criterion = state.framework.criteria()[place];
  std::vector<detail::LeafPlan> plans;
  plans.push_back(plan_leaf(state.framework, *state.sheet, place, true));
  detail::LeafRunner runner(state.framework, *state.sheet, plans);
  double results[2] = {0, 0};
  runner.run(row, 1, nullptr,
             [&](std::size_t /*leaf*/, std::size_t output) { return results + output; });
  const int cases = detail::case_count(criterion.rule);
  const int code = case_code(state, place, row, results[1], cases);
  out.reason = code_texts(criterion, true)[static_cast<std::size_t>(code)];
  out.reason_en = code_texts(criterion, false)[static_cast<std::size_t>(code)];
  if (code == cases + missing_input && !std::isnan(results[0])) {
    const Bilingual instead = policy_words(criterion);
    out.reason += instead.vi;
    out.reason_en += instead.en;
  }
  for (const std::string& name : used_names(state.framework, criterion.rule)) {
    out.inputs.push_back(state.sheet->used(name, row, place));
    as_source_says(criterion.source, out.inputs.back());
  }
}

/// What capping, rounding and scaling add to the points of the parts.
double adjusted(const Explanation& parent) {
  double sum = 0;
  for (const Explanation& part : parent.parts) sum += part.applies ? part.points : 0;
  return std::round((parent.points - sum) * 1e9) / 1e9;
}

Explanation explain_place(const Scorecard& card, std::size_t place, std::size_t row,
                          const std::vector<double>& low, const std::vector<double>& high) {
  const Scorecard::State& state = card.state();
  const Framework& framework = state.framework;
  const Criterion& criterion = framework.criteria()[place];
  const std::size_t units = state.inputs.units.size();
  Explanation out;
  out.code = criterion.code;
  out.title = criterion.title.vi;
  out.unit = state.inputs.units[row % units];
  out.period = state.inputs.periods[row / units];
  const double points = state.column(place)[row];
  out.applies = !std::isinf(points);
  out.points = out.applies ? points : detail::missing_number;
  out.low = out.applies ? low[place] : detail::missing_number;
  out.high = out.applies ? high[place] : detail::missing_number;
  out.max = *criterion.max;
  out.lost = detail::lost_points(criterion, out.points);
  out.source = criterion.source;
  out.rule_type = type_name(criterion.rule);
  out.rule = detail::rule_text(criterion, true);
  out.rule_en = detail::rule_text(criterion, false);
  out.legal_reference = criterion.legal_reference;
  if (place == 0) detail::explain_grade(state, row, out);
  if (framework.is_leaf(place)) explain_leaf(state, place, row, out);
  for (const std::size_t child : framework.children(place)) {
    out.parts.push_back(explain_place(card, child, row, low, high));
  }
  if (!out.parts.empty() && criterion.combine == Combine::sum) out.adjusted = adjusted(out);
  return out;
}

/// One column of codes with the words for them as labels.
Column reason_column(const Criterion& criterion, std::vector<std::int32_t> codes) {
  Column::Parts parts;
  parts.type = ColumnType::category;
  parts.length = static_cast<std::int64_t>(codes.size());
  parts.values = Buffer::of(std::move(codes));
  parts.labels = std::make_shared<const Column>(Column::of("", code_texts(criterion, true)));
  return {criterion.code, std::move(parts)};
}

std::vector<std::vector<std::int32_t>> codes_of(const Scorecard::State& state,
                                                const std::vector<detail::LeafPlan>& plans) {
  const Framework& framework = state.framework;
  const std::size_t rows = state.rows();
  std::vector<std::vector<std::int32_t>> codes(plans.size(), std::vector<std::int32_t>(rows));
  detail::parallel(rows, explained_rows_a_thread, 0, [&](std::size_t from, std::size_t to) {
    detail::LeafRunner runner(framework, *state.sheet, plans);
    std::vector<double> memory(plans.size() * 2 * detail::program_rows);
    const auto block = [&](std::size_t leaf, std::size_t output) {
      return memory.data() + (leaf * 2 + output) * detail::program_rows;
    };
    for (std::size_t row = from; row < to; row += detail::program_rows) {
      detail::poll();
      const std::size_t count = std::min(detail::program_rows, to - row);
      runner.run(row, count, nullptr, block);
      for (std::size_t i = 0; i < plans.size(); ++i) {
        const Criterion& criterion = framework.criteria()[plans[i].place];
        const int cases = detail::case_count(criterion.rule);
        const bool plain = state.findings.empty() && !state.sheet->exempt()[plans[i].place];
        const double* band = block(i, 1);
        std::int32_t* out = codes[i].data() + row;
        for (std::size_t r = 0; r < count; ++r) {
          out[r] = plain ? (band[r] == band[r] ? static_cast<std::int32_t>(band[r]) : cases)
                         : case_code(state, plans[i].place, row + r, band[r], cases);
        }
      }
    }
  });
  return codes;
}

/// Which unit and period each row is.
std::vector<Column> row_columns(const Scorecard::State& state) {
  const std::size_t units = state.inputs.units.size();
  std::vector<std::int32_t> unit(state.rows());
  std::vector<std::int32_t> period(state.rows());
  for (std::size_t row = 0; row < unit.size(); ++row) {
    unit[row] = static_cast<std::int32_t>(row % units);
    period[row] = static_cast<std::int32_t>(row / units);
  }
  std::vector<Column> columns;
  columns.push_back(Column::category("unit", std::move(unit), state.inputs.units));
  columns.push_back(Column::category("period", std::move(period), state.inputs.periods));
  return columns;
}

Column stage_column(const Scorecard::State& state, const std::string& name, std::size_t place) {
  std::vector<std::string> labels;
  for (int stage = 0; stage <= static_cast<int>(Stage::survey); ++stage) {
    labels.emplace_back(to_string(static_cast<Stage>(stage)));
  }
  std::vector<std::int32_t> codes(state.rows());
  for (std::size_t row = 0; row < codes.size(); ++row) {
    UsedInput input = state.sheet->used(name, row, place);
    as_source_says(state.framework.criteria()[place].source, input);
    const auto stage = input.stage;
    codes[row] = stage ? static_cast<std::int32_t>(*stage) : -1;
  }
  return Column::category(name + " stage", std::move(codes), labels);
}

/// References for an input, where some were given.
std::optional<Column> evidence_column(const Scorecard::State& state, const std::string& name,
                                      std::size_t place) {
  std::vector<std::string> texts(state.rows());
  std::vector<bool> missing(state.rows());
  bool any = false;
  for (std::size_t row = 0; row < texts.size(); ++row) {
    texts[row] = state.sheet->used(name, row, place).evidence;
    missing[row] = texts[row].empty();
    any = any || !missing[row];
  }
  if (!any) return std::nullopt;
  return Column::of(name + " evidence", texts, missing);
}

}  // namespace

void detail::require_row(const Scorecard& card, std::size_t row) {
  if (row < card.rows()) return;
  throw NotFoundError(ErrorCode::not_found, std::to_string(row),
                      detail::say("không có dòng này; bảng điểm có {} dòng",
                                  "there is no such row; the scorecard has {}", card.rows()));
}

Explanation Scorecard::explain(std::string_view code, std::size_t row) const {
  const std::size_t place = framework().find(code);
  detail::require_row(*this, row);
  return explain_place(*this, place, row, detail::bounded_points(*state_, row, 1, false),
                       detail::bounded_points(*state_, row, 1, true));
}

Table Scorecard::reasons() const {
  const auto plans = plan_leaves(framework(), *state_->sheet, true);
  auto codes = codes_of(*state_, plans);
  std::vector<Column> columns = row_columns(*state_);
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const Criterion& criterion = framework().criteria()[plans[i].place];
    columns.push_back(reason_column(criterion, std::move(codes[i])));
  }
  return Table(std::move(columns));
}

Table Scorecard::reasons(std::string_view code) const {
  const std::size_t place = framework().find(code);
  if (!framework().is_leaf(place)) {
    throw NotFoundError(
        ErrorCode::not_found, std::string(code),
        detail::say(
            "gồm các tiêu chí thành phần, không có quy tắc; hãy hỏi một tiêu chí cuối của nó",
            "it has parts, not a rule; ask for one of its leaves"));
  }
  const Criterion& criterion = framework().criteria()[place];
  std::vector<detail::LeafPlan> plans;
  plans.push_back(plan_leaf(framework(), *state_->sheet, place, true));
  auto codes = codes_of(*state_, plans);
  std::vector<Column> columns = row_columns(*state_);
  const Column given = points(code);
  const auto values = given.values<double>();
  std::vector<double> lost(values.size());
  for (std::size_t row = 0; row < lost.size(); ++row) {
    lost[row] = detail::lost_points(criterion, values[row]);
  }
  columns.push_back(given.renamed("points"));
  columns.push_back(Column::of("lost", std::move(lost)));
  columns.push_back(reason_column(criterion, std::move(codes[0])).renamed("reason"));
  for (const std::string& name : names_of(criterion.rule)) {
    std::vector<double> input(rows());
    state_->sheet->find(name, place).copy(0, rows(), input.data());
    columns.push_back(Column::of(name, std::move(input)));
    columns.push_back(stage_column(*state_, name, place));
    if (auto evidence = evidence_column(*state_, name, place))
      columns.push_back(std::move(*evidence));
  }
  return Table(std::move(columns));
}

}  // namespace sauro::inline v0_1
