#include "sauro/plan/progress.hpp"

#include <algorithm>
#include <array>

#include <sauro_data.hpp>

namespace sauro {

std::string_view to_string(ProgressStatus status) noexcept {
  static constexpr std::array<std::string_view, 5> names = {"not_started", "in_progress", "done",
                                                            "cancelled", "postponed"};
  return names[static_cast<std::size_t>(status)];
}

const std::vector<ProgressWords>& progress_words() {
  static const auto all = [] {
    std::vector<ProgressWords> list;
    for (const auto& [kind, name, joined] : detail::data::progress_words) {
      ProgressWords one{std::string(kind), std::string(name), {}};
      std::string_view rest = joined;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        one.words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      list.push_back(std::move(one));
    }
    return list;
  }();
  return all;
}

}  // namespace sauro
