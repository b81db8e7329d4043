#include "sauro/phrases/explanation.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "data/time_constructions.hpp"
#include "phrases/time_items.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::TimeStep;
using detail::TimeSteps;
using detail::Token;

/// With breaks as parse_timeframe() reads them.
TimeSteps steps_of(std::string_view text) {
  if (text.find('\n') != text.npos) {
    TimeSteps joined = detail::time_steps(detail::in_one_line(text));
    if (joined.stopped.empty()) return joined;
  }
  return detail::time_steps(text);
}

std::string_view kind_of(const Token& token) {
  constexpr std::array<std::string_view, 3> names = {"word", "number", "sign"};
  return names[static_cast<std::size_t>(token.kind)];
}

std::string value_of(const Token& token) {
  if (token.kind == Token::Kind::word) return token.key;
  if (token.kind == Token::Kind::number) {
    return std::to_string(static_cast<std::int64_t>(token.value));
  }
  return token.sign == '\0' ? "" : std::string(1, token.sign);
}

/// Characters of a text up to bytes of it that only grow.
class Characters {
 public:
  explicit Characters(std::string_view text) : text_(text) {}

  std::size_t before(std::size_t byte) {
    count_ += detail::count_code_points(text_.substr(at_, byte - at_));
    at_ = byte;
    return count_;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t count_ = 0;
};

std::string between(std::string_view text, const std::vector<Token>& tokens, const TimeStep& step) {
  const std::size_t begin = tokens[step.begin].begin;
  return std::string(text.substr(begin, tokens[step.end - 1].end - begin));
}

}  // namespace

std::vector<TimeConstruction> time_constructions() {
  std::vector<TimeConstruction> all;
  for (const auto& [name, phrase, meaning] : detail::data::time_constructions) {
    all.push_back({std::string(name), std::string(phrase), std::string(meaning)});
  }
  return all;
}

TimeframeExplanation explain_timeframe(std::string_view text, const TimeframeContext& context) {
  TimeframeExplanation told;
  told.text = text;
  told.timeframe = parse_timeframe(text, context);
  const auto [tokens, steps, stopped] = steps_of(text);
  told.stopped = stopped;
  Characters characters(text);
  for (const TimeStep& step : steps) {
    for (std::size_t i = step.begin; i < step.end; ++i) {
      const Token& token = tokens[i];
      const std::size_t begin = characters.before(token.begin);
      told.tokens.push_back({std::string(text.substr(token.begin, token.end - token.begin)),
                             std::string(kind_of(token)), value_of(token),
                             std::string(step.taken_by), begin, characters.before(token.end)});
    }
    if (!step.is_construction) continue;
    told.parts.push_back({std::string(step.taken_by), between(text, tokens, step)});
  }
  return told;
}

std::string TimeframeExplanation::to_text() const {
  std::string lines = text + "\n= " + std::string(to_string(timeframe.kind));
  if (timeframe.start) lines += " " + timeframe.start->to_iso();
  if (timeframe.due) lines += " .. " + timeframe.due->to_iso();
  if (!timeframe.rule.empty()) lines += " " + timeframe.rule;
  if (!timeframe.reading.empty()) lines += " (" + timeframe.reading + ")";
  for (std::size_t i = 0; i < tokens.size();) {
    std::string taken = tokens[i].text;
    std::size_t next = i + 1;
    for (; next < tokens.size() && tokens[next].taken_by == tokens[i].taken_by; ++next) {
      if (tokens[next].begin != tokens[next - 1].end) taken += " ";
      taken += tokens[next].text;
    }
    lines += "\n" + taken + " : " + tokens[i].taken_by;
    i = next;
  }
  return lines + "\n";
}

}  // namespace sauro::inline v0_1
