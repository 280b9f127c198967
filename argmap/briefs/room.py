"""Cards for the debate room: tag, cite and passage, each source in full where it is first cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.briefs import queries
from argmap.briefs.evidence_section import evidence_of, read_aloud
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import subtitle
from argmap.documents.document import Block, Card, Line, Run
from argmap.documents.lines import line, sentence
from argmap.evaluation.reasons import voice
from argmap.evaluation.weight import RANK, weight
from argmap.model import Evidence, Statement
from argmap.wording.counts import counted
from argmap.wording.sentences import capital


class Room:
    """One document that is carried into the room: it remembers which sources have been cited in full."""

    def __init__(self, s: SelectedDebate) -> None:
        self.s = s
        self.delivery = s.selection.delivery
        self._cited: set[str] = set()
        self._told: set[str] = set()
        self._remark = ("", "")
        self.read = 0
        """How many words of the document are read aloud so far."""

    def tag(self, id: str) -> str:
        """What is said of a card: its tag, else its words."""
        said = self.s.debate.statements[voice(self.s.debate.statements[id])]
        return capital(sentence(said.tag or self.s.words_of(said.id)))

    def evidence(self, id: str, most: int = 1) -> list[Evidence]:
        """The best sources of a statement: those with a passage first, of the reliable ones those with a quote."""
        said = self.s.debate.statements[voice(self.s.debate.statements[id])]
        found = queries.ranked(self.s.debate, said)
        doubtful = [(queries.reliability(self.s.ev, each) or "F") > "C" for each in found]
        order = sorted(
            zip(found, doubtful, strict=True), key=lambda pair: (not pair[0].card, pair[1], not pair[0].quote)
        )
        return [evidence for evidence, _ in order][:most]

    def reads(self, id: str) -> bool:
        """Whether a card is told for the first time in this document; its words are counted then."""
        new = self.once(id)
        self.read += self.words(id) if new else 0
        return new

    def subtitle(self, name: str) -> str:
        """What the file is, and how much of it is read aloud; to be asked when all of it has been composed."""
        told = subtitle(self.s, name)
        limit = counted(self.delivery.limits.rebuttal, "minute")
        return f"{told} · in all {self.delivery.told(self.read)}; a rebuttal has {limit}" if self.read else told

    def once(self, id: str, what: str = "card") -> bool:
        """Whether the card, or the page, of a statement is told for the first time in this document."""
        said = f"{what} {voice(self.s.debate.statements[id])}"
        new = said not in self._told
        self._told.add(said)
        return new

    def words(self, id: str, most: int = 1) -> int:
        """How many words of a card are read: tag, name and year, and what is marked."""
        cites = [f"{self.s.ev.called.get(e.source, e.source)} {read_aloud(e)}" for e in self.evidence(id, most)]
        return len(" ".join([self.tag(id), *cites]).split())

    def told(self, ids: Iterable[str]) -> str:
        """How many words some cards have that are read, and how long that takes."""
        return self.delivery.told(sum(map(self.words, ids)))

    def cites(self, id: str, most: int = 1) -> list[Block]:
        """The sources of a card with their words; name, year and place alone where it has been cited in full. What
        the card before says of the same source is not said again."""
        blocks: list[Block] = []
        for evidence in self.evidence(id, most):
            remark = (evidence.source, evidence.says or "")
            new = evidence if remark != self._remark else evidence.model_copy(update={"says": None})
            blocks.append(evidence_of(self.s, new, evidence.source not in self._cited))
            self._cited.add(evidence.source)
            self._remark = remark
        return blocks

    def card(self, id: str, lead: str = "", timed: bool = True, again: bool = False) -> Card:
        """A card: tag with how long it takes to read, cite, passage; where it has been told before and `again` is not
        wanted, the tag alone."""
        took: Line = (Run(" "), Run(self.told([id]), "em")) if timed and self.evidence(id) else ()
        tag = line(Run(f"{lead}{self.tag(id)}", "strong"), took)
        return Card(tag, tuple(self.cites(id)) if self.reads(id) or again else ())

    def first(self, statements: Sequence[Statement]) -> list[Statement]:
        """Statements in the order in which one would read them: what stands and is documented before the rest."""
        return sorted(statements, key=lambda x: (
            RANK[self.s.ev.label(x.id)], not self.evidence(x.id), weight(self.s.ev, x.id)
        ))  # fmt: skip
