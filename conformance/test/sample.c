/* SPDX-License-Identifier: Apache-2.0 */
/* sample.c - the vector as JSON. */
#include "sample.h"

static const char input[] =
    "{\"profile\":\"aws4\",\"request\":{\"method\":\"GET\",\"target\":\"/a%20b?b=2&a=1\","
    "\"headers\":[{\"n\":\"Host\",\"v\":\"example.amazonaws.com\"}],\"body\":\"\"},"
    "\"credentials\":{\"access_key\":\"AKIDEXAMPLE\","
    "\"secret_key\":\"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\"},"
    "\"params\":{\"region\":\"us-east-1\",\"service\":\"service\","
    "\"timestamp\":\"20150830T123600Z\"}}";

static const char expected[] =
    "{\"stages\":{\"canonical_request\":[\"GET\",\"/a%2520b\",\"a=1&b=2\","
    "\"host:example.amazonaws.com\",\"x-amz-date:20150830T123600Z\",\"\",\"host;x-amz-date\","
    "\"" SAMPLE_HASH "\"],\"signature\":\"" SAMPLE_SIGNATURE "\"}}";

json *parse(const char *s) {
  json_error error;
  json *root = json_parse(dciauth_str(s), &error);
  assert_non_null(root);
  return root;
}

vector sample_open(void) {
  return (vector){.id = "aws4/sample",
                  .op = "sign",
                  .profile = "aws4",
                  .settled = true,
                  .input = parse(input),
                  .expected = parse(expected)};
}

void sample_close(vector *v) {
  json_free((json *)(uintptr_t)v->input);
  json_free((json *)(uintptr_t)v->expected);
}

void check_text(text *got, const char *want) {
  assert_string_equal(text_str(got), want);
  text_free(got);
}
