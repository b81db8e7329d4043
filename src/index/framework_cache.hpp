#pragma once

#include <memory>
#include <mutex>

namespace sauro::inline v0_1::detail {

/// A value that floors above keep with a framework: made once, shared by its copies.
struct FrameworkCache {
  std::once_flag made;
  std::shared_ptr<const void> value;
};

}  // namespace sauro::inline v0_1::detail
