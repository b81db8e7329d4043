#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/calendar/time_limit.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// A limit that a decree sets for every dossier, beside the limit of its own procedure.
struct LimitPreset {
  std::string id = {};
  std::string title = {};
  std::string title_en = {};
  std::optional<TimeLimit> limit = {};
  bool before_end = false;
  std::string cut_off = {};
  std::string decree = {};
  std::optional<Date> since = {};
  std::optional<Date> until = {};
  std::string sure = {};
  std::string note = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("id", &LimitPreset::id, "'online_reply'.", traits::required | traits::shown),
        Field("title", &LimitPreset::title, "What is to be done, in Vietnamese.", traits::shown),
        Field("title_en", &LimitPreset::title_en, "The same in English."),
        Field("limit", &LimitPreset::limit,
              "TimeLimit, or None where a decree governs it whose words were not found.",
              traits::shown),
        Field("before_end", &LimitPreset::before_end,
              "Counted back from the end of the dossier's limit, not from the event."),
        Field("cut_off", &LimitPreset::cut_off,
              "'15:00': what comes later counts as of the next working day; or ''."),
        Field("decree", &LimitPreset::decree, "Who says so.", traits::shown),
        Field("since", &LimitPreset::since, "First day on which it holds, or None: not known."),
        Field("until", &LimitPreset::until, "Last day on which it holds, or None: still."),
        Field("sure", &LimitPreset::sure, "How far the entry was checked: 'recalled: medium'.",
              traits::shown),
        Field("note", &LimitPreset::note, "What else is to be known.")};
  }

  friend bool operator==(const LimitPreset& a, const LimitPreset& b) { return equal_fields(a, b); }
};

/// All limits that ship with the library (src/data/limit_presets.json), one entry a decree.
[[nodiscard]] SAURO_API std::vector<LimitPreset> limit_presets();

/// The one in force on a day.
///
/// Throws NotFoundError(not_found) for an unknown name, which lists those there are; for a day on
/// which none holds; and where a later decree governs the matter whose words were not found.
[[nodiscard]] SAURO_API LimitPreset limit_preset(std::string_view id, const Date& on);

}  // namespace sauro::inline v0_1
