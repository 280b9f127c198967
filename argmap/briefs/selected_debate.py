"""What every brief is written from: the debate, who "we" are, what is selected; and the lines that all briefs share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.analysis.analysis import Analysis
from argmap.briefs.delivery import USUAL, Delivery
from argmap.briefs.queries import ranked
from argmap.documents.document import Figure, Line, Link, Meter, Pill, Ref, Run, Tag, tidy
from argmap.documents.lines import joined, line, listed_lines, phrase, sentence, shown
from argmap.evaluation.base_scores import Strengths
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.model import Claim, Debate, Evidence, Position, Source, Statement
from argmap.model.parties import voices
from argmap.prose.naming import NO_CORE, ToldDebate
from argmap.prose.standing import doing
from argmap.wording.counts import in_words
from argmap.wording.near_misses import did_you_mean
from argmap.wording.sentences import capital

if TYPE_CHECKING:
    from argmap.briefs.citations import Citations

MOST_MENTIONED = 30
"""Of more statements named in one sentence than this, the others are counted."""
FEWEST_MENTIONED = 5
"""The same in a debate of more ties than `MANY_TIES`, so that a brief stays in proportion to its debate."""
MANY_TIES = 6_000

MOST_OPTIONS = 50
"""Of how many options a memo tells; of the others it says how many they are."""

NAMED = 3
"""How many statements a sentence names one by one."""


class SelectionError(ValueError):
    """A selection that names a side, resolution or position that the debate does not have."""


@dataclass(frozen=True)
class Selection:
    """What a brief is about: whose it is, which resolution, which position, None being all (or the brief's own side);
    and whether it has the core of the debate alone."""

    side: str | None = None
    resolution: str | None = None
    position: str | None = None
    core: bool = False
    of: str | None = None
    """The argument that a frontline answers."""
    delivery: Delivery = USUAL
    """Who reads the cards aloud, and in which format of debate."""


def _steps(debate: Debate) -> list[str]:
    return [id for id, statement in debate.statements.items() if not isinstance(statement, Claim)]


def check(debate: Debate, selection: Selection) -> Selection:
    """The selection by ids. Raises `SelectionError` where it names what is not there, saying what there is."""
    side = selection.side and debate.side_called(selection.side)
    selection = replace(selection, side=side or selection.side)
    known: dict[str, tuple[str | None, Iterable[str]]] = {
        "side": (selection.side, debate.sides),
        "resolution": (selection.resolution, [claim.id for claim in debate.resolutions]),
        "position": (selection.position, [position.id for position in debate.positions]),
        "argument": (selection.of, _steps(debate) if selection.of else ()),
    }
    for what, (given, there) in known.items():
        if given is not None and given not in there:
            if what == "argument":
                raise SelectionError(f"this debate has no argument {given}{did_you_mean(given, there) or '.'}")
            raise SelectionError(f"this debate has no {what} {given}; it has {', '.join(there) or 'none'}.")
    if selection.core and not debate.core:
        raise SelectionError(f"{NO_CORE}.")
    return selection


@dataclass(frozen=True)
class SelectedDebate(ToldDebate):
    """An evaluated debate with its citations, seen through a selection."""

    citations: Citations
    selection: Selection = Selection()
    maps: Mapping[str, str] = field(default_factory=dict)
    source_href: Callable[[str], str | None] = lambda id: None

    @property
    def analysis(self) -> Analysis:
        """What takes more than a look at the evaluation."""
        return Analysis(self.ev)

    @cached_property
    def scope(self) -> frozenset[str]:
        """The ids of all that the selection leaves in: what bears on its resolution, what stands in its position,
        what belongs to the core."""
        ids = frozenset(self.debate.statements)
        if self.selection.resolution:
            ids &= frozenset(self.ev.graph.descendants([self.selection.resolution]))
        if self.selection.position:
            held = {id for id, position in self.debate.position_of.items() if position.id == self.selection.position}
            ids &= held | self.debate.resolution_ids
        if self.selection.core:
            ids &= self.debate.core
        return ids

    @cached_property
    def most_named(self) -> int:
        """How many premises, uses, contradictions, comparisons or answers are named beside one statement; the rest are
        counted."""
        steps = (x for x in self.debate.statements.values() if not isinstance(x, Claim))
        graph, ties = self.ev.graph, sum(len(step.premises) for step in steps)
        ties += sum(map(len, (*graph.contradictions.values(), *graph.weighings.values())))
        return MOST_MENTIONED if ties <= MANY_TIES else FEWEST_MENTIONED

    def tells(self, id: str) -> bool:
        """Whether an answer is told: any, or those of the core."""
        return not self.selection.core or id in self.debate.core

    @cached_property
    def options(self) -> tuple[Claim, ...]:
        """The resolutions in the selection."""
        return tuple(claim for claim in self.debate.resolutions if self.selection.resolution in (None, claim.id))

    @property
    def first_options(self) -> tuple[Claim, ...]:
        """Those of which a memo tells."""
        return self.options[:MOST_OPTIONS]

    @cached_property
    def accepting(self) -> Counter[str]:
        """How many audiences accept a resolution."""
        return Counter(each.resolution for each in self.analysis.standings if each.label is Label.IN)

    @cached_property
    def positions(self) -> tuple[Position, ...]:
        """The positions with anything in scope, in the debate's order."""
        return tuple(p for p in self.debate.positions if any(s.id in self.scope for s in p.arguments))

    @cached_property
    def party_of(self) -> dict[str, str]:
        """For each source in which one of the debate's parties speaks, which."""
        return {id: each.party for id, each in voices(self.debate).items()}

    def option_name(self, option: Claim) -> Line:
        """An option in the first cell of its row: its short name, or else what it says, linked to its place."""
        called = capital(tidy(option.short)) if option.short else phrase(self.words_of(option.id))
        return (Ref(called, option.id),)

    def tag(self, id: str) -> Tag:
        """The id, leading to the file where the caller knows the place."""
        return Tag(id, self.source_href(id))

    def pill(self, id: str) -> Pill:
        """The force of an argument, the standing of a claim."""
        if id not in self.ev.labelling.live:
            return Pill(self.ev.label(id))
        found = force(self.ev, id)
        return Pill(found.label, doing(found).badge)

    @property
    def strengths(self) -> Strengths | None:
        """The strengths that are written as numbers: where somebody asked for them."""
        found = self.ev.strengths
        return found if found and found.told else None

    def standing(self, id: str, as_premise: bool = False) -> Line:
        """The same, with the strength where strengths were asked for; an option has none, since its would follow how
        many arguments were listed. A premise has only to stand, whatever becomes of its own step."""
        found = self.strengths if id not in self.debate.resolution_ids else None
        meter = (Run(" "), Meter(found.worth(id), found.figure(id))) if found else ()
        return line(Pill(self.ev.label(id)) if as_premise else self.pill(id), meter)

    def mention(self, id: str) -> Line:
        """A statement named in passing: its words, linked to its place."""
        if id not in self._mentions:
            self._mentions[id] = line(Run("“"), Ref(phrase(self.words_of(id)), id), Run("”"))
        return self._mentions[id]

    @cached_property
    def _mentions(self) -> dict[str, Line]:
        return {}

    def mentions(self, ids: Iterable[str]) -> Line:
        """Several statements named in passing; of very many the first, and how many more there are."""
        return self.few(list(ids), self.most_named)

    def few(self, ids: Sequence[str], most: int, last: str = "and") -> Line:
        """The first of several statements named in passing, and how many more there are."""
        named = [self.mention(id) for id in ids[: shown(len(ids), most)]]
        rest = len(ids) - len(named)
        return listed_lines([*named, line(f"{in_words(rest)} more")] if rest else named, last)

    def names(self, ids: Sequence[str], last: str) -> Line:
        """The same, as sentences of `argmap.prose` ask for it."""
        return self.few(ids, NAMED, last)

    def full(self, id: str, strong: bool = False, by_tag: bool = False) -> Line:
        """A statement on a line of its own: its words (its tag, where it has one and is put first), standing, strength,
        sources and id."""
        tag = self.debate.statements[id].tag if by_tag else None
        words = Run(sentence(tag or self.words_of(id)), "strong" if strong else "plain")
        weight = self.weight_of(id)
        return line(words, Run(" "), self.standing(id), self.sources_of(id), weight, Run(" "), self.tag(id))

    def weight_of(self, id: str) -> Line:
        """` (weight set at 0.40: one city alone was asked)` where the debate sets a statement's weight, and strengths
        are shown, which begin at it."""
        weight = self.debate.statements[id].weight
        if weight is None or self.strengths is None:
            return ()
        return line(Run(f" (weight set at {weight.value:.2f}: {phrase(weight.because)})", "em"))

    def sources_of(self, id: str) -> Line:
        """` (Doe 2024, 4, B2; Roe 2023, A1)`, each place in a source once; nothing where no source is cited. A style
        with brackets of its own has no others around: ` [1], B2`."""
        seen: dict[tuple[str, str | None], Line] = {}
        for evidence in ranked(self.debate, self.debate.statements[id]):
            seen.setdefault((self.short(evidence.source, evidence.at), evidence.said_by), self.cite(evidence))
        cites = joined(seen.values(), "; ")
        bracketed = any(words[:1] in ("[", "(") for words, _ in seen)
        return line(" ", cites) if bracketed else line(" (", cites, ")") if seen else ()

    def cite(self, evidence: Evidence) -> Line:
        """`Doe 2024, 4, B2`, linked to the bibliography; `Ann Roe in Doe 2024, B2` where a source relays a speaker."""
        grade = self.debate.grade(evidence)
        who = f"{phrase(evidence.said_by)} in " if evidence.said_by else ""
        return line(who, self.source(evidence.source, evidence.at), f", {grade}" if grade else "")

    def source(self, source: str, at: str | None = None) -> Line:
        """What a source is called in the text by the style, `Doe 2024`, with one link to the bibliography: with the
        place where it is one that the style can set, `Doe 2024, 4`; the id of one that is not in the bibliography."""
        words = self.citations.located.get((source, tidy(at or ""))) or self.citations.in_text.get(source)
        runs = [run if isinstance(run, Run) else Run(run.text) for run in words or () if isinstance(run, Run | Link)]
        runs = runs or [Run(tidy(source))]
        longest = max(runs, key=lambda run: len(run.text))
        return tuple(Ref(run.text, source_anchor(source), run.style) if run is longest else run for run in runs)

    def short(self, source: str, at: str | None = None) -> str:
        """What a text calls a source, as words without a link."""
        return "".join(part.text for part in self.source(source, at) if isinstance(part, Ref | Run))

    def cited(self, ids: Iterable[str]) -> dict[str, Source]:
        """The sources that some statements cite, by id."""
        statements = self.debate.statements
        named = {e.source for id in ids for e in statements[id].evidence}
        return {id: source for id, source in self.debate.sources.items() if id in named}

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        """The statements of some ids, in file order, those in scope."""
        wanted = set(ids) & self.scope
        return [statement for id, statement in self.debate.statements.items() if id in wanted]

    def figure(self, view: str, caption: str) -> tuple[Figure, ...]:
        """The map of a view where the caller has passed one."""
        drawn = self.maps.get(view)  # asked once: the caller may draw it only now
        return (Figure(drawn, caption),) if drawn else ()


def source_anchor(id: str) -> str:
    """The anchor of a source; with its underscore it can never be a statement's id."""
    return "source_" + re.sub(r"[^A-Za-z0-9-]", lambda m: f"_{ord(m.group()):x}_", id)
