"""`argmap diff`: what changed between two versions of the debates, by meaning, and what follows from it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.options.choices import Number
from argmap.cli.options.option_types import each_debate_option, ending_option, engine_option, out_option, theme_option
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text, printable

if TYPE_CHECKING:
    from argmap.cli.comparing.compared_debates import Compared

EXIT_UNREAD = 2
FORMATS = ("text", "md", "json", "svg", "html")


@click.command()
@click.argument("base", required=False)
@click.argument("head", required=False)
@each_debate_option
@ending_option(FORMATS, "text")
@out_option
@click.option(
    "--threshold", type=Number(0, 1), default=0.05, show_default=True,
    help="Ignore smaller changes of strength.",
)  # fmt: skip
@click.option("--exit-code", is_flag=True, help="Exit with 1 if anything changed in meaning, as git diff does.")
@theme_option
@engine_option
@click.pass_context
def command(
    ctx: click.Context, base: str | None, head: str | None, debates: tuple[str, ...], form: str, out: str,
    threshold: float, exit_code: bool, theme: str, engine: str | None,
) -> None:  # fmt: skip
    """Compare two versions of the debates by meaning, whatever their layout.

    BASE and HEAD are git revisions or folders; BASE..HEAD and BASE...HEAD work as in git. By default BASE is the commit
    at which this branch left the default branch, and HEAD is the work tree. Exits with 2 where HEAD has files that
    cannot be read; all else is compared.
    """
    from argmap.cli.comparing.compared_debates import compared

    every = compared(base, head, debates, threshold)
    for each in every:
        for note in each.notes:
            click.echo(f"note: {each.name}: {note}", err=True)
        if not each.is_readable:
            click.echo(printable(f"{each.name}: {_why(each)}"), err=True)
    write_result(_written(every, form, theme, engine), out)
    changed = any(each.review and not each.review.is_empty for each in every)
    ctx.exit(int(exit_code and changed) if all(each.is_readable for each in every) else EXIT_UNREAD)


def _why(each: Compared) -> str:
    """What of a debate is not compared."""
    from argmap.reviews.unread_told import cannot_compare

    found = cannot_compare(each.review) if each.review else f"Cannot be compared: it has no resolution in {each.head}"
    return f"{found}. 'argmap check {each.name}' says why."


def _written(every: list[Compared], form: str, theme: str, engine: str | None) -> str:
    if form == "json":
        from argmap.reviews.review_json import to_json

        content = {each.name: to_json(each.review) for each in every if each.review}
        return json_text(content)
    if form in ("svg", "html"):
        return _picture(every, form, theme, engine)
    if form == "md":
        return _markdown(every)
    return _text(every)


def _markdown(every: list[Compared]) -> str:
    """The comment that `argmap review` writes, without a policy and at any length."""
    from argmap.reviews.comment import Frame, compose
    from argmap.reviews.comment.part import Part

    parts = [Part(each.name, each.review) for each in every]
    return compose(parts, Frame(marker="", base=every[0].base, head=every[0].head), limit=sys.maxsize)


def _picture(every: list[Compared], form: str, theme: str, engine: str | None) -> str:
    from argmap.cli.cache.layout_cache import find_engine
    from argmap.cli.comparing.change_picture import drawn, picture
    from argmap.cli.debates.workspace import Workspace
    from argmap.documents.formats import html
    from argmap.reviews.review_document import to_document

    changed = [each for each in every if each.review and not each.review.is_empty] or every[:1]
    if len(changed) > 1:
        names = ", ".join(each.name for each in changed)
        raise click.UsageError(f"{names} have changed, and a picture shows one debate: name it with --debate.")
    each, found = changed[0], find_engine(engine or Workspace.here().config.engine)
    if each.review is None:
        raise click.UsageError(f"{each.name}: {_why(each)}")
    if form == "svg":
        return picture(each, each.review, found, theme)
    captions = f"Before: {each.base}", f"After: {each.head}"
    maps = zip(drawn(each, each.review, found), captions, strict=True)
    title, subtitle = f"{each.name}: what changes", f"From {each.base} to {each.head}"
    return html.write(to_document(each.review, title, subtitle, tuple(maps)))


def _text(every: list[Compared]) -> str:
    from argmap.cli.printing.terminal import named, terminal_width, wants_colour
    from argmap.reviews.review_document import to_text

    blocks = []
    for each in every:
        told = to_text(each.review, terminal_width()) if each.review else _why(each)
        heading = f"{named(each.name)}: {each.base} -> {each.head}"
        blocks.append("\n".join(map(printable, (heading, *told.splitlines()))) + "\n")
    text = "\n".join(blocks)
    return "".join(_coloured(text.splitlines(keepends=True))) if wants_colour(sys.stdout) else text


_COLOURS: dict[str, dict[str, Any]] = {"+ ": {"fg": "green"}, "- ": {"fg": "red"}}


def _coloured(lines: Iterable[str]) -> Iterator[str]:
    """Headings are bold; what came and went has a colour, with the lines that belong to it."""
    style: dict[str, Any] = {}
    for line in lines:
        if not line.startswith("   "):
            style = _COLOURS.get(line[2:4], {}) if line.startswith("  ") else {"bold": True}
        yield click.style(line, **style) if line.strip() else line
