# SPDX-License-Identifier: Apache-2.0
"""aws4: which query is signed, and what is no query."""

from ..families import query
from ..suite import Area

area = Area(
    "aws4",
    "verify-query",
    "verify",
    "The arguments that are signed, and those that are used",
    [
        "An argument is a command. Two parsers of one query must find the same arguments in it,",
        "and the one that verifies must find them all.",
    ],
    {},
)

# What aws4/verify has already, and what is of an object store, is not here.
query.family.into(
    area,
    leave={
        "semicolon_for_ampersand",
        "delimiters_escaped",
        "command_policy",
        "command_uploads",
        "command_exchanged",
    },
)
