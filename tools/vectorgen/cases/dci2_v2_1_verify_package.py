# SPDX-License-Identifier: Apache-2.0
"""dci2-v2.1: the verdicts of the functions of release 2.1.7."""

from .. import spec
from ..families import package
from ..families.package_behaviours import BEHAVIOURS
from ..suite import Area

area = Area(
    "dci2-v2.1",
    "verify-package",
    "verify",
    "The verdicts of python-dciauth: the functions of release 2.1.7",
    [
        "Under policy.preset python-dciauth a verifier says what the package says: of what crosses",
        "the wire (policy.view wire), and of what Flask makes of it (wsgi).",
    ],
    package.GROUPS,
)
package.put_behaviours(area, BEHAVIOURS, package.OLD, [spec.DCI_VERIFY], [spec.STRICT])
