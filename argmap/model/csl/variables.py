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
    "blog": "post-weblog", "blog-post": "post-weblog",
    "book-chapter": "chapter", "book-part": "chapter", "book-section": "chapter", "book-series": "book",
    "book-set": "book", "book-track": "chapter", "court-case": "legal_case", "database": "dataset",
    "dissertation": "thesis", "edited-book": "book", "film": "motion_picture", "journal": "periodical",
    "journal-article": "article-journal", "journal-issue": "periodical", "journal-volume": "periodical",
    "judgment": "legal_case", "law": "legislation", "magazine": "article-magazine",
    "magazine-article": "article-magazine", "monograph": "book", "news": "article-newspaper",
    "newspaper": "article-newspaper", "newspaper-article": "article-newspaper", "online": "webpage",
    "peer-review": "review", "podcast": "broadcast", "posted-content": "article", "preprint": "article",
    "proceedings": "book", "proceedings-article": "paper-conference", "proceedings-series": "book",
    "reference-book": "book", "reference-entry": "entry", "report-component": "report", "report-series": "report",
    "statute": "legislation", "tweet": "post", "video": "motion_picture", "web-page": "webpage", "website": "webpage",
}  # fmt: skip
"""What Crossref and people call types that CSL has under another name."""


def type_meant_by(word: str) -> str | None:
    """CSL's name for a type that has another one, such as `journal-article`, `Journal article` or `journalArticle`."""
    return _OTHER_WORDS.get(re.sub(r"[ _]|(?<=[a-z])(?=[A-Z])", "-", word.strip()).lower())


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
