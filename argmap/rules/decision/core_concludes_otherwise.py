"""A core that comes to another conclusion than the whole debate.

The core is what is marked `core: true`, with what that answers and what it needs. Evaluated by itself, it gives a
resolution another standing than the whole debate does.

Why it matters: most readers meet the core alone. If an option stands in it and not in the whole, they are told the
wrong answer.

Instead: mark what makes the difference in the whole debate `core: true` too, or take the mark from what is answered
there. `argmap explain ID` names what decides a resolution.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model.diagnostics import Finding, Severity
from argmap.prose.standing import stands
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  resolutions:
    - claim: send-trainers             # <-
      text: NATO members should send trainers to Ukraine.
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      core: true
      evidence: [{source: report}]
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
+     core: true
      evidence: [{source: study}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each resolution that stands otherwise in the core."""
    if not ev.debate.core:
        return
    core = evaluate(ev.debate.narrowed(ev.debate.core))
    for id in (claim.id for claim in ev.debate.resolutions):
        if core.label(id) is not ev.label(id):
            message = f"{stands(core.label(id))} in the core, and {stands(ev.label(id))} in the whole debate."
            yield Finding(("statements", id), message, _advice(ev, id))


def _advice(ev: Evaluation, id: str) -> str:
    """What to mark, if one statement makes the difference; otherwise where to look."""
    for other in _next_to(ev, ev.debate.core):
        more = ev.debate.narrowed(ev.debate.rooted({*ev.debate.core, other}))
        if evaluate(more).label(id) is ev.label(id):
            return f"Mark {other} core: true, and {id} {stands(ev.label(id))} there too."
    return f"Mark the answers that make the difference core: true: argmap explain {id}"


def _next_to(ev: Evaluation, core: Collection[str]) -> Iterator[str]:
    """What answers a statement of the core, or an argument of it, and does not belong to it."""
    for id in ev.debate.statements:
        if id in core:
            yield from (step.id for step in ev.graph.answers(id) if step.id not in core)
