"""What a build makes of one debate: jobs that each give some files, independent of one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from argmap.cli.building.links import Places
from argmap.wording.counts import counted

if TYPE_CHECKING:
    from argmap.briefs import Selection
    from argmap.briefs.delivery import Delivery
    from argmap.evaluation.evaluated import Evaluation
    from argmap.living_page import Surroundings
    from argmap.maps import View
    from argmap.maps.layout import Engine


MOST_MAPS, MOST_CARDS = 100, 2_000
"""How many maps a build draws, and with how many statements of positions; the rest are in the overview only."""
MOST_CASES = 50
"""For how many resolutions a build writes a brief of their own."""
_COLUMN = 900.0
"""The width of a map inside a page, in px: on paper its type has 7 points and more."""


@dataclass(frozen=True)
class Made:
    """Files by their path inside the debate's output folder, and what is to be said about them."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Job:
    """One unit of work: the map of a view, a brief in every format, or the index page."""

    kind: str
    name: str


@dataclass(frozen=True)
class Plan:
    """An evaluated debate and how it is to be written. It can be sent to another process."""

    evaluation: Evaluation
    places: Places = field(default_factory=Places)
    style: str | None = None
    timeout: float = 60.0
    delivery: Delivery | None = None

    @cached_property
    def views(self) -> dict[str, View]:
        """The maps by name, as many as have room; parts of positions are left out before others."""
        from argmap.maps.views import selected

        every = self._every_view
        order = sorted(every, key=lambda name: bool(every[name].part))[:MOST_MAPS]
        shown = (len(selected(self.evaluation, every[name])) if every[name].position else 0 for name in order)
        first = {name for name, size in zip(order, accumulate(shown), strict=True) if size <= MOST_CARDS}
        return {name: view for name, view in every.items() if name in first}

    @cached_property
    def _every_view(self) -> dict[str, View]:
        from argmap.maps import views

        return {view.name: view for view in views(self.evaluation)}

    @cached_property
    def briefs(self) -> dict[str, tuple[str, Selection]]:
        """The briefs by name: their kind and selection."""
        from argmap.briefs import BRIEFS

        return {
            f"{brief.NAME}-{one}" if one else brief.NAME: (brief.NAME, selection)
            for brief in BRIEFS for one, selection in self._selections(brief.BY)
        }  # fmt: skip

    def _selections(self, by: str | None) -> Iterator[tuple[str | None, Selection]]:
        """What a kind of brief is written for, each with the end of its file's name; nothing for what somebody has to
        choose."""
        from argmap.briefs import Selection

        debate, reader = self.evaluation.debate, self.delivery or Selection().delivery
        if by == "side":
            yield from ((side, Selection(side=side, delivery=reader)) for side in debate.sides)
        elif by == "resolution" and len(debate.resolutions) > 1:
            own = debate.resolutions[:MOST_CASES]
            yield from ((claim.id, Selection(resolution=claim.id, delivery=reader)) for claim in own)
        elif by != "of":
            yield None, Selection(delivery=reader)

    def jobs(self) -> list[Job]:
        """Everything there is to do; maps come first, since briefs show them again."""
        maps = [Job("map", name) for name in self.views]
        return [*maps, *(Job("brief", name) for name in self.briefs), Job("index", "index")]

    def prepare(self) -> None:
        """Work out what many jobs ask for, before processes share them out. Raises as `run` does."""
        from argmap.analysis.analysis import Analysis
        from argmap.briefs import citations_of

        citations_of(self.evaluation, self.style)
        _ = Analysis(self.evaluation).audience_verdicts

    def run(self, job: Job, engine: Engine) -> Made:
        """Do one job. Raises MapError where a map cannot be drawn at all."""
        if job.kind == "map":
            return self._map(self.views[job.name], engine)
        if job.kind == "brief":
            return self._brief(job.name, engine)
        from argmap.living_page import to_page

        page = to_page(self.evaluation, self._surroundings()).encode()
        return Made({"index.html": page}, tuple(self._left_out()))

    def _left_out(self) -> Iterator[str]:
        """What of a large debate is not made, and what makes it."""
        maps = len(self._every_view) - len(self.views)
        if maps:
            yield f"{counted(maps, 'map')} of this large debate left out: 'argmap map --position ID' draws one."
        cases = len(self.evaluation.debate.resolutions) - MOST_CASES
        if cases > 0:
            said = "'argmap brief case --resolution ID' writes one."
            yield f"{counted(cases, 'case')} of this large debate left out: {said}"

    def _surroundings(self) -> Surroundings:
        """What the page leads to."""
        from argmap.briefs import BRIEFS, EVERY_STATEMENT, FORMATS
        from argmap.living_page import Linked, Surroundings

        names = {position.id: position.name for position in self.evaluation.debate.positions}
        names |= {"overview": "Overview", "core": "The core", "map": "The whole map"}
        kinds = {brief.NAME: brief for brief in BRIEFS}
        briefs = []
        for name, (kind, selection) in self.briefs.items():
            about = self._about(selection)
            others = (
                (each.TITLE, f"briefs/{name}{each.SUFFIXES[0]}")
                for each in FORMATS
                if each.IS_BUILT and each.NAME != "html"
            )
            title = f"{kinds[kind].TITLE}: {about}" if about else kinds[kind].TITLE
            briefs.append(Linked(title, f"briefs/{name}.html", kinds[kind].SUMMARY, tuple(others)))
        maps = [Linked(self._called(view, names), f"maps/{name}.svg") for name, view in self.views.items()]
        memo = f"briefs/{EVERY_STATEMENT}.html"
        return Surroundings(self.places.lines, self.places.base, memo, tuple(briefs), tuple(maps))

    def _called(self, view: View, names: Mapping[str, str]) -> str:
        """A map's name in words; a part's has the statement at its top."""
        if not view.part:
            return names.get(view.name, view.name)
        from argmap.maps.captions import statement_text
        from argmap.maps.chips import quoted

        debate = self.evaluation.debate
        return f"{names[view.position or '']}: {quoted(statement_text(debate, debate.statements[view.part]))}"

    def _about(self, selection: Selection) -> str | None:
        """Whose brief it is, or which resolution it is for; None where it is about the whole debate."""
        debate = self.evaluation.debate
        if selection.side:
            return debate.sides[selection.side]
        named = {claim.id: claim.short or claim.text for claim in debate.resolutions}
        return named.get(selection.resolution or "")

    def _map(self, view: View, engine: Engine) -> Made:
        from argmap.briefs import EVERY_STATEMENT
        from argmap.maps import draw_with_dot

        links = self.places.links(f"../briefs/{EVERY_STATEMENT}.html", self._map_file, self._around(view))
        drawing, dot = draw_with_dot(self.evaluation, view, engine, links, self.timeout)
        files = {f"maps/{view.name}.dot": dot.encode(), f"maps/{view.name}.svg": drawing.svg.encode()}
        return Made(files, tuple(f"{view.name}: {note}" for note in drawing.notes))

    def _around(self, view: View) -> tuple[tuple[str, str], ...]:
        """The pages around a map: the overview of its debate, its page, and the table of debates."""
        over = [("Overview", "overview.svg")] if "overview" in self.views and view.kind != "overview" else []
        over += [("Top of the position", f"{view.position}.svg")] if view.part else []
        return (*over, ("This debate", "../index.html"), ("All debates", "../../index.html"))

    def _map_file(self, name: str) -> str | None:
        return f"{name}.svg" if name in self.views else None

    def _brief(self, name: str, engine: Engine) -> Made:
        from argmap.briefs import EVERY_STATEMENT, FORMATS, compose

        kind, selection = self.briefs[name]
        maps = Embedded(self, engine, "" if kind == EVERY_STATEMENT else f"{EVERY_STATEMENT}.html")
        document = compose(self.evaluation, kind, selection, self.style, maps, self.places.source_href)
        written = {
            f"briefs/{name}{format.SUFFIXES[0]}": format.write(document) for format in FORMATS if format.IS_BUILT
        }
        return Made({path: each.encode() if isinstance(each, str) else each for path, each in written.items()})


class Embedded(Mapping[str, str]):
    """The maps as a page shows them, drawn when the page asks for one; ids are prefixed, links stay on the page. With
    `for_print` they are in the colours of paper, and name a font for each character."""

    def __init__(self, plan: Plan, engine: Engine, page: str, for_print: bool = False) -> None:
        self._plan, self._engine, self._page, self._for_print = plan, engine, page, for_print

    def __getitem__(self, name: str) -> str:
        from argmap.maps import to_svg
        from argmap.maps.glyphs import with_fonts

        views = self._plan.views
        view = views.get(name) or (views["map"] if name == "overview" and "map" in views else None)
        if view is None:
            raise KeyError(name)
        links = self._plan.places.links(self._page, lambda name: f"../maps/{name}.svg")
        svg = to_svg(
            self._plan.evaluation, view, theme="print" if self._for_print else "auto", engine=self._engine, link=links,
            timeout=self._plan.timeout, prefix=f"map-{name}-", fit=_COLUMN,
        )  # fmt: skip
        return with_fonts(svg, ()) if self._for_print else svg

    def __contains__(self, name: object) -> bool:
        return name in self._plan.views or (name == "overview" and "map" in self._plan.views)

    def __iter__(self) -> Iterator[str]:
        yield from self._plan.views

    def __len__(self) -> int:
        return len(self._plan.views)
