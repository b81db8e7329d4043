// Readers: many small things, one huge thing, deep nesting, what nothing closes, merged cells.
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cost.hpp"
#include "documents.hpp"
#include "docx_builder.hpp"
#include "xlsx_builder.hpp"

namespace {

using sauro::Format;

void read(const std::string& text, Format format, std::size_t columns = 512) {
  sauro::ReadOptions options;
  options.format = format;
  options.limits.columns = columns;
  static_cast<void>(sauro::read_plan_text(text, options));
}

/// A text that is `head`, a piece again and again, and `tail`.
struct Row {
  Format format;
  std::string_view name;
  std::string head;
  std::string piece;
  std::string tail = {};
  std::size_t columns = 512;  ///< the limit, where the text would fill any
};

const std::vector<Row> rows = {
    {Format::html, "attributes of one tag", "<p ", "a@=1 ", ">x</p>"},
    {Format::html, "equal attributes of one tag", "<p ", "a=1 ", ">x</p>"},
    {Format::html, "one attribute that nothing closes", "<p a=\"", "x ", ""},
    {Format::html, "tags that nothing closes", "", "<", ""},
    {Format::html, "unclosed elements", "", "<b>x ", ""},
    {Format::html, "unclosed paragraphs", "", "<p>x ", ""},
    {Format::html, "formatting elements that paragraphs cut", "", "<p><i>x ", ""},
    {Format::html, "formatting elements with attributes", "", "<p><font size=@>x ", ""},
    {Format::html, "links in links", "", "<a>x ", ""},
    {Format::html, "end tags alone", "", "</p>", ""},
    {Format::html, "end tags of nothing", "<table>", "</b>", ""},
    {Format::html, "comments that nothing closes", "", "<!--", ""},
    {Format::html, "declarations", "", "<!x", ""},
    {Format::html, "references", "<p>", "&amp;", "</p>"},
    {Format::html, "references that are none", "<p>", "&x", "</p>"},
    {Format::html, "line breaks in one cell", "<table><tr><td>", "<br>", "</table>"},
    {Format::html, "cells of one row", "<table><tr>", "<td>x", "</table>"},
    {Format::html, "rows", "<table>", "<tr><td>x<td>y<td>z", "</table>"},
    {Format::html, "rows merged across", "<table>", "<tr><td colspan=400>x", "</table>"},
    {Format::html, "rows merged down", "<table>", "<tr><td rowspan=100000>x<td>y", "</table>", 8},
    {Format::html, "cells merged down from each row", "<table>",
     "<tr><td>x<td>x<td>x<td rowspan=60000>x", "</table>", 8},
    {Format::html, "texts between rows", "<table>", "x<tr><td>y</tr>", "</table>"},
    {Format::html, "text that a table throws out", "<table>", "x <tr>", "</table>"},
    {Format::html, "tables", "", "<table><tr><td>x</table>", ""},
    {Format::html, "tables in one cell", "<table><tr><td>", "<table><tr><td>x</table>", "</table>"},
    {Format::html, "tables in one another", "", "<table><tr><td>", ""},
    {Format::html, "unclosed tables", "", "<table>x", ""},
    {Format::html, "list items", "<ol>", "<li>x", "</ol>"},
    {Format::html, "nested lists", "", "<ul><li>x", ""},
    {Format::html, "divisions that nothing closes", "", "<div>", ""},
    {Format::html, "lines in one paragraph", "<p>", "x\n", "</p>"},
    {Format::html, "paragraphs in one line", "", "<p>x</p>", ""},
    {Format::html, "hidden text", "<style>", "x ", "</style>"},
    {Format::html, "selects and options", "<select>", "<option>x", "</select>"},
    {Format::html, "frames of nothing", "", "<frameset>", ""},
    {Format::html, "svg", "<svg>", "<a>", ""},
    {Format::html, "null bytes", "<p>", std::string("\0x", 2), "</p>"},
    {Format::markdown, "cells of one row", "|a|b|\n|-|-|\n", "|x", "|\n"},
    {Format::markdown, "rows", "|a|b|\n|-|-|\n", "|x|y|\n", ""},
    {Format::markdown, "tables", "", "|a|b|\n|-|-|\n|x|y|\n\n", ""},
    {Format::markdown, "rules of tables", "|a|\n", "|-|\n", ""},
    {Format::markdown, "headings", "", "# x\n", ""},
    {Format::markdown, "stars", "", "*", ""},
    {Format::markdown, "stars and words", "", "**x ", ""},
    {Format::markdown, "brackets", "", "[", ""},
    {Format::markdown, "links that nothing closes", "", "[x](", ""},
    {Format::markdown, "backticks", "", "`x ", ""},
    {Format::markdown, "escapes", "", "\\", ""},
    {Format::markdown, "underscores", "", "_x ", ""},
    {Format::markdown, "tags", "", "<b>", ""},
    {Format::markdown, "tags that nothing closes", "", "<b ", ""},
    {Format::markdown, "breaks in a cell", "|a|b|\n|-|-|\n|x|", "<br>", "|\n"},
    {Format::markdown, "quotes", "", "> x\n", ""},
    {Format::markdown, "quotes in quotes", "", "> ", ""},
    {Format::text, "empty lines", "", "\n", ""},
    {Format::text, "lines", "", "x\n", ""},
    {Format::text, "indented lines", "", "  x\n", ""},
    {Format::text, "bullets", "", "- x\n", ""},
    {Format::text, "numbered lines", "", "@. x\n", ""},
    {Format::text, "nested numbers", "", "1.1.1.@ x\n", ""},
    {Format::text, "equal numbers", "", "1. x\n", ""},
    {Format::text, "Roman numbers", "", "I. X\n", ""},
    {Format::text, "letters", "", "a) x\n", ""},
    {Format::text, "headings in capitals", "", "MỤC TIÊU\n", ""},
    {Format::text, "annexes", "", "Phụ lục @\n", ""},
    {Format::text, "equal annexes", "", "Phụ lục 1\nx\n", ""},
    {Format::text, "annexes with a table", "",
     "Phụ lục @\nSTT\tNhiệm vụ\tThời gian\n1\tRà soát\tQuý I\n", ""},
    {Format::text, "tables of one row", "", "STT\tNhiệm vụ\tThời gian\n1\tRà soát\tQuý I\n\n", ""},
    {Format::text, "tabs in one line", "STT\tNhiệm vụ\n1", "\t", "\n"},
    {Format::text, "tabs in each line", "", "\tx\t\n", ""},
    {Format::text, "legal bases", "", "Căn cứ Luật số @/2025/QH15 ngày 01/01/2025;\n", ""},
    {Format::text, "legal bases in one line", "", "Căn cứ Luật số @/2025/QH15; ", "\n"},
    {Format::text, "recipients", "Nơi nhận:\n", "- Như Điều @;\n", ""},
    {Format::text, "recipients in one line", "Nơi nhận: ", "- Như Điều @; ", "TM. UBND Lê An\n"},
    {Format::text, "addressees", "CÔNG ĐIỆN\nKính gửi:\n", "- Sở Y tế @;\n", ""},
    {Format::text, "lists of bodies", "CHỈ THỊ\nVề A\n1. Yêu cầu ", "Sở Y tế; ",
     "rà soát hồ sơ.\n"},
    {Format::text, "sentences that hand out", "CHỈ THỊ\nVề A\n",
     "UBND tỉnh yêu cầu Sở Y tế:\n- Rà soát @.\n", ""},
    {Format::text, "one paragraph of many lines", "",
     "và tổ chức rà soát các thủ tục hành chính của Phòng Kinh tế, Công an xã,\n", ""},
    {Format::text, "wrapped items", "",
     "@. Phòng Kinh tế rà soát các thủ tục hành chính thuộc phạm vi quản lý của\nxã và báo cáo.\n",
     ""},
    {Format::text, "page numbers", "", "và rà soát\n\n- @ -\n\n", ""},
    {Format::text, "menu above a letterhead", "", "Trang chủ @\n",
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"},
    {Format::text, "names of attributes", "", "Người ký: Lê An ", "\n"},
    {Format::text, "bars in one line", "", "Nơi nhận | ", "\n"},
    {Format::text, "signers", "", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n", ""},
    {Format::text, "heads", "", "ỦY BAN NHÂN DÂN\nXÃ A\nSố: @/KH-UBND\n", ""},
    {Format::text, "duties", "TỔ CHỨC THỰC HIỆN\n", "@. Phòng Kinh tế @ chủ trì, phối hợp.\n", ""},
    {Format::text, "agencies named in one duty", "TỔ CHỨC THỰC HIỆN\n1. ", "Phòng Kinh tế @, ",
     " thực hiện.\n"},
    {Format::text, "helpers of one duty", "II. TỔ CHỨC THỰC HIỆN\n- Phòng Kinh tế phối hợp với ",
     "Công an xã, ", "\n"},
    {Format::text, "offers of help in one duty", "II. TỔ CHỨC THỰC HIỆN\n- Phòng Kinh tế rà soát ",
     "phối hợp với Công an xã, ", "\n"},
    {Format::text, "clauses of one duty", "II. TỔ CHỨC THỰC HIỆN\n- Phòng Kinh tế rà soát ",
     "trước ngày 1/2/2027; rà soát ", "\n"},
    {Format::text, "limits of one clause", "II. TỔ CHỨC THỰC HIỆN\n- Phòng Kinh tế rà soát ",
     ", trước ngày 1/2/2027", "\n"},
    {Format::text, "times of one clause", "II. TỔ CHỨC THỰC HIỆN\n- Phòng Kinh tế rà soát ",
     "x ngày 1/2/2027 ", "\n"},
    {Format::text, "rhythms of one clause", "II. TỔ CHỨC THỰC HIỆN\n- Phòng Kinh tế ",
     "mua bàn hằng quý, ", "\n"},
    {Format::text, "events of one clause", "II. TỔ CHỨC THỰC HIỆN\n- Phòng Kinh tế rà soát ",
     "trong 10 ngày kể từ khi nhận ", "\n"},
    {Format::text, "bodies with work in one clause", "II. TỔ CHỨC THỰC HIỆN\n- ",
     "Phòng Kinh tế rà soát chợ, ", "\n"},
    {Format::text, "doers of one clause", "II. TỔ CHỨC THỰC HIỆN\n- Rà soát ",
     "do Phòng Kinh tế thực hiện ", "\n"},
    {Format::text, "persons of one clause", "II. TỔ CHỨC THỰC HIỆN\n- Giao ",
     "đồng chí Lê An - Trưởng phòng Kinh tế và ", "\n"},
    {Format::text, "bodies that give work in one duty", "II. TỔ CHỨC THỰC HIỆN\n- ",
     "giao Phòng Kinh tế rà soát; ", "\n"},
    {Format::text, "one agency named in one duty", "TỔ CHỨC THỰC HIỆN\n1. ", "Phòng Kinh tế, ",
     " thực hiện.\n"},
    {Format::text, "tasks with labels", "II. NHIỆM VỤ\n",
     "@. Rà soát @\n- Chủ trì: Phòng Kinh tế;\n- Thời gian: Quý I\n", ""},
    {Format::text, "sections of one task with labels", "II. NHIỆM VỤ\n",
     "@. CÔNG TÁC @\na) Rà soát\nChủ trì: Công an xã\n", ""},
    {Format::text, "labels of one task", "1. Rà soát\n", "Kinh phí: @\n", "Chủ trì: Công an xã\n"},
    {Format::text, "labels below a heading", "II. NHIỆM VỤ\n", "Chủ trì: Công an xã\n",
     "1. Rà soát\n2. Rà soát\n"},
    {Format::text, "closing brackets", "", "@. Rà soát (Công an xã chủ trì)\n", ""},
    {Format::text, "colons behind separators", "1. Rà soát ", ":;", "\n"},
    {Format::text, "doers behind colons", "II. NHIỆM VỤ\n1. Rà soát ", ": Trưởng các thôn", ".\n"},
    {Format::text, "products", "II. NHIỆM VỤ\n1. Công an xã ", "trình Bộ và ban hành ", ".\n"},
    {Format::markdown, "struck words that nothing ends", "x\n\n", "~~x <s>", "\n"},
    {Format::csv, "abbreviations", "STT,Nhiệm vụ,Chủ trì\n", "@,x,VP\n", ""},
    {Format::csv, "uneven rows", "STT,Nhiệm vụ,Chủ trì,Thời gian\n", "@,x,y\n", ""},
    {Format::text, "carriage returns", "", "x\r", ""},
    {Format::csv, "rows", "STT,Nhiệm vụ,Chủ trì\n", "@,x,y\n", ""},
    {Format::csv, "cells of one row", "STT;Nhiệm vụ;Chủ trì\n1", ";x", "\n"},
    {Format::csv, "empty cells", "STT;Nhiệm vụ;Chủ trì\n", ";;\n", ""},
    {Format::csv, "quoted cells", "STT,Nhiệm vụ,Chủ trì\n", "1,\"a, \"\"b\"\"\",c\n", ""},
    {Format::csv, "lines in one cell", "STT,Nhiệm vụ,Chủ trì\n1,\"", "x\n", "\",c\n"},
    {Format::csv, "quotation marks", "STT,Nhiệm vụ\n1,\"", "\"\"", "\"\n"},
    {Format::csv, "a mark that nothing closes", "STT,Nhiệm vụ\n1,\"", "x\n", ""},
    {Format::csv, "rows parted by empty lines", "", "STT,Nhiệm vụ,Chủ trì\n1,a,b\n\n", ""},
    {Format::csv, "lines without a delimiter", "", "x\n", ""},
    {Format::automatic, "cells between semicolons", "STT;Nhiệm vụ;Chủ trì\n", "1;a;b\n", ""},
    {Format::automatic, "marks that open cells", "", ",\"x\n", ""},
    {Format::automatic, "words of VNI", "", "caùch haønh chính ", ""},
    {Format::automatic, "bytes of TCVN3", "",
     "c\xB8"
     "ch h\xB5nh ch\xDDnh ",
     ""},
    {Format::text, "decomposed letters", "", "e\u0302\u0323 ", ""},
    {Format::text, "marks without a letter", "", "\u0302", ""},
};

struct Part {
  std::string_view name;
  std::string head;
  std::string piece;
  std::string tail = {};
};

const std::string cell = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>";
const std::string merged_cell =
    "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t></w:t></w:r></w:p></w:tc>";
const std::string first_merged_cell =
    "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>";

const std::vector<Part> bodies = {
    {"paragraphs", "", "<w:p><w:r><w:t>x</w:t></w:r></w:p>"},
    {"empty paragraphs", "", "<w:p/>"},
    {"runs of one paragraph", "<w:p>", "<w:r><w:t>x</w:t></w:r>", "</w:p>"},
    {"tabs of one run", "<w:p><w:r>", "<w:tab/>", "</w:r></w:p>"},
    {"breaks of one run", "<w:p><w:r><w:t>x</w:t>", "<w:br/>", "</w:r></w:p>"},
    {"paragraphs of one cell", "<w:tbl><w:tr><w:tc>", "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
     "</w:tc></w:tr></w:tbl>"},
    {"cells of one row", "<w:tbl><w:tr>", cell, "</w:tr></w:tbl>"},
    {"rows", "<w:tbl>", "<w:tr>" + cell + cell + cell + "</w:tr>", "</w:tbl>"},
    {"rows merged down", "<w:tbl><w:tr>" + first_merged_cell + cell + "</w:tr>",
     "<w:tr>" + merged_cell + cell + "</w:tr>", "</w:tbl>"},
    {"rows of two cells merged down",
     "<w:tbl><w:tr>" + times("", first_merged_cell, "", 400) + "</w:tr>",
     "<w:tr>" + times("", merged_cell, "", 400) + "</w:tr>", "</w:tbl>"},
    {"tables", "", "<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>"},
    {"tables of one cell", "<w:tbl><w:tr><w:tc>", "<w:tbl><w:tr>" + cell + "</w:tr></w:tbl>",
     "</w:tc></w:tr></w:tbl>"},
    {"inserted runs", "<w:p>", "<w:ins><w:r><w:t>x</w:t></w:r></w:ins>", "</w:p>"},
    {"numbered paragraphs", "",
     "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
     "<w:r><w:t>x</w:t></w:r></w:p>"},
    {"paragraphs of lists of their own", "",
     "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"@\"/></w:numPr></w:pPr>"
     "<w:r><w:t>x</w:t></w:r></w:p>"},
    {"paragraphs of unknown styles", "",
     "<w:p><w:pPr><w:pStyle w:val=\"S@\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"},
    {"attributes of one paragraph", "<w:p ", "a@=\"1\" ", "><w:r><w:t>x</w:t></w:r></w:p>"},
    {"space", "<w:p><w:r><w:t>", " ", "</w:t></w:r></w:p>"},
    {"boxes in a run", "<w:p><w:r>", "<w:pict><w:p><w:r><w:t>x</w:t></w:r></w:p></w:pict>",
     "</w:r></w:p>"}};

std::string numbering(std::size_t count) {
  return times(
      "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
      "main\">",
      "<w:abstractNum w:abstractNumId=\"@\"><w:lvl w:ilvl=\"0\"><w:numFmt "
      "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"@\"><w:abstractNumId w:val=\"@\"/></w:num>",
      "</w:numbering>", count);
}

std::string styles(std::size_t count) {
  return times(
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
      "main\"><w:style w:styleId=\"S0\"/>",
      "<w:style w:styleId=\"S@\"><w:basedOn w:val=\"S1\"/><w:pPr><w:numPr><w:numId "
      "w:val=\"@\"/></w:numPr></w:pPr></w:style>",
      "</w:styles>", count);
}

/// Each style is based on the one after it.
std::string chained_styles(std::size_t count) {
  std::string text =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
  for (std::size_t i = 1; i <= count; ++i) {
    text += "<w:style w:styleId=\"S" + std::to_string(i) + "\"><w:basedOn w:val=\"S" +
            std::to_string(i + 1) + "\"/></w:style>";
  }
  return text + "</w:styles>";
}

void add_docx_shapes(std::vector<Shape>& shapes) {
  constexpr std::size_t bytes = 8192;
  for (const Part& part : bodies) {
    shapes.push_back({"docx: " + std::string(part.name), bytes, [&part](std::size_t size) -> Verb {
                        const std::string body = repeated(part.head, part.piece, part.tail, size);
                        return
                            [docx = make_docx({document_part(body)})] { read(docx, Format::docx); };
                      }});
  }
  constexpr std::size_t paragraphs = 40;
  const auto with = [&](std::string name, std::string part, std::string (*make)(std::size_t)) {
    shapes.push_back(
        {"docx: " + std::move(name), paragraphs, [part, make](std::size_t size) -> Verb {
           const std::string body =
               times("",
                     "<w:p><w:pPr><w:pStyle w:val=\"S@\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
                     "w:val=\"@\"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>",
                     "", size);
           return [docx = make_docx({document_part(body), {part, make(size)}})] {
             read(docx, Format::docx);
           };
         }});
  };
  with("lists with definitions of their own", "word/numbering.xml", numbering);
  with("styles with lists of their own", "word/styles.xml", styles);
  with("styles based on one another", "word/styles.xml", chained_styles);
}

/// A sheet in which a piece stands again and again; `strings` and `after` may hold it too.
struct SheetShape {
  std::string_view name;
  std::string head;
  std::string piece;
  std::string tail = {};
  bool is_merged = false;  ///< the piece stands among the merged ranges
  bool is_shared = false;  ///< or among the shared strings
};

const std::string named_row = text_row(1, {"STT", "Nhiệm vụ", "Chủ trì"});

const std::vector<SheetShape> sheets = {
    {"rows", named_row, "<row><c t=\"str\"><v>1</v></c><c t=\"str\"><v>x</v></c></row>"},
    {"empty rows", named_row, "<row spans=\"1:9\" s=\"1\" customFormat=\"1\"/>"},
    {"empty cells", named_row + "<row>", "<c s=\"1\"/>", "</row>"},
    {"rows that go back", named_row, "<row r=\"@\"><c r=\"B2\"/></row>"},
    {"rows parted by empty ones", named_row, "<row/><row><c t=\"str\"><v>x</v></c></row>"},
    {"cells of one row", named_row + "<row>", "<c t=\"str\"><v>x</v></c>", "</row>"},
    {"pieces of one text", named_row + "<row><c t=\"inlineStr\"><is>", "<r><t>x</t></r>",
     "</is></c></row>"},
    {"numbers with formats", named_row,
     "<row><c s=\"1\"><v>46112</v></c><c s=\"1\"><v>2</v></c></row>"},
    {"errors", named_row, "<row><c t=\"e\"><v>#N/A</v></c></row>"},
    {"formulas without a value", named_row, "<row><c><f>1</f></c></row>"},
    {"hidden rows", named_row, "<row hidden=\"1\"><c t=\"str\"><v>x</v></c></row><row/>"},
    {"elements that nothing closes", "", "<x>"},
    {"ranges merged over one another", named_row, "<mergeCell ref=\"A1:XFD1048576\"/>", "", true},
    {"ranges merged from each row", named_row, "<mergeCell ref=\"B@:B1048576\"/>", "", true},
    {"rows merged two by two", named_row, "<mergeCell ref=\"B@:C@\"/>", "", true},
    {"shared strings", named_row, "<si><t>x</t></si>", "", false, true},
    {"runs of one shared string", named_row, "<si><r><t>x</t></r>", "", false, true},
};

void add_sheet_shapes(std::vector<Shape>& shapes) {
  constexpr std::size_t bytes = 8192;
  for (const SheetShape& one : sheets) {
    shapes.push_back({"xlsx: " + std::string(one.name), bytes, [&one](std::size_t size) -> Verb {
                        const bool aside = one.is_merged || one.is_shared;
                        const std::string many =
                            repeated(aside ? "" : one.head, one.piece, one.tail, size);
                        const std::string merged =
                            one.is_merged ? "<mergeCells>" + many + "</mergeCells>" : "";
                        return [book = make_xlsx({{"A", aside ? one.head : many, "", merged}},
                                                 one.is_shared ? many : "", {"dd/mm/yyyy"})] {
                          read(book, Format::xlsx);
                        };
                      }});
  }
}

}  // namespace

std::vector<Shape> reading_shapes() {
  constexpr std::size_t bytes = 640;
  std::vector<Shape> shapes;
  for (const Row& row : rows) {
    shapes.push_back({std::string(enum_names(row.format)[static_cast<std::size_t>(row.format)]) +
                          ": " + std::string(row.name),
                      bytes, [&row](std::size_t size) -> Verb {
                        return [&row, text = repeated(row.head, row.piece, row.tail, size)] {
                          read(text, row.format, row.columns);
                        };
                      }});
  }
  add_docx_shapes(shapes);
  add_sheet_shapes(shapes);
  for (Shape& shape : open_shapes()) shapes.push_back(std::move(shape));
  for (const Document& document : documents()) {
    shapes.push_back({"read: " + document.name, bytes, [document](std::size_t size) -> Verb {
                        return [text = document.text(size)] { read(text, Format::text); };
                      }});
  }
  return shapes;
}
