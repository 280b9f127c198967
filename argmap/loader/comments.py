"""Texts that a comment has cut: ` #` ends a text without quotes. And `null`, which is read as no text at all.

A comment after an id, a date or a list is only that; where somebody's own words stand, it may be a piece of them.
`#3` with nothing between is one for sure: whoever writes a comment puts a space after its `#`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from argmap.loader.faults import Faults
from argmap.loader.near_words import code, double_quoted, quoted
from argmap.loader.nodes import EMPTY, FileText, ScalarNode
from argmap.loader.vocabulary import csl_keys, every_key
from argmap.model.diagnostics import Edit, Fix, Severity, Span
from argmap.model.values import spaced
from argmap.wording.patterns import pattern

_CUT_BACK = re.compile(r"#(?:[ \t]+|(?<=\w#)[ \t]+(?:\n\r|\r|\n)[ \t]*)(?=[^ \t\r\n])")
"""After a text, on its line; or on the next one, where it looks like a piece of the text. This and the next are for
the text read backwards: a search for what begins with a `#` passes over all the rest at once."""
_KEY_BACK = re.compile(r"#[ \t]+:[ \t]*(?=[^ \t\r\n:])")
_COMMENT = pattern(r"#[^\r\n\x85\u2028\u2029]*")
_ENTRY = pattern(r"(#[^:]*):[ \t]+(\S.*)")
_EMPTY_ITEM = pattern(r"-[ \t]+(?=#)")
_MEANT = pattern(r"#(?!(?:todo|fixme|xxx|note|hack)\b|\w+:(?:\s|$))\w", re.IGNORECASE)
_KEY = pattern(r"[ ]*(?:- )?([\w-]+):(?:\s|$)")
_LIKE_KEY = pattern(r",\s*[\w-]+:\s")
_OF_ITEM = ("an item", "put the `#` before the dash")
_MARK = pattern(r"[\[\]{},]")
_CLOSING = pattern(r"(?<![\s\]},])[\s,]*(?P<sign>[\]}])[\s\]},]*$")
_BLANK = pattern(r"(?:\s|#[^\r\n]*+)*+")
_LED = re.compile(
    r"[:-](?:(?<=:)|(?<=[ ]-))[ \t]*(?:#[^\r\n]*)?(?:\r?\n[ \t]*(?:#[^\r\n]*)?)*\r?\n[ \t]*#[^\r\n]*\r?\n\s*"
)
"""What stands between a key, or a dash, and its text on a line below, where the last of it is a comment's line."""
_COMMENTED = re.compile(r"\n[ \t]*#")
_OWN_LINE = pattern(r"(?<=\n)[ \t]*(#[^\r\n]*)")


class CommentPlace(NamedTuple):
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
    open: bool = False
    """Whether the keys beside it are the debater's own."""

    def written(self, text: str) -> str:
        """The text as it should be written, inside a sentence."""
        return code((f"{self.name}: " if self.name else "") + double_quoted(text))

    def __str__(self) -> str:
        return quoted(self.name) if self.name else "the text"


class Comments:
    """Where comments stand after texts in one file."""

    def __init__(self, document: FileText, faults: Faults) -> None:
        self.document, self.text, self.faults = document, document.text, faults
        backwards, size = self.text[::-1], len(self.text)
        self.cuts = {size - found.end(): size - found.start() - 1 for found in _CUT_BACK.finditer(backwards)}
        """For each end of a line's words, the `#` after it."""
        self.after_keys = {size - found.end() for found in _KEY_BACK.finditer(backwards)}
        """The ends of words after which stand a colon and a comment."""
        led = _LED.finditer(self.text) if _COMMENTED.search(self.text) else ()
        self.led = {found.end(): found.start() + 1 for found in led}
        """For each text below a line with a comment, where the line of its key or dash ends."""
        self._last: tuple[ScalarNode, CommentPlace] | None = None

    def is_meant(self, node: ScalarNode) -> bool:
        """Whether what stands after a text looks like a piece of it: `#page=4`, not `# checked`."""
        return node.end in self.cuts and _MEANT.match(self.text, self.cuts[node.end]) is not None

    def look_for_nothing(self, node: ScalarNode, place: CommentPlace) -> None:
        """Report a key or a dash that has nothing, since a comment stands where its value should."""
        if node.start == node.end and (found := self._behind_nothing(node, place)):
            comment = self._comment(found.end())
            span = self.document.span(min(found.end(), node.start + 1), found.end() + len(comment))
            what, otherwise = (place, "put it on a line of its own above") if place.name else _OF_ITEM
            message = f"{what} is empty, since ` #` begins a comment"
            help = f"If what follows is the value, delete the `#`; otherwise {otherwise}."
            self.faults.add("text-cut-by-comment", span, message, help, severity=Severity.WARNING)

    def look_for_entry(self, node: ScalarNode) -> None:
        """Report a name with ` #` in it, which leaves a text where a mapping of names should be."""
        start = self.cuts.get(node.end)
        comment = self._comment(start) if start is not None else ""
        if start is None or "\n" in self.text[node.start : start] or not (parted := _ENTRY.fullmatch(comment)):
            return
        name = self.text[node.start : start] + parted[1]
        node.broken = True
        message = f"` #` begins a comment, so {quoted(node.data or '')} is not read as a name"
        span = self.document.span(node.start, start + len(comment))
        help = f"Write {code(f'{double_quoted(name)}: {parted[2]}')}."
        self.faults.add("text-cut-by-comment", span, message, help)

    def look(self, node: ScalarNode, place: CommentPlace) -> None:
        """Report a text, in somebody's own words, that is cut by a comment, begins with one, or is nothing."""
        if node.data is not None and place.name and (found := EMPTY.match(self.text, place.behind)):
            comment = self._comment(found.end())
            span = self.document.span(found.end(), found.end() + len(comment))
            message = f"` #` begins a comment, so {quoted(comment)} is not read as part of {place}"
            help = "Put it on a line of its own above. If it is text, put the whole text in quotes."
            self.faults.add("text-cut-by-comment", span, message, help, severity=Severity.WARNING)
        if node.data is not None and node.start in self.led:
            self._led(node, place)
        if node.data is not None:
            if node.end in self.cuts and self.text[node.start] not in "\"'|>":
                self._cut(node, place, self.cuts[node.end])
        elif place.name and node.start < node.end:
            raw = self.text[node.start : node.end]
            if place.by_programs and raw in ("null", "~"):
                return
            help = f"Write {place.written(raw)}, if that is the text; otherwise delete it."
            message, span = f"{place} is read as nothing", self._whole(node, place, node.end)
            self.faults.add("null-as-text", span, message, help, severity=Severity.WARNING)
        elif node.start == node.end and (found := self._behind_nothing(node, place)):
            self._empty(node, place, found.end())

    def _led(self, node: ScalarNode, place: CommentPlace) -> None:
        """Report a text that begins, as it seems, in a comment on a line of its own between it and its key."""
        comments = _OWN_LINE.finditer(self.text, self.led[node.start], node.start)
        meant = next((found for found in comments if _MEANT.match(found[1])), None)
        if meant is None:
            return
        whole = f"{meant[1].rstrip()} {node.data}"
        message = f"`#` begins a comment, so {quoted(meant[1])} is not read as part of {place}"
        help = f"Write {place.written(whole)}, if it belongs to the text; put a space after the `#`, if it does not."
        start = meant.start(1) if place.start is None else place.start
        span = self.document.span(start, node.end)
        self.faults.add("text-cut-by-comment", span, message, help, severity=Severity.WARNING)

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

    def _whole(self, node: ScalarNode, place: CommentPlace, end: int) -> Span:
        """From the key of a text, or from itself, to an end."""
        return self.document.span(node.start if place.start is None else place.start, end)

    def _mended(
        self, node: ScalarNode, place: CommentPlace, start: int, comment: str, here: int
    ) -> tuple[Span, str, Fix] | None:
        """What to do about a comment after which, at `here`, the parser stopped, and where to do it; None where it is
        only a comment.
        """
        if not place.brackets:
            return self._with_lines_below(node, place, here)
        end = self._end_in_brackets(start, start + len(comment), place)
        if end is None:
            return None
        rest, whole = self.text[end : start + len(comment)], self.text[node.start : end].rstrip()
        fix = (Edit(self.document.span(node.start, node.start + len(whole)), whole),)
        closed = re.fullmatch(r"([\]}]+),?", rest)
        ends = (place.name and rest.startswith(",")) or (closed is not None and len(closed[1]) == place.brackets)
        sure = ends and _MEANT.match(comment) and "\n" not in whole and not _LIKE_KEY.search(self.text, start, end)
        span = self._whole(node, place, node.start + len(whole))
        help = f"Write {place.written(whole)}, and leave {quoted(rest)} after it."
        return span, help, fix if sure else ()

    def _with_lines_below(self, node: ScalarNode, place: CommentPlace, here: int) -> tuple[Span, str, Fix] | None:
        """The text with its comment and the lines below that are indented further than its key, in quotes."""
        if _KEY.match(self.text, self.text.rfind("\n", 0, here) + 1):
            return None
        end = node.end
        for line in re.compile(r"[^\n]*\n?").finditer(self.text, node.end):
            indent, said = len(line[0]) - len(line[0].lstrip(" ")), line[0].strip()
            if line.start() > node.end and said and (indent < place.column or _KEY.match(line[0])):
                break
            end = line.start() + len(line[0].rstrip()) if said else end
            if not line[0]:
                break
        whole = re.sub(spaced(r"\n"), " ", self.text[node.start : end])
        return self._whole(node, place, end), f"Write {place.written(whole)}.", ()

    def _end_in_brackets(self, start: int, end: int, place: CommentPlace) -> int | None:
        """Where a text ends that goes on in a comment: before the next key, or else before the brackets that close."""
        keys = re.compile(r",\s*([\w-]+):\s").finditer(self.text, start, end)
        key = next((found for found in keys if place.open or found[1] in every_key() | csl_keys()), None)
        if key is not None:
            return key.start()
        if place.name is None and (comma := self.text.find(",", start, end)) >= 0:
            return comma
        closing = _CLOSING.search(self.text[start:end])
        return start + closing.start("sign") if closing else None

    def _comment(self, start: int) -> str:
        found = _COMMENT.match(self.text, start)
        return found[0].rstrip() if found else "#"

    def _cut(self, node: ScalarNode, place: CommentPlace, start: int) -> None:
        comment, gap = self._comment(start), self.text[node.end : start]
        meant = _MEANT.match(comment) is not None
        if gap.strip(" \t") and not (meant and (place.brackets or self.document.place(start)[1] > place.column)):
            return  # on a line of its own, where comments stand
        self._last = (node, place)
        whole = (node.data or "") + (" " if gap.strip(" \t") else gap) + comment
        meant = meant and not (place.brackets and _MARK.search(comment))
        message = f"` #` begins a comment, so {place} ends before {quoted(comment)}"
        help = f"Write {place.written(whole)}"
        help += "." if meant else ", if it belongs to the text; put it on a line of its own above, if it does not."
        span = self._whole(node, place, start + len(comment))
        fix: Fix = (Edit(self.document.span(node.start, span.end), whole),) if meant else ()
        self.faults.add("text-cut-by-comment", span, message, help, severity=Severity.WARNING, fix=fix)

    def _behind_nothing(self, node: ScalarNode, place: CommentPlace) -> re.Match[str] | None:
        """What leads to a comment that stands where a text should be."""
        if place.name:
            return EMPTY.match(self.text, place.behind)
        return None if place.brackets else _EMPTY_ITEM.match(self.text, max(node.start - 1, 0))

    def _empty(self, node: ScalarNode, place: CommentPlace, start: int) -> None:
        """A key, or a dash, after which there is a comment and no text."""
        comment = self._comment(start)
        at = self.document.span(start, start + len(comment))
        span = self.document.span(min(start, node.start + 1) if place.start is None else place.start, at.end)
        message, help = f"{place} is empty, since ` #` begins a comment", f"Write {place.written(comment)}."
        if _MEANT.match(comment):
            node.broken = True
            self.faults.add("text-cut-by-comment", span, message, help, fix=(Edit(at, comment),))
        else:
            help = f"{help[:-1]}, if it is the text."
            self.faults.add("text-cut-by-comment", span, message, help, severity=Severity.WARNING)
