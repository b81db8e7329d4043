#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/export.hpp"

namespace sauro {

/// Why a day differs from the others of its weekday.
enum class DayKind {
  holiday,             ///< a public holiday on a day that would be worked
  holiday_on_weekend,  ///< a public holiday on a weekly rest day
  compensatory,        ///< off in lieu of a holiday on a rest day (Labour Code 2019, art. 111(3))
  swapped_off,         ///< off in exchange for a worked rest day
  worked,              ///< a rest day that is worked in exchange
};

constexpr std::array<std::string_view, 5> enum_names(DayKind /*value*/) noexcept {
  return {"holiday", "holiday_on_weekend", "compensatory", "swapped_off", "worked"};
}

/// A day that a decision or a user sets.
struct SpecialDay {
  Date date;
  DayKind kind = DayKind::holiday;
  std::string name;

  friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};

/// A notice that sets days off and worked days of one year.
struct HolidayDecision {
  std::string number;  ///< "5015/TB-LĐTBXH"
  std::string issuer;
  std::optional<Date> date;  ///< of issue; without one it counts as known from 1 January of `year`
  int year = 0;
  /// Feasts whose days it sets in place of those of the law: "new_year", "tet", "hung_kings",
  /// "victory_day", "labour_day", "national_day", "culture_day", or "year" for all of them.
  std::vector<std::string> settles;
  std::vector<SpecialDay> days;
  std::string source;
  std::string note;

  friend bool operator==(const HolidayDecision&, const HolidayDecision&) = default;
};

/// A day off or a worked rest day of a calendar, with who set it.
struct DayOff {
  Date date;
  DayKind kind = DayKind::holiday;
  std::string name;
  std::string decision;    ///< number of the decision, or the law and article
  bool projected = false;  ///< no decision for the year was known: computed from the law

  friend bool operator==(const DayOff&, const DayOff&) = default;
};

/// The notices that ship with the library, with source and how sure each is (src/data).
[[nodiscard]] SAURO_API const std::vector<HolidayDecision>& built_in_holiday_decisions();

}  // namespace sauro
