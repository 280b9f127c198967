"""A statement that leads to no resolution.

The statement, and all that answers to it, has no way to any resolution: not by what it answers to, not as a premise of
a step, not by contradicting something that has one. Only the topmost statement of such a group is reported.
Statements whose role is `background`, `definition` or `question`, and positions of kind `background`, may stand alone.

Why it matters: nothing there changes what anyone should decide, and a reader looks for the point in vain. Often
somebody just forgot the line that says what it answers to.

Instead: nest it under what it answers to (or name that with `of:`), or use it in the `premises:` of a step; from then
on it counts, and what stands may change. The text of a counterplan is a premise of the bare rebuttal by which it
competes with the resolution. Or say that it is background.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Statement
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options
from argmap.rules.structure import heads
from argmap.wording.counts import counted

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - claim: winters-are-long          # <-
      text: The war will be decided by the length of the winters.
      evidence: [{source: report}]
+   - support: trainers-shorten-it
+     of: send-trainers
+     premises: [winters-are-long]
+     text: Brigades that are trained on the spot are ready before the winter.
+     evidence: [{source: study}]
""", """\
  arguments:
    - claim: first-trainers
      role: background
      text: The first trainers came in 2015.
      evidence: [{source: report}]
""")  # fmt: skip

MAY_STAND_ALONE = frozenset({"background", "definition", "question"})


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """The topmost statements of each group that leads nowhere."""
    graph, linked = ev.graph, _linked(ev.graph)
    orphans = [id for id in ev.debate.statements if id not in linked]
    for id, below in heads(orphans, lambda id: _above(graph, id), lambda id: _beside(graph, id)):
        if not _may_stand_alone(ev, ev.debate.statements[id]):
            beneath = f", and neither {'do' if below > 1 else 'does'} the {counted(below, 'statement')} below it"
            yield Finding(
                ("statements", id),
                f"leads to no resolution{beneath if below else ''}.",
                f"{_advice(ev, id)} Or give it role: background.",
            )


def _advice(ev: Evaluation, id: str) -> str:
    position = ev.debate.position_of.get(id)
    if position and position.kind == "counterplan" and ev.debate.statements[id].role == "plan":
        competes = f"`- rebuttal: {position.id}-competes`, `of: {ev.debate.resolutions[0].id}`, `premises: [{id}]`"
        return f"Add the rebuttal by which it competes: {competes}; it then counts, and what stands may change."
    return (
        "Nest it under what it answers to, as a support or rebuttal, or name it in the premises: of a step; it then "
        "counts, and what stands may change."
    )


def _linked(graph: Graph) -> set[str]:
    found = set(graph.debate.resolution_ids)
    todo = list(found)
    while todo:
        for other in _beside(graph, todo.pop()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def _beside(graph: Graph, id: str) -> Iterator[str]:
    """What bears on a statement: its answers, the premises of its step, what contradicts it."""
    yield from (step.id for step in graph.answers(id))
    yield from graph.contradictions.get(id, ())
    statement = graph.debate.statements[id]
    if not isinstance(statement, Claim):
        yield from statement.premise_ids


def _above(graph: Graph, id: str) -> Iterator[str]:
    statement = graph.debate.statements[id]
    if not isinstance(statement, Claim):
        yield statement.target
    yield from (step.id for step in graph.uses(id))


def _may_stand_alone(ev: Evaluation, statement: Statement) -> bool:
    position = ev.debate.position_of.get(statement.id)
    return statement.role in MAY_STAND_ALONE or (position is not None and position.kind == "background")
