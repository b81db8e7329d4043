# Warnings of our own code; errors in the presets of this project, never for its users.
function(sauro_warnings target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8 $<$<BOOL:${SAURO_WARNINGS_AS_ERRORS}>:/WX>)
  else()
    target_compile_options(
      ${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                        -Wold-style-cast -Wnon-virtual-dtor
                        $<$<BOOL:${SAURO_WARNINGS_AS_ERRORS}>:-Werror>
                        # GCC 12 sees overlaps in std::string's operator+ that aren't there (PR105329)
                        $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  endif()
endfunction()
