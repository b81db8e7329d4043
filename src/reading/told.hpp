#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/plan/corrections.hpp"

/// What a person has settled, where the parsers ask for it.
namespace sauro::inline v0_1::detail {

/// The rows and columns of corrections, by their texts without marks and capitals.
class Told {
 public:
  explicit Told(const Corrections& corrections);

  /// What the column of a header holds; nothing where it isn't settled.
  [[nodiscard]] std::optional<ColumnMeaning> column(std::string_view header) const;

  /// What the row of this text is; nothing where it isn't settled. It counts as asked for.
  std::optional<RowMeaning> row(std::string_view text);

  /// Whether the row that correction `at` speaks of was asked for.
  [[nodiscard]] bool was_met(std::size_t at) const { return met_[at]; }

 private:
  struct Row {
    RowMeaning meaning = RowMeaning::own;
    std::size_t at = 0;
  };

  std::unordered_map<std::string, ColumnMeaning> columns_;
  std::unordered_map<std::string, Row> rows_;
  std::vector<bool> met_;
};

struct Context;

/// Puts what was settled into the tasks and indicators, which have no meanings yet; what fits
/// nowhere is a remark.
void apply_corrections(Context& context);

}  // namespace sauro::inline v0_1::detail
