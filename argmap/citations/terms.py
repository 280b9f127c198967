"""Terms, dates and punctuation of a language: a `Locale`, read from CSL's XML, and what a style says differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from argmap.citations.formatting import Formatting, formatting
from argmap.citations.style_xml import LANG, NAMESPACE, children

_FALLBACK = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}


@dataclass(frozen=True, slots=True)
class DatePart:
    """A day, month or year of a date and its form."""

    name: str
    form: str
    dash: str
    formatting: Formatting


@dataclass(frozen=True, slots=True)
class DateForm:
    """The parts of a localised date in order."""

    parts: tuple[DatePart, ...]
    formatting: Formatting


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ending or word for an ordinal number, for a gender and a range of numbers where these are given."""

    text: str
    gender: str = ""
    match: str = ""


@dataclass(frozen=True, slots=True)
class Locale:
    """How a language puts things: terms as singular and plural by name and form."""

    lang: str
    terms: Mapping[tuple[str, str], tuple[str, str]]
    ordinals: Mapping[str, tuple[Ordinal, ...]]
    genders: Mapping[str, str]
    dates: Mapping[str, DateForm]
    options: Mapping[str, str]

    @property
    def is_english(self) -> bool:
        """Whether titles may be put in title case."""
        return self.lang.lower().startswith("en")

    def term(self, name: str, form: str = "long", plural: bool = False) -> str:
        """A term in a form, or in the next one that there is; empty where there is none."""
        while (name, form) not in self.terms:
            if form not in _FALLBACK:
                return ""
            form = _FALLBACK[form]
        return self.terms[name, form][plural]

    def ordinal(self, number: int, gender: str = "") -> str:
        """A number with the ending of its ordinal, such as `2nd`."""
        tries = ((number, "whole-number"), (number % 100, "last-two-digits"), (number % 10, "last-digit"))
        for digits, match in tries:
            usual = "last-digit" if digits < 10 else "last-two-digits"
            entries = self.ordinals.get(f"ordinal-{digits:02}", ())
            text = _of_gender([entry for entry in entries if (entry.match or usual) == match], gender)
            if text is not None:
                return f"{number}{text}"
        return f"{number}{_of_gender(self.ordinals.get('ordinal', ()), gender) or ''}"

    def long_ordinal(self, number: int, gender: str = "") -> str:
        """A number as a word, such as `second`, up to ten."""
        return _of_gender(self.ordinals.get(f"long-ordinal-{number:02}", ()), gender) or self.ordinal(number, gender)

    def over(self, other: Locale) -> Locale:
        """This one, with what it leaves open as in another."""
        return Locale(
            self.lang or other.lang, {**other.terms, **self.terms}, {**other.ordinals, **self.ordinals},
            {**other.genders, **self.genders}, {**other.dates, **self.dates}, {**other.options, **self.options},
        )  # fmt: skip


def _of_gender(entries: Iterable[Ordinal], gender: str) -> str | None:
    """The text for a gender, or the one for all."""
    fitting = [entry for entry in entries if entry.gender in ("", gender)]
    return max(fitting, key=lambda entry: entry.gender == gender).text if fitting else None


def locale(element: Element) -> Locale:
    """A `locale` element of a style or of a file of its own."""
    terms: dict[tuple[str, str], tuple[str, str]] = {}
    ordinals: defaultdict[str, list[Ordinal]] = defaultdict(list)
    genders: dict[str, str] = {}
    for entry in (term for group in children(element, "terms") for term in children(group, "term")):
        name, form, text = entry.get("name", ""), entry.get("form", "long"), entry.text or ""
        if name.startswith(("ordinal", "long-ordinal")):
            ordinals[name].append(Ordinal(text, entry.get("gender-form", ""), entry.get("match", "")))
            continue
        one, many = entry.find(NAMESPACE + "single"), entry.find(NAMESPACE + "multiple")
        terms[name, form] = (text, text) if one is None else (
            one.text or "", (many.text or "") if many is not None else one.text or ""
        )  # fmt: skip
        if entry.get("gender"):
            genders[name] = entry.get("gender", "")
    dates = {entry.get("form", ""): DateForm(date_parts(entry), formatting(entry.attrib)) for entry in
             children(element, "date")}  # fmt: skip
    options = {key: value for entry in children(element, "style-options") for key, value in entry.attrib.items()}
    frozen = {name: tuple(entries) for name, entries in ordinals.items()}
    return Locale(element.get(LANG, ""), terms, frozen, genders, dates, options)


def date_parts(element: Element) -> tuple[DatePart, ...]:
    """The `date-part` children of a `date`; a form is empty where it is not given."""
    return tuple(
        DatePart(part.get("name", "year"), part.get("form", ""), part.get("range-delimiter", "–"),
                 formatting(part.attrib))
        for part in children(element, "date-part")
    )  # fmt: skip


def merged(base: Locale, own: Iterable[Locale], lang: str) -> Locale:
    """A language's terms with what a style says for that language, the nearest first."""
    primary = lang.split("-")[0]
    for wanted in ("", primary, lang) if primary != lang else ("", lang):
        for entry in own:
            if entry.lang == wanted:
                base = entry.over(base)
    return base
