"""Where columns stand beside each other: the plan as DOT for a layout engine, or tidy columns of our own.

The DOT has a box for each card, invisible edges down each column and to the columns below, and nothing else: the
lines are drawn by argmap, so an engine is asked only for what it is best at, setting boxes in ranks without overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from argmap.maps.columns import Plan, width_of
from argmap.maps.errors import LayoutError
from argmap.maps.layout import Engine, Layout
from argmap.maps.scene import Scene

MOST_NODES = 2000
"""Above this many cards in one picture no engine is asked: Graphviz takes minutes from there on."""
_GAP = 10.0


def centres(
    scene: Scene, plan: Plan, heights: Mapping[str, float], engine: Engine | None, timeout: float
) -> tuple[list[float], str | None]:
    """The centre of each column, and a note where they are our own because the engine could not do it in time.

    Raises LayoutError where the engine cannot run at all.
    """
    if engine is None:
        return tidy(scene, plan), None
    if len(scene.cards) > MOST_NODES:
        return tidy(scene, plan), f"More than {MOST_NODES:,} statements: laid out in plain columns."
    try:
        found = engine.layout(skeleton(scene, plan, heights), timeout)
        return _read(plan, found), None
    except LayoutError as error:
        if error.unusable:
            raise
        return tidy(scene, plan), f"Laid out in plain columns, since {error}."


def skeleton(scene: Scene, plan: Plan, heights: Mapping[str, float]) -> str:
    """The plan as DOT: nodes `n<column>_<slot>` of fixed size; `group` keeps each column straight."""
    import graphviz

    graph = graphviz.Digraph(
        graph_attr={"nodesep": _inches(_GAP), "ranksep": _inches(40), "ordering": "out", "splines": "false"},
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"style": "invis"},
    )
    graph.node("root", width="0.01", height="0.01")
    clusters: defaultdict[str, list[str]] = defaultdict(list)
    for index, column in enumerate(plan.columns):
        wide = _inches(width_of(scene, column))
        for row, slot in enumerate(column.slots):
            graph.node(f"n{index}_{row}", width=wide, height=_inches(heights[slot.id]), group=f"c{index}")
            clusters[scene.cards[slot.id].panel or ""].append(f"n{index}_{row}")
            if row:
                graph.edge(f"n{index}_{row - 1}", f"n{index}_{row}", weight="100")
        last = f"n{index}_{len(column.slots) - 1}"
        for child in column.children:
            graph.edge(last, f"n{child}_0", weight="2")
    for top in plan.tops:
        inside = _in_panel(scene, plan, top)
        graph.edge("root", f"n{top}_0", minlen="2" if inside else "1")
    if not scene.stacked_panels:
        _add_clusters(graph, clusters)
    return str(graph.source)


def _add_clusters(graph: object, clusters: Mapping[str, list[str]]) -> None:
    for number, (panel, names) in enumerate(clusters.items()):
        if panel:
            with graph.subgraph(name=f"cluster_{number}") as cluster:  # type: ignore[attr-defined]
                cluster.attr(margin="14")
                for name in names:
                    cluster.node(name)


def _inches(pixels: float) -> str:
    return f"{pixels / 72:.4f}"


def _read(plan: Plan, layout: Layout) -> list[float]:
    try:
        return [float(round(layout.boxes[f"n{index}_0"].x)) for index in range(len(plan.columns))]
    except KeyError as error:
        raise LayoutError(f"the layout engine left out node {error}") from None


def tidy(scene: Scene, plan: Plan) -> list[float]:
    """Columns side by side in reading order, panel by panel, each parent over the middle of its own: never fails."""
    found = [0.0] * len(plan.columns)
    edge = 0.0
    above = [top for top in plan.tops if not _in_panel(scene, plan, top) and not scene.stacked_panels]
    below = [child for top in above for child in plan.columns[top].children]
    hoisted = set(above)
    below += [top for top in plan.tops if top not in hoisted]
    order = {key: number for number, key in enumerate(scene.panels)}
    if not scene.stacked_panels:
        below.sort(key=lambda index: order.get(_panel(scene, plan, index) or "", -1))
    for index in below:
        edge = _tidy_below(scene, plan, index, found, edge)
    _tidy_above(scene, plan, above, found)
    return found


def _panel(scene: Scene, plan: Plan, index: int) -> str | None:
    return scene.cards[plan.columns[index].slots[0].id].panel


def _in_panel(scene: Scene, plan: Plan, index: int) -> bool:
    return _panel(scene, plan, index) is not None


def _tidy_below(scene: Scene, plan: Plan, root: int, found: list[float], edge: float) -> float:
    """Place a column and those below it from `edge` on; where the next may begin."""
    stack = [(root, False)]
    while stack:
        index, done = stack.pop()
        column = plan.columns[index]
        wide = width_of(scene, column)
        if not column.children:
            found[index] = edge + wide / 2
            edge += wide + _GAP + 28
        elif not done:
            stack.append((index, True))
            stack.extend((child, False) for child in reversed(column.children))
        else:
            found[index] = (found[column.children[0]] + found[column.children[-1]]) / 2
    return edge


def _tidy_above(scene: Scene, plan: Plan, above: list[int], found: list[float]) -> None:
    """Place the cards above the panels over the middle of what answers to them, as far as they leave room."""
    edge = float("-inf")
    for index in above:
        children = plan.columns[index].children
        wish = sum(found[child] for child in children) / len(children) if children else max(edge, 0.0)
        half = width_of(scene, plan.columns[index]) / 2
        found[index] = max(wish, edge + half)
        edge = found[index] + half + _GAP
