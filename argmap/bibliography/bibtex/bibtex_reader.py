"""A BibTeX file as items of CSL, and what of it has no place there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.bibliography.bibtex.bibtex_entries import RawEntry, Value, blocks
from argmap.bibliography.bibtex.bibtex_fields import (
    ARCHIVES,
    EDITORS,
    IN_SERIES,
    KINDS,
    PEOPLE,
    PUBLISHERS,
    SERIAL,
    STATES,
    SUBTYPES,
    TEXTS,
    TITLES,
    TYPES,
)
from argmap.bibliography.bibtex.bibtex_names import people
from argmap.bibliography.bibtex.latex import printed, verbatim
from argmap.bibliography.date_fields import is_date, of_parts
from argmap.bibliography.items import Item
from argmap.bibliography.languages import language_code
from argmap.bibliography.record import Entry, Loss, Reading
from argmap.model.csl.edtf import without_zeros
from argmap.model.csl.variables import TYPES as CSL_TYPES
from argmap.model.values import spaced

_ADDRESS = re.compile(r"(?:\\url\s*\{\s*)?((?:https?|ftp)://[^\s{}]+)\s*\}?")
_READ_ON = re.compile(r"(?:last )?(?:accessed|visited|retrieved)(?: on)?:?\s*(\d{4}-\d\d-\d\d)\.?", re.IGNORECASE)
"""The day of reading as Zotero and others put it into `note`."""


def read_bibtex(text: str) -> Reading:
    """Every entry of a BibTeX or biblatex file."""
    found = blocks(text)
    done = Reading(unread=found.unread, losses=found.losses)
    for entry in found.entries:
        item = _Reader(entry, done.losses).item()
        done.entries.append(Entry(item, entry.line))
    return done


def _is_page(fields: Mapping[str, Value]) -> bool:
    """Whether a `@misc` is a page of the web, for which BibTeX has no type: an address, and nobody who printed it."""
    how = fields.get("howpublished")
    printed = [name for name in (*PUBLISHERS, "doi") if name in fields and name != "howpublished"]
    return not printed and bool(_ADDRESS.search(how.text) if how else "url" in fields)


class _Reader:
    """One entry, whose fields are taken one after the other; what is left at the end is a loss."""

    def __init__(self, entry: RawEntry, losses: list[Loss]) -> None:
        self.entry, self.fields, self.losses = entry, dict(entry.fields), losses
        self.csl: Item = {}

    def item(self) -> Item:
        entry = self.entry
        self.csl = {"id": entry.key, "type": self._type()}
        self._titles()
        self._people()
        self._dates()
        self._numbers()
        self._places()
        self._keywords()
        self._languages()
        for name in [name for name in TEXTS if name in self.fields]:
            self._put(TEXTS[name], self._text(name, title=TEXTS[name] in TITLES))
        self._notes()
        self._remarks()
        return {key: value for key, value in self.csl.items() if value or key in ("id", "type")}

    def _take(self, *names: str) -> Value | None:
        """The first of these fields that the entry has; the others stay."""
        for name in names:
            if name in self.fields:
                return self.fields.pop(name)
        return None

    def _text(self, *names: str, title: bool = False) -> str:
        """What the first of these fields says."""
        value = self._take(*names)
        if value is None:
            return ""
        done = printed(value.text, title=title)
        for command in done.left_out:
            self._lose(value.line, f"the command `{command}` in `{names[0]}`", value.text)
        return done.text

    def _put(self, variable: str, text: str, joint: str = "; ") -> None:
        """Set a variable; what it has already stays before it."""
        if text and text not in self.csl.get(variable, "").split(joint):
            before = self.csl.get(variable)
            self.csl[variable] = f"{before}{joint}{text}" if before else text

    def _lose(self, line: int, what: str, value: str) -> None:
        self.losses.append(Loss(line, self.entry.key, what, " ".join(value.split())))

    def _type(self) -> str:
        kind = self.entry.kind
        if kind not in TYPES:
            self._lose(self.entry.line, "the type (it is now a document)", f"@{kind}")
        subtype = printed(self.fields["entrysubtype"].text).text if "entrysubtype" in self.fields else ""
        if subtype.lower() in SUBTYPES or subtype in CSL_TYPES:
            del self.fields["entrysubtype"]
            return SUBTYPES.get(subtype.lower(), subtype)
        if kind == "misc" and "eprint" in self.fields:
            return "article"
        if kind == "misc" and _is_page(self.fields):
            return "webpage"
        return TYPES.get(kind, "document")

    def _titles(self) -> None:
        self._put("title", self._title(""))
        if self.entry.kind in ("article", "suppperiodical", "periodical", "review", "newspaper"):
            self._put("container-title", self._title("journal") or self._title("book"))
            self._put("container-title", self._title("issue"), ". ")
        self._put("container-title", self._title("book") or self._title("journal"))
        self._main_title()

    def _main_title(self) -> None:
        """The title of a work in several volumes, of which this one, or what it stands in, is a volume."""
        main = self._title("main")
        if main:
            whole = "container-title" if self.csl["type"] in ("chapter", "paper-conference") else "title"
            self.csl["volume-title"], self.csl[whole] = self.csl.get(whole, ""), main

    def _title(self, whose: str) -> str:
        """A title with its subtitle and what is added to it."""
        names = {"journal": ("journaltitle", "journal")}.get(whose, (f"{whose}title",))
        title = self._text(*names, title=True)
        sub, added = self._text(f"{whose}subtitle", title=True), self._text(f"{whose}titleaddon", title=True)
        whole = title + (" " if title[-1:] in ":?!" else ": ") * bool(title and sub) + sub
        return whole + ". " * bool(whole and added) + added

    def _people(self) -> None:
        use_prefix = self._uses_prefix()
        roles = {f"editor{letter}": f"editor{letter}type" for letter in ("", "a", "b", "c")}
        for name, variable in (*PEOPLE.items(), *((name, "editor") for name in roles)):
            value = self._take(name)
            if value is None:
                continue
            role = self.fields.pop(roles[name], None) if name in roles else None
            if role is not None:
                variable = EDITORS.get(role.text.lower(), "editor")
                if role.text.lower() not in EDITORS:
                    self._lose(role.line, f"the field `{roles[name]}`", role.text)
            named = people(value.text, use_prefix=use_prefix)
            self.csl[variable] = [*self.csl.get(variable, []), *named]

    def _uses_prefix(self) -> bool:
        """Whether particles are cited, as the entry's options have it; other options are LaTeX's."""
        options = self.fields.get("options")
        found = re.fullmatch(r"\s*useprefix\s*+(?:=\s*(true|false))?\s*", options.text) if options else None
        if found:
            del self.fields["options"]
        return not (options and re.search(r"useprefix\s*=\s*false", options.text))

    def _dates(self) -> None:
        self._date("issued", self._take("date"))
        self._old_date("issued", "year", "month", "day")
        self._date("accessed", self._take("urldate", "lastchecked", "lastaccessed", "accessed", "visited"))
        self._date("event-date", self._take("eventdate"))
        self._date("original-date", self._take("origdate", "origyear"))

    def _date(self, variable: str, value: Value | None) -> None:
        if value is None:
            return
        text = verbatim(value.text) if "~" in value.text else printed(value.text).text
        text = re.sub(spaced("–"), "/", text)
        if re.fullmatch(r"\d{4}-\d\d-\d\d[T ].*", text):
            self._lose(value.line, "the time of day", text[11:])
            text = text[:10]
        self.csl[variable] = without_zeros(text) if is_date(text) else {"literal": text}

    def _old_date(self, variable: str, *names: str) -> None:
        """`year`, `month` and `day`. A month that is no month is a loss, and so are all three beside a `date`."""
        values = {name: self.fields[name] for name in names if name in self.fields}
        texts = {name: printed(value.text).text for name, value in values.items()}
        year = texts.get("year", "").strip("[]")
        if "issued" in self.csl:
            known = str(self.csl["issued"])
            same = {"year": year, "month": of_parts(known[:4], texts.get("month", "")), "day": texts.get("day", "")}
            for name in values:
                if same[name] and (known.startswith(same[name] or "") or known.endswith(f"-{same[name]:0>2}")):
                    del self.fields[name]
            return
        whole = of_parts(year, texts.get("month", ""), texts.get("day", ""))
        if whole and is_date(whole):
            self.csl[variable] = whole
            for name in values:
                del self.fields[name]
        elif "year" in values:
            self._date(variable, self.fields.pop("year"))

    def _numbers(self) -> None:
        kind = self.csl["type"]
        number = self._text("number")
        place = "issue" if kind in SERIAL else "collection-number" if kind in IN_SERIES else "number"
        self._put(place, number)
        self._put("issue", self._text("issue"), ", ")
        volume, part = self._text("volume"), self._text("part")
        self.csl["volume" if volume else "part-number"] = f"{volume}.{part}" if volume and part else volume or part
        self.csl["page"] = re.sub(spaced("[-–—]+"), "-", self._text("pages"))
        self._put("page" if kind in SERIAL and not self.csl["page"] else "number", self._text("eid", "articleno"))

    def _places(self) -> None:
        if "url" in self.fields:
            self.csl["URL"] = verbatim(self.fields.pop("url").text)
        if "doi" in self.fields:
            self.csl["DOI"] = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", verbatim(self._pop("doi")))
        how = self.fields.get("howpublished")
        found = _ADDRESS.fullmatch(how.text.strip()) if how else None
        if found and "URL" not in self.csl:
            del self.fields["howpublished"]
            self.csl["URL"] = verbatim(found[1])
        for name in PUBLISHERS:
            self._put("publisher", self._text(name))
        self._archive()

    def _pop(self, name: str) -> str:
        return self.fields.pop(name).text

    def _archive(self) -> None:
        if "eprint" not in self.fields or _ADDRESS.fullmatch(self.fields["eprint"].text.strip()):
            return  # an address of the text, of which there is one in `url`
        kind = self._text("eprinttype", "archiveprefix")
        within, where = self._text("eprintclass", "primaryclass"), verbatim(self._pop("eprint"))
        name, address = ARCHIVES.get(kind.lower(), (kind, ""))
        self.csl["archive"] = name
        self.csl["archive_location"] = f"{where} [{within}]" if within else where
        if address and "URL" not in self.csl:
            self.csl["URL"] = address + where

    def _keywords(self) -> None:
        """EndNote has one on a line."""
        value = self.fields.get("keywords")
        if value and "\n" in value.text and not re.search("[,;]", value.text):
            value = self.fields.pop("keywords")
            self._put("keyword", ", ".join(printed(line).text for line in value.text.split("\n") if line.strip()))

    def _languages(self) -> None:
        for language in (self._text("langid", "hyphenation"), self._text("language")):
            self._put("language", language_code(language), ", ")

    def _notes(self) -> None:
        kind = self._text("type")
        self._put("genre", KINDS.get(kind.replace(" ", "").lower(), kind) or self._usual_kind())
        state = self._text("pubstate")
        self._put("status", STATES.get(state, state))
        note = self._text("note")
        found = _READ_ON.fullmatch(note)
        if found and "accessed" not in self.csl:
            self.csl["accessed"] = found[1]
        else:
            self._put("note", note)
        self._put("note", self._text("addendum"), ". ")

    def _usual_kind(self) -> str:
        return KINDS[self.entry.kind] if self.entry.kind in ("phdthesis", "mastersthesis") else ""

    def _remarks(self) -> None:
        """What is left, and what the file says twice or does not define."""
        entry = self.entry
        for name, value in (*self.fields.items(), *entry.twice):
            if name not in ("crossref", "xdata") and name not in entry.inherited and value.text.strip():
                self._lose(value.line, f"the field `{name}`", value.text)
        for name, line in entry.missing:
            self._lose(line, "what an entry has that is not in the file", name)
        for name, line in entry.undefined:
            self._lose(line, "a name that no `@string` defines, taken as text", name)
