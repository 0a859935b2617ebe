/* SPDX-License-Identifier: Apache-2.0 */
/* dci.h - generate_headers without its defaults, for is_valid, which has none either and keeps
 * the signature that it expects to itself. */
#ifndef DCIAUTH_DCI_H
#define DCIAUTH_DCI_H

#include "buf.h"
#include "profile.h"

/* is_dci_row: the row is one of the package's functions, which take their constants from the
 * caller. */
bool is_dci_row(const dciauth_profile *p);

/* dci_stages fills out->stages for a request in which an empty text is an empty text. `*out` must
 * be zero. Errors: as dciauth_generate_headers. */
DCIAUTH_MUST_USE dciauth_status dci_stages(const dciauth_profile *p,
                                           const dciauth_dci_request *full, dciauth_span access_key,
                                           dciauth_span secret_key, buf *b,
                                           dciauth_dci_headers *out);

/* dci_signature is the signature of a string to sign of that request. */
DCIAUTH_MUST_USE dciauth_status dci_signature(const dciauth_profile *p,
                                              const dciauth_dci_request *full,
                                              dciauth_span secret_key, dciauth_span string_to_sign,
                                              uint8_t mac[32]);

#endif
