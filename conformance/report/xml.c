/* SPDX-License-Identifier: Apache-2.0 */
/* xml.c - the only file that knows libxml2. It escapes, and leaves what XML forbids as it is; that
 * is cleaned away before. */
#include "xml.h"

#include "clean.h"

#include <libxml/xmlwriter.h>

static const xmlChar *chars(const char *s) {
  return (const xmlChar *)s;
}

static void note(xml *x, int result) {
  x->failed = x->failed || result < 0;
}

void xml_open(xml *x) {
  *x = (xml){.buffer = xmlBufferCreate()};
  if (x->buffer != NULL) {
    x->writer = xmlNewTextWriterMemory(x->buffer, 0);
  }
  x->failed = x->writer == NULL;
  if (!x->failed) {
    xmlTextWriterSetIndent(x->writer, 1);
    note(x, xmlTextWriterStartDocument(x->writer, NULL, "UTF-8", NULL));
  }
}

void xml_begin(xml *x, const char *element) {
  if (!x->failed) {
    note(x, xmlTextWriterStartElement(x->writer, chars(element)));
  }
}

void xml_end(xml *x) {
  if (!x->failed) {
    note(x, xmlTextWriterEndElement(x->writer));
  }
}

void xml_attribute(xml *x, const char *name, dciauth_span value) {
  text clean = {0};
  clean_put(&clean, value);
  if (!x->failed) {
    note(x, xmlTextWriterWriteAttribute(x->writer, chars(name), chars(text_str(&clean))));
  }
  text_free(&clean);
}

void xml_number(xml *x, const char *name, size_t value) {
  text number = {0};
  text_printf(&number, "%zu", value);
  xml_attribute(x, name, text_span(&number));
  text_free(&number);
}

void xml_text(xml *x, dciauth_span value) {
  text clean = {0};
  clean_put(&clean, value);
  if (!x->failed) {
    note(x, xmlTextWriterWriteString(x->writer, chars(text_str(&clean))));
  }
  text_free(&clean);
}

bool xml_close(xml *x, text *out) {
  if (!x->failed) {
    note(x, xmlTextWriterEndDocument(x->writer));
    note(x, xmlTextWriterFlush(x->writer));
  }
  bool fine = !x->failed;
  if (fine) {
    const xmlBuffer *all = x->buffer;
    text_put(out, xmlBufferContent(all), (size_t)xmlBufferLength(all));
  }
  if (x->writer != NULL) {
    xmlFreeTextWriter(x->writer);
  }
  if (x->buffer != NULL) {
    xmlBufferFree(x->buffer);
  }
  *x = (xml){0};
  return fine;
}
