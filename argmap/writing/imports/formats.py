"""Which format a bibliography has: by what stands in it, since an ending may say anything."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from argmap.bibliography.csl_json import read_csl_json
from argmap.bibliography.record import Reading
from argmap.bibliography.ris import read_ris
from argmap.system.file_kinds import KINDS, XML
from argmap.wording.extras import MissingExtra
from argmap.writing.imports.csl_yaml import read_csl_yaml


class Format(NamedTuple):
    """A format: what people call it, how it is read, and what a line of it looks like."""

    title: str
    read: Callable[[str], Reading]
    line: re.Pattern[str]


def _read_bibtex(text: str) -> Reading:
    try:
        from argmap.bibliography.bibtex.bibtex_reader import read_bibtex
    except ModuleNotFoundError as missing:
        if missing.name not in ("bibtexparser", "pylatexenc"):
            raise
        raise MissingExtra("reading BibTeX", "bibliographies") from None
    return read_bibtex(text)


FORMATS: dict[str, Format] = {
    "csl-json": Format("CSL-JSON", read_csl_json, re.compile(r"\A\s*[\[{]")),
    "csl-yaml": Format("CSL-YAML", read_csl_yaml, re.compile(r"^(?:references|items|id)\s*:|^-\s+\w[\w-]*:", re.M)),
    "bibtex": Format("BibTeX", _read_bibtex, re.compile(r"^[^\S\n]*@\s*\w+\s*[{(]", re.M)),
    "ris": Format("RIS", read_ris, re.compile(r"^[^\S\n]*TY[ \t]{0,4}-[ \t]?\w", re.M)),
}


class Other(NamedTuple):
    """A format that is not read: what people call it, by what it begins with, and what to do instead."""

    title: str
    begin: re.Pattern[str]
    help: str


_MANAGER = "Import it in Zotero or EndNote, export it from there as CSL JSON or RIS, and import that."
_ITSELF = "Save what the site exports as RIS or BibTeX, not the page around it, and import that."
_KEPT = "Export the sources as RIS, BibTeX or CSL JSON from the program that keeps them, and import that."
_ZOTERO = re.compile(r'\A[\[{].{0,5000}?"itemType"\s*:', re.S)
_AS_CSL = "Export the library from Zotero as CSL JSON, and import that."
_INDEX = re.compile(r'\A[\[{].{0,2000}?"(?:id"\s*:\s*"https://openalex\.org/|publicationYear"\s*:)', re.S)
_BY_DOI = "Add the works in Zotero by their DOIs, export them from there as CSL JSON, and import that."
_INSTEAD = {
    "a web page": _ITSELF, "XML": _MANAGER, "a ZIP archive": "Take the bibliography out of it, and import that.",
}  # fmt: skip
OTHERS = (
    Other("NBIB, PubMed's own format", re.compile(r"\APMID ?-"), _MANAGER),
    Other("EndNote's own format", re.compile(r"\A%0 "), _MANAGER),
    Other("the format of the Web of Science", re.compile(r"\A(?:FN|PT) [A-Z]"), _MANAGER),
    Other("RefWorks' own format", re.compile(r"\ART [A-Z]"), _MANAGER),
    Other("JSON of Zotero's own, not CSL-JSON", _ZOTERO, _AS_CSL),
    Other("JSON of OpenAlex or DataCite, not CSL-JSON", _INDEX, _BY_DOI),
    Other("EndNote XML", re.compile(XML + r"<xml>[ \t\r\n]*<records>"), _MANAGER),
    Other("MODS", re.compile(XML + r"<(?:mods:)?mods"), _MANAGER),
    *(Other(kind.title, kind.begin, _INSTEAD.get(kind.title, _KEPT)) for kind in KINDS),
    Other("XML", re.compile(r"\A<"), _MANAGER),
)
"""What else people have their sources in; each is known by its first characters."""


def other_format_of(text: str) -> Other | None:
    """The format that is not read which a text has; None where it may be one that is."""
    begin = text.lstrip("\ufeff \t\r\n")
    return next((each for each in OTHERS if each.begin.match(begin)), None)


def format_of(text: str) -> str | None:
    """The name of the format of a text, by the first line that is of one; None where no line is."""
    found = {name: match.start() for name, form in FORMATS.items() if (match := form.line.search(text.strip("\ufeff")))}
    return min(found, key=lambda name: found[name]) if found else None


def decoded(content: bytes) -> tuple[str, str | None]:
    """The text of a file, and its encoding where that is not UTF-8: of old programs, Windows-1252."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    bare = {content[1:2]: ["utf-16-le"], content[:1]: ["utf-16-be"]}.get(b"\0", [])  # without a byte order mark
    for encoding in [*(["utf-16"] if marked else bare), "utf-8-sig"]:
        try:
            return content.decode(encoding), None if encoding == "utf-8-sig" else "UTF-16"
        except UnicodeDecodeError:
            continue
    try:
        return content.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "Latin-1"
