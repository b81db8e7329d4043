#include "sauro/writing/scores_json.hpp"

#include "writing/json_fields.hpp"

namespace sauro {
namespace {

using detail::JsonOut;

template <class T>
void score_member(JsonOut& out, std::string_view name, const T& value) {
  out.key(name);
  detail::write(out, value);
}

/// Numbers of all rows; those that are missing are null.
void write_numbers(JsonOut& out, std::string_view name, const std::vector<double>& numbers) {
  out.key(name);
  out.begin_list();
  for (const double number : numbers) out.value(number);
  out.end_list();
}

void write_truths(JsonOut& out, std::string_view name, const std::vector<bool>& truths) {
  out.key(name);
  out.begin_list();
  for (const bool truth : truths) out.value(truth);
  out.end_list();
}

void write_criterion(JsonOut& out, const Scorecard& card, const std::string& code) {
  const Column points = card.points(code);
  const auto values = points.values<double>();
  out.begin_object();
  score_member(out, "code", code);
  out.key("points");
  out.begin_list();
  for (std::size_t row = 0; row < values.size(); ++row) {
    points.is_missing(static_cast<std::int64_t>(row)) ? out.null() : out.value(values[row]);
  }
  out.end_list();
  write_numbers(out, "low", card.low(code));
  write_numbers(out, "high", card.high(code));
  write_truths(out, "applies", card.applies(code));
  out.end_object();
}

void write_input(JsonOut& out, const UsedInput& input) {
  out.begin_object();
  score_member(out, "name", input.name);
  score_member(out, "title", input.title);
  score_member(out, "value", input.value);
  score_member(out, "shown", input.shown);
  score_member(out, "stage", input.stage);
  score_member(out, "evidence", input.evidence);
  out.end_object();
}

/// The members of an explanation, without its brackets.
void write_explanation(JsonOut& out, const Explanation& one) {
  score_member(out, "code", one.code);
  score_member(out, "title", one.title);
  score_member(out, "unit", one.unit);
  score_member(out, "period", one.period);
  score_member(out, "points", one.points);
  score_member(out, "low", one.low);
  score_member(out, "high", one.high);
  score_member(out, "max", one.max);
  score_member(out, "lost", one.lost);
  score_member(out, "applies", one.applies);
  score_member(out, "rule_type", one.rule_type);
  score_member(out, "rule", one.rule);
  score_member(out, "rule_en", one.rule_en);
  score_member(out, "reason", one.reason);
  score_member(out, "reason_en", one.reason_en);
  score_member(out, "legal_reference", one.legal_reference);
  out.key("inputs");
  out.begin_list();
  for (const UsedInput& input : one.inputs) write_input(out, input);
  out.end_list();
  out.key("parts");
  out.begin_list();
  for (const Explanation& part : one.parts) {
    out.begin_object();
    write_explanation(out, part);
    out.end_object();
  }
  out.end_list();
}

}  // namespace

std::string to_json(const Scorecard& card, int indent) {
  JsonOut out(indent);
  out.begin_object();
  score_member(out, "schema", std::string("sauro/scorecard/1"));
  score_member(out, "framework", card.framework().head().id);
  score_member(out, "units", card.units());
  score_member(out, "periods", card.periods());
  out.key("criteria");
  out.begin_list();
  for (const Criterion& one : card.framework().criteria()) write_criterion(out, card, one.code);
  out.end_list();
  out.end_object();
  return out.take();
}

std::string to_json(const Explanation& explanation, int indent) {
  JsonOut out(indent);
  out.begin_object();
  score_member(out, "schema", std::string("sauro/explanation/1"));
  write_explanation(out, explanation);
  out.end_object();
  return out.take();
}

}  // namespace sauro
