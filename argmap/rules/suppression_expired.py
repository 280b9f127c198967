"""An `ignore:` whose last day has passed.

It has no effect any more: what it covered is reported again. A month or a year given as `until:` ends with its last
day.

Why it matters: it was meant for a time; that time is over, and nobody has looked again.

Instead: mend what it covers and remove it, or look again and set a new `until:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.diagnostics import Finding, Severity
from argmap.rules.suppression import Applied

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      ignore:
        - rule: claim-no-evidence
          reason: A study is announced for the summer.
-         until: 2020-08               # <-
+         until: 2999-08
""",)  # fmt: skip


def check(applied: Applied) -> Iterator[Finding]:
    """Each suppression that ended before today."""
    for one in applied.ledger.all:
        if one.is_expired(applied.today):
            yield Finding(
                (*one.at, "until"),
                f"{one.suppression.rule} was to be ignored until {one.suppression.until}, which has passed.",
                "Mend what it covered and remove it, or look again and set a new until:.",
            )
