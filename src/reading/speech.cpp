#include "reading/speech.hpp"

#include <algorithm>
#include <array>

#include "sauro/text/fold.hpp"
#include "reading/agency_names.hpp"
#include "reading/cell_text.hpp"
#include "reading/official_lines.hpp"
#include "reading/words.hpp"
#include "text/letters.hpp"

namespace sauro::inline v0_1::detail {

namespace {

/// "UBND xã yêu cầu ...", "Chủ tịch UBND tỉnh giao ..."
bool speaks_of_demand(std::string_view text) {
  const std::string key = fold(text);
  constexpr std::array<std::string_view, 4> verbs = {" yeu cau ", " de nghi ", " giao ",
                                                     " chi dao "};
  std::size_t verb = std::string::npos;
  for (const std::string_view one : verbs) verb = std::min(verb, key.find(one));
  constexpr std::size_t longest_name = 80;  // bytes
  return verb < longest_name && (begins_name(text) || words().starts_post(key));
}

}  // namespace

std::size_t speech_start(const Context& context, std::string_view text) {
  constexpr std::size_t longest_speech = 2000;  // bytes
  for (std::size_t at = text.find_first_of(".;,"); at != std::string_view::npos;
       at = text.find_first_of(".;,", at + 1)) {
    const std::string_view tail = trim(text.substr(at + 1));
    if (tail.size() > longest_speech || at + 1 >= text.size() ||
        !is_space(decode(text, at + 1).value) || !starts_upper(tail)) {
      continue;
    }
    const std::string key = fold(tail);
    constexpr std::array<std::string_view, 4> verbs = {" xay dung ", " ban hanh ", " trien khai ",
                                                       " to chuc thuc hien"};
    const bool speaks = std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
      return key.find(verb) != std::string::npos;
    });
    const bool demands = speaks_of_demand(tail.substr(0, 200));
    const std::string_view who = tail.substr(0, tail.find_first_of(",;:"));
    const bool agency = key.starts_with("uy ban nhan dan") || key.starts_with("ubnd") ||
                        key.starts_with("so ") || key.starts_with("bo ") ||
                        context.agencies.is_agency(who);
    const bool last = key.find("nhu sau") != std::string::npos || tail.ends_with(':');
    if (((speaks && agency && last) || demands) && !starts_basis(tail)) {
      return static_cast<std::size_t>(tail.data() - text.data());
    }
  }
  return text.size();
}

std::string speaker(std::string_view text) {
  std::size_t end = text.size();
  for (const std::string_view verb :
       {" xây dựng", " ban hành", " triển khai", " tổ chức", " đề nghị", " yêu cầu", ","}) {
    end = std::min(end, text.find(verb));
  }
  const std::string name = one_line(text.substr(0, end));
  return end < text.size() && name.size() < 150 ? name : "";
}

}  // namespace sauro::inline v0_1::detail
