/* SPDX-License-Identifier: Apache-2.0 */
/* html.h - the parts of the page (page/page.html), each in a file of its own. */
#ifndef CONFORM_HTML_H
#define CONFORM_HTML_H

#include "matrix.h"

/* page is what the parts are made of. */
typedef struct {
  const runs *all;
  const matrix *matrix;
} page;

/* html_text and html_span append foreign text, as text or inside a quoted attribute. */
void html_text(const char *words, text *out);
void html_span(dciauth_span words, text *out);

/* html_results: a row for each run. html_matrix: groups by runs. html_findings: all that deviates,
 * by run and group. */
void html_results(const page *p, text *out);
void html_matrix(const page *p, text *out);
void html_findings(const page *p, text *out);

/* html_entry appends one entry as <details>; html_facts what is behind its summary. */
void html_entry(const entry *e, size_t column, text *out);
void html_facts(const entry *e, text *out);

/* html_status returns the word that the filter knows an entry by, "expected" before "fail";
 * html_excuse appends it as a mark, if it is an excuse. */
const char *html_status(const outcome *o);
void html_excuse(const outcome *o, text *out);

/* html_notes appends what of a run was not judged, and the remarks. */
void html_notes(const run *r, text *out);

#endif
