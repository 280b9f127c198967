"""Arguments that outweigh each other.

The debate says that one outweighs a second, and that the second, directly or through others, outweighs the first.

Why it matters: weighing settles what neither side settles alone. Where each outweighs the other, neither counts, and
their target is decided as if nobody had put either: a resolution without another support is defeated.

Instead: decide which one weighs more, keep that `outweighs:` and its reason, and remove the other: the lighter one then
no longer counts. Where it depends on whom you ask, say so in the reason and leave both out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph, comes_first
from argmap.model import ALL, Claim, Debate, Rebuttal, Step, Support
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.rule_protocol import Options
from argmap.rules.structure import cycles

SEVERITY = Severity.ERROR
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades are ready months sooner.
      evidence: [{source: report}]
-     outweighs: [{over: direct-clash, because: "The front does not wait."}]   # <-
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: study}]
      outweighs: [{over: ready-sooner, because: "A clash cannot be undone."}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each circle of `outweighs`, at the comparison that opens it."""
    steps = [
        step for step in ev.debate.statements.values()
        if not isinstance(step, Claim) and ev.graph.is_weighed(step.target)
    ]  # fmt: skip
    for cycle in cycles({step.id: _weighed(ev.graph, step) for step in steps}):
        places = [_place(ev.debate, id, over) for id, over in zip(cycle, (*cycle[1:], cycle[0]), strict=True)]
        yield Finding(
            places[0],
            _sentence(cycle),
            "Keep the comparison that you can defend and remove the other: what it names as lighter then no longer "
            "counts.",
            tuple(Related(place, "the other way round") for place in places[1:]),
        )
    for pro, con in _both_first(steps):
        yield Finding(
            _place(ev.debate, pro.id, ALL),
            f"{pro.id} and {con.id} are each said to come before all on the other side, and neither before the other.",
            "Let the one that is settled first name the other, which then no longer counts: add "
            f"{{over: {con.id}, because: …}} to outweighs: of {pro.id}. Or remove `over: all` from one.",
            (Related(_place(ev.debate, con.id, ALL), "the other way round"),),
        )


def _weighed(graph: Graph, step: Step) -> tuple[str, ...]:
    """What a step names as lighter; not what comes first, which `key-without-effect` reports."""
    named = (each.over for each in step.outweighs if each.over != ALL)
    return tuple(over for over in named if not graph.comes_too_late(step, over))


def _both_first(steps: Iterable[Step]) -> Iterator[tuple[Step, Step]]:
    """Of each target the first on either side that come first, without those that another of these names: they are
    settled."""
    first: dict[str, list[Step]] = {}
    for step in steps:
        if step.of is not None and comes_first(step):
            first.setdefault(step.of, []).append(step)
    for found in first.values():
        named = {each.over for step in found for each in step.outweighs}
        pros, cons = ([s for s in found if isinstance(s, kind) and s.id not in named] for kind in (Support, Rebuttal))
        yield from zip(pros[:1], cons[:1], strict=False)


def _place(debate: Debate, id: str, over: str) -> tuple[str | int, ...]:
    step = debate.statements[id]
    named = [] if isinstance(step, Claim) else [each.over for each in step.outweighs]
    return ("statements", id, "outweighs", named.index(over), "over")


def _sentence(cycle: tuple[str, ...]) -> str:
    if len(cycle) == 1:
        return f"{cycle[0]} is said to outweigh itself."
    if len(cycle) == 2:
        return f"{cycle[0]} and {cycle[1]} are each said to outweigh the other."
    return f"the weighing goes round in a circle: {' over '.join((*cycle, cycle[0]))}."
