#pragma once

#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Key that ignores case, diacritics, punctuation and spacing; `&` reads as `va`.
///
/// Two spellings of one name have one key: `Phòng Văn hóa – Xã hội` and `PHÒNG VĂN HOÁ - XÃ HỘI`
/// both give `phong van hoa xa hoi`. Expects normal form C.
[[nodiscard]] SAURO_API std::string fold(std::string_view text);

/// Key that ignores case, punctuation, spacing and where the tone mark stands, and nothing else.
///
/// `hoà` and `hòa` have one key (`hoa1`), `hoàn` has another (`hoan1`): the mark is taken from its
/// vowel and written after the syllable as 1 (huyền), 2 (sắc), 3 (hỏi), 4 (ngã) or 5 (nặng).
/// Expects normal form C.
[[nodiscard]] SAURO_API std::string tone_key(std::string_view text);

/// Whether a word can be one syllable of Vietnamese (onset and rime exist; tone not judged).
///
/// `giờ` can, `giaờ` and `ngy` can't. Expects normal form C.
[[nodiscard]] SAURO_API bool is_vietnamese_syllable(std::string_view word);

}  // namespace sauro::inline v0_1
