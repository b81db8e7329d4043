#include <filesystem>
#include <fstream>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

int code_for(std::string_view bytes, ReadOptions options = {}) {
  return code_of([&] { (void)read_plan_text(bytes, options); });
}

std::string utf16(std::string_view ascii, bool little, bool mark) {
  std::string out = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
  for (const char c : ascii) {
    if (!little) out += '\0';
    out += c;
    if (little) out += '\0';
  }
  return out;
}

}  // namespace

TEST_CASE("paths that are no files are refused") {
  CHECK(code_of([] { (void)read_plan("/no/such/file.txt"); }) == 100);
  CHECK(code_of([] { (void)read_plan(std::filesystem::temp_directory_path()); }) == 101);
}

TEST_CASE("empty, blank and binary content is refused") {
  CHECK(code_for("") == 104);
  CHECK(code_for(" \n\t \n") == 104);
  CHECK(code_for(std::string("\x7F"
                             "ELF\0\1\2",
                             7)) == 105);
  CHECK(code_for(std::string(1000, '\x01')) == 105);
}

TEST_CASE("encodings: UTF-16 is read, malformed and legacy ones are told apart") {
  const std::string_view table = "TT\tNhiem vu\tChu tri\tThoi gian\n1\tA\tCong an\tQ1\n";
  for (const bool little : {true, false}) {
    for (const bool mark : {true, false}) {
      const Plan plan = read_plan_text(utf16(table, little, mark));
      CHECK(plan.tasks.size() == 1);
    }
  }
  CHECK(code_for(std::string("\xFF\xFE") + std::string("\x00\xD8"
                                                       "A\0",
                                                       4)) == 106);
  CHECK(code_for("abc\n\xED\xA0\x80") == 106);
  // too few marked words to be sure which old encoding they are in
  CHECK(code_for("K\xD5 ho\xB9"
                 "ch cai cach hanh chinh nam 2026 c\xF1"
                 "a uy ban") == 107);  // TCVN3, as bytes
  CHECK(code_for("KÕ ho¹ch cai cach hanh chinh nam 2026 cña uy ban") == 107);
  CHECK(code_for("KEÁ HOAÏCH cai cach haønh chinh nam 2026 cua uy ban") == 107);
  try {
    (void)read_plan_text("abc\nde\xFF");
    FAIL("no error");
  } catch (const ParseError& error) {
    CHECK(error.where() == "line 2, byte 3");
  }
}

TEST_CASE("a named format that the content contradicts is refused") {
  ReadOptions docx;
  docx.format = Format::docx;
  CHECK(code_for("KẾ HOẠCH", docx) == 109);
  ReadOptions text;
  text.format = Format::text;
  CHECK(code_for(std::string_view("PK\x03\x04 rest", 9), text) == 109);
}

TEST_CASE("a wrong extension doesn't matter: the content decides") {
  const auto path = std::filesystem::temp_directory_path() / "sauro_wrong_extension.docx";
  std::ofstream(path) << "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tA\tCông an xã\tQ1\n";
  CHECK(read_plan(path).tasks.size() == 1);
  std::filesystem::remove(path);
}

TEST_CASE("a plan without a table, or with unknown ones, says so") {
  const Plan bare = read_text("KẾ HOẠCH\nThử\n\nI. MỤC TIÊU\nx.\n");
  REQUIRE(bare.unread.size() == 1);
  CHECK(bare.unread[0].text.empty());
  CHECK(bare.unread[0].reason == "Văn bản không có bảng nhiệm vụ hay chỉ tiêu nào");
  const Plan other = read_text("a¦b¦c\n1¦2¦3\n");
  REQUIRE(other.unread.size() == 1);
  CHECK(other.tables.size() == 1);
}

TEST_CASE("a text that holds no plan is empty, and a remark says where") {
  const Plan plan = read_text("hello\n");
  CHECK(plan.is_empty());
  CHECK(plan.unread.empty());
  REQUIRE(plan.remarks.size() == 1);
  CHECK(plan.remarks[0].kind == RemarkKind::empty);
  CHECK(describe(plan.remarks[0]).vi == "không tìm thấy kế hoạch: “hello”");
  CHECK(plan.remarks[0].span.line == 1);
  CHECK_FALSE(read_text("KẾ HOẠCH\nThử\n\nI. MỤC TIÊU\nx.\n").is_empty());
}

TEST_CASE("limits are options and say where they were passed") {
  ReadOptions options;
  options.limits.bytes = 10;
  CHECK(code_for("KẾ HOẠCH cải cách", options) == 103);
  options = {};
  options.limits.rows = 2;
  CHECK(code_for("TT\tNhiệm vụ\tChủ trì\n1\ta\tb\n2\ta\tb\n", options) == 141);
  options = {};
  options.limits.columns = 2;
  CHECK(code_for("TT\tNhiệm vụ\tChủ trì\n1\ta\tb\n", options) == 142);
  options = {};
  options.limits.cells = 4;
  CHECK(code_for("TT\tNhiệm vụ\tChủ trì\n1\ta\tb\n", options) == 143);
  const std::string large = "TT\tNhiệm vụ\tChủ trì\n1\t" + std::string(10U << 20U, 'a') + "\tb\n";
  try {
    (void)read_plan_text(large);
    FAIL("no error");
  } catch (const ParseError& error) {
    CHECK(error.code() == ErrorCode::cell_too_large);
    CHECK(error.where() == "line 2, column 3");
  }
}

TEST_CASE("HTML that nests too deep is refused, and tags that never close are not deep") {
  std::string deep = "<html><body>";
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  ReadOptions options;
  options.format = Format::html;
  CHECK(code_for(deep, options) == 127);
  std::string flat = "<html><body>";
  for (int i = 0; i < 2'000; ++i) flat += "<p>Một đoạn";
  CHECK(code_for(flat, options) == 0);
}

TEST_CASE("merged cells can't blow up") {
  ReadOptions options;
  options.format = Format::html;
  CHECK(code_for("<table><tr><td colspan=100000>a</td></tr></table>", options) == 142);
  std::string tall = "<table><tr>";
  for (int i = 0; i < 500; ++i) tall += "<td rowspan=60000>a</td>";
  tall += "</tr>";
  for (int i = 0; i < 40'000; ++i) tall += "<tr><td>b</td></tr>";
  CHECK(code_for(tall + "</table>", options) == 143);
  std::string heavy = "<table><tr>";
  for (int i = 0; i < 100; ++i) heavy += "<td rowspan=60000>" + std::string(4000, 'a') + "</td>";
  heavy += "</tr>";
  for (int i = 0; i < 20'000; ++i) heavy += "<tr><td>b</td></tr>";
  CHECK(code_for(heavy + "</table>", options) == 143);
}

TEST_CASE("a table of 100,000 rows is read") {
  std::string text = "TT\tNhiệm vụ\tChủ trì\tThời gian\n";
  for (int i = 1; i <= 100'000; ++i) {
    text += std::to_string(i) + "\tRà soát hồ sơ\tCông an xã\tQuý I\n";
  }
  const Plan plan = read_plan_text(text);
  CHECK(plan.tasks.size() == 100'000);
  CHECK(plan.coverage.lost() == 0);
}

TEST_CASE("a PDF and an RTF document are refused by name") {
  CHECK(code_for("%PDF-1.7\n%x\n1 0 obj") == 108);
  CHECK(code_for("{\\rtf1\\ansi x}") == 108);
}

TEST_CASE("a long run of separators takes no quadratic time") {
  const auto repeat = [](std::string_view piece) {
    std::string text;
    while (text.size() + piece.size() < (1U << 18U)) text += piece;
    return text;
  };
  const std::string head = "KẾ HOẠCH\nThử\n\n";
  for (const char* piece :
       {"Ủy, ", "Ủy; ", "về ", "A/", "số 1/A-", "](", "[", "- ", "; - A", "<", "&#1;", "Căn cứ A; ",
        "Quyết định; ", "ngày... ", "1.1. ", "(", "/", "và ", "Phòng, "}) {
    CAPTURE(std::string(piece));
    const std::string long_line = repeat(piece);
    const std::vector<std::string> texts = {
        head + "Căn cứ " + long_line, head + "II. NHIỆM VỤ\nBáo cáo hằng quý " + long_line,
        "TT\tNhiệm vụ\tSản phẩm\tChủ trì\n1\t" + long_line + "\t" + long_line + "\t" + long_line};
    for (const std::string& text : texts) {
      for (const Format format : {Format::text, Format::markdown}) {
        ReadOptions options;
        options.format = format;
        options.limits.cell_bytes = std::size_t{4} << 20U;
        CHECK(read_plan_text(text, options).coverage.lost() == 0);
      }
    }
  }
}

TEST_CASE("a tag may have so many attributes; what is no tag isn't counted") {
  const auto words = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += " a" + std::to_string(i) + "='1 > 0'";
    return text;
  };
  const auto refusal = [](const std::string& html, std::size_t attributes = 256) {
    sauro::ReadOptions options;
    options.format = sauro::Format::html;
    options.limits.attributes = attributes;
    return refusal_of([&] { static_cast<void>(sauro::read_plan_text(html, options)); });
  };
  const std::string many = "a tag has more than 256 attributes (limits.attributes)";
  CHECK(refusal("<p>x</p>\n<p" + words(257) + ">x</p>") == "line 2: " + many);
  CHECK(refusal("<svg><style><p" + words(257) + ">x</p>") == "line 1: " + many);
  CHECK(refusal("</p" + words(257) + "><p>x</p>") == "line 1: " + many);
  CHECK(refusal("<!--><p" + words(257) + ">x</p>-->") == "line 1: " + many);
  CHECK(refusal("<p" + words(256) + ">x</p>").empty());
  CHECK(refusal("<p" + words(257) + ">x</p>", 257).empty());
  for (const std::string around : {"script", "STYLE", "textarea"}) {
    CHECK(refusal("<" + around + "><p" + words(300) + "</" + around + "><p>x</p>").empty());
  }
  CHECK(refusal("<!-- <p" + words(300) + " ---><p>x</p>").empty());
  CHECK(refusal("<p>a <" + words(300) + "</p>").empty());
}
