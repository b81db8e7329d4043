#include "text/capitals.hpp"

#include <utf8proc.h>

#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

namespace {

using Turn = utf8proc_int32_t (*)(utf8proc_int32_t);

std::string with_first(std::string_view text, Turn turn) {
  if (text.empty()) return {};
  const CodePoint first = decode(text, 0);
  std::string out;
  append_utf8(out, static_cast<char32_t>(turn(static_cast<utf8proc_int32_t>(first.value))));
  return out.append(text.substr(first.size));
}

}  // namespace

std::string capitalised(std::string_view text) { return with_first(text, utf8proc_toupper); }

std::string uncapitalised(std::string_view text) { return with_first(text, utf8proc_tolower); }

}  // namespace sauro::inline v0_1::detail
