# Install rules of the C++ library: headers, library, CMake package, pkg-config file, schema.
include(CMakePackageConfigHelpers)

install(TARGETS sauro EXPORT sauro-targets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT development)
install(DIRECTORY include/sauro DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES python/sauro/schema/plan-1.schema.json python/sauro/schema/framework-1.schema.json
        DESTINATION ${CMAKE_INSTALL_DATADIR}/sauro
        COMPONENT development)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/sauro)
install(EXPORT sauro-targets NAMESPACE sauro:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(cmake/sauro-config.cmake.in sauro-config.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(sauro-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/sauro-config.cmake"
              "${CMAKE_CURRENT_BINARY_DIR}/sauro-config-version.cmake"
        DESTINATION ${package_dir} COMPONENT development)

# The libraries by name, not as Requires.private: what they are compiled with is none of our users'
# business. With an archive they are always linked, with a shared library where the linker is static.
set(pc_private_libs)
foreach(name utf8proc pugixml minizip gumbo expat)
  list(APPEND pc_private_libs ${${name}_STATIC_LDFLAGS})
endforeach()
list(JOIN pc_private_libs " " pc_private_libs)
if(library_type STREQUAL "STATIC_LIBRARY")
  set(pc_libs "Libs: -L\${libdir} -lsauro ${pc_private_libs} -pthread")
else()
  set(pc_libs "Libs: -L\${libdir} -lsauro\nLibs.private: ${pc_private_libs} -pthread")
endif()
file(RELATIVE_PATH pc_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file(cmake/sauro.pc.in sauro.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/sauro.pc"
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
