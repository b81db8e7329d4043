#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sauro/calendar/date.hpp"
#include "sauro/core/problem.hpp"
#include "sauro/plan/schedule.hpp"

namespace sauro::inline v0_1::detail {

/// What an entry is of, or why it is of nothing.
struct EntryPlace {
  std::optional<std::size_t> place = {};
  Bilingual why = {};
};

/// Finds the tasks and occurrences of a schedule that the entries of a log are of.
class EntryPlaces {
 public:
  explicit EntryPlaces(const Schedule& schedule);

  /// The task of that id or, where an office has no ids, of these words ("3.1. Kiểm tra ...");
  /// words that are nearly those of a task are asked about, never taken.
  [[nodiscard]] EntryPlace task(const std::string& written);

  /// The occurrence of a task that a label names; without one that in whose period the day falls.
  [[nodiscard]] EntryPlace occurrence(std::size_t task, const std::string& label,
                                      const Date& day) const;

  /// "the schedule has no task "9": its tasks are "1.I.1", "1.I.2", ...": the first ones
  [[nodiscard]] Bilingual no_task(const std::string& id) const;

 private:
  using Places = std::vector<std::size_t>;

  [[nodiscard]] EntryPlace by_words(const std::string& written);
  [[nodiscard]] std::optional<EntryPlace> titled(std::string_view key,
                                                 std::string_view number) const;
  [[nodiscard]] Bilingual nearest(std::string_view key, const std::string& written) const;
  [[nodiscard]] const ScheduledOccurrence& occurrence_at(std::size_t i) const {
    return schedule_.occurrences[by_task_[i]];
  }
  [[nodiscard]] std::optional<std::size_t> labelled(std::size_t from, std::size_t to,
                                                    const std::string& label) const;

  const Schedule& schedule_;
  std::unordered_map<std::string_view, std::size_t> tasks_;
  std::unordered_map<std::string, Places> titles_;    ///< by folded words; filled at the first miss
  std::unordered_map<std::string, EntryPlace> said_;  ///< what words were found to be
  Places first_;                                      ///< of each task in by_task_
  Places by_task_;                                    ///< occurrences, grouped by task
};

}  // namespace sauro::inline v0_1::detail
