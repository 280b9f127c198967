"""The ids of imported entries."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import count, product
from typing import Any

from pydantic import TypeAdapter, ValidationError

from argmap.bibliography.same_work import year_of
from argmap.model.values import SourceId, source_id

_UNFIT = re.compile(r"[\s,;{}\[\]\"@\\]+")
_SOURCE_ID = TypeAdapter(SourceId)
_BOOKKEEPING = re.compile(r"\d+|https?://.*|[0-9a-f]{8}-[0-9a-f-]{27}|ITEM-\d+|(?:doi:\s*)?10\.\d+/.*", re.IGNORECASE)
"""Numbers and addresses that a program gives its entries, and that nobody would cite by."""


def id_for(item: Mapping[str, Any]) -> str:
    """The id by which statements are to cite an entry: its own where that will do, else made of author and year."""
    return _own(item) or _made(item)


def why_not_own(item: Mapping[str, Any]) -> str:
    """Why the id of an entry is not the one to cite it by."""
    own = str(item.get("id"))
    return f"{own!r} {'tells nobody which work it is' if _BOOKKEEPING.fullmatch(own) else 'cannot be an id'}"


def has_own_id(item: Mapping[str, Any]) -> bool:
    """Whether an entry has an id that one can cite by."""
    return _own(item) is not None


def _own(item: Mapping[str, Any]) -> str | None:
    noted = re.search(r"(?mi)^citation key:\s*(\S+)", str(item.get("note") or ""))  # as Zotero's "Extra" has it
    for own in (
        str(item.get("id") or "").strip(),
        str(item.get("citation-key") or (noted[1] if noted else "")).strip(),
    ):
        fit = source_id(_UNFIT.sub("-", own).strip("-"))
        if fit and not _BOOKKEEPING.fullmatch(own) and _is_id(fit):
            return fit
    return None


def variants(id: str) -> Iterator[str]:
    """An id, and what it becomes where it is taken: `doe2024`, `doe2024a`, `doe2024b`, …"""
    yield id
    for length in count(1):
        yield from (id + "".join(letters) for letters in product(string.ascii_lowercase, repeat=length))


def _is_id(text: str) -> bool:
    try:
        _SOURCE_ID.validate_python(text)
    except ValidationError:
        return False
    return True


def _made(item: Mapping[str, Any]) -> str:
    names = item.get("author") or item.get("editor")
    first = names[0] if isinstance(names, list) and names and isinstance(names[0], Mapping) else {}
    who = (
        first.get("family")
        or first.get("literal")
        or first.get("given")
        or item.get("publisher")
        or item.get("title")
        or "source"
    )
    year = year_of(item)
    words = re.findall(r"[^\W_]+", _ascii(re.sub(r"<[^<>]*>", "", str(who))).lower())[:3]
    if len("".join(words)) < 3 and "".join(words).isascii() and not year:  # `n` says less than a number
        words = ["source", *re.findall(r"\d+", str(item.get("id") or ""))[:1]]
    made = "-".join([*words, *filter(None, [year])]).strip("-")
    return made if _is_id(made) else "source"


def _ascii(text: str) -> str:
    """Latin letters without their accents; other scripts as they are."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return unicodedata.normalize("NFC", plain)
