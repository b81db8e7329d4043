#include "plan/relations.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/poll.hpp"
#include "data/inspection_stages.hpp"

#include "text/phrase_set.hpp"

namespace sauro::inline v0_1::detail {
namespace {

int stage_of(const Task& task) {
  static const PhraseSet stages = [] {
    PhraseSet set;
    for (const auto& row : data::inspection_stages) set.add(row[1], row[0].front() - '0');
    return set;
  }();
  return std::max(stages.find(tone_key(task.title)).number, 0);
}

}  // namespace

std::unordered_map<std::string_view, std::size_t> places_of(const Plan& plan) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) places.emplace(plan.tasks[i].id, i);
  return places;
}

AgencyIndex::AgencyIndex(const Plan& plan) : plan_(plan) {
  for (const Agency& agency : plan.agencies) agencies_.emplace(agency.id, &agency);
}

const Agency* AgencyIndex::find(std::string_view id) const {
  const auto found = agencies_.find(id);
  return found != agencies_.end() ? found->second : nullptr;
}

std::vector<std::string> AgencyIndex::names(const std::vector<std::string>& ids) const {
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (const std::string& id : ids) {
    const Agency* agency = find(id);
    names.push_back(agency != nullptr ? agency->name : id);
  }
  return names;
}

const Agency& AgencyIndex::at(std::string_view id) const {
  const Agency* agency = find(id);
  return agency != nullptr ? *agency : plan_.agency(id);
}

std::vector<std::size_t> parents_of(const Plan& plan) {
  const auto places = places_of(plan);
  std::vector<std::size_t> parents(plan.tasks.size());
  for (std::size_t i = 0; i < parents.size(); ++i) {
    const auto found = places.find(plan.tasks[i].parent);
    parents[i] = found == places.end() ? i : found->second;
  }
  return parents;
}

std::vector<Order> inspection_chains(const Plan& plan) {
  std::map<std::string_view, std::vector<std::size_t>> families;
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    poll();
    if (!plan.tasks[i].parent.empty()) families[plan.tasks[i].parent].push_back(i);
  }
  std::vector<Order> chains;
  for (const auto& [parent, members] : families) {
    std::size_t last = 0;
    int reached = 0;
    for (const std::size_t member : members) {
      const int stage = stage_of(plan.tasks[member]);
      if (stage == 0) continue;
      if (reached != 0 && stage > reached) chains.push_back({last, member});
      if (stage >= reached) last = member;
      reached = std::max(reached, stage);
    }
  }
  return chains;
}

}  // namespace sauro::inline v0_1::detail
