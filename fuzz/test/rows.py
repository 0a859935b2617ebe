# SPDX-License-Identifier: Apache-2.0
"""The rows by name, in the order of the leading byte of an input (twin.h), and those that go
together."""

AWS = ("aws4", "aws4-raw", "aws4-s3")
RELEASE_2 = ("dci2-v2.1", "dci1")  # python-dciauth 2.1
RELEASE_4 = ("dci2", "dci2-v2", "dci-aws4")  # python-dciauth 4
DCI = (*RELEASE_2, *RELEASE_4)
ROWS = ("aws4", "aws4-s3", "dci2-v2.1", "aws4-raw", "dci2", "dci2-v2", "dci-aws4", "dci1")
