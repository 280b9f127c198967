"""A permutation that stands, and that nobody has tried to answer.

A rebuttal with `role: permutation` says that the plan and what was offered against it (a counterplan, the alternative
of a kritik) can both be done. Here it stands, and there is no rebuttal of it and no undercutter of its step. Unlike
`unanswered-rebuttal`, which leaves permutations to this rule, it also looks at those that are a reply to an answer.

Why it matters: what can be done as well is no reason against the plan. A permutation that is not answered takes the
whole counterplan out of the debate.

Instead: say why both cannot be done (they exclude each other), why both together still have the cost that the
counterplan avoids (its net benefit), or why the permutation is not the plan (it leaves part of it out, or adds what is
in neither). What the permutation takes down then counts again. Or concede it with a reasoned `ignore:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.reasons import answers_tried
from argmap.model import Rebuttal
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - rebuttal: abroad-is-enough
      of: send-trainers
      role: net-benefit
      text: Courses abroad teach enough soldiers, and in safety.
      evidence: [{source: report}]
      undercutters:
        - rebuttal: do-both            # <-
          role: permutation
          text: Courses abroad and trainers on the spot can go on together.
          evidence: [{source: audit}]
+         undercutters:
+           - rebuttal: both-keeps-the-danger
+             text: Whoever does both puts trainers within reach of missiles all the same.
+             evidence: [{source: study}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each live permutation without an answer."""
    for perm in ev.debate.rebuttals:
        if perm.role == "permutation" and ev.labelling.live[perm.id] is Label.IN and not answers_tried(ev, perm.id):
            yield Finding(
                ("statements", perm.id),
                f"says that both can be done, against {_target(perm)}, and nothing answers it.",
                "Answer why both cannot be done, or why both together still have the cost that the net benefit avoids, "
                f"and {_then(ev, perm)}; or concede it: "
                "ignore: [{rule: perm-unanswered, reason: …}]",
            )


def _then(ev: Evaluation, perm: Rebuttal) -> str:
    """What follows when it is answered; a permutation that is weighed may take nothing down."""
    label = ev.labelling.live[perm.undercuts] if perm.undercuts else ev.label(perm.target)
    if label is Label.OUT:
        return "what it alone takes down counts again"
    return f"it no longer counts against {_target(perm)}"


def _target(perm: Rebuttal) -> str:
    return f"the step of {perm.undercuts}" if perm.undercuts else perm.target
