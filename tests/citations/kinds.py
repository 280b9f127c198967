"""The types of CSL 1.0.2, each with fields that such a work usually has beside author, title and date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_JOURNAL = {"container-title": "Review of small ports", "volume": "12", "issue": "3", "page": "45-61"}
_EDITOR = [{"family": "Tarnwick", "given": "Odile"}]
_PRESS = {"publisher": "Lantern House", "publisher-place": "Norvey"}
_PAGE = {"URL": "https://example.org/page", "accessed": {"date-parts": [[2024, 3, 2]]}}
_COURT = {"authority": "Supreme Court of Velmont", "container-title": "Velmont Reports", "volume": "410", "page": "113"}

KINDS: Mapping[str, Mapping[str, Any]] = {
    "article": {"genre": "Preprint", "publisher": "PortXiv", "number": "2101.00017", "DOI": "10.5555/portxiv.17"},
    "article-journal": _JOURNAL | {"DOI": "10.5555/rsp.12.3.45"},
    "article-magazine": {"container-title": "The Lantern Weekly", "page": "22-24"} | _PAGE,
    "article-newspaper": {"container-title": "Norvey Courier", "section": "Harbour", "page": "A4", "edition": "Late"},
    "bill": {"number": "H.R. 4021", "container-title": "Congress of Velmont", "chapter-number": "116", "genre": "bill"},
    "book": _PRESS | {"edition": "2", "ISBN": "978-0-00-000001-9"},
    "broadcast": {"container-title": "Harbour Hour", "publisher": "Norvey Radio", "number": "14", "medium": "Radio"},
    "chapter": _PRESS | {"container-title": "Ports and people", "editor": _EDITOR, "page": "101-128"},
    "classic": _PRESS | {"volume": "1", "translator": [{"family": "Orrick", "given": "Sten"}]},
    "collection": {"archive": "Galmont Record Office", "archive_location": "Series 9"},
    "dataset": {"publisher": "Kiln Data Archive", "version": "3", "DOI": "10.5555/kda.3", "genre": "Data set"},
    "document": _PRESS | {"number": "12"},
    "entry": {"container-title": "Open Gazetteer", "publisher": "Gazetteer Foundation"} | _PAGE,
    "entry-dictionary": _PRESS | {"container-title": "Dictionary of harbour words", "edition": "3"},
    "entry-encyclopedia": _PRESS | {"container-title": "Encyclopedia of salt", "volume": "4", "page": "7-9"},
    "event": {"event-title": "Harbour Days", "event-place": "Norvey", "event-date": {"date-parts": [[2019, 6, 1]]}},
    "figure": {"container-title": "Atlas of wharves", "number": "7", "medium": "Woodcut"} | _PRESS,
    "graphic": {"medium": "Oil on canvas", "archive": "Museum of Keldane", "archive-place": "Keldane"},
    "hearing": {"authority": "Committee on Ports", "number": "116-9", "section": "116th", "genre": "Hearing"} | _PRESS,
    "interview": {"interviewer": [{"family": "Selmont", "given": "Ava"}], "container-title": "Harbour Hour"} | _PAGE,
    "legal_case": _COURT | {"number": "70-18"},
    "legislation": {"container-title": "Velmont Code", "volume": "42", "section": "1983", "number": "91-190"},
    "manuscript": {"genre": "Unpublished manuscript", "archive": "Galmont Record Office", "archive_location": "Box 4"},
    "map": _PRESS | {"genre": "Map", "scale": "1:25,000", "number": "16"},
    "motion_picture": {"director": [{"family": "Quillmont", "given": "Rhea"}], "publisher": "Kiln Pictures"},
    "musical_score": _PRESS | {"composer": [{"family": "Ostergard", "given": "Nils"}], "number": "op. 9"},
    "pamphlet": _PRESS | {"genre": "Pamphlet"},
    "paper-conference": _PRESS
    | {"container-title": "Proceedings of the meeting on kilns", "event-title": "Meeting on Kilns", "page": "11-20"}
    | {"event-place": "Norvey", "editor": _EDITOR},
    "patent": {"number": "US 9999999 B2", "authority": "Patent Office of Velmont", "jurisdiction": "Velmont"}
    | {"submitted": {"date-parts": [[2015, 2, 3]]}},
    "performance": {"event-place": "Norvey", "publisher": "Kiln Theatre", "director": _EDITOR},
    "periodical": _PRESS | {"volume": "3", "issue": "1", "ISSN": "0000-0002"},
    "personal_communication": {"genre": "Letter", "recipient": [{"family": "Selmont", "given": "Ava"}]},
    "post": {"container-title": "Harbour Forum", "genre": "Post"} | _PAGE,
    "post-weblog": {"container-title": "The quay log"} | _PAGE,
    "regulation": {"container-title": "Velmont Register", "volume": "85", "page": "4000", "number": "12"},
    "report": _PRESS | {"genre": "Technical report", "number": "TR-7", "collection-title": "Port papers"},
    "review": _JOURNAL
    | {"reviewed-title": "A cellar of clocks", "reviewed-author": [{"family": "Orrick", "given": "Sten"}]},
    "review-book": _JOURNAL
    | {"reviewed-title": "The salt road", "reviewed-author": _EDITOR, "reviewed-genre": "Book", "genre": "Review"},
    "software": {"version": "2.1.0", "publisher": "Quay Labs", "genre": "Computer program"} | _PAGE,
    "song": {"container-title": "Songs of the wharf", "publisher": "Kiln Records", "composer": _EDITOR, "medium": "LP"},
    "speech": {"event-title": "Harbour Days", "event-place": "Norvey", "genre": "Keynote address"},
    "standard": {"number": "KS 4120", "publisher": "Kiln Standards Body", "genre": "Standard", "status": "withdrawn"},
    "thesis": {"genre": "PhD thesis", "publisher": "University of Norvey", "publisher-place": "Norvey"},
    "treaty": {"container-title": "Velmont Treaty Series", "volume": "33", "page": "12", "number": "2301"},
    "webpage": {"container-title": "Norvey online"} | _PAGE,
}
