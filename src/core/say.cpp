#include "core/say.hpp"

#include <cstddef>

namespace sauro::inline v0_1::detail {

std::string filled(std::string_view pattern, const std::vector<std::string>& words) {
  std::string text;
  std::size_t next = 0;
  while (true) {
    const std::size_t open = pattern.find('{');
    text += pattern.substr(0, open);
    if (open == std::string_view::npos) return text;
    const bool is_numbered = pattern[open + 1] != '}';
    text += words.at(is_numbered ? static_cast<std::size_t>(pattern[open + 1] - '0') : next++);
    pattern.remove_prefix(open + (is_numbered ? 3 : 2));
  }
}

Bilingual filled(std::string_view vi, std::string_view en, std::initializer_list<Bilingual> words) {
  std::vector<std::string> in_vietnamese;
  std::vector<std::string> in_english;
  for (const Bilingual& one : words) {
    in_vietnamese.push_back(one.vi);
    in_english.push_back(one.en);
  }
  return {filled(vi, in_vietnamese), filled(en, in_english)};
}

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 1000;
  if (text.size() <= most) return std::string(text);
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

Bilingual joined(const Bilingual& first, std::string_view between, const Bilingual& second) {
  if (first.vi.empty()) return second;
  if (second.vi.empty()) return first;
  return {first.vi + std::string(between) + second.vi, first.en + std::string(between) + second.en};
}

Bilingual wrong_length(const Bilingual& what, std::size_t rows, std::size_t expected) {
  return joined(what, " ", say("có {} dòng, cần {}", "has {} rows, expected {}", rows, expected));
}

Bilingual expected_text(std::string_view text) {
  return say("cần \"{}\"", "expected \"{}\"", text);
}

Bilingual found_text(std::string_view text) { return say("gặp \"{}\"", "found \"{}\"", text); }

Bilingual expected_number(int low, int high) {
  return say("cần một số từ {} đến {}", "expected a number from {} to {}", low, high);
}

Bilingual expected_share() { return {"tỷ lệ phải từ 0 đến 1", "a share lies between 0 and 1"}; }

Bilingual no_number(std::string_view text) {
  return say("không phải là số: \"{}\"", "no number: \"{}\"", text);
}

Bilingual holds_controls(std::string_view shown) {
  return say("có ký tự điều khiển: “{}”; hãy bỏ ký tự đó", "holds controls: \"{}\"; leave them out",
             shown);
}

Bilingual no_such_file() { return say("không có tệp này", "there is no such file"); }

Bilingual no_task_in_plan(std::string_view id) {
  return say("kế hoạch không có nhiệm vụ \"{}\"", "the plan has no task \"{}\"", id);
}

}  // namespace sauro::inline v0_1::detail
