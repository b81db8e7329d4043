#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/fields.hpp"
#include "sauro/export.hpp"
#include "sauro/phrases/timeframe.hpp"

namespace sauro::inline v0_1 {

/// A construction of the grammar of times, with a phrase that it reads.
struct TimeConstruction {
  std::string name = {};
  std::string phrase = {};
  std::string meaning = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("name", &TimeConstruction::name, "'day_of_rhythm'.", traits::shown),
        Field("phrase", &TimeConstruction::phrase, "An example.", traits::shown),
        Field("meaning", &TimeConstruction::meaning,
              "What it means in a plan of 2026 that was issued on 2 March.", traits::shown)};
  }

  friend bool operator==(const TimeConstruction&, const TimeConstruction&) = default;
};

/// All constructions, each with at least one phrase (src/data/time_constructions.json).
[[nodiscard]] SAURO_API std::vector<TimeConstruction> time_constructions();

/// A token of a time's words and what took it.
struct ExplainedToken {
  std::string text = {};
  std::string kind = {};
  std::string value = {};
  std::string taken_by = {};
  std::size_t begin = 0;
  std::size_t end = 0;

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("text", &ExplainedToken::text, "As written.", traits::shown),
        Field("kind", &ExplainedToken::kind, "'word', 'number' or 'sign'.", traits::shown),
        Field("value", &ExplainedToken::value,
              "Of a number; of a word its letters without tone and the tone's number, by which "
              "phrases are known; of a sign what it stands for.",
              traits::shown),
        Field("taken_by", &ExplainedToken::taken_by,
              "A construction, 'lead', 'label', 'separator', or 'unread'.", traits::shown),
        Field("begin", &ExplainedToken::begin, "First character in the text."),
        Field("end", &ExplainedToken::end, "Character after its last.")};
  }

  friend bool operator==(const ExplainedToken&, const ExplainedToken&) = default;
};

/// A construction that was taken and the words that it took.
struct ExplainedPart {
  std::string construction = {};
  std::string words = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("construction", &ExplainedPart::construction, "Its name.", traits::shown),
        Field("words", &ExplainedPart::words, "As written.", traits::shown)};
  }

  friend bool operator==(const ExplainedPart&, const ExplainedPart&) = default;
};

/// How the words of a timeframe are read, for those who extend the grammar.
struct TimeframeExplanation {
  std::string text = {};
  Timeframe timeframe = {};
  std::vector<ExplainedToken> tokens = {};
  std::vector<ExplainedPart> parts = {};
  std::string stopped = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("text", &TimeframeExplanation::text, "The words.", traits::shown),
        Field("timeframe", &TimeframeExplanation::timeframe, "What they mean."),
        Field("tokens", &TimeframeExplanation::tokens, "Words, numbers and signs, in order."),
        Field("parts", &TimeframeExplanation::parts, "Constructions that were taken, in order.",
              traits::shown),
        Field("stopped", &TimeframeExplanation::stopped, "The words that no construction takes.",
              traits::shown)};
  }

  /// Lines of the words, each with what took them.
  [[nodiscard]] SAURO_API std::string to_text() const;

  friend bool operator==(const TimeframeExplanation&, const TimeframeExplanation&) = default;
};

/// The tokens of a timeframe's words, the constructions that take them, and the words that stop it.
///
///     explain_timeframe("Trước ngày 15/6 nếu có kinh phí").stopped == "nếu có kinh phí"
///
/// Expects normal form C; takes linear time.
[[nodiscard]] SAURO_API TimeframeExplanation
explain_timeframe(std::string_view text, const TimeframeContext& context = {});

}  // namespace sauro::inline v0_1
