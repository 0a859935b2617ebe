# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where: the header, both libraries, and what pkg-config and find_package
# need to find them.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/dciauth)
install(TARGETS dciauth dciauth_static EXPORT dciauthTargets)
install(FILES ${PROJECT_SOURCE_DIR}/lib/include/dciauth.h TYPE INCLUDE)
install(EXPORT dciauthTargets NAMESPACE dciauth:: DESTINATION ${package_dir})

configure_package_config_file(cmake/dciauthConfig.cmake.in ${PROJECT_BINARY_DIR}/dciauthConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/dciauthConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/dciauthConfig.cmake
              ${PROJECT_BINARY_DIR}/dciauthConfigVersion.cmake
        DESTINATION ${package_dir})

# The prefix is told from the place of the file, so that `cmake --install --prefix` may change it.
file(RELATIVE_PATH DCIAUTH_PC_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
cmake_path(APPEND DCIAUTH_PC_LIBDIR "\${prefix}" ${CMAKE_INSTALL_LIBDIR})
cmake_path(APPEND DCIAUTH_PC_INCLUDEDIR "\${prefix}" ${CMAKE_INSTALL_INCLUDEDIR})
configure_file(cmake/dciauth.pc.in ${PROJECT_BINARY_DIR}/dciauth.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/dciauth.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
