#include "reading_helpers.hpp"

using namespace sauro;

TEST_CASE("JSON goes both ways without loss") {
  for (const char* file : {EXAMPLES "/ke-hoach-an-loc.txt", EXAMPLES "/ke-hoach-tan-hoa.docx"}) {
    const Plan plan = read_plan(file);
    CHECK(plan_from_json(to_json(plan)) == plan);
    CHECK(plan_from_json(to_json(plan, -1)) == plan);
  }
  CHECK(plan_from_json(to_json(Plan{})) == Plan{});
}

TEST_CASE("two targets of one horizon survive the way through JSON") {
  Plan plan;
  Indicator indicator;
  indicator.id = "1.1";
  indicator.targets = {{"2030", "≥ 3", parse_target("≥ 3")}, {"2030", "≥ 5", parse_target("≥ 5")}};
  plan.indicators.push_back(indicator);
  CHECK(plan_from_json(to_json(plan)) == plan);
}

TEST_CASE("timeframes and targets survive the way through JSON, and bare texts are read") {
  const Plan plan = read_rows(
      "1¦Số hóa đạt từ 80% trở lên, phấn đấu 100%; xếp loại khá trở lên¦¦¦¦Hằng quý, trước ngày "
      "15\n"
      "2¦Trả lời tăng ít nhất 5% so với năm 2025¦¦¦¦Trong 05 ngày làm việc kể từ ngày nhận\n"
      "3¦Họp¦¦¦¦17 giờ 00 ngày 30/01/2026\n");
  CHECK(plan.tasks[0].targets.size() == 3);
  CHECK(plan.tasks[1].timeframe.limit == TimeLimit(5, TimeUnit::working_days));
  CHECK(plan_from_json(to_json(plan)) == plan);
  const Plan bare = plan_from_json(
      R"({"schema": "sauro/plan/1", "document": {"date": "2026-03-20"},
          "tasks": [{"id": "1", "timeframe": {"text": "Quý I"}}]})");
  CHECK(bare.tasks[0].timeframe.due == Date(2026, 3, 31));
}

TEST_CASE("all problems of a JSON text are told at once, by pointer") {
  try {
    (void)plan_from_json(
        R"({"schema": "sauro/plan/2", "document": {"date": "2026-02-30"},
            "tasks": [{"id": "1"}, {"title": 5, "annex": -1}], "agencies": {}})");
    FAIL("no error");
  } catch (const ValidationError& error) {
    CHECK(english(error) ==
          "/schema: expected \"sauro/plan/1\"\n"
          "/document/date: expected a real day as YYYY-MM-DD or null, found \"2026-02-30\"\n"
          "/agencies: expected a list\n"
          "/tasks/1: the member \"id\" is missing\n"
          "/tasks/1/annex: expected a whole number from 0 to 2147483647\n"
          "/tasks/1/title: expected a text");
  }
}

TEST_CASE("malformed or deep JSON is refused with its place") {
  CHECK(code_of([] { (void)plan_from_json("{\"schema\": "); }) == 300);
  CHECK(code_of([] { (void)plan_from_json(""); }) == 300);
  CHECK(code_of([] { (void)plan_from_json("[]"); }) == 301);
  CHECK(code_of([] { (void)plan_from_json("{}"); }) == 301);
  CHECK(code_of([] { (void)plan_from_json(std::string(100'000, '[')); }) == 127);
}

TEST_CASE("a register of agencies is read from JSON") {
  const AgencyRegister names = agency_register_from_json(
      R"({"agencies": [{"name": "Tổ số 1", "aliases": ["Tổ Một"]}, {"id": "x", "name": "Ban X"}]})");
  REQUIRE(names.entries().size() == 2);
  CHECK(names.entries()[0].id == "to-so-1");
  CHECK(names.find(agency_key("TỔ MỘT"))->name == "Tổ số 1");
  CHECK(names.find("khong co") == nullptr);
  CHECK(code_of([] { (void)agency_register_from_json(R"({"agencies": [{"id": "x"}]})"); }) == 301);
}

TEST_CASE("asking for what the plan doesn't have is an error that names it") {
  const Plan plan = read_rows("1¦Một¦¦¦¦Q1\n");
  CHECK(plan.task("1.1").title == "Một");
  CHECK(code_of([&] { (void)plan.task("9.9"); }) == 202);
  CHECK(code_of([&] { (void)plan.agency("nobody"); }) == 202);
}

TEST_CASE("a number that no double holds is malformed JSON, not an exception of another library") {
  CHECK(code_of([] { (void)plan_from_json(R"({"tasks": 2e1211})"); }) == 300);
  CHECK(code_of([] { (void)holiday_decisions_from_json(R"({"decisions": 2e1211})"); }) == 300);
}
