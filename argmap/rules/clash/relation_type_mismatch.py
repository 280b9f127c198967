"""A step whose type does not fit its role or its turn.

A turn whose kind is not that of the part that it contests (`turn: impact` of a link). An answer about one part of a
disadvantage (by its `role:`) that contests the text of another part: "not unique" does not deny the link, so it is an
undercutter, or it contests the uniqueness. What answers a resolution directly says that the plan leads to the impact,
so that turns and "no link" may contest it. A permutation written as a support of what it should answer. A disadvantage
whose statements support the resolution and contest nothing, or an advantage whose statements only contest it.

Why it matters: the type of a step decides what it answers. "Not unique" as a rebuttal of the link makes the
program, and the reader, believe that the link was denied; and defence that is filed as a turn counts as offence.

Instead: an answer that grants the statement and says that it does not matter is an undercutter: write it so. Let an
answer contest the part that it is about. Where the slip is in the role, the turn or the kind, correct that. What an
answer no longer contests stands again, and what it now contests does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Position, Rebuttal, Statement, Support
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.clash.argument_lines import step_from
from argmap.rules.positions.position_parts import CHAIN, is_misnamed, opens, role_words
from argmap.rules.rule_protocol import Options
from argmap.wording.sentences import article

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - rebuttal: alliance-splits
      of: send-trainers
      role: impact
      text: An alliance at odds over Ukraine would lose its hold on Europe.
      evidence: [{source: report}]
-     premises:
-       - claim: trainers-divide
+     supports:
+       - support: trainers-divide
          role: link
          text: Trainers would divide the allies.
          evidence: [{source: study}]
          rebuttals:
+           - rebuttal: trainers-unite
+             turn: link
+             text: A shared mission would bring the allies together.
+             evidence: [{source: history}]
+         undercutters:
            - rebuttal: at-odds-already
              role: uniqueness         # <-
              text: The allies have been at odds over money since the spring.
              evidence: [{source: speech}]
+   - support: trainers-unite-counts
+     of: send-trainers
+     premises: [trainers-unite]
""", """\
  position: unity
  kind: disadvantage                   # <-
  arguments:
    - support: alliance-unites
      of: send-trainers
      text: A shared mission would bring the allies together.
      evidence: [{source: history}]
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Statements in file order, then positions."""
    for statement in ev.debate.statements.values():
        if type(statement) is Rebuttal:
            target = ev.debate.statements[statement.target]
            yield from _turn(ev, statement, target) if statement.turn else _part(ev, statement, target)
        elif type(statement) is Support and statement.role == "permutation":
            yield from _permutation(statement, ev.debate.statements[statement.of])
    for position in ev.debate.positions:
        yield from _kind(ev, position)


def _turn(ev: Evaluation, turn: Rebuttal, target: Statement) -> Iterator[Finding]:
    if turn.turn and target.role in CHAIN and target.role != turn.turn and not opens(ev.graph, target):
        yield Finding(
            ("statements", turn.id, "turn"),
            f"is {article(role_words(turn.turn))} turn, and contests {target.id}, whose role is {target.role}.",
            f"Let it contest the {role_words(turn.turn)}, which is then answered, not {target.id}; or correct its "
            f"turn:, or the role: of {target.id}.",
        )


def _part(ev: Evaluation, answer: Rebuttal, target: Statement) -> Iterator[Finding]:
    if not answer.of or ev.graph.is_weighed(target.id) or answer.role == target.role:
        return
    if answer.role in CHAIN and target.role in CHAIN and (answer.role == "uniqueness" or not opens(ev.graph, target)):
        yield Finding(
            ("statements", answer.id, "role"),
            f"speaks of the {role_words(answer.role)}, and contests {target.id}, whose role is {target.role}: it does "
            "not deny that.",
            f"Let it undercut the step of {step_from(ev.graph, target.id)} (granted, but it does not count), or let "
            f"it contest the {role_words(answer.role)}. If it is a part of the same argument, make it a support. "
            f"{target.id} then stands again.",
        )


def _permutation(perm: Support, target: Statement) -> Iterator[Finding]:
    if target.role != "permutation":
        yield Finding(
            ("statements", perm.id, "role"),
            f"is a permutation, and supports {target.id}: that both can be done is an answer.",
            f"Write it as a rebuttal, under undercutters: of {target.id} or of the step by which the counterplan "
            "competes, which then no longer counts.",
        )


def _kind(ev: Evaluation, position: Position) -> Iterator[Finding]:
    if is_misnamed(ev.graph, position):
        wrong, right = ("contests", "disadvantage") if position.kind == "advantage" else ("supports", "advantage")
        other = "supporting" if wrong == "contests" else "contesting"
        yield Finding(
            ("positions", position.id, "kind"),
            f"is of kind {position.kind}, and {wrong} resolutions without {other} any.",
            f"Write kind: {right}; or let its statements {'support' if wrong == 'contests' else 'contest'} the "
            "resolution, which changes how that stands.",
        )
