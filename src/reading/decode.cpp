#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sauro/core/error.hpp"
#include "sauro/text/unicode.hpp"
#include "core/say.hpp"
#include "reading/legacy_text.hpp"
#include "reading/source.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {
namespace {

using Byte = unsigned char;

enum class Utf16 { none, little, big };

/// UTF-16 by its byte order mark, or by the zero bytes that Latin text has at every second place.
Utf16 detect_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Utf16::little;
  if (bytes.starts_with("\xFE\xFF")) return Utf16::big;
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += static_cast<std::size_t>(bytes[i] == 0);
  const std::size_t many = size / 8;
  if (size >= 8 && zeros[1] > many && zeros[0] * 20 < zeros[1]) return Utf16::little;
  if (size >= 8 && zeros[0] > many && zeros[1] * 20 < zeros[0]) return Utf16::big;
  return Utf16::none;
}

std::string from_utf16(std::string_view bytes, Utf16 order) {
  const auto unit = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<Byte>(bytes[at]);
    const auto second = static_cast<Byte>(bytes[at + 1]);
    return order == Utf16::little ? static_cast<char32_t>(first | (second << 8U))
                                  : static_cast<char32_t>((first << 8U) | second);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (at == 0 && c == 0xFEFF) continue;
    const bool high = c >= 0xD800 && c < 0xDC00;
    const bool low = c >= 0xDC00 && c < 0xE000;
    const char32_t next = high && at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (low || (high && (next < 0xDC00 || next > 0xDFFF))) {
      throw ParseError(ErrorCode::invalid_encoding, "byte " + std::to_string(at + 1),
                       say("ký tự UTF-16 bị thiếu một nửa; hãy lưu lại tệp bằng UTF-8",
                           "a lone surrogate in UTF-16 text; save the file again as UTF-8"));
    }
    if (high) {
      c = 0x10000 + ((c - 0xD800) << 10U) + (next - 0xDC00);
      at += 2;
    }
    append_utf8(out, c);
  }
  return out;
}

std::string place_of(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto start = before.rfind('\n');
  const std::size_t column = offset - (start == std::string_view::npos ? 0 : start + 1) + 1;
  return "line " + std::to_string(line) + ", byte " + std::to_string(column);
}

/// What a character of Latin-1 may be.
enum LatinKind : std::uint8_t { ascii_letter = 1, tcvn3_letter = 2, vni_letter = 4 };

/// TCVN3 (ABC) fonts draw đ, ă, â... over signs such as ® ¨ ©; VNI writes a vowel and then an
/// accented letter that Unicode Vietnamese doesn't have (ø û å ä ë ü ï).
constexpr auto latin_kinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (char32_t c = 0; c < 0x80; ++c) {
    if (letter_of(c).base != 0) kinds[c] |= ascii_letter;
  }
  for (const char32_t c : U"µ¸¶·¹¨»¾¼½Æ©®ªÐÞß«¬­þ§×÷¦¡¢£¤¥") kinds[c] |= tcvn3_letter;
  for (const char32_t c : U"øûåäëüïñöØÛÅÄËÜÏÑÖ") kinds[c] |= vni_letter;
  kinds[0] = 0;  // the end of the lists
  return kinds;
}();

/// The legacy Vietnamese encoding whose letters stand among those of the text, if any; `read` gives
/// the character at a byte.
template <class Read>
std::optional<std::string_view> detect_legacy(std::string_view text, Read read) {
  std::size_t vietnamese = 0;
  std::array<std::size_t, 8> counts{};  // by what a character may be
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = read(text, at);
    at += c.size;
    if (c.value < latin_kinds.size()) {
      ++counts[latin_kinds[c.value]];
    } else if ((c.value >= 0x1EA0 && c.value < 0x1EFA) || c.value == 0x111 || c.value == 0x110 ||
               c.value == 0x1A1 || c.value == 0x1B0 || c.value == 0x103) {
      ++vietnamese;
    }
  }
  const std::size_t letters = counts[ascii_letter];
  const std::size_t as_both = counts[tcvn3_letter | vni_letter];
  const std::size_t as_tcvn3 = counts[tcvn3_letter] + as_both;
  const std::size_t as_vni = counts[vni_letter] + as_both;
  const std::size_t suspects = std::max(as_tcvn3, as_vni);
  if (letters < 20 || suspects * 33 < letters || vietnamese * 5 > suspects) return std::nullopt;
  return as_tcvn3 >= as_vni ? "TCVN3 (ABC)" : "VNI";
}

[[noreturn]] void refuse_legacy(std::string_view encoding) {
  throw ParseError(
      ErrorCode::legacy_encoding, "",
      say("văn bản dùng bảng mã cũ {}, không phải Unicode; hãy chuyển sang Unicode (ví "
          "dụ bằng bộ công cụ của UniKey hoặc EVKey) rồi lưu bằng UTF-8",
          "the text is in the legacy encoding {}, not in Unicode; convert it to "
          "Unicode (for example with the toolkit of UniKey or EVKey) and save it as "
          "UTF-8",
          encoding));
}

[[noreturn]] void refuse_invalid(std::string_view bytes, std::size_t offset) {
  const auto legacy = detect_legacy(bytes, [](std::string_view text, std::size_t at) {
    return CodePoint{static_cast<Byte>(text[at]), 1};
  });
  if (legacy) refuse_legacy(*legacy);
  throw ParseError(ErrorCode::invalid_encoding, place_of(bytes, offset),
                   say("không đúng mã UTF-8; hãy lưu tệp bằng UTF-8 (Unicode)",
                       "not well-formed UTF-8; save the file as UTF-8 (Unicode)"));
}

void unify_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    text[out++] = text[at] == '\r' ? '\n' : text[at];
  }
  text.resize(out);
}

void refuse_binary(std::string_view bytes) {
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    const auto b = static_cast<Byte>(c);
    return b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v';
  });
  const auto zero = bytes.find('\0');
  if (zero != std::string_view::npos || static_cast<std::size_t>(controls) * 100 > bytes.size()) {
    throw ParseError(
        ErrorCode::binary_input, "",
        say("nội dung là nhị phân, không phải tài liệu; hãy đưa chữ, Markdown, HTML hoặc "
            "docx (lưu .doc cũ thành .docx; bản quét phải qua nhận dạng chữ OCR trước)",
            "the content is binary, not a document; give text, Markdown, HTML or docx "
            "(save an old .doc as .docx; a scan has to be read by OCR first)"));
  }
}

/// The legacy encoding of Unicode text as detect_legacy tells it.
std::optional<std::string_view> legacy_in(std::string_view text) {
  return detect_legacy(text, [](std::string_view all, std::size_t at) { return decode(all, at); });
}

/// 8-bit text, and letters that stand for those of an old encoding, as Unicode where that is sure.
void turn_legacy(Decoded& text) {
  if (const auto invalid = find_invalid_utf8(text.text)) {
    const auto code = legacy_code_of(text.text);
    if (!code) refuse_invalid(text.text, *invalid);
    text = {from_legacy(text.text, *code), std::string(legacy_name(*code))};
  } else if (legacy_in(text.text)) {
    const auto bytes = as_windows_1252(text.text);
    const auto code = bytes ? legacy_code_of(*bytes) : std::nullopt;
    if (code) text = {from_legacy_letters(text.text, *code), std::string(legacy_name(*code))};
  }
}

}  // namespace

Decoded decode_text(std::string bytes) {
  Decoded out;
  out.text = std::move(bytes);
  if (const Utf16 order = detect_utf16(out.text); order != Utf16::none) {
    out.text = from_utf16(out.text, order);
  }
  if (out.text.starts_with("\xEF\xBB\xBF")) out.text.erase(0, 3);
  refuse_binary(out.text);
  turn_legacy(out);
  if (!is_quick_nfc(out.text)) out.text = to_nfc(out.text);
  unify_line_ends(out.text);
  if (out.text.find_first_not_of(" \t\n\f\v") == std::string::npos) refuse_empty();
  return out;
}

void refuse_legacy(const Source& source) {
  constexpr std::size_t enough = std::size_t{1} << 16U;
  std::string sample;
  for (const Block& block : source.blocks) {
    sample += block.text;
    for (const Row& row : block.rows) {
      for (const Cell& cell : row.cells) sample += cell.text;
      if (sample.size() > enough) break;
    }
    if (sample.size() > enough) break;
  }
  if (const auto legacy = legacy_in(sample)) refuse_legacy(*legacy);
}

}  // namespace sauro::inline v0_1::detail
