#include "sauro/reading/read_progress.hpp"

#include <algorithm>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/reading/read_workbook.hpp"
#include "sauro/text/numbers.hpp"
#include "sauro/text/unicode.hpp"
#include "calendar/written_day.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/log_columns.hpp"
#include "table/grid_keys.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::LogField;

constexpr double most_percent = 100;
constexpr double most_stars = 5;

std::string quoted(const std::string& text) { return "'" + text + "'"; }

/// Turns the rows of a grid into entries and collects what can't be read.
class LogReader {
 public:
  LogReader(const Grid& grid, const ProgressOptions& options) : grid_(grid), options_(options) {}

  Progress run() {
    if (grid_.columns.empty() && grid_.rows.empty()) return {};
    columns_ = detail::find_log_columns(grid_, log_.problems);
    require_columns();
    for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
      detail::poll();
      read_row(row);
    }
    if (!log_.problems.empty() && options_.on_problem == OnProblem::raise) {
      throw ValidationError(std::move(log_.problems));
    }
    return std::move(log_);
  }

 private:
  void require_columns() const {
    const bool has_day =
        columns_.of(LogField::date) || columns_.of(LogField::finished) || options_.on.has_value();
    const bool has_task = columns_.of(LogField::task).has_value();
    if (has_day && has_task) return;
    std::string shown;
    for (const std::string& column : grid_.columns) {
      if (!column.empty()) shown += (shown.empty() ? "" : ", ") + column;
    }
    shown = detail::shortened(shown);
    const std::string missing = has_task ? "date" : has_day ? "task" : "task and date";
    const std::string thieu = has_task ? "ngày" : has_day ? "mã nhiệm vụ" : "mã nhiệm vụ và ngày";
    throw ValidationError(
        ErrorCode::invalid_progress, grid_.name.empty() ? "progress" : grid_.name,
        Bilingual{
            "không có cột cho " + thieu + "; các cột là: " + (shown.empty() ? "không có" : shown),
            "no column for " + missing + "; the columns are: " + (shown.empty() ? "none" : shown)});
  }

  [[nodiscard]] const GridCell& cell(std::size_t row, LogField field) const {
    static const GridCell none;
    const std::optional<std::size_t> column = columns_.of(field);
    return column ? grid_.cell(row, *column) : none;
  }

  [[nodiscard]] std::string text(std::size_t row, LogField field) const {
    std::string written = text_of(cell(row, field));
    return is_quick_nfc(written) ? written : to_nfc(written);
  }

  [[nodiscard]] bool is_empty(std::size_t row) const {
    for (const LogField field : values<LogField>()) {
      if (!is_blank(cell(row, field))) return false;
    }
    return true;
  }

  void refuse(std::size_t row, LogField field, Bilingual message) {
    const std::optional<std::size_t> column = columns_.of(field);
    std::string place = column ? grid_.place_of(row, *column)
                               : grid_.place_of(row) + ", column " + std::string(to_string(field));
    log_.problems.push_back({ErrorCode::invalid_progress, std::move(place), std::move(message.vi),
                             std::move(message.en)});
  }

  void read_row(std::size_t row) {
    const Bilingual flaw = detail::flaw_of(grid_, row);
    if (!flaw.vi.empty()) {
      log_.problems.push_back({ErrorCode::invalid_progress, grid_.place_of(row), flaw.vi, flaw.en});
      return;
    }
    for (const LogField field : values<LogField>()) {
      const std::optional<std::size_t> column = columns_.of(field);
      const Bilingual what = column ? detail::flaw_of(grid_, row, *column) : Bilingual{};
      if (!what.vi.empty()) return refuse(row, field, what);
    }
    if (is_empty(row)) return;
    const std::size_t before = log_.problems.size();
    ProgressEntry entry;
    entry.task = task_of(row);
    entry.status = status_of(row);
    read_date(row, entry);
    entry.percent = number_of(row, LogField::percent, most_percent);
    entry.stars = number_of(row, LogField::stars, most_stars);
    entry.due = day_of(row, LogField::due);
    if (log_.problems.size() > before) return;
    entry.occurrence = text(row, LogField::occurrence);
    entry.result = text(row, LogField::result);
    entry.document = text(row, LogField::document);
    entry.evidence = text(row, LogField::evidence);
    entry.who = text(row, LogField::who);
    entry.place = grid_.place_of(row);
    log_.entries.push_back(std::move(entry));
  }

  std::string task_of(std::size_t row) {
    const GridCell& given = cell(row, LogField::task);
    if (!key_of(given)) {
      refuse(row, LogField::task, detail::no_key(given));
    } else if (is_blank(given)) {
      refuse(row, LogField::task, {"thiếu mã nhiệm vụ", "no task"});
    }
    return text(row, LogField::task);
  }

  void read_date(std::size_t row, ProgressEntry& entry) {
    const bool written = !is_blank(cell(row, LogField::date));
    std::optional<Date> day = day_of(row, LogField::date);
    const std::optional<Date> finished = day_of(row, LogField::finished);
    if (!written && entry.status == ProgressStatus::done) day = finished;
    if (!written && !day) day = options_.on;
    if (!written && !day) refuse(row, LogField::date, {"thiếu ngày", "no date"});
    if (day && options_.as_of && *day > *options_.as_of) {
      refuse(row, LogField::date,
             {day->to_iso() + " sau ngày " + options_.as_of->to_iso(),
              day->to_iso() + " is after " + options_.as_of->to_iso()});
    }
    if (day) entry.date = *day;
  }

  std::optional<Date> day_of(std::size_t row, LogField field) {
    const GridCell& given = cell(row, field);
    if (const auto* day = std::get_if<Date>(&given)) return *day;
    if (is_blank(given)) return std::nullopt;
    const std::string written = text(row, field);
    const std::optional<YearMonthDay> parts = detail::written_day(written);
    std::optional<Date> day;
    if (parts) day = Date::try_make(parts->year, parts->month, parts->day);
    if (day) return day;
    if (parts) {
      const std::string iso = iso_text(*parts);
      refuse(row, field, {iso + " trước năm 1400", iso + " is before the year 1400"});
    } else {
      refuse(row, field,
             {quoted(written) + " không phải là ngày; viết như 31/12/2026 hoặc 2026-12-31",
              quoted(written) + " is no day; expected 31/12/2026 or 2026-12-31"});
    }
    return std::nullopt;
  }

  /// "1026-03-09", of a year before those of Date.
  static std::string iso_text(const YearMonthDay& day) {
    const auto digits = [](int number, std::size_t count) {
      const std::string text = std::to_string(number);
      return std::string(count - std::min(count, text.size()), '0') + text;
    };
    return digits(day.year, 4) + "-" + digits(day.month, 2) + "-" + digits(day.day, 2);
  }

  std::optional<double> number_of(std::size_t row, LogField field, double most) {
    const GridCell& given = cell(row, field);
    if (is_blank(given)) return std::nullopt;
    std::optional<double> value;
    if (const auto* number = std::get_if<double>(&given)) value = *number;
    const std::string written = text(row, field);
    if (!value) {
      const WrittenNumber read = read_number(written);
      // so small a most leaves one reading of "99.125"
      value = read.is_ambiguous() ? read.decimal : read.value;
    }
    if (!value) {
      refuse(row, field,
             {quoted(written) + " không phải là số", quoted(written) + " is no number"});
    } else if (!(*value >= 0 && *value <= most)) {
      const std::string limit = plain_number(most);
      refuse(
          row, field,
          {written + " nằm ngoài khoảng 0 đến " + limit, written + " is outside of 0 to " + limit});
      value.reset();
    }
    return value;
  }

  std::optional<ProgressStatus> status_of(std::size_t row) {
    if (is_blank(cell(row, LogField::status))) return std::nullopt;
    const std::string written = text(row, LogField::status);
    const std::optional<ProgressStatus> status = detail::log_status(written);
    if (!status) {
      const std::string names = "hoàn thành, đang thực hiện, chưa thực hiện, hủy, gia hạn";
      refuse(row, LogField::status,
             {quoted(written) + " không phải là trạng thái; dùng " + names,
              quoted(written) + " is no status; expected " + names});
    }
    return status;
  }

  const Grid& grid_;
  const ProgressOptions& options_;
  detail::LogColumns columns_;
  Progress log_;
};

Grid not_empty(Grid grid) {
  if (!grid.columns.empty()) return grid;
  throw ValidationError(ErrorCode::invalid_progress, grid.name.empty() ? "progress" : grid.name,
                        Bilingual{"tệp rỗng", "the file is empty"});
}

}  // namespace

Progress read_progress(const Grid& grid, const ProgressOptions& options) {
  return LogReader(grid, options).run();
}

Progress read_progress(const std::filesystem::path& path, const ProgressOptions& options) {
  return read_progress(not_empty(read_grid(path, options.csv, options.sheet)), options);
}

Progress read_progress_text(std::string_view text, const ProgressOptions& options) {
  return read_progress(not_empty(read_csv_text(text, options.csv)), options);
}

bool is_progress_column(std::string_view header) { return detail::log_field(header).has_value(); }

Progress progress_of_plan(const Plan& plan, const Date& on, const ProgressOptions& options) {
  Grid grid;
  for (const LogField field : values<LogField>()) grid.columns.emplace_back(to_string(field));
  for (const Task& task : plan.tasks) {
    detail::poll();
    GridRow row{"nhiệm vụ " + task.id, std::vector<GridCell>(detail::log_fields), {}};
    const auto at = [&](LogField field) -> GridCell& {
      return row.cells[static_cast<std::size_t>(field)];
    };
    for (const auto& [header, text] : task.extra) {
      const std::optional<LogField> field = detail::log_field(header);
      if (field && !detail::trim(text).empty()) at(*field) = text;
    }
    const bool says = !is_blank(at(LogField::status)) || !is_blank(at(LogField::percent)) ||
                      !is_blank(at(LogField::result));
    if (!says) continue;
    at(LogField::task) = task.id;
    grid.rows.push_back(std::move(row));
  }
  ProgressOptions with_day = options;
  with_day.on = on;
  return read_progress(grid, with_day);
}

}  // namespace sauro::inline v0_1
