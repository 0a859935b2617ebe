/* SPDX-License-Identifier: Apache-2.0 */
/* make_dict.c - prints the dictionary of a target: `fuzz_dict path|query|auth_header`. The words of
 * the dialects come from the columns of the library's table, so that a new row brings its own; the
 * rest is the syntax of the field. */
#include <dciauth.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const path_words[] = {
    "/",   "//",      "/./",        "/../",     "/..",  "/.",  "%2e",       "%2F", "%252e", "%25",
    "%00", "%0A",     "%C3%A9",     "%c3",      "%A9",  "%FF", "%ED%A0%80", "%zz", "%",     "#",
    "?",   "http://", "https://h/", "\xC3\xA9", "\xFF", "\r",  "\n",        "~",   "+",     " "};

static const char *const query_words[] = {"&",
                                          "=",
                                          "&&",
                                          "==",
                                          "&=",
                                          "a=",
                                          "&a=",
                                          "&a-b=",
                                          "&a%3D=",
                                          "+",
                                          "%2B",
                                          "%20",
                                          "%25",
                                          "%2541",
                                          "%26",
                                          "%3D",
                                          "%00",
                                          "%0A",
                                          "%zz",
                                          "%",
                                          "#",
                                          ";",
                                          "%C3%A9",
                                          "%c3",
                                          "%A9",
                                          "%F0%9F%8D%95",
                                          "%ED%A0%80",
                                          "%EF%BF%BD",
                                          "\xEF\xBF\xBD",
                                          "\xC3\xA9",
                                          "\xF0\x9F\x8D\x95",
                                          "\xED\xA0\x80",
                                          "\xFF",
                                          "\r",
                                          "\n"};

#define HEX "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define SIGNATURE "Signature=" HEX

static const char *const auth_words[] = {"Credential=",
                                         "SignedHeaders=",
                                         "Signature=",
                                         SIGNATURE,
                                         ", Credential=",
                                         ", SignedHeaders=",
                                         ", Signature=",
                                         ",",
                                         ", ",
                                         ",\t",
                                         "=",
                                         "/",
                                         "//",
                                         ";",
                                         ";;",
                                         "authorization",
                                         ";authorization",
                                         "host;",
                                         "20150830",
                                         "/20150830/us-east-1/service/",
                                         "remoteci/",
                                         "Credential=remoteci/id, ",
                                         HEX,
                                         "A",
                                         "\r",
                                         "\n",
                                         "\xFF"};

/* print_word writes a line as libFuzzer reads it: every byte that is not plain as \xNN. */
static void print_word(const char *word) {
  putchar('"');
  for (; *word != '\0'; word++) {
    unsigned char byte = (unsigned char)*word;
    if (byte > ' ' && byte < 0x7F && byte != '"' && byte != '\\') {
      putchar(byte);
    } else {
      printf("\\x%02X", byte);
    }
  }
  puts("\"");
}

/* print_columns writes the texts of the columns that are words of the wire: the names of rules do
 * no harm. */
static void print_columns(void) {
  const dciauth_profile *profile = dciauth_profile_at(0);
  for (size_t row = 0; profile != NULL; profile = dciauth_profile_at(++row)) {
    dciauth_rule rule = dciauth_profile_rule(profile, 0);
    for (size_t i = 1; rule.column != NULL; rule = dciauth_profile_rule(profile, i++)) {
      if (rule.text != NULL && rule.text[0] != '\0') {
        print_word(rule.text);
      }
    }
  }
}

static int print_words(const char *const *words, size_t num) {
  for (size_t i = 0; i < num; i++) {
    print_word(words[i]);
  }
  return EXIT_SUCCESS;
}

#define PRINT_WORDS(array) print_words(array, sizeof(array) / sizeof(array)[0])

int main(int argc, char **argv) {
  const char *target = argc == 2 ? argv[1] : "";
  if (strcmp(target, "path") == 0) {
    return PRINT_WORDS(path_words);
  }
  if (strcmp(target, "query") == 0) {
    return PRINT_WORDS(query_words);
  }
  if (strcmp(target, "auth_header") == 0) {
    print_columns();
    return PRINT_WORDS(auth_words);
  }
  fputs("usage: fuzz_dict path|query|auth_header\n", stderr);
  return EXIT_FAILURE;
}
