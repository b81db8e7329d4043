#include "reading/mentions.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

TEST_CASE("every form of a document's number is read and written in one spelling") {
  struct Row {
    const char* text;
    const char* number;
    int year;
    const char* kind;
    const char* body;
    const char* spelling;
  };
  const Row rows[] = {
      {"78/KH-UBND", "78", 0, "KH", "UBND", "78/KH-UBND"},
      {"78 /KH-UBND", "78", 0, "KH", "UBND", "78/KH-UBND"},
      {"1245/UBND-VP", "1245", 0, "", "UBND-VP", "1245/UBND-VP"},
      {"12/TTr-SNV", "12", 0, "TTr", "SNV", "12/TTr-SNV"},
      {"2231/SNV-CCHC&PC", "2231", 0, "", "SNV-CCHC&PC", "2231/SNV-CCHC&PC"},
      {"30/2018/QĐ-UBND", "30", 2018, "QĐ", "UBND", "30/2018/QĐ-UBND"},
      {"76/NQ-CP", "76", 0, "NQ", "CP", "76/NQ-CP"},
      {"28/2026/QH16", "28", 2026, "", "QH16", "28/2026/QH16"},
      {"82-QĐ/ĐU", "82", 0, "QĐ", "ĐU", "82-QĐ/ĐU"},
      {"3260-KH/ĐĐQH15", "3260", 0, "KH", "ĐĐQH15", "3260-KH/ĐĐQH15"},
      {"57-NQ/TW", "57", 0, "NQ", "TW", "57-NQ/TW"},
      {"05/2015/TTLT-BTP-BCA-BYT", "05", 2015, "TTLT", "BTP-BCA-BYT", "05/2015/TTLT-BTP-BCA-BYT"},
      {"9441/TB-BNV", "9441", 0, "TB", "BNV", "9441/TB-BNV"},
      {"12729/VPCP-KGVX", "12729", 0, "", "VPCP-KGVX", "12729/VPCP-KGVX"},
      {" /KH-UBND", "", 0, "KH", "UBND", "/KH-UBND"},
      {"…/KH-UBND", "", 0, "KH", "UBND", "/KH-UBND"},
      {"-CV/ĐU", "", 0, "CV", "ĐU", "-CV/ĐU"},
      {"78/KH – UBND", "78", 0, "KH", "UBND", "78/KH-UBND"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto number = try_parse_document_number(row.text);
    REQUIRE(number.has_value());
    CHECK(number->number == row.number);
    CHECK(number->year.value_or(0) == row.year);
    CHECK(number->kind == row.kind);
    CHECK(number->body == row.body);
    CHECK(number->to_string() == row.spelling);
    CHECK(parse_document_number(number->to_string()) == *number);
  }
}

TEST_CASE("dates, rates and words with a slash are no document numbers") {
  for (const char* text : {"20/3/2026", "03 cuộc/năm", "tháng/quý", "78", "", "/", "và/hoặc"}) {
    CAPTURE(text);
    CHECK_FALSE(try_parse_document_number(text).has_value());
  }
  CHECK(code_of([] { (void)parse_document_number("20/3/2026"); }) == 201);
}

TEST_CASE("numbers are found in running text; one of a draft only after số") {
  const auto find = [](std::string_view text) {
    const auto found = detail::find_number(text);
    return found ? found->number.to_string() : std::string("-");
  };
  CHECK(find("Căn cứ Kế hoạch số 112/KH-UBND ngày 31 tháng 12 năm 2026") == "112/KH-UBND");
  CHECK(find("Kế hoạch số 78 /KH-UBND ngày 20 / 3 /2026") == "78/KH-UBND");
  CHECK(find("ít nhất 03 cuộc/năm, theo Nghị định 59/2019/NĐ-CP.") == "59/2019/NĐ-CP");
  CHECK(find("Nghị quyết số  /NQ-CP ngày 01 tháng 01 năm 2025") == "/NQ-CP");
  CHECK(find("Văn bản số -CV/ĐU ngày tháng 5 năm 2025") == "-CV/ĐU");
  CHECK(find("Văn phòng HĐND/UBND xã") == "-");
  CHECK(find("(Quyết định 843/QĐ-UBND)") == "843/QĐ-UBND");
  CHECK(find("không có số nào") == "-");
}

TEST_CASE("dates are found in every way of writing them") {
  const auto find = [](std::string_view text) {
    const auto found = detail::find_date(text);
    if (!found) return std::string("-");
    return found->date ? found->date->to_iso() : std::string("blank");
  };
  CHECK(find("ngày 20 tháng 3 năm 2026") == "2026-03-20");
  CHECK(find("NGÀY 05 THÁNG 02 NĂM 2026") == "2026-02-05");
  CHECK(find("ngày 20 / 3 /2026") == "2026-03-20");
  CHECK(find("15/7/2021") == "2021-07-15");
  CHECK(find("từ 20-3-2026") == "2026-03-20");
  CHECK(find("5.3.2026") == "2026-03-05");
  CHECK(find("ngày   tháng   năm 2026") == "blank");
  CHECK(find("ngày … tháng 5 năm 2025") == "blank");
  CHECK(find("31/02/2026") == "-");
  CHECK(find("6/2025") == "-");
  CHECK(find("78/KH-UBND") == "-");
}
