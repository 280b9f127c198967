"""A piece of evidence as debaters read it: cite, then quote or passage as cut, and what it comes to."""

from __future__ import annotations

import re

from argmap.briefs.selected_debate import SelectedDebate
from argmap.documents.document import Block, Line, Link, Run, tidy
from argmap.documents.document import CardEvidence as Quoted
from argmap.documents.lines import joined, line, listed_lines, phrase, sentence, when
from argmap.evidence.passages import is_in, locate, parted
from argmap.model import Evidence, Source
from argmap.wording.lists import listed
from argmap.wording.sentences import capital


def evidence_of(s: SelectedDebate, evidence: Evidence, whole: bool = True) -> Block:
    """One source of a card; the passage as cut, where there is one, takes the place of the quote that is from it."""
    quote = None if evidence.card and evidence.quote and is_in(evidence.card, [evidence.quote]) else evidence.quote
    says = line(_says(evidence), _not_in_card(evidence))
    return Quoted(cite(s, evidence, whole), quote, says, passage(evidence))


def cite(s: SelectedDebate, evidence: Evidence, whole: bool = True) -> Line:
    """Name and year; then in brackets who that is and why they are to be heard, the title, the publication, the day,
    the place, the address and when it was read. Where the whole has been said before, name, year and place."""
    source = s.debate.sources.get(evidence.source)
    if source is None:
        return line(Run(evidence.source, "cite"), " (not in the bibliography)")
    name = Run(s.ev.called[source.id], "cite")
    speaker = f"{capital(phrase(evidence.said_by))}, in " if evidence.said_by else ""
    at = phrase(evidence.at or "")
    parts = _details(s, source, evidence) if whole else [line(at)]
    inside = joined([each for each in parts if each], ", ")
    return line(speaker, name, " (", inside, ")") if inside else line(speaker, name)


def _details(s: SelectedDebate, source: Source, evidence: Evidence) -> list[Line]:
    """What stands in the brackets of a cite, in the order in which debaters have it. Who is to be heard, and why, is
    said of the source's own words alone: whoever else speaks in it is named before it."""
    from argmap.citations.csl_markup import without_tags

    notes = source.custom
    title = without_tags(source.title or "")
    places = [without_tags(each) for each in (source.container_title, source.publisher) if each]
    called = _letters(s.ev.called[source.id])
    people = [tidy(str(name)) for name in source.author or source.editor]
    published = ", ".join(dict.fromkeys(phrase(x) for x in places if _letters(x) not in called))
    quoted = line("“", _inner(phrase(title)), "”") if title and _letters(title) not in called else ()
    day = when(source.issued) if source.issued and str(source.issued) != source.issued.year else ""
    read = f"read {when(source.accessed)}" if source.accessed else ""
    new = [name for name in people if _letters(name) not in called]
    heard = "" if evidence.said_by else s.decapitated(phrase(notes.qualifications or ""))
    return [line(listed(new)), line(heard), quoted, line(published), line(day), line(phrase(evidence.at or "")),
            (Link(source.URL, source.URL),) if source.URL else (), line(read)]  # fmt: skip


def _inner(text: str) -> str:
    """Quotation marks as they are within others."""
    return re.sub(r'"([^"]*)"', r"‘\1’", text).replace("“", "‘").replace("”", "’")


def cards_of(s: SelectedDebate, id: str) -> list[Block]:
    """The evidence of a statement that has its passage with it."""
    return [evidence_of(s, evidence) for evidence in s.debate.statements[id].evidence if evidence.card]


def _says(evidence: Evidence) -> Line:
    """What it comes to; below a passage, which has no quotation marks, it is said whose words these are."""
    if not evidence.says:
        return ()
    said = sentence(evidence.says)
    return line(Run("In our words: ", "em"), capital(said)) if evidence.card else line(capital(said))


def read_aloud(evidence: Evidence) -> str:
    """What of a piece of evidence is read: the stretches marked, or else the passage, the quote, our own words."""
    if evidence.card and evidence.highlight:
        return " ".join(evidence.highlight)
    return evidence.card or evidence.quote or evidence.says or ""


def passage(evidence: Evidence) -> Line:
    """The passage as cut, on one line as debaters have it, with what of it is read aloud."""
    pieces = parted(_body(evidence), [tidy(stretch) for stretch in evidence.highlight])
    return tuple(Run(text, "read" if is_read else "plain") for text, is_read in pieces)


def _body(evidence: Evidence) -> str:
    """The card's text; where a paragraph ends stands the mark that debaters put there."""
    paragraphs = re.split(r"\n[^\S\n]*\n", evidence.card or "")
    return " ¶ ".join(filter(None, map(tidy, paragraphs)))


def _not_in_card(evidence: Evidence) -> Line:
    """The stretches said to be read from a card that does not have them."""
    if not evidence.card:
        return ()
    wanted = [tidy(stretch) for stretch in evidence.highlight]
    lost = [
        line(Run(stretch, "quote"))
        for stretch, place in zip(wanted, locate(_body(evidence), wanted), strict=True) if place is None
    ]  # fmt: skip
    opening = " " if evidence.says else ""
    note = Run(f"{opening}Marked to be read, but not in the card: ", "em")
    return line(note, listed_lines(lost), ".") if lost else ()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"<[^<>]*>", "", text)).casefold()
