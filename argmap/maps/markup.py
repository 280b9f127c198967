"""XML, escaped in one place: nothing that a debate holds can become markup, and no address can run a script."""

from __future__ import annotations

import re
from functools import cache

from argmap.maps.theme import MONO
from argmap.wording.unseen_characters import seen

_SPECIAL = re.compile("[&<>\"']")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.\-]*):")
_CLASS = re.compile(r"[^A-Za-z0-9_-]")


def escape(text: str) -> str:
    """A text as character data or attribute value."""
    text = seen(text)
    return text.translate(_ENTITIES) if _SPECIAL.search(text) else text


def number(value: float) -> str:
    """A coordinate with at most one decimal: small files, small diffs."""
    tenths = round(value * 10)
    return str(tenths // 10) if tenths % 10 == 0 else str(tenths / 10)


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def attributes(values: dict[str, str | float | None]) -> str:
    """Attributes in the order given; None is left out, `_` in a name stands for `-`, `class_` for `class`."""
    return "".join([f' {_name(name)}="{_value(value)}"' for name, value in values.items() if value is not None])


@cache
def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def tag(name: str, content: str = "", /, **values: str | float | None) -> str:
    """An element around markup that is already escaped."""
    return f"<{name}{attributes(values)}>{content}</{name}>" if content else f"<{name}{attributes(values)}/>"


def text_tag(name: str, text: str, /, **values: str | float | None) -> str:
    """An element around a text, which is escaped here."""
    return f"<{name}{attributes(values)}>{escape(text)}</{name}>"


def safe_href(address: str | None) -> str | None:
    """The address if it is http, https, relative or a fragment; None where it is anything that could run or read."""
    if address is None:
        return None
    cleaned = "".join(address.split())
    scheme = _SCHEME.match(cleaned)
    if seen(address) != address or (scheme and scheme[1].lower() not in ("http", "https")):
        return None
    return cleaned or None


def class_name(word: str) -> str:
    """A word as a CSS class: letters, digits, `-` and `_`."""
    return _CLASS.sub("-", word)


def text(
    words: str, x: float, y: float, size: float, fill: str, *, bold: bool = False, mono: bool = False,
    anchor: str | None = None,
) -> str:  # fmt: skip
    """One line of text; `x` is its beginning unless `anchor` says otherwise."""
    return text_tag(
        "text", words, x=x, y=y, font_size=size, fill=fill, font_weight="bold" if bold else None,
        font_family=MONO if mono else None, text_anchor=anchor,
    )  # fmt: skip


def linked(content: str, href: str | None, name: str | None = None) -> str:
    """The content inside a link, where there is a safe address; `name` is what it is called where its words do not say
    where it leads."""
    address = safe_href(href)
    return tag("a", content, href=address, aria_label=name) if address else content
