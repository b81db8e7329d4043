#include "sauro/plan/board_words.hpp"

#include <array>
#include <string>
#include <utility>

#include "text/parts.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr std::array<std::pair<const char*, const char*>, board_statuses> status_words = {{
    {"chưa đến hạn", "not yet due"},
    {"đang thực hiện", "in progress"},
    {"hoàn thành đúng hạn", "done on time"},
    {"hoàn thành muộn", "done late"},
    {"hoàn thành", "done"},
    {"quá hạn", "overdue"},
    {"chưa báo cáo kỳ", "not reported"},
    {"chưa có thời hạn", "no date"},
    {"đã hủy", "cancelled"},
    {"đã lùi hạn", "postponed"},
}};

/// Labels by status, in the order in which the statuses come.
using Groups = std::vector<std::pair<BoardStatus, std::vector<std::string>>>;

void add(Groups& groups, BoardStatus status, const std::string& label) {
  for (auto& [known, labels] : groups) {
    if (known == status) return labels.push_back(label);
  }
  groups.push_back({status, {label}});
}

Bilingual text_of(const Groups& groups) {
  constexpr std::size_t most_named = 3;
  if (groups.size() == 1 && groups[0].second.size() == 1) return words_of(groups[0].first);
  Bilingual all;
  for (const auto& [status, labels] : groups) {
    const Bilingual words = words_of(status);
    const bool named = labels.size() <= most_named;
    const std::string list = detail::joined(labels, ", ");
    const std::string count = std::to_string(labels.size());
    const char* gap = all.vi.empty() ? "" : "; ";
    all.vi += gap + words.vi + ": " + (named ? list : count + " kỳ");
    all.en += gap + words.en + ": " + (named ? list : count + " occurrences");
  }
  return all;
}

}  // namespace

Bilingual words_of(BoardStatus status) {
  const auto& [vi, en] = status_words[static_cast<std::size_t>(status)];
  return {vi, en};
}

std::vector<Bilingual> task_states(const Board& board) {
  std::vector<Groups> groups(board.schedule->tasks.size());
  for (std::size_t i = 0; i < board.rows.size(); ++i) {
    const ScheduledOccurrence& one = board.schedule->occurrences[i];
    add(groups[one.task_place], board.rows[i].status, one.occurrence);
  }
  std::vector<Bilingual> states;
  states.reserve(groups.size());
  for (const Groups& one : groups) states.push_back(text_of(one));
  return states;
}

}  // namespace sauro::inline v0_1
