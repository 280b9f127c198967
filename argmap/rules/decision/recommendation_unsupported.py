"""A recommendation that the arguments do not support.

`recommendation:` in debate.yaml names an option that is defeated or undecided by the arguments of the debate itself,
as `argmap evaluate` comes to it. An option that stands better is named with it.

Why it matters: a brief that argues one thing and recommends another has left its reason out, and readers will supply
one of their own.

Instead: recommend what stands; or write down what tips the scale as an argument, such as `outweighs:` for a judgement
of weight. The option then stands, and whoever doubts it can answer. Where a better option is passed over on purpose,
answer it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.decision.option_sides import is_option, standing
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  recommendation:
    option: send-trainers              # <-
    because: It works.
  arguments:
    - {support: a, of: send-trainers, text: "It works.", evidence: [{source: report}]}
    - {rebuttal: b, of: send-trainers, text: "It is dear.", evidence: [{source: study}]}
""", """\
  recommendation: {option: send-trainers, because: "It works and can be paid."}
  arguments:
    - {support: a, of: send-trainers, text: "It works.", evidence: [{source: report}]}
    - rebuttal: b
      of: send-trainers
      text: It is dear.
      evidence: [{source: study}]
      undercutters: [{rebuttal: c, text: "The money is there.", evidence: [{source: report}]}]
""")  # fmt: skip

FAULTS = (
    "is recommended, but the arguments of the debate defeat it",
    "is recommended, but the arguments leave it undecided",
)


def _help(option: str, standing_ones: list[str], found: int) -> str:
    """What stands may be recommended; else it is to be argued what is not said yet."""
    tips = "the arguments" if found == 0 else "what tips the scale, such as outweighs,"
    instead = f"recommend {listed(standing_ones, 'or')} instead, or " if standing_ones else ""
    help = f"{instead}write down {tips} so that {option} stands: argmap explain {option}"
    return help[0].upper() + help[1:]


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """The recommendation, where its option does not stand."""
    recommended = ev.debate.recommendation
    if recommended is None or not is_option(ev, recommended.option):
        return
    found = standing(ev, recommended.option)
    if found == len(FAULTS):
        return
    best = max((standing(ev, other.id) for other in ev.debate.resolutions), default=found)
    better = [other.id for other in ev.debate.resolutions if best > found and standing(ev, other.id) == best]
    yield Finding(
        ("recommendation", "option"),
        f"{recommended.option} {FAULTS[found]}"
        + (f"; {better[0]} {ev.label(better[0]).word if best == 2 else 'is undecided'}." if better else "."),
        _help(recommended.option, better if best == len(FAULTS) else [], found),
        tuple(Related(("statements", id), "stands better") for id in better),
    )
