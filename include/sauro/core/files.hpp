#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "sauro/export.hpp"

namespace sauro::inline v0_1 {

/// The bytes of a file, of `/dev/stdin` or of what a shell names by `<(...)`.
///
/// Throws NotFoundError where there is none; ParseError(is_directory) for a directory,
/// ParseError(too_large) for more bytes than `most`, also where a file grows while it is read or
/// has no end; Error(cannot_read) for what may not be read, and for a named pipe, which would be
/// waited for without end.
[[nodiscard]] SAURO_API std::string read_file(const std::filesystem::path& path,
                                              std::size_t most = std::size_t{256} << 20U);

/// Writes a file whole or not at all: beside its target first, and then in its place.
///
/// The new file has the permissions of the old one, and a symbolic link goes on pointing to its
/// target. Whoever writes at the same time, the last one's file is there whole. A device or pipe
/// (`/dev/stdout`) is written to as it is.
///
/// Throws Error(is_directory) for a directory and Error(cannot_write) where the folder isn't there,
/// may not be written to or is full, and for a named pipe that nobody reads; an old file stays as
/// it was then. Of a program that is killed a file `.sauro-...` may stay beside the target.
SAURO_API void write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace sauro::inline v0_1
