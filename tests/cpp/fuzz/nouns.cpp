// JSON of a plan, a schedule or a log from outside: refused with the library's own errors, or equal
// to itself when it is written and read again, and good for all that is done with such a noun.
#include <cstdint>
#include <sauro/sauro.hpp>
#include <string_view>

#include "outcome.hpp"

namespace {

const sauro::WorkingCalendar& calendar() {
  static const sauro::WorkingCalendar made = sauro::WorkingCalendar::vietnam();
  return made;
}

const sauro::Date as_of(2026, 7, 10);

void follow(const sauro::Schedule& schedule, const sauro::Progress& log) {
  sauro::TrackOptions options;
  options.on_problem = sauro::OnProblem::keep;
  const sauro::Board board = sauro::track(schedule, log, as_of, calendar(), options);
  require(board.rows.size() == schedule.occurrences.size());
  static_cast<void>(sauro::to_json(board, {}));
}

void use(const sauro::Schedule& schedule) {
  require(sauro::from_json<sauro::Schedule>(sauro::to_json(schedule, -1)) == schedule);
  static_cast<void>(sauro::slack_table(schedule, calendar(), as_of));
  static_cast<void>(sauro::workload_table(schedule));
  const sauro::Schedule moved =
      sauro::moved_by_icalendar(schedule, sauro::to_icalendar(schedule, {}));
  for (std::size_t i = 0; i < moved.occurrences.size(); ++i) {
    require(moved.occurrences[i].due == schedule.occurrences[i].due);
  }
  follow(schedule, {});
}

void use(const sauro::Plan& plan) {
  require(sauro::from_json<sauro::Plan>(sauro::to_json(plan, -1)) == plan);
  static_cast<void>(sauro::check(plan));
  attempt([&] { use(sauro::schedule(plan, calendar())); });
  attempt([&] { static_cast<void>(sauro::progress_of_plan(plan, as_of)); });
}

void use(sauro::Progress log) {
  sauro::Progress again = sauro::from_json<sauro::Progress>(sauro::to_json(log, -1));
  for (sauro::Progress* one : {&log, &again}) {
    for (sauro::ProgressEntry& entry : one->entries) entry.place.clear();
  }
  require(again == log);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  attempt([&] { use(sauro::from_json<sauro::Plan>(json)); });
  attempt([&] { use(sauro::from_json<sauro::Schedule>(json)); });
  attempt([&] { use(sauro::from_json<sauro::Progress>(json)); });
  return 0;
}
