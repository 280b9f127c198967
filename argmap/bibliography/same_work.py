"""When two entries are the same work: by DOI, by address, or by id and title."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_DOI = re.compile(r"(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|doi:\s*", re.IGNORECASE)
_TRACKING = re.compile(r"utm_\w+|[a-z]{0,3}clid|mc_[ce]id|igshid|_hs(?:enc|mi)|mkt_tok|ref_src|cmpid|ocid|smid")
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]*>")
ALIKE = 0.8
"""How much of two titles has to agree, from 0 to 1 (difflib's ratio)."""


def doi_of(item: Mapping[str, Any]) -> str | None:
    """An item's DOI in small letters, from its own key or its address; None where it has none."""
    for key in ("DOI", "URL"):
        text = unquote(str(item.get(key) or "")).strip()
        begun = _DOI.match(text)
        found = re.match(r"10\.\d{4,9}/\S+", text[begun.end() :] if begun else text if key == "DOI" else "")
        if found:
            return found[0].lower().rstrip(".,;/")
    return None


def address_of(item: Mapping[str, Any]) -> str | None:
    """An item's address without what may differ between two links to one page; None where it has none."""
    text = str(item.get("URL") or "").strip()
    return same_address(text) if text else None


def same_address(url: str) -> str:
    """An address without its scheme, `www.`, port, fragment, last slash, and what tracks its reader."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").removeprefix("www.")
        port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    except ValueError:
        return url
    query = [(key, value) for key, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(key.lower())]
    path = unquote(parts.path).rstrip("/")
    route = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"{host}{port}{path}{'?' * bool(query)}{urlencode(sorted(query))}{route}"


def plain_title(title: object) -> str:
    """The words of a title in small letters, without markup and marks."""
    return " ".join(re.findall(r"\w+", _MARKUP.sub("", str(title or "")).casefold()))


def alike(one: object, other: object) -> bool:
    """Whether two titles are one, with or without its subtitle, or with a slip in it."""
    first, second = sorted((plain_title(one), plain_title(other)), key=len)
    if first == second or (first and second.startswith(f"{first} ")):
        return True
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return all(ratio() >= ALIKE for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def is_other_work(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two items that share a DOI or an address are two works all the same, such as chapters of a book.

    They are where their DOIs differ; or their titles, and also the first author, or (without a DOI) the year.
    """
    dois = doi_of(one), doi_of(other)
    if all(dois) and dois[0] != dois[1]:
        return True
    if not (one.get("title") and other.get("title")) or alike(one["title"], other["title"]):
        return False
    return any(_differ(key(one), key(other)) for key in ((_first_author,) if all(dois) else (_first_author, year_of)))


def may_be_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether nothing tells two items of one title, author and year apart: reports of a series have the same title."""
    if is_other_work(one, other) or _differ(address_of(one), address_of(other)):
        return False
    dates = [str(item.get("issued") or "") for item in (one, other)]
    if all(len(date) > 4 for date in dates) and not (dates[0].startswith(dates[1]) or dates[1].startswith(dates[0])):
        return False
    if one.get("volume-title") != other.get("volume-title"):
        return False  # a volume, and the whole of which it is one
    return not any(_differ(one.get(key), other.get(key)) for key in ("volume", "issue", "number", "page"))


def is_surely_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two items that share an id also share a DOI, an address or a title."""
    if is_other_work(one, other):
        return False
    shared = any(key(one) and key(one) == key(other) for key in (doi_of, address_of))
    return shared or bool(one.get("title") and other.get("title") and alike(one["title"], other["title"]))


def is_same_of_one_id(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two items that share an id are the same work: nothing tells them apart."""
    if is_surely_one(one, other):
        return True
    if is_other_work(one, other) or (one.get("title") and other.get("title")):
        return False
    return not any(_differ(key(one), key(other)) for key in (_first_author, year_of))


def _differ(one: object, other: object) -> bool:
    return bool(one and other and one != other)


def _first_author(item: Mapping[str, Any]) -> str | None:
    names = item.get("author") or item.get("editor") or ()
    if not isinstance(names, list | tuple) or not names or not isinstance(names[0], Mapping):
        return None
    first = names[0]
    return plain_title(first.get("family") or first.get("literal")) or None


def marks_of(item: Mapping[str, Any]) -> tuple[object, ...]:
    """What tells an item from others of its id, DOI or address."""
    numbers = (str(item.get(key) or "") for key in ("volume", "issue", "number", "page"))
    return plain_title(item.get("title")), _first_author(item), year_of(item), *numbers


def title_of(item: Mapping[str, Any]) -> str | None:
    """An item's title with its first author and year; None where it has not all three."""
    parts = plain_title(item.get("title")), _first_author(item), year_of(item)
    return " / ".join(part for part in parts if part) if all(parts) else None


def year_of(item: Mapping[str, Any]) -> str | None:
    """The year in which an item was issued; None where it is not known."""
    issued = item.get("issued")
    if isinstance(issued, Mapping):
        parts = issued.get("date-parts") or [[issued.get("literal") or issued.get("raw")]]
        issued = parts[0][0] if parts and parts[0] else None
    elif isinstance(issued, list) and issued and isinstance(issued[0], Mapping):
        issued = issued[0].get("year")
    found = re.search(r"-?\d{4}", str(issued or ""))
    return found[0] if found else None
