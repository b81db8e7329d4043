#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"

namespace sauro::inline v0_1 {

/// What a piece of a page is.
enum class PageBlockKind : std::uint8_t { paragraph, table, aside };

constexpr std::array<std::string_view, 3> enum_names(PageBlockKind /*value*/) noexcept {
  return {"paragraph", "table", "aside"};
}

/// A cell of a table on a page.
struct PageCell {
  std::string text = {};       ///< lines end with \n
  std::uint32_t column = 0;    ///< the first that it covers, from 1; 0 for the next free one
  std::uint32_t columns = 1;   ///< how many it covers
  std::uint32_t rows = 1;      ///< how many it covers
  std::string uncertain = {};  ///< the words that may be others; empty where none

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("text", &PageCell::text, "Text; lines end with \\n.", traits::shown),
        Field("column", &PageCell::column, "The first that it covers, from 1; 0: the next free.",
              traits::omitted | traits::shown),
        Field("columns", &PageCell::columns, "How many it covers.",
              traits::omitted | traits::shown),
        Field("rows", &PageCell::rows, "How many rows it covers.", traits::omitted | traits::shown),
        Field("uncertain", &PageCell::uncertain, "The words that may be others.",
              traits::omitted | traits::shown)};
  }

  friend bool operator==(const PageCell&, const PageCell&) = default;
};

/// A row of a table on a page; tables that go on over pages have rows of several.
struct PageRow {
  std::vector<PageCell> cells = {};
  std::string part = {};   ///< "trang 3"; empty where it is that of the table
  std::uint32_t line = 0;  ///< of the part
  bool after_gap = false;  ///< the first one of a page

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("cells", &PageRow::cells, "Cells, from left to right.", traits::shown),
        Field("part", &PageRow::part, "'trang 3'; empty where it is that of the table.",
              traits::omitted | traits::shown),
        Field("line", &PageRow::line, "Line of the part, from 1.", traits::omitted | traits::shown),
        Field("after_gap", &PageRow::after_gap, "Whether a page or a gap ends before it.",
              traits::omitted | traits::shown)};
  }

  friend bool operator==(const PageRow&, const PageRow&) = default;
};

/// A paragraph or a table of a document that another program has taken apart: a PDF, a scan.
struct PageBlock {
  PageBlockKind kind = PageBlockKind::paragraph;
  std::string text = {};  ///< of a paragraph or an aside; lines end with \n
  std::vector<PageRow> rows = {};
  std::string part = {};       ///< where it stands: "trang 3"
  std::uint32_t line = 0;      ///< of the part, from 1
  bool after_gap = true;       ///< a paragraph ends before it, not only a line
  std::string uncertain = {};  ///< what may be otherwise: words, or how the table was found
  std::string reason = {};     ///< why an aside isn't part of the plan

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("kind", &PageBlock::kind, "'paragraph', 'table' or 'aside'.", traits::shown),
        Field("text", &PageBlock::text, "Of a paragraph or an aside.",
              traits::omitted | traits::shown),
        Field("rows", &PageBlock::rows, "Of a table.", traits::omitted | traits::shown),
        Field("part", &PageBlock::part, "Where it stands: 'trang 3'.",
              traits::omitted | traits::shown),
        Field("line", &PageBlock::line, "Line of the part, from 1.",
              traits::omitted | traits::shown),
        Field("after_gap", &PageBlock::after_gap,
              "Whether a paragraph ends before it, not only a line.",
              traits::omitted | traits::shown),
        Field("uncertain", &PageBlock::uncertain,
              "What may be otherwise: words, or how the table was found.",
              traits::omitted | traits::shown),
        Field("reason", &PageBlock::reason, "Why an aside isn't part of the plan.",
              traits::omitted | traits::shown)};
  }

  friend bool operator==(const PageBlock&, const PageBlock&) = default;
};

}  // namespace sauro::inline v0_1
