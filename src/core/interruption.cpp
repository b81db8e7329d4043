#include "sauro/core/interruption.hpp"

#include <utility>

#include "core/poll.hpp"

namespace sauro::inline v0_1 {
namespace {

thread_local Interruption* innermost = nullptr;

}  // namespace

Interruption::Interruption(std::function<void()> ask, Clock::duration every)
    : ask_(std::move(ask)),
      every_(every),
      next_(Clock::now() + every),
      outer_(std::exchange(innermost, this)) {}

Interruption::~Interruption() { innermost = outer_; }

void Interruption::poll() {
  if (thrown_) std::rethrow_exception(thrown_);
  if (outer_ != nullptr) outer_->poll();
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + every_;  // before asking, which may call us again
  try {
    ask_();
  } catch (...) {
    thrown_ = std::current_exception();
    throw;
  }
}

void detail::poll() {
  if (innermost != nullptr) innermost->poll();
}

}  // namespace sauro::inline v0_1
