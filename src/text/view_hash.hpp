#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace sauro::inline v0_1::detail {

/// Lets a map of strings be searched by views.
struct ViewHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace sauro::inline v0_1::detail
