"""Arguments and options that several commands share, so that they are spelt and explained once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def _complete_debate(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from argmap.cli.workspace import Workspace

    return [name for name in Workspace.here().names() if name.startswith(incomplete)]


debates_argument = click.argument("debates", nargs=-1, metavar="[DEBATE]...", shell_complete=_complete_debate)
"""Debates by name or folder; every one where none is given."""

debate_option = click.option(
    "-d", "--debate", metavar="DEBATE", shell_complete=_complete_debate,
    help="The debate, by name or folder, where there are several.",
)  # fmt: skip

out_option = click.option(
    "-o", "--out", metavar="PATH", default="-", show_default=True, help="The file to write; - is standard output."
)

quiet_option = click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
verbose_option = click.option("-v", "--verbose", is_flag=True, help="Say more about what is done.")

engine_option = click.option(
    "--engine", metavar="NAME|PATH", envvar="ARGMAP_DOT",
    help="What lays maps out: wasi (comes with argmap), pygraphviz, or a dot program. [env: ARGMAP_DOT]",
)  # fmt: skip


_ENDINGS: dict[str, tuple[str, ...]] = {
    ".txt": ("text", "github"), ".md": ("md",), ".markdown": ("md",), ".html": ("html",), ".htm": ("html",),
    ".json": ("json", "sarif", "gitlab", "csl-json"), ".sarif": ("sarif",), ".xml": ("junit",),
    ".bib": ("bibtex",),
    ".svg": ("svg",), ".png": ("png",), ".pdf": ("pdf",), ".dot": ("dot",), ".gv": ("dot",),
}  # fmt: skip
"""Which forms a file with this ending may hold, the likeliest first."""

_FOREIGN = frozenset({
    ".bmp", ".eps", ".gif", ".jpeg", ".jpg", ".ps", ".tif", ".tiff", ".webp", ".drawio", ".graphml", ".mmd", ".puml",
    ".doc", ".docx", ".epub", ".odt", ".pages", ".ppt", ".pptx", ".rst", ".rtf", ".tex", ".typ",
    ".ris", ".nbib", ".enw", ".csv", ".tsv", ".ods", ".xls", ".xlsx", ".toml", ".yaml", ".yml", ".gz", ".zip",
})  # fmt: skip
"""Endings that promise a form which no command writes."""


def ending_option(formats: Sequence[str], default: str) -> Callable[[F], F]:
    """`-f/--format` over the given forms, by default what the name of the file to write says (see `form_for`)."""
    return click.option(
        "-f", "--format", "form", type=click.Choice(list(formats)),
        help=f"The form of the result. [default: by the ending of -o, else {default}]",
    )  # fmt: skip


def form_for(form: str | None, out: str, formats: Sequence[str], advice: str = "") -> str:
    """The form asked for: by `form`, else by the ending of the file `out`, else the first of the given forms.

    An ending that says nothing of the form leaves the choice to the others. Raises a usage error where the ending says
    another form than the option, or one that the command has not; `advice` is how to come by it all the same.
    """
    ending = PurePath(out).suffix.lower()
    said = [each for each in _ENDINGS.get(ending, ()) if each in formats]
    if not said and (ending in _ENDINGS or ending in _FOREIGN):
        forms = f"the forms are {', '.join(formats)}" if len(formats) > 1 else f"it is always {formats[0]}"
        raise click.UsageError(f"{out}: there is no form {ending!r} of this; {forms}.{advice and f' {advice}'}")
    if form is not None and said and form not in said:
        raise click.UsageError(
            f"--format {form} and -o {out} name two forms: leave out one of them, or let them agree."
        )
    return form or (said or formats)[0]


STRENGTHS = ("df-quad", "quadratic-energy", "euler-based", "squared-df-quad")
"""The names of the gradual semantics, so that help and completion need not import them; a test compares."""

strength_option = click.option(
    "--strength", type=click.Choice(STRENGTHS),
    help="How strong each statement is, from 0 to 1, by this gradual semantics.",
)  # fmt: skip
