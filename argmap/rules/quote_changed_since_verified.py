"""A quote that was edited after it had been found in its source.

`argmap verify` writes into argmap.lock the digest of each quote that it found. The rule reports a quote in whose place
the lock has other words of the same source. So the edit shows even where the source's text may not be kept beside the
debate. Line breaks, the shape of quotation marks and dashes, and the statement's id may change.

Why it matters: readers believe ever after what was checked once. A verified quote that loses a word would keep its
seal.

Instead: put the words back, or verify the new ones against the text: `argmap verify --text SOURCE=PATH`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evidence.verification import QuoteStanding, in_shell, standings
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.ERROR
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: report
          quote: these brigades were ready some months sooner   # <-
  lock:
-   quote ready-sooner report 56dc4e634d5db1b2 02c9e17f5ab8d364 14-62
+   quote ready-sooner report 11164b9ec94196e4 02c9e17f5ab8d364 14-62
""",)  # fmt: skip


def is_blind(ev: Evaluation) -> bool:
    """Whether no quote was ever verified."""
    return ev.verification is None and not ev.lock.quotes


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each quote in whose place others were verified, unless it was looked for now."""
    if not ev.lock.quotes:
        return
    settled = ev.verification.settled if ev.verification else ()
    for place, standing in standings(ev.debate, ev.lock).items():
        if standing is QuoteStanding.CHANGED and place not in settled:
            source = ev.debate.statements[place.statement].evidence[place.evidence].source
            yield Finding(
                place.address,
                f"does not have the words that were found in {source} for this statement.",
                f"Put the words back, or look for these: argmap verify {in_shell(source)}",
            )
