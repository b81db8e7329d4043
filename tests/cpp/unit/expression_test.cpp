#include <cmath>
#include <random>
#include <span>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/index/expression.hpp"
#include "sauro/index/interval.hpp"
#include "engine/kernels.hpp"
#include "reading_helpers.hpp"

using namespace sauro;

namespace {

const double none = std::nan("");

double value(const char* text, std::vector<double> inputs = {}) {
  std::vector<std::span<const double>> columns;
  for (const double& input : inputs) columns.emplace_back(&input, 1);
  double out = 0;
  Expression::parse(text).evaluate(columns, {&out, 1}, 1);
  return out;
}

std::string refusal(const std::string& text) {
  return refusal_of([&] { static_cast<void>(Expression::parse(text)); });
}

}  // namespace

TEST_CASE("expressions follow Python's precedence") {
  CHECK(value("2 + 3 * 4") == 14);
  CHECK(value("(2 + 3) * 4") == 20);
  CHECK(value("-2 ** 2") == -4);
  CHECK(value("2 ** -1") == 0.5);
  CHECK(value("2 ** 3 ** 2") == 512);
  CHECK(value("7 // 2 + 7 % 2") == 4);
  CHECK(value("-7 // 2") == -4);
  CHECK(value("-7 % 3") == 2);
  CHECK(value("1 if 2 > 1 else 0") == 1);
  CHECK(value("1 if False else 2 if True else 3") == 2);
  CHECK(value("not 0 and 1 or 0") == 1);
  CHECK(value("0 <= 5 < 5") == 0);
  CHECK(value("clip(15, 0, 10) + min(3, 1, 2) + max(1, 2) + abs(-4)") == 17);
  CHECK(value("a = 2\nb = a * 3\nreturn a + b  # the sum") == 8);
  CHECK(value("(1 +\n 2)") == 3);
}

TEST_CASE("a missing value makes missing what is computed from it") {
  CHECK(std::isnan(value("x + 1", {none})));
  CHECK(std::isnan(value("1 if x >= 95 else 0", {none})));
  CHECK(std::isnan(value("min(x, 1)", {none})));
  CHECK(value("is_missing(x)", {none}) == 1);
  CHECK(value("otherwise(x, 7)", {none}) == 7);
  CHECK(value("x > 1 and y > 1", {none, 0}) == 0);
  CHECK(value("x > 1 or y > 1", {none, 5}) == 1);
  CHECK(std::isnan(value("x > 1 and y > 1", {none, 5})));
  CHECK(std::isnan(value("1 / x", {0})));
  CHECK(std::isnan(value("0 // x", {0})));
}

TEST_CASE("comparisons of computed values and rounding go by decimals") {
  CHECK(value("57 / x * 100 >= 57", {100}) == 1);
  CHECK(value("x + y == 0.3", {0.1, 0.2}) == 1);
  CHECK(value("round(x, 2)", {1.005}) == 1.01);
  CHECK(value("round(x, 2)", {-1.005}) == -1.01);
  CHECK(value("round(x)", {2.5}) == 3);
  CHECK(value("round(x, 1)", {0.25}) == 0.3);
}

TEST_CASE("what is outside of the subset is refused with its place") {
  CHECK(refusal("x.y") == "line 1, column 2: attributes can't be reached");
  CHECK(refusal("1 +\n") == "line 1, column 4: the line ends too early");
  CHECK(refusal("a = 1") == "line 1, column 1: the formula's last line gives no value");
  CHECK(refusal("open(x)") ==
        "line 1, column 1: no function \"open\"; there are min, max, abs, log, round, clip, "
        "is_missing, otherwise, previous, best, worst, mean, median, deviation, rank, percentile, "
        "count, share, winsorised, min_max, z_score, to_target, points, percent, weakest_part, "
        "weakest_leaf, applies");
  CHECK(refusal("x\ny[1]") == "line 2, column 2: lists, indices and dicts can't be used");
  CHECK(refusal("1 if x") == "line 1, column 7: an if needs an else");
  CHECK(refusal("x = = 2") == "line 1, column 5: unexpected \"=\"");
  CHECK(refusal("") == "line 1, column 1: the formula gives no value");
  CHECK(refusal(std::string(300, '(') + "1").find("nests deeper than 200 levels") !=
        std::string::npos);
  CHECK(refusal(std::string(1'000'000, '1')).find("at most 65536 are read") != std::string::npos);
}

TEST_CASE("columns are evaluated alike on any number of threads") {
  std::mt19937_64 random(1);
  std::vector<double> a(300'000);
  std::vector<double> b(a.size());
  for (double& x : a) x = std::uniform_real_distribution<>(-5, 5)(random);
  for (double& x : b) x = std::uniform_int_distribution<>(0, 9)(random);
  const Expression formula = Expression::parse("a / b if b > 2 and a < 3 else round(a, 2) - b");
  std::vector<double> one(a.size());
  std::vector<double> two(a.size());
  const std::vector<std::span<const double>> columns = {a, b};
  formula.evaluate(columns, one, 1);
  formula.evaluate(columns, two, 3);
  CHECK(one == two);
  for (std::size_t i = 0; i < 1000; ++i) {
    if (b[i] > 2 && a[i] < 3) CHECK(one[i] == a[i] / b[i]);
  }
  const std::vector<double> few(3);
  const std::vector<std::span<const double>> wrong = {a, few};
  CHECK(refusal_of([&] { formula.evaluate(wrong, one); }) == "b: has 3 rows, expected 300000");
}

TEST_CASE("all processors' loops give the same bits") {
  using namespace sauro::detail;
  constexpr std::size_t rows = 777;  // no multiple of a vector
  std::mt19937_64 random(2);
  std::vector<double> in[3];
  for (auto& column : in) {
    for (std::size_t i = 0; i < rows; ++i) {
      const double x = std::uniform_real_distribution<>(-3, 3)(random);
      const double rare = i % 11 == 0 ? none : not_applicable;
      column.push_back(i % 11 == 0 || i % 31 == 0 ? rare : i % 7 == 0 ? std::floor(x) : x);
    }
  }
  const std::vector<std::pair<double, double>> knots = {{-1, 0}, {0, 2}, {2, 5}};
  const auto run = [&](const Kernels& kernels, const Instruction& instruction) {
    std::vector<double> out(rows);
    double* slots[4] = {in[0].data(), in[1].data(), in[2].data(), out.data()};
    kernels.run(instruction, slots, rows);
    return out;
  };
  const auto same = [](double a, double b) { return a == b || (a != a && b != b); };
  for (int op = 0; op < static_cast<int>(Op::refuse); ++op) {
    for (int variant = 0; variant < 4; ++variant) {  // open ends; a constant as second operand
      Instruction instruction;
      instruction.op = static_cast<Op>(op);
      instruction.in = {0, 1, 2};
      instruction.out = 3;
      instruction.scalar = variant % 2 == 1;
      instruction.flags = static_cast<std::uint8_t>(variant);
      instruction.p = {instruction.scalar ? 1.0 : 1e7, 100, 2};
      instruction.knots = &knots;
      const std::vector<double> expected = run(plain::kernels, instruction);
      for (const Kernels* kernels : usable_kernels()) {
        const std::vector<double> out = run(*kernels, instruction);
        const bool equal = std::equal(out.begin(), out.end(), expected.begin(), same);
        CHECK_MESSAGE(equal, "operation " << op << ", variant " << variant);
      }
    }
  }
}

TEST_CASE("the lesser and the greater of two is missing where one is") {
  using namespace sauro::detail;
  std::vector<double> a = {1, 2, none, 3, none};
  std::vector<double> b = {2, 1, 3, none, none};
  for (const Kernels* kernels : usable_kernels()) {
    for (const Op op : {Op::minimum, Op::maximum}) {
      std::vector<double> out(a.size());
      double* slots[3] = {a.data(), b.data(), out.data()};
      Instruction instruction;
      instruction.op = op;
      instruction.in = {0, 1, 0};
      instruction.out = 2;
      kernels->run(instruction, slots, a.size());
      CHECK(out[0] == (op == Op::minimum ? 1 : 2));
      CHECK(out[1] == (op == Op::minimum ? 1 : 2));
      for (std::size_t i = 2; i < out.size(); ++i) CHECK(std::isnan(out[i]));
    }
  }
}

TEST_CASE("decimals are the nearest doubles, whichever loops round them") {
  using namespace sauro::detail;
  std::mt19937_64 random(3);
  std::vector<double> in(100'000);
  std::vector<double> expected;
  for (double& x : in) {
    const auto nano = static_cast<double>(random() % 2'000'000'000'000'000);
    expected.push_back(nano / 1e9);
    x = expected.back() + (random() % 2 == 0 ? 1e-11 : -1e-11);  // what a computation leaves
  }
  Instruction snap;
  snap.op = Op::snap;
  snap.out = 1;
  for (const Kernels* kernels : usable_kernels()) {
    std::vector<double> out(in.size());
    double* slots[2] = {in.data(), out.data()};
    kernels->run(snap, slots, in.size());
    CHECK(out == expected);
  }
}

TEST_CASE("intervals are read, written and put in words") {
  const struct {
    const char* text;
    const char* written;
    const char* words;
  } table[] = {{"[80, 100)", "[80, 100)", "từ 80 đến dưới 100"},
               {"[80%, 100%)", "[80, 100)", "từ 80 đến dưới 100"},
               {">= 95", ">= 95", "từ 95 trở lên"},
               {"> 5", "> 5", "trên 5"},
               {"<80", "< 80", "dưới 80"},
               {"<= 2.5", "<= 2.5", "không quá 2,5"},
               {"100", "100", "bằng 100"},
               {"= 0", "0", "bằng 0"},
               {"-", "-", "bất kỳ"},
               {"(0, 1]", "(0, 1]", "trên 0 đến 1"},
               {"[30, )", ">= 30", "từ 30 trở lên"},
               {"<= 2026-03-31", "<= 2026-03-31", "không quá 31/3/2026"}};
  for (const auto& row : table) {
    const Interval interval = Interval::parse(row.text);
    CHECK(interval.to_string() == row.written);
    CHECK(interval.to_vietnamese() == row.words);
    CHECK(Interval::parse(row.written) == interval);
  }
  CHECK(Interval::parse("[80, 100)").contains(80));
  CHECK_FALSE(Interval::parse("[80, 100)").contains(100));
  for (const char* wrong : {"", "[1", "[2, 1]", "(1, 1)", "abc", "80-100", "[1; 2]", ">= x"}) {
    CHECK_THROWS_AS(static_cast<void>(Interval::parse(wrong)), ParseError);
  }
}
