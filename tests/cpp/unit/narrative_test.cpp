#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Plan read_body(const std::string& body) {
  return read_text("KẾ HOẠCH\nThử nghiệm năm 2026\n\nI. MỤC ĐÍCH\n- Một.\n\n" + body);
}

}  // namespace

TEST_CASE("headings that name an agency own the text under them") {
  const Plan plan = read_body(
      "II. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Phòng Kinh tế\n- Việc một;\n- Việc hai.\n2. Công an xã:\n"
      "Bảo đảm dữ liệu.\n3. Ban hành văn bản\n- Không của ai.\n");
  REQUIRE(plan.duties.size() == 3);
  CHECK(plan.duties[0].agency == "phong-kinh-te");
  CHECK(plan.duties[0].text == "Việc một;");
  CHECK(plan.duties[0].section == "II.1");
  CHECK(plan.duties[2].agency == "cong-an");
  CHECK(plan.sections.back().paragraphs == Strings{"- Không của ai."});
}

TEST_CASE("sentences that begin with an agency are its duties, with or without Giao") {
  const Plan plan = read_body(
      "III. TỔ CHỨC THỰC HIỆN\n1. Giao Phòng Nội vụ chủ trì theo dõi việc thực hiện.\n"
      "2. Phòng Kinh tế, Công an xã phối hợp bảo đảm kinh phí.\n- Sở Tài chính: cân đối ngân "
      "sách.\n"
      "4. Đề nghị Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội giám sát.\n"
      "5. Kinh phí lấy từ ngân sách xã.\n");
  REQUIRE(plan.duties.size() == 4);
  CHECK(plan.duties[0].agency == "phong-noi-vu");
  CHECK(plan.duties[0].text == "Giao Phòng Nội vụ chủ trì theo dõi việc thực hiện.");
  CHECK(plan.duties[1].agency == "phong-kinh-te");
  CHECK(plan.duties[1].leads == Strings{"phong-kinh-te", "cong-an"});
  CHECK(plan.duties[2].agency == "so-tai-chinh");
  CHECK(plan.duties[3].agency == "mat-tran-to-quoc");
  CHECK(plan.duties[3].leads == Strings{"mat-tran-to-quoc", "to-chuc-chinh-tri-xa-hoi"});
}

TEST_CASE("a part on purposes hands out no duties") {
  const Plan plan = read_body("2. Yêu cầu\n- Các cơ quan, đơn vị chủ động thực hiện.\n");
  CHECK(plan.duties.empty());
}

TEST_CASE("who reports to whom and how often") {
  const Plan plan = read_body(
      "III. TỔ CHỨC THỰC HIỆN\n1. Các cơ quan, đơn vị\n- Định kỳ hàng quý, 6 tháng, 9 tháng và năm "
      "báo "
      "cáo kết quả thực hiện về UBND xã (qua Phòng Văn hóa - Xã hội). Hoàn thành tốt nhiệm vụ.\n"
      "2. Phòng Nội vụ\n- Tổng hợp, báo cáo Ủy ban nhân dân tỉnh hằng tháng.\n"
      "- Chế biến hàng hóa, báo cáo khi có yêu cầu.\n");
  REQUIRE(plan.reporting.size() == 2);
  CHECK(plan.reporting[0].reporter == "cac-co-quan-don-vi");
  CHECK(plan.reporting[0].recipient == "ubnd");
  CHECK(plan.reporting[0].through == "phong-van-hoa-xa-hoi");
  CHECK(plan.reporting[0].frequency == "hàng quý, 6 tháng, 9 tháng và năm");
  CHECK(plan.reporting[1].reporter == "phong-noi-vu");
  CHECK(plan.reporting[1].frequency == "hằng tháng");
  CHECK(plan.agency(plan.reporting[1].recipient).name == "Ủy ban nhân dân tỉnh");
}

TEST_CASE("a paragraph cut by a page break or a line end is one") {
  const Plan plan = read_body(
      "II. NHIỆM VỤ\n1. Phòng Kinh tế\n- Theo dõi các nội dung công việc, hoàn thành "
      "các\n\n\n\nnhiệm vụ "
      "do tỉnh giao.\n");
  REQUIRE(plan.duties.size() == 1);
  CHECK(plan.duties[0].text ==
        "Theo dõi các nội dung công việc, hoàn thành các nhiệm vụ do tỉnh giao.");
}

TEST_CASE("the last words of a plan belong to no agency") {
  const Plan plan =
      read_body("II. NHIỆM VỤ\n1. Phòng Kinh tế\n- Một.\n\nTrên đây là Kế hoạch của xã./.\n");
  CHECK(plan.duties.size() == 1);
  CHECK(plan.sections.back().paragraphs == Strings{"Trên đây là Kế hoạch của xã./."});
}

TEST_CASE("numbered paragraphs without a title keep their place in the outline") {
  const Plan plan = read_body(
      "II. NỘI DUNG\n1. Nội dung\na) Một;\n2. Đối tượng: các xã.\n3. Thời gian: quý II.\n");
  std::vector<std::string> seen;
  for (const Section& section : plan.sections) seen.push_back(section.id);
  CHECK(seen == Strings{"I", "II", "II.1", "II.2", "II.3"});
  CHECK(plan.sections[2].paragraphs == Strings{"a) Một;"});
  CHECK(plan.sections[3].title.empty());
  CHECK(plan.sections[3].paragraphs == Strings{"Đối tượng: các xã."});
}

TEST_CASE("a numbered sentence after an agency's heading is not that agency's") {
  const Plan plan = read_body(
      "III. TỔ CHỨC THỰC HIỆN\n1. Vụ Cải cách hành chính:\na) Chủ trì điều tra;\nb) Báo cáo.\n2. "
      "Vụ Kế "
      "hoạch - Tài chính bố trí kinh phí.\n3. Kinh phí từ ngân sách.\n");
  REQUIRE(plan.duties.size() == 3);
  CHECK(plan.duties[1].agency == "vu-cai-cach-hanh-chinh");
  CHECK(plan.duties[1].section == "III.1");
  CHECK(plan.duties[2].agency == "vu-ke-hoach-tai-chinh");
  CHECK(plan.duties[2].section == "III.2");
  CHECK(plan.sections.back().paragraphs == Strings{"Kinh phí từ ngân sách."});
}

TEST_CASE("articles stand in their chapters, whose titles may have a line of their own") {
  for (const char* chapter :
       {"Chương I\nQUY ĐỊNH CHUNG\n", "Chương I. QUY ĐỊNH CHUNG\n", "CHƯƠNG I\nQuy định chung\n",
        "Chương I: Quy định chung\n", "Phần I\n\nQUY ĐỊNH CHUNG\n"}) {
    CAPTURE(chapter);
    const Plan plan = read_text(std::string("QUY CHẾ\nLàm việc\n\n") + chapter +
                                "Điều 1. Phạm vi\n1. Đối tượng\nMọi người.\nĐiều 2. Áp dụng\nx.\n");
    std::vector<std::string> sections;
    for (const Section& section : plan.sections) sections.push_back(section.id);
    CHECK(sections == Strings{"I", "I.1", "I.1.1", "I.2"});
    CHECK(fold(plan.sections[0].title) == "quy dinh chung");
  }
}
