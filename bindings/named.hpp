#pragma once

#include <string>

#include "casters.hpp"

namespace sauro::python {

/// The value of an enum of that name, up to `last`; ValidationError where there is none.
template <class Enum>
Enum named(const std::string& name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  throw ValidationError(ErrorCode::json_schema, name, "no such kind: \"" + name + "\"");
}

}  // namespace sauro::python
