"""Every rule of CSL in `rules/*.yaml` is kept as pandoc keeps it, but for pandoc's own slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tests.citations import pandoc
from tests.citations.accepted import reasons
from tests.citations.agreement import compare
from tests.citations.library import Work
from tests.citations.processors import argmap
from tests.citations.small import Case, cases
from tests.conftest import needs_package

SLIPS = {
    'a year with form="short" has two digits (CSL 1.0.2, date-part)': r'name="year" form="short".* → .*\d{3}',
    "a season is not the number of a month": r"^seasons .* → .*\b(1[346]|2[124])\b",
    "a season in words and the season of a range are said": r"^other seasons:",
    "a season given as such stands behind the months of its year": r"^seasons in order",
    "what is not in italics is upright within italics": r'^italics around font-style="normal": .* → <i>A\b',
    "English is a language as people write it": r"^titles in languages .*: .*[Tt]he [Pp]lan of the",
    "a stop stands within quotation marks, bold or not": r"^titles (font-weight|font-variant|vertical|text-dec).*”",
    "a letter with an accent is a letter": r": [“<i>]*À la carte: É",
    "a date in words stands behind all others": r"^dates in words in order",
    "a range of years stands behind its first year, not behind its days": r'^dates in order, <key macro="date"',
    "an institution gives a label as well": r"^institutions, by label",
    "labels that are the same are told apart, whatever the names": r"^capitals and accents, by label",
    "names-delimiter stands between variables, not between names": r"^delimiters of several names, from the style",
    "a given name alone is said in short as well": r'^particles as form="short".*(: Ode → $|: item-1 )',
    "a given name alone is not made an initial": r"^particles as .*: Ode → O",
    "names are replaced up to the first that differs (CSL 1.0.2, partial-each)": r"partial-each.*: ———, ———",
    "the sign stands for all of the list, et al. included (CSL 1.0.2, complete-all)": r"names said once.* et al\.",
    "a particle that ends in a hyphen or an apostrophe is joined, in whatever case": r"[Dd]’ |[Aa][Ll]- ",
}
"""For each reason a pattern of `case: ours → pandoc's`; a slip that occurs no more fails the test."""


def _said(case: Case, theirs: pandoc.Rendered) -> Iterator[str]:
    """The differences, one a line."""
    works = [Work(item) for item in case.items]
    found = compare("", works, argmap(list(case.items), case.style_text), theirs)
    for difference in found.differences:
        if not reasons("", difference.part, difference.ours, difference.pandocs):
            yield f"{case.name}: {difference.ours} → {difference.pandocs}"
    if found.misplaced:
        yield f"{case.name}: {found.orders[0]} → {found.orders[1]}"


@lru_cache(maxsize=1)
def _differences() -> list[str]:
    needs_package("pypandoc")
    every = list(cases())
    pandocs = pandoc.cite_all([(list(case.items), case.style_text) for case in every])
    return [line for case, theirs in zip(every, pandocs, strict=True) for line in _said(case, theirs)]


def test_the_cases_are_told_apart_by_name() -> None:
    names = [case.name for case in cases()]
    assert len(names) == len(set(names))


def test_every_rule_is_kept_as_pandoc_keeps_it() -> None:
    left = [line for line in _differences() if not any(re.search(slip, line) for slip in SLIPS.values())]
    assert left == []


def test_every_slip_still_occurs() -> None:
    assert [reason for reason, slip in SLIPS.items() if not any(re.search(slip, d) for d in _differences())] == []
