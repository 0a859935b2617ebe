# SPDX-License-Identifier: Apache-2.0
"""reference.py against answers that others have published."""

import pytest
from vectorgen import reference as ref
from vectorgen.reference import Claim, Params, Refused, Request

SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
S3_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
HOST = [(b"Host", b"example.amazonaws.com")]
BUCKET = [(b"Host", b"examplebucket.s3.amazonaws.com")]
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")


def aws4(method: bytes, target: bytes, headers=None, body=b"", **kw) -> str:
    params = Params(
        "AKIDEXAMPLE", SECRET, "20150830T123600Z", "us-east-1", kw.pop("service", "service"), **kw
    )
    return ref.sign("aws4", Request(method, target, headers or HOST, body), params).signature


def s3(method: bytes, target: bytes, headers=(), body=b"") -> str:
    params = Params("AKIAIOSFODNN7EXAMPLE", S3_SECRET, "20130524T000000Z", "us-east-1", "s3")
    return ref.sign("aws4-s3", Request(method, target, [*BUCKET, *headers], body), params).signature


@pytest.mark.parametrize(
    ("method", "target", "signature"),
    [
        (b"GET", b"/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        (b"POST", b"/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        (
            b"GET",
            b"/?Param2=value2&Param1=value1",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        ),
    ],
)
def test_aws_suite(method, target, signature):
    """get-vanilla, post-vanilla and get-vanilla-query-order-key-case of AWS's own suite."""
    assert aws4(method, target) == signature


def test_iam_example():
    """ListUsers, worked through in the General Reference."""
    headers = [(b"Host", b"iam.amazonaws.com"), (FORM[0], FORM[1] + b"; charset=utf-8")]
    got = aws4(b"GET", b"/?Action=ListUsers&Version=2010-05-08", headers, service="iam")
    assert got == "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"


def test_s3_examples():
    """The four examples of the S3 API Reference."""
    assert s3(b"GET", b"/test.txt", [(b"Range", b"bytes=0-9")]) == (
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    )
    put = [
        (b"Date", b"Fri, 24 May 2013 00:00:00 GMT"),
        (b"x-amz-storage-class", b"REDUCED_REDUNDANCY"),
    ]
    assert s3(b"PUT", b"/test%24file.text", put, b"Welcome to Amazon S3.") == (
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
    )
    assert (
        s3(b"GET", b"/?lifecycle")
        == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
    )
    assert (
        s3(b"GET", b"/?max-keys=2&prefix=J")
        == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
    )


@pytest.mark.parametrize(
    ("secret", "date", "service", "key"),
    [
        (
            SECRET,
            "20150830",
            "iam",
            "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9",
        ),
        (
            SECRET,
            "20120215",
            "iam",
            "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d",
        ),
    ],
)
def test_derived_key(secret, date, service, key):
    """The two derived keys that AWS's documents print."""
    claim = Claim(
        "AWS4-HMAC-SHA256", "AKIDEXAMPLE", date, "us-east-1", service, "aws4_request", "host"
    )
    assert ref.signing_key(ref.ROWS["aws4"], claim, secret).hex() == key


@pytest.mark.parametrize(
    ("word", "more", "signature"),
    [
        (
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            (b"Content-Length", b"66824"),
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
        ),
        (
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            (b"x-amz-trailer", b"x-amz-checksum-crc32c"),
            "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
        ),
    ],
)
def test_s3_seed_signatures(word, more, signature):
    """The first signatures of the two examples of a body in pieces in the S3 API Reference."""
    headers = [
        (b"Host", b"s3.amazonaws.com"),
        (b"Content-Encoding", b"aws-chunked"),
        (b"x-amz-decoded-content-length", b"66560"),
        (b"x-amz-storage-class", b"REDUCED_REDUNDANCY"),
        more,
    ]
    request = Request(b"PUT", b"/examplebucket/chunkObject.txt", headers)
    params = Params(
        "AKIAIOSFODNN7EXAMPLE", S3_SECRET, "20130524T000000Z", "us-east-1", "s3", payload=word
    )
    assert ref.sign("aws4-s3", request, params).signature == signature


def test_s3_vanilla():
    """GET / of the example host in S3 mode: what botocore and aws-c-auth give too."""
    params = Params("AKIDEXAMPLE", SECRET, "20150830T123600Z", "us-east-1", "s3")
    assert ref.sign("aws4-s3", Request(b"GET", b"/", HOST), params).signature == (
        "4a57a9b66302b918923f101b20f6be667a12693f84a1e13a9a8b877028bef358"
    )


def test_s3_put_with_unsigned_payload_has_the_word_twice():
    params = Params(
        "AKIDEXAMPLE", SECRET, "20150830T123600Z", "us-east-1", "s3", payload="UNSIGNED-PAYLOAD"
    )
    out = ref.sign("aws4-s3", Request(b"PUT", b"/k", HOST, b"x"), params)
    assert out.canonical_request.endswith(b"\nUNSIGNED-PAYLOAD")
    assert b"\nx-amz-content-sha256:UNSIGNED-PAYLOAD\n" in out.canonical_request


@pytest.mark.parametrize(
    ("wire", "canonical"),
    [
        (b"/", b"/"),
        (b"//", b"/"),
        (b"/a/../", b"/"),
        (b"/../../a", b"/a"),
        (b"/a/b/..", b"/a"),
        (b"/a/.", b"/a"),
        (b"//a/./b/../c//%2e%2e/d/", b"/a/c/%252e%252e/d/"),
        (b"/a%2Fb/%20c/d%2fe", b"/a%252Fb/%2520c/d%252fe"),
        (b"/...", b"/..."),
        (b"/a+b", b"/a%2Bb"),
        (b"/\xff", b"/%FF"),
    ],
)
def test_path(wire, canonical):
    assert ref.path_normalise_encode(wire) == canonical


@pytest.mark.parametrize(
    ("wire", "canonical"),
    [
        (b"/", b"/"),
        (b"/a//./b%20c/..", b"/a//./b%2520c/.."),
        (b"/a b:c", b"/a%20b%3Ac"),
        (b"/\xff~", b"/%FF~"),
    ],
)
def test_path_encoded_but_not_normalised(wire, canonical):
    assert ref.path_encode(wire) == canonical


@pytest.mark.parametrize(
    ("wire", "canonical"),
    [
        (b"a-b=1&a=2", b"a=2&a-b=1"),
        (b"az=1&a%7B=2", b"a%7B=2&az=1"),
        (b"acl&&b=&a&", b"a=&acl=&b="),
        (b"q=%7e%41%2f%3a", b"q=~A%2F%3A"),
        (b"=v", b"=v"),
        (b"a=b=c", b"a=b%3Dc"),
        (b"a+b", b"a%2Bb="),
        (b"", b""),
        (b"&", b""),
        (b"a=2&a=10&a=1", b"a=1&a=10&a=2"),
        (b"%FF", b"%FF="),
    ],
)
def test_query(wire, canonical):
    assert ref.query_encoded_pairs(wire) == canonical


@pytest.mark.parametrize(
    ("wire", "canonical"),
    [
        (b"a%7B=2&az=1", b"az=1&a%7B=2"),
        (b"a=b%20c+d", b"a=b+c+d"),
        (b"a=%C3%28", b"a=%EF%BF%BD%28"),
        (b"a=%zz", b"a=%25zz"),
        (b"a=\xff", b"a=%EF%BF%BD"),
        (b"a&=b", b"=b&a="),
    ],
)
def test_dci_query(wire, canonical):
    assert ref.query_urlencode(wire) == canonical


def test_dci_query_refuses_repeats():
    with pytest.raises(Refused) as e:
        ref.query_urlencode(b"a=1&%61=2")
    assert e.value.word == "duplicate-query-param"


@pytest.mark.parametrize(
    "text", ["20160229T235959Z", "00010101T000000Z", "99991231T235959Z", "20000229T000000Z"]
)
def test_timestamp_good(text):
    assert ref.is_timestamp(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20150830T123600",
        "20150830T123600z",
        "20150229T000000Z",
        "19000229T000000Z",
        "20151301T000000Z",
        "20150001T000000Z",
        "20150100T000000Z",
        "20150101T240000Z",
        "20150101T006000Z",
        "20150101T000060Z",
        "00000101T000000Z",
        "2015083T1236000Z",
        "20150830T123600Z\n",
        "٢0150830T123600Z",
    ],
)
def test_timestamp_bad(text):
    assert not ref.is_timestamp(text)


def refusal(row: str, request: Request, **kw) -> str:
    given = {
        "access_key": "AKIDEXAMPLE",
        "secret_key": SECRET,
        "timestamp": "20150830T123600Z",
        "region": "us-east-1",
        "service": "service",
        **kw,
    }
    with pytest.raises(Refused) as e:
        ref.sign(row, request, Params(**given))
    return e.value.word


def test_refusals():
    """One of each kind, so that no check of the signer is dead."""
    get = Request(b"GET", b"/", HOST)
    assert refusal("aws4", Request(b"G T", b"/", HOST)) == "malformed-method"
    assert refusal("aws4", Request(b"GET", b"a", HOST)) == "malformed-uri"
    assert refusal("aws4", Request(b"GET", b"/%z", HOST)) == "malformed-uri"
    assert refusal("aws4", Request(b"GET", b"/?%z", HOST)) == "malformed-query"
    assert refusal("aws4", Request(b"GET", b"/?\n", HOST)) == "malformed-query"
    assert refusal("aws4", Request(b"GET", b"/", [*HOST, (b"a b", b"")])) == "malformed-header"
    assert refusal("aws4", Request(b"GET", b"/", [*HOST, *HOST])) == "duplicate-host"
    assert (
        refusal("aws4", Request(b"GET", b"/", [*HOST, (b"AUTHORIZATION", b"")]))
        == "reserved-header"
    )
    assert (
        refusal("aws4-s3", Request(b"GET", b"/", [*HOST, (b"x-amz-content-sha256", b"")]))
        == "reserved-header"
    )
    assert refusal("aws4", Request(b"GET", b"/")) == "host-not-signed"
    assert refusal("aws4", get, region="") == "argument"
    assert refusal("aws4", get, terminator="x") == "argument"
    assert refusal("aws4", get, access_key="a/b") == "malformed-credential"
    assert refusal("aws4", get, access_key="a" * 129) == "limit-exceeded"
    assert refusal("aws4", get, service="a b") == "malformed-credential"
    assert refusal("aws4", get, timestamp="now") == "malformed-date"
    assert refusal("aws4", get, payload="x") == "payload-hash-invalid"
    assert refusal("aws4", get, secret_key="") == "argument"
    assert refusal("aws4", get, session_token="EXAMPLE\n") == "malformed-header"
    assert refusal("aws4", get, signed_headers="host") == "header-not-signed"
    assert refusal("aws4", get, signed_headers="x-amz-date") == "host-not-signed"
    assert refusal("aws4", get, signed_headers="host;host;x-amz-date") == "signed-headers-malformed"
    assert refusal("aws4", get, signed_headers="a;host;x-amz-date") == "signed-header-missing"
    wrong = Request(b"PUT", b"/", [*HOST, (b"x-amz-content-sha256", b"0" * 64)], b"x")
    assert refusal("aws4", wrong) == "payload-hash-mismatch"
    assert (
        refusal("dci2-v2.1", get, access_key="a/b", payload="UNSIGNED-PAYLOAD")
        == "payload-mode-not-allowed"
    )
    assert refusal("dci2-v2.1", get, access_key="a/b", session_token="EXAMPLE") == "argument"
    twice = Request(b"GET", b"/", [*HOST, (b"a", b"1"), (b"A", b"2")])
    assert (
        refusal("dci2-v2.1", twice, access_key="a/b", signed_headers="host;a") == "malformed-header"
    )


# ---- The rows of DCI -----------------------------------------------------------------------------

DCI_KEY = {
    "access_key": "remoteci/client_id",
    "secret_key": "secret",
    "timestamp": "20240919T132539Z",
}
SCOPED = {"region": "BHS3", "service": "api"}
DCI_HEADERS = [(b"Host", b"api.distributed-ci.io")]


def dci(row: str, target: bytes = b"/", headers=DCI_HEADERS, **kw) -> ref.Signed:
    given = {**DCI_KEY, **({} if row == "dci1" else SCOPED), **kw}
    return ref.sign(row, Request(b"get", target, headers), Params(**given))


@pytest.mark.parametrize(
    ("wire", "canonical"),
    [
        (b"/a%2Fb%20c", b"/a/b c"),
        (b"/a+b%zz%", b"/a+b%zz%"),
        (b"/%0A%00", b"/\n\0"),
        (b"/%C3A%A9", "/\ufffdA\ufffd".encode()),
        ("/%C3é%A9".encode(), "/\ufffdé\ufffd".encode()),
        (b"/%FF%2541", "/\ufffd%41".encode()),
        (b"/\xc3%A9%41", "/\ufffd\ufffdA".encode()),
    ],
)
def test_path_unquote(wire, canonical):
    assert ref.path_unquote(wire) == canonical


def test_query_quote():
    """Sorted after encoding, a blank is %20."""
    assert ref.query_quote(b"az=1&a%7B=2&q=c+d~/") == b"a%7B=2&az=1&q=c%20d~%2F"


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        ("\u00a0a\x1c \u2003b\t", "a b"),
        ("a\u200bb", "a\u200bb"),
        ("", ""),
    ],
)
def test_value_split_join(value, canonical):
    assert ref.value_split_join(value.encode()) == canonical.encode()


def test_dci_class():
    """Names sorted, values joined; the date header follows from the row."""
    lines = dci("dci-aws4", headers=[(b"host", b" a  b ")]).canonical_request.split(b"\n")
    assert lines[0] == b"get"
    assert lines[3:5] == [b"host:a b", b"x-amz-date:20240919T132539Z"]
    assert dci("dci2").authorization.startswith(
        "DCI2-HMAC-SHA256 Credential=remoteci/client_id/2024"
    )


def test_dci1():
    """Upper-case method, all headers, no scope, a key of one step, a comma at the end."""
    out = dci("dci1", b"/a%2Fb?x=c%20d", headers=[(b"X-B", b" 1 ")])
    assert out.canonical_request.split(b"\n")[:6] == [
        b"GET",
        b"/a%2Fb",
        b"x=c+d",
        b"dci-datetime:20240919T132539Z",
        b"x-b: 1 ",
        b"",
    ]
    lines = out.string_to_sign.split(b"\n")
    assert lines[:3] == [b"DCI-HMAC-SHA256", b"20240919T132539Z", b"20240919"]
    assert out.authorization == (
        "DCI-HMAC-SHA256 Credential=remoteci/client_id, "
        f"SignedHeaders=dci-datetime;x-b, Signature={out.signature},"
    )


def test_names_as_given_may_repeat():
    assert (
        b"\nhost;host;x-dci-date\n"
        in dci("dci2-v2", signed_headers="host;host;x-dci-date").canonical_request
    )
    assert dci_refusal("dci2-v2", signed_headers="host;" * 5 + "host") == "signed-headers-malformed"
    assert dci_refusal("dci2", signed_headers="host;host") == "signed-headers-malformed"


def dci_refusal(row: str, **kw) -> str:
    with pytest.raises(Refused) as e:
        dci(row, **kw)
    return e.value.word


def test_dci_refusals():
    assert dci_refusal("dci2", headers=[]) == "host-not-signed"
    assert dci_refusal("dci2", region="") == "argument"
    assert dci_refusal("dci2", algorithm="AWS4-HMAC-SHA256") == "bad-algorithm"
    assert dci_refusal("dci2", terminator="aws4_request") == "scope-terminator"
    assert dci_refusal("dci2", datestamp="20240919") == "argument"
    assert dci_refusal("dci2", access_key="a//b") == "malformed-credential"
    assert dci_refusal("dci2", signed_headers="x-dci-date") == "host-not-signed"
    assert dci_refusal("dci2", signed_headers="host") == "header-not-signed"
    assert dci_refusal("dci2-v2", access_key="a") == "malformed-credential"
    assert dci_refusal("dci2-v2", datestamp="20240230") == "malformed-date"
    assert dci_refusal("dci2-v2", algorithm="a b") == "malformed-credential"
    assert dci_refusal("dci1", region="BHS3", service="api") == "argument"
    assert dci_refusal("dci1", terminator="dci2_request") == "argument"
    assert dci_refusal("dci1", signed_headers="x-a", headers=[(b"X-A", b"")]) == "header-not-signed"
    other = [*DCI_HEADERS, (b"x-amz-date", b"")]
    assert dci_refusal("dci2", headers=other) == "reserved-header"
    assert dci("dci1", headers=other).signature
