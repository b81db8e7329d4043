#include "reading_helpers.hpp"

using namespace sauro;

TEST_CASE("columns are recognised by their headers in any order and wording") {
  const Plan plan = read_text(
      "TT¦THỜI HẠN¦Cơ quan, đơn vị phối hợp¦TÊN NHIỆM VỤ¦Ghi chú¦Kết quả¦Đơn vị chủ trì\n"
      "1¦Quý I¦Công an xã¦Rà soát¦gấp¦Báo cáo¦Phòng Kinh tế\n");
  REQUIRE(plan.tasks.size() == 1);
  const Task& task = plan.tasks.front();
  CHECK(task.title == "Rà soát");
  CHECK(task.timeframe.text == "Quý I");
  CHECK(task.product == "Báo cáo");
  CHECK(task.leads == Strings{"phong-kinh-te"});
  CHECK(task.coordinators == Strings{"cong-an"});
  CHECK(task.extra == std::vector<ExtraCell>{{"Ghi chú", "gấp"}});
}

TEST_CASE("the column sets of resolutions and progress reports are known") {
  const Plan resolution = read_text(
      "TT¦Tên nhiệm vụ¦Cơ quan chủ trì¦Cơ quan phối hợp¦Kết quả¦Thời gian hoàn thành\n"
      "I¦Nâng cao nhận thức¦¦¦¦\n1¦Ban hành đề án¦Bộ Nội vụ¦Bộ Tài chính¦Đề án¦6/2025\n"
      "II¦Hoàn thiện thể chế¦¦¦¦\n2¦Sửa luật¦Bộ Tư pháp¦¦Luật¦2025\n");
  CHECK(ids(resolution) == Strings{"1.I.1", "1.II.2"});
  CHECK(resolution.tasks[1].product == "Luật");
  const Plan progress = read_text(
      "TT¦NHIỆM VỤ¦KẾT QUẢ YÊU CẦU¦THỜI GIAN HOÀN THÀNH¦CƠ QUAN THỰC HIỆN¦TIẾN ĐỘ¦KẾT QUẢ HIỆN "
      "NAY\n"
      "1¦Xây dựng nghị định¦Nghị định¦Tháng 5/2025¦Bộ Nội vụ¦Đang thực hiện¦Đã trình\n");
  REQUIRE(progress.tasks.size() == 1);
  CHECK(progress.tasks[0].product == "Nghị định");
  CHECK(progress.tasks[0].timeframe.text == "Tháng 5/2025");
  CHECK(progress.tasks[0].lead == "Bộ Nội vụ");
  CHECK(progress.tasks[0].extra ==
        std::vector<ExtraCell>{{"TIẾN ĐỘ", "Đang thực hiện"}, {"KẾT QUẢ HIỆN NAY", "Đã trình"}});
  const Plan assigned = read_text(
      "STT¦NHIỆM VỤ¦VĂN BẢN GIAO VIỆC¦THỜI HẠN HOÀN THÀNH¦TIẾN ĐỘ¦KẾT QUẢ\n"
      "1¦Báo cáo nhanh¦CV 12¦30/6¦Hoàn thành¦BC 45\n");
  REQUIRE(assigned.tasks.size() == 1);
  CHECK(assigned.tasks[0].timeframe.text == "30/6");
  CHECK(assigned.tasks[0].extra.front() == ExtraCell{"VĂN BẢN GIAO VIỆC", "CV 12"});
}

TEST_CASE("a header of two rows and a row of column numbers are one header") {
  const Plan plan = read_text(
      "TT¦Nội dung công việc¦Cơ quan thực hiện¦¦Thời gian\n"
      "¦¦Chủ trì¦Phối hợp¦\n(1)¦(2)¦(3)¦(4)¦(5)\n"
      "1¦Họp dân¦Phòng Kinh tế¦Công an xã¦Quý I\n");
  REQUIRE(plan.tasks.size() == 1);
  CHECK(plan.tasks[0].leads == Strings{"phong-kinh-te"});
  CHECK(plan.tasks[0].coordinators == Strings{"cong-an"});
  CHECK(plan.annexes[0].header.size() == 3);
}

TEST_CASE("headers repeated on each page are counted, not read") {
  const Plan plan = read_rows(
      "1¦Một¦¦Phòng Kinh tế¦¦Quý I\n\n"
      "STT¦Nhiệm vụ¦Sản phẩm¦Cơ quan chủ trì¦Cơ quan phối hợp¦Thời gian\n"
      "2¦Hai¦¦Phòng Kinh tế¦¦Quý II\n");
  CHECK(ids(plan) == Strings{"1.1", "1.2"});
  CHECK(plan.coverage.repeated_headers == count_visible("STTNhiệmvụSảnphẩmCơquanchủtrìCơquanphốihợp"
                                                        "Thờigian"));
}

TEST_CASE("a row that a page break cut is put together, in one column or in several") {
  const Plan plan = read_rows(
      "1¦Công tác quản lý tài sản thuộc phạm vi quản¦Quyết định/văn bản chỉ đạo,¦Phòng Kinh tế¦Các "
      "cơ "
      "quan, đơn vị có liên¦Thường\n\n"
      "¦lý; - Tổ chức thực hiện quy định¦triển khai của tỉnh¦¦quan¦xuyên\n");
  REQUIRE(plan.tasks.size() == 1);
  CHECK(plan.tasks[0].title == "Công tác quản lý tài sản thuộc phạm vi quản lý;");
  CHECK(plan.tasks[0].points == Strings{"Tổ chức thực hiện quy định"});
  CHECK(plan.tasks[0].product == "Quyết định/văn bản chỉ đạo, triển khai của tỉnh");
  CHECK(plan.tasks[0].coordinators == Strings{"cac-co-quan-don-vi-lien-quan"});
  CHECK(plan.tasks[0].timeframe.text == "Thường xuyên");
}

TEST_CASE("children numbered in their column, in the text, or by letters have their parent") {
  const Plan plan = read_rows(
      "3¦Kiểm tra¦¦¦¦\n3.1¦Kế hoạch kiểm tra¦¦Phòng Kinh tế¦¦Quý I\n"
      "8¦Phát triển ứng dụng¦¦¦¦\n¦8.1. Cổng thông tin¦¦Công an xã¦¦Quý I\n"
      "¦8.2. Hệ thống một cửa¦¦Công an xã¦¦Quý I\n"
      "9¦Tuyên truyền¦¦¦¦\na)¦Phát thanh¦¦Công an xã¦¦Quý I\nb)¦Tờ gấp¦¦Công an xã¦¦Quý II\n");
  CHECK(ids(plan) == Strings{"1.3", "1.3.1", "1.8", "1.8.1", "1.8.2", "1.9", "1.9.a", "1.9.b"});
  CHECK(plan.task("1.3.1").parent == "1.3");
  CHECK(plan.task("1.8.2").parent == "1.8");
  CHECK(plan.task("1.8.1").title == "Cổng thông tin");
  CHECK(plan.task("1.9.b").parent == "1.9");
}

TEST_CASE("11.10 comes after 11.9 and is not 11.1") {
  std::string rows = "11¦Cha¦¦¦¦\n";
  for (int i = 1; i <= 12; ++i) rows += "11." + std::to_string(i) + "¦Con¦¦Công an xã¦¦Quý I\n";
  const Plan plan = read_rows(rows);
  REQUIRE(plan.tasks.size() == 13);
  CHECK(plan.tasks[10].id == "1.11.10");
  CHECK(plan.tasks[10].parent == "1.11");
}

TEST_CASE("numbers restart in each area or run through; doubles get ids of their own") {
  const Plan restart = read_rows("I¦A¦¦¦¦\n1¦x¦¦¦¦Q1\nII¦B¦¦¦¦\n1¦y¦¦¦¦Q2\n");
  CHECK(ids(restart) == Strings{"1.I.1", "1.II.1"});
  const Plan through = read_rows("I¦A¦¦¦¦\n1¦x¦¦¦¦Q1\nII¦B¦¦¦¦\n2¦y¦¦¦¦Q2\n2¦z¦¦¦¦Q2\n");
  CHECK(ids(through) == Strings{"1.I.1", "1.II.2", "1.II.2#2"});
}

TEST_CASE("lettered parts hold Roman areas") {
  const Plan plan = read_rows(
      "A¦Phần chung¦¦¦¦\nI¦Thể chế¦¦¦¦\n1¦x¦¦¦¦Q1\nB¦Phần riêng¦¦¦¦\n"
      "I¦Bộ máy¦¦¦¦\n1¦y¦¦¦¦Q2\n");
  CHECK(ids(plan) == Strings{"1.A.I.1", "1.B.I.1"});
}

TEST_CASE("the tail of a cell that leaked into an area row goes back to its task") {
  const Plan plan = read_rows(
      "1¦Một¦¦Công an xã¦¦2025 và những\nII¦Thể chế¦¦¦¦năm tiếp theo\n"
      "2¦Hai¦Sổ¦Công an xã¦¦2026\nIII¦Bộ máy¦Lạc đường¦¦¦\n3¦Ba¦¦¦¦2027\n");
  CHECK(plan.tasks[0].timeframe.text == "2025 và những năm tiếp theo");
  CHECK(plan.tasks[1].timeframe.text == "2026");
  REQUIRE(plan.unread.size() == 1);
  CHECK(plan.unread[0].text == "Lạc đường");
  CHECK(plan.unread[0].span.line == 5);
}

TEST_CASE("Roman numbers number the tasks where no others do") {
  const Plan plan = read_rows("I¦Một¦Sổ¦Công an xã¦¦Q1\nII¦Hai¦Sổ¦Công an xã¦¦Q2\n");
  CHECK(ids(plan) == Strings{"1.I", "1.II"});
  CHECK(plan.annexes[0].areas.empty());
}

TEST_CASE("remnants of HTML are markup, other signs are text") {
  const Plan plan = read_rows(
      "1¦<p>Giữ tỷ lệ < 5% &amp; > 2%</p> <ul style=\"x\"> <li>- Một;</li><li>- Hai</ul>¦¦¦¦Q1\n");
  CHECK(plan.tasks[0].title == "Giữ tỷ lệ < 5% & > 2%");
  CHECK(plan.tasks[0].points == Strings{"Một;", "Hai"});
}

TEST_CASE("bullets become points; dashes inside names and ranges don't") {
  const auto points = [](const std::string& cell) {
    const Plan plan = read_rows("1¦" + cell + "¦¦¦¦Q1\n");
    return plan.tasks[0].points;
  };
  CHECK(points("Phối hợp Phòng Văn hóa - Xã hội; - Lập sổ; + Sổ giấy; + Sổ điện tử.") ==
        Strings{"Lập sổ;", "+ Sổ giấy;", "+ Sổ điện tử."});
  CHECK(points("Phát triển kinh tế - xã hội giai đoạn 2026 - 2030").empty());
  CHECK(points("Chỉ tiêu thu ngân sách - Vượt chỉ tiêu được giao;") ==
        Strings{"Vượt chỉ tiêu được giao;"});
  CHECK(points("Mở tuyến Kiên Giang - An Giang").empty());
  CHECK(points("- Việc đầu - Việc sau") == Strings{"Việc sau"});
  CHECK(points("Nhóm việc<br>a) Một;<br>b) Hai<br>1. Ba") == Strings{"a) Một;", "b) Hai", "1. Ba"});
}

TEST_CASE("rows without numbers are tasks where they are complete") {
  const Plan plan = read_text(
      "Nhiệm vụ¦Chủ trì¦Thời gian\nRà soát văn bản¦Công an xã¦Quý I\n"
      "Kiểm tra công vụ¦Phòng Kinh tế¦Quý II\n");
  CHECK(ids(plan) == Strings{"1.#1", "1.#2"});
  const Plan in_text = read_text(
      "Nhiệm vụ¦Chủ trì¦Thời gian\nI. THỂ CHẾ¦¦\n1. Rà soát¦Công an xã¦Quý I\n"
      "2. Kiểm tra¦Phòng Kinh tế¦Quý II\n");
  CHECK(ids(in_text) == Strings{"1.I.1", "1.I.2"});
}

TEST_CASE("a row whose cells stand on several lines is one row") {
  const Plan plan = read_rows(
      "1¦Kiểm tra\n- Một\n- Hai¦Sổ¦Công an xã¦Phòng Kinh tế¦Quý I\n"
      "2¦Rà soát¦¦Công an xã\n3¦Xong¦¦Công an xã¦¦Quý II\n");
  CHECK(ids(plan) == Strings{"1.1", "1.2", "1.3"});
  CHECK(plan.tasks[0].points == Strings{"Một", "Hai"});
  CHECK(plan.tasks[0].timeframe.text == "Quý I");
  CHECK(plan.tasks[1].lead == "Công an xã");
}

TEST_CASE("tables of targets become indicators by horizon") {
  const Plan plan = read_text(
      "Phụ lục 1\nCHỈ TIÊU\n"
      "STT¦Chỉ tiêu¦Đến hết 2026¦Đến 2030¦Tầm nhìn 2045¦Chủ trì theo dõi¦Phối hợp cung cấp số liệu¦"
      "Nguồn số liệu/minh chứng¦Thời hạn¦Ghi chú\n"
      "1¦Tỷ lệ số hóa¦≥ 80%¦100%¦100%¦Phòng Kinh tế¦Công an xã¦Báo cáo¦31/12¦x\n");
  REQUIRE(plan.indicators.size() == 1);
  CHECK(plan.tasks.empty());
  const Indicator& indicator = plan.indicators[0];
  Strings targets;
  for (const IndicatorTarget& target : indicator.targets) {
    targets.push_back(target.horizon + ": " + target.text);
  }
  CHECK(targets == Strings{"2026: ≥ 80%", "2030: 100%", "2045: 100%"});
  CHECK(indicator.owners == Strings{"phong-kinh-te"});
  CHECK(indicator.extra.size() == 4);
}

TEST_CASE("the horizon of a target may stand in the heading of its rows") {
  const Plan plan = read_text(
      "TT¦Chỉ tiêu¦Đơn vị¦Kết quả¦Cơ quan chủ trì theo dõi, đánh giá\n"
      "A¦Mục tiêu đến năm 2030¦¦¦\n1¦Xếp hạng¦Thứ bậc¦≤ 3 Đông Nam Á; ≤ 50 Thế giới¦Bộ Nội vụ\n"
      "B¦Tầm nhìn đến năm 2045¦¦¦\n2¦HDI¦¦> 0,7¦\n");
  REQUIRE(plan.indicators.size() == 2);
  CHECK(plan.indicators[0].targets.front().horizon == "2030");
  CHECK(plan.indicators[0].targets.front().text == "≤ 3 Đông Nam Á; ≤ 50 Thế giới");
  CHECK(plan.indicators[1].targets.front().horizon == "2045");
  CHECK(plan.indicators[0].unit == "Thứ bậc");
}

TEST_CASE("budgets and lists of laws stay whole") {
  const Plan plan = read_text(
      "Phụ lục\nDỰ TOÁN\nSTT¦Nội dung¦Số lượng¦Thành tiền\n1¦In ấn¦2¦5.000\n¦Cộng¦¦5.000\n");
  REQUIRE(plan.tables.size() == 1);
  CHECK(plan.tables[0].rows.size() == 3);
  CHECK(plan.tables[0].rows[2] == Strings{"", "Cộng", "", "5.000"});
  const Plan laws =
      read_text("STT¦Tên văn bản¦Cơ quan ban hành¦Thời gian ban hành\n1¦Luật A¦QH¦2025\n");
  CHECK(laws.tables.size() == 1);
  CHECK(laws.tasks.empty());
}

TEST_CASE("one document may hold tasks, targets and other tables") {
  const Plan plan = read_plan(EXAMPLES "/ke-hoach-an-loc.txt");
  CHECK(plan.tasks.size() == 13);
  CHECK(plan.indicators.size() == 6);
  CHECK(plan.tables.size() == 1);
  CHECK(plan.coverage.lost() == 0);
}

TEST_CASE("Markdown tables with bold cells, broken by pages, are read") {
  const Plan plan = read_text(
      "# KẾ HOẠCH\n\n## Cải cách hành chính năm 2026\n\n"
      "| **TT** | **Nhiệm vụ** | **Chủ trì** | **Thời gian** |\n|:--|---|---|---|\n"
      "| **I.** | **Thể chế** | | |\n| 1. | Rà soát *văn bản*<br>- Một<br>- Hai | Công an xã | Quý "
      "I |\n\n"
      "| TT | Nhiệm vụ | Chủ trì | Thời gian |\n|---|---|---|---|\n| 2. | Công khai a\\|b | Phòng "
      "Kinh tế | |\n",
      Format::markdown);
  CHECK(plan.document.kind == "KH");
  CHECK(plan.document.title == "Cải cách hành chính năm 2026");
  CHECK(ids(plan) == Strings{"0.I.1", "0.I.2"});
  CHECK(plan.tasks[0].title == "Rà soát văn bản");
  CHECK(plan.tasks[0].points == Strings{"Một", "Hai"});
  CHECK(plan.tasks[1].title == "Công khai a|b");
  CHECK(plan.annexes[0].areas[0].title == "Thể chế");
}

TEST_CASE("HTML tables with merged cells and lists are read") {
  const Plan plan = read_text(
      "<html><head><style>p{}</style></head><body><p>KẾ HO&#7840;CH</p><p>Thử nghiệm</p>"
      "<table><tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Thời gian</th></tr>"
      "<tr><td colspan=4>I. THỂ CHẾ</td></tr>"
      "<tr><td>1</td><td>Rà soát<ul><li>Một</li><li>Hai</li></ul></td><td rowspan=\"2\">C&ocirc;ng "
      "an xã</td><td>Quý I</td></tr><tr><td>2</td><td>Kiểm tra</td><td>Quý II</td></tr></table>"
      "</body></html>",
      Format::html);
  CHECK(ids(plan) == Strings{"0.I.1", "0.I.2"});
  CHECK(plan.tasks[0].points == Strings{"Một", "Hai"});
  CHECK(plan.tasks[1].leads == Strings{"cong-an"});
  CHECK(plan.tasks[1].timeframe.text == "Quý II");
  CHECK(plan.document.kind == "KH");
}

TEST_CASE("areas may stand in a column of their own") {
  const Plan plan = read_text(
      "<table><tr><td>TT</td><td>Lĩnh vực</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời "
      "gian</td></tr>"
      "<tr><td>1</td><td rowspan=2>Thể chế</td><td>A</td><td>Công an xã</td><td>Q1</td></tr>"
      "<tr><td>2</td><td>B</td><td>Công an xã</td><td>Q2</td></tr>"
      "<tr><td>3</td><td>Bộ máy</td><td>C</td><td>Công an xã</td><td>Q3</td></tr></table>",
      Format::html);
  CHECK(ids(plan) == Strings{"1.I.1", "1.I.2", "1.II.3"});
  CHECK(plan.annexes[0].areas[1].title == "Bộ máy");
}

TEST_CASE("a table that goes on without a header keeps the columns") {
  const Plan plan = read_text(
      "STT¦Nhiệm vụ¦Chủ trì¦Thời gian\n1¦Một¦Công an xã¦Q1\n\nGhi chú giữa hai bảng.\n\n"
      "2¦Hai¦Công an xã¦Q2\n3¦Ba¦Công an xã¦Q3\n");
  CHECK(ids(plan).size() == 3);
}

TEST_CASE("rows of sums are no tasks and open no area") {
  const Plan plan =
      read_rows("I¦Thể chế¦¦¦¦\n1¦Một¦¦Công an xã¦¦Q1\n¦Tổng cộng: 01 nhiệm vụ¦¦¦¦\n");
  CHECK(ids(plan) == Strings{"1.I.1"});
  CHECK(plan.annexes[0].areas.size() == 1);
  CHECK(plan.annexes[0].paragraphs == Strings{"Tổng cộng: 01 nhiệm vụ"});
}

TEST_CASE("areas without numbers are numbered, in small letters beside numbered ones") {
  const Plan bare = read_rows("¦THỂ CHẾ¦¦¦¦\n1¦a¦¦¦¦Q1\n¦BỘ MÁY¦¦¦¦\n1¦b¦¦¦¦Q2\n");
  CHECK(ids(bare) == Strings{"1.I.1", "1.II.1"});
  const Plan mixed = read_rows(
      "I¦Thể chế¦¦¦¦\n1¦a¦¦¦¦Q1\n¦NHIỆM VỤ KHÁC¦¦¦¦\n1¦b¦¦¦¦Q2\nII¦Bộ "
      "máy¦¦¦¦\n1¦c¦¦¦¦Q3\n");
  CHECK(ids(mixed) == Strings{"1.I.1", "1.ii.1", "1.II.1"});
}
