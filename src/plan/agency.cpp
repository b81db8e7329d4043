#include "sauro/plan/agency.hpp"

#include <algorithm>
#include <unordered_map>

#include "sauro/text/fold.hpp"
#include "data/agencies.hpp"
#include "data/words.hpp"
#include "text/parts.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1 {
namespace {

/// The words that an abbreviation stands for, or `word` itself.
std::string_view expand(std::string_view word) {
  static const std::unordered_map<std::string_view, std::string_view, detail::ViewHash> readings =
      [] {
        std::unordered_map<std::string_view, std::string_view, detail::ViewHash> known;
        for (const auto& [role, key, reading] : detail::data::words) {
          if (role == "abbreviation") known.emplace(key, reading);
        }
        return known;
      }();
  const auto found = readings.find(word);
  return found == readings.end() ? word : found->second;
}

std::vector<AgencyRegister::Entry> builtin_entries() {
  std::vector<AgencyRegister::Entry> entries;
  for (const auto& row : detail::data::agencies) {
    entries.push_back({std::string(row[0]), std::string(row[1]), detail::parts_of(row[2], '|')});
  }
  return entries;
}

}  // namespace

AgencyRegister::AgencyRegister(const std::vector<Entry>& entries) : entries_(entries) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    if (entry.id.empty()) entry.id = slug(entry.name);
    by_key_.insert_or_assign(agency_key(entry.name), i);
    for (const std::string& alias : entry.aliases) {
      by_key_.insert_or_assign(agency_key(alias), i);
    }
  }
}

const AgencyRegister& AgencyRegister::builtin() {
  static const AgencyRegister instance(builtin_entries());
  return instance;
}

AgencyRegister AgencyRegister::with(const std::vector<Entry>& entries) const {
  std::vector<Entry> all = entries_;
  all.insert(all.end(), entries.begin(), entries.end());
  return AgencyRegister(all);
}

const AgencyRegister::Entry* AgencyRegister::find(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : &entries_[found->second];
}

bool AgencyRegister::has_beginning(std::string_view words) const {
  const auto first = by_key_.lower_bound(words);
  if (first == by_key_.end() || !first->first.starts_with(words)) return false;
  if (first->first.size() == words.size()) return true;
  const auto longer = by_key_.lower_bound(std::string(words) + ' ');
  return longer != by_key_.end() && longer->first.starts_with(std::string(words) + ' ');
}

std::string agency_key(std::string_view name) {
  const std::string folded = fold(name);
  std::string key;
  key.reserve(2 * folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string_view word = std::string_view(folded).substr(at, end - at);
    at = end + 1;
    if (word == "va" ||
        (word == "co" && std::string_view(folded).substr(end).starts_with(" lien"))) {
      continue;  // "có liên quan" is "liên quan"
    }
    if (!key.empty()) key += ' ';
    key += expand(word);
  }
  return key;
}

std::string slug(std::string_view text) {
  std::string out = fold(text);
  std::replace(out.begin(), out.end(), ' ', '-');
  return out;
}

}  // namespace sauro::inline v0_1
