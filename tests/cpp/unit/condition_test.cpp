#include "sauro/index/condition.hpp"
#include "sauro/core/error.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

bool holds(const Condition& condition, double x) {
  for (const Interval& one : condition.intervals({"A", "B, C", "D"})) {
    if (one.contains(x)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a condition holds for any of its alternatives") {
  const Condition outer = Condition::parse("< 18, > 60");
  CHECK(holds(outer, 17));
  CHECK_FALSE(holds(outer, 18));
  CHECK(holds(outer, 61));
  CHECK(Condition::parse("< 18 hoặc > 60") == outer);
  CHECK(outer.to_vietnamese() == "dưới 18 hoặc trên 60");
  const Condition inner = Condition::parse("not(< 18, > 60)");
  CHECK(inner.intervals() == Condition::parse("[18, 60]").intervals());
  CHECK(Condition::parse("not(-)").intervals().empty());
  CHECK(Condition().is_all());
}

TEST_CASE("texts of a condition stand for their places") {
  const Condition condition = Condition::parse("A, \"B, C\"");
  CHECK(holds(condition, 0));
  CHECK(holds(condition, 1));
  CHECK_FALSE(holds(condition, 2));
  CHECK(holds(Condition::parse("not(A)"), 2));
}

TEST_CASE("a condition is read back as it was written") {
  for (const char* text : {"-", ">= 80", "< 18, > 60", "not([1, 3])", "A, \"B, C\"", "'5'",
                           "[2026-01-01, 2026-03-31], >= 2026-06-01", "not(A or B)"}) {
    const Condition condition = Condition::parse(text);
    CHECK(Condition::parse(condition.to_string()) == condition);
  }
}

TEST_CASE("what could be read otherwise is no condition") {
  for (const char* text : {"0,25", "1, ,2", "", "'a", "not()", "3 5", ">= x"}) {
    CHECK_THROWS_AS(static_cast<void>(Condition::parse(text)), ParseError);
  }
}
