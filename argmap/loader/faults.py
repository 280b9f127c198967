"""What the loader says when something is wrong: collected as values, never raised."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from argmap.loader.near_words import code
from argmap.loader.nodes import MappingNode
from argmap.model.diagnostics import Diagnostic, Edit, Fix, Note, Severity, Span
from argmap.wording.patterns import pattern

MOST_FAULTS = 1_000
"""How many faults of one file are kept; a file with more is not being read any more."""


Example = str | bytes | Mapping[str, str | bytes | None]
"""The text of one file; or several files, None for one that is not there."""


class Fault(NamedTuple):
    """A kind of fault: its name, what it means, and an example of it with the right form."""

    name: str
    severity: Severity
    summary: str
    manual: str
    bad: Example = ""
    good: Example = ""
    file: str = "positions/escalation.yaml"
    """The file whose text an example is; the other files of an example debate stand beside it."""
    on_disk: bool = False
    """Whether only the reading of the disk can find it, so that texts alone cannot be an example."""


class Advice(NamedTuple):
    """What to do about a fault: in words, and as edits where these say beyond doubt what was meant."""

    help: str
    fix: Fix = ()


def write(text: str, words: str = "Write {}.", *, at: Span | None = None) -> Advice:
    """To write a text, as it stands in a file, in place of what the fault marks. `at` is that place where this is safe.

    Words and edit are made of one text, so that they cannot say two things.
    """
    return Advice(words.replace("{}", code(text), 1), (Edit(at, text=text),) if at else ())


_COMMENT = pattern(r"(?://|--(?=\s)|/\*|<!--)\s*")
"""How a comment begins in other languages."""


def as_comment(text: str) -> Advice | None:
    """Advice to begin a comment with `#`; None if the text does not begin as other languages’ comments do."""
    sign = _COMMENT.match(text)
    said = re.sub(r"\*/$|-->$", "", text[sign.end() :]).strip() if sign else ""
    return write(f"# {said}", "Write {}: a comment begins with `#`.") if said else None


def beside(node: MappingNode, key: str, text: str, entry: str) -> Advice:
    """To write a text for the value of a key, and one more entry after it: on the same line only between braces."""
    first, value = node.entries[key]
    if node.is_flow:
        return write(f"{text}, {entry}", at=value.span)
    end = "\r\n" if "\r\n" in node.document.text else "\n"
    indent = " " * (node.document.place(first.start)[1] - 1)
    return Advice(
        f"Write {code(text)}, and below it {code(entry)}.", (Edit(value.span, text=f"{text}{end}{indent}{entry}"),)
    )


_READ_AS_NOTHING = frozenset({"null-as-text", "text-cut-by-comment"})
"""Warnings about a text that say why it is missing, where it has to be there."""


class Faults:
    """Collects the faults of one reading."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.mends: dict[str, list[tuple[Diagnostic, Fix]]] = {}
        """For each file its first faults and what would mend them, be it sure or not: what is then gone followed from
        them."""
        self._count: dict[str, int] = {}

    def add(
        self,
        rule: str,
        span: Span,
        message: str,
        help: str | Advice | None = None,
        notes: tuple[Note, ...] = (),
        severity: Severity = Severity.ERROR,
        fix: Fix = (),
    ) -> None:
        """Report one; beyond `MOST_FAULTS` in a file say once that there are more.

        A place is what its advice speaks of: "Write `…`." is to put that in place of what is marked.
        """
        if isinstance(help, Advice):
            help, fix = help
        count = self._count[span.file] = self._count.get(span.file, 0) + 1
        if count == MOST_FAULTS + 1:
            rule, message, severity = "too-many-faults", f"has more than {MOST_FAULTS:,} faults", Severity.INFO
            help, notes = "The rest of this file's faults are not shown. Mend these first.", ()
            fix = ()
        if count <= MOST_FAULTS + 1:
            self.found.append(Diagnostic(rule, severity, span, message, help, notes, fix=fix))

    def sharpen(self, at: Span, rules: Collection[str] = _READ_AS_NOTHING) -> bool:
        """Make an error of a warning at a place, or a blank behind it, if there is one: it says why something lacks."""
        for number, each in enumerate(self.found):
            if (
                each.rule in rules
                and (each.span.file, each.span.line) == (at.file, at.line)
                and each.span.start <= at.end + 1
            ):
                self.found[number] = each._replace(severity=Severity.ERROR)
                return True
        return False

    def given_again(self, first: Span | None) -> tuple[Note, ...]:
        """Notes of where an unknown key stands again. That it is given twice is then no fault of its own."""
        twice = [each for each in self.found if each.rule == "duplicate-key" and each.notes[0].span == first]
        self.found = [each for each in self.found if each not in twice]
        return tuple(Note(each.span, "and again here") for each in twice)

    def lack(self, rule: str, span: Span, message: str, help: str | Advice) -> None:
        """Report that something is empty; where a warning says already why it is, that becomes the error."""
        if not self.sharpen(span):
            self.add(rule, span, message, help)

    def take(self, other: Faults) -> None:
        """Add what another has collected."""
        for each in other.found:
            self.add(each.rule, each.span, each.message, each.help, each.notes, each.severity, each.fix)

    def mend(self, fix: Fix) -> None:
        """Let it be known what would mend the fault that was reported last."""
        self.mends.setdefault(self.found[-1].span.file, []).append((self.found[-1], fix))

    def mended(self, file: str, text: str) -> str:
        """The text of a file without its first faults."""
        parts, at = list[str](), 0
        edits = [each for _, fix in self.mends[file] for each in fix]
        stretches = ((each.at.start, each.at.end, each.text or "") for each in edits if isinstance(each.at, Span))
        for start, end, new in sorted(stretches):
            if start >= at:
                parts, at = [*parts, text[at:start], new], end
        return "".join([*parts, text[at:]])

    def full(self, file: str) -> bool:
        """Whether nothing more about this file would be kept."""
        return self._count.get(file, 0) > MOST_FAULTS


def fault(name: str, file: str, message: str, help: str | None = None) -> Diagnostic:
    """A fault of a whole file, reported by whoever reads the disk, in the same form as all others."""
    return Diagnostic(name, Severity.ERROR, Span(file), message, help)
