# SPDX-License-Identifier: Apache-2.0
# What the toolchains beside it share: the libraries are those that rows.sh has unpacked, never the machine's own.
set(CMAKE_SYSROOT ${CMAKE_CURRENT_LIST_DIR}/../../build/portability/sysroot-${CMAKE_LIBRARY_ARCHITECTURE})
cmake_path(NORMAL_PATH CMAKE_SYSROOT)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
