"""The comment on a pull request: what a change does to the argument, as Markdown for GitHub and GitLab.

`compose` puts it together from parts, one a debate: the verdict first, then flips with their reasons, unanswered
rebuttals, a map, claims, relations, evidence, coverage by side, checks, and every change in a folded list. It is cut to
a length, the least important first and with a count; verdict and flips stay longest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.reviews.comment.comment_wording import shortened
from argmap.reviews.comment.fit import Section, fitted, joined
from argmap.reviews.comment.part import Part
from argmap.reviews.comment.sections import faults, sections
from argmap.reviews.comment.verdict import notes, numbers, overall, policy, verdict
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code, remark

LIMIT = 65_000
"""Characters of a comment. GitHub takes 65,536, GitLab a million; a step summary 1 MiB."""


@dataclass(frozen=True)
class Frame:
    """What a comment says around its parts."""

    marker: str = "<!-- argmap review -->"
    """Its first line, by which it is found again; nobody sees it."""
    base: str = ""
    head: str = ""
    """What was compared, as people call it."""
    policy: Sequence[str] = ()
    """The conditions that the policy names."""


def compose(parts: Sequence[Part], frame: Frame | None = None, limit: int = LIMIT) -> str:
    """The comment, in at most `limit` characters."""
    frame = frame or Frame()
    changed = sorted((part for part in parts if not part.is_unchanged), key=lambda part: part.weight)
    for number in range(len(changed), -1, -1):
        made = fitted(list(_comment(parts, changed[:number], changed[number:], frame)), limit)
        text = joined(made)
        if len(text) <= limit:
            break
    return text


def _comment(parts: Sequence[Part], shown: Sequence[Part], left_out: Sequence[Part], frame: Frame) -> list[Section]:
    alone = _the_only(parts)
    found = [Section(_opening(parts, alone, frame))]
    for part in shown:
        found.extend(_part(part, alone is not None))
    if left_out:
        names = listed([code(part.name) for part in left_out], most=20)
        found.append(Section(f"… and {counted(len(left_out), 'more changed debate')}: {names}."))
    same = [code(part.name) for part in parts if part.is_unchanged]
    if same and len(parts) > 1:
        found.append(Section(f"Nothing changed in {listed(same, most=20)}."))
    found.append(Section(_closing(frame)))
    return found


def _the_only(parts: Sequence[Part]) -> Part | None:
    """The debate that the comment is about, where it is about one: the only one, or the only one that changed."""
    changed = [part for part in parts if not part.is_unchanged]
    return parts[0] if len(parts) == 1 else changed[0] if len(changed) == 1 else None


def _opening(parts: Sequence[Part], alone: Part | None, frame: Frame) -> str:
    """The marker, the heading, the verdict and what the policy says."""
    title = f": {_title(alone, len(parts) > 1)}" if alone else ""
    broken = [("" if alone else part.name, breach) for part in parts for breach in part.breaches]
    first = verdict(alone) if alone else overall(parts)
    lines = [frame.marker, f"## Review of the argument{title}", first, policy(frame.policy, broken)]
    return "\n\n".join(filter(None, lines))


def _title(part: Part, named: bool) -> str:
    return remark(shortened(part.title, 120)) + (f" ({code(part.name)})" if named and part.name != part.title else "")


def _part(part: Part, alone: bool) -> list[Section]:
    level = 3 if alone else 4
    lines = [] if alone else [f"### {_title(part, named=True)}", verdict(part)]
    if part.review is not None and not part.review.is_empty:
        lines.append(f"{numbers(part.review)}.")
    lines.extend(notes(part))
    found = [Section("\n\n".join(lines))] if lines else []
    body = faults(part, level) if part.review is None else sections(part, part.review, level)
    return [*found, *body]


def _closing(frame: Frame) -> str:
    compared = f": {_called(frame.base)} → {_called(frame.head)}" if frame.base or frame.head else ""
    return f"<sub>argmap review{compared}</sub>"


def _called(version: str) -> str:
    """A version's name; a commit by the first characters of its name, as code, so that it is read as one."""
    return code(version[:7]) if re.fullmatch(r"[0-9a-f]{40,64}", version) else remark(version)
