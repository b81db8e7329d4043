#include "reading/narrative.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/prose_outline.hpp"
#include "reading/reporting.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_heading = 260;      // bytes of a heading that isn't Roman
constexpr std::size_t longest_time_heading = 80;  // bytes of one that is a time

}  // namespace

/// A paragraph in parts: "a) Rà soát ...", "- Rà soát ...".
struct Narrative::Paragraph {
  explicit Paragraph(const Unit& unit)
      : text(unit.text), place(unit.place), label(leading_label(text)) {
    rest = label ? trim(text.substr(label->size)) : take_bullet(text).rest;
    marks = text.substr(0, static_cast<std::size_t>(rest.data() - text.data()));
    level = label ? outline_level(*label, text) : 0;
  }

  std::string_view text;
  Place place;
  std::optional<Label> label;
  std::string_view rest;   ///< without number or bullet
  std::string_view marks;  ///< number or bullet
  int level = 0;           ///< of the number

  [[nodiscard]] bool has_bullet() const { return !label && !marks.empty(); }
};

bool Narrative::goes_on(std::string_view text) const {
  const auto label = leading_label(text);
  if (!label || path_.empty() || outline_level(*label, text) != path_.front().level) return false;
  const auto value = [](const std::string& number) {
    const int roman = roman_value(number);
    return roman != 0 ? roman : leading_int(number);
  };
  const int before = value(path_.front().number);
  return before != 0 && value(label->number) == before + 1;
}

SectionPath Narrative::path_above(int level) const {
  SectionPath path;
  for (const OpenSection& section : path_) {
    if (section.level >= level) break;
    path.numbers += (path.numbers.empty() ? "" : ".") + section.number;
    path.title = section.title;
  }
  return path;
}

std::vector<std::string> Narrative::agencies_above(int level) const {
  return charges_.leads_above(level);
}

std::string_view Narrative::title() const {
  return context_.plan.sections.empty() ? std::string_view{} : context_.plan.sections.back().title;
}

/// Whether a part of the plan may hand out work, so that names in it own what follows them.
bool Narrative::gives_duties(SectionUse use) const {
  return use == SectionUse::gives || (use == SectionUse::open && orders_ != Orders::by_title);
}

/// What an article of a chapter does: what its own title says, else what that of the chapter does.
SectionUse Narrative::use_of_article(std::string_view title) const {
  const SectionUse own = use_of_section(title);
  return own == SectionUse::open ? chapter_use_ : own;
}

/// Whether the part of a plan is called by what it is about: whom a sentence names has work in it,
/// but what looks like a sentence that hands out a list may as well tell what the list is of.
bool Narrative::is_by_topic() const {
  return use_ == SectionUse::open && orders_ == Orders::by_topic;
}

/// Whom the paragraph that came speaks to.
const Charge& Narrative::charge() const {
  const Charge& now = charges_.now();
  if (now.any()) return now;
  if (use_ == SectionUse::gives) return to_anyone();
  if (is_by_topic()) return by_verb();
  return use_ == SectionUse::open && orders_ == Orders::introduced ? only_introduced() : now;
}

void Narrative::take(const Unit& unit) {
  const Paragraph paragraph(unit);
  if (take_heading(paragraph)) return;
  if (fold(paragraph.text.substr(0, 24)).starts_with("tren day la")) charges_.clear();
  const bool below_heading = begun() && context_.plan.sections.back().paragraphs.empty();
  if (paragraph.label) {
    charges_.enter_numbered(paragraph.level);
  } else if (paragraph.has_bullet()) {
    charges_.enter_bulleted(trim(paragraph.marks));
  } else {
    charges_.enter_plain(below_heading);
  }
  if (take_lead_in(paragraph)) return;
  const bool ends_section = !path_.empty() && path_.back().level >= paragraph.level;
  if ((!charges_.any() || ends_section) && take_numbered(paragraph)) return;
  take_text(paragraph);
}

void Narrative::take_preamble(const Unit& unit) {
  const Paragraph paragraph(unit);
  if (charges_.any()) return take(unit);
  if (gives_duties(use_)) {
    if (take_lead_in(paragraph)) return;
    const Charge& charge = is_by_topic() ? to_others() : only_introduced();
    if (duties_.take(paragraph.rest, charge, place_of_duty(paragraph)))
      return context_.count_marks(count_visible(paragraph.marks));
  }
  add_told_text(context_, paragraph.text, paragraph.place);
}

/// A numbered paragraph without a title is a section of its own: "2. Yêu cầu: việc kiểm tra ...".
bool Narrative::take_numbered(const Paragraph& paragraph) {
  const auto& label = paragraph.label;
  const bool numbered =
      label && (label->kind == LabelKind::arabic || label->kind == LabelKind::dotted ||
                label->kind == LabelKind::part);
  const bool article = label && label->kind == LabelKind::part;
  if (!numbered || (path_.empty() && gives_in_parts(orders_) && !article)) return false;
  context_.count_marks(count_visible(paragraph.marks));
  open_section(*label, paragraph.level, "", paragraph.place);
  DutyPlace where = place_of_duty(paragraph);
  where.scope.resize(where.scope.size() - label->number.size() - 1);  // of the section above
  if (!gives_duties(use_) || !duties_.take(paragraph.rest, charge(), where))
    add_told_text(context_, paragraph.rest, paragraph.place);
  return true;
}

bool Narrative::take_heading(const Paragraph& paragraph) {
  const auto& label = paragraph.label;
  if (!label) return false;
  const std::string_view rest = paragraph.rest;
  const bool article = label->kind == LabelKind::part;
  const bool strong = heads_group(label->kind) && !(article && rest.ends_with('.'));
  const bool outermost = path_.empty() || path_.front().level >= paragraph.level;
  const bool gives = gives_duties(outermost ? use_of_section(rest)
                                  : article ? use_of_article(rest)
                                            : use_);
  const bool may_own = rest.size() < longest_heading && gives && (!strong || article);
  const Clause heading = may_own ? clause_of(rest) : Clause{};
  Charge own;
  const bool limited = may_own && duties_.names_last_day(heading);
  if (may_own && !limited) own.owner = owner_of_heading(context_, heading);
  const bool is_title = rest.size() < longest_heading && !rest.ends_with('.') &&
                        !rest.ends_with(';') && label->kind != LabelKind::small_letter;
  if (gives && is_title && !own.any() && rest.size() < longest_time_heading &&
      may_hold_time(rest)) {
    if (auto timed = duties_.lead_in(std::string(rest) + ":"); timed && timed->to_anyone)
      own = std::move(*timed);  // "1. Quý I"
  }
  if (!strong && !own.any() && !is_title) return false;
  if (limited || (may_own && !own.any() && find_owner(context_, heading).any())) return false;
  context_.count_marks(count_visible(paragraph.marks));
  charges_.enter_numbered(paragraph.level);
  open_section(*label, paragraph.level, rest, paragraph.place);
  if (own.any()) charges_.add(std::move(own), paragraph.level);
  return true;
}

/// A sentence that hands out what stands below it is the title of that where it has a number.
bool Narrative::take_lead_in(const Paragraph& paragraph) {
  if (!gives_duties(use_)) return false;
  auto lead_in = duties_.lead_in(paragraph.rest);
  if (!lead_in || (is_by_topic() && !lead_in->owner.introduced)) return false;
  const int inner = path_.empty() ? 0 : path_.back().level;
  if (paragraph.label) {
    context_.count_marks(count_visible(paragraph.marks));
    open_section(*paragraph.label, paragraph.level, paragraph.rest, paragraph.place);
    charges_.add(std::move(*lead_in), paragraph.level);
  } else {
    add_told_text(context_, paragraph.text, paragraph.place);
    charges_.add(std::move(*lead_in), inner,
                 paragraph.has_bullet() ? std::string(trim(paragraph.marks)) : "");
  }
  return true;
}

void Narrative::open_section(const Label& label, int level, std::string_view title, Place place) {
  while (!path_.empty() && path_.back().level >= level) path_.pop_back();
  path_.push_back({level, label.number, std::string(title)});
  duties_.open_section();
  if (path_.size() == 1) chapter_use_ = use_ = use_of_section(title);
  if (path_.size() > 1 && label.kind == LabelKind::part) use_ = use_of_article(title);
  Section section;
  section.id = prefix_ + path_above(level + 1).numbers;
  section.number = label.number;
  section.title = title;
  section.level = static_cast<int>(path_.size());
  section.span = context_.source.span(place);
  context_.plan.sections.push_back(std::move(section));
}

DutyPlace Narrative::place_of_duty(const Paragraph& paragraph) const {
  DutyPlace where;
  where.place = paragraph.place;
  if (!context_.plan.sections.empty()) where.section = context_.plan.sections.back().id;
  where.scope = prefix_.empty() ? "0." : "";
  if (!where.section.empty()) where.scope += where.section + ".";
  if (paragraph.label) where.number = paragraph.label->number;
  where.mark =
      paragraph.label ? std::to_string(paragraph.level) : std::string(trim(paragraph.marks));
  return where;
}

/// A paragraph that gives somebody something to do, or tells something.
void Narrative::take_text(const Paragraph& paragraph) {
  const bool may = charges_.now().any() || gives_duties(use_);
  if (may && duties_.take(paragraph.rest, charge(), place_of_duty(paragraph))) {
    context_.count_marks(count_visible(paragraph.marks));
  } else {
    add_told_text(context_, paragraph.text, paragraph.place);
  }
}

}  // namespace sauro::inline v0_1::detail
