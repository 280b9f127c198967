"""Names of findings that last across commits: by rule and place in the model, never by line.

A finding of a rule is known by its address without numbers, so that neither a moved line nor a further entry before it
makes it another one. The reading of the files knows no addresses; its findings are known by the file and the words that
they point at.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Span

_PLACE = re.compile(r"(\.ya?ml):\d+(:\d+)?")


def subject(checked: Checked, diagnostic: Diagnostic) -> str:
    """What a finding is about: `statements/direct-clash/evidence/quote`, or `debate.yaml#` and a digest of words."""
    steps = [step for step in diagnostic.at if isinstance(step, str)]
    if steps:
        return "/".join(steps)
    return f"{diagnostic.span.file}#{_digest(_words(checked, diagnostic.span), 8)}"


def advice(one: Diagnostic) -> list[str]:
    """What to do about a finding, in lines."""
    mended = ["'argmap check --fix' mends it."] if one.fix else []
    return [*(one.help.splitlines() if one.help else []), *mended]


def fingerprints(every: Iterable[Checked]) -> list[tuple[Checked, Diagnostic, str]]:
    """Each finding with a fingerprint of its own: 32 hexadecimal digits over debate, rule, subject and message.

    It stays where lines move, and where a message names another line. Findings that agree in all of these are counted
    through in reading order.
    """
    found, seen = [], Counter[str]()
    for checked in every:
        for one in checked.diagnostics:
            parts = (checked.folder, one.rule, subject(checked, one), _PLACE.sub(r"\1", one.message))
            name = "\0".join(parts)
            seen[name] += 1
            found.append((checked, one, _digest(f"{name}\0{seen[name]}", 32)))
    return found


def _words(checked: Checked, span: Span) -> str:
    """What a place says, however it is broken into lines; the line's own words where the place is a mere point."""
    text = checked.texts.get(span.file, "")
    words = text[span.start : span.end] or "".join(_lines(text)[span.line - 1 : span.line])
    return " ".join(words.split())


@lru_cache(maxsize=8)
def _lines(text: str) -> list[str]:
    return text.splitlines()


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:length]
