#include "reading/letterhead.hpp"

#include <array>

#include "sauro/text/fold.hpp"
#include "reading/cell_text.hpp"
#include "reading/official_lines.hpp"
#include "reading/words.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool starts_locality(std::string_view key) {
  constexpr std::array<std::string_view, 6> levels = {"xa ",        "phuong ",  "tinh ",
                                                      "thanh pho ", "dac khu ", "huyen "};
  for (const std::string_view level : levels) {
    if (key.starts_with(level)) return true;
  }
  return false;
}

/// "SỞ NỘI VỤ" of "ỦY BAN NHÂN DÂN TỈNH VĨNH AN SỞ NỘI VỤ".
std::string without_superior(std::string line) {
  constexpr std::string_view superior = "uy ban nhan dan ";
  const std::string key = fold(line);
  if (!key.starts_with(superior) || !starts_locality(key.substr(superior.size()))) return line;
  const std::size_t shortest = std::string_view("ỦY BAN NHÂN DÂN XÃ A").size();
  for (std::size_t at = line.find(' ', shortest); at != line.npos; at = line.find(' ', at + 1)) {
    if (words().head_size(fold(line.substr(at + 1))) != 0) return line.substr(at + 1);
  }
  return line;
}

}  // namespace

namespace {

/// The body that a line below others in a letterhead is a part of, behind its name: "VĂN PHÒNG" of
/// "UBND THÀNH PHỐ MINH AN", "ĐẢNG ỦY" of "ĐẢNG BỘ XÃ PHÚ HÒA".
std::string with_superior(const std::string& line, const std::string& above) {
  const std::string key = fold(line);
  if (words().head_size(key) != key.size() && !words().takes_body(key)) return line;
  if (above.empty()) return line;
  if (words().takes_body(key)) return line + " " + above;
  for (std::size_t at = above.find(' '); at != above.npos; at = above.find(' ', at + 1)) {
    const std::string place = above.substr(at + 1);
    if (starts_locality(fold(place))) return line + " " + place;
  }
  return line;
}

}  // namespace

std::string issuer_in_letterhead(const std::vector<std::string>& lines) {
  std::string issuer;
  for (const std::string& line : lines) {
    const std::string key = fold(line);
    const bool locality = starts_locality(key);
    if (locality && !issuer.empty()) {
      issuer += " " + one_line(line);
    } else if (is_all_caps(line) && !locality && !is_rule(line)) {
      if (words().head_size(key) != 0)
        issuer = with_superior(without_superior(one_line(line)), issuer);
    }
  }
  return issuer;
}

std::size_t motto_behind_issuer(std::string_view line) {
  if (line.size() > longest_official_line || !is_motto(fold(line))) return line.npos;
  for (std::size_t at = line.find(' '); at != line.npos; at = line.find(' ', at + 1)) {
    const std::string rest = fold(line.substr(at + 1));
    const bool begins = rest.starts_with("cong hoa xa hoi") || rest.starts_with("doc lap tu do");
    if (begins) return is_all_caps(line.substr(0, at)) ? at + 1 : line.npos;
  }
  return line.npos;
}

}  // namespace sauro::inline v0_1::detail
