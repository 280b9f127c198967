"""Highlighted words that the card does not have.

Every stretch of `highlight:`, and a `quote:` beside a `card:`, stands in the card word for word, the stretches in its
order. Typographic quotes, line ends and capitals make no difference.

Why it matters: the debater then reads out nobody's words, and the other side will point to the card.

Instead: copy the words from the card. A `highlight:` without a `card:` marks nothing: cut the passage first.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Evidence
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.cards.card_passages import ELLIPSIS, is_in, locate, straightened
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
-         quote: Brigades are ready sooner   # <-
+         quote: ready months sooner
          card: Brigades taught at home were ready months sooner than others.
          highlight:
-           - Brigades taught at home
-           - are ready     # <-
+           - brigades taught at home
+           - were ready
            - sooner
-       - source: study
-         highlight: ["Brigades taught at home"]   # <-
""",)  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each stretch, and each quote, that is not in its card."""
    for id, statement in ev.debate.statements.items():
        for number, evidence in enumerate(statement.evidence):
            if evidence.highlight or evidence.card:
                yield from _of(("statements", id, "evidence", number), evidence)


def _of(at: tuple[str | int, ...], evidence: Evidence) -> Iterator[Finding]:
    if not evidence.card:
        yield Finding((*at, "highlight"), "marks words of a card, but there is no card.", "Copy the passage: card: …")
        return
    card = straightened(evidence.card)
    if evidence.quote and not is_in(card, [part for part in ELLIPSIS.split(evidence.quote) if straightened(part)]):
        yield Finding((*at, "quote"), "is not in the card beside it, word for word.", "Copy the words from the card.")
    for number, place in enumerate(locate(card, evidence.highlight)):
        if place is None:
            elsewhere = locate(card, [evidence.highlight[number]])[0]
            message = "stands in the card before what is read first." if elsewhere else "is not in the card."
            yield Finding((*at, "highlight", number), message, "Copy the words from the card, in its order.")
