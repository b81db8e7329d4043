#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Sessions of a working day, in order, in minutes from midnight; what lies between them is a
/// break.
struct SAURO_API WorkingHours {
  std::vector<std::pair<int, int>> sessions = {{7 * 60 + 30, 11 * 60 + 30},
                                               {13 * 60 + 30, 17 * 60}};

  /// The hours of a kind of office: "office", "ministry", "reception" (src/data/working_hours.json
  /// says how sure each is). Throws NotFoundError(not_found) that lists the kinds.
  [[nodiscard]] static WorkingHours load(std::string_view kind);
  [[nodiscard]] static std::vector<std::string_view> available();

  friend bool operator==(const WorkingHours&, const WorkingHours&) = default;
};

}  // namespace sauro::inline v0_1
