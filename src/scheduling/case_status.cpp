#include "sauro/scheduling/case_status.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <memory>
#include <unordered_map>

#include "sauro/error.hpp"
#include "calendar/parallel.hpp"
#include "calendar/rows.hpp"
#include "scheduling/working_clock.hpp"

namespace sauro {
namespace {

constexpr std::array<std::string_view, case_status_count> status_names = {
    "early", "on_time", "late", "running", "overdue", "invalid"};
constexpr std::int64_t day_minutes = 24 * 60;
constexpr std::size_t rows_a_thread = 1U << 18U;
constexpr std::size_t most_dense_groups = 1U << 21U;
constexpr std::int64_t far_away = std::int64_t{1} << 40U;

/// Why a row can't be right.
enum class Fault : std::uint8_t {
  none,
  no_receipt,
  receipt_outside,
  no_limit,
  negative_limit,
  due_outside,
  finish_outside,
  finish_before_receipt,
  negative_pause,
  bad_cut,
  unknown_agency,
  unknown_procedure,
  unknown_calendar,
};

/// Reads a column of any number type; a branch that is the same for all rows.
class Reader {
 public:
  explicit Reader(const NumberView& view) : view_(view), step_(view.size == 1 ? 0 : 1) {}

  [[nodiscard]] bool is_there() const { return view_.data != nullptr; }
  [[nodiscard]] bool is_missing(std::size_t row) const {
    return view_.missing != nullptr && view_.missing[row * step_];
  }
  [[nodiscard]] bool is_floating() const {
    return view_.type == ColumnType::float32 || view_.type == ColumnType::float64;
  }

  [[nodiscard]] std::int64_t whole(std::size_t row) const {
    switch (view_.type) {
      case ColumnType::int64:
        return at<std::int64_t>(row);
      case ColumnType::int32:
        return at<std::int32_t>(row);
      case ColumnType::int16:
        return at<std::int16_t>(row);
      case ColumnType::int8:
        return at<std::int8_t>(row);
      case ColumnType::uint8:
        return at<std::uint8_t>(row);
      case ColumnType::uint16:
        return at<std::uint16_t>(row);
      case ColumnType::uint32:
        return at<std::uint32_t>(row);
      default:
        return static_cast<std::int64_t>(at<std::uint64_t>(row));
    }
  }

  [[nodiscard]] double number(std::size_t row) const {
    if (view_.type == ColumnType::float64) return at<double>(row);
    if (view_.type == ColumnType::float32) return static_cast<double>(at<float>(row));
    return static_cast<double>(whole(row));
  }

 private:
  template <class T>
  [[nodiscard]] T at(std::size_t row) const {
    return static_cast<const T*>(view_.data)[row * step_];
  }

  NumberView view_;
  std::size_t step_;
};

/// A moment as its day and, where the column has them, ticks into the day.
struct Instant {
  std::int64_t day;
  std::int64_t ticks;
};

class TimeReader {
 public:
  explicit TimeReader(const TimeView& view)
      : reader_(view.ticks),
        per_day_(view.per_day),
        scale_(1.0 / static_cast<double>(view.per_day)) {}

  [[nodiscard]] bool is_there() const { return reader_.is_there(); }
  [[nodiscard]] bool has_times() const { return per_day_ != 1; }

  /// False for a missing value.
  bool read(std::size_t row, Instant& out) const {
    const std::int64_t value = reader_.whole(row);
    if (value == missing_day || reader_.is_missing(row)) return false;
    if (per_day_ == 1) {
      out = {value, 0};
      return true;
    }
    // a product instead of a division, put right where it is off by one
    auto day = static_cast<std::int64_t>(static_cast<double>(value) * scale_);
    std::int64_t ticks = value - day * per_day_;
    if (ticks < 0) {
      --day;
      ticks += per_day_;
    } else if (ticks >= per_day_) {
      ++day;
      ticks -= per_day_;
    }
    out = {day, ticks};
    return true;
  }

  [[nodiscard]] int minute(const Instant& instant) const {
    if (per_day_ == 1) return 0;
    return static_cast<int>(static_cast<double>(instant.ticks) * scale_ * day_minutes);
  }

 private:
  Reader reader_;
  std::int64_t per_day_;
  double scale_;
};

/// What the judgement of one row gives.
struct Verdict {
  std::int64_t due = missing_day;
  std::int32_t late_days = 0;
  CaseStatus status = CaseStatus::invalid;
  Fault fault = Fault::none;
  std::int64_t received = 0;
};

/// The rules for one row.
class Judge {
 public:
  Judge(const CaseLog& cases, const CaseOptions& options)
      : received_(cases.received),
        finished_(cases.finished),
        limit_(cases.limit),
        cut_(cases.cut),
        paused_(cases.paused),
        calendar_(cases.calendar),
        unit_(cases.unit),
        cut_off_(options.cut_off.value_or(INT32_MAX)),
        rounding_(options.rounding),
        as_of_(options.as_of.day_number()),
        plain_(!cases.cut.is_there() && !limit_.is_floating() && !paused_.is_floating()) {
    for (const WorkingCalendar& calendar : options.calendars) {
      tables_.push_back(calendar.tables());
      if (unit_ == CaseUnit::hours) clocks_.emplace_back(calendar, options.hours);
    }
  }

  [[nodiscard]] Verdict judge(std::size_t row) const {
    Verdict verdict;
    verdict.fault = rate(row, verdict);
    if (verdict.fault != Fault::none) verdict.due = missing_day;
    return verdict;
  }

 private:
  Fault rate(std::size_t row, Verdict& verdict) const {
    Instant received{};
    if (!received_.read(row, received)) return Fault::no_receipt;
    verdict.received = received.day;
    std::size_t code = 0;
    if (calendar_.is_there()) {
      const std::int64_t value = calendar_.whole(row);
      if (calendar_.is_missing(row) || value < 0 ||
          value >= static_cast<std::int64_t>(tables_.size())) {
        return Fault::unknown_calendar;
      }
      code = static_cast<std::size_t>(value);
    }
    const WorkingCalendar::Tables& t = tables_[code];
    const std::uint64_t at =
        static_cast<std::uint64_t>(received.day) - static_cast<std::uint64_t>(std::int64_t{t.base});
    if (at >= t.share.size()) return Fault::receipt_outside;
    std::int64_t due_minute = day_minutes;
    const Fault fault = unit_ == CaseUnit::hours
                            ? due_moment(row, code, at, received, verdict.due, due_minute)
                            : due_day(row, t, at, received, verdict.due);
    if (fault != Fault::none) return fault;
    return compare(row, t, received, due_minute, verdict);
  }

  /// Length of the limit with its cut and pauses, in units; false where it can't be.
  Fault length(std::size_t row, double& out) const {
    if (limit_.is_missing(row)) return Fault::no_limit;
    double limit = limit_.number(row);
    if (std::isnan(limit)) return Fault::no_limit;
    if (!(limit >= 0)) return Fault::negative_limit;
    if (cut_.is_there()) {
      const double percent = cut_.is_missing(row) ? 0 : cut_.number(row);
      if (!(percent >= 0 && percent <= 100)) return Fault::bad_cut;
      limit = cut_limit(limit, percent);
    }
    if (paused_.is_there() && !paused_.is_missing(row)) {
      const double paused = paused_.number(row);
      if (!(paused >= 0)) return Fault::negative_pause;
      limit += paused;
    }
    out = limit;
    return limit < static_cast<double>(far_away) ? Fault::none : Fault::due_outside;
  }

  [[nodiscard]] double cut_limit(double limit, double percent) const {
    const double left = limit * (100 - percent) / 100;
    constexpr double tiny = 1e-9;  // 0.7 * 10 is 7
    switch (rounding_) {
      case Rounding::up:
        return std::ceil(left - tiny);
      case Rounding::down:
        return std::max(std::floor(left + tiny), left > 0 ? 1.0 : 0.0);
      case Rounding::nearest:
        return std::floor(left + 0.5 + tiny);
      case Rounding::half:
        break;
    }
    return std::floor(left * 2 + 0.5 + tiny) / 2;
  }

  Fault whole_length(std::size_t row, std::int64_t& out) const {
    if (!plain_) {
      double value = 0;
      const Fault fault = length(row, value);
      out = static_cast<std::int64_t>(std::ceil(value));  // half a day ends with its day
      return fault;
    }
    if (limit_.is_missing(row)) return Fault::no_limit;
    out = limit_.whole(row);
    if (out < 0) return Fault::negative_limit;
    if (paused_.is_there() && !paused_.is_missing(row)) {
      const std::int64_t paused = paused_.whole(row);
      if (paused < 0) return Fault::negative_pause;
      if (paused > far_away) return Fault::due_outside;
      out += paused;
    }
    return out < far_away ? Fault::none : Fault::due_outside;
  }

  Fault due_day(std::size_t row, const WorkingCalendar::Tables& t, std::uint64_t at,
                const Instant& received, std::int64_t& due) const {
    std::int64_t days = 0;
    if (const Fault fault = whole_length(row, days); fault != Fault::none) return fault;
    const bool after_hours = cut_off_ != INT32_MAX && t.share[at] != DayShare::none &&
                             received_.minute(received) >= cut_off_;
    std::uint64_t rank = 0;
    if (unit_ == CaseUnit::working_days) {
      const auto counted = static_cast<std::uint64_t>(t.before[at + 1]);
      rank = days > 0 || after_hours
                 ? counted + static_cast<std::uint64_t>(days) - (after_hours ? 0U : 1U)
                 : static_cast<std::uint64_t>(t.before[at]);
    } else {
      std::uint64_t start = at;
      if (after_hours) {
        const auto next = static_cast<std::size_t>(t.before[at + 1]);
        if (next >= t.day.size()) return Fault::due_outside;
        start = static_cast<std::uint64_t>(t.day[next] - t.base);
      }
      const std::uint64_t last = start + static_cast<std::uint64_t>(days);
      if (last >= t.share.size()) return Fault::due_outside;
      rank = static_cast<std::uint64_t>(t.before[last]);
    }
    if (rank >= t.day.size()) return Fault::due_outside;
    due = t.day[rank];
    return Fault::none;
  }

  Fault due_moment(std::size_t row, std::size_t code, std::uint64_t at, const Instant& received,
                   std::int64_t& due, std::int64_t& due_minute) const {
    double hours = 0;
    if (const Fault fault = length(row, hours); fault != Fault::none) return fault;
    const detail::WorkingClock& clock = clocks_[code];
    const int minute = received_.minute(received);
    const std::int64_t from = minute >= cut_off_ ? clock.next_day(at) : clock.position(at, minute);
    const auto minutes = static_cast<std::int64_t>(std::llround(hours * 60));
    if (minutes == 0) {
      due = received.day * day_minutes + minute;
      due_minute = minute;
      return Fault::none;
    }
    const std::optional<std::int64_t> moment = clock.moment(from + minutes);
    if (!moment) return Fault::due_outside;
    due = *moment;
    due_minute = due % day_minutes;
    return Fault::none;
  }

  Fault compare(std::size_t row, const WorkingCalendar::Tables& t, const Instant& received,
                std::int64_t due_minute, Verdict& verdict) const {
    const bool hours = unit_ == CaseUnit::hours;
    const std::int64_t due_day = hours ? verdict.due / day_minutes : verdict.due;
    Instant finished{};
    const bool done = finished_.is_there() && finished_.read(row, finished);
    if (!done) {
      const bool past = as_of_ > due_day;
      verdict.status = past ? CaseStatus::overdue : CaseStatus::running;
      return past ? count_late(t, due_day, as_of_, verdict) : Fault::none;
    }
    if (finished.day < received.day ||
        (finished.day == received.day && received_.minute(received) > finished_.minute(finished) &&
         timed())) {
      return Fault::finish_before_receipt;
    }
    if (finished.day < due_day) {
      verdict.status = CaseStatus::early;
      return Fault::none;
    }
    const bool on_day = finished.day == due_day;
    if (on_day && (!hours || finished_.minute(finished) <= due_minute)) {
      verdict.status = CaseStatus::on_time;
      return Fault::none;
    }
    verdict.status = CaseStatus::late;
    return on_day ? Fault::none : count_late(t, due_day, finished.day, verdict);
  }

  [[nodiscard]] bool timed() const { return received_.has_times() && finished_.has_times(); }

  static Fault count_late(const WorkingCalendar::Tables& t, std::int64_t due, std::int64_t day,
                          Verdict& verdict) {
    const auto from = static_cast<std::uint64_t>(due - t.base);
    const auto to = static_cast<std::uint64_t>(day - t.base);
    if (to >= t.share.size()) return Fault::finish_outside;
    verdict.late_days = t.before[to + 1] - t.before[from + 1];
    return Fault::none;
  }

  TimeReader received_;
  TimeReader finished_;
  Reader limit_;
  Reader cut_;
  Reader paused_;
  Reader calendar_;
  CaseUnit unit_;
  int cut_off_;
  Rounding rounding_;
  std::int64_t as_of_;
  bool plain_;
  std::vector<WorkingCalendar::Tables> tables_;
  std::vector<detail::WorkingClock> clocks_;
};

/// Months since January 1970 of the days of a range.
class MonthTable {
 public:
  explicit MonthTable(const std::vector<WorkingCalendar>& calendars) {
    std::int32_t last = INT32_MIN;
    base_ = INT32_MAX;
    for (const WorkingCalendar& calendar : calendars) {
      base_ = std::min(base_, calendar.first().day_number());
      last = std::max(last, calendar.last().day_number());
    }
    const Date first = Date::from_day_number(base_);
    std::int32_t month = (first.year() - 1970) * 12;
    months_.reserve(static_cast<std::size_t>(last - base_ + 1));
    for (Date start = first; start.day_number() <= last; start = start.plus_months(1), ++month) {
      months_.insert(months_.end(), static_cast<std::size_t>(start.end_of_month().day()), month);
    }
  }

  [[nodiscard]] std::int32_t month(std::int64_t day) const {
    return months_[static_cast<std::size_t>(day - base_)];
  }
  [[nodiscard]] bool covers(std::int64_t day) const {
    return day >= base_ && day - base_ < static_cast<std::int64_t>(months_.size());
  }

 private:
  std::int32_t base_;
  std::vector<std::int32_t> months_;
};

/// One group while it is counted.
struct Cell {
  std::array<std::uint32_t, case_status_count> counts{};
  std::int64_t late_days = 0;
};

/// How many codes and months there are, so that groups can lie in one block.
struct Sizes {
  std::int64_t agencies = 1;
  std::int64_t procedures = 1;
  std::int64_t first_month = 0;
  std::int64_t months = 1;

  [[nodiscard]] std::int64_t groups() const {
    constexpr std::int64_t much = std::int64_t{1} << 62U;
    if (agencies > much / months / procedures) return much;
    return agencies * procedures * months;
  }
};

/// Counters by group: one block where there are few, else a map.
class Groups {
 public:
  explicit Groups(const Sizes& sizes) : sizes_(sizes) {
    dense_ = sizes.groups() <= static_cast<std::int64_t>(most_dense_groups);
    if (dense_) cells_.resize(static_cast<std::size_t>(sizes.groups()));
  }

  Cell& at(std::int64_t agency, std::int64_t procedure, std::int64_t month) {
    const std::int64_t key =
        (agency * sizes_.procedures + procedure) * sizes_.months + month - sizes_.first_month;
    if (dense_) return cells_[static_cast<std::size_t>(key)];
    const auto [found, is_new] = places_.try_emplace(key, cells_.size());
    if (is_new) cells_.emplace_back();
    return cells_[found->second];
  }

  /// Adds these counts to rows by key.
  void add_to(std::unordered_map<std::int64_t, RollUpRow>& rows) const {
    const auto add = [&](std::int64_t key, const Cell& cell) {
      RollUpRow& row = rows[key];
      for (std::size_t i = 0; i < cell.counts.size(); ++i) row.counts[i] += cell.counts[i];
      row.late_days += cell.late_days;
    };
    for (const auto& [key, place] : places_) add(key, cells_[place]);
    for (std::size_t key = 0; dense_ && key < cells_.size(); ++key) {
      const Cell& cell = cells_[key];
      const bool any = std::any_of(cell.counts.begin(), cell.counts.end(),
                                   [](std::uint32_t count) { return count != 0; });
      if (any) add(static_cast<std::int64_t>(key), cell);
    }
  }

 private:
  Sizes sizes_;
  bool dense_ = false;
  std::vector<Cell> cells_;
  std::unordered_map<std::int64_t, std::size_t> places_;
};

void check_columns(const CaseLog& cases, const CaseOptions& options, const CaseColumns& columns) {
  std::string problems;
  const auto problem = [&](const std::string& text) {
    problems += (problems.empty() ? "" : "\n") + text;
  };
  const std::size_t rows = cases.size();
  const std::pair<const char*, const NumberView*> views[] = {{"finished", &cases.finished.ticks},
                                                             {"limit", &cases.limit},
                                                             {"cut", &cases.cut},
                                                             {"paused", &cases.paused},
                                                             {"agency", &cases.agency},
                                                             {"procedure", &cases.procedure},
                                                             {"calendar", &cases.calendar}};
  for (const auto& [name, view] : views) {
    if (view->is_there() && view->size != rows && view->size != 1) {
      problem(std::string(name) + " has " + std::to_string(view->size) + " rows, received has " +
              std::to_string(rows));
    }
  }
  if (!cases.limit.is_there()) problem("there is no column of limits");
  if (options.calendars.empty()) problem("there is no calendar");
  if (cases.calendar.is_there() ? false : options.calendars.size() > 1) {
    problem("several calendars want a column of calendar codes");
  }
  for (const std::size_t size :
       {columns.due.size(), columns.status.size(), columns.late_days.size()}) {
    if (size != 0 && size != rows) problem("a column to fill has another length than received");
  }
  if (!problems.empty()) throw ValidationError(ErrorCode::invalid_column, "cases", problems);
}

/// The pass over the rows and what it needs.
class Pass {
 public:
  Pass(const CaseLog& cases, const CaseOptions& options, const CaseColumns& columns,
       const std::optional<RollUpKeys>& keys)
      : judge_(cases, options),
        agency_(cases.agency),
        procedure_(cases.procedure),
        columns_(columns),
        keys_(keys),
        months_(options.calendars),
        options_(options),
        rows_(cases.size()) {
    if (keys_) measure(cases);
  }

  std::vector<RollUpRow> run() {
    std::atomic<bool> wrong = false;
    std::vector<std::unique_ptr<Groups>> parts(part_count());
    detail::parallel(parts.size(), 1, options_.threads, [&](std::size_t from, std::size_t to) {
      for (std::size_t part = from; part < to; ++part) {
        if (keys_) parts[part] = std::make_unique<Groups>(sizes_);
        if (part_of(part, parts.size(), parts[part].get())) wrong = true;
      }
    });
    if (wrong && options_.invalid == Invalid::raise) refuse();
    return merge(parts);
  }

 private:
  [[nodiscard]] std::size_t part_count() const {
    const std::size_t cores = options_.threads != 0
                                  ? options_.threads
                                  : std::max(std::thread::hardware_concurrency(), 1U);
    return std::clamp<std::size_t>(rows_ / rows_a_thread, 1, cores);
  }

  /// Sizes of the groups: a quick pass over the codes and days that they use.
  void measure(const CaseLog& cases) {
    if (keys_->agency && agency_.is_there()) sizes_.agencies = highest(agency_, cases.agency) + 1;
    if (keys_->procedure && procedure_.is_there()) {
      sizes_.procedures = highest(procedure_, cases.procedure) + 1;
    }
    if (!keys_->month) return;
    const TimeReader received(cases.received);
    std::int64_t low = INT64_MAX;
    std::int64_t high = INT64_MIN;
    Instant instant{};
    for (std::size_t row = 0; row < rows_; ++row) {
      if (!received.read(row, instant) || !months_.covers(instant.day)) continue;
      low = std::min(low, instant.day);
      high = std::max(high, instant.day);
    }
    if (low > high) return;
    sizes_.first_month = months_.month(low);
    sizes_.months = months_.month(high) - sizes_.first_month + 1;
  }

  [[nodiscard]] static std::int64_t highest(const Reader& reader, const NumberView& view) {
    std::int64_t most = 0;
    for (std::size_t row = 0; row < view.size; ++row) most = std::max(most, reader.whole(row));
    return std::min<std::int64_t>(most, INT32_MAX);
  }

  [[nodiscard]] static bool is_code(const Reader& reader, std::size_t row) {
    if (!reader.is_there()) return true;
    const std::int64_t code = reader.whole(row);
    return !reader.is_missing(row) && code >= 0 && code <= INT32_MAX;
  }

  [[nodiscard]] Verdict verdict(std::size_t row) const {
    Verdict verdict = judge_.judge(row);
    if (verdict.fault == Fault::none && !is_code(agency_, row)) {
      verdict.fault = Fault::unknown_agency;
    }
    if (verdict.fault == Fault::none && !is_code(procedure_, row)) {
      verdict.fault = Fault::unknown_procedure;
    }
    if (verdict.fault != Fault::none) {
      verdict.status = CaseStatus::invalid;
      verdict.due = missing_day;
      verdict.late_days = 0;
    }
    return verdict;
  }

  /// Judges one part of the rows; true where a row can't be right.
  bool part_of(std::size_t part, std::size_t parts, Groups* groups) const {
    bool wrong = false;
    std::int64_t* const due = columns_.due.data();
    std::int8_t* const status = columns_.status.data();
    std::int32_t* const late = columns_.late_days.data();
    const std::size_t to = rows_ * (part + 1) / parts;
    for (std::size_t row = rows_ * part / parts; row < to; ++row) {
      const Verdict v = verdict(row);
      wrong |= v.fault != Fault::none;
      if (!columns_.due.empty()) due[row] = v.due;
      if (!columns_.status.empty()) status[row] = static_cast<std::int8_t>(v.status);
      if (!columns_.late_days.empty()) late[row] = v.late_days;
      if (groups != nullptr) count(*groups, row, v);
    }
    return wrong;
  }

  void count(Groups& groups, std::size_t row, const Verdict& v) const {
    std::int64_t agency = 0;
    std::int64_t procedure = 0;
    std::int64_t month = sizes_.first_month;
    if (sizes_.agencies > 1 && is_code(agency_, row)) agency = agency_.whole(row);
    if (sizes_.procedures > 1 && is_code(procedure_, row)) procedure = procedure_.whole(row);
    if (keys_->month && months_.covers(v.received)) month = months_.month(v.received);
    month = std::clamp(month, sizes_.first_month, sizes_.first_month + sizes_.months - 1);
    Cell& cell = groups.at(agency, procedure, month);
    ++cell.counts[static_cast<std::size_t>(v.status)];
    cell.late_days += v.late_days;
  }

  [[nodiscard]] std::vector<RollUpRow> merge(
      const std::vector<std::unique_ptr<Groups>>& parts) const {
    if (!keys_) return {};
    std::unordered_map<std::int64_t, RollUpRow> by_key;
    for (const auto& part : parts) part->add_to(by_key);
    std::vector<std::int64_t> order;
    for (const auto& [key, row] : by_key) order.push_back(key);
    std::sort(order.begin(), order.end());
    std::vector<RollUpRow> rows;
    rows.reserve(order.size());
    for (const std::int64_t key : order) {
      RollUpRow row = by_key[key];
      const std::int64_t pair = key / sizes_.months;
      row.month = static_cast<std::int32_t>(key % sizes_.months + sizes_.first_month);
      if (keys_->agency) row.agency = static_cast<std::int32_t>(pair / sizes_.procedures);
      if (keys_->procedure) row.procedure = static_cast<std::int32_t>(pair % sizes_.procedures);
      rows.push_back(row);
    }
    return rows;
  }

  /// Names the rows that can't be right.
  void refuse() const {
    constexpr std::array<const char*, 13> texts = {"",
                                                   "the day of receipt is missing",
                                                   "the day of receipt lies outside the calendar",
                                                   "the limit is missing",
                                                   "the limit is negative",
                                                   "the due day lies outside the calendar",
                                                   "the day of finishing lies outside the calendar",
                                                   "it is finished before it was received",
                                                   "the pause is negative",
                                                   "the cut is not between 0 and 100 %",
                                                   "the agency code is missing or negative",
                                                   "the procedure code is missing or negative",
                                                   "there is no calendar of this code"};
    detail::RowProblems problems;
    for (std::size_t row = 0; row < rows_; ++row) {
      const Fault fault = verdict(row).fault;
      if (fault != Fault::none) problems.add(row, texts[static_cast<std::size_t>(fault)]);
    }
    problems.throw_if_any();
  }

  Judge judge_;
  Reader agency_;
  Reader procedure_;
  CaseColumns columns_;
  std::optional<RollUpKeys> keys_;
  MonthTable months_;
  const CaseOptions& options_;
  std::size_t rows_;
  Sizes sizes_;
};

}  // namespace

std::string_view to_string(CaseStatus status) noexcept {
  return status_names[static_cast<std::size_t>(status)];
}

std::int64_t RollUpRow::total() const noexcept {
  std::int64_t sum = 0;
  for (const std::int64_t count : counts) sum += count;
  return sum;
}

std::optional<double> RollUpRow::rate() const noexcept {
  if (decided() == 0) return std::nullopt;
  return static_cast<double>(in_time()) / static_cast<double>(decided());
}

std::vector<RollUpRow> judge_cases(const CaseLog& cases, const CaseOptions& options,
                                   const CaseColumns& columns,
                                   const std::optional<RollUpKeys>& keys) {
  check_columns(cases, options, columns);
  return Pass(cases, options, columns, keys).run();
}

}  // namespace sauro
