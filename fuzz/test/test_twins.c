/* SPDX-License-Identifier: Apache-2.0 */
/* test_twins.c - the twins against answers written by hand, and against the table of the library: a
 * row that no twin knows fails here. */
#include <dciauth.h>
#include <stdio.h>

#include "twin.h"

typedef const char *twin(twin_row row, const uint8_t *ptr, size_t len, text *out);

typedef struct {
  twin_row row;
  const char *in, *class, *out;
} sample;

static const sample paths[] = {
    {TWIN_AWS4, "/", "ok", "/"},
    {TWIN_AWS4, "/a//./b%20c", "ok", "/a/b%2520c"},
    {TWIN_AWS4, "/a/b/..", "ok", "/a"},
    {TWIN_AWS4, "/a/b/../", "ok", "/a/"},
    {TWIN_AWS4, "/../..", "ok", "/"},
    {TWIN_AWS4, "/a/.", "ok", "/a"},
    {TWIN_AWS4, "//a/./b/../c//%2e%2e/d/", "ok", "/a/c/%252e%252e/d/"},
    {TWIN_AWS4, "/\xC3\xA9~ +", "ok", "/%C3%A9~%20%2B"},
    {TWIN_AWS4, "", "malformed-uri", ""},
    {TWIN_AWS4, "a", "malformed-uri", ""},
    {TWIN_AWS4, "/%4", "malformed-uri", ""},
    {TWIN_AWS4, "/%zz", "malformed-uri", ""},
    {TWIN_AWS4, "/a#b", "malformed-uri", ""},
    {TWIN_AWS4, "/a\n", "malformed-uri", ""},
    {TWIN_AWS4_S3, "//a/./b", "ok", "//a/./b"},
    {TWIN_AWS4_S3, "/%c3%A9\xC3", "ok", "/%c3%A9\xC3"},
    {TWIN_AWS4_S3, "/%", "malformed-uri", ""},
    {TWIN_DCI2_V21, "", "ok", ""},
    {TWIN_DCI2_V21, "/a%zz#", "ok", "/a%zz#"},
    {TWIN_DCI2_V21, "http://host/p", "ok", "http://host/p"},
    {TWIN_DCI2_V21, "/\r", "malformed-uri", ""},
    {TWIN_AWS4_RAW, "/", "ok", "/"},
    {TWIN_AWS4_RAW, "/a//./b%20c", "ok", "/a//./b%2520c"},
    {TWIN_AWS4_RAW, "//../", "ok", "//../"},
    {TWIN_AWS4_RAW, "/%4", "malformed-uri", ""},
    {TWIN_AWS4_RAW, "a", "malformed-uri", ""},
    {TWIN_DCI2, "", "ok", ""},
    {TWIN_DCI2, "/a//../b%20c+%2541", "ok", "/a//../b c+%41"},
    {TWIN_DCI2, "/%0a%zz%", "ok", "/\n%zz%"},
    {TWIN_DCI2_V2, "http://host/%C3%A9", "ok", "http://host/\xC3\xA9"},
    {TWIN_DCI2_V2, "/%C3%E9%C3\xC3\xA9", "ok", "/\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xC3\xA9"},
    {TWIN_DCI_AWS4, "/%C3\xA9", "ok", "/\xEF\xBF\xBD\xEF\xBF\xBD"},
    {TWIN_DCI_AWS4, "/\n", "malformed-uri", ""},
    {TWIN_DCI_AWS4, "%2F", "malformed-uri", ""},
    {TWIN_DCI1, "/a//../%20%", "ok", "/a//../%20%"},
    {TWIN_DCI1, "a", "malformed-uri", ""},
};

static const sample queries[] = {
    {TWIN_AWS4, "", "ok", ""},
    {TWIN_AWS4, "b=2&a=%7e&c", "ok", "a=~&b=2&c="},
    {TWIN_AWS4, "a-b=1&a=2", "ok", "a=2&a-b=1"},
    {TWIN_AWS4, "az=1&a%7B=2", "ok", "a%7B=2&az=1"},
    {TWIN_AWS4, "a=2&a=10&a=1", "ok", "a=1&a=10&a=2"},
    {TWIN_AWS4, "acl&&b=&a&", "ok", "a=&acl=&b="},
    {TWIN_AWS4, "=v&=", "ok", "=&=v"},
    {TWIN_AWS4, "a=b=c?+", "ok", "a=b%3Dc%3F%2B"},
    {TWIN_AWS4, "a=%00\xFF", "ok", "a=%00%FF"},
    {TWIN_AWS4, "a=%2541", "ok", "a=%2541"},
    {TWIN_AWS4, "a%", "malformed-query", ""},
    {TWIN_AWS4, "a=%4&1", "malformed-query", ""},
    {TWIN_AWS4, "a#", "malformed-query", ""},
    {TWIN_AWS4_S3, "a=1\n", "malformed-query", ""},
    {TWIN_DCI2_V21, "b=x+y&a=%", "ok", "a=%25&b=x+y"},
    {TWIN_DCI2_V21, "a=\xFF\xFE&b=%FF%FE", "ok", "a=%EF%BF%BD%EF%BF%BD&b=%EF%BF%BD%EF%BF%BD"},
    {TWIN_DCI2_V21, "a=%ED%A0%80&b=%F0%9F%8D", "ok", "a=%EF%BF%BD%EF%BF%BD%EF%BF%BD&b=%EF%BF%BD"},
    {TWIN_DCI2_V21, "a=%C3\xC3\xA9", "ok", "a=%EF%BF%BD%C3%A9"},
    {TWIN_DCI2_V21, "a=%C3\xA9", "ok", "a=%EF%BF%BD%EF%BF%BD"},
    {TWIN_DCI2_V21, "a=1&%61=2", "duplicate-query-param", ""},
    {TWIN_DCI2_V21, "\xFF=1&\xEF\xBF\xBD=2", "duplicate-query-param", ""},
    {TWIN_DCI2_V21, "a=1&a=1\r", "malformed-query", ""},
    {TWIN_DCI2_V21, "#=*;", "ok", "%23=%2A%3B"},
    {TWIN_DCI2_V21, "%7B=1&z=2", "ok", "z=2&%7B=1"},
    {TWIN_AWS4_RAW, "z=x+y&%7B=1", "ok", "%7B=1&z=x%2By"},
    {TWIN_AWS4_RAW, "a%", "malformed-query", ""},
    {TWIN_DCI2, "z=x+y&%7B=%", "ok", "%7B=%25&z=x%20y"},
    {TWIN_DCI2, "a=1&%61=2", "duplicate-query-param", ""},
    {TWIN_DCI2_V2, "z=x+y&%7B=*~", "ok", "%7B=%2A~&z=x%20y"},
    {TWIN_DCI2_V2, "a=%C3\xA9", "ok", "a=%EF%BF%BD%EF%BF%BD"},
    {TWIN_DCI_AWS4, "z=+&&=&%7B", "ok", "=&%7B=&z=%20"},
    {TWIN_DCI_AWS4, "a=\n", "malformed-query", ""},
    {TWIN_DCI1, "z=x+y&%7B=%", "ok", "z=x+y&%7B=%25"},
    {TWIN_DCI1, "a=1&%61=2", "duplicate-query-param", ""},
};

#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define CREDENTIAL "Credential=AK/20150830/r/s/t"
#define NAMES "SignedHeaders=host;x-amz-date"
#define SIGNATURE "Signature=" HEX
#define AWS "AWS4-HMAC-SHA256 "
#define DCI "DCI2-HMAC-SHA256 "

/* The text of a claim is its parts, joined by '|'. */
#define CLAIM(algorithm, key)                                                                      \
  algorithm "|" key "|20150830|r|s|t|20150830/r/s/t|host;x-amz-date|" HEX

static const sample auth_headers[] = {
    {TWIN_AWS4, AWS CREDENTIAL ", " NAMES ", " SIGNATURE, "ok", CLAIM("AWS4-HMAC-SHA256", "AK")},
    {TWIN_AWS4, AWS SIGNATURE ",\t " NAMES "," CREDENTIAL, "ok", CLAIM("AWS4-HMAC-SHA256", "AK")},
    {TWIN_DCI2_V21, DCI "Credential=a/b/20150830/r/s/t, " NAMES ", " SIGNATURE, "ok",
     CLAIM("DCI2-HMAC-SHA256", "a/b")},
    {TWIN_DCI2_V21, DCI "Credential=a/b/20150830/r/s/t," NAMES "," SIGNATURE,
     "malformed-auth-header", ""},
    {TWIN_DCI2_V21, DCI CREDENTIAL ", " NAMES ", " SIGNATURE, "malformed-credential", ""},
    {TWIN_AWS4, "", "bad-algorithm", ""},
    {TWIN_AWS4, DCI CREDENTIAL, "bad-algorithm", ""},
    {TWIN_AWS4, AWS, "missing-auth-param", ""},
    {TWIN_AWS4, AWS "x", "malformed-auth-header", ""},
    {TWIN_AWS4, AWS CREDENTIAL ",", "malformed-auth-header", ""},
    {TWIN_AWS4, AWS CREDENTIAL ", " NAMES ", Signature=", "missing-auth-param", ""},
    {TWIN_AWS4, AWS CREDENTIAL ", " CREDENTIAL ", " NAMES ", " SIGNATURE, "duplicate-auth-param",
     ""},
    {TWIN_AWS4, AWS CREDENTIAL ", " CREDENTIAL ", " NAMES, "missing-auth-param", ""},
    {TWIN_AWS4, AWS "Credential=AK/2015083/r/s/t, " NAMES ", " SIGNATURE, "malformed-credential",
     ""},
    {TWIN_AWS4, AWS "Credential=AK/20150830/r//t, " NAMES ", " SIGNATURE, "malformed-credential",
     ""},
    {TWIN_AWS4, AWS "Credential=AK/20150830/" HEX "0/s/t, " NAMES ", " SIGNATURE, "limit-exceeded",
     ""},
    {TWIN_AWS4, AWS CREDENTIAL ", SignedHeaders=host;a, " SIGNATURE, "signed-headers-malformed",
     ""},
    {TWIN_AWS4, AWS CREDENTIAL ", SignedHeaders=a;a, " SIGNATURE, "signed-headers-malformed", ""},
    {TWIN_AWS4, AWS CREDENTIAL ", SignedHeaders=Host, " SIGNATURE, "signed-headers-malformed", ""},
    {TWIN_AWS4, AWS CREDENTIAL ", SignedHeaders=host;, " SIGNATURE, "signed-headers-malformed", ""},
    {TWIN_AWS4, AWS CREDENTIAL ", SignedHeaders=authorization, " SIGNATURE,
     "signed-headers-malformed", ""},
    {TWIN_AWS4, AWS CREDENTIAL ", " NAMES ", " SIGNATURE "0", "signature-malformed", ""},
    {TWIN_AWS4, AWS CREDENTIAL ", " NAMES ", Signature=" SIGNATURE, "signature-malformed", ""},
};

/* The claims that other rows read otherwise. */
#define BARE "DCI-HMAC-SHA256 Credential="
#define REST ", " NAMES ", " SIGNATURE
#define BARE_CLAIM(key) "DCI-HMAC-SHA256|" key "||||||host;x-amz-date|" HEX

static const sample other_headers[] = {
    {TWIN_AWS4_RAW, AWS CREDENTIAL "," NAMES ",\t" SIGNATURE, "ok",
     CLAIM("AWS4-HMAC-SHA256", "AK")},
    {TWIN_AWS4_RAW, AWS "Credential=a/b/20150830/r/s/t" REST, "malformed-credential", ""},
    {TWIN_DCI2, DCI CREDENTIAL REST, "ok", CLAIM("DCI2-HMAC-SHA256", "AK")},
    {TWIN_DCI2, DCI "Credential=a/b/c/20150830/r/s/t" REST, "ok",
     CLAIM("DCI2-HMAC-SHA256", "a/b/c")},
    {TWIN_DCI2, DCI "Credential=a//c/20150830/r/s/t" REST, "malformed-credential", ""},
    {TWIN_DCI2, DCI "Credential=/20150830/r/s/t" REST, "malformed-credential", ""},
    {TWIN_DCI2, DCI CREDENTIAL "," NAMES ", " SIGNATURE, "malformed-auth-header", ""},
    {TWIN_DCI2, AWS CREDENTIAL REST, "bad-algorithm", ""},
    {TWIN_DCI2_V2, DCI "Credential=a/b/20150830/r/s/t" REST, "ok",
     CLAIM("DCI2-HMAC-SHA256", "a/b")},
    {TWIN_DCI2_V2, DCI CREDENTIAL REST, "malformed-credential", ""},
    {TWIN_DCI2_V2, DCI "Credential=a/b/c/20150830/r/s/t" REST, "malformed-credential", ""},
    {TWIN_DCI_AWS4, AWS "Credential=a/b/c/20150830/r/s/t" REST, "ok",
     CLAIM("AWS4-HMAC-SHA256", "a/b/c")},
    {TWIN_DCI_AWS4, AWS CREDENTIAL ",  " NAMES ", " SIGNATURE, "malformed-auth-header", ""},
    {TWIN_DCI_AWS4, DCI CREDENTIAL REST, "bad-algorithm", ""},
    {TWIN_DCI1, BARE "a/b" REST ",", "ok", BARE_CLAIM("a/b")},
    {TWIN_DCI1, "DCI-HMAC-SHA256 " SIGNATURE ", " NAMES ", Credential=a/b,", "ok",
     BARE_CLAIM("a/b")},
    {TWIN_DCI1, BARE "a/b" REST, "malformed-auth-header", ""},
    {TWIN_DCI1, BARE "a/b" REST ", ", "malformed-auth-header", ""},
    {TWIN_DCI1, BARE "a/b" REST ",,", "malformed-auth-header", ""},
    {TWIN_DCI1, "DCI-HMAC-SHA256", "malformed-auth-header", ""},
    {TWIN_DCI1, "DCI-HMAC-SHA256,", "bad-algorithm", ""},
    {TWIN_DCI1, "DCI-HMAC-SHA256 ,", "missing-auth-param", ""},
    {TWIN_DCI1, BARE "a" REST ",", "malformed-credential", ""},
    {TWIN_DCI1, BARE "a/b/20150830/r/s/t" REST ",", "malformed-credential", ""},
    {TWIN_DCI1, BARE HEX "/" HEX REST ",", "limit-exceeded", ""},
    {TWIN_DCI1, DCI CREDENTIAL REST, "bad-algorithm", ""},
};

static const char *claim_text(twin_row row, const uint8_t *ptr, size_t len, text *out) {
  twin_claim claim;
  const char *class = twin_auth_header(row, ptr, len, &claim);
  for (size_t i = 0; strcmp(class, "ok") == 0 && i < TWIN_NUM_PARTS; i++) {
    text_bytes(out, (const uint8_t *)"|", i > 0);
    text_bytes(out, ptr + claim.part[i].at, claim.part[i].len);
  }
  return class;
}

static int count_wrong(const char *name, twin *function, const sample *samples, size_t num) {
  int wrong = 0;
  for (size_t i = 0; i < num; i++) {
    const sample *s = &samples[i];
    text out = {0};
    const char *class = function(s->row, (const uint8_t *)s->in, strlen(s->in), &out);
    bool good =
        strcmp(class, s->class) == 0 && text_is(&out, (const uint8_t *)s->out, strlen(s->out));
    if (!good) {
      printf("%s %s %s: %s %.*s\n", name, twin_row_name(s->row), s->in, class, (int)out.len,
             (const char *)out.ptr);
    }
    wrong += !good;
    text_free(&out);
  }
  return wrong;
}

static int count_strange_rows(void) {
  size_t rows = 0;
  int wrong = 0;
  for (; dciauth_profile_at(rows) != NULL; rows++) {
    const char *name = dciauth_profile_rule(dciauth_profile_at(rows), 0).text;
    bool known = false;
    for (size_t i = 0; i < TWIN_NUM_ROWS; i++) {
      known = known || strcmp(twin_row_name((twin_row)i), name) == 0;
    }
    if (!known) {
      printf("no twin knows the row %s\n", name);
    }
    wrong += !known;
  }
  return wrong + (rows != TWIN_NUM_ROWS);
}

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

int main(void) {
  int wrong = count_wrong("path", twin_path, paths, COUNT(paths));
  wrong += count_wrong("query", twin_query, queries, COUNT(queries));
  wrong += count_wrong("auth_header", claim_text, auth_headers, COUNT(auth_headers));
  wrong += count_wrong("auth_header", claim_text, other_headers, COUNT(other_headers));
  wrong += count_strange_rows();
  printf("%d wrong\n", wrong);
  return wrong == 0 ? 0 : 1;
}
