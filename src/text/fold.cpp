#include "sauro/text/fold.hpp"

#include <algorithm>
#include <array>

#include "text/letters.hpp"

namespace sauro {
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
    } else if (detail::is_digit(c.value) || (c.value > 0xBF && c.value < 0x2000 &&
                                             c.value != 0xD7 && c.value != 0xF7)) {
      on_other(c.value);  // digits and letters of other languages stay as they are
    } else {
      on_gap(c.value);
    }
  }
}

constexpr std::array<std::string_view, 29> onsets = {
    "",  "b",  "c",  "ch", "d",  "đ",  "g",  "gh", "gi", "h", "k", "kh", "l", "m", "n",
    "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t",  "th", "tr", "v",  "x", "q"};

constexpr std::string_view rimes[] = {
    "a",    "ac",   "ach",  "ai",   "am",   "an",   "ang",  "anh",  "ao",   "ap",   "at",   "au",
    "ay",   "ăc",   "ăm",   "ăn",   "ăng",  "ăp",   "ăt",   "âc",   "âm",   "ân",   "âng",  "âp",
    "ât",   "âu",   "ây",   "e",    "ec",   "em",   "en",   "eng",  "eo",   "ep",   "et",   "ê",
    "êch",  "êm",   "ên",   "ênh",  "êp",   "êt",   "êu",   "i",    "ia",   "ich",  "iêc",  "iêm",
    "iên",  "iêng", "iêp",  "iêt",  "iêu",  "im",   "in",   "inh",  "ip",   "it",   "iu",   "o",
    "oa",   "oac",  "oach", "oai",  "oam",  "oan",  "oang", "oanh", "oao",  "oap",  "oat",  "oay",
    "oăc",  "oăm",  "oăn",  "oăng", "oăt",  "oc",   "oe",   "oen",  "oeo",  "oet",  "oi",   "om",
    "on",   "ong",  "oong", "ooc",  "op",   "ot",   "ô",    "ôc",   "ôi",   "ôm",   "ôn",   "ông",
    "ôp",   "ôt",   "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",   "u",    "ua",   "uân",  "uâng",
    "uât",  "uây",  "uc",   "uê",   "uêch", "uênh", "ui",   "um",   "un",   "ung",  "uôc",  "uôi",
    "uôm",  "uôn",  "uông", "uôt",  "uơ",   "up",   "ut",   "uy",   "uya",  "uych", "uyên", "uyêt",
    "uynh", "uyn",  "uyt",  "uyp",  "uyu",  "ư",    "ưa",   "ưc",   "ưi",   "ưng",  "ươc",  "ươi",
    "ươm",  "ươn",  "ương", "ươp",  "ươt",  "ươu",  "ưt",   "ưu",   "ưm",   "ưn",   "y",    "yê",
    "yêm",  "yên",  "yêng", "yêt",  "yêu",  "ynh",  "yt",   "ych",  "êng",  "ec",   "êc",   "ưp"};

bool is_rime(std::string_view rime) noexcept {
  return std::find(std::begin(rimes), std::end(rimes), rime) != std::end(rimes);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  bool gap = false;
  const auto open = [&] {
    if (gap && !key.empty()) key += ' ';
    gap = false;
  };
  each_character(
      text,
      [&](Letter letter) {
        open();
        key += letter.base;
      },
      [&](char32_t c) {
        open();
        detail::append_utf8(key, c);
      },
      [&](char32_t c) {
        gap = true;
        if (c == U'&') {
          open();
          key += "va";
          gap = true;
        }
      });
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
    return syllable.starts_with(onset) &&
           (is_rime(std::string_view(syllable).substr(onset.size())) ||
            (onset == "gi" && is_rime("i" + syllable.substr(onset.size()))));
  });
}

}  // namespace sauro
