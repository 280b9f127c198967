"""RIS as EndNote, Zotero, Mendeley and publishers write it, read into items of CSL.

A line is two capitals, two spaces, a hyphen and a value; `TY` begins an entry and `ER` ends it. Read here and not by a
library: rispy 0.10 drops an entry whose `ER` is missing, joins two that have none between them, and keeps the first of
two titles or dates, all without a word and without lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from argmap.bibliography.date_fields import is_date, of_parts
from argmap.bibliography.entities import unescaped
from argmap.bibliography.items import Item
from argmap.bibliography.languages import language_code
from argmap.bibliography.record import Entry, Loss, Reading
from argmap.model.csl.edtf import without_zeros
from argmap.model.values import spaced

_PUBMED = (
    "AID|AUID|CDAT|COIS|CRDT|CTDT|DCOM|DDIN|EDAT|FAU|FED|FIR|FPS|GR|ISBN|JID|LID|MHDA|MID|OTO|OWN|PHST|PMC|PMCR|PMID|"
    "PRIN|PST|RIN|ROF|RPF|SPIN|STAT|UIN|UOF"
)
"""Tags of three and four letters, of PubMed's own format: some programs mix them in."""
_TAG = re.compile(rf"([A-Z][A-Z0-9](?=  )|(?:{_PUBMED})(?= ?-)) {{0,2}}-(?:[ \t](.*)|)$")
_LOOSE = re.compile(rf"([A-Z][A-Z0-9]|{_PUBMED})[ \t]{{0,4}}-(?:[ \t](.*)|)$")
"""A tag with other gaps, as some programs write it throughout a file."""

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+?)(?:\s*\[doi\])?", re.IGNORECASE)

TYPES = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter",
    "CHART": "graphic", "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia", "EQUA": "figure", "FIGURE": "figure", "GEN": "document", "GOVDOC": "report",
    "GRANT": "report", "HEAR": "hearing", "ICOMM": "personal_communication", "INPR": "article-journal",
    "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "regulation", "MANSCPT": "manuscript",
    "MANU": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": "webpage",
    "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "POD": "broadcast", "PRESS": "article-newspaper", "RPRT": "report",
    "SER": "book", "SLIDE": "speech", "SOUND": "song", "STAND": "standard", "STAT": "legislation",
    "THES": "thesis", "UNBILL": "bill", "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture",
    "WEB": "webpage",
}  # fmt: skip
"""Types of entries, and CSL's. Any other is a document."""
_BOUND = frozenset({"book", "classic", "map", "musical_score", "report", "software", "thesis"})
"""CSL types that stand in a series, not in a book or journal: their second title is the series'."""
_PEOPLE = {"AU": "author", "A1": "author", "ED": "editor", "A2": "editor", "A3": "collection-editor",
           "A4": "translator", "TA": "translator"}  # fmt: skip
_TEXTS = {
    "AN": "archive_location", "CN": "call-number", "CY": "publisher-place", "DB": "archive", "DP": "source",
    "ET": "edition", "LA": "language", "NV": "number-of-volumes", "PMC": "PMCID", "PMID": "PMID",
    "PP": "publisher-place", "SE": "section", "ST": "title-short", "VL": "volume",
}  # fmt: skip
"""Tags whose text is a variable of CSL, the same in every type."""
_SERIAL = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical"})


@dataclass
class _Line:
    tag: str
    text: str
    number: int


@dataclass
class _Record:
    """The lines of an entry between `TY` and `ER`."""

    line: int
    lines: list[_Line] = field(default_factory=list)


def read_ris(text: str) -> Reading:
    """Every entry of a RIS file. A missing `ER` is made up for by the next `TY`; at the end of the file it is told."""
    done = Reading()
    for record in _records(text, done):
        done.entries.append(Entry(_Reader(record, done.losses).item(), record.line))
    return done


def _records(text: str, done: Reading) -> Iterator[_Record]:
    record: _Record | None = None
    lines = re.split(r"\r\n|\n|\r", text)
    pattern = _TAG if any((found := _TAG.match(line)) and found[1] == "TY" for line in lines) else _LOOSE
    for number, line in enumerate(lines, 1):
        found = pattern.match(line.strip() if line[:1].isspace() and record is None else line.rstrip())
        tag, said = (found[1], (found[2] or "").strip()) if found else ("", line.strip())
        if record is not None and tag in ("TY", "ER"):
            yield record
            record = None
        if tag == "ER" or not (tag or said):
            continue
        if record is None and not tag:
            done.losses.append(Loss(number, "", "text outside any entry", said))
            continue
        record = record or _Record(number)
        if tag or not record.lines:
            record.lines.append(_Line(tag, said, number))
        else:
            record.lines[-1].text += f"\n{said}"
    if record is not None:
        last = record.lines[-1]
        done.losses.append(Loss(last.number, "", "no `ER` at the end: the file may be cut off after", last.text[-40:]))
        yield record


class _Reader:
    """One entry, whose lines are taken one after the other; what is left at the end is a loss."""

    def __init__(self, record: _Record, losses: list[Loss]) -> None:
        self.record, self.losses = record, losses
        self.lines = [_Line(each.tag, unescaped(each.text), each.number) for each in record.lines if each.text]
        self.csl: Item = {}

    def item(self) -> Item:
        kind = self._take("TY")
        ids = self._all("ID")
        self.csl = {"id": ids[0].text if ids else "", "type": TYPES.get(kind, "document")}
        if self.csl["type"] == "paper-conference":
            self._conference()
        self._titles()
        self._people()
        self._dates()
        self._published()
        self._numbers()
        self._places()
        for tag, variable in _TEXTS.items():
            self._put(variable, language_code(self._take(tag)) if tag == "LA" else self._take(tag))
        self._notes()
        if kind not in TYPES:
            said = "the type (it is now a document)" if kind else "the type is missing: it is a document"
            self._lose(_Line("TY", kind, self.record.line), said)
        for line in (*ids[1:], *self.lines):
            self._lose(line, f"the line `{line.tag}`")
        return {key: value for key, value in self.csl.items() if value or key in ("id", "type")}

    def _all(self, *tags: str) -> list[_Line]:
        """Every line with one of these tags."""
        found = [line for line in self.lines if line.tag in tags]
        self.lines = [line for line in self.lines if line.tag not in tags]
        return found

    def _take(self, *tags: str) -> str:
        """What the first line says that has the first of these tags; the others stay, unless they say the same."""
        for tag in tags:
            found = next((line for line in self.lines if line.tag == tag), None)
            if found is not None:
                self.lines = [each for each in self.lines if (each.tag, each.text) != (tag, found.text)]
                return found.text if tag in ("AB", "N1", "N2", "RN") else " ".join(found.text.split())
        return ""

    def _put(self, variable: str, text: str, joint: str = "; ") -> None:
        before = self.csl.get(variable)
        if text and text != before:
            self.csl[variable] = f"{before}{joint}{text}" if before else text

    def _lose(self, line: _Line, what: str) -> None:
        self.losses.append(Loss(line.number, self.csl["id"], what, " ".join(line.text.split())))

    def _conference(self) -> None:
        """Where the proceedings were published (`C1`) and their title (`C3`), as EndNote writes them.

        Beside them the usual tags have the place and the name of the conference.
        """
        for tag, usual, published, event in (
            ("C1", "CY", "publisher-place", "event-place"),
            ("C3", "T2", "container-title", "event-title"),
        ):
            if said := self._take(tag):
                self._put(published, said)
                self._put(event, self._take(usual))

    def _titles(self) -> None:
        bound = self.csl["type"] in _BOUND
        book = self._take("BT")
        if self.csl["type"] != "chapter" and bound:
            title = self._take("TI", "T1", "CT") or book
        else:
            title = self._take("TI", "T1", "CT")
            self._put("container-title", book)
        self._put("title", title)
        self._drop_same("title", "TI", "T1", "CT")
        if self.csl["type"] in _SERIAL:
            self._put("container-title", self._take("JF"))
        if "container-title" not in self.csl:
            self._put("collection-title" if bound else "container-title", self._take("T2"))
        if "container-title" not in self.csl:
            self._put("container-title", self._take("JF", "JO", "JA", "J2", "J1"))
        self._drop_same("container-title", "JF", "JO", "JA", "J2", "J1", "T2")
        self._put("container-title-short", self._take("JA", "J2", "J1", "JO"))
        self._drop_same("container-title-short", "JF", "JO", "JA", "J2", "J1")
        self._put("collection-title", self._take("T3"))

    def _drop_same(self, variable: str, *tags: str) -> None:
        """Lines that say once more what a variable says."""
        known = self.csl.get(variable, "")
        self.lines = [line for line in self.lines if line.tag not in tags or " ".join(line.text.split()) != known]

    def _people(self) -> None:
        for tag, variable in _PEOPLE.items():
            for line in self._all(tag):
                if tag == "A2" and self.csl["type"] == "patent":
                    self._put("authority", " ".join(line.text.split()))
                    continue
                if tag == "A3" and self.csl["type"] == "thesis":
                    variable = "contributor"  # who supervised it
                person = _person(" ".join(line.text.split()))
                if person not in self.csl.setdefault(variable, []):
                    self.csl[variable].append(person)

    def _dates(self) -> None:
        year = next((line.text[:4] for line in self.lines if line.tag in ("PY", "Y1")), "")
        for tag in ("PY", "Y1", "DA"):
            for line in [line for line in self.lines if line.tag == tag]:
                date, known = _date(line.text) or of_parts(year, line.text), str(self.csl.get("issued", ""))
                if date is not None and date.startswith(known):
                    self.csl["issued"] = date
                elif date is None or not known.startswith(date):
                    continue
                self._only_the_time(line)
        wordy = [line for line in self.lines if line.tag in ("PY", "Y1", "DA")]
        if wordy and "issued" not in self.csl:
            self.csl["issued"] = {"literal": wordy[0].text.strip("/ ")}
            self.lines.remove(wordy[0])
        for line in [line for line in self.lines if line.tag in ("Y2", "RD")]:
            if (date := _date(line.text)) and self.csl.get("accessed", date) == date:
                self.csl["accessed"] = date
                self._only_the_time(line)

    def _published(self) -> None:
        """The date of the proceedings (`C2`), if they did not appear in the year of the conference."""
        for line in [line for line in self.lines if line.tag == "C2" and self.csl["type"] == "paper-conference"]:
            date, held = _date(line.text), self.csl.get("issued", "")
            if date is None or isinstance(held, dict):
                continue
            self.lines.remove(line)
            if not held.startswith(date):
                self._put("event-date", held if not date.startswith(held) else "")
                self.csl["issued"] = date

    def _only_the_time(self, line: _Line) -> None:
        """Leave of a date that was read what stands after the day."""
        _, month, day, *rest = (*line.text.split("/"), "", "", "")[:5]
        self.lines.remove(line)
        other = "/".join(rest).strip("/ ")
        if other and (month or day):
            self._lose(_Line(line.tag, other, line.number), f"what stands after the day in `{line.tag}`")

    def _numbers(self) -> None:
        kind = self.csl["type"]
        first, last = self._take("SP"), self._take("EP")
        if kind == "book" and first and not last and first.isdigit():
            self.csl["number-of-pages"] = first
        else:
            both = first and last and not re.search(rf"[-–—]\s*{re.escape(last)}$", first)
            self.csl["page"] = re.sub(spaced("[-–—]+"), "-", f"{first}-{last}" if both else first or last)
        for line in self._all("SN"):
            number = " ".join(line.text.split())
            digits = re.sub(r"[^0-9Xx]", "", number)
            several = re.fullmatch(r"(?:\d{4}-?\d{3}[\dXx](?:[,; ]+|$)){2,}", number)
            name = "ISSN" if len(digits) == 8 or several else "ISBN" if len(digits) in (10, 13) else "number"
            self._put(name if kind != "report" or name == "ISBN" else "number", number, ", ")
        self._put("number", self._take("C7") if kind in _SERIAL else "")
        self._put("issue", self._take("IS"))
        place = "issue" if kind in _SERIAL else "number"
        self._put(place, self._take("M1") if place not in self.csl else "")

    def _places(self) -> None:
        tags = ("DO", "M3", "N1", "UR", "LID", "AID")
        for line in [line for line in self.lines if line.tag in tags and _doi(line.text)]:
            if self.csl.setdefault("DOI", _doi(line.text)) == _doi(line.text):
                self.lines.remove(line)
        for line in [line for line in self.lines if line.tag in ("UR", "LK", "L2")]:
            address = "".join(line.text.split())
            if re.match(r"(?:https?|ftp)://", address) and self.csl.setdefault("URL", address) == address:
                self.lines.remove(line)
        court = self.csl["type"] in ("legal_case", "bill", "hearing")
        self._put("authority" if court else "publisher", self._take("PB"))

    def _notes(self) -> None:
        self._put("genre", self._take("M3"))
        self._put("keyword", ", ".join(part for line in self._all("KW") for part in line.text.split("\n")), ", ")
        for line in self._all("AB", "N2"):
            self._put("abstract", line.text, "\n")
        for line in self._all("N1", "RN"):
            self._put("note", line.text, "\n")


def _person(name: str) -> dict[str, Any]:
    """`Family, Given, Suffix`; what has no comma, or only one after it, is an organisation."""
    family, *rest = (part.strip() for part in name.split(","))
    given, suffix = (*rest, "", "")[:2]
    if len(rest) > 2:
        return {"literal": name}
    if not (family and given):
        return {"literal": name.strip(" ,")}
    return {"family": family, "given": given, **({"suffix": suffix} if suffix else {})}


def _date(text: str) -> str | None:
    """`2004/07/12/`, `2004-07-12`, `2004`, `2004///Summer`, `2004/July`; None where that is no date."""
    year, month, day, other = (*(part.strip() for part in re.split(r"[/]", text.strip())), "", "", "")[:4]
    if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", text.strip()):
        return without_zeros(text.strip()) if is_date(text) else None
    date = of_parts(year, month or other, day)
    return date if date and is_date(date) else None


def _doi(text: str) -> str | None:
    return found[1] if (found := _DOI.fullmatch(text.strip())) else None
