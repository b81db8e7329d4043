// Parsers of words: repeated near-matches of what each of them looks for.
#include <sauro/sauro.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cost.hpp"

namespace {

/// Pieces that a parser may take for the beginning of something again and again.
const std::vector<std::string> pieces = {"95% ",
                                         "≥ 95% ",
                                         "≥ ",
                                         "95 ",
                                         "từ 5 đến 7 ",
                                         "tăng ",
                                         "tăng 5%/năm ",
                                         "không vượt ",
                                         "vượt ",
                                         "so với ",
                                         "không có ",
                                         "phấn đấu ",
                                         "đạt từ 80% trở lên, ",
                                         "trong nhóm 5 ",
                                         "xếp loại tốt ",
                                         "dưới mức ",
                                         "và ",
                                         "hoặc ",
                                         "quý ",
                                         "quý I ",
                                         "I, ",
                                         "I-",
                                         "tháng ",
                                         "năm 2026 ",
                                         "hằng quý ",
                                         "2 lần/năm ",
                                         "trước ngày ",
                                         "từ ngày 1/1/2026 đến ",
                                         "01/02/2026, ",
                                         "15-20/5, ",
                                         "cuối năm ",
                                         "sau khi ",
                                         "ngày 10, ",
                                         "ngày 5 và ",
                                         "trước 17h ngày 5, ",
                                         "tuần đầu ",
                                         "thứ hai ",
                                         "mười ",
                                         "năm sau ",
                                         "trong 5 ngày ",
                                         "báo cáo 6 tháng ",
                                         "chậm nhất không quá là ",
                                         "trong ",
                                         "bắt đầu từ ",
                                         "6 tháng ",
                                         "khởi công 1/3, ",
                                         "quý I trước 20/3, ",
                                         "30/6 các năm 2026, ",
                                         "03 tháng (từ 1/4 ",
                                         "24/24 ",
                                         "số 3/4/",
                                         "gần ",
                                         "1 tỷ 200 triệu ",
                                         "2/3 số ",
                                         "một nửa ",
                                         "mỗi xã ",
                                         "Q",
                                         "1/",
                                         "1.",
                                         "1,",
                                         "1-",
                                         "1.000.",
                                         "/",
                                         ".",
                                         "-",
                                         "; ",
                                         ", ",
                                         "(",
                                         "\"",
                                         "78/KH-UBND ",
                                         "KH-",
                                         "&",
                                         "a",
                                         "ế",
                                         "9",
                                         "10 ngày ",
                                         "1 2 ",
                                         "Phòng @ ",
                                         "e\u0302\u0323",
                                         "a ",
                                         " "};

/// Pieces for what cuts no text into words.
const std::vector<std::string> signs = {"9", "1.", "1,", "1 ",  "1/",           ".", "/", "-",
                                        " ", "a",  "ế",  "KH-", "e\u0302\u0323"};

struct Parser {
  std::string_view name;
  const std::vector<std::string>& pieces;
  void (*parse)(const std::string& text);
};

const std::vector<Parser> parsers = {
    {"parse_timeframe", pieces,
     [](const std::string& text) {
       static_cast<void>(sauro::parse_timeframe(text, {.year = 2026}));
     }},
    {"find_timeframes", pieces,
     [](const std::string& text) {
       static_cast<void>(sauro::find_timeframes(text, {.year = 2026}));
     }},
    {"parse_target", pieces,
     [](const std::string& text) { static_cast<void>(sauro::parse_target(text)); }},
    {"find_targets", pieces,
     [](const std::string& text) { static_cast<void>(sauro::find_targets(text)); }},
    {"parse_document_number", signs,
     [](const std::string& text) { static_cast<void>(sauro::try_parse_document_number(text)); }},
    {"read_number", signs,
     [](const std::string& text) { static_cast<void>(sauro::read_number(text)); }},
    {"parse_day", signs,
     [](const std::string& text) { static_cast<void>(sauro::try_parse_day(text)); }},
    {"agency_key", signs,
     [](const std::string& text) { static_cast<void>(sauro::agency_key(text)); }},
    {"fold", signs, [](const std::string& text) { static_cast<void>(sauro::fold(text)); }},
    {"to_nfc", signs, [](const std::string& text) { static_cast<void>(sauro::to_nfc(text)); }}};

}  // namespace

std::vector<Shape> phrase_shapes() {
  constexpr std::size_t bytes = 1024;
  std::vector<Shape> shapes;
  for (const Parser& parser : parsers) {
    for (const std::string& piece : parser.pieces) {
      shapes.push_back({std::string(parser.name) + ": '" + piece + "' again and again", bytes,
                        [&parser, &piece](std::size_t size) -> Verb {
                          return [&parser, text = repeated("", piece, "", size)] {
                            parser.parse(text);
                          };
                        }});
    }
  }
  return shapes;
}
