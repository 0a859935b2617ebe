// SPDX-License-Identifier: Apache-2.0
// @smithy/signature-v4, the signer of the AWS SDK for JavaScript v3, behind the shim protocol.
//
// The public call is `new SignatureV4(…).sign(new HttpRequest(…), { signingDate })`, with the time
// as a parameter. aws4 is uriEscapePath with applyChecksum off, so that x-amz-content-sha256 is not
// added; aws4-s3 is the opposite of both. The canonical request and the string to sign come from
// the signer's own protected methods, which a subclass sees.
//
// The query goes in as an object of decoded names and values, so a parser stands between the vector
// and the signer. It is this shim's own, `parametersOf`: it keeps each name and value, "" for a
// name without a value, "+" as a plus, and leaves out empty pairs. The library's parseQueryString
// would lose more: a name without a value becomes null, which the signer then drops, and "a=b=c" is
// cut to "a=b". What is no percent-encoded UTF-8 has no decoded form: `unrepresentable`.
"use strict";

const { createHash, createHmac } = require("node:crypto");
const { Readable } = require("node:stream");

const lib = require("../shimlib.js");
const { SignatureV4 } = lib.load("@smithy/signature-v4");
const { HttpRequest } = lib.load("@smithy/core/protocols");

const CONTENT_HASH = "x-amz-content-sha256";

// Sha256 is the hash that the signer is constructed with; with a secret it is the HMAC.
class Sha256 {
  constructor(secret) {
    this.hash = secret === undefined ? createHash("sha256") : createHmac("sha256", secret);
  }
  update(data) {
    this.hash.update(data);
  }
  async digest() {
    return new Uint8Array(this.hash.digest());
  }
}

class Recording extends SignatureV4 {
  stages = {};
  createCanonicalRequest(...args) {
    return (this.stages.canonical_request = super.createCanonicalRequest(...args));
  }
  async createStringToSign(...args) {
    return (this.stages.string_to_sign = await super.createStringToSign(...args));
  }
}

function decoded(word) {
  try {
    return decodeURIComponent(word);
  } catch {
    throw new lib.Unrepresentable("the API takes decoded parameters; this is no encoded UTF-8");
  }
}

function parametersOf(query) {
  const parameters = Object.create(null);
  for (const pair of (query ?? "").split("&").filter((pair) => pair !== "")) {
    const [name, ...value] = pair.split("=");
    const key = decoded(name);
    (parameters[key] ??= []).push(decoded(value.join("=")));
  }
  return parameters;
}

// objectOf returns the headers as the API takes them: one string a name, whatever the case.
function objectOf(headers) {
  const object = Object.create(null);
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  if (names.size !== headers.length) {
    throw new lib.Unrepresentable("the API takes one string per header name");
  }
  return Object.assign(object, Object.fromEntries(headers));
}

// bodyOf returns the body, or what stands for it if the vector gives its hash: the API takes a hash
// in x-amz-content-sha256, and signs UNSIGNED-PAYLOAD for a stream.
function bodyOf(input, body, headers) {
  const literal = lib.literalOf(input);
  const name = Object.keys(headers).find((key) => key.toLowerCase() === CONTENT_HASH);
  if (literal === null || (name !== undefined && headers[name] === literal)) {
    return body;
  }
  if (name !== undefined) {
    throw new lib.Unrepresentable(`the payload hash is what ${CONTENT_HASH} says`);
  }
  if (input.profile === "aws4-s3") {
    headers[CONTENT_HASH] = literal;
    return body;
  }
  if (literal !== "UNSIGNED-PAYLOAD") {
    throw new lib.Unrepresentable(`the API takes a payload hash in ${CONTENT_HASH} alone`);
  }
  return Readable.from([body]);
}

// selectionOf returns the options that make the signer sign these of the headers, and no other.
function selectionOf(params, names) {
  const asked = lib.optional(params, "signed_headers")?.toLowerCase().split(";");
  if (asked === undefined) {
    return {};
  }
  const wanted = new Set(asked);
  if (asked.length !== wanted.size || asked.some((name) => !names.includes(name))) {
    throw new lib.Unrepresentable("the API chooses among the headers that are sent, once each");
  }
  const unsignableHeaders = new Set(names.filter((name) => !wanted.has(name)));
  return { signableHeaders: wanted, unsignableHeaders };
}

function signerOf({ credentials, params, profile }, token) {
  return new Recording({
    service: lib.text(params, "service"),
    region: lib.text(params, "region"),
    credentials: {
      accessKeyId: lib.text(credentials, "access_key"),
      secretAccessKey: lib.text(credentials, "secret_key"),
      sessionToken: token,
    },
    sha256: Sha256,
    uriEscapePath: profile === "aws4",
    applyChecksum: profile === "aws4-s3",
  });
}

async function sign(input) {
  lib.needHeaderPlacement(input);
  const { method, path, query, headers: given, body } = lib.requestOf(input);
  const token = lib.optional(input.credentials, "session_token");
  const signingDate = lib.dateOf(lib.text(input.params, "timestamp"));
  const headers = objectOf(given);
  const payload = bodyOf(input, body, headers);
  const added = ["x-amz-date", ...(token ? ["x-amz-security-token"] : [])];
  added.push(...(input.profile === "aws4-s3" ? [CONTENT_HASH] : []));
  const names = [...given.map(([name]) => name.toLowerCase()), ...added];
  const options = { signingDate, ...selectionOf(input.params, names) };
  const parameters = parametersOf(query);
  const request = new HttpRequest({ method, path, query: parameters, headers, body: payload });
  if (request.method !== method || request.path !== path) {
    throw new lib.Unrepresentable(`HttpRequest makes of it ${request.method} ${request.path}`);
  }
  const signer = signerOf(input, token);
  const { authorization, ...after } = (await signer.sign(request, options)).headers;
  return lib.signed(authorization, signer.stages, Object.entries(after), given);
}

lib.serve({
  name: "smithy",
  pkg: "@smithy/signature-v4",
  ops: { sign },
  profiles: ["aws4", "aws4-s3"],
  features: `
    payload.unsigned payload.literal header.custom header.content-sha256-optional header.raw-bytes
    path.raw-bytes query.duplicate-keys signed-headers.select token.session clock.injectable
  `,
  stages: "canonical_request string_to_sign signature",
  homepage: "https://github.com/smithy-lang/smithy-typescript",
  issues: "https://github.com/smithy-lang/smithy-typescript/issues",
});
