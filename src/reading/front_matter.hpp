#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sauro::inline v0_1::detail {

/// Attributes of a text before the text: YAML between lines "---", TOML between "+++", or a JSON
/// object.
struct FrontMatter {
  std::size_t size = 0;  ///< bytes, with the line end behind it; 0 where there is none
  std::vector<std::pair<std::string, std::string>> attributes = {};  ///< those that are one text
};

[[nodiscard]] FrontMatter front_matter(std::string_view text);

}  // namespace sauro::inline v0_1::detail
