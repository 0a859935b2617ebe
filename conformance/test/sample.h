/* SPDX-License-Identifier: Apache-2.0 */
/* sample.h - what the tests of known mistakes share: one signing vector, and texts as spans. */
#ifndef CONFORM_TEST_SAMPLE_H
#define CONFORM_TEST_SAMPLE_H

#include "vectors.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* SAMPLE_*: what is right of it, GET /a%20b?b=2&a=1 in aws4. */
#define SAMPLE_HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
#define SAMPLE_HEADERS "host:example.amazonaws.com\nx-amz-date:20150830T123600Z\n"
#define SAMPLE_TAIL SAMPLE_HEADERS "\nhost;x-amz-date\n" SAMPLE_HASH
#define SAMPLE_TAIL_JSON                                                                           \
  "host:example.amazonaws.com\\nx-amz-date:20150830T123600Z\\n\\nhost;x-amz-date\\n" SAMPLE_HASH
#define SAMPLE_REQUEST "GET\n/a%2520b\na=1&b=2\n" SAMPLE_TAIL
#define SAMPLE_SCOPE "20150830/us-east-1/service/aws4_request"
#define SAMPLE_LINES "AWS4-HMAC-SHA256\n20150830T123600Z\n" SAMPLE_SCOPE "\n"
#define SAMPLE_DIGEST "6c199cd57f6294042a2d226f5e50cb08a52ff21bae76dc352e1c07a9751702ca"
#define SAMPLE_SIGNATURE "361ad4dcd0ad125e0b8ff8ff0905ebfece9cb7ba4c856919e3c00f107fa6d446"

/* sample_open returns the vector; sample_close frees what it holds. */
vector sample_open(void);
void sample_close(vector *v);

/* parse reads JSON that is known to be good. */
json *parse(const char *s);

/* check_text compares, and frees the text. */
void check_text(text *got, const char *expected);

#endif
