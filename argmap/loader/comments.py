"""Texts that a comment has cut: ` #` ends a text without quotes. And `null`, which is read as no text at all.

A comment behind an id, a date or a list is only that; where somebody's own words stand, it may be a piece of them.
`#3` with nothing between is one for sure: whoever writes a comment puts a space behind its `#`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from argmap.diagnostics import Edit, Fix, Severity, Span
from argmap.loader.faults import Faults
from argmap.loader.nodes import Document, ScalarNode
from argmap.loader.vocabulary import every_key
from argmap.loader.words import double_quoted, quoted

_CUT = re.compile(r"(?<=[^ \t\r\n])(?:[ \t]+|[ \t]*(?:\r\n|\r|\n)[ \t]+(?=#\w))#")
"""Behind a text, on its line; or on the next one, where it looks like a piece of the text."""
_COMMENT = re.compile(r"#[^\r\n\x85\u2028\u2029]*")
_EMPTY = re.compile(r"[ \t]*:[ \t]+(?=#)")
_EMPTY_ITEM = re.compile(r"-[ \t]+(?=#)")
_MEANT = re.compile(r"#(?!(?:todo|fixme|xxx|note|hack)\b|\w+:(?:\s|$))\w", re.IGNORECASE)
_KEY = re.compile(r"[ ]*(?:- )?([\w-]+):(?:\s|$)")
_MARK = re.compile(r"[\[\]{},]")
_BLANK = re.compile(r"(?:\s|#[^\r\n]*)*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands."""

    name: str | None
    """Its key, None for an item of a list."""
    start: int | None
    """Where its key begins; None for an item of a list."""
    behind: int
    """Where its key ends, or the item before it."""
    column: int
    """The column of that key, or of the list's dashes."""
    brackets: int
    """How many brackets are open around it."""
    by_programs: bool
    """Whether other programs write such a mapping, which have `null` where they know nothing."""

    def written(self, text: str) -> str:
        """The text as it should be written."""
        return (f"{self.name}: " if self.name else "") + double_quoted(text)

    def __str__(self) -> str:
        return quoted(self.name) if self.name else "the text"


class Comments:
    """Where comments stand behind texts in one file."""

    def __init__(self, document: Document, faults: Faults) -> None:
        self.document, self.text, self.faults = document, document.text, faults
        self.cuts = {found.start(): found.end() - 1 for found in _CUT.finditer(self.text)}
        """For each end of a line's words, the `#` behind it."""
        self._last: tuple[ScalarNode, Place] | None = None

    def look(self, node: ScalarNode, place: Place) -> None:
        """Report a text without quotes, in somebody's own words, that is cut by a comment, or is nothing."""
        if node.data is not None:
            self._cut(node, place, self.cuts[node.end])
        elif place.name and node.start < node.end:
            raw = self.text[node.start : node.end]
            if place.by_programs and raw in ("null", "~"):
                return
            help = f"Write `{place.written(raw)}`, if that is the text; otherwise delete it."
            message, span = f"{place} is read as nothing", self._whole(node, place, node.end)
            self.faults.add("null-as-text", span, message, help, severity=Severity.WARNING)
        elif node.start == node.end and (found := self._behind_nothing(node, place)):
            self._empty(node, place, found.end())

    def blame(self, error: yaml.YAMLError, faults: Faults) -> bool:
        """Report a comment in a text after which the rest cannot be read; False where an error has another reason."""
        if self._last is None or not isinstance(error, yaml.MarkedYAMLError):
            return False
        node, place = self._last
        start = self.cuts[node.end]
        comment = self._comment(start)
        marks = [mark.index for mark in (error.context_mark, error.problem_mark) if mark and mark.index > start]
        here = min(marks, default=0)
        if here < start or not _BLANK.fullmatch(self.text, start, here):
            return False
        mended = self._mended(node, place, start, comment, here)
        if mended is None:
            return False
        span, help, fix = mended
        message = f"` #` begins a comment, so {place} ends before {quoted(comment)}"
        faults.add("text-cut-by-comment", span, message, help, fix=fix)
        self.faults.found = [each for each in self.faults.found if each.span.start != span.start]
        return True

    def _whole(self, node: ScalarNode, place: Place, end: int) -> Span:
        """From the key of a text, or from itself, to an end."""
        return self.document.span(node.start if place.start is None else place.start, end)

    def _mended(
        self, node: ScalarNode, place: Place, start: int, comment: str, here: int
    ) -> tuple[Span, str, Fix] | None:
        """What to do about a comment behind which, at `here`, the parser stopped, and where to do it; None where it is
        only a comment.
        """
        if not place.brackets:
            is_key = _KEY.match(self.text, self.text.rfind("\n", 0, here) + 1)
            if is_key:
                return None
            span = self._whole(node, place, start + len(comment))
            return span, "Put the whole text in double quotes, with the lines below that belong to it.", ()
        mark = _MARK.search(comment)
        if mark is None:
            return None
        piece, rest = comment[: mark.start()].rstrip(), comment[mark.start() :]
        whole = self.text[node.start : start] + piece
        closed = re.fullmatch(r"([\]}]+),?", rest)
        ends = _is_key(rest) or (closed is not None and len(closed[1]) == place.brackets)
        fix = (Edit(self.document.span(node.start, start + len(piece)), whole),)
        sure = ends and _MEANT.match(comment) and "\n" not in whole
        span = self._whole(node, place, start + len(piece))
        return span, f"Write `{place.written(whole)}`.", fix if sure else ()

    def _comment(self, start: int) -> str:
        found = _COMMENT.match(self.text, start)
        return found[0].rstrip() if found else "#"

    def _cut(self, node: ScalarNode, place: Place, start: int) -> None:
        comment, gap = self._comment(start), self.text[node.end : start]
        meant = _MEANT.match(comment) is not None
        if gap.strip(" \t") and not (meant and (place.brackets or self.document.place(start)[1] > place.column)):
            return  # on a line of its own, where comments stand
        self._last = (node, place)
        whole = (node.data or "") + (" " if gap.strip(" \t") else gap) + comment
        meant = meant and not (place.brackets and _MARK.search(comment))
        message = f"` #` begins a comment, so {place} ends before {quoted(comment)}"
        help = f"Write `{place.written(whole)}`"
        help += "." if meant else ", if it belongs to the text; put it on a line of its own above, if it does not."
        span = self._whole(node, place, start + len(comment))
        fix: Fix = (Edit(self.document.span(node.start, span.end), whole),) if meant else ()
        self.faults.add("text-cut-by-comment", span, message, help, severity=Severity.WARNING, fix=fix)

    def _behind_nothing(self, node: ScalarNode, place: Place) -> re.Match[str] | None:
        """What leads to a comment that stands where a text should be."""
        if place.name:
            return _EMPTY.match(self.text, place.behind)
        found = _EMPTY_ITEM.search(self.text, place.behind)
        return found if found and found.start() <= node.start and not place.brackets else None

    def _empty(self, node: ScalarNode, place: Place, start: int) -> None:
        """A key, or a dash, behind which there is a comment and no text."""
        comment = self._comment(start)
        at = self.document.span(start, start + len(comment))
        span = at if place.start is None else self.document.span(place.start, at.end)
        message, help = f"{place} is empty, since ` #` begins a comment", f"Write `{place.written(comment)}`."
        if _MEANT.match(comment):
            node.broken = True
            self.faults.add("text-cut-by-comment", span, message, help, fix=(Edit(at, comment),))
        else:
            help = f"{help[:-1]}, if it is the text."
            self.faults.add("text-cut-by-comment", span, message, help, severity=Severity.WARNING)


def _is_key(rest: str) -> bool:
    """Whether what follows a comma is a key of the format."""
    found = re.match(r",\s*([\w-]+):\s", rest)
    return found is not None and found[1] in every_key()
