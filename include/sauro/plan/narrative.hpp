#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "sauro/core/fields.hpp"
#include "sauro/plan/span.hpp"

namespace sauro::inline v0_1 {

/// A part of the plan's text under one heading.
struct Section {
  std::string id = {};
  std::string number = {};
  std::string title = {};
  int level = 0;
  std::vector<std::string> paragraphs = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("id", &Section::id, "Path of the numbers, 'II.1'; empty before the first heading.",
              traits::shown),
        Field("number", &Section::number, "As written, without its dot: 'II', '1', 'a'."),
        Field("title", &Section::title, "Heading.", traits::shown),
        Field("level", &Section::level, "1 is the outermost."),
        Field("paragraphs", &Section::paragraphs, "As written, but those that became duties."),
        Field("span", &Section::span, "Where it begins.")};
  }

  friend bool operator==(const Section&, const Section&) = default;
};

/// What the text of the plan gives an agency to do.
struct Duty {
  std::string agency = {};
  std::vector<std::string> shared_with = {};
  std::string text = {};
  std::string section = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("agency", &Duty::agency, "Agency id.", traits::shown),
        Field("shared_with", &Duty::shared_with, "Ids of the other agencies in the same heading."),
        Field("text", &Duty::text, "As written, without its bullet.", traits::shown),
        Field("section", &Duty::section, "Id of the section that it stands in."),
        Field("span", &Duty::span, "Where it begins.")};
  }

  friend bool operator==(const Duty&, const Duty&) = default;
};

/// Who reports to whom and how often, as a sentence of the plan says it.
struct Reporting {
  std::string reporter = {};
  std::string recipient = {};
  std::string through = {};
  std::string frequency = {};
  std::string text = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("reporter", &Reporting::reporter, "Agency id; empty where the sentence names none.",
              traits::nullable | traits::shown),
        Field("recipient", &Reporting::recipient, "Agency id, or None.",
              traits::nullable | traits::shown),
        Field("through", &Reporting::through, "Agency id ('qua Phòng ...'); may be empty.",
              traits::nullable),
        Field("frequency", &Reporting::frequency, "'hàng quý, 6 tháng, 9 tháng và năm'.",
              traits::shown),
        Field("text", &Reporting::text, "The sentence, as written."),
        Field("span", &Reporting::span, "Where its paragraph begins.")};
  }

  friend bool operator==(const Reporting&, const Reporting&) = default;
};

}  // namespace sauro::inline v0_1
