"""A quote that nobody has looked for in its source.

`argmap verify` reports the quotes whose source has no text in `snapshots/` and none by `--text`. `argmap check` does so
where the debate's argmap.lock shows that its quotes are verified; it passes over other debates.

Why it matters: among verified quotes, the one that is not looks as if it were.

Instead: save the source's text as `snapshots/ID.txt` (or .html, .md, .pdf), or name it with `--text ID=PATH`, and run
`argmap verify`. Where a text may not be published, keep it out of git: the lock remembers what was found.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evidence.verification import QuoteStanding, file_of, in_shell, standings
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.INFO
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: report
          quote: these brigades were ready some months sooner
-       - source: study
-         quote: no brigade was ready in time   # <-
+       - {source: study, says: "Counts the brigades that were ready in time."}
  lock:
    quote ready-sooner report 11164b9ec94196e4 02c9e17f5ab8d364 14-62
""",)  # fmt: skip


def is_blind(ev: Evaluation) -> bool:
    """Whether no quote was ever verified."""
    return ev.verification is None and not ev.lock.quotes


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each quote that was never found, nor looked for now."""
    if is_blind(ev):
        return
    settled = ev.verification.settled if ev.verification else ()
    for place, standing in standings(ev.debate, ev.lock).items():
        if standing is QuoteStanding.UNVERIFIED and place not in settled:
            source = ev.debate.statements[place.statement].evidence[place.evidence].source
            yield Finding(
                place.address,
                f"has not been looked for in {source}.",
                f"Save its text as {file_of(source)} (.html, .md, .pdf) and run argmap verify, "
                f"or: argmap verify {in_shell(source)}",
            )
