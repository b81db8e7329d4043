#include "reading/odf_package.hpp"

#include <string>
#include <string_view>

#include "sauro/core/error.hpp"
#include "core/say.hpp"
#include "reading/foreign.hpp"

namespace sauro::inline v0_1::detail {
namespace {

constexpr std::string_view text_type = "application/vnd.oasis.opendocument.text";
constexpr std::string_view sheet_type = "application/vnd.oasis.opendocument.spreadsheet";
constexpr const char* manifest_part = "META-INF/manifest.xml";

/// What a package says that it is; templates and masters are documents too.
Format format_named(std::string_view mimetype, std::string_view manifest) {
  if (mimetype.starts_with(text_type)) return Format::odt;
  if (mimetype.starts_with(sheet_type)) return Format::ods;
  if (!mimetype.empty()) return Format::automatic;
  if (manifest.find(text_type) != std::string_view::npos) return Format::odt;
  return manifest.find(sheet_type) != std::string_view::npos ? Format::ods : Format::automatic;
}

}  // namespace

Format odf_format(OfficeArchive& archive) {
  if (!archive.has("mimetype") && !archive.has(manifest_part)) return Format::automatic;
  // looked through as text: old programs wrote a document type into it
  const std::string manifest = archive.read(manifest_part).value_or("");
  const Format format = format_named(archive.read("mimetype").value_or(""), manifest);
  const bool locked = manifest.find("encryption-data") != std::string::npos;
  if (format != Format::automatic && locked) refuse_password("");
  return format;
}

void refuse_body(std::string_view element) {
  throw ParseError(
      ErrorCode::docx_part_missing, "content.xml",
      say("tài liệu OpenDocument không có phần nội dung ({}); hãy mở và lưu lại bằng "
          "LibreOffice",
          "the OpenDocument file has no body ({}); open and save it in LibreOffice", element));
}

}  // namespace sauro::inline v0_1::detail
