#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/poll.hpp"
#include "reading/cell_text.hpp"
#include "reading/document_parser.hpp"
#include "reading/labels.hpp"
#include "reading/narrative.hpp"
#include "reading/official_lines.hpp"
#include "reading/parts.hpp"
#include "reading/prose_tasks.hpp"
#include "reading/table_parser.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// A document that comes with another: an annex with sections of its own.
class AttachedParser {
 public:
  AttachedParser(Context& context, const std::vector<Unit>& units, std::size_t from, int number)
      : context_(context), units_(units), from_(from), at_(from) {
    annex_.number = number;
    annex_.span = context.source.span(units[from].place);
  }

  std::size_t parse() {
    while (at_ < units_.size() && !ends_head(at_)) take_head(units_[at_++].text);
    read_text();
    context_.plan.annexes.push_back(std::move(annex_));
    return at_;
  }

 private:
  [[nodiscard]] bool ends_head(std::size_t at) const {
    const Unit& unit = units_[at];
    if (unit.table != nullptr || annex_heading(unit.text) || closes(units_, at)) return true;
    return (leading_label(unit.text) && !is_number_line(unit.text)) || is_basis_word(unit.text) ||
           unit.text.size() > longest_title;
  }

  void take_head(const std::string& text) {
    if (is_annex_note(text)) {
      annex_.note = text;
      cite(annex_);
      title_open_ = false;
    } else if (annex_.title.empty() ? opens_title(text) : title_open_ && !ends_sentence(text)) {
      annex_.title += annex_.title.empty() ? text : " " + text;
      title_open_ = true;
    } else {
      title_open_ = title_open_ && is_rule(text);
      annex_.paragraphs.push_back(text);
    }
  }

  /// A kind of document, or, where the letterhead is left out, the first line.
  [[nodiscard]] bool opens_title(std::string_view text) const {
    return is_kind_heading(text) || (at_ == from_ + 1 && !starts_attached(units_, from_, true));
  }

  [[nodiscard]] bool ends_part(bool closed) const {
    return at_ > from_ &&
           (starts_annex(units_, at_, closed) || starts_attached(units_, at_, closed));
  }

  /// The first unit that isn't of the text of this document.
  [[nodiscard]] std::size_t text_end() const {
    std::size_t end = at_;
    while (end < units_.size() && !closes(units_, end) && !starts_annex(units_, end, false) &&
           (end == from_ || !starts_attached(units_, end, false))) {
      ++end;
    }
    return end;
  }

  void read_text() {
    Narrative narrative(context_, std::to_string(annex_.number) + "/");
    TableParser tables(context_, annex_);
    ProseTasks prose(context_, units_);
    prose.look(at_, text_end());
    bool closed = false;
    while (at_ < units_.size() && !ends_part(closed)) {
      poll();
      const Unit& unit = units_[at_];
      if (prose.take(at_, narrative, annex_)) {
        ++at_;
        continue;
      }
      if (unit.table != nullptr) {
        tables.parse(*unit.table);
      } else if (closes(units_, at_)) {
        closed = true;
        const std::size_t end = closing_end(units_, at_);
        while (at_ < end) annex_.paragraphs.push_back(units_[at_++].text);
        continue;
      } else if (narrative.begun() || leading_label(unit.text)) {
        narrative.take(unit);
      } else {
        annex_.paragraphs.push_back(unit.text);
      }
      ++at_;
    }
    tables.finish();
  }

  Context& context_;
  const std::vector<Unit>& units_;
  std::size_t from_;
  std::size_t at_;
  Annex annex_;
  bool title_open_ = false;
};

}  // namespace

std::size_t parse_attached(Context& context, const std::vector<Unit>& units, std::size_t from,
                           int number) {
  return AttachedParser(context, units, from, number).parse();
}

}  // namespace sauro::inline v0_1::detail
