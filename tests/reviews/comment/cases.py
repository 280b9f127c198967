"""Two versions of one small debate, and the parts of a comment on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from argmap.evaluation.evaluated import evaluate
from argmap.loader import read
from argmap.model import Debate
from argmap.model.diagnostics import Diagnostic, Severity, SourceMap, Span
from argmap.reviews import review
from argmap.reviews.comment.gate import breaches
from argmap.reviews.comment.part import Part
from argmap.reviews.comment.places import Places, Version

DEBATE = """\
debate: trams
title: Should the city build a tram?
resolutions:
  - claim: build
    text: The city should build a tram line.
"""
SOURCES = """\
references:
  - {id: audit, title: An audit, author: [{family: Doe, given: Jane}], issued: 2024-03-01,
     custom: {reliability: A, credibility: "2"}}
  - {id: herald, title: Buses full again, publisher: The Herald, issued: 2025-01-01}
"""
CASE = """\
position: case
arguments:
  - support: frees-roads
    of: build
    text: A tram line frees road space for those who need it.
    evidence: [{source: audit, at: p. 4, quote: a fifth fewer cars}, {source: herald, says: Reports it too.}]
  - support: cheap
    of: build
    text: It is cheap to run.
    evidence: [{source: herald}]
"""
ANSWER = """\
    rebuttals:
      - rebuttal: drivers-stay
        text: Drivers do not switch to trams.
        evidence: [{source: herald}]
"""
FILES = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/case.yaml": CASE}


def files(*changes: tuple[str, str], **more: str) -> dict[str, str]:
    """The files with words exchanged; they must be there. `case=` and the like replace a file."""
    found = dict(FILES)
    for old, new in changes:
        name = next((name for name, text in found.items() if old in text), None)
        assert name, f"{old!r} is nowhere"
        found[name] = found[name].replace(old, new, 1)
    return found | {f"positions/{name}.yaml": text for name, text in more.items()}


def loaded(texts: Mapping[str, str]) -> tuple[Debate, SourceMap]:
    found = read({name: text.encode() for name, text in texts.items()})
    assert found.debate is not None, found.diagnostics
    assert [d for d in found.diagnostics if d.severity is Severity.ERROR] == []
    return found.debate, found.source_map


def part(
    after: Mapping[str, str], before: Mapping[str, str] = FILES, *, policy: tuple[str, ...] = (),
    root: str | None = None, new: tuple[Diagnostic, ...] = (), fixed: tuple[Diagnostic, ...] = (), name: str = "trams",
) -> Part:  # fmt: skip
    """One debate of a comment. With `root` statements lead to `ROOT/after/…` and `ROOT/before/…`."""
    (old, old_map), (debate, new_map) = loaded(before), loaded(after)
    result = review(evaluate(old), evaluate(debate), diagnostics=(fixed, new))
    places = Places(Version(root and f"{root}/before", old_map), Version(root and f"{root}/after", new_map))
    return Part(name, result, places, breaches=breaches(policy, result))


def of_debates(before: Debate, after: Debate, **more: Any) -> Part:
    return Part("random", review(evaluate(before), evaluate(after)), **more)


def finding(
    rule: str = "missing-thing", severity: Severity = Severity.ERROR, message: str = "is missing"
) -> Diagnostic:
    return Diagnostic(rule, severity, Span("positions/case.yaml", 3), message, at=("statements", "cheap"))
