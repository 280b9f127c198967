"""Parts that need each other, written as supports: each of them counts alone.

Supports of one statement that stand in one position with a `kind:` have the roles of parts that need each other:
uniqueness, link, internal link and impact; harms, inherency and solvency; solvency and net benefit; link, impact and
alternative of a kritik; interpretation and violation of topicality. Parts with one role are alternatives, and mean one
part here.

Why it matters: supports are alternatives, and one that stands is enough. A disadvantage whose uniqueness was conceded
then counts by its link alone.

Instead: write them below `premises:`, as claims: the step needs every one of them. Where either of two links is enough,
write one claim with two supports.

Fix: supports become premises; for a claim or a resolution, argmap adds one bare support to take them. It does so where
each part is there once and no step of its own (`scheme:`, `undercutters:`) would get lost. Nested parts stay where
they are, parts that stand by themselves are named, and comments stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Role, Step, Support
from argmap.model.diagnostics import Edit, Finding, Fix, Related, Severity
from argmap.rules.positions.position_parts import FAMILIES, words
from argmap.rules.rule import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
BAD = ("""\
kind: disadvantage
arguments:
  - rebuttal: direct-clash           # <-
    of: send-trainers
    role: impact
    text: Soldiers of two nuclear powers would be firing at each other.
    evidence: [{source: report}]
    supports:
      - support: kept-apart-so-far
        role: uniqueness
        text: The two alliances have kept their soldiers apart so far.
        evidence: [{source: survey}]
      - support: read-as-provocation
        role: link
        text: Moscow would take allied trainers for a provocation.
        evidence: [{source: study}]
""", """\
kind: counterplan
arguments:
  - support: drones                  # <-
    of: send-trainers
    text: Drones would do the same without a risk to anybody.
    evidence: [{source: report}]
  - support: drones-work
    of: drones
    role: solvency
    text: Drones have stopped every attack in the trial.
    evidence: [{source: survey}]
  - support: drones-are-safer
    of: drones
    role: net-benefit
    text: Nobody stands at the front.
    evidence: [{source: study}]
""")  # fmt: skip
GOOD = ("""\
kind: disadvantage
arguments:
  - rebuttal: direct-clash
    of: send-trainers
    role: impact
    text: Soldiers of two nuclear powers would be firing at each other.
    evidence: [{source: report}]
    premises:
      - claim: kept-apart-so-far
        role: uniqueness
        text: The two alliances have kept their soldiers apart so far.
        evidence: [{source: survey}]
      - claim: provokes
        role: link
        text: Moscow would take the mission for a provocation.
        supports:
          - support: trainers-provoke
            text: Moscow has called allied trainers a provocation.
            evidence: [{source: study}]
          - support: flights-provoke
            text: Moscow has called allied transport flights a provocation.
            evidence: [{source: essay}]
""",)  # fmt: skip

NEED_EACH_OTHER: tuple[frozenset[Role], ...] = (
    frozenset({"uniqueness", "link", "internal-link", "impact"}),
    frozenset({"harms", "inherency", "solvency"}),
    frozenset({"solvency", "net-benefit"}),
    frozenset({"link", "impact", "alternative"}),
    frozenset({"interpretation", "violation"}),
)
"""Roles of which an argument needs each that it speaks of."""

_OF_A_STEP = ("scheme", "question", "premises", "outweighs")


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each statement that has parts as supports."""
    kinds = {position.id for position in ev.debate.positions if position.kind in FAMILIES}
    for id in ev.debate.statements:
        for position, supports in _by_position(ev, id).items():
            roles = {support.role for support in supports}
            parts = max((roles & family for family in NEED_EACH_OTHER), key=len)
            if len(parts) > 1 and position in kinds:
                yield _finding(ev, id, position, [each for each in supports if each.role in parts])


def _by_position(ev: Evaluation, id: str) -> dict[str, list[Support]]:
    found: dict[str, list[Support]] = {}
    for support in ev.graph.supports(id):
        if support.role and support.text is not None:
            found.setdefault(ev.debate.position_of[support.id].id, []).append(support)
    return found


def _finding(ev: Evaluation, id: str, position: str, parts: Sequence[Support]) -> Finding:
    roles = list(dict.fromkeys(part.role for part in parts if part.role))
    named = listed([words(role) for role in roles])
    each = "either" if len(roles) == 2 else "any of them"
    related = tuple(Related(("statements", part.id), words(part.role)) for part in parts if part.role)
    message = f"{named} of {id} are supports: {each} is enough, without the rest."
    claim = isinstance(ev.debate.statements[id], Claim)
    why_not = next(_hindrances(ev, id, position, parts), "")
    advice = f"{_advice(ev, id, position, parts)} (--fix leaves this to you: {why_not}.)" if why_not else None
    fixes = () if why_not else tuple(way(id, position, parts, claim) for way in (_nested, _flat))
    return Finding(("statements", id), message, advice or _advice(ev, id, position, parts), related, *fixes)


def _advice(ev: Evaluation, id: str, position: str, parts: Sequence[Support]) -> str:
    several = [role for role in dict.fromkeys(p.role for p in parts) if sum(p.role == role for p in parts) > 1]
    first = ""
    if several and several[0]:
        alike = listed([part.id for part in parts if part.role == several[0]])
        first = f"Write one claim with role: {several[0]} and make {alike} supports of it. "
    ids = [part.id for part in parts if part.role not in several]
    makes = "Then make" if first else "Make"
    if isinstance(ev.debate.statements[id], Claim):
        new = f"a support of {id} (`- support: {position}-case`, `of: {id}`)"
        return f"{first}{makes} the parts claims, and add {new} that lists them all below premises:."
    which = listed(ids) if ids and not several else "every part"
    return f"{first}{makes} {which} claims below premises: of {id}, which then needs every one of them."


def _hindrances(ev: Evaluation, id: str, position: str, parts: Sequence[Support]) -> Iterator[str]:
    """Why the supports cannot become premises without a thought."""
    step, several = ev.debate.statements[id], len({part.role for part in parts}) < len(parts)
    if several:
        yield "one part is there more than once"
    for part in parts:
        yield from _lost(ev, id, part)
    if isinstance(step, Claim):
        if f"{position}-case" in ev.debate.statements:
            yield f"the id {position}-case is taken"
        return
    if step.premises:
        yield f"{id} has premises already"
    if others := [each.id for each in ev.graph.supports(id) if each not in parts]:
        yield f"{listed(others[:3])} supports it as well"


def _lost(ev: Evaluation, id: str, part: Support) -> Iterator[str]:
    """What is said of the step of a part, and would have nothing to be about."""
    if key := next((key for key in _OF_A_STEP if getattr(part, key)), None):
        yield f"{part.id} has {key}:, which a claim does not take"
    if ev.graph.undercutters(part.id):
        yield f"the step of {part.id} is undercut, and a claim has none"
    if user := next((use for use in ev.graph.uses(part.id) if part.id in use.needed_steps), None):
        yield f"{user.id} needs the step of {part.id}, and a claim has none"
    if heavier := next((each.id for each in ev.graph.rebuttals(id) if part.id in _named_lighter(each)), None):
        yield f"{heavier} outweighs {part.id}, which a claim takes no part in"


def _named_lighter(step: Step) -> set[str]:
    """What a step names as lighter."""
    return {comparison.over for comparison in step.outweighs}


def _nested(id: str, position: str, parts: Sequence[Support], claim: bool) -> Fix:
    """Where some stand below `supports:`, that becomes `premises:`, which the others are named in; of a claim, the
    premises of one bare support there."""
    at = ("statements", id, "supports")
    named = [Edit(at, item=part.id, when=("statements", part.id, "of")) for part in parts]
    taking = Edit(at, wrap=f"support: {position}-case") if claim else Edit(at, key="premises")
    return (*named, taking, *_claims(parts))


def _flat(id: str, position: str, parts: Sequence[Support], claim: bool) -> Fix:
    """Where they stand by themselves, the step names them; for a claim, one bare support of it."""
    names = f"[{', '.join(part.id for part in parts)}]"
    if not claim:
        return (Edit(("statements", id), key="premises", text=names), *_claims(parts))
    case = f"{{support: {position}-case, of: {id}, premises: {names}}}"
    return (*_claims(parts), Edit(("positions", position, "arguments"), item=case))


def _claims(parts: Sequence[Support]) -> Iterator[Edit]:
    for part in parts:
        yield Edit(("statements", part.id, "support"), key="claim")
        of = ("statements", part.id, "of")
        yield Edit(of, when=of, spares=True)
