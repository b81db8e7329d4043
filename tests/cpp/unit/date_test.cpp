#include <unordered_set>

#include <sauro/calendar/boost.hpp>
#include "reading_helpers.hpp"

using namespace sauro;

TEST_CASE("a date is always a real day") {
  CHECK(Date(2024, 2, 29).to_iso() == "2024-02-29");
  CHECK(code_of([] { Date(2026, 2, 29); }) == 200);
  CHECK(code_of([] { Date(2026, 13, 1); }) == 200);
  CHECK(code_of([] { Date(1300, 1, 1); }) == 200);
  CHECK(code_of([] { (void)from_boost(boost::gregorian::date()); }) == 200);
  CHECK_FALSE(Date::try_make(2026, 4, 31).has_value());
}

TEST_CASE("day numbers count from 1970 as datetime64 does") {
  CHECK(Date(1970, 1, 1).day_number() == 0);
  CHECK(Date(2026, 3, 20).day_number() == 20532);
  CHECK(Date::from_day_number(-1) == Date(1969, 12, 31));
  CHECK(code_of([] { (void)Date::from_day_number(10'000'000); }) == 200);
  for (std::int32_t n = -200'000; n < 200'000; n += 97) {
    CHECK(Date::from_day_number(n).day_number() == n);
  }
}

TEST_CASE("ISO text goes both ways and nothing else is taken for it") {
  CHECK(Date::from_iso("2026-03-20") == Date(2026, 3, 20));
  for (const char* text :
       {"2026-3-20", "20/03/2026", "2026-02-30", "", "2026-03-2x", "-026-03-20"}) {
    CAPTURE(text);
    CHECK(code_of([&] { (void)Date::from_iso(text); }) == 200);
  }
}

TEST_CASE("dates compare, hash and convert") {
  CHECK(Date(2026, 1, 2) > Date(2025, 12, 31));
  CHECK(to_boost(Date(2026, 1, 2)).day() == 2);
  CHECK(Date(1970, 1, 2).to_chrono().time_since_epoch().count() == 1);
  const std::unordered_set<Date> set{Date(2026, 1, 1), Date(2026, 1, 1), Date(2026, 1, 2)};
  CHECK(set.size() == 2);
}

TEST_CASE("an error says code, place and remedy") {
  try {
    Date(2026, 2, 30);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(std::string(error.what()) ==
          "[sauro 200] 2026-2-30: lịch không có ngày này; cần năm 1400-9999, tháng 1-12 và ngày có "
          "trong tháng đó");
    CHECK(error.message_en() ==
          "the calendar has no such day; expected a year 1400-9999, a month 1-12 and a day of that "
          "month");
    CHECK(error.where() == "2026-2-30");
  }
}
