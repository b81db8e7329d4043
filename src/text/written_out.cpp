#include "sauro/text/written_out.hpp"

#include <unordered_map>

#include "data/abbreviations.hpp"

#include "sauro/text/fold.hpp"
#include "text/parts.hpp"

namespace sauro::inline v0_1 {

std::vector<std::string> written_out(std::string_view text) {
  static const auto long_forms = [] {
    std::unordered_map<std::string_view, std::string_view> forms;
    for (const auto& row : detail::data::abbreviations) forms.emplace(row[0], row[1]);
    return forms;
  }();
  std::vector<std::string> words;
  detail::for_each_part(fold(text), ' ', [&](std::string_view word) {
    const auto form = long_forms.find(word);
    detail::for_each_part(form == long_forms.end() ? word : form->second, ' ',
                          [&](std::string_view part) { words.emplace_back(part); });
  });
  return words;
}

}  // namespace sauro::inline v0_1
