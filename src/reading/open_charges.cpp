#include "reading/open_charges.hpp"

#include <algorithm>

namespace sauro::inline v0_1::detail {

void OpenCharges::add(Charge charge, int level, std::string mark) {
  open_.push_back({std::move(charge), level, std::move(mark), false});
  apart_ = false;
}

void OpenCharges::enter_numbered(int level) {
  const auto beside = [&](const Open& one) { return one.level >= level || !one.mark.empty(); };
  while (!open_.empty() && beside(open_.back())) open_.pop_back();
  note_marked_item();
}

void OpenCharges::enter_bulleted(std::string_view mark) {
  open_.erase(
      std::find_if(open_.begin(), open_.end(), [&](const Open& one) { return one.mark == mark; }),
      open_.end());
  note_marked_item();
}

void OpenCharges::enter_plain(bool below_heading) {
  while (!open_.empty() && !open_.back().mark.empty()) open_.pop_back();
  apart_ = !below_heading && !open_.empty() && open_.back().charge.by_lead_in &&
           open_.back().has_marked_items;
}

const Charge& OpenCharges::now() const {
  static const Charge nobody;
  return open_.empty() || apart_ ? nobody : open_.back().charge;
}

void OpenCharges::note_marked_item() {
  apart_ = false;
  if (!open_.empty()) open_.back().has_marked_items = true;
}

std::vector<std::string> OpenCharges::leads_above(int level) const {
  for (auto one = open_.rbegin(); one != open_.rend(); ++one) {
    if (one->level < level) return one->charge.owner.leads;
  }
  return {};
}

}  // namespace sauro::inline v0_1::detail
