// A board for the wall of a commune's office: what stands how on a day, who is to be reminded, and
// the days ahead as files for calendars, project programs and spreadsheets.

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <sauro/sauro.hpp>

namespace {

constexpr int something_overdue = 3;
constexpr int wrong_use = 2;

void print_counts(const sauro::Board& board) {
  for (const sauro::BoardStatus status : sauro::values<sauro::BoardStatus>()) {
    std::size_t count = 0;
    for (const sauro::BoardRow& row : board.rows) count += row.status == status ? 1 : 0;
    if (count > 0) std::cout << "  " << count << ' ' << sauro::words_of(status).vi << '\n';
  }
}

/// Prints what comes due or is overdue and says whether anything is.
bool print_alerts(const sauro::Board& board) {
  bool overdue = false;
  for (const sauro::Alert& alert : board.alerts) {
    const sauro::ScheduledOccurrence& one = board.schedule->occurrences[alert.row];
    const sauro::ScheduledTask& task = board.schedule->tasks[one.task_place];
    const bool late = alert.working_days < 0;
    overdue = overdue || late;
    std::cout << "  " << task.id << ' ' << task.title << " (" << one.occurrence
              << "): " << (late ? "quá hạn " : "còn ")
              << (late ? -alert.working_days : alert.working_days) << " ngày làm việc\n";
  }
  return overdue;
}

void write_files(const sauro::Board& board, const sauro::WorkingCalendar& calendar,
                 const std::filesystem::path& folder) {
  sauro::write_file(folder / "lich.ics", sauro::to_icalendar(*board.schedule));
  sauro::write_file(folder / "lich.xml", sauro::to_project_xml(*board.schedule, calendar));
  sauro::write_file(folder / "bang.csv", "\uFEFF" + sauro::to_csv(board.table()));
}

int run(const std::vector<std::string>& arguments) {
  const sauro::Plan plan = sauro::read_plan(arguments[0]);
  const sauro::Date today = sauro::parse_day(arguments[2]);
  const sauro::WorkingCalendar calendar = sauro::WorkingCalendar::vietnam();

  sauro::ProgressOptions reading;
  reading.on_problem = sauro::OnProblem::keep;
  const sauro::Progress log = sauro::read_progress(arguments[1], reading);
  for (const sauro::Problem& problem : log.problems) {
    std::cerr << "Bỏ qua " << sauro::to_text(problem) << '\n';
  }

  const sauro::Board board = sauro::track(sauro::schedule(plan, calendar), log, today, calendar);
  std::cout << board.schedule->title << ", tính đến " << today.to_iso() << ":\n";
  print_counts(board);
  std::cout << "\nCần đôn đốc:\n";
  const bool overdue = print_alerts(board);
  std::cout << '\n' << sauro::to_text(board.by("agency")) << '\n';
  if (arguments.size() > 3) write_files(board, calendar, arguments[3]);
  return overdue ? something_overdue : 0;
}

}  // namespace

int main(int count, char** given) {
  const std::vector<std::string> arguments(given + 1, given + count);
  if (arguments.size() < 3) {
    std::cerr << "board KẾ-HOẠCH NHẬT-KÝ.csv NGÀY [THƯ-MỤC]\n";
    return wrong_use;
  }
  try {
    return run(arguments);
  } catch (const sauro::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
