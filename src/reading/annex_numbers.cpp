#include "reading/annex_numbers.hpp"

#include "reading/official_lines.hpp"

namespace sauro::inline v0_1::detail {

AnnexNumbers::AnnexNumbers(const std::vector<Unit>& units) {
  for (const Unit& unit : units) {
    const auto heading = annex_heading(unit.text);
    if (heading && heading->number) kept_.insert(*heading->number);
  }
}

int AnnexNumbers::take(int wanted) {
  if (!used_.insert(wanted).second) return next();
  return last_ = wanted;
}

int AnnexNumbers::next() {
  do ++last_;
  while (used_.contains(last_) || kept_.contains(last_));
  used_.insert(last_);
  return last_;
}

}  // namespace sauro::inline v0_1::detail
