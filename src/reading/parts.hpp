#pragma once

#include <cstddef>
#include <vector>

#include "reading/units.hpp"

/// Where the parts of a document begin and end: text, closing, annexes, attached documents.
namespace sauro::inline v0_1::detail {

/// Whether recipients or a signature begin at units[at]. A post on a line of its own before the
/// legal bases or the text of a document ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ") is none.
[[nodiscard]] bool closes(const std::vector<Unit>& units, std::size_t at);

/// The first unit after the closing part that begins at units[from].
[[nodiscard]] std::size_t closing_end(const std::vector<Unit>& units, std::size_t from);

/// Whether an annex begins at units[at]; `closed` says that a closing part came before it.
[[nodiscard]] bool starts_annex(const std::vector<Unit>& units, std::size_t at, bool closed);

/// Whether another document begins at units[at]: a letterhead and a kind, or a kind and the note
/// that says which document issues it; after a closing part a kind on a line of its own.
[[nodiscard]] bool starts_attached(const std::vector<Unit>& units, std::size_t at, bool closed);

}  // namespace sauro::inline v0_1::detail
