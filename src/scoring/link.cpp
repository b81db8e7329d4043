#include "sauro/scoring/link.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "sauro/core/error.hpp"
#include "sauro/text/fold.hpp"
#include "sauro/text/written_out.hpp"
#include "core/poll.hpp"
#include "core/problem_list.hpp"

namespace sauro::inline v0_1 {
namespace {

constexpr double area_least = 0.6;       // of the words of an area's or criterion's name
constexpr double elsewhere_least = 0.8;  // for a task whose area is no criterion, where others are
constexpr double beside_best = 0.9;      // of the best score: several criteria may be served
constexpr double target_bonus = 0.15;    // for a target that is a threshold of the rule

using Words = std::unordered_set<std::string>;

/// Words of a text and pairs of neighbours, folded, abbreviations written out.
Words words_of(const std::string& text) {
  const std::vector<std::string> list = written_out(text);
  Words words(list.begin(), list.end());
  for (std::size_t i = 1; i < list.size(); ++i) words.insert(list[i - 1] + " " + list[i]);
  return words;
}

/// How much each word tells: rare ones among the criteria tell more, pairs more than words.
class Weights {
 public:
  explicit Weights(const std::vector<Words>& texts) : count_(static_cast<double>(texts.size())) {
    for (const Words& words : texts) {
      for (const std::string& word : words) ++frequency_[word];
    }
  }

  [[nodiscard]] double of(const std::string& word) const {
    const auto found = frequency_.find(word);
    const double frequency = found == frequency_.end() ? 0 : found->second;
    const double rare = std::log((count_ + 1) / (frequency + 0.5));
    const double weight = rare * rare;
    return word.find(' ') == std::string::npos ? weight : 2 * weight;
  }

  /// Share of the words of `part` that `whole` has, by weight.
  [[nodiscard]] double contained(const Words& part, const Words& whole) const {
    double shared = 0;
    double all = 0;
    for (const std::string& word : part) {
      const double weight = of(word);
      all += weight;
      if (whole.contains(word)) shared += weight;
    }
    return all > 0 ? shared / all : 0;
  }

 private:
  double count_;
  std::unordered_map<std::string, double> frequency_;
};

/// Percents at which a rule changes its points.
void thresholds_of(const Rule& rule, std::set<double>& out) {
  if (const auto* ratio = std::get_if<RatioRule>(&rule)) {
    if (ratio->from > 0) out.insert(ratio->from * 100);
    if (ratio->full_at != 1) out.insert(ratio->full_at * 100);
  } else if (const auto* table = std::get_if<TableRule>(&rule)) {
    for (const TableRule::Row& row : table->rows) {
      for (const Condition& cell : row.when) {
        for (const Interval& when : cell.among) {
          if (!when.days && when.low > 1 && std::isfinite(when.low)) out.insert(when.low);
        }
      }
    }
  } else if (const auto* line = std::get_if<LinearRule>(&rule)) {
    for (const auto& knot : line->knots) {
      if (knot.first > 1) out.insert(knot.first);
    }
  } else if (const auto* choice = std::get_if<ChoiceRule>(&rule)) {
    for (const Alternative& one : choice->among) thresholds_of(one.rule, out);
  }
}

class Linker {
 public:
  Linker(const Plan& plan, const Framework& framework, const LinkOptions& options)
      : plan_(plan), framework_(framework), options_(options), weights_(criterion_words()) {
    for (std::size_t place = 0; place < framework.criteria().size(); ++place) {
      thresholds_.emplace_back();
      thresholds_of(framework.criteria()[place].rule, thresholds_.back());
    }
  }

  Links run() {
    check_corrections();
    for (const Annex& annex : plan_.annexes) {
      for (const Area& area : annex.areas) {
        const auto place = place_of(area);
        if (!place) continue;
        areas_[{annex.number, area.number}] = *place;
        std::vector<Words> below;  // what tells the criteria of one area apart
        for (std::size_t other = 1; other < words_.size(); ++other) {
          if (is_below(other, *place)) below.push_back(words_[other]);
        }
        below_.try_emplace(*place, below);
      }
    }
    Links out;
    std::vector<bool> served(framework_.criteria().size(), false);
    for (const Task& task : plan_.tasks) {
      detail::poll();
      const std::vector<Link> found = links_of(task);
      if (found.empty()) out.idle.push_back(task.id);
      for (const Link& link : found) {
        served[framework_.find(link.criterion)] = true;
        out.links.push_back(link);
      }
    }
    for (const std::size_t leaf : framework_.leaves()) {
      if (!is_served(leaf, served)) out.unserved.push_back(framework_.criteria()[leaf].code);
    }
    return out;
  }

 private:
  const std::vector<Words>& criterion_words() {
    for (const Criterion& criterion : framework_.criteria()) {
      words_.push_back(words_of(criterion.title.vi));
    }
    return words_;
  }

  void check_corrections() const {
    std::set<std::string> tasks;
    for (const Task& task : plan_.tasks) tasks.insert(task.id);
    detail::ProblemList problems(ErrorCode::invalid_inputs);
    const auto add = [&](Bilingual what) { problems.add("corrections", std::move(what)); };
    for (const auto& [task, codes] : options_.corrections) {
      if (!tasks.contains(task)) add(detail::no_task_in_plan(task));
      for (const std::string& code : codes) {
        try {
          static_cast<void>(framework_.find(code));
        } catch (const NotFoundError& error) {
          add(detail::say("nhiệm vụ {}: {}", "task {}: {}", task, detail::message_of(error)));
        }
      }
    }
    problems.throw_if_any();
  }

  /// The criterion with parts, or at the top, that an area is named like.
  std::optional<std::size_t> place_of(const Area& area) const {
    const Words words = words_of(area.title);
    std::optional<std::size_t> best;
    double most = area_least;
    for (std::size_t place = 1; place < framework_.criteria().size(); ++place) {
      detail::poll();
      const bool is_top = framework_.criteria()[place].parent.empty();
      if (!is_top && framework_.is_leaf(place)) continue;
      const double score = std::min(weights_.contained(words, words_[place]),
                                    weights_.contained(words_[place], words));
      const double one_way = std::max(weights_.contained(words, words_[place]),
                                      weights_.contained(words_[place], words));
      const double both = (score + one_way) / 2;
      if (both < most) continue;
      most = both;
      best = place;
    }
    return best;
  }

  [[nodiscard]] bool is_below(std::size_t place, std::size_t above) const {
    while (place != 0) {
      if (place == above) return true;
      place = framework_.find(framework_.criteria()[place].parent);
    }
    return false;
  }

  std::vector<Link> links_of(const Task& task) const {
    if (const auto found = options_.corrections.find(task.id);
        found != options_.corrections.end()) {
      std::vector<Link> links;
      for (const std::string& code : found->second)
        links.push_back({task.id, code, 1, "correction"});
      return links;
    }
    std::string text = task.title + " " + task.product;
    for (const std::string& point : task.points) text += " " + point;
    const Words words = words_of(text);
    const auto area = areas_.find({task.annex, task.area});
    std::vector<Link> links;
    const Weights& weights = area == areas_.end() ? weights_ : below_.at(area->second);
    const bool elsewhere = area == areas_.end() && !areas_.empty();
    const double least = elsewhere ? std::max(options_.least, elsewhere_least) : options_.least;
    double best = least;
    for (std::size_t place = 1; place < framework_.criteria().size(); ++place) {
      detail::poll();
      if (area != areas_.end() && !is_below(place, area->second)) continue;
      if (area == areas_.end() && !framework_.is_leaf(place)) continue;
      double score = weights.contained(words_[place], words);
      const bool hits_target = has_threshold(task, place);
      if (hits_target) score = std::min(score + target_bonus, 1.0);
      if (score < least || (area != areas_.end() && place == area->second)) continue;
      best = std::max(best, score);
      links.push_back(
          {task.id, framework_.criteria()[place].code, score, hits_target ? "target" : "title"});
    }
    std::erase_if(links, [best](const Link& link) { return link.score < best * beside_best; });
    drop_parents(links);
    if (links.empty() && area != areas_.end()) {
      const Criterion& criterion = framework_.criteria()[area->second];
      links.push_back(
          {task.id, criterion.code, weights_.contained(words_[area->second], words), "area"});
    }
    return links;
  }

  [[nodiscard]] bool has_threshold(const Task& task, std::size_t place) const {
    return std::any_of(task.targets.begin(), task.targets.end(), [&](const Target& target) {
      return target.unit == "%" && target.value && thresholds_[place].contains(*target.value);
    });
  }

  /// A task that serves a criterion by name needn't be tied to the one above it too.
  void drop_parents(std::vector<Link>& links) const {
    const std::vector<Link> all = links;
    std::erase_if(links, [&](const Link& link) {
      const std::size_t place = framework_.find(link.criterion);
      return std::any_of(all.begin(), all.end(), [&](const Link& other) {
        const std::size_t below = framework_.find(other.criterion);
        return below != place && is_below(below, place);
      });
    });
  }

  [[nodiscard]] bool is_served(std::size_t place, const std::vector<bool>& served) const {
    // a link to a whole area doesn't say which of its criteria are served
    while (place != 0) {
      const bool is_area =
          framework_.criteria()[place].parent.empty() && !framework_.is_leaf(place);
      if (served[place] && !is_area) return true;
      place = framework_.find(framework_.criteria()[place].parent);
    }
    return false;
  }

  const Plan& plan_;
  const Framework& framework_;
  const LinkOptions& options_;
  std::vector<Words> words_;  ///< by place
  Weights weights_;
  std::vector<std::set<double>> thresholds_;
  std::map<std::pair<int, std::string>, std::size_t> areas_;
  std::map<std::size_t, Weights> below_;  ///< by the place of an area
};

}  // namespace

Links link(const Plan& plan, const Framework& framework, const LinkOptions& options) {
  return Linker(plan, framework, options).run();
}

}  // namespace sauro::inline v0_1
