/* SPDX-License-Identifier: Apache-2.0 */
/* consumer.c - a program that has nothing but the installed header and library: it signs the
 * simplest request, whose signature is known, and compares the versions of header and library. */
#include <dciauth.h>
#include <stdio.h>

static const char expected[] = "5fa00fa31553b73ebf1942676e86291e"
                               "8372ff2a2260956d9b8aae1d763fbf31";

#ifdef OWN_NAMES
/* Functions of the program whose names the library has inside: they do not meet. */
int fail(void);
int take(void);
int fail(void) {
  return 1;
}
int take(void) {
  return 1;
}
#endif

static dciauth_status sign(dciauth_work work, dciauth_signed *out) {
  const dciauth_profile *profile = dciauth_profile_find(dciauth_str("aws4"));
  const dciauth_pair host = {dciauth_str("Host"), dciauth_str("example.amazonaws.com")};
  const dciauth_request request = {
      .method = dciauth_str("GET"), .target = dciauth_str("/"), .headers = &host, .num_headers = 1};
  const dciauth_sign_params params = {.access_key = dciauth_str("AKIDEXAMPLE"),
                                      .timestamp = dciauth_str("20150830T123600Z"),
                                      .region = dciauth_str("us-east-1"),
                                      .service = dciauth_str("service")};
  const dciauth_scope scope = {
      .date = dciauth_str("20150830"), .region = params.region, .service = params.service};
  dciauth_key key;
  const dciauth_span secret = dciauth_str("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
  dciauth_status status = dciauth_key_derive(profile, secret, &scope, &key);
  if (status == DCIAUTH_OK) {
    status = dciauth_sign(profile, &request, &params, &key, work, out);
    dciauth_key_wipe(&key);
  }
  return status;
}

int main(void) {
  static unsigned char block[4096];
  dciauth_signed out;
  dciauth_status status = sign((dciauth_work){block, sizeof(block)}, &out);
  if (status != DCIAUTH_OK) {
    fprintf(stderr, "consumer: %s\n", dciauth_status_text(status));
    return 1;
  }
  printf("libdciauth %s: %.*s\n", dciauth_version(), (int)out.signature.len,
         (const char *)out.signature.ptr);
  if (out.signature.len != strlen(expected) ||
      memcmp(out.signature.ptr, expected, strlen(expected)) != 0) {
    fprintf(stderr, "consumer: expected %s\n", expected);
    return 1;
  }
  return strcmp(dciauth_version(), DCIAUTH_VERSION) != 0;
}
