#include "reading/words.hpp"

#include <algorithm>

#include "data/words.hpp"

namespace sauro::inline v0_1::detail {

namespace {

/// Whether the first words of `key` are one of these.
bool starts_with_any(std::string_view key, const std::vector<std::string_view>& all) {
  return std::any_of(all.begin(), all.end(), [&](std::string_view words) {
    return key.starts_with(words) && (key.size() == words.size() || key[words.size()] == ' ');
  });
}

}  // namespace

Words::Words() {
  for (const auto& [role, word, reading] : data::words) {
    if (role == "head") heads_.insert(word);
    if (role == "head" && reading == "alone") alone_.insert(word);
    if (role == "office") offices_.insert(word);
    if (role == "low") low_.push_back(word);
    if (role == "nobody" && reading.empty()) nobodies_.insert(word);
    if (role == "nobody" && !reading.empty()) nobody_starts_.push_back(word);
    if (role == "capacity") capacities_.insert(word);
    if (role == "to_time") to_time_.insert(word);
    if (role == "exception") exceptions_.push_back(word);
    if (role == "group_limit") limits_.push_back(word);
    if (role == "place_level") levels_.insert(word);
    if (role == "surname") surnames_.insert(word);
    if (role == "plain_work") works_.insert(word);
    if (role == "each_level") each_.insert(word);
    if (role == "legal_form") forms_.insert(word);
    if (role == "generic") generic_.insert(word);
    if (role == "part") parts_.insert(word);
    if (role == "joining") joining_.insert(word);
    if (role == "duty_verb") verbs_.insert(word);
    if (role == "within_name") within_.insert(word);
    if (role == "product") products_.push_back(word);
    if (role == "ditto") dittos_.insert(word);
    if (role == "reference") references_.insert(word);
    if (role == "many") many_.insert(word);
    if (role == "branch") branches_.push_back(word);
    if (role == "attribute") attributes_.emplace(word, reading);
    if (role == "superior") superiors_.push_back(word);
    if (role == "post") posts_.push_back(word);
    if (role == "signing") signing_.push_back(word);
    if (role == "signing" && reading == "minutes") keepers_.push_back(word);
  }
}

std::size_t Words::head_size(std::string_view key) const {
  constexpr int longest = 4;  // words of a head
  std::size_t best = 0;
  std::size_t end = 0;
  for (int count = 0; count < longest && end < key.size(); ++count) {
    end = std::min(key.find(' ', end == 0 ? 0 : end + 1), key.size());
    if (heads_.contains(key.substr(0, end))) best = end;
  }
  return best;
}

bool Words::starts_product(std::string_view key) const {
  return std::any_of(products_.begin(), products_.end(),
                     [&](std::string_view noun) { return key.starts_with(noun); });
}

std::size_t Words::branch_size(std::string_view key) const {
  for (const std::string_view branch : branches_)
    if (key.starts_with(branch)) return branch.size();
  return 0;
}

bool Words::starts_post(std::string_view key) const { return starts_with_any(key, posts_); }

bool Words::is_superior(std::string_view key) const { return starts_with_any(key, superiors_); }

bool Words::is_low(std::string_view key) const { return starts_with_any(key, low_); }

bool Words::is_nobody(std::string_view key) const {
  return nobodies_.contains(key) || starts_with_any(key, nobody_starts_);
}

bool Words::leaves_out(std::string_view key) const { return starts_with_any(key, exceptions_); }

bool Words::limits_group(std::string_view group) const {
  return std::any_of(limits_.begin(), limits_.end(), [&](std::string_view limit) {
    const std::size_t at = group.find(limit);
    const bool begins = at != group.npos && at > 0 && group[at - 1] == ' ';
    return begins && (at + limit.size() == group.size() || group[at + limit.size()] == ' ');
  });
}

bool Words::signs(std::string_view key) const { return starts_with_any(key, signing_); }

bool Words::keeps_minutes(std::string_view key) const { return starts_with_any(key, keepers_); }

std::string_view Words::attribute(std::string_view name) const {
  const auto found = attributes_.find(name);
  return found == attributes_.end() ? std::string_view{} : found->second;
}

const Words& words() {
  static const Words instance;
  return instance;
}

}  // namespace sauro::inline v0_1::detail
