"""A card whose cite lacks what a debater must be able to show.

The rule looks only at evidence with a `card:`. Its cite names an author: a person or the body that speaks, not only the
publisher. It says where the text was published; a body that is the author publishes for itself. It gives the day on
which somebody read a web page (`accessed`), and the page in a book, chapter or thesis (`at:`). Laws need no author, and
what was said in person no publisher. The rule reports what a source lacks once, at its first card; `source-incomplete`
and `source-undated` check its title, date and address.

Why it matters: a judge may refuse a card that the other side cannot look up. And nobody can show that a web page said
it, once the page has changed.

Instead: add what is missing to the source, or `at:` to the evidence. Where something cannot be known, say so in
`ignore:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Evidence, Source
from argmap.model.diagnostics import Finding, Severity
from argmap.rules.cards.card_passages import cards
from argmap.rules.rule_protocol import Options
from argmap.rules.source_incomplete import BODIES, BOUND, LAW, SPOKEN
from argmap.wording.lists import listed

SEVERITY = Severity.WARNING
EXAMPLES = ("""\
  references:
    - id: training-2025
      type: webpage
      title: On training
      publisher: Institute for Examples
      issued: 2025-05-08
      URL: https://example.org/training
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: training-2025        # <-
          card: Brigades taught at home were ready months sooner than others.
""", """\
  references:
    - id: doe-2025
      type: webpage
      title: On training
      author: [{family: Doe, given: Jane}]
      publisher: Institute for Examples
      issued: 2025-05-08
      accessed: 2025-11-02
      URL: https://example.org/training
      custom: {qualifications: "Professor of military history"}
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence:
        - source: doe-2025
          card: Brigades taught at home were ready months sooner than others.
""")  # fmt: skip


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each card with what its cite lacks; what its source lacks at the first card of that source."""
    seen = set[str]()
    for id, number, evidence in cards(ev):
        source = ev.debate.sources.get(evidence.source)
        missing = list(_missing(source, evidence, evidence.source in seen)) if source else []
        seen.add(evidence.source)
        if missing:
            yield Finding(
                ("statements", id, "evidence", number, "source"),
                f"the cite of this card lacks {listed(missing)}.",
                "Add it, or say why it cannot be known: ignore: [{rule: card-cite-incomplete, reason: …}]",
            )


def _missing(source: Source, evidence: Evidence, told: bool) -> Iterator[str]:
    if not told:
        yield from _missing_in(source)
    if source.type in BOUND and not evidence.at:
        yield "the page (at)"


def _missing_in(source: Source) -> Iterator[str]:
    if not (source.author or source.editor or source.type in LAW or any(source.more.get(key) for key in BODIES)):
        yield "an author (a body that speaks for itself is {literal: …})"
    by_a_body = any(name.literal for name in source.author)
    if not (source.publisher or source.container_title or by_a_body or source.type in LAW | SPOKEN):
        yield "where it was published (publisher or container-title)"
    if is_unread_page(source):
        yield "the day on which the page was read (accessed)"


def is_unread_page(source: Source) -> bool:
    """Whether a source is a page of the web, which may change, and nobody says when it was read."""
    return bool(source.URL and not (source.accessed or source.DOI or source.type in BOUND))
