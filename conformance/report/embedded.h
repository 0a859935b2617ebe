/* SPDX-License-Identifier: Apache-2.0 */
/* embedded.h - the files of page/, which the build puts into the program (cmake/embed.cmake). Each
 * ends in a NUL and holds no other. */
#ifndef CONFORM_EMBEDDED_H
#define CONFORM_EMBEDDED_H

extern const unsigned char page_html[], page_css[], tables_css[], findings_css[], media_css[],
    page_js[];
extern const char page_html_sha256[], page_css_sha256[], tables_css_sha256[], findings_css_sha256[],
    media_css_sha256[], page_js_sha256[];

#endif
