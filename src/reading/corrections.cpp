#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "sauro/phrases/timeframe.hpp"
#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "phrases/meanings.hpp"
#include "reading/cell_points.hpp"
#include "reading/cell_text.hpp"
#include "reading/context.hpp"
#include "reading/told.hpp"
#include "text/pieces.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr double alike = 0.5;  // share of common words with which an id still means the same task

std::vector<std::string> sorted_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string key = fold(text);
  each_piece(key, ' ', [&](std::string_view word) { words.emplace_back(word); });
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
std::string& title_of(Duty& duty) { return duty.title; }

/// Finds the tasks, indicators or duties that corrections speak of.
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
      : context_(context),
        tasks_(context.plan.tasks),
        indicators_(context.plan.indicators),
        duties_(context.plan.duties) {}

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
    if (!set_in(tasks_, one) && !set_in(indicators_, one) && !set_in(duties_, one)) {
      fits_nowhere(one);
    }
  }

  /// Whether it speaks of one of these, which then has the value.
  template <class Item>
  bool set_in(Finder<Item>& items, const Correction& one) {
    Item* item = items.find(one);
    if (item == nullptr || !set(*item, one)) return false;
    settled_.insert(key_of(item->id, to_string(one.field)));
    return true;
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

  bool set(Duty& duty, const Correction& one) {
    switch (one.field) {
      case CorrectedField::title:
        duty.title = *one.value;
        return true;
      case CorrectedField::lead:
        set_agencies(duty.leads, *one.value);
        duty.agency = duty.leads.empty() ? "" : duty.leads.front();
        return true;
      case CorrectedField::coordinator:
        set_agencies(duty.coordinators, *one.value);
        return true;
      case CorrectedField::timeframe:
        duty.timeframe = parse_timeframe(*one.value, times_of(context_.plan.document));
        return true;
      default:
        return false;
    }
  }

  void set_agencies(std::string& text, std::vector<std::string>& ids, const std::string& value) {
    text = value;
    set_agencies(ids, value);
  }

  /// Names are parted by semicolons alone: a person has said where each ends.
  void set_agencies(std::vector<std::string>& ids, const std::string& value) {
    doubtful_.insert(ids.begin(), ids.end());
    ids.clear();
    each_piece(value, ';', [&](std::string_view piece) {
      const std::string_view name = trim(piece);
      if (!name.empty()) ids.push_back(context_.agencies.identify(name));
    });
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
      use(duty.leads);
      use(duty.coordinators);
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
  Finder<Duty> duties_;
  std::unordered_set<std::string> settled_;
  std::unordered_set<std::string> doubtful_;  ///< ids in fields that were corrected
};

}  // namespace

void apply_corrections(Context& context) {
  if (!context.options.corrections.list.empty()) Corrector(context).run();
}

}  // namespace sauro::inline v0_1::detail
