"""Impacts on both sides of a resolution that nobody weighs against each other.

What still stands for a resolution has an impact (role `impact`, or a `risk:`), itself or in its supports. So has what
stands against it. No `outweighs` compares any of them with anything on the other side.

Why it matters: both sides may be right about what follows. Which of it matters more is then the whole question, and
without a comparison every reader, and every judge, makes one of their own.

Instead: write `outweighs: [{over: ID, because: …}]` at the one that weighs more, by likelihood, severity, time and
whether it can be undone. What it outweighs then no longer counts, which can decide the resolution. Where it depends on
whom you ask, state `values:` and audiences, and say so in `ignore:`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import Step
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.decision.option_sides import compared
from argmap.rules.rule_protocol import Options
from argmap.rules.structure import borne_up
from argmap.wording.counts import counted

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  resolutions:
    - claim: send-trainers             # <-
      text: NATO members should send trainers to Ukraine.
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report}]
      premises:
        - claim: lives-saved
          role: impact
          text: Better trained soldiers live longer.
          evidence: [{source: audit}]
    - rebuttal: direct-clash
      of: send-trainers
      role: impact
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: study}]
""", """\
  arguments:
    - support: lives-saved
      of: send-trainers
      role: impact
      text: Better trained soldiers live longer.
      evidence: [{source: audit}]
    - rebuttal: direct-clash
      of: send-trainers
      role: impact
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: study}]
      outweighs: [{over: lives-saved, because: "A clash could cost more lives than training saves."}]
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each resolution with impacts on both sides and no comparison."""
    impacts = borne_up(ev.graph, _impacts(ev))
    if not impacts:
        return
    for resolution in ev.debate.resolutions:
        pros = _standing(ev, ev.graph.supports(resolution.id), impacts)
        cons = _standing(ev, ev.graph.rebuttals(resolution.id), impacts)
        if pros and cons and not any(compared(ev, step) for step in (*pros, *cons)):
            yield Finding(
                ("statements", resolution.id),
                f"has {counted(len(pros), 'impact')} for it and {len(cons)} against it, and nobody has said which "
                "weighs more.",
                "Write outweighs: [{over: ID, because: …}] at the one that weighs more. The other then no longer "
                f"counts, which can decide {resolution.id}.",
                (Related(("statements", pros[0].id), "for it"), Related(("statements", cons[0].id), "against it")),
            )


def _impacts(ev: Evaluation) -> list[str]:
    """The impacts that are not defeated."""
    every = ev.debate.statements.items()
    return [id for id, s in every if (s.role == "impact" or s.risk) and s.text and ev.label(id) is not Label.OUT]


def _standing(ev: Evaluation, steps: Sequence[Step], impacts: set[str]) -> list[Step]:
    return [step for step in steps if step.id in impacts and ev.labelling.live[step.id] is not Label.OUT]
