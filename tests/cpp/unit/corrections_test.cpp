#include <algorithm>
#include <string>
#include <string_view>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

const std::string letterhead =
    "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nCải cách hành chính năm 2026\n\n";
const std::string head = "STT\tNhiệm vụ\tSản phẩm\tChủ trì\tThời gian\n";

std::string document(std::string_view rows) { return letterhead + head + std::string(rows); }

Plan read_with(const std::string& text, const Corrections& corrections) {
  ReadOptions options;
  options.corrections = corrections;
  return read_plan_text(text, options);
}

Correction settled(std::string task, std::string text, CorrectedField field, std::string value) {
  return {std::move(task), std::move(text), field, {}, {}, std::move(value)};
}

bool is_named(const Plan& plan, std::string_view name) {
  return std::any_of(plan.agencies.begin(), plan.agencies.end(),
                     [&](const Agency& agency) { return agency.name == name; });
}

bool fits_nowhere(const Plan& plan) {
  return std::any_of(plan.remarks.begin(), plan.remarks.end(),
                     [](const Remark& remark) { return remark.kind == RemarkKind::correction; });
}

const std::string two =
    "1\tBan hành kế hoạch kiểm tra\tKế hoạch\tPhòng Kinh tế Hội Nông dân\tQuý I\n"
    "2\tRà soát thủ tục hành chính\tBáo cáo\tCông an xã\ttùy tình hình\n";

}  // namespace

TEST_CASE(
    "a lead that a person settled is parted at semicolons alone, and bodies of the wrong "
    "reading are gone") {
  const Plan before = read_plan_text(document(two));
  const Plan plan =
      read_with(document(two), {{},
                                {settled("0.1", "Ban hành kế hoạch kiểm tra", CorrectedField::lead,
                                         "Phòng Kinh tế; Hội Nông dân")}});
  CHECK(plan.tasks[0].leads.size() == 2);
  CHECK(is_named(plan, "Hội Nông dân"));
  for (const std::string& id : before.tasks[0].leads) {
    const bool stays = std::find(plan.tasks[0].leads.begin(), plan.tasks[0].leads.end(), id) !=
                       plan.tasks[0].leads.end();
    CHECK((stays || !is_named(plan, before.agencies.front().name)));
  }
  CHECK_FALSE(fits_nowhere(plan));
  CHECK(plan.coverage.lost() == 0);
}

TEST_CASE("a time that a person settled is read as if it stood in the document") {
  const Plan plan = read_with(
      document(two),
      {{}, {settled("0.2", "Rà soát thủ tục hành chính", CorrectedField::timeframe, "Quý III")}});
  CHECK(plan.tasks[1].timeframe.due == Date(2026, 9, 30));
  CHECK(plan.tasks[0].timeframe.due == Date(2026, 3, 31));
}

TEST_CASE("a correction finds its task by its text where the ids have moved") {
  const std::string moved =
      "1\tTập huấn nghiệp vụ\tHội nghị\tCông an xã\tQuý I\n"
      "2\tBan hành kế hoạch kiểm tra\tKế hoạch\tCông an xã\tQuý I\n"
      "3\tRà soát thủ tục hành chính\tBáo cáo\tCông an xã\tQuý I\n";
  const Plan plan = read_with(
      document(moved),
      {{}, {settled("0.2", "Rà soát thủ tục hành chính", CorrectedField::product, "Danh mục")}});
  CHECK(plan.tasks[2].product == "Danh mục");
  CHECK(plan.tasks[1].product == "Kế hoạch");
}

TEST_CASE("a correction finds its task by its id where a few words have changed") {
  const Plan plan =
      read_with(document(two), {{},
                                {settled("0.2", "Rà soát, đơn giản hóa thủ tục hành chính",
                                         CorrectedField::product, "Danh mục")}});
  CHECK(plan.tasks[1].product == "Danh mục");
}

TEST_CASE("a correction that fits nowhere changes nothing and is a remark") {
  for (const Correction& one :
       {settled("0.2", "Mua sắm trang thiết bị", CorrectedField::product, "Danh mục"),
        settled("0.9", "", CorrectedField::product, "Danh mục"),
        settled("0.2", "Rà soát thủ tục hành chính", CorrectedField::unit, "%"),
        settled("", "Mua sắm", CorrectedField::row, "own")}) {
    const Plan plan = read_with(document(two), {{}, {one}});
    CHECK(fits_nowhere(plan));
    CHECK(plan.tasks == read_plan_text(document(two)).tasks);
  }
}

TEST_CASE("a column is what a person says, and an open column is left as it was") {
  const std::string text = letterhead +
                           "STT\tViệc của xã\tNơi nào lo\tBao giờ\n1\tTập huấn\tCông an xã\tQuý "
                           "I\n2\tKiểm tra\tPhòng Kinh tế\tQuý II\n";
  CHECK(read_plan_text(text).tasks.empty());
  Corrections own;
  own.columns = {{"VIỆC CỦA XÃ", ColumnMeaning::title},
                 {"Nơi nào lo", ColumnMeaning::lead},
                 {"Bao giờ", ColumnMeaning::timeframe}};
  const Plan plan = read_with(text, own);
  REQUIRE(plan.tasks.size() == 2);
  CHECK(plan.tasks[1].leads == std::vector<std::string>{"phong-kinh-te"});
  CHECK(plan.tasks[1].timeframe.due == Date(2026, 6, 30));
  for (ColumnCorrection& column : own.columns) column.value.reset();
  CHECK(read_with(text, own) == read_plan_text(text));
}

TEST_CASE("a row without a number is what a person says, whatever the reader would guess") {
  const std::string rows =
      "1\tBan hành kế hoạch\tKế hoạch\tCông an xã\tQuý I\n"
      "\tTheo dõi việc thực hiện\t\t\t\n"
      "2\tRà soát\tBáo cáo\tCông an xã\tQuý I\n";
  const auto tasks = [&](RowMeaning meaning) {
    const Correction row = settled("", "Theo dõi việc thực hiện", CorrectedField::row,
                                   std::string(to_string(meaning)));
    const Plan plan = read_with(document(rows), {{}, {row}});
    CHECK(plan.remarks.empty());
    CHECK(plan.coverage.lost() == 0);
    return plan.tasks.size();
  };
  CHECK(tasks(RowMeaning::own) == 3);
  CHECK(tasks(RowMeaning::joined) == 2);
  CHECK(tasks(RowMeaning::none) == 2);
}

TEST_CASE("doubts hold what was guessed and can't be read; filled in, nothing is left of them") {
  const std::string rows = two + "\tTheo dõi việc thực hiện\tBáo cáo\tCông an xã\tQuý I\n";
  Corrections open = doubts(read_plan_text(document(rows)));
  REQUIRE(open.list.size() == 3);  // a missing comma, a time, a row
  CHECK(read_with(document(rows), open) == read_plan_text(document(rows)));
  for (Correction& one : open.list) {
    const bool is_row = one.field == CorrectedField::row;
    const bool is_lead = one.field == CorrectedField::lead;
    one.value = is_row ? "own" : is_lead ? "Phòng Kinh tế; Hội Nông dân" : "Quý IV";
  }
  const Plan plan = read_with(document(rows), open);
  CHECK(plan.remarks.empty());
  CHECK(doubts(plan) == Corrections{});
}

TEST_CASE("corrections are the same after JSON; what can't be right is named by its pointer") {
  const Corrections open = doubts(read_plan_text(document(two)));
  CHECK(from_json<Corrections>(to_json(open)) == open);
  const std::string wrong = R"({"schema": "sauro/corrections/1",
      "columns": [{"header": "A", "value": "who"}],
      "corrections": [{"field": "row", "text": "B", "value": "above"}, {"field": "due"}]})";
  try {
    (void)corrections_from_json(wrong);
    FAIL("it was taken");
  } catch (const ValidationError& error) {
    REQUIRE(error.problems().size() == 3);
    CHECK(error.problems()[0].where == "/columns/0/value");
  }
}

TEST_CASE("what a person settled of a duty in the text holds, and is no guess any more") {
  const std::string text = letterhead +
                           "I. TỔ CHỨC THỰC HIỆN\n\n"
                           "1. Phòng Kinh tế: rà soát thủ tục hành chính, hoàn thành trước 30/6.\n"
                           "2. Giao Đội An Khê trực tại bộ phận một cửa trước ngày 15/7/2026.\n";
  const Plan before = read_plan_text(text);
  REQUIRE(before.duties.size() == 2);
  const std::string reviewed = before.duties[0].id;
  const std::string watched = before.duties[1].id;
  const Plan plan = read_with(
      text, {{},
             {settled(reviewed, "", CorrectedField::timeframe, "Quý III"),
              settled(reviewed, "", CorrectedField::coordinator, "Công an xã; Đoàn Thanh niên"),
              settled(watched, before.duties[1].title, CorrectedField::lead, "Đội Quản lý chợ"),
              settled(watched, "", CorrectedField::title, "Trực tại bộ phận một cửa")}});
  CHECK(plan.duties[0].timeframe.due == Date(2026, 9, 30));
  CHECK(plan.duties[0].coordinators.size() == 2);
  CHECK(plan.duties[1].title == "Trực tại bộ phận một cửa");
  CHECK(plan.duties[1].agency == plan.duties[1].leads.at(0));
  CHECK(is_named(plan, "Đội Quản lý chợ"));
  CHECK_FALSE(is_named(plan, "Đội An Khê"));
  CHECK_FALSE(fits_nowhere(plan));
  for (const Remark& remark : plan.remarks) {
    CHECK_FALSE((remark.task == reviewed && remark.field == "timeframe"));
    CHECK_FALSE((remark.task == watched && remark.field == "lead"));
  }
  CHECK(plan.coverage.lost() == 0);
}

TEST_CASE("a guess about a duty is asked for by its id and title; a product fits no duty") {
  const std::string text = letterhead +
                           "I. TỔ CHỨC THỰC HIỆN\n\n"
                           "1. Phòng Kinh tế: rà soát thủ tục hành chính, hoàn thành trước 30/6.\n";
  const Plan plan = read_plan_text(text);
  const Corrections asked = doubts(plan);
  REQUIRE(asked.list.size() == 1);
  CHECK(asked.list[0].task == plan.duties.at(0).id);
  CHECK(asked.list[0].text == plan.duties.at(0).title);
  CHECK(asked.list[0].field == CorrectedField::timeframe);
  CHECK(asked.list[0].read == "2026-06-30");
  CHECK(fits_nowhere(
      read_with(text, {{}, {settled(plan.duties[0].id, "", CorrectedField::product, "Báo cáo")}})));
}
