#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/table/column.hpp"

namespace sauro::inline v0_1::detail {

/// Labels of one or several columns, each once; the columns have to live as long.
class LabelUnion {
 public:
  /// The code here of each label there; -1 for one that is missing.
  std::vector<std::int32_t> codes_of(const Column& labels) {
    std::vector<std::int32_t> codes;
    codes.reserve(static_cast<std::size_t>(labels.size()));
    for (std::int64_t i = 0; i < labels.size(); ++i) {
      if (labels.is_missing(i)) {
        codes.push_back(-1);
        continue;
      }
      const auto [at, is_new] =
          known_.try_emplace(labels.text(i), static_cast<std::int32_t>(texts_.size()));
      if (is_new) texts_.emplace_back(at->first);
      codes.push_back(at->second);
    }
    return codes;
  }

  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

  [[nodiscard]] std::shared_ptr<const Column> column() const {
    return std::make_shared<const Column>(Column::of("", texts_));
  }

 private:
  std::unordered_map<std::string_view, std::int32_t> known_;
  std::vector<std::string> texts_;
};

}  // namespace sauro::inline v0_1::detail
