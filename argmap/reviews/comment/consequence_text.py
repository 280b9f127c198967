"""Statements and changes in a debater's words, as Markdown in which the data is only text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from argmap.documents.document import SIGNS
from argmap.evidence.verification import quote_digest
from argmap.model import Claim, Comparison, Evidence, Source, Statement, StepPremise, Suppression
from argmap.model.change import Change, Kind
from argmap.prose.change_sentences import done, edited_fields, element, headline, noun, value_in_words
from argmap.prose.relation import does, relation_of
from argmap.reviews.comment.comment_wording import marked, said, shortened
from argmap.reviews.comment.places import Places
from argmap.reviews.records import Record
from argmap.reviews.result import Flip, Review
from argmap.reviews.standing_told import Standing, review_standings
from argmap.reviews.together import moved_together, replacements
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code, link, remark
from argmap.wording.sentences import capital

_ROOT = "statements"


def signed(found: Standing) -> str:
    """`✓ stands`, `✗ answered by no-such-thing`."""
    return f"{SIGNS[found.label]} {found.said.badge}"


def flipped(review: Review, flip: Flip) -> str:
    """`✓ stands → **✗ defeated**`."""
    before, after = review_standings(review, flip, code)
    return f"{signed(before)} → **{signed(after)}**"


def _unlike(own: Any, other: Any) -> object:
    """The entries of a mapping or a list that the other has not, or otherwise."""
    if isinstance(own, tuple):
        return tuple(each for each in own if each not in other)
    return {key: value for key, value in own.items() if key not in other or other[key] != value}


class ReviewLines:
    """Tells of one review; knows both versions and where they can be looked at."""

    def __init__(self, review: Review, places: Places) -> None:
        self.review, self.places = review, places
        self._tell: dict[Kind, Callable[[Change], str]] = {
            Kind.ADDED: self._whole, Kind.REMOVED: self._whole, Kind.REPLACED: self._another,
            Kind.REWORDED: self._reworded,
            Kind.EVIDENCE_ADDED: self._cited, Kind.EVIDENCE_REMOVED: self._cited, Kind.EVIDENCE_EDITED: self._evidence,
            Kind.QUOTE_ALTERED: self._quote, Kind.GRADE_CHANGED: self._grade, Kind.SOURCE_CHANGED: self._source,
            Kind.ROLE_CHANGED: self._field, Kind.SCHEME_CHANGED: self._field, Kind.EDITED: self._field,
        }  # fmt: skip

    def told(self, change: Change) -> str:
        """A change as one line: what happened, to what, and what a reader compares."""
        return self._tell.get(change.kind, self._sentence)(change)

    def once(self, change: Change) -> str:
        """The same in a list of changes: of those that moved together the first tells of all, and what came tells what
        it replaced; with the others nothing is said.
        """
        moved, other = self._together.get(id(change)), self._pairs.get(id(change))
        if other is not None:
            return self.replaced(other, change) if change.kind is Kind.ADDED else ""
        return self.told(change) if moved is None else moved

    @cached_property
    def _together(self) -> dict[int, str]:
        return moved_together(self.review, self.of)

    @cached_property
    def _pairs(self) -> dict[int, Change]:
        return replacements(self.review)

    # -- what is spoken of

    def name(self, id: str) -> str:
        """A statement's id, which leads to its line."""
        href = self.places.after.href(_ROOT, id) or self.places.before.href(_ROOT, self.review.renamed.get(id, id))
        return link(code(id), href)

    def of(self, subject: str, id: str) -> str:
        """The name of any record: `position`, `source`, the debate itself."""
        if subject == "statement":
            return self.name(id)
        if subject in ("debate", "id"):
            return "the debate" if subject == "debate" else code(id)
        at = f"{subject}s"
        return f"{subject} {link(code(id), self.places.after.href(at, id) or self.places.before.href(at, id))}"

    def statement(self, id: str) -> Statement | None:
        """A statement by its id after the change; one that is gone as it was."""
        after = self.review.after.debate.statements.get(id)
        return after or self.review.before.debate.statements.get(self.review.renamed.get(id, id))

    def quoted(self, id: str, longest: int = 300) -> str:
        """What a statement says, in quotation marks; of a bare step what its premises say."""
        found = self.statement(id)
        if found is None:
            return "(not in the debate)"
        if found.text:
            return said(found.text, longest)
        premises = getattr(found, "premise_ids", ())
        texts = [said(other.text, longest // 2) for id in premises[:2] if (other := self.statement(id)) and other.text]
        return f"a step from {listed([*texts, *([f'{len(premises) - 2} more'] if len(premises) > 2 else [])])}"

    def short(self, source: str) -> str:
        """A source as a citation calls it."""
        name = self.review.after.called.get(source) or self.review.before.called.get(source)
        return f"{remark(shortened(name, 80))} ({code(source)})" if name else code(source)

    def step(self, id: str) -> str:
        """Against or for what a support or rebuttal stands: `contests X`."""
        found = self.statement(id)
        if found is None or isinstance(found, Claim) or found.id not in self.review.after.debate.statements:
            return ""
        return does(relation_of(found), self.name(found.target))

    # -- one function a kind of change

    def _whole(self, change: Change) -> str:
        verb = "**Added**" if change.kind is Kind.ADDED else "**Removed**"
        record: Record = (change.after if change.kind is Kind.ADDED else change.before) or {}
        if change.subject == "source":
            return f"{verb} source {self.short(change.id)}: {said(record.get('title') or 'untitled')}"
        if change.subject != "statement":
            title = record.get("title")
            return f"{verb} {self.of(change.subject, change.id)}" + (f": {said(title)}" if title else "")
        premises = ", ".join(element(premise, self.of) for premise in record.get("premises", ()))
        text = said(record["text"]) if record.get("text") else f"a step from {premises}"
        grounds = f" ({self._grounds(record)})" if record.get("evidence") else ""
        return f"{verb} {self._as(change.id, record)}: {text}{grounds}{self._bears_on(record)}"

    def _bears_on(self, record: Record) -> str:
        """What a new or removed statement does beside answering its target."""
        told = [f"contradicts {listed(map(self.name, record['contradicts']))}"] if record.get("contradicts") else []
        others = [element(each.over, self.of) for each in record.get("outweighs", ())]
        return f"; it {listed([*told, *([f'outweighs {listed(others)}'] if others else [])])}" if told or others else ""

    def _another(self, change: Change) -> str:
        if change.subject == "source":
            titles = [said(record["title"]) for record in (change.before, change.after)]
            return f"**Another work**: {self.of('source', change.id)} was {titles[0]} and is {titles[1]}"
        was, now = (f"{said(record['text'])}" for record in (change.before, change.after))
        before, after = self._as(change.id, change.before), self._as(change.id, change.after)
        return f"**Replaced** {before}: {was} → {after}: {now}"

    def replaced(self, gone: Change, come: Change) -> str:
        """What came in the place of what went, at the same target."""
        grounds = f" ({self._grounds(come.after)})" if come.after.get("evidence") else ""
        old, new = f"{self.name(gone.id)} ({said(gone.before['text'])})", self._as(come.id, come.after)
        return f"**Replaced** {old} by {new}: {said(come.after['text'])}{grounds}"

    def _as(self, id: str, record: Record) -> str:
        """`rebuttal X of Y`."""
        if record.get("type") == "claim":
            return f"{'claim' if record.get('position') else 'resolution'} {self.name(id)}"
        if record.get("undercuts"):
            return f"rebuttal {self.name(id)}, which undercuts {self.name(record['undercuts'])}"
        between = "of" if record.get("type") == "rebuttal" else "for"
        return f"{record.get('type', 'statement')} {self.name(id)} {between} {self.name(record.get('of', ''))}"

    def _grounds(self, record: Record) -> str:
        cited = {self.short(held.source): held for held in reversed(record["evidence"])}
        told = [f"{name}{self._graded(held)}" for name, held in reversed(cited.items())]
        quotes = [f"{said(held.quote, 160)}{self._verified(held)}" for held in record["evidence"] if held.quote]
        return f"cites {listed(told, most=3)}{f': {listed(quotes, most=2)}' if quotes else ''}"

    def _reworded(self, change: Change) -> str:
        field = change.edits[0].field if change.edits else "text"
        what = self.of(change.subject, change.id) + ("" if field in ("text", None) else f", its {noun(field or '')}")
        return f"**Reworded** {what}: {marked(change.before or '', change.after or '')}"

    def _cited(self, change: Change) -> str:
        added = change.kind is Kind.EVIDENCE_ADDED
        held: Evidence = change.after if added else change.before
        verb = "**Evidence added** to" if added else "**Evidence removed** from"
        return f"{verb} {self.name(change.id)}: {self._card(held)}"

    def _card(self, held: Evidence) -> str:
        grade = self._graded(held)
        place = f", {remark(shortened(held.at, 80))}" if held.at else ""
        quote = f": {said(held.quote)}" if held.quote else f": {remark(shortened(held.says, 160))}" if held.says else ""
        return f"{self.short(held.source)}{place}{grade}{quote}{self._verified(held)}"

    def _graded(self, held: Evidence) -> str:
        """The grade of what is said, or else of its source, with the reason for it."""
        notes = next((s.custom for v in self._sources() if (s := v.get(held.source))), None)
        own = "".join(filter(None, (notes.reliability, notes.credibility))) if notes else ""
        why = held.why if held.grade else notes.why if notes else None
        grade = held.grade or own
        because = f" ({remark(shortened(why, 120).rstrip('.'))})" if why else ""
        return f", grade {grade}{because}" if grade else ""

    def _sources(self) -> tuple[Mapping[str, Source], Mapping[str, Source]]:
        return self.review.after.debate.sources, self.review.before.debate.sources

    def _verified(self, held: Evidence) -> str:
        """Whether a quote was found in its source, as the lock remembers; nothing where nothing was ever verified. An
        entry that comes with the change proves nothing where the text is not opened, or comes with it as well."""
        seen, known = self.review.after.lock.seen, self.review.before.lock.seen
        if not held.quote or not seen:
            return ""
        quote = (held.source, quote_digest(held.quote))
        if quote not in seen or (quote not in known and held.source in self.review.lock.unchecked):
            return ", not verified"
        has_come = quote not in known and held.source in self.review.lock.arrived
        return ", found in a copy that arrives with it" if has_come else ", verified"

    def _evidence(self, change: Change) -> str:
        return f"**Evidence edited** of {self.name(change.id)}, {self._fields(change.before, change.after)}"

    def _fields(self, before: Evidence, after: Evidence) -> str:
        pairs = ((name, getattr(before, name), getattr(after, name)) for name in edited_fields(before, after))
        return f"{self.short(after.source)}: " + "; ".join(f"{noun(n)}: {self._difference(a, b)}" for n, a, b in pairs)

    def _difference(self, before: object, after: object) -> str:
        if isinstance(before, Mapping | tuple) and type(before) is type(after):
            old, new = _unlike(before, after), _unlike(after, before)
            before, after = (old, new) if old or new else (before, after)
        if isinstance(before, str) and isinstance(after, str) and " " in before + after:
            return marked(before, after)
        if self._value(before) == self._value(after):
            return f"{self._value(after)} (the same words in another form)"
        return f"{self._value(before)} → **{self._value(after)}**"

    def _quote(self, change: Change) -> str:
        before, after = change.before, change.after
        rest = edited_fields(before, after)
        others = " (and its " + ", ".join(noun(name) for name in rest if name != "quote") + ")" if rest[1:] else ""
        return (
            f"**{capital(done(change))}** at {self.name(change.id)}, {self.short(after.source)}: "
            f"{self._changed_quote(before.quote, after)}{others}"
        )

    def _changed_quote(self, before: str | None, after: Evidence) -> str:
        if before and after.quote:
            return self._difference(before, after.quote)
        return f"{said(after.quote or before or '')}{self._verified(after)}"

    def _grade(self, change: Change) -> str:
        others = ""
        if isinstance(change.after, Evidence):
            where = f"at {self.name(change.id)}, {self.short(change.after.source)}"
            before, after = (held.grade or "that of its source" for held in (change.before, change.after))
            rest = [name for name in edited_fields(change.before, change.after) if name not in ("grade", "why")]
            others = f"; also its {', '.join(map(noun, rest))}" if rest else ""
        else:
            where, before, after = f"of source {self.short(change.id)}", change.before, change.after
        return f"**Grade changed** {where}: {self._value(before)} → **{self._value(after)}**{others}"

    def _source(self, change: Change) -> str:
        if isinstance(change.after, Evidence):
            before, after = self.short(change.before.source), self.short(change.after.source)
            return f"**Source changed** at {self.name(change.id)}: {before} → **{after}**"
        field = change.edits[0].field if change.edits else None
        what = f", its {code(field)}" if field else ""
        difference = self._difference(change.before, change.after)
        return f"**Source edited**: {self.short(change.id)}{what}: {difference}"

    def _sentence(self, change: Change) -> str:
        """The line that every report has, and what a reader wants to see with it."""
        return f"{capital(headline(change, self.of))}{self._detail(change)}"

    def _detail(self, change: Change) -> str:
        before, after, held = change.before, change.after, change.after or change.before
        if isinstance(held, Suppression):
            until = f" (until {remark(held.until)})" if held.until else ""
            return (f": {remark(shortened(held.reason))}" if held.reason else ", without a reason") + until
        if isinstance(held, Comparison):
            why = f"because {said(held.because)}"
            return (
                f": {marked(before.because, after.because)}"
                if before and after
                else (f", {why}" if after else f" (it did, {why})")
            )
        if change.kind in (Kind.PREMISES, Kind.CONTRADICTION):
            return f": {self.quoted(held.step if isinstance(held, StepPremise) else held, 160)}"
        step = self.step(change.id)
        return f"; it {step}: {self.quoted(change.id)}" if change.kind is Kind.TURNED and step else ""

    def _field(self, change: Change) -> str:
        field = change.field or (change.edits[0].field if change.edits else None) or str(change.kind)
        what = f"{noun(field)} of {self.of(change.subject, change.id)}"
        return f"**Changed** {what}: {self._difference(change.before, change.after)}"

    def _value(self, value: Any) -> str:
        return "none" if value in (None, (), {}) else remark(shortened(value_in_words(value), 200))
