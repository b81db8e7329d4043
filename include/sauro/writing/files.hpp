#pragma once

#include <filesystem>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// Writes a file whole or not at all: beside its target first, and then in its place.
///
/// Throws Error(cannot_read) where the folder isn't there or may not be written to; an old file
/// stays as it was then.
SAURO_API void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace sauro::inline v0_1
