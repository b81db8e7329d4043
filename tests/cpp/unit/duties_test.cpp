#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Plan read_duties(const std::string& body) {
  return read_text(
      "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
      "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nI. MỤC ĐÍCH\n- Một.\n\nII. TỔ CHỨC THỰC "
      "HIỆN\n" +
      body);
}

/// The day of each duty: "2026-06-30", or "-" where it has none.
Strings days(const Plan& plan) {
  Strings all;
  for (const Duty& duty : plan.duties) {
    all.push_back(duty.timeframe.due ? duty.timeframe.due->to_iso() : "-");
  }
  return all;
}

}  // namespace

TEST_CASE("a sentence says who leads, who helps, what is to be done and by when") {
  const Plan plan = read_duties(
      "1. Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Phòng Kinh tế, Công an xã rà soát các "
      "thủ tục; hoàn thành trước ngày 30/6/2026.\n");
  REQUIRE(plan.duties.size() == 1);
  const Duty& duty = plan.duties[0];
  CHECK(duty.id == "0.II.1");
  CHECK(duty.agency == "phong-van-hoa-xa-hoi");
  CHECK(duty.leads == Strings{"phong-van-hoa-xa-hoi"});
  CHECK(duty.coordinators == Strings{"phong-kinh-te", "cong-an"});
  CHECK(duty.title == "Rà soát các thủ tục; hoàn thành trước ngày 30/6/2026");
  CHECK(duty.kind == DutyKind::order);
  CHECK(days(plan) == Strings{"2026-06-30"});
}

TEST_CASE("a time is a limit where the words beside it say so") {
  for (const auto& shape : std::vector<std::pair<std::string, std::string>>{
           {"trước ngày 15/9", "2026-09-15"},
           {"chậm nhất là ngày 05 tháng 9 năm 2026", "2026-09-05"},
           {"xong trong quý III/2026", "2026-09-30"},
           {"hoàn thành trong tháng 6/2026", "2026-06-30"},
           {"trong quý II", "2026-06-30"},
           {"đến hết ngày 20/11/2026", "2026-11-20"},
           {"báo cáo UBND tỉnh trước ngày 20/11/2026", "2026-11-20"},
           {"hoàn thành kế hoạch vốn năm trước ngày 20/11/2026", "2026-11-20"},
           {"giải ngân vốn đầu tư trong quý III/2026", "2026-09-30"},
           {"theo đa dạng hình thức trong quý III/2026", "2026-09-30"}}) {
    CAPTURE(shape.first);
    const Plan plan =
        read_duties("- Phòng Kinh tế rà soát quy hoạch chợ xã, " + shape.first + ".\n");
    CHECK(days(plan) == Strings{shape.second});
  }
  const Plan held = read_duties("- Phòng Kinh tế\n- Công an xã tổ chức hội nghị ngày 20/6/2026.\n");
  CHECK(days(held).back() == "2026-06-20");
  const Plan first = read_duties("- Trong tháng 5/2026, rà soát; Công an xã theo dõi.\n");
  CHECK(days(first) == Strings{"2026-05-31", "-"});
  CHECK(first.duties[0].leads.empty());  // nobody is named, which is said
}

TEST_CASE("a time of documents, figures and rules is no limit") {
  for (const char* words :
       {"theo Kế hoạch số 45/KH-UBND ngày 10/3/2026 của UBND tỉnh",
        "theo số liệu tính đến ngày 30/6/2026", "theo quy định có hiệu lực từ ngày 01/7/2026",
        "trong Kế hoạch cải cách hành chính năm 2026", "trên cơ sở kết quả quý I/2026",
        "đối với hồ sơ tiếp nhận trước ngày 01/7/2026", "đã ban hành trước ngày 01/3/2026",
        "giai đoạn 2026 - 2030", "thường xuyên, liên tục"}) {
    CAPTURE(words);
    const Plan plan =
        read_duties(std::string("- Phòng Kinh tế rà soát các nội dung ") + words + ".\n");
    CHECK(days(plan) == Strings{"-"});
    CHECK(plan.duties[0].coordinators.empty());
  }
}

TEST_CASE("a second time, and a second body, begin a duty of their own") {
  const Plan plan = read_duties(
      "- Phòng Kinh tế rà soát các chợ trước ngày 30/6/2026; báo cáo Chủ tịch UBND xã trước ngày "
      "15/12/2026.\n"
      "- Giao Phòng Kinh tế bố trí kinh phí; giao Công an xã bảo đảm trật tự trước ngày "
      "20/8/2026.\n");
  CHECK(days(plan) == Strings{"2026-06-30", "2026-12-15", "-", "2026-08-20"});
  Strings leads;
  for (const Duty& duty : plan.duties) leads.push_back(duty.agency);
  CHECK(leads == Strings{"phong-kinh-te", "phong-kinh-te", "phong-kinh-te", "cong-an"});
}

TEST_CASE("below a heading the duty is the heading's, its helper a partner") {
  const Plan plan = read_duties(
      "1. Phòng Kinh tế và Công an xã\na) Phối hợp với Trung tâm Phục vụ hành chính công rà soát "
      "hồ "
      "sơ.\n- Việc nhỏ.\n2. Các phòng\n- Phòng Kinh tế bố trí kinh phí trong quý II/2026.\n");
  REQUIRE(plan.duties.size() == 3);
  CHECK(plan.duties[0].id == "0.II.1.a");
  CHECK(plan.duties[0].leads == Strings{"phong-kinh-te", "cong-an"});
  CHECK(plan.duties[0].coordinators == Strings{"trung-tam-phuc-vu-hanh-chinh-cong"});
  CHECK(plan.duties[1].parent == "0.II.1.a");
  CHECK(plan.duties[2].leads == Strings{"phong-kinh-te"});
}

TEST_CASE("a head counts for the body, a chairman for nobody") {
  const Plan plan = read_duties(
      "- Giao đồng chí Lê Văn An - Trưởng phòng Kinh tế chủ trì rà soát các chợ.\n"
      "- Đồng chí Trần Thị Hoa - Phó Chủ tịch UBND xã chỉ đạo việc thực hiện.\n"
      "- Giao ông Võ Văn Bình, Giám đốc Trung tâm Phục vụ hành chính công theo dõi tiến độ.\n"
      "- Giao đồng chí Hồ Thị Lan theo dõi tiến độ.\n");
  REQUIRE(plan.duties.size() == 4);
  CHECK(plan.duties[0].leads == Strings{"phong-kinh-te"});
  CHECK(plan.duties[0].people == std::vector<Person>{{"Lê Văn An", "Trưởng phòng Kinh tế"}});
  CHECK(plan.duties[0].title == "Rà soát các chợ");
  CHECK(plan.duties[1].leads.empty());
  CHECK(plan.duties[1].people == std::vector<Person>{{"Trần Thị Hoa", "Phó Chủ tịch UBND xã"}});
  CHECK(plan.duties[2].leads == Strings{"trung-tam-phuc-vu-hanh-chinh-cong"});
  CHECK(plan.duties[3].people == std::vector<Person>{{"Hồ Thị Lan", ""}});
  REQUIRE(plan.remarks.size() == 1);
  CHECK(plan.remarks[0].task == plan.duties[3].id);
}

TEST_CASE("a day without a year is the first after the plan came, which is remarked") {
  const Plan plan = read_duties("- Phòng Kinh tế báo cáo kết quả trước ngày 10/01.\n");
  CHECK(days(plan) == Strings{"2027-01-10"});
  REQUIRE(plan.remarks.size() == 1);
  CHECK(plan.remarks[0].chosen == "2027-01-10");
}

TEST_CASE("duties with a limit are scheduled behind the tasks, once where a table has them too") {
  const Plan plan = read_duties(
      "1. Giao Phòng Kinh tế rà soát quy hoạch mạng lưới chợ xã trước ngày 30/6/2026.\n"
      "2. Công an xã bảo đảm trật tự các chợ.\n"
      "3. Giao Công an xã tập huấn kỹ năng số cho công an viên trước ngày 15/8/2026.\n\n"
      "Phụ lục 1\nNHIỆM VỤ\n\nSTT¦Nhiệm vụ¦Cơ quan chủ trì¦Thời gian\n"
      "1¦Rà soát quy hoạch mạng lưới chợ xã¦Phòng Kinh tế¦Quý III\n"
      "2¦Tập huấn kỹ năng số cho công an viên¦Công an xã¦\n");
  const WorkingCalendar calendar = WorkingCalendar::vietnam();
  const Schedule due = schedule(plan, calendar);
  REQUIRE(due.tasks.size() == 3);
  CHECK(due.tasks[2].id == "0.II.3");
  CHECK(due.tasks[2].duty);
  CHECK(due.tasks[2].area_label() == "II. TỔ CHỨC THỰC HIỆN");
  CHECK(due.occurrences.back().due == Date(2026, 8, 15));
  ScheduleOptions only_tasks;
  only_tasks.duties = false;
  CHECK(schedule(plan, calendar, only_tasks).tasks.size() == 2);
  Strings other;
  for (const Finding& one : check(plan).findings) {
    if (one.rule == "duty.other_day") other.push_back(one.task);
  }
  CHECK(other == Strings{"1.1"});
}

TEST_CASE("what waits for a case is standing, what is reported in a rhythm is no duty") {
  const Plan plan = read_duties(
      "1. Các cơ quan, đơn vị chịu trách nhiệm thi hành Kế hoạch này; nếu có vướng mắc, báo cáo "
      "UBND xã trước ngày 15/12/2026.\n"
      "2. Phòng Kinh tế định kỳ hằng quý báo cáo Ủy ban nhân dân xã.\n");
  REQUIRE(plan.duties.size() == 1);
  CHECK(plan.duties[0].kind == DutyKind::standing);
  CHECK(days(plan) == Strings{"-"});
  REQUIRE(plan.reporting.size() == 1);
  CHECK(plan.reporting[0].reporter == "phong-kinh-te");
  CHECK(plan.reporting[0].timeframe.occurrences.size() == 4);
}

TEST_CASE("a part called by its topic gives work; one that tells doesn't") {
  const auto given = [](const std::string& title) {
    return days(
        read_text("ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nKẾ HOẠCH\nCải cách hành "
                  "chính năm 2026\n\nII. " +
                  title +
                  "\n1. Giao Công an xã rà soát hồ sơ, xong trước ngày 10/7/2026.\n2. Phòng "
                  "Kinh tế\n- Rà soát quy hoạch chợ trước ngày 30/6/2026.\n"));
  };
  CHECK(given("CẢI CÁCH THỦ TỤC") == Strings{"2026-07-10", "2026-06-30"});
  CHECK(given("NHIỆM VỤ") == Strings{"2026-07-10", "2026-06-30"});
  CHECK(given("KẾT QUẢ NĂM 2025").empty());
}

TEST_CASE("a limit that nobody known is named for is a duty that is asked about") {
  for (const char* words : {"Các chủ rừng hoàn tất quyết toán trước ngày 15/7/2026.",
                            "Giao các chủ rừng nghiệm thu công trình trước ngày 15/7/2026.",
                            "Hoàn thành việc số hóa hồ sơ trước ngày 15/7/2026",
                            "Yêu cầu chủ rừng bàn giao mặt bằng trước ngày 15/7/2026;",
                            "Giao Đội An Khê nhóm lửa tại chợ trước ngày 15/7/2026."}) {
    CAPTURE(words);
    const Plan plan = read_duties("1. Phòng Kinh tế: tổng hợp.\n2. " + std::string(words) + "\n");
    REQUIRE(plan.duties.size() == 2);
    CHECK(days(plan).back() == "2026-07-15");
    REQUIRE(plan.remarks.size() == 1);
    CHECK(plan.remarks[0].task == plan.duties[1].id);
    CHECK(plan.remarks[0].field == "lead");
  }
  CHECK(read_duties("1. Phấn đấu đến hết năm 2026 đạt 95% hồ sơ trực tuyến.\n").duties.empty());
}

TEST_CASE("names share the head that a plural says before them") {
  for (const char* words :
       {"Giao các phòng: Kinh tế, Nội vụ chủ trì rà soát hồ sơ trước ngày 15/7/2026.",
        "Giao các phòng Kinh tế, Nội vụ rà soát hồ sơ trước ngày 15/7/2026.",
        "Các phòng: Kinh tế và Nội vụ rà soát hồ sơ trước ngày 15/7/2026.",
        "Các đơn vị: Phòng Kinh tế, Phòng Nội vụ rà soát hồ sơ trước ngày 15/7/2026."}) {
    CAPTURE(words);
    const Plan plan = read_duties("1. " + std::string(words) + "\n");
    REQUIRE(plan.duties.size() == 1);
    CHECK(plan.duties[0].leads == Strings{"phong-kinh-te", "phong-noi-vu"});
    CHECK(plan.duties[0].title == "Rà soát hồ sơ trước ngày 15/7/2026");
  }
  const Plan many = read_duties("1. Các phòng chuyên môn rà soát hồ sơ trước ngày 15/7/2026.\n");
  CHECK(many.duties[0].leads == Strings{"cac-phong-chuyen-mon"});
  const Plan labels = read_duties(
      "1. Rà soát hồ sơ. Đơn vị chủ trì: các phòng: Kinh tế, Nội vụ; thời hạn: Quý II.\n");
  REQUIRE(labels.tasks.size() == 1);
  CHECK(labels.tasks[0].leads == Strings{"phong-kinh-te", "phong-noi-vu"});
}

TEST_CASE("what a paragraph tells first, its topic or its day hide no duty") {
  const std::string until = " trước ngày 10/9/2026";
  for (const std::string& words :
       {"Tiến độ còn chậm. Giao Phòng Kinh tế rà soát hồ sơ" + until + ".",
        "Ngân sách bảo đảm; Phòng Kinh tế rà soát hồ sơ" + until + ".",
        "Về kinh phí: Phòng Kinh tế rà soát hồ sơ" + until + ".",
        "Đối với các dự án chuyển tiếp: Phòng Kinh tế rà soát hồ sơ" + until + ".",
        std::string("Trước ngày 10/9/2026: Phòng Kinh tế rà soát hồ sơ.")}) {
    CAPTURE(words);
    const Plan plan = read_duties("1. " + words + "\n");
    CHECK(days(plan) == Strings{"2026-09-10"});
    CHECK(plan.duties.at(0).leads == Strings{"phong-kinh-te"});
    CHECK(plan.coverage.lost() == 0);
  }
  for (const char* words : {"Hỗ trợ cơ sở có giấy phép hết hạn trước ngày 30/6/2026.",
                            "Cơ sở không khắc phục trước ngày 30/6/2026 thì đình chỉ hoạt động."}) {
    CAPTURE(words);
    CHECK(read_duties("1. " + std::string(words) + "\n").duties.empty());
  }
}

TEST_CASE("another subject below a body's heading and another day in a clause are remarks") {
  const Plan plan = read_duties(
      "1. Phòng Kinh tế\n- Rà soát các hộ. Công an xã xác minh nơi cư trú trước ngày 05/4/2026.\n"
      "- Nghiệm thu đợt 1 trước ngày 30/4/2026, đợt 2 trước ngày 30/9/2026.\n");
  REQUIRE(plan.remarks.size() == 2);
  CHECK(plan.remarks[0].field == "lead");
  CHECK(plan.remarks[0].others == Strings{"Công an"});
  CHECK(plan.remarks[1].field == "timeframe");
  CHECK(plan.remarks[1].others == Strings{"trước ngày 30/9/2026"});
}

TEST_CASE("a report tells, and gives work only in parts whose titles say so") {
  const auto given = [](const std::string& title) {
    return days(
        read_text("ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/BC-UBND\n\nBÁO CÁO\nCông tác năm "
                  "2026\n\nII. " +
                  title + "\n1. Phòng Kinh tế cấp 312 giấy chứng nhận.\n"));
  };
  CHECK(given("QUẢN LÝ ĐẤT ĐAI").empty());
  CHECK(given("NHIỆM VỤ TRỌNG TÂM") == Strings{"-"});
}
