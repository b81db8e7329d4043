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
};

[[nodiscard]] CellRoles read_roles(const AgencyResolver& agencies, std::string_view cell);

}  // namespace sauro::inline v0_1::detail
