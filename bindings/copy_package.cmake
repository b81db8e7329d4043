# Copies the Python package beside the built module; what is no longer in the source goes.
#
#   cmake -DFROM=python/sauro -DTO=build/python/sauro -P copy_package.cmake
cmake_minimum_required(VERSION 3.21)

file(GLOB_RECURSE wanted RELATIVE "${FROM}" "${FROM}/*")
file(GLOB_RECURSE there RELATIVE "${TO}" "${TO}/*")
list(FILTER there EXCLUDE REGEX "^_core\\.[^/]*\\.(so|pyd|dylib)$")
list(REMOVE_ITEM there ${wanted})
foreach(file IN LISTS there)
  file(REMOVE "${TO}/${file}")
endforeach()
file(COPY "${FROM}/" DESTINATION "${TO}")
