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
#include "sauro/core/problem.hpp"
#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// What an entry says of a task.
enum class ProgressStatus { not_started, in_progress, done, cancelled, postponed };

constexpr std::array<std::string_view, 5> enum_names(ProgressStatus /*value*/) noexcept {
  return {"not_started", "in_progress", "done", "cancelled", "postponed"};
}

/// One dated entry of a log; nothing in a log is overwritten.
struct ProgressEntry {
  std::string task = {};        ///< id
  std::string occurrence = {};  ///< label; empty for the earliest one that is still open
  Date date{1970, 1, 1};
  std::optional<ProgressStatus> status = {};
  std::optional<double> percent = {};  ///< 0 to 100
  std::optional<double> stars = {};    ///< quality, 0 to 5
  std::optional<Date> due = {};        ///< new due day of what was postponed
  std::string result = {};
  std::string document = {};  ///< number of the document that shows it
  std::string evidence = {};  ///< a link
  std::string who = {};
  std::string note = {};   ///< "Ghi chú": why it is late, what hinders
  std::string place = {};  ///< where it was read: "Tiến độ, dòng 5"

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("task", &ProgressEntry::task, "Id.", traits::required | traits::shown),
        Field("occurrence", &ProgressEntry::occurrence,
              "Label; empty for the earliest one that is still open.",
              traits::omitted | traits::shown),
        Field("date", &ProgressEntry::date, "Day of the entry.", traits::required | traits::shown),
        Field("status", &ProgressEntry::status,
              "not_started, in_progress, done, cancelled, postponed or None.",
              traits::omitted | traits::shown),
        Field("percent", &ProgressEntry::percent, "0 to 100, or None.",
              traits::omitted | traits::shown),
        Field("stars", &ProgressEntry::stars, "Quality, 0 to 5, or None.", traits::omitted),
        Field("due", &ProgressEntry::due, "New due day of what was postponed.", traits::omitted),
        Field("result", &ProgressEntry::result, "What came of it.", traits::omitted),
        Field("document", &ProgressEntry::document, "Number of the document that shows it.",
              traits::omitted),
        Field("evidence", &ProgressEntry::evidence, "A link.", traits::omitted),
        Field("who", &ProgressEntry::who, "Who says so.", traits::omitted),
        Field("note", &ProgressEntry::note, "Why it is late, what hinders.", traits::omitted),
        Field("place", &ProgressEntry::place, "Where it was read.", traits::unwritten)};
  }

  friend bool operator==(const ProgressEntry& a, const ProgressEntry& b) {
    return equal_fields(a, b);
  }
};

/// Words by which columns and statuses of progress tables are known (src/data/progress_words.json).
struct ProgressWords {
  /// "column", "about", "status", "period", "future" or "counted"
  std::string kind = {};
  std::string name = {};  ///< of the field or status
  std::vector<std::string> words = {};
};

[[nodiscard]] SAURO_API const std::vector<ProgressWords>& progress_words();

/// A log of what was done, in any order.
struct Progress {
  std::vector<ProgressEntry> entries = {};
  std::vector<Problem> problems = {};  ///< rows that were left out, with OnProblem::keep

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("entries", &Progress::entries, "All entries, in the order given.", traits::required),
        Field("problems", &Progress::problems, "Rows that were left out.", traits::unwritten)};
  }

  friend bool operator==(const Progress& a, const Progress& b) { return equal_fields(a, b); }
};

/// Both logs, one after the other.
[[nodiscard]] SAURO_API Progress merged(const Progress& first, const Progress& second);

}  // namespace sauro::inline v0_1
