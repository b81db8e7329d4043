#include "text/written_out.hpp"

#include <algorithm>
#include <unordered_map>

#include <sauro_data.hpp>

#include "sauro/text/fold.hpp"

namespace sauro::detail {
namespace {

void split_into(std::string_view text, std::vector<std::string>& words) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

std::vector<std::string> written_out(std::string_view text) {
  static const auto long_forms = [] {
    std::unordered_map<std::string_view, std::string_view> forms;
    for (const auto& row : data::abbreviations) forms.emplace(row[0], row[1]);
    return forms;
  }();
  std::vector<std::string> short_words;
  split_into(fold(text), short_words);
  std::vector<std::string> words;
  for (std::string& word : short_words) {
    const auto form = long_forms.find(word);
    if (form != long_forms.end()) {
      split_into(form->second, words);
    } else {
      words.push_back(std::move(word));
    }
  }
  return words;
}

}  // namespace sauro::detail
