"""A turn that the same side takes away again by its own defence.

Beside a turn, neither of the two answered, its side has defence on the same line of argument that, once granted, leaves
nothing to turn: for a link or internal-link turn "no link", "no internal link" or impact defence; for an impact turn
these and "not unique". Defence is an answer without `turn:`. It takes a part away if its own `role:` names that part,
or if every statement with that role has such an answer. What answers a resolution directly is not judged so.

Why it matters: whoever runs the disadvantage may grant the defence and be rid of the turn ("kick" it). In a block that
is a choice: defence to fall back on, or a turn to win by. It should be made knowingly.

Instead: where you mean to win on the turn, leave the defence out of the block; what it takes down then counts again.
Where you want both, say so in `ignore:`, and go for one in the next speech.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Rebuttal, Role
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.clash.argument_lines import line, turns, undefeated_answers
from argmap.rules.positions.position_parts import opens
from argmap.rules.rule_protocol import Options
from argmap.wording.counts import counted
from argmap.wording.lists import listed

SEVERITY = Severity.INFO
EXAMPLES = ("""\
  kind: disadvantage
  arguments:
    - rebuttal: alliance-splits
      of: send-trainers
      role: impact
      text: An alliance at odds over Ukraine would lose its hold on Europe.
      evidence: [{source: report}]
      premises:
        - claim: united-today
          role: uniqueness
          text: The allies have kept together so far.
          evidence: [{source: survey}]
+         rebuttals:
+           - rebuttal: at-odds-already
+             text: The allies have been at odds over money since the spring.
+             evidence: [{source: speech}]
        - claim: trainers-divide
          role: link
          text: Trainers would divide the allies.
          evidence: [{source: study}]
          rebuttals:
-           - rebuttal: nobody-minds
-             text: No government has said that trainers would trouble it.
-             evidence: [{source: speech}]
-     rebuttals:
-       - rebuttal: europe-on-its-own
-         turn: impact                 # <-
-         text: A Europe that stands on its own would be safer.
-         evidence: [{source: essay}]
-   - support: europe-on-its-own-counts
+           - rebuttal: trainers-unite
+             turn: link
+             text: A shared mission would bring the allies together.
+             evidence: [{source: history}]
+   - support: trainers-unite-counts
      of: send-trainers
-     premises: [europe-on-its-own, united-today, trainers-divide]
+     premises: [trainers-unite, at-odds-already]
""",)  # fmt: skip

NAMES: dict[Role, str] = {
    "link": "no link",
    "internal-link": "no internal link",
    "impact": "impact defence",
    "uniqueness": "not unique",
}


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each live turn with the defence of its own side that takes it away."""
    for turn in turns(ev):
        side = ev.graph.sides[turn.id]
        if side:
            argument = line(ev.graph, turn.target)
            defence = [answer for answer in undefeated_answers(ev, argument, side) if not answer.turn]
            parts = _parts(ev, argument) if defence else {}
            roles = [role for role in NAMES if role != "uniqueness" or turn.turn == "impact"]
            taking = {id: NAMES[role] for role in roles for id in _taking(role, defence, parts.get(role, {}))}
            if taking:
                yield _finding(turn, taking)


def _parts(ev: Evaluation, argument: Iterable[str]) -> dict[Role, dict[str, bool]]:
    """The statements of each part, each with whether it says at once that the plan leads to the impact."""
    found: dict[Role, dict[str, bool]] = {}
    for statement in (ev.debate.statements[id] for id in argument):
        if statement.role in NAMES:
            found.setdefault(statement.role, {})[statement.id] = opens(ev.graph, statement)
    return found


def _taking(role: Role, defence: list[Rebuttal], parts: dict[str, bool]) -> list[str]:
    """The defence that takes away a part: it says so by its own role, or it leaves no statement of the part alone."""
    said = [answer.id for answer in defence if answer.role == role]
    hits = [a for a in defence if parts.get(a.target) is False and a.role not in NAMES]
    return said + [answer.id for answer in hits] * (parts.keys() <= {answer.target for answer in hits})


def _finding(turn: Rebuttal, taking: dict[str, str]) -> Finding:
    some = [f"{id} ({what})" for id, what in list(taking.items())[:3]]
    more = len(taking) - len(some)
    return Finding(
        ("statements", turn.id, "turn"),
        f"is taken away by defence of its own side: {listed([*some, *[counted(more, 'more answer')] * bool(more)])}. "
        "The other side can grant that and be rid of the turn.",
        "To win on the turn, drop that defence, and what it alone takes down counts again; to keep both, knowing this: "
        "ignore: [{rule: turn-with-own-defence, reason: …}]",
        tuple(Related(("statements", id), f"says {what!r}") for id, what in list(taking.items())[:3]),
    )
