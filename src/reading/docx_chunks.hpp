#pragma once

#include <map>
#include <optional>
#include <string>

#include "reading/flow.hpp"
#include "reading/office_archive.hpp"
#include "reading/source.hpp"

namespace pugi {
class xml_node;
}

namespace sauro::inline v0_1::detail {

/// Parts of another kind that a document takes in whole (w:altChunk, ECMA-376, part 1, 17.17.2).
class DocxChunks {
 public:
  /// Those of the part `main`.
  DocxChunks(OfficeArchive& archive, std::string main, const ReadLimits& limits)
      : archive_(archive), main_(std::move(main)), limits_(limits) {}

  /// Adds what the part holds that `node` names; what is neither HTML nor text is an aside that
  /// says why.
  void add(const pugi::xml_node& node, Source& source, Flow& flow);

 private:
  void load();
  /// What a part holds; `lost` is one that isn't there.
  enum class Kind { archive, rtf, lost, other };
  [[nodiscard]] std::optional<Source> read(const std::string& part, Kind& kind);
  [[nodiscard]] static std::string_view reason_of(Kind kind);

  OfficeArchive& archive_;
  std::string main_;
  const ReadLimits& limits_;
  bool loaded_ = false;
  std::map<std::string, std::string> parts_;  ///< by id
  std::string text_;                          ///< of the part that is read
};

/// The page in a web archive (MHTML, RFC 2557), which some programs write as a chunk; nothing where
/// there is none.
[[nodiscard]] std::optional<std::string> page_of_archive(std::string_view archive);

}  // namespace sauro::inline v0_1::detail
