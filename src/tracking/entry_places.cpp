#include "tracking/entry_places.hpp"

#include <algorithm>
#include <numeric>
#include <set>

#include "sauro/phrases/timeframe.hpp"
#include "sauro/plan/progress.hpp"
#include "sauro/text/fold.hpp"
#include "core/say.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// The plain name of a period by the words that logs have for it: "q1" -> "Quý I".
const std::unordered_map<std::string, std::string>& period_names() {
  static const auto names = [] {
    std::unordered_map<std::string, std::string> all;
    for (const ProgressWords& one : progress_words()) {
      if (one.kind != "period") continue;
      for (const std::string& word : one.words) all.emplace(fold(word), one.name);
    }
    return all;
  }();
  return names;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && word.starts_with("20") &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The last day of the period that a label names; nothing where it names none.
std::optional<Date> end_of(const std::string& label, int year) {
  std::vector<std::string> words = parts_of(fold(label), ' ');
  if (words.size() > 1 && words.front() == "ky") words.erase(words.begin());
  TimeframeContext context;
  context.year = year;
  if (words.size() > 1 && is_year(words.back())) {
    context.year = std::stoi(words.back());
    words.pop_back();
    if (words.size() > 1 && words.back() == "nam") words.pop_back();
  }
  const auto named = period_names().find(joined(words, " "));
  const bool is_named = named != period_names().end();
  const std::string text = is_named ? named->second + (named->second == "Năm" ? " " : "/") +
                                          std::to_string(*context.year)
                                    : label;
  const Timeframe read = parse_timeframe(text, context);
  return read.kind == TimeframeKind::window ? read.due : std::nullopt;
}

/// "3.1" of the id "1.I.3.1", which names the annex and area too.
std::string_view number_in(const ScheduledTask& task) {
  std::string_view id = task.id;
  for (const std::string& part : {std::to_string(task.annex), task.area}) {
    const bool begins = id.size() > part.size() && id.starts_with(part) && id[part.size()] == '.';
    if (!part.empty() && begins) id.remove_prefix(part.size() + 1);
  }
  return id.substr(0, id.find(".#"));
}

/// "3.1" of "3.1. Kiểm tra"; empty where no number stands in front.
std::string_view number_before(std::string_view written) {
  constexpr std::string_view signs = "0123456789.IVX";
  std::string_view number = written.substr(0, written.find(' '));
  if (number.size() == written.size()) return {};
  if (number.find_first_not_of(signs) != std::string_view::npos) return {};
  while (number.ends_with('.')) number.remove_suffix(1);
  return number;
}

/// How much of the words of two texts is in both, from 0 to 1.
double likeness(std::string_view a, std::string_view b) {
  const std::vector<std::string> first = parts_of(a, ' ');
  const std::vector<std::string> second = parts_of(b, ' ');
  const std::set<std::string> one(first.begin(), first.end());
  const std::set<std::string> other(second.begin(), second.end());
  if (one.empty() || other.empty()) return 0;
  const auto common = std::count_if(one.begin(), one.end(),
                                    [&](const std::string& word) { return other.contains(word); });
  return 2 * static_cast<double>(common) / static_cast<double>(one.size() + other.size());
}

}  // namespace

EntryPlaces::EntryPlaces(const Schedule& schedule) : schedule_(schedule) {
  for (std::size_t i = 0; i < schedule.tasks.size(); ++i) tasks_.emplace(schedule.tasks[i].id, i);
  first_.assign(schedule.tasks.size() + 1, 0);
  for (const ScheduledOccurrence& one : schedule.occurrences) ++first_[one.task_place + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  by_task_.resize(schedule.occurrences.size());
  Places next = first_;
  for (std::size_t i = 0; i < by_task_.size(); ++i) {
    by_task_[next[schedule.occurrences[i].task_place]++] = i;
  }
}

EntryPlace EntryPlaces::task(const std::string& written) {
  const auto found = tasks_.find(written);
  if (found != tasks_.end()) return {found->second, {}};
  const auto [said, fresh] = said_.try_emplace(written);
  if (fresh) said->second = by_words(written);
  return said->second;
}

EntryPlace EntryPlaces::by_words(const std::string& written) {
  if (written.find(' ') == std::string::npos) return {{}, no_task(written)};
  if (titles_.empty()) {
    for (std::size_t i = 0; i < schedule_.tasks.size(); ++i) {
      titles_[fold(schedule_.tasks[i].title)].push_back(i);
    }
  }
  if (const auto whole = titled(fold(written), "")) return *whole;
  const std::string_view number = number_before(written);
  const std::string key = fold(written.substr(number.empty() ? 0 : written.find(' ') + 1));
  if (const auto found = titled(key, number)) return *found;
  return {{}, nearest(key, written)};
}

/// The task with these words; of several that of the number.
std::optional<EntryPlace> EntryPlaces::titled(std::string_view key, std::string_view number) const {
  const auto found = titles_.find(std::string(key));
  if (found == titles_.end()) return std::nullopt;
  if (found->second.size() == 1) return EntryPlace{found->second.front(), {}};
  Places numbered;
  std::string ids;
  for (const std::size_t i : found->second) {
    if (number_in(schedule_.tasks[i]) == number) numbered.push_back(i);
    ids += (ids.empty() ? "" : ", ") + schedule_.tasks[i].id;
  }
  if (numbered.size() == 1) return EntryPlace{numbered.front(), {}};
  return EntryPlace{{},
                    say("có nhiều nhiệm vụ cùng nội dung này: {}; hãy ghi mã nhiệm vụ",
                        "several tasks have these words: {}; write the id of the task", ids)};
}

/// Asks whether words that no task has are those of one that is much like them.
Bilingual EntryPlaces::nearest(std::string_view key, const std::string& written) const {
  constexpr double alike = 0.6;
  const ScheduledTask* best = nullptr;
  double most = alike;
  for (const auto& [title, places] : titles_) {
    const double found = likeness(key, title);
    const ScheduledTask& task = schedule_.tasks[places.front()];
    if (found < most || (best != nullptr && found == most && task.id > best->id)) continue;
    most = found;
    best = &task;
  }
  if (best == nullptr) return no_task(written);
  return say(
      "kế hoạch không có nhiệm vụ “{}”; có phải là {} “{}”? nếu phải, hãy ghi mã hoặc đúng "
      "nội dung đó",
      "the plan has no task \"{}\"; is it {} \"{}\"? if so, write that id or these words", written,
      best->id, best->title);
}

std::optional<std::size_t> EntryPlaces::labelled(std::size_t from, std::size_t to,
                                                 const std::string& label) const {
  for (std::size_t i = from; i < to; ++i) {
    if (occurrence_at(i).occurrence == label) return i;
  }
  const std::string key = fold(label) + " ";
  for (std::size_t i = from; i < to; ++i) {  // "Quý I" for "Quý I/2026"
    if ((fold(occurrence_at(i).occurrence) + " ").starts_with(key)) return i;
  }
  const std::optional<Date> end = end_of(label, schedule_.year);
  if (!end) return std::nullopt;
  for (std::size_t i = from; i < to; ++i) {
    if (end_of(occurrence_at(i).occurrence, schedule_.year) == end) return i;
  }
  for (std::size_t i = from; i < to; ++i) {
    if (occurrence_at(i).due == end) return i;
  }
  return std::nullopt;
}

EntryPlace EntryPlaces::occurrence(std::size_t task, const std::string& label,
                                   const Date& day) const {
  const std::size_t from = first_[task];
  const std::size_t to = first_[task + 1];
  if (label.empty()) {  // occurrences stand in the order of their due days
    std::size_t in = to - 1;
    for (std::size_t i = to; i-- > from;) {
      const std::optional<Date>& due = occurrence_at(i).due;
      if (!due || day <= *due) in = i;
    }
    return {by_task_[in], {}};
  }
  if (const auto found = labelled(from, to, label)) return {by_task_[*found], {}};
  std::string known;
  for (std::size_t i = from; i < to; ++i) {
    known += (known.empty() ? "" : ", ") + occurrence_at(i).occurrence;
  }
  return {
      {},
      say("nhiệm vụ {} không có kỳ \"{}\"; có {}", "task {} has no occurrence \"{}\"; it has {}",
          schedule_.tasks[task].id, label, known)};
}

Bilingual EntryPlaces::no_task(const std::string& id) const {
  constexpr std::size_t shown = 3;
  std::string ids;
  for (std::size_t i = 0; i < schedule_.tasks.size() && i < shown; ++i) {
    ids += (i == 0 ? "\"" : ", \"") + schedule_.tasks[i].id + "\"";
  }
  if (schedule_.tasks.size() > shown) ids += ", ...";
  const Bilingual examples =
      ids.empty() ? Bilingual{} : say("có các nhiệm vụ {}", "its tasks are {}", ids);
  return joined(
      say("lịch thực hiện không có nhiệm vụ \"{}\"", "the schedule has no task \"{}\"", id), ": ",
      examples);
}

}  // namespace sauro::inline v0_1::detail
