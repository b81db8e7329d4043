#include "reading_helpers.hpp"

using namespace sauro;

namespace {
constexpr const char* table = "TT¦Nhiệm vụ¦Chủ trì¦Thời gian\n1¦A¦Công an xã¦Q1\n";
}

TEST_CASE("the head gives kind, number, place, date, issuer and title") {
  const Plan plan = read_text(
      "ỦY BAN NHÂN DÂN\nXÃ BÌNH AN\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
      "Độc lập - Tự do - Hạnh phúc\n---------\nSố: 9/KH-UBND    Bình An, ngày 05 tháng 02 năm "
      "2026\n\n"
      "KẾ HOẠCH\nTuyên truyền cải cách hành chính\nnăm 2026\n\n"
      "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ; Nghị định số 107/2021/NĐ-CP "
      "ngày 06/12/2021 của Chính phủ;\nTheo đề nghị của Phòng Văn hóa - Xã hội,\n"
      "Ủy ban nhân dân xã ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH\nNâng cao.\n");
  const Document& document = plan.document;
  CHECK(document.kind == "KH");
  CHECK(document.number == "9/KH-UBND");
  CHECK(document.date == Date(2026, 2, 5));
  CHECK(document.place == "Bình An");
  CHECK(document.issuer == "ỦY BAN NHÂN DÂN XÃ BÌNH AN");
  CHECK(document.title == "Tuyên truyền cải cách hành chính năm 2026");
  REQUIRE(document.legal_bases.size() == 3);
  CHECK(document.legal_bases[0].number == "61/2018/NĐ-CP");
  CHECK(document.legal_bases[1].number == "107/2021/NĐ-CP");
  CHECK(document.legal_bases[1].date == Date(2021, 12, 6));
  CHECK(document.legal_bases[2].number.empty());
}

TEST_CASE("a draft has no number and no date") {
  const Plan plan = read_text(
      "UBND XÃ BÌNH AN\nSố:       /KH-UBND\nBình An, ngày     tháng     năm 2026\nDỰ THẢO\n"
      "KẾ HOẠCH\nKiểm soát thủ tục hành chính\n\nI. MỤC TIÊU\nx.\n");
  CHECK(plan.document.number == "/KH-UBND");
  CHECK_FALSE(plan.document.date.has_value());
  CHECK(plan.document.place == "Bình An");
  CHECK(plan.document.kind == "KH");
}

TEST_CASE("other kinds of documents are told by name or symbol") {
  CHECK(read_text("QUYẾT ĐỊNH\nBan hành Bộ tiêu chí\n\nĐiều 1. Ban hành.\n").document.kind == "QĐ");
  CHECK(
      read_text("CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện Nghị quyết\n\nI. MỤC TIÊU\nx\n").document.kind ==
      "CTHĐ");
  const Plan letter = read_text(
      "UBND XÃ A\nSố: 1245/UBND-VP\nV/v đôn đốc cải cách hành chính\n\nKính gửi: Các ấp\n");
  CHECK(letter.document.kind == "CV");
  CHECK(letter.document.number == "1245/UBND-VP");
  CHECK(letter.document.title == "V/v đôn đốc cải cách hành chính");
}

TEST_CASE("the end gives recipients and signer; what is not understood is unread") {
  const Plan plan =
      read_text(std::string("KẾ HOẠCH\nThử\n\nI. A\nx.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n"
                            "Nguyễn Văn An\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"
                            "T. AN GIANG\n\nPhụ lục 1\nDANH MỤC\n") +
                table);
  CHECK(plan.document.signer == "Nguyễn Văn An");
  CHECK(plan.document.recipients == Strings{"UBND tỉnh", "Lưu: VT"});
  REQUIRE(plan.unread.size() == 1);
  CHECK(plan.unread[0].text == "T. AN GIANG");
  CHECK(plan.unread[0].span.line == 13);
}

TEST_CASE("annexes have number, title and the document that they cite") {
  const Plan plan = read_text(
      std::string(
          "PHỤ LỤC II: DANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 48 /KH-UBND ngày 20 tháng 3 năm "
          "2026 của UBND xã A)\n") +
      table + "\nPhụ lục số 3\nBẢNG KHÁC\n" + table);
  REQUIRE(plan.annexes.size() == 2);
  CHECK(plan.annexes[0].number == 2);
  CHECK(plan.annexes[0].title == "DANH MỤC NHIỆM VỤ");
  CHECK(plan.annexes[0].cites.number == "48/KH-UBND");
  CHECK(plan.annexes[0].cites.date == Date(2026, 3, 20));
  CHECK(plan.annexes[1].number == 3);
  CHECK(ids(plan) == Strings{"2.1", "3.1"});
}

TEST_CASE("an annex needs no number and a table in the body is annex 0") {
  const Plan plan = read_text(std::string("KẾ HOẠCH\nThử\n\nI. NHIỆM VỤ\n\n") + table +
                              "\nNơi nhận:\n- Lưu: VT.\n\nDANH MỤC CÔNG VIỆC\n(Kèm theo Kế hoạch "
                              "số 5/KH-UBND)\n" +
                              table);
  CHECK(ids(plan) == Strings{"0.1", "1.1"});
  CHECK(plan.annexes[0].title == "NHIỆM VỤ");
  CHECK(plan.annexes[1].title == "DANH MỤC CÔNG VIỆC");
}

TEST_CASE("headings between tables open areas") {
  const Plan plan =
      read_text(std::string("Phụ lục 1\n\nI. THỂ CHẾ\n\n") + table + "\nII. BỘ MÁY\n\n" + table);
  CHECK(ids(plan) == Strings{"1.I.1", "1.II.1"});
}

TEST_CASE("any normal form comes out composed and tone placement stays as written") {
  const Plan plan = read_text(
      "TT¦Nhie\xCC\xA3\xCC\x82m vu\xCC\xA3¦Chu\xCC\x89 tri\xCC\x80¦Thời gian\n"
      "1¦Hoà giải¦Công an xã¦Quy\xCC\x81 I\n");
  REQUIRE(plan.tasks.size() == 1);
  CHECK(plan.tasks[0].title == "Hoà giải");
  CHECK(plan.tasks[0].timeframe.text == "Quý I");
}

TEST_CASE("slips are listed with what was probably meant and never rewritten") {
  const Plan plan = read_text(
      "Vĩnh Phong, ngày 20 tháng 3 năm 2026\nKẾ HOẠCH\nThử\n\nI. MỤC TIÊU\nphân đấu hoàn thành; xã "
      "VINH "
      "PHONG; trước 17 giaờ.\n");
  REQUIRE(plan.slips.size() == 3);
  CHECK(plan.slips[0].text == "phân đấu");
  CHECK(plan.slips[0].suggestion == "phấn đấu");
  CHECK(plan.slips[1].suggestion == "Vĩnh Phong");
  CHECK(plan.slips[2].text == "giaờ");
  CHECK(plan.sections.back().paragraphs[0].find("phân đấu") == 0);
}

TEST_CASE("page numbers between or inside tables are set aside") {
  const Plan plan = read_text(
      "STT¦Nhiệm vụ¦Chủ trì¦Thời gian\n1¦Một việc¦Công an xã¦Q1\n\n7\n\n2¦Hai việc¦Công an "
      "xã¦Q2\n");
  CHECK(ids(plan) == Strings{"1.1", "1.2"});
  REQUIRE(plan.unread.size() == 1);
  CHECK(plan.unread[0].text == "7");
}

TEST_CASE("a plan of the Party: symbol, labels with dashes, a title that begins with thực hiện") {
  const Plan plan = read_text(
      "ĐẢNG BỘ TỈNH A\nĐẢNG ỦY XÃ TÂN PHÚ\n*\nSố 15-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nTân Phú, ngày "
      "02 "
      "tháng 02 năm 2026\n\nKẾ HOẠCH\nthực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị\n\nI- MỤC "
      "ĐÍCH\nQuán triệt.\nII- NHIỆM VỤ\n1- Ban Xây dựng Đảng\n- Tham mưu tổ chức học tập.\n\nT/M "
      "BAN THƯỜNG VỤ\nBÍ THƯ\nPhạm Văn Tâm\n");
  CHECK(plan.document.number == "15-KH/ĐU");
  CHECK(plan.document.title == "thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị");
  CHECK(plan.document.legal_bases.empty());
  CHECK(plan.document.issuer == "ĐẢNG ỦY XÃ TÂN PHÚ");
  CHECK(plan.document.signer == "Phạm Văn Tâm");
  REQUIRE(plan.duties.size() == 1);
  CHECK(plan.duties[0].agency == "ban-xay-dung-dang");
  CHECK(plan.duties[0].section == "II.1");
}

TEST_CASE("a letterhead of Markdown without outer bars is dissolved") {
  const Plan plan = read_text(
      "**ỦY BAN NHÂN DÂN** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n**XÃ PHÚ MỸ** | **Độc lập - "
      "Tự do "
      "- Hạnh phúc**\n\n# KẾ HOẠCH\n**Cải thiện PAPI**\n\n## I. MỤC TIÊU\nx.\n",
      Format::markdown);
  CHECK(plan.document.issuer == "ỦY BAN NHÂN DÂN XÃ PHÚ MỸ");
  CHECK(plan.document.title == "Cải thiện PAPI");
}

TEST_CASE("a letterhead and signature block laid out with spaces come apart") {
  const Plan plan = read_text(
      "UBND TỈNH ĐỒNG XANH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ            Độc "
      "lập – "
      "Tự do – Hạnh phúc\nSố: 4/KH-SNV                Đồng Xanh, ngày 12 tháng 01 năm 2026\n\nKẾ "
      "HOẠCH\nKiểm tra\n\nI. MỤC ĐÍCH\nx.\n\nNơi nhận:                  GIÁM ĐỐC\n- UBND tỉnh;\n- "
      "Lưu: "
      "VT.\n\nVõ Minh Khang\n");
  CHECK(plan.document.issuer == "SỞ NỘI VỤ");
  CHECK(plan.document.place == "Đồng Xanh");
  CHECK(plan.document.recipients.size() == 2);
  CHECK(plan.document.closing == Strings{"Nơi nhận:", "GIÁM ĐỐC"});
  CHECK(plan.document.signer == "Võ Minh Khang");
}

TEST_CASE("a heading repeated on each page goes on with its annex; a second one gets a number") {
  const Plan plan = read_text(
      "Phụ lục 1\nTT¦Nhiệm vụ¦Chủ trì¦Thời gian\n1¦A¦Công an xã¦Q1\n\nPhụ lục "
      "1\n\nTT¦Nhiệm vụ¦Chủ trì¦Thời gian\n2¦B¦Công an xã¦Q2\n\nPhụ lục 2\n" +
      std::string(table) + "\nPhụ lục 1\nLẦN HAI\n" + table);
  CHECK(ids(plan) == Strings{"1.1", "1.2", "2.1", "3.1"});
  REQUIRE(plan.annexes.size() == 3);
  CHECK(plan.annexes[2].label == "Phụ lục 1");
  REQUIRE(plan.remarks.size() == 1);
  CHECK(plan.remarks[0].field == "annex");
  CHECK(plan.remarks[0].chosen == "Phụ lục 3");
  CHECK(plan.remarks[0].others == Strings{"Phụ lục 1"});
}

TEST_CASE("a title may hold a document's number and be followed by the decision that issues it") {
  const Plan plan = read_text(
      "UBND XÃ A\nKẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW\n(Ban hành kèm theo Quyết định số "
      "9/QĐ-UBND "
      "ngày 01/3/2026)\n\nI. MỤC ĐÍCH\nx.\n");
  CHECK(plan.document.kind == "KH");
  CHECK(plan.document.title == "THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW");
  CHECK(plan.document.heading.back() ==
        "(Ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 01/3/2026)");
}

TEST_CASE("a text that begins with a numbered heading has no head") {
  const Plan plan = read_text("I. MỤC ĐÍCH\nNâng cao.\nII. NHIỆM VỤ\n1. Phòng Kinh tế\n- Một.\n");
  REQUIRE(plan.sections.size() == 3);
  CHECK(plan.sections[0].id == "I");
  CHECK(plan.duties.size() == 1);
}

TEST_CASE("without blank lines the title still ends where the issuer speaks") {
  const Plan plan = read_text(
      "KẾ HOẠCH\nNâng cao chất lượng giải quyết thủ tục hành chính trên địa bàn xã năm 2026\nỦy "
      "ban nhân "
      "dân xã A ban hành Kế hoạch, như sau:\nI. MỤC ĐÍCH\nx.\n");
  CHECK(plan.document.title ==
        "Nâng cao chất lượng giải quyết thủ tục hành chính trên địa bàn xã năm 2026");
  CHECK(plan.document.issuer == "Ủy ban nhân dân xã A");
}
