"""Evidence about another actor, mission, place or time than the plan.

`facets:` say of a resolution, a statement or a piece of evidence who acts, on what mission, where and when. Evidence is
measured against its own statement, and a statement against the nearest one above it that states the same facet, up to
the resolution. Facets agree where they have the same words, where one is the narrower ("Ukraine" and "western
Ukraine"), and where years overlap. The rule leaves alone facets that only one of the two states, and a mismatch with a
reason (`bridge:`). It also leaves alone arguments from another case (role precedent; schemes precedent, analogy and
example).

Why it matters: a study of trainers in peacetime does not show what trainers do in a war. Plans are won and lost on this
step, and many take it in silence.

Instead: find evidence about the plan itself, say what the evidence does show, or give the reason why the difference
does not matter: `facets: {time: "2015 to 2022", bridge: …}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.facets import bearings
from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  resolutions:
    - claim: send-trainers
      text: NATO members should send trainers to Ukraine.
      facets: {actor: "NATO members", place: "in Ukraine", time: "during the war"}
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: report
          facets:
            actor: members of NATO
            place: Poland              # <-
    - support: taught-before
      of: send-trainers
      text: Trainers taught in the west of the country without harm.
      facets: {place: "western Ukraine", time: "2015 to 2021"}   # <-
      evidence: [{source: study, facets: {time: 2016}}]
""", """\
  resolutions:
    - claim: send-trainers
      text: NATO members should send trainers to Ukraine.
      facets: {actor: "NATO members", mission: training, place: "in Ukraine", time: "during the war"}
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: report
          facets: {actor: Britain, place: "western Ukraine", bridge: "Britain is a member."}
    - support: taught-before
      of: send-trainers
      role: precedent
      text: Trainers taught in the west of the country without harm.
      facets: {time: "2015 to 2021"}
      evidence: [{source: study, facets: {time: "2016 to 2021"}}]
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each facet that differs from that of the statement, or from that of the plan, without a reason."""
    for bearing in bearings(ev):
        for name, wanted in bearing.differing.items() if not bearing.facets.bridge else ():
            value = getattr(bearing.facets, name)
            yield Finding(
                (*bearing.at, "facets", name),
                f'is about another {name} than {wanted.id}: "{value}", not "{wanted.value}".',
                "Find evidence about the plan itself, or say why it holds there too: facets: {…, bridge: …}",
                (Related(("statements", wanted.id, "facets", name), "what it is measured against"),),
            )
