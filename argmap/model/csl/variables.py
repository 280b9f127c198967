"""The variables and types of CSL 1.0.2."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, create_model

from argmap.model.csl.dates import AnyDate
from argmap.model.csl.names import Name

CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip

TYPES: frozenset[str] = frozenset(get_args(CslType))

_OTHER_WORDS = {
    "artwork": "graphic", "audio-recording": "song", "blog": "post-weblog", "blog-post": "post-weblog",
    "book-chapter": "chapter", "book-part": "chapter", "book-section": "chapter", "book-series": "book",
    "book-set": "book", "book-track": "chapter", "case": "legal_case", "computer-program": "software",
    "conference-paper": "paper-conference", "court-case": "legal_case", "database": "dataset",
    "dictionary-entry": "entry-dictionary", "dissertation": "thesis", "edited-book": "book",
    "editorial": "article-newspaper", "email": "personal_communication", "encyclopedia-article": "entry-encyclopedia",
    "factsheet": "report", "film": "motion_picture", "forum-post": "post", "instant-message": "personal_communication",
    "journal": "periodical", "journal-article": "article-journal", "journal-issue": "periodical",
    "journal-volume": "periodical", "judgment": "legal_case", "law": "legislation", "lecture": "speech",
    "letter": "personal_communication", "magazine": "article-magazine", "magazine-article": "article-magazine",
    "monograph": "book", "news": "article-newspaper", "newspaper": "article-newspaper",
    "newspaper-article": "article-newspaper", "online": "webpage", "op-ed": "article-newspaper",
    "peer-review": "review", "podcast": "broadcast", "policy-brief": "report", "posted-content": "article",
    "preprint": "article", "presentation": "speech", "proceedings": "book", "proceedings-article": "paper-conference",
    "proceedings-series": "book", "radio-broadcast": "broadcast", "reference-book": "book", "reference-entry": "entry",
    "report-component": "report", "report-series": "report", "statute": "legislation", "study": "report",
    "survey": "report", "testimony": "hearing", "tv-broadcast": "broadcast", "tweet": "post", "video": "motion_picture",
    "video-recording": "motion_picture", "web-page": "webpage", "website": "webpage", "white-paper": "report",
    "working-paper": "report",
}  # fmt: skip
"""What Crossref, Zotero and people call types that CSL has under another name."""


def type_meant_by(word: str) -> str | None:
    """CSL's name for a type that has another one, such as `journal-article`, `Journal article` or `journalArticle`."""
    return _OTHER_WORDS.get("-".join(words_of_type(word)))


def words_of_type(word: str) -> list[str]:
    """The words of a type, in small letters."""
    return re.sub(r"[ _]|(?<=[a-z])(?=[A-Z])", "-", word.strip()).lower().split("-")


TEXT_VARIABLES = (
    "abstract", "annote", "archive", "archive-place", "archive_collection", "archive_location", "authority",
    "call-number", "chapter-number", "citation-key", "citation-label", "citation-number", "collection-number",
    "collection-title", "container-title-short", "dimensions", "division", "edition", "event", "event-place",
    "event-title", "first-reference-note-number", "genre", "ISBN", "ISSN", "jurisdiction", "keyword", "language",
    "license", "locator", "medium", "number", "number-of-pages", "number-of-volumes", "original-publisher",
    "original-publisher-place", "original-title", "page", "page-first", "part-number", "part-title", "PMCID", "PMID",
    "printing-number", "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "section",
    "source", "status", "supplement-number", "title-short", "version", "volume", "volume-title", "year-suffix",
)  # fmt: skip
NAME_VARIABLES = (
    "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director",
    "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator",
    "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer",
    "series-creator",
)  # fmt: skip
DATE_VARIABLES = ("available-date", "event-date", "original-date", "submitted")
DATES = frozenset({"issued", "accessed", *DATE_VARIABLES})
CARRIED = frozenset({*TEXT_VARIABLES, *NAME_VARIABLES, *DATE_VARIABLES})
"""Variables that argmap carries to citations and does not read itself: `Source.more`."""


CAPITALS = {name.lower(): name for name in ("DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL")}
"""Variables in capitals by the names that Pandoc and JabRef write."""


class _Variables(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")


_FIELDS: dict[str, Any] = {
    **dict.fromkeys(NAME_VARIABLES, (tuple[Name, ...], ())),
    **dict.fromkeys(DATE_VARIABLES, (AnyDate, None)),
}
Variables = create_model("Variables", __base__=_Variables, **_FIELDS)
"""What `Source.more` holds: names and dates in one form each, anything else as written."""


def typed(given: Mapping[str, Any]) -> dict[str, Any]:
    """The variables that are given, names and dates read. Raises pydantic's `ValidationError` at what is wrong."""
    return given_in(Variables.model_validate(given))


def given_in(variables: BaseModel) -> dict[str, Any]:
    """The variables that say something, by name."""
    extra = variables.model_extra or {}
    own = {name: getattr(variables, name) for name in type(variables).model_fields}
    return {name: value for name, value in (own | extra).items() if value not in (None, ())}


More = Annotated[dict[str, Any], BeforeValidator(typed)]
