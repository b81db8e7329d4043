#include <sauro/reading/assignments.hpp>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

/// A document of the province or, with a place, of a commune.
Plan read_order(const std::string& kind, const std::string& text,
                const std::string& office = "TỈNH VĨNH AN") {
  return read_text("ỦY BAN NHÂN DÂN\n" + office +
                   "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nVĩnh An, "
                   "ngày 12 tháng 3 năm 2026\n\n" +
                   kind + "\nVề giải quyết hồ sơ\n\n" + text +
                   "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Bình\n");
}

/// "0.1 so-y-te+cong-an 2026-06-30": id, leads and day of each duty.
Strings given(const Plan& plan) {
  Strings all;
  for (const Duty& duty : plan.duties) {
    std::string leads;
    for (const std::string& lead : duty.leads) leads += (leads.empty() ? "" : "+") + lead;
    all.push_back(duty.id + " " + leads + " " +
                  (duty.timeframe.due ? duty.timeframe.due->to_iso() : "-"));
  }
  return all;
}

const std::string telegram =
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VĨNH AN ĐIỆN:\n- Sở Nội vụ;\n- Sở Y tế;\n- UBND các xã, "
    "phường.\n\nHiện nay còn nhiều hồ sơ tồn đọng. Chủ tịch UBND tỉnh yêu cầu các đơn vị:\n\n1. Rà "
    "soát hồ sơ, hoàn thành trước ngày 20/3/2026.\n\n2. Sở Y tế số hóa sổ sách trong tháng "
    "6/2026.\n\n3. Báo cáo về Sở Nội vụ trước ngày 25/3/2026.";

}  // namespace

TEST_CASE(
    "a sentence that hands out speaks to those whom it names, an item's own body comes first") {
  const Plan plan = read_order("CÔNG ĐIỆN", telegram);
  CHECK(plan.document.addressees == Strings{"Sở Nội vụ", "Sở Y tế", "UBND các xã, phường"});
  CHECK(given(plan) == Strings{"0.1 cac-co-quan-don-vi 2026-03-20", "0.2 so-y-te 2026-06-30",
                               "0.3 cac-co-quan-don-vi 2026-03-25"});
}

TEST_CASE("where nobody is named the addressees are meant; without any the duty has no lead") {
  const std::string items = "1. Rà soát hồ sơ, xong trước ngày 20/3/2026.\n\n2. Công khai kết quả.";
  const Plan sent = read_order(
      "CHỈ THỊ", "Kính gửi: Sở Nội vụ; Sở Y tế.\n\nChủ tịch UBND tỉnh yêu cầu:\n\n" + items);
  CHECK(given(sent) == Strings{"0.1 so-noi-vu+so-y-te 2026-03-20", "0.2 so-noi-vu+so-y-te -"});
  const Plan open = read_order("CHỈ THỊ", "Chủ tịch UBND tỉnh yêu cầu:\n\n" + items);
  CHECK(given(open) == Strings{"0.1  2026-03-20"});
  REQUIRE(open.remarks.size() == 1);
  CHECK(describe(open.remarks[0]).vi == "không nêu giao cho ai");
}

TEST_CASE("heads of several bodies in one sentence stand for them, over a semicolon too") {
  const Plan plan = read_order(
      "CHỈ THỊ",
      "1. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường tập trung thực hiện:\na) Rà "
      "soát hồ sơ quá hạn, hoàn thành trước ngày 30/4/2026.\nb) Công khai xin lỗi.");
  CHECK(given(plan) == Strings{"0.1.a cac-so-ban-nganh+uy-ban-nhan-dan-cac-xa-phuong 2026-04-30",
                               "0.1.b cac-so-ban-nganh+uy-ban-nhan-dan-cac-xa-phuong -"});
}

TEST_CASE("a lead-in with a time holds for the items that have none") {
  const Plan plan =
      read_order("CHỈ THỊ",
                 "1. Sở Y tế hoàn thành trước ngày 30/6/2026 các nội dung sau:\na) Rà "
                 "soát hồ sơ.\nb) Lập danh mục trong tháng 4/2026.");
  CHECK(given(plan) == Strings{"0.1.a so-y-te 2026-06-30", "0.1.b so-y-te 2026-04-30"});
}

TEST_CASE("articles give work by their sentences") {
  const Plan plan = read_order(
      "QUYẾT ĐỊNH",
      "Điều 1. Thành lập Tổ công tác.\n\nĐiều 2. Giao Phòng Kinh tế trình kế hoạch trước ngày "
      "20/5/2026.\n\nĐiều 3. Quyết định này có hiệu lực từ ngày 01/7/2026.",
      "XÃ PHÚ LỘC");
  CHECK(given(plan) == Strings{"0.2 phong-kinh-te 2026-05-20"});
}

TEST_CASE("a notice tells, and gives work only below a sentence that hands it out") {
  const std::string work = "1. Phòng Kinh tế hoàn thành bản đồ trong tháng 6/2026.";
  CHECK(given(read_order("THÔNG BÁO", work, "XÃ PHÚ LỘC")).empty());
  CHECK(given(read_order("THÔNG BÁO", "Chủ tịch UBND xã kết luận như sau:\n\n" + work,
                         "XÃ PHÚ LỘC")) == Strings{"0.1 phong-kinh-te 2026-06-30"});
}

TEST_CASE("a body's name ends before a verb that isn't known; what was or is is no order") {
  const Plan plan = read_order(
      "CHỈ THỊ",
      "Chủ tịch UBND xã yêu cầu các đơn vị:\n\n1. Công an xã trực trước ngày 22/7/2026.\n\n2. "
      "Phòng "
      "Kinh tế chưa gửi báo cáo quý II, rút kinh nghiệm.\n\n3. Phòng Kinh tế đã trình hồ sơ ngày "
      "1/2/2026.\n\n4. Phòng Kinh tế chủ trì, phối hợp với Công an xã, Trạm Y tế xã phun khử "
      "khuẩn, "
      "xong trước ngày 30/6/2026.\n\n5. Ban Chỉ huy Quân sự xã ứng trực 100%, báo cáo trước ngày "
      "12/6/2026.",
      "XÃ PHÚ LỘC");
  CHECK(given(plan) == Strings{"0.1 cong-an 2026-07-22", "0.4 phong-kinh-te 2026-06-30",
                               "0.5 ban-chi-huy-quan-su 2026-06-12"});
  CHECK(plan.duties[1].coordinators == Strings{"cong-an", "tram-y-te"});
}

TEST_CASE("a body has what names it, and what names a group that it belongs to") {
  const Plan plan = read_order("CÔNG ĐIỆN", telegram);
  const auto days = [&](const char* name) { return given(for_agency(plan, name)); };
  CHECK(days("UBND xã Phú Lộc") ==
        Strings{"0.1 cac-co-quan-don-vi 2026-03-20", "0.3 cac-co-quan-don-vi 2026-03-25"});
  CHECK(days("Sở Y tế").size() == 3);
  CHECK(days("Sở Xây dựng").empty());
  CHECK(days("UBND tỉnh").empty());
  const std::vector<Plan> both{plan, read_order("CHỈ THỊ", "1. Các sở, ban, ngành rà soát hồ sơ.")};
  const Table work = assignments(both, "Sở Y tế");
  CHECK(work.rows() == 4);
  CHECK(work.column("named").boolean(1));
  CHECK_FALSE(work.column("named").boolean(3));
}
