#include "sauro/cases/case_status.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <unordered_map>

#include "sauro/core/error.hpp"
#include "calendar/rows.hpp"
#include "cases/case_groups.hpp"
#include "cases/case_judge.hpp"
#include "core/parallel.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::block_rows;
using detail::CaseBlock;
using detail::Fault;
using detail::Groups;
using detail::Instant;
using detail::Judge;
using detail::MonthTable;
using detail::Reader;
using detail::say;
using detail::Sizes;
using detail::TimeReader;
using detail::Verdict;

constexpr std::size_t rows_a_thread = 1U << 18U;

void check_columns(const CaseLog& cases, const CaseOptions& options, const CaseColumns& columns,
                   const std::optional<RollUpKeys>& keys) {
  detail::ProblemList problems(ErrorCode::invalid_column);
  const auto problem = [&](Bilingual what) { problems.add("cases", std::move(what)); };
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
      problem(say("{} có {} dòng, received có {}", "{} has {} rows, received has {}", name,
                  view->size, rows));
    }
  }
  if (cases.unit >= TimeUnit::weeks) {
    problem(
        say("thời hạn của hồ sơ không tính bằng {}; hãy đổi ra ngày, ngày làm việc, giờ làm "
            "việc, giờ hoặc phút",
            "limits of dossiers aren't counted in {}; give days, working days, working hours, "
            "hours or minutes",
            detail::said(to_string(cases.unit))));
  }
  if (!cases.limit.is_there()) {
    problem(say("không có cột thời hạn giải quyết", "there is no column of limits"));
  }
  if (keys && keys->agency && !cases.agency.is_there()) {
    problem(say("không có cột cơ quan để đếm theo; by=[] đếm tất cả",
                "there is no column of agencies to count by; by=[] counts all"));
  }
  if (keys && keys->procedure && !cases.procedure.is_there()) {
    problem(say("không có cột thủ tục để đếm theo; by=[] đếm tất cả",
                "there is no column of procedures to count by; by=[] counts all"));
  }
  if (options.calendars.empty()) {
    problem(say("không có lịch làm việc nào", "there is no calendar"));
  }
  if (cases.calendar.is_there() ? false : options.calendars.size() > 1) {
    problem(say("có nhiều lịch làm việc thì cần thêm một cột mã lịch",
                "several calendars want a column of calendar codes"));
  }
  for (const std::size_t size :
       {columns.due.size(), columns.status.size(), columns.late_days.size()}) {
    if (size == 0 || size == rows) continue;
    problem(say("cột kết quả có độ dài khác cột received",
                "a column to fill has another length than received"));
  }
  problems.throw_if_any();
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
    std::vector<std::unique_ptr<Groups>> parts(
        detail::parallel_parts(rows_, rows_a_thread, options_.threads));
    detail::parallel(parts.size(), 1, options_.threads, [&](std::size_t from, std::size_t to) {
      for (std::size_t part = from; part < to; ++part) {
        if (keys_) parts[part] = std::make_unique<Groups>(sizes_);
        if (part_of(part, parts.size(), parts[part].get())) wrong = true;
      }
    });
    if (wrong && options_.on_problem == OnProblem::raise) refuse();
    return merge(parts);
  }

 private:
  /// Sizes of the groups: a quick pass over the codes and days that they use.
  void measure(const CaseLog& cases) {
    if (keys_->agency) sizes_.agencies = highest(agency_, cases.agency) + 2;
    if (keys_->procedure) sizes_.procedures = highest(procedure_, cases.procedure) + 2;
    if (!keys_->month) return;
    const TimeReader received(cases.received);
    std::mutex guard;
    std::int64_t low = INT64_MAX;
    std::int64_t high = INT64_MIN;
    detail::parallel(rows_, rows_a_thread, options_.threads, [&](std::size_t from, std::size_t to) {
      std::int64_t first = INT64_MAX;
      std::int64_t last = INT64_MIN;
      Instant instant{};
      for (std::size_t row = from; row < to; ++row) {
        if (!received.read(row, instant) || !months_.covers(instant.day)) continue;
        first = std::min(first, instant.day);
        last = std::max(last, instant.day);
      }
      const std::lock_guard lock(guard);
      low = std::min(low, first);
      high = std::max(high, last);
    });
    if (low > high) return;
    sizes_.first_month = months_.month(low);
    sizes_.months = months_.month(high) - sizes_.first_month + 2;
  }

  [[nodiscard]] std::int64_t highest(const Reader& reader, const NumberView& view) const {
    std::mutex guard;
    std::int64_t most = 0;
    detail::parallel(view.size, rows_a_thread, options_.threads,
                     [&](std::size_t from, std::size_t to) {
                       std::int64_t mine = 0;
                       for (std::size_t row = from; row < to; ++row)
                         mine = std::max(mine, reader.whole(row));
                       const std::lock_guard lock(guard);
                       most = std::max(most, mine);
                     });
    return std::min<std::int64_t>(most, INT32_MAX);
  }

  [[nodiscard]] static bool is_code(const Reader& reader, std::size_t row) {
    if (!reader.is_there()) return true;
    const std::int64_t code = reader.whole(row);
    return !reader.is_missing(row) && code >= 0 && code <= INT32_MAX;
  }

  /// Adds to the judgement of a row what its codes say.
  void check_codes(std::size_t row, Verdict& verdict) const {
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
  }

  /// Judges one part of the rows; true where a row can't be right.
  bool part_of(std::size_t part, std::size_t parts, Groups* groups) const {
    bool wrong = false;
    const auto block = std::make_unique<CaseBlock>();
    const std::size_t to = rows_ * (part + 1) / parts;
    for (std::size_t from = rows_ * part / parts; from < to; from += block_rows) {
      detail::poll();
      const std::size_t count = std::min(block_rows, to - from);
      judge_.judge(from, count, *block);
      for (std::size_t i = 0; i < count; ++i) {
        check_codes(from + i, block->verdicts[i]);
        wrong |= block->verdicts[i].fault != Fault::none;
      }
      fill(from, count, *block);
      for (std::size_t i = 0; groups != nullptr && i < count; ++i) {
        this->count(*groups, from + i, block->verdicts[i]);
      }
    }
    return wrong;
  }

  void fill(std::size_t from, std::size_t count, const CaseBlock& block) const {
    const auto each = [&](auto column, auto value) {
      if (column.empty()) return;
      auto* const out = column.data() + from;
      for (std::size_t i = 0; i < count; ++i) out[i] = value(block.verdicts[i]);
    };
    each(columns_.due, [](const Verdict& v) { return v.due; });
    each(columns_.status, [](const Verdict& v) { return static_cast<std::int8_t>(v.status); });
    each(columns_.late_days, [](const Verdict& v) { return v.late_days; });
  }

  /// The place of a row's group: its code after one for rows without. Only codes that were counted
  /// have one; the columns may be another's, who may have written into them since.
  [[nodiscard]] static std::int64_t place_of(const Reader& reader, std::size_t row,
                                             std::int64_t codes) {
    if (codes <= 1 || reader.is_missing(row)) return 0;
    const std::int64_t code = reader.whole(row);
    return code >= 0 && code < codes - 1 ? code + 1 : 0;
  }

  [[nodiscard]] std::int64_t month_of(const Verdict& v) const {
    if (sizes_.months <= 1 || v.fault == Fault::no_receipt || !months_.covers(v.received)) return 0;
    const std::int64_t place = months_.month(v.received) - sizes_.first_month + 1;
    return place > 0 && place < sizes_.months ? place : 0;
  }

  void count(Groups& groups, std::size_t row, const Verdict& v) const {
    const std::int64_t agency = place_of(agency_, row, sizes_.agencies);
    const std::int64_t procedure = place_of(procedure_, row, sizes_.procedures);
    detail::GroupCounts& cell = groups.at(agency, procedure, month_of(v));
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
      const std::int64_t month = key % sizes_.months;
      if (keys_->month) {
        row.month = month == 0 ? RollUpRow::no_month
                               : static_cast<std::int32_t>(month - 1 + sizes_.first_month);
      }
      if (keys_->agency) row.agency = static_cast<std::int32_t>(pair / sizes_.procedures) - 1;
      if (keys_->procedure) row.procedure = static_cast<std::int32_t>(pair % sizes_.procedures) - 1;
      rows.push_back(row);
    }
    return rows;
  }

  /// Names the rows that can't be right.
  void refuse() const {
    const std::array<Bilingual, 13> texts = {
        {{},
         {"thiếu ngày tiếp nhận", "the day of receipt is missing"},
         {"ngày tiếp nhận nằm ngoài lịch làm việc", "the day of receipt lies outside the calendar"},
         {"thiếu thời hạn giải quyết", "the limit is missing"},
         {"thời hạn giải quyết là số âm", "the limit is negative"},
         {"ngày đến hạn nằm ngoài lịch làm việc", "the due day lies outside the calendar"},
         {"ngày hoàn thành nằm ngoài lịch làm việc",
          "the day of finishing lies outside the calendar"},
         {"hoàn thành trước khi tiếp nhận", "it is finished before it was received"},
         {"thời gian tạm dừng là số âm", "the pause is negative"},
         {"mức cắt giảm không nằm trong khoảng 0 đến 100 %", "the cut is not between 0 and 100 %"},
         {"mã cơ quan bị thiếu hoặc là số âm", "the agency code is missing or negative"},
         {"mã thủ tục bị thiếu hoặc là số âm", "the procedure code is missing or negative"},
         {"không có lịch làm việc mang mã này", "there is no calendar of this code"}}};
    detail::RowProblems problems;
    for (std::size_t row = 0; row < rows_; ++row) {
      Verdict verdict = judge_.judge(row);
      check_codes(row, verdict);
      const Fault fault = verdict.fault;
      if (fault == Fault::none) continue;
      problems.add(row, [&] { return texts[static_cast<std::size_t>(fault)]; });
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
  check_columns(cases, options, columns, keys);
  return Pass(cases, options, columns, keys).run();
}

std::vector<RollUpRow> merge_roll_ups(std::span<const std::vector<RollUpRow>> parts) {
  std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, RollUpRow> groups;
  for (const std::vector<RollUpRow>& part : parts) {
    for (const RollUpRow& row : part) {
      const auto [place, is_new] =
          groups.try_emplace(std::tuple(row.agency, row.procedure, row.month), row);
      if (is_new) continue;
      RollUpRow& sum = place->second;
      for (int i = 0; i < case_status_count; ++i) sum.counts[i] += row.counts[i];
      sum.late_days += row.late_days;
    }
  }
  std::vector<RollUpRow> rows;
  rows.reserve(groups.size());
  for (const auto& [key, row] : groups) rows.push_back(row);
  return rows;
}

}  // namespace sauro::inline v0_1
