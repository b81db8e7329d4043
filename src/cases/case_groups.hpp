#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "sauro/cases/case_status.hpp"
#include "cases/case_judge.hpp"
#include "core/numbering.hpp"

namespace sauro::inline v0_1::detail {

inline constexpr std::size_t most_dense_groups = 1U << 21U;

inline constexpr std::size_t usual_statuses = 6;  // all but `waiting`

/// One group while a part of the rows is counted; half a line of the cache.
struct GroupCounts {
  std::array<std::uint32_t, usual_statuses> counts{};
  std::int64_t late_days = 0;
};

/// What is counted besides, where it is asked for.
struct GroupMore {
  std::uint32_t promised_late = 0;
  std::uint32_t law_in_time = 0;
  std::uint32_t law_decided = 0;
  std::uint32_t waiting = 0;
  std::int64_t taken_days = 0;

  void add(const CaseBlock& block, std::size_t i) {
    taken_days += block.taken_days[i];
    promised_late += block.by_law[i].is_promised_late ? 1U : 0U;
    law_in_time += block.by_law[i].is_in_time ? 1U : 0U;
    law_decided += block.by_law[i].is_decided ? 1U : 0U;
  }
};

/// The counts of a group in all parts.
struct GroupSum {
  std::array<std::int64_t, case_status_count> counts{};
  std::int64_t late_days = 0;
  std::int64_t promised_late = 0;
  std::int64_t law_in_time = 0;
  std::int64_t law_decided = 0;
  std::int64_t taken_days = 0;

  void add(const GroupCounts& part) {
    for (std::size_t i = 0; i < usual_statuses; ++i) counts[i] += part.counts[i];
    late_days += part.late_days;
  }
  void add(const GroupMore& part) {
    promised_late += part.promised_late;
    law_in_time += part.law_in_time;
    law_decided += part.law_decided;
    counts[static_cast<std::size_t>(CaseStatus::waiting)] += part.waiting;
    taken_days += part.taken_days;
  }
};

/// Counters by group: one block where there are few, else those that there are.
class Groups {
 public:
  /// `has_more`: of logs that want more than the common counts; `most_late`: of one row.
  Groups(std::int64_t groups, bool has_more, std::int64_t most_late)
      : dense_(groups <= static_cast<std::int64_t>(most_dense_groups)), has_more_(has_more) {
    if (dense_) grow(static_cast<std::size_t>(groups));
    if (groups > most_packed_groups || has_more) return;
    packed_.resize(static_cast<std::size_t>(groups) * packed_statuses);
    most_packed_rows_ = static_cast<std::size_t>(half_word / (most_late + 1));
    packed_left_ = most_packed_rows_;
  }

  /// Whether all groups have a place, so that their numbers need 32 bits only.
  [[nodiscard]] bool is_dense() const { return dense_; }

  /// Counts the rows of a block, each in the group of its number; not sparse ones.
  void add(const std::int32_t* groups, std::size_t count, const CaseBlock& block) {
    if (packed_.empty()) return add_rows(groups, count, block);
    if (count > packed_left_) unpack();
    packed_left_ -= count;
    std::uint64_t* const cells = packed_.data();
    for (std::size_t i = 0; i < count; ++i) {
      const auto at = static_cast<std::uint32_t>(groups[i]) * packed_statuses +
                      static_cast<std::uint8_t>(block.status[i]);
      cells[at] += static_cast<std::uint64_t>(static_cast<std::uint32_t>(block.late_days[i]))
                       << half_bits |
                   1U;
    }
  }

  /// The same of groups that have no place before they come; their numbers become places.
  void add(std::int64_t* groups, std::size_t count, const CaseBlock& block) {
    for (std::size_t i = 0; i < count; ++i) {
      groups[i] = static_cast<std::int64_t>(keys_.number_of(groups[i]));
    }
    grow(keys_.size());
    add_rows(groups, count, block);
  }

  /// Brings all that was counted to the groups; to be called before `rows_of`.
  void finish() {
    if (!packed_.empty()) unpack();
  }

  /// row_of(key, counts) of each group of these counters that has rows, in order of keys.
  template <class RowOf>
  static std::vector<RollUpRow> rows_of(const std::vector<std::unique_ptr<Groups>>& parts,
                                        RowOf row_of) {
    return parts.front()->dense_ ? dense_rows(parts, row_of) : sparse_rows(parts, row_of);
  }

 private:
  // few groups: a word for each status, its rows below and their late days above
  static constexpr std::int64_t most_packed_groups = 1 << 13;
  static constexpr std::size_t packed_statuses = 8;
  static constexpr unsigned half_bits = 32;
  static constexpr std::int64_t half_word = UINT32_MAX;

  template <class Number>
  void add_rows(const Number* groups, std::size_t count, const CaseBlock& block) {
    if (has_more_) {
      for (std::size_t i = 0; i < count; ++i) add_with_more(groups[i], i, block);
      return;
    }
    for (std::size_t i = 0; i < count; ++i) {
      GroupCounts& cell = cells_[static_cast<std::size_t>(groups[i])];
      ++cell.counts[static_cast<std::size_t>(block.status[i])];
      cell.late_days += block.late_days[i];
    }
  }

  void unpack() {
    for (std::size_t group = 0; group < cells_.size(); ++group) {
      GroupCounts& cell = cells_[group];
      std::uint64_t* const words = packed_.data() + group * packed_statuses;
      for (std::size_t status = 0; status < usual_statuses; ++status) {
        cell.counts[status] += static_cast<std::uint32_t>(words[status]);
        cell.late_days += static_cast<std::int64_t>(words[status] >> half_bits);
        words[status] = 0;
      }
    }
    packed_left_ = most_packed_rows_;
  }

  void grow(std::size_t groups) {
    cells_.resize(groups);
    if (has_more_) more_.resize(groups);
  }

  void add_with_more(std::int64_t key, std::size_t i, const CaseBlock& block) {
    GroupCounts& cell = cells_[static_cast<std::size_t>(key)];
    GroupMore& more = more_[static_cast<std::size_t>(key)];
    const auto status = static_cast<std::size_t>(block.status[i]);
    ++(status < usual_statuses ? cell.counts[status] : more.waiting);
    cell.late_days += block.late_days[i];
    more.add(block, i);
  }

  [[nodiscard]] bool has_rows(std::size_t place) const {
    std::uint32_t any = has_more_ ? more_[place].waiting : 0;
    for (const std::uint32_t count : cells_[place].counts) any |= count;
    return any != 0;
  }

  void add_to(GroupSum& sum, std::size_t place) const {
    sum.add(cells_[place]);
    if (has_more_) sum.add(more_[place]);
  }

  template <class RowOf>
  static std::vector<RollUpRow> dense_rows(const std::vector<std::unique_ptr<Groups>>& parts,
                                           RowOf row_of) {
    const std::size_t groups = parts.front()->cells_.size();
    const auto is_used = [&](std::size_t key) {
      return std::any_of(parts.begin(), parts.end(),
                         [&](const auto& part) { return part->has_rows(key); });
    };
    std::size_t used = 0;
    for (std::size_t key = 0; key < groups; ++key) used += is_used(key) ? 1U : 0U;
    std::vector<RollUpRow> rows;
    rows.reserve(used);
    for (std::size_t key = 0; key < groups; ++key) {
      if (!is_used(key)) continue;
      GroupSum sum;
      for (const auto& part : parts) part->add_to(sum, key);
      rows.push_back(row_of(static_cast<std::int64_t>(key), sum));
    }
    return rows;
  }

  template <class RowOf>
  static std::vector<RollUpRow> sparse_rows(const std::vector<std::unique_ptr<Groups>>& parts,
                                            RowOf row_of) {
    struct Place {
      std::int64_t key;
      std::uint32_t part;
      std::uint32_t number;
    };
    std::vector<Place> all;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      const std::vector<std::int64_t>& keys = parts[part]->keys_.keys();
      for (std::size_t i = 0; i < keys.size(); ++i) {
        all.push_back({keys[i], static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(i)});
      }
    }
    std::sort(all.begin(), all.end(), [](const Place& a, const Place& b) { return a.key < b.key; });
    std::vector<RollUpRow> rows;
    for (auto at = all.begin(); at != all.end();) {
      GroupSum sum;
      const std::int64_t key = at->key;
      for (; at != all.end() && at->key == key; ++at) parts[at->part]->add_to(sum, at->number);
      rows.push_back(row_of(key, sum));
    }
    return rows;
  }

  bool dense_;
  bool has_more_;
  std::vector<GroupCounts> cells_;
  std::vector<GroupMore> more_;
  std::vector<std::uint64_t> packed_;  ///< since `unpack`
  std::size_t most_packed_rows_ = 0;   ///< whose late days have a place in half a word
  std::size_t packed_left_ = 0;
  Numbering<std::int64_t> keys_;  ///< of the cells, where they aren't dense
};

}  // namespace sauro::inline v0_1::detail
