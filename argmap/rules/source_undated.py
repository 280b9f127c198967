"""A source without a date.

Neither `issued:` nor `custom.as_of` (the day that it speaks of) is given. A date in words (`issued: {literal: …}`) is
enough.

Why it matters: nobody can tell whether it describes the present state of things, or whether it came before or after
what it is cited about; the check for stale evidence passes it over.

Instead: look for the date on the page, in its address or in a web archive. Where there is none, give the day on which
you know it to have been true as `custom: {as_of: …}`, or a reason in `custom.ignore`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Source
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  references:
    - id: doe                          # <-
      type: webpage
      title: On training
      author: [{family: Doe}]
+     issued: 2024
      URL: https://example.org/training
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: doe}]
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each source that no date is known of."""
    for id, source in ev.debate.sources.items():
        if is_undated(source):
            yield Finding(
                ("sources", id),
                "has no date.",
                "Add issued:, or the day that it describes: custom: {as_of: …}; or say why neither is known: custom: "
                "{ignore: [{rule: source-undated, reason: …}]}",
            )


def is_undated(source: Source) -> bool:
    """Whether it is not known when a source was published, nor of which day it speaks."""
    return source.issued is None and source.custom.as_of is None
