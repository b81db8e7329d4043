#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "sauro/core/error.hpp"
#include "sauro/core/interruption.hpp"
#include "core/poll.hpp"

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

/// What parts of one piece of work tell each other: how many have ended, and that all shall stop.
class Parts {
 public:
  /// Runs a part that ends early where another one has stopped all.
  template <class Work>
  void run(const Work& work, std::exception_ptr& failure) {
    try {
      const Interruption together([this] {
        if (stopped_) throw Stopped();
      });
      work();
    } catch (const Stopped&) {  // who stopped all has the reason
    } catch (const Error&) {
      failure = std::current_exception();  // the other parts may have more to say
    } catch (...) {
      failure = std::current_exception();
      stopped_ = true;
    }
    const std::scoped_lock lock(guard_);
    ++ended_;
    changed_.notify_one();
  }

  /// Waits until so many parts have ended; they stop where this thread is asked to.
  void wait_for(std::size_t parts) noexcept {
    try {
      while (!has_ended(parts)) poll();
    } catch (...) {  // kept by the Interruption, which throws it again
      stopped_ = true;
    }
  }

 private:
  struct Stopped {};

  bool has_ended(std::size_t parts) {
    constexpr std::chrono::milliseconds moment(20);
    std::unique_lock lock(guard_);
    return changed_.wait_for(lock, moment, [&] { return ended_ >= parts; });
  }

  std::atomic<bool> stopped_ = false;
  std::mutex guard_;
  std::condition_variable changed_;
  std::size_t ended_ = 0;
};

/// Calls work(from, to) for parts of [0, rows) on several threads; the last one on this thread.
///
/// No part is shorter than `rows_a_thread`; `threads` 0 stands for all cores. Parts for which
/// `start` gives no thread run on this one. The first exception of the lowest part is thrown on,
/// before all others what an Interruption of this thread throws.
template <class Work, class Start = NewThread>
void parallel(std::size_t rows, std::size_t rows_a_thread, unsigned threads, Work work,
              Start start = {}) {
  const std::size_t parts = parallel_parts(rows, rows_a_thread, threads);
  std::vector<std::exception_ptr> failures(parts);
  Parts together;
  const auto run = [&](std::size_t part) noexcept {
    together.run([&] { work(rows * part / parts, rows * (part + 1) / parts); }, failures[part]);
  };
  std::vector<std::thread> running;
  running.reserve(parts - 1);  // between the first start and the joins nothing else may throw
  try {
    while (running.size() + 1 < parts) running.push_back(start(run, running.size()));
  } catch (...) {  // no thread, or no memory for one: this thread takes the parts that are left
  }
  for (std::size_t part = running.size(); part < parts; ++part) run(part);
  together.wait_for(parts);
  for (std::thread& thread : running) thread.join();
  poll();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace sauro::inline v0_1::detail
