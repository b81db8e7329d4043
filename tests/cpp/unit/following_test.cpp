#include <algorithm>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Schedule schedule_of(const std::string& rows, const ScheduleOptions& options = {}) {
  const Plan plan = read_plan_text("STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n" + rows);
  ScheduleOptions with_year = options;
  with_year.year = 2026;
  return schedule(plan, WorkingCalendar::vietnam(), with_year);
}

Board board_of(const Schedule& made, std::vector<ProgressEntry> log, const Date& as_of,
               const TrackOptions& options = {}) {
  return track(made, Progress{std::move(log), {}}, as_of, WorkingCalendar::vietnam(), options);
}

const std::string two =
    "1\tLập biên bản họp dân\tBiên bản\tPhòng Kinh tế\tQuý I\n"
    "2\tLập biên bản kiểm tra\tBiên bản\tPhòng Kinh tế\tQuý II\n";

TEST_CASE("a schedule keeps the plan's order and puts what is given first before the rest") {
  const Schedule plain = schedule_of(two);
  REQUIRE(plain.tasks.size() == 2);
  CHECK(plain.order == std::vector<std::size_t>{0, 1});
  ScheduleOptions options;
  options.predecessors = {{plain.tasks[1].id, plain.tasks[0].id}};
  CHECK(schedule_of(two, options).order == std::vector<std::size_t>{1, 0});
}

TEST_CASE("tasks that wait for each other are shown in a row") {
  const Schedule plain = schedule_of(two);
  const std::string row = plain.tasks[0].id + " → " + plain.tasks[1].id + " → " + plain.tasks[0].id;
  ScheduleOptions options;
  options.predecessors = {{plain.tasks[0].id, plain.tasks[1].id},
                          {plain.tasks[1].id, plain.tasks[0].id}};
  CHECK_THROWS_WITH_AS(schedule_of(two, options), doctest::Contains(row.c_str()), ValidationError);
}

TEST_CASE("a plan without a year and a date has to be told its year") {
  CHECK_THROWS_WITH_AS(static_cast<void>(schedule({}, WorkingCalendar::vietnam())),
                       doctest::Contains("hãy cho biết năm"), ValidationError);
}

TEST_CASE("a board says how each occurrence stands on a day") {
  const Schedule made = schedule_of(two);
  ProgressEntry done{made.tasks[0].id, "", Date(2026, 4, 2)};
  done.status = ProgressStatus::done;
  const Board board = board_of(made, {done}, Date(2026, 5, 4));
  CHECK(board.rows[0].status == BoardStatus::done_late);
  CHECK(board.rows[0].late_days == 2);
  CHECK(board.rows[1].status == BoardStatus::not_due);
  CHECK(board_of(made, {done}, Date(2026, 4, 1)).rows[0].status == BoardStatus::overdue);
  CHECK(board_of(made, {done}, Date(2026, 4, 1)).later == std::vector<std::size_t>{0});
}

TEST_CASE("entries that can't be right are all named, or left out where that is asked for") {
  const Schedule made = schedule_of(two);
  ProgressEntry unknown{"9", "", Date(2026, 4, 2)};
  ProgressEntry too_much{made.tasks[0].id, "", Date(2026, 4, 2)};
  too_much.percent = 120;
  too_much.place = "sheet A, row 3";
  CHECK(refusal_of([&] { board_of(made, {unknown, too_much}, Date(2026, 5, 4)); }) ==
        "entry 1: the schedule has no task \"9\": its tasks are \"1.1\", \"1.2\"\n"
        "sheet A, row 3: percent 120 is outside of 0 to 100");
  TrackOptions options;
  options.on_problem = OnProblem::keep;
  CHECK(board_of(made, {unknown, too_much}, Date(2026, 5, 4), options).bad.size() == 2);
}

TEST_CASE("an entry finds its task by words and its period by any of its names") {
  const Schedule made = schedule_of(
      "1\tKiểm tra việc tiếp dân\tBiên bản\tPhòng Kinh tế\tHằng quý\n"
      "2\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tThường xuyên\n");
  const auto place_of = [&](const std::string& task, const std::string& label, const Date& day) {
    ProgressEntry entry{task, label, day};
    entry.status = ProgressStatus::done;
    const Board board = board_of(made, {entry}, Date(2026, 12, 30));
    for (std::size_t i = 0; i < board.rows.size(); ++i) {
      if (board.rows[i].entry) return i;
    }
    return board.rows.size();
  };
  const Date may(2026, 5, 20);
  for (const char* label : {"Quý II", "Q2", "II/2026", "quý 2", ""}) {
    CAPTURE(label);
    CHECK(place_of("2.  KIỂM TRA việc tiếp dân", label, may) == 1);
  }
  CHECK(refusal_of([&] {
          place_of("Kiểm tra tiếp dân", "", may);
        }).starts_with("entry 1: the plan has no task \"Kiểm tra tiếp dân\"; is it"));
}

TEST_CASE("a period without a report is not overdue, and counts in scores only where asked") {
  const Schedule made = schedule_of("1\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tThường xuyên\n");
  const Board board = board_of(made, {}, Date(2026, 12, 31));
  for (const BoardRow& row : board.rows) {
    CHECK(row.status == BoardStatus::not_reported);
    CHECK(row.late_days > 0);
    CHECK(!row.points);
  }
  CHECK(board.alerts.empty());
  TrackOptions options;
  options.reviews = true;
  const Board asked = board_of(made, {}, Date(2026, 12, 31), options);
  CHECK(asked.alerts.size() == asked.rows.size());
  CHECK(asked.rows[0].points == 0);
}

TEST_CASE("an unknown group of a board is refused even where the board is empty") {
  CHECK_THROWS_AS(static_cast<void>(board_of({}, {}, Date(2026, 5, 4)).by("people")),
                  ValidationError);
}

}  // namespace
