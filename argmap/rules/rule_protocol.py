"""What a rule is, and what may be set about rules.

A rule is a module of this package whose name is the rule's name with underscores. Its docstring is its manual page
(first line: the summary of the table; then what it does, `Why it matters:` and `Instead:`); `EXAMPLES` are debates,
its tests as well, that `argmap rule NAME` prints; `check` looks at the model and yields findings. A rule that needs
more than the debate (a lock, the texts of sources) says with `is_blind(ev)` where it has nothing to look at. What a
rule finds in a debate of which a part could not be read may come of that alone; a rule that looks only at what is
there, so that it would find the same in the whole, says so: `HOLDS_OF_PART = True`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from argmap.evaluation.evaluated import Evaluation
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.suppression import Applied

MARK = "# <-"
"""What stands at the end of each line of an example that is reported."""


class Options(NamedTuple):
    """What `[tool.argmap]` or `argmap.toml` may set about rules."""

    quote_words: int = 12
    """The longest verbatim quote, in words."""
    stale: Mapping[str, int] = MappingProxyType({})
    """Months after which evidence is stale, by role of the statement or source, over the table in evidence-stale;
    0: never."""


class Described(Protocol):
    """What every rule says about itself.

    `EXAMPLES` are debates in short form: the keys of debate.yaml, `references` and the `arguments` of one position in
    one text. Each is written once for before and after it is mended: lines that begin with `-` go, lines that begin
    with `+` come, all others begin with two spaces and stay. `# <-` marks each line that is reported; an example
    without it is one that the rule leaves alone.
    """

    __name__: str
    SEVERITY: Severity

    @property
    def EXAMPLES(self) -> tuple[str, ...]:  # noqa: N802
        """Debates before and after they are mended."""


class Rule(Described, Protocol):
    """A rule: a module, seen as a value."""

    def check(self, ev: Evaluation, options: Options, /) -> Iterator[Finding]:
        """What is wrong, in the order in which the debate says it."""


class SuppressionRule(Described, Protocol):
    """A rule about `ignore:` itself, which runs after the others."""

    def check(self, applied: Applied, /) -> Iterator[Finding]:
        """What is wrong with the suppressions of a debate."""


def name_of(rule: Described) -> str:
    """The rule's name: that of its module, with hyphens."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def summary_of(rule: Described) -> str:
    """The first line of the manual page."""
    return (rule.__doc__ or "").partition("\n")[0]


def reported(rule: Described) -> tuple[str, ...]:
    """The debates in which a rule reports the lines with `MARK`."""
    return tuple(_version(each, " -") for each in rule.EXAMPLES if MARK in each)


def silent(rule: Described) -> tuple[str, ...]:
    """The debates in which a rule is silent."""
    mended = (each for each in rule.EXAMPLES if MARK not in each or re.search(r"^[-+]", each, re.MULTILINE))
    return tuple(_version(each.replace(MARK, ""), " +") for each in mended)


def _version(example: str, signs: str) -> str:
    return "".join(f"{line[2:].rstrip()}\n" for line in example.splitlines() if line[:1] in signs)
