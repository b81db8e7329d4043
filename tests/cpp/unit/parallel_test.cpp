#include "core/parallel.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

using namespace sauro::detail;

namespace {

/// Gives so many threads and then none, as a system does that is at its limit.
struct FewThreads {
  std::size_t left;

  template <class Run>
  std::thread operator()(const Run& run, std::size_t part) {
    if (left == 0)
      throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
    --left;
    return NewThread{}(run, part);
  }
};

constexpr std::size_t rows = 1000;

}  // namespace

TEST_CASE("parts that get no thread run on this one, each row once") {
  for (std::size_t given = 0; given <= 8; ++given) {
    std::vector<int> times(rows);
    std::atomic<std::size_t> elsewhere = 0;
    const std::thread::id here = std::this_thread::get_id();
    const auto work = [&](std::size_t from, std::size_t to) {
      if (std::this_thread::get_id() != here) ++elsewhere;
      for (std::size_t row = from; row < to; ++row) ++times[row];
    };
    parallel(rows, 1, 8, work, FewThreads{given});
    CHECK(times == std::vector<int>(rows, 1));
    CHECK(elsewhere == std::min<std::size_t>(given, 7));
  }
}

TEST_CASE("the failure of the lowest part is thrown on, wherever it ran, after all have ended") {
  for (std::size_t given = 0; given <= 3; ++given) {
    std::atomic<int> ended = 0;
    const auto work = [&](std::size_t from, std::size_t /*to*/) {
      ++ended;
      if (from > 0) throw std::out_of_range(std::to_string(from));
    };
    CHECK_THROWS_WITH_AS(parallel(rows, 1, 4, work, FewThreads{given}), "250", std::out_of_range);
    CHECK(ended == 4);
  }
}

TEST_CASE("no rows are one part on this thread") {
  int calls = 0;
  parallel(0, 1, 8, [&](std::size_t from, std::size_t to) { calls += from == to ? 1 : 0; });
  CHECK(calls == 1);
}
