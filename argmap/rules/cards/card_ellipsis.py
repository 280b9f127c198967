"""Words left out of the middle of a card or quote.

A card has whole sentences with nothing left out. The rule reports an ellipsis in it, and a card that begins or ends in
the middle of a sentence. In a `quote:` it reports only an ellipsis with words on both sides; one at the end says only
that the sentence goes on.

Why it matters: what was left out may be the condition, the doubt or the "not". Policy debaters do not accept a card
with an ellipsis as evidence, because nobody can tell.

Instead: cut the whole passage as `card:` and name under `highlight:` the words that are read aloud. Where the ellipsis
stands in the source itself, say so in `ignore:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.cards.card_passages import ELLIPSIS, straightened
from argmap.rules.rule_protocol import Options
from argmap.wording.patterns import pattern

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: report
-         card: Brigades taught at home were ready ... sooner than others.   # <-
+         quote: … brigades taught at home were ready sooner …
""", """\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: report
-         quote: brigades taught at home […] were ready sooner   # <-
+         card: Brigades taught at home were ready, if they had rifles, months sooner than others.
+         highlight: ["Brigades taught at home were ready, if they had rifles, months sooner"]
""")  # fmt: skip

_ENDS = pattern(r"[.!?。！？][\"')\]*]*(?:\s?\[?\d{1,3}\]?)*$")
"""The end of a sentence, with the number of a note after it or without."""
HELP = "Cut whole sentences with nothing left out, and name what is read aloud under highlight:."


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each card with a gap or an open end, and each quote with a gap."""
    for id, statement in ev.debate.statements.items():
        for number, evidence in enumerate(statement.evidence):
            at = ("statements", id, "evidence", number)
            if evidence.card and (fault := _of_card(straightened(evidence.card))):
                yield Finding((*at, "card"), fault, HELP)
            if evidence.quote and (before := _left_out(evidence.quote)):
                message = f'leaves words out after "{_last(before)}".'
                help = f"Quote one stretch without a gap. Or write card: in place of quote:. {HELP}"
                yield Finding((*at, "quote"), message, help)


def _of_card(card: str) -> str | None:
    ellipsis = ELLIPSIS.search(card)
    if ellipsis:
        before = _last(card[: ellipsis.start()])
        return f'leaves words out after "{before}".' if before else "leaves words out at its beginning."
    first = card.lstrip("\"'([")[:2]
    if first[:1].islower() and not first[1:].isupper():
        return "begins in the middle of a sentence."
    return None if _ENDS.search(card) else "ends in the middle of a sentence."


def _left_out(quote: str) -> str | None:
    """What stands before an ellipsis that has words on both sides."""
    words = [match.start() for match in (re.search(r"\w", quote), re.search(r"\w\W*$", quote)) if match]
    for ellipsis in ELLIPSIS.finditer(quote) if words else ():
        if words[0] < ellipsis.start() < words[1]:
            return quote[: ellipsis.start()]
    return None


def _last(words: str) -> str:
    return " ".join(words.split()[-3:])
