"""A piece of evidence as debaters read it: cite, quote or passage as cut, and what it comes to."""

from __future__ import annotations

import re

from argmap.briefs.selected_debate import Setting
from argmap.documents.document import Block, Line, Run, tidy
from argmap.documents.document import Evidence as Quoted
from argmap.documents.lines import line, listed_lines, phrase, sentence, when
from argmap.evidence.passages import is_in, locate, parted
from argmap.model import Evidence, Source
from argmap.wording.sentences import capital


def evidence_of(s: Setting, evidence: Evidence) -> Block:
    """One source of a card; the passage as cut, where there is one, takes the place of the quote that is from it."""
    source = s.debate.sources.get(evidence.source)
    grade = s.debate.grade(evidence)
    # the cite of a card says more between its name and its page
    who = s.source(evidence.source, None if evidence.card else evidence.at)
    at = phrase(evidence.at or "") if evidence.card or source is None else ""
    speaker = f"said by {evidence.said_by}" if evidence.said_by else ""
    details = [speaker, _publication(s, evidence), at, f"grade {grade}" if grade else "not graded"]
    more = full_cite(s, source) if source and evidence.card else ()
    cite = line(who, more, *(f", {detail}" for detail in details if detail))
    if source is None:
        cite = line(who, " (not in the bibliography)")
    quote = None if evidence.card and evidence.quote and is_in(evidence.card, [evidence.quote]) else evidence.quote
    return Quoted(cite, quote, line(_says(evidence), _not_in_card(evidence)), passage(evidence))


def _says(evidence: Evidence) -> Line:
    """What it comes to; below a passage, which has no quotation marks, it is said whose words these are."""
    if not evidence.says:
        return ()
    said = sentence(evidence.says)
    return line(Run("In our words: ", "em"), capital(said)) if evidence.card else line(said)


def cards_of(s: Setting, id: str) -> list[Block]:
    """The evidence of a statement that has its passage with it."""
    return [evidence_of(s, evidence) for evidence in s.debate.statements[id].evidence if evidence.card]


def full_cite(s: Setting, source: Source) -> Line:
    """What a cite says beyond name and year (these too, where a style has numbers for them): why its author is to be
    heard, the day, the title."""
    who = source.custom.qualifications
    day = when(source.issued) if source.issued and str(source.issued) != source.issued.year else ""
    from argmap.briefs.citations import title  # brings in the citation processor

    named = source.title and not _has(s, source.id, source.title)
    names = source.author or source.editor
    numbered = names and not _has(s, source.id, names[0].short)
    return line(
        f" {tidy(s.ev.called[source.id])}" if numbered else "",
        f" ({phrase(who)})" if who else "",
        f", {day}" if day else "",
        line(", ", title(phrase(source.title or ""), source.URL)) if named else (),
    )


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


def _publication(s: Setting, evidence: Evidence) -> str:
    """Who published it, where the citation does not say so already."""
    source = s.debate.sources.get(evidence.source)
    places = [source.container_title, source.publisher] if source else []
    return next((phrase(p) for p in places if p and not _has(s, evidence.source, p)), "")


def _has(s: Setting, source: str, words: str) -> bool:
    """Whether a citation says some words already, whatever quotation marks and apostrophes it has made of theirs."""
    return _letters(words) in _letters(s.short(source))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"<[^<>]*>", "", text)).casefold()
