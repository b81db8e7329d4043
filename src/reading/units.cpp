#include "reading/units.hpp"

#include <algorithm>
#include <string_view>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/attributes.hpp"
#include "reading/cell_text.hpp"
#include "reading/columns.hpp"
#include "reading/labels.hpp"
#include "reading/letterhead.hpp"
#include "reading/official_lines.hpp"
#include "reading/prose_labels.hpp"
#include "reading/split_lines.hpp"
#include "reading/text_lines.hpp"
#include "text/byte_set.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Whether a table without a known header only lays out a letterhead or signature block.
bool is_layout(const Block& table, const Told& told) {
  constexpr std::size_t most_rows = 12;
  if (table.rows.size() > most_rows || is_attributes(table)) return false;
  bool marks = false;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i].cells.size() > 4 || recognise(table.rows, i, told).kind != TableKind::other) {
      return false;
    }
    for (const Cell& cell : table.rows[i].cells) {
      const std::string key = fold(cell.text.substr(0, 400));
      marks = marks || is_motto(key) || key.find("noi nhan") != std::string::npos ||
              is_number_line(cell.text) || starts_closing(cell.text);
    }
  }
  return marks;
}

/// Whether a piece of a line goes on with the one before a gap: the blanks of a draft ("Số:   /KH",
/// "ngày   tháng   năm 2026").
bool fills_blank(std::string_view before, std::string_view piece) {
  return starts_lower(piece) || piece.starts_with('/') || piece.starts_with('-') ||
         (before.ends_with(':') && !is_recipients_line(before)) || fold(before) == "so";
}

/// Where a sign or a run of them parts columns of a line; npos where none does.
std::size_t column_end(std::string_view line, std::size_t at) {
  static constexpr ByteSet signs("\t| _-");
  for (at = signs.find_in(line, at); at != line.npos; at = signs.find_in(line, at + 1)) {
    const std::string_view rest = line.substr(at);
    if (rest[0] == '\t' || rest[0] == '|') return at;
    if (rest.starts_with("   ") || rest.starts_with("___") || rest.starts_with("----")) return at;
  }
  return at;
}

/// The halves of a line that a letterhead or signature block lays out with tabs, spaces or bars.
std::vector<std::string_view> halves(std::string_view line) {
  constexpr std::size_t longest_end = 2000;  // bytes of recipients and signature in one line
  if (line.size() > longest_end) return {line};
  if (const std::size_t motto = motto_behind_issuer(line); motto != line.npos) {
    std::vector<std::string_view> columns = halves(trim(line.substr(0, motto)));
    columns.push_back(trim(line.substr(motto)));
    return columns;
  }
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(column_end(line, at), line.size());
    const std::string_view piece = trim(line.substr(at, end - at));
    if (piece.empty() || is_rule(piece)) {
      // only parts the others
    } else if (!pieces.empty() && fills_blank(pieces.back(), piece)) {
      const auto begin = static_cast<std::size_t>(pieces.back().data() - line.data());
      pieces.back() = trim(line.substr(begin, end - begin));
    } else {
      pieces.push_back(piece);
    }
    at = end + 1;
  }
  const bool laid_out =
      pieces.size() > 1 && (line.size() < longest_official_line || line.find('|') != line.npos) &&
      std::any_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
        return is_motto(fold(piece)) || place_and_date(piece) || starts_closing(piece) ||
               is_signing_note(piece) || is_person(piece) || is_signed_line(piece);
      });
  const bool ruled = pieces.empty();
  const bool framed = pieces.size() == 1 && (line.find('|') != line.npos ||  // "| Lưu: VT. | |"
                                             is_all_caps(pieces[0]));        // "XÃ AN LỘC -----"
  return !ruled && (laid_out || framed) ? pieces : std::vector<std::string_view>{line};
}

/// Adds a line by its halves; what parted them counts as marks.
void add_line(Context& context, std::string_view line, Place place, std::vector<Unit>& units) {
  const std::vector<std::string_view> pieces = halves(line);
  const bool whole = pieces.size() == 1 && pieces[0].size() == line.size();
  std::size_t marks = whole ? 0 : count_visible(line);
  for (const std::string_view piece : pieces) {
    if (!whole) marks -= count_visible(piece);
    std::string text = one_line(piece);
    if (!text.empty()) units.push_back({std::move(text), place, nullptr});
  }
  context.count_marks(marks);
}

/// Paragraphs that a program has wrapped, each line ended with a line break: joined again.
class BrokenParagraphs {
 public:
  explicit BrokenParagraphs(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (!is_broken(block)) continue;
      each_piece(block.text, '\n',
                 [&](std::string_view line) { lines_.push_back({line, trim(line).empty()}); });
      lines_.push_back({{}, true});
    }
    find_wrapped_lines(lines_);
  }

  static bool is_broken(const Block& block) {
    return block.kind == Block::Kind::paragraph && block.text.find('\n') != block.text.npos;
  }

  /// Adds the lines of the next such paragraph.
  void add_next(Context& context, Place place, std::vector<Unit>& units) {
    const std::size_t begun = units.size();
    for (; !is_end(at_); ++at_) {
      const TextLine& line = lines_[at_];
      if (line.blank) continue;
      if (line.goes_on && units.size() > begun) {
        if (line.doubtful) context.remark(RemarkKind::joined_row, shortened(line.text), place);
        units.back().text += " " + one_line(line.text);
      } else {
        add_line(context, line.text, place, units);
      }
    }
    ++at_;
  }

 private:
  [[nodiscard]] bool is_end(std::size_t at) const { return lines_[at].text.data() == nullptr; }

  std::vector<TextLine> lines_;
  std::size_t at_ = 0;
};

/// Column by column: the left half of a letterhead, then the right one.
void dissolve(Context& context, const Block& table, std::vector<Unit>& units) {
  std::size_t width = 0;
  for (const Row& row : table.rows) width = std::max(width, row.width());
  for (std::size_t column = 0; column < width; ++column) {
    for (const Row& row : table.rows) {
      const Cell* cell = cell_at(row, column);
      if (cell == nullptr || cell->inherited) continue;
      each_piece(cell->text, '\n',
                 [&](std::string_view line) { add_line(context, line, cell->place, units); });
    }
  }
}

/// "Chương I" without the title that stands on the next line.
bool is_bare_part(std::string_view text) {
  const auto label = leading_label(text);
  return label && label->kind == LabelKind::part && label->size == text.size();
}

/// Whether a paragraph goes on with the one before it, which a page break or a line end cut.
bool continues(const Unit& before, const Block& block) {
  if (before.table != nullptr || before.text.empty()) return false;
  const std::string_view text = block.text;
  if (is_bare_part(before.text)) {
    return starts_upper(text) && !leading_label(text) && !annex_heading(text);
  }
  if (ends_sentence(before.text) || is_all_caps(before.text) || take_bullet(text).marks != 0 ||
      leading_label(text) || annex_heading(text) || starts_closing(text) ||
      starts_prose_label(text)) {
    return false;
  }
  if (starts_lower(text)) return before.text.size() > 24;
  const bool wrapped = !block.after_gap && before.text.size() >= 60 && !is_all_caps(text) &&
                       !leading_label(before.text) && !starts_basis(text) &&
                       !before.text.ends_with(',') && !text.ends_with(':');
  return wrapped && !place_and_date(text) && !kind_at(text).size;
}

}  // namespace

std::vector<Unit> to_units(Context& context) {
  std::vector<Unit> units;
  BrokenParagraphs broken(context.source.blocks);
  for (const Block& block : context.source.blocks) {
    poll();
    if (block.kind == Block::Kind::aside) {
      context.leave_unread(block.text, block.reason, block.place);
    } else if (block.kind == Block::Kind::table) {
      if (is_layout(block, context.told)) {
        dissolve(context, block, units);
      } else {
        units.push_back({"", block.place, &block});
      }
    } else if (BrokenParagraphs::is_broken(block)) {
      broken.add_next(context, block.place, units);
    } else if (!units.empty() && continues(units.back(), block)) {
      units.back().text += " " + one_line(block.text);
    } else {
      add_line(context, block.text, block.place, units);
    }
  }
  join_split_lines(units);
  part_glued_ends(units);
  return units;
}

bool is_annex_alone(const std::vector<Unit>& units) {
  constexpr std::size_t most_lines = 6;  // of a title and note above the table
  for (std::size_t i = 0; i < std::min(units.size(), most_lines + 1); ++i) {
    const std::string_view text = units[i].text;
    if (units[i].table != nullptr && is_attributes(*units[i].table)) return false;
    if (units[i].table != nullptr || annex_heading(text)) return true;
    const bool head = is_motto(fold(text)) || is_number_line(text) || place_and_date(text) ||
                      kind_at(text).size != 0 || starts_basis(text) || starts_closing(text);
    if (head || (text.size() > longest_official_line && !is_annex_note(text))) return false;
  }
  return false;
}

}  // namespace sauro::inline v0_1::detail
