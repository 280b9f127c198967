"""A map on sheets of paper, or on slides: split between subtrees, so that the smallest type can be read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.weight import standing_order
from argmap.maps.card_text import FOOT_SIZE, REMARK_ROW, face
from argmap.maps.chips import MOST, quoted
from argmap.maps.column_layout import lefts
from argmap.maps.drawing import Drawing
from argmap.maps.errors import MapError
from argmap.maps.heading import Heading, heading
from argmap.maps.layout import Engine
from argmap.maps.legend import draw_legend
from argmap.maps.markup import tag, text
from argmap.maps.outline import APART, BETWEEN, COLUMN, TITLE, Node, Plan, Planner, trees
from argmap.maps.place import Placed, place
from argmap.maps.scene import READING, Card, Chip, Links, Scene
from argmap.maps.scene_making import scenes
from argmap.maps.svg import document, draw_section
from argmap.maps.theme import LIGHT, Theme, theme_named
from argmap.maps.views import View
from argmap.model import Claim
from argmap.prose.relation import VERBS

T = TypeVar("T")
MARGIN = 9.0
"""In mm."""
MOST_SHEETS = 200
"""More than that nobody prints or shows; so many take half a gigabyte of memory."""
_PER_MM = 72 / 25.4
_INDENTED = 46.0
"""How far a card is usually indented, in px."""
_MOST_NEEDED = 3
"""Premises of an argument that its slide shows."""
_LARGER = (22.0, 18.0)
"""The smallest type of a slide that has little on it, in points."""
_CHIP = 2 * REMARK_ROW + 8
"""What a chip adds to a card, in px."""


@dataclass(frozen=True)
class Paper:
    """A sheet, in mm, and the size of its smallest type, in points: a little more than is promised, for what is deeply
    indented makes its sheet shrink."""

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
        """In px of the drawing."""
        return MARGIN * _PER_MM / self.pixel


PAPERS: Mapping[str, Paper] = {
    "a4": Paper(297, 210), "a3": Paper(420, 297), "letter": Paper(279.4, 215.9), "16:9": Paper(338.7, 190.5, 14.3),
}  # fmt: skip
"""The sheets, laid across."""


@dataclass(frozen=True)
class _Sheet:
    """What stands on a sheet: part of a scene, dealt out to columns; the whole scene, and the words above it. The paper
    says how large its type is."""

    scene: Scene
    plan: Plan
    whole: Scene
    words: Heading
    paper: Paper


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

    Raises MapError where the view names what the debate has not, or for more than `MOST_SHEETS`, and LayoutError where
    the engine cannot run at all.
    """
    found, theme = scenes(evaluation, view, Links()), theme_named(theme)
    words = heading(evaluation, view, ())
    parts = [(scene, words) for scene in found]
    if slides:
        parts = _few_enough([slide for scene in found for slide in slides_of(scene, words, evaluation)])
    sheets = _few_enough([sheet for part in parts for sheet in (_large if slides else _split)(*part, paper)])
    placed = list[tuple[Placed, Heading, Paper]]()
    notes = [scene.note for scene in found]
    for sheet in _with_pages(sheets):
        columns, note = lefts(sheet.plan.widths, engine, timeout)
        placed.append((place(sheet.scene, sheet.plan, columns), sheet.words, sheet.paper))
        notes.append(note or "")
    said = tuple(dict.fromkeys(filter(None, notes)))
    drawn = _drawn(placed, heading(evaluation, view, said), paper, theme)
    return [Drawing(svg, said) for svg in drawn]


def _few_enough(sheets: list[T]) -> list[T]:
    """The same sheets. Raises MapError for more than anybody prints, which would take minutes and gigabytes."""
    if len(sheets) > MOST_SHEETS:
        raise MapError(
            f"this map takes {len(sheets):,} sheets, and {MOST_SHEETS} is the most: draw a part of the debate "
            "(--position, --focus, --core), or its overview (--view overview)"
        )
    return sheets


def _large(scene: Scene, words: Heading, paper: Paper) -> list[_Sheet]:
    """A slide, in the largest type in which it needs no second sheet."""
    tried = (_split(scene, words, replace(paper, points=points), 1) for points in _LARGER)
    return next((sheets for sheets in tried if len(sheets) == 1), _split(scene, words, paper, 1))


def _split(scene: Scene, words: Heading, paper: Paper, columns: int | None = None) -> list[_Sheet]:
    """The scene in parts each of which fits on a sheet, of so many columns or as many as it has room for."""
    room, high = (side - 2 * paper.margin for side in paper.size)
    high -= words.draw(0, 0, room, LIGHT)[0]
    columns = columns or max(1, int((room + BETWEEN) // (COLUMN + BETWEEN)))
    usual = (room + BETWEEN) / columns - BETWEEN - _INDENTED
    heights = {id: face(card, usual).height for id, card in scene.cards.items()}
    planner = Planner(scene, heights)
    pieces = [piece for root in trees(scene, heights) for piece in _in_order(root, planner, columns, high)]
    found: list[_Sheet] = []
    for nodes in _paged(pieces, planner, columns, high):
        planner.place(nodes, columns)
        dealt = Plan(nodes, planner.widths)
        dealt.widen(room)
        tops = {each.id or "" for node in nodes for each in ([node] if node.id else node.below)}
        part = _part(scene, {id for node in nodes for id in _ids(node)}, tops)
        found.append(_Sheet(part, dealt, scene, words, paper))
    return found


def _in_order(root: Node, planner: Planner, columns: int, high: float) -> list[Node]:
    """The pieces of a tree as they are met in it."""
    order = {id: number for number, id in enumerate(_ids(root))}
    pieces = _pieces(root, planner, columns, high)
    return sorted(pieces, key=lambda piece: order[_ids(piece)[0]])


def _pieces(root: Node, planner: Planner, columns: int, high: float) -> list[Node]:
    """A tree, and after it what had to be taken from it: from the leaves up, the largest branch first."""
    taken: list[Node] = []
    for node in root.below:
        branch, *more = _pieces(node, planner, columns, high)
        assert branch is node
        taken += more
    planner.measure(root)
    limit = high - TITLE if root.id and root.panel else high  # a card may need a floor of its own
    largest_last = sorted(root.below, key=lambda each: each.tall)
    chips = [_CHIP] * (MOST + 1)
    while largest_last[root.id is None :] and not planner.fits(root, limit, columns):
        largest = largest_last.pop()
        root.below.remove(largest)
        taken.append(largest if largest.id is None or largest.panel is None else planner.on_floor(largest))
        planner.measure(root, chips.pop() if chips else 0.0)
    return [root, *taken]


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
    """The pieces in order, each on the last sheet or the one before where there is room for it."""
    pages: list[_Page] = []
    for node in pieces:
        wide = planner.narrowest(node, high, columns)
        tall = planner.deal(node, wide).tall
        page = next((page for page in pages[-2:] if page.room_for(wide)[0] + tall <= high), None)
        if page is None:
            page = _Page([], [0.0] * columns)
            pages.append(page)
        top, node.column = page.room_for(wide)
        page.bottoms[node.column : node.column + wide] = [top + tall + APART] * wide
        page.nodes.append(node)
        planner.settle(node, wide)
    return [page.nodes for page in pages]


def _ids(node: Node) -> list[str]:
    return [*([node.id] if node.id else []), *(id for each in node.below for id in _ids(each))]


def _part(scene: Scene, ids: set[str], tops: set[str]) -> Scene:
    """Some of the cards, without the wires of the topmost, whose targets stand elsewhere."""
    cards = {id: card for id, card in scene.cards.items() if id in ids}
    parents = {id: scene.parents[id] for id in cards if id in scene.parents and id not in tops}
    return replace(scene, cards=cards, parents=parents, wires=tuple(parents.values()))


def _with_pages(sheets: list[_Sheet]) -> list[_Sheet]:
    """The sheets, with chips for what was cut: where it goes on, and where it comes from."""
    parts: defaultdict[int, dict[int, _Sheet]] = defaultdict(dict)
    for number, sheet in enumerate(sheets, start=1):
        parts[id(sheet.whole)][number] = sheet
    chips = {whole: _chips(ones) for whole, ones in parts.items()}
    return [_chipped(sheet, chips[id(sheet.whole)]) for sheet in sheets]


def _chips(parts: Mapping[int, _Sheet]) -> Mapping[str, list[Chip]]:
    """For the cards of one map, on sheets with these numbers, the chips for what was cut."""
    page = {id: number for number, sheet in parts.items() for id in sheet.scene.cards}
    hanging = {id for sheet in parts.values() for id in sheet.scene.parents}
    whole = next(iter(parts.values())).whole
    found, further = defaultdict[str, list[Chip]](list), defaultdict[str, list[tuple[int, Card]]](list)
    for id, wire in whole.parents.items():
        here, there = page[id], page[wire.head]
        if id not in hanging:
            words = f"{VERBS[wire.relation]} {quoted(whole.cards[wire.head].text)}"
            found[id].append(Chip(words if here == there else f"{words}, page {there}"))
        if here != there:
            further[wire.head].append((here, whole.cards[id]))
    for id, ones in further.items():
        found[id] += _continued(ones)
    return found


def _continued(cut: list[tuple[int, Card]]) -> list[Chip]:
    """Chips for the cards that were taken from another to sheets with these numbers: of many the first, and where the
    others are."""
    shown = cut if len(cut) <= MOST + 1 else cut[:MOST]
    chips = [Chip(f"continued on page {number}: {quoted(card.text)}") for number, card in shown]
    if more := sorted(number for number, _ in cut[len(shown) :]):
        where = f"page {more[0]}" if more[0] == more[-1] else f"pages {more[0]} to {more[-1]}"
        chips.append(Chip(f"continued on {where}: {len(more):,} more"))
    return chips


def _chipped(sheet: _Sheet, chips: Mapping[str, list[Chip]]) -> _Sheet:
    cards = {id: replace(card, chips=(*card.chips, *chips.get(id, ()))) for id, card in sheet.scene.cards.items()}
    return replace(sheet, scene=replace(sheet.scene, cards=cards))


def _drawn(sheets: list[tuple[Placed, Heading, Paper]], words: Heading, paper: Paper, theme: Theme) -> list[str]:
    """Each sheet with the words above the map and its number; the legend stands below the last, or has a sheet."""
    contents = [(*_content(placed, above, own, theme), own) for placed, above, own in sheets]
    margin, (wide, high) = paper.margin, paper.size
    tall, legend = draw_legend([placed for placed, *_ in sheets], margin, 0, wide - 2 * margin, theme)
    if not contents or contents[-1][2] != paper or contents[-1][1] + tall + margin > high:
        contents.append(("", margin, paper))
    last, bottom, _ = contents[-1]
    contents[-1] = (last + tag("g", legend, transform=f"translate(0 {bottom + 8:.1f})"), bottom + tall, paper)
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


def slides_of(scene: Scene, words: Heading, evaluation: Evaluation) -> list[tuple[Scene, Heading]]:
    """For each argument about a resolution what it needs, its best answer and the best reply to that, in the order in
    which briefs tell them."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(scene.parents, key=lambda id: _order(evaluation, scene, id)):
        below[scene.parents[id].head].append(id)
    found = []
    for option in (card for card in scene.cards.values() if card.large):
        ids = sorted(below[option.id], key=lambda id: READING.index(scene.parents[id].relation))
        for number, id in enumerate(ids, start=1):
            subject = f"{number} of {len(ids)} arguments about it"
            title = scene.panels[scene.cards[id].panel or ""].title if scene.cards[id].panel else words.title
            found.append((_slide(scene, id, below, evaluation), Heading(title, subject, "", option.text, "")))
    return found


def _slide(scene: Scene, id: str, below: Mapping[str, list[str]], evaluation: Evaluation) -> Scene:
    needed = [each for each in below[id] if scene.parents[each].relation == "premise"]
    kept = {each: _plain(scene.cards[each]) for each in (id, *needed[:_MOST_NEEDED])}
    head = id
    for _ in ("answer", "reply"):
        premises = [each for each in below[head] if scene.parents[each].relation == "premise"]
        around = [each for parent in (head, *premises) for each in below[parent]]
        answers = [each for each in around if scene.parents[each].relation in ("rebuttal", "undercut")]
        if len(answers) > 1:
            kept[head] = replace(kept[head], remarks=(f"the best of {len(answers)} answers:",))
        if not answers:
            break
        head = min(answers, key=lambda each: _order(evaluation, scene, each))
        against = scene.parents[head].head
        kept.setdefault(against, _plain(scene.cards[against]))
        kept[head] = _plain(scene.cards[head])
    return _part(replace(scene, cards=kept), set(kept), {id})


def _plain(card: Card) -> Card:
    """A card without what leads away from it."""
    return replace(card, panel=None, chips=(), remarks=(), state=card.brief or card.state)


def _order(evaluation: Evaluation, scene: Scene, id: str) -> tuple[Any, ...]:
    """A sort key for a card below another, weightiest first; what does nothing by itself comes last, in file order."""
    statements = (evaluation.debate.statements[each] for each in (*scene.cards[id].also, id))
    step = next((each for each in statements if not isinstance(each, Claim)), None)
    return (0, *standing_order(evaluation, step)) if step else (1,)
