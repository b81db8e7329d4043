#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

constexpr std::size_t count = 4;

/// What each of several threads gives that begin with the same work at about one time.
std::array<std::string, count> on_threads(const std::function<std::string()>& work) {
  std::array<std::string, count> results;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < count; ++i) {
    threads.emplace_back([&results, &work, i] { results[i] = work(); });
  }
  for (std::thread& thread : threads) thread.join();
  return results;
}

void check_alike(const std::function<std::string()>& work) {
  const std::array<std::string, count> results = on_threads(work);
  CHECK_FALSE(results[0].empty());
  for (const std::string& one : results) CHECK(one == results[0]);
}

const std::string tasks =
    "1¦Ban hành kế hoạch¦Kế hoạch¦Công an xã¦Phòng Kinh tế¦Quý I\n"
    "2¦Giải quyết trên 95% hồ sơ đúng hạn¦Báo cáo¦Phòng Kinh tế¦¦Hằng quý\n"
    "3¦Rà soát thủ tục¦Danh mục¦Công an xã¦¦Trước ngày 30/6/2026\n";

Inputs inputs_of(const Framework& framework) {
  Inputs inputs;
  inputs.units = {"a", "b", "c"};
  double value = 0;
  for (const Variable& one : framework.variables()) {
    value = std::fmod(value * 5 + 3, 7);
    inputs.columns.push_back({one.name,
                              Stage::self,
                              Column::of(one.name, std::vector<double>{value, 1, std::nan("")}),
                              {}});
  }
  return inputs;
}

}  // namespace

TEST_CASE("the story from a document to a board is the same on several threads at once") {
  check_alike([] {
    const Plan plan = read_rows(tasks);
    const Plan other = read_plan(EXAMPLES "/ke-hoach-an-loc.txt");
    const WorkingCalendar calendar = WorkingCalendar::vietnam();
    const Schedule due = schedule(plan, calendar, {.year = 2026});
    const Progress log =
        read_progress_text("task,date,status\n" + plan.tasks[0].id + ",2026-03-01,done\n");
    const Board board = track(due, log, Date(2026, 7, 10), calendar);
    return to_json(plan) + to_json(other) + to_json(due) + to_json(check(plan)) +
           to_json(board, Table());
  });
}

TEST_CASE("threads ask one plan for its tasks at once") {
  Plan plan;
  for (int i = 0; i < 2000; ++i) plan.tasks.emplace_back().id = std::to_string(i);
  check_alike([&] {
    std::string found;
    for (int i = 1999; i >= 0; --i) found += plan.task(std::to_string(i)).id + " ";
    return found;
  });
}

TEST_CASE("threads share nouns that nobody has asked anything yet") {
  const Plan plan = read_rows(tasks);
  const WorkingCalendar calendar = WorkingCalendar::vietnam();
  const Schedule due = schedule(plan, calendar, {.year = 2026});
  const Progress log =
      read_progress_text("task,date,status\n" + plan.tasks[1].id + ",2026-04-01,done\n");
  const Board board = track(due, log, Date(2026, 7, 10), calendar);
  check_alike([&] {
    std::string text = plan.task(plan.tasks[2].id).title + plan.agencies.front().name;
    text += to_text(board.table()) + to_icalendar(due) + to_csv(occurrences_table(due));
    return text + slack_table(due, calendar, Date(2026, 2, 1)).column("due").name();
  });
}

TEST_CASE("threads share a framework and a scorecard that nobody has asked anything yet") {
  const Framework framework = load_framework("commune-example");
  const Inputs inputs = inputs_of(framework);
  ScoreOptions options;
  options.on_problem = OnProblem::keep;
  options.threads = 2;
  check_alike([&] { return to_json(score(framework, inputs, options).explain("", 1)); });
  const Scorecard card = score(framework, inputs, options);
  check_alike([&] {
    return to_json(card.explain("", 0)) + to_text(card.reasons()) +
           std::to_string(card.low().size());
  });
}
