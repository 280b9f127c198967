"""Two options that exclude each other, and both stand.

A resolution names another under `excludes:`, so the two cannot be carried out together; and yet both stand.

Why it matters: whoever decides can take one of them only. A debate in which both stand lacks the comparison that was
asked of it.

Instead: say why one is better, as an argument against the other: a rebuttal of it with the first among its premises,
and `outweighs:` where it weighs more than what speaks for it. Where both can be done after all, remove `excludes:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  resolutions:
    - claim: send-trainers
      excludes: [keep-out]             # <-
      text: NATO members should send trainers to Ukraine.
    - claim: keep-out
      text: NATO members should keep their soldiers out of Ukraine.
  arguments:
    - support: trainers-work
      of: send-trainers
      outweighs: [{over: trainers-are-dear, because: "Lost towns cost more."}]
      text: Trainers on the spot teach what the front needs.
      evidence: [{source: report}]
    - rebuttal: trainers-are-dear
      of: send-trainers
      text: Trainers cost more than courses abroad.
      evidence: [{source: study}]
    - support: nobody-is-killed
      of: keep-out
-     outweighs: [{over: nobody-is-helped, because: "A clash cannot be undone."}]
      text: No soldier of a member is killed.
      evidence: [{source: survey}]
    - rebuttal: nobody-is-helped
      of: keep-out
      text: Keeping out helps nobody at the front.
      evidence: [{source: essay}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each pair of such options, where one names the other."""
    told = set[frozenset[str]]()
    for option in ev.debate.resolutions:
        for index, other in enumerate(option.excludes):
            pair = frozenset({option.id, other})
            if other in ev.clashes(option.id) and pair not in told:
                told.add(pair)
                yield Finding(
                    ("statements", option.id, "excludes", index),
                    f"both {option.id} and {other} stand, and only one of them can be carried out.",
                    f"Say why one is better: a rebuttal of {other} with premises: [{option.id}], which then has to be "
                    "weighed; or, where both can be done, remove excludes:.",
                    (Related(("statements", other), "stands as well"),),
                )
