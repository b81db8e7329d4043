#include "reading/xlsx_book.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "core/say.hpp"
#include "reading/source.hpp"
#include "reading/xlsx_links.hpp"
#include "reading/xml_stream.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::string_view usual_part = "xl/workbook.xml";
constexpr std::size_t longest_code = 1024;  // of a number format; programs write 255 characters

std::uint32_t number_in(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class WorkbookReader : public XmlVisitor {
 public:
  WorkbookReader(XlsxBook& book, const RelationshipReader& links) : book_(book), links_(links) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    is_workbook = is_workbook || name == "workbook";
    if (name == "workbookPr") book_.from_1904 = attributes.is_set("date1904");
    if (name != "sheet") return;
    const auto link = links_.all.find(attributes["id"]);
    if (link == links_.all.end()) {
      refuse(attributes["name"], say("sổ tính nêu trang này nhưng không nói nó ở phần nào",
                                     "the workbook lists this sheet but doesn't say which part it "
                                     "is"));
    }
    if (link->second.type != "worksheet") return;  // a sheet of a chart or of macros has no cells
    if (!parts_.insert(link->second.part).second) {
      refuse(attributes["name"], say("hai trang tính cùng trỏ tới phần {}",
                                     "two sheets are the same part {}", link->second.part));
    }
    const std::string_view state = attributes["state"];
    book_.sheets.push_back({to_nfc(attributes["name"]), link->second.part,
                            state == "hidden" || state == "veryHidden"});
  }

  bool is_workbook = false;

 private:
  [[noreturn]] static void refuse(std::string_view sheet, Bilingual message) {
    throw ParseError(ErrorCode::invalid_workbook, std::string(sheet), std::move(message));
  }

  XlsxBook& book_;
  const RelationshipReader& links_;
  std::set<std::string> parts_;
};

/// Texts of <si>, without the readings (<rPh>) that East Asian texts have beside them.
class StringReader : public XmlVisitor {
 public:
  StringReader(XlsxBook& book, const ReadLimits& limits, std::string part)
      : book_(book), limits_(limits), part_(std::move(part)) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "si") text_ = {};
    if (name == "si" || name == "r") is_struck_ = false;
    if (name == "strike") is_struck_ = switches_on(attributes);
    if (name == "rPh") reading_ = true;
    in_text_ = name == "t" && !reading_;
  }

  void end(std::string_view name) override {
    if (name == "t") in_text_ = false;
    if (name == "rPh") reading_ = false;
    if (name != "si") return;
    if (!text_.struck.empty()) {
      book_.struck_strings.emplace(book_.strings.size(), unescaped(std::move(text_.struck)));
    }
    book_.strings.push_back(unescaped(std::move(text_.shown)));
  }

  void text(std::string_view piece) override {
    if (!in_text_) return;
    std::string& into = is_struck_ ? text_.struck : text_.shown;
    into += piece;
    if (into.size() <= limits_.cell_bytes) return;
    throw ParseError(ErrorCode::cell_too_large, part_ + ", " + std::to_string(book_.strings.size()),
                     say("một chuỗi dài hơn {} byte (limits.cell_bytes)",
                         "a string longer than {} bytes (limits.cell_bytes)", limits_.cell_bytes));
  }

 private:
  XlsxBook& book_;
  const ReadLimits& limits_;
  std::string part_;
  RichText text_;
  bool is_struck_ = false;
  bool in_text_ = false;
  bool reading_ = false;
};

/// Number formats and fonts of the styles that cells name.
class StyleReader : public XmlVisitor {
 public:
  explicit StyleReader(XlsxBook& book) : book_(book) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") in_styles_ = true;
    if (name == "numFmt") {
      const std::string_view code = attributes["formatCode"];
      if (code.size() <= longest_code) codes_.emplace(number_in(attributes["numFmtId"]), code);
    }
    if (name == "fonts") in_fonts_ = true;
    if (name == "font" && in_fonts_) {
      fonts_.push_back(nullptr);
      struck_fonts_.push_back(false);
    }
    if (name == "strike" && in_fonts_ && !struck_fonts_.empty()) {
      struck_fonts_.back() = switches_on(attributes);
    }
    if (name == "name" && !fonts_.empty() && in_fonts_) {
      fonts_.back() = book_.fonts.find(attributes["val"]);
    }
    if (name == "fills") in_fills_ = true;
    if (in_fills_) add_fill(name, attributes);
    if (name == "xf" && in_styles_) {
      add(number_in(attributes["numFmtId"]));
      const std::uint32_t font = number_in(attributes["fontId"]);
      book_.style_fonts.push_back(font < fonts_.size() ? fonts_[font] : nullptr);
      book_.struck_styles.push_back(font < struck_fonts_.size() && struck_fonts_[font]);
      const std::uint32_t fill = number_in(attributes["fillId"]);
      book_.style_fills.push_back(fill < fills_.size() ? fills_[fill] : 0);
    }
  }

  void end(std::string_view name) override {
    if (name == "cellXfs") in_styles_ = false;
    if (name == "fonts") in_fonts_ = false;
    if (name == "fills") in_fills_ = false;
  }

 private:
  /// A colour counts where it covers the cell and isn't white, which is the theme's first one.
  void add_fill(std::string_view name, const XmlAttributes& attributes) {
    if (name == "fill") fills_.push_back(0);
    if (name == "patternFill") is_solid_ = attributes["patternType"] == "solid";
    if (name != "fgColor" || fills_.empty() || !is_solid_) return;
    const bool is_theme_white = attributes["theme"] == "0" && attributes["tint"].empty();
    const bool is_white = attributes["rgb"].ends_with("FFFFFF") || is_theme_white;
    fills_.back() = is_white ? 0 : static_cast<std::uint32_t>(fills_.size());
  }

  void add(std::uint32_t number) {
    const auto [at, fresh] = places_.try_emplace(number, book_.formats.size());
    if (fresh) {
      const auto code = codes_.find(number);
      book_.formats.emplace_back(code == codes_.end() ? NumberFormat::built_in(number)
                                                      : std::string_view(code->second));
    }
    book_.style_formats.push_back(static_cast<std::uint32_t>(at->second));
  }

  XlsxBook& book_;
  bool in_styles_ = false;
  bool in_fonts_ = false;
  bool in_fills_ = false;
  bool is_solid_ = false;
  std::vector<std::uint32_t> fills_;
  std::vector<const OldFont*> fonts_;
  std::vector<bool> struck_fonts_;
  std::map<std::uint32_t, std::string> codes_;
  std::map<std::uint32_t, std::size_t> places_;
};

std::string workbook_part(OfficeArchive& archive, const ReadLimits& limits) {
  RelationshipReader package;
  visit_xml(archive, "_rels/.rels", package, limits);
  const std::string part = package.of_type("officeDocument");
  return archive.has(part) ? part : std::string(usual_part);
}

}  // namespace

const NumberFormat& XlsxBook::format_of(std::size_t style) const noexcept {
  static const NumberFormat general;
  return style < style_formats.size() ? formats[style_formats[style]] : general;
}

bool switches_on(const XmlAttributes& attributes) {
  return attributes["val"].empty() || attributes.is_set("val");
}

bool is_workbook(const OfficeArchive& archive) {
  const auto& parts = archive.parts();
  return !archive.has("word/document.xml") &&
         std::any_of(parts.begin(), parts.end(),
                     [](const std::string& part) { return part.starts_with("xl/workbook"); });
}

XlsxBook read_book(OfficeArchive& archive, const ReadLimits& limits) {
  XlsxBook book;
  const std::string part = workbook_part(archive, limits);
  if (part.ends_with(".bin")) {
    throw ParseError(ErrorCode::old_workbook, "",
                     say("sổ tính nhị phân (.xlsb); hãy mở bằng Excel rồi lưu thành .xlsx",
                         "a binary workbook (.xlsb); open it in Excel and save it as .xlsx"));
  }
  RelationshipReader links(part);
  read_links(archive, part, links, limits);
  WorkbookReader reader(book, links);
  if (!visit_xml(archive, part, reader, limits) || !reader.is_workbook) {
    throw ParseError(ErrorCode::docx_part_missing, part,
                     say("tệp nén không chứa sổ tính Excel (có thể là tài liệu Word hoặc tệp zip "
                         "thường)",
                         "the archive holds no Excel workbook (perhaps a Word document or a plain "
                         "zip)"));
  }
  const std::string strings = links.of_type("sharedStrings");
  StringReader texts(book, limits, strings);
  visit_xml(archive, strings, texts, limits);
  StyleReader styles(book);
  visit_xml(archive, links.of_type("styles"), styles, limits);
  return book;
}

std::vector<SheetEntry> sheets_named(const std::vector<SheetEntry>& sheets,
                                     const std::vector<std::string>& names) {
  if (names.empty()) return sheets;
  std::vector<SheetEntry> chosen;
  for (const std::string& name : names) {
    const auto is_named = [&](const SheetEntry& one) { return one.name == to_nfc(name); };
    if (std::any_of(sheets.begin(), sheets.end(), is_named)) continue;
    std::string there;
    for (const SheetEntry& one : sheets) there += (there.empty() ? "" : ", ") + one.name;
    throw NotFoundError(
        ErrorCode::not_found, "sheets",
        say("không có trang tính '{}'; có {}", "no sheet '{}'; there are {}", name, there));
  }
  for (const SheetEntry& one : sheets) {
    const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return to_nfc(name) == one.name;
    });
    if (named) chosen.push_back(one);
  }
  return chosen;
}

void spend_text(SheetBudget& budget, std::size_t bytes, const Span& where,
                const ReadLimits& limits) {
  budget.text_bytes += bytes;
  if (budget.text_bytes <= limits.unpacked_bytes) return;
  throw ParseError(ErrorCode::archive_too_large, to_text(where),
                   say("chữ trong các ô dài hơn {} byte (limits.unpacked_bytes)",
                       "the texts of the cells are longer than {} bytes (limits.unpacked_bytes)",
                       limits.unpacked_bytes));
}

void spend_cell(SheetBudget& budget, const Span& where, const ReadLimits& limits) {
  if (++budget.cells <= limits.cells) return;
  throw ParseError(ErrorCode::too_many_cells, to_text(where),
                   say("các trang tính có hơn {} ô (limits.cells)",
                       "the sheets have more than {} cells (limits.cells)", limits.cells));
}

std::string unescaped(std::string text) {
  if (text.find("_x") == std::string::npos && text.find('\r') == std::string::npos) {
    return is_quick_nfc(text) ? text : to_nfc(text);
  }
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::uint32_t code = 0;
    const bool escape =
        text.compare(at, 2, "_x") == 0 && at + 6 < text.size() && text[at + 6] == '_' &&
        std::from_chars(&text[at + 2], &text[at + 6], code, 16).ptr == &text[at + 6];
    const bool character = escape && !(code >= 0xD800 && code < 0xE000);
    if (character) {
      append_utf8(out, code);
      at += 6;
    } else {
      out += text[at];
    }
  }
  for (std::size_t at = 0; (at = out.find('\r', at)) != std::string::npos; ++at) {
    out[at] = at + 1 < out.size() && out[at + 1] == '\n' ? ' ' : '\n';
  }
  return is_quick_nfc(out) ? out : to_nfc(out);
}

}  // namespace sauro::inline v0_1::detail
