"""A quote, or a card, that does not stand in its source word for word.

Only `argmap verify` looks for it: the text of a source is `snapshots/ID.txt` (or .html, .md, .pdf) in the debate's
folder, or the file of `--text ID=PATH`. White space, line breaks, ligatures, hyphenation at the end of a line, and the
shape of quotation marks and dashes do not matter. Nor do marks of notes (`open.³`, `[12]`, `[^1]`, `†`), or a note's
number that the source has behind a stop (`open.3 Ships`, `open,12 and`). Every word, comma, capital and other number
does; a number in the quote always counts. An ellipsis (`…`, `...`, `[…]`) may leave out up to 1,000 characters of the
same paragraph, but no negation that belongs to what is quoted; a bracket may explain (`[the mayor]`, in place of up to
three words), or change a capital or an ending (`[T]he`, `deter[s]`). A quote may not begin or end in the middle of a
word or number: `effective` is not a quote from `ineffective`, nor `5` from `5 million`.

Why it matters: a quote is the one thing in a debate that nobody can argue about. One that drops a word such as "not"
says what its author never said.

Instead: quote what is there. Mark what you leave out with an ellipsis, and say the rest in your own words in `says:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.evidence.verification import Missing
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
-         quote: these brigades were ready some months sooner   # <-
+         quote: these "local" brigades - all of them - were ready some months sooner
  snapshots:
-   report: We found that these brigades were not ready some months sooner, whatever was hoped.
+   report: We found that these “local” brigades—all of them—were ready some months sooner.
""",)  # fmt: skip


def is_blind(ev: Evaluation) -> bool:
    """Whether nobody has looked into the sources."""
    return ev.verification is None


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each quote that the text of its source has not got."""
    missed = ev.verification.missing if ev.verification else {}
    for place, missing in missed.items():
        source = ev.debate.statements[place.statement].evidence[place.evidence].source
        reason = f": {missing.refused.reason}" if missing.refused else ""
        message = f"is not in {source} as it is quoted{reason}."
        yield Finding(place.address, message, "\n".join(_help(missing)))


def _help(missing: Missing) -> Iterator[str]:
    miss = missing.miss
    if miss is None and missing.refused is None:
        name = missing.snapshot.name
        sought = "was looked for: too many long quotes are missing" if missing.is_cut_short else f"is in {name}"
        yield f"Nothing like it {sought}."
    elif miss is None:
        yield f"See {missing.where}."
    elif miss.is_different:
        yield f"{missing.where} has: {miss.difference}"
        yield "[-…-] is only in the quote, {+…+} only in the source."
    else:
        yield f"See {missing.where}."
    if miss and miss.may_be_left_out:
        yield "Quote what is there, or mark what you leave out with an ellipsis (…)."
    else:
        yield "Quote what is there, and say the rest in your own words under says:."
