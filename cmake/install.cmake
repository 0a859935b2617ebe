# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: the libraries and what pkg-config and find_package need to find them; the programs
# with their manual pages and completions; the vectors and the shims. A component (--component NAME) is what a package of a
# distribution would hold: runtime, development, tools, vectors.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/dciauth)
install(TARGETS dciauth EXPORT dciauthSharedTargets
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS dciauth_static EXPORT dciauthStaticTargets
        ARCHIVE COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES lib/include/dciauth.h TYPE INCLUDE COMPONENT development)
foreach(kind Shared Static)
  install(EXPORT dciauth${kind}Targets NAMESPACE dciauth:: DESTINATION ${package_dir} COMPONENT development)
endforeach()

configure_package_config_file(cmake/dciauthConfig.cmake.in ${PROJECT_BINARY_DIR}/dciauthConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
# Before 1.0.0 a minor version may change the API.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/dciauthConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/dciauthConfig.cmake
              ${PROJECT_BINARY_DIR}/dciauthConfigVersion.cmake
        DESTINATION ${package_dir} COMPONENT development)

# The prefix is told from the place of the file, so that `cmake --install --prefix` may change it.
file(RELATIVE_PATH DCIAUTH_PC_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
cmake_path(APPEND DCIAUTH_PC_LIBDIR "\${prefix}" ${CMAKE_INSTALL_LIBDIR})
cmake_path(APPEND DCIAUTH_PC_INCLUDEDIR "\${prefix}" ${CMAKE_INSTALL_INCLUDEDIR})
configure_file(cmake/dciauth.pc.in ${PROJECT_BINARY_DIR}/dciauth.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/dciauth.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

# The runner looks for vectors and shims in ../share/dciauth of its own folder, where they lie as they do in the sources.
set(share ${CMAKE_INSTALL_DATAROOTDIR})
install(DIRECTORY vectors DESTINATION ${share}/dciauth COMPONENT vectors FILES_MATCHING
        PATTERN "*.json" PATTERN "*.md" PATTERN "LICENSE")
install(DIRECTORY conformance/shims DESTINATION ${share}/dciauth/conformance COMPONENT tools USE_SOURCE_PERMISSIONS
        PATTERN "*test*" EXCLUDE PATTERN "__pycache__" EXCLUDE PATTERN "node_modules" EXCLUDE)
install(FILES conformance/README.md DESTINATION ${share}/dciauth/conformance COMPONENT tools)
install(PROGRAMS tools/venv.sh DESTINATION ${share}/dciauth/tools COMPONENT tools)

# A function that has no page of its own is a link to the page that names it.
file(GLOB programs CONFIGURE_DEPENDS conformance/man/*.1)
file(GLOB pages CONFIGURE_DEPENDS lib/man/*.3)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${pages})
set(links)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man3)
foreach(page IN LISTS pages)
  cmake_path(GET page FILENAME file)
  file(STRINGS ${page} names REGEX "^\\.Nm [a-z_0-9]+")
  foreach(name IN LISTS names)
    string(REGEX REPLACE "^.Nm ([a-z_0-9]+).*" "\\1" name ${name})
    set(link ${PROJECT_BINARY_DIR}/man3/${name}.3)
    if(NOT "${name}.3" STREQUAL file)
      file(CREATE_LINK ${file} ${link} SYMBOLIC)
      list(APPEND links ${link})
    endif()
  endforeach()
endforeach()
install(FILES ${programs} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tools)
install(FILES ${pages} ${links} DESTINATION ${CMAKE_INSTALL_MANDIR}/man3 COMPONENT development)

install(FILES conformance/completions/dciauth-conform.bash RENAME dciauth-conform
        DESTINATION ${share}/bash-completion/completions COMPONENT tools)
install(FILES conformance/completions/dciauth-conform.fish
        DESTINATION ${share}/fish/vendor_completions.d COMPONENT tools)
set(DCIAUTH_ZSH_DIR ${share}/zsh/site-functions CACHE STRING "Where the completion for zsh is installed")
install(FILES conformance/completions/_dciauth-conform DESTINATION ${DCIAUTH_ZSH_DIR} COMPONENT tools)
