"""English: the terms of `data/english.txt` and how days are written in America and Britain."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files

from argmap.citations.formatting import PLAIN, Formatting
from argmap.citations.terms import DateForm, DatePart, Locale, Ordinal

_FORMS = ("short", "verb", "verb-short", "symbol")


def _part(name: str, form: str, suffix: str) -> DatePart:
    return DatePart(name, form, "–", Formatting(suffix=suffix) if suffix else PLAIN)


_DATES = {
    "en-US": {
        "text": DateForm((_part("month", "", " "), _part("day", "", ", "), _part("year", "", "")), PLAIN),
        "numeric": DateForm((_part("month", "numeric-leading-zeros", "/"), _part("day", "numeric-leading-zeros", "/"),
                             _part("year", "", "")), PLAIN),
    },
    "en-GB": {
        "text": DateForm((_part("day", "", " "), _part("month", "", " "), _part("year", "", "")), PLAIN),
        "numeric": DateForm((_part("day", "numeric-leading-zeros", "/"), _part("month", "numeric-leading-zeros", "/"),
                             _part("year", "", "")), PLAIN),
    },
}  # fmt: skip


@cache
def english(lang: str) -> Locale:
    """English as it is written in America, or in Britain for any other variety."""
    sections = _sections()
    american = _locale("en-US", sections["en-US"])
    return american if lang in ("en", "en-US") else _locale("en-GB", sections["en-GB"]).over(american)


def _sections() -> dict[str, list[str]]:
    sections: defaultdict[str, list[str]] = defaultdict(list)
    section = "en-US"
    for line in (files("argmap.citations") / "data" / "english.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            sections[section].append(line)
    return sections


def _locale(lang: str, lines: list[str]) -> Locale:
    terms: dict[tuple[str, str], tuple[str, str]] = {}
    ordinals: dict[str, tuple[Ordinal, ...]] = {}
    for line in lines:
        name, said = line.split(": ", 1)
        if "ordinal" in name:
            ordinals[name] = (Ordinal(said),)
            continue
        for entry in said.replace("_", " ").split("; "):
            form, _, text = entry.partition(" ")
            form, text = (form, text) if form in _FORMS and text else ("long", entry)
            one, _, many = text.partition("/")
            terms[name, form] = (one, many or one)
    options = {"punctuation-in-quote": "true" if lang == "en-US" else "false"}
    return Locale(lang, terms, ordinals, {}, _DATES[lang], options)
