"""A block against a disadvantage that is all defence, while the disadvantage stands.

The disadvantage speaks of its parts, and an opening statement of it stands against a resolution. The other side has two
or more answers to it that count, none of them a turn, and nothing that outweighs it (`outweighs:`). The rule looks only
at debates that mark turns somewhere.

Why it matters: defence makes a risk smaller, and a small risk is still a reason against the plan where nothing stands
on the other side. Whoever has only defence has at best a draw on this sheet.

Instead: add offence: a turn in place of the defence about the same part (`turn: link` with a "not unique", or `turn:
impact` alone), and what it contests no longer stands; or say on an advantage why it outweighs this, which then no
longer counts (`outweighs: [{over: ID, because: …}]`).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.model import Rebuttal
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.clash.argument_lines import undefeated_answers
from argmap.rules.positions.position_parts import Shell, shells
from argmap.rules.rule_protocol import Options
from argmap.wording.counts import counted

SEVERITY = Severity.INFO
EXAMPLES = ("""\
  position: unity                      # <-
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
          supports:
            - support: summits-agreed
              text: Every summit since the spring has ended in agreement.
              undercutters:
                - rebuttal: summits-are-staged
                  text: Summits are prepared until all can sign.
                  evidence: [{source: speech}]
        - claim: trainers-divide
          role: link
          text: Trainers would divide the allies.
          evidence: [{source: study}]
          supports:
            - support: some-would-mind
              text: Some governments have said that trainers would trouble them.
              undercutters:
                - rebuttal: said-for-home
                  text: They said so before elections at home.
                  evidence: [{source: paper}]
    - support: trainers-teach
      of: send-trainers
+     outweighs: [{over: alliance-splits, because: "Quarrels pass and lost towns do not come back."}]
      text: Trainers on the spot teach what the front needs.
      evidence: [{source: history}]
      rebuttals:
        - rebuttal: trainers-unlearn
          turn: link
          text: Teaching on the spot spreads what armies must unlearn.
          evidence: [{source: essay}]
    - rebuttal: trainers-unlearn-counts
      of: send-trainers
      premises: [trainers-unlearn]
""",)  # fmt: skip

BLOCK = 2
"""Fewer answers are not a block."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each disadvantage that stands against a block without offence."""
    if not any(rebuttal.turn for rebuttal in ev.debate.rebuttals):
        return
    outweighed = {lighter for _, lighter in ev.graph.comparisons}
    for shell in shells(ev.graph, "disadvantage"):
        standing = _standing(ev, shell)
        block = list(undefeated_answers(ev, shell.own, ev.debate.other(shell.side))) if standing else []
        if len(block) >= BLOCK and not any(answer.turn for answer in block) and not outweighed & {*shell.own}:
            yield _finding(ev, shell, standing, block)


def _standing(ev: Evaluation, shell: Shell) -> list[str]:
    """The statements of it that count against a resolution as things are."""
    own, resolutions = (ev.debate.statements[id] for id in shell.own), ev.debate.resolution_ids
    against = (s.id for s in own if type(s) is Rebuttal and s.of in resolutions)
    return [id for id in against if ev.labelling.counts[id] is Label.IN]


def _finding(ev: Evaluation, shell: Shell, standing: list[str], block: list[Rebuttal]) -> Finding:
    who = ev.debate.sides[ev.debate.other(shell.side)]
    return Finding(
        shell.at,
        f'"{who}" has {counted(len(block), "answer")} to this, all of them defence, and {standing[0]} stands.',
        "Put a turn in place of the defence about one part, and what it contests no longer stands; or say on an "
        f"argument of that side why it outweighs {standing[0]}, which then no longer counts: "
        f"outweighs: [{{over: {standing[0]}, because: …}}]",
        (Related(("statements", standing[0]), "stands against it"),),
    )
