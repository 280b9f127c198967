"""An `ignore:` that covers nothing.

The rule that it names finds nothing there (any more). Rules that were left out of this run are not counted.

Why it matters: it would silently cover the next fault of that kind; and it tells readers of a weakness that is gone.

Instead: remove it.

Fix: it is removed, unless a comment stands at it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.diagnostics import Edit, Finding, Severity
from argmap.rules.suppression import Applied

SEVERITY = Severity.INFO
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
-     evidence: [{source: report}]
      ignore:
        - rule: claim-no-evidence      # <-
          reason: Both sides agree on it.
""",)  # fmt: skip


def check(applied: Applied) -> Iterator[Finding]:
    """Each suppression of a rule that ran and that it never held back."""
    for one in applied.ledger.all:
        rule = one.suppression.rule
        if rule in applied.run and not one.is_expired(applied.today) and not applied.ledger.is_used(one):
            message = f"{rule} finds nothing here to ignore."
            yield Finding((*one.at, "rule"), message, "Remove it.", fix=(Edit(one.at),))
