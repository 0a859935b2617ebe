# SPDX-License-Identifier: Apache-2.0
# What CPack makes of the components: four packages for Debian and what is derived from it. tools/package.sh configures a
# build for them and calls it.
set(packaging ${PROJECT_SOURCE_DIR}/packaging/debian)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dciauth)
set(CPACK_PACKAGE_VENDOR dciauth-conformance)
set(CPACK_PACKAGE_CONTACT "dciauth-conformance maintainers <dciauth-conformance@users.noreply.github.com>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_COMPONENTS_ALL runtime development tools vectors)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # else it is put before the description of each package
# CPack's own look at shared libraries brings scripts that call ldconfig; Debian has a trigger for it.
set(CPACK_CMAKE_BINARY_DIR ${PROJECT_BINARY_DIR})
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/package_depends.cmake)
# Folders are 0755 whatever the umask of whoever calls.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/package_compress.cmake)

# package(COMPONENT NAME SECTION KEY VALUE...) says what CPack wants to know of one package.
macro(package component name section)
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section})
  set(extra ${ARGN})
  while(extra)
    list(POP_FRONT extra key value)
    set(CPACK_DEBIAN_${upper}_${key} "${value}")
  endwhile()
  # Not for `cmake --install`: these folders are Debian's.
  install(FILES ${packaging}/copyright ${packaging}/changelog DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/${name}
          COMPONENT ${component} EXCLUDE_FROM_ALL)
endmacro()

set(same "(= ${PROJECT_VERSION})")
# The control files of the shared library. Before 1.0.0 any version may change what a symbol does, so each needs the version
# that a program was linked with.
set(control ${PROJECT_BINARY_DIR}/debian)
file(STRINGS lib/exported_symbols.txt symbols)
set(node DCIAUTH_${PROJECT_VERSION_MAJOR})
list(TRANSFORM symbols REPLACE "(.+)" " \\1@${node} ${PROJECT_VERSION}")
list(JOIN symbols "\n" symbols)
set(library libdciauth${PROJECT_VERSION_MAJOR})
file(CONFIGURE OUTPUT ${control}/symbols CONTENT
     "libdciauth.so.${PROJECT_VERSION_MAJOR} ${library} #MINVER#\n* Build-Depends-Package: libdciauth-dev\n ${node}@${node} ${PROJECT_VERSION}\n${symbols}\n")
file(CONFIGURE OUTPUT ${control}/shlibs CONTENT
     "libdciauth ${PROJECT_VERSION_MAJOR} ${library} (>= ${PROJECT_VERSION})\n")
file(CONFIGURE OUTPUT ${control}/triggers CONTENT "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${control}/symbols ${control}/shlibs ${control}/triggers)
package(runtime ${library} libs
        PACKAGE_MULTIARCH same
        DESCRIPTION "signatures of HTTP requests, DCI2 and AWS Signature Version 4
libdciauth signs and verifies HTTP requests by AWS Signature Version 4 and by
the DCI2 dialect of Red Hat's Distributed CI. It allocates nothing and hands
out every stage of the algorithm.")
package(development libdciauth-dev libdevel
        PACKAGE_MULTIARCH same
        PACKAGE_DEPENDS "${library} ${same}, libssl-dev (>= 3.0)"
        DESCRIPTION "signatures of HTTP requests (development files)
libdciauth signs and verifies HTTP requests by AWS Signature Version 4 and by
the DCI2 dialect of Red Hat's Distributed CI.

This package holds the header, the static library, the manual pages, and what
pkg-config and CMake need to find them.")
package(tools dciauth-tools utils
        PACKAGE_MULTIARCH foreign
        PACKAGE_DEPENDS "dciauth-vectors ${same}"
        PACKAGE_RECOMMENDS "python3 (>= 3.11)"
        PACKAGE_SUGGESTS "python3-venv, nodejs, npm, curl, jq, openssl"
        DESCRIPTION "conformance runner for signers and verifiers of HTTP requests
dciauth-conform puts an implementation of AWS Signature Version 4 or of DCI2,
in any language, through test vectors, and says at which stage, line and byte
it first goes wrong and which known mistake that looks like. dciauth-shim is
the reference implementation behind the same protocol.")
package(vectors dciauth-vectors devel
        PACKAGE_ARCHITECTURE all
        PACKAGE_MULTIARCH foreign
        PACKAGE_SUGGESTS dciauth-tools
        DESCRIPTION "test vectors for signatures of HTTP requests
Test vectors as plain JSON for AWS Signature Version 4 and for the dialect DCI2
of Red Hat's Distributed CI: requests with each intermediate stage, and forged
requests with the valid twin that each differs from by one defect.")
include(CPack)
