#include "sauro/tracking/track.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "data/point_schemes.hpp"

#include "sauro/core/error.hpp"
#include "calendar/rows.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "text/number_words.hpp"
#include "tracking/entry_places.hpp"

namespace sauro::inline v0_1 {

PointScheme PointScheme::preset() {
  const auto number = [](std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  };
  PointScheme scheme;
  for (const auto& [what, late_from, value] : detail::data::point_schemes) {
    if (what == "band") {
      scheme.bands.push_back({static_cast<std::int64_t>(number(late_from)), number(value)});
    }
    if (what == "not_done") scheme.not_done = number(value);
    if (what == "points_a_star") scheme.points_a_star = number(value);
    if (what == "usual_stars") scheme.usual_stars = number(value);
    if (what == "lead") scheme.lead = number(value);
    if (what == "coordinator") scheme.coordinator = number(value);
  }
  return scheme;
}

namespace {

using detail::number_words;
using detail::say;
using Entries = std::vector<std::size_t>;  ///< places in a log

constexpr double most_priority = 1e9;

/// A status by the first of the words that logs have for it.
Bilingual said_in_logs(ProgressStatus status) {
  const std::string_view name = to_string(status);
  for (const ProgressWords& one : progress_words()) {
    if (one.kind != "status" || one.name != name) continue;
    for (const std::string& word : one.words) {
      if (word != name) return {word, std::string(name)};
    }
  }
  return detail::said(name);
}

/// What the entries of one occurrence have said so far.
struct State {
  std::optional<ProgressStatus> status;
  std::optional<double> stars;
  bool reported = false;
};

/// Whether an entry reports anything, and isn't a day alone.
bool says_something(const ProgressEntry& entry) {
  return (entry.status && entry.status != ProgressStatus::not_started) || entry.percent ||
         !entry.result.empty() || !entry.document.empty() || !entry.evidence.empty();
}

/// Gives each entry to an occurrence, finds what can't be right, and applies the rest in order.
class Tracker {
 public:
  Tracker(Board& board, const WorkingCalendar& calendar, const TrackOptions& options)
      : board_(board),
        schedule_(*board.schedule),
        log_(board.progress->entries),
        calendar_(calendar),
        options_(options),
        places_(schedule_),
        states_(schedule_.occurrences.size()) {
    board_.rows.resize(schedule_.occurrences.size());
    for (std::size_t i = 0; i < board_.rows.size(); ++i) {
      board_.rows[i].due = schedule_.occurrences[i].due;
    }
  }

  void run() {
    set_priorities();
    apply_all();
    if (!board_.bad.empty() && options_.on_problem == OnProblem::raise) raise();
    for (std::size_t i = 0; i < board_.rows.size(); ++i) settle(i);
    std::stable_sort(
        board_.alerts.begin(), board_.alerts.end(),
        [](const Alert& a, const Alert& b) { return a.working_days < b.working_days; });
  }

 private:
  void apply_all() {
    Entries order(log_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::int32_t> days(log_.size());
    for (std::size_t i = 0; i < log_.size(); ++i) days[i] = log_[i].date.day_number();
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return days[a] < days[b]; });
    for (const std::size_t i : order) {
      const detail::EntryPlace task = places_.task(log_[i].task);
      if (!task.place) {
        bad(i, task.why);
      } else if (log_[i].date > board_.as_of) {
        board_.later.push_back(i);
      } else if (is_sound(i)) {
        apply(i, *task.place);
      }
    }
  }

  void bad(std::size_t entry, Bilingual what) {
    const std::string& place = log_[entry].place;
    board_.bad.push_back(
        {{ErrorCode::invalid_progress, place.empty() ? "entry " + std::to_string(entry + 1) : place,
          std::move(what.vi), std::move(what.en)},
         entry});
  }

  bool is_sound(std::size_t i) {
    const ProgressEntry& entry = log_[i];
    const std::size_t before = board_.bad.size();
    const auto outside = [](const std::optional<double>& value, double most) {
      return value && !(*value >= 0 && *value <= most);
    };
    if (outside(entry.percent, 100)) {
      bad(i, say("tỷ lệ {} phần trăm nằm ngoài khoảng 0 đến 100",
                 "percent {} is outside of 0 to 100", number_words(*entry.percent)));
    } else if (entry.percent && *entry.percent < 100 && entry.status == ProgressStatus::done) {
      bad(i, say("ghi hoàn thành nhưng mới đạt {} phần trăm", "done, but {} percent",
                 number_words(*entry.percent)));
    }
    for (const std::optional<Date>& day : {std::optional(entry.date), entry.due}) {
      if (day && (*day < calendar_.first() || *day > calendar_.last())) {
        bad(i, detail::outside_text(calendar_, detail::said(day->to_iso())));
      }
    }
    if (outside(entry.stars, 5)) {
      bad(i, say("số sao {} nằm ngoài khoảng 0 đến 5", "stars {} are outside of 0 to 5",
                 number_words(*entry.stars)));
    }
    return board_.bad.size() == before;
  }

  /// Another entry of the same day says something else.
  bool contradicts(std::size_t i, std::size_t occurrence) {
    const BoardRow& row = board_.rows[occurrence];
    if (!row.entry || !log_[i].status) return false;
    const ProgressEntry& other = log_[*row.entry];
    if (other.date != log_[i].date || !other.status || other.status == log_[i].status) return false;
    bad(i, say("ghi “{0}” cho nhiệm vụ {1}, nhưng mục khác cùng ngày ghi “{2}”{3}",
               "says {0} of task {1}, but another entry of that day says {2}{3}",
               said_in_logs(*log_[i].status), log_[i].task, said_in_logs(*other.status),
               other.place.empty() ? "" : " (" + other.place + ")"));
    return true;
  }

  void apply(std::size_t i, std::size_t task) {
    const ProgressEntry& entry = log_[i];
    const detail::EntryPlace found = places_.occurrence(task, entry.occurrence, entry.date);
    if (!found.place) return bad(i, found.why);
    if (contradicts(i, *found.place)) return;
    BoardRow& row = board_.rows[*found.place];
    State& state = states_[*found.place];
    state.reported = state.reported || says_something(entry);
    row.entry = i;
    if (entry.percent) row.percent = entry.percent;
    if (entry.stars) state.stars = entry.stars;
    if (entry.due && entry.due != row.due) {
      row.moved.push_back({entry.date, row.due, entry.due});
      row.due = entry.due;
    }
    if (!entry.status) return;
    state.status = entry.status;
    row.finished = entry.status == ProgressStatus::done ? std::optional(entry.date) : std::nullopt;
    // an older entry's percent no longer holds
    if (row.finished && row.percent && !entry.percent) row.percent = 100;
  }

  void settle(std::size_t i) {
    detail::poll();
    BoardRow& row = board_.rows[i];
    const std::optional<ProgressStatus>& said = states_[i].status;
    if (said == ProgressStatus::cancelled) {
      row.status = BoardStatus::cancelled;
    } else if (row.finished) {
      const bool late = row.due && *row.finished > *row.due;
      row.status = !row.due ? BoardStatus::done
                   : late   ? BoardStatus::done_late
                            : BoardStatus::done_on_time;
      if (late) row.late_days = late_days(*row.due, *row.finished);
    } else if (row.due && board_.as_of > *row.due && is_review(i)) {
      // nobody asked for more than a report, which may well say that the work goes on
      row.status = states_[i].reported ? BoardStatus::in_progress : BoardStatus::not_reported;
      if (!states_[i].reported) row.late_days = late_days(*row.due, board_.as_of);
    } else if (row.due && board_.as_of > *row.due) {
      row.status = BoardStatus::overdue;
      row.late_days = late_days(*row.due, board_.as_of);
    } else if (said == ProgressStatus::postponed) {
      row.status = BoardStatus::postponed;
    } else if (said == ProgressStatus::in_progress || row.percent.value_or(0) > 0) {
      row.status = BoardStatus::in_progress;
    } else {
      row.status = row.due ? BoardStatus::not_due : BoardStatus::no_date;
    }
    if (board_.reviews || !is_review(i)) {
      row.points = points_of(row, states_[i]);
      alert(i);
    }
  }

  [[nodiscard]] bool is_review(std::size_t i) const {
    return schedule_.occurrences[i].kind == OccurrenceKind::review;
  }

  /// A day off after the due day counts no working day, but is late all the same.
  [[nodiscard]] std::int64_t late_days(const Date& due, const Date& day) const {
    return std::max<std::int64_t>(calendar_.count(due, day), 1);
  }

  /// Working days after the due day; negative for what was done before it.
  [[nodiscard]] std::int64_t days_after_due(const BoardRow& row) const {
    if (row.late_days > 0) return row.late_days;
    return calendar_.count(*row.due, *row.finished);
  }

  [[nodiscard]] std::optional<double> points_of(const BoardRow& row, const State& state) const {
    const PointScheme& scheme = options_.scheme;
    const bool is_missed =
        row.status == BoardStatus::overdue || row.status == BoardStatus::not_reported;
    if (is_missed) return scheme.not_done;
    if (!row.finished || !row.due || row.status == BoardStatus::cancelled) return std::nullopt;
    double completion = scheme.not_done;
    const std::int64_t days = days_after_due(row);
    for (const PointScheme::Band& band : scheme.bands) {
      if (days >= band.late_from) completion = band.points;
    }
    const double quality = state.stars.value_or(scheme.usual_stars) * scheme.points_a_star;
    return (completion + quality) / 2;
  }

  void alert(std::size_t i) {
    const BoardRow& row = board_.rows[i];
    if (!row.due || row.finished || row.status == BoardStatus::cancelled) return;
    if (is_review(i) && row.status == BoardStatus::in_progress) return;  // it was reported
    const ScheduledOccurrence& one = schedule_.occurrences[i];
    const std::string& task = schedule_.tasks[one.task_place].id;
    if (row.late_days > 0) {
      board_.alerts.push_back({i, -row.late_days, 0, task, one.occurrence, *row.due});
      return;
    }
    const std::int64_t left = calendar_.count(board_.as_of, *row.due);
    int level = -1;
    for (const int days : options_.alert_days) {
      if (left <= days && (level < 0 || days < level)) level = days;
    }
    if (level >= 0) board_.alerts.push_back({i, left, level, task, one.occurrence, *row.due});
  }

  void set_priorities() {
    board_.priorities.assign(schedule_.tasks.size(), 1);
    detail::ProblemList problems(ErrorCode::invalid_option);
    for (const auto& [id, weight] : options_.priorities) {
      const std::optional<std::size_t> task = places_.task(id).place;
      if (task && weight >= 0 && weight <= most_priority) {
        board_.priorities[*task] = weight;
        continue;
      }
      problems.add("priorities", !task ? places_.no_task(id)
                                       : say("hệ số ưu tiên của \"{}\" phải từ 0 đến {}",
                                             "the priority of \"{}\" has to be from 0 to {}", id,
                                             static_cast<std::int64_t>(most_priority)));
    }
    problems.throw_if_any();
  }

  void raise() {
    detail::ProblemList problems(ErrorCode::invalid_progress, 50);
    std::stable_sort(board_.bad.begin(), board_.bad.end(),
                     [](const BadEntry& a, const BadEntry& b) { return a.entry < b.entry; });
    for (const BadEntry& one : board_.bad) {
      problems.add(one.where, {one.message, one.message_en});
    }
    problems.throw_if_any();
  }

  Board& board_;
  const Schedule& schedule_;
  const std::vector<ProgressEntry>& log_;
  const WorkingCalendar& calendar_;
  const TrackOptions& options_;
  detail::EntryPlaces places_;
  std::vector<State> states_;
};

}  // namespace

Board track(Shared<Schedule> schedule, Shared<Progress> progress, const Date& as_of,
            const WorkingCalendar& calendar, const TrackOptions& options) {
  Board board;
  board.schedule = schedule;
  board.progress = progress;
  board.as_of = as_of;
  board.scheme = options.scheme;
  board.reviews = options.reviews;
  Tracker(board, calendar, options).run();
  return board;
}

}  // namespace sauro::inline v0_1
