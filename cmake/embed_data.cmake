# Writes a header with the table of a JSON data file as a constexpr array of strings.
#
#   cmake -DOUTPUT=a.hpp -DFILE=a.json -P embed_data.cmake
#
# A file has "fields" (names, in order) and "entries" (objects). The table of a.json is
# sauro::detail::data::a: one row an entry, one string a field; lists are joined by "|",
# the members of an object in a list by spaces, in the order of their names.
# So a rule changes by editing data, and nothing is parsed when a program starts.
cmake_minimum_required(VERSION 3.21)

set(text "// Made from src/data by cmake/embed_data.cmake.\n#pragma once\n\n")
string(APPEND text "#include <array>\n#include <string_view>\n\nnamespace sauro::inline v0_1::detail::data {\n")
get_filename_component(name "${FILE}" NAME_WE)
file(READ "${FILE}" json)
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
      set(value "")
      set(separator "")  # a list of CMake's own would lose an empty first item
      if(count GREATER 0)
        math(EXPR last "${count} - 1")
        foreach(k RANGE ${last})
          string(JSON item GET "${entry}" "${field}" ${k})
          string(JSON item_type TYPE "${entry}" "${field}" ${k})
          if(item_type STREQUAL "OBJECT")
            string(JSON members LENGTH "${item}")
            math(EXPR last_member "${members} - 1")
            set(values "")
            foreach(m RANGE ${last_member})
              string(JSON member MEMBER "${item}" ${m})
              string(JSON member_value GET "${item}" "${member}")
              list(APPEND values "${member_value}")
            endforeach()
            list(JOIN values " " item)
          endif()
          string(APPEND value "${separator}${item}")
          set(separator "|")
        endforeach()
      endif()
    endif()
    string(APPEND row "\"${value}\", ")
  endforeach()
  string(APPEND text "    {{${row}}},\n")
endforeach()
string(APPEND text "}};\n")
string(APPEND text "\n}  // namespace sauro::inline v0_1::detail::data\n")
file(WRITE "${OUTPUT}" "${text}")
