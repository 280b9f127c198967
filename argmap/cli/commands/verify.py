"""`argmap verify`: every quote against the text of its source.

JSON is that of `argmap check`, with `quotes` beside it: a list of objects with `debate` (its folder), `statement`,
`evidence` (its number, from 0), `source` and `outcome`: `found` (with `snapshot`, the file, and `start` and `end`,
character offsets into its text), `missing` (with `snapshot`), or, where there is no text of the source, what the lock
says: `verified`, `changed` or `unverified`.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options.option_types import (
    debates_argument,
    ending_option,
    fail_on_option,
    out_option,
    quiet_option,
    verbose_option,
)
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text
from argmap.wording.near_misses import did_you_mean

if TYPE_CHECKING:
    from argmap.cli.quote_checking.quote_verification import Verified
    from argmap.evidence.verification import Snapshot

FORMATS = ("text", "json")


@click.command()
@debates_argument
@click.option(
    "--text", "texts", multiple=True, metavar="SOURCE=PATH",
    help="The text of a source (.txt, .html, .md, .pdf), in place of the one in snapshots/; may be repeated.",
)  # fmt: skip
@ending_option(FORMATS, "text")
@out_option
@fail_on_option
@quiet_option
@verbose_option
@click.pass_context
def command(
    ctx: click.Context, debates: tuple[str, ...], texts: tuple[str, ...], form: str, out: str,
    fail_on: str | None, quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Look for each quote in the snapshot of its source, snapshots/SOURCE.txt (.html, .md or .pdf) in the debate's
    folder, and remember in argmap.lock what was found.

    A quote that was found before stays verified while its source has no text here. 'argmap rule quote-not-in-source'
    says what is tolerated. With -v the quotes that were never verified are listed, too.
    """
    from argmap.cli.debates.checked_debates import Chosen
    from argmap.cli.debates.workspace import Workspace, shown
    from argmap.cli.quote_checking.quote_verification import RULES, summary, verify_folder, write_lock
    from argmap.evidence.lock import FILE
    from argmap.model.diagnostics import Severity

    workspace = Workspace.here()
    given, folders = _given(texts), workspace.find(debates)
    chosen, today = Chosen.by(workspace.config, RULES, ()), datetime.date.today()
    every = [verify_folder(folder, given, chosen, today) for folder in folders]
    _require_sources(given, every)
    limit = Severity(fail_on or workspace.config.fail_on).rank
    write_result(_written(every, form, max(limit, (Severity.INFO if verbose else Severity.WARNING).rank)), out)
    for folder, verified in zip(folders, every, strict=True):
        if write_lock(folder, verified.loaded, verified.lock) and not quiet:
            click.echo(f"Wrote {shown(folder)}/{FILE}.", err=True)
    if not quiet:
        click.echo(summary(every), err=form != "text" or out != "-")
    ctx.exit(int(any(d.severity.rank <= limit for one in every for d in one.checked.diagnostics)))


def _given(texts: tuple[str, ...]) -> dict[str, Snapshot]:
    """The texts of `--text`, by source."""
    from argmap.cli.quote_checking.extraction import reading
    from argmap.evidence.snapshots import Unreadable, snapshot
    from argmap.model.values import source_id
    from argmap.system.paths import read_given

    given: dict[str, Snapshot] = {}
    with reading() as reader:
        for text in texts:
            source, path = _parted(text)
            source = source_id(source)
            if not source or not path:
                raise click.UsageError(f"--text {text!r} is not of the form SOURCE=PATH.")
            if source in given:
                raise click.UsageError(f"--text names {source} twice: give one text for each source.")
            try:
                given[source] = snapshot(path, read_given(Path(path)), reader.extract)
            except Unreadable as error:
                raise click.UsageError(str(error)) from None
    return given


def _parted(text: str) -> tuple[str, str]:
    """Source and path; where there are several `=`, at the first after which a file stands."""
    ways = [(text[:at], text[at + 1 :]) for at, char in enumerate(text) if char == "="]
    return next(((source, path) for source, path in ways if Path(path).is_file()), (ways or [("", "")])[0])


def _require_sources(given: dict[str, Snapshot], every: list[Verified]) -> None:
    known = {id for verified in every if verified.loaded.debate for id in verified.loaded.debate.sources}
    for source in given:
        if source not in known:
            raise click.UsageError(f"there is no source {source!r}{did_you_mean(source, known) or '.'}")


def _written(every: list[Verified], form: str, least: int) -> str:
    """The report; for people without the findings that weigh less than `least`."""
    from argmap.cli.printing.findings_text import as_text
    from argmap.cli.printing.report import as_json
    from argmap.cli.printing.terminal import terminal_width, wants_colour

    if form == "json":
        data = json.loads(as_json(one.checked for one in every))
        data["quotes"] = [{"debate": one.checked.prefix, **each} for one in every for each in one.records()]
        return json_text(data)
    shade, width = wants_colour(sys.stdout), terminal_width()
    shown = (
        one.checked._replace(diagnostics=[d for d in one.checked.diagnostics if d.severity.rank <= least])
        for one in every
    )
    return as_text(shown, colour=shade, width=width, whole=True)
