#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/indicators/indicator_log.hpp"
#include "sauro/indicators/merge_logs.hpp"
#include "sauro/indicators/place_sheets.hpp"
#include "sauro/monitoring/monitor.hpp"
#include "sauro/phrases/target.hpp"
#include "sauro/plan/task_indicators.hpp"
#include "sauro/reading/read_indicators.hpp"
#include "sauro/text/units.hpp"

namespace {

using namespace sauro;

Indicator revenue() {
  Indicator one;
  one.id = "1.I.1";
  one.name = "Thu ngân sách";
  one.unit = "tỷ đồng";
  one.measure = MeasureKind::flow;
  one.targets = {{"2026", "≥ 120", parse_target("≥ 120")}};
  return one;
}

IndicatorValue of_month(int month, double value, Basis basis = Basis::period) {
  IndicatorValue one;
  one.indicator = "1.I.1";
  one.first = Period::month(2026, month).first();
  one.last = Period::month(2026, month).last();
  one.value = value;
  one.basis = basis;
  return one;
}

MonitorOptions at_end_of_march() {
  MonitorOptions options;
  options.as_of = Date(2026, 3, 31);
  return options;
}

}  // namespace

TEST_CASE("months and what is cumulated say the same, in any order") {
  const std::vector<IndicatorValue> months = {of_month(1, 10), of_month(2, 12), of_month(3, 9)};
  std::vector<IndicatorValue> mixed = {of_month(3, 31, Basis::year), of_month(2, 12),
                                       of_month(1, 10, Basis::year)};
  const std::vector<Indicator> plan = {revenue()};
  const auto by_months = monitor(plan, IndicatorLog::of(months), at_end_of_march()).standings;
  const auto by_sums = monitor(plan, IndicatorLog::of(mixed), at_end_of_march()).standings;
  std::reverse(mixed.begin(), mixed.end());
  CHECK(by_months == by_sums);
  CHECK(monitor(plan, IndicatorLog::of(mixed), at_end_of_march()).standings == by_months);
  CHECK(by_months.front().cumulated == 31);
  CHECK(by_months.front().value == 9);
  CHECK(by_months.front().way == ExpectedWay::days);
}

TEST_CASE("a log gives back the rows that it was made of") {
  IndicatorValue one = of_month(1, 10);
  one.place = "An Lộc";
  one.known_on = Date(2026, 2, 5);
  one.state = ValueState::estimated;
  one.unit = "triệu đồng";
  const IndicatorLog log = IndicatorLog::of({one, of_month(2, 3)});
  CHECK(log.at(0) == one);
  CHECK(log.at(1) == of_month(2, 3));
  CHECK_THROWS_AS((void)log.at(2), ValidationError);
  CHECK(IndicatorLog().size() == 0);
  CHECK(monitor({revenue()}, IndicatorLog(), at_end_of_march()).standings.front().status ==
        StandingStatus::no_data);
}

TEST_CASE("a sum with a hole is a range") {
  MonitorOptions options = at_end_of_march();
  options.bounds["1.I.1"] = {0, 20};
  const auto seen =
      monitor({revenue()}, IndicatorLog::of({of_month(1, 10), of_month(3, 9)}), options);
  CHECK_FALSE(seen.standings.front().cumulated);
  CHECK(seen.standings.front().cumulated_low == 19);
  CHECK(seen.standings.front().cumulated_high == 39);
}

TEST_CASE("a sheet is read by the words of its columns") {
  Grid grid;
  grid.columns = {"STT", "Chỉ tiêu", "Lũy kế 3 tháng", "% kế hoạch"};
  grid.rows = {{"row 2", {1.0, std::string("Thu ngân sách"), std::string("31,5"), 26.25}}};
  IndicatorSheetOptions options;
  options.year = 2026;
  const IndicatorSheet sheet = read_indicators(grid, options);
  REQUIRE(sheet.log.size() == 1);
  CHECK(sheet.log.at(0).value == 31.5);
  CHECK(sheet.log.at(0).basis == Basis::year);
  CHECK(sheet.log.at(0).last == Date(2026, 3, 31));
}

TEST_CASE("units of one dimension are converted, others refused") {
  CHECK(convert_unit(3, "tỷ đồng", "triệu đồng") == 3000);
  CHECK_FALSE(try_convert_unit(3, "%", "điểm %"));
  CHECK_THROWS_AS((void)convert_unit(3, "ha", "tấn"), Error);
}

TEST_CASE("a month may run from the 15th to the 14th") {
  MonitorOptions options = at_end_of_march();
  options.as_of = Date(2026, 3, 14);
  options.cut_off_day = 14;
  const IndicatorLog log = IndicatorLog::of({of_month(1, 10), of_month(2, 12), of_month(3, 9)});
  const Standing one = monitor({revenue()}, log, options).standings.front();
  CHECK(one.cumulated == 31);
  CHECK(one.start == Date(2025, 12, 15));
  CHECK(one.last == Date(2026, 3, 14));
}

TEST_CASE("places have targets of their own, and their sum is told") {
  MonitorOptions options = at_end_of_march();
  IndicatorValue target = of_month(1, 40);
  target.place = "An Lộc";
  target.last = Date(2026, 12, 31);
  options.allocations = IndicatorLog::of({target});
  IndicatorValue value = of_month(1, 10);
  value.place = "An Lộc";
  const Monitor seen = monitor({revenue()}, IndicatorLog::of({value}), options);
  CHECK(seen.standings.front().target == 40);
  REQUIRE(seen.allocations.size() == 1);
  CHECK(seen.allocations.front().allocated == 40);
}

TEST_CASE("a sheet whose columns are places becomes one a place") {
  Grid grid;
  grid.columns = {"TT", "Chỉ tiêu", "Xã An Lộc", "Ghi chú", "PHƯỜNG 1"};
  grid.column_places = {"A", "B", "C", "D", "E"};
  grid.rows = {{"row 2", {1.0, std::string("Thu ngân sách"), 40.0, std::string("x"), 0.6}}};
  grid.rows.front().percents = {4};
  const std::vector<PlaceSheet> sheets = sheets_by_place(grid);
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0].place == "Xã An Lộc");
  CHECK(sheets[1].place == "PHƯỜNG 1");
  CHECK(sheets[1].grid.column_places == std::vector<std::string>{"A", "B", "D", "E"});
  CHECK(sheets[1].grid.rows.front().percents == std::vector<std::size_t>{3});
  IndicatorSheetOptions options;
  options.period = Period::year(2026);
  options.place = sheets[0].place;
  CHECK(read_indicators(sheets[0].grid, options).log.at(0).value == 40);
  grid.columns[3] = "Thực hiện tháng 9";
  CHECK(sheets_by_place(grid).empty());
}

TEST_CASE("logs are brought together, and what differs is named") {
  const IndicatorLog mine = IndicatorLog::of({of_month(1, 10), of_month(2, 12)});
  const IndicatorLog theirs = IndicatorLog::of({of_month(1, 10), of_month(2, 14)});
  const MergedLogs merged = merge_indicator_logs({mine, theirs}, {"a", "b"});
  CHECK(merged.log.size() == 3);
  REQUIRE(merged.contradictions.size() == 1);
  CHECK(merged.contradictions.front().parts == "a / b");
}

TEST_CASE("tasks name indicators by a column or in their words") {
  Plan plan;
  Indicator share = revenue();
  share.id = "1.1";
  share.number = "1";
  share.name = "Tỷ lệ hồ sơ đúng hạn";
  plan.indicators = {share};
  Task told;
  told.id = "2.1";
  told.title = "Tập huấn";
  told.extra = {{"Chỉ tiêu liên quan", "Chỉ tiêu số 1"}};
  Task said;
  said.id = "2.2";
  said.title = "Nâng tỷ lệ hồ sơ đúng hạn";
  plan.tasks = {told, said};
  const TaskIndicators found = task_indicators(plan);
  CHECK(found.is_told);
  CHECK(found.links.size() == 2);
}
