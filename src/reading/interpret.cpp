#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "phrases/meanings.hpp"
#include "reading/annex_numbers.hpp"
#include "reading/cell_text.hpp"
#include "reading/context.hpp"
#include "reading/document_parser.hpp"
#include "reading/headed_tables.hpp"
#include "reading/labels.hpp"
#include "reading/narrative.hpp"
#include "reading/official_lines.hpp"
#include "reading/parts.hpp"
#include "reading/prose_tasks.hpp"
#include "reading/short_names.hpp"
#include "reading/site_parts.hpp"
#include "reading/source.hpp"
#include "reading/table_parser.hpp"
#include "reading/task_times.hpp"
#include "reading/units.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// Reads the body and the annexes, unit by unit.
class Interpreter {
 public:
  Interpreter(const Source& source, const ReadOptions& options, const Document* document = nullptr)
      : context_(source, options), document_(document) {}

  Plan run() {
    Plan& plan = context_.plan;
    plan.coverage.characters = count_in_source(context_.source);
    plan.remarks = context_.source.remarks;
    units_ = to_units(context_);
    numbers_ = AnnexNumbers(units_);
    const bool annex_alone = document_ != nullptr || is_annex_alone(units_);
    const Head head = annex_alone ? Head{} : parse_head(context_, units_);
    std::size_t at = head.end;
    if (document_ != nullptr) take_document();
    find_issuer();
    context_.agencies.set_issuer(plan.document.issuer);
    if (!annex_alone) at = read_body(head);
    while (at < units_.size()) at = read_part(at, annex_alone && at == 0);
    remark();
    find_slips();
    plan.coverage.in_fields = count_in_fields(plan);
    apply_corrections(context_);
    remark_short_names(context_);
    read_meanings(plan);
    read_day_numbers(context_);
    read_starts(context_);
    for (const Unread& piece : plan.unread) plan.coverage.in_unread += count_visible(piece.text);
    return std::move(plan);
  }

 private:
  /// Where neither letterhead nor preamble names the issuer, the annexes do: "của UBND xã X)".
  void find_issuer() {
    Document& document = context_.plan.document;
    for (const Unit& unit : units_) {
      if (!document.issuer.empty()) return;
      if (!is_annex_note(unit.text)) continue;
      const auto at = unit.text.rfind(" của ");
      if (at == std::string::npos) continue;
      std::string name = unit.text.substr(at + std::string_view(" của ").size());
      while (name.ends_with(')') || name.ends_with('.')) name.pop_back();
      document.issuer = one_line(name);
    }
  }

  std::size_t read_body(const Head& head) {
    std::size_t at = head.end;
    Narrative narrative(context_);
    for (const Unit& unit : head.preamble) narrative.take_preamble(unit);
    Annex body;
    TableParser tables(context_, body);
    ProseTasks prose(context_, units_);
    prose.look(at, text_end(at));
    bool closed = false;
    const std::size_t first = at;
    const bool headed = have_headings(units_, at, text_end(at), context_.told);
    while (at < units_.size() && !starts_part(at, closed)) {
      poll();
      if (at > first && starts_sheet(at)) break;
      const Unit& unit = units_[at];
      if (prose.take(at, narrative, body)) {
        closed = false;
      } else if (unit.table != nullptr) {
        if (body.span == Span{}) body.span = context_.source.span(unit.place);
        if (headed && at > first) open_section_area(context_, units_, at - 1, narrative, tables);
        if (!tables.has_layout() && !headed) body.title = narrative.title();
        tables.parse(*unit.table);
      } else if (closes(units_, at)) {
        closed = true;
        std::size_t end = closing_end(units_, at);
        for (std::size_t next = at + 1; next < end; ++next) {
          if (starts_sheet(next)) end = next;
        }
        parse_closing(context_, units_, at, end);
        at = end;
        prose.look(at, text_end(at));
        continue;
      } else if (closed && !narrative.goes_on(unit.text)) {
        break;
      } else {
        closed = false;  // the signature stands before the end of the text
        narrative.take(unit);
      }
      ++at;
    }
    tables.finish();
    if (tables.has_layout() || prose.any()) {
      name_by_sheet(body, first);
      const std::string_view again = body.title;
      context_.count_again(again);  // the heading of the section names the table too
      context_.plan.annexes.insert(context_.plan.annexes.begin(), std::move(body));
    }
    return at;
  }

  /// The first unit from `at` on that isn't of the text of the plan.
  [[nodiscard]] std::size_t text_end(std::size_t at) const {
    while (at < units_.size() && !closes(units_, at) && !starts_part(at, false)) ++at;
    return at;
  }

  /// Whether another sheet of a workbook begins at a unit than the one before it stands on.
  [[nodiscard]] bool starts_sheet(std::size_t at) const {
    return context_.source.is_workbook && at > 0 &&
           units_[at].place.part != units_[at - 1].place.part;
  }

  /// An annex without a heading of its own is called as its sheet is.
  void name_by_sheet(Annex& annex, std::size_t first) {
    if (!context_.source.is_workbook || !annex.label.empty() || first >= units_.size()) return;
    annex.label = context_.source.parts[units_[first].place.part];
    context_.count_again(annex.label);
  }

  [[nodiscard]] bool starts_part(std::size_t at, bool closed) const {
    return starts_annex(units_, at, closed) || starts_attached(units_, at, closed);
  }

  /// An annex or another document; what comes after a signature without a heading is one too.
  std::size_t read_part(std::size_t at, bool annex_alone) {
    const bool listed = annex_alone || context_.source.is_workbook;
    const bool annex = starts_annex(units_, at, true);
    const bool other = !listed && starts_attached(units_, at, true);
    if (!listed && !annex && !other && !may_belong(units_[at])) {
      context_.leave_unread(units_[at].text, "đứng sau chữ ký, không thuộc văn bản",
                            units_[at].place);
      return at + 1;
    }
    return !listed && (other || !annex) ? parse_attached(context_, units_, at, numbers_.next())
                                        : read_annex(at);
  }

  /// The heading of the annex again, as the pages of a long one carry it: not with another title.
  [[nodiscard]] bool repeats_heading(const Annex& annex, std::size_t at) const {
    const std::string& text = units_[at].text;
    const auto heading = annex_heading(text);
    if (!heading || heading->size != text.size() || fold(text) != fold(annex.label)) return false;
    if (at + 1 >= units_.size() || units_[at + 1].table != nullptr) return true;
    const std::string& next = units_[at + 1].text;
    return !is_all_caps(next) || annex.title.empty() || fold(annex.title).starts_with(fold(next));
  }

  std::size_t read_annex(std::size_t at) {
    Annex annex;
    annex.span = context_.source.span(units_[at].place);
    const std::size_t first = at;
    if (take_annex_heading(annex, at)) ++at;
    TableParser tables(context_, annex);
    bool titled = false;
    const bool headed = have_headings(units_, at, annex_end(at), context_.told);
    for (; at < units_.size(); ++at) {
      poll();
      const Unit& unit = units_[at];
      if (at > first && starts_sheet(at)) break;
      if (unit.table != nullptr) {
        titled = true;
        if (annex.number == 0) annex.number = numbers_.next();
        tables.parse(*unit.table);
      } else if (titled && repeats_heading(annex, at)) {
        context_.plan.coverage.repeated_headers += count_visible(unit.text);
      } else if (titled ? starts_part(at, false)
                        : !annex.paragraphs.empty() && starts_attached(units_, at, false)) {
        break;
      } else if (!titled && annex_heading(unit.text)) {
        const bool below_letterhead = context_.source.is_workbook && annex.label.empty();
        if (!below_letterhead || !take_annex_heading(annex, at)) break;
      } else if (!take_area_heading(context_, units_, at, headed && !annex.title.empty(), tables)) {
        const bool under_title = is_all_caps(annex.title) && !is_all_caps(unit.text);
        const bool title = !titled && annex.note.empty() && !under_title;
        if (title || (annex.note.empty() && is_annex_note(unit.text))) {
          take_annex_text(annex, unit.text);
        } else {
          annex.paragraphs.push_back(unit.text);
        }
      }
    }
    tables.finish();
    if (annex.number == 0) annex.number = numbers_.next();
    name_by_sheet(annex, first);
    context_.plan.annexes.push_back(std::move(annex));
    return at;
  }

  bool take_annex_heading(Annex& annex, std::size_t at) {
    const auto heading = annex_heading(units_[at].text);
    if (!heading || units_[at].table != nullptr) return false;
    annex.number = number_of(*heading, units_[at]);
    const std::string_view text = units_[at].text;
    annex.label = trim(text.substr(0, heading->label_size));
    context_.count_marks(count_visible(text.substr(0, heading->size)) - count_visible(annex.label));
    take_annex_text(annex, units_[at].text.substr(heading->size));
    return true;
  }

  /// The number of the heading; where an annex before has it, a new one and a remark.
  int number_of(const AnnexHeading& heading, const Unit& unit) {
    if (!heading.number) return numbers_.next();
    const int number = numbers_.take(*heading.number);
    if (number != *heading.number) {
      const std::string chosen = "Phụ lục " + std::to_string(number);
      Remark& remark = context_.remark(RemarkKind::value, chosen, unit.place);
      remark.field = "annex";
      remark.others.emplace_back(trim(unit.text.substr(0, heading.label_size)));
    }
    return number;
  }

  static void take_annex_text(Annex& annex, const std::string& text) {
    if (text.empty()) return;
    if (is_annex_note(text)) {
      annex.note = text;
      cite(annex);
    } else {
      annex.title += annex.title.empty() ? text : " " + text;
    }
  }

  /// Where the annex that begins at units[at] ends at the latest.
  [[nodiscard]] std::size_t annex_end(std::size_t at) const {
    const std::size_t first = at;
    while (at < units_.size() && !annex_heading(units_[at].text) &&
           (at == first || !starts_sheet(at))) {
      ++at;
    }
    return at;
  }

  /// Says what a reader would want to know where nothing was found.
  void remark() {
    const Plan& plan = context_.plan;
    if (plan.is_empty()) {
      const bool blank = units_.empty();
      context_.remark(RemarkKind::empty, blank ? "" : shortened(units_.front().text),
                      blank ? Place{} : units_.front().place);
    }
    if (!plan.tasks.empty() || !plan.indicators.empty() || !plan.duties.empty()) return;
    if (plan.is_empty() && plan.tables.empty()) return;
    const std::string_view nothing = gives_in_parts(orders_of_kind(plan.document.kind))
                                         ? "Văn bản không có bảng nhiệm vụ hay chỉ tiêu nào"
                                         : "Văn bản không giao việc cho cơ quan nào";
    context_.leave_unread("",
                          plan.tables.empty() ? nothing
                                              : "Không nhận ra bảng nhiệm vụ hay chỉ tiêu nào: các "
                                                "bảng được giữ nguyên trong tables; "
                                                "hãy kiểm tra dòng tiêu đề của bảng",
                          Place{});
  }

  void find_slips() {
    const Document& document = context_.plan.document;
    context_.plan.slips = context_.source.dropped;
    SlipFinder finder(context_.source, {document.place});
    for (const Block& block : context_.source.blocks) {
      poll();
      finder.look(block.text, block.place, context_.plan.slips);
      for (const Row& row : block.rows) {
        poll();
        for (const Cell& cell : row.cells) {
          if (!cell.inherited) finder.look(cell.text, cell.place, context_.plan.slips);
        }
      }
    }
    if (context_.plan.slips.size() >= SlipFinder::most) {
      context_.leave_unread("", "quá nhiều chỗ nghi lỗi chính tả: phần sau không liệt kê nữa",
                            Place{});
    }
  }

  /// A document that didn't come from the source; its text counts on both sides.
  void take_document() {
    Plan alone;
    alone.document = *document_;
    context_.plan.document = *document_;
    context_.plan.coverage.characters += count_in_fields(alone);
  }

  Context context_;
  const Document* document_;
  std::vector<Unit> units_;
  AnnexNumbers numbers_;
};

}  // namespace

Plan interpret(const Source& source, const ReadOptions& options) {
  refuse_legacy(source);
  return Interpreter(source, options).run();
}

Plan interpret_tables(const Source& source, const Document& document, const ReadOptions& options) {
  return Interpreter(source, options, &document).run();
}

}  // namespace sauro::inline v0_1::detail
