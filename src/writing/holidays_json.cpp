#include "sauro/writing/holidays_json.hpp"

#include <string>

#include "sauro/core/error.hpp"
#include "writing/json_in.hpp"

namespace sauro {
namespace {

using detail::JsonIn;

SpecialDay day_of(const JsonIn& in) {
  std::optional<Date> date;
  std::string kind = "holiday";
  std::string name;
  in.require("date");
  in.member("date", date);
  in.member("kind", kind);
  in.member("name", name);
  const auto known = try_parse<DayKind>(kind);
  if (!known) {
    in.fail("unknown kind \"" + kind +
            "\"; expected holiday, holiday_on_weekend, compensatory, swapped_off or worked");
  }
  return {date.value_or(Date(1970, 1, 1)), known.value_or(DayKind::holiday), name};
}

HolidayDecision decision_of(const JsonIn& in) {
  HolidayDecision decision;
  for (const char* name : {"number", "year", "days"}) in.require(name);
  in.member("number", decision.number);
  in.member("issuer", decision.issuer);
  in.member("date", decision.date);
  in.member("year", decision.year);
  in.member("settles", decision.settles);
  in.member("source", decision.source);
  in.member("note", decision.note);
  if (!in.json().is_object() || !in.json().contains("days")) return decision;
  const JsonIn days = in.at("days");
  if (!days.json().is_array()) days.fail("expected a list");
  for (std::size_t i = 0; days.json().is_array() && i < days.json().size(); ++i) {
    decision.days.push_back(day_of(days.at(i)));
  }
  return decision;
}

}  // namespace

std::vector<HolidayDecision> holiday_decisions_from_json(std::string_view json) {
  const detail::Json root = detail::parse_json(json);
  std::vector<std::string> problems;
  const JsonIn in(root, problems);
  std::vector<HolidayDecision> decisions;
  if (!root.is_object() || !root.contains("decisions") || !root["decisions"].is_array()) {
    in.fail("expected an object with a list \"decisions\"");
  } else {
    const JsonIn list = in.at("decisions");
    for (std::size_t i = 0; i < list.json().size(); ++i) {
      decisions.push_back(decision_of(list.at(i)));
    }
  }
  detail::refuse(problems);
  return decisions;
}

}  // namespace sauro
