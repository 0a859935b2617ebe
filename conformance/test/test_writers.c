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

/* excused is a run that gates make green; stale the same with an entry that does not fit. */
#define EXCUSED                                                                                    \
  START VECTOR("p/a/fail", "fail", DIFFERS EXPECTED) VECTOR("p/a/crash", "crash", KNOWN)           \
      VECTOR("p/a/pass", "pass", "")
#define ENDS ",\"implementation\":\"I\",\"problem\":\"it leaks\",\"known_problem\":true"
static const char excused[] =
    EXCUSED VECTOR("p/sweep/00", "fail", ",\"sweep\":true" KNOWN) SUMMARY("3", "1", ENDS);
static const char stale[] =
    EXCUSED SUMMARY("3", "0", ",\"gates\":[\"x: /0: p/a/b passes\",\"x: /1: <b>\"]");
static const char stopped[] = START VECTOR("p/a/fail", "fail", "") VECTOR("p/a/more", "not_run", "")
    SUMMARY("2", "0", ",\"seed\":7,\"stopped\":true");

static void write_of(const char *events, bool (*writer)(const runs *, text *), text *out) {
  runs all;
  text_clear(out);
  events_read(events, &all);
  assert_true(writer(&all, out));
  runs_free(&all);
}

static void write(bool (*writer)(const runs *, text *), text *out) {
  write_of(lines, writer, out);
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

static void test_junit_of_gates(void **state) {
  (void)state;
  text out = {0};
  write_of(excused, write_junit, &out);
  has(&out, " tests=\"5\" failures=\"0\" errors=\"0\" skipped=\"4\">");
  has(&out, "<skipped message=\"expected failure: canonical_request, line 3, byte 2\">\n  T\n"
            "  expected  a~b\n  actual    a%7E\n");
  has(&out, "<skipped message=\"known failure: crash\">");
  has(&out, "<skipped message=\"known problem: it leaks\"/>");
  write_of(stale, write_junit, &out);
  has(&out, " tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"2\">");
  has(&out, "name=\"gates\">");
  has(&out, "<failure message=\"x: /0: p/a/b passes\" type=\"target\">x: /0: p/a/b passes\n"
            "x: /1: &lt;b&gt;</failure>");
  write_of(stopped, write_junit, &out);
  has(&out, " tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\">");
  has(&out, "<property name=\"stopped\" value=\"true\"/>");
  has(&out, "<property name=\"seed\" value=\"7\"/>");
  text_free(&out);
}

static void test_tap_of_gates(void **state) {
  (void)state;
  text out = {0};
  write_of(excused, write_tap, &out);
  has(&out, "1..5\nnot ok 1 - I: starts and ends well # TODO known problem\n  ---\n");
  has(&out, "\nnot ok 2 - I: p/a/fail # TODO"
            " expected failure: canonical_request, line 3, byte 2\n  ---\n  status: fail\n");
  has(&out, "\nnot ok 3 - I: p/a/crash # TODO known failure: crash\n");
  has(&out, "\nok 4 - I: p/a/pass\n");
  write_of(stale, write_tap, &out);
  has(&out, "1..4\nnot ok 1 - t: gates\n  ---\n  status: target\n  message: |\n"
            "    x: /0: p/a/b passes\n    x: /1: <b>\n  ...\n");
  write_of(stopped, write_tap, &out);
  has(&out, "\nok 2 - t: p/a/more # SKIP not_run\n");
  text_free(&out);
}

static void test_markdown_of_gates(void **state) {
  (void)state;
  text out = {0};
  write_of(excused, write_markdown, &out);
  has(&out, "## Conformance: 1 of 1 without new deviations\n");
  has(&out, "| deviate | expected | known | not applicable |");
  has(&out, "| I | 3 | 1 | 0 | 1 | 1 | 0 |");
  has(&out, "| I, sweeps | 1 | 0 | 0 | 0 | 1 |");
  has(&out, "**I**:\n\n```text\nknown problem: it leaks\n```\n");
  has_not(&out, "p/a/fail");
  write_of(stale, write_markdown, &out);
  has(&out, "## Conformance: 0 of 1 without new deviations\n");
  has(&out, "**t**:\n\n```text\nx: /0: p/a/b passes\nx: /1: <b>\n```\n");
  write_of(stopped, write_markdown, &out);
  has(&out, "```text\nThe run was stopped at the first failure, as asked.\n"
            "A blind run: --seed 7 repeats its order.\n```\n");
  text_free(&out);
}

static void test_html_of_gates(void **state) {
  (void)state;
  text out = {0};
  write_of(excused, write_html, &out);
  has(&out, "<title>Conformance report: 1 implementation, no new deviations</title>");
  has(&out, "<th scope=\"col\">deviate</th><th scope=\"col\">expected</th>"
            "<th scope=\"col\">known</th>");
  has(&out, "<td class=\"excused\" title=\"3 vectors: 1 pass, 1 expected, 1 known\">");
  has(&out, "(2)<small>/3</small>");
  has(&out, "data-status=\"expected\"><summary><span class=\"status\">fail</span> "
            "<span class=\"excuse\">expected</span>");
  has(&out, "<span class=\"of\">1 expected, 1 known</span>");
  has(&out, "<details class=\"entry sweep excused\" data-run=\"1\" data-status=\"known\">");
  has(&out, "<option>expected</option>\n<option>known</option>");
  has(&out, "<p class=\"problem excused\">known problem: it leaks</p>");
  has_not(&out, "<option>fail</option>");
  has_not(&out, "class=\"entry bad");
  has_not(&out, "<td class=\"bad");
  has(&out, ">I</a></th>");
  write_of(stale, write_html, &out);
  has(&out, "</a> <span class=\"bad\">gates</span></th>");
  has(&out, "1 implementation, 1 with new deviations");
  has(&out, "<p class=\"problem\">x: /0: p/a/b passes\nx: /1: &lt;b&gt;</p>");
  write_of(stopped, write_html, &out);
  has(&out, "<p class=\"problem excused\">The run was stopped at the first failure, as asked.\n"
            "A blind run: --seed 7 repeats its order.\n</p>");
  text_free(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_junit),
                                     cmocka_unit_test(test_tap),
                                     cmocka_unit_test(test_markdown),
                                     cmocka_unit_test(test_html),
                                     cmocka_unit_test(test_junit_of_gates),
                                     cmocka_unit_test(test_tap_of_gates),
                                     cmocka_unit_test(test_markdown_of_gates),
                                     cmocka_unit_test(test_html_of_gates)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
