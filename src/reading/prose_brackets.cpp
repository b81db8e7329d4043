// What brackets in an item, its end or a line below it say of who does it and when.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_roles.hpp"
#include "reading/cell_text.hpp"
#include "reading/clauses.hpp"
#include "reading/duty_names.hpp"
#include "reading/duty_words.hpp"
#include "reading/prose_outline.hpp"
#include "text/capitals.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::size_t longest_bracket = 400;  // bytes
constexpr int longest_role = 4;               // words of "chịu trách nhiệm chính"

/// Takes words with a role off one end of `clause`: "do", "chủ trì", "phối hợp với".
std::optional<ProseRole> take_role(std::string_view& clause) {
  std::size_t front = 0;
  std::size_t back = clause.size();
  std::optional<ProseRole> role;
  std::string_view rest;
  for (int count = 0; count < longest_role; ++count) {
    front = std::min(clause.find(' ', front + 1), clause.size());
    back = back == 0 ? back : clause.rfind(' ', back - 1);
    if (back == std::string_view::npos) back = 0;
    if (const auto found = prose_role(clause.substr(0, front))) {
      role = found;
      rest = clause.substr(front);
    }
    if (const auto found = prose_role(clause.substr(back))) {
      role = found;
      rest = clause.substr(0, back);
    }
  }
  if (role) clause = tidy_name(rest);
  return role;
}

/// Reads the clauses of a bracket one by one.
class BracketReader {
 public:
  explicit BracketReader(const Context& context) : context_(context) {}

  /// Whether it said who leads, by a word for that.
  [[nodiscard]] bool led() const noexcept { return led_; }

  std::vector<ProseField> read(std::string_view inside) {
    bool understood = true;
    each_piece(inside, ';', [&](std::string_view clause) {
      understood = understood && take(tidy_name(clause));
    });
    if (!understood) return {};
    const bool has_body = std::any_of(fields_.begin(), fields_.end(), [](const ProseField& field) {
      return field.role != ProseRole::timeframe;
    });
    return has_body || ends_work_ ? std::move(fields_) : std::vector<ProseField>{};
  }

 private:
  bool take(std::string_view clause) {
    if (clause.empty()) return true;
    ProseLine line = read_prose_labels(context_, clause);
    if (!line.fields.empty()) {
      led_ = led_ || std::any_of(line.fields.begin(), line.fields.end(), leads);
      std::move(line.fields.begin(), line.fields.end(), std::back_inserter(fields_));
      return line.before.empty();
    }
    if (is_time(clause)) {
      add(ProseRole::timeframe, clause);
      for (const std::string_view limit :
           {"hoàn", "Hoàn", "xong", "trước", "Trước", "chậm", "Chậm", "trong", "Trong"}) {
        ends_work_ = ends_work_ || clause.starts_with(limit);
      }
      return true;
    }
    for (std::size_t comma = clause.find(", "); comma != std::string_view::npos;
         comma = clause.find(", ", comma + 1)) {
      const std::string_view tail = tidy_name(clause.substr(comma + 1));
      if (is_time(tail)) return take(tidy_name(clause.substr(0, comma))) && take(tail);
    }
    return take_roles(clause) || take_bodies(clause);
  }

  /// Whether a text is names alone: a verb stands in none of them, but right behind its head: "Ban
  /// quản lý dự án", no "Công an xã tuần tra".
  [[nodiscard]] bool are_bodies(std::string_view text) const {
    if (!context_.agencies.is_agency(text)) return false;
    for (const std::string& name : context_.agencies.split(text)) {
      if (context_.agencies.is_known(name)) continue;
      const Clause words = clause_of(name);
      for (std::size_t at = count_words(head_of(fold(name))) + 1; at < words.words.size(); ++at)
        if (starts_small(words, at) && words_of_work(words, at) != 0) return false;
    }
    return true;
  }

  /// Whether a text may name somebody whom no list knows: "Kiểm lâm địa bàn", no work.
  static bool may_be_name(std::string_view text) {
    constexpr std::size_t longest = 8;  // words
    const std::string small = uncapitalised(text);
    const Clause words = clause_of(small);
    return starts_upper(text) && words.words.size() <= longest && words_of_work(words, 0) == 0 &&
           text.find_first_of(",:;") == text.npos && !says_what_to_do(text);
  }

  static bool leads(const ProseField& field) { return field.role == ProseRole::lead; }

  /// "X chủ trì, Y tham gia", "X [chủ trì], Y [phối hợp]": a role beside each.
  bool take_roles(std::string_view clause) {
    CellRoles roles = read_roles(context_.agencies, clause);
    if (roles.guessed || (!roles.led && roles.help.empty())) return false;
    if (!roles.lead.empty() && !are_bodies(roles.lead)) return false;
    const bool beside_lead = led_ || (roles.led && !roles.lead.empty());
    if (!roles.help.empty() && !are_bodies(roles.help) && !(beside_lead && may_be_name(roles.help)))
      return false;
    const bool has_lead = std::any_of(fields_.begin(), fields_.end(), leads);
    if (!roles.led && has_lead) {  // "...; Y, Z (phối hợp)" behind one who leads
      roles.help = roles.lead.empty() ? roles.help : roles.lead + "; " + roles.help;
      roles.lead.clear();
    }
    led_ = led_ || (roles.led && !roles.lead.empty());
    if (!roles.lead.empty()) add(ProseRole::lead, roles.lead);
    if (!roles.help.empty()) add(ProseRole::coordinator, roles.help);
    return true;
  }

  /// "X chủ trì, phối hợp với Y"
  bool take_bodies(std::string_view clause) {
    constexpr std::array<std::string_view, 2> helps = {"phối hợp", "Phối hợp"};
    for (const std::string_view help : helps) {
      const std::size_t at = clause.find(help);
      if (at == std::string_view::npos || at == 0) continue;
      const std::string_view before = tidy_name(clause.substr(0, at));
      if (at + help.size() < clause.size())
        return take_body(before) && take_body(clause.substr(at));
    }
    return take_body(clause);
  }

  bool take_body(std::string_view clause) {
    const bool helps = !fields_.empty() && fields_.back().role == ProseRole::coordinator;
    ProseRole role = helps ? ProseRole::coordinator : ProseRole::lead;
    for (std::optional<ProseRole> found; (found = take_role(clause));) {
      if (certain(*found) == ProseRole::coordinator) role = ProseRole::coordinator;
      if (*found == ProseRole::other || *found == ProseRole::product) return false;
    }
    if (!are_bodies(clause)) return false;
    add(role, clause);
    return true;
  }

  void add(ProseRole role, std::string_view value) {
    fields_.push_back({role, "", one_line(value)});
  }

  const Context& context_;
  std::vector<ProseField> fields_;
  bool ends_work_ = false;
  bool led_ = false;
};

/// Without the stops at its end.
std::string_view core_of(std::string_view text) {
  text = trim(text);
  while (!text.empty() && std::string_view(".;,").find(text.back()) != std::string_view::npos) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

/// Whether words in a text may say who leads: asked before what costs more.
bool may_say_lead(std::string_view text) {
  for (const std::string_view role : {"chủ trì", "Chủ trì", "đầu mối", "Đầu mối", "phụ trách"})
    if (text.find(role) != text.npos) return true;
  return false;
}

}  // namespace

namespace {

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

/// "Rà soát hồ sơ: X chủ trì, Y phối hợp; trước ngày 30/6."
ProseLine find_closing_roles(const Context& context, std::string_view text) {
  const std::string_view core = core_of(text);
  const std::size_t begin = core.size() - std::min(core.size(), longest_bracket);
  if (!may_say_lead(core.substr(begin)) || !starts_with_verb(text)) return {text, {}};
  for (std::size_t at = core.find(' ', begin); at != core.npos; at = core.find(' ', at + 1)) {
    const std::string_view before = trim(core.substr(0, at));
    const bool parted = before.ends_with(':') || before.ends_with('.') || before.ends_with('-') ||
                        before.ends_with("–");
    const std::string_view tail = trim(core.substr(at));
    if (!parted || !starts_upper(tail) || !may_say_lead(tail)) continue;
    if (auto fields = roles_of_line(context, tail); !fields.empty())
      return {before, std::move(fields)};
  }
  return {text, {}};
}

}  // namespace

namespace {

/// With semicolons where sentences end: "X chủ trì. Hoàn thành trong quý I"; no "P. Kinh tế".
std::string as_one_sentence(std::string_view text) {
  constexpr std::size_t longest_abbreviation = 3;  // bytes
  std::string joined(text);
  for (std::size_t at = joined.find(". "); at != joined.npos; at = joined.find(". ", at + 1)) {
    const std::size_t space = joined.rfind(' ', at);
    const bool word = at - (space == joined.npos ? 0 : space + 1) > longest_abbreviation;
    if (word && starts_upper(std::string_view(joined).substr(at + 2))) joined[at] = ';';
  }
  return joined;
}

}  // namespace

std::vector<ProseField> roles_of_line(const Context& context, std::string_view text) {
  const std::string_view core = core_of(text);
  const bool labelled = starts_prose_label(core);
  if (core.size() > longest_bracket || !may_say_lead(core) || (!labelled && !begins_name(core)))
    return {};
  BracketReader reader(context);
  std::vector<ProseField> fields = reader.read(as_one_sentence(core));
  return reader.led() ? std::move(fields) : std::vector<ProseField>{};
}

ProseLine find_roles_of_item(const Context& context, std::string_view text) {
  ProseLine found = find_closing_bracket(context, text);
  if (found.fields.empty()) found = find_inner_bracket(context, text);
  if (found.fields.empty()) found = find_closing_roles(context, text);
  return found;
}

}  // namespace sauro::inline v0_1::detail
