# SPDX-License-Identifier: Apache-2.0
"""Honest requests."""

from __future__ import annotations

from ... import spec
from ...suite import Verify, after_sign
from . import family


@family.valid("accept", "GET", flags=["baseline"], spec=[spec.SIGNATURE, spec.AUTH_FORM])
def get():
    """The twin of most of the others."""
    return Verify("/reports/2015?page=1&size=50")


@family.valid(
    "accept",
    "'authorization' in lower case",
    base="get",
    flags=["over-strict"],
    spec=[spec.HEADER_CASE],
)
def name_lower_case():
    """Names of headers have no case: HTTP/2 writes them all like this."""
    return after_sign("rename-header", "Authorization", "authorization")


@family.valid(
    "accept",
    "'AUTHORIZATION' in upper case",
    base="get",
    flags=["over-strict"],
    spec=[spec.HEADER_CASE],
)
def name_upper_case():
    """No client writes it like this, and a verifier must find it or refuse: not overlook it."""
    return after_sign("rename-header", "Authorization", "AUTHORIZATION")


@family.valid(
    "accept",
    "Proxy-Authorization beside it",
    base="get",
    flags=["over-strict", "auth-source"],
    spec=[spec.UNSIGNED_OK],
)
def proxy_authorization_beside():
    """That is for a proxy, and no second authentication of this request."""
    return after_sign("add-header", "Proxy-Authorization", "Basic cHJveHk6RVhBTVBMRQ==")
