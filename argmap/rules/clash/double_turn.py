"""Two turns by one side on one argument that undo each other.

Two turns by the same side on the same line of argument, neither of them answered: a link turn and an impact turn, or
either with an internal-link turn. Three different turns on one line turn it round once, so the rule leaves them alone.

Why it matters: "the plan prevents it" and "it would be good" together say that the plan prevents something good. The
other side needs only to grant both, and the disadvantage has become theirs again, won.

Instead: choose one. Keep the turn with the better evidence and drop the other one, also as defence: what it contests
then stands again.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Rebuttal
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.clash.argument_lines import other_turns, turns
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - rebuttal: alliance-splits
      of: send-trainers
      role: impact
      text: An alliance at odds over Ukraine would lose its hold on Europe.
      evidence: [{source: report}]
      premises:
        - claim: trainers-divide
          role: link
          text: Trainers would divide the allies.
          evidence: [{source: study}]
          rebuttals:
            - rebuttal: trainers-unite
              turn: link
              text: A shared mission would bring the allies together.
              evidence: [{source: history}]
      rebuttals:
        - rebuttal: europe-on-its-own
          turn: impact                 # <-
          text: A Europe that stands on its own would be safer.
          evidence: [{source: essay}]
""", """\
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
        - claim: trainers-divide
          role: link
          text: Trainers would divide the allies.
          evidence: [{source: study}]
      rebuttals:
        - rebuttal: europe-on-its-own
          turn: impact
          text: A Europe that stands on its own would be safer.
          evidence: [{source: essay}]
    - support: europe-on-its-own-counts
      of: send-trainers
      premises: [europe-on-its-own, united-today, trainers-divide]
""")  # fmt: skip

SAYS = {
    "link": "the plan prevents it",
    "internal-link": "what it leads to is the opposite",
    "impact": "it would be good",
}


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each turn with an earlier one of the same side that it undoes."""
    every = turns(ev)
    place = {turn.id: number for number, turn in enumerate(every)}
    seen = set[frozenset[str]]()
    for turn in every:
        others = other_turns(ev, turn)
        if len({other.turn for other in others}) == 1:
            pair = frozenset({turn.id, others[0].id})
            if pair not in seen:
                seen.add(pair)
                yield _finding(*sorted((turn, others[0]), key=lambda each: place[each.id]))


def _finding(first: Rebuttal, second: Rebuttal) -> Finding:
    return Finding(
        ("statements", second.id, "turn"),
        f"is a double turn with {first.id} ({_words(first)}: {SAYS[first.turn or 'link']}; "
        f"{_words(second)}: {SAYS[second.turn or 'link']}): the other side can grant both.",
        f"Drop {first.id} or {second.id}; what it contests then stands again, unless something else takes it down.",
        (Related(("statements", first.id, "turn"), "the other turn is here"),),
    )


def _words(turn: Rebuttal) -> str:
    return f"{(turn.turn or '').replace('-', ' ')} turn"
