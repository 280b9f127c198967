"""A quote of more than twelve words.

Words are counted between spaces. The length is set by `quote-words` in `[tool.argmap]`.

Why it matters: a long quote is copied, not understood. Somebody else holds its copyright, and the words that carry the
point are lost among the others.

Instead: quote the words that matter, and say the rest in your own under `says:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: report
-         quote: it is our view that on the whole these brigades were ready some months sooner   # <-
+         quote: these brigades were ready some months sooner
""",)  # fmt: skip


def check(ev: Evaluation, options: Options) -> Iterator[Finding]:
    """Each quote above the limit."""
    for id, statement in ev.debate.statements.items():
        for number, evidence in enumerate(statement.evidence):
            length = _length(evidence.quote, options.quote_words) if evidence.quote else 0
            if length > options.quote_words:
                yield Finding(
                    ("statements", id, "evidence", number, "quote"),
                    f"quotes {length} words, more than the {options.quote_words} allowed.",
                    "Quote the words that matter, and say the rest in your own under says:.",
                )


def _length(quote: str, most: int) -> int:
    """How many words a quote has; dashes and dots between spaces are none, and are only looked for where it matters."""
    words = quote.split()
    return len(words) if len(words) <= most else sum(any(map(str.isalnum, word)) for word in words)
