#include "text/capitals.hpp"

#include <utf8proc.h>

#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint first = decode(text, 0);
  std::string out;
  append_utf8(out,
              static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(first.value))));
  return out.append(text.substr(first.size));
}

}  // namespace sauro::inline v0_1::detail
