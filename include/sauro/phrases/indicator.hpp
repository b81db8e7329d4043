#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/period.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/indicator.hpp"
#include "sauro/plan/remark.hpp"

namespace sauro::inline v0_1 {

/// The period that words name; nothing where they name none.
///
/// "2026", "năm 2030", "Quý I/2026", "T3/2026", "2026-03", "9 tháng năm 2026", "giai đoạn
/// 2026-2030" (all of it), "đến năm 2030" (that year). `year` is that of words which name none.
[[nodiscard]] SAURO_API std::optional<Period> try_parse_period(std::string_view text,
                                                               std::optional<int> year = {});

/// The same; throws Error(invalid_period) where they name none.
[[nodiscard]] SAURO_API Period parse_period(std::string_view text, std::optional<int> year = {});

/// What an indicator measures, as its fields settle it or else as its words tell.
struct IndicatorMeaning {
  MeasureKind measure = MeasureKind::level;
  Better direction = Better::higher;
  std::optional<double> baseline = {};
  std::string baseline_period = {};
  std::vector<Remark> remarks = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("measure", &IndicatorMeaning::measure,
              "'level', 'flow', 'ratio', 'rank', 'grade' or 'yes_no'.", traits::shown),
        Field("direction", &IndicatorMeaning::direction, "'higher', 'lower' or 'within'.",
              traits::shown),
        Field("baseline", &IndicatorMeaning::baseline, "What was reached before.", traits::shown),
        Field("baseline_period", &IndicatorMeaning::baseline_period, "What that is of: '2025'.",
              traits::shown),
        Field("remarks", &IndicatorMeaning::remarks, "What of it is a guess.")};
  }

  friend bool operator==(const IndicatorMeaning&, const IndicatorMeaning&) = default;
};

/// Whether an indicator is a level, a flow, a ratio, a rank, a grade or yes and no, which way is
/// better, and where it begins.
///
/// Fields that somebody has settled hold; then its unit and its targets; what only words of its
/// name tell, or nothing does, is a remark.
[[nodiscard]] SAURO_API IndicatorMeaning meaning_of(const Indicator& indicator);

}  // namespace sauro::inline v0_1
