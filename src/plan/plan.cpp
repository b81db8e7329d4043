#include "sauro/plan/plan.hpp"

#include <algorithm>

#include "sauro/core/error.hpp"

namespace sauro {
namespace {

template <class Item>
const Item& by_id(const std::vector<Item>& items, std::string_view id, const char* what) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  if (found == items.end()) {
    throw NotFoundError(ErrorCode::not_found, std::string(id),
                        std::string("the plan has no ") + what + " with this id; it has " +
                            std::to_string(items.size()));
  }
  return *found;
}

}  // namespace

std::ptrdiff_t Coverage::lost() const noexcept {
  return static_cast<std::ptrdiff_t>(characters) -
         static_cast<std::ptrdiff_t>(in_fields + in_unread + repeated_headers + marks);
}

double Coverage::percent() const noexcept {
  if (characters == 0) return 100.0;
  const auto off = static_cast<double>(lost() < 0 ? -lost() : lost());
  return std::max(0.0, 100.0 * (1.0 - off / static_cast<double>(characters)));
}

const Task& Plan::task(std::string_view id) const { return by_id(tasks, id, "task"); }

const Agency& Plan::agency(std::string_view id) const { return by_id(agencies, id, "agency"); }

}  // namespace sauro
