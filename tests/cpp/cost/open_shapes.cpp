// OpenDocument: as the readers of docx and xlsx, with what may be repeated a million times.
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cost.hpp"
#include "docx_builder.hpp"

namespace {

using sauro::Format;

struct Part {
  std::string_view name;
  std::string head;
  std::string piece;
  std::string tail = {};
};

std::string open_content(std::string_view kind, const std::string& body) {
  const std::string element = "office:" + std::string(kind);
  return "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" "
         "xmlns:draw=\"d\"><office:automatic-styles><text:list-style style:name=\"L\" "
         "xmlns:style=\"s\"><text:list-level-style-number text:level=\"1\" "
         "style:num-format=\"1\"/></text:list-style></office:automatic-styles><office:body><" +
         element + ">" + body + "</" + element + "></office:body></office:document-content>";
}

const std::string open_cell = "<table:table-cell><text:p>x</text:p></table:table-cell>";
const std::string open_table = "<table:table table:name=\"A\">";
const std::string open_header =
    "<table:table-row><table:table-cell><text:p>STT</text:p></table:table-cell><table:table-cell>"
    "<text:p>Nhiệm vụ</text:p></table:table-cell><table:table-cell><text:p>Chủ trì</text:p>"
    "</table:table-cell></table:table-row>";

const std::vector<Part> open_bodies = {
    {"paragraphs", "", "<text:p>x</text:p>"},
    {"spans of one paragraph", "<text:p>", "<text:span>x</text:span>", "</text:p>"},
    {"spaces", "<text:p>x", "<text:s text:c=\"1000000000\"/>", "</text:p>"},
    {"lists", "",
     "<text:list "
     "text:style-name=\"L\"><text:list-item><text:p>x</text:p></text:list-item></text:list>"},
    {"lists that go on", "",
     "<text:list text:style-name=\"L\" xml:id=\"l@\" text:continue-numbering=\"true\">"
     "<text:list-item><text:p>x</text:p></text:list-item></text:list>"},
    {"items of one list", "<text:list text:style-name=\"L\">",
     "<text:list-item><text:p>x</text:p></text:list-item>", "</text:list>"},
    {"notes of one paragraph", "<text:p>",
     "<text:note><text:note-body><text:p>x</text:p></text:note-body></text:note>", "</text:p>"},
    {"boxes of one paragraph", "<text:p>",
     "<draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame>", "</text:p>"},
    {"rows", open_table, "<table:table-row>" + open_cell + open_cell + "</table:table-row>",
     "</table:table>"},
    {"cells of one row", open_table + "<table:table-row>", open_cell,
     "</table:table-row></table:table>"},
    {"rows of nothing, a million each", open_table,
     "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
     "table:number-columns-repeated=\"1000000\"/></table:table-row>",
     "</table:table>"},
    {"tables of one cell", open_table + "<table:table-row><table:table-cell>",
     open_table + "<table:table-row>" + open_cell + "</table:table-row></table:table>",
     "</table:table-cell></table:table-row></table:table>"},
    {"covered cells", open_table + "<table:table-row>", "<table:covered-table-cell/>",
     "</table:table-row></table:table>"},
    {"hidden sections", "",
     "<text:section text:display=\"none\"><text:p>x</text:p></text:section>"}};

const std::vector<Part> open_sheets = {
    {"rows", open_table + open_header,
     "<table:table-row>" + open_cell + open_cell + "</table:table-row>", "</table:table>"},
    {"rows of nothing, a million each", open_table + open_header,
     "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
     "table:number-columns-repeated=\"1000000\"/></table:table-row>",
     "</table:table>"},
    {"hidden rows", open_table + open_header,
     "<table:table-row table:visibility=\"collapse\">" + open_cell +
         "</table:table-row>"
         "<table:table-row/>",
     "</table:table>"},
    {"hidden columns", open_table,
     "<table:table-column table:visibility=\"collapse\"/><table:table-column/>",
     open_header + "</table:table>"},
    {"rows merged down", open_table + open_header,
     "<table:table-row><table:table-cell table:number-rows-spanned=\"1000000\"><text:p>x</text:p>"
     "</table:table-cell>" +
         open_cell + "</table:table-row>",
     "</table:table>"},
    {"paragraphs of one cell", open_table + open_header + "<table:table-row><table:table-cell>",
     "<text:p>x</text:p>", "</table:table-cell></table:table-row></table:table>"},
    {"sheets", "", open_table + open_header + "</table:table>"},
    {"groups in one another", open_table + open_header, "<table:table-row-group/>",
     "</table:table>"}};

void add_open_shapes(std::vector<Shape>& shapes, Format format, const std::vector<Part>& parts) {
  constexpr std::size_t bytes = 8192;
  const bool text = format == Format::odt;
  const std::string name = text ? "odt: " : "ods: ";
  for (const Part& part : parts) {
    shapes.push_back(
        {name + std::string(part.name), bytes, [&part, format, text](std::size_t size) -> Verb {
           const std::string body = repeated(part.head, part.piece, part.tail, size);
           const std::string type = "application/vnd.oasis.opendocument.";
           return
               [format, file = make_docx(
                            {{"mimetype", type + (text ? "text" : "spreadsheet")},
                             {"content.xml", open_content(text ? "text" : "spreadsheet", body)}})] {
                 sauro::ReadOptions options;
                 options.format = format;
                 static_cast<void>(sauro::read_plan_text(file, options));
               };
         }});
  }
}

}  // namespace

std::vector<Shape> open_shapes() {
  std::vector<Shape> shapes;
  add_open_shapes(shapes, Format::odt, open_bodies);
  add_open_shapes(shapes, Format::ods, open_sheets);
  return shapes;
}
