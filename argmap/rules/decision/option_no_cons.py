"""An option with pros and no cons, beside others that have both.

In a debate of several resolutions, one has at least one support and no rebuttal, or only rebuttals marked `undeveloped:
true`. Another resolution has rebuttals that are worked out.

Why it matters: the option looks better because nobody has examined it. A decision maker who meets the first objection
after the decision will not trust the comparison again.

Instead: ask who loses by the option, what it costs and what would make it fail, and write that as a rebuttal of it. The
option is then undecided until pros and cons are weighed.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.decision.option_sides import cons_by_option, is_developed, untested
from argmap.rules.rule_protocol import Options
from argmap.wording.counts import counted

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  resolutions:
    - claim: send-trainers
      text: NATO members should send trainers to Ukraine.
    - claim: train-abroad              # <-
      text: NATO members should train Ukrainians abroad.
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report}]
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: study}]
    - support: trained-in-safety
      of: train-abroad
      text: Training abroad is out of reach of missiles.
      evidence: [{source: audit}]
-   - rebuttal: dear
+   - rebuttal: must-retrain
      of: train-abroad
-     text: It costs more than can be paid.
-     undeveloped: true
+     text: Soldiers trained abroad have to be retrained at home.
+     evidence: [{source: report}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each option that has only been argued for, where others were tested."""
    for id in untested(ev):
        pros = sum(map(is_developed, ev.graph.supports(id)))
        undecided = "; it is then undecided until the two are weighed" if ev.label(id) is Label.IN else ""
        others = sum(bool(cons) for cons in cons_by_option(ev).values())
        yield Finding(
            ("statements", id),
            f"has {counted(pros, 'pro')} and no con, while {counted(others, 'other option')} "
            f"{'has' if others == 1 else 'have'} cons.",
            f"Say who loses by it, what it costs or what would make it fail, as a rebuttal of it{undecided}.",
        )
