# Writes a header with the tables of JSON data files as constexpr arrays of strings.
#
#   cmake -DOUTPUT=header.hpp -DFILES="a.json;b.json" -P embed_data.cmake
#
# A file has "fields" (names, in order) and "entries" (objects). The table of a.json is
# sauro::detail::data::a: one row an entry, one string a field; lists are joined by "|".
# So a rule changes by editing data, and nothing is parsed when a program starts.
cmake_minimum_required(VERSION 3.21)

set(text "// Made from src/data/*.json by cmake/embed_data.cmake.\n#pragma once\n\n")
string(APPEND text "#include <array>\n#include <string_view>\n\nnamespace sauro::detail::data {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  file(READ "${file}" json)
  string(JSON field_count LENGTH "${json}" fields)
  string(JSON entry_count LENGTH "${json}" entries)
  string(APPEND text "\ninline constexpr std::array<std::array<std::string_view, ${field_count}>, "
                     "${entry_count}> ${name} = {{\n")
  math(EXPR last_entry "${entry_count} - 1")
  math(EXPR last_field "${field_count} - 1")
  foreach(i RANGE ${last_entry})
    string(JSON entry GET "${json}" entries ${i})
    set(row "")
    foreach(f RANGE ${last_field})
      string(JSON field GET "${json}" fields ${f})
      string(JSON value GET "${entry}" "${field}")
      string(JSON type TYPE "${entry}" "${field}")
      if(type STREQUAL "ARRAY")
        string(JSON count LENGTH "${entry}" "${field}")
        set(joined "")
        if(count GREATER 0)
          math(EXPR last "${count} - 1")
          foreach(k RANGE ${last})
            string(JSON item GET "${entry}" "${field}" ${k})
            list(APPEND joined "${item}")
          endforeach()
        endif()
        list(JOIN joined "|" value)
      endif()
      string(APPEND row "\"${value}\", ")
    endforeach()
    string(APPEND text "    {{${row}}},\n")
  endforeach()
  string(APPEND text "}};\n")
endforeach()
string(APPEND text "\n}  // namespace sauro::detail::data\n")
file(WRITE "${OUTPUT}" "${text}")
