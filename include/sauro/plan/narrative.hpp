#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sauro/core/enums.hpp"
#include "sauro/core/fields.hpp"
#include "sauro/plan/span.hpp"
#include "sauro/plan/target.hpp"
#include "sauro/plan/timeframe.hpp"

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

/// Somebody who is named: "đồng chí Lê Văn An - Trưởng phòng Kinh tế".
struct Person {
  std::string name = {};
  std::string post = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("name", &Person::name, "As written; empty where only a post is named.",
                            traits::shown),
                      Field("post", &Person::post, "As written; may be empty.", traits::shown)};
  }

  friend bool operator==(const Person&, const Person&) = default;
};

/// Whether a duty can be done with.
enum class DutyKind {
  order,     ///< something to do, with or without a time
  standing,  ///< goes on all the time, or waits for a case: "nếu có vướng mắc, báo cáo ..."
};

constexpr std::array<std::string_view, 2> enum_names(DutyKind /*value*/) noexcept {
  return {"order", "standing"};
}

/// What the text of the plan gives a body or a person to do.
struct Duty {
  std::string id = {};
  std::string parent = {};
  DutyKind kind = DutyKind::order;
  std::string title = {};
  std::string agency = {};
  std::vector<std::string> leads = {};
  std::vector<std::string> coordinators = {};
  std::vector<Person> people = {};
  Timeframe timeframe = {};
  std::vector<Target> targets = {};
  std::string product = {};
  std::string text = {};
  std::string section = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("id", &Duty::id,
              "'0.II.1.a': the section and its own number; '#2' where it has none.", traits::shown),
        Field("parent", &Duty::parent, "Id of the duty that this one is a part of; may be empty.",
              traits::nullable | traits::omitted),
        Field("kind", &Duty::kind,
              "'order', or 'standing': goes on all the time or waits for a case."),
        Field("title", &Duty::title, "What is to be done, without who does it.", traits::shown),
        Field("agency", &Duty::agency, "Id of the first lead; empty where only a person is named.",
              traits::nullable | traits::shown),
        Field("leads", &Duty::leads, "Agency ids."),
        Field("coordinators", &Duty::coordinators, "Agency ids."),
        Field("people", &Duty::people, "Persons whom it is given to.", traits::omitted),
        Field("timeframe", &Duty::timeframe, "Timeframe; 'unstated' where it says no limit."),
        Field("targets", &Duty::targets, "Those that its text names.", traits::omitted),
        Field("product", &Duty::product, "What comes out of it, where its text names that.",
              traits::omitted),
        Field("text", &Duty::text, "As written, without its bullet."),
        Field("section", &Duty::section, "Id of the section that it stands in."),
        Field("span", &Duty::span, "Where its paragraph begins.")};
  }

  friend bool operator==(const Duty&, const Duty&) = default;
};

/// Who reports to whom and how often, as a sentence of the plan says it.
struct Reporting {
  std::string reporter = {};
  std::string recipient = {};
  std::string through = {};
  std::string frequency = {};
  Timeframe timeframe = {};
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
        Field("timeframe", &Reporting::timeframe, "When that is in the plan's year."),
        Field("text", &Reporting::text, "The sentence, as written."),
        Field("span", &Reporting::span, "Where its paragraph begins.")};
  }

  friend bool operator==(const Reporting&, const Reporting&) = default;
};

}  // namespace sauro::inline v0_1
