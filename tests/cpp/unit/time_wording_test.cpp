#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <sauro/core/error.hpp>
#include <sauro/phrases/explanation.hpp>

#include "phrases/constructions.hpp"
#include "phrases/wording.hpp"

using namespace sauro;

namespace {

const TimeframeContext plan_of_2026{.year = 2026, .issued = Date(2026, 3, 2)};

}  // namespace

TEST_CASE("each construction has a phrase that it takes, and no other is named") {
  std::set<std::string_view> in_code;
  for (const std::string_view name : enum_names(detail::Construction{})) in_code.insert(name);
  std::set<std::string> with_phrase;
  for (const TimeConstruction& one : time_constructions()) {
    with_phrase.insert(one.name);
    const TimeframeExplanation told = explain_timeframe(one.phrase, plan_of_2026);
    INFO(one.phrase);
    CHECK(told.stopped.empty());
    bool taken = false;
    for (const ExplainedPart& part : told.parts) taken = taken || part.construction == one.name;
    CHECK(taken);
  }
  CHECK(std::set<std::string_view>(with_phrase.begin(), with_phrase.end()) == in_code);
}

TEST_CASE("a time is written as a phrase that is read as the same again") {
  for (const TimeframeContext& context : {plan_of_2026, TimeframeContext{}}) {
    for (const TimeConstruction& one : time_constructions()) {
      Timeframe time = parse_timeframe(one.phrase, context);
      time.text.clear();
      INFO(one.phrase);
      CHECK(detail::mean_the_same(parse_timeframe(to_text(time, context), context), time));
    }
  }
}

TEST_CASE("days, limits and minutes are written as officials write them") {
  Timeframe time;
  time.kind = TimeframeKind::window;
  time.due = Date(2026, 6, 15);
  CHECK(to_text(time) == "chậm nhất ngày 15/06/2026");
  time.due_minute = 17 * 60;
  CHECK(to_text(time) == "chậm nhất 17 giờ 00 ngày 15/06/2026");
  time.start = Date(2026, 6, 1);
  CHECK(to_text(time) == "từ ngày 01/06/2026 đến 17 giờ 00 ngày 15/06/2026");
  CHECK(detail::worded(TimeLimit(1.5, TimeUnit::months)) == "1,5 tháng");
  CHECK(detail::worded(TimeLimit(8, TimeUnit::working_hours)) == "8 giờ làm việc");
}

TEST_CASE("what no phrase says is refused") {
  Timeframe odd;
  odd.kind = TimeframeKind::window;
  odd.start = odd.due = Date(2026, 3, 2);
  odd.limit = TimeLimit(3, TimeUnit::weeks);
  try {
    static_cast<void>(to_text(odd, plan_of_2026));
    FAIL("a phrase was found");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::no_wording);
    CHECK(error.where() == "window");
  }
}
