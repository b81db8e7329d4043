#include "reading/row_numbers.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "reading/cell_text.hpp"
#include "reading/labels.hpp"

namespace sauro::inline v0_1::detail {
namespace {

bool is_figure(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_parting(char c) noexcept { return c == '.' || c == '-' || c == '/'; }

/// The text without blanks, and brackets and points around it; empty where it is too long.
std::string compact(std::string_view text) {
  constexpr std::size_t longest = 24;
  constexpr std::string_view around = "*_()[].:,-/";
  text = trim(text);
  if (text.size() > longest) return "";
  while (!text.empty() && around.find(text.front()) != text.npos) text.remove_prefix(1);
  while (!text.empty() && around.find(text.back()) != text.npos) text.remove_suffix(1);
  std::string bare(text);
  std::erase(bare, ' ');
  return bare;
}

/// A part of a number: figures, with a small letter behind them or none, one small letter, or a
/// Roman number or capital.
bool is_part(std::string_view part) {
  if (part.empty()) return false;
  const std::size_t figures = std::min(part.find_first_not_of("0123456789"), part.size());
  if (figures > 0) {
    constexpr std::size_t most = 3;
    const bool suffix = figures + 1 == part.size() && part.back() >= 'a' && part.back() <= 'z';
    return figures <= most && (figures == part.size() || suffix);
  }
  const bool single = part.size() == 1 && part[0] >= 'a' && part[0] <= 'z';
  return single || roman_value(part) != 0 || (part.size() == 1 && is_capital(part[0]));
}

/// "NV1", "A-01", "ĐA.2": capitals and then figures.
bool is_code_of_row(std::string_view number) {
  constexpr std::size_t most_letters = 6;
  std::size_t letters = 0;
  std::size_t at = 0;
  for (constexpr std::string_view stroked = "Đ"; at < number.size(); ++letters) {
    if (is_capital(number[at])) {
      ++at;
    } else if (number.substr(at).starts_with(stroked)) {
      at += stroked.size();
    } else {
      break;
    }
  }
  if (letters == 0 || letters > most_letters) return false;
  bool figures = false;
  for (; at < number.size(); ++at) {
    if (!is_figure(number[at]) && !is_parting(number[at])) return false;
    figures = figures || is_figure(number[at]);
  }
  return figures && number.find('/') == number.npos;
}

std::string with_points(std::string_view number) {
  std::string key(number);
  std::replace_if(key.begin(), key.end(), is_parting, '.');
  return key;
}

}  // namespace

std::optional<RowNumber> parse_row_number(std::string_view text, const NumbersAbove& above) {
  const std::string number = compact(text);
  if (number.empty()) return std::nullopt;
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= number.size();) {
    const auto next =
        std::find_if(number.begin() + static_cast<std::ptrdiff_t>(at), number.end(), is_parting);
    const auto end = static_cast<std::size_t>(next - number.begin());
    parts.push_back(std::string_view(number).substr(at, end - at));
    at = end + 1;
  }
  RowNumber row{number, with_points(number), ""};
  const bool simple = std::all_of(parts.begin(), parts.end(), is_part);
  const std::string_view area = above.area.substr(above.area.rfind('.') + 1);
  const bool in_area = simple && parts.size() > 1 && !area.empty() && parts.front() == area &&
                       !is_figure(area.front());
  if (in_area) row.key.erase(0, area.size() + 1);
  const std::size_t point = row.key.rfind('.');
  std::string before = point == row.key.npos ? "" : row.key.substr(0, point);
  if (parts.size() == 1 && is_figure(number.front()) && !is_figure(number.back())) {
    before = number.substr(0, number.size() - 1);  // "1b"
  }
  const bool known = !before.empty() && (before == above.top || before == above.last ||
                                         above.last.starts_with(before + "."));
  if (known && (simple || is_code_of_row(number))) {
    row.parent = before;
    return row;
  }
  const bool lettered = !is_figure(number.front()) && parts.size() > 1;  // "II.1"
  const bool inserted = parts.size() == 1 && !before.empty();            // "3a"
  if ((simple && (lettered || inserted)) || is_code_of_row(number)) return row;
  return std::nullopt;
}

}  // namespace sauro::inline v0_1::detail
