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
  /// By the id, the name, or the number and the name. One that is only like a name, or a part of
  /// one, is asked about; of very many the first ones.
  [[nodiscard]] Found find(std::string_view label);

 private:
  using ByKey =
      std::unordered_map<std::string, std::vector<std::size_t>, ViewHash, std::equal_to<>>;

  [[nodiscard]] std::vector<std::size_t> holding(const std::string& folded) const;

  const std::vector<Indicator>& indicators_;
  std::vector<std::string> folded_;  ///< names
  int searches_left_ = 20;           ///< through all names
  ByKey ids_;
  ByKey names_;  ///< of tone keys
  ByKey like_;   ///< of folded ones
};

}  // namespace sauro::inline v0_1::detail
