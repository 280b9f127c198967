"""What BibTeX and biblatex call things, and what CSL calls them.

Types and fields are those of BibTeX's standard styles, of biblatex's manual, and those that JabRef, Mendeley, Zotero
and Better BibTeX add to them.
"""

from __future__ import annotations

TYPES = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "book": "book", "bookinbook": "chapter",
    "booklet": "pamphlet", "collection": "book", "commentary": "book", "conference": "paper-conference",
    "dataset": "dataset", "electronic": "webpage", "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "interview": "interview",
    "jurisdiction": "legal_case", "legal": "treaty", "legislation": "legislation", "letter": "personal_communication",
    "manual": "book", "map": "map", "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture",
    "music": "song", "mvbook": "book", "mvcollection": "book", "mvproceedings": "book", "mvreference": "book",
    "newspaper": "article-newspaper", "online": "webpage", "patent": "patent", "performance": "performance",
    "periodical": "periodical", "phdthesis": "thesis", "proceedings": "book", "reference": "book",
    "report": "report", "review": "review", "software": "software", "standard": "standard",
    "suppbook": "chapter", "suppcollection": "chapter", "suppperiodical": "article-journal", "talk": "speech",
    "techreport": "report", "thesis": "thesis", "tvbroadcast": "broadcast", "unpublished": "manuscript",
    "video": "motion_picture", "webpage": "webpage", "www": "webpage",
}  # fmt: skip
"""Types of entries, and CSL's. Any other is a document."""

SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
"""What `entrysubtype` makes of an article."""

KINDS = {
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis", "candthesis": "Candidate thesis", "techreport": "Technical report",
    "resreport": "Research report", "software": "Computer software", "audiocd": "Audio CD", "datacd": "Data CD",
    "patent": "Patent", "patentus": "U.S. patent", "patenteu": "European patent", "patentde": "German patent",
    "patentuk": "British patent", "patentfr": "French patent",
}  # fmt: skip
"""Keys of biblatex for the field `type`, in words."""

STATES = {"inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming",
          "inpress": "in press", "prepublished": "prepublished"}  # fmt: skip
"""Keys of biblatex for the field `pubstate`, in words."""

SERIAL = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical", "review"})
"""CSL types whose `number` is that of the issue."""
IN_SERIES = frozenset({"book", "chapter", "paper-conference", "entry-encyclopedia"})
"""CSL types whose `number` is that in the series."""

TEXTS = {
    "abstract": "abstract", "address": "publisher-place", "annotation": "annote", "annote": "annote",
    "chapter": "chapter-number", "city": "publisher-place", "edition": "edition", "eventtitle": "event-title",
    "isbn": "ISBN", "issn": "ISSN",
    "journalabbreviation": "container-title-short", "keywords": "keyword", "library": "call-number",
    "lccn": "call-number", "location": "publisher-place",
    "origlocation": "original-publisher-place", "origpublisher": "original-publisher", "origtitle": "original-title",
    "pagetotal": "number-of-pages", "numpages": "number-of-pages", "pmcid": "PMCID", "pmid": "PMID",
    "series": "collection-title", "shortjournal": "container-title-short", "shorttitle": "title-short",
    "venue": "event-place", "version": "version", "volumes": "number-of-volumes", "copyright": "license",
    "rights": "license", "medium": "medium", "scale": "scale", "authority": "authority",
    "jurisdiction": "jurisdiction", "section": "section",
}  # fmt: skip
"""Fields whose text is a variable of CSL, the same in every type."""

TITLES = frozenset({"container-title", "container-title-short", "collection-title", "event-title", "original-title",
                    "title", "title-short", "volume-title"})  # fmt: skip
"""Variables of CSL in which braces protect capitals."""

PEOPLE = {
    "author": "author", "bookauthor": "container-author", "editor": "editor", "translator": "translator",
    "chair": "chair", "compiler": "compiler", "composer": "composer", "director": "director", "guest": "guest",
    "host": "host", "illustrator": "illustrator", "interviewer": "interviewer", "narrator": "narrator",
    "organizer": "organizer", "performer": "performer", "producer": "producer", "recipient": "recipient",
    "reviewedauthor": "reviewed-author", "scriptwriter": "script-writer", "curator": "curator",
    "serieseditor": "collection-editor", "collaborator": "contributor", "contributor": "contributor",
    "holder": "contributor",
}  # fmt: skip
"""Fields that hold names. CSL has no word for the holder of a patent."""
EDITORS = {"compiler": "compiler", "director": "director", "producer": "producer", "organizer": "organizer",
           "collaborator": "contributor", "editor": "editor", "interviewer": "interviewer",
           "illustrator": "illustrator", "translator": "translator"}  # fmt: skip
"""What `editortype` makes of an editor; biblatex's other roles are editors to CSL."""

PUBLISHERS = ("school", "institution", "organization", "howpublished", "publisher")
"""Fields that name who published it, in the order in which CSL's `publisher` names them."""

ARCHIVES = {
    "arxiv": ("arXiv", "https://arxiv.org/abs/"), "jstor": ("JSTOR", "https://www.jstor.org/stable/"),
    "pubmed": ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/"), "hdl": ("Handle", "https://hdl.handle.net/"),
    "googlebooks": ("Google Books", "https://books.google.com/books?id="),
}  # fmt: skip
"""What `eprinttype` says, with the name of that archive and how an address in it begins."""
