#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

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
  Date date{1970, 1, 1};
  DayKind kind = DayKind::holiday;
  std::string name = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("date", &SpecialDay::date, "The day.", traits::required | traits::shown),
        Field("kind", &SpecialDay::kind,
              "'holiday', 'holiday_on_weekend', 'compensatory', 'swapped_off' or 'worked'.",
              traits::shown),
        Field("name", &SpecialDay::name, "Why, in words.", traits::shown)};
  }

  friend bool operator==(const SpecialDay&, const SpecialDay&) = default;
};

/// A notice that sets days off and worked days of one year.
struct HolidayDecision {
  std::string number = {};
  std::string issuer = {};
  std::optional<Date> date = {};
  int year = 0;
  std::vector<std::string> settles = {};
  std::vector<SpecialDay> days = {};
  std::string source = {};
  std::string note = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("number", &HolidayDecision::number, "'5015/TB-LĐTBXH'.",
              traits::required | traits::shown),
        Field("issuer", &HolidayDecision::issuer, "Who issued it."),
        Field("date", &HolidayDecision::date,
              "Of issue; without one it counts as known from 1 January of its year.",
              traits::shown),
        Field("year", &HolidayDecision::year, "Whose days it sets.",
              traits::required | traits::shown),
        Field("settles", &HolidayDecision::settles,
              "Feasts whose days it sets in place of those of the law: 'new_year', 'tet', "
              "'hung_kings', 'victory_day', 'labour_day', 'national_day', 'culture_day', or 'year' "
              "for all of them."),
        Field("days", &HolidayDecision::days, "Days off and worked days.", traits::required),
        Field("source", &HolidayDecision::source, "Where it is published."),
        Field("note", &HolidayDecision::note, "How sure it is.")};
  }

  friend bool operator==(const HolidayDecision&, const HolidayDecision&) = default;
};

/// A day off or a worked rest day of a calendar, with who set it.
struct DayOff {
  Date date;
  DayKind kind = DayKind::holiday;
  std::string name = {};
  std::string decision = {};  ///< number of the decision, or the law and article
  bool projected = false;     ///< no decision for the year was known: computed from the law

  friend bool operator==(const DayOff&, const DayOff&) = default;
};

/// The notices that ship with the library, with source and how sure each is (src/data).
[[nodiscard]] SAURO_API const std::vector<HolidayDecision>& built_in_holiday_decisions();

}  // namespace sauro::inline v0_1
