#include "documents.hpp"

#include <string_view>

#include "cost.hpp"

namespace {

const std::vector<std::string> pieces = {"95% ",
                                         "≥ 95% hồ sơ ",
                                         "vượt ",
                                         "và ",
                                         "quý I, ",
                                         "1. ",
                                         ". ",
                                         "; ",
                                         " - ",
                                         "(",
                                         "1 / 2 ",
                                         "78/KH-UBND ",
                                         "Phòng @ ",
                                         "Phòng Kinh tế @ và ",
                                         "các cơ quan, đơn vị ",
                                         "giaờ ",
                                         "x@ "};

struct Place {
  std::string_view name;
  std::string_view head;
  std::string_view before;  ///< of the piece
  std::string_view after;
  std::string_view tail;
};

constexpr std::string_view header =
    "KẾ HOẠCH\nNăm 2026\nPhụ lục 1\nNHIỆM VỤ\n"
    "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n";

const std::string row_title = std::string(header) + "1\t";
const std::string row_product = std::string(header) + "1\tRà soát thủ tục hành chính\t";
const std::string row_lead = row_product + "Quyết định\t";
const std::string row_help = row_lead + "Phòng Kinh tế\t";
const std::string row_time = row_help + "Công an xã\t";

const std::vector<Place> places = {
    {"one paragraph", "KẾ HOẠCH\nI. MỤC TIÊU\n1. Yêu cầu\n", "", "", "\n"},
    {"lines", "KẾ HOẠCH\nI. MỤC TIÊU\n", "", "\n", ""},
    {"one duty", "KẾ HOẠCH\nIV. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế: ", "", "", "\n"},
    {"one title", row_title, "", "", "\tQuyết định\tPhòng Kinh tế\tCông an xã\tQuý I\n"},
    {"one lead", row_lead, "", "", "\tCông an xã\tQuý I\n"},
    {"one time", row_time, "", "", "\n"},
    {"titles", header, "@\tRà soát, ban hành ",
     " trên địa bàn\tQuyết định\tPhòng Kinh tế\t\tQuý I\n", ""},
    {"cells of all kinds", header, "1\t@\t@\t", "\t\t@\n", ""}};

}  // namespace

std::string Document::text(std::size_t bytes) const { return repeated(head, piece, tail, bytes); }

std::vector<Document> documents() {
  std::vector<Document> all;
  for (const Place& place : places) {
    for (const std::string& piece : pieces) {
      std::string whole(place.before);
      whole += piece;
      whole += place.after;
      all.push_back({"'" + piece + "' in " + std::string(place.name), std::string(place.head),
                     std::move(whole), std::string(place.tail)});
    }
  }
  return all;
}
