// What the brackets at the end of an item say of who does it and when.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/prose_outline.hpp"
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
    return take_bodies(clause);
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
    if (!context_.agencies.is_agency(clause)) return false;
    add(role, clause);
    return true;
  }

  void add(ProseRole role, std::string_view value) {
    fields_.push_back({role, "", one_line(value)});
  }

  const Context& context_;
  std::vector<ProseField> fields_;
  bool ends_work_ = false;
};

}  // namespace

ProseLine find_closing_bracket(const Context& context, std::string_view text) {
  const ProseLine none{text, {}};
  std::string_view core = trim(text);
  while (!core.empty() && std::string_view(".;,").find(core.back()) != std::string_view::npos) {
    core = trim(core.substr(0, core.size() - 1));
  }
  if (!core.ends_with(')')) return none;
  std::size_t open = core.size() - 1;
  for (int depth = 1; open > 0 && depth > 0;) {
    --open;
    depth += core[open] == ')' ? 1 : core[open] == '(' ? -1 : 0;
  }
  const std::string_view inside = core.substr(open + 1, core.size() - open - 2);
  if (open == 0 || inside.size() > longest_bracket) return none;
  std::vector<ProseField> fields = BracketReader(context).read(inside);
  if (fields.empty()) return none;
  return {trim(core.substr(0, open)), std::move(fields)};
}

}  // namespace sauro::inline v0_1::detail
