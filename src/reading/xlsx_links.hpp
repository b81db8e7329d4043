#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "reading/xml_stream.hpp"

namespace sauro::inline v0_1::detail {

/// A part that another one names.
struct Relationship {
  std::string type;  ///< the last word of it: "worksheet"
  std::string part;
};

/// Relationships by id; those to places outside of the archive aren't followed.
class RelationshipReader : public XmlVisitor {
 public:
  /// Those of `part`; targets are named from its folder.
  explicit RelationshipReader(const std::string& part = "")
      : folder_(part.substr(0, part.rfind('/') + 1)) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override;

  /// The part of the first relationship of that type; empty where there is none.
  [[nodiscard]] std::string of_type(std::string_view type) const;

  std::map<std::string, Relationship, std::less<>> all;

 private:
  std::string folder_;
};

/// Reads the relationships of a part. Throws ParseError as visit_xml does.
void read_links(OfficeArchive& archive, const std::string& part, RelationshipReader& links,
                const ReadLimits& limits);

}  // namespace sauro::inline v0_1::detail
