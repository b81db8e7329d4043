#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/core/problem.hpp"
#include "sauro/plan/indicator.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {

/// Finds the indicators of a plan by what logs call them.
class IndicatorNames {
 public:
  explicit IndicatorNames(const std::vector<Indicator>& indicators);

  struct Found {
    std::ptrdiff_t indicator = -1;  ///< negative where it is none, or could be several
    Bilingual why = {};
  };
  /// By the id, the name, or the number and the name. One that is only like a name is asked about.
  [[nodiscard]] Found find(std::string_view label) const;

 private:
  using ByKey =
      std::unordered_map<std::string, std::vector<std::size_t>, ViewHash, std::equal_to<>>;

  const std::vector<Indicator>& indicators_;
  ByKey ids_;
  ByKey names_;  ///< of tone keys
  ByKey like_;   ///< of folded ones
};

}  // namespace sauro::inline v0_1::detail
