"""An `ignore:` that names no rule.

Only rules about the argument can be ignored in place; faults of the files (unknown ids, wrong types) can't, and neither
can the rules about `ignore:` itself.

Why it matters: it has no effect, and argmap still reports the finding that it was meant for.

Instead: correct the name; `argmap rule` lists them all.

Fix: a name that differs in capitals, spaces or underscores only is corrected.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.diagnostics import Edit, Finding, Severity
from argmap.rules.suppression import Applied
from argmap.wording.near_misses import nearest

SEVERITY = Severity.WARNING
MOST_MEANT = 300
"""How many different names are compared with those of the rules; after them no suggestion is made."""
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      ignore:
-       - rule: claim-without-evidence   # <-
+       - rule: claim-no-evidence
          reason: Both sides agree on it.
""",)  # fmt: skip


def check(applied: Applied) -> Iterator[Finding]:
    """Each suppression of a rule that does not exist or cannot be ignored in place."""
    meanings: dict[str, str | None] = {}
    for one in applied.ledger.all:
        rule = one.suppression.rule
        if rule not in applied.known:
            if rule not in meanings:
                meanings[rule] = nearest(rule, applied.known) if len(meanings) < MOST_MEANT else None
            meant = meanings[rule]
            plain = "-".join(rule.casefold().replace("_", " ").split())
            yield Finding(
                (*one.at, "rule"),
                f"no rule that can be ignored here is called {rule}{f'; did you mean {meant}?' if meant else '.'}",
                f"Write rule: {meant}; all rules: argmap rule" if meant else "Write the name of a rule: argmap rule",
                fix=(Edit((*one.at, "rule"), plain),) if plain in applied.known else (),
            )
