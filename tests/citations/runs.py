"""Text with styles, in a form in which two processors can be compared.

A `Run` is a text and its styles: `i` (emphasis), `b`, `sc` (small capitals), `sup`, `sub`, `u`, and the address where
it is a link. `marked` writes runs as one line, `<i>Title</i>. 2004`, with equal neighbours joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple


class Run(NamedTuple):
    """A piece of text, its styles, and where it leads."""

    text: str
    styles: frozenset[str] = frozenset()
    link: str = ""


Text = str | Sequence[Run]


def marked(text: Text) -> str:
    """One line with marks; blanks stand outside the marks and are one. A plain text stays without marks."""
    if isinstance(text, str):
        return re.sub(r"[ \n\t]+", " ", text).strip()
    pieces = []
    for styles, runs in groupby(_split_at_blanks(text), key=lambda run: run.styles):
        inner = "".join(run.text for run in runs)
        for style in sorted(styles, reverse=True):
            inner = f"<{style}>{inner}</{style}>"
        pieces.append(inner)
    return re.sub(r"[ \n\t]+", " ", "".join(pieces)).strip()


def _split_at_blanks(runs: Iterable[Run]) -> list[Run]:
    """A blank between two runs belongs to both or to neither: nobody sees whether it is italic."""
    cut = [run._replace(text=part) for run in runs for part in re.split(r"([ \n\t]+)", run.text) if part]
    out: list[Run] = []
    for place, run in enumerate(cut):
        if run.text.isspace():
            before = out[-1].styles if out else frozenset()
            after = next((each.styles for each in cut[place + 1 :] if not each.text.isspace()), frozenset())
            run = run._replace(styles=before & after if before == after else frozenset())
        out.append(run)
    return out


def plain(text: Text) -> str:
    """The text without its styles."""
    return marked(text if isinstance(text, str) else "".join(run.text for run in text))


def links(text: Text) -> list[tuple[str, str]]:
    """What is shown as a link and where it leads."""
    if isinstance(text, str):
        return []
    return [("".join(r.text for r in runs), to) for to, runs in groupby(text, key=lambda run: run.link) if to]
