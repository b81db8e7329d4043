#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"
#include "sauro/index/framework.hpp"
#include "sauro/plan/span.hpp"
#include "sauro/reading/read_plan.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// What became of the words that say how a criterion gets its points.
enum class RuleState : std::uint8_t {
  read,    ///< a rule
  unread,  ///< none: its points are an input, and the words are its note
};

constexpr std::array<std::string_view, 2> enum_names(RuleState /*value*/) noexcept {
  return {"read", "unread"};
}

/// The rule of a criterion without parts, as it was read from a document.
struct RuleDraft {
  std::string code = {};
  RuleState state = RuleState::read;
  std::string text = {};
  std::string why = {};
  std::string why_en = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("code", &RuleDraft::code, "Of the criterion.", traits::required | traits::shown),
        Field("state", &RuleDraft::state,
              "'read', or 'unread': its points are an input and the words its note.",
              traits::shown),
        Field("text", &RuleDraft::text, "The words of the document.", traits::shown),
        Field("why", &RuleDraft::why, "Why none was read, in Vietnamese.", traits::omitted),
        Field("why_en", &RuleDraft::why_en, "The same in English.", traits::omitted),
        Field("span", &RuleDraft::span, "Where the criterion stands.")};
  }

  friend bool operator==(const RuleDraft&, const RuleDraft&) = default;
};

/// A set of criteria as a document has it.
struct FrameworkDraft {
  Framework framework = {};
  std::vector<RuleDraft> rules = {};  ///< of the criteria without parts, in order
  /// Points that the document gives: code, title, max, self, appraised, evidence; without rows
  /// where it gives none.
  Table points = {};
  std::vector<Problem> problems = {};  ///< rows that are no criterion and no case, missing maxima
};

/// Reads a set of criteria out of the tables of a document (docx, odt, xlsx, ods, csv, HTML,
/// Markdown, text): STT | Tiêu chí | Điểm tối đa | Cách tính điểm, or the cases in rows below.
///
/// Numbers (I, 1, 1.1, a) make the tree, codes are what they come to below one another. Each case
/// is read ("từ 80% đến dưới 100%: 0,5"), or the whole rule is `unread`: nothing is guessed.
/// Whether maxima add up and ranges meet says `framework.validate()`. Throws
/// ValidationError(framework_invalid) where no table names criteria and points, and what
/// `read_plan` does. Linear in the bytes.
[[nodiscard]] SAURO_API FrameworkDraft read_framework(const std::filesystem::path& path,
                                                      const ReadOptions& options = {});

/// The same of a document in memory.
[[nodiscard]] SAURO_API FrameworkDraft read_framework_text(std::string_view bytes,
                                                           const ReadOptions& options = {});

}  // namespace sauro::inline v0_1
