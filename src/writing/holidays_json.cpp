#include "sauro/writing/holidays_json.hpp"

#include <string>

#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {

std::vector<HolidayDecision> holiday_decisions_from_json(std::string_view json) {
  detail::JsonDocument document(json);
  const detail::JsonIn root = document.root();
  std::vector<HolidayDecision> decisions;
  const auto list = root.find("decisions");
  if (list && list->is_list()) {
    detail::read(*list, decisions);
  } else {
    root.fail({"cần một đối tượng có danh sách \"decisions\"",
               "expected an object with a list \"decisions\""});
  }
  document.refuse_problems();
  return decisions;
}

}  // namespace sauro::inline v0_1
