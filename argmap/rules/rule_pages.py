"""The manual of the rules: a page for each, and the table for the README."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from textwrap import indent

from argmap.rules import BY_NAME
from argmap.rules.rule_protocol import MARK, Described, name_of, summary_of
from argmap.rules.runner import IN_PLACE

_MARKED = re.compile(rf"^([ ]*)(.*?)[ ]*{MARK}$", re.MULTILINE)


def manual(name: str) -> str:
    """What a rule does, why it matters, what to do instead, and examples. Raises KeyError for an unknown name."""
    rule = BY_NAME[name]
    parts = [f"{name} ({rule.SEVERITY})", inspect.cleandoc(rule.__doc__ or ""), *_examples(rule)]
    if name in IN_PLACE:
        parts.append(f"To accept it in place: ignore: [{{rule: {name}, reason: …}}]")
    return "\n\n".join(parts) + "\n"


def _examples(rule: Described) -> Iterator[str]:
    for title, examples in (("Reported:", rule.BAD), ("Not reported:", rule.GOOD)):
        yield "\n\n".join([title, *(indent(shown(example).rstrip("\n"), "    ") for example in examples)])


def shown(example: str) -> str:
    """An example as its page has it: what is reported is marked on a line above, where a comment cuts no text."""
    return _MARKED.sub(r"\1# reported:\n\1\2", example)


def rows() -> list[tuple[str, str, str]]:
    """Name, severity and summary of every rule, in the order of the manual."""
    return [(name_of(rule), str(rule.SEVERITY), summary_of(rule)) for rule in BY_NAME.values()]


def table(faults: Iterable[tuple[str, str, str]] = ()) -> str:
    """All rules as a Markdown table, after the faults of the files given as rows of name, severity and meaning."""
    lines = ["| rule | severity | reports |", "|---|---|---|"]
    lines += [f"| `{name}` | {severity} | {_cell(meaning)} |" for name, severity, meaning in (*faults, *rows())]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
