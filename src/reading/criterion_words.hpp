#pragma once

#include <array>
#include <optional>
#include <string_view>

/// The words of src/data/criterion_words.json.
namespace sauro::inline v0_1::detail {

/// What a column of a table of criteria holds.
enum class CriterionField { number, title, max, rule, self, appraised, evidence, note };
inline constexpr std::size_t criterion_fields = 8;

constexpr std::array<std::string_view, criterion_fields> enum_names(CriterionField /*v*/) noexcept {
  return {"number", "title", "max", "rule", "self", "appraised", "evidence", "note"};
}

/// What a row is besides a criterion.
enum class CriterionRowKind { total, subtotal, bonus, penalty };

constexpr std::array<std::string_view, 4> enum_names(CriterionRowKind /*v*/) noexcept {
  return {"total", "subtotal", "bonus", "penalty"};
}

/// How a year compares with the one before.
enum class ChangeCase { better, equal, worse };

constexpr std::array<std::string_view, 3> enum_names(ChangeCase /*v*/) noexcept {
  return {"better", "equal", "worse"};
}

std::optional<CriterionField> criterion_field(std::string_view header);
/// Of a title that begins with such words; a total is these words alone or before a bracket.
std::optional<CriterionRowKind> criterion_row_kind(std::string_view title);
std::optional<ChangeCase> change_case(std::string_view condition);

/// "còn lại", "ngược lại"
bool is_other_case(std::string_view condition);
/// Whether it says that something is not so, and what: "báo cáo" of "không báo cáo".
std::optional<std::string> denied(std::string_view condition);
/// Whether a word says more than a range can: "hoặc", "nhưng", "vượt".
bool goes_beyond_range(std::string_view word);
/// Whether it begins as one of several things that are asked for: "có kế hoạch".
bool is_item(std::string_view condition);
/// Bytes of "không tính điểm" at the end of a text.
std::size_t no_points_at_end(std::string_view text);
/// "điểm tối đa"
bool names_max(std::string_view factor);
/// A formula behind the words that lead to it: "(b/a) × 1" of "tính theo công thức (b/a) × 1".
std::string_view behind_formula_lead(std::string_view formula);

}  // namespace sauro::inline v0_1::detail
