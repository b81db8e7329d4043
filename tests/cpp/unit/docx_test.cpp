#include "docx_builder.hpp"
#include "reading/office_archive.hpp"
#include "reading/source.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

const std::string header = row(cell("TT") + cell("Nhiệm vụ") + cell("Chủ trì") + cell("Thời gian"));

Plan read_docx_body(const std::string& body) {
  const Plan plan = read_plan_text(make_docx({document_part(body)}));
  CHECK(plan.coverage.lost() == 0);
  return plan;
}

/// The paragraphs of a document, as the docx reader gives them.
Strings texts_of(const std::vector<std::pair<std::string, std::string>>& parts) {
  const std::string bytes = make_docx(parts);
  detail::OfficeArchive archive(bytes, ReadLimits{});
  const detail::Source source = detail::read_docx(archive, ReadLimits{});
  Strings out;
  for (const detail::Block& block : source.blocks) out.emplace_back(block.text);
  return out;
}

int code_for(const std::string& bytes, const ReadOptions& options = {}) {
  return code_of([&] { (void)read_plan_text(bytes, options); });
}

std::pair<std::string, std::string> numbering_part(const std::string& content) {
  return {"word/numbering.xml", "<w:numbering xmlns:w=\"w\">" + content + "</w:numbering>"};
}

std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) +
         "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + text +
         "\"/>" + more + "</w:lvl>";
}

std::string instance(int id, int abstract, const std::string& overrides = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(abstract) + "\"/>" + overrides + "</w:num>";
}

}  // namespace

TEST_CASE("the example of a docx is read whole") {
  const Plan plan = read_plan(EXAMPLES "/ke-hoach-tan-hoa.docx");
  CHECK(plan.document.number == "12/KH-UBND");
  CHECK(plan.document.signer == "Lê Hoàng Phúc");
  CHECK(plan.document.legal_bases[1].number == "105/KH-UBND");  // the insertion, not the deletion
  CHECK(ids(plan) == Strings{"1.I.1", "1.I.2", "1.I.2.1", "1.I.2.2", "1.II.3", "1.II.4"});
  CHECK(plan.task("1.I.2.2").leads == Strings{"trung-tam-phuc-vu-hanh-chinh-cong"});  // vMerge
  CHECK(plan.task("1.II.3").title == "Đánh giá kỷ luật, kỷ cương hành chính Gồm các việc:");
  CHECK(plan.task("1.II.4").product == "Biểu mẫu 1 | Biểu mẫu 2");  // a nested table
  CHECK(plan.task("1.I.1").span.part == "word/document.xml");
  CHECK(plan.duties[1].text == "Công khai thu, chi ngân sách trên Trang thông tin điện tử phường.");
  CHECK(plan.sections.back().paragraphs.back() == "Đường dây nóng: 1022");  // once, not twice
  REQUIRE(plan.unread.size() == 1);
  CHECK(plan.unread[0].span.part == "word/footer1.xml");
  CHECK(plan.coverage.lost() == 0);
}

TEST_CASE("tracked insertions stay, deletions and moved-away text go") {
  const Strings texts = texts_of({document_part("<w:p>" + run("A ") + "<w:ins>" + run("B ") +
                                                "</w:ins><w:del><w:r><w:delText>C</w:delText></w:r>"
                                                "</w:del><w:moveFrom>" +
                                                run("D ") + "</w:moveFrom><w:moveTo>" + run("E") +
                                                "</w:moveTo></w:p>"
                                                "<w:ins>" +
                                                paragraph("F") +
                                                "</w:ins>"
                                                "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" +
                                                run("G ") + "</w:p>" + paragraph("H"))});
  CHECK(texts == Strings{"A B E", "F", "G H"});
}

TEST_CASE("fields, content controls, links, breaks and special characters") {
  const Strings texts = texts_of({document_part(
      "<w:sdt><w:sdtContent>" + paragraph("Trong ô") +
      "</w:sdtContent></w:sdt>"
      "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr=\"X\">" +
      run("kết quả") +
      "</w:fldSimple></w:p>"
      "<w:p><w:hyperlink>" +
      run("liên kết") +
      "</w:hyperlink><w:r><w:noBreakHyphen/><w:t>a</w:t>"
      "<w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:sym w:char=\"F02B\"/></w:r></w:p>")});
  CHECK(texts == Strings{"Trong ô", "kết quả", "liên kết-a\tb\nc+"});
}

TEST_CASE("numbers of lists are worked out: levels, restarts, overrides, formats") {
  const std::string rules =
      "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "upperRoman", "%1.") +
      level(1, "decimal", "%2.") + level(2, "decimal", "%2.%3") + level(3, "lowerLetter", "%4)") +
      "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">" + level(0, "bullet", "\xEF\x82\xB7") +
      level(1, "bullet", "o") + level(2, "decimalZero", "%3", "<w:suff w:val=\"nothing\"/>") +
      "</w:abstractNum>" + instance(1, 1) +
      instance(2, 1, "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"5\"/></w:lvlOverride>") +
      instance(3, 2);
  const Strings texts = texts_of(
      {document_part(listed("a", 1, 0) + listed("b", 1, 1) + listed("c", 1, 1) + listed("d", 1, 2) +
                     listed("e", 1, 2) + listed("f", 1, 3) + listed("g", 1, 0) + listed("h", 1, 1) +
                     listed("i", 2, 1) + listed("j", 3, 0) + listed("k", 3, 1) + listed("l", 3, 2) +
                     listed("m", 0, 0) + listed("n", 99, 0)),
       numbering_part(rules)});
  CHECK(texts == Strings{"I. a", "1. b", "2. c", "2.1 d", "2.2 e", "a) f", "II. g", "1. h", "5. i",
                         "• j", "+ k", "01l", "m", "n"});
}

TEST_CASE("a list may come from a paragraph style and its parents") {
  const Strings texts = texts_of(
      {document_part("<w:p><w:pPr><w:pStyle w:val=\"Child\"/></w:pPr>" + run("a") +
                     "</w:p>"
                     "<w:p><w:pPr><w:pStyle w:val=\"Child\"/></w:pPr>" +
                     run("b") + "</w:p>"),
       numbering_part("<w:abstractNum w:abstractNumId=\"1\">" + level(0, "decimal", "%1.") +
                      level(1, "upperLetter", "%2.", "<w:pStyle w:val=\"Parent\"/>") +
                      "</w:abstractNum>" + instance(7, 1)),
       {"word/styles.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Parent\" "
        "w:type=\"paragraph\"><w:pPr><w:numPr>"
        "<w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Child\" "
        "w:type=\"paragraph\"><w:basedOn w:val=\"Parent\"/></w:style></w:styles>"}});
  CHECK(texts == Strings{"A. a", "B. b"});
}

TEST_CASE("spans over columns, cells merged downwards and deleted rows") {
  const Plan plan =
      read_docx_body("<w:tbl>" + header + row(cell("I. THỂ CHẾ", "<w:gridSpan w:val=\"4\"/>")) +
                     row(cell("1") + cell("Một") +
                         cell("Công an xã", "<w:vMerge w:val=\"restart\"/>") + cell("Q1")) +
                     row(cell("2") + cell("Hai") + cell("", "<w:vMerge/>") + cell("Q2")) +
                     "<w:tr><w:trPr><w:del/></w:trPr>" + cell("3") + cell("Bỏ") + cell("") +
                     cell("") + "</w:tr></w:tbl>");
  CHECK(ids(plan) == Strings{"1.I.1", "1.I.2"});
  CHECK(plan.tasks[1].leads == Strings{"cong-an"});
}

TEST_CASE("a table of tasks inside a layout table is read") {
  const Plan plan =
      read_docx_body("<w:tbl>" +
                     row("<w:tc><w:tbl>" + header +
                         row(cell("1") + cell("Một") + cell("Công an xã") + cell("Q1")) +
                         "</w:tbl><w:p/></w:tc>") +
                     "</w:tbl>");
  CHECK(ids(plan) == Strings{"1.1"});
}

TEST_CASE("a number that is merged over several rows numbers the first of them") {
  const Plan plan = read_docx_body(
      "<w:tbl>" + header +
      row(cell("1", "<w:vMerge w:val=\"restart\"/>") +
          cell("Một", "<w:vMerge w:val=\"restart\"/>") + cell("Công an xã") + cell("Q1")) +
      row(cell("", "<w:vMerge/>") + cell("", "<w:vMerge/>") + cell("Phòng Kinh tế") + cell("Q2")) +
      "</w:tbl>");
  REQUIRE(plan.tasks.size() == 1);
  CHECK(plan.tasks[0].leads == Strings{"cong-an", "phong-kinh-te"});
  CHECK(plan.tasks[0].timeframe.text == "Q1 Q2");
}

TEST_CASE("damaged, encrypted and foreign files are refused by name") {
  const std::string good = make_docx({document_part(paragraph("x"))});
  CHECK(code_for(good.substr(0, good.size() / 2)) == 121);
  std::string flipped = good;
  for (std::size_t i = 60; i < 90; ++i) flipped[i] = static_cast<char>(~flipped[i]);
  CHECK(code_for(flipped) == 121);
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  CHECK(code_for(ole + std::string(600, 'x')) == 128);
  std::string stream;
  for (const char c : std::string("EncryptedPackage")) stream += std::string(1, c) + '\0';
  CHECK(code_for(ole + stream) == 122);
  std::string locked = good;
  locked[6] = static_cast<char>(locked[6] | 1);  // the flag in the local header
  const auto central = locked.find("PK\x01\x02");
  locked[central + 8] = static_cast<char>(locked[central + 8] | 1);
  CHECK(code_for(locked) == 122);
  CHECK(code_for(make_docx({{"xl/workbook.xml", "<x/>"}})) == 123);
}

TEST_CASE("malformed, deep and entity-expanding XML is refused") {
  CHECK(code_for(make_docx({{"word/document.xml", "<w:document><w:p>"}})) == 125);
  CHECK(
      code_for(make_docx({{"word/document.xml",
                           "<!DOCTYPE l [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><w:document>&b;"
                           "</w:document>"}})) == 126);
  std::string deep;
  for (int i = 0; i < 50'000; ++i) deep += "<w:sdt>";
  for (int i = 0; i < 50'000; ++i) deep += "</w:sdt>";
  CHECK(code_for(make_docx({document_part(deep)})) == 127);
}

TEST_CASE("a zip bomb is refused before it is unpacked") {
  const std::string bomb =
      make_docx({document_part("<!--" + std::string(64U << 20U, ' ') + "-->")});
  CHECK(bomb.size() < (1U << 18U));
  CHECK(code_for(bomb) == 124);
  ReadOptions options;
  options.limits.unpacked_bytes = 1000;
  CHECK(code_for(make_docx({document_part(paragraph(std::string(2000, 'a')))}), options) == 124);
}

TEST_CASE("words in a number cell that is merged downwards count once") {
  const Plan plan = read_docx_body(
      "<w:tbl>" + header +
      row(cell("Chung", "<w:vMerge w:val=\"restart\"/>") + cell("Một") + cell("Công an xã") +
          cell("Q1")) +
      row(cell("", "<w:vMerge/>") + cell("Hai") + cell("Công an xã") + cell("Q2")) + "</w:tbl>");
  CHECK(plan.tasks.size() == 2);
}

TEST_CASE("a docx set in a TCVN3 font is refused by the name of its encoding") {
  CHECK(code_for(make_docx({document_part(
            paragraph("KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2026 cña ñy ban nh©n d©n x·"))})) == 107);
}

TEST_CASE("the package's relationships name the part with the document") {
  const std::string link =
      "<Relationships><Relationship Id=\"a\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/"
      "2006/relationships/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
  CHECK(texts_of({{"word/document2.xml", document_part(paragraph("x")).second},
                  {"_rels/.rels", link}}) == Strings{"x"});
  CHECK(code_for(make_docx({{"word/document2.xml", "<workbook/>"}, {"_rels/.rels", link}})) == 123);
}
