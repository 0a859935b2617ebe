# SPDX-License-Identifier: Apache-2.0
"""dci2-v2: the verdicts of the functions of release 4."""

from .. import spec, spec_dci
from ..families import package
from ..families.package_behaviours import BEHAVIOURS
from ..suite import Area

area = Area(
    "dci2-v2",
    "verify-package",
    "verify",
    "The verdicts of python-dciauth: the functions of release 4",
    [
        "Under policy.preset python-dciauth a verifier says what the package says: of what crosses",
        "the wire (policy.view wire), and of what Flask makes of it (wsgi).",
    ],
    package.GROUPS,
)
package.put_behaviours(area, BEHAVIOURS, package.FUNCTIONS, [spec_dci.V2_VERIFY], [spec.STRICT])
