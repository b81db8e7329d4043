# Writes a header with JSON documents as texts, by the names of their files.
#
#   cmake -DOUTPUT=header.hpp -DFILES="a.json;b.json" -P embed_frameworks.cmake
cmake_minimum_required(VERSION 3.21)

set(text "// Made from src/data/frameworks/*.json by cmake/embed_frameworks.cmake.\n#pragma once\n\n")
string(APPEND text "#include <array>\n#include <string_view>\n#include <utility>\n\n")
string(APPEND text "namespace sauro::inline v0_1::detail::data {\n\n")
list(LENGTH FILES count)
string(APPEND text "inline constexpr std::array<std::pair<std::string_view, std::string_view>, "
                   "${count}> frameworks = {{\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  file(READ "${file}" json)
  string(APPEND text "    {\"${name}\", R\"json(${json})json\"},\n")
endforeach()
string(APPEND text "}};\n\n}  // namespace sauro::inline v0_1::detail::data\n")
file(WRITE "${OUTPUT}" "${text}")
