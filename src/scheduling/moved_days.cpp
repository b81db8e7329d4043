#include "sauro/scheduling/moved_days.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "sauro/calendar/written_day.hpp"
#include "sauro/core/error.hpp"
#include "sauro/table/csv.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"
#include "core/say.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::say;

/// Places of the columns task, occurrence and due.
std::array<std::size_t, 3> columns_of(const Grid& grid) {
  constexpr std::array<std::string_view, 3> names = {"task", "occurrence", "due"};
  std::array<std::size_t, 3> places{};
  detail::ProblemList problems(ErrorCode::invalid_option);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = std::find(grid.columns.begin(), grid.columns.end(), names[i]);
    places[i] = static_cast<std::size_t>(found - grid.columns.begin());
    if (found == grid.columns.end()) {
      problems.add(grid.name, say("không có cột '{}'", "no column '{}'", names[i]));
    }
  }
  problems.throw_if_any();
  return places;
}

}  // namespace

Schedule with_dues(const Schedule& schedule, const std::vector<std::optional<Date>>& dues,
                   std::string_view note) {
  if (dues.size() != schedule.occurrences.size()) {
    throw ValidationError(
        ErrorCode::invalid_option, "dues",
        detail::wrong_length(detail::said("dues"), dues.size(), schedule.occurrences.size()));
  }
  Schedule moved = schedule;
  for (std::size_t i = 0; i < dues.size(); ++i) {
    ScheduledOccurrence& one = moved.occurrences[i];
    if (one.due == dues[i]) continue;
    one.due = dues[i];
    one.due_minute.reset();
    one.reading += one.reading.empty() ? "" : "; ";
    one.reading += note;
  }
  return moved;
}

Schedule moved_by_rows(const Schedule& schedule, const Grid& grid) {
  const auto [task_column, occurrence_column, due_column] = columns_of(grid);
  std::map<std::pair<std::string, std::string>, std::size_t> open;  // no row has named them yet
  std::vector<std::optional<Date>> dues;
  for (const ScheduledOccurrence& one : schedule.occurrences) {
    const std::string& task = schedule.tasks[one.task_place].id;
    open[{without_formula(task), without_formula(one.occurrence)}] = dues.size();
    dues.push_back(one.due);
  }
  detail::ProblemList problems(ErrorCode::invalid_option);
  for (std::size_t row = 0; row < grid.rows.size(); ++row) {
    detail::poll();
    const std::string task = text_of(grid.cell(row, task_column));
    const std::string occurrence = text_of(grid.cell(row, occurrence_column));
    const std::string written = text_of(grid.cell(row, due_column));
    const std::optional<Date> day = try_parse_day(written);
    const auto place = open.find({task, occurrence});
    if (place == open.end()) {
      problems.add(grid.place_of(row),
                   say("{} '{}' thuộc lịch thực hiện khác, hoặc xuất hiện hai lần",
                       "{} '{}' is of another schedule, or comes twice", task, occurrence));
      continue;
    }
    if (!written.empty() && !day) {
      problems.add(grid.place_of(row),
                   say("'{}' không phải là ngày; cần 2026-12-31 hoặc 31/12/2026",
                       "'{}' is no day; expected 2026-12-31 or 31/12/2026", written));
    }
    dues[place->second] = day;
    open.erase(place);
  }
  problems.throw_if_any();
  return with_dues(schedule, dues, "dời trong tệp CSV");
}

}  // namespace sauro::inline v0_1
