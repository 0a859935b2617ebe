/* SPDX-License-Identifier: Apache-2.0 */
/* xml.h - XML, written by libxml2. */
#ifndef CONFORM_XML_H
#define CONFORM_XML_H

#include "text.h"

/* xml is a document being written. */
typedef struct {
  void *buffer, *writer;
  bool failed;
} xml;

void xml_open(xml *x);
void xml_begin(xml *x, const char *element);
void xml_end(xml *x);

/* xml_attribute and xml_text take any bytes; what XML cannot hold becomes U+FFFD (clean.h). */
void xml_attribute(xml *x, const char *name, dciauth_span value);
void xml_number(xml *x, const char *name, size_t value);
void xml_text(xml *x, dciauth_span value);

/* xml_close appends the document. False: libxml2 failed. */
bool xml_close(xml *x, text *out);

#endif
