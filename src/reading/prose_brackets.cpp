// What brackets in an item, its end or a line below it say of who does it and when.
#include <algorithm>
#include <cstdint>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/bracket_reader.hpp"
#include "reading/cell_text.hpp"
#include "reading/clauses.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_words.hpp"
#include "reading/prose_outline.hpp"
#include "text/capitals.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_bracket = 400;  // bytes

/// Without the stops at its end.
std::string_view core_of(std::string_view text) {
  text = trim(text);
  while (!text.empty() && std::string_view(".;,").find(text.back()) != std::string_view::npos) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

/// Whether a text begins with words that say who leads: "Chủ trì Phòng Kinh tế, ..."
bool starts_with_role(std::string_view text) {
  const std::size_t end = text.find(' ', std::min(text.find(' '), text.size()) + 1);
  return end < text.size() && starts_upper(text.substr(end + 1)) &&
         prose_role(text.substr(0, end)) == ProseRole::lead && begins_name(text.substr(end + 1));
}

/// Whether words in a text may say who leads: asked before what costs more.
bool may_say_lead(std::string_view text) {
  for (const std::string_view role : {"chủ trì", "Chủ trì", "đầu mối", "Đầu mối", "phụ trách"})
    if (text.find(role) != text.npos) return true;
  return false;
}

ProseLine find_closing_bracket(const Context& context, std::string_view text) {
  const ProseLine none{text, {}};
  const std::string_view core = core_of(text);
  if (!core.ends_with(')') && !core.ends_with(']')) return none;
  const char closes = core.back();
  const char opens = closes == ')' ? '(' : '[';
  std::size_t open = core.size() - 1;
  for (int depth = 1; open > 0 && depth > 0;) {
    --open;
    depth += core[open] == closes ? 1 : core[open] == opens ? -1 : 0;
  }
  const std::string_view inside = core.substr(open + 1, core.size() - open - 2);
  if (open == 0 || inside.size() > longest_bracket) return none;
  std::vector<ProseField> fields = BracketReader(context).read(inside);
  if (fields.empty()) return none;
  return {trim(core.substr(0, open)), std::move(fields)};
}

/// Where the bracket closes that opens at `open`.
std::size_t end_of_bracket(std::string_view text, std::size_t open) {
  const std::string_view signs = text[open] == '(' ? "()" : "[]";
  int depth = 0;
  for (std::size_t at = open; at != text.npos; at = text.find_first_of(signs, at + 1)) {
    depth += text[at] == signs.front() ? 1 : -1;
    if (depth == 0) return at;
  }
  return text.npos;
}

/// "Rà soát hồ sơ (X chủ trì, Y phối hợp) và báo cáo UBND xã."
ProseLine find_inner_bracket(const Context& context, std::string_view text) {
  for (std::size_t open = text.find_first_of("(["); open != text.npos;
       open = text.find_first_of("([", open + 1)) {
    const std::size_t close = end_of_bracket(text, open);
    if (open == 0 || close == text.npos) break;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    if (inside.size() > longest_bracket || !may_say_lead(inside)) continue;
    BracketReader reader(context);
    std::vector<ProseField> fields = reader.read(inside);
    if (fields.empty() || !reader.led()) continue;
    return {trim(text.substr(0, open)), std::move(fields), one_line(trim(text.substr(close + 1)))};
  }
  return {text, {}};
}

/// What parts an item from who does it and when: "Rà soát hồ sơ: X", "Rà soát hồ sơ => X".
enum class Parting : std::uint8_t { none, stop, colon, dash, arrow };

Parting parting_at_end(std::string_view before) {
  for (const std::string_view arrow : {"=>", "->", "→", "|"})
    if (before.ends_with(arrow)) return Parting::arrow;
  if (before.ends_with(':')) return Parting::colon;
  if (before.ends_with('-') || before.ends_with("–")) return Parting::dash;
  return before.ends_with('.') ? Parting::stop : Parting::none;
}

/// Whether a body behind a colon does what stands before it: no "Gửi báo cáo về các cơ quan: X",
/// no "Kiểm tra công vụ: X".
bool may_be_done_by(std::string_view work) {
  constexpr std::size_t longest = 10;  // words
  constexpr std::size_t most = 160;    // bytes of them
  if (work.size() > most) return false;
  const std::string lowered = uncapitalised(without_separators(work));
  const Clause clause = clause_of(lowered);
  const std::size_t verb = words_of_work(clause, 0);
  const std::size_t count = clause.words.size();
  if (verb == 0 || count > longest || words_ahead(DutyWord::visiting, clause.words, 0) != 0)
    return false;
  for (std::size_t at = verb; at < count; ++at)
    if (words_ahead(DutyWord::recipient, clause.words, at) != 0) return false;
  return verb < count || words_ahead(DutyWord::gathering, clause.words, 0) == count;
}

/// With semicolons for the bars and arrows between the parts of a line.
std::string without_bars(std::string_view text) {
  std::string parts(text);
  for (const std::string_view bar : {" | ", " => ", " -> ", " → "})
    for (std::size_t at = parts.find(bar); at != parts.npos; at = parts.find(bar, at + 1))
      parts.replace(at, bar.size(), "; ");
  return parts;
}

/// Who does an item and when, where a sign alone parts them from it: "Rà soát hộ nghèo => Phòng
/// Kinh tế, 30/10/2026", "Họp dân: các thôn", "Đối thoại: tháng 8/2026".
std::vector<ProseField> roles_behind(const Context& context, std::string_view before,
                                     std::string_view tail, Parting parting) {
  constexpr std::size_t longest = 300;  // bytes
  const bool timed = may_hold_time(tail);
  if (tail.size() > longest || without_separators(before.substr(0, longest)).empty()) return {};
  if (parting == Parting::dash ? !timed : parting == Parting::colon && !timed && !begins_name(tail))
    return {};
  if (parting != Parting::arrow && !starts_with_verb(before.substr(0, longest))) return {};
  auto fields = BracketReader(context).read(without_bars(tail), false);
  const bool lead = has_role(fields, ProseRole::lead);
  const bool time = has_role(fields, ProseRole::timeframe);
  if (parting == Parting::arrow || (lead && time)) return fields;
  if (parting != Parting::colon || (lead && !may_be_done_by(before))) return {};
  for (ProseField& field : fields) field.guessed = lead;
  return fields;
}

/// "Rà soát hồ sơ: X chủ trì, Y phối hợp; trước ngày 30/6."
ProseLine find_closing_roles(const Context& context, std::string_view text, bool labelled) {
  const std::string_view core = core_of(text);
  const std::size_t begin = core.size() - std::min(core.size(), longest_bracket);
  const bool led = may_say_lead(core.substr(begin)) && starts_with_verb(text);
  const std::size_t first = core.find_first_of(":|>-\xE2", begin);
  if (!led && (labelled || first == core.npos)) return {text, {}};
  constexpr std::string_view last = ":|>-.\x93\x92 ";  // bytes of the signs, dashes and arrows
  for (std::size_t at = core.find(' ', begin); at != core.npos; at = core.find(' ', at + 1)) {
    if (at == 0 || last.find(core[at - 1]) == last.npos) continue;
    const std::string_view before = trim(core.substr(0, at));
    const Parting parting = parting_at_end(before);
    if (parting == Parting::none) continue;
    const std::string_view tail = trim(core.substr(at));
    std::vector<ProseField> fields;
    if (led && may_say_lead(tail)) fields = roles_of_line(context, tail);
    if (fields.empty() && parting != Parting::stop && !labelled)
      fields = roles_behind(context, before, tail, parting);
    if (fields.empty()) continue;
    std::string_view work = before;
    for (const std::string_view arrow : {"=>", "->", "→"})
      if (work.ends_with(arrow)) work.remove_suffix(arrow.size());
    return {trim(work.ends_with('|') ? work.substr(0, work.size() - 1) : work), std::move(fields)};
  }
  return {text, {}};
}

}  // namespace

std::vector<ProseField> roles_of_line(const Context& context, std::string_view text) {
  const std::string_view core = core_of(text);
  if (core.size() > longest_bracket || !may_say_lead(core)) return {};
  if (!begins_name(core) && !starts_prose_label(core) && !starts_with_role(core)) return {};
  BracketReader reader(context);
  std::vector<ProseField> fields = reader.read(as_one_sentence(core));
  return reader.led() ? std::move(fields) : std::vector<ProseField>{};
}

ProseLine find_roles_of_item(const Context& context, std::string_view text, bool labelled) {
  ProseLine found = find_closing_bracket(context, text);
  if (found.fields.empty()) found = find_inner_bracket(context, text);
  if (found.fields.empty()) found = find_closing_roles(context, text, labelled);
  return found;
}

}  // namespace sauro::inline v0_1::detail
