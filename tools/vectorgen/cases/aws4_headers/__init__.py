# SPDX-License-Identifier: Apache-2.0
"""aws4: the canonical headers and the list of signed headers."""

from ...suite import Alternative, Area, Sign

area = Area(
    "aws4",
    "headers",
    "sign",
    "The canonical headers and the list of signed headers",
    [
        "Names are lower case and sorted, values trimmed and their runs of blanks collapsed,",
        "repeats joined with ','. All headers given and added are signed, unless",
        "params.signed_headers names a choice.",
    ],
    {
        "order": "The order of the lines",
        "value": "White space in values",
        "repeat": "The same name more than once",
        "kept": "Headers that some signers leave out",
        "host": "Host",
        "select": "Choosing what is signed",
        "disputed": "White space, folded lines, and headers that the signer adds itself",
        "malformed": "Headers that no signer should sign",
    },
)

DATE_LINES = b"host:example.amazonaws.com\nmy-header1:%s\nx-amz-date:20150830T123600Z\n"


def my_header(text: str | bytes) -> Sign:
    """The plainest request with one header of this value."""
    return Sign("/", headers=[("My-Header1", text)])


def white_space(*pairs: tuple[str, bytes]) -> list[Alternative]:
    """What else the value may come out as, each with its reason."""
    return [Alternative(reason, {"headers": DATE_LINES % text}) for reason, text in pairs]
