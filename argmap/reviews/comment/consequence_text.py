"""Statements and changes in a debater's words, as Markdown in which the data is only text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.documents.document import SIGNS
from argmap.evaluation.framework import Label
from argmap.model import ALL, Claim, Comparison, Evidence, Statement, StepPremise, Suppression
from argmap.prose.relation import does, relation_of
from argmap.prose.standing import stands
from argmap.reviews.change import Change, Kind
from argmap.reviews.comment.comment_wording import marked, said, shortened
from argmap.reviews.comment.places import Places
from argmap.reviews.nouns import noun
from argmap.reviews.phrases import edited_fields, plain
from argmap.reviews.records import Record
from argmap.reviews.result import Flip, Review
from argmap.reviews.standing_told import Standing, review_standings
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code, link, remark

_ROOT = "statements"


def labelled(label: Label) -> str:
    """`✓ stands`, of a resolution."""
    return f"{SIGNS[label]} {stands(label).badge}"


def signed(found: Standing) -> str:
    """`✓ stands`, `✗ answered by no-such-thing`."""
    return f"{SIGNS[found.label]} {found.said.badge}"


def flipped(review: Review, flip: Flip) -> str:
    """`✓ stands → **✗ defeated**`."""
    before, after = review_standings(review, flip)
    return f"{signed(before)} → **{signed(after)}**"


class Teller:
    """Tells of one review; knows both versions and where they can be looked at."""

    def __init__(self, review: Review, places: Places) -> None:
        self.review, self.places = review, places
        self._old = {old: new for new, old in review.renamed.items()}
        self._tell: dict[Kind, Callable[[Change], str]] = {
            Kind.ADDED: self._whole, Kind.REMOVED: self._whole, Kind.RENAMED: self._renamed,
            Kind.REWORDED: self._reworded, Kind.RETARGETED: self._retargeted, Kind.TURNED: self._turned,
            Kind.MOVED: self._moved, Kind.PREMISES: self._premises, Kind.WEIGHING: self._weighing,
            Kind.CONTRADICTION: self._contradiction, Kind.EVIDENCE_ADDED: self._cited,
            Kind.EVIDENCE_REMOVED: self._cited, Kind.EVIDENCE_EDITED: self._evidence, Kind.QUOTE_ALTERED: self._quote,
            Kind.GRADE_CHANGED: self._grade, Kind.SOURCE_CHANGED: self._source,
            Kind.SUPPRESSION_ADDED: self._suppressed, Kind.SUPPRESSION_REMOVED: self._suppressed,
            Kind.ROLE_CHANGED: self._field, Kind.SCHEME_CHANGED: self._field, Kind.EDITED: self._field,
        }  # fmt: skip

    def told(self, change: Change) -> str:
        """A change as one line: what happened, to what, and what a reader compares."""
        return self._tell[change.kind](change)

    # -- what is spoken of

    def name(self, id: str) -> str:
        """A statement's id, which leads to its line."""
        href = self.places.after.href(_ROOT, id) or self.places.before.href(_ROOT, self.review.renamed.get(id, id))
        return link(code(id), href)

    def named(self, element: str | StepPremise) -> str:
        """A premise, or what is outweighed: a statement or a step by its id, or all on the other side."""
        if isinstance(element, StepPremise):
            return f"the step of {self.name(element.step)}"
        return "all on the other side" if element == ALL else self.name(element)

    def of(self, subject: str, id: str) -> str:
        """The name of any record: `position`, `source`, the debate itself."""
        if subject == "statement":
            return self.name(id)
        if subject == "debate":
            return "the debate"
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
        premises = ", ".join(self.named(premise) for premise in record.get("premises", ()))
        text = said(record["text"]) if record.get("text") else f"a step from {premises}"
        grounds = f" ({self._grounds(record)})" if record.get("evidence") else ""
        return f"{verb} {self._as(change.id, record)}: {text}{grounds}"

    def _as(self, id: str, record: Record) -> str:
        """`rebuttal X of Y`."""
        if record.get("type") == "claim":
            return f"{'claim' if record.get('position') else 'resolution'} {self.name(id)}"
        if record.get("undercuts"):
            return f"rebuttal {self.name(id)}, which undercuts {self.name(record['undercuts'])}"
        between = "of" if record.get("type") == "rebuttal" else "for"
        return f"{record.get('type', 'statement')} {self.name(id)} {between} {self.name(record.get('of', ''))}"

    def _grounds(self, record: Record) -> str:
        cited = list(dict.fromkeys(evidence.source for evidence in record["evidence"]))
        return f"cites {listed(map(self.short, cited), most=3)}"

    def _renamed(self, change: Change) -> str:
        score = "" if change.score is None or change.score >= 1 else f" (texts {change.score:.0%} alike)"
        return f"**Renamed** {code(str(change.before))} to {self.of(change.subject, change.id)}{score}"

    def _reworded(self, change: Change) -> str:
        field = change.edits[0].field if change.edits else "text"
        what = self.of(change.subject, change.id) + ("" if field in ("text", None) else f", its {noun(field or '')}")
        if not (change.before and change.after):  # a title that was not there before
            return f"**Reworded** {what}: {self._value(change.before)} → {self._value(change.after)}"
        return f"**Reworded** {what}: {marked(change.before, change.after)}"

    def _retargeted(self, change: Change) -> str:
        now = self.step(change.id) or f"answers {self.name(change.after or '')}"
        before = self.name(change.before) if change.before else "nothing"
        if change.before == change.after:
            fields = [edit.field for edit in change.edits if edit.before is not None]
            before += "’s step" if "undercuts" in fields else " itself"
        return f"**Retargeted** {self.name(change.id)}: it {now}, and not {before} as before"

    def _turned(self, change: Change) -> str:
        return (
            f"**Turned** {self.name(change.id)}: {change.before} → **{change.after}**"
            f"{self._clause(change.id)}: {self.quoted(change.id)}"
        )

    def _clause(self, id: str) -> str:
        step = self.step(id)
        return f"; it {step}" if step else ""

    def _moved(self, change: Change) -> str:
        before, after = (code(id) if id else "the resolutions" for id in (change.before, change.after))
        return f"**Moved** {self.name(change.id)} from {before} to **{after}**"

    def _premises(self, change: Change) -> str:
        if change.before is None:
            return f"**Premise added**: {self.name(change.id)} now also needs {self._titled(change.after)}"
        if change.after is None:
            return f"**Premise removed**: {self.name(change.id)} no longer needs {self._titled(change.before)}"
        return f"**Premises** of {self.name(change.id)}: {self._value(change.before)} → {self._value(change.after)}"

    def _titled(self, premise: str | StepPremise) -> str:
        id = premise if isinstance(premise, str) else premise.step
        return f"{self.named(premise)}, {self.quoted(id, 160)}"

    def _weighing(self, change: Change) -> str:
        before, after = change.before, change.after
        if not isinstance(before or after, Comparison):
            now = (
                "is weighed now: no rebuttal settles it alone"
                if after
                else "is no longer weighed: one rebuttal settles it"
            )
            return f"**Weighing**: {self.name(change.id)} {now}"
        if before is None:
            over = f"{self.named(after.over)}, because {said(after.because)}"
            return f"**Outweighs**: {self.name(change.id)} now outweighs {over}"
        if after is None:
            return (
                f"**No longer outweighs**: {self.name(change.id)} does not outweigh {self.named(before.over)} any more "
                f"(it did, because {said(before.because)})"
            )
        return (
            f"**Weighing** of {self.name(change.id)} over {self.named(after.over)}: "
            f"{marked(before.because, after.because)}"
        )

    def _contradiction(self, change: Change) -> str:
        now = "now contradicts" if change.before is None else "no longer contradicts"
        other = change.after if change.before is None else change.before
        return f"**Contradiction**: {self.name(change.id)} {now} {self._titled(other)}"

    def _cited(self, change: Change) -> str:
        added = change.kind is Kind.EVIDENCE_ADDED
        held: Evidence = change.after if added else change.before
        verb = "**Evidence added** to" if added else "**Evidence removed** from"
        return f"{verb} {self.name(change.id)}: {self._card(held)}"

    def _card(self, held: Evidence) -> str:
        grade = f", grade {held.grade}" if held.grade else ""
        place = f", {remark(shortened(held.at, 80))}" if held.at else ""
        quote = f": {said(held.quote)}" if held.quote else f": {remark(shortened(held.says, 160))}" if held.says else ""
        return f"{self.short(held.source)}{place}{grade}{quote}"

    def _evidence(self, change: Change) -> str:
        return f"**Evidence edited** of {self.name(change.id)}, {self._fields(change.before, change.after)}"

    def _fields(self, before: Evidence, after: Evidence) -> str:
        differing = [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]
        told = (f"{noun(name)}: {self._difference(getattr(before, name), getattr(after, name))}" for name in differing)
        return f"{self.short(after.source)}: " + "; ".join(told)

    def _difference(self, before: object, after: object) -> str:
        if isinstance(before, str) and isinstance(after, str) and " " in before + after:
            return marked(before, after)
        return f"{self._value(before)} → **{self._value(after)}**"

    def _quote(self, change: Change) -> str:
        before, after = change.before, change.after
        rest = [name for name in type(after).model_fields if getattr(before, name) != getattr(after, name)]
        others = " (and its " + ", ".join(noun(name) for name in rest if name != "quote") + ")" if rest[1:] else ""
        return (
            f"**Quote altered** at {self.name(change.id)}, {self.short(after.source)}: "
            f"{self._difference(before.quote, after.quote)}{others}"
        )

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

    def _suppressed(self, change: Change) -> str:
        held: Suppression = change.after or change.before
        verb = {(True, False): "now accepted", (False, True): "no longer accepted"}.get(
            (change.before is None, change.after is None), "accepted otherwise"
        )
        reason = f": {remark(shortened(held.reason))}" if held.reason else ", without a reason"
        until = f" (until {remark(held.until)})" if held.until else ""
        return f"**Finding {verb}** at {self.of(change.subject, change.id)}: {code(held.rule)}{reason}{until}"

    def _field(self, change: Change) -> str:
        field = change.field or (change.edits[0].field if change.edits else None) or str(change.kind)
        what = f"{noun(field)} of {self.of(change.subject, change.id)}"
        return f"**Changed** {what}: {self._difference(change.before, change.after)}"

    def _value(self, value: Any) -> str:
        return "none" if value in (None, (), {}) else remark(shortened(plain(value), 200))
