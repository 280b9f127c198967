"""The pages of the manual, of rules and of the faults of files alike, as text and as Markdown."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import indent
from typing import TYPE_CHECKING

from argmap.model.diagnostics import Severity
from argmap.rules.rule_protocol import MARK

if TYPE_CHECKING:
    from argmap.loader.faults import Example


_MARKED = re.compile(rf"^([ ]*)(.*?)[ ]*{MARK}$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """What there is to say about a rule."""

    name: str
    severity: Severity
    summary: str
    body: str
    """Paragraphs: what it reports, why it matters, what to do instead."""
    reported: Sequence[str]
    not_reported: Sequence[str]
    in_place: bool = False
    """Whether an `ignore:` in the files can name it."""

    @property
    def text(self) -> str:
        """The whole page, as `argmap rule NAME` prints it."""
        parts = [f"{self.name} ({self.severity})", self.summary, self.body]
        for title, examples in self._examples():
            parts += [title, *(indent(example.rstrip("\n"), "    ") for example in examples)]
        accept = [f"To accept it in place: ignore: [{{rule: {self.name}, reason: …}}]"] if self.in_place else []
        return "\n\n".join([*parts, *accept]) + "\n"

    def markdown(self) -> str:
        """The whole page in Markdown, with the examples as blocks of YAML."""
        parts = [self.summary, self.body]
        for title, examples in self._examples():
            parts += [f"### {title[:-1]}", *(_block(example) for example in examples)]
        return "\n\n".join(part.strip("\n") for part in parts) + "\n"

    def _examples(self) -> Iterator[tuple[str, Sequence[str]]]:
        every = (("Reported:", self.reported), ("Not reported:", self.not_reported))
        return ((title, examples) for title, examples in every if examples)


def _block(example: str) -> str:
    fence = "````" if "```" in example else "```"
    return f"{fence}yaml\n{example.rstrip()}\n{fence}"


@lru_cache(maxsize=1)
def pages() -> Mapping[str, Page]:
    """Every page by the rule's name, in the order of the manual."""
    return {page.name: page for page in (*_of_faults(), *_of_rules())}


def _of_rules() -> Iterator[Page]:
    from argmap.rules import BY_NAME
    from argmap.rules.rule_protocol import reported, silent, summary_of
    from argmap.rules.runner import IN_PLACE

    for name, rule in BY_NAME.items():
        body = inspect.cleandoc(rule.__doc__ or "").partition("\n")[2].strip("\n")
        bad = [_MARKED.sub(r"\1# reported:\n\1\2", example) for example in reported(rule)]
        yield Page(name, rule.SEVERITY, summary_of(rule), body, bad, silent(rule), name in IN_PLACE)


def _of_faults() -> Iterator[Page]:
    from argmap.loader import FAULTS

    for fault in FAULTS:
        bad, good = _example(fault.bad), _example(fault.good)
        yield Page(fault.name, fault.severity, fault.summary, fault.manual.strip(), bad, good)


def _example(given: Example) -> tuple[str, ...]:
    """An example as text: several files each with its name, what is not UTF-8 escaped, a very long one cut."""
    if not given:
        return ()
    if isinstance(given, Mapping):
        return ("\n".join(f"# {name}{_content(content)}" for name, content in given.items()),)
    lines = [line if len(line) <= 200 else f"{line[:60]}…" for line in _decoded(given).splitlines()]
    shown = lines if len(lines) <= 40 else [*lines[:5], f"# … and {len(lines) - 5:,} lines more"]
    return ("\n".join(shown) + "\n",)


def _content(content: str | bytes | None) -> str:
    return " is not there" if content is None else f"\n{_decoded(content).rstrip()}"


def _decoded(content: str | bytes) -> str:
    text = content if isinstance(content, str) else content.decode(errors="backslashreplace")
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode-escape").decode() for c in text)
