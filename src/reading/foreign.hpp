#pragma once

#include <string_view>

#include "sauro/reading/read_plan.hpp"

/// Files that are no plan documents, told by their content (src/data/signatures.json).
namespace sauro::inline v0_1::detail {

class OfficeArchive;

/// Throws ParseError that names the kind of file and the remedy, where `bytes` are of a kind that
/// is known and not read.
void refuse_foreign(std::string_view bytes);

/// Which document an archive holds, whatever its name. Throws ParseError for another kind of file.
[[nodiscard]] Format format_of(OfficeArchive& archive);

/// The same for an OLE container, which encrypted and old documents come in; always throws.
[[noreturn]] void refuse_ole(std::string_view bytes);

/// Throws for what a password protects; `where` is the part, if one is.
[[noreturn]] void refuse_password(std::string_view where);

}  // namespace sauro::inline v0_1::detail
