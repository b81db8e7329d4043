#include <numeric>

#include "reading_helpers.hpp"

using namespace sauro;

namespace {

const WorkingCalendar& civil() {
  static const WorkingCalendar calendar = WorkingCalendar::vietnam();
  return calendar;
}

std::string iso(const Date& date) { return date.to_iso(); }

std::string kinds(const WorkingCalendar& calendar, int year, DayKind kind) {
  std::string text;
  for (const DayOff& day : calendar.days_off(year)) {
    if (day.kind == kind) text += (text.empty() ? "" : " ") + iso(day.date).substr(5);
  }
  return text;
}

}  // namespace

TEST_CASE("days of the week and weeks of ISO 8601") {
  CHECK(Date(2026, 11, 24).weekday() == 2);
  CHECK(Date(1969, 12, 31).weekday() == 3);
  CHECK(Date(2026, 1, 1).iso_week() == IsoWeek{2026, 1});
  CHECK(Date(2027, 1, 1).iso_week() == IsoWeek{2026, 53});
  CHECK(Date(2024, 12, 30).iso_week() == IsoWeek{2025, 1});
}

TEST_CASE("months are added as article 148 of the Civil Code says") {
  CHECK(Date(2026, 1, 31).plus_months(1) == Date(2026, 2, 28));
  CHECK(Date(2024, 1, 31).plus_months(1) == Date(2024, 2, 29));
  CHECK(Date(2026, 2, 28).plus_months(1) == Date(2026, 3, 28));
  CHECK(Date(2026, 3, 31).plus_months(-1) == Date(2026, 2, 28));
  CHECK(Date(2024, 2, 29).plus_months(12) == Date(2025, 2, 28));
  CHECK(code_of([] { (void)Date(9999, 12, 1).plus_months(1); }) == 200);
  CHECK(code_of([] { (void)Date(2026, 1, 1).plus_days(INT64_MAX); }) == 200);
}

TEST_CASE("periods hold both of their ends") {
  CHECK(Period::quarter(2026, 1) == Period(Date(2026, 1, 1), Date(2026, 3, 31)));
  CHECK(Period::half_year(2026, 2).first() == Date(2026, 7, 1));
  CHECK(Period::nine_months(2026).days() == 273);
  CHECK(Period::year(2024).days() == 366);
  CHECK(Period::month(2026, 2).last() == Date(2026, 2, 28));
  CHECK(Period::week(2026, 53).first() == Date(2026, 12, 28));
  CHECK(Period::quarter(2026, 2).intersect(Period::half_year(2026, 1)) == Period::quarter(2026, 2));
  CHECK_FALSE(Period::quarter(2026, 1).intersect(Period::quarter(2026, 2)).has_value());
  CHECK(code_of([] { Period(Date(2026, 1, 2), Date(2026, 1, 1)); }) == 204);
  CHECK(code_of([] { (void)Period::quarter(2026, 5); }) == 204);
  CHECK(code_of([] { (void)Period::week(2025, 53); }) == 204);
}

TEST_CASE("the first day of lunar years, where China's calendar has another day too") {
  const std::vector<std::pair<const char*, const char*>> feasts = {
      {"1968-01-29", ""},           {"1985-01-21", ""},           {"2007-02-17", ""},
      {"2024-02-10", "2024-04-18"}, {"2025-01-29", "2025-04-07"}, {"2026-02-17", "2026-04-26"},
      {"2027-02-06", "2027-04-16"}, {"2028-01-26", "2028-04-04"}, {"2029-02-13", "2029-04-23"},
      {"2030-02-02", "2030-04-12"}, {"2031-01-23", "2031-04-01"}};
  for (const auto& [first, kings] : feasts) {
    const int year = Date::from_iso(first).year();
    CHECK(iso(tet(year)) == first);
    if (*kings != '\0') CHECK(iso(from_lunar({year, 3, 10})) == kings);
  }
}

TEST_CASE("leap months") {
  for (const auto& [year, month] : {std::pair{1985, 2},
                                    {1987, 7},
                                    {2020, 4},
                                    {2023, 2},
                                    {2025, 6},
                                    {2028, 5},
                                    {2031, 3},
                                    {2033, 11},
                                    {2026, 0}}) {
    CHECK(leap_month(year) == month);
  }
  CHECK(iso(from_lunar({2025, 6, 1, true})) == "2025-07-25");
  CHECK(to_lunar(Date(2025, 7, 25)) == LunarDate{2025, 6, 1, true});
  CHECK(code_of([] { (void)from_lunar({2026, 6, 1, true}); }) == 200);
  CHECK(code_of([] { (void)from_lunar({2026, 1, 31}); }) == 200);
}

TEST_CASE("every day from 1900 to 2199 has one lunar day and comes back") {
  const std::int32_t first = tet(1900).day_number();
  LunarDate before{1900, 1, 0};
  for (std::int32_t day = first; day <= Date(2199, 12, 31).day_number(); ++day) {
    const Date date = Date::from_day_number(day);
    const LunarDate lunar = to_lunar(date);
    REQUIRE(from_lunar(lunar) == date);
    REQUIRE((lunar.day == before.day + 1 || (lunar.day == 1 && before.day >= 29)));
    before = lunar;
  }
  CHECK(code_of([] { (void)to_lunar(Date(1900, 1, 30)); }) == 203);
  CHECK(code_of([] { (void)to_lunar(Date(2201, 1, 1)); }) == 203);
  CHECK(code_of([] { (void)tet(2200); }) == 203);
}

TEST_CASE("days off of the civil service, by year and kind") {
  CHECK(kinds(civil(), 2024, DayKind::holiday) ==
        "01-01 02-08 02-09 02-12 04-18 04-30 05-01 09-02 09-03");
  CHECK(kinds(civil(), 2024, DayKind::holiday_on_weekend) == "02-10 02-11");
  CHECK(kinds(civil(), 2024, DayKind::compensatory) == "02-13 02-14");
  CHECK(kinds(civil(), 2024, DayKind::swapped_off) == "04-29");
  CHECK(kinds(civil(), 2024, DayKind::worked) == "05-04");
  CHECK(kinds(civil(), 2025, DayKind::swapped_off) == "05-02");
  CHECK(kinds(civil(), 2025, DayKind::worked) == "04-26");
  CHECK(kinds(civil(), 2026, DayKind::holiday) ==
        "01-01 02-16 02-17 02-18 02-19 02-20 04-30 05-01 09-01 09-02 11-24");
  CHECK(kinds(civil(), 2026, DayKind::compensatory) == "04-27");
  CHECK(kinds(civil(), 2026, DayKind::swapped_off) == "01-02 08-31");
  CHECK(kinds(civil(), 2026, DayKind::worked) == "01-10 08-22");
}

TEST_CASE("days off the weekdays of 2021 to 2023") {
  const auto weekdays_off = [](int year) {
    std::string text;
    for (const DayOff& day : civil().days_off(year)) {
      if (day.date.weekday() <= 5) text += (text.empty() ? "" : " ") + iso(day.date).substr(5);
    }
    return text;
  };
  CHECK(weekdays_off(2021) == "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03");
  CHECK(weekdays_off(2022) == "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02");
  CHECK(weekdays_off(2023) == "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04");
}

TEST_CASE("working days of each month") {
  const std::vector<std::pair<int, std::vector<int>>> table = {
      {2024, {22, 16, 21, 19, 23, 20, 23, 22, 19, 23, 21, 22}},
      {2025, {17, 20, 21, 21, 20, 21, 23, 21, 20, 23, 20, 23}},
      {2026, {21, 15, 22, 20, 20, 22, 23, 21, 20, 22, 20, 23}}};
  for (const auto& [year, counts] : table) {
    for (int month = 1; month <= 12; ++month) {
      const Period period = Period::month(year, month);
      CHECK(civil().count(period.first().plus_days(-1), period.last()) ==
            counts[static_cast<std::size_t>(month - 1)]);
    }
  }
}

TEST_CASE("the first day isn't counted and worked Saturdays are") {
  const std::vector<std::tuple<const char*, int, const char*>> table = {
      {"2024-02-05", 5, "2024-02-19"}, {"2024-04-26", 1, "2024-05-02"},
      {"2024-04-26", 3, "2024-05-04"}, {"2024-05-03", 1, "2024-05-04"},
      {"2025-01-24", 1, "2025-02-03"}, {"2025-04-25", 1, "2025-04-26"},
      {"2025-04-25", 5, "2025-05-06"}, {"2025-04-29", 1, "2025-05-05"},
      {"2026-01-09", 1, "2026-01-10"}, {"2026-01-09", 2, "2026-01-12"},
      {"2026-02-13", 1, "2026-02-23"}, {"2026-02-13", 15, "2026-03-13"},
      {"2026-04-24", 2, "2026-04-29"}, {"2026-04-29", 1, "2026-05-04"},
      {"2026-08-21", 1, "2026-08-22"}, {"2026-08-28", 1, "2026-09-03"}};
  for (const auto& [start, days, due] : table) {
    const Date from = Date::from_iso(start);
    CHECK(iso(civil().add(from, days)) == due);
    CHECK(civil().count(from, Date::from_iso(due)) == days);
    CHECK(civil().add(Date::from_iso(due), -days) == civil().on_or_before(from));
  }
  CHECK(civil().next(Date(2026, 2, 13)) == Date(2026, 2, 23));
  CHECK(civil().previous(Date(2026, 2, 23)) == Date(2026, 2, 13));
  CHECK(civil().on_or_after(Date(2026, 11, 24)) == Date(2026, 11, 25));
  CHECK(civil().add(Date(2026, 2, 14), 0) == Date(2026, 2, 14));
  CHECK(civil().count(Date(2026, 3, 2), Date(2026, 2, 27)) == -1);
}

TEST_CASE("a year without a decision is computed from the law and marked so") {
  const std::vector<DayOff> days = civil().days_off(2027);
  CHECK(std::all_of(days.begin(), days.end(), [](const DayOff& d) { return d.projected; }));
  CHECK(kinds(civil(), 2027, DayKind::holiday) ==
        "01-01 02-05 02-08 02-09 04-16 04-30 09-02 09-03 11-24");
  CHECK(kinds(civil(), 2027, DayKind::compensatory) == "02-10 02-11 05-03");
  CHECK(days.back().decision == "Nghị quyết 28/2026/QH16, Điều 2");
  CHECK_FALSE(civil().days_off(2026).front().projected);
  // 24/11/2029 is a Saturday: the resolution gives no day in lieu
  CHECK(civil().is_working(Date(2029, 11, 26)));
  CHECK_FALSE(civil().is_working(Date(2199, 9, 2)));
}

TEST_CASE("the statutory calendar knows no swaps") {
  const WorkingCalendar statutory = WorkingCalendar::vietnam({CalendarKind::statutory, {}, {}});
  CHECK(statutory.is_working(Date(2026, 1, 2)));
  CHECK_FALSE(statutory.is_working(Date(2026, 1, 10)));
  CHECK_FALSE(statutory.is_working(Date(2026, 4, 27)));
}

TEST_CASE("the calendar as it was known on a day") {
  VietnamOptions options;
  options.known_on = Date(2025, 12, 1);  // before the letter that swapped 2/1/2026
  const WorkingCalendar then = WorkingCalendar::vietnam(options);
  CHECK(then.is_working(Date(2026, 1, 2)));
  CHECK_FALSE(then.is_working(Date(2026, 2, 20)));
  CHECK(then.add(Date(2025, 12, 31), 1) == Date(2026, 1, 2));
  CHECK(civil().add(Date(2025, 12, 31), 1) == Date(2026, 1, 5));
  options.known_on = Date(2025, 1, 1);  // before any notice for 2026
  CHECK(WorkingCalendar::vietnam(options).days_off(2026).front().projected);
}

TEST_CASE("a user's decision is added, or replaces the one of its number") {
  VietnamOptions options;
  HolidayDecision swap;
  swap.number = "1/TB";
  swap.year = 2026;
  swap.days = {{Date(2026, 11, 23), DayKind::swapped_off, "Nghỉ hoán đổi"},
               {Date(2026, 11, 21), DayKind::worked, "Làm bù"}};
  options.decisions = {swap};
  CHECK(WorkingCalendar::vietnam(options).add(Date(2026, 11, 20), 2) == Date(2026, 11, 25));
  swap.number = "12729/VPCP-KGVX";
  options.decisions = {swap};
  CHECK(WorkingCalendar::vietnam(options).is_working(Date(2026, 1, 2)));
}

TEST_CASE("all conflicts among decisions are named at once") {
  VietnamOptions options;
  HolidayDecision wrong;
  wrong.number = "2/TB";
  wrong.year = 2026;
  wrong.settles = {"no_feast"};
  wrong.days = {{Date(2026, 9, 12), DayKind::worked, "Làm bù"},
                {Date(2026, 9, 12), DayKind::compensatory, "Nghỉ bù"},
                {Date(2026, 9, 14), DayKind::worked, "Làm bù"},
                {Date(2027, 1, 4), DayKind::holiday, "Tết"}};
  options.decisions = {wrong};
  try {
    (void)WorkingCalendar::vietnam(options);
    FAIL("a conflict passed");
  } catch (const ValidationError& error) {
    CHECK(error.code() == ErrorCode::holiday_conflict);
    CHECK(english(error, false) ==
          "decision 2/TB settles an unknown feast: no_feast\n"
          "2027-01-04 is not of the year 2026 of decision 2/TB\n"
          "2026-09-12 is both worked and off (Làm bù; Nghỉ bù)\n"
          "2026-09-14 is set as worked, but is a working day of the week already (2/TB)");
  }
}

TEST_CASE("years without a law want a decision or are refused") {
  VietnamOptions options;
  options.first_year = 2020;
  CHECK(code_of([&] { (void)WorkingCalendar::vietnam(options); }) == 203);
  HolidayDecision year;
  year.number = "3/TB";
  year.year = 2020;
  year.settles = {"year"};
  year.days = {{Date(2020, 1, 1), DayKind::holiday, "Tết Dương lịch"}};
  options.decisions = {year};
  const WorkingCalendar calendar = WorkingCalendar::vietnam(options);
  CHECK(calendar.days_off(2020).size() == 1);
  CHECK(calendar.first() == Date(2020, 1, 1));
  CHECK(code_of([&] { (void)calendar.is_working(Date(2019, 12, 31)); }) == 203);
  CHECK(code_of([&] { (void)calendar.add(Date(2199, 12, 30), 10); }) == 203);
  CHECK(code_of([&] { (void)calendar.days_off(2200); }) == 203);
}

TEST_CASE("a calendar of one's own: Saturday mornings worked, own days off") {
  CustomOptions options;
  options.first_year = 2026;
  options.last_year = 2026;
  options.week[5] = DayShare::morning;
  options.days = {{Date(2026, 3, 16), DayKind::holiday, "Ngày truyền thống"},
                  {Date(2026, 3, 15), DayKind::worked, "Ngày bầu cử"}};
  const WorkingCalendar own = WorkingCalendar::custom(options);
  CHECK(own.share(Date(2026, 3, 14)) == DayShare::morning);
  CHECK(own.is_working(Date(2026, 3, 15)));
  CHECK_FALSE(own.is_working(Date(2026, 3, 16)));
  CHECK(own.count(Date(2026, 3, 13), Date(2026, 3, 17)) == 3);
}

TEST_CASE("columns answer as single days do, and name the rows that have no answer") {
  const WorkingCalendar& calendar = civil();
  std::vector<std::int64_t> dates;
  std::vector<std::int64_t> steps;
  for (int i = 0; i < 4000; ++i) {
    dates.push_back(Date(2022, 1, 1).plus_days(i * 37 % 2000).day_number());
    steps.push_back(i % 41 - 20);
  }
  std::vector<std::int64_t> out(dates.size());
  const auto day = [](std::int64_t n) { return Date::from_day_number(static_cast<int>(n)); };
  calendar.add(dates, steps, out);
  for (std::size_t i = 0; i < out.size(); ++i) {
    REQUIRE(day(out[i]) == calendar.add(day(dates[i]), steps[i]));
  }
  for (const std::int64_t n : {-7, 0, 12}) {
    calendar.add(dates, std::span(&n, 1), out);
    for (std::size_t i = 0; i < out.size(); ++i) {
      REQUIRE(day(out[i]) == calendar.add(day(dates[i]), n));
    }
  }
  calendar.count(std::span(dates.data(), 1), dates, out);
  for (std::size_t i = 0; i < out.size(); ++i) {
    REQUIRE(out[i] == calendar.count(day(dates[0]), day(dates[i])));
  }
  dates[2] = missing_day;
  dates[5] = 0;
  const std::int64_t one = 1;
  try {
    calendar.add(dates, std::span(&one, 1), out);
    FAIL("rows outside passed");
  } catch (const ValidationError& error) {
    CHECK(english(error) ==
          "row 2: missing date lies outside the calendar (2021-01-01 to 2199-12-31)\n"
          "row 5: 1970-01-01 lies outside the calendar (2021-01-01 to 2199-12-31)");
  }
  calendar.add(dates, std::span(&one, 1), out, OnProblem::keep);
  CHECK(out[2] == missing_day);
  CHECK(out[5] == missing_day);
  CHECK(day(out[6]) == calendar.add(day(dates[6]), 1));
}
