"""No regular expression of the package goes over a text again for each of its characters."""

from __future__ import annotations

import multiprocessing
import re
import resource

import pytest

from tests.hostile.patterns import Pattern, faults, patterns, pumps

LENGTH = 40_000
SECONDS = 2
ALLOWED = {
    (
        "argmap.bibliography.bibtex.bibtex_reader",
        r"(?:\\url",
    ): "a search ends at the first address; nothing after it fails",
    ("argmap.bibliography.ris", "([A-Z][A-Z0-9]|"): "matched at the beginning of a line only",
    ("argmap.writing.three_way_merge", r"(?:^|\s)(#"): "what follows `#` ends with the line, and so does the search",
    ("argmap.cli.ci.posting.client", "^<?"): "an error of urllib3's about an address of ours",
    ("argmap.loader.library", r"[\s,;:(]+("): "looks at the last 200 characters only",
    ("argmap.loader.syntax", r"(?:[ \t]*%"): "matched at the beginning of a file only",
    ("argmap.loader.syntax", r"\s*TY"): "matched at the beginning of a file only",
    ("argmap.loader.syntax", "^(?:([<|>])"): "the sign before the blank is never a blank",
    ("argmap.loader.syntax", "^[ ]*(?:([<|>])"): "the sign before the blank is never a blank",
    ("argmap.evidence.quotes.normal", "([A-Za-z0-9]+("): "a mark that is no letter takes back one letter, not more",
    ("argmap.reviews.consequences", "[A-Za-z0-9_]["): "ends where it began, or at a later letter: no second beginning",
    ("argmap.cli.printing.rulebook", "^([ ]*)"): "a text of the package",
}
"""By module and the beginning of the pattern: why it may stay as it is."""


def _reason(pattern: Pattern) -> str | None:
    begun = (
        reason
        for (module, start), reason in ALLOWED.items()
        if module == pattern.module and _text(pattern).startswith(start)
    )
    return next(begun, None)


def _text(pattern: Pattern) -> str:
    return str(pattern.text, "latin-1") if isinstance(pattern.text, bytes) else str(pattern.text)


def _try(pattern: Pattern) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    compiled = re.compile(pattern.text, pattern.flags)
    for text in pumps(pattern, LENGTH):
        for method in pattern.methods:
            found = getattr(compiled, method)(*([text[:0]] if method in ("sub", "subn") else []), text)
            if method == "finditer":
                all(found)


def _ends(pattern: Pattern) -> bool:
    child = multiprocessing.get_context("fork").Process(target=_try, args=(pattern,))
    child.start()
    child.join()
    return child.exitcode == 0


def _made(text: object, *methods: str) -> Pattern:
    return Pattern("here", 1, text, 0, frozenset(methods or {"search"}))


@pytest.mark.parametrize(
    "slow",
    [
        _made(r"\s+$"),
        _made(r"\s*,\s*", "split"),
        _made(r"<[^>]*>", "sub"),
        _made(r"(?m)^\s*#"),
        _made(r"(?:a+)+b", "match"),
        _made(r"(?:\s|#.*)*:", "match"),
        _made(r"\w*\d\w*", "fullmatch"),
        _made(r"(.+?),?\s+says", "fullmatch"),
        _made(rb"\s+x"),
        _made(r"(?s)<title>(.*?)</title>"),
    ],
)
def test_a_slow_pattern_is_known_by_its_structure(slow: Pattern) -> None:
    assert faults(slow)


@pytest.mark.parametrize(
    "quick",
    [
        _made(r"\s+", "split"),
        _made(r"(?:(?<!\s)\s+)?,\s*", "split"),
        _made(r"<[^<>]*>", "sub"),
        _made(r"\w+(?:-\w+)*", "findall"),
        _made(r"(?:\s|#.*+)*+:", "match"),
        _made(r"[^\W\d]*\d\w*", "fullmatch"),
        _made(r"\s+$", "match"),
    ],
)
def test_a_quick_pattern_is_let_be(quick: Pattern) -> None:
    assert not faults(quick)
    assert _ends(quick)


@pytest.mark.parametrize(
    "slow",
    [
        _made(r"<!--.*?-->", "sub"),
        _made(r"(?:- +)*[^:]*?: x", "match"),
        _made("(a|aa)+b"),
    ],
)
def test_a_slow_pattern_is_known_by_trying(slow: Pattern) -> None:
    assert not _ends(slow)


def test_no_pattern_goes_over_a_text_again_and_again() -> None:
    found = patterns()
    assert len(found) > 400
    assert {
        f"{each.module}:{each.line}: {told}" for each in found if not _reason(each) for told in faults(each)
    } == set()


def test_each_pattern_ends_on_long_texts_of_its_own_characters() -> None:
    assert [
        f"{each.module}:{each.line}: {each.text!r}" for each in patterns() if not _reason(each) and not _ends(each)
    ] == []


def test_each_exception_is_still_one() -> None:
    known = [(each.module, _text(each)) for each in patterns() if faults(each)]
    unused = [key for key in ALLOWED if not any(module == key[0] and text.startswith(key[1]) for module, text in known)]
    assert unused == []
