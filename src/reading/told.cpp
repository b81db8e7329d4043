#include "reading/told.hpp"

#include "sauro/text/fold.hpp"

namespace sauro::inline v0_1::detail {

Told::Told(const Corrections& corrections) : met_(corrections.list.size()) {
  for (const auto& [header, value] : corrections.columns) {
    if (value) columns_[fold(header)] = *value;
  }
  for (std::size_t i = 0; i < corrections.list.size(); ++i) {
    const Correction& one = corrections.list[i];
    if (one.field != CorrectedField::row || !one.value) continue;
    if (const auto meaning = try_parse<RowMeaning>(*one.value))
      rows_[fold(one.text)] = {*meaning, i};
  }
}

std::optional<ColumnMeaning> Told::column(std::string_view header) const {
  if (columns_.empty()) return std::nullopt;
  const auto found = columns_.find(fold(header));
  return found == columns_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<RowMeaning> Told::row(std::string_view text) {
  if (rows_.empty()) return std::nullopt;
  const auto found = rows_.find(fold(text));
  if (found == rows_.end()) return std::nullopt;
  met_[found->second.at] = true;
  return found->second.meaning;
}

}  // namespace sauro::inline v0_1::detail
