#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A shim to copy, of the kind exec-once: one JSON object in, one out, and the end. It needs jq. The toy signs with openssl:
# Host and the date, path and query as they are. Put your tool in the place of what stands between `sign)` and `say`.
eval "$(jq -r '@sh "op=\(.op) id=\(.id) encoded=\([.. | objects | keys[] | select(endswith("_b64"))] | length)",
  (.input // empty | @sh "method=\(.request.method) target=\(.request.target) host=\(.request.headers[0].v)",
  @sh "body=\(.request.body // "") access=\(.credentials.access_key) secret=\(.credentials.secret_key)",
  @sh "region=\(.params.region) service=\(.params.service) time=\(.params.timestamp)")')"
say() { jq -cn --argjson id "$id" --arg cr "$cr" --arg signature "$key" --arg auth "$auth" "{id: \$id} + $1"; }
sha256() { openssl dgst -sha256 -r "$@" | cut -d' ' -f1; }
hmac() { printf %s "$2" | sha256 -mac HMAC -macopt "hexkey:$1"; }
case $op$encoded in
hello*) say '{status: "ok", protocol: 1, impl: {name: "template-shell", version: "1", language: "shell"},
  ops: ["sign"], profiles: ["aws4"], features: [], stages: ["canonical_request", "signature"]}' ;;
sign0)
  path=${target%%\?*} query=
  [ "$path" = "$target" ] || query=${target#*\?}
  cr=$(printf '%s\n%s\n%s\nhost:%s\nx-amz-date:%s\n\nhost;x-amz-date\n%s' "$method" "$path" "$query" "$host" "$time" \
    "$(printf %s "$body" | sha256)")
  scope=${time%%T*}/$region/$service/aws4_request
  key=$(printf 'AWS4%s' "$secret" | od -An -v -tx1 | tr -d ' \n')
  for part in "${time%%T*}" "$region" "$service" aws4_request \
    "$(printf 'AWS4-HMAC-SHA256\n%s\n%s\n%s' "$time" "$scope" "$(printf %s "$cr" | sha256)")"; do
    key=$(hmac "$key" "$part")
  done
  auth="AWS4-HMAC-SHA256 Credential=$access/$scope, SignedHeaders=host;x-amz-date, Signature=$key"
  say '{status: "ok", out: {$signature, authorization: $auth, stages: {canonical_request: $cr}}}' ;;
sign*) say '{status: "unrepresentable", message: "this shim passes plain text alone"}' ;;
*) say '{status: "unsupported"}' ;;
esac
