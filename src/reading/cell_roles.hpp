#pragma once

#include <string>
#include <string_view>

#include "reading/agencies.hpp"

namespace sauro::inline v0_1::detail {

/// The names in a cell of those who lead and of those who help, where it says both: "X (chủ trì), Y
/// (phối hợp)", "X chủ trì, phối hợp với Y", "Chủ trì: X; phối hợp: Y". All lead where it doesn't.
struct CellRoles {
  std::string lead;
  std::string help;
  bool guessed = false;  ///< somebody without a role stands beside one who leads, and is of `help`
  bool led = false;      ///< somebody is said to lead
};

[[nodiscard]] CellRoles read_roles(const AgencyResolver& agencies, std::string_view cell);

/// Whether a header names both: "Cơ quan chủ trì/phối hợp".
[[nodiscard]] bool names_both_roles(std::string_view header);

/// The same below such a header where the cell says no roles: who is named first leads, a guess.
[[nodiscard]] CellRoles roles_in_order(const AgencyResolver& agencies, std::string_view cell);

}  // namespace sauro::inline v0_1::detail
