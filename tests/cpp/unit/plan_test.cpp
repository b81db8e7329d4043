#include <random>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Task task_of(const std::string& id) {
  Task task;
  task.id = id;
  return task;
}

TEST_CASE("a task is found by its id after every change of the plan, as a search would find it") {
  std::mt19937 random(9);
  Plan plan;
  for (int step = 0; step < 3000; ++step) {
    const std::string id = std::to_string(random() % 60);
    switch (random() % 4) {
      case 0:
        plan.tasks.push_back(task_of(id + "x" + std::to_string(step)));
        break;
      case 1:
        if (!plan.tasks.empty()) plan.tasks.erase(plan.tasks.begin());
        break;
      case 2:
        if (!plan.tasks.empty()) plan.tasks[random() % plan.tasks.size()].id = id;
        break;
      default:
        if (random() % 8 == 0) plan = Plan(plan);
    }
    for (const std::string& wanted : {id, std::string("none")}) {
      const auto found = std::find_if(plan.tasks.begin(), plan.tasks.end(),
                                      [&](const Task& task) { return task.id == wanted; });
      if (found == plan.tasks.end()) {
        CHECK_THROWS_AS(static_cast<void>(plan.task(wanted)), NotFoundError);
      } else {
        CHECK(plan.task(wanted).id == wanted);
      }
    }
  }
}

TEST_CASE("what was asked for doesn't make two plans different") {
  Plan one;
  one.tasks = {task_of("1"), task_of("2")};
  const Plan two = one;
  static_cast<void>(one.task("2"));
  CHECK(one == two);
}

TEST_CASE("a plan can begin in a program") {
  Task task;
  task.annex = 1;
  task.area = "I";
  task.number = "1";
  task.title = "Họp dân";
  task.leads = {"Phòng Kinh tế", "PHÒNG KINH TẾ"};
  task.timeframe = parse_timeframe("Quý I", {.year = 2026});
  Task part = task;
  part.number = "1.1";
  part.parent = "1.I.1";
  part.coordinators = {"Công an xã"};
  const Plan plan = Plan().with_task(task).with_task(part);
  CHECK(ids(plan) == std::vector<std::string>{"1.I.1", "1.I.1.1"});
  CHECK(plan.task("1.I.1").leads == std::vector<std::string>{"phong-kinh-te", "phong-kinh-te"});
  REQUIRE(plan.agencies.size() == 2);
  CHECK(plan.agency("cong-an-xa").name == "Công an xã");
  REQUIRE(plan.annexes.size() == 1);
  CHECK(plan.annexes[0].areas.size() == 1);
  ScheduleOptions options;
  options.year = 2026;
  const Schedule made = schedule(plan, WorkingCalendar::vietnam(), options);
  CHECK(made.occurrences[0].due == Date(2026, 3, 31));
  CHECK(made.tasks[0].lead_names[0] == "Phòng Kinh tế");
  CHECK(plan_from_json(to_json(plan)) == plan);
}

TEST_CASE("a task of a known id takes the place of the old one") {
  const Plan plan = read_plan(EXAMPLES "/ke-hoach-phu-my.txt");
  Task task = plan.task("1.I.1");
  task.title = "Việc khác";
  const Plan changed = plan.with_task(task);
  CHECK(changed.tasks.size() == plan.tasks.size());
  CHECK(changed.task("1.I.1").title == "Việc khác");
  CHECK(plan.with_task(plan.task("1.I.1")) == plan);
}

TEST_CASE("a task that can't stand in a plan is refused") {
  CHECK_THROWS_WITH_AS(static_cast<void>(Plan().with_task(Task{})),
                       doctest::Contains("cần có mã (id) hoặc số thứ tự"), ValidationError);
  Task orphan = task_of("1.1");
  orphan.parent = "1";
  CHECK_THROWS_WITH_AS(static_cast<void>(Plan().with_task(orphan)),
                       doctest::Contains("không có nhiệm vụ cha “1”"), ValidationError);
}

TEST_CASE("rows of cells give the plan that a document of the same table gives") {
  const std::string header = "STT¦Nhiệm vụ¦Sản phẩm¦Cơ quan chủ trì¦Cơ quan phối hợp¦Thời gian\n";
  const std::string rows =
      "I¦CÔNG TÁC CHỈ ĐẠO¦¦¦¦\n"
      "1¦Ban hành kế hoạch¦Kế hoạch¦Phòng Văn hóa - Xã hội¦Công an xã¦Quý I\n"
      "2¦Giải quyết 95% hồ sơ đúng hạn¦Báo cáo¦Phòng Kinh tế¦¦Hằng quý\n"
      "II¦THỦ TỤC HÀNH CHÍNH¦¦¦¦\n"
      "1¦Rà soát thủ tục¦Danh mục¦Công an xã¦¦Trước ngày 30/6/2026\n";
  const Plan document = read_text(header + rows);
  std::string csv = header + rows;
  for (std::size_t at = csv.find("¦"); at != std::string::npos; at = csv.find("¦", at)) {
    csv.replace(at, std::string_view("¦").size(), ";");
  }
  CsvOptions options;
  options.name = "ke-hoach.csv";
  Document head;
  head.kind = "KH";
  head.number = "5/KH-UBND";
  head.date = Date(2026, 1, 15);
  const Plan plan = plan_of_grid(read_csv_text(csv, options), head);
  CHECK(plan.coverage.lost() == 0);
  CHECK(plan.document == head);
  REQUIRE(ids(plan) == ids(document));
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    CHECK(plan.tasks[i].title == document.tasks[i].title);
    CHECK(plan.tasks[i].leads == document.tasks[i].leads);
    CHECK(plan.tasks[i].targets == document.tasks[i].targets);
    CHECK(plan.tasks[i].timeframe.text == document.tasks[i].timeframe.text);
  }
  CHECK(plan.tasks[0].timeframe.due == Date(2026, 3, 31));
  CHECK(plan.tasks[2].span.part == "ke-hoach.csv, row 6");
}

TEST_CASE("the number of a task in a grid is a text or a whole number") {
  Grid grid;
  grid.name = "so.xlsx";
  grid.columns = {"STT", "Nhiệm vụ", "Thời gian"};
  const auto read_numbers = [&](const std::vector<GridCell>& numbers) {
    grid.rows.clear();
    for (const GridCell& number : numbers) {
      const std::string place = "row " + std::to_string(grid.rows.size() + 2);
      grid.rows.push_back({place, {number, "Rà soát thủ tục", "Quý I"}, {}});
    }
    return plan_of_grid(grid, Document{});
  };
  CHECK(ids(read_numbers({"1.10", 2.0, "3"})).size() == 3);
  try {
    read_numbers({"1", 1.1, Date(2026, 2, 1), true});
    FAIL("numbers were taken as codes");
  } catch (const ValidationError& error) {
    REQUIRE(error.problems().size() == 3);
    CHECK(error.problems()[0].where == "so.xlsx, row 3, column STT");
    CHECK(error.problems()[1].where == "so.xlsx, row 4, column STT");
  }
}

TEST_CASE("measures are held against the targets of their tasks") {
  const Plan plan = read_rows("1¦Giải quyết trên 95% hồ sơ đúng hạn¦¦Phòng A¦¦Quý I\n");
  const std::string id = plan.tasks[0].id;
  CHECK(measure_targets(plan, {{id, 95.0000000001}})[0].met == false);
  CHECK(measure_targets(plan, {{id, 95.1}})[0].met == true);
  CHECK(measure_targets(plan, {{id, 95.1, "cuộc"}}).empty());
  CHECK(targets_table(measure_targets(plan, {{id, 96}})).column("met").boolean(0));
  CHECK_THROWS_WITH_AS(static_cast<void>(measure_targets(plan, {{"9", 1}, {"8", 1}})),
                       doctest::Contains("không có nhiệm vụ “8”"), ValidationError);
}

TEST_CASE("a target of a range says whether its ends count") {
  Target target;
  target.kind = TargetKind::quantity;
  target.comparison = Comparison::range;
  target.value = 50;
  target.upper = 100;
  CHECK(is_met(target, 50) == true);
  CHECK(is_met(target, 100) == true);
  CHECK(is_met(target, 100.5) == false);
  target.upper_excluded = true;
  CHECK(is_met(target, 100) == false);
  target.kind = TargetKind::not_measurable;
  CHECK_FALSE(is_met(target, 60));
}

}  // namespace
