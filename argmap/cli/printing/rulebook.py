"""The pages of the manual, of rules and of the faults of files alike, as text and as Markdown."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import indent
from typing import TYPE_CHECKING

from argmap.model.diagnostics import Severity

if TYPE_CHECKING:
    from argmap.loader.faults import Example, Fault


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
    text: str
    """The whole page, as `argmap rule NAME` prints it."""

    def markdown(self) -> str:
        """The whole page in Markdown, with the examples as blocks of YAML."""
        parts = [self.summary, self.body]
        for title, examples in (("### Reported", self.reported), ("### Not reported", self.not_reported)):
            if examples:
                parts += [title, *(_block(example) for example in examples)]
        return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _block(example: str) -> str:
    fence = "````" if "```" in example else "```"
    return f"{fence}yaml\n{example.rstrip()}\n{fence}"


@lru_cache(maxsize=1)
def pages() -> Mapping[str, Page]:
    """Every page by the rule's name, in the order of the manual."""
    return {page.name: page for page in (*_of_faults(), *_of_rules())}


def _of_rules() -> Iterator[Page]:
    from argmap.rules import BY_NAME
    from argmap.rules.rule_pages import manual, shown
    from argmap.rules.rule_protocol import summary_of

    for name, rule in BY_NAME.items():
        body = inspect.cleandoc(rule.__doc__ or "").partition("\n")[2].strip("\n")
        yield Page(name, rule.SEVERITY, summary_of(rule), body, [*map(shown, rule.BAD)], rule.GOOD, manual(name))


def _of_faults() -> Iterator[Page]:
    from argmap.loader import FAULTS

    for fault in FAULTS:
        bad, good = _example(fault.bad), _example(fault.good)
        yield Page(fault.name, fault.severity, fault.summary, fault.manual.strip(), bad, good, _text(fault, bad, good))


def _text(fault: Fault, bad: Sequence[str], good: Sequence[str]) -> str:
    parts = [f"{fault.name} ({fault.severity})", fault.summary, fault.manual]
    for title, examples in (("Reported:", bad), ("Not reported:", good)):
        parts += [f"{title}\n\n{indent(example.rstrip(), '    ')}" for example in examples]
    return "\n\n".join(part.strip() for part in parts) + "\n"


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
