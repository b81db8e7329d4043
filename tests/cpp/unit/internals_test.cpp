
#include "core/problem_list.hpp"
#include "core/say.hpp"
#include "reading/cell_points.hpp"
#include "reading/cell_text.hpp"
#include "reading/foreign.hpp"
#include "reading/labels.hpp"
#include "reading/markup.hpp"
#include "reading_helpers.hpp"
#include "text/letters.hpp"
#include "text/trim.hpp"

using namespace sauro;
using namespace sauro::detail;

TEST_CASE("labels of rows are read with their dots and brackets") {
  const auto number = [](std::string_view text) {
    const auto label = parse_label(text);
    return label ? label->number : std::string("-");
  };
  CHECK(number("1") == "1");
  CHECK(number("8.1.") == "8.1");
  CHECK(number("**I.**") == "I");
  CHECK(number("a)") == "a");
  CHECK(number("(3)") == "3");
  CHECK(number("11.10") == "11.10");
  CHECK(number("Tổng") == "-");
  CHECK(number("-") == "-");
  CHECK(number("2026-2030") == "-");
  CHECK(number("") == "-");
}

TEST_CASE("labels at the start of a text are told from its words") {
  const auto number = [](std::string_view text) {
    const auto label = leading_label(text);
    return label ? label->number : std::string("-");
  };
  CHECK(number("8.1. Cổng thông tin") == "8.1");
  CHECK(number("II. NHIỆM VỤ") == "II");
  CHECK(number("1.Phòng Kinh tế") == "1");
  CHECK(number("Phần II. TỔ CHỨC") == "II");
  CHECK(number("Điều 3. Thi hành") == "3");
  CHECK(number("I- MỤC ĐÍCH") == "I");
  CHECK(number("1- Ban Xây dựng Đảng") == "1");
  CHECK(number("1-2 ngày") == "-");
  CHECK(number("5 nhiệm vụ") == "-");
  CHECK(number("Vận hành") == "-");
  CHECK(number("TM. ỦY BAN") == "-");
  CHECK(number("100% hồ sơ") == "-");
}

TEST_CASE("Roman numbers go both ways") {
  for (int value = 1; value < 90; ++value) CHECK(roman_value(to_roman(value)) == value);
  CHECK(roman_value("IIII") == 0);
  CHECK(roman_value("") == 0);
}

TEST_CASE("products are parted at separators, not inside symbols and phrases") {
  CHECK(split_products("Hội nghị/Tọa đàm/Báo cáo kết quả") ==
        Strings{"Hội nghị", "Tọa đàm", "Báo cáo kết quả"});
  CHECK(split_products("Kế hoạch số 78/KH-UBND; Báo cáo tháng 6/2026") ==
        Strings{"Kế hoạch số 78/KH-UBND", "Báo cáo tháng 6/2026"});
  CHECK(split_products("Văn bản chỉ đạo, điều hành xã") ==
        Strings{"Văn bản chỉ đạo, điều hành xã"});
  CHECK(split_products("Quyết định, Kế hoạch kiểm tra") ==
        Strings{"Quyết định", "Kế hoạch kiểm tra"});
  CHECK(split_products("") == Strings{});
}

TEST_CASE("Markdown's marks go, other stars and bars stay") {
  CHECK(strip_markdown("**Đậm** và *nghiêng*, 2 * 3, a_b_c, [liên kết](http://x)") ==
        "Đậm và nghiêng, 2 * 3, a_b_c, liên kết");
  CHECK(strip_markdown("`mã` \\* \\|") == "mã * |");
  CHECK(strip_markdown("(*) Ghi chú *x") == "(*) Ghi chú *x");
  CHECK(strip_markdown("*ktm* (*một* hai)") == "ktm (một hai)");
}

TEST_CASE("a text is said in both languages with the same values, in the order of each") {
  CHECK(say("có {} dòng", "has {} rows", 3) == Bilingual{"có 3 dòng", "has 3 rows"});
  CHECK(say("{1} của {0}", "{0}'s {1}", "x", std::string("y")) == Bilingual{"y của x", "x's y"});
  CHECK(say("{}, {}", "{}; {}", "{}{0}", "{1}") == Bilingual{"{}{0}, {1}", "{}{0}; {1}"});
  const Bilingual day{"ngày bị thiếu", "missing date"};
  CHECK(say("{} sai", "{} is wrong", day) ==
        Bilingual{"ngày bị thiếu sai", "missing date is wrong"});
  CHECK(joined({}, ", ", day) == day);
  CHECK(joined(day, ", ", {"b", "c"}) == Bilingual{"ngày bị thiếu, b", "missing date, c"});
  CHECK_THROWS_AS(say("{} {}", "{}", 1), std::out_of_range);
}

TEST_CASE("problems that are thrown together are counted where they are too many to tell") {
  ProblemList problems(ErrorCode::invalid_rows, 2);
  problems.throw_if_any();
  for (int row = 0; row < 5; ++row)
    problems.add("row " + std::to_string(row), {"sai số", "is wrong"});
  CHECK(refusal_of([&] { problems.throw_if_any(); }) ==
        "row 0: is wrong\nrow 1: is wrong\nand 3 more");
}

// What stands at the edge of a buffer is seen in ASCII, one byte, and in the sizes that lead bytes
// promise: every text of up to three such bytes, whole or cut in a character.
TEST_CASE("the beginning of any file is looked at without reaching beyond it") {
  const std::string bytes = "a \xA5\xC2\xA0\xE2\x80\x83\xF0\x9F\xFF";
  for (const char a : bytes) {
    for (const char b : bytes) {
      for (const char c : bytes) {
        const std::string all{a, b, c};
        for (std::size_t size = 0; size <= all.size(); ++size) {
          const std::string_view text = std::string_view(all).substr(0, size);
          for (std::size_t at = 0; at < size; at += decode(text, at).size)
            CHECK(at + decode(text, at).size <= size);
          CHECK(trim(text).size() <= size);
          CHECK_NOTHROW(refuse_foreign(text));
        }
      }
    }
  }
}
