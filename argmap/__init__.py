"""argmap: plain-text argumentation for policy debate.

A debate is a folder of YAML files. `load` makes a `Debate` from it, and `read` and `check` find its faults. `evaluate`
works out which claims stand. `explain`, `draw` and `brief` show why, as text, maps and briefs. `diff` compares two
versions, and `review` writes the comparison for a pull request. `verify` looks for quotes in the texts of sources.

>>> import argmap
>>> debate = argmap.load("arguments/tripwire")
>>> argmap.evaluate(debate).label("small-forces-deter").word
'undecided'

Only `read`, `load` and `check` open files, and no function writes one. The same input gives the same output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from argmap.version import __version__

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence
    from os import PathLike

    from argmap.documents.document import UnwritableError
    from argmap.evaluation.evaluated import Evaluation
    from argmap.evaluation.framework import Label
    from argmap.evidence.verification import Verification
    from argmap.loader import Loaded
    from argmap.maps import View
    from argmap.maps.errors import MapError
    from argmap.model import Claim, Debate, Evidence, Position, Rebuttal, Source, Support
    from argmap.model.change import Change
    from argmap.model.diagnostics import Diagnostic, Severity
    from argmap.reviews.result import Flip, Review
    from argmap.wording.extras import MissingExtra

__all__ = [
    "Change", "Claim", "Debate", "Diagnostic", "Evaluation", "Evidence", "FaultyDebate", "Flip", "Label", "Loaded",
    "MapError", "MissingExtra", "Position", "Rebuttal", "Review", "Severity", "Source", "Support", "UnwritableError",
    "Verification", "__version__", "brief", "check", "diff", "draw", "evaluate", "explain", "load", "read", "review",
    "verify",
]  # fmt: skip

_HOMES = {
    "Claim": "model", "Debate": "model", "Evidence": "model", "Position": "model", "Rebuttal": "model",
    "Source": "model", "Support": "model", "Diagnostic": "model.diagnostics", "Severity": "model.diagnostics",
    "Evaluation": "evaluation.evaluated", "Label": "evaluation.framework", "Loaded": "loader",
    "MapError": "maps.errors", "Change": "model.change", "Flip": "reviews.result", "Review": "reviews.result",
    "Verification": "evidence.verification", "MissingExtra": "wording.extras", "UnwritableError": "documents.document",
}  # fmt: skip


class FaultyDebate(Exception):  # noqa: N818 - it says what is wrong, in the debater's words
    """The debate has errors. `diagnostics` holds all of them, each with file, line and column."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        lines = [f"{d.span.file}:{d.span.line}:{d.span.column}: {d.rule}: {d.message}" for d in diagnostics]
        super().__init__("\n".join(lines))


def __getattr__(name: str) -> Any:
    """A type, imported when somebody asks for it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'argmap' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"argmap.{_HOMES[name]}"), name)


def read(path: str | PathLike[str]) -> Loaded:
    """Read the debate in a folder. Faults are values: `diagnostics`. Raises nothing.

    >>> loaded = argmap.read("arguments/tripwire")
    >>> loaded.ok, loaded.debate.title
    (True, 'Does a small force deter a large one?')
    """
    from pathlib import Path

    from argmap.files import load_folder

    return load_folder(Path(path))


def load(path: str | PathLike[str]) -> Debate:
    """Read the debate in a folder. Raises `FaultyDebate` if it has errors.

    >>> sorted(argmap.load("arguments/tripwire").sources)
    ['musgrave-ward-2023', 'rand-deterrence-2020', 'reiter-poast-2021']
    """
    loaded = read(path)
    if loaded.debate is None or not loaded.ok:
        raise FaultyDebate(loaded.diagnostics)
    return loaded.debate


def check(
    debate: str | PathLike[str] | Loaded,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    today: datetime.date | None = None,
) -> tuple[Diagnostic, ...]:
    """Report the faults of the files and what the rules find, in reading order, without the repository's settings.

    `select` and `ignore` name rules, or their first words. `today` ends suppressions; by default it is the date of the
    clock. Raises ValueError for a rule that does not exist.

    >>> argmap.check("arguments/tripwire", select=["unanswered-rebuttal"])
    ()
    """
    import datetime
    from dataclasses import replace

    from argmap.evaluation.evaluated import evaluate as evaluate_debate
    from argmap.loader import FAULTS, Loaded
    from argmap.model.diagnostics import in_reading_order
    from argmap.rules.runner import run
    from argmap.rules.selection import UnknownRule, choose

    chosen = choose(select, ignore, frozenset(fault.name for fault in FAULTS))
    if isinstance(chosen, UnknownRule):
        raise ValueError(str(chosen))
    loaded = debate if isinstance(debate, Loaded) else read(debate)
    found = [each for each in loaded.diagnostics if each.rule in chosen.faults]
    if loaded.debate is not None:
        ev, day = replace(evaluate_debate(loaded.debate), lock=loaded.lock), today or datetime.date.today()
        found += run(ev, loaded.source_map, today=day, rules=chosen.rules, gaps=loaded.gaps)
    return tuple(in_reading_order(found))


def evaluate(debate: Debate, strength: str | None = None) -> Evaluation:
    """Work out which statements stand, under grounded semantics: `label(id)` is IN, OUT or UNDEC.

    `strength` names a gradual semantics, such as `df-quad`. The result then has `strengths`, and maps and briefs show
    them. Raises KeyError for a semantics that does not exist.

    >>> evaluation = argmap.evaluate(argmap.load("arguments/tripwire"), strength="df-quad")
    >>> evaluation.label("cases-differ").word, evaluation.strengths.of["cases-differ"]
    ('defeated', 0.0)
    """
    from argmap.evaluation.evaluated import evaluate as evaluate_debate

    evaluation = evaluate_debate(debate)
    if strength is None:
        return evaluation
    from dataclasses import replace

    from argmap.strength.gradual import strengths

    return replace(evaluation, strengths=strengths(evaluation, strength))


@overload
def explain(evaluation: Evaluation, id: str, *, format: Literal["text", "markdown"] = "text") -> str: ...
@overload
def explain(evaluation: Evaluation, id: str, *, format: Literal["data"]) -> dict[str, Any]: ...
def explain(evaluation: Evaluation, id: str, *, format: str = "text") -> str | dict[str, Any]:
    """Say why a statement stands or an argument counts, and what would change it: as `text`, `markdown` or `data`.

    `data` is what `argmap explain --format json` writes. Raises KeyError for an id that does not exist, and ValueError
    for such a format.

    >>> evaluation = argmap.evaluate(argmap.load("arguments/tripwire"))
    >>> print(argmap.explain(evaluation, "losses-draw-in-the-sender").splitlines()[0])
    losses-draw-in-the-sender counts for small-forces-deter.
    """
    from argmap.reports import explanation as explaining

    if format not in ("text", "markdown", "data"):
        raise ValueError(f"explain: cannot write {format!r}; choose text, markdown or data")
    explanation = explaining.explain(evaluation, id)
    if format == "data":
        return explaining.to_json(explanation)
    return explaining.to_markdown(explanation) if format == "markdown" else explaining.to_text(explanation)


@overload
def draw(
    evaluation: Evaluation, *, view: str | None = None, focus: str | None = None, depth: int = 2,
    theme: str = "auto", format: Literal["svg", "dot", "html"] = "svg", engine: str | None = None,
    font_paths: tuple[str, ...] = (),
) -> str: ...  # fmt: skip
@overload
def draw(
    evaluation: Evaluation, *, view: str | None = None, focus: str | None = None, depth: int = 2,
    theme: str = "auto", format: Literal["png", "pdf"], engine: str | None = None,
    font_paths: tuple[str, ...] = (),
) -> bytes: ...  # fmt: skip
def draw(
    evaluation: Evaluation, *, view: str | None = None, focus: str | None = None, depth: int = 2,
    theme: str = "auto", format: str = "svg", engine: str | None = None, font_paths: tuple[str, ...] = (),
) -> str | bytes:  # fmt: skip
    """Draw an argument map as `svg`, `dot` or `html` (text), `png` or `pdf` (bytes; these need the extra `documents`).

    `view` is `whole`, `overview`, `tree` (the overview on cards), `core` or the id of a position; without it, up to 60
    statements are drawn whole, and a larger debate as an overview. `focus` draws the statements at most `depth` steps
    from one. `theme` is `light`, `dark`, `print`, or `auto`: an SVG follows the reader's screen and paper, other
    pictures are light. `engine` is `wasi`, the default, or `pygraphviz` or a dot program. `html` is the page of the
    whole debate: it takes no `view`, and opens at `focus`.

    Raises `MapError` for a map that cannot be drawn, and `MissingExtra` for PNG and PDF without the extra. A warning
    names the characters that these show as a box; `font_paths` are folders with more fonts.

    >>> argmap.draw(argmap.evaluate(argmap.load("arguments/tripwire")), theme="dark").startswith("<svg")
    True
    """
    from argmap import maps
    from argmap.maps.engine import engine as engine_named
    from argmap.maps.forms import Picture, form_named

    form = form_named(format)
    chosen = _view(evaluation, view, focus, depth)
    layout = engine_named(engine) if form.IS_DRAWN else None
    picture = Picture(evaluation, chosen, theme, layout, font_paths=font_paths)
    if form.SETS_TEXT and (missing := maps.missing_characters(picture.drawing.svg, font_paths=font_paths)):
        import warnings

        warnings.warn(f"no font here has {' '.join(missing)}: give `font_paths` that do", stacklevel=2)
    return form.write(picture)


def _view(evaluation: Evaluation, view: str | None, focus: str | None, depth: int) -> View:
    from argmap import maps
    from argmap.maps.views import position_view

    if focus is not None:
        chosen = maps.View("focus", focus=focus, depth=depth)
    elif view is None:
        chosen = maps.views(evaluation)[0]
    else:
        kinds = {name: maps.View(name) for name in ("whole", "overview", "tree", "core")}
        chosen = kinds.get(view) or position_view(evaluation, view)
    return chosen.checked(evaluation.debate)


@overload
def brief(
    evaluation: Evaluation, kind: str = "policy", *, format: Literal["markdown", "html"] = "markdown",
    side: str | None = None, resolution: str | None = None, position: str | None = None, core: bool = False,
    of: str | None = None, style: str | None = None,
) -> str: ...  # fmt: skip
@overload
def brief(
    evaluation: Evaluation, kind: str = "policy", *, format: str,
    side: str | None = None, resolution: str | None = None, position: str | None = None, core: bool = False,
    of: str | None = None, style: str | None = None,
) -> str | bytes: ...  # fmt: skip
def brief(
    evaluation: Evaluation, kind: str = "policy", *, format: str = "markdown",
    side: str | None = None, resolution: str | None = None, position: str | None = None, core: bool = False,
    of: str | None = None, style: str | None = None,
) -> str | bytes:  # fmt: skip
    """Write a debate brief as `markdown`, `html` or, in bytes, `docx` or `pdf`: `policy`, `policy-short`, `argument`,
    `onepager`, `pack`, `class`, `case`, `negative`, `blocks`, `frontline`, `balance` or `judgements`.

    `side`, `resolution`, `position` and `core` select a part; `of` is the argument that a frontline answers. `style` is
    the name of a citation style or the text of one (CSL); without it, argmap uses its own. The memo says whom the
    debate would convince, if it has audiences. Maps are not included.

    Raises ValueError for a kind, format, style or selection that does not exist, `MissingExtra` for PDF without the
    extra `documents`, and `UnwritableError` for a PDF that is too long, or that no font here can set.

    >>> argmap.brief(argmap.evaluate(argmap.load("arguments/tripwire")), "case").splitlines()[0]
    '# It deters: the case'
    """
    from argmap.briefs import Selection, write

    return write(evaluation, kind, format, Selection(side, resolution, position, core, of), style)


def diff(before: Debate, after: Debate) -> Review:
    """Compare two versions of a debate: `changes`, the `flips` that follow with their causes, and `newly_unanswered`.

    >>> debate = argmap.load("arguments/tripwire")
    >>> argmap.diff(debate, debate).flips
    ()
    """
    from argmap.evaluation.evaluated import evaluate as evaluate_debate
    from argmap.reviews import review

    return review(evaluate_debate(before), evaluate_debate(after))


def review(comparison: Review) -> str:
    """Write a comparison as `argmap review` does, in Markdown for a pull request.

    >>> debate = argmap.load("arguments/tripwire")
    >>> print(argmap.review(argmap.diff(debate, debate)).splitlines()[2])
    **Nothing changed in meaning: at most layout, order and comments.**
    """
    from argmap.reviews.comment import compose
    from argmap.reviews.comment.part import Part

    return compose([Part(comparison.after.debate.id, comparison)])


def verify(debate: Debate, texts: Mapping[str, str]) -> Verification:
    """Look for every quote in the text of its source (`texts`, by the source's id): `found` and `missing`, by place.

    Sources without a text are left out; a text whose id no source has is ignored.

    >>> verification = argmap.verify(argmap.load("arguments/nato-ukraine"), {})
    >>> len(verification.found), len(verification.missing)
    (0, 0)
    """
    from argmap.evidence.lock import digest
    from argmap.evidence.verification import Snapshot
    from argmap.evidence.verification import verify as verify_debate

    return verify_debate(debate, {id: Snapshot(id, digest(text), text) for id, text in texts.items()})
