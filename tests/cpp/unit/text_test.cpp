#include "reading_helpers.hpp"

using namespace sauro;

TEST_CASE("fold ignores case, marks, punctuation and spacing") {
  CHECK(fold("Phòng Văn hóa – Xã hội") == "phong van hoa xa hoi");
  CHECK(fold("PHÒNG  VĂN HOÁ - XÃ HỘI.") == "phong van hoa xa hoi");
  CHECK(fold("HĐND&UBND") == "hdnd va ubnd");
  CHECK(fold("  Quý I/2026 ") == "quy i 2026");
  CHECK(fold("") == "");
  CHECK(fold("***") == "");
}

TEST_CASE("tone_key ignores where the tone mark stands, but not which one it is") {
  CHECK(tone_key("hoà") == tone_key("hòa"));
  CHECK(tone_key("Thuỷ") == tone_key("thủy"));
  CHECK(tone_key("uỷ quyền") == tone_key("ủy quyền"));
  CHECK(tone_key("hoà") != tone_key("hoàn"));
  CHECK(tone_key("phân đấu") != tone_key("phấn đấu"));
  CHECK(tone_key("hòa") == "hoa1");
}

TEST_CASE("to_nfc composes decomposed Vietnamese, dot below before the circumflex too") {
  CHECK(to_nfc("Vie\xCC\xA3\xCC\x82t") == "Việt");
  CHECK(to_nfc("Vie\xCC\x82\xCC\xA3t") == "Việt");
  CHECK(to_nfc("a\xCC\x86\xCC\x81n") == "ắn");
  CHECK(is_quick_nfc("Phòng Văn hóa – Xã hội “6 rõ”"));
  CHECK_FALSE(is_quick_nfc("e\xCC\x82"));
}

TEST_CASE("malformed UTF-8 is found at its first byte") {
  CHECK_FALSE(find_invalid_utf8("Việt").has_value());
  CHECK(find_invalid_utf8("ab\xED\xA0\x80") == 2);    // a surrogate
  CHECK(find_invalid_utf8("\xC0\xAF") == 0);          // an overlong form
  CHECK(find_invalid_utf8("a\xE1\xBB") == 1);         // cut short
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);  // beyond U+10FFFF
}

TEST_CASE("count_visible leaves out spaces of every kind") {
  CHECK(count_visible("a b\tc\n") == 3);
  CHECK(count_visible("\xC2\xA0\xE2\x80\xAFđ") == 1);
}

TEST_CASE("syllables of Vietnamese are told from damaged ones") {
  for (const char* word : {"giờ", "gì", "gìn", "nghiệm", "khuya", "quyết", "quý", "uỷ", "ủy", "yêu",
                           "đường", "xuống", "ngoằng", "thuở", "gin", "Huyện", "PHƯỜNG"}) {
    CAPTURE(word);
    CHECK(is_vietnamese_syllable(word));
  }
  for (const char* word : {"giaờ", "ngy", "trng", "phấnn", "logistics", "đđ", ""}) {
    CAPTURE(word);
    CHECK_FALSE(is_vietnamese_syllable(word));
  }
}
