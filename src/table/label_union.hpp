#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/table/column.hpp"
#include "core/numbering.hpp"

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
      codes.push_back(code_of(labels.text(i)));
    }
    return codes;
  }

  /// The code here of each text, in their order.
  std::vector<std::int32_t> codes_of(const std::vector<std::string_view>& texts) {
    std::vector<std::int32_t> codes;
    codes.reserve(texts.size());
    for (const std::string_view text : texts) codes.push_back(code_of(text));
    return codes;
  }

  /// The code here of a text.
  std::int32_t code_of(std::string_view text) {
    return static_cast<std::int32_t>(texts_.number_of(text));
  }

  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }
  [[nodiscard]] const std::vector<std::string_view>& texts() const noexcept {
    return texts_.keys();
  }

  [[nodiscard]] std::shared_ptr<const Column> column() const {
    return std::make_shared<const Column>(
        Column::of("", std::vector<std::string>(texts_.keys().begin(), texts_.keys().end())));
  }

 private:
  Numbering<std::string_view> texts_;
};

}  // namespace sauro::inline v0_1::detail
