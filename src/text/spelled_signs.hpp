#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace sauro::inline v0_1::detail {

/// Signs as the words that they stand for, so that a key keeps them.
inline std::string spelled_signs(std::string_view text) {
  std::string out(text);
  using Sign = std::pair<std::string_view, std::string_view>;
  for (const auto& [sign, words] :
       {Sign{"%", " phần trăm "}, Sign{"‰", " phần nghìn "}, Sign{"²", "2"}, Sign{"³", "3"}}) {
    for (std::size_t at = out.find(sign); at != std::string::npos;
         at = out.find(sign, at + words.size())) {
      out.replace(at, sign.size(), words);
    }
  }
  return out;
}

}  // namespace sauro::inline v0_1::detail
