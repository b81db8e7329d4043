// Cells that say of the bodies in them who leads and who helps.
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Plan read_cell(const std::string& cell, const std::string& header) {
  return read_text(
      "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
      "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nSTT\tNhiệm vụ\t" +
      header + "\tThời gian\n1\tRà soát chợ\t" + cell + "\tQuý I\n");
}

std::string joined(const Strings& ids) {
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : "+") + id;
  return all;
}

/// "phong-kinh-te | cong-an": who leads and who helps.
std::string roles(const Plan& plan) {
  return joined(plan.tasks.at(0).leads) + " | " + joined(plan.tasks.at(0).coordinators);
}

void check_each(const Strings& cells, const std::string& expected, std::size_t remarks = 0) {
  for (const std::string header : {"Cơ quan thực hiện", "Cơ quan chủ trì"}) {
    for (const std::string& cell : cells) {
      CAPTURE(cell);
      const Plan plan = read_cell(cell, header);
      CHECK(roles(plan) == expected);
      CHECK(plan.remarks.size() == remarks);
      CHECK(plan.coverage.lost() == 0);
    }
  }
}

}  // namespace

TEST_CASE("a cell may say who leads and who helps before or behind the names") {
  check_each({"Phòng Kinh tế (chủ trì), Công an xã (phối hợp)",
              "Phòng Kinh tế (chủ trì); Công an xã (phối hợp)",
              "Công an xã (phối hợp), Phòng Kinh tế (chủ trì)",
              "Phòng Kinh tế (cơ quan chủ trì), Công an xã (cơ quan phối hợp)",
              "Phòng Kinh tế (đơn vị chủ trì) và Công an xã (đơn vị phối hợp)",
              "Phòng Kinh tế (Chủ trì) - Công an xã (Phối hợp)",
              "Phòng Kinh tế (CT), Công an xã (PH)",
              "Phòng Kinh tế (đầu mối), Công an xã (phối hợp)",
              "Phòng Kinh tế (chịu trách nhiệm chính); Công an xã (phối hợp thực hiện)",
              "Phòng Kinh tế (chủ trì, tham mưu), Công an xã (phối hợp)",
              "Phòng Kinh tế (chủ trì, phối hợp với Công an xã)",
              "Phòng Kinh tế (phối hợp Công an xã)",
              "Phòng Kinh tế chủ trì, Công an xã phối hợp",
              "Phòng Kinh tế chủ trì; Công an xã phối hợp thực hiện",
              "Công an xã phối hợp, Phòng Kinh tế chủ trì",
              "Phòng Kinh tế - chủ trì; Công an xã - phối hợp",
              "Phòng Kinh tế là cơ quan chủ trì; Công an xã là đơn vị phối hợp",
              "Cơ quan chủ trì là Phòng Kinh tế; cơ quan phối hợp là Công an xã",
              "Chủ trì là Phòng Kinh tế, phối hợp là Công an xã",
              "Phòng Kinh tế làm chủ trì; Công an xã phối hợp",
              "Phòng Kinh tế; tham gia: Công an xã",
              "Phòng Kinh tế (chủ trì), Công an xã (tham gia)",
              "Công an xã (hỗ trợ), Phòng Kinh tế (chủ trì)",
              "Phòng Kinh tế chủ trì, phối hợp với Công an xã",
              "Phòng Kinh tế chủ trì phối hợp Công an xã",
              "Phòng Kinh tế, phối hợp Công an xã",
              "Phòng Kinh tế phối hợp với Công an xã",
              "Phòng Kinh tế phối hợp cùng Công an xã",
              "Chủ trì: Phòng Kinh tế; phối hợp: Công an xã",
              "Chủ trì: Phòng Kinh tế. Phối hợp: Công an xã",
              "Cơ quan chủ trì: Phòng Kinh tế; cơ quan phối hợp: Công an xã",
              "CT: Phòng Kinh tế; PH: Công an xã",
              "PHÒNG KINH TẾ (CHỦ TRÌ), CÔNG AN XÃ (PHỐI HỢP)"},
             "phong-kinh-te | cong-an");
}

TEST_CASE("a role is that of all the names it stands beside, until the next role") {
  check_each({"Phòng Kinh tế (chủ trì); Công an xã, Trạm Y tế (phối hợp)",
              "Phòng Kinh tế chủ trì; Công an xã, Trạm Y tế phối hợp",
              "Phòng Kinh tế (chủ trì), Công an xã (phối hợp), Trạm Y tế (phối hợp)",
              "Chủ trì: Phòng Kinh tế; phối hợp: Công an xã, Trạm Y tế",
              "Công an xã, Trạm Y tế (phối hợp); Phòng Kinh tế (chủ trì)"},
             "phong-kinh-te | cong-an+tram-y-te");
  check_each({"Phòng Kinh tế, Trạm Y tế (chủ trì); Công an xã (phối hợp)",
              "Phòng Kinh tế (chủ trì), Trạm Y tế (chủ trì), Công an xã (phối hợp)",
              "Phòng Kinh tế, Trạm Y tế, Công an xã (phối hợp)"},
             "phong-kinh-te+tram-y-te | cong-an");
  check_each({"Phòng Kinh tế (chủ trì)", "Phòng Kinh tế chủ trì", "Chủ trì: Phòng Kinh tế",
              "Phòng Kinh tế (đơn vị chủ trì)"},
             "phong-kinh-te | ");
}

TEST_CASE("who has no role beside one who leads is taken for a helper, with a remark") {
  check_each({"Phòng Kinh tế (đầu mối), Công an xã", "Phòng Kinh tế (chủ trì); Công an xã",
              "Phòng Kinh tế chủ trì, Công an xã", "Công an xã (Phòng Kinh tế chủ trì)"},
             "phong-kinh-te | cong-an", 1);
}

TEST_CASE("brackets in a sentence say who leads and who helps, too") {
  for (const std::string text :
       {"Phòng Kinh tế (chủ trì), Công an xã (phối hợp) kiểm tra chợ trước ngày 30/6/2026.",
        "Giao Phòng Kinh tế (đơn vị chủ trì) và Công an xã (đơn vị phối hợp) kiểm tra chợ.",
        "Phòng Kinh tế (chủ trì, phối hợp với Công an xã) kiểm tra chợ trước ngày 30/6/2026.",
        "Phòng Kinh tế (phối hợp với Công an xã) kiểm tra chợ trước ngày 30/6/2026."}) {
    CAPTURE(text);
    const Plan plan = read_text(
        "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
        "KẾ HOẠCH\nQuản lý chợ năm 2026\n\nI. TỔ CHỨC THỰC HIỆN\n1. " +
        text + "\n");
    REQUIRE(plan.duties.size() == 1);
    CHECK(joined(plan.duties[0].leads) == "phong-kinh-te");
    CHECK(joined(plan.duties[0].coordinators) == "cong-an");
  }
}

TEST_CASE("below a header of both roles the first name leads where the cell says nothing") {
  for (const std::string header : {"Cơ quan chủ trì/phối hợp", "Cơ quan chủ trì, phối hợp",
                                   "Đơn vị chủ trì - đơn vị phối hợp"}) {
    for (const std::string cell :
         {"Phòng Kinh tế/Công an xã", "Phòng Kinh tế; Công an xã", "Phòng Kinh tế, Công an xã"}) {
      CAPTURE(header + ": " + cell);
      const Plan plan = read_cell(cell, header);
      CHECK(roles(plan) == "phong-kinh-te | cong-an");
      REQUIRE(plan.remarks.size() == 1);
      CHECK(plan.remarks[0].field == "coordinator");
    }
    CHECK(roles(read_cell("Phòng Kinh tế", header)) == "phong-kinh-te | ");
    CHECK(roles(read_cell("Phòng Kinh tế (chủ trì), Công an xã (phối hợp)", header)) ==
          "phong-kinh-te | cong-an");
    CHECK(roles(read_cell("Phòng Kinh tế/ Công an xã, Trạm Y tế", header)) ==
          "phong-kinh-te | cong-an+tram-y-te");
  }
}

TEST_CASE("persons in a row are several, and short names are those of the offices") {
  CHECK(roles(read_cell("Nguyễn Văn An, Trần Thị Bình", "Người thực hiện")) ==
        "nguyen-van-an+tran-thi-binh | ");
  CHECK(roles(read_cell("PKT, CA, QS, TYT", "Cơ quan thực hiện")) ==
        "phong-kinh-te+cong-an+ban-chi-huy-quan-su+tram-y-te | ");
  CHECK(roles(read_cell("Phòng Văn hóa, Khoa học và Thông tin", "Cơ quan thực hiện")).find("+") ==
        std::string::npos);
}

TEST_CASE("a header of months or quarters is the unit of the numbers below it") {
  const auto due = [](const std::string& header, const std::string& cell) {
    const Plan plan = read_text(
        "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
        "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nSTT\tNhiệm vụ\tChủ trì\t" +
        header + "\n1\tRà soát\tCông an xã\t" + cell + "\n");
    CHECK(plan.coverage.lost() == 0);
    return plan.tasks.at(0).timeframe.due;
  };
  CHECK(due("Tháng hoàn thành", "6") == Date(2026, 6, 30));
  CHECK(due("Tháng", "3, 6, 9") == Date(2026, 9, 30));
  CHECK(due("Tháng thực hiện", "4-6") == Date(2026, 6, 30));
  CHECK(due("Tháng hoàn thành", "12/2026") == Date(2026, 12, 31));
  CHECK(due("Tháng hoàn thành", "15/6") == Date(2026, 6, 15));
  CHECK(due("Quý", "II") == Date(2026, 6, 30));
  CHECK(due("Quý hoàn thành", "4") == Date(2026, 12, 31));
  CHECK(due("Quý", "I-IV") == Date(2026, 12, 31));
  CHECK(due("Quý", "Quý III") == Date(2026, 9, 30));
}
