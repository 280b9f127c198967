"""argmap: plain-text argumentation for policy debate.

A debate is a folder of YAML files. `load` reads it into one frozen model (`Claim`, `Support`, `Rebuttal`),
`evaluate` works out which claims stand, `draw` makes maps of it and `brief` debate briefs:

>>> import argmap
>>> debate = argmap.load("arguments/nato-ukraine")
>>> evaluation = argmap.evaluate(debate)
>>> evaluation.label("send-troops").word in {"stands", "defeated", "undecided"}
True
>>> argmap.draw(evaluation, view="overview").startswith("<svg")
True
>>> argmap.brief(evaluation, "policy").startswith("# ")
True
>>> argmap.diff(debate, debate).flips
()

Each module imports only those below it: model; graph; framework and diagnostics; grounded; evaluation; reasons;
then side by side loader, rules, semantics, maps and briefs; files; cli.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.version import __version__

if TYPE_CHECKING:
    from os import PathLike

    from argmap.diagnostics import Diagnostic
    from argmap.evaluation import Evaluation
    from argmap.framework import Label
    from argmap.loader import Loaded
    from argmap.model import Claim, Debate, Evidence, Position, Rebuttal, Source, Support
    from argmap.review.result import Review

__all__ = [
    "Claim", "Debate", "Diagnostic", "Evaluation", "Evidence", "FaultyDebate", "Label", "Loaded", "Position",
    "Rebuttal", "Review", "Source", "Support", "__version__", "brief", "diff", "draw", "evaluate", "load", "read",
]  # fmt: skip

_HOMES = {
    "Claim": "model", "Debate": "model", "Evidence": "model", "Position": "model", "Rebuttal": "model",
    "Source": "model", "Support": "model", "Diagnostic": "diagnostics", "Evaluation": "evaluation",
    "Label": "framework", "Loaded": "loader", "Review": "review.result",
}  # fmt: skip


class FaultyDebate(Exception):  # noqa: N818 - it says what is wrong, in the debater's words
    """The debate has errors, so it cannot be used. `diagnostics` holds all of them, with file, line and column."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        lines = [f"{d.span.file}:{d.span.line}:{d.span.column}: {d.rule}: {d.message}" for d in diagnostics]
        super().__init__("\n".join(lines))


def __getattr__(name: str) -> Any:
    """The model's types, imported when they are asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"argmap.{_HOMES[name]}"), name)


def read(path: str | PathLike[str]) -> Loaded:
    """Read the debate in a folder: what could be made of it, and every fault, as values. Raises nothing."""
    from pathlib import Path

    from argmap.files import load_folder

    return load_folder(Path(path))


def load(path: str | PathLike[str]) -> Debate:
    """The debate in a folder. Raises `FaultyDebate` with every fault where it has errors."""
    loaded = read(path)
    if loaded.debate is None or not loaded.ok:
        raise FaultyDebate(loaded.diagnostics)
    return loaded.debate


def evaluate(debate: Debate, strength: str | None = None) -> Evaluation:
    """Which statements stand, under grounded semantics: `evaluation.label(id)` is IN, OUT or UNDEC.

    With `strength`, the name of a gradual semantics such as `df-quad`, also how strong each is: `evaluation.strengths`,
    which maps and briefs then show. Raises KeyError for a name that does not exist.
    """
    from argmap.evaluation import evaluate as evaluate_debate

    evaluation = evaluate_debate(debate)
    if strength is None:
        return evaluation
    from dataclasses import replace

    from argmap.semantics.gradual import strengths

    return replace(evaluation, strengths=strengths(evaluation, strength))


def diff(before: Debate, after: Debate) -> Review:
    """What one version of a debate does to another: `changes`, `flips` with the changes that cause them, rebuttals
    newly unanswered. Both are evaluated under grounded semantics; nothing is read or written."""
    from argmap.evaluation import evaluate as evaluate_debate
    from argmap.review import review

    return review(evaluate_debate(before), evaluate_debate(after))


def draw(
    evaluation: Evaluation,
    *,
    view: str | None = None,
    focus: str | None = None,
    depth: int = 2,
    theme: str = "auto",
    format: str = "svg",
    engine: str | None = None,
    font_paths: tuple[str, ...] = (),
) -> str | bytes:
    """An argument map as `svg` or `dot` (text), `png` or `pdf` (bytes; needs the extra `documents`).

    `view` is `whole`, `overview` or the id of a position; by default whole up to 60 statements, and an overview of
    more. `focus` draws what is at most `depth` steps away from a statement. `theme` is `light`, `dark`, `print`, or
    `auto`: an SVG follows the reader's screen and paper, the rest is light. `engine` is `wasi`, `pygraphviz` or a dot
    program; raises `argmap.maps.MapError` for what cannot be drawn. A warning names the characters for which PNG and
    PDF show a box; `font_paths` are folders of fonts that have them.
    """
    from argmap import maps
    from argmap.maps.engine import engine as engine_named

    if format not in ("svg", "dot", "png", "pdf"):
        raise maps.MapError(f"there is no format {format!r}; there are svg, dot, png and pdf")
    chosen = maps.views(evaluation)[0]
    if focus is not None:
        chosen = maps.View("focus", focus=focus, depth=depth)
    elif view is not None:
        wide = {"whole": maps.View("whole"), "overview": maps.View("overview")}
        chosen = wide.get(view) or maps.View("position", position=view)
    if format == "dot":
        return maps.to_dot(evaluation, chosen.checked(evaluation.debate), theme)
    svg = maps.to_svg(evaluation, chosen.checked(evaluation.debate), theme, engine_named(engine))
    if format == "svg":
        return svg
    if missing := maps.missing_characters(svg, font_paths=font_paths):
        import warnings

        warnings.warn(f"no font here has {' '.join(missing)}: give `font_paths` that do", stacklevel=2)
    return maps.to_png(svg, font_paths=font_paths) if format == "png" else maps.to_pdf(svg, font_paths=font_paths)


def brief(
    evaluation: Evaluation,
    kind: str = "policy",
    *,
    format: str = "markdown",
    side: str | None = None,
    resolution: str | None = None,
    position: str | None = None,
    style: str | None = None,
) -> str:
    """A debate brief: `policy`, `policy-short`, `case`, `negative` or `blocks`, as `markdown` or `html` (without maps).

    `style` is the name of a citation style or the text of one (CSL); argmap's own where none is given. The memo of a
    debate with audiences says whom it would convince. Raises `ValueError` for a kind, format or selection that does
    not exist.
    """
    from dataclasses import replace

    from argmap.briefs import Selection, write
    from argmap.semantics.audiences import Heard, receptions

    asked = kind.startswith("policy") and not evaluation.receptions and not isinstance(evaluation, Heard)
    if asked and evaluation.debate.audiences:
        evaluation = replace(evaluation, receptions=receptions(evaluation))
    return write(evaluation, kind, format, Selection(side, resolution, position), style)
