#include "sauro/writing/links_json.hpp"

#include <string>
#include <vector>

#include "writing/json_fields.hpp"

namespace sauro::inline v0_1 {

LinkCorrections link_corrections_from_json(std::string_view json) {
  detail::JsonDocument document(json);
  const detail::JsonIn root = document.root();
  LinkCorrections corrections;
  root.expect_schema("sauro/links/1");
  const auto links = root.find("links");
  if (links && links->is_object()) {
    links->each([&](const detail::JsonIn& codes) {
      detail::read(codes, corrections[std::string(codes.key())]);
    });
  } else {
    root.fail({"cần một đối tượng \"links\" gồm các nhiệm vụ và danh sách tiêu chí của chúng",
               "expected an object \"links\" of tasks with lists of criteria"});
  }
  document.refuse_problems();
  return corrections;
}

}  // namespace sauro::inline v0_1
