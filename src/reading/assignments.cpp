#include "sauro/reading/assignments.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "data/agency_groups.hpp"
#include "reading/agencies.hpp"
#include "reading/agency_names.hpp"
#include "reading/words.hpp"
#include "table/plain_columns.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1 {
namespace detail {
namespace {

constexpr std::string_view committee = "uy ban nhan dan";

bool has_words(std::string_view key, std::string_view words) {
  const std::string all = " " + std::string(key) + " ";
  return all.find(" " + std::string(words) + " ") != std::string::npos;
}

/// Whether a group of committees, "uy ban nhan dan cac xa phuong", has one of this name.
bool has_committee(std::string_view group, std::string_view body) {
  if (!body.starts_with(committee)) return false;
  const bool communes = has_words(group, "cap xa") || has_words(group, "dia phuong");
  for (const std::string_view level : {"xa", "phuong", "dac khu", "thi tran"}) {
    if (has_words(body, level) && (communes || has_words(group, level))) return true;
  }
  for (const std::string_view level : {"tinh", "thanh pho"}) {
    if (has_words(body, level) && has_words(group, level)) return true;
  }
  return false;
}

/// Whom a group means.
enum class Meant { nobody, body, everyone };

/// Where the bodies are named that a group leaves out: "cac so tru so y te"; its end for none.
std::size_t exception_in(std::string_view group) {
  for (std::size_t at = group.find(' '); at != group.npos; at = group.find(' ', at + 1))
    if (words().leaves_out(group.substr(at + 1))) return at;
  return group.size();
}

/// Whether the words of a group name committees: "cac xa con lai", "uy ban nhan dan cac xa".
bool names_committees(std::string_view group) {
  if (has_words(group, committee) || has_words(group, "cap xa")) return true;
  const bool levels = group.starts_with("cac xa") || group.starts_with("cac phuong");
  return levels || group == "xa phuong";
}

/// Whether a body of a commune stands among those of a province: no "công an xã" in "các ngành".
bool is_local(std::string_view body) {
  if (body.starts_with(committee)) return false;
  return has_words(body, "xa") || has_words(body, "phuong") || has_words(body, "dac khu");
}

/// Whether a group of each place, "cong an cac xa phuong", has a body of this name.
bool has_of_place(std::string_view group, std::string_view body) {
  const std::size_t at = group.find(" cac ");
  if (at == group.npos || !body.starts_with(group.substr(0, at + 1))) return false;
  const std::string_view place = body.substr(at + 1);
  const std::string_view levels = group.substr(at);
  for (const std::string_view level : {"xa", "phuong", "dac khu", "thi tran", "thon"})
    if (has_words(levels, level) && place.starts_with(level)) return true;
  return false;
}

/// Whether a folded group has a word, which isn't the end of another: no "so" in "cơ sở".
bool names_kind(std::string_view group, std::string_view word) {
  if (word != "so") return has_words(group, word);
  for (std::size_t at = group.find(word); at != group.npos; at = group.find(word, at + 1)) {
    const bool begins = at == 0 || (group[at - 1] == ' ' && !group.substr(0, at).ends_with("co "));
    const std::size_t end = at + word.size();
    if (begins && (end == group.size() || group[end] == ' ')) return true;
  }
  return false;
}

/// Whether a group, "cac so ban nganh", means a body of this name; of a commune's bodies none that
/// stand below a `province` and are called by a field.
Meant meaning_of(std::string_view group, std::string_view body, bool province) {
  const std::size_t exception = exception_in(group);
  if (has_words(group.substr(exception), body)) return Meant::nobody;
  group = group.substr(0, exception);
  const bool local = province && is_local(body) && !has_words(group, "xa");
  group = group.substr(0, group.find(" thuoc "));
  const bool committees = names_committees(group);
  if (committees) return has_committee(group, body) ? Meant::body : Meant::nobody;
  Meant found = has_of_place(group, body) ? Meant::body : Meant::nobody;
  for (const auto& [word, bodies] : data::agency_groups) {
    if (!names_kind(group, word)) continue;
    if (bodies == "*") {
      found = found == Meant::nobody ? Meant::everyone : found;
      continue;
    }
    if (local && word == "nganh") continue;
    const bool only = bodies.starts_with('=');
    each_piece(bodies.substr(only ? 1 : 0), '|', [&](std::string_view start) {
      if (body.starts_with(start)) found = Meant::body;
    });
    if (only) break;
  }
  return found;
}

/// Whom an agency of a plan means, seen from one body.
enum class Membership { none, named, grouped, maybe };

/// Which agencies of a plan are one body, or a group with it.
class BodyInPlan {
 public:
  BodyInPlan(const Plan& plan, std::string_view name) : plan_(plan), key_(agency_key(name)) {
    resolver_.set_issuer(plan.document.issuer);
    is_issuer_ = resolver_.is_issuer(name);
    const std::string issuer = agency_key(plan.document.issuer);
    is_commune_ =
        has_words(issuer, "xa") || has_words(issuer, "phuong") || has_words(issuer, "dac khu");
    id_ = resolver_.identify(name);
    for (const Agency& agency : plan.agencies) {
      const Membership part = part_of(agency);
      if (part != Membership::none) parts_.emplace(agency.id, part);
    }
  }

  /// How the body takes part by a list of agencies: the closest.
  [[nodiscard]] Membership part_in(const std::vector<std::string>& ids) const {
    Membership best = Membership::none;
    for (const std::string& id : ids) {
      const auto found = parts_.find(id);
      if (found == parts_.end()) continue;
      best = best == Membership::none ? found->second : std::min(best, found->second);
    }
    return best;
  }

  [[nodiscard]] Membership part_in(const std::string& id) const {
    return id.empty() ? Membership::none : part_in(std::vector<std::string>{id});
  }

 private:
  Membership part_of(const Agency& agency) {
    if (agency.id == id_ || is_same(agency.name)) return Membership::named;
    const auto same = [&](const std::string& name) { return is_same(name); };
    if (std::any_of(agency.names.begin(), agency.names.end(), same)) return Membership::named;
    if (!agency.generic || is_issuer_) return Membership::none;
    const std::string group = agency_key(agency.name);
    const Meant meant = meaning_of(group, key_, !is_commune_);
    const bool means = meant == Meant::body || (meant == Meant::everyone && is_addressed());
    if (!means) return Membership::none;
    return words().limits_group(group) ? Membership::maybe : Membership::grouped;
  }

  bool is_same(const std::string& name) { return !name.empty() && resolver_.identify(name) == id_; }

  /// Whether the document speaks to the body: it is sent to it, or to nobody in particular and the
  /// body can be one below the issuer.
  bool is_addressed() {
    const auto& addressees = plan_.document.addressees;
    if (addressees.empty()) return stands_below();
    for (const std::string& addressee : addressees) {
      for (const std::string& name : resolver_.split(addressee)) {
        if (is_same(name)) return true;
        const bool group = is_generic_name(name) || is_generic_name(addressee);
        if (group && meaning_of(agency_key(name), key_, !is_commune_) != Meant::nobody &&
            stands_below())
          return true;
      }
    }
    return false;
  }

  /// Whether the body can be one below the issuer: no committee or department is below a commune.
  [[nodiscard]] bool stands_below() const {
    const bool above =
        key_.starts_with(committee) || key_.starts_with("so ") || key_.starts_with("bo ");
    return !is_commune_ || !above;
  }

  const Plan& plan_;
  std::string key_;
  std::vector<Agency> met_;
  AgencyRegister none_;
  AgencyResolver resolver_{none_, met_};
  std::string id_;
  bool is_issuer_ = false;
  bool is_commune_ = false;  ///< the issuer is of a commune
  std::unordered_map<std::string, Membership> parts_;
};

/// What the body is in a task or duty.
struct Involvement {
  std::string_view name;  ///< empty where it has no part
  bool named = false;
};

Involvement role_in(const BodyInPlan& body, const std::vector<std::string>& leads,
                    const std::vector<std::string>& coordinators) {
  if (const Membership part = body.part_in(leads); part != Membership::none)
    return {"lead", part == Membership::named};
  const Membership part = body.part_in(coordinators);
  if (part == Membership::none || part == Membership::maybe) return {};
  return {"coordinator", part == Membership::named};
}

/// Keeps the items that `keep` says yes to.
template <class Item, class Keep>
void keep_if(std::vector<Item>& items, Keep keep) {
  items.erase(std::remove_if(items.begin(), items.end(), [&](const Item& i) { return !keep(i); }),
              items.end());
}

/// The ids of the tasks of the body, and of those above them.
std::unordered_set<std::string> tasks_with_parents(const Plan& plan, const BodyInPlan& body) {
  std::unordered_set<std::string> ids;
  std::unordered_map<std::string_view, const Task*> by_id;
  for (const Task& task : plan.tasks) by_id.emplace(task.id, &task);
  for (const Task& task : plan.tasks) {
    if (role_in(body, task.leads, task.coordinators).name.empty()) continue;
    for (auto at = by_id.find(task.id); at != by_id.end(); at = by_id.find(at->second->parent)) {
      if (!ids.insert(at->second->id).second) break;
    }
  }
  return ids;
}

/// A task or duty of the body.
struct Assignment {
  std::string document;
  std::optional<Date> date;
  std::string issuer;
  std::string id;
  std::string title;
  std::string role;
  bool named = false;
  std::string timeframe;
  std::optional<Date> due;
  std::string text;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("document", &Assignment::document, "Its number, else its title."),
                      Field("date", &Assignment::date, "Of the document."),
                      Field("issuer", &Assignment::issuer, "Of the document."),
                      Field("id", &Assignment::id, "Of the task or duty."),
                      Field("title", &Assignment::title, "What is to be done."),
                      Field("role", &Assignment::role, "'lead' or 'coordinator'."),
                      Field("named", &Assignment::named, "Whether no group is meant."),
                      Field("timeframe", &Assignment::timeframe, "As written."),
                      Field("due", &Assignment::due, "The last day."),
                      Field("text", &Assignment::text, "As written.")};
  }
};

/// Adds what the body has to do with a task or duty.
template <class Item>
void add_assignment(std::vector<Assignment>& all, const Plan& plan, const Item& item,
                    const BodyInPlan& body, std::string text) {
  const Involvement role = role_in(body, item.leads, item.coordinators);
  if (role.name.empty()) return;
  const Document& document = plan.document;
  all.push_back({document.number.empty() ? document.title : document.number, document.date,
                 document.issuer, item.id, item.title, std::string(role.name), role.named,
                 item.timeframe.text, item.timeframe.due, std::move(text)});
}

}  // namespace
}  // namespace detail

Plan for_agency(const Plan& plan, std::string_view agency) {
  const detail::BodyInPlan body(plan, agency);
  const auto kept = detail::tasks_with_parents(plan, body);
  Plan own = plan;
  own.task_places = {};
  own.agency_places = {};
  own.sections.clear();
  own.tables.clear();
  own.slips.clear();
  own.unread.clear();
  own.coverage = {};
  detail::keep_if(own.tasks, [&](const Task& task) { return kept.contains(task.id); });
  detail::keep_if(own.duties, [&](const Duty& duty) {
    return !detail::role_in(body, duty.leads, duty.coordinators).name.empty();
  });
  std::unordered_set<std::string> ids = kept;
  for (Duty& duty : own.duties) ids.insert(duty.id);
  for (Duty& duty : own.duties) {
    if (!ids.contains(duty.parent)) duty.parent.clear();
    duty.section.clear();
  }
  detail::keep_if(own.reporting, [&](const Reporting& one) {
    return body.part_in(one.reporter) != detail::Membership::none;
  });
  detail::keep_if(own.indicators, [&](const Indicator& one) {
    return body.part_in(one.owners) != detail::Membership::none;
  });
  std::unordered_set<std::string> indicators;
  for (const Indicator& one : own.indicators) indicators.insert(one.id);
  for (Indicator& one : own.indicators) {
    if (!indicators.contains(one.parent)) one.parent.clear();
  }
  detail::keep_if(own.remarks, [&](const Remark& one) { return ids.contains(one.task); });
  return own;
}

Table assignments(std::span<const Plan* const> plans, std::string_view agency) {
  std::vector<detail::Assignment> all;
  for (const Plan* plan : plans) {
    const detail::BodyInPlan body(*plan, agency);
    for (const Task& task : plan->tasks) {
      std::string text = task.title;
      for (const std::string& point : task.points) text += "\n" + point;
      detail::add_assignment(all, *plan, task, body, std::move(text));
    }
    for (const Duty& duty : plan->duties) detail::add_assignment(all, *plan, duty, body, duty.text);
  }
  return detail::PlainColumns().add_all(detail::pointers_to(all)).take();
}

Table assignments(std::span<const Plan> plans, std::string_view agency) {
  std::vector<const Plan*> pointers;
  for (const Plan& plan : plans) pointers.push_back(&plan);
  return assignments(pointers, agency);
}

}  // namespace sauro::inline v0_1
