"""A likelihood that is not one of the seven words of ICD 203.

They are: almost no chance (1-5 %), very unlikely (5-20 %), unlikely (20-45 %), roughly even chance (45-55 %), likely
(55-80 %), very likely (80-95 %), almost certain (95-99 %).

Why it matters: "possible" and "a real risk" mean 10 % to one reader and 70 % to another; the seven words have agreed
ranges, and the risk table of a memo can be sorted by them.

Instead: write the word whose range you mean. Synonyms that the same directive lists, and percentages, are given with
the word that they stand for.

Fix: synonyms of the directive's own table (remote, probable and so on), and the seven words in capitals or with other
spaces, are replaced. Percentages are not: the word says less than they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import LIKELIHOODS
from argmap.model.diagnostics import Address, Edit, Finding, Fix, Severity
from argmap.rules.rule_protocol import Options
from argmap.wording.near_misses import nearest

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: report}]
      risk:
-       likelihood: probable           # <-
+       likelihood: very unlikely
        severity: catastrophic
        timeframe: weeks
        reversibility: irreversible
""", """\
  arguments:
    - rebuttal: direct-clash
      of: send-trainers
      text: Soldiers of two nuclear powers would be firing at each other.
      evidence: [{source: report}]
      risk:
        likelihood: 10-15 %            # <-
        severity: catastrophic
        timeframe: weeks
        reversibility: irreversible
""")  # fmt: skip

SYNONYMS = {
    "remote": LIKELIHOODS[0], "nearly impossible": LIKELIHOODS[0], "impossible": LIKELIHOODS[0],
    "highly improbable": LIKELIHOODS[1], "highly unlikely": LIKELIHOODS[1],
    "improbable": LIKELIHOODS[2], "probably not": LIKELIHOODS[2],
    "roughly even odds": LIKELIHOODS[3], "even": LIKELIHOODS[3], "even chance": LIKELIHOODS[3],
    "probable": LIKELIHOODS[4], "probably": LIKELIHOODS[4],
    "highly probable": LIKELIHOODS[5], "highly likely": LIKELIHOODS[5],
    "nearly certain": LIKELIHOODS[6], "certain": LIKELIHOODS[6],
}  # fmt: skip
TABLE = frozenset({
    "remote", "highly improbable", "improbable", "roughly even odds", "probable", "highly probable", "nearly certain",
})  # fmt: skip
"""The second row of words that the directive gives for the same seven ranges."""
UPPER_BOUNDS = (5, 20, 45, 55, 80, 95, 100)
"""The upper ends of the seven bands, in percent."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each likelihood in other words, with the word that is probably meant."""
    for id, statement in ev.debate.statements.items():
        likelihood = statement.risk.likelihood if statement.risk else None
        if likelihood and likelihood not in LIKELIHOODS:
            meant = meaning(likelihood)
            at = ("statements", id, "risk", "likelihood")
            yield Finding(
                at,
                f'"{likelihood}" has no agreed range{f"; did you mean {meant}?" if meant else "."}',
                f"Write one of: {', '.join(LIKELIHOODS)}.",
                fix=_fix(at, likelihood),
            )


def _fix(at: Address, likelihood: str) -> Fix:
    """The word of the directive for one of its own synonyms."""
    plain = " ".join(likelihood.casefold().replace("-", " ").split())
    word = plain if plain in LIKELIHOODS else SYNONYMS[plain] if plain in TABLE else None
    return (Edit(at, word),) if word else ()


def meaning(likelihood: str) -> str | None:
    """The word of ICD 203 for a synonym, a percentage (of a range its middle) or a misspelling; None where unclear."""
    plain = " ".join(likelihood.casefold().replace("-", " ").split())
    numbers = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", plain)][:2]
    if numbers and "%" in plain:
        middle = sum(numbers) / len(numbers)
        return next((word for word, upper in zip(LIKELIHOODS, UPPER_BOUNDS, strict=True) if middle <= upper), None)
    return SYNONYMS.get(plain) or (plain if plain in LIKELIHOODS else nearest(plain, LIKELIHOODS))
