#include "sauro/writing/plan_json.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/phrases/timeframe.hpp"
#include "core/poll.hpp"
#include "phrases/meanings.hpp"
#include "plan/control_slips.hpp"
#include "writing/json_fields.hpp"
#include "writing/plan_ties.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::JsonIn;
using detail::JsonOut;

constexpr std::string_view plan_schema_name = "sauro/plan/1";

}  // namespace

void write_json(JsonOut& out, const TimeLimit& limit) {
  out.begin_object();
  out.key("amount");
  out.value(limit.amount());
  out.key("unit");
  out.value(to_string(limit.unit()));
  out.end_object();
}

void read_json(const JsonIn& in, std::optional<TimeLimit>& limit) {
  limit.reset();
  if (in.is_null() || !in.expect_object()) return;
  double amount = 0;
  TimeUnit unit = TimeUnit::days;
  for (const std::string_view name : {"amount", "unit"}) in.require(name);
  if (const auto found = in.find("amount")) detail::read(*found, amount);
  if (const auto found = in.find("unit")) detail::read(*found, unit);
  try {
    limit = TimeLimit(amount, unit);
  } catch (const Error& error) {
    in.fail({error.message(), error.message_en()});
  }
}

/// Texts by horizon, or a list where one horizon stands twice.
void write_json(JsonOut& out, const std::vector<IndicatorTarget>& targets) {
  std::unordered_set<std::string_view> horizons;
  for (const IndicatorTarget& target : targets) horizons.insert(target.horizon);
  const bool is_unique = horizons.size() == targets.size();
  is_unique ? out.begin_object() : out.begin_list();
  for (const IndicatorTarget& target : targets) {
    if (is_unique) {
      out.key(target.horizon);
      out.value(target.text);
      continue;
    }
    out.begin_object();
    out.key("horizon");
    out.value(target.horizon);
    out.key("text");
    out.value(target.text);
    out.end_object();
  }
  is_unique ? out.end_object() : out.end_list();
}

void read_json(const JsonIn& in, std::vector<IndicatorTarget>& targets) {
  targets.clear();
  if (!in.is_object() && !in.is_list()) {
    in.fail({"cần một đối tượng hoặc danh sách", "expected an object or a list"});
    return;
  }
  in.each([&](const JsonIn& one) {
    IndicatorTarget& target = targets.emplace_back();
    if (in.is_object()) {
      target.horizon = std::string(one.key());
      detail::read(one, target.text);
      return;
    }
    if (const auto horizon = one.find("horizon")) detail::read(*horizon, target.horizon);
    if (const auto text = one.find("text")) detail::read(*text, target.text);
  });
}

std::string to_json(const Plan& plan, int indent) {
  return detail::json_of(plan, indent, plan_schema_name);
}

Plan plan_from_json(std::string_view json) {
  detail::JsonDocument document(json);
  const JsonIn root = document.root();
  Plan plan;
  if (root.is_object()) root.expect_schema(plan_schema_name);
  detail::read(root, plan);
  document.take_dropped([&](const JsonIn& in, const std::string& written) {
    Span span;
    span.part = in.pointer();
    if (const auto slip = detail::slip_of_controls(written, span)) plan.slips.push_back(*slip);
  });
  document.refuse_problems();
  detail::check_ties(root, plan);
  document.refuse_problems();
  const TimeframeContext context = detail::times_of(plan);
  for (Task& task : plan.tasks) {
    detail::poll();
    const bool is_read = task.timeframe.kind != TimeframeKind::unstated;
    if (!is_read) task.timeframe = parse_timeframe(task.timeframe.text, context);  // by hand
  }
  for (Indicator& indicator : plan.indicators) {
    detail::poll();
    for (IndicatorTarget& target : indicator.targets) {
      target.targets = detail::targets_of(indicator, target.text);
    }
  }
  return plan;
}

AgencyRegister agency_register_from_json(std::string_view json) {
  detail::JsonDocument document(json);
  const JsonIn root = document.root();
  std::vector<AgencyRegister::Entry> entries;
  root.require("agencies");
  if (const auto found = root.expect_object() ? root.find("agencies") : std::nullopt) {
    detail::read(*found, entries);
  }
  document.refuse_problems();
  return AgencyRegister(entries);
}

}  // namespace sauro::inline v0_1
