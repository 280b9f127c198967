"""Arguments and options that several commands share, so that they are spelt and explained once."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from itertools import chain
from pathlib import Path, PurePath
from typing import Any, TypeVar, cast

import click

from argmap.cli.input_fault import InputFault
from argmap.cli.options.choices import Number, OneOf, Registered

F = TypeVar("F", bound=Callable[..., Any])


def _complete_debate(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from argmap.cli.debates.workspace import Workspace

    return [name for name in Workspace.here().names() if name.startswith(incomplete)]


def rule_names() -> list[str]:
    """The names of faults of files and of rules, in the order of the manual."""
    from argmap.loader import FAULTS
    from argmap.rules import BY_NAME

    return [*(fault.name for fault in FAULTS), *BY_NAME]


def complete_rule(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The names of rules and faults that begin so."""
    return [name for name in rule_names() if name.startswith(incomplete)]


debates_argument = click.argument("debates", nargs=-1, metavar="[DEBATE]...", shell_complete=_complete_debate)
"""Debates by name or folder; where none is given, the one in which the user stands, else every one."""

debate_option = click.option(
    "-d", "--debate", metavar="DEBATE", shell_complete=_complete_debate,
    help="The debate, by name or folder, if there are several.",
)  # fmt: skip

quiet_option = click.option("-q", "--quiet", is_flag=True, help="Report problems only.")
verbose_option = click.option("-v", "--verbose", is_flag=True, help="Report each step.")

LEVELS = ("error", "warning", "info")
fail_on_option = click.option(
    "--fail-on", type=OneOf(LEVELS), help="The lowest severity that sets exit code 1. [default: error]"
)
each_debate_option = click.option(
    "-d", "--debate", "debates", multiple=True, metavar="DEBATE", help="Only this debate; may be repeated."
)
time_limit_option = click.option(
    "--timeout", type=Number(min=0, min_open=True), default=60.0, show_default=True, metavar="SECONDS",
    help="Stop searching after this many seconds.",
)  # fmt: skip
link_base_option = click.option(
    "--link-base", metavar="URL", help="Maps link to URL/file#Lline, as in a repository's web pages."
)
engine_option = click.option(
    "--engine", metavar="NAME|PATH", envvar="ARGMAP_DOT",
    help="The layout engine: wasi (comes with argmap), pygraphviz, or a dot program. [env: ARGMAP_DOT]",
)  # fmt: skip


def _setting_text() -> list[str]:
    from argmap.maps.forms import FORMS

    return [form.NAME for form in FORMS if form.SETS_TEXT]


def font_option(command: F) -> F:
    """`--font`, for commands that draw PNG and PDF; it stands below `ending_option`."""

    @wraps(command)
    def used(*arguments: Any, form: str, fonts: tuple[str, ...], **options: Any) -> Any:
        if fonts and form not in (able := _setting_text()):
            said, told = " and ".join(map(str.upper, able)), " or ".join(f"-f {each}" for each in able)
            raise click.UsageError(f"--font is for {said}: give it with {told}.")
        return command(*arguments, form=form, fonts=fonts, **options)

    option = click.option(
        "--font", "fonts", multiple=True, metavar="FILE", type=click.Path(exists=True, dir_okay=False),
        help="A font (TTF, OTF) for characters that argmap's fonts lack, in PNG and PDF; may be repeated.",
    )  # fmt: skip
    return cast(F, option(used))


THEMES = ("auto", "light", "dark", "print")
"""The themes of maps, so that help and completion need not import them; a test compares."""


def theme_option(command: F) -> F:
    """`--theme`, for commands that draw; it stands below `ending_option`."""

    @wraps(command)
    def used(*arguments: Any, form: str, theme: str | None, **options: Any) -> Any:
        from argmap.maps.forms import FORMS

        if theme and form not in {each.NAME for each in FORMS if each.HAS_THEME}:
            raise click.UsageError("--theme is for pictures: give it with -f svg or another picture.")
        return command(*arguments, form=form, theme=theme or THEMES[0], **options)

    option = click.option(
        "--theme", type=OneOf(THEMES),
        help="The colours. An SVG in auto follows the reader's screen and paper; other pictures are light. "
        "[default: auto]",
    )  # fmt: skip
    return cast(F, option(used))


Endings = Mapping[str, Sequence[str]]
"""Which forms a file with an ending may hold, the likeliest first; the usual endings of a form come first."""

_ENDINGS: dict[str, tuple[str, ...]] = {
    ".txt": ("text", "github"), ".md": ("md",), ".html": ("html",), ".json": ("json", "sarif", "gitlab", "csl-json"),
    ".sarif": ("sarif",), ".xml": ("junit",), ".svg": ("svg",), ".png": ("png",), ".pdf": ("pdf",), ".dot": ("dot",),
    ".bib": ("bibtex",), ".log": ("text", "github"), ".markdown": ("md",), ".htm": ("html",), ".gv": ("dot",),
}  # fmt: skip


def usual_endings(forms: Sequence[str]) -> Endings:
    """How files of these forms may end."""
    return {ending: own for ending, every in _ENDINGS.items() if (own := [each for each in every if each in forms])}


def out_option(command: F) -> F:
    """`-o/--out`: the file to write. A place where none can stand is refused before the command does its work."""

    @wraps(command)
    def placed(*arguments: Any, out: str, **options: Any) -> Any:
        require_place(out)
        return command(*arguments, out=out, **options)

    option = click.option(
        "-o", "--out", metavar="PATH", default="-", show_default=True, help="The file to write; - is standard output."
    )
    return cast(F, option(placed))


def require_place(out: str) -> None:
    """Raise a usage error for a folder, and an input fault where the folder of the file `out` is not there."""
    if out == "-":
        return
    path = Path(out)
    if path.is_dir() or out.endswith(("/", os.sep, "/.")):  # Path("x.html/") is x.html
        raise click.UsageError(f"{out} is a folder; name the file to write.")
    folder = next((each for each in path.parents if os.path.lexists(each)), path.parent)
    if not folder.is_dir():
        raise InputFault(f"{out} cannot be written: {folder} is not a folder.")
    if folder != path.parent:
        raise InputFault(f"there is no folder {path.parent}. Make it with: mkdir -p {shlex.quote(str(path.parent))}")


def ending_option(formats: Sequence[str] | Callable[[], Endings], default: str, advice: str = "") -> Callable[[F], F]:
    """`-f/--format` over the given forms, or those of a registry, which may be called by any of their endings. The
    command is called with the form that is meant, as `form_for` says.
    """

    def forms() -> Sequence[str]:
        return list(dict.fromkeys(chain(*formats().values()))) if callable(formats) else formats

    def aliases() -> Mapping[str, str]:
        return {ending[1:]: each[0] for ending, each in formats().items()} if callable(formats) else {}

    def decorated(command: F) -> F:
        @wraps(command)
        def resolved(*arguments: Any, form: str | None, out: str, **options: Any) -> Any:
            endings = formats() if callable(formats) else _ENDINGS
            meant = form_for(form, out, forms(), advice, endings)
            return command(*arguments, form=meant, out=out, **options)

        option = click.option(
            "-f", "--format", "form", type=Registered(forms, aliases),
            help=f"The format. [default: from the ending of -o, else {default}]",
        )  # fmt: skip
        return cast(F, option(resolved))

    return decorated


def form_for(
    form: str | None, out: str, formats: Sequence[str], advice: str = "", endings: Endings = _ENDINGS
) -> str:  # fmt: skip
    """The form asked for: by `form`, else by the ending of the file `out`, else the first of the given forms.

    A name without an ending leaves the choice to the others; so does a device or a pipe. Raises a usage error where
    the ending says another form than the option, or none that the command has; `advice` is how to come by it all the
    same.
    """
    ending = _ending(out)
    said = [each for each in endings.get(ending, ()) if each in formats]
    if ending and not said:
        more = f" {advice}" if advice else ""
        raise click.UsageError(f"{out}: cannot write {ending}; {_endings(formats, endings)}.{more}")
    if form is not None and said and form not in said:
        raise click.UsageError(f"--format {form} contradicts the ending of -o {out}: leave out one of them.")
    return form or (said or formats)[0]


def _ending(out: str) -> str:
    """The ending of a file's name in small letters; of `notes.` it is a full stop, of `.svg` nothing."""
    if Path(out).exists() and not Path(out).is_file():
        return ""
    stem, dot, ending = PurePath(out).name.rpartition(".")
    return f".{ending.lower()}" if dot and stem else ""


def _endings(formats: Sequence[str], endings: Endings) -> str:
    """How the name of the file may end."""
    first = (next((ending for ending, forms in endings.items() if each in forms), "") for each in formats)
    usual = list(dict.fromkeys(filter(None, first)))
    return f"end the name in {', '.join(usual[:-1])}{' or ' if usual[1:] else ''}{usual[-1]}"


def with_table(title: str, rows: Callable[[], Iterable[tuple[str, str]]], after: str = "") -> type[click.Command]:
    """A kind of command whose help ends with a table, made when somebody asks for it, and a paragraph."""

    class Tabled(click.Command):
        def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
            with formatter.section(title):
                formatter.write_dl([*rows()])
            if after:
                formatter.write_paragraph()
                formatter.write_text(after)

    return Tabled


def gradual_names() -> Iterable[str]:
    """The names of the gradual semantics."""
    from argmap.strength.gradual import BY_NAME

    return BY_NAME


strength_option = click.option(
    "--strength", type=Registered(gradual_names),
    help="Show the strength of each statement, from 0 to 1, by this gradual semantics.",
)  # fmt: skip


def events() -> Iterable[str]:
    """The formats of debate."""
    from argmap.briefs.delivery import EVENTS

    return EVENTS


event_option = click.option("--event", type=Registered(events), help="The format of debate, for its speeches.")
wpm_option = click.option(
    "--wpm", type=click.IntRange(50, 600), help="Words that you read aloud in a minute. [default: 250]"
)
core_option = click.option(
    "--core", is_flag=True, help="Only the core: what is marked core: true, what it answers and needs."
)
