#include <cmath>

#include "reading_helpers.hpp"
#include "writing/json_in.hpp"

using namespace sauro;
using detail::JsonDocument;

namespace {

const WorkingCalendar& civil_service() {
  static const WorkingCalendar calendar = WorkingCalendar::vietnam();
  return calendar;
}

Plan example() { return read_plan(EXAMPLES "/ke-hoach-phu-my.txt"); }

TEST_CASE("a schedule that is written as JSON is read as itself") {
  for (const char* name : {"/ke-hoach-phu-my.txt", "/ke-hoach-an-loc.txt"}) {
    const Schedule made = schedule(read_plan(std::string(EXAMPLES) + name), civil_service());
    for (const int indent : {-1, 1}) CHECK(from_json<Schedule>(to_json(made, indent)) == made);
  }
}

TEST_CASE("JSON that is no schedule is refused with the place of each fault") {
  const auto faults = [](const std::string& json) {
    try {
      static_cast<void>(schedule_from_json(json));
    } catch (const ValidationError& error) {
      std::vector<std::string> places;
      for (const Problem& one : error.problems()) places.push_back(one.where);
      return places;
    }
    return std::vector<std::string>{"taken"};
  };
  const std::string head = R"({"schema": "sauro/schedule/2", "title": "KH", "year": 2026, )";
  const std::string task =
      R"({"id": "1", "title": "", "annex": 0, "area": "I", "area_name": "CHUNG", "product": "",
          "leads": ["phong-a"], "lead_names": ["Phòng A"], "coordinators": [],
          "coordinator_names": [], "timeframe": ""})";
  const std::string two_tasks = head + "\"tasks\": [" + task + "," + task + "], ";
  CHECK(faults(R"({"schema": "sauro/plan/1"})") == std::vector<std::string>{"/schema"});
  CHECK(faults(head + R"("tasks": [{"id": 1}], "occurrences": 3, "dependencies": []})").size() > 3);
  CHECK(faults(two_tasks + R"("occurrences": [{"task": "1", "occurrence": "", "start": null,
                  "due": "31/3/2026", "kind": "often"}], "dependencies": []})") ==
        std::vector<std::string>{"/occurrences/0/due", "/occurrences/0/kind"});
  CHECK(faults(two_tasks + R"("occurrences": [{"task": null, "occurrence": "", "start": null,
                  "due": null, "kind": "once"}],
                  "dependencies": [{"before": "1", "after": "9", "kind": "given"}]})") ==
        std::vector<std::string>{"/tasks/1/id", "/occurrences/0/task", "/dependencies/0/after"});
  CHECK(faults(head + "\"tasks\": [" + task + R"(], "occurrences": [], "dependencies": []})") ==
        std::vector<std::string>{"taken"});
  CHECK_THROWS_AS(static_cast<void>(schedule_from_json("{")), ParseError);
}

TEST_CASE("a schedule of the first schema is refused with the name of this one") {
  try {
    static_cast<void>(schedule_from_json(R"({"schema": "sauro/schedule/1", "tasks": []})"));
    FAIL("it was read");
  } catch (const ValidationError& error) {
    REQUIRE(error.problems().size() == 1);
    CHECK(error.where() == "/schema");
    CHECK(error.message_en() == "expected \"sauro/schedule/2\"");
  }
}

TEST_CASE("a log that is written as JSON is read as itself") {
  Progress log = read_progress(EXAMPLES "/tien-do-phu-my.csv");
  Progress again = from_json<Progress>(to_json(log));
  for (Progress* one : {&log, &again}) {
    for (ProgressEntry& entry : one->entries) entry.place.clear();
  }
  CHECK(again == log);
}

TEST_CASE("a plain list of objects is a log, and its faults have their places") {
  ProgressOptions options;
  options.csv.name = "log.json";
  const Progress log = progress_from_json(
      R"([{"Mã nhiệm vụ": "1", "Ngày": "1/2/2026", "Tỷ lệ": 40}, {"Ngày": "2026-02-02", "Mã nhiệm vụ": "2",
           "Trạng thái": "Xong", "Tỷ lệ": null}])",
      options);
  REQUIRE(log.entries.size() == 2);
  CHECK(log.entries[0].percent == 40);
  CHECK(log.entries[1].status == ProgressStatus::done);
  CHECK(log.entries[1].place == "log.json, entry 2");
  CHECK_THROWS_WITH_AS(
      static_cast<void>(progress_from_json(R"([{"task": "1", "date": ["x"]}])", options)),
      doctest::Contains("log.json, entry 1: “date” là một nhóm giá trị"), ValidationError);
  for (const char* none : {"3", "[1]", "{}", R"({"entries": {}})"}) {
    CHECK_THROWS_AS(static_cast<void>(progress_from_json(none)), ValidationError);
  }
  CHECK_THROWS_AS(static_cast<void>(progress_from_json("[")), ParseError);
}

TEST_CASE("a log of objects with more names than a log has columns is refused at the entry") {
  std::string json = R"([{"task": "1", "status": "done"})";
  for (int i = 2; i <= 120; ++i) json += R"(, {"task": "1", "x)" + std::to_string(i) + "\": 1}";
  CHECK_THROWS_WITH_AS(static_cast<void>(progress_from_json(json + "]")),
                       doctest::Contains("entry 100: nhật ký có hơn 100 tên trường khác nhau"),
                       ValidationError);
}

TEST_CASE("plans and frameworks are read from JSON by their types") {
  const Plan plan = example();
  CHECK(from_json<Plan>(to_json(plan)) == plan);
  const Framework framework = load_framework("pgi-2023");
  CHECK(from_json<Framework>(to_json(framework, -1)) == framework);
}

TEST_CASE("a table is an object a line") {
  const Table table(
      {Column::of("xã", std::vector<std::string>{"An \"Lộc\"", ""}),
       Column::of("số", std::vector<std::optional<std::int64_t>>{9007199254740993, {}}),
       Column::of("tỷ lệ", std::vector<double>{0.5, std::nan("")}),
       Column::of("ngày", std::vector<Date>{Date(2026, 3, 31), Date(2026, 4, 1)}),
       Column::of("có", std::vector<bool>{true, false})});
  CHECK(to_json_lines(table) ==
        R"({"xã":"An \"Lộc\"","số":9007199254740993,"tỷ lệ":0.5,"ngày":"2026-03-31","có":true})"
        "\n"
        R"({"xã":"","số":null,"tỷ lệ":null,"ngày":"2026-04-01","có":false})"
        "\n");
}

TEST_CASE("a board as JSON has its counts, rows, alerts and measured targets") {
  const Plan plan = example();
  const Progress log = read_progress(EXAMPLES "/tien-do-phu-my.csv");
  const Board board =
      track(schedule(plan, civil_service()), log, Date(2026, 7, 10), civil_service());
  JsonDocument document(to_json(board, targets_table(measure_targets(plan, {{"1.III.1", 97.2}}))));
  const detail::JsonIn root = document.root();
  CHECK(root.find("schema")->text() == "sauro/board/2");
  CHECK(root.find("as_of")->text() == "2026-07-10");
  CHECK(root.find("rows")->size() == board.rows.size());
  CHECK(root.find("alerts")->size() == board.alerts.size());
  CHECK(root.find("targets")->size() == 1);
  std::int64_t total = 0;
  root.find("counts")->each([&](const detail::JsonIn& one) { total += one.integer(); });
  CHECK(total == static_cast<std::int64_t>(board.rows.size()));
}

TEST_CASE("findings as JSON have points, clears and places") {
  const Findings found = check(read_plan(EXAMPLES "/ke-hoach-an-loc.txt"));
  JsonDocument document(to_json(found));
  const detail::JsonIn root = document.root();
  CHECK(root.find("points")->number() == doctest::Approx(*found.points));
  CHECK(root.find("clears")->size() == six_clears.size());
  CHECK(root.find("findings")->size() == found.findings.size());
  CHECK(root.find("clarity")->size() == static_cast<std::size_t>(found.clarity.rows()));
}

TEST_CASE("a scorecard and its explanation as JSON have null where points are missing") {
  const Framework framework = load_framework("pgi-2023");
  Inputs inputs;
  inputs.units = {"A", "B"};
  const Scorecard card = score(framework, inputs);
  JsonDocument scores(to_json(card));
  const auto total = scores.root().find("criteria");
  REQUIRE(total->size() == framework.criteria().size());
  total->each([&](const detail::JsonIn& one) {
    CHECK(one.find("points")->size() == 2);
    one.find("points")->each([](const detail::JsonIn& point) { CHECK(point.is_null()); });
  });
  JsonDocument reasons(to_json(card.explain("", 0)));
  CHECK(reasons.root().find("points")->is_null());
  CHECK(reasons.root().find("high")->number() == card.high()[0]);
  CHECK(reasons.root().find("parts")->size() == framework.children(0).size());
}

}  // namespace
