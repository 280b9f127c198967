"""Items of CSL-JSON as a BibTeX file, for LaTeX (with biber or BibTeX) and other programs.

Types and fields are BibTeX's own where it has one and biblatex's where it has none; a type that neither has stands in
`entrysubtype`. Titles stand in two pairs of braces, so that no style changes their capitals. The file is UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.bibliography.bibtex.bibtex_fields import ARCHIVES, IN_SERIES, PEOPLE, SERIAL, STATES, TEXTS
from argmap.bibliography.bibtex.latex import NOCASE
from argmap.bibliography.date_fields import is_date
from argmap.bibliography.items import Item
from argmap.bibliography.languages import BABEL
from argmap.bibliography.record import Loss
from argmap.bibliography.value_meanings import date_text
from argmap.wording.calendar_words import MONTHS

TYPES = {
    "article": "misc", "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "dataset": "dataset", "document": "misc",
    "entry-encyclopedia": "inreference", "graphic": "artwork", "legal_case": "jurisdiction",
    "legislation": "legislation", "manuscript": "unpublished", "motion_picture": "movie", "pamphlet": "booklet",
    "paper-conference": "inproceedings", "patent": "patent", "performance": "performance",
    "periodical": "periodical", "personal_communication": "letter", "report": "techreport", "review": "review",
    "software": "software", "song": "music", "standard": "standard", "thesis": "phdthesis", "treaty": "legal",
    "webpage": "online",
}  # fmt: skip
"""CSL's types, and the type of BibTeX or biblatex. Any other is `misc`, or `online` where it has an address."""
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_EXACT = frozenset({"article-journal", "book", "chapter", "dataset", "entry-encyclopedia", "graphic", "legal_case",
                    "legislation", "manuscript", "motion_picture", "pamphlet", "paper-conference", "patent",
                    "performance", "periodical", "personal_communication", "report", "review", "software", "song",
                    "standard", "thesis", "treaty", "webpage"})  # fmt: skip
"""Types that come back as what they were."""
_THESES = {"PhD thesis": "phdthesis", "Master’s thesis": "mastersthesis", "Master's thesis": "mastersthesis"}
_PUBLISHERS = {"report": "institution", "thesis": "school", "webpage": "organization"}
_FIELDS = {variable: name for name, variable in reversed(TEXTS.items())} | {
    "ISBN": "isbn", "publisher-place": "address", "annote": "annote", "language": "language",
    "call-number": "library", "container-title-short": "shortjournal", "number-of-pages": "pagetotal",
    "license": "rights", "abstract": "abstract", "note": "note", "genre": "type", "volume": "volume",
}  # fmt: skip
_STATES = {words: key for key, words in STATES.items()}
_ARCHIVES = {name: key for key, (name, _) in ARCHIVES.items()}
_DATES = {"accessed": "urldate", "event-date": "eventdate", "original-date": "origdate"}
_ORDER = ("author", "editor", "title", "journal", "booktitle", "date", "year", "month")
_WRITTEN = frozenset({"family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle"})
"""Keys of a name that BibTeX can say."""
_UNFIT = re.compile(r"[#%~()='\\]")
"""What a key of BibTeX may not have."""

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&", "%": r"\%",
    "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
}  # fmt: skip
_TAGS = {
    NOCASE[0]: "{", "<i>": r"\emph{", "<b>": r"\textbf{", "<sup>": r"\textsuperscript{", "<sub>": r"\textsubscript{",
    "<sc>": r"\textsc{", '<span style="font-variant:small-caps;">': r"\textsc{",
    '<span style="font-variant: small-caps;">': r"\textsc{",
}  # fmt: skip
_TOKEN = re.compile(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]*>|--+|''+|.", re.DOTALL)


def to_bibtex(items: Iterable[Item]) -> tuple[str, list[Loss]]:
    """The items as the text of a BibTeX file, and what of them it has no place for."""
    losses: list[Loss] = []
    taken: set[str] = set()
    entries = []
    for item in items:
        key = _key(str(item["id"]), taken)
        if key != item["id"]:
            losses.append(Loss(0, str(item["id"]), f"the id, which is now `{key}`", str(item["id"])))
        entries.append("".join(_entry(key, item, losses)))
    return "\n".join(entries), losses


def _key(id: str, taken: set[str]) -> str:
    """An id without the characters that end a key."""
    key = fit = _UNFIT.sub("-", id)
    number = 1
    while key in taken:
        number += 1
        key = f"{fit}-{number}"
    taken.add(key)
    return key


def _entry(key: str, item: Item, losses: list[Loss]) -> Iterator[str]:
    writer = _Writer(item)
    fields = writer.fields()
    losses += [Loss(0, str(item["id"]), f"`{name}`", _words(value)) for name, value in writer.left()]
    yield f"@{writer.kind}{{{key},\n"
    for name in sorted(fields, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER)):
        value = fields[name]
        yield f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
    yield "}\n"


class _Writer:
    """One item, whose variables are taken one after the other; what is left at the end has no place."""

    def __init__(self, item: Item) -> None:
        self.rest = {key: value for key, value in item.items() if key not in ("id", "type") and value}
        self.type = str(item.get("type", "document"))
        page = "online" if item.get("URL") else "misc"
        self.kind = TYPES.get(self.type, page)
        self.out: dict[str, str] = {}
        self.flags: list[str] = []

    def fields(self) -> dict[str, str]:
        self._subtype()
        self._titles()
        self._people()
        self._dates()
        self._numbers()
        self._places()
        if self.rest.get("language") in BABEL:
            self._set("langid", BABEL[str(self.rest.pop("language"))])
        status = str(self.rest.pop("status", ""))
        self._set("pubstate", _STATES.get(status, latex(status)))
        for variable, name in _FIELDS.items():
            self._text(variable, name)
        return self.out

    def left(self) -> Iterator[tuple[str, Any]]:
        """The variables that have no place, and the keys of names."""
        yield from self.rest.items()
        yield from ((flag, "true") for flag in dict.fromkeys(self.flags))

    def _set(self, name: str, value: str) -> None:
        if value:
            self.out[name] = value

    def _text(self, variable: str, name: str, *, braced: bool = False) -> None:
        value = self.rest.pop(variable, None)
        if value is not None:
            text = latex(str(value))
            self._set(name, f"{{{text}}}" if braced else text)

    def _subtype(self) -> None:
        genre = str(self.rest.get("genre", ""))
        if self.type == "thesis":
            self.kind = _THESES.get(genre, "thesis")
            if genre in _THESES:
                del self.rest["genre"]
        if self.type not in _EXACT and self.type != "document":
            self._set("entrysubtype", _SUBTYPES.get(self.type, self.type))
        elif self.type == "document" and "URL" in self.rest and not {"publisher", "DOI"} & self.rest.keys():
            self._set("entrysubtype", self.type)  # else it would come back as a page of the web

    def _titles(self) -> None:
        inside = self.type in ("chapter", "paper-conference")
        container = "journal" if self.type in SERIAL else "booktitle"
        volume = self.rest.pop("volume-title", None)
        if volume and (main := self.rest.pop("container-title" if inside else "title", None)):
            self._set("maintitle", f"{{{latex(str(main))}}}")
            self.rest["container-title" if inside else "title"] = volume
        elif volume:
            self.rest["volume-title"] = volume
        self._text("title", "title", braced=True)
        self._text("container-title", container)
        self._text("title-short", "shorttitle", braced=True)
        self._text("collection-title", "series")

    def _people(self) -> None:
        prefixes = [name for names in self.rest.values() if isinstance(names, list) for name in names]
        dropping = any(isinstance(name, Mapping) and name.get("dropping-particle") for name in prefixes)
        if dropping and not any(isinstance(name, Mapping) and name.get("non-dropping-particle") for name in prefixes):
            self._set("options", "useprefix=false")
        for name, variable in PEOPLE.items():
            if name in ("collaborator", "contributor" if self.type == "patent" else "holder"):
                continue
            if isinstance(self.rest.get(variable), list):
                names = self.rest.pop(variable)
                self._set(name, " and ".join(map(person, names)))
                self.flags += [key for each in names for key in each if key not in _WRITTEN]

    def _dates(self) -> None:
        issued = self.rest.pop("issued", None)
        if issued:
            self._issued(issued)
        for variable, name in _DATES.items():
            if variable in self.rest:
                value = self.rest.pop(variable)
                self._set(name, _biblatex(self._date(value) or latex(_words(value))))

    def _issued(self, issued: Any) -> None:
        text = self._date(issued)
        if text is None:
            self._set("year", latex(_words(issued)))
            return
        year, month = (*text.split("-"), "")[:2]
        if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", text):
            self._set("year", year)
            self._set("month", MONTHS[int(month) - 1][:3].lower() if month and int(month) <= 12 else "")
        if not re.fullmatch(r"\d{4}(?:-(?:0\d|1[0-2]))?", text):
            self._set("date", _biblatex(text))

    def _date(self, value: Any) -> str | None:
        """A date as one text; None where it has words. A season beside a month, or in words, is left behind, and so
        is a day beside words. One that is uncertain stays as EDTF has it, `1730?`, which biblatex reads."""
        if isinstance(value, Mapping) and "edtf" in value:
            return str(value["edtf"])
        text = date_text(value)
        if text is not None or not isinstance(value, Mapping):
            return text
        if "literal" in value:
            self.flags += [key for key in value if key != "literal" and not is_date(str(value["literal"]))]
            return None
        self.flags += ["season"] * ("season" in value)
        return date_text({key: each for key, each in value.items() if key != "season"})

    def _numbers(self) -> None:
        serial, series = self.type in SERIAL, self.type in IN_SERIES
        self._text("issue", "number" if serial else "issue")
        self._text("number", "eid" if serial or series else "number")
        if series:
            self._text("collection-number", "number")
        if "volume" not in self.rest:
            self._text("part-number", "part")
        page = str(self.rest.pop("page", ""))
        self._set("pages", re.sub(r"(?<=\w)[-–](?=\w)", "--", latex(page)) if page else "")

    def _places(self) -> None:
        self._text("publisher", _PUBLISHERS.get(self.type, "publisher"))
        for variable, name in (("URL", "url"), ("DOI", "doi")):
            address = str(self.rest.pop(variable, ""))
            self._set(name, address.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replace(" ", "%20"))
        where = re.fullmatch(r"(\S+) \[(.+)\]|(\S+)", str(self.rest.get("archive_location", "")))
        if where and self.rest.get("archive") in _ARCHIVES:
            del self.rest["archive_location"]
            self._set("eprinttype", _ARCHIVES[self.rest.pop("archive")])
            self._set("eprint", latex(where[1] or where[3]))
            self._set("eprintclass", latex(where[2] or ""))


def _biblatex(date: str) -> str:
    """A date whose open end is empty, as biblatex has it."""
    return date.replace("/..", "/").replace("../", "/")


def latex(text: str) -> str:
    """A text of CSL as LaTeX prints it, with its markup as commands."""
    out, open_tags = [], []
    for token in _TOKEN.findall(text):
        if token in _TAGS:
            out.append(_TAGS[token])
            open_tags.append(token)
        elif token.startswith("</") and open_tags:
            open_tags.pop()
            out.append("}")
        elif token[:2] in ("--", "''"):
            out.append("{}".join(token))
        else:
            out.append("".join(_SPECIAL.get(character, character) for character in token))
    return ("".join(out) + "}" * len(open_tags)).replace("\n", "\n\n")


def person(name: Mapping[str, Any]) -> str:
    """A name as BibTeX has it: `von Last, Jr, First`, an organisation in braces."""
    if name.get("literal") == "others":
        return "others"  # names that are left out
    if "family" not in name:
        return f"{{{latex(str(name.get('literal') or name.get('given') or ''))}}}"
    family, given = (_part(str(name.get(key, ""))) for key in ("family", "given"))
    particle = latex(str(name.get("non-dropping-particle") or name.get("dropping-particle") or ""))
    suffix = _part(str(name.get("suffix", "")))
    if not given and not suffix:
        plain = not particle and (" " not in family or family.startswith("{"))
        return family if plain else f"family={{{family}}}" + (f", prefix={{{particle}}}" if particle else "")
    last = f"{particle} {family}" if particle else family
    return ", ".join(part for part in (last, suffix, given) if part)


def _part(text: str) -> str:
    """A part of a name; in braces where a comma, an `and` or small letters in it would take it apart."""
    part = latex(text)
    return f"{{{part}}}" if "," in text or (re.search(r"\band\b|(?:^|\s)[a-z]", text) and " " in text) else part


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return str(value.get("literal") or value.get("raw") or ", ".join(map(str, value)))
    return "; ".join(map(_words, value)) if isinstance(value, list) else str(value)
