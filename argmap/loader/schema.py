"""JSON Schemas for the files of a debate."""

from __future__ import annotations

from typing import Any


def schemas() -> dict[str, dict[str, Any]]:
    """JSON Schemas (2020-12) by kind of file: `debate`, `sources`, `position`."""
    return {}
