#pragma once

#include <string>
#include <utility>
#include <vector>

#include "docx_builder.hpp"

/// A sheet of a workbook as XML.
struct SheetXml {
  std::string name;
  std::string data;         ///< of <sheetData>
  std::string before = {};  ///< what stands in front of it: columns
  std::string after = {};   ///< and behind it: merged cells
  std::string state = {};   ///< "hidden"
};

/// Number formats of the styles 1, 2, ...; style 0 is General.
using Formats = std::vector<std::string>;

inline std::string styles_part(const Formats& formats) {
  std::string codes;
  std::string styles = "<xf numFmtId=\"0\"/>";
  for (std::size_t i = 0; i < formats.size(); ++i) {
    const std::string number = std::to_string(164 + i);
    std::string code;
    for (const char c : formats[i]) code += c == '"' ? std::string("&quot;") : std::string(1, c);
    codes += "<numFmt numFmtId=\"" + number + "\" formatCode=\"" + code + "\"/>";
    styles += "<xf numFmtId=\"" + number + "\"/>";
  }
  return "<styleSheet><numFmts>" + codes + "</numFmts><cellXfs>" + styles +
         "</cellXfs></styleSheet>";
}

/// The parts of a workbook; `strings` is what stands in <sst>.
inline std::vector<std::pair<std::string, std::string>> workbook_parts(
    const std::vector<SheetXml>& sheets, const std::string& strings = "",
    const Formats& formats = {}, const std::string& properties = "") {
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string list;
  std::string links = "<Relationship Id=\"s\" Type=\"" + type +
                      "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" "
                      "Type=\"" +
                      type + "styles\" Target=\"styles.xml\"/>";
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = "r" + std::to_string(i);
    const std::string file = "worksheets/sheet" + std::to_string(i) + ".xml";
    list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"1\" state=\"" + sheets[i].state +
            "\" r:id=\"" + id + "\"/>";
    links +=
        "<Relationship Id=\"" + id + "\" Type=\"" + type + "worksheet\" Target=\"" + file + "\"/>";
    parts.emplace_back("xl/" + file, "<worksheet>" + sheets[i].before + "<sheetData>" +
                                         sheets[i].data + "</sheetData>" + sheets[i].after +
                                         "</worksheet>");
  }
  parts.emplace_back("[Content_Types].xml", "<Types/>");
  parts.emplace_back("xl/workbook.xml", "<workbook xmlns:r=\"r\"><workbookPr " + properties +
                                            "/><sheets>" + list + "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>");
  parts.emplace_back("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
  parts.emplace_back("xl/styles.xml", styles_part(formats));
  return parts;
}

inline std::string make_xlsx(const std::vector<SheetXml>& sheets, const std::string& strings = "",
                             const Formats& formats = {}, const std::string& properties = "") {
  return make_docx(workbook_parts(sheets, strings, formats, properties));
}

/// A cell with a text of its own.
inline std::string text_cell(const std::string& place, const std::string& text) {
  return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

inline std::string sheet_row(int number, const std::string& cells, const std::string& more = "") {
  return "<row r=\"" + std::to_string(number) + "\" " + more + ">" + cells + "</row>";
}

/// A row of texts from column A on; an empty one is no cell.
inline std::string text_row(int number, const std::vector<std::string>& texts,
                            const std::string& more = "") {
  std::string cells;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string place = static_cast<char>('A' + i) + std::to_string(number);
    if (!texts[i].empty()) cells += text_cell(place, texts[i]);
  }
  return sheet_row(number, cells, more);
}
