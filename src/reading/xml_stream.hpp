#pragma once

#include <string>
#include <string_view>

#include "reading/office_archive.hpp"

/// XML of any length, element by element, without a tree of it.
namespace sauro::inline v0_1::detail {

/// The attributes of an element, by names without their namespace.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

  /// The value; empty where there is none.
  [[nodiscard]] std::string_view operator[](std::string_view name) const noexcept;

  /// Whether its value is 1 or true.
  [[nodiscard]] bool is_set(std::string_view name) const noexcept;

 private:
  const char* const* pairs_;  ///< name, value, name, value, null
};

/// What is done with the elements of a part; names come without their namespace.
class XmlVisitor {
 public:
  XmlVisitor() = default;
  XmlVisitor(const XmlVisitor&) = delete;
  XmlVisitor& operator=(const XmlVisitor&) = delete;
  virtual ~XmlVisitor() = default;

  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view /*name*/) {}
  virtual void text(std::string_view /*piece*/) {}
};

/// Reads a part; false where the archive has none. Throws ParseError where it is no XML, declares a
/// document type, nests deeper than limits.depth or has a tag longer than limits.cell_bytes.
bool visit_xml(OfficeArchive& archive, const std::string& part, XmlVisitor& visitor,
               const ReadLimits& limits);

}  // namespace sauro::inline v0_1::detail
