"""Words read aloud that leave out a negation or a condition of the card.

The rule looks at each sentence with highlighted words. In the words that are not read it searches for negations of
those that are ("not", "no", "never", "denies that", "it is not true that"), and for conditions ("unless", "only if",
"except", "if", "as long as"). It leaves alone what stands in brackets, in a clause of its own or in a clause about
somebody else ("who did not come").

Why it matters: the judge then hears something else than the source says, often its opposite. In policy debate this
loses the round.

Instead: highlight the negation or the condition as well, or cut another card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.cards.card_passages import Gap, cards, gaps, read_aloud
from argmap.rules.rule_protocol import Options
from argmap.wording.patterns import pattern

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: deters
      of: send-trainers
      text: Small forces deter an attacker.
      evidence:
        - source: report
-         card: Small forces do not by themselves deter a determined attacker.
-         highlight:
-           - Small forces          # <-
-           - deter a determined attacker
+         card: Small forces (though not those of 1950) deter an attacker. They did not come cheap.
+         highlight: ["Small forces", "deter an attacker"]
""", """\
  arguments:
-   - support: deters
+   - rebuttal: does-not-deter
      of: send-trainers
-     text: Small forces deter an attacker.
+     text: Small forces by themselves do not deter an attacker.
      evidence:
        - source: report
-         card: Small forces deter an attacker, but only if larger ones stand behind them.
-         highlight: ["Small forces deter an attacker"]   # <-
+         card: Small forces do not by themselves deter a determined attacker.
+         highlight: ["Small forces do not", "deter a determined attacker"]
""", """\
  arguments:
    - support: deters
      of: send-trainers
      text: Small forces deter an attacker.
      evidence:
        - source: report
          card: The author denies the old claim that small forces deter an attacker.
          highlight: ["small forces deter an attacker"]   # <-
""")  # fmt: skip

_NO = (
    r"(?<![-\w])(?:not|no|never|neither|nor|none|nobody|nothing|cannot|without|hardly|scarcely|barely)(?![-\w])|"
    r"(?<!\w)\w+n['’]t\b"  # from the beginning of a word only: a long word is gone through once
)
_HARMLESS = pattern(
    r"\b(?:not only|not just|not least|nothing but|no doubt|no less than|no matter|without (?:a )?doubt|"
    r"even if|as if|what if|if (?:any|anything|not|ever|necessary|possible|needed|so|only)\b|"
    r"(?:ask\w*|know\w*|see|wonder\w*|unclear|sure|question\w*) if|"
    r"(?:no|not|nobody|never|few|little|cannot)(?:\W+\w+){0,2}?\W+(?:doubt\w*|den(?:y|ies|ied)|disput\w+|reject\w*))\b",
    re.IGNORECASE,
)
NEGATION = pattern(_NO, re.IGNORECASE)
CONDITION = pattern(
    r"\b(?:unless|except(?!ion)|only (?:if|when|where|once|after|until|as long as)|provided|as long as|if)\b", re.I
)
_THINKS = (
    r"(?:true|case|clear|certain|likely|proven|believe\w*|think\w*|expect\w*|mean\w*|follow\w*|imply|implies|show\w*|"
    r"prove\w*|suggest\w*|evidence|reason|sign|say\w*|said|claim\w*|agree\w*|find\w*|found)"
)
_DENIES = pattern(
    rf"(?:(?:{_NO})(?:\W+\w+){{0,3}}?\W+{_THINKS}|"
    r"\b(?:den(?:y|ies|ied|ying)|doubt\w*|false|untrue|unlikely|myth|reject\w*|refut\w+|disput\w+))"
    r"(?:\W+\w+){0,3}?\W+(?:that|whether|if|to|of|it|they|he|she|we|there)(?:\W+\w+){0,2}$",
    re.IGNORECASE,
)
"""What says of all that comes after it that it is not so."""
_PIECES = pattern(r"[,;:()\[\]]|\s[–—-]\s|—")
_OTHER_CLAUSE = pattern(r";|:|,\s*(?:and|but(?! only)|while|whereas|or)\b", re.IGNORECASE)
_BELOW = pattern(
    r"\b(?:who|whom|whose|which|where|that|because|since|although|though|while|when|if|as|than)\b", re.IGNORECASE
)
_ADJOINING = pattern(
    rf"(?:{_NO})(?=(?:\W+(?:an?|the|any|be|been|being|have|had|able|to|ever|even|yet|always|really|by|in|fact|itself|"
    r"themselves|himself|herself|\w+ly))*\W*$)",
    re.IGNORECASE,
)
"""A negation with nothing between it and what is read but words that carry it on."""


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each gap around highlighted words with what it drops, at the stretch beside it."""
    for id, number, evidence in cards(ev):
        card = read_aloud(evidence)
        for gap in gaps(*card) if card else ():
            if dropped := _dropped(gap):
                yield Finding(
                    ("statements", id, "evidence", number, "highlight", gap.stretch),
                    f'leaves out "{dropped}", which the card has {_where(gap)}.',
                    "Highlight that as well, or cut another card.",
                )


def _dropped(gap: Gap) -> str | None:
    """The negation or condition that is not read though it belongs to what is."""
    words = _HARMLESS.sub(lambda found: "_" * len(found[0]), gap.words)
    condition = CONDITION.search(_own_clause(words, gap))
    if condition:
        return condition[0]
    negation = _negation(words, gap)
    return negation[0] if negation else None


def _own_clause(words: str, gap: Gap) -> str:
    """The part of a gap at the beginning or end of a sentence that is in the clause of what is read."""
    if not gap.after:
        return _OTHER_CLAUSE.split(words)[0]
    return words if gap.before else _OTHER_CLAUSE.split(words)[-1]


def _negation(words: str, gap: Gap) -> re.Match[str] | None:
    """The negation whose clause goes on in what is read; where none is sure to, none."""
    if not gap.after:
        return NEGATION.search(" ".join(words.split()[:2])) if words[:1].isspace() else None
    first, *_, last = pieces if len(pieces := _PIECES.split(words)) > 1 else pieces * 2
    found = _DENIES.search(last.strip()) or _ADJOINING.search(last)
    if found or not gap.before:
        return found
    if _OTHER_CLAUSE.search(words):
        return NEGATION.match(first.strip())
    return _in_own_clause(first) or _in_own_clause(last)


def _in_own_clause(piece: str) -> re.Match[str] | None:
    """A negation that is in no clause below, such as "who did not come"."""
    negation = NEGATION.search(piece)
    return None if negation and _BELOW.search(piece[: negation.start()]) else negation


def _where(gap: Gap) -> str:
    if gap.before:
        return f'after "{" ".join(gap.before.split()[-4:])}"'
    return f'before "{" ".join(gap.after.split()[:4])}"'
