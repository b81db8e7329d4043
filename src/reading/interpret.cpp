#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "phrases/meanings.hpp"
#include "reading/cell_text.hpp"
#include "reading/context.hpp"
#include "reading/document_parser.hpp"
#include "reading/labels.hpp"
#include "reading/narrative.hpp"
#include "reading/official_lines.hpp"
#include "reading/source.hpp"
#include "reading/table_parser.hpp"
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
    const bool annex_alone = document_ != nullptr || is_annex_alone(units_);
    std::size_t at = annex_alone ? 0 : parse_head(context_, units_);
    if (document_ != nullptr) take_document();
    find_issuer();
    context_.agencies.set_issuer(plan.document.issuer);
    if (!annex_alone) at = read_body(at);
    while (at < units_.size()) at = read_annex(at);
    remark();
    find_slips();
    read_meanings(plan);
    read_starts();
    plan.coverage.in_fields = count_in_fields(plan);
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

  [[nodiscard]] bool starts_annex(std::size_t at, bool closed) const {
    const Unit& unit = units_[at];
    if (unit.table != nullptr) return closed;
    if (annex_heading(unit.text)) return true;
    if (!closed || !is_all_caps(unit.text)) return false;
    for (std::size_t next = at + 1; next < std::min(at + 4, units_.size()); ++next) {
      if (annex_heading(units_[next].text)) return false;
      if (is_annex_note(units_[next].text)) return true;  // an annex without a number
    }
    return false;
  }

  std::size_t read_body(std::size_t at) {
    Narrative narrative(context_);
    Annex body;
    TableParser tables(context_, body);
    std::size_t closing = units_.size();
    const std::size_t first = at;
    for (; at < units_.size() && !starts_annex(at, closing < units_.size()); ++at) {
      poll();
      if (at > first && starts_sheet(at)) break;
      const Unit& unit = units_[at];
      if (closing < units_.size()) continue;
      if (unit.table != nullptr) {
        if (body.span == Span{}) body.span = context_.source.span(unit.place);
        if (!tables.has_layout()) body.title = narrative.title();
        tables.parse(*unit.table);
      } else if (starts_closing(unit.text)) {
        closing = at;
      } else {
        narrative.take(unit);
      }
    }
    tables.finish();
    if (closing < at) parse_closing(context_, units_, closing, at);
    if (tables.has_layout()) {
      name_by_sheet(body, first);
      const std::string_view again = body.title;
      context_.count_again(again);  // the heading of the section names the table too
      context_.plan.annexes.insert(context_.plan.annexes.begin(), std::move(body));
    }
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

  /// The heading of the annex again, as the pages of a long one carry it.
  static bool repeats_heading(const Annex& annex, std::string_view text) {
    const auto heading = annex_heading(text);
    return heading && heading->number == annex.number && heading->size == text.size() &&
           fold(text) == fold(annex.label);
  }

  std::size_t read_annex(std::size_t at) {
    Annex annex;
    annex.number = context_.plan.annexes.empty() ? 1 : context_.plan.annexes.back().number + 1;
    annex.span = context_.source.span(units_[at].place);
    const std::size_t first = at;
    if (take_annex_heading(annex, at)) ++at;
    TableParser tables(context_, annex);
    bool titled = false;
    for (; at < units_.size(); ++at) {
      poll();
      const Unit& unit = units_[at];
      if (at > first && starts_sheet(at)) break;
      if (unit.table != nullptr) {
        titled = true;
        tables.parse(*unit.table);
      } else if (titled && repeats_heading(annex, unit.text)) {
        context_.plan.coverage.repeated_headers += count_visible(unit.text);
      } else if (titled && starts_annex(at, false)) {
        break;
      } else if (!titled && annex_heading(unit.text)) {
        const bool below_letterhead = context_.source.is_workbook && annex.label.empty();
        if (!below_letterhead || !take_annex_heading(annex, at)) break;
      } else if (!take_area_heading(tables, at)) {
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
    name_by_sheet(annex, first);
    context_.plan.annexes.push_back(std::move(annex));
    return at;
  }

  bool take_annex_heading(Annex& annex, std::size_t at) {
    const auto heading = annex_heading(units_[at].text);
    if (!heading || units_[at].table != nullptr) return false;
    if (heading->number) annex.number = *heading->number;
    const std::string_view text = units_[at].text;
    annex.label = trim(text.substr(0, heading->label_size));
    context_.count_marks(count_visible(text.substr(0, heading->size)) - count_visible(annex.label));
    take_annex_text(annex, units_[at].text.substr(heading->size));
    return true;
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

  /// "I. CÔNG TÁC CHỈ ĐẠO" between two tables names the area of the second.
  bool take_area_heading(TableParser& tables, std::size_t at) {
    const auto label = leading_label(units_[at].text);
    const bool heads = label &&
                       (label->kind == LabelKind::roman || label->kind == LabelKind::letter) &&
                       at + 1 < units_.size() && units_[at + 1].table != nullptr;
    if (!heads) return false;
    const std::string_view text = units_[at].text;
    context_.count_marks(count_visible(text.substr(0, label->size)));
    tables.open_area(label->number, trim(text.substr(label->size)), units_[at].place);
    return true;
  }

  /// Says what a reader would want to know where nothing was found.
  void remark() {
    const Plan& plan = context_.plan;
    if (!plan.tasks.empty() || !plan.indicators.empty()) return;
    context_.leave_unread("",
                          plan.tables.empty() ? "Văn bản không có bảng nhiệm vụ hay chỉ tiêu nào"
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

  /// The first days that stand in columns of their own.
  void read_starts() {
    Plan& plan = context_.plan;
    const TimeframeContext times = times_of(plan.document);
    for (const auto& [at, text] : context_.starts) {
      const Timeframe start = parse_timeframe(text, times);
      const auto first = start.start ? start.start : start.due;
      Timeframe& timeframe = plan.tasks[at].timeframe;
      const bool fits = first && timeframe.kind == TimeframeKind::window && timeframe.due;
      if (fits && *first <= *timeframe.due) timeframe.start = first;
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
