"""Explanations as a short section of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.markdown import escape
from argmap.semantics.chain import Reason
from argmap.semantics.explain import Explanation, prospects
from argmap.semantics.saying import told


def nested(because: Sequence[Reason]) -> list[str]:
    """The reasons as a nested list."""
    return [f"{'    ' * depth}- {escape(sentence)}" for sentence, depth in told(because)]


def section(id: str, verdict: str, text: str | None, parts: Iterable[tuple[str, list[str]]]) -> str:
    """A heading, the verdict, what is said, and lists with their leads."""
    lines = [f"## {id}", "", f"**{escape(verdict)}.**"]
    lines += ["", f"> {escape(' '.join(text.split()))}"] if text else []
    for lead, items in parts:
        lines += ["", escape(lead), "", *items] if lead else ["", *items]
    return "\n".join(lines) + "\n"


def added(parts: list[tuple[str, list[str]]], outlook: Iterable[tuple[str, int]]) -> list[tuple[str, list[str]]]:
    """The parts, and those of an outlook: a sentence without indentation leads those with it, which are a list."""
    found = list(parts)
    for sentence, depth in outlook:
        if depth:
            found[-1][1].append(f"- {escape(sentence)}")
        else:
            found.append((sentence, []))
    return found


def to_markdown(explanation: Explanation) -> str:
    """Why a statement stands as it does, and what would change that."""
    parts = added([("", nested(explanation.because))], prospects(explanation))
    if explanation.audience:
        parts.insert(0, (f"They rank {', then '.join(explanation.ranking) or 'no value'}.", []))
    return section(explanation.id, explanation.verdict, explanation.text, parts).replace("\n\n\n", "\n\n")
