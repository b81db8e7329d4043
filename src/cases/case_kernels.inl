// The loops over blocks of cases; compiled once for each instruction set, in a namespace of its own,
// from a file that defines SAURO_KERNELS. Only plain loops: an inline function of the standard
// library would be shared with code for other processors.

#include "cases/case_kernels.hpp"
#include "core/vector_loop.hpp"

namespace sauro::inline v0_1::detail::SAURO_KERNELS {
namespace {

constexpr std::int32_t missing = INT32_MIN;

/// The number if it is one of [0, size), else 0 and a row that isn't right.
inline std::int32_t inside(std::int32_t number, std::int32_t size, std::int32_t& is_right) {
  const std::int32_t is_inside = number >= 0 && number < size ? -1 : 0;
  is_right &= is_inside;
  return number & is_inside;
}

/// Place of a day in the tables; a negative one or one behind their end where they don't have it.
inline std::int32_t place_of(std::int32_t day, std::int32_t base) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(day) -
                                   static_cast<std::uint32_t>(base));
}

/// By the halves of the numbers, which vectors of any width compare.
void narrow(const std::int64_t* values, std::size_t count, std::int32_t* out) {
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    const auto bits = static_cast<std::uint64_t>(values[i]);
    const auto low = static_cast<std::int32_t>(static_cast<std::uint32_t>(bits));
    const auto high = static_cast<std::int32_t>(static_cast<std::uint32_t>(bits >> 32U));
    const std::int32_t least = high == INT32_MIN && low == 0 ? missing : missing + 1;
    const std::int32_t outside = high < 0 ? least : INT32_MAX;
    const std::int32_t number = low == missing ? missing + 1 : low;
    out[i] = high == low >> 31 ? number : outside;
  }
}

template <bool in_working_days>
void find_due_of(const CaseDays& d) {
  const std::int32_t size = d.size;
  const std::int32_t base = d.base;
  const std::int32_t last = d.working_days;
  const std::size_t count = d.count;
  const std::int32_t* const before = d.before;
  const std::int32_t* const day = d.day;
  const std::int32_t* const received = d.received;
  const std::int32_t* const limit = d.limit;
  std::int32_t* const place = d.place;
  std::int32_t* const rank = d.rank;
  std::int32_t* const due_day = d.due_day;
  std::int32_t* const is_right = d.is_right;
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t right = -1;
    const std::int32_t at = inside(place_of(received[i], base), size, right);
    const std::int32_t days = inside(limit[i], size, right);
    const std::int32_t some = in_working_days && days > 0 ? 1 : 0;
    place[i] = in_working_days ? at + some : inside(at + days, size, right);
    rank[i] = in_working_days ? days - some : 0;
    is_right[i] = right;
  }
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t right = is_right[i];
    const std::int32_t number = inside(before[place[i]] + rank[i], last, right);
    is_right[i] = right;
    rank[i] = number;
    due_day[i] = day[number];
  }
}

void find_due(const CaseDays& days, bool in_working_days) {
  in_working_days ? find_due_of<true>(days) : find_due_of<false>(days);
}

void find_promised(const CaseDays& d) {
  const std::int32_t size = d.size;
  const std::int32_t base = d.base;
  const std::size_t count = d.count;
  const std::int32_t* const before_next = d.before + 1;
  const std::int32_t* const received = d.received;
  std::int32_t* const place = d.place;
  std::int32_t* const rank = d.rank;
  std::int32_t* const due_day = d.due_day;
  std::int32_t* const is_right = d.is_right;
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t right = due_day[i] >= received[i] ? -1 : 0;
    static_cast<void>(inside(place_of(received[i], base), size, right));
    const std::int32_t at = inside(place_of(due_day[i], base), size, right);
    place[i] = at;
    due_day[i] = at + base;
    is_right[i] = right;
  }
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) rank[i] = before_next[place[i]] - 1;
}

bool compare(const CaseDays& d, std::int32_t as_of, std::int32_t gap) {
  const std::int32_t size = d.size;
  const std::int32_t base = d.base;
  const std::size_t count = d.count;
  const std::int32_t* const before_next = d.before + 1;
  const std::int32_t* const received = d.received;
  const std::int32_t* const finished = d.finished;
  const std::int32_t* const due_day = d.due_day;
  const std::int32_t* const rank = d.rank;
  std::int32_t* const place = d.place;
  std::int32_t* const is_right = d.is_right;
  std::int32_t* const late_days = d.late_days;
  std::int8_t* const status = d.status;
  std::int64_t* const due = d.due;
  std::int32_t all = -1;
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t done = finished[i];
    const std::int32_t limit = due_day[i];
    const std::int32_t is_done = done != missing ? -1 : 0;
    const std::int32_t end = (done & is_done) | (as_of & ~is_done);
    const std::int32_t is_same_day = done == received[i] ? -gap : 0;
    const std::int32_t is_early = (done < received[i] ? -1 : 0) | is_same_day;
    std::int32_t right = is_right[i] & ~(is_early & is_done);
    place[i] = inside(place_of(end > limit ? end : limit, base), size, right);
    is_right[i] = right;
    all &= right;
    const std::int32_t is_late = end > limit ? 1 : 0;
    const std::int32_t is_reached = end >= limit ? 1 : 0;
    late_days[i] = is_late;
    status[i] = static_cast<std::int8_t>(is_late + ((is_reached & is_done) | (3 & ~is_done)));
    due[i] = limit;
  }
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t late = before_next[place[i]] - rank[i] - 1;
    late_days[i] = late > late_days[i] ? late : late_days[i];
  }
  return all != 0;
}

void add_codes(const std::int32_t* codes, std::size_t count, std::int32_t size,
               std::int32_t* groups) {
  const auto most = static_cast<std::uint32_t>(size - 1);
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    const auto code = static_cast<std::uint32_t>(codes[i]);
    groups[i] = groups[i] * size + static_cast<std::int32_t>(code < most ? code + 1 : 0);
  }
}

void find_periods(const PeriodsOfDays& periods, const std::int32_t* days, std::size_t count,
                  std::int32_t* out) {
  const std::int32_t* const numbers = periods.numbers;
  const std::int32_t size = periods.size;
  const std::int32_t base = periods.base;
  const std::int32_t first = periods.first;
  SAURO_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t is_known = -1;
    const std::int32_t at = inside(place_of(days[i], base), size, is_known);
    out[i] = ((numbers[at] - first) & is_known) | (missing & ~is_known);
  }
}

}  // namespace

extern const CaseKernels case_kernels = {narrow,  find_due,  find_promised,
                                         compare, add_codes, find_periods};

}  // namespace sauro::inline v0_1::detail::SAURO_KERNELS

#undef SAURO_KERNELS
