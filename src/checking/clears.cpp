#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/poll.hpp"
#include "data/authorities.hpp"
#include "data/product_kinds.hpp"
#include "data/verbs.hpp"

#include "sauro/text/fold.hpp"
#include "checking/findings.hpp"
#include "plan/relations.hpp"
#include "text/phrase_set.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Clear = std::optional<double>;  // 1 kept, 0 not, none where it doesn't apply
using Clears = std::array<Clear, 6>;  // in the order of six_clears

template <class Table>
PhraseSet phrases_of(const Table& table, std::string_view kind) {
  PhraseSet set;
  for (const auto& row : table) {
    if (row[0] == kind) set.add(row[1]);
  }
  return set;
}

/// The words that the six clears go by.
struct ClearWords {
  PhraseSet concrete = phrases_of(data::verbs, "concrete");
  PhraseSet vague = phrases_of(data::verbs, "vague");
  PhraseSet signed_products = phrases_of(data::product_kinds, "signed");
  PhraseSet shown_products = phrases_of(data::product_kinds, "shown");
  PhraseSet authorities;
  PhraseSet first_lead;

  ClearWords() {
    for (const auto& row : data::authorities) authorities.add(row[0]);
    first_lead.add("chủ trì|đầu mối|chủ trì chính|thường trực");
  }
};

const ClearWords& clear_words() {
  static const ClearWords words;
  return words;
}

/// The beginning of a text, for a message.
std::string shortened(const std::string& text) {
  constexpr std::size_t most = 90;
  if (text.size() <= most) return text;
  std::size_t end = text.rfind(' ', most);
  if (end == std::string::npos) end = 0;
  return text.substr(0, end) + " …";
}

std::string in_brackets(const std::string& text) { return text.empty() ? text : " (" + text + ")"; }

/// Judges one task.
class Judge {
 public:
  Judge(const AgencyIndex& agencies, const Task& task, bool has_rhythm, Collector& out)
      : title_(tone_key(task.title)),
        product_(tone_key(task.product)),
        agencies_(agencies),
        task_(task),
        has_rhythm_(has_rhythm),
        out_(out) {}

  Clears operator()() {
    return {person(), work(), time(), responsibility(), product(), authority()};
  }

 private:
  double fails(std::string_view rule, const std::vector<std::string>& words = {}) {
    out_.add(rule, task_, words);
    return 0;
  }

  Clear person() {
    if (task_.leads.empty()) return fails("person.missing");
    for (const std::string& lead : task_.leads) {
      if (!agencies_.at(lead).generic) return 1;
    }
    return fails("person.generic", {task_.lead});
  }

  Clear work() {
    const ClearWords& words = clear_words();
    const auto vague = words.vague.find(title_);
    const bool begins_vague = vague && vague.at == 0 && task_.product.empty();
    if (!begins_vague && says_what(title_)) return 1;
    for (const std::string& point : task_.points) {
      if (says_what(tone_key(point))) return 1;
    }
    const bool has_measure =
        std::any_of(task_.targets.begin(), task_.targets.end(),
                    [](const Target& target) { return target.kind != TargetKind::not_measurable; });
    if (has_measure) return 1;
    return vague ? fails("work.vague", {shortened(task_.title)})
                 : fails("work.no_verb", {shortened(task_.title)});
  }

  /// A verb of doing with an object of at least two words after it.
  static bool says_what(std::string_view key) {
    const ClearWords& words = clear_words();
    for (auto verb = words.concrete.find(key); verb;
         verb = words.concrete.find(key, verb.at + verb.size)) {
      const std::string_view rest = key.substr(verb.at + verb.size);
      if (std::count(rest.begin(), rest.end(), ' ') >= 2) return true;
    }
    return false;
  }

  Clear time() {
    const std::string& text = task_.timeframe.text;
    switch (task_.timeframe.kind) {
      case TimeframeKind::unstated:
        return fails("time.missing");
      case TimeframeKind::unparsed:
        return fails("time.unparsed", {text, in_brackets(task_.timeframe.reading)});
      case TimeframeKind::open_ended:
        return fails("time.no_end", {text});
      case TimeframeKind::event:
        return task_.timeframe.limit ? 1 : fails("time.event", {text});
      case TimeframeKind::continuous:
        return has_rhythm_ ? 1 : fails("time.no_rhythm", {text});
      default:
        return 1;
    }
  }

  Clear responsibility() {
    if (task_.leads.empty()) return std::nullopt;  // person has said it
    if (task_.leads.size() == 1) return 1;
    if (clear_words().first_lead.find(tone_key(task_.lead))) return 1;
    std::string names;
    for (const std::string& lead : task_.leads) {
      names += (names.empty() ? "" : ", ") + agencies_.at(lead).name;
    }
    return fails("responsibility.shared", {std::to_string(task_.leads.size()), names});
  }

  Clear product() {
    if (task_.product.empty()) return fails("product.missing");
    const bool shown =
        clear_words().signed_products.find(product_) || clear_words().shown_products.find(product_);
    return shown ? 1 : fails("product.not_shown", {shortened(task_.product)});
  }

  Clear authority() {
    const ClearWords& words = clear_words();
    if (!words.signed_products.find(product_)) return std::nullopt;
    if (words.authorities.find(product_) || words.authorities.find(title_)) return 1;
    for (const std::string& point : task_.points) {
      if (words.authorities.find(tone_key(point))) return 1;
    }
    for (const auto& [header, text] : task_.extra) {
      if (words.authorities.find(tone_key(header)) && !text.empty()) return 1;
    }
    return fails("authority.unnamed", {shortened(task_.product)});
  }

  const std::string title_;    ///< as a tone key
  const std::string product_;  ///< as a tone key
  const AgencyIndex& agencies_;
  const Task& task_;
  bool has_rhythm_;
  Collector& out_;
};

/// Mean of what is there, times `scale`.
std::optional<double> mean_of(std::span<const std::optional<double>> values, double scale = 1) {
  double sum = 0;
  double count = 0;
  for (const std::optional<double>& value : values) {
    if (!value) continue;
    sum += *value;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return scale * sum / count;
}

}  // namespace

void check_clears(const Plan& plan, Collector& out, Findings& findings) {
  const std::size_t rows = plan.tasks.size();
  std::vector<bool> is_parent(rows, false);
  const std::vector<std::size_t> parents = parents_of(plan);
  for (std::size_t i = 0; i < rows; ++i) {
    if (parents[i] != i) is_parent[parents[i]] = true;
  }
  const bool has_rhythm =
      !plan.reporting.empty() || std::any_of(plan.tasks.begin(), plan.tasks.end(), is_report);
  const AgencyIndex agencies(plan);
  std::vector<std::string> ids;
  std::array<std::vector<Clear>, 6> columns;
  std::vector<std::optional<double>> points;
  for (std::size_t i = 0; i < rows; ++i) {
    poll();
    const Task& task = plan.tasks[i];
    Clears clears;
    if (is_parent[i] && task.timeframe.text.empty()) {  // its parts say it
      out.add("time.by_children", task);
    } else {
      clears = Judge(agencies, task, has_rhythm, out)();
    }
    ids.push_back(task.id);
    for (std::size_t k = 0; k < clears.size(); ++k) columns[k].push_back(clears[k]);
    points.push_back(mean_of(clears, 100));
  }
  findings.points = mean_of(points);
  std::vector<Column> table = {Column::of("task", ids)};
  for (std::size_t k = 0; k < columns.size(); ++k) {
    findings.clears[k] = mean_of(columns[k]);
    if (findings.clears[k]) *findings.clears[k] *= 100;
    table.push_back(Column::of(std::string(six_clears[k]), columns[k]));
  }
  table.push_back(Column::of("points", points));
  findings.clarity = Table(std::move(table));
}

}  // namespace sauro::inline v0_1::detail
