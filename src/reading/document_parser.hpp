#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/context.hpp"

namespace sauro::detail {

/// A paragraph of the document, or a table.
struct Unit {
  std::string text;  ///< of a paragraph; continued over page breaks
  Place place;
  bool after_gap = true;
  const Block* table = nullptr;
};

/// Paragraphs and tables in order; tables that only lay out a letterhead or signature block are
/// dissolved into paragraphs, asides go to `unread`.
[[nodiscard]] std::vector<Unit> to_units(Context& context);

/// Whether the document is an annex without its plan: a table comes before anything that a plan's
/// head has.
[[nodiscard]] bool is_annex_alone(const std::vector<Unit>& units);

/// Reads letterhead, title and legal bases from units[0] on; returns the first unit of the body.
[[nodiscard]] std::size_t parse_head(Context& context, const std::vector<Unit>& units);

/// Reads recipients and signature of the units [from, to).
void parse_closing(Context& context, const std::vector<Unit>& units, std::size_t from,
                   std::size_t to);

/// Whether the closing part begins with this paragraph: recipients or a signature.
[[nodiscard]] bool starts_closing(std::string_view text);

/// The heading of an annex: "Phụ lục 1", "PHỤ LỤC II: ...", "Biểu số 3".
struct AnnexHeading {
  std::optional<int> number;
  std::size_t label_size = 0;  ///< bytes of "Phụ lục 1"
  std::size_t size = 0;        ///< bytes up to the title that may follow
};
[[nodiscard]] std::optional<AnnexHeading> annex_heading(std::string_view text);

/// Whether `text` says which document an annex belongs to: "(Kèm theo Kế hoạch số ...)".
[[nodiscard]] bool is_annex_note(std::string_view text);

/// Fills what the note cites.
void cite(Annex& annex);

}  // namespace sauro::detail
