// Shapes of sentences that give work, one kind a test: who is given it, until when, and what is
// none.
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

Plan read_part(const std::string& body, const std::string& title = "TỔ CHỨC THỰC HIỆN") {
  return read_text(
      "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
      "KẾ HOẠCH\nCải cách hành chính năm 2026\n\nI. MỤC ĐÍCH\n- Một.\n\nII. " +
      title + "\n" + body);
}

/// "phong-kinh-te+cong-an 2026-06-30": leads and day of each duty.
Strings given(const Plan& plan) {
  Strings all;
  for (const Duty& duty : plan.duties) {
    std::string leads;
    for (const std::string& lead : duty.leads) leads += (leads.empty() ? "" : "+") + lead;
    all.push_back(leads + " " + (duty.timeframe.due ? duty.timeframe.due->to_iso() : "-"));
  }
  return all;
}

using Shapes = std::vector<std::pair<std::string, std::string>>;

/// Each text is one duty, given so.
void check_each(const Shapes& shapes) {
  for (const auto& shape : shapes) {
    CAPTURE(shape.first);
    CHECK(given(read_part("1. " + shape.first + "\n")) == Strings{shape.second});
  }
}

/// None of these texts gives anything to do.
void check_none(const Strings& texts) {
  for (const std::string& text : texts) {
    CAPTURE(text);
    const Plan plan = read_part("1. " + text + "\n");
    CHECK(given(plan).empty());
    CHECK(plan.coverage.lost() == 0);
  }
}

}  // namespace

TEST_CASE("a topic before a comma hides no order behind it") {
  check_each({{"Về nhân sự, giao Phòng Nội vụ rà soát biên chế.", "phong-noi-vu -"},
              {"Về an ninh, trật tự, giao Công an xã tuần tra các chợ.", "cong-an -"},
              {"Đối với hộ chưa kê khai, yêu cầu Phòng Kinh tế đôn đốc trước ngày 10/5/2026.",
               "phong-kinh-te 2026-05-10"},
              {"Liên quan đến đất đai, đề nghị Văn phòng Đăng ký đất đai trả kết quả.",
               "van-phong-dang-ky-dat-dai -"},
              {"Căn cứ kết quả kiểm tra, Phòng Kinh tế lập danh sách trong quý II/2026.",
               "phong-kinh-te 2026-06-30"},
              {"Để kịp tiến độ, giao Phòng Kinh tế lập dự toán.", "phong-kinh-te -"}});
}

TEST_CASE("a body before a colon is given what stands behind it, in capitals too") {
  check_each({{"Phòng Kinh tế: Rà soát văn bản.", "phong-kinh-te -"},
              {"Vụ Kế hoạch - Tài chính: Cấp kinh phí cho các đơn vị.", "vu-ke-hoach-tai-chinh -"},
              {"Giao Phòng Kinh tế: Thẩm tra dự thảo.", "phong-kinh-te -"},
              {"Công an xã, Phòng Kinh tế: Tuần tra các chợ", "cong-an+phong-kinh-te -"},
              {"Sở Y tế (Chi cục Dân số): Tổng hợp số liệu.", "so-y-te -"}});
}

TEST_CASE("bodies in a row keep their work though no list knows its verb") {
  const std::string until = " trước ngày 30/6/2026.";
  check_each(
      {{"Phòng Kinh tế, Công an xã tỉa cây ven đường" + until, "phong-kinh-te+cong-an 2026-06-30"},
       {"Công an xã và Phòng Kinh tế tỉa cây" + until, "cong-an+phong-kinh-te 2026-06-30"},
       {"Phòng Kinh tế, Công an xã, Phòng Nội vụ tỉa cây trong quý II/2026.",
        "phong-kinh-te+cong-an+phong-noi-vu 2026-06-30"},
       {"Công an xã, Ban Chỉ huy Quân sự xã tỉa cây" + until,
        "cong-an+ban-chi-huy-quan-su 2026-06-30"},
       {"Công an xã; Phòng Kinh tế tỉa cây" + until, "cong-an+phong-kinh-te 2026-06-30"}});
}

TEST_CASE("somebody without a name of his own is given work too") {
  const std::string until = " trước ngày 30/6/2026.";
  check_each(
      {{"Nhà thầu gom vật liệu khỏi lòng đường" + until, "nha-thau 2026-06-30"},
       {"Doanh nghiệp gài camera" + until, "doanh-nghiep 2026-06-30"},
       {"Các hộ kinh doanh buộc mái hiên" + until, "cac-ho-kinh-doanh 2026-06-30"},
       {"Bưu điện xã mang kết quả đến nhà dân" + until, "buu-dien 2026-06-30"},
       {"Hợp tác xã tỉa cây" + until, "hop-tac-xa 2026-06-30"},
       {"Công ty Cấp nước Phú An hàn đường ống" + until, "cong-ty-cap-nuoc-phu-an 2026-06-30"}});
}

TEST_CASE("a body that ends nowhere known keeps its day in a duty that is asked about") {
  for (const char* text : {"Trung tâm Giám định vàng bạc soi mẫu trước ngày 30/6/2026.",
                           "Hội họp trong xóm trước ngày 30/6/2026.",
                           "Thời gian nhận hồ sơ: đến hết ngày 30/6/2026."}) {
    CAPTURE(text);
    const Plan plan = read_part("1. " + std::string(text) + "\n");
    CHECK(given(plan) == Strings{" 2026-06-30"});
    REQUIRE(plan.remarks.size() == 1);
    CHECK(plan.remarks[0].field == "lead");
  }
}

TEST_CASE("a time before a colon is that of what follows, in a line or below it") {
  check_each({{"Quý II/2026: Phòng Kinh tế rà soát các chợ.", "phong-kinh-te 2026-06-30"},
              {"Tháng 6/2026: Công an xã diễn tập.", "cong-an 2026-06-30"},
              {"Từ ngày 01/6 đến 30/6/2026: Phòng Kinh tế rà soát.", "phong-kinh-te 2026-06-30"},
              {"Tuần 1 tháng 6/2026: Phòng Kinh tế rà soát.", "phong-kinh-te 2026-06-07"},
              {"Quý III, Phòng Kinh tế rà soát các chợ.", "phong-kinh-te 2026-09-30"}});
  CHECK(given(read_part("Quý II/2026:\n- Rà soát các chợ.\n- Công an xã diễn tập.\n")) ==
        Strings{" 2026-06-30", "cong-an 2026-06-30"});
}

TEST_CASE("heads before a colon are shared by the names behind it") {
  check_each(
      {{"Các sở, ngành: Tài chính, Nội vụ rà soát.", "so-tai-chinh+so-noi-vu -"},
       {"Giao các sở, ban, ngành: Tài chính, Nội vụ, Công an tỉnh rà soát biên chế.",
        "so-tai-chinh+so-noi-vu+cong-an-tinh -"},
       {"Các sở, ngành: Y tế và Công Thương: rà soát.", "so-y-te+so-cong-thuong -"},
       {"Các cơ quan, đơn vị: Phòng Kinh tế, Công an xã rà soát.", "phong-kinh-te+cong-an -"},
       {"Yêu cầu các phòng, ban: Kinh tế, Nội vụ rà soát biên chế.",
        "phong-kinh-te+phong-noi-vu -"}});
}

TEST_CASE("what somebody does is his; a meeting that he chairs is none") {
  const auto who = [](const std::string& text) {
    const Plan plan = read_part("1. " + text + "\n");
    return plan.duties.empty()             ? std::string("-")
           : plan.duties[0].people.empty() ? given(plan)[0]
                                           : plan.duties[0].people[0].name;
  };
  CHECK(who("Công tác tuyên truyền do đồng chí Lê Văn An phụ trách.") == "Lê Văn An");
  CHECK(who("Việc rà soát hộ nghèo do ông Trần Bình, Phó Chủ tịch UBND xã chỉ đạo.") ==
        "Trần Bình");
  CHECK(who("Mảng đất đai do bà Hồ Lan theo dõi.") == "Hồ Lan");
  CHECK(who("Tổ chức đêm hội do Phòng Kinh tế phụ trách.") == "phong-kinh-te -");
  for (const char* text :
       {"Cuộc họp giao ban do Thứ trưởng Nguyễn Văn An chủ trì.",
        "Hội nghị do đồng chí Nguyễn Văn An chủ trì.", "Phiên họp do Chủ tịch UBND xã chủ trì.",
        "Buổi làm việc do bà Hồ Lan chủ trì.",
        "Đoàn kiểm tra do đồng chí Nguyễn Văn An làm trưởng đoàn."}) {
    CAPTURE(text);
    CHECK(who(text) == "-");
  }
}

TEST_CASE("boards of a council are bodies; what may be a verb is one where nothing says more") {
  check_each({{"Các Ban của HĐND xã thẩm tra dự thảo.", "cac-ban-cua-hoi-dong-nhan-dan-xa -"},
              {"Ban Kinh tế - Xã hội thẩm tra báo cáo.", "ban-kinh-te-xa-hoi -"},
              {"Các phòng thuộc UBND xã rà soát.", "cac-phong-thuoc-uy-ban-nhan-dan-xa -"},
              {"Thanh tra tỉnh kiểm tra việc sử dụng đất.", "thanh-tra-tinh -"},
              {"Thanh tra: kiểm tra việc sử dụng đất.", "thanh-tra -"},
              {"Thanh tra, kiểm tra việc sử dụng đất trước ngày 30/6/2026.", " 2026-06-30"},
              {"Thanh tra và kiểm tra việc sử dụng đất trước ngày 30/6/2026.", " 2026-06-30"}});
}

TEST_CASE("a syllable of a name that could be a verb doesn't end it") {
  check_each({{"Văn phòng Đăng ký đất đai trả kết quả.", "van-phong-dang-ky-dat-dai -"},
              {"Công ty Khai thác công trình thuỷ lợi nạo vét kênh.",
               "cong-ty-khai-thac-cong-trinh-thuy-loi -"},
              {"Trung tâm Đăng kiểm giao thông rà soát.", "trung-tam-dang-kiem-giao-thong -"},
              {"Trung tâm Khai thác hạ tầng khu công nghiệp nghiệm thu.",
               "trung-tam-khai-thac-ha-tang-khu-cong-nghiep -"},
              {"Ban Quản lý dự án làm chủ đầu tư công trình chợ.", "ban-quan-ly-du-an -"},
              {"Ban Tiếp công dân tỉnh tiếp dân.", "ban-tiep-cong-dan-tinh -"}});
}

TEST_CASE("a sentence that names a body first and ends with a full stop is no heading") {
  check_each({{"Trường Tiểu học Lê Lợi treo mã QR ở cổng, xong trong tháng 3.",
               "truong-tieu-hoc-le-loi 2026-03-31"},
              {"Hạt Kiểm lâm tỉa cây rừng phòng hộ trong quý II/2026.", " 2026-06-30"},
              {"Công ty Cấp nước Phú An sửa đường ống.", "cong-ty-cap-nuoc-phu-an -"},
              {"Ban Tiếp công dân tỉnh tiếp nhận đơn.", "ban-tiep-cong-dan-tinh -"}});
  CHECK(given(read_part("1. Ban Quản lý chợ Phú Lộc.\n- Rà soát các ki-ốt.\n")) ==
        Strings{"ban-quan-ly-cho-phu-loc -"});
}

TEST_CASE("a bracket behind a body belongs to it") {
  check_each(
      {{"Sở Y tế (Chi cục An toàn vệ sinh thực phẩm) kiểm tra bếp ăn.", "so-y-te -"},
       {"Giao Sở Y tế (Chi cục Dân số), Sở Nội vụ (Phòng Thanh niên) rà soát.",
        "so-y-te+so-noi-vu -"},
       {"Phòng Kinh tế (bộ phận địa chính) rà soát trước ngày 30/6/2026.",
        "phong-kinh-te 2026-06-30"},
       {"Công an xã (qua tổ địa bàn) và Phòng Kinh tế rà soát.", "cong-an+phong-kinh-te -"}});
  const Plan plan = read_part("1. Sở Y tế (Chi cục Dân số) kiểm tra bếp ăn các trường.\n");
  CHECK(plan.duties.at(0).title == "Kiểm tra bếp ăn các trường");
}

TEST_CASE("a time that says which things are meant is no limit, which is remarked where guessed") {
  check_each(
      {{"Phòng Kinh tế xử lý các văn bản gửi trước ngày 30/6/2026.", "phong-kinh-te -"},
       {"Phòng Kinh tế rà soát giấy phép cấp trước ngày 30/6/2026.", "phong-kinh-te -"},
       {"Phòng Kinh tế kiểm tra dự án được phê duyệt trước ngày 30/6/2026.", "phong-kinh-te -"},
       {"Phòng Kinh tế thanh tra các dự án khởi công trước ngày 01/01/2020.", "phong-kinh-te -"},
       {"Công an xã thu hồi thẻ có giá trị sử dụng đến ngày 31/12/2026.", "cong-an -"},
       {"Phòng Nội vụ lập danh sách người nghỉ hưu trước ngày 30/6/2026.", "phong-noi-vu -"},
       {"Phòng Kinh tế rà soát hợp đồng ký trước ngày 01/7/2026, báo cáo trước ngày "
        "15/8/2026.",
        "phong-kinh-te 2026-08-15"}});
  check_each(
      {{"Phòng Kinh tế hoàn thiện hồ sơ gửi trước ngày 30/6/2026.", "phong-kinh-te 2026-06-30"},
       {"Phòng Kinh tế kiểm tra việc ký kết trước ngày 30/6/2026.", "phong-kinh-te 2026-06-30"},
       {"Công an xã xác minh nơi cư trú trước ngày 30/6/2026.", "cong-an 2026-06-30"},
       {"Phòng Kinh tế rà soát và gửi trước ngày 30/6/2026.", "phong-kinh-te 2026-06-30"},
       {"Phòng Kinh tế rà soát hồ sơ, gửi trước ngày 30/6/2026.", "phong-kinh-te 2026-06-30"}});
  const Plan plan = read_part("1. Phòng Kinh tế xử lý các đơn thư nhận trước ngày 30/6/2026.\n");
  REQUIRE(plan.remarks.size() == 1);
  CHECK(plan.remarks[0].others == Strings{"trước ngày 30/6/2026"});
}

TEST_CASE("how things stand is told, below a body's heading too") {
  const std::string heading = "1. Phòng Kinh tế\n";
  for (const char* text :
       {"Kết quả năm 2025 đạt thấp: 12/20 chợ có nội quy.", "Năm 2025 có 15 hồ sơ trễ hạn.",
        "Đến ngày 31/12/2025 còn 5 chợ chưa có nội quy.", "Tỷ lệ giải ngân mới đạt 45%.",
        "Trong 6 tháng đầu năm đã cấp 312 giấy.", "Được từ chối nộp phí ngoài quy định."}) {
    CAPTURE(text);
    const Plan plan = read_part(heading + "- " + text + "\n- Rà soát các chợ.\n");
    CHECK(given(plan) == Strings{"phong-kinh-te -"});
    CHECK(plan.coverage.lost() == 0);
  }
  CHECK(given(read_part(heading + "- Tỷ lệ trực tuyến phải đạt 90%.\n")).size() == 1);
  check_none({"Hộ kinh doanh được từ chối nộp phí ngoài quy định trước ngày 01/6/2026.",
              "Người dân có quyền khiếu nại trước ngày 01/6/2026.",
              "Hồ sơ điện tử là hồ sơ được lập trước ngày 01/6/2026.",
              "Tổ công nghệ số cộng đồng là tổ chức do UBND xã thành lập.",
              "Phòng Kinh tế có chức năng quản lý chợ."});
}

TEST_CASE("a sentence that tells hides no order behind it") {
  const Plan plan = read_part(
      "1. Phòng Kinh tế chưa gửi báo cáo. Giao Phòng Kinh tế gửi trước ngày 30/6/2026.\n");
  CHECK(given(plan) == Strings{"phong-kinh-te 2026-06-30"});
}

TEST_CASE("a limit behind a semicolon takes with it the work before it") {
  for (const char* text : {"Thành lập Tổ kiểm tra; hoàn thành trước ngày 28/02/2026.",
                           "Cứng hoá đường xóm; xong trước ngày 28/02/2026.",
                           "Hoàn trả mặt bằng chợ; thời hạn trước ngày 28/02/2026."}) {
    CAPTURE(text);
    const Plan plan = read_part("1. " + std::string(text) + "\n");
    CHECK(given(plan) == Strings{" 2026-02-28"});
    CHECK(plan.duties.at(0).text == text);
  }
}

TEST_CASE("a label may be the deadline of what it names, or of a report that comes again") {
  check_each({{"Hạn nộp hồ sơ: 30/6/2026.", " 2026-06-30"},
              {"Hạn nộp hồ sơ: trước ngày 30/6/2026.", " 2026-06-30"},
              {"Thời hạn gửi báo cáo: ngày 30/6/2026.", " 2026-06-30"},
              {"Hạn cuối nhận bài dự thi: 30/6/2026.", " 2026-06-30"}});
  for (const char* text : {"Báo cáo tuần: trước 16h thứ Năm.", "Báo cáo tháng: trước ngày 20.",
                           "Phòng Kinh tế gửi báo cáo quý trước ngày 25."}) {
    CAPTURE(text);
    CHECK(read_part("1. " + std::string(text) + "\n").reporting.size() == 1);
  }
  CHECK(read_part("1. Phòng Kinh tế tiếp thu báo cáo năm 2025.\n").reporting.empty());
}

TEST_CASE("an article of a regulation gives work where its own title says so") {
  const std::string head =
      "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/QĐ-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\nQUYẾT "
      "ĐỊNH\nBan hành Quy chế quản lý chợ\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế quản "
      "lý chợ.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Thị Bình\n\nQUY CHẾ\nQuản lý chợ\n(Ban hành "
      "kèm theo Quyết định số 21/QĐ-UBND ngày 15 tháng 01 năm 2026)\n\nChương I\nQUY ĐỊNH "
      "CHUNG\nĐiều 1. Phạm vi\nQuy chế này quy định việc quản lý chợ.\n";
  const auto of_article = [&](const std::string& text) { return given(read_text(head + text)); };
  CHECK(of_article("Điều 2. Trách nhiệm của Phòng Kinh tế\n1. Rà soát các chợ.\n") ==
        Strings{"phong-kinh-te -"});
  CHECK(of_article("Điều 2. Trách nhiệm của các cơ quan\n1. Công an xã tuần tra.\n2. Phòng Kinh tế "
                   "kiểm tra.\n") == Strings{"cong-an -", "phong-kinh-te -"});
  CHECK(of_article("Điều 2. Tổ chức thực hiện\nPhòng Kinh tế theo dõi việc thực hiện.\n") ==
        Strings{"phong-kinh-te -"});
  CHECK(of_article("Điều 2. Quyền của hộ kinh doanh\n1. Được từ chối nộp phí.\n").empty());
  CHECK(of_article("Điều 2. Giải thích từ ngữ\nPhòng Kinh tế quản lý chợ.\n").empty());
}

TEST_CASE("what was done before the plan's own year is told") {
  for (const char* text :
       {"Tiếp nhận 312 hồ sơ trong quý IV/2025.",
        "Rà soát 41 thủ tục, hoàn thành trước ngày 31/12/2025.",
        "Hoàn thành lắp camera trong tháng 11/2025.", "Tổ chức 02 hội nghị ngày 20/8/2025.",
        "Quý III/2025: tiếp nhận 120 hồ sơ."}) {
    CAPTURE(text);
    CHECK(given(read_part("1. " + std::string(text) + "\n")).empty());
    CHECK(given(read_part("1. Công tác trực\n- " + std::string(text) + "\n", "TÌNH HÌNH")).empty());
  }
  check_each({{"Rà soát 41 thủ tục, hoàn thành trước ngày 31/01/2026.", " 2026-01-31"}});
  for (const char* text : {"Giao Công an xã hoàn thành lắp camera trước ngày 31/12/2025.",
                           "Công an xã hoàn thành lắp camera trong tháng 11/2025."}) {
    CAPTURE(text);  // somebody is named: a duty whose day is said to be none
    const Plan plan = read_part("1. " + std::string(text) + "\n");
    CHECK(given(plan) == Strings{"cong-an -"});
    REQUIRE(plan.remarks.size() == 1);
    CHECK(plan.remarks[0].field == "timeframe");
    CHECK(plan.remarks[0].others.at(0).find("/2025") != std::string::npos);
  }
}

TEST_CASE("what stands between title and first table gives work as the parts below do") {
  const std::string head =
      "ỦY BAN NHÂN DÂN\nXÃ AN LỘC\n\nSố: 21/KH-UBND\n\nAn Lộc, ngày 15 tháng 01 năm 2026\n\n"
      "KẾ HOẠCH\nChăm sóc sức khỏe năm 2026\n\n";
  const Strings ends = {
      "", "\nSTT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tRà soát\tCông an xã\tQuý I\n",
      "\nI. MỤC ĐÍCH\n- Một.\n"};
  const std::string announced =
      "Thực hiện Quyết định số 5/QĐ-UBND ngày 05/01/2026, Ủy ban nhân dân xã ban hành Kế hoạch như "
      "sau:\n";
  const Shapes shapes = {
      {"Giao Trạm Y tế xã khám sức khỏe trước ngày 30/6/2026.\n", "tram-y-te 2026-06-30"},
      {"Đề nghị Công an xã rà soát cơ sở lưu trú trước ngày 30/6/2026.\n", "cong-an 2026-06-30"},
      {"- Phòng Kinh tế chủ trì kiểm tra chợ, hoàn thành trước ngày 30/6/2026.\n",
       "phong-kinh-te 2026-06-30"},
      {"Trạm Y tế xã chủ trì, phối hợp với Công an xã khám sức khỏe; xong trước ngày 30/6/2026.\n",
       "tram-y-te 2026-06-30"}};
  for (const std::string& end : ends) {
    for (const auto& shape : shapes) {
      CAPTURE(shape.first + end);
      CHECK(given(read_text(head + shape.first + end)) == Strings{shape.second});
      CHECK(given(read_text(head + announced + shape.first + end)) == Strings{shape.second});
    }
    for (const std::string& told :
         {announced,
          std::string("Nhằm nâng cao sức khỏe của người dân, Ủy ban nhân dân xã xây dựng Kế "
                      "hoạch với các nội dung sau:\n"),
          std::string("Năm 2025, Trạm Y tế xã đã khám cho 312 người trước ngày 30/6/2025.\n"),
          std::string("Kế hoạch này cụ thể hóa Nghị quyết của Đảng ủy xã.\n")}) {
      CAPTURE(told + end);
      CHECK(given(read_text(head + told + end)).empty());
    }
  }
}

TEST_CASE("who heads a body stands for it, whatever verb follows") {
  check_each({{"Hiệu trưởng các trường học báo cáo kết quả trước ngày 30/6/2026.",
               "cac-truong-hoc 2026-06-30"},
              {"Hiệu trưởng Trường Tiểu học An Lộc tổ chức vệ sinh.", "truong-tieu-hoc-an-loc -"},
              {"Trưởng Trạm Y tế xã khám sức khỏe.", "tram-y-te -"},
              {"Chỉ huy trưởng Ban Chỉ huy Quân sự xã trực sẵn sàng.", "ban-chi-huy-quan-su -"},
              {"Chủ nhiệm Hợp tác xã An Lộc cung ứng giống.", "hop-tac-xa-an-loc -"},
              {"Trưởng Công an xã tuần tra.", "cong-an -"},
              {"Giao Hiệu trưởng Trường THCS An Lộc tổ chức vệ sinh.", "truong-thcs-an-loc -"}});
}
