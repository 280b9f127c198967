"""How a sentence begins and ends, and articles."""

from __future__ import annotations

from argmap.wording.patterns import pattern

_SHORT = (
    "Mr", "Ms", "Dr", "Mrs", "Gen", "Sen", "Rep", "Gov", "Col", "Lt", "Sgt", "Adm", "Prof", "St", "Jr", "Sr", "vs",
    "No", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec", "Art", "Fig", "pp", "cf", "al",
)  # fmt: skip
"""Short forms with a full stop that ends no sentence."""
SENTENCE_END = pattern(
    r"(?<!\b[A-Z])" + "".join(rf"(?<!\b{short})" for short in _SHORT) + r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])"
)
"""The end of a sentence that another one follows."""


def capital(text: str) -> str:
    """With a capital at the beginning."""
    return text[:1].upper() + text[1:]


def article(noun: str) -> str:
    """The noun with `a` or `an`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
