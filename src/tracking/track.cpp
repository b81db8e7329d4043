#include "sauro/tracking/track.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <unordered_map>

#include "data/point_schemes.hpp"

#include "sauro/core/error.hpp"
#include "sauro/text/fold.hpp"
#include "calendar/rows.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "text/number_words.hpp"

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
};

/// Gives each entry to an occurrence, finds what can't be right, and applies the rest in order.
class Tracker {
 public:
  Tracker(Board& board, const WorkingCalendar& calendar, const TrackOptions& options)
      : board_(board),
        schedule_(*board.schedule),
        log_(board.progress->entries),
        calendar_(calendar),
        options_(options),
        states_(schedule_.occurrences.size()) {
    for (std::size_t i = 0; i < schedule_.tasks.size(); ++i)
      tasks_.emplace(schedule_.tasks[i].id, i);
    first_.assign(schedule_.tasks.size() + 1, 0);
    for (const ScheduledOccurrence& one : schedule_.occurrences) ++first_[one.task_place + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    by_task_.resize(schedule_.occurrences.size());
    std::vector<std::size_t> next = first_;
    for (std::size_t i = 0; i < by_task_.size(); ++i) {
      by_task_[next[schedule_.occurrences[i].task_place]++] = i;
    }
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
      const auto task = tasks_.find(log_[i].task);
      if (task == tasks_.end()) {
        bad(i, no_task(log_[i].task));
      } else if (log_[i].date > board_.as_of) {
        board_.later.push_back(i);
      } else if (is_sound(i)) {
        apply(i, task->second);
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

  [[nodiscard]] bool is_open(std::size_t occurrence) const {
    const auto& status = states_[occurrence].status;
    return status != ProgressStatus::done && status != ProgressStatus::cancelled;
  }

  /// The occurrence that an entry is of; nothing where its label isn't there.
  std::optional<std::size_t> occurrence_of(std::size_t i, std::size_t task) {
    const std::string& label = log_[i].occurrence;
    const auto from = by_task_.begin() + static_cast<std::ptrdiff_t>(first_[task]);
    const auto to = by_task_.begin() + static_cast<std::ptrdiff_t>(first_[task + 1]);
    if (label.empty()) {
      const auto open = std::find_if(from, to, [&](std::size_t one) { return is_open(one); });
      return open != to ? *open : *(to - 1);
    }
    const auto exact = std::find_if(
        from, to, [&](std::size_t one) { return schedule_.occurrences[one].occurrence == label; });
    if (exact != to) return *exact;
    const std::string key = fold(label);
    const auto alike = std::find_if(from, to, [&](std::size_t one) {  // "Quý I" for "Quý I/2026"
      return (fold(schedule_.occurrences[one].occurrence) + " ").starts_with(key + " ");
    });
    if (alike != to) return *alike;
    std::string known;
    for (auto one = from; one != to; ++one) {
      known += (known.empty() ? "" : ", ") + schedule_.occurrences[*one].occurrence;
    }
    bad(i, say("nhiệm vụ {} không có kỳ \"{}\"; có {}",
               "task {} has no occurrence \"{}\"; it has {}", log_[i].task, label, known));
    return std::nullopt;
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
    const auto found = occurrence_of(i, task);
    if (!found || contradicts(i, *found)) return;
    const ProgressEntry& entry = log_[i];
    BoardRow& row = board_.rows[*found];
    State& state = states_[*found];
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
      row.status = late ? BoardStatus::done_late : BoardStatus::done_on_time;
      if (late) row.late_days = late_days(*row.due, *row.finished);
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
    row.points = points_of(row, states_[i]);
    alert(i);
  }

  /// A day off after the due day counts no working day, but is late all the same.
  [[nodiscard]] std::int64_t late_days(const Date& due, const Date& day) const {
    return std::max<std::int64_t>(calendar_.count(due, day), 1);
  }

  /// Working days after the due day; negative for what was done before it.
  [[nodiscard]] std::int64_t days_after_due(const BoardRow& row) const {
    if (row.late_days > 0 || !row.due) return row.late_days;
    return calendar_.count(*row.due, *row.finished);
  }

  [[nodiscard]] std::optional<double> points_of(const BoardRow& row, const State& state) const {
    const PointScheme& scheme = options_.scheme;
    if (row.status == BoardStatus::overdue) return scheme.not_done;
    if (!row.finished || row.status == BoardStatus::cancelled) return std::nullopt;
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
    const ScheduledOccurrence& one = schedule_.occurrences[i];
    const std::string& task = schedule_.tasks[one.task_place].id;
    if (row.status == BoardStatus::overdue) {
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

  /// "the schedule has no task "9": its tasks are "1.I.1", "1.I.2", ...": the first ones
  [[nodiscard]] Bilingual no_task(const std::string& id) const {
    constexpr std::size_t shown = 3;
    std::string ids;
    for (std::size_t i = 0; i < schedule_.tasks.size() && i < shown; ++i) {
      ids += (i == 0 ? "\"" : ", \"") + schedule_.tasks[i].id + "\"";
    }
    if (schedule_.tasks.size() > shown) ids += ", ...";
    const Bilingual examples =
        ids.empty() ? Bilingual{} : say("có các nhiệm vụ {}", "its tasks are {}", ids);
    return detail::joined(
        say("lịch thực hiện không có nhiệm vụ \"{}\"", "the schedule has no task \"{}\"", id), ": ",
        examples);
  }

  void set_priorities() {
    board_.priorities.assign(schedule_.tasks.size(), 1);
    detail::ProblemList problems(ErrorCode::invalid_option);
    for (const auto& [id, weight] : options_.priorities) {
      const auto task = tasks_.find(id);
      if (task != tasks_.end() && weight >= 0 && weight <= most_priority) {
        board_.priorities[task->second] = weight;
        continue;
      }
      problems.add("priorities", task == tasks_.end()
                                     ? no_task(id)
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
  std::vector<State> states_;
  std::unordered_map<std::string_view, std::size_t> tasks_;
  std::vector<std::size_t> first_;    ///< of each task in by_task_
  std::vector<std::size_t> by_task_;  ///< occurrences, grouped by task
};

}  // namespace

Board track(Shared<Schedule> schedule, Shared<Progress> progress, const Date& as_of,
            const WorkingCalendar& calendar, const TrackOptions& options) {
  Board board;
  board.schedule = schedule;
  board.progress = progress;
  board.as_of = as_of;
  board.scheme = options.scheme;
  Tracker(board, calendar, options).run();
  return board;
}

}  // namespace sauro::inline v0_1
