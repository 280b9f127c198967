"""Where columns stand beside each other: Graphviz sets them, or they stand in a row of our own."""

from __future__ import annotations

import itertools

from argmap.maps.errors import LayoutError
from argmap.maps.layout import Engine
from argmap.maps.outline import BETWEEN

_HEIGHT = 72.0


_DAY = 86_400.0
"""In seconds; clocks of systems do not take any number."""


def lefts(widths: list[float], engine: Engine | None, timeout: float) -> tuple[list[float], str | None]:
    """The left edge of each column, the first at 0; and a note where the engine could not find them in time.

    Raises LayoutError where the engine cannot run at all.
    """
    if engine is None:
        return in_a_row(widths), None
    try:
        boxes = engine.layout(skeleton(widths), min(timeout, _DAY)).boxes
        found = [boxes[f"c{index}"].x - wide / 2 for index, wide in enumerate(widths)]
    except KeyError as error:
        raise LayoutError(f"the layout engine left out node {error}") from None
    except LayoutError as error:
        if error.unusable:
            raise
        return in_a_row(widths), f"Laid out in plain columns, since {error}."
    return [float(round(left - found[0])) for left in found], None


def skeleton(widths: list[float]) -> str:
    """The columns as DOT: boxes of their width in one rank, in order."""
    import graphviz

    graph = graphviz.Digraph(
        graph_attr={"nodesep": _inches(BETWEEN), "splines": "false"},
        node_attr={"shape": "box", "fixedsize": "true", "label": "", "height": _inches(_HEIGHT)},
        edge_attr={"style": "invis"},
    )
    with graph.subgraph() as row:
        row.attr(rank="same")
        for index, wide in enumerate(widths):
            row.node(f"c{index}", width=_inches(wide))
            if index:
                row.edge(f"c{index - 1}", f"c{index}")
    return str(graph.source)


def _inches(pixels: float) -> str:
    return f"{pixels / 72:.4f}"


def in_a_row(widths: list[float]) -> list[float]:
    """The columns one after the other."""
    return [float(round(start)) for start in itertools.accumulate((wide + BETWEEN for wide in widths[:-1]), initial=0)]
