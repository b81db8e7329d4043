#include <algorithm>
#include <random>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

std::vector<std::string> messages(const std::vector<Problem>& problems) {
  std::vector<std::string> texts;
  for (const Problem& one : problems) texts.push_back(to_text(one, true));
  return texts;
}

/// Entries without the places at which they were read.
std::vector<ProgressEntry> entries_of(Progress log) {
  for (ProgressEntry& one : log.entries) one.place.clear();
  return log.entries;
}

TEST_CASE("a log says the same in every spelling, order of columns and delimiter") {
  const std::vector<std::vector<std::string>> headers = {
      {"Mã nhiệm vụ", "task", "MÃ", "Nhiệm vụ"},
      {"Kỳ", "occurrence", "label", "ĐỢT"},
      {"Ngày", "date", "NGÀY BÁO CÁO", "Thời điểm"},
      {"Trạng thái", "status", "Tình trạng", "TIẾN ĐỘ"},
      {"Tỷ lệ", "percent", "%", "% hoàn thành"},
      {"Hạn mới", "due", "Gia hạn đến", "hạn  mới"},
      {"Kết quả", "result", "KẾT QUẢ THỰC HIỆN", "Kết quả hiện nay"},
  };
  const std::vector<std::vector<std::string>> cells = {
      {"1.I.1", "1.I.1", "1.I.1", " 1.I.1 "},
      {"Quý I/2026", "Quý I/2026", "Quý I/2026", "Quý I/2026"},
      {"5/3/2026", "2026-03-05", "05.03.2026", "ngày 05 tháng 3 năm 2026"},
      {"Đang thực hiện", "in_progress", "ĐANG TRIỂN KHAI", "đang  thực hiện"},
      {"62,5", "62.5", "62,5 %", "62,5%"},
      {"30/6/2026", "2026-06-30", "30-06-2026", "30 tháng 6 năm 2026"},
      {"đã trình", "đã trình", "đã trình", "đã trình"},
  };
  ProgressEntry wanted{"1.I.1", "Quý I/2026", Date(2026, 3, 5)};
  wanted.status = ProgressStatus::in_progress;
  wanted.percent = 62.5;
  wanted.due = Date(2026, 6, 30);
  wanted.result = "đã trình";
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::size_t> order = {0, 1, 2, 3, 4, 5, 6};
    std::shuffle(order.begin(), order.end(), random);
    const std::string delimiter(1, ";\t"[random() % 2]);
    std::string head;
    std::string row;
    for (const std::size_t i : order) {
      head += (head.empty() ? "" : delimiter) + headers[i][random() % 4];
      row += (row.empty() ? "" : delimiter) + cells[i][random() % 4];
    }
    CAPTURE(head);
    CAPTURE(row);
    const Progress log = read_progress_text(head + "\n" + row + "\n");
    REQUIRE(entries_of(log) == std::vector<ProgressEntry>{wanted});
  }
}

TEST_CASE("all that can't be read is named with its row and column, in both languages") {
  const std::string text =
      "Mã nhiệm vụ;Ngày;Trạng thái;Tỷ lệ;Màu cờ\n"
      "1.I.1;31/02/2026;Xong;;\n"
      "1.I.1;01/03/2026;gần xong;;\n"
      ";01/03/2026;;120;\n"
      "1.I.1;09/03/2026;Xong;;\n"
      "1.I.1;09/03/1026;Xong;;\n"
      "1.I.1;01/03/2026;Hoàn thành;;đừng bỏ\n"
      ";;;;\n"
      "1.I.1;01/03/2026;Xong;;;thừa\n";
  ProgressOptions options;
  options.as_of = Date(2026, 3, 5);
  options.csv.name = "log.csv";
  options.on_problem = OnProblem::keep;
  const Progress kept = read_progress_text(text, options);
  CHECK(messages(kept.problems) ==
        std::vector<std::string>{
            "log.csv, column Màu cờ: no column of a progress log; rename it or leave it out",
            "log.csv, row 2, column Ngày: '31/02/2026' is no day; expected 31/12/2026 or "
            "2026-12-31",
            "log.csv, row 3, column Trạng thái: 'gần xong' is no status; expected hoàn thành, đang "
            "thực hiện, chưa thực hiện, hủy, gia hạn, or own words (--states)",
            "log.csv, row 4, column Mã nhiệm vụ: no task",
            "log.csv, row 4, column Tỷ lệ: 120 is outside of 0 to 100",
            "log.csv, row 5, column Ngày: 2026-03-09 is after 2026-03-05",
            "log.csv, row 6, column Ngày: 1026-03-09 is before the year 1400",
            "log.csv, row 9: 6 cells, but the first row names 5 columns"});
  REQUIRE(kept.entries.size() == 1);
  CHECK(kept.entries[0].place == "log.csv, row 7");
  for (const Problem& one : kept.problems) CHECK(one.message != one.message_en);
  options.on_problem = OnProblem::raise;
  try {
    static_cast<void>(read_progress_text(text, options));
    FAIL("taken");
  } catch (const ValidationError& error) {
    CHECK(error.code() == ErrorCode::invalid_progress);
    CHECK(error.problems() == kept.problems);
  }
}

TEST_CASE("a log needs a task and a day, and says which columns it has") {
  const auto fails = [](const std::string& text, const char* part) {
    CHECK_THROWS_WITH_AS(static_cast<void>(read_progress_text(text)), doctest::Contains(part),
                         ValidationError);
  };
  fails("a,b\n", "không có cột cho mã nhiệm vụ và ngày; các cột là: a, b");
  fails("Mã,Trạng thái\n1,Xong\n", "không có cột cho ngày");
  fails("Ngày\n1/1/2026\n", "không có cột cho mã nhiệm vụ");
  fails("", "tệp rỗng");
  CHECK(read_progress(Grid{}).entries.empty());
}

TEST_CASE("rows without a day are of the day that the register stands for") {
  ProgressOptions options;
  options.on = Date(2026, 6, 30);
  const Progress log = read_progress_text(
      "Mã;Trạng thái;Ngày hoàn thành\n1;Xong;2/5/2026\n2;Đang thực hiện;\n3;Xong;\n", options);
  CHECK(log.entries[0].date == Date(2026, 5, 2));
  CHECK(log.entries[1].date == Date(2026, 6, 30));
  CHECK(log.entries[2].date == Date(2026, 6, 30));
}

TEST_CASE("a column that says the same as another one is a problem unless it is the title") {
  ProgressOptions keep;
  keep.on_problem = OnProblem::keep;
  const std::string day = ";Ngày\n";
  CHECK(read_progress_text("Mã nhiệm vụ;Nhiệm vụ" + day + "1;Họp dân;1/2/2026\n").entries[0].task ==
        "1");
  CHECK(read_progress_text("Nhiệm vụ;Mã nhiệm vụ" + day + "Họp dân;1;1/2/2026\n").entries[0].task ==
        "1");
  const Progress two = read_progress_text("Mã;ID" + day + "1;2;1/2/2026\n", keep);
  CHECK(messages(two.problems) ==
        std::vector<std::string>{
            "column ID: says the same as the column \"Mã\"; leave one of them out"});
}

TEST_CASE("a board's table is a log that gives the same board") {
  const Plan plan = read_plan(EXAMPLES "/ke-hoach-phu-my.txt");
  const WorkingCalendar calendar = WorkingCalendar::vietnam();
  const Shared<Schedule> made = schedule(plan, calendar);
  std::mt19937 random(4);
  for (int round = 0; round < 40; ++round) {
    Progress log;
    for (int i = 0; i < 30; ++i) {
      const ScheduledOccurrence& one = made->occurrences[random() % made->occurrences.size()];
      ProgressEntry entry{made->tasks[one.task_place].id, one.occurrence,
                          Date(2026, 1, 2).plus_days(static_cast<std::int64_t>(random() % 200))};
      entry.status = static_cast<ProgressStatus>(random() % 5);
      if (entry.status == ProgressStatus::postponed) entry.due = Date(2026, 11, 30);
      if (entry.status == ProgressStatus::in_progress) entry.percent = random() % 100;
      log.entries.push_back(entry);
    }
    TrackOptions keep;
    keep.on_problem = OnProblem::keep;
    const Date as_of(2026, 8, 1);
    const Board board = track(made, log, as_of, calendar, keep);
    ProgressOptions options;
    options.on = as_of;
    const Progress again = read_progress_text(to_csv(board.table()), options);
    const Board same = track(made, again, as_of, calendar);
    for (std::size_t i = 0; i < board.rows.size(); ++i) {
      CAPTURE(i);
      CHECK(same.rows[i].status == board.rows[i].status);
      CHECK(same.rows[i].due == board.rows[i].due);
      CHECK(same.rows[i].finished == board.rows[i].finished);
      CHECK(same.rows[i].percent == board.rows[i].percent);
      CHECK(same.rows[i].late_days == board.rows[i].late_days);
    }
  }
}

TEST_CASE("rows of a log are given as somebody filled them in") {
  const Grid grid = read_csv_text(
      "Sổ theo dõi\nMã;Nhiệm vụ;Kỳ;Tình trạng;Tỷ lệ;Ngày\n"
      "1.I.1;Họp dân;Quý I;Đang trình ký;0,6;27/3/26\n1.I.2;Rà soát;Quý I;;;\n"
      ";Tập huấn;;ổn;0,5;hôm qua\n");
  const std::vector<LogRow> rows = log_rows(grid);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].task == "1.I.1");
  CHECK(rows[0].occurrence == "Quý I");
  using Filled = std::vector<std::pair<std::string, GridCell>>;
  CHECK(rows[0].filled ==
        Filled{{"date", Date(2026, 3, 27)}, {"status", "Đang trình ký"}, {"percent", 60.0}});
  CHECK(rows[1].title == "Tập huấn");
  CHECK(rows[1].filled == Filled{{"date", "hôm qua"}, {"status", "ổn"}, {"percent", 50.0}});
}

TEST_CASE("logs of two sources are one log") {
  const Progress one = read_progress_text("Mã;Ngày\n1;1/2/2026\n");
  const Progress two = read_progress_text("Mã;Ngày\n2;1/3/2026\n");
  const Progress both = merged(one, two);
  CHECK(both.entries.size() == 2);
  CHECK(both.entries[1] == two.entries[0]);
}

TEST_CASE("a register that was kept in the plan's own table is a log") {
  const Plan plan = read_plan_text(
      "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\tTiến độ\tKết quả\n"
      "1\tLập biên bản họp\tBiên bản\tPhòng Kinh tế\tQuý I\tHoàn thành\tBB số 3\n"
      "2\tLập biên bản kiểm tra\tBiên bản\tPhòng Kinh tế\tQuý II\t\t\n");
  const Progress log = progress_of_plan(plan, Date(2026, 3, 31));
  REQUIRE(log.entries.size() == 1);
  CHECK(log.entries[0].status == ProgressStatus::done);
  CHECK(log.entries[0].result == "BB số 3");
  CHECK(log.entries[0].date == Date(2026, 3, 31));
}

}  // namespace
