#include "sauro/reading/read_progress.hpp"

#include <algorithm>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/reading/read_workbook.hpp"
#include "sauro/text/numbers.hpp"
#include "sauro/text/unicode.hpp"
#include "core/poll.hpp"
#include "core/say.hpp"
#include "reading/log_columns.hpp"
#include "reading/log_tables.hpp"
#include "reading/log_values.hpp"
#include "table/grid_keys.hpp"
#include "text/trim.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::LogField;

constexpr double most_percent = 100;
constexpr double most_stars = 5;

/// Turns the rows of a grid into entries and collects what can't be read.
class LogReader {
 public:
  LogReader(const Grid& grid, const ProgressOptions& options) : grid_(grid), options_(options) {}

  Progress run() {
    if (grid_.columns.empty() && grid_.rows.empty()) return {};
    columns_ = detail::find_log_columns(grid_, log_.problems);
    require_columns();
    percents_.emplace(grid_, columns_.of(LogField::percent), columns_.plain_percents);
    states_.emplace(grid_, columns_.of(LogField::status), false);
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
    const bool has_task = columns_.of(LogField::task) || columns_.title;
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

  [[nodiscard]] static std::string text(const GridCell& cell) { return to_nfc(text_of(cell)); }

  [[nodiscard]] std::string text(std::size_t row, LogField field) const {
    return text(cell(row, field));
  }

  /// Whether nothing was filled in: which task and period a register has by itself.
  [[nodiscard]] bool is_empty(std::size_t row) const {
    for (const LogField field : values<LogField>()) {
      const bool is_key = field == LogField::task || field == LogField::occurrence;
      if (!is_key && !is_blank(cell(row, field))) return false;
    }
    const bool names_task = columns_.title || columns_.of(LogField::occurrence);
    return names_task || is_blank(cell(row, LogField::task));
  }

  void refuse(std::size_t row, LogField field, Bilingual message) {
    const std::optional<std::size_t> column = columns_.of(field);
    std::string place = column ? grid_.place_of(row, *column)
                               : grid_.place_of(row) + ", column " + std::string(to_string(field));
    log_.problems.push_back({ErrorCode::invalid_progress, std::move(place), std::move(message.vi),
                             std::move(message.en)});
  }

  void read_row(std::size_t row) {
    const GridRow& all = grid_.rows[row];
    const bool is_long = !all.flaw.vi.empty() && all.cells.size() > grid_.columns.size();
    if (!is_long && is_empty(row)) return;
    const Bilingual flaw = detail::flaw_of(grid_, row, detail::Hidden::taken);
    if (!flaw.vi.empty()) {
      log_.problems.push_back({ErrorCode::invalid_progress, grid_.place_of(row), flaw.vi, flaw.en});
      return;
    }
    for (const LogField field : values<LogField>()) {
      const std::optional<std::size_t> column = columns_.of(field);
      const Bilingual what =
          column ? detail::flaw_of(grid_, row, *column, detail::Hidden::taken) : Bilingual{};
      if (!what.vi.empty()) return refuse(row, field, what);
    }
    const std::size_t before = log_.problems.size();
    ProgressEntry entry;
    entry.task = task_of(row);
    read_state(row, entry);
    read_date(row, entry);
    entry.stars = stars_of(row);
    entry.due = day_of(row, LogField::due);
    if (log_.problems.size() > before) return;
    entry.occurrence = text(row, LogField::occurrence);
    entry.result = text(row, LogField::result);
    entry.document = text(row, LogField::document);
    entry.evidence = text(row, LogField::evidence);
    entry.who = text(row, LogField::who);
    entry.note = text(row, LogField::note);
    entry.place = grid_.place_of(row);
    log_.entries.push_back(std::move(entry));
  }

  /// The id; where there is none the words of the task, with its number as printed.
  std::string task_of(std::size_t row) {
    const GridCell& given = cell(row, LogField::task);
    if (!key_of(given)) refuse(row, LogField::task, detail::no_key(given));
    if (!is_blank(given) || !columns_.title) {
      if (is_blank(given)) refuse(row, LogField::task, {"thiếu mã nhiệm vụ", "no task"});
      return text(row, LogField::task);
    }
    const std::string title = text(grid_.cell(row, *columns_.title));
    const std::string number = columns_.number ? text(grid_.cell(row, *columns_.number)) : "";
    if (title.empty()) refuse(row, LogField::task, {"thiếu nhiệm vụ", "no task"});
    return number.empty() ? title : number + (number.ends_with('.') ? " " : ". ") + title;
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
    if (const auto* serial = std::get_if<double>(&given)) {
      if (const auto day = detail::logged_serial(*serial)) return day;
    }
    detail::LoggedDay read = detail::logged_day(text(row, field), options_.year);
    if (!read.day) refuse(row, field, std::move(read.why));
    return read.day;
  }

  std::optional<double> stars_of(std::size_t row) {
    const GridCell& given = cell(row, LogField::stars);
    if (is_blank(given)) return std::nullopt;
    const WrittenNumber read = read_number(text(given));
    const std::optional<double> value = read.is_ambiguous() ? read.decimal : read.value;
    if (value) return within(row, LogField::stars, *value, most_stars);
    refuse(row, LogField::stars, detail::no_number(text(given)));
    return std::nullopt;
  }

  std::optional<double> within(std::size_t row, LogField field, double value, double most) {
    if (value >= 0 && value <= most) return value;
    refuse(row, field,
           detail::say("{} nằm ngoài khoảng 0 đến {}", "{} is outside of 0 to {}", text(row, field),
                       plain_number(most)));
    return std::nullopt;
  }

  std::optional<double> percent_of(std::size_t row, LogField field,
                                   const detail::PercentColumn& column) {
    auto [value, why] = column.read(row);
    if (value) return within(row, field, *value, most_percent);
    refuse(row, field, std::move(why));
    return std::nullopt;
  }

  void read_state(std::size_t row, ProgressEntry& entry) {
    const GridCell& said = cell(row, LogField::status);
    if (std::holds_alternative<double>(said)) {
      entry.percent = percent_of(row, LogField::status, *states_);
    } else if (!is_blank(said)) {
      const std::string written = text(said);
      if (const auto state = detail::logged_state(written, options_.statuses)) {
        entry.status = state->status;
        entry.percent = state->percent;
      } else {
        refuse(row, LogField::status,
               detail::say(
                   "'{}' không phải là trạng thái; dùng {}, hoặc cho biết chữ riêng (--states)",
                   "'{}' is no status; expected {}, or own words (--states)", written,
                   detail::status_choices()));
      }
    }
    if (!is_blank(cell(row, LogField::percent))) {
      entry.percent = percent_of(row, LogField::percent, *percents_);
    }
    const bool says_all = !entry.status && entry.percent == most_percent;
    if (says_all && !columns_.plain_percents) entry.status = ProgressStatus::done;
  }

  const Grid& grid_;
  const ProgressOptions& options_;
  detail::LogColumns columns_;
  std::optional<detail::PercentColumn> percents_ = {};  ///< of the column of percents
  std::optional<detail::PercentColumn> states_ = {};    ///< of one of states that has percents
  Progress log_;
};

Grid not_empty(Grid grid) {
  if (!grid.columns.empty()) return grid;
  throw ValidationError(ErrorCode::invalid_progress, grid.name.empty() ? "progress" : grid.name,
                        Bilingual{"tệp rỗng", "the file is empty"});
}

}  // namespace

Progress read_progress(const Grid& grid, const ProgressOptions& options) {
  const std::optional<Grid> below = detail::log_grid(grid);
  return LogReader(below ? *below : grid, options).run();
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
