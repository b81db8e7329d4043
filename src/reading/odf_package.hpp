#pragma once

#include "reading/office_archive.hpp"

/// OpenDocument (ISO/IEC 26300): what its texts and spreadsheets share.
namespace sauro::inline v0_1::detail {

/// odt or ods where an archive is one, else automatic. Throws where a password protects it.
[[nodiscard]] Format odf_format(OfficeArchive& archive);

/// Throws for a package that has no such element in the body of its content.
[[noreturn]] void refuse_body(std::string_view element);

}  // namespace sauro::inline v0_1::detail
