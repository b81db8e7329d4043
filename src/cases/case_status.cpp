#include "sauro/cases/case_status.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include "sauro/core/error.hpp"
#include "calendar/rows.hpp"
#include "cases/case_checks.hpp"
#include "cases/case_groups.hpp"
#include "cases/case_judge.hpp"
#include "cases/case_keys.hpp"
#include "core/parallel.hpp"
#include "core/poll.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::block_rows;
using detail::CaseBlock;
using detail::CaseKeys;
using detail::Fault;
using detail::Groups;
using detail::Judge;

constexpr std::size_t most_rows_a_part = 1U << 31U;  // counts of a part have 32 bits

/// The pass over the rows and what it needs.
class Pass {
 public:
  Pass(const CaseLog& cases, const CaseOptions& options, const CaseColumns& columns,
       const std::optional<RollUpKeys>& keys)
      : judge_(cases, options),
        cases_(cases),
        columns_(columns),
        is_counted_(keys.has_value()),
        counts_taken_(keys && keys->taken_days),
        keys_(cases, options, keys),
        options_(options),
        rows_(cases.size()) {
    if (keys) detail::check_groups(keys_.groups(), *keys);
  }

  std::vector<RollUpRow> run() {
    std::atomic<bool> wrong = false;
    const bool has_more = cases_.has_both() || cases_.has_waiting() || counts_taken_;
    std::vector<std::unique_ptr<Groups>> parts(
        std::max(detail::parallel_parts(rows_, detail::rows_a_thread, options_.threads),
                 rows_ / most_rows_a_part + 1));
    detail::parallel(parts.size(), 1, options_.threads, [&](std::size_t from, std::size_t to) {
      for (std::size_t part = from; part < to; ++part) {
        if (is_counted_)
          parts[part] = std::make_unique<Groups>(keys_.groups(), has_more, most_late());
        if (!part_of(part, parts.size(), parts[part].get())) wrong = true;
      }
    });
    if (wrong && options_.on_problem == OnProblem::raise) refuse();
    return rows_of(parts);
  }

 private:
  /// What judging a block of rows wants besides its columns.
  struct Work {
    CaseBlock block;
    CaseKeys::Work keys;
  };

  [[nodiscard]] std::unique_ptr<Work> work() const {
    auto work = std::make_unique<Work>();
    work->keys = keys_.work();
    return work;
  }

  /// Judges some rows; false where one of them can't be right.
  bool judge(std::size_t from, std::size_t count, Work& work) const {
    const bool right = judge_.judge(from, count, work.block);
    return keys_.load(from, count, work.keys, work.block) && right;
  }

  /// Judges one part of the rows; false where one of them can't be right.
  bool part_of(std::size_t part, std::size_t parts, Groups* groups) const {
    bool right = true;
    const auto work = this->work();
    const std::size_t to = rows_ * (part + 1) / parts;
    for (std::size_t from = rows_ * part / parts; from < to; from += block_rows) {
      detail::poll();
      const std::size_t count = std::min(block_rows, to - from);
      right &= judge(from, count, *work);
      fill(from, count, work->block);
      if (groups == nullptr) continue;
      if (counts_taken_) judge_.find_taken(from, count, work->block);
      if (groups->is_dense()) {
        keys_.find(count, work->block, work->keys, work->keys.few.data());
        groups->add(work->keys.few.data(), count, work->block);
      } else {
        keys_.find(count, work->block, work->keys, work->keys.many.data());
        groups->add(work->keys.many.data(), count, work->block);
      }
    }
    if (groups != nullptr) groups->finish();
    return right;
  }

  /// Late days that one case may have: the working days of the longest calendar.
  [[nodiscard]] std::int64_t most_late() const {
    std::int64_t most = 1;
    for (const WorkingCalendar& calendar : options_.calendars) {
      most = std::max(most, std::int64_t{std::ssize(calendar.tables().day)});
    }
    return most;
  }

  void fill(std::size_t from, std::size_t count, const CaseBlock& block) const {
    const auto copy = [&](const auto& values, auto column) {
      if (!column.empty()) std::copy_n(values.begin(), count, column.data() + from);
    };
    copy(block.due, columns_.due);
    copy(block.status, columns_.status);
    copy(block.late_days, columns_.late_days);
  }

  [[nodiscard]] std::vector<RollUpRow> rows_of(
      const std::vector<std::unique_ptr<Groups>>& parts) const {
    if (!is_counted_) return {};
    return Groups::rows_of(parts, [&](std::int64_t key, const detail::GroupSum& sum) {
      RollUpRow row;
      keys_.name(key, row);
      std::copy(sum.counts.begin(), sum.counts.end(), row.counts);
      row.late_days = sum.late_days;
      row.taken_days = sum.taken_days;
      row.promised_late = sum.promised_late;
      row.law_in_time = sum.law_in_time;
      row.law_decided = sum.law_decided;
      return row;
    });
  }

  /// Names the rows that can't be right.
  void refuse() const {
    detail::RowProblems problems;
    const auto work = this->work();
    for (std::size_t from = 0; from < rows_; from += block_rows) {
      const std::size_t count = std::min(block_rows, rows_ - from);
      if (judge(from, count, *work)) continue;
      for (std::size_t i = 0; i < count; ++i) {
        const Fault fault = work->block.fault[i];
        if (fault == Fault::none) continue;
        problems.add(from + i, [&] { return detail::text_of(fault, cases_); });
      }
    }
    problems.throw_if_any();
  }

  Judge judge_;
  const CaseLog& cases_;
  CaseColumns columns_;
  bool is_counted_;
  bool counts_taken_;
  CaseKeys keys_;
  const CaseOptions& options_;
  std::size_t rows_;
};

std::optional<double> share_of(std::int64_t part, std::int64_t all) noexcept {
  if (all == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

void RollUpRow::add(const RollUpRow& part) noexcept {
  for (std::size_t i = 0; i < case_status_count; ++i) counts[i] += part.counts[i];
  late_days += part.late_days;
  taken_days += part.taken_days;
  promised_late += part.promised_late;
  law_in_time += part.law_in_time;
  law_decided += part.law_decided;
}

std::int64_t RollUpRow::total() const noexcept {
  std::int64_t sum = 0;
  for (const std::int64_t count : counts) sum += count;
  return sum;
}

std::optional<double> RollUpRow::rate() const noexcept { return share_of(in_time(), decided()); }

std::optional<double> RollUpRow::law_rate() const noexcept {
  return share_of(law_in_time, law_decided);
}

std::vector<RollUpRow> judge_cases(const CaseLog& cases, const CaseOptions& options,
                                   const CaseColumns& columns,
                                   const std::optional<RollUpKeys>& keys) {
  detail::check_columns(cases, options, columns, keys);
  return Pass(cases, options, columns, keys).run();
}

std::vector<RollUpRow> merge_roll_ups(std::span<const std::vector<RollUpRow>> parts) {
  using Codes = std::array<std::int32_t, RollUpRow::most_keys>;
  std::map<std::tuple<Codes, std::int32_t, std::int32_t>, RollUpRow> groups;
  for (const std::vector<RollUpRow>& part : parts) {
    for (const RollUpRow& row : part) {
      const auto [place, is_new] =
          groups.try_emplace(std::tuple(row.codes, row.period, row.late), row);
      if (!is_new) place->second.add(row);
    }
  }
  std::vector<RollUpRow> rows;
  rows.reserve(groups.size());
  for (const auto& [key, row] : groups) rows.push_back(row);
  return rows;
}

}  // namespace sauro::inline v0_1
