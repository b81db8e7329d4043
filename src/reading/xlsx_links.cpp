#include "reading/xlsx_links.hpp"

#include <algorithm>

namespace sauro::inline v0_1::detail {
namespace {

/// A target as the relationships of a part in `folder` write it.
std::string part_of(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash =
        folder.substr(0, folder.size() - std::min<std::size_t>(1, folder.size())).rfind('/');
    folder = slash == std::string_view::npos ? std::string_view{} : folder.substr(0, slash + 1);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return std::string(folder) + std::string(target);
}

}  // namespace

void RelationshipReader::begin(std::string_view name, const XmlAttributes& attributes) {
  if (name != "Relationship" || attributes["TargetMode"] == "External") return;
  const std::string_view type = attributes["Type"];
  const std::size_t slash = type.rfind('/');
  all.emplace(
      attributes["Id"],
      Relationship{std::string(slash == std::string_view::npos ? type : type.substr(slash + 1)),
                   part_of(folder_, attributes["Target"])});
}

std::string RelationshipReader::of_type(std::string_view type) const {
  for (const auto& [id, one] : all) {
    if (one.type == type) return one.part;
  }
  return {};
}

void read_links(OfficeArchive& archive, const std::string& part, RelationshipReader& links,
                const ReadLimits& limits) {
  const std::size_t slash = part.rfind('/') + 1;
  visit_xml(archive, part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels", links,
            limits);
}

}  // namespace sauro::inline v0_1::detail
