#include "reading/input_words.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

#include "sauro/text/fold.hpp"
#include "sauro/text/unicode.hpp"
#include "data/input_headers.hpp"
#include "text/parts.hpp"
#include "text/view_hash.hpp"

namespace sauro::inline v0_1::detail {
namespace {

template <class Value>
using ByWords = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;

/// Words by their tone keys, and, of more than one syllable, without any marks.
template <class Value>
ByWords<Value> words_of(std::string_view wanted) {
  ByWords<Value> made;
  for (const auto& [kind, name, words] : data::input_headers) {
    if (kind != wanted) continue;
    const Value value = *try_parse<Value>(name);
    for_each_part(words, '|', [&](std::string_view word) {
      made.emplace(tone_key(word), value);
      const std::string plain = fold(word);
      if (plain.find(' ') != std::string::npos) made.emplace(plain, value);
    });
  }
  return made;
}

template <class Value>
std::size_t longest_of(const ByWords<Value>& words) {
  std::size_t longest = 0;
  for (const auto& [word, value] : words) longest = std::max(longest, word.size());
  return longest;
}

}  // namespace

std::optional<InputField> input_field(std::string_view header) {
  static const auto fields = words_of<InputField>("column");
  const auto found = fields.find(tone_key(to_nfc(header)));
  if (found == fields.end()) return std::nullopt;
  return found->second;
}

std::optional<BesideUnits> beside_units(std::string_view name) {
  static const auto rows = words_of<BesideUnits>("row");
  static const std::size_t longest = longest_of(rows);
  const std::string key = tone_key(to_nfc(name));
  if (const auto found = rows.find(key); found != rows.end()) return found->second;
  for (std::size_t end = key.rfind(' ', longest); end != std::string::npos && end > 0;
       end = key.rfind(' ', end - 1)) {
    const auto found = rows.find(std::string_view(key).substr(0, end));
    if (found != rows.end() && found->second != BesideUnits::perhaps) return found->second;
  }
  return std::nullopt;
}

}  // namespace sauro::inline v0_1::detail
