#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>

#include <doctest/doctest.h>

#include "sauro/sauro.hpp"

using namespace sauro;

namespace {

/// "1234567,5" with a mark between thousands.
std::string grouped(std::int64_t whole, const std::string& mark) {
  std::string digits = std::to_string(whole);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, mark);
  }
  return digits;
}

TEST_CASE("a number says the same in every way of writing it") {
  std::mt19937 random(7);
  for (int i = 0; i < 400; ++i) {
    const auto whole = static_cast<std::int64_t>(random() % 40'000'000);
    const int tenth = static_cast<int>(random() % 10);
    const double value = static_cast<double>(whole) + tenth / 10.0;
    const std::string decimals = std::to_string(tenth);
    const std::string plain = std::to_string(whole);
    for (const std::string& text :
         {plain + "." + decimals, plain + "," + decimals, grouped(whole, ".") + "," + decimals,
          grouped(whole, " ") + "," + decimals, grouped(whole, "\u00a0") + "," + decimals,
          "  " + plain + "," + decimals + " % "}) {
      CAPTURE(text);
      CHECK(parse_number(text) == doctest::Approx(value).epsilon(1e-12));
      CHECK(parse_number("-" + plain + "," + decimals) == doctest::Approx(-value).epsilon(1e-12));
    }
  }
}

TEST_CASE("a number that is written is read as itself") {
  std::mt19937_64 random(11);
  for (int i = 0; i < 2000; ++i) {
    const double value = std::ldexp(static_cast<double>(static_cast<std::int64_t>(random())),
                                    static_cast<int>(random() % 90) - 70);
    CHECK(read_number(plain_number(value)).value.value_or(-1) == value);
  }
  CHECK(official_number(1234.5) == "1234,5");
  CHECK(plain_number(3) == "3");
}

TEST_CASE("a point before three digits could be both and is told with both readings") {
  for (const char* text : {"85.600", "1.234", "999.000", "-85.600"}) {
    CAPTURE(text);
    CHECK(read_number(text).is_ambiguous());
    CHECK_FALSE(read_number(text).value);
  }
  CHECK_THROWS_WITH_AS(static_cast<void>(parse_number("85.600")),
                       doctest::Contains("có thể là 85600 hoặc 85,600"), Error);
  CHECK(parse_number("0.125") == 0.125);
  CHECK(parse_number("1.234.567") == 1234567);
  CHECK(parse_number("12.5") == 12.5);
}

TEST_CASE("what is no number is refused") {
  for (const char* text : {"", " ", "abc", "1,2,3", "1.23.456", "1,234.5", "12a", "%", "--1", "1e",
                           ".", ",", "1.", ",5", "nan", "inf", "0x10", "1.2345.678", "+-1"}) {
    CAPTURE(text);
    CHECK_FALSE(read_number(text).value);
    CHECK_THROWS_AS(static_cast<void>(parse_number(text)), Error);
  }
}

TEST_CASE("a day says the same in every way of writing it") {
  std::mt19937 random(3);
  for (int i = 0; i < 500; ++i) {
    const Date day = Date(1990, 1, 1).plus_days(static_cast<std::int64_t>(random() % 40000));
    const auto [year, month, date] = day.year_month_day();
    std::array<char, 64> text{};
    for (const char* form :
         {"%d/%d/%04d", "%02d/%02d/%04d", "%d-%d-%04d", "%02d.%02d.%04d",
          "ngày %d tháng %d năm %04d", "Ngày %02d tháng %02d năm %04d", "%d tháng %d năm %04d"}) {
      std::snprintf(text.data(), text.size(), form, date, month, year);
      CAPTURE(text.data());
      CHECK(try_parse_day(text.data()) == day);
    }
    CHECK(try_parse_day(day.to_iso()) == day);
    CHECK(try_parse_day(" " + day.to_iso() + "T00:00:00 ") == day);
    CHECK(try_parse_day(day.to_iso() + " 08:30:00.5") == day);
  }
}

TEST_CASE("what is no day is refused") {
  for (const char* text : {"", "31/02/2026", "2026-13-01", "1/2/26", "12/2026",
                           "ngày 31 tháng 2 năm 2026", "tháng 3 năm 2026", "1/2/3/2026", "1/2-2026",
                           "20261231", "mai", "09/03/1026", "0/1/2026", "2026-12-31 8 giờ"}) {
    CAPTURE(text);
    CHECK_FALSE(try_parse_day(text));
  }
  CHECK_THROWS_WITH_AS(static_cast<void>(parse_day("31/02/2026")),
                       doctest::Contains("không phải là ngày"), Error);
}

}  // namespace
