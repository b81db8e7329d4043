#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <functional>
#include <thread>
#include <vector>

namespace sauro::inline v0_1::detail {

/// How many parts `rows` are worth: none shorter than `rows_a_thread`, at most one a thread;
/// `threads` 0 stands for all cores.
inline std::size_t parallel_parts(std::size_t rows, std::size_t rows_a_thread, unsigned threads) {
  const std::size_t most =
      threads != 0 ? threads : std::max(std::thread::hardware_concurrency(), 1U);
  return std::clamp<std::size_t>(rows / rows_a_thread, 1, most);
}

/// A new thread; throws where there is none to have.
struct NewThread {
  template <class Run>
  std::thread operator()(const Run& run, std::size_t part) const {
    return std::thread(std::cref(run), part);
  }
};

/// Calls work(from, to) for parts of [0, rows) on several threads; the last one on this thread.
///
/// No part is shorter than `rows_a_thread`; `threads` 0 stands for all cores. Parts for which
/// `start` gives no thread run on this one. The first exception of the lowest part is thrown on.
template <class Work, class Start = NewThread>
void parallel(std::size_t rows, std::size_t rows_a_thread, unsigned threads, Work work,
              Start start = {}) {
  const std::size_t parts = parallel_parts(rows, rows_a_thread, threads);
  std::vector<std::exception_ptr> failures(parts);
  const auto run = [&](std::size_t part) noexcept {
    try {
      work(rows * part / parts, rows * (part + 1) / parts);
    } catch (...) {
      failures[part] = std::current_exception();
    }
  };
  std::vector<std::thread> running;
  running.reserve(parts - 1);  // between the first start and the joins nothing else may throw
  try {
    while (running.size() + 1 < parts) running.push_back(start(run, running.size()));
  } catch (...) {  // no thread, or no memory for one: this thread takes the parts that are left
  }
  for (std::size_t part = running.size(); part < parts; ++part) run(part);
  for (std::thread& thread : running) thread.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace sauro::inline v0_1::detail
