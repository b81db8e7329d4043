#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Plan read_body(const std::string& body) {
  return read_text(
      "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
      "KẾ HOẠCH\nThử nghiệm năm 2026\n\nI. MỤC ĐÍCH\n- Một.\n\nII. NHIỆM VỤ\n" +
      body);
}

/// Title, leads, coordinators and due day of each task.
Strings said(const Plan& plan) {
  Strings out;
  const auto join = [](const Strings& ids) {
    std::string text;
    for (const std::string& id : ids) text += (text.empty() ? "" : "+") + id;
    return text;
  };
  for (const Task& task : plan.tasks) {
    const auto& due = task.timeframe.due;
    out.push_back(task.title + "|" + join(task.leads) + "|" + join(task.coordinators) + "|" +
                  (due ? due->to_iso() : ""));
  }
  return out;
}

const Strings one = {"Ban hành kế hoạch|phong-kinh-te|cong-an|2026-03-31"};

}  // namespace

TEST_CASE("an item with labels below it is a task of the section that it stands in") {
  const Plan plan = read_body(
      "1. Công tác tuyên truyền\na) Ban hành kế hoạch.\n- Đơn vị chủ trì: Phòng Kinh tế;\n"
      "- Đơn vị phối hợp: Công an xã;\n- Thời gian thực hiện: Quý I/2026;\n- Sản phẩm: Kế hoạch "
      "của UBND xã.\nb) Tổ chức hội nghị.\n- Chủ trì: Công an xã;\n- Thời gian: Quý II/2026.\n");
  REQUIRE(plan.tasks.size() == 2);
  CHECK(said(plan).front() == one.front());
  CHECK(ids(plan) == Strings{"0.II.1.a", "0.II.1.b"});
  CHECK(plan.tasks[0].area == "II.1");
  CHECK(plan.tasks[0].number == "a");
  CHECK(plan.tasks[0].products == Strings{"Kế hoạch của UBND xã"});
  CHECK(plan.tasks[0].lead == "Phòng Kinh tế");
  REQUIRE(plan.annexes.size() == 1);
  CHECK(plan.annexes[0].number == 0);
  CHECK(plan.annexes[0].areas[0].title == "Công tác tuyên truyền");
  CHECK(plan.remarks.empty());
}

TEST_CASE("labels may share a line, stand in the item, in brackets or in a small table") {
  for (const char* body :
       {"1. Ban hành kế hoạch;\n- Chủ trì: Phòng Kinh tế; phối hợp: Công an xã; thời gian: quý I.",
        "1. Ban hành kế hoạch. Thời hạn: Quý I; chủ trì: Phòng Kinh tế; phối hợp: Công an xã.",
        "1. Ban hành kế hoạch (Phòng Kinh tế chủ trì, phối hợp với Công an xã; trong quý I/2026);",
        "1. Ban hành kế hoạch (chủ trì: Phòng Kinh tế; phối hợp: Công an xã; Quý I).",
        "1. Ban hành kế hoạch (Phòng Kinh tế chủ trì; Công an xã tham gia; Quý I).",
        "1. Ban hành kế hoạch (Phòng Kinh tế thực hiện; hỗ trợ: Công an xã; Quý I).",
        "- Ban hành kế hoạch (do Phòng Kinh tế thực hiện, phối hợp Công an xã, xong trước "
        "31/3/2026)",
        "1. Ban hành kế hoạch\nCơ quan chủ trì¦Phòng Kinh tế\nPhối hợp¦Công an xã\nThời "
        "gian¦Quý I\n",
        "1. Nhiệm vụ 1\n- Chủ trì: Phòng Kinh tế\n- Phối hợp: Công an xã\n- Thời hạn: Quý I\n"
        "- Nội dung: Ban hành kế hoạch.",
        "- Ban hành kế hoạch\nChủ trì:\n+ Phòng Kinh tế;\nPhối hợp:\n+ Công an xã\nTiến độ: Quý "
        "I"}) {
    CAPTURE(body);
    CHECK(said(read_body(body)) == one);
  }
}

TEST_CASE("bullets of a task without labels are its points, those with labels its parts") {
  const Plan plan = read_body(
      "1. Chuyển đổi số\n- Chủ trì: Phòng Kinh tế\n- Tiết kiệm.\na) Lập danh mục\n- Chủ trì: Công "
      "an xã\n- Thời gian: Quý I\nb) Mua thiết bị\n- Chủ trì: Công an xã\n- Thời gian: Quý II\n");
  CHECK(ids(plan) == Strings{"0.II.1", "0.II.1.a", "0.II.1.b"});
  CHECK(plan.tasks[0].points == Strings{"Tiết kiệm."});
  CHECK(plan.tasks[1].parent == "0.II.1");
}

TEST_CASE("labels below a list hold for all of it, and a remark says so") {
  const Plan plan = read_body(
      "a) Ban hành kế hoạch;\nb) Tổ chức hội nghị;\n- Chủ trì: Phòng Kinh tế\n- Thời gian: Quý "
      "I\n");
  CHECK(said(plan) == Strings{"Ban hành kế hoạch|phong-kinh-te||2026-03-31",
                              "Tổ chức hội nghị|phong-kinh-te||2026-03-31"});
  REQUIRE(plan.remarks.size() == 1);
  CHECK(plan.remarks[0].kind == RemarkKind::value);
}

TEST_CASE("a numbered label on the plan as a whole makes no task") {
  for (const char* body :
       {"1. Nội dung\na) Một;\n2. Thời gian: quý II.\n3. Kinh phí: ngân sách xã.\n",
        "Thời gian: quý II.\nĐịa điểm: Hội trường.\n1. Đối tượng\n2. Thành phần\n",
        "1. Báo cáo (theo mẫu số 2)\n2. Kết quả: đạt 95% (năm 2025)\n",
        "1. Nêu rõ (số liệu đến ngày 31/12/2025)\n- Yêu cầu: ngắn gọn\n"}) {
    CAPTURE(body);
    CHECK(read_body(body).tasks.empty());
  }
}

TEST_CASE("what a table lists too is a task once") {
  const Plan plan = read_body(
      "1. Ban hành kế hoạch\n- Chủ trì: Phòng Kinh tế\n2. Tổ chức hội nghị\n- Chủ trì: Công an "
      "xã\n\nPhụ lục I\n\nSTT¦Nhiệm vụ¦Chủ trì¦Thời gian\n1¦Ban hành kế hoạch¦Phòng Kinh tế¦Quý "
      "I\n");
  CHECK(ids(plan) == Strings{"0.II.2", "1.1"});
}
