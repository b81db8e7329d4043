#include "reading_helpers.hpp"

using namespace sauro;

namespace {

PageRow row(const std::vector<std::string>& texts, std::uint32_t line = 0) {
  PageRow result;
  for (const std::string& text : texts) result.cells.push_back({text});
  result.line = line;
  return result;
}

PageBlock paragraph(const std::string& text, std::uint32_t line = 0) {
  PageBlock block;
  block.text = text;
  block.part = "trang 1";
  block.line = line;
  return block;
}

/// A table of tasks on page 3.
PageBlock table(const std::vector<PageRow>& rows) {
  PageBlock block;
  block.kind = PageBlockKind::table;
  block.part = "trang 3";
  block.rows.push_back(row({"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"}, 1));
  block.rows.insert(block.rows.end(), rows.begin(), rows.end());
  return block;
}

Plan read(const std::vector<PageBlock>& blocks) {
  Plan plan = plan_of_pages(blocks);
  CHECK(plan.coverage.lost() == 0);
  return plan;
}

int refusal(const std::vector<PageBlock>& blocks, const ReadOptions& options = {}) {
  return code_of([&] { static_cast<void>(plan_of_pages(blocks, options)); });
}

}  // namespace

TEST_CASE("A table handed in page by page is read as that of a document") {
  const Plan plan =
      read({paragraph("Phụ lục I"), table({row({"1", "Họp dân", "Công an xã", "Quý I"}),
                                           row({"2", "Tập huấn", "", "Quý II"})})});
  CHECK(ids(plan) == Strings{"1.1", "1.2"});
  CHECK(plan.tasks[0].leads == Strings{"cong-an"});
  CHECK(plan.remarks.empty());
}

TEST_CASE("A place is a page and a line, of the row's own page where it has one") {
  PageRow second = row({"2", "Tập huấn", "", "Quý II"}, 4);
  second.part = "trang 4";
  const Plan plan = read({table({row({"1", "Họp dân", "Công an xã", "Quý I"}, 7), second})});
  CHECK(plan.tasks[0].span == Span{"trang 3", 0, 7, 0});
  CHECK(plan.tasks[1].span == Span{"trang 4", 0, 4, 0});
}

TEST_CASE("Uncertain words are a remark with their task and field") {
  PageRow first = row({"1", "Họp dân", "Cóng an xã", "Quý I"}, 2);
  first.cells[2].uncertain = "Cóng";
  PageRow more = row({"", "và báo cáo", "", ""}, 3);
  more.cells[1].uncertain = "và";
  const Plan plan = read({table({first, more, row({"2", "Tập huấn", "", "Quý II"})})});
  REQUIRE(plan.remarks.size() == 2);
  CHECK(plan.remarks[0] ==
        Remark{RemarkKind::unsure, "1.1", "lead", "Cóng", {}, {"trang 3", 0, 2}});
  CHECK(plan.remarks[1] == Remark{RemarkKind::unsure, "1.1", "title", "và", {}, {"trang 3", 0, 3}});
}

TEST_CASE("Uncertain words of an area, a header, a paragraph or a whole table have no task") {
  PageRow area = row({"I", "Thể chế", "", ""}, 2);
  area.cells[1].uncertain = "Thể";
  PageBlock list = table({area, row({"1", "Họp dân", "Công an xã", "Quý I"})});
  list.rows[0].cells[3].uncertain = "gian";
  list.uncertain = "không kẻ ô";
  PageBlock text = paragraph("I. MỤC TIÊU", 5);
  text.uncertain = "TIÊU";
  const Plan plan = read({text, list});
  Strings said;
  for (const Remark& remark : plan.remarks) {
    CHECK(remark.task.empty());
    said.push_back(remark.chosen);
  }
  CHECK(said == Strings{"TIÊU", "không kẻ ô", "gian", "Thể"});
}

TEST_CASE("Fields of uncertain cells go by the columns of tasks and of indicators") {
  const Strings header{"STT",      "Nhiệm vụ",  "Sản phẩm", "Chủ trì",
                       "Phối hợp", "Thời gian", "Ghi chú"};
  PageRow cells = row({"1", "Họp", "Biên bản", "Công an xã", "Phòng Kinh tế", "Quý I", "gấp"});
  for (PageCell& cell : cells.cells) cell.uncertain = cell.text;
  PageBlock list;
  list.kind = PageBlockKind::table;
  list.rows = {row(header), cells};
  Strings fields;
  for (const Remark& remark : read({list}).remarks) fields.push_back(remark.field);
  CHECK(fields ==
        Strings{"number", "title", "product", "lead", "coordinator", "timeframe", "Ghi chú"});
}

TEST_CASE("What the giver sets aside is unread, with the reason") {
  PageBlock aside = paragraph("- 3 -");
  aside.kind = PageBlockKind::aside;
  aside.reason = "số trang";
  const Plan plan = read({table({row({"1", "Họp dân", "Công an xã", "Quý I"})}), aside});
  REQUIRE(plan.unread.size() == 1);
  CHECK(plan.unread[0].text == "- 3 -");
  CHECK(plan.unread[0].reason == "số trang");
  CHECK(plan.unread[0].span.part == "trang 1");
}

TEST_CASE("Controls are dropped from cells and paragraphs, and listed with their place") {
  const Plan plan = read({table({row({"1", "Họp d\x01ân", "Công an xã", "Quý I"}, 6)})});
  CHECK(plan.tasks[0].title == "Họp dân");
  REQUIRE(plan.slips.size() == 1);
  CHECK(plan.slips[0].span == Span{"trang 3", 0, 6, 0});
}

TEST_CASE("Cells over several rows and columns, and cells by their column, find their places") {
  PageRow first = row({"1", "Họp dân", "Công an xã", "Quý I"});
  first.cells[2].rows = 2;
  PageRow second;
  second.cells = {{"2", 1}, {"Tập huấn", 2}, {"Quý II", 4}};
  PageRow area;
  area.cells = {{"CẢI CÁCH THỂ CHẾ", 1, 4}};
  const Plan plan = read({table({area, first, second})});
  REQUIRE(plan.tasks.size() == 2);
  CHECK(plan.annexes[0].areas[0].title == "CẢI CÁCH THỂ CHẾ");
  CHECK(plan.tasks[1].leads == Strings{"cong-an"});
  CHECK(plan.tasks[1].timeframe.text == "Quý II");
}

TEST_CASE("Pages beyond the limits are refused") {
  const PageBlock one = table({row({"1", "Họp dân", "Công an xã", "Quý I"})});
  ReadOptions options;
  options.limits.cell_bytes = 8;
  CHECK(refusal({one}, options) == 140);
  options = {};
  options.limits.rows = 1;
  CHECK(refusal({one}, options) == 141);
  options = {};
  options.limits.columns = 3;
  CHECK(refusal({one}, options) == 142);
  options = {};
  options.limits.cells = 5;
  CHECK(refusal({one}, options) == 143);
  options = {};
  options.limits.bytes = 20;
  CHECK(refusal({one}, options) == 103);
}

TEST_CASE("A column, a width or a height out of all bounds is refused or cut, not filled") {
  PageRow wild;
  wild.cells = {{"1", 4'294'967'295U, 4'294'967'295U}};
  CHECK(refusal({table({wild})}) == 142);
  PageRow tall = row({"1", "Họp dân", "Công an xã", "Quý I"});
  tall.cells[2].rows = 4'294'967'295U;
  tall.cells[3].columns = 0;
  CHECK(read({table({tall})}).tasks.size() == 1);
}

TEST_CASE("Nothing, and what is no text, are refused") {
  CHECK(refusal({}) == 104);
  CHECK(refusal({paragraph(" \n")}) == 104);
  CHECK(refusal({paragraph("h\xC3")}) == 106);
}

TEST_CASE("An uncertain cell is a question whole, and a correction settles it") {
  PageRow first = row({"1", "Họp dân", "Cóng an xã", "Quý I"}, 2);
  first.cells[2].uncertain = "Cóng";
  const Plan plan = read({table({first})});
  Corrections settled = doubts(plan);
  REQUIRE(settled.list.size() == 1);
  CHECK(settled.list[0].field == CorrectedField::lead);
  CHECK(settled.list[0].read == "Cóng an xã");
  settled.list[0].value = "Công an xã";
  ReadOptions options;
  options.corrections = settled;
  const Plan mended = plan_of_pages({table({first})}, options);
  CHECK(mended.tasks[0].leads == Strings{"cong-an"});
  CHECK(mended.remarks.empty());
}

TEST_CASE("A line handed in as one goes on with a long line before it, a paragraph doesn't") {
  const std::string first = "Nâng cao chất lượng giải quyết thủ tục hành chính của Ủy ban nhân dân";
  const auto paragraphs = [&](bool after_gap) {
    PageBlock second = paragraph("Xã Vĩnh Phong trong năm 2026.", 3);
    second.after_gap = after_gap;
    return read({paragraph("I. MỤC TIÊU", 1), paragraph(first, 2), second}).sections.back();
  };
  CHECK(paragraphs(false).paragraphs == Strings{first + " Xã Vĩnh Phong trong năm 2026."});
  CHECK(paragraphs(true).paragraphs == Strings{first, "Xã Vĩnh Phong trong năm 2026."});
}
