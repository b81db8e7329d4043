#include "reading/narrative.hpp"

#include <algorithm>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/reporting.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_heading = 260;  // bytes of a heading that isn't Roman

Clause clause_of(std::string_view text) { return {text, spoken_words(text)}; }

}  // namespace

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
  return level > owner_level_ ? owner_.leads : std::vector<std::string>{};
}

std::string_view Narrative::title() const {
  return context_.plan.sections.empty() ? std::string_view{} : context_.plan.sections.back().title;
}

/// Whether the open part of the plan hands out work, so that names in it own what follows them.
bool Narrative::gives_duties() const {
  return top_title_.find("nhiem vu") != std::string::npos ||
         top_title_.find("thuc hien") != std::string::npos ||
         top_title_.find("trach nhiem") != std::string::npos ||
         top_title_.find("phan cong") != std::string::npos ||
         top_title_.find("giai phap") != std::string::npos;
}

void Narrative::take(const Unit& unit) {
  if (take_heading(unit)) return;
  const auto label = leading_label(unit.text);
  const bool next =
      label && outline_level(*label, unit.text) <= owner_level_;  // "2. ..." after "1. Phòng A"
  const bool last_words = fold(unit.text.substr(0, 24)).starts_with("tren day la");
  if (next || last_words) leave_owner();
  if (!owner_.any() && take_numbered(unit)) return;
  add_text(unit.text, unit.place);
}

/// What follows speaks to nobody in particular.
void Narrative::leave_owner() {
  owner_ = {};
  owner_level_ = 0;
}

/// A numbered paragraph without a title is a section of its own: "2. Yêu cầu: việc kiểm tra ...".
bool Narrative::take_numbered(const Unit& unit) {
  const std::string_view text = unit.text;
  const auto label = leading_label(text);
  const bool numbered =
      label && (label->kind == LabelKind::arabic || label->kind == LabelKind::dotted);
  if (!numbered || path_.empty()) return false;
  context_.count_marks(count_visible(text.substr(0, label->size)));
  open_section(*label, outline_level(*label, text), "", unit.place);
  DutyPlace where = place_of_duty(unit.place);
  where.scope.resize(where.scope.size() - label->number.size() - 1);  // of the section above
  where.number = label->number;
  add_text(trim(text.substr(label->size)), where);
  return true;
}

bool Narrative::take_heading(const Unit& unit) {
  const std::string_view text = unit.text;
  const auto label = leading_label(text);
  if (!label) return false;
  const std::string_view rest = trim(text.substr(label->size));
  const int level = outline_level(*label, text);
  const bool strong = heads_group(label->kind);
  const bool may_own = rest.size() < longest_heading && gives_duties() && !strong;
  const Clause heading = may_own ? clause_of(rest) : Clause{};
  DutyOwner owner = may_own ? owner_of_heading(context_, heading) : DutyOwner{};
  const bool is_title = rest.size() < longest_heading && !rest.ends_with('.') &&
                        !rest.ends_with(';') && label->kind != LabelKind::small_letter;
  if (!strong && !owner.any() && !is_title) return false;
  if (may_own && !owner.any() && find_owner(context_, heading).any()) return false;
  context_.count_marks(count_visible(text.substr(0, label->size)));
  if (level <= owner_level_ || owner.any()) leave_owner();
  open_section(*label, level, rest, unit.place);
  if (owner.any()) {
    owner_ = std::move(owner);
    owner_level_ = level;
  }
  return true;
}

void Narrative::open_section(const Label& label, int level, std::string_view title, Place place) {
  while (!path_.empty() && path_.back().level >= level) path_.pop_back();
  path_.push_back({level, label.number, std::string(title)});
  duties_.open_section();
  if (path_.size() == 1) top_title_ = fold(title);
  Section section;
  section.id = prefix_ + path_above(level + 1).numbers;
  section.number = label.number;
  section.title = title;
  section.level = static_cast<int>(path_.size());
  section.span = context_.source.span(place);
  context_.plan.sections.push_back(std::move(section));
}

DutyPlace Narrative::place_of_duty(Place place) const {
  DutyPlace where;
  where.place = place;
  if (!context_.plan.sections.empty()) where.section = context_.plan.sections.back().id;
  where.scope = prefix_.empty() ? "0." : "";
  if (!where.section.empty()) where.scope += where.section + ".";
  return where;
}

/// A paragraph with its bullet or letter.
void Narrative::add_text(std::string_view text, Place place) {
  DutyPlace where = place_of_duty(place);
  const auto label = leading_label(text);
  const std::string_view body = label ? trim(text.substr(label->size)) : take_bullet(text).rest;
  const std::string_view marks =
      text.substr(0, static_cast<std::size_t>(body.data() - text.data()));
  if (label) where.number = label->number;
  where.mark = label ? std::to_string(outline_level(*label, text)) : std::string(trim(marks));
  if (!gives(body, where)) return add_paragraph(text, place);
  context_.count_marks(count_visible(marks));
}

void Narrative::add_text(std::string_view text, const DutyPlace& where) {
  if (!gives(text, where)) add_paragraph(text, where.place);
}

/// Whether a paragraph gives somebody something to do; the duties are written then.
bool Narrative::gives(std::string_view text, const DutyPlace& where) {
  return (owner_.any() || gives_duties()) && duties_.take(text, owner_, where);
}

void Narrative::add_paragraph(std::string_view text, Place place) {
  context_.last_section(place).paragraphs.emplace_back(text);
  for (const Clause& clause : cut_clauses(text)) {
    if (auto found = find_reporting(context_, clause.text, place))
      context_.plan.reporting.push_back(std::move(*found));
  }
}

}  // namespace sauro::inline v0_1::detail
