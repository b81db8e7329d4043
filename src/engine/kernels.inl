// The loops of the column programs; compiled once for each instruction set, in a namespace of its
// own, from a file that defines SAURO_KERNELS. Only plain loops: an inline function of the
// standard library would be shared with code for other processors.

#include "core/vector_loop.hpp"
#include "engine/kernels.hpp"

namespace sauro::inline v0_1::detail::SAURO_KERNELS {
namespace {

constexpr double none = __builtin_nan("");
constexpr double billion = 1e9;
constexpr double magic = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to a whole number

inline double floor_of(double x) { return __builtin_floor(x); }
inline bool gone(double a, double b) { return a != a || b != b; }
/// In units of 1e-9, whole; beyond 2.2e6 it is as exact as a double.
inline double to_nano(double x) {
  const double scaled = x * billion;
  const double whole = (scaled + magic) - magic;
  return __builtin_fabs(scaled) < 2e15 ? whole : scaled;
}

/// n / 10^9 for a whole n, correctly rounded: a product and one correction where the processor fuses
/// them (Markstein 1990; held against the division for 4 * 10^8 numbers), else the division.
inline double from_nano(double n) {
#ifdef __FMA__
  const double near = n * 1e-9;
  return __builtin_fma(__builtin_fma(-near, billion, n), 1e-9, near);
#else
  return n / billion;
#endif
}

/// To nine decimals; beyond 2e6 a double has no more than that to lose.
inline double snapped(double x) {
  const double whole = (x * billion + magic) - magic;
  const double near = from_nano(whole);
  return __builtin_fabs(x) < 2e6 ? near : x;
}

template <class F>
void one(const Instruction& i, double* const* slots, std::size_t rows, F f) {
  const double* a = slots[i.in[0]];
  double* out = slots[i.out];
  SAURO_LOOP
  for (std::size_t r = 0; r < rows; ++r) out[r] = f(a[r]);
}

template <class F>
void two(const Instruction& i, double* const* slots, std::size_t rows, F f) {
  const double* a = slots[i.in[0]];
  double* out = slots[i.out];
  if (i.scalar) {
    const double b = i.p[0];
    SAURO_LOOP
    for (std::size_t r = 0; r < rows; ++r) out[r] = f(a[r], b);
    return;
  }
  const double* b = slots[i.in[1]];
  SAURO_LOOP
  for (std::size_t r = 0; r < rows; ++r) out[r] = f(a[r], b[r]);
}

template <class F>
void three(const Instruction& i, double* const* slots, std::size_t rows, F f) {
  const double* a = slots[i.in[0]];
  const double* b = slots[i.in[1]];
  const double* c = slots[i.in[2]];
  double* out = slots[i.out];
  SAURO_LOOP
  for (std::size_t r = 0; r < rows; ++r) out[r] = f(a[r], b[r], c[r]);
}

template <bool low_open, bool high_open>
void interval(const Instruction& i, double* const* slots, std::size_t rows) {
  const double low = i.p[0];
  const double high = i.p[1];
  const auto inside = [low, high](double x) {
    return (low_open ? x > low : x >= low) & (high_open ? x < high : x <= high);
  };
  if (i.op == Op::within) {
    one(i, slots, rows, [=](double x) { return x != x ? none : inside(x) ? 1.0 : 0.0; });
    return;
  }
  const double value = i.p[2];
  const double* before = slots[i.in[0]];
  const double* x = slots[i.in[1]];
  double* out = slots[i.out];
  if (i.op == Op::band_value) {
    const double* values = slots[i.in[2]];
    SAURO_LOOP
    for (std::size_t r = 0; r < rows; ++r) out[r] = inside(x[r]) ? values[r] : before[r];
    return;
  }
  SAURO_LOOP
  for (std::size_t r = 0; r < rows; ++r) out[r] = inside(x[r]) ? value : before[r];
}

void any_interval(const Instruction& i, double* const* slots, std::size_t rows) {
  switch (i.flags) {
    case 0: return interval<false, false>(i, slots, rows);
    case 1: return interval<true, false>(i, slots, rows);
    case 2: return interval<false, true>(i, slots, rows);
    default: return interval<true, true>(i, slots, rows);
  }
}

/// Half away from zero, judged on the decimals: 1.005 gives 1.01.
void round_half_up(const Instruction& i, double* const* slots, std::size_t rows) {
  const double step = i.p[0];   // 10^(9 - decimals)
  const double scale = i.p[1];  // 10^decimals
  one(i, slots, rows, [=](double x) {
    const double size = to_nano(__builtin_fabs(x));
    const double rounded = floor_of(size / step + 0.5) / scale;
    return __builtin_copysign(rounded, x);
  });
}

/// One pass for each segment, in pieces that fit the registers' cache; `out` may be the input.
void along_knots(const Instruction& i, double* const* slots, std::size_t rows) {
  constexpr std::size_t piece = 64;
  const std::pair<double, double>* points = i.knots->data();
  const std::size_t segments = i.knots->size() - 1;
  const double* in = slots[i.in[0]];
  double* out = slots[i.out];
  for (std::size_t from = 0; from < rows; from += piece) {
    const std::size_t count = rows - from < piece ? rows - from : piece;
    double x[piece];
    double y[piece];
    const double first = points[0].second;
    for (std::size_t r = 0; r < count; ++r) {
      x[r] = in[from + r];
      y[r] = x[r] != x[r] ? none : first;
    }
    for (std::size_t k = 0; k < segments; ++k) {
      const double x0 = points[k].first;
      const double y0 = points[k].second;
      const double x1 = points[k + 1].first;
      const double y1 = points[k + 1].second;
      const double slope = (y1 - y0) / (x1 - x0);
      for (std::size_t r = 0; r < count; ++r) {
        const double inside = x[r] >= x1 ? y1 : y0 + (x[r] - x0) * slope;
        y[r] = x[r] > x0 ? inside : y[r];
      }
    }
    for (std::size_t r = 0; r < count; ++r) out[from + r] = y[r];
  }
}

void proportion(const Instruction& i, double* const* slots, std::size_t rows) {
  const double scale = i.p[0];
  const double from = i.p[1];
  const double at_zero = i.p[2];
  two(i, slots, rows, [=](double a, double b) {
    const double share = a / b;
    const double points = to_nano(share) < from ? 0.0 : share * scale;
    const double of_nothing = a < 0 || a > 0 ? none : at_zero;  // 50 of 0 is no share
    return b == 0 ? of_nothing : points;
  });
}

template <class F>
void compare(const Instruction& i, double* const* slots, std::size_t rows, F f) {
  two(i, slots, rows, [f](double a, double b) { return gone(a, b) ? none : f(a, b) ? 1.0 : 0.0; });
}

double and_of(double a, double b) {
  return a == 0 || b == 0 ? 0.0 : gone(a, b) ? none : 1.0;
}
double or_of(double a, double b) {
  return (a == a && a != 0) || (b == b && b != 0) ? 1.0 : gone(a, b) ? none : 0.0;
}

void run_one(const Instruction& i, double* const* s, std::size_t n) {
  switch (i.op) {
    case Op::copy: return one(i, s, n, [](double a) { return a; });
    case Op::negate: return one(i, s, n, [](double a) { return -a; });
    case Op::absolute: return one(i, s, n, [](double a) { return __builtin_fabs(a); });
    case Op::logical_not:
      return one(i, s, n, [](double a) { return a != a ? none : a == 0 ? 1.0 : 0.0; });
    case Op::is_missing: return one(i, s, n, [](double a) { return a != a ? 1.0 : 0.0; });
    case Op::is_not_applicable:
      return one(i, s, n, [](double a) { return a == not_applicable ? 1.0 : 0.0; });
    case Op::snap: return one(i, s, n, snapped);
    case Op::nano: return one(i, s, n, to_nano);
    case Op::logarithm: return one(i, s, n, [](double a) { return __builtin_log2(a); });
    case Op::round_half_up: return round_half_up(i, s, n);
    case Op::floor: return one(i, s, n, floor_of);
    default: return along_knots(i, s, n);
  }
}

double least(double a, double b) {
  const double less = b < a ? b : a;  // one instruction; gives `a` where either is missing
  return b != b ? none : less;
}
double greatest(double a, double b) {
  const double more = b > a ? b : a;
  return b != b ? none : more;
}

void run_arithmetic(const Instruction& i, double* const* s, std::size_t n) {
  switch (i.op) {
    case Op::add: return two(i, s, n, [](double a, double b) { return a + b; });
    case Op::subtract: return two(i, s, n, [](double a, double b) { return a - b; });
    case Op::multiply: return two(i, s, n, [](double a, double b) { return a * b; });
    case Op::divide:
      return two(i, s, n, [](double a, double b) { return b == 0 ? none : a / b; });
    case Op::power: return two(i, s, n, [](double a, double b) { return __builtin_pow(a, b); });
    case Op::minimum: return two(i, s, n, least);
    case Op::maximum: return two(i, s, n, greatest);
    case Op::add_snap: return two(i, s, n, [](double a, double b) { return snapped(a + b); });
    case Op::multiply_snap: return two(i, s, n, [](double a, double b) { return snapped(a * b); });
    case Op::minimum_snap:
      return two(i, s, n, [](double a, double b) { return snapped(least(a, b)); });
    case Op::maximum_snap:
      return two(i, s, n, [](double a, double b) { return snapped(greatest(a, b)); });
    default: return two(i, s, n, [](double a, double b) { return a != a ? b : a; });
  }
}

void run_logic(const Instruction& i, double* const* s, std::size_t n) {
  switch (i.op) {
    case Op::less: return compare(i, s, n, [](double a, double b) { return a < b; });
    case Op::less_equal: return compare(i, s, n, [](double a, double b) { return a <= b; });
    case Op::greater: return compare(i, s, n, [](double a, double b) { return a > b; });
    case Op::greater_equal: return compare(i, s, n, [](double a, double b) { return a >= b; });
    case Op::equal: return compare(i, s, n, [](double a, double b) { return a == b; });
    case Op::not_equal: return compare(i, s, n, [](double a, double b) { return a != b; });
    case Op::logical_and: return two(i, s, n, [](double a, double b) { return and_of(a, b); });
    default: return two(i, s, n, [](double a, double b) { return or_of(a, b); });
  }
}

/// Whether a test holds for any value; counted in lanes as wide as the numbers are.
template <class Test>
bool any(const double* values, std::size_t rows, Test test) {
  long long found = 0;
  for (std::size_t r = 0; r < rows; ++r) found |= test(values[r]) ? -1LL : 0LL;
  return found != 0;
}

bool any_true(const double* values, std::size_t rows) {
  return any(values, rows, [](double x) { return x > 0; });
}

bool any_missing(const double* values, std::size_t rows) {
  return any(values, rows, [](double x) { return x != x; });
}

bool any_fraction(const double* values, std::size_t rows) {
  return any(values, rows, [](double x) { return floor_of(x) < x || floor_of(x) > x; });
}

bool any_outside(const double* values, double low, double high, std::size_t rows) {
  return any(values, rows, [=](double x) { return (x < low) | (x > high); });
}

void run(const Instruction& i, double* const* slots, std::size_t rows) {
  if (i.op <= Op::knots) return run_one(i, slots, rows);
  if (i.op >= Op::less && i.op <= Op::logical_or) return run_logic(i, slots, rows);
  if (i.op <= Op::maximum_snap) return run_arithmetic(i, slots, rows);
  if (i.op == Op::add_three) {
    return three(i, slots, rows, [](double a, double b, double c) { return (a + b) + c; });
  }
  if (i.op == Op::select) {
    return three(i, slots, rows, [](double c, double a, double b) {
      return c != c ? none : c != 0 ? a : b;
    });
  }
  if (i.op == Op::pick) {
    return three(i, slots, rows, [](double c, double a, double b) {
      return ((c == c) & (c != 0)) ? a : b;
    });
  }
  if (i.op == Op::ratio) return proportion(i, slots, rows);
  any_interval(i, slots, rows);
}

}  // namespace

extern const Kernels kernels;
const Kernels kernels = {run, any_true, any_missing, any_fraction, any_outside};

}  // namespace sauro::inline v0_1::detail::SAURO_KERNELS
