"""The comment on a pull request: what a change does to the argument, as Markdown for GitHub and GitLab.

`compose` puts it together from parts, one a debate: one line of verdict, then at most five points, then folded: flips,
a map, claims, relations, evidence, coverage by side, checks. Of several debates each that changed is a point, and what
there is to say of it is folded. It is cut to a length, the least important first and with a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from argmap.reviews.comment.comment_verdict import opening, overall, policy
from argmap.reviews.comment.comment_wording import shortened
from argmap.reviews.comment.consequence_text import ReviewLines
from argmap.reviews.comment.fit import Section, fitted, joined
from argmap.reviews.comment.gate import Breach
from argmap.reviews.comment.part import Part
from argmap.reviews.comment.points import MOST, placed, points
from argmap.reviews.comment.sections import faults, further, sections
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code, link, remark

LIMIT = 65_000
"""Characters of a comment. GitHub takes 65,536, GitLab a million; a step summary 1 MiB."""


LAYOUT = ("flips", "map", "claims", "relations", "evidence", "coverage", "strength", "checks")
"""What may be folded below the points, in this order."""


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
    breaches: Sequence[Breach] = ()
    """Those that the change breaks whatever debate it is about."""
    settings: Sequence[str] = ()
    """What the change does to the settings, a sentence each."""
    page: str = ""
    """The address of the page with the maps before and after."""
    commit: str = ""
    """The commit that was reviewed."""
    layout: Sequence[str] = LAYOUT


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
    changed = [part for part in parts if not part.is_unchanged]
    alone = parts[0] if len(parts) == 1 else changed[0] if len(changed) == 1 else None
    found = [Section(_opening(parts, alone, frame))]
    if alone:
        found.extend(_of_one(alone, frame))
    else:
        found.extend(_of_several(shown, left_out, frame))
    found.append(Section(_closing(frame)))
    return found


def _opening(parts: Sequence[Part], alone: Part | None, frame: Frame) -> str:
    """The marker, and the one line: the verdict, what the policy says, where to look."""
    broken = [("", breach) for breach in frame.breaches]
    broken += [("" if alone else part.name, breach) for part in parts for breach in part.breaches]
    named = f"{code(alone.name)}: " if alone and len(parts) > 1 else ""
    first = named + (opening(alone, frame.settings) if alone else overall(parts, frame.settings))
    commit = f"commit {code(frame.commit[:7])}" if frame.commit else ""
    beside = (policy(frame.policy, broken), link("before and after", frame.page) if frame.page else "", commit)
    rest = " · ".join(filter(None, beside))
    line = f"{first} {rest}".strip() if rest else first
    return "\n\n".join(filter(None, (frame.marker, line)))


def _of_one(part: Part, frame: Frame) -> list[Section]:
    """The points of the only debate, and what is folded."""
    before = [*frame.settings]
    if part.review is None:
        return [Section(_numbered(before)), *faults(part)]
    writer = ReviewLines(part.review, part.places)
    above, more = placed(points(part.review, writer, part.name), MOST - len(before))
    lines = [*before, *(point.line for point in above)]
    folded = sections(part, part.review, writer, [*above, *more], frame.layout)
    return [Section(_numbered(lines)), *further(more), *folded]


def _of_several(shown: Sequence[Part], left_out: Sequence[Part], frame: Frame) -> Iterator[Section]:
    """A point for each debate that changed, and then each of them folded."""
    every = [*shown, *left_out]
    lines = [*frame.settings, *(f"{code(part.name)}: {opening(part)}" for part in every)]
    more = [f"{len(lines) - MOST + 1:,} more debates changed."] if len(lines) > MOST else []
    yield Section(_numbered([*lines[: MOST - len(more)], *more]))
    for part in shown:
        yield Section(f"<details>\n<summary>{remark(part.name)}: {remark(shortened(part.title, 120))}</summary>")
        yield from _of_one(part, replace(frame, settings=()))
        yield Section("</details>")
    if left_out:
        names = listed([code(part.name) for part in left_out], most=20)
        yield Section(f"… and {counted(len(left_out), 'more changed debate')}: {names}.")


def _numbered(lines: Sequence[str]) -> str:
    signs = ["- "] if len(lines) == 1 else [f"{number}. " for number in range(1, len(lines) + 1)]
    return "\n".join(sign + _hanging(line, len(sign)) for sign, line in zip(signs, lines, strict=True))


def _hanging(line: str, by: int) -> str:
    """A point of several lines: the others belong to it by their indentation."""
    return re.sub(r"\n(?=.)", "\n" + " " * by, line)


def _closing(frame: Frame) -> str:
    compared = f": {_called(frame.base)} → {_called(frame.head)}" if frame.base or frame.head else ""
    return f"<sub>argmap review{compared}</sub>"


def _called(version: str) -> str:
    """A version's name; a commit by the first characters of its name, as code, so that it is read as one."""
    return code(version[:7]) if re.fullmatch(r"[0-9a-f]{40,64}", version) else remark(version)
