"""A source that no statement cites.

A source that another one names under `via:` (the origin that it relays) counts as used.

Why it matters: readers take the bibliography for what the argument rests on. And a source that nobody used is often a
point that somebody meant to make.

Instead: cite it where it belongs, or remove it from sources.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Debate
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  references:
    - id: doe-2024                     # <-
      type: report
      title: On training
      author: [{family: Doe}]
      issued: 2024-05-08
      URL: https://example.org/training
- arguments: []
+ arguments:
+   - support: ready-sooner
+     of: send-trainers
+     text: Brigades trained on the spot are ready months sooner.
+     evidence: [{source: doe-2024}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each entry of the bibliography that nothing leads to."""
    for id in unused(ev.debate):
        yield Finding(("sources", id), "no statement cites this source.", "Cite it where it belongs, or remove it.")


def unused(debate: Debate) -> list[str]:
    """The sources that nothing leads to: no evidence, and no other source that relays them."""
    used = {evidence.source for statement in debate.statements.values() for evidence in statement.evidence}
    used.update(source.custom.via for source in debate.sources.values() if source.custom.via)
    return [id for id in debate.sources if id not in used]
