#include <array>
#include <string_view>

#include "sauro/plan/target.hpp"
#include "sauro/plan/timeframe.hpp"

namespace sauro {
namespace {

constexpr std::array<std::string_view, 5> target_names = {"quantity", "change", "rank", "grade",
                                                          "not_measurable"};
constexpr std::array<std::string_view, 7> comparison_names = {
    "", ">=", ">", "<=", "<", "=", "range"};
constexpr std::array<std::string_view, 9> timeframe_names = {
    "unstated", "continuous", "window", "periodic", "occasions",
    "roadmap",  "open_ended", "event",  "unparsed"};

}  // namespace

std::string_view to_string(TimeframeKind kind) noexcept {
  return timeframe_names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(TargetKind kind) noexcept {
  return target_names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(Comparison comparison) noexcept {
  return comparison_names[static_cast<std::size_t>(comparison)];
}

}  // namespace sauro
