"""The ways in which two items of a bibliography differ: for each factor its values, each a few CSL-JSON fields.

A value is a function of `Invented`, so that no two items share a person or a title unless they mean to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.citations.invented import Invented

Fields = dict[str, Any]
Value = Callable[[Invented], Fields]


def _people(key: str, count: int) -> Value:
    return lambda new: {key: [new.person() for _ in range(count)]}


def _person(key: str, **more: object) -> Value:
    return lambda new: {key: [new.person(**more)]}


def _fields(**fields: Any) -> Value:
    return lambda new: {key.replace("__", "-"): value for key, value in fields.items()}


def _title(pattern: str) -> Value:
    """`{}` is a phrase in small letters, `{T}` the same phrase with a capital."""

    def make(new: Invented) -> Fields:
        phrase = new.phrase()
        return {"title": pattern.replace("{T}", phrase[0].upper() + phrase[1:]).replace("{}", phrase)}

    return make


def _date(key: str, *parts: list[int], **more: object) -> Value:
    return _fields(**{key.replace("-", "__"): {"date-parts": [list(part) for part in parts], **more}})


def _both(*values: Value) -> Value:
    return lambda new: {key: field for value in values for key, field in value(new).items()}


def _literal(key: str, name: str) -> Value:
    return lambda new: {key: [{"literal": name.format(new.family())}]}


def _same_as_author(new: Invented) -> Fields:
    person = new.person()
    return {"author": [person], "editor": [dict(person)]}


def _editor_and_translator(new: Invented) -> Fields:
    person = new.person()
    return {"editor": [person], "translator": [dict(person)]}


_nothing = _fields()

AUTHORS: Mapping[str, Value] = {
    "none": _nothing,
    "one": _people("author", 1),
    "two": _people("author", 2),
    "three": _people("author", 3),
    "four": _people("author", 4),
    "eight": _people("author", 8),
    "twelve": _people("author", 12),
    "twenty-two": _people("author", 22),
    "institution": _literal("author", "{} Harbour Council"),
    "institution with the": _literal("author", "The {} Institute"),
    "one name": lambda new: {"author": [{"family": new.family()}]},
    "dropping particle": _person("author", **{"dropping-particle": "de"}),
    "non-dropping particle": _person("author", **{"non-dropping-particle": "van der"}),
    "both particles": _person("author", **{"dropping-particle": "de", "non-dropping-particle": "la"}),
    "particle with apostrophe": _person("author", **{"non-dropping-particle": "d’"}),
    "particle in family": lambda new: {"author": [{"family": f"von {new.family()}", "given": new.given()}]},
    "suffix": _person("author", suffix="III"),
    "suffix with comma": _person("author", **{"suffix": "Jr.", "comma-suffix": True}),
    "Cyrillic": lambda new: {"author": [{"family": f"{new.cyrillic()}ков", "given": "Дора Мирна"}]},
    "Han": lambda new: {"author": [{"family": "梅", "given": f"林{new.character()}"}]},
    "hyphenated given": lambda new: {"author": [{"family": new.family(), "given": "Ana-Mira Jo"}]},
    "initials": lambda new: {"author": [{"family": new.family(), "given": "J. R."}]},
    "hyphenated family": lambda new: {"author": [{"family": f"{new.family()}-{new.family()}", "given": new.given()}]},
    "person and institution": lambda new: {"author": [new.person(), {"literal": f"{new.family()} Board of Works"}]},
}

OTHERS: Mapping[str, Value] = {
    "none": _nothing,
    "editor": _people("editor", 1),
    "two editors": _people("editor", 2),
    "five editors": _people("editor", 5),
    "editing institution": _literal("editor", "{} Archive Board"),
    "translator": _people("translator", 1),
    "editor who translates": _editor_and_translator,
    "editor and translator": _both(_people("editor", 1), _people("translator", 2)),
    "director": _people("director", 1),
    "interviewer": _people("interviewer", 1),
    "container author": _both(_people("container-author", 1), _people("editor", 1)),
    "collection editor": _both(_people("collection-editor", 1), _fields(collection__title="Studies in small things")),
    "author edits": _same_as_author,
    "reviewed": _both(_people("reviewed-author", 1), _fields(reviewed__title="A cellar of clocks")),
    "recipient": _people("recipient", 1),
    "composer": _both(_people("composer", 1), _people("performer", 2)),
    "illustrator": _people("illustrator", 1),
    "producer and script": _both(_people("producer", 1), _people("script-writer", 1)),
    "editor with particle": _person("editor", **{"non-dropping-particle": "ten", "suffix": "Jr."}),
    "original author": _people("original-author", 1),
    "host and guest": _both(_people("host", 1), _people("guest", 1)),
}

CONTAINERS: Mapping[str, Value] = {
    "none": _nothing,
    "plain": lambda new: {"container-title": f"Journal of the {new.phrase()}"},
    "quotes": lambda new: {"container-title": f"The “{new.phrase()}” review"},
    "short": lambda new: {
        "container-title": f"Annals of the {new.phrase()}",
        "container-title-short": "Ann. Harb.",
        "title-short": "A short title",
    },
    "italics and ampersand": lambda new: {"container-title": f"Salt & <i>{new.phrase()}</i>"},
    "colon": lambda new: {"container-title": f"{new.phrase().capitalize()}: a quarterly?"},
    "in a series": lambda new: {
        "container-title": f"Handbook of the {new.phrase()}",
        "collection-title": "Library of the lesser arts",
        "collection-number": "14",
    },
    "part of a volume": lambda new: {
        "container-title": f"Works on the {new.phrase()}",
        "volume-title": "The second part",
        "volume": "2",
    },
}

TITLES: Mapping[str, Value] = {
    "plain": _title("The {}"),
    "none": _nothing,
    "straight quotes": _title('The "{}" and after'),
    "curly quotes": _title("On “{}”"),
    "quotes in quotes": _title("Reading “the ‘{}’ again”"),
    "apostrophes": _title("Finn's {} and the bees’ year"),
    "question mark": _title("Who keeps the {}?"),
    "exclamation mark": _title("Mind the {}!"),
    "full stop": _title("Notes on the {}."),
    "colon": _title("{T}: the making of a town"),
    "colon and question": _title("Why wait? {T}: an answer"),
    "a year": _title("1984 and the {}"),
    "capitals": _title("NATO, the iPhone and the {}"),
    "italics": _title("The fate of <i>Corvus alba</i> in the {}"),
    "bold": _title("The <b>heavy</b> {}"),
    "superscript and subscript": _title("Sr<sup>90</sup> and H<sub>2</sub>O in the {}"),
    "small caps": _title('The <span style="font-variant:small-caps;">Ad</span> era of the {}'),
    "no case": _title('The <span class="nocase">pH of SALT</span> in the {}'),
    "all italic": _title("<i>The {}</i>"),
    "sensitive characters": _title("Salt & glass < 5 > 3: the {}"),
    "title case": _title("From Dusk to Dawn with the {} and Its Keepers"),
    "dashes": _title("The {} – a history--of sorts, 1990-1995"),
    "quote at the end": _title("All about the ‘{}’"),
    "question in quotes": _title("The song “who keeps the {}?”"),
    "brackets": _title("[Letter about the {}]"),
    "ellipsis": _title("Waiting for the {} ..."),
    "italic with quotes": _title("Why <i>“{}”</i> matters"),
    "non-Latin": _title("Тихая гавань: 静かな港 {}"),
}

DATES: Mapping[str, Value] = {
    "none": _nothing,
    "year": _date("issued", [2014]),
    "month": _date("issued", [2015, 7]),
    "day": _date("issued", [2016, 5, 3]),
    "year range": _date("issued", [2004], [2009]),
    "month range": _date("issued", [2010, 3], [2010, 5]),
    "month range over years": _date("issued", [2010, 11], [2011, 2]),
    "day range": _date("issued", [2012, 6, 3], [2012, 6, 9]),
    "day range over months": _date("issued", [2012, 6, 28], [2012, 7, 2]),
    "season": _fields(issued={"date-parts": [[2013]], "season": 3}),
    "season as month": _date("issued", [2013, 21]),
    "circa": _date("issued", [1730], circa=True),
    "before our era": _date("issued", [-430]),
    "first century": _date("issued", [79]),
    "literal": _fields(issued={"literal": "in the third year of the drought"}),
    "reprint": _both(_date("issued", [1999]), _date("original-date", [1894])),
    "accessed only": _date("accessed", [2022, 2, 1]),
    "year and accessed": _both(_date("issued", [2020, 12]), _date("accessed", [2021, 1, 31])),
    "event": _both(
        _date("issued", [2018]),
        _date("event-date", [2017, 9, 4], [2017, 9, 6]),
        _fields(event__title="Third Meeting on Kilns", event__place="Norvey"),
    ),
    "event only": _both(_date("event-date", [2017, 9, 4]), _fields(event__title="Meeting on Bees")),
    "parts as text": _fields(issued={"date-parts": [["2017", "04", "09"]]}),
    "submitted": _date("submitted", [2011, 4, 30]),
    "original publisher": _both(
        _date("issued", [2001]),
        _date("original-date", [1911]),
        _fields(original__publisher="Old Kiln", original__publisher__place="Fenwick", original__title="Die Ofen"),
    ),
    "forthcoming": _fields(status="forthcoming"),
}

PUBLISHING: Mapping[str, Value] = {
    "none": _nothing,
    "publisher": _fields(publisher="Lantern House"),
    "publisher and place": _fields(publisher="Salt & Sons", publisher__place="Galorrell"),
    "place": _fields(publisher__place="Norvey, Ontaria"),
    "full stop": _fields(publisher="Orchard Press Inc.", publisher__place="Holmont"),
    "authority": _fields(authority="High Court of Velmont", publisher="Court Printer"),
}

NUMBERS: Mapping[str, Value] = {
    "none": _nothing,
    "volume": _fields(volume="12"),
    "volume and issue": _fields(volume="12", issue="3"),
    "volume, issue, pages": _fields(volume=7, issue="2", page="321-328"),
    "pages with dash": _fields(volume="7", page="1496–1504"),
    "short pages": _fields(volume="7", page="101-8"),
    "single page": _fields(volume="3", page="17"),
    "electronic page": _fields(volume="14", issue="1", page="e123"),
    "electronic range": _fields(volume="14", page="e1215-e1222"),
    "roman pages": _fields(page="xi-xxv"),
    "list of pages": _fields(page="12, 15-17, 20"),
    "number": _fields(number="417"),
    "issue only": _fields(issue="4"),
    "edition": _fields(edition="2"),
    "eleventh edition": _fields(edition="11"),
    "edition in words": _fields(edition="Revised edition"),
    "number of volumes": _fields(number__of__volumes="4", number__of__pages="310"),
    "chapter": _fields(chapter__number="5", volume="2"),
    "section": _fields(section="B", page="A1"),
    "version": _fields(version="2.1.0"),
    "part": _fields(part__number="3", part__title="On Glass", volume="9"),
    "supplement": _fields(volume="5", issue="Suppl. 2", page="S12-S19"),
    "double issue": _fields(volume="5", issue="3-4", page="99-101"),
    "double volume": _fields(volume="1-3", page="1 & 4"),
}

ADDRESSES: Mapping[str, Value] = {
    "none": _nothing,
    "URL": _fields(URL="https://example.org/works/41"),
    "URL with )": _fields(URL="https://example.org/a_(b)"),
    "URL with ]": _fields(URL="https://example.org/list[3]"),
    "URL with ,": _fields(URL="https://example.org/1,2,"),
    "URL with .": _fields(URL="https://example.org/page.", accessed={"date-parts": [[2023, 5, 6]]}),
    "URL with query": _fields(URL="https://example.org/?a=1&b=%20~c#d", accessed={"date-parts": [[2023, 5]]}),
    "DOI": _fields(DOI="10.5555/abc.2020_7"),
    "DOI with brackets": _fields(DOI="10.5555/s(02)<17:x>2.0.co;2"),
    "DOI as address": _fields(DOI="https://doi.org/10.5555/whole"),
    "URL and DOI": _fields(URL="https://example.org/works/42", DOI="10.5555/both"),
    "archive": _fields(archive="Galmont Record Office", archive_location="Box 4, folder 2", archive__place="Galmont"),
    "archive collection": _fields(archive="Library of Keldane", archive_collection="Kiln papers", source="KilnNet"),
    "identifiers": _fields(PMID="123456", PMCID="PMC7654321", ISBN="978-0-00-000000-2", ISSN="0000-0001"),
    "call number": _fields(call__number="MS 12", source="Orchard Database", medium="microfilm"),
}

LANGUAGES: Mapping[str, Value] = {
    "none": _nothing,
    "none again": _nothing,
    "English": _fields(language="en-US"),
    "British": _fields(language="en-GB"),
    "German": _fields(language="de-DE"),
}

FACTORS: Mapping[str, Mapping[str, Value]] = {
    "author": AUTHORS,
    "others": OTHERS,
    "container": CONTAINERS,
    "title": TITLES,
    "date": DATES,
    "publishing": PUBLISHING,
    "numbers": NUMBERS,
    "address": ADDRESSES,
    "language": LANGUAGES,
}
