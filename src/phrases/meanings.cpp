#include "phrases/meanings.hpp"
#include "sauro/phrases/target.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>

#include "sauro/text/fold.hpp"
#include "core/poll.hpp"
#include "phrases/lexer.hpp"

namespace sauro::inline v0_1::detail {
namespace {

/// "Kế hoạch ... năm 2026": the last year that a title names with "năm".
std::optional<int> year_of_title(std::string_view title) {
  constexpr std::size_t most = 400;
  const std::vector<Token> tokens = tokenize(title, Numbers::whole, most);
  std::optional<int> year;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Token& number = tokens[i + 1];
    if (tokens[i].word == Word::nam && number.kind == Token::Kind::number && number.digits == 4 &&
        number.value >= 1990 && number.value <= 2199) {
      year = static_cast<int>(number.value);
    }
  }
  return year;
}

void append(std::vector<Target>& all, std::vector<Target> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace

TimeframeContext times_of(const Document& document) {
  TimeframeContext context;
  context.issued = document.date;
  context.year = year_of_title(document.title);
  // "năm 2025" in the title of a plan of 2030 is what it looks back on
  const bool near = context.year && document.date && *context.year >= document.date->year() &&
                    *context.year <= document.date->year() + 1;
  if (document.date && !near) context.year = document.date->year();
  return context;
}

TimeframeContext times_of(const Plan& plan) {
  constexpr std::size_t longest_title = 300;  // bytes of a title that stands as a paragraph
  TimeframeContext context = times_of(plan.document);
  if (context.year) return context;
  for (const Annex& annex : plan.annexes) {
    const bool untitled = annex.title.empty() && !annex.paragraphs.empty() &&
                          annex.paragraphs.front().size() <= longest_title;
    const auto year = year_of_title(untitled ? annex.paragraphs.front() : annex.title);
    if (!year) continue;
    if (context.year && context.year != year) return times_of(plan.document);  // left open
    context.year = year;
  }
  return context;
}

std::vector<Target> targets_of(const Task& task) {
  std::vector<Target> all = find_targets(task.title);
  for (const std::string& point : task.points) append(all, find_targets(point));
  append(all, find_targets(task.product));
  return all;
}

std::vector<Target> targets_of(const Indicator& indicator, std::string_view text) {
  std::vector<Target> targets = parse_target(text);
  const bool place = fold(indicator.unit) == "thu bac" || fold(indicator.unit) == "thu hang";
  for (Target& target : targets) {
    if (target.kind == TargetKind::quantity && place) target.kind = TargetKind::rank;
    if (target.kind == TargetKind::quantity && target.unit.empty() && target.value) {
      target.unit = indicator.unit;
    }
  }
  return targets;
}

void read_meanings(Plan& plan) {
  const TimeframeContext context = times_of(plan);
  std::unordered_map<std::string, Timeframe> known;  // a plan has few different wordings
  for (Task& task : plan.tasks) {
    poll();
    const auto [found, is_new] = known.try_emplace(task.timeframe.text);
    if (is_new) found->second = parse_timeframe(task.timeframe.text, context);
    task.timeframe = found->second;
    task.targets = targets_of(task);
  }
  for (Indicator& indicator : plan.indicators) {
    poll();
    for (IndicatorTarget& target : indicator.targets) {
      target.targets = targets_of(indicator, target.text);
    }
  }
}

}  // namespace sauro::inline v0_1::detail
