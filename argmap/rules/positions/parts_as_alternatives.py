"""Parts that need each other, written as supports or rebuttals: each of them counts alone.

Supports of one statement that stand in one position with a `kind:` have the roles of parts that need each other:
uniqueness, link, internal link and impact; harms, inherency and solvency; solvency and net benefit; link, impact and
alternative of a kritik; interpretation and violation of topicality. Rebuttals are reported where two of them say
nothing against the statement without each other: uniqueness and link, link and alternative, interpretation and
violation. Parts with one role are alternatives, and mean one part here.

Why it matters: supports are alternatives, and one that stands is enough; each rebuttal counts alone. A disadvantage
whose uniqueness was conceded then counts by its link.

Instead: write them below `premises:`, as claims: the step needs every one of them. Where either of two links is enough,
write one claim with two supports.

Fix: they become premises; for a claim or a resolution, argmap adds one bare support or rebuttal to take them. It does
so where each part is there once and no step of its own (`scheme:`, `undercutters:`) would get lost. Nested parts stay
where they are, parts that stand by themselves are named, and comments stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Position, Rebuttal, Step, Support
from argmap.model.diagnostics import Edit, Finding, Fix, Related, Severity
from argmap.rules.positions.position_parts import alternatives, role_words
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
EXAMPLES = ("""\
  kind: disadvantage
  arguments:
    - rebuttal: direct-clash           # <-
      of: send-trainers
      role: impact
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: report}]
-     supports:
-       - support: kept-apart-so-far
+     premises:
+       - claim: kept-apart-so-far
          role: uniqueness
          text: The two alliances have kept their soldiers apart so far.
          evidence: [{source: survey}]
-       - support: read-as-provocation
+       - claim: provokes
          role: link
-         text: Moscow would take allied trainers for a provocation.
-         evidence: [{source: study}]
+         text: Moscow would take the mission for a provocation.
+         supports:
+           - support: trainers-provoke
+             text: Moscow has called allied trainers a provocation.
+             evidence: [{source: study}]
+           - support: flights-provoke
+             text: Moscow has called allied transport flights a provocation.
+             evidence: [{source: essay}]
""",)  # fmt: skip

_OF_A_STEP = ("scheme", "question", "turn", "premises", "outweighs")


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each statement that has parts as supports or rebuttals."""
    for id in ev.debate.statements:
        for position, parts in alternatives(ev.graph, id):
            yield _finding(ev, id, position, parts)


def _finding(ev: Evaluation, id: str, position: Position, parts: Sequence[Step]) -> Finding:
    roles = list(dict.fromkeys(part.role for part in parts if part.role))
    related = tuple(Related(("statements", part.id), role_words(part.role)) for part in parts if part.role)
    bare = _bare(ev, id, position, parts)
    why_not = next(_hindrances(ev, id, bare, parts), "")
    advice = _advice(ev, id, bare, parts) + (f" (--fix leaves this to you: {why_not}.)" if why_not else "")
    fixes = () if why_not else tuple(way(id, position.id, bare, parts) for way in (_nested, _flat))
    at = ("statements", id) if isinstance(parts[0], Support) else ("statements", parts[0].id, "of")
    return Finding(
        at, f"{listed([role_words(role) for role in roles])} {_said(ev, id, parts)}", advice, related, *fixes
    )


def _said(ev: Evaluation, id: str, parts: Sequence[Step]) -> str:
    if isinstance(parts[0], Rebuttal):
        return f"are rebuttals of {id}: each of them counts against it, without the rest."
    if ev.debate.statements[id].evidence:
        return f"of {id} are supports: it cites evidence, and counts without them."
    each = "either" if len({part.role for part in parts}) == 2 else "any of them"
    return f"of {id} are supports: {each} is enough, without the rest."


def _bare(ev: Evaluation, id: str, position: Position, parts: Sequence[Step]) -> str | None:
    """How the bare step begins that takes the parts; None where they answer to a step, which needs them itself."""
    if isinstance(parts[0], Rebuttal):
        return f"rebuttal: {position.id}-{position.kind}"
    return f"support: {position.id}-case" if isinstance(ev.debate.statements[id], Claim) else None


def _advice(ev: Evaluation, id: str, bare: str | None, parts: Sequence[Step]) -> str:
    several = [role for role in dict.fromkeys(p.role for p in parts) if sum(p.role == role for p in parts) > 1]
    first = ""
    if several and several[0]:
        alike = listed([part.id for part in parts if part.role == several[0]])
        first = f"Write one claim with role: {several[0]} and make {alike} supports of it. "
    ids = [part.id for part in parts if part.role not in several]
    makes = "Then make" if first else "Make"
    if bare:
        new = f"a {bare.split(':')[0]} of {id} (`- {bare}`, `of: {id}`)"
        return f"{first}{makes} the parts claims, and add {new} that lists them all below premises:."
    which = listed(ids) if ids and not several else "every part"
    return f"{first}{makes} {which} claims below premises: of {id}, which then needs every one of them."


def _hindrances(ev: Evaluation, id: str, bare: str | None, parts: Sequence[Step]) -> Iterator[str]:
    """Why the parts cannot become premises without a thought."""
    step, several = ev.debate.statements[id], len({part.role for part in parts}) < len(parts)
    if several:
        yield "one part is there more than once"
    for part in parts:
        yield from _lost(ev, id, part)
    if bare:
        if (new := bare.split(": ")[1]) in ev.debate.statements:
            yield f"the id {new} is taken"
    elif not isinstance(step, Claim) and step.premises:
        yield f"{id} has premises already"
    elif others := [each.id for each in ev.graph.supports(id) if each not in parts]:
        yield f"{listed(others[:3])} supports it as well"


def _lost(ev: Evaluation, id: str, part: Step) -> Iterator[str]:
    """What is said of the step of a part, and would have nothing to be about."""
    if key := next((key for key in _OF_A_STEP if getattr(part, key, None)), None):
        yield f"{part.id} has {key}:, which a claim does not take"
    if ev.graph.undercutters(part.id):
        yield f"the step of {part.id} is undercut, and a claim has none"
    if user := next((use for use in ev.graph.uses(part.id) if part.id in use.needed_steps), None):
        yield f"{user.id} needs the step of {part.id}, and a claim has none"
    others: tuple[Step, ...] = (*ev.graph.rebuttals(id), *ev.graph.supports(id))
    if heavier := next((each.id for each in others if part.id in {made.over for made in each.outweighs}), None):
        yield f"{heavier} outweighs {part.id}, which a claim takes no part in"


def _nested(id: str, _: str, bare: str | None, parts: Sequence[Step]) -> Fix:
    """Where some stand below `supports:`, that becomes `premises:`, which the others are named in; where a bare step
    takes them, its premises."""
    at = ("statements", id, "supports" if isinstance(parts[0], Support) else "rebuttals")
    named = [Edit(at, item=part.id, when=("statements", part.id, "of")) for part in parts]
    taking = Edit(at, wrap=bare) if bare else Edit(at, key="premises")
    return (*named, taking, *_claims(parts))


def _flat(id: str, position: str, bare: str | None, parts: Sequence[Step]) -> Fix:
    """Where they stand by themselves, the step names them, or the bare one that takes them."""
    names = f"[{', '.join(part.id for part in parts)}]"
    if not bare:
        return (Edit(("statements", id), key="premises", text=names), *_claims(parts))
    new = f"{{{bare}, of: {id}, premises: {names}}}"
    return (*_claims(parts), Edit(("positions", position, "arguments"), item=new))


def _claims(parts: Sequence[Step]) -> Iterator[Edit]:
    for part in parts:
        yield Edit(("statements", part.id, "support" if isinstance(part, Support) else "rebuttal"), key="claim")
        of = ("statements", part.id, "of")
        yield Edit(of, when=of, spares=True)
