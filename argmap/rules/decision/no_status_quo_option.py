"""A decision without an option that keeps things as they are.

The debate names a `decision:` or a `recommendation:` and has several resolutions, none of them marked `status_quo:
true`. With one resolution the status quo is to reject it, and the rule reports nothing.

Why it matters: doing nothing new is always an option, with costs and defenders of its own. Where it is left out, change
looks like the only choice, and the risks of the present are compared with nothing.

Instead: add a resolution that says what goes on if nothing is decided, with pros and cons like the others, and mark it
`status_quo: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options
from argmap.wording.counts import counted

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  decision: {maker: "The council"}       # <-
  resolutions:
    - claim: send-trainers
      text: NATO members should send trainers to Ukraine.
-   - claim: send-troops
-     text: NATO members should send troops to Ukraine.
+   - claim: train-abroad
+     status_quo: true
+     text: NATO members should train Ukrainians abroad as they do now.
  arguments:
    - {support: a, of: send-trainers, text: "It works.", evidence: [{source: report}]}
    - {rebuttal: b, of: send-trainers, text: "It is dear.", evidence: [{source: study}]}
-   - {support: c, of: send-troops, text: "It would help.", evidence: [{source: report}]}
-   - {rebuttal: d, of: send-troops, text: "It is dangerous.", evidence: [{source: study}]}
+   - {support: c, of: train-abroad, text: "It is safe.", evidence: [{source: report}]}
+   - {rebuttal: d, of: train-abroad, text: "It takes long.", evidence: [{source: study}]}
""", """\
  decision: {maker: "The council"}
  arguments:
    - {support: a, of: send-trainers, text: "It works.", evidence: [{source: report}]}
    - {rebuttal: b, of: send-trainers, text: "It is dear.", evidence: [{source: study}]}
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """The decision, where it is between changes only."""
    debate = ev.debate
    decided = debate.decision.maker or debate.decision.deadline
    if not (decided or debate.recommendation) or len(debate.resolutions) < 2:
        return
    if not any(option.status_quo is True for option in debate.resolutions):
        yield Finding(
            ("decision",) if decided else ("recommendation",),
            f"the decision is between {counted(len(debate.resolutions), 'option')}, and none keeps things as they are.",
            "Mark the one that keeps things as they are status_quo: true; if none does, add what goes on if nothing is "
            "decided as a resolution with status_quo: true, and its pros and cons.",
        )
