#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/core/shared.hpp"
#include "sauro/export.hpp"
#include "sauro/plan/progress.hpp"
#include "sauro/plan/schedule.hpp"
#include "sauro/table/table.hpp"

namespace sauro::inline v0_1 {

/// How something that is due stands on a day.
enum class BoardStatus {
  not_due,
  in_progress,
  done_on_time,
  done_late,
  done,          ///< without a due day
  overdue,       ///< a limit of its own has passed
  not_reported,  ///< a period of what goes on all the time has passed without a report
  no_date,
  cancelled,
  postponed,  ///< to a day that hasn't passed, or to none
};

constexpr std::array<std::string_view, 10> enum_names(BoardStatus /*value*/) noexcept {
  return {"not_due", "in_progress",  "done_on_time", "done_late", "done",
          "overdue", "not_reported", "no_date",      "cancelled", "postponed"};
}

inline constexpr std::size_t board_statuses = 10;

/// Points for being early or late, and how much they count; the preset is
/// src/data/point_schemes.json.
struct PointScheme {
  struct Band {
    std::int64_t late_from = 0;  ///< working days after the due day, negative before it
    double points = 0;           ///< for so many or more, up to the next band
    friend bool operator==(const Band&, const Band&) = default;
  };
  std::vector<Band> bands = {};  ///< in ascending order
  double not_done = 0;           ///< for what is overdue
  double points_a_star = 20;     ///< of quality
  double usual_stars = 4;        ///< where no entry names any
  double lead = 1;               ///< weight of a task in its lead's points
  double coordinator = 0.3;      ///< weight of a task in its coordinators' points

  /// Completion points of a one-stop centre (domain source in the data file).
  [[nodiscard]] static SAURO_API PointScheme preset();

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("bands", &PointScheme::bands,
              "(late_from, points) in ascending order: working days after the due day, negative "
              "before it, up to the next band.",
              traits::required | traits::shown),
        Field("not_done", &PointScheme::not_done, "Points of what is overdue.",
              traits::omitted | traits::shown),
        Field("points_a_star", &PointScheme::points_a_star,
              "Points of quality; those of what is done are the mean of both.",
              traits::omitted | traits::shown),
        Field("usual_stars", &PointScheme::usual_stars, "Quality where no entry names any.",
              traits::omitted | traits::shown),
        Field("lead", &PointScheme::lead, "Weight of a task in the points of its leads.",
              traits::omitted | traits::shown),
        Field("coordinator", &PointScheme::coordinator,
              "Weight of a task in the points of its coordinators.",
              traits::omitted | traits::shown)};
  }

  friend bool operator==(const PointScheme& a, const PointScheme& b) { return equal_fields(a, b); }
};

/// A due day that was moved.
struct DueChange {
  Date on{1970, 1, 1};            ///< day of the entry
  std::optional<Date> from = {};  ///< due before
  std::optional<Date> to = {};    ///< due after

  friend bool operator==(const DueChange&, const DueChange&) = default;
};

/// One occurrence of the schedule on a day.
struct BoardRow {
  BoardStatus status = BoardStatus::not_due;
  std::optional<Date> due = {};           ///< as it stands, after postponements
  std::optional<Date> finished = {};      ///< day of the entry that says done
  std::int64_t late_days = 0;             ///< working days after the due day, at least 1, of what
                                          ///< is late or overdue
  std::optional<double> percent = {};     ///< of the latest entry that has one
  std::optional<double> points = {};      ///< of what is done or overdue
  std::optional<std::size_t> entry = {};  ///< place of the latest entry in the log
  std::vector<DueChange> moved = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("due", &BoardRow::due, "As it stands, after postponements."),
        Field("status", &BoardRow::status, "How it stands."),
        Field("finished", &BoardRow::finished, "Day of the entry that says done."),
        Field("late_days", &BoardRow::late_days,
              "Working days after the due day, at least 1, of what is late or overdue."),
        Field("percent", &BoardRow::percent, "Of the latest entry that has one."),
        Field("points", &BoardRow::points, "Of what is done or overdue."),
        Field("entry", &BoardRow::entry, "Place of the latest entry in the log.",
              traits::unwritten),
        Field("moved", &BoardRow::moved, "The history of due days.", traits::unwritten)};
  }

  friend bool operator==(const BoardRow& a, const BoardRow& b) { return equal_fields(a, b); }
};

/// Something to remind of.
struct Alert {
  std::size_t row = 0;            ///< place among the board's rows
  std::int64_t working_days = 0;  ///< to the due day; negative where it has passed
  int level = 0;                  ///< the alert's day count; 0 for overdue
  std::string task = {};          ///< id
  std::string occurrence = {};    ///< label
  Date due{1970, 1, 1};           ///< as it stands

  /// What is written of it; its row follows from task and occurrence.
  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("task", &Alert::task, "Id.", traits::required | traits::shown),
        Field("occurrence", &Alert::occurrence, "Label of the occurrence.",
              traits::required | traits::shown),
        Field("due", &Alert::due, "The due day as it stands.", traits::required | traits::shown),
        Field("working_days", &Alert::working_days, "To the due day; negative where it has passed.",
              traits::required | traits::shown),
        Field("level", &Alert::level,
              "Which of the alert days it has reached; 0 for what is overdue.",
              traits::required | traits::shown)};
  }

  friend bool operator==(const Alert& a, const Alert& b) { return equal_fields(a, b); }
};

/// An entry that can't be right: `where` is its place, or "entry 3".
struct BadEntry : Problem {
  std::size_t entry = 0;  ///< place in the log

  template <class = void>
  static constexpr auto fields() {
    using Text = Field<BadEntry, std::string>;
    return std::tuple{Field<BadEntry, ErrorCode>("code", &BadEntry::code, "Number of the error."),
                      Text("where", &BadEntry::where, "Where the entry was read."),
                      Text("message", &BadEntry::message, "What is wrong, in Vietnamese."),
                      Text("message_en", &BadEntry::message_en, "The same in English."),
                      Field("entry", &BadEntry::entry, "Its place in the log.")};
  }

  friend bool operator==(const BadEntry& a, const BadEntry& b) { return equal_fields(a, b); }
};

/// How a schedule stands on a day.
struct SAURO_API Board {
  Shared<Schedule> schedule = {};
  Shared<Progress> progress = {};
  Date as_of{1970, 1, 1};
  std::vector<BoardRow> rows = {};      ///< one an occurrence of the schedule
  std::vector<Alert> alerts = {};       ///< the most urgent first
  std::vector<BadEntry> bad = {};       ///< with OnProblem::keep
  std::vector<std::size_t> later = {};  ///< entries after `as_of`, which don't count yet
  PointScheme scheme = {};
  std::vector<double> priorities = {};  ///< one a task of the schedule
  bool reviews = false;                 ///< whether they count in reminders and scores

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("schedule", &Board::schedule, "What is due when."),
        Field("progress", &Board::progress, "What was done."),
        Field("as_of", &Board::as_of, "The day."),
        Field("rows", &Board::rows, "One an occurrence of the schedule."),
        Field("alerts", &Board::alerts, "The most urgent first."),
        Field("bad", &Board::bad, "Entries that can't be right."),
        Field("later", &Board::later, "Entries after the day, which don't count yet."),
        Field("scheme", &Board::scheme, "Points for being early or late."),
        Field("priorities", &Board::priorities, "One a task of the schedule."),
        Field("reviews", &Board::reviews, "Whether reviews count in reminders and scores.")};
  }

  friend bool operator==(const Board& a, const Board& b) { return equal_fields(a, b); }

  /// A row an occurrence: task, title, agency, agency_name, area, area_name, occurrence, due,
  /// status, finished, late_days, percent, points, result, document, evidence, who, moved.
  [[nodiscard]] Table table() const;
  /// Counts by group: the group (agencies and areas with their names), a column a status, total,
  /// shared (of these with another lead too, where agencies are counted), on_time_percent (of what
  /// was due) and points (mean, weighted by role and priority). Reviews are in the counts alone
  /// unless `reviews` says otherwise.
  /// Groups: agency, area, annex, product, month. What an agency coordinates is part of its points
  /// alone.
  [[nodiscard]] Table by(std::string_view group) const;
  /// The next due day of each task that has one ahead or overdue: task, occurrence, due,
  /// status.
  [[nodiscard]] Table next() const;
};

/// What changed from one board to a later one of the same schedule: task, occurrence, before,
/// after, due_before, due_after.
[[nodiscard]] SAURO_API Table changes_table(const Board& before, const Board& after);

}  // namespace sauro::inline v0_1
