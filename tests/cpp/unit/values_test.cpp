#include <concepts>
#include <utility>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

const std::string rows =
    "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n"
    "1\tLập biên bản họp dân đạt 90%\tBiên bản\tPhòng Kinh tế\tQuý I\n"
    "2\tLập báo cáo\tBáo cáo\tPhòng Kinh tế\tQuý II\n";

const WorkingCalendar& calendar() {
  static const WorkingCalendar made = WorkingCalendar::vietnam();
  return made;
}

Schedule schedule_of_two() {
  ScheduleOptions options;
  options.year = 2026;
  return schedule(read_plan_text(rows), calendar(), options);
}

Scorecard card() {
  Inputs inputs;
  inputs.units = {"a", "b"};
  return score(load_framework("commune-example"), inputs);
}

// What may be asked of a value in any state; an Error is an answer too.

void ask(const auto& /*value*/) {}

void ask(const Column& column) {
  CHECK(column.slice(0, 5).size() == column.size());
  CHECK(column.renamed("x").size() == column.size());
  CHECK(column.null_count() <= column.size());
  if (column.size() > 0) (void)column.is_missing(0);
}

void ask(const Table& table) {
  CHECK(table.slice(0, 9).rows() == table.rows());
  for (const Column& column : table.columns()) CHECK(column.size() == table.rows());
  ArrowArrayStream stream;
  export_stream(table, &stream);
  CHECK(import_stream(&stream).rows() == table.rows());
}

void ask(const Framework& framework) {
  CHECK(framework.leaves().size() <= framework.criteria().size());
  CHECK(framework.order().size() == framework.criteria().size());
  CHECK(framework.find("") == 0);
  CHECK(framework.criterion("").code.empty());
  CHECK_THROWS_AS((void)framework.find("none"), NotFoundError);
  CHECK_THROWS_AS((void)framework.children(framework.criteria().size()), NotFoundError);
  CHECK(framework.variable("none") == nullptr);
  CHECK(framework.with_rule("", {}) == framework);
  CHECK(!to_json(framework).empty());
  Inputs inputs;
  inputs.units = {"a"};
  if (!framework.validate().empty()) {
    CHECK_THROWS_AS((void)score(framework, inputs), ValidationError);
  } else {
    CHECK(score(framework, inputs).rows() == 1);
  }
}

void ask(const Scorecard& made) {
  CHECK(made.rows() == made.units().size() * made.periods().size());
  CHECK(made.points().size() == static_cast<std::int64_t>(made.rows()));
  CHECK(made.low().size() == made.rows());
  CHECK(made.grade().size() == made.rows());
  CHECK(made.explain("", 0).unit == made.units()[0]);
  CHECK_THROWS_AS((void)made.explain("", made.rows()), NotFoundError);
  CHECK(made.reasons().rows() == static_cast<std::int64_t>(made.rows()));
}

void ask(const WorkingCalendar& days) {
  CHECK(days.first() < days.last());
  CHECK(days.is_working(days.next(days.first())));
  CHECK(days.tables().day.size() < days.tables().before.size());
}

void ask(const Board& board) {
  CHECK(board.table().rows() == static_cast<std::int64_t>(board.rows.size()));
  CHECK(board.by("agency").rows() >= 0);
  CHECK(board.next().rows() >= 0);
  CHECK(changes_table(board, board).rows() == 0);
}

void ask(const Schedule& made) {
  CHECK(occurrences_table(made).rows() == static_cast<std::int64_t>(made.occurrences.size()));
  CHECK(slack_table(made, calendar(), Date(2026, 3, 1)).rows() >= 0);
  CHECK(workload_table(made).rows() >= 0);
  CHECK(crowded_table(made, 1).rows() >= 0);
  CHECK(track(made, {}, Date(2026, 3, 1), calendar()).rows.size() == made.occurrences.size());
}

void ask(const Plan& plan) {
  CHECK(check(plan).clarity.rows() == static_cast<std::int64_t>(plan.tasks.size()));
  CHECK(plan_from_json(to_json(plan)) == plan);
  CHECK(table_of(plan.tasks).rows() == static_cast<std::int64_t>(plan.tasks.size()));
  CHECK_THROWS_AS((void)plan.task("none"), NotFoundError);
  CHECK(link(plan, Framework()).links.empty());
}

void ask(const Expression& expression) {
  std::vector<double> out(3);
  const std::vector<double> one = {1};
  const std::vector<std::span<const double>> columns(expression.names().size(), one);
  if (expression.is_empty()) {
    CHECK_THROWS_AS(expression.evaluate(columns, out), Error);
  } else {
    expression.evaluate(columns, out);
  }
}

void ask(const AgencyRegister& bodies) {
  CHECK(bodies.find("none") == nullptr);
  CHECK(bodies.with({{"x", "Phòng X", {}}}).find(agency_key("Phòng X")) != nullptr);
  for (const AgencyRegister::Entry& entry : bodies.entries()) {
    CHECK(bodies.find(agency_key(entry.name)) != nullptr);
  }
}

void ask(const Shared<Progress>& log) { CHECK(log->entries.size() <= 1); }

template <class T>
void expect_equal(const T& a, const T& b) {
  if constexpr (std::equality_comparable<T>) CHECK(a == b);
}

/// Copies, moves, assigns and asks a value in every state that it can be in.
template <class T>
void live(T value) {
  ask(value);
  const T kept = value;
  T taken = std::move(value);
  expect_equal(taken, kept);
  ask(taken);
  ask(value);  // moved from
  T copy = value;
  ask(copy);
  expect_equal(copy, value);
  copy = taken;
  expect_equal(copy, kept);
  value = std::move(copy);
  expect_equal(value, kept);
  ask(value);
  ask(copy);
  T& self = value;
  value = self;
  expect_equal(value, kept);
  ask(value);
  if constexpr (std::default_initializable<T>) {
    T none{};
    ask(none);
    expect_equal(none, T{});
    none = kept;
    expect_equal(none, kept);
    ask(none);
  }
}

}  // namespace

TEST_CASE("tables and columns may be used in any state") {
  live(Column::of("n", std::vector<double>{1, 2}, {false, true}));
  live(Column::of("t", std::vector<std::string>{"một", "hai"}));
  live(Column::category("c", {0, -1}, {"a"}));
  live(Table({Column::of("n", std::vector<double>{1, 2})}));
  live(Buffer::of(std::vector<double>{1}));
}

TEST_CASE("frameworks, inputs and scorecards may be used in any state") {
  live(load_framework("commune-example"));
  live(load_framework("papi-2021"));
  live(card());
  live(Expression::parse("x + 1"));
  live(Interval::parse("[1, 2)"));
  live(Rule(TableRule{{Expression::parse("x")}, {}, HitPolicy::first, {}, {}}));
  live(InputColumn{"x", Stage::self, Column::of("x", std::vector<double>{1}), {}});
  live(Inputs{.units = {"a"}});
  live(card().explain("", 0));
}

TEST_CASE("calendars, periods and limits may be used in any state") {
  live(calendar());
  live(WorkingCalendar::custom({2026, 2027, five_days, {}}));
  live(Date(2026, 1, 1));
  live(Period::quarter(2026, 1));
  live(ReportingPeriod(ReportKind::quarter, 2026, 1));
  live(TimeLimit(5, TimeUnit::days));
  live(HolidayDecision{});
  live(VietnamOptions{});
}

TEST_CASE("plans, schedules, boards and findings may be used in any state") {
  const Plan plan = read_plan_text(rows);
  const Schedule made = schedule_of_two();
  const Progress log = {
      .entries = {
          {.task = made.tasks[0].id, .date = Date(2026, 2, 1), .status = ProgressStatus::done}}};
  live(plan);
  live(made);
  live(track(made, log, Date(2026, 3, 1), calendar()));
  live(Shared<Progress>(log));
  live(check(plan));
  live(plan.tasks[0]);
  live(plan.tasks[0].timeframe);
  live(plan.tasks[0].targets.at(0));
  live(AgencyRegister::builtin());
  live(link(plan, load_framework("commune-example")));
  live(CheckOptions{.calendar = calendar()});
  live(TrackOptions{});
  live(ScheduleOptions{});
  live(CaseOptions{.as_of = Date(2026, 1, 1), .calendars = {calendar()}});
}

TEST_CASE("a board shares the schedule and the log that it was given") {
  const Shared<Schedule> made = schedule_of_two();
  const Shared<Progress> log = Progress{};
  const Board board = track(made, log, Date(2026, 3, 1), calendar());
  CHECK(&*board.schedule == &*made);
  CHECK(&*board.progress == &*log);
  CHECK(Shared<Schedule>(std::shared_ptr<const Schedule>())->tasks.empty());
}

TEST_CASE("a scorecard shares the framework and the columns that it was given") {
  const Framework framework = load_framework("pgi-2023");
  Inputs inputs;
  inputs.units = {"a", "b"};
  const std::string name = framework.variables()[0].name;
  inputs.columns.push_back({name, Stage::self, Column::of(name, std::vector<double>{1, 2}), {}});
  const Scorecard made = score(framework, inputs);
  CHECK(&made.framework().criteria() == &framework.criteria());
}
