"""A "not unique" that takes away the inherency of one's own case.

One side's case has inherency (`role: inherency`: nobody is doing it, and why). The same side answers a disadvantage
with "not unique" (an answer with `role: uniqueness`, or to a statement with that role) in one of these ways: the answer
contests what that inherency rests on, or what rests on it; it contradicts it; or it rests on the same ground as an
answer of the other side to that inherency.

Why it matters: "this is happening already, and nothing bad came of it" saves the plan from the disadvantage and takes
away the reason to propose it. The other side grants it and argues that the status quo does the plan.

Instead: say that the harm comes for other reasons than the plan's, or that what is done already differs from the plan
in kind or degree; or leave uniqueness alone and answer the link. What the answer took down then counts again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import Graph
from argmap.model import Rebuttal
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.clash.argument_lines import MOST, attacks
from argmap.rules.positions.position_parts import grounds, reach, stands
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - claim: nobody-is-there
      role: inherency
      text: No state has soldiers of its own in Ukraine.
      evidence: [{source: report}]
      ignore: [{rule: double-edged, reason: "Both sides begin with it."}]
    - support: gap-stays-open
      of: send-trainers
      premises: [nobody-is-there]
      text: Without a decision by governments the lack of teachers will last.
      evidence: [{source: study}]
    - rebuttal: moscow-would-be-provoked
      of: send-trainers
      text: Moscow would be provoked by trainers.
      evidence: [{source: speech}]
      supports:
        - support: calm-so-far
          role: uniqueness
          premises: [nobody-is-there]
          text: Moscow has not been provoked so far.
          evidence: [{source: survey}]
      undercutters:
        - rebuttal: they-are-there-already # <-
          role: uniqueness
          text: Advisers of several states have been there for years.
          evidence: [{source: paper}]
          contradicts: [nobody-is-there]
""", """\
  arguments:
    - support: mandates-forbid-it
      of: send-trainers
      role: inherency
      text: The mandates of all missions keep trainers out of Ukraine.
      evidence: [{source: report}]
    - rebuttal: moscow-would-be-provoked
      of: send-trainers
      text: Moscow would be provoked by trainers.
      evidence: [{source: speech}]
      undercutters:
        - rebuttal: arms-provoke-it-anyway
          role: uniqueness
          text: Moscow is provoked by deliveries of arms already.
          evidence: [{source: paper}]
""")  # fmt: skip


Hits = defaultdict[str, dict[str, None]]
"""For each statement the inherency that is hit by whoever contests, contradicts or uses it."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each live "not unique" that hits inherency of its own side."""
    inherent = [
        s.id for s in ev.debate.statements.values() if s.role == "inherency" and ev.label(s.id) is not Label.OUT
    ]
    if not inherent:
        return
    rests, denied = _what_they_rest_on(ev.graph, inherent), _what_denies_them(ev, inherent)
    for answer in ev.debate.rebuttals:
        if _denies_uniqueness(ev, answer):
            shared = [id for each in grounds(ev.graph, answer.id) for id in denied.get(each, ())]
            ways = (_contested(ev.graph, answer, rests), _contradicted(ev.graph, answer, rests), shared)
            hits = ((id, help) for found, help in zip(ways, HELPS, strict=True) for id in found)
            own = next(((id, help) for id, help in hits if _of_the_same_side(ev.graph, answer, id)), None)
            if own:
                yield _finding(answer, *own)


def _denies_uniqueness(ev: Evaluation, answer: Rebuttal) -> bool:
    """Whether it is a live answer about uniqueness: what opens an argument against a resolution is none."""
    about = "uniqueness" in (answer.role, ev.debate.statements[answer.target].role)
    return about and answer.target not in ev.debate.resolution_ids and stands(ev, answer.id)


def _what_they_rest_on(graph: Graph, inherent: Iterable[str]) -> Hits:
    found: Hits = defaultdict(dict)
    for id in inherent:
        for each in reach([id], lambda each: grounds(graph, each), MOST):
            found[each][id] = None
    return found


def _what_denies_them(ev: Evaluation, inherent: Iterable[str]) -> Hits:
    """What the answers to inherency, and to what it rests on directly, rest on in turn."""
    found: Hits = defaultdict(dict)
    for id in inherent:
        for answer in (a for each in (id, *grounds(ev.graph, id)) for a in attacks(ev.graph, each)):
            for ground in grounds(ev.graph, answer.id):
                found[ground][id] = None
    return found


def _contested(graph: Graph, answer: Rebuttal, rests: Hits) -> list[str]:
    """The inherency that rests on what the answer contests, or on which that rests."""
    if not answer.of:
        return []
    below = reach([answer.of], lambda each: grounds(graph, each), MOST)
    return [*rests.get(answer.of, ()), *(id for id in below if id in rests.get(id, ()))]


def _contradicted(graph: Graph, answer: Rebuttal, rests: Hits) -> list[str]:
    said = (answer.id, *grounds(graph, answer.id))
    return [id for each in said for other in graph.contradictions.get(each, ()) for id in rests.get(other, ())]


def _of_the_same_side(graph: Graph, answer: Rebuttal, inherency: str) -> bool:
    """Whether on some resolution the inherency helps the side that answers, and what is answered the other side.

    Where both sides use what is answered, the side of the answer is open, and either will do.
    """
    debate, side = graph.debate, graph.sides[answer.id]
    answered, inherent = graph.reach.get(answer.target, {}), graph.reach.get(inherency, {})
    return any(
        own in inherent.get(resolution, ()) and debate.other(own) in sides
        for resolution, sides in answered.items()
        for own in ([side] if side else debate.sides)
    )


HELPS = (
    "Drop {answer}, or let it undercut the argument that is not unique, for reasons other than the plan's; {target} "
    "then stands again, unless something else takes it down.",
    "Say in {answer} how what is done already differs from the plan, and remove contradicts:, or drop it; what it "
    "alone contradicts or answers then counts again.",
    "Rest {answer} on other reasons than what denies {inherency}, or drop it, and what it alone answers counts again.",
)
"""What to do where the answer contests the inherency, contradicts it, or rests on what an answer to it rests on."""


def _finding(answer: Rebuttal, inherency: str, help: str) -> Finding:
    at = ("statements", answer.id, *(["role"] if answer.is_bare and answer.role else []))
    return Finding(
        at,
        f"says that it is not unique by what denies {inherency}, the inherency of the same side's case.",
        help.format(answer=answer.id, target=answer.target, inherency=inherency),
        (Related(("statements", inherency), "says that nobody is doing it"),),
    )
