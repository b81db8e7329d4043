#include <algorithm>
#include <cstring>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/asides.hpp"
#include "reading/cell_text.hpp"
#include "reading/docx_chunks.hpp"
#include "reading/docx_fonts.hpp"
#include "reading/docx_numbering.hpp"
#include "reading/docx_parts.hpp"
#include "reading/flow.hpp"
#include "reading/office_archive.hpp"
#include "reading/source.hpp"
#include "text/letters.hpp"

/// WordprocessingML (ECMA-376, part 1, chapter 17) -> Source.
namespace sauro::inline v0_1::detail {
namespace {

/// What numbering.xml and styles.xml say of all parts.
struct DocxRules {
  DocxNumbering numbering;
  DocxFonts fonts;
};

class PartReader {
 public:
  PartReader(Source& source, DocxRules& rules, const ReadLimits& limits, std::string part,
             DocxChunks& chunks)
      : source_(source), rules_(rules), limits_(limits), chunks_(chunks) {
    source_.parts.push_back(std::move(part));
    part_ = static_cast<std::uint32_t>(source_.parts.size() - 1);
  }

  void read(const pugi::xml_node& body) { walk_blocks(body, 0); }

 private:
  /// Paragraph of the part in document order; those in dropped elements count too.
  [[nodiscard]] Place place() const {
    Place result;
    result.part = part_;
    result.paragraph = paragraph_;
    return result;
  }

  void require_depth(std::size_t depth) const {
    if (depth <= limits_.depth) return;
    refuse_depth(to_text(source_.span(place())), limits_.depth);
  }

  /// Passes over an element and counts its paragraphs.
  void pass(const pugi::xml_node& node) {
    struct Counter : pugi::xml_tree_walker {
      std::uint32_t paragraphs = 0;
      bool for_each(pugi::xml_node& inner) override {
        paragraphs += static_cast<std::uint32_t>(is(inner, "w:p"));
        return true;
      }
    } counter;
    pugi::xml_node copy = node;
    copy.traverse(counter);
    paragraph_ += counter.paragraphs;
  }

  void walk_blocks(const pugi::xml_node& parent, std::size_t depth) {
    require_depth(depth);
    for (const pugi::xml_node node : parent.children()) {
      if (is_dropped(node)) {
        pass(node);
      } else if (is(node, "w:p")) {
        read_paragraph(node, depth);
      } else if (is(node, "w:tbl")) {
        read_table(node, depth);
      } else if (is(node, "w:altChunk")) {
        chunks_.add(node, source_, flow_);
      } else {
        walk_blocks(node, depth + 1);  // content controls, tracked insertions, custom XML
      }
    }
  }

  // Paragraphs

  void read_paragraph(const pugi::xml_node& node, std::size_t depth) {
    poll();
    ++paragraph_;
    const Place where = place();
    const pugi::xml_node properties = node.child("w:pPr");
    RunText runs;
    std::vector<pugi::xml_node> boxes;
    paragraph_font_ = rules_.fonts.of_paragraph(properties);
    paragraph_properties_ = properties;
    collect(node, runs, boxes, depth + 1);
    std::string text = runs.finish(source_, where);
    note_hidden(where);
    const std::string crossed = struck_.finish(source_, where);
    const bool struck = count_visible(crossed) > 0;
    leave_aside(source_, crossed, struck_reason, where);
    if (!carried_.empty()) text.insert(0, std::exchange(carried_, {}));
    const bool mark_deleted = !properties.child("w:rPr").child("w:del").empty();
    if (mark_deleted) {
      carried_ = std::move(text);
    } else {
      const std::string label = rules_.numbering.next_label(properties);
      if (count_visible(text) > 0 || (flow_.in_cell() && !struck)) text.insert(0, label);
      flow_.add(std::move(text), where);
    }
    for (const pugi::xml_node& box : boxes) walk_blocks(box, depth + 1);
  }

  void collect(const pugi::xml_node& parent, RunText& text, std::vector<pugi::xml_node>& boxes,
               std::size_t depth) {
    require_depth(depth);
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:t") || is(node, "m:t")) {
        text.add(node.text().get());
      } else if (is(node, "w:r")) {
        const pugi::xml_node properties = node.child("w:rPr");
        const bool struck = rules_.fonts.is_struck(properties, paragraph_properties_);
        RunText& into = struck ? struck_ : text;
        into.use(rules_.fonts.of_run(properties, paragraph_font_));
        if (!struck && rules_.fonts.is_hidden(properties, paragraph_properties_)) hide(node);
        collect(node, into, boxes, depth + 1);
      } else if (const std::string_view sign = sign_of(node, text.font() != nullptr);
                 !sign.empty()) {
        text.add(sign);
      } else if (is(node, "w:sym")) {
        const OldFont* outer = text.font();
        text.use(nullptr);  // a symbol has a font of its own
        text.add(symbol_of(node));
        text.use(outer);
      } else if (is(node, "o:OLEObject")) {
        leave_object(node);
      } else if (is(node, "w:txbxContent")) {
        boxes.push_back(node);
      } else if (is_dropped(node)) {
        pass(node);
      } else if (!is(node, "w:pPr") && !is(node, "w:rPr")) {
        collect(node, text, boxes, depth + 1);
      }
    }
  }

  /// A document or workbook inside this one isn't read.
  void leave_object(const pugi::xml_node& node) {
    const std::string_view program = node.attribute("ProgID").as_string();
    const bool holds_text = program.starts_with("Word.") || program.starts_with("Excel.") ||
                            program.starts_with("PowerPoint.");
    if (holds_text) leave_aside(source_, program, object_reason, place());
  }

  void hide(const pugi::xml_node& run) {
    for (const pugi::xml_node node : run.children("w:t")) hidden_ += node.text().get();
  }

  /// Says which words of a paragraph a person doesn't see.
  void note_hidden(Place where) {
    if (count_visible(hidden_) > 0) {
      source_.remarks.push_back({RemarkKind::hidden,
                                 {},
                                 {},
                                 "chữ ẩn: " + shortened(squeeze(to_nfc(hidden_))),
                                 {},
                                 source_.span(where)});
    }
    hidden_.clear();
  }

  // Tables

  void read_table(const pugi::xml_node& node, std::size_t depth) {
    Place where = place();
    where.paragraph += 1;
    flow_.table(where, [&](TableBuilder& grid) { read_rows(node, grid, depth + 1); });
  }

  void read_rows(const pugi::xml_node& parent, TableBuilder& grid, std::size_t depth) {
    require_depth(depth);
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:tr")) {
        const pugi::xml_node properties = node.child("w:trPr");
        if (properties.child("w:del")) {
          pass(node);
          continue;
        }
        grid.begin_row();
        grid.skip(properties.child("w:gridBefore").attribute("w:val").as_uint());
        read_cells(node, grid, depth + 1);
        grid.end_row();
      } else if (is_dropped(node)) {
        pass(node);
      } else if (!is(node, "w:tblPr") && !is(node, "w:tblGrid")) {
        read_rows(node, grid, depth + 1);
      }
    }
  }

  void read_cells(const pugi::xml_node& parent, TableBuilder& grid, std::size_t depth) {
    require_depth(depth);
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:tc")) {
        read_cell(node, grid, depth);
      } else if (is_dropped(node)) {
        pass(node);
      } else if (!is(node, "w:trPr")) {
        read_cells(node, grid, depth + 1);
      }
    }
  }

  void read_cell(const pugi::xml_node& node, TableBuilder& grid, std::size_t depth) {
    const pugi::xml_node properties = node.child("w:tcPr");
    if (properties.child("w:cellDel")) {
      pass(node);
      return;
    }
    Place where = place();
    where.paragraph += 1;
    std::string text = flow_.cell([&] {
      walk_blocks(node, depth + 1);
      if (!carried_.empty()) flow_.add(std::exchange(carried_, {}), where);
    });
    const unsigned columns =
        std::max(1U, properties.child("w:gridSpan").attribute("w:val").as_uint(1));
    const pugi::xml_node merge = properties.child("w:vMerge");
    const bool continued =
        merge && std::strcmp(merge.attribute("w:val").as_string("continue"), "restart") != 0;
    if (continued) {
      grid.add_continued(std::move(text), where, columns);
    } else {
      grid.add_cell(std::move(text), where, columns);
    }
    grid.set_fill(fill_of(properties));
  }

  Source& source_;
  DocxRules& rules_;
  const ReadLimits& limits_;
  DocxChunks& chunks_;
  std::uint32_t part_ = 0;
  std::uint32_t paragraph_ = 0;
  const OldFont* paragraph_font_ = nullptr;
  pugi::xml_node paragraph_properties_;
  std::string hidden_;   ///< words of the paragraph that aren't shown
  RunText struck_;       ///< its words that are struck through
  std::string carried_;  ///< text of a paragraph whose mark was deleted
  Flow flow_{source_, limits_};
};

void read_aside(OfficeArchive& archive, const std::string& part, std::string_view reason,
                Source& source, DocxRules& rules, const ReadLimits& limits) {
  pugi::xml_document xml;
  std::string text = archive.read(part).value_or("");
  load_xml(xml, text, part);
  const std::size_t first = source.blocks.size();
  DocxChunks chunks(archive, part, limits);
  PartReader(source, rules, limits, part, chunks).read(xml.document_element());
  set_aside(source, first, reason);
}

}  // namespace

Source read_docx(OfficeArchive& archive, const ReadLimits& limits) {
  Source source;
  DocxRules rules;
  const auto load_rules = [&](const char* part, auto load) {
    std::optional<std::string> text = archive.read(part);
    if (!text) return;
    pugi::xml_document xml;
    load_xml(xml, *text, part);
    load(xml.document_element());
  };
  load_rules("word/styles.xml", [&](const pugi::xml_node& root) {
    rules.numbering.load_styles(root);
    rules.fonts.load_styles(root);
  });
  load_rules("word/numbering.xml",
             [&](const pugi::xml_node& root) { rules.numbering.load_numbering(root); });
  const std::string main = main_part(archive);
  std::optional<std::string> text = archive.read(main);
  pugi::xml_document xml;
  if (text) load_xml(xml, *text, main);
  if (!text || !is(xml.document_element(), "w:document")) {
    throw ParseError(
        ErrorCode::docx_part_missing, main,
        say("tệp nén không chứa tài liệu Word (có thể là bảng tính hoặc tệp zip thường)",
            "the archive holds no Word document (perhaps a spreadsheet or a plain "
            "zip)"));
  }
  DocxChunks chunks(archive, main, limits);
  PartReader(source, rules, limits, main, chunks).read(xml.document_element());
  xml.reset();
  for (const std::string& part : archive.parts()) {
    const std::string_view reason = aside_reason(part);
    if (!reason.empty()) read_aside(archive, part, reason, source, rules, limits);
  }
  return source;
}

}  // namespace sauro::inline v0_1::detail
