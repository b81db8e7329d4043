#pragma once

#include <chrono>
#include <exception>
#include <functional>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// While it lives, long calls of this thread ask now and then whether they shall stop.
///
/// `ask` stops them by throwing: the exception leaves the call, whose arguments are as they were.
/// It is called at most once in `every`, by the thread that made this object, also where the work
/// runs on several threads, which all stop. Its exception should be none of sauro's, some of which
/// calls catch to add a place to them. An inner interruption asks the outer ones too.
///
///     const sauro::Interruption guard([&] {
///       if (token.stop_requested()) throw Cancelled();
///     });
///     const sauro::Plan plan = sauro::read_plan("ke-hoach.docx");
class SAURO_API Interruption {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Interruption(std::function<void()> ask,
                        Clock::duration every = std::chrono::milliseconds(50));
  ~Interruption();

  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// Asks where it is time; throws again what has stopped a call before. For work of one's own.
  void poll();

 private:
  std::function<void()> ask_;
  Clock::duration every_;
  Clock::time_point next_;
  std::exception_ptr thrown_;
  Interruption* outer_;
};

}  // namespace sauro::inline v0_1
