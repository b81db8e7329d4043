#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/plan/plan.hpp"

namespace sauro::inline v0_1::detail {

/// Places of the tasks of a plan, by id.
std::unordered_map<std::string_view, std::size_t> places_of(const Plan& plan);

/// Agencies of a plan by id, in constant time.
class AgencyIndex {
 public:
  explicit AgencyIndex(const Plan& plan);

  [[nodiscard]] const Agency* find(std::string_view id) const;
  /// Throws NotFoundError as Plan::agency does.
  [[nodiscard]] const Agency& at(std::string_view id) const;
  /// Names of agencies; an id stands for itself where the plan doesn't list it.
  [[nodiscard]] std::vector<std::string> names(const std::vector<std::string>& ids) const;

 private:
  const Plan& plan_;
  std::unordered_map<std::string_view, const Agency*> agencies_;
};

/// Which tasks have to come before which; by place in `plan.tasks`.
struct Order {
  std::size_t before = 0;
  std::size_t after = 0;
  friend bool operator==(const Order&, const Order&) = default;
};

/// The steps of each inspection: to prepare, to carry out, to follow up (see
/// src/data/inspection_stages.json). Steps are parts of one task.
std::vector<Order> inspection_chains(const Plan& plan);

/// For each task the place of its parent; its own place where it has none.
std::vector<std::size_t> parents_of(const Plan& plan);

}  // namespace sauro::inline v0_1::detail
