"""Whether a new wording changes what is claimed: a number, a negation, a modal verb, a quantifier or a name."""

from __future__ import annotations

import re

from argmap.reviews.word_diff import word_diff

_WEIGHTY = re.compile(
    "no|not|never|none|nothing|nobody|neither|nor|without|hardly|cannot|"
    "can|could|may|might|must|shall|should|will|would|ought|need|"
    "all|any|both|each|every|few|fewer|many|more|most|much|several|some|half|only|always|often|rarely|seldom|sometimes|"
    "usually|mostly|almost|about|nearly|least|less|likely|unlikely|probably|possibly|certainly|perhaps|"
    "one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|"
    "first|second|third|once|twice"
)


def changes_the_claim(before: str, after: str) -> bool:
    """Whether the words that went or came hold one on which a claim turns."""
    opening = {text.split()[0] for text in (before, after) if text.split()}
    differing = [word for piece in word_diff(before, after) if piece.kind != "same" for word in piece.text.split()]
    return any(_is_weighty(word, word in opening) for word in differing)


def _is_weighty(word: str, begins: bool) -> bool:
    bare = word.strip(".,;:!?()[]“”\"'’‘")
    is_name = bare[:1].isupper() and not begins
    return bool(_WEIGHTY.fullmatch(bare.casefold())) or bool(re.search(r"\d|n[’']t$", bare)) or is_name
