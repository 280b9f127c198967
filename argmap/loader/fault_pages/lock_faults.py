"""Faults of the lock file, `argmap.lock`."""

from argmap.loader.faults import Fault
from argmap.model.diagnostics import Severity

_GOOD = (
    "link direct-clash 1f0c5a7d93b2e486 77aa01d4c2e9b35f\n"
    "quote direct-clash article 9d0e4c41b7f2a685 02c9e17f5ab8d364 1204-1228\n"
)

LOCKS = (
    Fault(
        "lock-entry",
        Severity.ERROR,
        "A line of argmap.lock that is not an entry.",
        "An entry is `link STEP OWN TARGET` or `quote STATEMENT SOURCE QUOTE SNAPSHOT START-END`, with digests of "
        "sixteen hex digits. `argmap accept` and `argmap verify` write them, so you need not. A line cut short or "
        "edited by hand would hide that somebody reviewed something.",
        bad="link direct-clash 1f0c5a7d93b2e486\n",
        good=_GOOD,
        file="argmap.lock",
    ),
    Fault(
        "lock-conflict",
        Severity.ERROR,
        "A merge conflict that was left in argmap.lock.",
        "Each entry says what somebody saw, and stays true beside others: keep those of both sides, and delete the "
        "lines with `<<<<<<<`, `=======` and `>>>>>>>`. With `arguments/**/argmap.lock merge=union` in .gitattributes, "
        "which `argmap new` writes, git does so itself.",
        bad=f"<<<<<<< HEAD\n{_GOOD}=======\n>>>>>>> theirs\n",
        good=_GOOD,
        file="argmap.lock",
    ),
    Fault(
        "lock-unknown",
        Severity.WARNING,
        "A line of argmap.lock of a kind that this argmap does not know.",
        "A later argmap may remember more than this one. This one keeps such lines when it writes the file, and makes "
        "no use of them. If the line is a slip, delete it.",
        bad="lnik direct-clash 1f0c5a7d93b2e486 77aa01d4c2e9b35f\n",
        good=_GOOD,
        file="argmap.lock",
    ),
)
