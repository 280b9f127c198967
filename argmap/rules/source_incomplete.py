"""A source that a reader could not find again.

A citation needs a title; one read from the address will do (`title_from_url: true`). It says who stands behind it:
author, editor, publisher, or the journal, paper or site that contains it. And it says where to find it: URL, DOI, ISBN,
archive and the like, or volume and page of what contains it. A reader finds books, laws, court decisions and treaties
by their name and publisher; what was said in person needs no place. `card-cite-incomplete` looks at who stands behind a
card.

Why it matters: evidence that nobody can look up is only the author's word.

Instead: add what is missing. Where it cannot be known, say so in the source's `custom.ignore` with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Source
from argmap.model.csl.variables import NAME_VARIABLES
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.rule_protocol import Options
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  references:
    - id: doe-2024                     # <-
      type: webpage
      title: On training
-     author: [{family: Doe}]
+     publisher: Institute for Examples
      issued: 2024-05-08
+     URL: https://example.org/training
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: doe-2024}]
""",)  # fmt: skip

LAW = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "standard", "treaty"})
BOUND = frozenset({"book", "chapter", "classic", "entry-dictionary", "entry-encyclopedia", "thesis"})
SPOKEN = frozenset({"interview", "personal_communication", "speech"})
LOCATORS = ("ISBN", "ISSN", "PMID", "PMCID", "archive", "archive_location", "archive_collection", "call-number")
PRINTED = ("page", "volume", "number", "section")
GAPS = {
    "title": "a title",
    "author": "who stands behind it (author, publisher or container-title)",
    "URL": "where to find it (URL, DOI or another locator)",
}
"""What a source may lack, by the key that people look for."""
BODIES = ("authority", *NAME_VARIABLES)


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each source with what it lacks."""
    cards = {e.source for statement in ev.debate.statements.values() for e in statement.evidence if e.card}
    for id, source in ev.debate.sources.items():
        missing = [GAPS[gap] for gap in gaps(source) if gap != "author" or id not in cards]
        if missing:
            yield Finding(
                ("sources", id),
                f"lacks {listed(missing)}.",
                "Add it, or say why it cannot be known: custom: {ignore: [{rule: source-incomplete, reason: …}]}",
            )


def gaps(source: Source) -> Iterator[str]:
    """What a source lacks, as keys of `GAPS`."""
    if not source.title and source.type not in SPOKEN:
        yield "title"
    if not _has_body(source):
        yield "author"
    if not _has_place(source):
        yield "URL"


def _has_body(source: Source) -> bool:
    named = source.author or source.editor or source.publisher or source.container_title
    return bool(named or source.type in LAW or any(source.more.get(key) for key in BODIES))


def _has_place(source: Source) -> bool:
    if source.URL or source.DOI or source.type in LAW | SPOKEN or any(source.more.get(key) for key in LOCATORS):
        return True
    if source.type in BOUND:
        return bool(source.publisher or source.container_title)
    printed = source.issue or any(source.more.get(key) for key in PRINTED)
    return bool(source.container_title and printed)
