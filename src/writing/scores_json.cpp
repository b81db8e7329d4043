#include "sauro/writing/scores_json.hpp"

#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::JsonOut;
using detail::write_member;

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
  write_member(out, "code", code);
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

}  // namespace

std::string to_json(const Scorecard& card, int indent) {
  JsonOut out(indent);
  out.begin_object();
  write_member(out, "schema", "sauro/scorecard/1");
  write_member(out, "framework", card.framework().head().id);
  write_member(out, "units", card.units());
  write_member(out, "periods", card.periods());
  out.key("criteria");
  out.begin_list();
  for (const Criterion& one : card.framework().criteria()) write_criterion(out, card, one.code);
  out.end_list();
  out.end_object();
  return out.take();
}

std::string to_json(const Explanation& explanation, int indent) {
  return detail::json_of(explanation, indent, "sauro/explanation/1");
}

}  // namespace sauro::inline v0_1
