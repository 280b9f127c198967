"""Statements that support each other in a circle.

Each of them rests on the next, its reason or a premise of its reason, and the last rests on the first. The rule names
the whole circle once, at the member that comes first. Below that it points at every step of the circle, last at the one
that closes it. A step that needs another step (`{step: ID}`) rests on it, and a step rests on its own statement and its
premises. So a circle may go through steps, or through steps and statements.

Why it matters: whoever doubts one of them doubts all of them, so a circle gives no ground, and in the evaluation it
holds nothing up. Mostly two people, or two files, have each leaned on the other's conclusion.

Instead: cut the step that goes from the conclusion back to its reason, and give what is left evidence of its own. What
rested on the circle alone then stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.reasons import lacks_ground
from argmap.model import Claim, Step, Support
from argmap.model.diagnostics import Address, Finding, Related, Severity
from argmap.rules.rule_protocol import Options
from argmap.rules.structure import cycles

SEVERITY = Severity.ERROR
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - claim: presence-deters           # <-
      text: A presence of allied soldiers deters attacks.
    - support: attacks-stay-away
      of: presence-deters
      text: Attacks stay away where allied soldiers are.
    - support: deterred
      of: attacks-stay-away
      premises: [presence-deters]
    - support: safer
      of: send-trainers
      premises: [presence-deters]
""", """\
  arguments:
    - support: presence-deters
      of: send-trainers
      text: A presence of allied soldiers deters attacks.
      supports:
        - support: attacks-stayed-away
          text: No garrison of the alliance has been attacked since 1949.
          evidence: [{source: study}]
""")  # fmt: skip

SHOWN = 20


STEP = "the step of "


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each circle of what rests on each other, statements and the steps that others need."""
    grounds = _grounds(ev)
    for cycle in cycles({node: tuple(reasons) for node, reasons in grounds.items()}):
        links = list(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        places = [grounds[node][reason] for node, reason in links]
        said = [f"here {node} rests on {reason}" for node, reason in links]
        said[-1] += ", which closes the circle" if len(links) > 1 else ""
        yield Finding(
            ("statements", cycle[0].removeprefix(STEP)),
            _sentence(links),
            _advice(ev, cycle),
            tuple(Related(at, words) for at, words in zip(places, said, strict=True)),
        )


def _grounds(ev: Evaluation) -> dict[str, dict[str, Address]]:
    """For each statement, and then for each step that another needs, what it rests on and where that is said."""
    found: dict[str, dict[str, Address]] = {id: {} for id in ev.debate.statements}
    steps = [statement for statement in ev.debate.statements.values() if not isinstance(statement, Claim)]
    needed = {id for step in steps for id in step.needed_steps}
    for step in steps:
        if isinstance(step, Support):
            _enter(found[step.of], step)
        if step.id in needed:
            _enter(found.setdefault(STEP + step.id, {}), step)
    return found


def _enter(reasons: dict[str, Address], step: Step) -> None:
    """What a step rests on: what it says itself, and each of its premises."""
    at: Address = ("statements", step.id)
    if not step.is_bare:
        reasons.setdefault(step.id, at)
    for index, premise in enumerate(step.premises):
        node = premise if isinstance(premise, str) else STEP + premise.step
        reasons.setdefault(node, (*at, "premises", index))


def _advice(ev: Evaluation, cycle: Sequence[str]) -> str:
    statements = [node for node in cycle if not node.startswith(STEP)]
    if not statements:
        return "Take one of these steps out of the premises: of another; as it is, none of them ever counts."
    falls = any(lacks_ground(ev, id) for id in statements)
    return "Cut one step of the circle, and cite a source for the statement that then has no reason" + (
        "; what rested on the circle alone can then stand." if falls else "."
    )


def _sentence(links: Sequence[tuple[str, str]]) -> str:
    if len(links) == 1:
        return "is given as a reason for itself."
    (first, reason), *between, (last, _) = links
    said = [f"{first} rests on {reason}", *(f"{id} on {other}" for id, other in between[: SHOWN - 2])]
    if hidden := len(between) - len(said) + 1:
        said.append(f"so on through {hidden:,} more")
    return f"rests on itself: {', '.join(said)}, and {last} on {first}."
