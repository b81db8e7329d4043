#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sauro_data.hpp>

#include "sauro/text/fold.hpp"
#include "checking/findings.hpp"
#include "plan/relations.hpp"
#include "text/phrase_set.hpp"

namespace sauro::detail {
namespace {

constexpr double not_asked = std::numeric_limits<double>::quiet_NaN();
using Clears = std::array<double, 6>;  // in the order of six_clears

template <class Table>
PhraseSet phrases_of(const Table& table, std::string_view kind, int number) {
  PhraseSet set;
  for (const auto& row : table) {
    if (row[0] == kind) set.add(row[1], number);
  }
  return set;
}

/// The words that the six clears go by.
struct ClearWords {
  PhraseSet concrete = phrases_of(data::verbs, "concrete", 0);
  PhraseSet vague = phrases_of(data::verbs, "vague", 0);
  PhraseSet signed_products = phrases_of(data::product_kinds, "signed", 0);
  PhraseSet shown_products = phrases_of(data::product_kinds, "shown", 0);
  PhraseSet authorities;
  PhraseSet first_lead;

  ClearWords() {
    for (const auto& row : data::authorities) authorities.add(row[0], 0);
    first_lead.add("chủ trì|đầu mối|chủ trì chính|thường trực", 0);
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

using Agencies = std::unordered_map<std::string_view, const Agency*>;

std::string in_brackets(const std::string& text) { return text.empty() ? text : " (" + text + ")"; }

/// Judges one task.
class Judge {
 public:
  Judge(const Agencies& agencies, const Task& task, bool has_rhythm, Collector& out)
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

  double person() {
    if (task_.leads.empty()) return fails("person.missing");
    for (const std::string& lead : task_.leads) {
      if (!agencies_.at(lead)->generic) return 1;
    }
    return fails("person.generic", {task_.lead});
  }

  double work() {
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

  double time() {
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

  double responsibility() {
    if (task_.leads.empty()) return not_asked;  // person has said it
    if (task_.leads.size() == 1) return 1;
    if (clear_words().first_lead.find(tone_key(task_.lead))) return 1;
    std::string names;
    for (const std::string& lead : task_.leads) {
      names += (names.empty() ? "" : ", ") + agencies_.at(lead)->name;
    }
    return fails("responsibility.shared", {std::to_string(task_.leads.size()), names});
  }

  double product() {
    if (task_.product.empty()) return fails("product.missing");
    const bool shown =
        clear_words().signed_products.find(product_) || clear_words().shown_products.find(product_);
    return shown ? 1 : fails("product.not_shown", {shortened(task_.product)});
  }

  double authority() {
    const ClearWords& words = clear_words();
    if (!words.signed_products.find(product_)) return not_asked;
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
  const Agencies& agencies_;
  const Task& task_;
  bool has_rhythm_;
  Collector& out_;
};

double mean_of(const Clears& clears) {
  double sum = 0;
  double count = 0;
  for (const double clear : clears) {
    if (std::isnan(clear)) continue;
    sum += clear;
    ++count;
  }
  return count == 0 ? not_asked : 100 * sum / count;
}

Column number_column(std::string name, std::vector<double> values) {
  std::vector<bool> missing(values.size());
  bool any = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    missing[i] = std::isnan(values[i]);
    any = any || missing[i];
  }
  return Column::of(std::move(name), std::move(values), any ? missing : std::vector<bool>{});
}

std::optional<double> mean_of_known(const std::vector<double>& values) {
  double sum = 0;
  double count = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    sum += value;
    ++count;
  }
  if (count == 0) return std::nullopt;
  return sum / count;
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
  Agencies agencies;
  for (const Agency& agency : plan.agencies) agencies.emplace(agency.id, &agency);
  std::vector<std::string> ids;
  std::array<std::vector<double>, 6> columns;
  std::vector<double> points;
  for (std::size_t i = 0; i < rows; ++i) {
    const Task& task = plan.tasks[i];
    Clears clears;
    clears.fill(not_asked);
    if (is_parent[i] && task.timeframe.text.empty()) {  // its parts say it
      out.add("time.by_children", task);
    } else {
      clears = Judge(agencies, task, has_rhythm, out)();
    }
    ids.push_back(task.id);
    for (std::size_t k = 0; k < clears.size(); ++k) columns[k].push_back(clears[k]);
    points.push_back(mean_of(clears));
  }
  findings.points = mean_of_known(points);
  std::vector<Column> table = {Column::of("task", ids)};
  for (std::size_t k = 0; k < columns.size(); ++k) {
    findings.clears[k] = mean_of_known(columns[k]);
    if (findings.clears[k]) *findings.clears[k] *= 100;
    table.push_back(number_column(std::string(six_clears[k]), std::move(columns[k])));
  }
  table.push_back(number_column("points", std::move(points)));
  findings.clarity = Table(std::move(table));
}

}  // namespace sauro::detail
