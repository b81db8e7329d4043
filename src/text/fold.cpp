#include "sauro/text/fold.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/letters.hpp"

namespace sauro::inline v0_1 {
namespace {

using detail::CodePoint;
using detail::Letter;

/// Calls `on_letter`, `on_other` or `on_gap` for each code point of `text`.
template <class OnLetter, class OnOther, class OnGap>
void each_character(std::string_view text, OnLetter on_letter, OnOther on_other, OnGap on_gap) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = detail::decode(text, at);
    at += c.size;
    if (const Letter letter = detail::letter_of(c.value); letter.base != 0) {
      on_letter(letter);
    } else if (detail::is_digit(c.value) ||
               (c.value > 0xBF && c.value < 0x2000 && c.value != 0xD7 && c.value != 0xF7)) {
      on_other(c.value);  // digits and letters of other languages stay as they are
    } else {
      on_gap(c.value);
    }
  }
}

constexpr std::array<std::string_view, 29> onsets = {
    "",   "b",   "c",  "ch", "d",  "đ",  "g", "gh", "gi", "h",  "k",  "kh", "l", "m", "n",
    "ng", "ngh", "nh", "p",  "ph", "qu", "r", "s",  "t",  "th", "tr", "v",  "x", "q"};

/// In byte order, for binary search.
constexpr std::string_view rimes[] = {
    "a",    "ac",   "ach",  "ai",  "am",   "an",  "ang",  "anh",  "ao",   "ap",   "at",  "au",
    "ay",   "e",    "ec",   "em",  "en",   "eng", "eo",   "ep",   "et",   "i",    "ia",  "ich",
    "im",   "in",   "inh",  "ip",  "it",   "iu",  "iêc",  "iêm",  "iên",  "iêng", "iêp", "iêt",
    "iêu",  "o",    "oa",   "oac", "oach", "oai", "oam",  "oan",  "oang", "oanh", "oao", "oap",
    "oat",  "oay",  "oc",   "oe",  "oen",  "oeo", "oet",  "oi",   "om",   "on",   "ong", "ooc",
    "oong", "op",   "ot",   "oăc", "oăm",  "oăn", "oăng", "oăt",  "u",    "ua",   "uc",  "ui",
    "um",   "un",   "ung",  "up",  "ut",   "uy",  "uya",  "uych", "uyn",  "uynh", "uyp", "uyt",
    "uyu",  "uyên", "uyêt", "uân", "uâng", "uât", "uây",  "uê",   "uêch", "uênh", "uôc", "uôi",
    "uôm",  "uôn",  "uông", "uôt", "uơ",   "y",   "ych",  "ynh",  "yt",   "yê",   "yêm", "yên",
    "yêng", "yêt",  "yêu",  "âc",  "âm",   "ân",  "âng",  "âp",   "ât",   "âu",   "ây",  "ê",
    "êc",   "êch",  "êm",   "ên",  "êng",  "ênh", "êp",   "êt",   "êu",   "ô",    "ôc",  "ôi",
    "ôm",   "ôn",   "ông",  "ôp",  "ôt",   "ăc",  "ăm",   "ăn",   "ăng",  "ăp",   "ăt",  "ơ",
    "ơi",   "ơm",   "ơn",   "ơp",  "ơt",   "ư",   "ưa",   "ưc",   "ưi",   "ưm",   "ưn",  "ưng",
    "ưp",   "ưt",   "ưu",   "ươc", "ươi",  "ươm", "ươn",  "ương", "ươp",  "ươt",  "ươu",
};
static_assert(std::is_sorted(std::begin(rimes), std::end(rimes)));

/// Whether an onset stands before a lone y: "kỳ", "lý", but never "ngy".
bool takes_y(std::string_view onset) noexcept {
  return onset.empty() || onset == "qu" ||
         (onset.size() == 1 &&
          std::string_view("hklmstv").find(onset[0]) != std::string_view::npos);
}

bool is_rime(std::string_view rime) noexcept {
  static constexpr detail::ByteSet consonants("bcdghklmnpqrstvx");
  if (!rime.empty() && consonants.has(rime[0])) return false;
  return std::binary_search(std::begin(rimes), std::end(rimes), rime);
}

}  // namespace

std::string fold(std::string_view text) {
  constexpr std::size_t more_of_an_and = 3;  // bytes: " va " for "&"
  constexpr std::size_t cut_letter = 2;  // bytes that a letter cut off at the end may be short of
  const auto ands = text.find('&') == text.npos ? 0 : std::count(text.begin(), text.end(), '&');
  const std::size_t more = more_of_an_and * static_cast<std::size_t>(ands) + cut_letter;
  std::string key(text.size() + more, '\0');
  char* out = key.data();
  bool gap = false;
  const auto open = [&] {
    if (gap && out != key.data()) *out++ = ' ';
    gap = false;
  };
  each_character(
      text,
      [&](Letter letter) {
        open();
        *out++ = letter.base;
      },
      [&](char32_t c) {
        open();
        out = detail::write_utf8(out, c);
      },
      [&](char32_t c) {
        gap = true;
        if (c == U'&') {
          open();
          *out++ = 'v';
          *out++ = 'a';
          gap = true;
        }
      });
  key.resize(static_cast<std::size_t>(out - key.data()));
  return key;
}

std::string tone_key(std::string_view text) {
  std::string key;
  key.reserve(text.size() + 8);
  bool gap = false;
  char tone = 0;
  const auto close = [&] {
    if (tone != 0) key += tone;
    tone = 0;
  };
  const auto open = [&] {
    if (gap && !key.empty()) key += ' ';
    gap = false;
  };
  each_character(
      text,
      [&](Letter letter) {
        open();
        detail::append_utf8(key, letter.toneless);
        if (letter.tone != 0) tone = static_cast<char>('0' + letter.tone);
      },
      [&](char32_t c) {
        close();
        open();
        detail::append_utf8(key, c);
      },
      [&](char32_t) {
        close();
        gap = true;
      });
  close();
  return key;
}

bool is_vietnamese_syllable(std::string_view word) {
  std::string syllable;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = detail::decode(word, at);
    at += c.size;
    const Letter letter = detail::letter_of(c.value);
    if (letter.base == 0) return false;
    detail::append_utf8(syllable, letter.toneless);
  }
  return std::any_of(onsets.begin(), onsets.end(), [&](std::string_view onset) {
    if (!onset.empty() && onset[0] != syllable[0]) return false;
    if (!syllable.starts_with(onset)) return false;
    const std::string_view rime = std::string_view(syllable).substr(onset.size());
    if (onset == "gi" && is_rime("i" + std::string(rime))) return true;  // gìn, giêng
    if (rime == "y" && !takes_y(onset)) return false;
    return is_rime(rime);
  });
}

}  // namespace sauro::inline v0_1
