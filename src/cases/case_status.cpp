#include "sauro/cases/case_status.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

#include "sauro/core/error.hpp"
#include "calendar/rows.hpp"
#include "cases/case_checks.hpp"
#include "cases/case_groups.hpp"
#include "cases/case_judge.hpp"
#include "core/parallel.hpp"
#include "core/poll.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::block_rows;
using detail::CaseBlock;
using detail::Fault;
using detail::Groups;
using detail::Judge;
using detail::MonthTable;
using detail::no_value;
using detail::Reader;
using detail::Sizes;
using detail::TimeReader;

constexpr std::size_t rows_a_thread = 1U << 18U;
constexpr std::size_t most_rows_a_part = 1U << 31U;  // counts of a part have 32 bits

/// The pass over the rows and what it needs.
class Pass {
 public:
  Pass(const CaseLog& cases, const CaseOptions& options, const CaseColumns& columns,
       const std::optional<RollUpKeys>& keys)
      : judge_(cases, options),
        received_(cases.received),
        agency_(cases.agency),
        procedure_(cases.procedure),
        columns_(columns),
        keys_(keys),
        months_(options.calendars),
        options_(options),
        rows_(cases.size()),
        has_both_(cases.has_both()) {
    if (keys_) measure();
  }

  std::vector<RollUpRow> run() {
    std::atomic<bool> wrong = false;
    std::vector<std::unique_ptr<Groups>> parts(
        std::max(detail::parallel_parts(rows_, rows_a_thread, options_.threads),
                 rows_ / most_rows_a_part + 1));
    detail::parallel(parts.size(), 1, options_.threads, [&](std::size_t from, std::size_t to) {
      for (std::size_t part = from; part < to; ++part) {
        if (keys_) parts[part] = std::make_unique<Groups>(sizes_, has_both_);
        if (!part_of(part, parts.size(), parts[part].get())) wrong = true;
      }
    });
    if (wrong && options_.on_problem == OnProblem::raise) refuse();
    return rows_of(parts);
  }

 private:
  /// Codes of some rows, no_value for missing ones.
  using Codes = std::array<std::int32_t, block_rows>;

  /// Sizes of the groups, by the codes that there are; months by those of the calendar or, where
  /// these are many, by the days that there are.
  void measure() {
    if (keys_->agency) sizes_.agencies = highest(agency_) + 2;
    if (keys_->procedure) sizes_.procedures = highest(procedure_) + 2;
    if (!keys_->month) return;
    sizes_.first_month = months_.first();
    sizes_.months = months_.last() - months_.first() + 2;
    if (sizes_.groups() <= static_cast<std::int64_t>(detail::cached_groups)) return;
    const auto [low, high] = extremes([&](std::size_t from, std::size_t count, Codes& days) {
      received_.load(from, count, days.data());
      for (std::size_t i = 0; i < count; ++i) {
        days[i] = months_.covers(days[i]) ? months_.month(days[i]) : no_value;
      }
    });
    if (low > high) return;
    sizes_.first_month = low;
    sizes_.months = std::int64_t{high} - low + 2;
  }

  [[nodiscard]] std::int64_t highest(const Reader& reader) const {
    const auto [low, high] = extremes([&](std::size_t from, std::size_t count, Codes& codes) {
      reader.load(from, count, codes.data());
    });
    return std::max(high, 0);
  }

  /// The least and the greatest code of those that there are.
  template <class Load>
  [[nodiscard]] std::pair<std::int32_t, std::int32_t> extremes(Load load) const {
    std::mutex guard;
    std::int32_t low = INT32_MAX;
    std::int32_t high = no_value;
    detail::parallel(rows_, rows_a_thread, options_.threads, [&](std::size_t from, std::size_t to) {
      std::int32_t least = INT32_MAX;
      std::int32_t most = no_value;
      Codes codes;
      for (; from < to; from += block_rows) {
        const std::size_t count = std::min(block_rows, to - from);
        load(from, count, codes);
        for (std::size_t i = 0; i < count; ++i) {
          least = std::min(least, codes[i] == no_value ? INT32_MAX : codes[i]);
          most = std::max(most, codes[i]);
        }
      }
      const std::lock_guard lock(guard);
      low = std::min(low, least);
      high = std::max(high, most);
    });
    return {low, high};
  }

  /// Sets rows aside whose codes can't be any; true where there are none.
  static bool check_codes(const Codes& codes, std::size_t count, Fault fault, CaseBlock& block) {
    const auto is_wrong = [](std::int32_t code) {
      return (code < 0 && code != no_value) || code == INT32_MAX;
    };
    bool right = true;
    for (std::size_t i = 0; i < count; ++i) right &= !is_wrong(codes[i]);
    if (right) return true;
    for (std::size_t i = 0; i < count; ++i) {
      if (is_wrong(codes[i]) && block.fault[i] == Fault::none) block.refuse(i, fault);
    }
    return false;
  }

  /// What judging a block of rows wants besides its columns.
  struct Work {
    CaseBlock block;
    Codes agency;
    Codes procedure;
    std::array<std::int64_t, block_rows> keys;
  };

  /// Judges some rows; false where one of them can't be right.
  bool judge(std::size_t from, std::size_t count, Work& work) const {
    bool right = judge_.judge(from, count, work.block);
    if (agency_.is_there()) {
      agency_.load(from, count, work.agency.data());
      right &= check_codes(work.agency, count, Fault::unknown_agency, work.block);
    }
    if (procedure_.is_there()) {
      procedure_.load(from, count, work.procedure.data());
      right &= check_codes(work.procedure, count, Fault::unknown_procedure, work.block);
    }
    return right;
  }

  /// Judges one part of the rows; false where one of them can't be right.
  bool part_of(std::size_t part, std::size_t parts, Groups* groups) const {
    bool right = true;
    const auto work = std::make_unique<Work>();
    const std::size_t to = rows_ * (part + 1) / parts;
    for (std::size_t from = rows_ * part / parts; from < to; from += block_rows) {
      detail::poll();
      const std::size_t count = std::min(block_rows, to - from);
      right &= judge(from, count, *work);
      fill(from, count, work->block);
      if (groups == nullptr) continue;
      find_keys(count, *work);
      groups->add(work->keys.data(), count, work->block);
    }
    return right;
  }

  void fill(std::size_t from, std::size_t count, const CaseBlock& block) const {
    const auto copy = [&](const auto& values, auto column) {
      if (!column.empty()) std::copy_n(values.begin(), count, column.data() + from);
    };
    copy(block.due, columns_.due);
    copy(block.status, columns_.status);
    copy(block.late_days, columns_.late_days);
  }

  /// The group of each row: codes and months from 1, 0 for rows without. Only codes that were
  /// counted have one; the columns may be another's, who may have written into them since.
  void find_keys(std::size_t count, Work& work) const {
    std::fill_n(work.keys.begin(), count, 0);
    const auto add = [&](const auto& value_of, std::int64_t size) {
      const auto most = static_cast<std::uint32_t>(size - 1);
      for (std::size_t i = 0; i < count; ++i) {
        const std::int32_t value = value_of(i);
        const bool has_place = static_cast<std::uint32_t>(value) < most;
        work.keys[i] = work.keys[i] * size + (has_place ? std::int64_t{value} + 1 : 0);
      }
    };
    if (keys_->agency) add([&](std::size_t i) { return work.agency[i]; }, sizes_.agencies);
    if (keys_->procedure) add([&](std::size_t i) { return work.procedure[i]; }, sizes_.procedures);
    if (!keys_->month) return;
    const auto first = static_cast<std::int32_t>(sizes_.first_month);
    const auto month_of = [&](std::size_t i) {
      const std::int32_t day = work.block.received[i];
      return months_.covers(day) ? months_.month(day) - first : no_value;
    };
    add(month_of, sizes_.months);
  }

  [[nodiscard]] std::vector<RollUpRow> rows_of(
      const std::vector<std::unique_ptr<Groups>>& parts) const {
    if (!keys_) return {};
    return Groups::rows_of(parts, [&](std::int64_t key, const detail::GroupSum& sum) {
      RollUpRow row;
      const std::int64_t pair = key / sizes_.months;
      const std::int64_t month = key % sizes_.months;
      if (keys_->month) {
        row.month = month == 0 ? RollUpRow::no_month
                               : static_cast<std::int32_t>(month - 1 + sizes_.first_month);
      }
      if (keys_->agency) row.agency = static_cast<std::int32_t>(pair / sizes_.procedures) - 1;
      if (keys_->procedure) row.procedure = static_cast<std::int32_t>(pair % sizes_.procedures) - 1;
      std::copy(sum.counts.begin(), sum.counts.end(), row.counts);
      row.late_days = sum.late_days;
      row.promised_late = sum.promised_late;
      row.law_in_time = sum.law_in_time;
      row.law_decided = sum.law_decided;
      return row;
    });
  }

  /// Names the rows that can't be right.
  void refuse() const {
    detail::RowProblems problems;
    const auto work = std::make_unique<Work>();
    for (std::size_t from = 0; from < rows_; from += block_rows) {
      const std::size_t count = std::min(block_rows, rows_ - from);
      if (judge(from, count, *work)) continue;
      for (std::size_t i = 0; i < count; ++i) {
        const Fault fault = work->block.fault[i];
        if (fault == Fault::none) continue;
        problems.add(from + i, [&] { return detail::text_of(fault); });
      }
    }
    problems.throw_if_any();
  }

  Judge judge_;
  TimeReader received_;
  Reader agency_;
  Reader procedure_;
  CaseColumns columns_;
  std::optional<RollUpKeys> keys_;
  MonthTable months_;
  const CaseOptions& options_;
  std::size_t rows_;
  bool has_both_;
  Sizes sizes_;
};

std::optional<double> share_of(std::int64_t part, std::int64_t all) noexcept {
  if (all == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

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
  std::map<std::tuple<std::int32_t, std::int32_t, std::int32_t>, RollUpRow> groups;
  for (const std::vector<RollUpRow>& part : parts) {
    for (const RollUpRow& row : part) {
      const auto [place, is_new] =
          groups.try_emplace(std::tuple(row.agency, row.procedure, row.month), row);
      if (is_new) continue;
      RollUpRow& sum = place->second;
      for (int i = 0; i < case_status_count; ++i) sum.counts[i] += row.counts[i];
      sum.late_days += row.late_days;
      sum.promised_late += row.promised_late;
      sum.law_in_time += row.law_in_time;
      sum.law_decided += row.law_decided;
    }
  }
  std::vector<RollUpRow> rows;
  rows.reserve(groups.size());
  for (const auto& [key, row] : groups) rows.push_back(row);
  return rows;
}

}  // namespace sauro::inline v0_1
