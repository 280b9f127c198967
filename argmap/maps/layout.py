"""What a layout is, what gives one, and how Graphviz writes it down."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from argmap.maps.errors import LayoutError

TIME_LIMIT = 60.0
"""Seconds that one layout may take unless the caller says otherwise."""


@dataclass(frozen=True)
class Box:
    """Where a node lies: its centre, y growing downwards, and its size, all in px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """What an engine found, in px: the size of the picture, and the box of each node by its name."""

    width: float
    height: float
    boxes: dict[str, Box]


class Engine(Protocol):
    """Turns DOT into coordinates."""

    @property
    def name(self) -> str:
        """How the user calls it."""

    def layout(self, dot: str, timeout: float = TIME_LIMIT) -> Layout:
        """Lay out within `timeout` seconds. Raises LayoutError, with `timed_out` set where time ran out."""

    def version(self) -> str:
        """The version of Graphviz behind it, such as `16.1.0`. Raises LayoutError where it cannot be run."""


def read_plain(text: str) -> Layout:
    """Read Graphviz's `plain` format: inches and y upwards become px and y downwards. Raises LayoutError."""
    try:
        lines = [line.split() for line in text.splitlines()]
        _, scale, width, height = next(line for line in lines if line and line[0] == "graph")
        points = 72 * float(scale)
        size = float(width) * points, float(height) * points
        boxes = dict(_boxes(lines, points, size[1]))
    except (ValueError, StopIteration, IndexError) as error:
        raise LayoutError(f"the layout engine's answer cannot be read ({error}): choose another engine") from None
    if not all(math.isfinite(v) for box in boxes.values() for v in (box.x, box.y)):
        raise LayoutError("the layout engine gave a position that is not a number: choose another engine")
    return Layout(*size, boxes)


def _boxes(lines: list[list[str]], points: float, height: float) -> Iterator[tuple[str, Box]]:
    for line in lines:
        if line and line[0] == "node":
            x, y, w, h = (float(value) * points for value in line[2:6])
            yield line[1].strip('"'), Box(x, height - y, w, h)
