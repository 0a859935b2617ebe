# SPDX-License-Identifier: Apache-2.0
# Read by CPack: what the shared libraries that a binary was linked with come from.
set(folder ${CPACK_PACKAGE_DIRECTORY}/shlibdeps)
file(WRITE ${folder}/debian/control "Source: ${CPACK_PACKAGE_NAME}\n\nPackage: ${CPACK_PACKAGE_NAME}\nArchitecture: any\n")

# depends(COMPONENT BINARY) puts them before what the package depends on anyway.
function(depends component binary)
  execute_process(COMMAND dpkg-shlibdeps -O ${CPACK_CMAKE_BINARY_DIR}/${binary} WORKING_DIRECTORY ${folder}
                  OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  if(NOT found MATCHES "^shlibs:Depends=(.+)$")
    message(FATAL_ERROR "dpkg-shlibdeps found nothing for ${binary}: ${found}")
  endif()
  set(variable CPACK_DEBIAN_${component}_PACKAGE_DEPENDS)
  set(all ${CMAKE_MATCH_1} ${${variable}})
  list(JOIN all ", " all)
  set(${variable} "${all}" PARENT_SCOPE)
endfunction()
depends(RUNTIME lib/libdciauth.so)
depends(TOOLS bin/dciauth-conform)
