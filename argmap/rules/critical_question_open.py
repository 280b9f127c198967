"""An argument on a resolution with most of its critical questions open.

The rule looks at supports and rebuttals of resolutions that state their `scheme:` and are not answered. It reports
those with more than half of the scheme's questions open: nobody has put or answered them. `argmap questions` lists the
questions of all other steps as well.

Why it matters: every common way of arguing has known weak points. Whoever has not thought about them will hear of them
in cross-examination. Where the other side has not put the question either, an argument stands that nobody has tested.

Instead: back it, contest it or undercut its step, and say in the answer which question it is about: `question: KEY`.
What is contested or undercut no longer counts until that is answered in turn.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.open_questions import examinations
from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.INFO
EXAMPLES = ("""\
  arguments:
    - rebuttal: moscow-threatens   # <-
      of: send-trainers
      scheme: threat
      text: Moscow has said that it would strike trainers.
      evidence: [{source: report}]
+     supports:
+       - support: it-has-the-range
+         question: able
+         text: Its missiles reach every part of the country.
+         evidence: [{source: study}]
+     undercutters:
+       - rebuttal: yielding-invites-more
+         question: yielding
+         text: To give way to a threat invites the next.
+         evidence: [{source: study}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each live step on a resolution with open questions, all of them in one finding."""
    for each in examinations(ev):
        step = ev.debate.statements[each.step]
        if getattr(step, "of", None) not in ev.debate.resolution_ids or 2 * len(each.open) <= each.total:
            continue
        keys = ", ".join(question.key for question in each.open)
        few, title = len(each.open) - each.total // 2, each.scheme.title
        yield Finding(
            ("statements", each.step),
            f"argues {title[0].lower()}{title[1:]}: {len(each.open)} of {each.total} critical questions are open "
            f"({keys}).",
            f"Answer at least {few} with question: KEY, by a support, or by a rebuttal or undercutter, after which it "
            f"no longer counts. First, {each.open[0].key}: {each.open[0].ask} All: argmap questions {each.step}",
        )
