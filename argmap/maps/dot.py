"""A map as DOT for other people's tools: plain `dot` alone makes a decent picture of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.framework import Label
from argmap.maps.card_text import CARD, INSET, LARGE_SIZE, TEXT_SIZE, face
from argmap.maps.heading import heading
from argmap.maps.markup import class_name, safe_href
from argmap.maps.measure import wrap
from argmap.maps.scene import READING, Card, Links, Scene, Wire
from argmap.maps.scene_making import scenes
from argmap.maps.theme import Theme, theme_named
from argmap.maps.views import View
from argmap.prose.relation import SIGNS
from argmap.wording.unseen_characters import seen

if TYPE_CHECKING:
    from graphviz import Digraph

_FONT = "Arial,Helvetica,Liberation Sans,sans-serif"
_SMALL = 150
"""Up to this many cards edges carry their signs: on larger maps edge labels cost more time than all the rest."""
_LARGE = 340.0
"""The width of a resolution's card, in px."""
_WORDS = "2.3"
"""The width of the words of the legend, in inches: alike, so that its lines are."""
_TAILS = {"support": "normal", "rebuttal": "tee", "undercut": "vee", "premise": "dot"}
_SIGNS = {"support": "+", "rebuttal": "−", "undercut": "/", "premise": "&amp;"}
_FORCES = {
    Label.IN: {}, Label.UNDEC: {"style": "dashed", "penwidth": "1.5"}, Label.OUT: {"penwidth": "0.9"},
}  # fmt: skip


def draw_dot(
    evaluation: Evaluation, view: View, theme_name: str | Theme, links: Links, made: Sequence[Scene] | None = None
) -> str:
    """See `argmap.maps.to_dot`; `made` are the scenes, where the caller has them already."""
    theme = theme_named(theme_name)
    found = scenes(evaluation, view, links) if made is None else made
    words = heading(evaluation, view, tuple(scene.note for scene in found if scene.note))
    cards = sum(len(scene.cards) for scene in found)
    writer = _Writer(theme, small=cards <= _SMALL)
    graph = writer.graph(words.title, [*filter(None, (words.above, words.told, words.standing)), *words.notes])
    if len(found) > 1:  # in so many rows sections make about the shape of a page
        graph.attr(pack="36", packmode=f"array_{max(1, round(len(found) * math.sqrt(3 / cards)))}")
    for number, scene in enumerate(found):
        writer.scene(graph, scene, f"s{number}")
    writer.legend(graph, found)
    return str(graph.source)


def _escaped(text: str) -> str:
    """A text that Graphviz shows as it is: no escape sequence, no entity, no HTML, no line of its own."""
    from graphviz import nohtml

    plain = seen(" ".join(text.split())).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    found: str = nohtml(plain)
    return found


def _statement(graph: Digraph, subject: str, attributes: Mapping[str, str]) -> None:
    """A node or an edge whose values are escaped already: the library looks at each twice, which takes longer than all
    the rest of a large map."""
    values = " ".join([f'{name}="{value}"' for name, value in attributes.items()])
    graph.body.append(f"\t{subject} [{values}]\n")


def _tip(text: str) -> str:
    """A text for a tooltip, in which Graphviz looks for escape sequences twice."""
    return _escaped(text.replace("\\", "\\\\"))


def _lines(rows: Iterable[str]) -> str:
    return "".join(f"{_escaped(row)}\\l" for row in rows)


class _Writer:
    """Writes scenes into one DOT graph, with node names of its own: `s0n0`, `s0n1`, ..."""

    def __init__(self, theme: Theme, *, small: bool) -> None:
        self.theme, self.small = theme, small

    def graph(self, title: str, notes: list[str]) -> Digraph:
        """An empty graph with its title and defaults."""
        from graphviz import Digraph

        theme = self.theme
        label = f"{_escaped(title)}\\l{_lines(notes)}\\l"
        attributes = {
            "rankdir": "LR", "ordering": "out",  # cards are wide: below each other they take the least room
            "ranksep": "0.5", "nodesep": "0.2", "bgcolor": theme.ground, "label": label,
            "labelloc": "t", "labeljust": "l", "fontname": _FONT, "fontsize": "16", "fontcolor": theme.ink,
            "tooltip": _tip(title), "nslimit": "4",
        }  # fmt: skip
        node = {"shape": "box", "style": "rounded,filled", "fontname": _FONT, "fontsize": "13", "margin": "0.16,0.1",
                "fillcolor": theme.card, "fontcolor": theme.ink, "penwidth": "1.5"}  # fmt: skip
        edge = {"fontname": _FONT, "fontsize": "13", "penwidth": "1.8", "fontcolor": theme.quiet,
                "dir": "back", "headport": "w"}  # fmt: skip
        return Digraph("argmap", graph_attr=attributes, node_attr=node, edge_attr=edge)

    def scene(self, graph: Digraph, scene: Scene, prefix: str) -> None:
        """Cards in their clusters, tiny nodes where a step is contested, and the edges."""
        names = {id: f"{prefix}n{number}" for number, id in enumerate(scene.cards)}
        split = {wire.head for wire in scene.wires if wire.to_step}
        cards: dict[str | None, list[Card]] = {None: [], **{key: [] for key in scene.panels}}
        for card in scene.cards.values():
            cards[card.panel].append(card)
        self._cards(graph, cards[None], names, split)
        for number, key in enumerate(scene.panels):
            with graph.subgraph(name=f"cluster_{prefix}_{number}") as cluster:
                self._cluster(cluster, scene, key)
                self._cards(cluster, cards[key], names, split)
        for wire in scene.wires:
            self._edges(graph, wire, self._edge(wire, scene.cards[wire.tail].side), names, split)

    def _cluster(self, cluster: Digraph, scene: Scene, key: str) -> None:
        panel, theme = scene.panels[key], self.theme
        cluster.attr(
            label=f"{_escaped(panel.title)}\\l{_escaped(panel.note)}\\l", style="rounded,filled", labeljust="l",
            color=theme.panel_line, fillcolor=theme.panel, fontcolor=theme.ink, fontsize="14", margin="16",
            **_address(panel.href),
        )  # fmt: skip

    def _cards(self, graph: Digraph, cards: list[Card], names: dict[str, str], split: set[str]) -> None:
        for card in cards:
            _statement(graph, names[card.id], self._card(card))
            if card.id in split:
                graph.node(names[card.id] + "step", shape="point", width="0.09", label="", color=self.theme.neutral,
                           fillcolor=self.theme.neutral, tooltip=_tip(f"the step of {card.id}"))  # fmt: skip

    def _card(self, card: Card) -> dict[str, str]:
        theme, set_ = self.theme, face(card, _LARGE if card.large else CARD)
        out = card.label is Label.OUT
        strength = f"strength {card.gauge.figure}" if card.gauge else ""
        foot = " · ".join(word for word in (card.evidence, card.standing, strength) if word)
        chips = [row for _, rows in set_.chips for row in rows]
        small = [f"{set_.title}   {card.id}", *([card.tally.told, card.tally.verdict] if card.tally else []), foot]
        room = set_.width - 2 * INSET
        title, *told = (wrap(words, room, LARGE_SIZE if card.large else TEXT_SIZE) for words in small)
        label = _lines([*title, *set_.lines, *set_.remarks, *chips, *(row for rows in told for row in rows)])
        return {
            "label": label,
            "id": card.id,
            "class": " ".join(class_name(word) for word in (*dict.fromkeys(card.classes), card.label.value)),
            "color": theme.resolution if card.large else theme.side(card.side),
            **({"fontcolor": theme.quiet, "fillcolor": theme.faded} if out else {}),
            **({"style": "rounded,filled,dotted"} if card.kind == "portal" else {}),
            **({"penwidth": "3"} if card.large or card.focused else {"penwidth": "0.9"} if out else {}),
            **({"fontsize": "15"} if card.large else {}),
            "tooltip": "\\n".join(_tip(line) for line in card.tooltip.splitlines()),
            **({"strength": card.gauge.figure} if card.gauge else {}),
            **_address(card.href),
        }

    def _edges(self, graph: Digraph, wire: Wire, style: dict[str, str], names: dict[str, str], split: set[str]) -> None:
        tail, head = names[wire.tail], names[wire.head] + ("step" if wire.to_step else "")
        if wire.relation == "premise" or wire.tail not in split:
            _statement(graph, f"{head} -> {tail}", style)
            return
        _statement(graph, f"{head} -> {tail}step", style)
        _statement(graph, f"{tail}step -> {tail}", {**style, "arrowtail": "none", "label": "", "weight": "20"})

    def _edge(self, wire: Wire, side: int) -> dict[str, str]:
        colour = self.theme.idle if wire.force is Label.OUT else self.theme.side(side)
        style = {
            "arrowtail": _TAILS[wire.relation], "color": colour,
            "tooltip": _tip(wire.tooltip), **_FORCES[wire.force],
        }  # fmt: skip
        if self.small:
            style["label"] = f" {_SIGNS[wire.relation]} "
        return style

    def legend(self, graph: Digraph, found: Sequence[Scene]) -> None:
        """A cluster with one edge for each relation that occurs."""
        present = [r for r in READING if any(wire.relation == r for scene in found for wire in scene.wires)]
        if not present:
            return
        theme = self.theme
        with graph.subgraph(name="cluster_legend") as cluster:
            cluster.attr(label="Dashed: open. Thin and grey: no force.\\l", style="rounded", labeljust="l",
                         color=theme.panel_line, fontcolor=theme.ink, fontsize="12")  # fmt: skip
            words = {"shape": "plaintext", "style": "", "fontcolor": theme.quiet, "fontsize": "12", "width": _WORDS}
            for relation in present:
                style = {"arrowtail": _TAILS[relation], "color": theme.neutral, "label": f" {_SIGNS[relation]} "}
                cluster.node(f"legend_{relation}", f"{_escaped(SIGNS[relation])}\\l", **words)
                cluster.node(f"legend_{relation}_end", label="", shape="point", width="0.05", color=theme.quiet)
                cluster.edge(f"legend_{relation}_end", f"legend_{relation}", **style)


def _address(href: str | None) -> dict[str, str]:
    safe = safe_href(href)
    return {"URL": _escaped(safe)} if safe else {}
