#pragma once

#include <memory>
#include <utility>

namespace sauro::inline v0_1 {

/// An immutable value that its copies share: as cheap to copy as a pointer, but never null.
///
/// It is made from a T wherever one is given. One that was moved from keeps its value.
template <class T>
class Shared {
 public:
  Shared() : value_(std::make_shared<const T>()) {}
  Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}
  /// Shares what is shared already; a default T where there is none.
  explicit Shared(std::shared_ptr<const T> value)
      : value_(value ? std::move(value) : std::make_shared<const T>()) {}

  Shared(const Shared&) = default;
  Shared& operator=(const Shared&) = default;
  ~Shared() = default;

  [[nodiscard]] const T& operator*() const noexcept { return *value_; }
  [[nodiscard]] const T* operator->() const noexcept { return value_.get(); }

  friend bool operator==(const Shared& a, const Shared& b) {
    return a.value_ == b.value_ || *a == *b;
  }

 private:
  std::shared_ptr<const T> value_;
};

}  // namespace sauro::inline v0_1
