"""`argmap sources`: the bibliography of a debate, listed, imported and exported."""

from __future__ import annotations

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

from argmap.cli.options.choices import Registered
from argmap.cli.options.option_types import (
    Endings,
    debate_option,
    debates_argument,
    ending_option,
    out_option,
    quiet_option,
)
from argmap.cli.printing.terminal import json_text


def _read() -> Iterable[str]:
    from argmap.writing.imports.formats import FORMATS

    return FORMATS


def _written() -> Endings:
    from argmap.cli.sources_command.exporting import WRITERS

    return {writer.suffix: (name,) for name, writer in WRITERS.items()}


LISTED = ("text", "json")
EXIT_FINDINGS = 1


class ListingGroup(click.Group):
    """A group that lists the sources where no subcommand is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `list` before what is not a command, but look for a slip first."""
        if args and args[0] in (*self.commands, *ctx.help_option_names):
            return super().parse_args(ctx, args)
        self._refuse_slip(ctx, args[0] if args else "")
        return super().parse_args(ctx, ["list", *args])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The commands, and the debates that can be listed."""
        from argmap.cli.debates.workspace import Workspace

        names = [name for name in Workspace.here().names() if name.startswith(incomplete)]
        return [*super().shell_complete(ctx, incomplete), *map(CompletionItem, names)]

    def _refuse_slip(self, ctx: click.Context, word: str) -> None:
        from pathlib import Path

        from argmap.cli.debates.workspace import Workspace
        from argmap.wording.near_misses import did_you_mean

        near = did_you_mean(word, self.commands) if word and not ctx.resilient_parsing else ""
        if near and not Path(word).exists() and word not in Workspace.here().names():
            ctx.fail(f"there is no command 'sources {word}'{near}")


@click.group(cls=ListingGroup)
def command() -> None:
    """The sources of debates: what they are worth, who cites them and what they lack ('argmap sources DEBATE'), and
    the way in and out for other programs' bibliographies.
    """


@command.command("list", short_help="List the sources (what 'argmap sources' does by itself).")
@debates_argument
@click.option("--unused", is_flag=True, help="Only those that nothing cites.")
@click.option("--incomplete", is_flag=True, help="Only those that lack something.")
@ending_option(LISTED, "text")
@out_option
def list_sources(debates: tuple[str, ...], unused: bool, incomplete: bool, form: str, out: str) -> None:
    """List the sources, those first that are cited and lack something: id, grade, date, how many statements cite it,
    and what is missing. This is what 'argmap sources' does by itself.
    """
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.options.written_files import write_result
    from argmap.cli.sources_command.source_list import as_json, as_text, inventory, summary

    every = [inventory(folder) for folder in Workspace.here().find(debates)]
    shown = [each.only(unused=unused, incomplete=incomplete) for each in every]
    if form == "json":
        write_result(json_text(as_json(shown)), out)
        return
    write_result(as_text(shown), out)
    click.echo(summary(every), err=True)
    if not any(each.rows for each in every):
        click.echo("Add a bibliography with: argmap sources import FILE", err=True)


@command.command("import", short_help="Put bibliographies of other programs into sources.yaml.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@debate_option
@click.option("-f", "--format", "form", type=Registered(_read), help="The format; detected if not given.")
@click.option("--update", is_flag=True, help="Where an entry differs from its source, take the entry's value.")
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 where sources.yaml would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show the changes, and exit with 1 if there are any.")
@quiet_option
@click.pass_context
def import_sources(
    ctx: click.Context, files: tuple[str, ...], debate: str | None, form: str | None, update: bool, check: bool,
    diff: bool, quiet: bool,
) -> None:  # fmt: skip
    """Read bibliographies in CSL-JSON, CSL-YAML, BibTeX (also biblatex) or RIS into a debate's sources.yaml. With -
    as FILE, standard input is read.

    An entry with the DOI, the URL or the id of a source fills in what that lacks, and replaces nothing unless --update
    is given; any other is added. What has no place in CSL is listed. Everything else in sources.yaml stays as it is,
    and importing a file once more changes nothing. The exit code is 1 where something could not be read.
    """
    from argmap.cli.debates.file_changes import working_in
    from argmap.cli.debates.workspace import Workspace, shown
    from argmap.cli.sources_command.importing import report, run_import, unread, write

    folder, dry = Workspace.here().find_one(debate), check or diff
    with working_in(folder):
        done = run_import(folder, files, form, update)
        if diff:
            click.echo("".join(done.diff()), nl=False)
        for line in unread(done) if quiet else report(done, dry):
            click.echo(line, err=True)
        if done.changes and not dry:
            write(done)
    if done.changes and not dry and not quiet:
        click.echo(f"Wrote {shown(done.file)}.", err=True)
    failed = any(reading.unread for _, _, reading in done.readings)
    ctx.exit(EXIT_FINDINGS if failed or (dry and done.changes) else 0)


@command.command("export", short_help="Write the sources as CSL-JSON or BibTeX.")
@debates_argument
@ending_option(_written, "csl-json")
@out_option
def export_sources(debates: tuple[str, ...], form: str, out: str) -> None:
    """Write the sources as CSL-JSON or BibTeX, for Zotero, JabRef, LaTeX and others. Pandoc reads sources.yaml itself.
    What a format has no place for is said.
    """
    from argmap.cli.debates.workspace import Workspace
    from argmap.cli.options.written_files import write_result
    from argmap.cli.sources_command.exporting import exported

    content, losses = exported(Workspace.here().find(debates), form)
    write_result(content, out)
    for line in losses:
        click.echo(line, err=True)
