#include "sauro/core/interruption.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <functional>
#include <sauro/sauro.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/parallel.hpp"
#include "core/poll.hpp"

using namespace sauro;

namespace {

struct Enough {};

using Every = Interruption::Clock::duration;

/// How often a call asks whether it shall stop.
std::size_t polls_of(const std::function<void()>& call) {
  std::size_t polls = 0;
  const Interruption counts([&] { ++polls; }, Every{});
  call();
  return polls;
}

/// Throws at the nth question.
std::function<void()> stop_at(std::size_t poll) {
  return [left = poll]() mutable {
    if (--left == 0) throw Enough();
  };
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 1; i <= times; ++i) {
    for (const char c : piece) {
      c == '@' ? text += std::to_string(i) : text += c;
    }
  }
  return text;
}

std::string document(std::size_t tasks) {
  return "Số: 21/KH-UBND\nPhú Mỹ, ngày 15 tháng 01 năm 2026\nKẾ HOẠCH\nNăm 2026\n" +
         repeated("@. Đoạn văn thứ @ của kế hoạch.\n", tasks) + "Phụ lục 1\n" +
         "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n" +
         repeated("@\tRà soát việc @ của xã, đạt @%\tQuyết định\tPhòng @\t\tQuý I\n", tasks);
}

const WorkingCalendar& calendar() {
  static const WorkingCalendar one = WorkingCalendar::vietnam();
  return one;
}

Progress log_of(const Plan& plan) {
  Progress log;
  for (const Task& task : plan.tasks) {
    log.entries.emplace_back();
    log.entries.back().task = task.id;
    log.entries.back().date = Date(2026, 2, 2);
    log.entries.back().status = ProgressStatus::in_progress;
  }
  return log;
}

std::string page(std::size_t tasks) {
  return "<html><body>" + repeated("<p>Đoạn @</p>", tasks) + "<table>" +
         repeated("<tr><td>@</td><td>x@</td></tr>", tasks) + "</table></body></html>";
}

std::string framework_text(std::size_t criteria) {
  std::string variables =
      repeated(R"({"name": "x@", "title": "Số @", "kind": "number"},)", criteria);
  std::string leaves = repeated(
      R"({"code": "c@", "title": "Tiêu chí @", "max": 1, "rule": {"type": "value", "of": "x@"}},)",
      criteria);
  variables.pop_back();
  leaves.pop_back();
  return R"({"schema": "sauro/framework/1", "id": "wide", "total": {"max": )" +
         std::to_string(criteria) + R"(}, "variables": [)" + variables + R"(], "criteria": [)" +
         leaves + "]}";
}

struct Verb {
  std::string_view name;
  /// Makes its input, of a size; the call gives what may be compared.
  std::function<std::function<std::string()>(std::size_t)> of_size;
};

std::function<std::string()> judging(std::size_t size, std::optional<RollUpKeys> keys) {
  const std::size_t rows = size * 1000;
  return [received = std::vector<std::int64_t>(rows, Date(2026, 2, 2).day_number()),
          limit = std::vector<std::int32_t>(rows, 5), keys] {
    std::vector<std::int64_t> due(received.size());
    CaseLog log;
    log.received.ticks = NumberView::of<std::int64_t>(received);
    log.limit = NumberView::of<std::int32_t>(limit);
    const CaseOptions options{.as_of = Date(2026, 3, 31),
                              .calendars = {calendar()},
                              .hours = {},
                              .cut_off = {},
                              .rounding = Rounding::up,
                              .on_problem = OnProblem::raise,
                              .threads = 1};
    static_cast<void>(judge_cases(log, options, {due, {}, {}}, keys));
    return std::to_string(due.back());
  };
}

std::function<std::string()> scoring(std::size_t size) {
  const std::vector<double> values(size * 500, 0.5);
  Inputs inputs;
  for (std::size_t i = 0; i < values.size(); ++i) inputs.units.push_back(std::to_string(i));
  const Framework framework = framework_from_json(framework_text(3));
  for (const std::string name : {"x1", "x2", "x3"}) {
    inputs.columns.push_back({name, Stage::self, Column::of(name, values), {}});
  }
  ScoreOptions options;
  options.threads = 1;  // of several, it changes how many blocks this one takes
  return [framework, inputs, options] {
    return std::to_string(score(framework, inputs, options).low("c1").back());
  };
}

template <class Call>
std::function<std::function<std::string()>(std::size_t)> of_plan(Call call) {
  return [call](std::size_t size) {
    return [call, plan = read_plan_text(document(size))] { return call(plan); };
  };
}

std::vector<Verb> verbs() {
  return {
      {"read text",
       [](std::size_t size) {
         return [text = document(size)] { return to_json(read_plan_text(text)); };
       }},
      {"read html",
       [](std::size_t size) {
         return [text = page(size)] { return to_json(read_plan_text(text)); };
       }},
      {"to_json", of_plan([](const Plan& plan) { return to_json(plan); })},
      {"from_json",
       [](std::size_t size) {
         return [json = to_json(read_plan_text(document(size)))] {
           return to_json(plan_from_json(json));
         };
       }},
      {"check", of_plan([](const Plan& plan) { return to_json(check(plan)); })},
      {"schedule", of_plan([](const Plan& plan) { return to_json(schedule(plan, calendar())); })},
      {"icalendar", of_plan([](const Plan& plan) {
         return to_icalendar(schedule(plan, calendar())).substr(0, 20);
       })},
      {"track", of_plan([](const Plan& plan) {
         return to_csv(
             track(schedule(plan, calendar()), log_of(plan), Date(2026, 9, 1), calendar()).table());
       })},
      {"link", of_plan([](const Plan& plan) {
         static const Framework framework = load_framework("commune-example");
         return std::to_string(link(plan, framework).links.size());
       })},
      {"read_csv",
       [](std::size_t size) {
         return [text = "task,date\n" + repeated("@,2026-01-02\n", size)] {
           return std::to_string(read_csv_text(text).rows.size());
         };
       }},
      {"read_progress",
       [](std::size_t size) {
         return [text = "task,date,status\n" + repeated("@,2026-01-02,done\n", size)] {
           return to_json(read_progress_text(text));
         };
       }},
      {"to_csv", of_plan([](const Plan& plan) { return to_csv(table_of(plan.tasks)); })},
      {"to_json_lines",
       of_plan([](const Plan& plan) { return to_json_lines(table_of(plan.tasks)); })},
      {"judge cases", [](std::size_t size) { return judging(size, {}); }},
      {"roll up cases",
       [](std::size_t size) { return judging(size, RollUpKeys{.period = CasePeriod::month}); }},
      {"framework from JSON",
       [](std::size_t size) {
         return [text = framework_text(size)] { return to_json(framework_from_json(text)); };
       }},
      {"score", [](std::size_t size) { return scoring(size); }},
      {"weighted means",
       [](std::size_t size) {
         return [values = std::vector<double>(size * 100, 0.5)] {
           return std::to_string(weighted_means(values, {}, {}).front().value);
         };
       }},
  };
}

}  // namespace

TEST_CASE("verbs ask the more often whether they shall stop, the larger their input is") {
  for (const Verb& verb : verbs()) {
    CAPTURE(verb.name);
    const std::size_t few = polls_of([call = verb.of_size(64)] { call(); });
    const std::size_t many = polls_of([call = verb.of_size(512)] { call(); });
    CHECK(few > 0);
    CHECK(many >= 4 * few);
  }
}

TEST_CASE(
    "a verb that is stopped, wherever it is, throws what it was asked to and can be called again") {
  for (const Verb& verb : verbs()) {
    CAPTURE(verb.name);
    const auto call = verb.of_size(64);
    const std::string whole = call();
    const std::size_t polls = polls_of([&] { call(); });
    for (std::size_t at = 1; at <= polls; at += 1 + polls / 16) {
      CAPTURE(at);
      {
        const Interruption stops(stop_at(at), Every{});
        CHECK_THROWS_AS(call(), Enough);
      }
      CHECK(call() == whole);
    }
  }
}

TEST_CASE("what stopped a call stops those after it too, until the interruption ends") {
  {
    const Interruption stops(stop_at(1), Every{});
    CHECK_THROWS_AS(detail::poll(), Enough);
    CHECK_THROWS_AS(detail::poll(), Enough);
  }
  detail::poll();
}

TEST_CASE("an inner interruption asks the outer ones too, and only those of its thread") {
  const Interruption outer(stop_at(2), Every{});
  const Interruption inner([] {}, Every{});
  detail::poll();
  std::thread([] { detail::poll(); }).join();
  CHECK_THROWS_AS(detail::poll(), Enough);
}

TEST_CASE("nobody is asked before its time") {
  const Interruption stops(stop_at(1), std::chrono::hours(1));
  detail::poll();
}

TEST_CASE(
    "parts on other threads end where the calling one is stopped, at work or waiting for them") {
  for (const bool works : {true, false}) {
    std::atomic<int> endless = 0;
    const auto work = [&](std::size_t from, std::size_t /*to*/) {
      if (from == 2 && !works) return;  // the last part is the calling thread's
      ++endless;
      for (;;) detail::poll();
    };
    const Interruption stops(
        [&] {
          if (endless == (works ? 3 : 2)) throw Enough();
        },
        Every{});
    CHECK_THROWS_AS(detail::parallel(3, 1, 3, work), Enough);
  }
}

TEST_CASE("a stranger's exception in one part ends the others, an error of ours does not") {
  const auto work = [](std::size_t from, std::size_t /*to*/) {
    if (from == 1) throw Enough();
    for (;;) detail::poll();
  };
  CHECK_THROWS_AS(detail::parallel(3, 1, 3, work), Enough);
  std::atomic<int> ended = 0;
  const auto refusing = [&](std::size_t from, std::size_t /*to*/) {
    detail::poll();
    ++ended;
    throw ValidationError(ErrorCode::invalid_rows, std::to_string(from), {"sai", "wrong"});
  };
  try {
    detail::parallel(3, 1, 3, refusing);
    FAIL("nothing was thrown");
  } catch (const ValidationError& error) {
    CHECK(error.where() == "0");
  }
  CHECK(ended == 3);
}
