"""Explanations as a short section of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.semantics.chain import Reason
from argmap.semantics.explain import Explanation, outlook, told


def escaped(text: str) -> str:
    """Text in which Markdown finds no markup."""
    return "".join(f"\\{letter}" if letter in r"\`*_[]<>#|~&" else letter for letter in text)


def nested(because: Sequence[Reason]) -> list[str]:
    """The reasons as a nested list."""
    return [f"{'    ' * depth}- {escaped(sentence)}" for sentence, depth in told(because)]


def section(id: str, verdict: str, text: str | None, parts: Iterable[tuple[str, list[str]]]) -> str:
    """A heading, the verdict, what is said, and lists with their leads."""
    lines = [f"## {id}", "", f"**{escaped(verdict)}.**"]
    lines += ["", f"> {escaped(' '.join(text.split()))}"] if text else []
    for lead, items in parts:
        lines += ["", escaped(lead), "", *items] if lead else ["", *items]
    return "\n".join(lines) + "\n"


def to_markdown(explanation: Explanation) -> str:
    """Why a statement stands as it does, and what would change that."""
    parts: list[tuple[str, list[str]]] = [("", nested(explanation.because))]
    for sentence, depth in outlook(explanation):
        if depth:
            parts[-1][1].append(f"- {escaped(sentence)}")
        else:
            parts.append((sentence, []))
    return section(explanation.id, explanation.verdict, explanation.text, parts).replace("\n\n\n", "\n\n")
