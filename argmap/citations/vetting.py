"""Whether a style says only what CSL 1.0 knows: a misspelt form or variable would be silently wrong in every citation.

What the 2,851 styles of the CSL project use is the measure: all of it is known here.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from xml.etree.ElementTree import Element as Xml

from argmap.citations.locators import LABELS
from argmap.citations.style_xml import NAMESPACE, StyleError, name_of
from argmap.model.csl.variables import CARRIED, TYPES
from argmap.wording.lists import every_one
from argmap.wording.unseen_characters import UNPRINTABLE, hidden

_VARIABLES = {name.lower() for name in CARRIED} | {
    "accessed", "author", "container-title", "doi", "editor", "editor-translator", "editortranslator", "issue",
    "issued", "note", "publisher", "title", "translator", "url",
}  # fmt: skip
_SET = "choose date group label names number text"
_INSIDE = {
    "style": "bibliography citation info locale macro", "citation": "layout sort", "bibliography": "layout sort",
    "sort": "key", "choose": "else else-if if", "names": "et-al label name substitute", "name": "name-part",
    "date": "date-part", **dict.fromkeys(("else", "else-if", "group", "if", "layout", "macro", "substitute"), _SET),
}  # fmt: skip
"""By element, the elements that may stand in it."""
_LASTS = "after-inverted-name always contextual never"
_FLAG = "false true"
_VALUES = {
    "and": "symbol text", "class": "in-text note", "date-parts": "year year-month year-month-day",
    "delimiter-precedes-et-al": _LASTS,
    "delimiter-precedes-last": _LASTS, "demote-non-dropping-particle": "display-and-sort never sort-only",
    "disambiguate-add-givenname": _FLAG, "disambiguate-add-names": _FLAG, "disambiguate-add-year-suffix": _FLAG,
    "display": "block indent left-margin right-inline", "et-al-use-last": _FLAG, "font-style": "italic normal oblique",
    "font-variant": "normal small-caps", "font-weight": "bold light normal", "form date": "numeric text",
    "form date-part": "long numeric numeric-leading-zeros ordinal short",
    "form label": "long short symbol verb verb-short", "form name": "count long short",
    "form number": "long-ordinal numeric ordinal roman", "form text": "long short symbol verb verb-short",
    "givenname-disambiguation-rule":
        "all-names all-names-with-initials by-cite primary-name primary-name-with-initials",
    "initialize": _FLAG, "initialize-with-hyphen": _FLAG, "match": "all any none", "name date-part": "day month year",
    "name name-part": "family given", "name-as-sort-order": "all first", "name-form": "count long short",
    "names-use-last": _FLAG, "page-range-format": "chicago chicago-15 chicago-16 expanded minimal minimal-two",
    "plural label": "always contextual never", "plural text": _FLAG, "quotes": _FLAG,
    "second-field-align": "flush margin", "sort": "ascending descending", "strip-periods": _FLAG,
    "subsequent-author-substitute-rule": "complete-all complete-each partial-each partial-first",
    "text-case": "capitalize-all capitalize-first lowercase sentence title uppercase",
    "text-decoration": "none underline", "vertical-align": "baseline sub sup",
}  # fmt: skip
"""By attribute, or attribute and element, the values that it may have."""
_LISTS: dict[str, Collection[str]] = {
    "disambiguate": {"true", "false"}, "is-numeric": _VARIABLES, "is-uncertain-date": _VARIABLES, "type": TYPES,
    "variable": _VARIABLES,
    "locator": {*LABELS}, "position": {"first", "ibid", "ibid-with-locator", "near-note", "subsequent"},
}  # fmt: skip
"""By attribute, what may stand in its list."""
_FREE = """after-collapse-delimiter cite-group-delimiter collapse default-locale delimiter entry-spacing et-al-min
    et-al-subsequent-min et-al-subsequent-use-first et-al-use-first form hanging-indent initialize-with line-spacing
    macro name name-delimiter names-delimiter names-min names-use-first near-note-distance plural prefix
    range-delimiter sort-separator subsequent-author-substitute suffix term value version year-suffix-delimiter"""
"""Attributes whose values are not looked at here."""
_ATTRIBUTES = {*_FREE.split(), *_LISTS, *(key.split()[0] for key in _VALUES)}
_NEEDED = {"names": ("variable",), "date": ("variable",), "label": ("variable",), "number": ("variable",),
           "macro": ("name",), "key": ("variable", "macro"), "if": tuple(_LISTS),
           "else-if": tuple(_LISTS), "date-part": ("name",),
           "text": ("variable", "macro", "term", "value")}  # fmt: skip
"""By element, the attributes that it needs one of."""


def vet(root: Xml, terms: Collection[str]) -> None:
    """Raises `StyleError` at the first thing that CSL 1.0 does not know or that nobody can see; `terms` are words that
    may be used."""
    for element in root.iter():
        _require_seen([element.text or "", *element.attrib.values()])
    version = root.get("version", "1.0")
    if not re.fullmatch(r"1\.0(\.\d+)?", version):
        advice = "download the one for CSL 1.0" if version else "write 1.0"
        raise _wrong(root, "version", f"is written for CSL “{version[:20]}”, and argmap reads CSL 1.0; {advice}")
    terms = {*terms, *_VARIABLES, *TYPES, *(term.get("name", "") for term in root.iter(f"{NAMESPACE}term"))}
    for element in _looked_at(root):
        _vet_one(element, terms)


def _require_seen(texts: Iterable[str]) -> None:
    for text in texts:
        for at in (*islice(hidden(text), 1), *(found.start() for found in UNPRINTABLE.finditer(text))):
            message = f"it holds the character U+{ord(text[at]):04X}, which nobody can see; delete it"
            raise StyleError(message, at=text[at])


def _looked_at(root: Xml) -> Iterator[Xml]:
    """The elements of a style without those in `info` and `locale`."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in reversed(element) if name_of(child) not in ("", "info", "locale")]


def _vet_one(element: Xml, terms: Collection[str]) -> None:
    name = name_of(element)
    for child in element:
        _vet_child(name, child)
    if name == "layout" and not any(map(name_of, element)):
        raise StyleError("its <layout> is empty, so it prints nothing; write what it should print", at=_tag(name))
    for key, value in element.attrib.items():
        if key.startswith("{"):
            continue
        if key not in _ATTRIBUTES:
            raise _wrong(element, key, f"has the attribute “{key[:40]}”, {_instead(key, _ATTRIBUTES)}")
        _vet_value(element, key, value, terms)


def _vet_child(parent: str, child: Xml) -> None:
    name, known = name_of(child), _INSIDE.get(parent, "").split()
    if name and name not in known:
        raise StyleError(f"it has a <{name[:40]}> in its <{parent[:40]}>, {_instead(name, known)}", at=_tag(name))
    needed = _NEEDED.get(name, ()) if parent != "names" else ()
    if needed and child.attrib.keys().isdisjoint(needed):
        said = every_one(needed) if len(needed) < 5 else "a test, such as type or variable"
        at = rf"{_tag(name)}(?![^>]*\b(?:{'|'.join(needed)})\s*=)"
        raise StyleError(f"it has a <{name}> without {said}; write what it is about, or delete it", at=at)


def _tag(name: str) -> str:
    """A pattern of the beginning of an element."""
    return rf"<(?:\w+:)?{re.escape(name)}(?![\w-])"


def _vet_value(element: Xml, key: str, value: str, terms: Collection[str]) -> None:
    single = _VALUES.get(f"{key} {name_of(element)}", _VALUES.get(key, "")).split()
    known: Collection[str] = single or _LISTS.get(key, ())
    said = [value] if single else value.lower().split()
    if key == "term":
        known, said = terms, [value]
    wrong = next((word for word in said if known and word not in known), None)
    if wrong is not None:
        raise _wrong(element, key, f'has {key}="{wrong[:40]}", {_instead(wrong, known)}')


def _wrong(element: Xml, key: str, message: str) -> StyleError:
    value, name = element.get(key, ""), name_of(element)
    at = rf"{_tag(name)}[^>]*?\b{re.escape(key)}\s*=\s*[\"']{re.escape(value)}[\"']"
    return StyleError(f"it {message}" if name == "style" else f"its <{name[:40]}> {message}", at=at)


def _instead(word: str, known: Collection[str]) -> str:
    """What to write: all that may stand there where it is little, or else what is close."""
    close = sorted(known) if len(known) < 8 else difflib.get_close_matches(word, sorted(known), 2)
    return f"which CSL 1.0 does not know; {f'write {every_one(close)}' if close else 'delete it'}"
