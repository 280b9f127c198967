"""A tag that is surer, or wider, than all of its evidence.

The main clause of a statement has a sure word while each piece of its evidence has a guarded one. Or it has a wide word
while each has a narrow one. What the evidence says is its `says:`, `quote:` and the sentences of its card that are
read. These words are looked for, and no others:

    Sure: will, won't, inevitable, inevitably, certainly, undoubtedly, definitely, undeniable, undeniably, prove,
      proves, proved, proven, bound to, sure to, guaranteed to, impossible, beyond doubt, beyond any doubt,
      beyond a doubt, always, never.
    Guarded: may, might, could, possibly, perhaps, probable, probably, likely, likelier, unlikely, suggest, suggests,
      suggested, suggesting, suggestion, seem, seems, seemed, seemingly, appear to, appears to, risk of, risks of,
      risk that, risks that, chance of, chances of, chance that, chances that, possibility of, possibility that,
      danger of, dangers of, danger that, uncertain, unclear, tend to, tends to.
    Wide: all, every, everyone, everybody, everything, always, never, without exception.
    Narrow: some, sometimes, most, mostly, many, often, usually, several, partly, in part, majority, tend to, tends to,
      rarely, occasionally, generally, largely, a few.

The rule is silent where a piece of evidence says nothing, or nothing guarded or narrow. It is silent too on negations
("not all", "does not prove"), other senses ("the will", "after all", "all 27", "some 30"), and what somebody only says,
asks or wants. It is also silent on a tag that guards itself, and on statements argued by reason (see
`claim-no-evidence`).

Why it matters: the tag is what is written down and answered. Overclaiming hands the other side an easy reply ("their
own card says it may"), and misleads whoever reads the tags alone.

Instead: say in the tag what the evidence says ("could deter", "most allies"), or cite evidence that is as sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.content_words import lower_words
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Evidence, Statement
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.analytics import BY_REASON
from argmap.rules.cards.card_passages import sentences_read
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  arguments:
    - support: deters
      of: send-trainers
      text: Trainers will deter an attack.   # <-
      evidence:
        - source: report
          says: Finds that trainers might deter an attack.
        - source: study
-         quote: likely to deter a determined attacker
+         says: Such forces deterred every attack that was planned.
""", """\
  arguments:
-   - support: all-agree
+   - rebuttal: not-all
      of: send-trainers
-     text: Every member of NATO agrees to send trainers.   # <-
+     text: Not every member that agrees will send trainers.
      evidence:
        - source: report
-         says: Most members agreed at the meeting.
+         says: Some members may not send any.
""", """\
  arguments:
-   - rebuttal: clash
+   - support: deters
      of: send-trainers
-     text: A clash is inevitable once trainers are there.   # <-
+     text: Trainers could deter an attack.
      evidence:
        - source: report
-         card: The risk of a clash would grow with their number. All agreed to that.
-         highlight: ["a clash would grow"]
+         says: Finds that trainers might deter an attack.
""")  # fmt: skip


SURE = (
    "will", "won't", "inevitable", "inevitably", "certainly", "undoubtedly", "definitely", "undeniable", "undeniably",
    "prove", "proves", "proved", "proven", "bound to", "sure to", "guaranteed to", "impossible", "beyond doubt",
    "beyond any doubt", "beyond a doubt", "always", "never",
)  # fmt: skip
GUARDED = (
    "may", "might", "could", "possibly", "perhaps", "probable", "probably", "likely", "likelier", "unlikely", "suggest",
    "suggests", "suggested", "suggesting", "suggestion", "seem", "seems", "seemed", "seemingly", "appear to",
    "appears to", "risk of", "risks of", "risk that", "risks that", "chance of", "chances of", "chance that",
    "chances that", "possibility of", "possibility that", "danger of", "dangers of", "danger that", "uncertain",
    "unclear", "tend to", "tends to",
)  # fmt: skip
WIDE = ("all", "every", "everyone", "everybody", "everything", "always", "never", "without exception")
NARROW = (
    "some", "sometimes", "most", "mostly", "many", "often", "usually", "several", "partly", "in part", "majority",
    "tend to", "tends to", "rarely", "occasionally", "generally", "largely", "a few",
)  # fmt: skip
_IN_THIS_SENSE = {
    "will": r"(?<!the )(?<!political )(?<!popular )(?<!free )(?<!good )(?<!their )(?<!its )(?<!his )(?<!her )"
    r"(?<!own )(?<!\ba )(?<!\bof )(?<!\band )(?<!\bno )will(?! to\b)(?! of\b)",
    "may": r"(?-i:may)(?! \d)",
    "could": "could(?! not)",
    "all": r"(?<!after )(?<!above )(?<!at )(?<!of )\ball(?!-| but\b| too\b| the same| along\b| in all| \d)",
    "some": r"some(?! \d)",
}
"""How words that have other senses as well are looked for."""


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    found = (_IN_THIS_SENSE.get(word, re.escape(word)) for word in words)
    return re.compile(rf"\b(?:{'|'.join(found)})\b", re.IGNORECASE)


class Claimed(NamedTuple):
    """A way of claiming too much: the words of the tag, and those of evidence that says less."""

    strong: re.Pattern[str]
    hedges: re.Pattern[str]


WAYS = (Claimed(_any_of(SURE), _any_of(GUARDED)), Claimed(_any_of(WIDE), _any_of(NARROW)))
_FIRST_WORDS = frozenset(word.split()[0] for word in (*SURE, *WIDE))
"""Words of which a statement has one where anything strong is in it: most statements need not be searched."""

_SUBORDINATE = re.compile(
    r"\b(?:that|whether|who|whom|which|whose|what|if|unless|because|than|how|where|when|once|until|as)\b", re.IGNORECASE
)
_OPENING = re.compile(r"(?:if|when|once|unless|while|although|though|because|since|as)\b[^,]*,", re.IGNORECASE)
_NEGATED = re.compile(r"(?:\b(?:not|no|nor|neither|nobody|hardly|without|cannot|few)|n't)(?:\W+\w+){0,2}\W+$", re.I)
_SAID = re.compile(
    r"\b(?:says?|said|claims?|claimed|threatens?|threatened|promis\w+|plans?|planned|warns?|warned|argues?|argued|"
    r"believes?|believed|expects?|expected|thinks?|thought|hopes?|hoped|wants?|asks?|asked|fears?|feared)\b",
    re.IGNORECASE,
)


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each statement with the word that none of its evidence bears out."""
    for id, statement in ev.debate.statements.items():
        if not statement.evidence or not statement.text or statement.role in BY_REASON:
            continue
        if _FIRST_WORDS.isdisjoint(lower_words(statement.text)):
            continue
        clause = main_clause(statement.text)
        for way in WAYS:
            word = _strong(clause, way)
            found = _all_hedged(statement, way) if word else []
            if found:
                yield _finding(id, word or "", found)
                break


def _finding(id: str, word: str, found: list[str]) -> Finding:
    every = "its evidence" if len(found) == 1 else f"each of its {len(found)} pieces of evidence"
    return Finding(
        ("statements", id, "text"),
        f'says "{word}" where {every} says less.',
        "Say in the text what the evidence says, or cite evidence that is as sure.",
        tuple(Related(("statements", id, "evidence", number), f'says "{hedge}"') for number, hedge in enumerate(found)),
    )


def main_clause(text: str) -> str:
    """The clause that the statement asserts, without an opening condition and without what depends on it."""
    opening = _OPENING.match(text)
    return _SUBORDINATE.split(text[opening.end() :] if opening else text)[0]


def _strong(clause: str, way: Claimed) -> str | None:
    """The word by which a clause claims much; None where it is denied, only reported, or hedged beside it."""
    found = way.strong.search(clause)
    if found is None or way.hedges.search(clause):
        return None
    before = clause[: found.start()]
    return None if _NEGATED.search(before) or _SAID.search(before) else found[0]


def _all_hedged(statement: Statement, way: Claimed) -> list[str]:
    """The hedge of each piece of evidence; nothing where one of them has none."""
    found = []
    for evidence in statement.evidence:
        said = _said(evidence)
        hedge = way.hedges.search(said)
        if hedge is None or way.strong.search(said):
            return []
        found.append(hedge[0])
    return found


def _said(evidence: Evidence) -> str:
    return " ".join(part for part in (evidence.says, evidence.quote, sentences_read(evidence)) if part)
