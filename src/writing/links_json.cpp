#include "sauro/writing/links_json.hpp"

#include "writing/json_in.hpp"

namespace sauro {

LinkCorrections link_corrections_from_json(std::string_view json) {
  const detail::Json root = detail::parse_json(json);
  std::vector<std::string> problems;
  const detail::JsonIn in(root, problems);
  LinkCorrections corrections;
  std::string schema;
  in.member("schema", schema);
  if (schema != "sauro/links/1") in.fail("\"schema\" has to be \"sauro/links/1\"");
  if (!root.is_object() || !root.contains("links") || !root["links"].is_object()) {
    in.fail("expected an object \"links\" of tasks with lists of criteria");
  } else {
    const detail::JsonIn links = in.at("links");
    for (const auto& [task, codes] : links.json().items())
      links.member(task.c_str(), corrections[task]);
  }
  detail::refuse(problems);
  return corrections;
}

}  // namespace sauro
