# SPDX-License-Identifier: Apache-2.0
# embed.cmake - a file as a C array: cmake -DIN=page.css -DOUT=page_css.c -DNAME=page_css -P embed.cmake
# It defines NAME, as bytes that end in a NUL, and NAME_sha256, the hash of the file in hexadecimal.
file(READ ${IN} bytes HEX)
file(SHA256 ${IN} hash)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "(................................................................................)" "\\1\n"
       bytes "${bytes}")
file(WRITE ${OUT} "#include \"embedded.h\"\n\nconst unsigned char ${NAME}[] = {\n${bytes}0};\nconst char ${NAME}_sha256[] = \"${hash}\";\n")
