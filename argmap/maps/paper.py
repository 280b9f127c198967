"""A map on sheets of paper, or on slides: split between subtrees, so that the smallest type can be read."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

from argmap.evaluation.evaluated import Evaluation
from argmap.maps.card_text import FOOT_SIZE, face
from argmap.maps.chips import MOST, name_of
from argmap.maps.column_layout import lefts
from argmap.maps.drawing import Drawing
from argmap.maps.errors import MapError
from argmap.maps.heading import Heading, heading
from argmap.maps.layout import Engine
from argmap.maps.legend import draw_legend
from argmap.maps.markup import tag, text
from argmap.maps.outline import APART, BETWEEN, COLUMN, TITLE, Node, Plan, Planner, trees
from argmap.maps.place import Placed, place
from argmap.maps.scene import Card, Chip, Links, Panel, Scene, Wire
from argmap.maps.scene_making import scenes
from argmap.maps.slides import part_of, slides_of
from argmap.maps.svg import document, draw_section
from argmap.maps.theme import LIGHT, Theme, theme_named
from argmap.maps.views import View
from argmap.prose.relation import VERBS

T = TypeVar("T")
MARGIN = 9.0
"""In mm."""
MOST_SHEETS = 200
"""More than that nobody prints or shows; so many take half a gigabyte of memory."""
_PER_MM = 72 / 25.4
_INDENTED = 46.0
"""How far a card is usually indented, in px."""
_WIDE = 740.0
"""How wide a column becomes on a sheet with few, in px."""
_LARGER = (1.5, 1.25, 1.1)
"""How many times as large the type may be where one sheet has room for it."""
_SHRUNK = 0.953
"""How much smaller than its paper says a sheet may be drawn: 8 points for 8.4."""
_TRIES = 8
"""How often a map is split anew where a sheet came out too small."""
_MORE = 0.05
"""How much more room than they lacked its cards then get, as a part of their height."""
_CONTINUED = "Continued from page"


@dataclass(frozen=True)
class Paper:
    """A sheet, in mm, and the size of its smallest type, in points: a little more than is promised, for a sheet may
    shrink a little."""

    wide: float
    high: float
    points: float = 8.4

    @property
    def pixel(self) -> float:
        """How many points a px of the drawing measures."""
        return self.points / FOOT_SIZE

    @property
    def size(self) -> tuple[float, float]:
        """The sheet in px of the drawing."""
        return self.wide * _PER_MM / self.pixel, self.high * _PER_MM / self.pixel

    @property
    def margin(self) -> float:
        """The margin, in px of the drawing."""
        return MARGIN * _PER_MM / self.pixel


PAPERS: Mapping[str, Paper] = {
    "a4": Paper(297, 210), "a3": Paper(420, 297), "letter": Paper(279.4, 215.9), "16:9": Paper(338.7, 190.5, 14.7),
}  # fmt: skip
"""The sheets, laid across."""


@dataclass(frozen=True)
class _Sheet:
    """What stands on a sheet: part of a scene, dealt out to columns, and the words above it. The paper says how large
    its type is."""

    scene: Scene
    plan: Plan
    words: Heading
    paper: Paper

    def place(self, engine: Engine | None = None, timeout: float = 0.0) -> tuple[Placed, str | None]:
        """Everything in its place, as the engine sets the columns, and a note of it."""
        columns, note = lefts(self.plan.widths, engine, timeout)
        return place(self.scene, self.plan, columns), note

    @property
    def shrinks(self) -> tuple[float, float]:
        """How many times as wide and as tall it is as the room on its paper."""
        placed, _ = self.place()
        room, high = _room(self.words, self.paper)
        return placed.width / room, placed.height / high


def paper_named(name: str) -> Paper:
    """The paper of that name. Raises MapError for an unknown name."""
    if name not in PAPERS:
        raise MapError(f"unknown paper {name!r}: choose one of {', '.join(PAPERS)}")
    return PAPERS[name]


def draw_sheets(
    evaluation: Evaluation, view: View, theme: str | Theme, paper: Paper, engine: Engine | None = None,
    timeout: float = 60.0, *, slides: bool = False,
) -> list[Drawing]:  # fmt: skip
    """The map as an SVG for each sheet; what is cut off names the sheet on which it goes on. With `slides` each sheet
    has one argument, its best answer and the best reply to that.

    Raises MapError where the view names what the debate has not, for more than `MOST_SHEETS` and where there is nothing
    to make slides of, and LayoutError where the engine cannot run at all.
    """
    if slides and view.kind in ("overview", "tree"):  # there answers are only counted
        view = replace(view, kind="whole")
    found, theme = scenes(evaluation, view, Links()), theme_named(theme)
    words = heading(evaluation, view, ())
    parts = [(_joined(found), words)]
    if slides:
        parts = _few_enough([slide for scene in found for slide in slides_of(scene, words, evaluation)])
        if not parts:
            raise MapError("no argument on this map is about another statement on it: draw it without --slides")
    sheets: list[_Sheet] = []
    for part in parts:
        counts = (1, 2) if slides else (None,)
        first = min((_parts(*part, paper, len(sheets) + 1, count) for count in counts), key=len)
        if len(first) == 1:
            first = _enlarged(*part, first[0], slides)
        sheets = _few_enough([*sheets, *first])
    placed, notes = list[tuple[Placed, Heading, Paper]](), [scene.note for scene in found]
    for sheet in sheets:
        there, note = sheet.place(engine, timeout)
        placed.append((there, sheet.words, sheet.paper))
        notes.append(note or "")
    said = tuple(dict.fromkeys(filter(None, notes)))
    words = heading(evaluation, view, said)
    return [Drawing(svg, said) for svg in _drawn(placed, words, paper, theme, slides=slides)]


def _joined(sections: list[Scene]) -> Scene:
    """The sections of a map as one, so that they share sheets; a card that stands in several has a name for each."""
    cards, parents, panels = dict[str, Card](), dict[str, Wire](), dict[str, Panel]()
    for number, section in enumerate(sections, start=1):
        names = {id: f"{id}.{number}" if id in cards else id for id in section.cards}
        cards |= {names[id]: replace(card, id=names[id]) for id, card in section.cards.items()}
        parents |= {
            names[id]: replace(wire, tail=names[id], head=names[wire.head]) for id, wire in section.parents.items()
        }
        panels |= section.panels
    return Scene(cards, tuple(parents.values()), panels, parents)


def _few_enough(sheets: list[T]) -> list[T]:
    """The same sheets. Raises MapError for more than anybody prints, which would take minutes and gigabytes."""
    if len(sheets) > MOST_SHEETS:
        raise MapError(
            f"this map would take {len(sheets):,} sheets; the most is {MOST_SHEETS}: draw a part of the debate "
            "(--position, --focus, --core), or its overview (--view overview)"
        )
    return sheets


def _room(words: Heading, paper: Paper) -> tuple[float, float]:
    """The width and the height that a sheet has below the words above it, in px."""
    wide, high = (side - 2 * paper.margin for side in paper.size)
    return wide, high - words.draw(0, 0, wide, LIGHT)[0]


def _enlarged(scene: Scene, words: Heading, sheet: _Sheet, slides: bool) -> list[_Sheet]:
    """What fits on one sheet in the largest type in which it does; on paper with the legend below it."""
    for paper in (*(replace(sheet.paper, points=sheet.paper.points * times) for times in _LARGER), sheet.paper):
        legend = 0.0 if slides else _legend([sheet.place()[0]], paper, LIGHT)[0]
        tried = _parts(scene, words, paper, 1, 1 if slides else None, legend)
        if len(tried) == 1 and max(tried[0].shrinks) <= 1 / _SHRUNK:
            return tried
    return [sheet]


def _parts(
    scene: Scene, words: Heading, paper: Paper, start: int, columns: int | None = None, below: float = 0.0
) -> list[_Sheet]:
    """The scene in parts each of which fits on a sheet, the first of them number `start`, of so many columns or as many
    as it has room for; so many px of each are kept free.

    What is deeply indented or names many other sheets is larger than could be foreseen: the map is then split anew, in
    fewer columns or with more room for those cards, until no sheet is drawn in type that is too small. That is tried
    with positions kept together and with positions cut where a sheet is full, in as many columns as there is room for
    and one fewer: what takes the fewest sheets is taken.
    """
    room, most = _room(_later(words, (_CONTINUED,)), paper)
    most = min(most, _room(words, paper)[1]) - below
    widest = max(1, int((room + BETWEEN) // (COLUMN + BETWEEN)))
    counts = {columns} if columns else {widest, max(1, widest - 1)}
    tried = product(sorted(counts, reverse=True), (False, True))
    ways = [_fitting(scene, words, paper, start, count, most, cuts) for count, cuts in tried]
    return min(ways, key=lambda way: (max(way[0], 1 / _SHRUNK), len(way[1])))[1]


def _fitting(
    scene: Scene, words: Heading, paper: Paper, start: int, columns: int, most: float, cuts: bool
) -> tuple[float, list[_Sheet]]:
    """The scene in parts of at most so many columns and px of height that fit best, and how much too large the largest
    of them is."""
    best, found, larger = math.inf, list[_Sheet](), dict[str, float]()
    for _ in range(_TRIES):
        sheets = _with_pages(_split(scene, words, paper, columns, most, cuts, larger), scene, start)
        shrinks = {n: sheet.shrinks for n, sheet in enumerate(sheets) if len(sheet.scene.cards) > 1}
        wide, tall = (max(ratios) for ratios in zip(*shrinks.values(), (0.0, 0.0), strict=True))
        if max(wide, tall) < best:
            best, found = max(wide, tall), sheets
        if best <= 1 / _SHRUNK:
            break
        if wide > 1 / _SHRUNK and columns > 1:
            columns -= 1
        for n, (_, ratio) in shrinks.items():
            if ratio > 1:
                larger |= {id: larger.get(id, 1.0) * (ratio + _MORE) for id in sheets[n].scene.cards}
    return best, found


def _split(
    scene: Scene, words: Heading, paper: Paper, columns: int, high: float, cuts: bool, larger: Mapping[str, float]
) -> list[_Sheet]:
    """The scene in parts of so many columns and about that height."""
    room, _ = _room(words, paper)
    usual = (room + BETWEEN) / columns - BETWEEN - _INDENTED
    heights = {id: face(card, usual).height * larger.get(id, 1.0) for id, card in scene.cards.items()}
    planner = Planner(scene, heights)
    pieces = [piece for root in trees(scene, heights) for piece in _in_order(root, planner, columns, high, cuts)]
    found: list[_Sheet] = []
    for nodes in _paged(pieces, planner, columns, high):
        used = max(node.column + node.span for node in nodes)
        planner.place(nodes, used)
        dealt = Plan(nodes, planner.widths)
        dealt.widen(min(room, used * _WIDE))
        tops = {each.id or "" for node in nodes for each in ([node] if node.id else node.below)}
        part = part_of(scene, {id for node in nodes for id in _ids(node)}, tops)
        found.append(_Sheet(part, dealt, words, paper))
    return found


def _in_order(root: Node, planner: Planner, columns: int, high: float, cuts: bool) -> list[Node]:
    """The pieces of a tree as they are met in it."""
    order = {id: number for number, id in enumerate(_ids(root))}
    pieces = _pieces(root, planner, columns, high, cuts)
    return sorted(pieces, key=lambda piece: order[_ids(piece)[0]])


def _pieces(root: Node, planner: Planner, columns: int, high: float, cuts: bool) -> list[Node]:
    """A tree, and after it what had to be taken from it: from the leaves up, the largest branch first; with `cuts` a
    branch on a floor card by card."""
    taken: list[Node] = []
    for node in root.below:
        branch, *more = _pieces(node, planner, columns, high, cuts)
        assert branch is node
        taken += more
    planner.measure(root)
    limit = high  # a card may need a floor of its own
    while root.below[root.id is None :] and not planner.fits(root, limit, columns):
        taken.append(_cut_from(root, planner, cuts))
        planner.measure(root)
    return [root, *taken]


def _cut_from(root: Node, planner: Planner, cuts: bool) -> Node:
    """The largest branch, taken from a tree; with `cuts` the last card on its floor, if it is one of several."""
    largest = max(root.below, key=lambda each: each.tall)
    if cuts and largest.id is None and len(largest.below) > 1:
        card = largest.below.pop()
        planner.measure(largest)
        return planner.on_floor(card)
    root.below.remove(largest)
    return largest if largest.id is None or largest.panel is None else planner.on_floor(largest)


@dataclass
class _Page:
    """The trees of a sheet, and how far down each column is filled."""

    nodes: list[Node]
    bottoms: list[float]

    def room_for(self, wide: int) -> tuple[float, int]:
        """How far down a tree of so many columns would begin, and in which column."""
        starts = range(len(self.bottoms) - wide + 1)
        return min((max(self.bottoms[at : at + wide]), at) for at in starts)


def _paged(pieces: Iterable[Node], planner: Planner, columns: int, high: float) -> list[list[Node]]:
    """The pieces in order, each on one of the last three sheets where there is room for it."""
    pages: list[_Page] = []
    for node in pieces:
        wide = planner.narrowest(node, high, columns)
        tall = planner.deal(node, wide).tall
        page = next((page for page in pages[-3:] if page.room_for(wide)[0] + tall <= high), None)
        if page is None:
            page = _Page([], [0.0] * columns)
            pages.append(page)
        top, node.column = page.room_for(wide)
        beside = (each for each in reversed(page.nodes) if each.column <= node.column < each.column + each.span)
        above = next(beside, None)
        if node.id is None and wide == 1 and above and _goes_on(above, node):
            above.below += node.below
            page.bottoms[node.column] += tall - TITLE
            node = above
            planner.measure(node)
        else:
            page.bottoms[node.column : node.column + wide] = [top + tall + APART] * wide
            page.nodes.append(node)
        planner.settle(node, wide)
    return [page.nodes for page in pages]


def _goes_on(above: Node, node: Node) -> bool:
    """Whether a panel's floor is the one above it in its column: its title need not stand there again."""
    return (above.id, above.panel, above.column, above.span) == (None, node.panel, node.column, 1)


def _ids(node: Node) -> list[str]:
    return [*([node.id] if node.id else []), *(id for each in node.below for id in _ids(each))]


def _with_pages(sheets: list[_Sheet], whole: Scene, start: int) -> list[_Sheet]:
    """The sheets of a map, with what was cut named: on each card where it goes on, and on the others where they come
    from; what comes from a resolution is so many that the words above the sheet say it once."""
    page = {id: number for number, sheet in enumerate(sheets, start) for id in sheet.scene.cards}
    hanging = {id for sheet in sheets for id in sheet.scene.parents}
    chips, further = defaultdict[str, list[Chip]](list), defaultdict[str, list[tuple[int, Card]]](list)
    above: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for id, wire in whole.parents.items():
        here, there, head = page[id], page[wire.head], whole.cards[wire.head]
        if here != there:
            further[wire.head].append((here, whole.cards[id]))
        if here != there and head.large:
            above[here][f"{_CONTINUED} {there}: {head.text}"] = None
        elif id not in hanging:
            words = f"{VERBS[wire.relation]} {name_of(head)}"
            chips[id].append(Chip(words if here == there else f"{words}, page {there}"))
    for id, ones in further.items():
        chips[id] += _continued(ones)
    return _named(sheets, chips, above, start)


def _continued(cut: list[tuple[int, Card]]) -> list[Chip]:
    """Chips for the cards that were taken from another to sheets with these numbers: of many the first, and where the
    others are."""
    shown = cut if len(cut) <= MOST + 1 else cut[:MOST]
    chips = [Chip(f"continued on page {number}: {name_of(card)}") for number, card in shown]
    if more := sorted(number for number, _ in cut[len(shown) :]):
        where = f"page {more[0]}" if more[0] == more[-1] else f"pages {more[0]} to {more[-1]}"
        chips.append(Chip(f"continued on {where}: {len(more):,} more"))
    return chips


def _named(
    sheets: list[_Sheet], chips: Mapping[str, list[Chip]], above: Mapping[int, Iterable[str]], start: int
) -> list[_Sheet]:
    """The sheets with these chips, and notes above them; what an earlier sheet says of the map or of a position is not
    said again."""
    found, told = list[_Sheet](), set[str]()
    for number, sheet in enumerate(sheets, start):
        scene, notes = sheet.scene, tuple(above.get(number, ()))
        cards = {id: replace(card, chips=(*card.chips, *chips.get(id, ()))) for id, card in scene.cards.items()}
        panels = {key: replace(panel, note="") if key in told else panel for key, panel in scene.panels.items()}
        told |= {card.panel for card in cards.values() if card.panel}
        words = replace(sheet.words, notes=notes) if number == start else _later(sheet.words, notes)
        found.append(replace(sheet, scene=replace(scene, cards=cards, panels=panels), words=words))
    return found


def _later(words: Heading, notes: tuple[str, ...]) -> Heading:
    """The words above a map's other sheets, which need not say again what the first one says."""
    return replace(words, above="", subject="", sides="", notes=notes)


def _legend(placed: list[Placed], paper: Paper, theme: Theme) -> tuple[float, str]:
    """The height that the legend takes on that paper, and its markup."""
    return draw_legend(placed, paper.margin, 0, paper.size[0] - 2 * paper.margin, theme)


def _drawn(
    sheets: list[tuple[Placed, Heading, Paper]], words: Heading, paper: Paper, theme: Theme, *, slides: bool
) -> list[str]:
    """Each sheet with the words above the map and its number; the legend stands below the last sheet that has room, or
    has a sheet, as it does behind slides."""
    contents = [(*_content(placed, above, own, theme), own) for placed, above, own in sheets]
    paper = paper if slides or not sheets else sheets[0][2]
    tall, legend = _legend([placed for placed, *_ in sheets], paper, theme)
    free = paper.size[1] - paper.margin - tall
    last = max((n for n, (_, bottom, _) in enumerate(contents) if bottom <= free and not slides), default=None)
    if last is None:
        last = len(contents)
        contents.append(("", paper.margin, paper))
    content, bottom, _ = contents[last]
    contents[last] = (content + tag("g", legend, transform=f"translate(0 {bottom + 8:.1f})"), bottom + tall, paper)
    return [
        document(content + _number(number, len(contents), own, theme), *own.size, words, theme, "")
        for number, (content, _, own) in enumerate(contents, start=1)
    ]


def _content(placed: Placed, above: Heading, paper: Paper, theme: Theme) -> tuple[str, float]:
    """What stands on a sheet, and how far down it reaches."""
    (wide, high), margin = paper.size, paper.margin
    room = wide - 2 * margin
    top, title = above.draw(margin, margin, room, theme)
    fit = min(1.0, room / placed.width, (high - margin - top) / placed.height)
    shape = f"translate({margin:.1f} {top:.1f})" + (f" scale({fit:.3f})" if fit < 1 else "")
    return title + tag("g", draw_section(placed, theme, ""), transform=shape), top + placed.height * fit


def _number(number: int, of: int, paper: Paper, theme: Theme) -> str:
    """In the lower margin, where nothing else stands."""
    right, bottom = paper.size[0] - paper.margin, paper.size[1] - paper.margin / 2 + FOOT_SIZE / 3
    return text(f"page {number} of {of}", right, bottom, FOOT_SIZE, theme.quiet, anchor="end")
