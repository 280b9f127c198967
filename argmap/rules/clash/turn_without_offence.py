"""A turn that only takes an argument down, and does not count for its own side.

A rebuttal with `turn:` has not been answered, and no step of its side uses it as a premise. What it contests no longer
counts, and that is all: it is defence.

Why it matters: a turn is offence. "The plan prevents the attacks" is a reason for the plan, and wins a round in which
everything else was answered; written as a rebuttal alone it never gets to the scales.

Instead: write the step that it makes, from the turn and the parts that it keeps: for a link turn the impact and that
the harm comes today anyway, for an impact turn the uniqueness and the link. A turn of a turn needs none: it defends
the argument that was turned, which then counts again. A link turn without an answer to the
uniqueness is told by `link-turn-no-nonunique` first.

Fix: the step is written, a bare one, at the end of the position. For an undercutter it is left to you, which parts it
keeps.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Rebuttal, Step, Support
from argmap.model.diagnostics import Edit, Finding, Fix, Severity
from argmap.rules.clash.argument_lines import other_turns, turns, unprepared
from argmap.rules.positions.position_parts import stands
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  kind: disadvantage
  arguments:
    - rebuttal: alliance-splits
      of: send-trainers
      text: The mission would split the alliance.
      evidence: [{source: report}]
      premises:
        - claim: united-so-far
          role: uniqueness
          text: The members have acted together so far.
          evidence: [{source: survey}]
        - claim: some-would-leave
          role: link
          text: Some members would leave over trainers.
          evidence: [{source: study}]
        - claim: smaller-is-weaker
          role: impact
          text: A smaller alliance deters less.
          evidence: [{source: essay}]
          rebuttals:
            - rebuttal: smaller-is-faster     # <-
              turn: impact
              text: A smaller alliance would decide in time.
              evidence: [{source: history}]
+   - support: faster-by-trainers
+     of: send-trainers
+     premises: [smaller-is-faster, united-so-far, some-would-leave]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each turn that no step uses."""
    for turn in turns(ev):
        side = ev.graph.sides[turn.id]
        if _is_turned_back(ev, turn) or any(ev.graph.sides[step.id] == side for step in ev.graph.uses(turn.id)):
            continue
        if other_turns(ev, turn) or unprepared(ev, turn):
            continue  # see double-turn and link-turn-no-nonunique: what is wrong there comes first
        turned = _turned(ev, turn)
        premises = _premises(ev, turn, turned) if turned else [turn.id]
        yield Finding(
            ("statements", turn.id),
            f"is {_called(turn)}, and no step makes it count for its own side.",
            _advice(turned, premises),
            fix=_fix(ev, turn, turned, premises) if turned else (),
        )


def _is_turned_back(ev: Evaluation, turn: Rebuttal) -> bool:
    """Whether it answers a turn: it then defends what that was to turn, which counts again."""
    answered = ev.debate.statements[turn.target]
    return isinstance(answered, Rebuttal) and answered.turn is not None


def _called(turn: Rebuttal) -> str:
    kind = (turn.turn or "").replace("-", " ")
    return f"{'an' if kind[:1] in ('a', 'i') else 'a'} {kind} turn"


def _turned(ev: Evaluation, turn: Rebuttal) -> Step | None:
    """The argument against a statement, or for it, that is turned round: the one whose part the turn contests."""
    if turn.of is None:
        return None
    part = ev.debate.statements[turn.of]
    if not isinstance(part, Claim) and part.of in ev.debate.resolution_ids:
        return part
    users = [step for step in ev.graph.uses(part.id) if step.of is not None]
    if users:
        return users[0]
    if not isinstance(part, Support):
        return None
    above = ev.debate.statements[part.of]
    return above if not isinstance(above, Claim) and above.of is not None else None


def _premises(ev: Evaluation, turn: Rebuttal, turned: Step) -> list[str]:
    """The turn, and the parts of the argument that it keeps."""
    parts = [ev.debate.statements[id] for id in turned.needed if id != turn.of]
    if turn.turn == "impact":
        return [turn.id, *(part.id for part in parts)]
    not_unique = [
        answer.id
        for part in parts
        if part.role == "uniqueness"
        for answer in ev.graph.rebuttals(part.id)
        if ev.graph.sides[answer.id] == ev.graph.sides[turn.id] and stands(ev, answer.id)
    ]
    return [turn.id, *not_unique[:1], *(part.id for part in parts if part.role != "uniqueness")]


def _advice(turned: Step | None, premises: list[str]) -> str:
    if turned is None:
        return (
            f"Write a step of its side with premises: [{premises[0]}, …] and the parts that it keeps; it then counts."
        )
    kind, way = ("rebuttal", "against") if isinstance(turned, Support) else ("support", "for")
    return (
        f"Write a {kind} of {turned.of} from {listed(premises)}: `- {kind}: ID`, `of: {turned.of}`, "
        f"`premises: [{', '.join(premises)}]`, which then counts {way} it."
    )


def _fix(ev: Evaluation, turn: Rebuttal, turned: Step, premises: list[str]) -> Fix:
    kind, side = "rebuttal" if isinstance(turned, Support) else "support", ev.graph.sides[turn.id]
    id, taken = f"{turn.id}-for-{side}", ev.debate.statements
    if side is None or id in taken or turn.id not in ev.debate.position_of:
        return ()
    written = f"{{{kind}: {id}, of: {turned.of}, premises: [{', '.join(premises)}]}}"
    return (Edit(("positions", ev.debate.position_of[turn.id].id, "arguments"), item=written),)
