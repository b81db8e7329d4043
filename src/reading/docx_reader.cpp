#include <algorithm>
#include <array>
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
#include "reading/cell_text.hpp"
#include "reading/docx_numbering.hpp"
#include "reading/docx_parts.hpp"
#include "reading/office_archive.hpp"
#include "reading/source.hpp"
#include "reading/table_builder.hpp"
#include "text/letters.hpp"

/// WordprocessingML (ECMA-376, part 1, chapter 17) -> Source.
namespace sauro::inline v0_1::detail {
namespace {

bool is(const pugi::xml_node& node, const char* name) {
  return std::strcmp(node.name(), name) == 0;
}

template <std::size_t N>
bool is_any(const pugi::xml_node& node, const std::array<const char*, N>& names) {
  return std::any_of(names.begin(), names.end(), [&](const char* name) { return is(node, name); });
}

/// Deleted or moved away by a tracked change, or the code of a field: no text of the document.
bool is_dropped(const pugi::xml_node& node) {
  constexpr std::array<const char*, 5> names = {"w:del", "w:moveFrom", "w:delText", "w:instrText",
                                                "w:delInstrText"};
  return is_any(node, names) ||
         (is(node, "mc:Fallback") && node.parent().child("mc:Choice"));  // the same text again
}

class PartReader {
 public:
  PartReader(Source& source, DocxNumbering& numbering, const ReadLimits& limits, std::string part)
      : source_(source), numbering_(numbering), limits_(limits) {
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
    std::string text;
    std::vector<pugi::xml_node> boxes;
    collect(node, text, boxes, depth + 1);
    if (!carried_.empty()) text.insert(0, std::exchange(carried_, {}));
    const bool mark_deleted = !properties.child("w:rPr").child("w:del").empty();
    if (mark_deleted) {
      carried_ = std::move(text);
    } else {
      const std::string label = numbering_.next_label(properties);
      if (count_visible(text) > 0 || in_cell_) text.insert(0, label);
      emit(std::move(text), where);
    }
    for (const pugi::xml_node& box : boxes) walk_blocks(box, depth + 1);
  }

  void emit(std::string text, Place where) {
    require_size(text, source_.span(where), limits_);
    if (find_invalid_utf8(text)) refuse_encoding(source_.span(where));
    if (in_cell_) {
      cell_ += text;
      cell_ += '\n';
      return;
    }
    if (count_visible(text) == 0) return;
    Block block;
    block.text = source_.keep(squeeze(text));
    block.place = where;
    source_.blocks.push_back(std::move(block));
  }

  void collect(const pugi::xml_node& parent, std::string& text, std::vector<pugi::xml_node>& boxes,
               std::size_t depth) {
    require_depth(depth);
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "w:t") || is(node, "m:t")) {
        text += node.text().get();
      } else if (is(node, "w:tab")) {
        text += '\t';
      } else if (is(node, "w:br") || is(node, "w:cr")) {
        text += '\n';
      } else if (is(node, "w:noBreakHyphen")) {
        text += '-';
      } else if (is(node, "w:sym")) {
        add_symbol(node, text);
      } else if (is(node, "w:txbxContent")) {
        boxes.push_back(node);
      } else if (is_dropped(node)) {
        pass(node);
      } else if (!is(node, "w:pPr") && !is(node, "w:rPr")) {
        collect(node, text, boxes, depth + 1);
      }
    }
  }

  static void add_symbol(const pugi::xml_node& node, std::string& text) {
    char32_t c = node.attribute("w:char").as_uint();
    const std::string_view code = node.attribute("w:char").as_string();
    c = static_cast<char32_t>(std::strtoul(std::string(code).c_str(), nullptr, 16));
    if (c >= 0xF020 && c < 0xF07F) c -= 0xF000;  // symbol fonts stand in the private use area
    if (c >= 0x20 && c < 0x110000 && !(c >= 0xD800 && c < 0xE000)) append_utf8(text, c);
  }

  // Tables

  void read_table(const pugi::xml_node& node, std::size_t depth) {
    const bool outer = !in_cell_;
    std::string outer_cell = std::exchange(cell_, {});
    Place where = place();
    where.paragraph += 1;
    TableBuilder grid(source_, cells_, limits_, where);
    in_cell_ = true;
    read_rows(node, grid, depth + 1);
    in_cell_ = !outer;
    cell_ = std::move(outer_cell);
    Block table = grid.finish();
    if (outer) {
      emit_table(source_, std::move(table), nested_);
    } else if (stands_alone(table)) {
      nested_.push_back(std::move(table));
    } else {
      cell_ += flatten(table);
      cell_ += '\n';
    }
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
    std::string outer = std::exchange(cell_, {});
    Place where = place();
    where.paragraph += 1;
    walk_blocks(node, depth + 1);
    if (!carried_.empty()) cell_ += std::exchange(carried_, {});
    std::string text = squeeze(cell_);
    cell_ = std::move(outer);
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
  }

  Source& source_;
  DocxNumbering& numbering_;
  const ReadLimits& limits_;
  std::uint32_t part_ = 0;
  std::uint32_t paragraph_ = 0;
  std::string carried_;  ///< text of a paragraph whose mark was deleted
  std::string cell_;
  bool in_cell_ = false;
  std::vector<Block> nested_;
  std::size_t cells_ = 0;
};

void read_aside(OfficeArchive& archive, const std::string& part, std::string_view reason,
                Source& source, DocxNumbering& numbering, const ReadLimits& limits) {
  pugi::xml_document xml;
  std::string text = archive.read(part).value_or("");
  load_xml(xml, text, part);
  const std::size_t first = source.blocks.size();
  PartReader(source, numbering, limits, part).read(xml.document_element());
  for (std::size_t i = first; i < source.blocks.size(); ++i) {
    Block& block = source.blocks[i];
    if (block.kind == Block::Kind::table) block.text = source.keep(flatten(block));
    block.kind = Block::Kind::aside;
    block.reason = reason;
    block.rows.clear();
  }
}

}  // namespace

Source read_docx(OfficeArchive& archive, const ReadLimits& limits) {
  Source source;
  DocxNumbering numbering;
  const auto load_rules = [&](const char* part, auto load) {
    std::optional<std::string> text = archive.read(part);
    if (!text) return;
    pugi::xml_document xml;
    load_xml(xml, *text, part);
    load(xml.document_element());
  };
  load_rules("word/styles.xml", [&](const pugi::xml_node& root) { numbering.load_styles(root); });
  load_rules("word/numbering.xml",
             [&](const pugi::xml_node& root) { numbering.load_numbering(root); });
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
  PartReader(source, numbering, limits, main).read(xml.document_element());
  xml.reset();
  for (const std::string& part : archive.parts()) {
    const std::string_view reason = aside_reason(part);
    if (!reason.empty()) read_aside(archive, part, reason, source, numbering, limits);
  }
  return source;
}

}  // namespace sauro::inline v0_1::detail
