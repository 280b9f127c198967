"""Names of people and organisations: their parts, their initials, the order in which they sort."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_WESTERN = re.compile(
    "[-0-9A-Za-z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u1f00-\u1fff"
    "\u0600-\u06ff\u200c-\u200e\u2018-\u2019\u0218-\u021b\u202a-\u202e]"
)
"""Scripts in which names have a given and a family name apart from each other; others are set family name first."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name by its parts; an organisation has `literal` alone."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    """The particle that goes when only the family name is said: von Humboldt, Humboldt."""
    non_dropping: str = ""
    """The particle that stays: Van Gogh."""
    suffix: str = ""
    comma_suffix: bool = False
    static: bool = False
    """Always family name first, without a comma."""
    literal: str = ""

    @property
    def is_western(self) -> bool:
        """Whether given and family name may change places."""
        return self.is_spaced and not self.static

    @property
    def is_spaced(self) -> bool:
        """Whether its script has a space between the names."""
        return bool(_WESTERN.search(self.family or self.given))


_TEXTS = {
    "family": "family", "given": "given", "suffix": "suffix", "literal": "literal", "dropping-particle": "dropping",
    "non-dropping-particle": "non_dropping",
}  # fmt: skip


def person(name: Mapping[str, Any]) -> Person:
    """A name of CSL-JSON whose particles and suffix stand under keys of their own."""
    parts = {
        field: " ".join(str(name[key]).replace("'", "’").split()) for key, field in _TEXTS.items() if name.get(key)
    }
    if "family" in parts or "given" in parts:
        parts.pop("literal", None)
    return Person(**parts, comma_suffix=_flag(name.get("comma-suffix")), static=_flag(name.get("static-ordering")))


def _flag(value: object) -> bool:
    return value in (True, 1, "true", "1")


@lru_cache(maxsize=8192)
def initials(given: str, sign: str, hyphen: bool = True, shorten: bool = True) -> str:
    """A given name as initials, each followed by `sign`; only the initials in it where `shorten` is false."""
    out: list[str] = []
    for word, is_initial in _given_words(given):
        if is_initial:
            out.append(word + sign)
        elif word.islower() and not word.startswith("-"):
            out.append(word + " " if sign.endswith(" ") else f" {word} ")
        else:
            out.append(_initial(word, sign, hyphen) if shorten else word + " ")
    return "".join(out).replace(" -", "-").strip(" ")


def _given_words(given: str) -> list[tuple[str, bool]]:
    """The words of a given name, those after a hyphen with it, and whether each is an initial already."""
    words: list[tuple[str, bool]] = []
    for word in re.findall(r"-?[^\s.-]+\.?|-", given):
        bare = word.rstrip(".")
        words += [(bare, word.endswith(".") or len(bare) == 1)] if bare else []
    return words


def _initial(word: str, sign: str, hyphen: bool) -> str:
    if word.startswith("-"):
        rest = word[1:2]
        return ("-" if hyphen else "") + rest + sign if rest.isupper() else ""
    if not word[0].isupper():
        return word + sign
    is_digraph = len(word) > 2 and word[1].isupper() and word[2:].islower()
    return (word[0] + word[1].lower() if is_digraph else word[0]) + sign


def sort_text(name: Person, never_demote: bool) -> str:
    """A name as bibliographies sort it."""
    if name.literal:
        return name.literal
    if not name.is_western:
        return f"{name.family} {name.given}"
    front, back = (name.non_dropping, name.dropping) if never_demote else ("", name.dropping + name.non_dropping)
    return " ".join(filter(None, (front + name.family, back, name.given, name.suffix)))
