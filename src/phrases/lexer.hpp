#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sauro::inline v0_1::detail {

/// Words that the grammars of timeframes and targets know.
enum class Word : std::uint8_t {
  other,
  // units and parts
  ngay,
  tuan,
  thang,
  quy,
  nam,
  gio,
  phut,
  ky,
  lan,
  nua,
  dau,
  giua,
  cuoi,
  het,
  ca,
  trong,
  cua,
  thu,
  vao,
  vong,
  // limits
  tu,
  den,
  truoc,
  sau,
  cham,
  muon,
  nhat,
  la,
  khong,
  qua,
  han,
  chot,
  cung,
  ke,
  tinh,
  // rhythms and lists
  hang,
  moi,
  dinh,
  thuong,
  xuyen,
  lien,
  tuc,
  va,
  hoac,
  mot,
  // years
  giai,
  doan,
  tam,
  nhin,
  huong,
  lo,
  trinh,
  theo,
  tiep,
  nhung,
  cac,
  tro,
  di,
  len,
  xuong,
  nay,
  ve,
  toan,
  // work
  lam,
  viec,
  khi,
  doi,
  // abbreviations: Q2, T5, 17h
  q,
  t,
  h,
  // quantities
  it,
  toi,
  thieu,
  da,
  tren,
  duoi,
  hon,
  vuot,
  bang,
  thap,
  lon,
  nho,
  nhieu,
  dat,
  phan,
  khoang,
  tang,
  giam,
  cat,
  co,
  them,
  so,
  voi,
  duy,
  tri,
  binh,
  quan,
  chi,
  tieu,
  giao,
  nhan,
  rong,
  ty,
  le,
  phat,
  sinh,
  de,
  xay,
  ra,
  // ranks and grades
  xep,
  hang_bac,
  bac,
  nhom,
  top,
  dung,
  vi,
  loai,
  tot,
  kha,
  xuat,
  sac,
  trung,
  yeu,
  kem,
  muc,
  diem,
  thuoc,
  o,
};

/// A word, a number or a sign of a text.
struct Token {
  enum class Kind : std::uint8_t { word, number, sign };

  Kind kind = Kind::sign;
  Word word = Word::other;
  /// One of , ; / - . : % and of the comparisons g (>=), >, l (<=), <, =; 0 for others.
  char sign = 0;
  std::uint8_t digits = 0;  ///< of the whole part of a number, leading zeros too
  double value = 0;         ///< of a number
  std::uint32_t begin = 0;  ///< bytes of the text
  std::uint32_t end = 0;
  std::string key;  ///< tone_key of a word
};

/// How numbers are written.
enum class Numbers {
  whole,     ///< 15.12.2026 is three numbers
  decimals,  ///< 1.000,5 is one
};

/// The tokens of a text, at most `most`; brackets, quotes and bullets are left out.
std::vector<Token> tokenize(std::string_view text, Numbers numbers, std::size_t most);

/// Whether a word of a phrase is this token; a token without any mark meets one with marks.
struct PhraseWord {
  std::string key;
  std::string bare;

  [[nodiscard]] bool meets(const Token& token) const {
    return token.kind == Token::Kind::word && (token.key == key || token.key == bare);
  }
};

/// The words of a phrase of a data file.
std::vector<PhraseWord> phrase_words(std::string_view phrase);

/// Roman numeral from I to XII, or 0.
int roman(std::string_view word);

}  // namespace sauro::inline v0_1::detail
