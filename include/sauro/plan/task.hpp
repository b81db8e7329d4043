#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "sauro/core/fields.hpp"
#include "sauro/plan/span.hpp"
#include "sauro/plan/target.hpp"
#include "sauro/plan/timeframe.hpp"

namespace sauro::inline v0_1 {

/// A cell of a column that has no field of its own: header and text.
struct ExtraCell {
  std::string column = {};
  std::string text = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{Field("column", &ExtraCell::column, "Header, as written.", traits::shown),
                      Field("text", &ExtraCell::text, "As written.", traits::shown)};
  }

  friend bool operator==(const ExtraCell&, const ExtraCell&) = default;
};

/// One task of a plan's annex.
///
/// `title` and `points` together hold all of the task's text, without markup.
struct Task {
  std::string id = {};
  int annex = 0;
  std::string area = {};
  std::string number = {};
  std::string parent = {};
  std::string title = {};
  std::vector<std::string> points = {};
  std::string product = {};
  std::vector<std::string> products = {};
  std::string lead = {};
  std::vector<std::string> leads = {};
  std::string coordinator = {};
  std::vector<std::string> coordinators = {};
  Timeframe timeframe = {};
  std::vector<Target> targets = {};
  std::vector<ExtraCell> extra = {};
  Span span = {};

  template <class = void>
  static constexpr auto fields() {
    return std::tuple{
        Field("id", &Task::id,
              "'1.I.3.1': annex, area, number; '#2' ends the id of a double number.",
              traits::required | traits::shown),
        Field("annex", &Task::annex, "Number of the annex."),
        Field("area", &Task::area, "Number of the area; empty where the annex has none."),
        Field("number", &Task::number,
              "'3.1', without a dot at its end; empty where the plan gives none."),
        Field("parent", &Task::parent, "Id of the task that this one is a part of; may be empty.",
              traits::nullable),
        Field("title", &Task::title, "What is to be done.", traits::shown),
        Field("points", &Task::points, "Its bullets; one of a second level keeps its '+'."),
        Field("product", &Task::product, "The cell as written."),
        Field("products", &Task::products, "The products that the cell names."),
        Field("lead", &Task::lead, "The cell as written."),
        Field("leads", &Task::leads, "Agency ids."),
        Field("coordinator", &Task::coordinator, "The cell as written."),
        Field("coordinators", &Task::coordinators, "Agency ids."),
        Field("timeframe", &Task::timeframe, "Timeframe."),
        Field("targets", &Task::targets, "Those that its title, points and product name."),
        Field("extra", &Task::extra, "Cells of other columns, by header."),
        Field("span", &Task::span, "Where its row begins.")};
  }

  friend bool operator==(const Task&, const Task&) = default;
};

}  // namespace sauro::inline v0_1
