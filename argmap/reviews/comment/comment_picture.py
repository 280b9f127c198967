"""The map in a comment: what changed and where it stands, as a Mermaid flowchart that GitHub and GitLab draw.

GitHub draws at most 50,000 characters and 500 lines between boxes; a reader takes in far fewer. So what matters most
is drawn, each with its way up to a resolution, and the rest is counted. New, removed and changed are told apart by a
word, by the shape and by the border; colour only repeats it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Comparison, Statement, StepPremise
from argmap.model.change import Change, Kind
from argmap.prose.relation import VERBS, relation_of
from argmap.reviews.comment.consequence_text import signed
from argmap.reviews.comment.mermaid import cut, encoded, label
from argmap.reviews.result import Review
from argmap.reviews.standing_told import review_standings, standing

MOST = 12
"""Boxes of a map."""

WAY = 8
"""Steps of a way up to a resolution that are drawn; a longer one is left out, and what it leads from stands alone."""

LONGEST = 120
"""Characters of a statement's text in its box, which wraps it."""

STYLES = """\
  classDef same fill:#f6f8fa,stroke:#59636e,color:#1f2328
  classDef new fill:#dafbe1,stroke:#1a7f37,stroke-width:3px,color:#1f2328
  classDef changed fill:#fff8c5,stroke:#9a6700,stroke-width:3px,color:#1f2328
  classDef flips fill:#ddf4ff,stroke:#0550ae,stroke-width:4px,color:#1f2328
  classDef removed fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:6 4,color:#1f2328
"""
"""Dark on light, whatever the page's own colours are; contrast of text and of borders by WCAG AA."""

SHAPES = {
    "same": ("[", "]"), "new": ("[[", "]]"), "changed": ("(", ")"), "removed": ("[", "]"), "flips": ("{{", "}}"),
}  # fmt: skip
LEGEND = (
    "<sub>Double sides: new. Rounded: changed. Dashed: removed. Hexagon: stands otherwise than before. Thick lines: "
    "new steps; dotted: removed. A line that ends in × contests, one in ● undercuts.</sub>"
)
_ENDS = {"supports": ">", "contests": "x", "undercuts": "o", "premise of": ">", "outweighs": ">", "contradicts": "x"}

_NAMING = frozenset({Kind.PREMISES, Kind.CONTRADICTION, Kind.RETARGETED})
"""Changes whose values are ids of statements."""

Relation = tuple[str, str, str]
"""From, to, and what the one does to the other."""


@dataclass(frozen=True)
class Picture:
    """A flowchart, and what is said beside it."""

    text: str
    legend: str

    @classmethod
    def of(cls, review: Review) -> Picture | None:
        """The map of a review; None where no statement changed."""
        drawing = _Drawing(review)
        wanted = list(dict.fromkeys(drawing.wanted()))
        if not wanted:
            return None
        boxes = drawing.chosen(wanted)
        left_out = sum(id not in boxes for id in drawing.subjects)
        more = f" {left_out:,} more changed statements are not drawn." if left_out else ""
        legend = LEGEND.replace("</sub>", f"{more}</sub>") if more else LEGEND
        return cls(drawing.text(boxes), legend)


class _Drawing:
    """What may be drawn of one review. All ids are those after the change."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self._names = {old: new for new, old in review.renamed.items()}
        self._changes: defaultdict[str, list[Change]] = defaultdict(list)
        for change in review.changes:
            if change.subject == "statement":
                self._changes[change.id].append(change)
        self._flips = {flip.id: flip for flip in review.flips}

    @property
    def subjects(self) -> set[str]:
        """The statements that changed or flip."""
        return {*self._changes, *self._flips}

    def wanted(self) -> Iterator[str]:
        """The statements that the map is about, what matters most first; an id may come more than once."""
        review = self.review
        resolutions = [flip for flip in review.flips if flip.is_resolution]
        yield from (flip.id for flip in resolutions)
        for flip in (*resolutions, *review.flips):
            for change in flip.causes:
                yield from self._of(change)
        yield from review.newly_unanswered
        yield from review.newly_answered
        yield from (flip.id for flip in review.flips)
        yield from self._changes
        for change in review.changes:
            yield from self._of(change)

    def _of(self, change: Change) -> Iterator[str]:
        """The statement that a change is about, and those that it speaks of."""
        if change.subject != "statement":
            return
        yield change.id
        for value in (change.before, change.after):
            other = value.over if isinstance(value, Comparison) else value if change.kind in _NAMING else None
            other = other.step if isinstance(other, StepPremise) else other
            other = self._names.get(other, other) if other else None
            if other and self._statement(other):
                yield other

    def chosen(self, wanted: Iterable[str]) -> dict[str, None]:
        """The boxes: as many as fit, each with its way to a resolution."""
        found: dict[str, None] = {}
        for id in wanted:
            way = [step for step in self._way(id) if step not in found]
            if len(found) + len(way) <= MOST:
                found |= dict.fromkeys(way)
        return found

    def _way(self, id: str) -> list[str]:
        """A statement, and what it leads to, up to a resolution."""
        way = [id]
        while len(way) <= WAY and (above := self._above(way[-1])) and above not in way:
            way.append(above)
        return way if len(way) <= WAY else [id]

    def _above(self, id: str) -> str | None:
        for ev, names in self._versions():
            found = ev.debate.statements.get(names.get(id, id))
            if found is not None:
                back = self._names if ev is self.review.before else {}
                above = _above(ev, found)
                return back.get(above, above) if above else None
        return None

    def _versions(self) -> tuple[tuple[Evaluation, Mapping[str, str]], ...]:
        return (self.review.after, {}), (self.review.before, self.review.renamed)

    def text(self, boxes: Mapping[str, None]) -> str:
        """The flowchart."""
        numbers = {id: f"n{n}" for n, id in enumerate(boxes)}
        lines = ["flowchart BT", *(f"  {number}{self._box(id)}" for id, number in numbers.items())]
        lines += [f"  {numbers[a]} {_line(what, state)} {numbers[b]}" for (a, b, what), state in self._relations(boxes)]
        return "\n".join(lines) + "\n" + STYLES

    def _box(self, id: str) -> str:
        state = self._state(id)
        opening, closing = SHAPES[state]
        return f"{opening}{label(self._lines(id, state))}{closing}:::{state}"

    def _state(self, id: str) -> str:
        kinds = {change.kind for change in self._changes.get(id, ())}
        for kind, state in ((Kind.ADDED, "new"), (Kind.REMOVED, "removed")):
            if kind in kinds:
                return state
        return "changed" if kinds else "flips" if id in self._flips else "same"

    def _lines(self, id: str, state: str) -> list[str]:
        """What a box says: what happened to it, its text, how it stands."""
        found = self._statement(id)
        is_resolution = id in self.review.after.debate.resolution_ids
        kinds = ", ".join(dict.fromkeys(str(change.kind) for change in self._changes.get(id, ())))
        done = {"new": "NEW", "removed": "REMOVED", "flips": "FLIPS"}.get(state, kinds.upper())
        kind = type(found).__name__.lower() if found and state in ("new", "removed") else ""
        head = " ".join(filter(None, (done, "RESOLUTION" if is_resolution else kind)))
        text = found.text if found and found.text else f"step {id}"
        return [*filter(None, [head]), cut(text, LONGEST), self._standing(id, state)]

    def _statement(self, id: str) -> Statement | None:
        found = (ev.debate.statements.get(names.get(id, id)) for ev, names in self._versions())
        return next((statement for statement in found if statement is not None), None)

    def _standing(self, id: str, state: str) -> str:
        if id in self._flips:
            before, after = review_standings(self.review, self._flips[id])
            return f"{signed(before)} → {signed(after)}"
        if state == "removed":
            return f"was: {signed(standing(self.review.before, self.review.renamed.get(id, id)))}"
        return signed(standing(self.review.after, id))

    def _relations(self, boxes: Mapping[str, None]) -> Iterator[tuple[Relation, str]]:
        """The steps between the boxes, with their state; what is in both versions once."""
        before = {
            (self._names.get(a, a), self._names.get(b, b), what)
            for id in boxes
            for a, b, what in _steps(self.review.before, self.review.renamed.get(id, id))
        }
        after = dict.fromkeys(step for id in boxes for step in _steps(self.review.after, id))
        for step in after:
            if step[0] in boxes and step[1] in boxes:
                yield step, "same" if step in before else "new"
        for step in sorted(before - after.keys()):
            if step[0] in boxes and step[1] in boxes:
                yield step, "removed"


def _above(ev: Evaluation, statement: Statement) -> str | None:
    """What a statement answers to; of a claim the first step that needs it."""
    if isinstance(statement, Claim):
        return next((step.id for step in ev.graph.uses(statement.id)), None)
    return statement.target


def _steps(ev: Evaluation, id: str) -> Iterator[Relation]:
    """What a statement does to others, and its premises to it."""
    found = ev.debate.statements.get(id)
    if found is not None and not isinstance(found, Claim):
        yield id, found.target, VERBS[relation_of(found)]
        yield from ((premise, id, "premise of") for premise in found.premise_ids)
        yield from ((id, comparison.over, "outweighs") for comparison in ev.graph.weighings.get(id, ()))
    yield from ((id, other, "contradicts") for other in (found.contradicts if found else ()))


def _line(what: str, state: str) -> str:
    """An arrow with its words: `==x|contests, new|`."""
    words = ", ".join(filter(None, (what, "" if state == "same" else state)))
    end = _ENDS[what]
    shaft = {"same": "--", "new": "==", "removed": "-.-"}[state]
    return f'{shaft}{end}|"{encoded(words)}"|'
