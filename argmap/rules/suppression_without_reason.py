"""An `ignore:` that does not say why.

It still has its effect.

Why it matters: whoever reads it next cannot tell whether the finding was weighed and accepted, or only silenced.

Instead: add a `reason:`, in a sentence that someone of the other side could check.
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
        - rule: claim-no-evidence      # <-
+         reason: Both sides agree on it.
""",)  # fmt: skip


def check(applied: Applied) -> Iterator[Finding]:
    """Each suppression without a reason."""
    for one in applied.ledger.all:
        if not one.suppression.reason:
            yield Finding(
                (*one.at, "rule"),
                f"{one.suppression.rule} is ignored without a reason.",
                "Say why the finding is accepted: reason: …",
            )
