/* SPDX-License-Identifier: Apache-2.0 */
/* dci_parse.c - parse_headers and is_valid of python-dciauth. What Python answers with None
 * or False has a message; what it answers with an exception has a status alone. */
/* spec: python-dciauth v2.headers.parse_headers */
/* spec: python-dciauth v2.signature.is_valid */
#include "canonical.h"
#include "claim.h"
#include "codec.h"
#include "crypto.h"
#include "dci.h"
#include "timestamp.h"

/* last_value returns the value of the last line of a name, or an empty span with *found false. */
static dciauth_span last_value(const header_list *list, const char *name, bool *found) {
  const header_item *line = headers_find(list, dciauth_str(name));
  *found = line != NULL;
  dciauth_span value = {NULL, 0};
  for (; line != NULL; line = headers_next(list, line)) {
    value = line->pair->value;
  }
  return value;
}

static dciauth_span find_timestamp(const header_list *list) {
  bool found;
  dciauth_span timestamp = last_value(list, "x-amz-date", &found);
  return found ? timestamp : last_value(list, "x-dci-date", &found);
}

static dciauth_status fill_canonical_headers(const dciauth_profile *p, const header_list *list,
                                             buf *b, dciauth_parsed_headers *out) {
  name_list names;
  if (out->signed_headers.len == 0) {
    return fail(&out->where, DCIAUTH_E_SIGNED_HEADER_MISSING, DCIAUTH_FIELD_SIGNED_HEADERS, 0, 0);
  }
  dciauth_status status = names_parse(p, list, out->signed_headers, b, &names, &out->where);
  if (status == DCIAUTH_OK) {
    status = headers_check(HEADERS_LAST, list, &names, &out->where);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  out->canonical_headers = put_headers(p, HEADERS_LAST, list, &names, b);
  out->num_canonical_headers = names.num;
  return b->full ? DCIAUTH_E_SPACE : DCIAUTH_OK;
}

/* date_header_of returns the date header that goes with a terminator where the row knows which do;
 * false for another terminator. */
static bool date_header_of(const dciauth_profile *p, dciauth_span terminator, dciauth_span *out) {
  if (p->terminators == TERMINATOR_ANY) {
    return true;
  }
  bool dci = span_eq_str(terminator, "dci2_request");
  *out = dciauth_str(dci ? "X-DCI-Date" : "X-Amz-Date");
  return dci || span_eq_str(terminator, "aws4_request");
}

static void fill_claim(const dciauth_claim *claim, dciauth_parsed_headers *out) {
  span_cut_result key = span_cut(claim->access_key, '/');
  out->algorithm = claim->algorithm;
  out->client_type = key.head;
  out->client_id = key.tail;
  out->datestamp = claim->date;
  out->region = claim->region;
  out->service = claim->service;
  out->request_type = claim->terminator;
  out->signed_headers = claim->signed_headers;
  out->signature = claim->signature;
}

static dciauth_status parse_list(const dciauth_profile *p, const header_list *list, buf *b,
                                 dciauth_parsed_headers *out) {
  bool found;
  dciauth_claim claim;
  dciauth_span value = last_value(list, "authorization", &found);
  out->timestamp = find_timestamp(list);
  if (out->timestamp.len == 0 || value.len == 0) {
    return DCIAUTH_OK;
  }
  dciauth_status status = claim_parse_loose(value, b, &claim, &out->where);
  if (status != DCIAUTH_OK) {
    return status == DCIAUTH_E_MALFORMED_CREDENTIAL ? DCIAUTH_OK : status;
  }
  if (!date_header_of(p, claim.terminator, &out->date_header)) {
    return DCIAUTH_OK;
  }
  fill_claim(&claim, out);
  out->host = last_value(list, "host", &found);
  status = fill_canonical_headers(p, list, b, out);
  out->present = status == DCIAUTH_OK;
  return status;
}

dciauth_status dciauth_parse_headers(const dciauth_profile *profile, const dciauth_pair *headers,
                                     size_t num_headers, dciauth_work work,
                                     dciauth_parsed_headers *out) {
  buf b = buf_of(work);
  header_list list;
  memset(out, 0, sizeof *out);
  if (!is_dci_row(profile)) {
    return DCIAUTH_E_ARGUMENT;
  }
  dciauth_status status = headers_collect(headers, num_headers, NULL, 0, &b, &list, &out->where);
  if (status == DCIAUTH_OK) {
    status = parse_list(profile, &list, &b, out);
  }
  if (!out->present) {
    dciauth_where where = out->where;
    memset(out, 0, sizeof *out);
    out->where = status == DCIAUTH_OK || status == DCIAUTH_E_SPACE ? out->where : where;
  }
  return status;
}

size_t dciauth_parse_bound(const dciauth_pair *headers, size_t num_headers) {
  dciauth_request request;
  memset(&request, 0, sizeof request);
  request.headers = headers;
  request.num_headers = num_headers;
  return dciauth_verify_bound(NULL, &request);
}

/* claimed_request is the request with what the headers claim, empty parts included; the host comes
 * with the canonical headers. */
static dciauth_dci_request claimed_request(const dciauth_dci_request *request,
                                           const dciauth_parsed_headers *parsed) {
  dciauth_dci_request claimed;
  memset(&claimed, 0, sizeof claimed);
  claimed.method = span_or(request->method, dciauth_str("GET"));
  claimed.endpoint = span_or(request->endpoint, dciauth_str("/"));
  claimed.params = request->params;
  claimed.num_params = request->num_params;
  claimed.data = request->data;
  claimed.algorithm = parsed->algorithm;
  claimed.region = parsed->region;
  claimed.service = parsed->service;
  claimed.request_type = parsed->request_type;
  claimed.signed_headers = parsed->signed_headers;
  claimed.timestamp = parsed->timestamp;
  claimed.datestamp = parsed->datestamp;
  claimed.canonical_headers = parsed->canonical_headers;
  claimed.num_canonical_headers = parsed->num_canonical_headers;
  return claimed;
}

/* access_key_of is type/id: the two stand side by side in the header they were read from. */
static dciauth_span access_key_of(const dciauth_parsed_headers *parsed) {
  return dciauth_bytes(parsed->client_type.ptr,
                       parsed->client_type.len + 1 + parsed->client_id.len);
}

static bool is_expired(const dciauth_profile *p, int64_t now, int64_t then) {
  uint64_t age = now > then ? (uint64_t)now - (uint64_t)then : (uint64_t)then - (uint64_t)now;
  return age > (uint64_t)p->max_skew;
}

dciauth_status dciauth_is_valid(const dciauth_profile *profile, const dciauth_dci_request *request,
                                dciauth_span secret_key, const dciauth_parsed_headers *parsed,
                                int64_t now, dciauth_work work) {
  int64_t then;
  dciauth_dci_headers claimed;
  if (!is_dci_row(profile)) {
    return DCIAUTH_E_ARGUMENT;
  }
  if (!parsed->present) {
    return DCIAUTH_E_NO_AUTH;
  }
  if (!timestamp_parse_loose(parsed->timestamp, &then)) {
    return DCIAUTH_E_MALFORMED_DATE;
  }
  if (is_expired(profile, now, then)) {
    return now > then ? DCIAUTH_E_SKEWED_PAST : DCIAUTH_E_SKEWED_FUTURE;
  }
  if (secret_key.len == 0) {
    return DCIAUTH_E_ARGUMENT;
  }
  const dciauth_dci_request full = claimed_request(request, parsed);
  buf b = buf_of(work);
  memset(&claimed, 0, sizeof claimed);
  uint8_t mac[32];
  uint8_t given[32];
  dciauth_status status =
      dci_stages(profile, &full, access_key_of(parsed), secret_key, &b, &claimed);
  if (status == DCIAUTH_OK) {
    status = dci_signature(profile, &full, secret_key, claimed.stages.string_to_sign, mac);
  }
  if (status != DCIAUTH_OK) {
    return status;
  }
  bool equal = decode_hex32(parsed->signature, given) && crypto_equal32(given, mac);
  crypto_wipe(mac, sizeof mac);
  return equal ? DCIAUTH_OK : DCIAUTH_E_SIGNATURE_MISMATCH;
}

size_t dciauth_is_valid_bound(const dciauth_profile *profile, const dciauth_dci_request *request,
                              const dciauth_parsed_headers *parsed) {
  const dciauth_dci_request full = claimed_request(request, parsed);
  return dciauth_dci_bound(profile, &full,
                           parsed->present ? access_key_of(parsed) : dciauth_bytes(NULL, 0));
}
