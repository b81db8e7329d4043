#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "sauro/reading/read_plan.hpp"
#include "reading/source.hpp"

namespace sauro::inline v0_1::detail {

/// What is done with the blocks of a document, while the bytes that they view are there.
using UseSource = std::function<void(const Source& source)>;

/// Opens a document in any format that is known here, and hands over its blocks without controls.
///
/// Throws as `read_plan` does.
void open_source(const std::filesystem::path& path, const ReadOptions& options,
                 const UseSource& use);

/// The same of a document in memory.
void open_source(std::string_view bytes, const ReadOptions& options, const UseSource& use);

}  // namespace sauro::inline v0_1::detail
