"""Where argmap and pandoc may differ: each a way of writing the same thing, with the reason for the difference.

A difference is accepted if the two texts are equal once the patterns are replaced in both. An entry that no
difference needs any more fails the test: it has to go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Accepted:
    """Both texts, with `pattern` replaced by `replacement`, are equal: a difference with this reason."""

    reason: str
    pattern: str
    replacement: str = ""
    styles: tuple[str, ...] = ()
    """The styles in which it is accepted; all where none is named."""
    parts: tuple[str, ...] = ("in-text", "entry", "links")

    def applied(self, text: str) -> str:
        return re.sub(self.pattern, self.replacement, text)


_PEOPLE = r"\w+ \w+(?: and \w+ \w+)?"

ACCEPTED: tuple[Accepted, ...] = (
    Accepted(
        "where an editor stands in for the author, pandoc loses the translator beside; CSL 1.0.2 suppresses what has "
        "been substituted, and no more (cs:substitute)",
        rf"((?<=[.?!])(?:</i>|”)*|(?<=,)”),? translated by {_PEOPLE}\.|,? translated by {_PEOPLE}"
        rf"|Translated by {_PEOPLE}\. ",
        r"\1",
        styles=("chicago-author-date",),
    ),
    Accepted(
        "in America a stop stands within all quotation marks that end before it (CSL 1.0.2, punctuation-in-quote, "
        "knows no exception); pandoc moves it into the outermost, and not where emphasis ends as well",
        r"([’”])(</i>)?([.,])",
        r"\3\1\2",
    ),
    Accepted("two titles in italics with no more than a space between them", r"</i> <i>", " "),
    Accepted(
        "a DOI that is given as an address has its resolver already, and CSL's DOI has none; pandoc sets it twice",
        r"https://doi\.org/(?=https?://)",
    ),
    Accepted(
        "“on” without what it was aired on: a cs:group with variables of which none has a value is left out",
        r"[,.] on(?=\.)",
        styles=("chicago-author-date",),
    ),
    Accepted("the first of the pages “1 & 4” is 1 (CSL 1.0.2, page-first)", r"(?<=\b1) & 4\b"),
)


def reasons(style: str, part: str, ours: str, theirs: str, accepted: tuple[Accepted, ...] = ACCEPTED) -> list[Accepted]:
    """What it takes to make the two texts equal: one entry if one is enough, else all that change one of them."""
    usable = [each for each in accepted if part in each.parts and (not each.styles or style in each.styles)]
    alone = [each for each in usable if each.applied(ours) == each.applied(theirs)]
    if alone:
        return alone[:1]
    needed: list[Accepted] = []
    for each in usable:
        if (each.applied(ours), each.applied(theirs)) != (ours, theirs):
            ours, theirs, needed = each.applied(ours), each.applied(theirs), [*needed, each]
    return needed if ours == theirs else []
