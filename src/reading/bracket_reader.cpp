#include "reading/bracket_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
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

constexpr int longest_role = 4;  // words of "chịu trách nhiệm chính"

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

/// Whether a text may name somebody whom no list knows: "Kiểm lâm địa bàn", no work.
bool may_be_name(std::string_view text) {
  constexpr std::size_t longest = 8;  // words
  const std::string small = uncapitalised(text);
  const Clause words = clause_of(small);
  return starts_upper(text) && words.words.size() <= longest && words_of_work(words, 0) == 0 &&
         text.find_first_of(",:;") == text.npos && !says_what_to_do(text);
}

bool leads(const ProseField& field) { return field.role == ProseRole::lead; }

}  // namespace

std::vector<ProseField> BracketReader::read(std::string_view inside, bool must_end) {
  bool understood = true;
  each_piece(inside, ';',
             [&](std::string_view clause) { understood = understood && take(tidy_name(clause)); });
  if (!understood) return {};
  const bool has_body = std::any_of(fields_.begin(), fields_.end(), [](const ProseField& field) {
    return field.role != ProseRole::timeframe;
  });
  return has_body || ends_work_ || !must_end ? std::move(fields_) : std::vector<ProseField>{};
}

bool BracketReader::take(std::string_view clause) {
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
  if (const auto taken = take_beside_time(clause)) return *taken;
  return take_roles(clause) || take_bodies(clause);
}

/// "Phòng Kinh tế, tháng 6", "quý III - Văn phòng": a time and what stands beside it.
std::optional<bool> BracketReader::take_beside_time(std::string_view clause) {
  if (!may_hold_time(clause)) return std::nullopt;
  for (const std::string_view sign : {", ", " - ", " – "}) {
    for (std::size_t at = clause.find(sign); at != std::string_view::npos;
         at = clause.find(sign, at + 1)) {
      const std::string_view head = tidy_name(clause.substr(0, at));
      const std::string_view tail = tidy_name(clause.substr(at + sign.size()));
      if (is_time(tail) || is_time(head)) return take(head) && take(tail);
    }
  }
  return std::nullopt;
}

/// Whether a text is names alone: a verb stands in none of them, but right behind its head: "Ban
/// quản lý dự án", no "Công an xã tuần tra".
bool BracketReader::are_bodies(std::string_view text) const {
  if (!context_.agencies.is_agency(text)) return false;
  for (const std::string& name : context_.agencies.split(text)) {
    if (context_.agencies.is_known(name)) continue;
    const Clause words = clause_of(name);
    for (std::size_t at = count_words(head_of(fold(name))) + 1; at < words.words.size(); ++at)
      if (starts_small(words, at) && words_of_work(words, at) != 0) return false;
  }
  return true;
}

/// "X chủ trì, Y tham gia", "X [chủ trì], Y [phối hợp]": a role beside each.
bool BracketReader::take_roles(std::string_view clause) {
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
bool BracketReader::take_bodies(std::string_view clause) {
  constexpr std::array<std::string_view, 2> helps = {"phối hợp", "Phối hợp"};
  for (const std::string_view help : helps) {
    const std::size_t at = clause.find(help);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view before = tidy_name(clause.substr(0, at));
    if (at + help.size() < clause.size()) return take_body(before) && take_body(clause.substr(at));
  }
  return take_body(clause);
}

bool BracketReader::take_body(std::string_view clause) {
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

void BracketReader::add(ProseRole role, std::string_view value) {
  fields_.push_back({role, "", one_line(value)});
}

}  // namespace sauro::inline v0_1::detail
