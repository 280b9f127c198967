"""A reviewed step with other words now at one of its ends.

`argmap accept` writes into argmap.lock what a step says and what it answers to. The rule reports a step whose present
words nobody has reviewed: its own statement or premises, its kind (support, rebuttal, undercutter), the statement that
it answers to, or for an undercutter the step that it undercuts. Other ids, another order and other line breaks are no
change. The rule passes over steps that nobody has accepted, and a debate without a lock.

Why it matters: somebody judged from both sentences whether a reason supports a claim. When one of them changes, the
step between them stays in the file as if it had not.

Instead: read both again. Where the step still holds, `argmap accept ID`; where it does not, change or remove it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evidence.lock import Suspect, suspects
from argmap.model import Rebuttal
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
-     text: Brigades trained on the spot are ready a little sooner.   # <-
+     text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report}]
  lock:
    link ready-sooner 7da28a17b5fe5ebc b6c3756e8c32b233
""",)  # fmt: skip


def is_blind(ev: Evaluation) -> bool:
    """Whether nothing was ever reviewed."""
    return not ev.lock.links


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each reviewed step whose words nobody has reviewed."""
    for suspect in suspects(ev.debate, ev.lock):
        yield _finding(suspect)


def _finding(suspect: Suspect) -> Finding:
    step = suspect.step
    target = f"the step of {step.target}" if isinstance(step, Rebuttal) and step.undercuts else step.target
    own = "what it says, or how it argues,"
    if suspect.own_changed and suspect.target_changed:
        changed = f"both {own} and {target} have"
    else:
        changed = f"{own if suspect.own_changed else target} has"
    at = ("statements", step.id, "text") if suspect.own_changed and step.text else ("statements", step.id)
    related = (Related(("statements", step.target, "text"), "other words were reviewed here"),)
    return Finding(
        at,
        f"was reviewed, and {changed} changed since.",
        f"Read both again. Where the step still holds: argmap accept {step.id}",
        related if suspect.target_changed else (),
    )
