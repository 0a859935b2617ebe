// SPDX-License-Identifier: Apache-2.0
// The shim protocol for JavaScript packages: everything but the package itself.
//
// A shim gives `serve` one function per operation, which may be async. It takes a vector's `input`
// and returns the answer's `out`. It throws Unrepresentable when the package's types cannot carry
// the input, and Refused when the package rejected it with an error that it declares. Any other
// error is told apart by where it came from: `raised` if an installed package threw it, or let it
// through; else `error`.
"use strict";

const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");

class Unrepresentable extends Error {}
class Refused extends Error {}

// start.sh names the folder of the installation: nothing else is searched for packages.
const folder = path.resolve(process.argv[2] ?? ".");
const load = createRequire(path.join(folder, "package.json"));

// Standard output is the protocol's alone: whatever a package prints, also while it is loaded, goes
// to standard error.
const wire = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

// What goes as base64 in place of a plain string: control characters (but the LF between the lines
// of a stage), line separators, the BOM and bidi controls.
const NOT_PLAIN =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
const TIMESTAMP = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

// octets returns the bytes of `field`: a plain string, `field_b64`, or {repeat_b64, times}.
function octets(object, field) {
  if (Object.hasOwn(object, field + "_b64")) {
    return Buffer.from(object[field + "_b64"], "base64");
  }
  const value = object[field] ?? "";
  if (typeof value === "object") {
    const once = Buffer.from(value.repeat_b64, "base64");
    return Buffer.alloc(once.length * value.times, once);
  }
  return Buffer.from(value, "utf8");
}

// text returns `field` as the string that a JavaScript API takes.
function text(object, field) {
  const bytes = octets(object, field);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const what = { n: "header name", v: "header value" }[field] ?? field.replace("_", " ");
    throw new Unrepresentable(`the API takes strings, and the ${what} is not UTF-8`);
  }
}

// optional returns `field` as a string, or undefined if the vector does not have it.
function optional(object, field) {
  const has = Object.hasOwn(object, field) || Object.hasOwn(object, field + "_b64");
  return has ? text(object, field) : undefined;
}

// requestOf returns the request with all but the body as strings; `query` is null without a "?".
function requestOf(input) {
  const request = input.request;
  const target = text(request, "target");
  const mark = target.indexOf("?");
  return {
    method: text(request, "method"),
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? null : target.slice(mark + 1),
    headers: (request.headers ?? []).map((header) => [text(header, "n"), text(header, "v")]),
    body: octets(request, "body"),
  };
}

// literalOf returns the literal that stands for the hash of the body, or null.
function literalOf(input) {
  const payload = input.payload ?? { mode: "body" };
  if (payload.mode !== "body" && payload.mode !== "literal") {
    throw new Unrepresentable(`payload mode ${payload.mode}`);
  }
  return payload.mode === "literal" ? text(payload, "hash") : null;
}

// dateOf returns YYYYMMDDTHHMMSSZ as a Date.
function dateOf(timestamp) {
  const [, year, ...rest] = TIMESTAMP.exec(timestamp) ?? [];
  const [month, day, hour, minute, second] = rest;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const same = !isNaN(date) && date.toISOString().replace(/[-:]|\.000/g, "") === timestamp;
  if (!same) {
    throw new Unrepresentable("the API takes a Date, and the vector's time is none");
  }
  return date;
}

function needHeaderPlacement(input) {
  if ((input.params?.placement ?? "header") !== "header") {
    throw new Unrepresentable("this shim drives the header signer alone");
  }
}

// put sets `field`, or `field_b64` if the value is not plain text.
function put(out, field, value) {
  const plain = !NOT_PLAIN.test(value);
  out[plain ? field : field + "_b64"] = plain ? value : Buffer.from(value).toString("base64");
}

// signed returns the answer of a sign operation; `headers` are those of `after` not in `before`.
function signed(authorization, stages, after, before) {
  const out = { stages: {}, headers: [] };
  put(out, "signature", authorization.slice(authorization.lastIndexOf("Signature=") + 10));
  put(out, "authorization", authorization);
  for (const [name, value] of Object.entries(stages)) {
    put(out.stages, name, value);
  }
  const given = new Set(before.map(([name]) => name.toLowerCase()));
  for (const [name, value] of after.filter(([name]) => !given.has(name.toLowerCase()))) {
    const header = {};
    put(header, "n", name);
    put(header, "v", value);
    out.headers.push(header);
  }
  return out;
}

async function answer(ops, message) {
  if (!Object.hasOwn(ops, message.op)) {
    return { status: "unsupported", message: `no operation '${message.op}'` };
  }
  try {
    return { status: "ok", out: await ops[message.op](message.input) };
  } catch (error) {
    if (error instanceof Unrepresentable) {
      return { status: "unrepresentable", message: error.message };
    }
    if (error instanceof Refused) {
      return { status: "refused", message: error.message };
    }
    console.error(error);
    const status = error?.stack?.includes(path.join(folder, "node_modules")) ? "raised" : "error";
    return { status, message: String(error) };
  }
}

// lines yields the lines of standard input, which LF alone ends.
async function* lines() {
  let pieces = [];
  for await (let chunk of process.stdin) {
    for (let end; (end = chunk.indexOf(10)) >= 0; chunk = chunk.subarray(end + 1)) {
      yield Buffer.concat([...pieces, chunk.subarray(0, end)]).toString("utf8");
      pieces = [];
    }
    pieces.push(chunk);
  }
}

// versionOf returns the version of a package that is installed.
function versionOf(name) {
  const manifest = path.join(folder, "node_modules", name, "package.json");
  return JSON.parse(fs.readFileSync(manifest)).version;
}

// serve answers requests until `bye` or the end of the input; features and stages are words.
async function serve({ name, pkg, ops, profiles, features, stages, homepage, issues }) {
  const version = versionOf(pkg);
  const language = { language: "javascript", language_version: process.versions.node };
  const hello = {
    status: "ok",
    protocol: 1,
    impl: { name, version, ...language, homepage, issues },
    ops: Object.keys(ops),
    profiles,
    features: features.split(/\s+/).filter(Boolean),
    stages: stages.split(/\s+/).filter(Boolean),
  };
  for await (const line of lines()) {
    const message = JSON.parse(line);
    if (message.op === "bye") {
      break;
    }
    const reply = message.op === "hello" ? hello : await answer(ops, message);
    wire(JSON.stringify({ id: message.id, ...reply }) + "\n");
  }
}

module.exports = {
  Refused,
  Unrepresentable,
  dateOf,
  literalOf,
  load,
  needHeaderPlacement,
  optional,
  put,
  requestOf,
  serve,
  signed,
  text,
};
