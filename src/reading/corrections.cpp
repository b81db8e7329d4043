#include "sauro/reading/corrections.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "reading/cell_points.hpp"
#include "reading/cell_text.hpp"
#include "reading/context.hpp"
#include "reading/told.hpp"

namespace sauro::inline v0_1 {
namespace detail {
namespace {

constexpr double alike = 0.5;  // share of common words with which an id still means the same task

std::vector<std::string> sorted_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string key = fold(text);
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// Common words, as a share of those of the longer text.
double likeness(std::string_view a, std::string_view b) {
  const std::vector<std::string> left = sorted_words(a);
  const std::vector<std::string> right = sorted_words(b);
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  const std::size_t most = std::max(left.size(), right.size());
  return most == 0 ? 1 : static_cast<double>(both.size()) / static_cast<double>(most);
}

std::string& title_of(Task& task) { return task.title; }
std::string& title_of(Indicator& indicator) { return indicator.name; }

/// Finds the tasks or indicators that corrections speak of.
template <class Item>
class Finder {
 public:
  explicit Finder(std::vector<Item>& items) : items_(items) {
    constexpr std::size_t several = SIZE_MAX;
    for (std::size_t i = 0; i < items.size(); ++i) {
      by_id_.emplace(items[i].id, i);
      const auto [known, is_new] = by_text_.emplace(fold(title_of(items[i])), i);
      if (!is_new) known->second = several;
    }
  }

  /// The one of this id and about this text; else the only one of exactly this text.
  Item* find(const Correction& one) {
    const auto same = by_id_.find(one.task);
    if (same != by_id_.end()) {
      Item& item = items_[same->second];
      if (one.text.empty() || likeness(title_of(item), one.text) >= alike) return &item;
    }
    const auto text = by_text_.find(fold(one.text));
    const bool found = !one.text.empty() && text != by_text_.end() && text->second < items_.size();
    return found ? &items_[text->second] : nullptr;
  }

 private:
  std::vector<Item>& items_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_text_;
};

/// Takes the corrections one by one.
class Corrector {
 public:
  explicit Corrector(Context& context)
      : context_(context), tasks_(context.plan.tasks), indicators_(context.plan.indicators) {}

  void run() {
    const std::vector<Correction>& list = context_.options.corrections.list;
    for (std::size_t i = 0; i < list.size(); ++i) {
      poll();
      if (!list[i].value) continue;
      if (list[i].field == CorrectedField::row) {
        if (!context_.told.was_met(i)) fits_nowhere(list[i]);
      } else {
        take(list[i]);
      }
    }
    drop_settled();
    drop_unused();
  }

 private:
  void take(const Correction& one) {
    Task* task = tasks_.find(one);
    Indicator* indicator = task == nullptr ? indicators_.find(one) : nullptr;
    const bool done =
        task != nullptr ? set(*task, one) : indicator != nullptr && set(*indicator, one);
    if (!done) {
      fits_nowhere(one);
      return;
    }
    const std::string& id = task != nullptr ? task->id : indicator->id;
    settled_.insert(key_of(id, to_string(one.field)));
  }

  bool set(Task& task, const Correction& one) {
    const std::string& value = *one.value;
    switch (one.field) {
      case CorrectedField::title:
        task.title = value;
        return true;
      case CorrectedField::product:
        task.product = value;
        task.products = split_products(value);
        return true;
      case CorrectedField::lead:
        set_agencies(task.lead, task.leads, value);
        return true;
      case CorrectedField::coordinator:
        set_agencies(task.coordinator, task.coordinators, value);
        return true;
      case CorrectedField::timeframe:
        task.timeframe.text = value;
        return true;
      default:
        return false;
    }
  }

  bool set(Indicator& indicator, const Correction& one) {
    if (one.field == CorrectedField::title) {
      indicator.name = *one.value;
    } else if (one.field == CorrectedField::unit) {
      indicator.unit = *one.value;
    } else if (one.field == CorrectedField::owner) {
      set_agencies(indicator.owner, indicator.owners, *one.value);
    } else {
      return false;
    }
    return true;
  }

  /// Names are parted by semicolons alone: a person has said where each ends.
  void set_agencies(std::string& text, std::vector<std::string>& ids, const std::string& value) {
    doubtful_.insert(ids.begin(), ids.end());
    text = value;
    ids.clear();
    for (std::size_t at = 0; at <= value.size();) {
      const std::size_t end = std::min(value.find(';', at), value.size());
      const std::string_view name = trim(std::string_view(value).substr(at, end - at));
      if (!name.empty()) ids.push_back(context_.agencies.identify(name));
      at = end + 1;
    }
  }

  void fits_nowhere(const Correction& one) {
    std::string what = std::string(to_string(one.field)) + ": " + one.text;
    Remark& remark = context_.remark(RemarkKind::correction, what, Place{});
    remark.task = one.task;
    remark.field = to_string(one.field);
    remark.span = {};
  }

  /// What was settled isn't a guess any more.
  void drop_settled() {
    std::erase_if(context_.plan.remarks, [&](const Remark& remark) {
      return remark.kind != RemarkKind::correction &&
             settled_.contains(key_of(remark.task, remark.field));
    });
  }

  /// Bodies that stood only in what was corrected aren't in the document.
  void drop_unused() {
    if (doubtful_.empty()) return;
    std::unordered_set<std::string> used;
    const auto use = [&](const std::vector<std::string>& ids) {
      used.insert(ids.begin(), ids.end());
    };
    const Plan& plan = context_.plan;
    for (const Task& task : plan.tasks) {
      use(task.leads);
      use(task.coordinators);
    }
    for (const Indicator& indicator : plan.indicators) use(indicator.owners);
    for (const Duty& duty : plan.duties) {
      used.insert(duty.agency);
      use(duty.shared_with);
    }
    for (const Reporting& one : plan.reporting) {
      use({one.reporter, one.recipient, one.through});
    }
    std::erase_if(context_.plan.agencies, [&](const Agency& agency) {
      return doubtful_.contains(agency.id) && !used.contains(agency.id);
    });
  }

  static std::string key_of(std::string_view task, std::string_view field) {
    return std::string(task) + "\n" + std::string(field);
  }

  Context& context_;
  Finder<Task> tasks_;
  Finder<Indicator> indicators_;
  std::unordered_set<std::string> settled_;
  std::unordered_set<std::string> doubtful_;  ///< ids in fields that were corrected
};

}  // namespace

void apply_corrections(Context& context) {
  if (!context.options.corrections.list.empty()) Corrector(context).run();
}

}  // namespace detail

namespace {

/// Asks what the columns of a header hold, once for each name.
void ask(const std::vector<std::string>& header, Corrections& doubts,
         std::unordered_set<std::string>& asked) {
  for (const std::string& name : header) {
    if (!name.empty() && asked.insert(fold(name)).second) doubts.columns.push_back({name, {}});
  }
}

/// Headers of tables that may list tasks and weren't understood: those that look so and, where
/// nothing was found, all.
void add_columns(const Plan& plan, Corrections& doubts) {
  std::unordered_set<std::string> asked;
  std::unordered_set<std::string> places;
  for (const Remark& remark : plan.remarks) {
    if (remark.kind == RemarkKind::header) places.insert(detail::to_text(remark.span));
  }
  const bool nothing = plan.tasks.empty() && plan.indicators.empty();
  for (const SourceTable& table : plan.tables) {
    const bool doubtful = nothing || places.contains(detail::to_text(table.span));
    if (doubtful && !table.rows.empty()) ask(table.rows.front(), doubts, asked);
  }
}

std::unordered_map<std::string_view, std::string_view> titles_of(const Plan& plan) {
  std::unordered_map<std::string_view, std::string_view> titles;
  for (const Task& task : plan.tasks) titles.emplace(task.id, task.title);
  for (const Indicator& indicator : plan.indicators) titles.emplace(indicator.id, indicator.name);
  return titles;
}

/// What a field of a task says as a whole.
const std::string& written(const Task& task, CorrectedField field) {
  switch (field) {
    case CorrectedField::product:
      return task.product;
    case CorrectedField::lead:
      return task.lead;
    case CorrectedField::coordinator:
      return task.coordinator;
    case CorrectedField::timeframe:
      return task.timeframe.text;
    default:
      return task.title;
  }
}

const std::string& written(const Indicator& one, CorrectedField field) {
  if (field == CorrectedField::unit) return one.unit;
  return field == CorrectedField::owner ? one.owner : one.name;
}

/// What is asked about: of words that a picture doesn't show clearly the whole field.
std::string read_as(const Remark& remark, CorrectedField field,
                    const std::unordered_map<std::string_view, const Task*>& tasks,
                    const std::unordered_map<std::string_view, const Indicator*>& indicators) {
  if (remark.kind != RemarkKind::unsure) return remark.chosen;
  if (const auto task = tasks.find(remark.task); task != tasks.end()) {
    return written(*task->second, field);
  }
  const auto one = indicators.find(remark.task);
  return one == indicators.end() ? remark.chosen : written(*one->second, field);
}

void add_row(const Remark& remark, Corrections& doubts) {
  const bool joined = remark.kind == RemarkKind::joined_row;
  const RowMeaning read = joined ? RowMeaning::joined : RowMeaning::own;
  const RowMeaning other = joined ? RowMeaning::own : RowMeaning::joined;
  const auto name = [](RowMeaning meaning) { return std::string(to_string(meaning)); };
  doubts.list.push_back({remark.task,
                         remark.chosen,
                         CorrectedField::row,
                         name(read),
                         {name(other), name(RowMeaning::none)},
                         {}});
}

}  // namespace

Corrections doubts(const Plan& plan) {
  Corrections doubts;
  auto titles = titles_of(plan);
  std::unordered_map<std::string_view, const Task*> tasks;
  for (const Task& task : plan.tasks) tasks.emplace(task.id, &task);
  std::unordered_map<std::string_view, const Indicator*> indicators;
  for (const Indicator& one : plan.indicators) indicators.emplace(one.id, &one);
  add_columns(plan, doubts);
  for (const Remark& remark : plan.remarks) {
    const auto field = try_parse<CorrectedField>(remark.field);
    if (remark.kind == RemarkKind::joined_row || remark.kind == RemarkKind::parted_row) {
      add_row(remark, doubts);
    } else if (field && !remark.task.empty() && remark.kind != RemarkKind::correction) {
      doubts.list.push_back({remark.task,
                             std::string(titles[remark.task]),
                             *field,
                             read_as(remark, *field, tasks, indicators),
                             remark.others,
                             {}});
    }
  }
  for (const Task& task : plan.tasks) {
    if (task.timeframe.kind != TimeframeKind::unparsed) continue;
    doubts.list.push_back(
        {task.id, task.title, CorrectedField::timeframe, task.timeframe.text, {}, {}});
  }
  return doubts;
}

}  // namespace sauro::inline v0_1
