# SPDX-License-Identifier: Apache-2.0
"""Flags: the bug class that a vector is after. Each file carries the notes of the flags it uses."""

from __future__ import annotations

from .model import Json


def note(
    bug_type: str,
    description: str,
    effect: str,
    links: list[str] | None = None,
    cves: list[str] | None = None,
):
    return {
        "bug_type": bug_type,
        "description": description,
        "effect": effect,
        "links": links or [],
        "cves": cves or [],
    }


GH = "https://github.com"
FALSE_REJECT = "Right requests are answered 403, for some inputs only, which makes it hard to find."

NOTES: dict[str, Json] = {
    "baseline": note(
        "none", "The plain case of its kind.", "Nothing else can be judged while this fails."
    ),
    "dot-segments": note(
        "normalisation",
        "Dot segments and empty segments are not removed, or removed where they are names.",
        FALSE_REJECT + " In a verifier two different resources share a signature.",
        [f"{GH}/smithy-lang/smithy-rs/issues/1308"],
    ),
    "double-encoding": note(
        "encoding",
        "The path is encoded once instead of twice, or decoded before it is encoded.",
        FALSE_REJECT,
        [f"{GH}/awslabs/aws-crt-python/pull/274"],
    ),
    "single-encoding": note(
        "encoding",
        "An S3 key is encoded again, decoded, or normalised.",
        FALSE_REJECT,
        [f"{GH}/aws/aws-sdk-go-v2/pull/833"],
    ),
    "escape-set": note(
        "encoding",
        "The set of characters that are escaped is another than the unreserved ones of RFC 3986.",
        FALSE_REJECT,
        [f"{GH}/boto/boto/issues/2849", f"{GH}/awslabs/aws-sdk-rust/issues/330"],
    ),
    "hex-case": note(
        "encoding",
        "Escapes are written with lower-case digits, or kept as they came.",
        FALSE_REJECT,
    ),
    "plus-sign": note(
        "encoding",
        "'+' is read as a space, or a space is written as '+'.",
        FALSE_REJECT,
        [f"{GH}/curl/curl/issues/20543", f"{GH}/envoyproxy/envoy/issues/40523"],
    ),
    "sort-order": note(
        "ordering",
        "The query is sorted as whole strings, before encoding, or by the rules of a language.",
        FALSE_REJECT,
        [
            f"{GH}/mhart/aws4/pull/103",
            f"{GH}/boto/botocore/pull/1978",
            f"{GH}/aws/aws-sdk-go-v2/issues/2969",
        ],
    ),
    "header-order": note(
        "ordering",
        "Header lines are sorted as 'name:value', or names before they are lower case.",
        FALSE_REJECT,
        [f"{GH}/curl/curl/pull/14370", f"{GH}/boto/boto/issues/3749"],
    ),
    "query-shape": note(
        "parsing",
        "Keys without '=', empty pairs, or a second '=' are lost or cut.",
        FALSE_REJECT,
        [f"{GH}/curl/curl/issues/8107", f"{GH}/aws/aws-sdk-java-v2/pull/3369"],
    ),
    "repeated-key": note(
        "parsing",
        "A repeated query key loses all but one of its values, or is not sorted by value.",
        "The signed view and the used view differ: an argument takes effect that nobody signed.",
        [f"{GH}/aws/aws-sdk-go/issues/1495"],
        ["CVE-2022-2385"],
    ),
    "repeated-header": note(
        "parsing",
        "Repeated headers are sorted, joined with a blank, or all but one dropped.",
        FALSE_REJECT,
        [f"{GH}/aws/aws-sdk-php/issues/161"],
    ),
    "white-space": note(
        "normalisation",
        "Runs of blanks in a header value are kept, or more than blanks counts as white space.",
        FALSE_REJECT,
        [f"{GH}/boto/botocore/pull/1182", f"{GH}/minio/minio-go/pull/1065"],
    ),
    "bytes": note(
        "encoding",
        "Bytes that are not text are decoded, replaced or cut before they are signed.",
        "The signature covers another request than the one on the wire.",
    ),
    "host-port": note(
        "parsing",
        "A port is dropped from Host, or one is added.",
        FALSE_REJECT,
        [f"{GH}/curl/curl/issues/9550"],
    ),
    "payload-hash": note(
        "binding",
        "The body is not hashed, or the hash in the header is believed.",
        "A captured request carries another body.",
        [f"{GH}/minio/minio/pull/5137"],
    ),
    "unsigned-payload": note(
        "downgrade",
        "The wire format decides whether the body is checked.",
        "Whoever holds a request without body hash can put any body into it.",
        [],
        ["CVE-2025-31489"],
    ),
    "session-token": note(
        "binding",
        "A session token is not signed, or one is accepted that belongs to another session.",
        "Temporary credentials outlive their session or are mixed.",
    ),
    "scope": note(
        "binding",
        "A part of the credential scope is not compared with what the verifier expects.",
        "A signature made for another service, region or day is accepted.",
        [f"{GH}/minio/minio/pull/3688"],
    ),
    "date": note(
        "parsing",
        "A date that is none is accepted, or read leniently.",
        "What was signed and what was compared with the clock differ.",
    ),
    "freshness": note(
        "freshness",
        "The time is not checked, or only when it is there.",
        "A captured request is good for ever.",
        [],
        ["CVE-2015-8466", "CVE-2020-12692"],
    ),
    "key-derivation": note(
        "cryptography", "The key chain is wrong for some secret, day or scope.", FALSE_REJECT
    ),
    "selection": note(
        "parsing",
        "The list of signed headers is unsorted, in upper case, or not the one signed.",
        FALSE_REJECT,
    ),
    "coverage": note(
        "coverage",
        "Headers are honoured that the signature does not cover.",
        "Whoever holds one signed request adds a command to it and acts as its signer.",
        [f"{GH}/seaweedfs/seaweedfs/pull/9121"],
        ["CVE-2026-54330", "CVE-2026-97731"],
    ),
    "over-strict": note(
        "availability",
        "Honest requests are refused: a header that hops add or change is demanded to be signed.",
        "Honest clients are locked out, and the check is then turned off.",
        [f"{GH}/ceph/ceph/pull/71192"],
    ),
    "injection": note(
        "parsing",
        "CR, LF or NUL in a field reaches the canonical request.",
        "One value becomes two lines of the canonical request, or two headers on the next hop.",
    ),
    "auth-syntax": note(
        "parsing",
        "The Authorization header is read too leniently, or more strictly than it is defined.",
        "Two parsers in one path see two identities, or an honest client is refused.",
        [f"{GH}/gravitational/teleport/issues/50866"],
    ),
    "auth-source": note(
        "confusion",
        "The identity is taken from one place and the signature from another.",
        "A request is carried out as somebody who never signed it.",
        [],
        ["CVE-2026-41145"],
    ),
    "algorithm": note(
        "downgrade",
        "The algorithm word is not compared, or a weaker one is taken.",
        "The client chooses the check.",
    ),
    "comparison": note(
        "cryptography",
        "Signatures are compared in part: over the shorter length, as numbers, up to a NUL.",
        "A signature is guessed byte by byte, or not needed at all.",
    ),
    "empty-secret": note(
        "confusion",
        "An unknown key is looked up as an empty secret.",
        "Anybody signs with the empty secret and is let in.",
        [],
        ["CVE-2026-88018"],
    ),
    "binding": note(
        "binding",
        "A part of the request takes no part in the signature.",
        "A captured request is repurposed.",
    ),
    "dci-defaults": note(
        "compatibility",
        "The defaults of python-dciauth are not reproduced.",
        "DCI clients and servers disagree.",
    ),
    "path-decoding": note(
        "encoding",
        "The path is not decoded, decoded twice, or encoded again afterwards.",
        FALSE_REJECT,
    ),
    "method-case": note(
        "normalisation",
        "The case of the method is changed where it is signed verbatim, or kept where it is not.",
        FALSE_REJECT,
    ),
    "auth-form": note(
        "formatting",
        "The Authorization value has a scope where there is none, or not the dialect's separators.",
        "The server's parser finds no signature in it.",
    ),
    "dci-lenient": note(
        "compatibility",
        "python-dciauth 2.1.7 accepts this; a strict verifier must not.",
        "A signature on one request is accepted on another.",
    ),
    "contract": note(
        "misuse",
        "The caller hands over something that the dialect cannot sign.",
        "Signed silently, it fails far away, on a server, as a 403 without reason.",
    ),
    "limits": note(
        "resources",
        "What is too long is cut, or taken without a bound; what is allowed to be long is refused.",
        "Two requests that differ behind the cut are one, or a flood is read, sorted and hashed.",
        [f"{GH}/chimera-nas/chimera/issues/817"],
    ),
    "policy-knob": note(
        "confusion",
        "A verifier that is told to tolerate one thing lets another one pass, too.",
        "A server that was made lenient for one client is open to everybody.",
    ),
}
