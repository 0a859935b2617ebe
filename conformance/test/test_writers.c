/* SPDX-License-Identifier: Apache-2.0 */
/* test_writers.c - each status in each report. What others make of them is test_reports.py's. */
#include "events.h"
#include "writers.h"

static const char lines[] = START VECTOR("p/a/fail", "fail", DIFFERS) VECTOR("p/a/pass", "pass", "")
    VECTOR("p/a/other", "pass", ",\"warning\":\"acceptable: another\"")
        VECTOR("p/a/na", "n/a", ",\"message\":\"no #feature\"") VECTOR("p/a/vacuous", "vacuous", "")
            VECTOR("p/a/lost", "not_run", "")
                VECTOR("p/a/crash", "crash", ",\"stderr\":\"one\\ntwo\"")
                    VECTOR("p/a/odd", "disputed", ",\"matched\":false")
                        VECTOR("p/sweep/00", "fail", ",\"sweep\":true")
                            SUMMARY("8", "1", ",\"implementation\":\"<I> 1.2\"");

static void write(bool (*writer)(const runs *, text *), text *out) {
  runs all;
  events_read(lines, &all);
  assert_true(writer(&all, out));
  runs_free(&all);
}

static void test_junit(void **state) {
  (void)state;
  text out = {0};
  write(write_junit, &out);
  has(&out, "<testsuites name=\"dciauth-conform\" tests=\"9\" failures=\"2\" errors=\"2\" "
            "skipped=\"3\">");
  has(&out, "<testcase classname=\"&lt;I&gt; 1_2.p.a\" name=\"p/a/fail\">");
  has(&out, "message=\"canonical_request, line 3, byte 2\" type=\"fail\">");
  has(&out, "  expected  a~b\n  actual    a%7E\n             ^\n  mistake   M\n");
  has(&out, "  again     again &amp; again\n");
  has(&out, "<property name=\"acceptable\" value=\"another\"/>");
  has(&out, "<skipped message=\"n/a: no #feature\"/>");
  has(&out, "    | one\n    | two\n");
  text_free(&out);
}

static void test_tap(void **state) {
  (void)state;
  text out = {0};
  write(write_tap, &out);
  has(&out, "TAP version 14\n1..9\nnot ok 1 - <I> 1.2: p/a/fail\n  ---\n  status: fail\n");
  has(&out, "\nok 2 - <I> 1.2: p/a/pass\n");
  has(&out, "\nok 4 - <I> 1.2: p/a/na # SKIP n/a: no \\#feature\n");
  has(&out, "\nok 5 - <I> 1.2: p/a/vacuous # SKIP vacuous\n");
  has(&out, "\nnot ok 6 - <I> 1.2: p/a/lost\n");
  has(&out, "\nok 8 - <I> 1.2: p/a/odd # SKIP disputed, gates nothing; ");
  text_free(&out);
}

static void test_markdown(void **state) {
  (void)state;
  text out = {0};
  write(write_markdown, &out);
  has(&out, "## Conformance: 0 of 1 without deviations\n");
  has(&out, "| \\<I\\> 1.2 | 8 | 2 | **2** | 1 | 0 | 1 | 1 | **1** |\n");
  has(&out, "| \\<I\\> 1.2, sweeps | 1 | 0 | **1** |");
  has(&out, "<details><summary>&lt;I&gt; 1.2: 3 deviate</summary>\n\nThey look like: M (1)\n");
  has(&out, "```text\np/a/fail at canonical_request, line 3, byte 2\n");
  has(&out, "- p/sweep: 1 of 1 deviate: 00\n");
  text_free(&out);
}

static void test_html(void **state) {
  (void)state;
  text out = {0};
  write(write_html, &out);
  has(&out, "<title>Conformance report: 1 implementation, 1 with deviations</title>");
  has(&out, "<code>a<mark title=\"0x7e\">~</mark>b</code>");
  has(&out, "<code>a<mark title=\"0x25\">%</mark>7E</code>");
  has(&out, "<code class=\"again\">again &amp; again</code>");
  has(&out, "id=\"t1-p/a/fail\" data-run=\"1\" data-status=\"fail\"");
  has(&out, "<b>2</b><small>/4</small>");
  has(&out, "<option>vacuous</option>");
  has(&out, "<pre>one\ntwo\n</pre>");
  has_not(&out, "<I>");
  has_not(&out, "{{");
  text_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_junit), cmocka_unit_test(test_tap),
                                     cmocka_unit_test(test_markdown), cmocka_unit_test(test_html)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
