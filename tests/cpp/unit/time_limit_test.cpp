#include <cmath>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

const WorkingCalendar& civil() {
  static const WorkingCalendar calendar = WorkingCalendar::vietnam();
  return calendar;
}

struct Golden {
  const char* start;
  double amount;
  TimeUnit unit;
  const char* raw;
  const char* due;
};

}  // namespace

TEST_CASE("limits of the Civil Code 2015, articles 144 to 148") {
  using enum TimeUnit;
  const std::vector<Golden> table = {
      {"2026-02-12", 5, days, "2026-02-17", "2026-02-23"},
      {"2026-03-20", 10, days, "2026-03-30", "2026-03-30"},
      {"2026-04-16", 10, days, "2026-04-26", "2026-04-28"},
      {"2026-08-27", 5, days, "2026-09-01", "2026-09-03"},
      {"2025-12-31", 1, days, "2026-01-01", "2026-01-05"},
      {"2026-01-05", 5, days, "2026-01-10", "2026-01-10"},
      {"2024-04-24", 5, days, "2024-04-29", "2024-05-02"},
      {"2024-04-19", 15, days, "2024-05-04", "2024-05-04"},
      {"2026-11-23", 1, days, "2026-11-24", "2026-11-25"},
      {"2026-01-31", 1, months, "2026-02-28", "2026-03-02"},
      {"2026-03-31", 1, months, "2026-04-30", "2026-05-04"},
      {"2025-08-31", 6, months, "2026-02-28", "2026-03-02"},
      {"2024-02-29", 12, months, "2025-02-28", "2025-02-28"},
      {"2024-02-29", 1, years, "2025-02-28", "2025-02-28"},
      {"2026-05-30", 9, months, "2027-02-28", "2027-03-01"},
      {"2026-04-20", 1, weeks, "2026-04-27", "2026-04-28"},
      {"2026-02-03", 2, weeks, "2026-02-17", "2026-02-23"},
      // art. 146: half a month is 15 days, half a year six months
      {"2026-03-02", 0.5, months, "2026-03-17", "2026-03-17"},
      {"2026-03-02", 1.5, months, "2026-04-17", "2026-04-17"},
      {"2026-01-31", 0.5, years, "2026-07-31", "2026-07-31"},
  };
  for (const Golden& golden : table) {
    CAPTURE(golden.start);
    CAPTURE(golden.amount);
    const Date start = Date::from_iso(golden.start);
    CHECK(TimeLimit(golden.amount, golden.unit, {.roll = false}).due(start, civil()).to_iso() ==
          golden.raw);
    CHECK(TimeLimit(golden.amount, golden.unit).due(start, civil()).to_iso() == golden.due);
  }
}

TEST_CASE("a limit that isn't contiguous counts 30 and 365 days (art. 146)") {
  const TimeLimitOptions loose{.roll = false, .contiguous = false};
  const Date start(2026, 1, 31);
  CHECK(TimeLimit(1, TimeUnit::months, loose).due(start, civil()) == start.plus_days(30));
  CHECK(TimeLimit(0.5, TimeUnit::months, loose).due(start, civil()) == start.plus_days(15));
  CHECK(TimeLimit(1, TimeUnit::years, loose).due(start, civil()) == start.plus_days(365));
  CHECK(TimeLimit(0.5, TimeUnit::years, loose).due(start, civil()) == start.plus_days(180));
}

TEST_CASE("hours run from their moment and end at 24:00 of a working day") {
  const TimeLimit limit(24, TimeUnit::hours);
  CHECK(limit.due(Moment{Date(2026, 3, 20 - 2), 600}, civil()) == Moment{Date(2026, 3, 19), 600});
  CHECK(limit.due(Moment{Date(2026, 3, 20), 600}, civil()) == Moment{Date(2026, 3, 23), 1440});
  CHECK(TimeLimit(2, TimeUnit::days).due(Moment{Date(2026, 3, 18), 600}, civil()) ==
        Moment{Date(2026, 3, 20), 1440});
  CHECK(code_of([&] { (void)limit.due(Date(2026, 3, 20), civil()); }) == 205);
}

TEST_CASE("working hours run while the office is open") {
  const auto at = [](int day, int hour, int minute = 0) {
    return Moment{Date(2026, 3, day), hour * 60 + minute};
  };
  const TimeLimit eight(8, TimeUnit::working_hours);  // half an hour more than a day's 7.5
  CHECK(eight.due(at(18, 8), civil()) == at(19, 8, 30));
  CHECK(eight.due(at(20, 15), civil()) == at(23, 15, 30));  // Friday to Monday
  CHECK(eight.due(at(18, 12), civil()) == at(19, 14));      // in the break: from 13:30
  CHECK(eight.due(at(21, 9), civil()) == at(24, 8));        // on a Saturday: from Monday
  CHECK(eight.due(at(18, 22), civil()) == at(20, 8));       // after hours: from the next morning
  CHECK(TimeLimit(0, TimeUnit::working_hours).due(at(21, 9), civil()) == at(21, 9));
  CHECK(TimeLimit(3.5, TimeUnit::working_hours).due(at(18, 13, 30), civil()) == at(18, 17));
  CHECK(eight.due(at(18, 8), civil(), WorkingHours::load("ministry")) == at(18, 17, 30));
  CHECK(TimeLimit(45, TimeUnit::minutes).due(at(18, 23, 30), civil()) == at(19, 0, 15));
  CHECK(code_of([&] { (void)eight.due(Date(2026, 3, 20), civil()); }) == 205);
  CHECK(code_of([&] { (void)eight.before(Date(2026, 3, 20), civil()); }) == 205);
  CHECK(code_of([] { TimeLimit(0.5, TimeUnit::minutes); }) == 205);
  CHECK(code_of([&] { (void)eight.due(Moment{Date(2199, 12, 31), 1000}, civil()); }) == 203);
  CHECK(code_of([&] { (void)eight.due(Moment{Date(2019, 1, 1), 0}, civil()); }) == 203);
}

TEST_CASE("as many working hours as an office keeps in a day end a working day later") {
  for (const std::string_view kind : WorkingHours::available()) {
    const WorkingHours hours = WorkingHours::load(kind);
    double open = 0;
    for (const auto& [from, to] : hours.sessions) open += (to - from) / 60.0;
    const TimeLimit day(open, TimeUnit::working_hours);
    for (Date start(2026, 1, 1); start < Date(2026, 12, 1); start = start.plus_days(1)) {
      if (!civil().is_working(start)) continue;
      const Moment due = day.due(Moment{start, hours.sessions[0].first + 30}, civil(), hours);
      CHECK(due == Moment{civil().next(start), hours.sessions[0].first + 30});
    }
  }
  CHECK(WorkingHours::load("office") == WorkingHours{});
  CHECK(code_of([] { (void)WorkingHours::load("shop"); }) == 202);
}

TEST_CASE("limits in words are read with their unit") {
  const auto reads = [](std::string_view text, double amount, TimeUnit unit) {
    CAPTURE(text);
    CHECK(parse_time_limit(text) == TimeLimit(amount, unit));
  };
  reads("10 ngày làm việc", 10, TimeUnit::working_days);
  reads("08 giờ làm việc", 8, TimeUnit::working_hours);
  reads("24 giờ", 24, TimeUnit::hours);
  reads("30 phút", 30, TimeUnit::minutes);
  reads("45 phút", 45, TimeUnit::minutes);
  reads("Không quá 15 (mười lăm) ngày", 15, TimeUnit::days);
  reads("ba mươi ngày", 30, TimeUnit::days);
  reads("1/2 ngày làm việc", 0.5, TimeUnit::working_days);
  reads("3,5 ngày làm việc", 3.5, TimeUnit::working_days);
  reads("nửa tháng", 0.5, TimeUnit::months);
  reads("6 tháng", 6, TimeUnit::months);
  reads("02 tuần", 2, TimeUnit::weeks);
  reads("Trong thời hạn 05 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ", 5,
        TimeUnit::working_days);
  reads("chậm nhất 20 ngày sau khi thụ lý", 20, TimeUnit::days);
  for (const char* text : {"", "ngay", "10", "10 hồ sơ", "ngày 10", "quý II", "10 ngày 5 giờ",
                           "trước ngày 15/6/2026", "5 - 7 ngày làm việc", "nửa ngày", "-3 ngày"}) {
    CAPTURE(text);
    CHECK(code_of([&] { (void)parse_time_limit(text); }) == 205);
  }
}

TEST_CASE("days before an event are subtracted and never rolled") {
  const Date election(2026, 3, 15);
  for (const auto& [days, day] : {std::pair{95, "2025-12-10"},
                                  {40, "2026-02-03"},
                                  {23, "2026-02-20"},
                                  {105, "2025-11-30"},
                                  {80, "2025-12-25"},
                                  {70, "2026-01-04"}}) {
    CHECK(TimeLimit(days, TimeUnit::days).before(election, civil()).to_iso() == day);
  }
  CHECK(TimeLimit(1, TimeUnit::months).before(Date(2026, 3, 31), civil()) == Date(2026, 2, 28));
  CHECK(TimeLimit(3, TimeUnit::working_days).before(Date(2026, 2, 24), civil()) ==
        Date(2026, 2, 12));
}

TEST_CASE("a cut limit is rounded the way that is named") {
  const TimeLimit limit(5, TimeUnit::working_days);  // minus 30 %: 3.5
  CHECK(limit.cut(30, Rounding::up).amount() == 4);
  CHECK(limit.cut(30, Rounding::down).amount() == 3);
  CHECK(limit.cut(30, Rounding::nearest).amount() == 4);
  CHECK(limit.cut(30, Rounding::half).amount() == 3.5);
  CHECK(TimeLimit(10, TimeUnit::working_days).cut(30, Rounding::up).amount() == 7);
  CHECK(TimeLimit(1, TimeUnit::days).cut(99, Rounding::down).amount() == 1);
  CHECK(limit.cut(100, Rounding::down).amount() == 0);
  CHECK(code_of([&] { (void)limit.cut(101, Rounding::up); }) == 205);
  // half a working day ends with its day
  CHECK(TimeLimit(3.5, TimeUnit::working_days).due(Date(2026, 3, 2), civil()) == Date(2026, 3, 6));
}

TEST_CASE("lengths that no limit can have") {
  CHECK(code_of([] { TimeLimit(-1, TimeUnit::days); }) == 205);
  CHECK(code_of([] { TimeLimit(0.25, TimeUnit::months); }) == 205);
  CHECK(code_of([] { TimeLimit(1.5, TimeUnit::days); }) == 205);
  CHECK(code_of([] { TimeLimit(std::nan(""), TimeUnit::days); }) == 205);
}

TEST_CASE("a column of starts has the due days of single ones") {
  for (const TimeUnit unit : {TimeUnit::days, TimeUnit::working_days, TimeUnit::months}) {
    const TimeLimit limit(3, unit);
    std::vector<std::int64_t> start;
    for (int i = 0; i < 800; ++i) start.push_back(Date(2025, 1, 1).plus_days(i).day_number());
    std::vector<std::int64_t> out(start.size());
    limit.due(start, civil(), out);
    for (std::size_t i = 0; i < out.size(); ++i) {
      const Date from = Date::from_day_number(static_cast<int>(start[i]));
      REQUIRE(out[i] == limit.due(from, civil()).day_number());
    }
    start[1] = missing_day;
    CHECK(code_of([&] { limit.due(start, civil(), out); }) == 221);
    limit.due(start, civil(), out, OnProblem::keep);
    CHECK(out[1] == missing_day);
  }
}

TEST_CASE("reports of Nghị định 09/2019 close on the 14th and are due on the 25th") {
  const ReportingPeriod first(ReportKind::quarter, 2026, 1);
  CHECK(first.start() == Date(2025, 12, 15));
  CHECK(first.cut_off() == Date(2026, 3, 14));
  CHECK(first.label() == "Quý I/2026");
  CHECK(ReportingPeriod(ReportKind::month, 2026, 1).period() ==
        Period(Date(2025, 12, 15), Date(2026, 1, 14)));
  CHECK(ReportingPeriod(ReportKind::half_year, 2026, 2).period() ==
        Period(Date(2026, 6, 15), Date(2026, 12, 14)));
  CHECK(ReportingPeriod(ReportKind::nine_months, 2026).cut_off() == Date(2026, 9, 14));
  CHECK(ReportingPeriod(ReportKind::year, 2026).period() ==
        Period(Date(2025, 12, 15), Date(2026, 12, 14)));
  ReportingRule cumulative;
  cumulative.cumulative = true;
  CHECK(ReportingPeriod(ReportKind::quarter, 2026, 3, cumulative).start() == Date(2025, 12, 15));
}

TEST_CASE("due days of monthly reports that fall on days off") {
  const auto due = [](int year, int month, Roll roll) {
    ReportingRule rule;
    rule.roll = roll;
    return ReportingPeriod(ReportKind::month, year, month, rule).due(civil()).to_iso();
  };
  CHECK(due(2026, 1, Roll::forward) == "2026-01-26");
  CHECK(due(2026, 4, Roll::forward) == "2026-04-28");
  CHECK(due(2026, 7, Roll::forward) == "2026-07-27");
  CHECK(due(2026, 10, Roll::forward) == "2026-10-26");
  CHECK(due(2025, 1, Roll::forward) == "2025-02-03");
  CHECK(due(2025, 5, Roll::forward) == "2025-05-26");
  CHECK(due(2025, 10, Roll::forward) == "2025-10-27");
  CHECK(due(2026, 4, Roll::backward) == "2026-04-24");
  CHECK(due(2026, 4, Roll::none) == "2026-04-25");
  ReportingRule province;
  province.due_working_days = 2;
  CHECK(ReportingPeriod(ReportKind::quarter, 2026, 1, province).due(civil()) == Date(2026, 3, 17));
}

TEST_CASE("reports by the calendar: before 10/4, 10/7, 10/10 and 15/01 of the next year") {
  const ReportingRule rule = calendar_reporting(10);
  const ReportingPeriod first(ReportKind::quarter, 2026, 1, rule);
  CHECK(first.period() == Period::quarter(2026, 1));
  CHECK(first.due(civil()) == Date(2026, 4, 10));
  CHECK(ReportingPeriod(ReportKind::half_year, 2026, 1, rule).due(civil()) == Date(2026, 7, 10));
  CHECK(ReportingPeriod(ReportKind::year, 2026, 1, calendar_reporting(15)).due(civil()) ==
        Date(2027, 1, 15));
}

TEST_CASE("the reports of one kind partition the year, whatever the cut-off") {
  for (const ReportKind kind : {ReportKind::month, ReportKind::quarter, ReportKind::half_year}) {
    for (int year = 1999; year <= 2030; ++year) {
      for (int cut = 0; cut <= 31; ++cut) {
        ReportingRule rule;
        rule.cut_off_day = cut;
        const std::vector<ReportingPeriod> parts = ReportingPeriod::of_year(kind, year, rule);
        const ReportingPeriod whole(ReportKind::year, year, 1, rule);
        REQUIRE(parts.front().start() == whole.start());
        REQUIRE(parts.back().cut_off() == whole.cut_off());
        for (std::size_t i = 1; i < parts.size(); ++i) {
          REQUIRE(parts[i].start() == parts[i - 1].cut_off().plus_days(1));
        }
      }
    }
  }
  CHECK(code_of([] { ReportingPeriod(ReportKind::quarter, 2026, 5); }) == 204);
}
