#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/asides.hpp"
#include "reading/cell_text.hpp"
#include "reading/docx_parts.hpp"
#include "reading/flow.hpp"
#include "reading/odf_package.hpp"
#include "reading/odt_words.hpp"
#include "reading/source.hpp"
#include "reading/xlsx_book.hpp"

/// OpenDocument text (ISO/IEC 26300, part 1) -> Source.
namespace sauro::inline v0_1::detail {
namespace {

class OdtReader {
 public:
  OdtReader(Source& source, OdtRules& rules, const ReadLimits& limits, std::uint32_t part)
      : source_(source), rules_(rules), limits_(limits), part_(part) {}

  void read(const pugi::xml_node& body) { walk(body, 0); }

  /// Notes and comments, once all else is read.
  void read_asides() {
    for (const Apart& one : std::exchange(asides_, {})) {
      const std::size_t first = source_.blocks.size();
      walk(one.node, 0);
      set_aside(source_, first, one.reason);
    }
  }

 private:
  [[nodiscard]] Place place() const { return {paragraph_, 0, 0, part_}; }

  void require_depth(std::size_t depth) const {
    if (depth > limits_.depth) refuse_depth(to_text(source_.span(place())), limits_.depth);
  }

  void walk(const pugi::xml_node& parent, std::size_t depth) {
    require_depth(depth);
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "text:p") || is(node, "text:h")) {
        read_paragraph(node, depth);
      } else if (is(node, "text:list")) {
        read_list(node, depth);
      } else if (is(node, "table:table")) {
        read_table(node, depth);
      } else if (const auto reason = note_reason(node)) {
        asides_.push_back({node, *reason});
      } else if (!is_no_text(node)) {
        note_hidden(node);
        walk(node, depth + 1);  // sections, indexes, text boxes that a page holds
      }
    }
  }

  void note_hidden(const pugi::xml_node& node) {
    const std::string_view display = node.attribute("text:display").as_string();
    const bool hides = display == "none" || node.attribute("text:is-hidden").as_bool();
    if (!is(node, "text:section") || !hides) return;
    Place where = place();
    ++where.paragraph;
    const std::string name = node.attribute("text:name").as_string();
    if (find_invalid_utf8(name)) refuse_encoding(source_.span(where));
    source_.remarks.push_back(
        {RemarkKind::hidden, {}, {}, "phần " + name, {}, source_.span(where)});
  }

  void read_list(const pugi::xml_node& node, std::size_t depth) {
    rules_.lists.begin_list(node);
    for (const pugi::xml_node item : node.children()) {
      if (!is(item, "text:list-item") && !is(item, "text:list-header")) continue;
      rules_.lists.begin_item(item);
      walk(item, depth + 1);
      rules_.lists.end_item();
    }
    rules_.lists.end_list();
  }

  // Paragraphs

  void read_paragraph(const pugi::xml_node& node, std::size_t depth) {
    poll();
    ++paragraph_;
    const Place where = place();
    const std::string label = rules_.lists.next_label(node);
    OdtWords words(source_, rules_, limits_, where);
    std::string text = words.read(node, depth + 1);
    std::move(words.asides.begin(), words.asides.end(), std::back_inserter(asides_));
    const bool is_empty_cell = flow_.in_cell() && !words.has_struck();
    if (count_visible(text) > 0 || is_empty_cell) text.insert(0, label);
    flow_.add(std::move(text), where);
    for (const pugi::xml_node& box : words.boxes) {
      rules_.lists.outside([&] { walk(box, depth + 1); });
    }
  }

  // Tables

  void read_table(const pugi::xml_node& node, std::size_t depth) {
    Place where = place();
    ++where.paragraph;
    flow_.table(where, [&](TableBuilder& grid) { read_rows(node, grid, depth + 1); });
  }

  void read_rows(const pugi::xml_node& parent, TableBuilder& grid, std::size_t depth) {
    require_depth(depth);
    for (const pugi::xml_node node : parent.children()) {
      if (is(node, "table:table-row")) {
        read_row(node, grid, depth + 1);
      } else if (std::string_view(node.name()).starts_with("table:table-")) {
        read_rows(node, grid, depth + 1);  // header rows and groups
      }
    }
  }

  /// A cell as its row says it, before the row is repeated.
  struct RowCell {
    std::string text;
    Place place;
    std::size_t column = 0;
    std::size_t times = 1;
    std::uint32_t columns = 1;
    std::uint32_t rows = 1;
  };

  void read_row(const pugi::xml_node& row, TableBuilder& grid, std::size_t depth) {
    const std::vector<RowCell> cells = read_cells(row, depth);
    const bool filled = std::any_of(cells.begin(), cells.end(),
                                    [](const RowCell& cell) { return !cell.text.empty(); });
    const unsigned times = filled ? row.attribute("table:number-rows-repeated").as_uint(1) : 1;
    for (unsigned i = 0; i < times; ++i) {
      poll();
      grid.begin_row();
      for (const RowCell& cell : cells) add_cell(cell, grid);
      grid.end_row();
    }
  }

  std::vector<RowCell> read_cells(const pugi::xml_node& row, std::size_t depth) {
    std::vector<RowCell> cells;
    std::size_t column = 0;
    for (const pugi::xml_node node : row.children()) {
      const bool covered = is(node, "table:covered-table-cell");
      if (!covered && !is(node, "table:table-cell")) continue;
      RowCell cell;
      cell.place = place();
      ++cell.place.paragraph;
      cell.text = flow_.cell([&] { walk(node, depth + 1); });
      cell.column = column;
      cell.times = std::max(1U, node.attribute("table:number-columns-repeated").as_uint(1));
      cell.columns = std::max(1U, node.attribute("table:number-columns-spanned").as_uint(1));
      cell.rows = std::max(1U, node.attribute("table:number-rows-spanned").as_uint(1));
      column += cell.times;
      if (covered) {
        leave_aside(source_, std::move(cell.text), covered_reason, cell.place);
      } else if (!cell.text.empty() || cell.times == 1) {
        cells.push_back(std::move(cell));
      }
    }
    return cells;
  }

  void add_cell(const RowCell& cell, TableBuilder& grid) {
    for (std::size_t i = 0; i < cell.times; ++i) {
      spend_text(budget_, cell.text.size(), source_.span(cell.place), limits_);
      grid.move_to(static_cast<std::uint32_t>(std::min(cell.column + i, limits_.columns)));
      grid.add_cell(cell.text, cell.place, cell.columns, cell.rows);
    }
  }

  Source& source_;
  OdtRules& rules_;
  const ReadLimits& limits_;
  std::uint32_t part_;
  std::uint32_t paragraph_ = 0;
  std::vector<Apart> asides_;
  SheetBudget budget_;
  Flow flow_{source_, limits_};
};

/// Headers and footers of the pages.
void read_margins(const pugi::xml_node& styles, Source& source, OdtRules& rules,
                  const ReadLimits& limits) {
  source.parts.emplace_back("styles.xml");
  OdtReader reader(source, rules, limits, static_cast<std::uint32_t>(source.parts.size() - 1));
  for (const pugi::xml_node page : styles.child("office:master-styles").children()) {
    for (const pugi::xml_node margin : page.children()) {
      const std::string_view name = margin.name();
      const bool header = name.starts_with("style:header");
      if (!header && !name.starts_with("style:footer")) continue;
      const std::size_t first = source.blocks.size();
      reader.read(margin);
      set_aside(source, first, header ? header_reason : footer_reason);
    }
  }
}

}  // namespace

Source read_odt(OfficeArchive& archive, const ReadLimits& limits) {
  Source source;
  OdtRules rules;
  pugi::xml_document styles;
  pugi::xml_document content;
  std::string styles_text = archive.read("styles.xml").value_or("");
  std::string text = archive.read("content.xml").value_or("");
  for (auto [xml, part, bytes] : {std::tuple(&styles, "styles.xml", &styles_text),
                                  std::tuple(&content, "content.xml", &text)}) {
    if (bytes->empty()) continue;
    load_xml(*xml, *bytes, part);
    rules.styles.load(xml->document_element());
    rules.lists.load(xml->document_element());
  }
  const pugi::xml_node body = content.document_element().child("office:body").child("office:text");
  if (!body) refuse_body("office:text");
  source.parts.emplace_back("content.xml");
  OdtReader reader(source, rules, limits, 1);
  reader.read(body);
  reader.read_asides();
  read_margins(styles.document_element(), source, rules, limits);
  return source;
}

}  // namespace sauro::inline v0_1::detail
