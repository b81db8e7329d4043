#include "sauro/plan/progress.hpp"

#include <array>

#include <sauro_data.hpp>

#include "text/parts.hpp"

namespace sauro {

std::string_view to_string(ProgressStatus status) noexcept {
  static constexpr std::array<std::string_view, 5> names = {"not_started", "in_progress", "done",
                                                            "cancelled", "postponed"};
  return names[static_cast<std::size_t>(status)];
}

const std::vector<ProgressWords>& progress_words() {
  static const auto all = [] {
    std::vector<ProgressWords> list;
    for (const auto& [kind, name, words] : detail::data::progress_words) {
      list.push_back({std::string(kind), std::string(name), detail::parts_of(words, '|')});
    }
    return list;
  }();
  return all;
}

}  // namespace sauro
