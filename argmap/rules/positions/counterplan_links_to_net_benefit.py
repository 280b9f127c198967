"""A counterplan with the very cost that it is preferred for avoiding.

The net benefit of a counterplan (`role: net-benefit`) rests on a link, internal link, impact or net benefit. So does an
unanswered rebuttal of its own text (a resolution of its side, or a statement with `role: plan`), on the same one or on
one of the same disadvantage. Where a position holds several texts, a net benefit belongs to the one that it supports.

Why it matters: a net benefit is a difference between plan and counterplan. If the counterplan links to the
disadvantage as well, the difference is gone, and with it the reason to vote for it.

Instead: answer the rebuttal of the text (why the counterplan does not link, or links far less). Or rest the net benefit
on the part in which the two differ, or change the text so that it does not link.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.graph import Graph
from argmap.model import Role
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.positions.position_parts import grounds, reach, shells, stands, upward, whole_disadvantage
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  resolutions:
    - claim: send-troops
      text: NATO members should send troops to Ukraine.
    - claim: quiet-areas
      side: con
      text: NATO members should station helpers without weapons in quiet areas.
  kind: counterplan
  arguments:
    - rebuttal: soldiers-are-targets
      of: send-troops
      role: link
      text: Moscow would strike at foreign soldiers wherever they stand.
      evidence: [{source: speech}]
      ignore: [{rule: double-edged, reason: "It is held against both."}]
    - support: helpers-free-fighters
      of: quiet-areas
      role: solvency
      text: Helpers in the rear free Ukrainians for the front.
      evidence: [{source: study}]
    - support: spares-the-danger
      of: quiet-areas
      premises: [soldiers-are-targets]
      role: net-benefit                # <-
    - rebuttal: helpers-are-targets-too
      of: quiet-areas
      premises: [soldiers-are-targets]
+     undercutters:
+       - rebuttal: helpers-carry-no-arms
+         text: Helpers without weapons are no soldiers to Moscow.
+         evidence: [{source: treaty}]
""",)  # fmt: skip

SHARED: frozenset[Role] = frozenset({"link", "internal-link", "impact", "net-benefit"})
MOST = 200
"""How many statements are looked at below a step: keeps the time linear."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each net benefit that a live rebuttal of the counterplan's text shares, at its role."""
    for shell in shells(ev.graph, "counterplan"):
        texts = [*shell.proposes, *shell.parts.get("plan", ())]
        for benefit in shell.parts.get("net-benefit", ()):
            if stands(ev, benefit):
                yield from _shared(ev, benefit, _texts_of(ev.graph, benefit, texts))


def _texts_of(graph: Graph, benefit: str, texts: list[str]) -> list[str]:
    above = reach([benefit, *grounds(graph, benefit)], lambda id: upward(graph, id), MOST)
    return [text for text in texts if text in above or len(texts) == 1]


def _shared(ev: Evaluation, benefit: str, texts: list[str]) -> Iterator[Finding]:
    graph = ev.graph
    rests = reach([benefit], lambda id: grounds(graph, id), MOST)
    mine = dict.fromkeys([*rests, *(part for id in rests for part in whole_disadvantage(graph, id))])
    for against in (rebuttal for text in texts for rebuttal in graph.rebuttals(text)):
        if stands(ev, against.id):
            theirs = reach([against.id], lambda id: grounds(graph, id), MOST)
            common = next((id for id in mine if id in theirs and ev.debate.statements[id].role in SHARED), None)
            if common:
                yield _finding(benefit, against.id, against.target, common)


def _finding(benefit: str, against: str, text: str, common: str) -> Finding:
    shared = "this" if common == benefit else common
    return Finding(
        ("statements", benefit, "role"),
        f"is meant to tell {text} from the plan, but {against} holds {shared} against {text} as well.",
        f"Answer {against}, which then no longer counts, or rest {benefit} on what the two do not share.",
        (Related(("statements", against), f"contests {text} with it"),),
    )
