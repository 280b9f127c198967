"""An answer that was written for another outcome.

A resolution has an `answer:`, and none for how it stands now. Answers for other outcomes may be there as well: each is
printed only where it is true.

Why it matters: the answer is the first sentence that a reader sees. Where the argument has moved on and the answer has
not, briefs leave it out, and the debate has no answer in words.

Instead: write the answer for how the resolution stands now, or look into what changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  resolutions:
    - claim: send-trainers
      text: NATO members should send trainers to Ukraine.
-     answer: {stands: "Yes, in the west of the country."}   # <-
+     answer: {stands: "Yes, in the west of the country.", undecided: "Only the price is left to be weighed."}
  arguments:
    - {support: a, of: send-trainers, text: "It works.", evidence: [{source: report}]}
    - {rebuttal: b, of: send-trainers, text: "It is dear.", evidence: [{source: study}]}
""",)  # fmt: skip

_SAID = {"stands": "it stands", "undecided": "it is undecided", "defeated": "it is defeated"}


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each resolution with an answer, and none for how it stands."""
    for option in ev.debate.resolutions:
        key = ev.label(option.id).word
        if option.answer is None or ev.answer(option):
            continue
        given = listed([_SAID[each] for each in _SAID if getattr(option.answer, each)], "or")
        yield Finding(
            ("statements", option.id, "answer"),
            f"is for where {given}, and {_SAID[key]}." if given else f"says nothing for where {_SAID[key]}.",
            f"Write the answer for that, `{key}: …`, or look into why it is so: argmap explain {option.id}",
        )
