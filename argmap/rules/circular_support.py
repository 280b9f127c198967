"""Statements that support each other in a circle.

Each of them rests on the next, which is given as a reason for it or as a premise of such a reason, and the last rests
on the first. The whole circle is named, once, at the member that comes first; below it every step of the circle is
pointed at, last the one that closes it. Arguments of which each needs that the next has force (`{step: ID}`) are a
circle as well: none of them ever counts.

Why it matters: whoever doubts one of them doubts all of them, so that a circle gives no ground; evaluation does
not let it hold anything up. It mostly comes about when two people, or two files, each lean on the other's conclusion.

Instead: cut the step that goes from the conclusion back to its reason, and give what is left evidence of its own. What
rested on the circle alone then stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from argmap.diagnostics import Address, Finding, Related, Severity
from argmap.evaluation import Evaluation
from argmap.model import Claim, Support
from argmap.reasons import lacks_ground
from argmap.rules.rule import Options
from argmap.rules.structure import cycles

SEVERITY = Severity.ERROR
HOLDS_OF_PART = True
BAD = ("""\
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
""",)  # fmt: skip
GOOD = ("""\
arguments:
  - support: presence-deters
    of: send-trainers
    text: A presence of allied soldiers deters attacks.
    supports:
      - support: attacks-stayed-away
        text: No garrison of the alliance has been attacked since 1949.
        evidence: [{source: study}]
""",)  # fmt: skip

SHOWN = 20


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each circle of supports, by the statements that are ground for each other."""
    grounds: defaultdict[str, dict[str, Address]] = defaultdict(dict)
    for support in ev.debate.supports:
        for id, at in _grounds(support):
            grounds[support.of].setdefault(id, at)
    for cycle in cycles({id: tuple(grounds.get(id, ())) for id in ev.debate.statements}):
        links = list(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        places = [grounds[id][reason] for id, reason in links]
        said = [f"here {id} rests on {reason}" for id, reason in links]
        said[-1] += ", which closes the circle" if len(links) > 1 else ""
        falls = any(lacks_ground(ev, id) for id in cycle)
        yield Finding(
            ("statements", cycle[0]),
            _sentence(links),
            "Cut one step of the circle, and cite a source for the statement that then has no reason"
            + ("; what rested on the circle alone can then stand." if falls else "."),
            tuple(Related(at, words) for at, words in zip(places, said, strict=True)),
        )
    yield from _needing_each_other(ev)


def _needing_each_other(ev: Evaluation) -> Iterator[Finding]:
    """Each circle of arguments of which one needs that the next has force: none of them ever has."""
    steps = [statement for statement in ev.debate.statements.values() if not isinstance(statement, Claim)]
    for cycle in cycles({step.id: step.needed_steps for step in steps}):
        links = list(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        said = ", ".join(f"{id} needs that {other} counts" for id, other in links)
        yield Finding(
            ("statements", cycle[0]),
            f"needs itself, and so never counts: {said}.",
            "Take one of these steps out of the premises:.",
            tuple(Related(("statements", id), f"needs {other}") for id, other in links[1:]),
        )


def _grounds(support: Support) -> Iterator[tuple[str, Address]]:
    """What a support gives as a reason, and where it does: what it says itself, and each of its premises."""
    at: Address = ("statements", support.id)
    if not support.is_bare:
        yield support.id, at
    yield from (
        (premise, (*at, "premises", index))
        for index, premise in enumerate(support.premises)
        if isinstance(premise, str)
    )


def _sentence(links: Sequence[tuple[str, str]]) -> str:
    if len(links) == 1:
        return "is given as a reason for itself."
    (first, reason), *between, (last, _) = links
    said = [f"{first} rests on {reason}", *(f"{id} on {other}" for id, other in between[: SHOWN - 2])]
    if hidden := len(between) - len(said) + 1:
        said.append(f"so on through {hidden:,} more")
    return f"rests on itself: {', '.join(said)}, and {last} on {first}."
