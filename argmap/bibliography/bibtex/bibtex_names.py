"""The people of a BibTeX field: `First von Last`, `von Last, Jr, First`, `{Organisation}`, biblatex's `family=…`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from bibtexparser.middlewares.names import (
    InvalidNameError,
    NameParts,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from argmap.bibliography.bibtex.latex import bare, is_braced, printed

OTHERS = {"literal": "others"}
"""What stands for the names that are left out; citation processors print it as "et al."."""
_EXTENDED = re.compile(r"\s*\"?(?:family|given|prefix|suffix|useprefix|id|[a-z]+-i)\s*=", re.IGNORECASE)
_COMMA = re.compile(r",(?![^{}]{0,1000}\})")


def people(latex: str, *, use_prefix: bool = True) -> list[dict[str, Any]]:
    """The names of a field as CSL has them.

    BibTeX's own styles cite `van der Berg`, so that a particle is non-dropping where `use_prefix` does not say
    otherwise.
    """
    each = [name.strip() for name in split_multiple_persons_names(latex)]
    return [dict(_person(name, use_prefix)) for name in each if name]


@lru_cache(4096)
def _person(name: str, use_prefix: bool) -> dict[str, Any]:
    if name.lower() == OTHERS["literal"]:
        return dict(OTHERS)
    if is_braced(name):
        return {"literal": _plain(bare(name))}
    if _EXTENDED.match(name):
        return _extended(name, use_prefix)
    try:
        parts = parse_single_name_into_parts(name.replace("~", " "))
    except InvalidNameError:
        return {"literal": _plain(name)}
    return _named(parts, use_prefix)


def _named(parts: NameParts, use_prefix: bool) -> dict[str, Any]:
    particle = "non-dropping-particle" if use_prefix else "dropping-particle"
    words = {"family": parts.last, "given": parts.first, particle: parts.von, "suffix": parts.jr}
    return {key: _plain(" ".join(each)) for key, each in words.items() if each}


def _extended(name: str, use_prefix: bool) -> dict[str, Any]:
    """`family=Berg, given=Jan, prefix=van der, useprefix=true`, as Better BibTeX writes it for biblatex."""
    pairs = (part.partition("=") for part in _COMMA.split(name.strip('"')))
    given = {key.strip().lower(): _plain(bare(value.strip().strip('"'))) for key, _, value in pairs}
    use_prefix = given.get("useprefix", str(use_prefix)).lower() == "true"
    particle = "non-dropping-particle" if use_prefix else "dropping-particle"
    words = {"family": "family", "given": "given", "prefix": particle, "suffix": "suffix"}
    return {csl: given[key] for key, csl in words.items() if given.get(key)}


def _plain(latex: str) -> str:
    return printed(latex).text.replace("\n", " ")
