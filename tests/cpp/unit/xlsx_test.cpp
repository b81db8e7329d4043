#include "xlsx_builder.hpp"

#include "reading/number_format.hpp"
#include "reading/office_archive.hpp"
#include "reading/source.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

const std::string header = text_row(1, {"STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Thời gian"});

Plan read_book(const std::string& bytes, const ReadOptions& options = {}) {
  const Plan plan = read_plan_text(bytes, options);
  CHECK(plan.coverage.lost() == 0);
  return plan;
}

/// The plan of one sheet named A.
Plan read_sheet(const std::string& data, const std::string& after = "") {
  return read_book(make_xlsx({{"A", data, "", after}}));
}

/// What a cell of this XML is read as, as the title of a task.
std::string title_of(const std::string& cell, const std::string& strings = "") {
  const std::string row = sheet_row(2, text_cell("A2", "1") + cell + text_cell("D2", "Ban A"));
  const Plan plan = read_book(make_xlsx({{"A", header + row}}, strings));
  return plan.tasks.empty() ? "no task" : plan.tasks.front().title;
}

std::string refusal(const std::string& data, const ReadLimits& limits = {},
                    const std::string& after = "") {
  ReadOptions options;
  options.limits = limits;
  return refusal_of(
      [&] { static_cast<void>(read_plan_text(make_xlsx({{"A", data, "", after}}), options)); });
}

std::string shown(const std::string& code, double value, bool from_1904 = false) {
  return detail::NumberFormat(code).show(value, from_1904);
}

}  // namespace

TEST_CASE("texts of cells are read from wherever they stand") {
  const std::string strings =
      "<si><t>Lập</t></si><si><r><t>Lập </t></r><r><rPr/><t>báo cáo</t></r>"
      "<rPh sb=\"0\"><t>x</t></rPh></si>";
  CHECK(title_of("<c r=\"B2\" t=\"s\"><v>0</v></c>", strings) == "Lập");
  CHECK(title_of("<c r=\"B2\" t=\"s\"><v>1</v></c>", strings) == "Lập báo cáo");
  CHECK(title_of(
            "<c r=\"B2\" t=\"inlineStr\"><is><r><t>Lập</t></r><r><t> kế hoạch</t></r></is></c>") ==
        "Lập kế hoạch");
  CHECK(title_of("<c r=\"B2\" t=\"str\"><f>A1</f><v>Lập</v></c>") == "Lập");
  CHECK(title_of("<c r=\"B2\" t=\"inlineStr\"><is><t>L_x1EAD_p_x000D_\nx</t></is></c>") == "Lập x");
  CHECK(title_of("<x:c xmlns:x=\"x\" r=\"B2\" t=\"str\"><x:v>Lập</x:v></x:c>") == "Lập");
  CHECK(title_of("<c r=\"B2\" t=\"b\"><v>1</v></c>") == "TRUE");
}

TEST_CASE("a number is shown as a Vietnamese office sees it") {
  struct Case {
    std::string code;
    double value;
    std::string shown;
  };
  const std::vector<Case> cases = {
      {"", 3, "3"},
      {"", 1.5, "1,5"},
      {"", -0.1, "-0,1"},
      {"", 0.1 + 0.2, "0,3"},
      {"", 79123456789, "79123456789"},
      {"General", 12, "12"},
      {"0", 2.5, "3"},
      {"0", -0.4, "0"},
      {"00", 7, "07"},
      {"0000", 12, "0012"},
      {"0.00", 2.675, "2,68"},
      {"0.0#", 1.5, "1,5"},
      {"#.##", 0.5, ",5"},
      {"#,##0", 1234567, "1.234.567"},
      {"#,##0.0", 1234.55, "1.234,6"},
      {"#,##0,", 1234567, "1.235"},
      {"0%", 0.855, "86%"},
      {"0.0%", 0.855, "85,5%"},
      {"00\\-000", 12345, "12-345"},
      {"0\" ngày\"", 5, "5 ngày"},
      {"#,##0 [$₫-42A]", 5000, "5.000 ₫"},
      {"[Red]-0;0", 4, "-4"},
      {"0;(0);\"không\"", -4, "(4)"},
      {"0;(0);\"không\"", 0, "không"},
      {"[>=100]0\" trăm\";0\" ít\"", 5, "5 ít"},
      {"@", 1.5, "1,5"},
      {"# ?/?", 0.5, "0,5"},
      {"0.0E+00", 12345, "1,2E+04"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.code);
    CHECK(shown(one.code, one.value) == one.shown);
  }
}

TEST_CASE("a day is shown with the day first, whatever its format") {
  CHECK(shown("dd/mm/yyyy", 46112) == "31/03/2026");
  CHECK(shown("d/m/yy", 46112) == "31/3/2026");
  CHECK(shown("m/d/yyyy", 46112) == "31/3/2026");
  CHECK(shown("yyyy\\-mm\\-dd", 46112) == "31/03/2026");
  CHECK(shown("[$-42A]dd\" tháng \"mm\" năm \"yyyy", 46112) == "31 tháng 03 năm 2026");
  CHECK(shown("mmm-yy", 46112) == "tháng 3/2026");
  CHECK(shown("dddd, d/m", 46112) == "Thứ ba, 31/3/2026");
  CHECK(shown("dd/mm/yyyy hh:mm", 46112.75) == "31/03/2026 18:00");
  CHECK(shown("h:mm AM/PM", 0.75) == "6:00 CH");
  CHECK(shown("[h]:mm:ss", 1.5) == "36:00:00");
  CHECK(shown("mm:ss.0", 0.5) == "00:00");
  CHECK(shown("dd/mm/yyyy", -1) == "-1");
  CHECK(shown("dd/mm/yyyy", 1e300) == "1,00000E+300");
}

TEST_CASE("the two systems of days differ by 1462, and only one has a 29 February 1900") {
  CHECK(shown("dd/mm/yyyy", 1) == "01/01/1900");
  CHECK(shown("dd/mm/yyyy", 59) == "28/02/1900");
  CHECK(shown("dd/mm/yyyy", 60) == "29/02/1900");
  CHECK(shown("dd/mm/yyyy", 61) == "01/03/1900");
  CHECK(shown("dd/mm/yyyy", 60, true) == "01/03/1904");
  CHECK(shown("dddd", 61) == "Thứ năm");
  CHECK_FALSE(detail::day_of_serial(60, false));
  for (double serial = 1; serial < 3'000; ++serial) {
    const auto day = detail::day_of_serial(serial, true);
    CHECK(day == detail::day_of_serial(serial + 1462, false));
  }
  const std::string row = text_cell("A2", "1") + text_cell("B2", "Lập") + text_cell("D2", "Ban A") +
                          "<c r=\"E2\" s=\"1\"><v>44650</v></c>";
  const Plan plan = read_book(
      make_xlsx({{"A", header + sheet_row(2, row)}}, "", {"dd/mm/yyyy"}, "date1904=\"1\""));
  CHECK(plan.tasks.front().timeframe.text == "31/03/2026");
}

TEST_CASE("a format is read without fault whatever it is") {
  const std::string_view signs = "0#?.,%\"\\_*[]$<>=-+;@/ ymdhsAPE:Gg\xE1";
  std::uint32_t state = 7;
  for (int round = 0; round < 20'000; ++round) {
    std::string code;
    for (std::size_t i = 0; i < 9; ++i) {
      state = state * 1'664'525U + 1'013'904'223U;
      code += signs[(state >> 16U) % signs.size()];
    }
    const detail::NumberFormat format(code);
    for (const double value : {0.0, 1.0, -2.5, 60.0, 46112.3, 1e-9, 1e14, -1e200, 2958465.0}) {
      CHECK(format.show(value).size() < 400);
    }
    CHECK(format.show(std::string_view("x")).size() < 400);
  }
}

TEST_CASE("each sheet is an annex that is called as its sheet, or as its own heading says") {
  const std::string tasks = text_row(2, {"1", "Lập kế hoạch", "", "Ban A"});
  const std::string titled = text_row(1, {"PHỤ LỤC 5"}) + text_row(2, {"DANH MỤC"}) +
                             text_row(4, {"STT", "Nhiệm vụ", "", "Chủ trì"}) +
                             text_row(5, {"1", "Rà soát", "", "Ban B"});
  const Plan plan = read_book(make_xlsx({{"Nhiệm vụ", header + tasks}, {"B", titled}, {"C", ""}}));
  REQUIRE(plan.annexes.size() == 2);
  CHECK(plan.annexes[0].label == "Nhiệm vụ");
  CHECK(plan.annexes[1].label == "PHỤ LỤC 5");
  CHECK(plan.annexes[1].title == "DANH MỤC");
  CHECK(ids(plan) == Strings{"1.1", "5.1"});
}

TEST_CASE("a cell's place is its sheet and name, in both languages") {
  const Plan plan =
      read_book(make_xlsx({{"Phụ lục I", header + text_row(12, {"", "", "", ""}) +
                                             text_row(13, {"1", "Lập", "", "Ban A"})}}));
  CHECK(plan.tasks.front().span == Span{"Phụ lục I", 0, 13, 2});
  CHECK(detail::to_text(Span{"Phụ lục I", 0, 12, 3}) == "Phụ lục I, ô C12");
  CHECK(detail::to_text(Span{"Phụ lục I", 0, 12, 16384}, true) == "Phụ lục I, cell XFD12");
  CHECK(detail::to_text(Span{"Phụ lục I", 0, 12, 0}) == "Phụ lục I, dòng 12");
  CHECK(detail::to_text(Span{"word/document.xml", 5, 0, 0}) == "word/document.xml, paragraph 5");
}

TEST_CASE("only the sheets that are named are read, and a missing name says which there are") {
  const auto book = make_xlsx({{"A", header + text_row(2, {"1", "Lập", "", "Ban A"})},
                               {"B", header + text_row(2, {"1", "Rà", "", "Ban A"})}});
  ReadOptions options;
  options.sheets = {"B"};
  CHECK(read_book(book, options).tasks.front().title == "Rà");
  options.sheets = {"B", "C"};
  CHECK(refusal_of([&] { static_cast<void>(read_plan_text(book, options)); }) ==
        "sheets: no sheet 'C'; there are A, B");
}

TEST_CASE("cells without a place stand beside one another, rows without one below") {
  const auto cell = [](const std::string& text) { return "<c t=\"str\"><v>" + text + "</v></c>"; };
  const Plan plan = read_sheet("<row>" + cell("STT") + cell("Nhiệm vụ") + cell("Chủ trì") +
                               "</row><row>" + cell("1") + cell("Lập") + cell("Ban A") + "</row>");
  CHECK(plan.tasks.front().title == "Lập");
  CHECK(plan.tasks.front().span == Span{"A", 0, 2, 2});
}

TEST_CASE("rows and cells are taken in their own order, whatever that of the file") {
  const std::string two =
      sheet_row(2, text_cell("D2", "Ban A") + text_cell("B2", "Lập") + text_cell("A2", "1"));
  const Plan plan = read_sheet(two + header);
  CHECK(plan.tasks.front().title == "Lập");
  CHECK(plan.tasks.front().lead == "Ban A");
}

TEST_CASE("an empty row parts tables, and a table without a header goes on") {
  const Plan plan =
      read_sheet(header + text_row(2, {"1", "Lập", "", "Ban A", "Quý I"}) +
                 text_row(4, {"2", "Rà", "", "Ban B"}) + text_row(6, {"DANH MỤC CHỈ TIÊU"}) +
                 text_row(7, {"STT", "Chỉ tiêu", "Đơn vị", "Năm 2026"}) +
                 text_row(8, {"1", "Tỷ lệ", "%", "85"}));
  CHECK(ids(plan) == Strings{"1.1", "1.2"});
  CHECK(plan.tasks[1].lead == "Ban B");
  REQUIRE(plan.indicators.size() == 1);
  CHECK(plan.indicators.front().name == "Tỷ lệ");
}

TEST_CASE("merged cells hold for each of their rows, and what they hide is unread") {
  const Plan plan = read_sheet(
      header + text_row(2, {"1", "Lập", "", "Ban A", "Quý I"}) +
          text_row(3, {"2", "Rà", "", "che", ""}) + text_row(4, {"3", "Sửa", "", "", "Quý II"}),
      "<mergeCells count=\"9\"><mergeCell ref=\"D2:D4\"/><mergeCell ref=\"E2:E3\"/>"
      "<mergeCell ref=\"D3:E3\"/></mergeCells>");
  REQUIRE(plan.tasks.size() == 3);
  for (const Task& task : plan.tasks) CHECK(task.lead == "Ban A");
  CHECK(plan.tasks[1].timeframe.text == "Quý I");
  CHECK(plan.tasks[2].timeframe.text == "Quý II");
  REQUIRE(plan.unread.size() == 1);
  CHECK(plan.unread.front().text == "che");
  CHECK(plan.unread.front().span == Span{"A", 0, 3, 4});
}

TEST_CASE("a range merged over the whole sheet costs and covers what is there") {
  const Plan plan = read_sheet(header + text_row(2, {"1", "Lập", "", "Ban A"}),
                               "<mergeCells><mergeCell ref=\"F1:XFD1048576\"/></mergeCells>");
  CHECK(plan.tasks.size() == 1);
  CHECK(read_sheet(text_row(1, {"a", "b"}),
                   "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")
            .unread.front()
            .text == "b");
}

TEST_CASE("errors and formulas without a value are empty, with their place") {
  const Plan plan = read_sheet(header + sheet_row(2, text_cell("A2", "1") + text_cell("B2", "Lập") +
                                                         "<c r=\"D2\" t=\"e\"><v>#N/A</v></c>"
                                                         "<c r=\"E2\"><f>1+1</f><v></v></c>"));
  CHECK(plan.tasks.front().lead.empty());
  REQUIRE(plan.remarks.size() == 2);
  CHECK(plan.remarks[0].others == Strings{"#N/A"});
  CHECK(plan.remarks[0].span == Span{"A", 0, 2, 4});
  CHECK(plan.remarks[1].others == Strings{"công thức chưa có giá trị lưu"});
  CHECK(plan.remarks[1].span == Span{"A", 0, 2, 5});
}

TEST_CASE("what is hidden is read, and a remark says which sheet, rows and columns") {
  const std::string hidden = "hidden=\"1\"";
  const Plan plan = read_book(make_xlsx(
      {{"Ẩn",
        header + text_row(2, {"1", "Lập", "x", "Ban A"}, hidden) +
            text_row(3, {"2", "Rà", "y", "Ban A"}, hidden) +
            text_row(4, {"3", "Sửa", "", "Ban A"}) + text_row(5, {"4", "Xóa", "", "Ban A"}, hidden),
        "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>", "<autoFilter ref=\"A1:D5\"/>",
        "veryHidden"}}));
  CHECK(ids(plan) == Strings{"1.1", "1.2", "1.3", "1.4"});
  Strings chosen;
  for (const Remark& remark : plan.remarks) {
    CHECK(remark.kind == RemarkKind::hidden);
    CHECK(remark.span.part == "Ẩn");
    chosen.push_back(remark.chosen);
  }
  CHECK(chosen == Strings{"trang tính Ẩn", "dòng 2–3", "dòng 5", "cột C"});
}

TEST_CASE("the last cell of a sheet and a million empty rows do no harm") {
  std::string empty;
  for (int row = 3; row < 5000; ++row) empty += "<row r=\"" + std::to_string(row) + "\" s=\"1\"/>";
  const Plan plan = read_sheet(header + text_row(2, {"1", "Lập", "", "Ban A"}) + empty +
                               sheet_row(1048576, text_cell("XFD1048576", "hết")));
  CHECK(ids(plan) == Strings{"1.1"});
  CHECK(plan.annexes.front().paragraphs == Strings{"hết"});
}

TEST_CASE("what contradicts itself is refused with sheet and cell") {
  const std::string place = "A, ô ";
  CHECK(refusal(sheet_row(3, text_cell("B3", "x") + text_cell("B3", "y"))) ==
        "A, ô B3: the cell is there twice");
  CHECK(refusal(sheet_row(3, "<c r=\"C3\" t=\"s\"><v>7</v></c>")) ==
        "A, ô C3: the cell takes shared string 7, of which there are 0");
  CHECK(refusal(sheet_row(3, "<c r=\"C3\"><v>1,5</v></c>")) ==
        "A, ô C3: the cell's value is no number: '1,5'");
  for (const char* name :
       {"3C", "XFE1", "A0", "A1048577", "AAAA1", "A-1", "A1B", "$", "A99999999999"}) {
    CAPTURE(name);
    CHECK(refusal(sheet_row(3, text_cell("B3", "x") + text_cell(name, "y"))) ==
          "A, ô B3: no name of a cell after this place: '" + std::string(name) + "'");
  }
  CHECK(refusal("<row r=\"0\"/>") == "A: no number of a row after this one: '0'");
  CHECK(refusal("", {}, "<mergeCells><mergeCell ref=\"A1:Z\"/></mergeCells>") ==
        "A: no range of merged cells: 'A1:Z'");
}

TEST_CASE("the limits of a workbook have names") {
  ReadLimits limits;
  limits.cells = 3;
  CHECK(refusal(text_row(1, {"a", "b", "c", "d"}), limits) ==
        "A, ô D1: the sheets have more than 3 cells (limits.cells)");
  limits = {};
  limits.cell_bytes = 300;
  CHECK(refusal(text_row(1, {std::string(301, 'x')}), limits) ==
        "A, ô A1: a cell longer than 300 bytes (limits.cell_bytes)");
  limits = {};
  limits.columns = 2;
  CHECK(refusal(text_row(1, {"a", "b", "c"}), limits).find("limits.columns") != std::string::npos);
  limits = {};
  limits.unpacked_bytes = 3000;
  const std::string cell = "<c t=\"s\"><v>0</v></c>";
  ReadOptions options;
  options.limits = limits;
  const auto book = make_xlsx({{"A", "<row>" + cell + cell + "</row>"}},
                              "<si><t>" + std::string(1600, 'x') + "</t></si>");
  CHECK(refusal_of([&] {
          static_cast<void>(read_plan_text(book, options));
        }).find("limits.unpacked_bytes") != std::string::npos);
  limits = {};
  limits.depth = 5;
  CHECK(refusal("<a><a><a><a></a></a></a></a>", limits).find("limits.depth") != std::string::npos);
}

TEST_CASE("a part of a workbook that is no XML, missing, or declares a type is refused by name") {
  const auto with = [](const std::string& part, const std::string& content) {
    auto parts = workbook_parts({{"A", header}});
    for (auto& [name, text] : parts) {
      if (name == part) text = content;
    }
    return code_of([&] { static_cast<void>(read_plan_text(make_docx(parts))); });
  };
  const std::string bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
  for (const char* part : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
                           "xl/styles.xml", "xl/worksheets/sheet0.xml"}) {
    CAPTURE(part);
    CHECK(with(part, "<a><b></a>") == 125);
    CHECK(with(part, bomb) == 126);
  }
  auto parts = workbook_parts({{"A", header}});
  parts.erase(parts.begin());
  CHECK(code_of([&] { static_cast<void>(read_plan_text(make_docx(parts))); }) == 123);
  CHECK(with("xl/_rels/workbook.xml.rels", "<Relationships/>") == 131);
  CHECK(with("xl/worksheets/sheet0.xml", "<worksheet/>") == 104);
  CHECK(with("xl/worksheets/sheet0.xml",
             "<worksheet><!--" + std::string(3U << 20U, ' ') + "--></worksheet>") == 140);
}

TEST_CASE("the content tells a workbook from a document, whatever its name") {
  const std::string book = make_xlsx({{"A", header + text_row(2, {"1", "Lập", "", "Ban A"})}});
  ReadOptions options;
  options.format = Format::xlsx;
  CHECK(read_book(book, options).tasks.size() == 1);
  options.format = Format::docx;
  CHECK(code_of([&] { static_cast<void>(read_plan_text(book, options)); }) == 109);
  options.format = Format::text;
  CHECK(code_of([&] { static_cast<void>(read_plan_text(book, options)); }) == 109);
  options.format = Format::xlsx;
  CHECK(code_of([&] { static_cast<void>(read_plan_text("STT", options)); }) == 109);
  CHECK(code_of([&] {
          static_cast<void>(read_plan_text(make_docx({document_part(paragraph("x"))}), options));
        }) == 109);
}

TEST_CASE("a workbook is sheets of rows, whose cells keep their types") {
  const std::string data =
      text_row(1, {"NHẬT KÝ"}) + text_row(3, {"Mã", "Ngày", "Tỷ lệ", "Số", "Giờ", "Đạt"}) +
      sheet_row(4, text_cell("A4", "1.I.1") +
                       "<c r=\"B4\" s=\"1\"><v>46112</v></c><c r=\"C4\" s=\"2\"><v>0.57</v></c>"
                       "<c r=\"D4\" s=\"3\"><v>7</v></c><c r=\"E4\" s=\"4\"><v>0.5</v></c>"
                       "<c r=\"F4\" t=\"b\"><v>1</v></c><c r=\"H4\"><v>2.5</v></c>");
  const std::vector<Sheet> sheets = read_workbook_bytes(make_xlsx(
      {{"A", data}, {"B", "", "", "", "hidden"}}, "", {"dd/mm/yyyy", "0%", "0000", "h:mm"}));
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0].titles == Strings{"NHẬT KÝ"});
  CHECK(sheets[1] == Sheet{"B", true, {}, {}});
  const Grid& grid = sheets[0].grid;
  CHECK(grid.columns == Strings{"Mã", "Ngày", "Tỷ lệ", "Số", "Giờ", "Đạt", ""});
  CHECK(grid.column_places.back() == "H");
  REQUIRE(grid.rows.size() == 1);
  CHECK(grid.rows[0].cells ==
        std::vector<GridCell>{"1.I.1", Date(2026, 3, 31), 57.0, "0007", "12:00", true, 2.5});
  CHECK(grid.place_of(0, 1) == "sheet A, row 4, column B");
}

TEST_CASE("cells of a log that can't be taken as they look are problems of their rows") {
  const auto row = [](int number, const std::string& more = "") {
    return text_row(number, {"1", "1/3/2026", "Xong"}, more);
  };
  const std::string data = text_row(1, {"Mã", "Ngày", "Trạng thái", "Tên nhiệm vụ", "Kết quả"}) +
                           row(2) + row(3, "hidden=\"1\"") +
                           sheet_row(4, text_cell("A4", "1") + text_cell("B4", "1/3/2026") +
                                            "<c r=\"C4\" t=\"e\"><v>#REF!</v></c>") +
                           sheet_row(5, text_cell("A5", "1") + text_cell("B5", "1/3/2026") +
                                            "<c r=\"E5\"><f>1+1</f></c>") +
                           row(6) + row(7) + row(8);
  const std::string merged =
      "<mergeCells><mergeCell ref=\"C6:C7\"/><mergeCell ref=\"D2:D8\"/></mergeCells>";
  const auto sheets = read_workbook_bytes(
      make_xlsx({{"A", data, "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>", merged}}));
  CHECK(refusal_of([&] { static_cast<void>(read_progress(sheets[0].grid)); }) ==
        "sheet A, row 4, column C: the cell has the error #REF!\n"
        "sheet A, row 5, column E: a formula without a stored value");
  ProgressOptions keep;
  keep.on_problem = OnProblem::keep;
  CHECK(read_progress(sheets[0].grid, keep).entries.size() == 5);  // C6:C7 is of both rows
}

TEST_CASE("logs, inputs and registers come from a workbook's path as from a CSV's") {
  const auto path = std::filesystem::temp_directory_path() / "sauro_read_grid.bin";
  const auto write = [&](const std::string& data) {
    std::ofstream(path, std::ios::binary) << make_xlsx({{"A", data}, {"B", ""}});
  };
  write(text_row(1, {"Mã", "Ngày", "Trạng thái"}) + text_row(2, {"1", "1/3/2026", "Xong"}));
  CHECK(read_progress(path).entries.size() == 1);
  write(text_row(1, {"STT", "Nhiệm vụ", "Chủ trì"}) + text_row(2, {"1", "Lập", "Ban A"}));
  CHECK(plan_of_grid(read_grid(path)).tasks.front().title == "Lập");
  CHECK(read_grid(path, {}, "B").columns.empty());
  CHECK(refusal_of([&] { static_cast<void>(read_grid(path, {}, "C")); }) ==
        "sheets: no sheet 'C'; there are A, B");
  CsvOptions small;
  small.limits.cells = 2;
  CHECK(code_of([&] { static_cast<void>(read_grid(path, small)); }) == 143);
  std::filesystem::remove(path);
}
