// The loops over blocks of cases give the same on every processor, and what plain words say.
#include "cases/case_kernels.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <vector>

#include "sauro/calendar/working_calendar.hpp"
#include "sauro/table/column.hpp"

using namespace sauro;
using namespace sauro::detail;

namespace {

constexpr std::size_t rows = 261;  // no whole number of vectors
constexpr std::int32_t no_day = INT32_MIN;

using Numbers = std::array<std::int32_t, rows>;

/// What one set of loops makes of the columns.
struct Made {
  Numbers due{}, rank{}, place{}, right{}, late{};
  std::array<std::int64_t, rows> due_day{};
  std::array<std::int8_t, rows> status{};
  bool all_right = false;

  friend bool operator==(const Made&, const Made&) = default;
};

struct Sample {
  Numbers received{}, limit{}, finished{}, promised{};

  explicit Sample(std::mt19937& random, bool clean) {
    const std::int32_t first = Date(2024, 1, 1).day_number();
    constexpr std::array<std::int32_t, 6> odd = {no_day, INT32_MAX, no_day + 1, -1, 0, 1 << 20};
    const auto number = [&](std::int32_t from, unsigned size) {
      if (!clean && random() % 16 == 0) return odd[random() % odd.size()];
      const std::int64_t sum = std::int64_t{from} + static_cast<std::int64_t>(random() % size);
      return static_cast<std::int32_t>(std::min<std::int64_t>(sum, INT32_MAX));
    };
    for (std::size_t i = 0; i < rows; ++i) {
      received[i] = number(first, 700);
      limit[i] = number(0, 40);
      promised[i] = received[i] < 0 ? 0 : number(received[i], 40);
      finished[i] = random() % 8 == 0 ? no_day : clean ? received[i] + 30 : number(first, 800);
    }
  }

  [[nodiscard]] Made judged(const CaseKernels& kernels, int way) const {
    static const WorkingCalendar calendar = WorkingCalendar::vietnam();
    const WorkingCalendar::Tables t = calendar.tables();
    Made made;
    made.due = promised;
    const CaseDays days = {t.before.data(),
                           t.day.data(),
                           static_cast<std::int32_t>(t.share.size()),
                           static_cast<std::int32_t>(t.day.size()),
                           t.base,
                           rows,
                           received.data(),
                           limit.data(),
                           finished.data(),
                           made.rank.data(),
                           made.place.data(),
                           made.due.data(),
                           made.right.data(),
                           made.late.data(),
                           made.due_day.data(),
                           made.status.data()};
    way == 2 ? kernels.find_promised(days) : kernels.find_due(days, way == 1);
    made.all_right = kernels.compare(days, Date(2026, 3, 1).day_number(), 0);
    return made;
  }
};

}  // namespace

TEST_CASE("due days, statuses and late days are the same on all processors") {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    const bool clean = round % 3 == 0;
    const Sample sample(random, clean);
    for (int way = 0; way < 3; ++way) {
      const Made plain = sample.judged(*usable_case_kernels().front(), way);
      CHECK(plain.all_right ==
            (std::find(plain.right.begin(), plain.right.end(), 0) == plain.right.end()));
      CHECK((plain.all_right || !clean));
      for (const CaseKernels* kernels : usable_case_kernels()) {
        CHECK(sample.judged(*kernels, way) == plain);
      }
    }
  }
}

TEST_CASE("numbers of 64 bits become the nearest of 32, and a missing day stays missing") {
  std::vector<std::int64_t> values = {missing_day,
                                      missing_day + 1,
                                      INT64_MAX,
                                      INT32_MIN,
                                      INT32_MAX,
                                      std::int64_t{INT32_MIN} - 1,
                                      std::int64_t{INT32_MAX} + 1,
                                      0,
                                      -1,
                                      1,
                                      std::int64_t{1} << 32U,
                                      -(std::int64_t{1} << 32U)};
  std::mt19937_64 random(3);
  while (values.size() < rows) {
    values.push_back(static_cast<std::int64_t>(random() >> (random() % 64)));
  }
  for (const CaseKernels* kernels : usable_case_kernels()) {
    std::vector<std::int32_t> out(values.size());
    kernels->narrow(values.data(), values.size(), out.data());
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::int64_t lowest = INT32_MIN + 1;
      const std::int64_t nearest = std::min<std::int64_t>(std::max(values[i], lowest), INT32_MAX);
      CHECK(out[i] == (values[i] == missing_day ? INT32_MIN : nearest));
    }
  }
}

TEST_CASE("groups are numbered by codes that there are, and periods by known days") {
  std::mt19937 random(5);
  std::vector<std::int32_t> codes(rows);
  for (std::int32_t& code : codes) code = static_cast<std::int32_t>(random() % 12) - 2;
  codes[3] = INT32_MIN;
  codes[4] = INT32_MAX;
  const std::vector<std::int32_t> numbers = {5, 5, 6, 6, 7};
  for (const CaseKernels* kernels : usable_case_kernels()) {
    std::vector<std::int32_t> groups(rows, 2);
    kernels->add_codes(codes.data(), rows, 9, groups.data());  // codes 0 to 7 have a place
    std::vector<std::int32_t> periods(rows);
    kernels->find_periods({numbers.data(), 5, 2, 5}, codes.data(), rows, periods.data());
    for (std::size_t i = 0; i < rows; ++i) {
      const bool is_code = codes[i] >= 0 && codes[i] < 8;
      CHECK(groups[i] == 18 + (is_code ? codes[i] + 1 : 0));
      const bool is_known = codes[i] >= 2 && codes[i] < 7;
      CHECK(periods[i] ==
            (is_known ? numbers[static_cast<std::size_t>(codes[i] - 2)] - 5 : no_day));
    }
  }
}
