"""`argmap review`: what a change does to the argument, as a pull request's comment, and whether it may be merged."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.input_fault import InputFault
from argmap.cli.options.option_types import each_debate_option, ending_option, out_option, with_table
from argmap.cli.options.written_files import write_result
from argmap.cli.printing.terminal import json_text, printable
from argmap.system.paths import IS_LINK, is_stream, read_given
from argmap.wording.extras import MissingExtra

if TYPE_CHECKING:
    from argmap.cli.comparing.reviewing import Reviewed

EXIT_BROKEN, EXIT_FAILED = 1, 2
FORMATS = ("md", "json")
_MOST_BYTES = 300_000


def _conditions() -> list[tuple[str, str]]:
    from argmap.reviews.comment.gate import CONDITIONS, NEVER

    rule = ("suspect", "a step was not reviewed again since one of its ends changed (the rule suspect-link)")
    return [
        *((each.name, each.meaning.replace("`", "")) for each in CONDITIONS),
        rule,
        (NEVER, "nothing breaks the policy"),
    ]


@click.command(
    cls=with_table(
        "Conditions of --fail-on (or the name of a rule, which must report nothing new)",
        _conditions,
        "A debate that can no longer be read to the end breaks every policy but never. The settings of BASE apply "
        "where it is a revision: what a change does to them is told, and does not apply to itself.",
    )
)
@click.argument("base", required=False)
@click.argument("head", required=False)
@each_debate_option
@ending_option(FORMATS, "md")
@out_option
@click.option("--post", is_flag=True, help="Make or update one comment on the pull request of GitHub or GitLab.")
@click.option("--name", default="", metavar="NAME", help="The name of this review: each name has a comment of its own.")
@click.option("--page", default="", metavar="URL", help="Link to this page, made by 'argmap diff -f html'.")
@click.option(
    "--post-file", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="Post this review, which another run has written, and compare nothing. FILE need not be trusted.",
)  # fmt: skip
@click.option("--pr", type=click.IntRange(min=1), metavar="N", help="With --post-file: the pull request's number.")
@click.option(
    "--fail-on", multiple=True, metavar="CONDITION",
    help="Exit with 1 if this happens. May be repeated, or a list with commas. [default: error, or the settings]",
)  # fmt: skip
@click.option(
    "--baseline", metavar="FILE",
    help="Report where this baseline of 'argmap check' grows. [default: from the settings]",
)  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context, base: str | None, head: str | None, debates: tuple[str, ...], form: str, out: str, post: bool,
    name: str, page: str, file: Path | None, pr: int | None, fail_on: tuple[str, ...], baseline: str | None,
) -> None:  # fmt: skip
    """Review a change: does a resolution flip, and why; what is left unanswered; claims, relations, evidence, checks.

    BASE and HEAD are as for 'argmap diff': by default the commit at which this branch left the default branch, and the
    work tree. --post finds the pull request and the token (GITHUB_TOKEN, GITLAB_TOKEN) in the environment of GitHub
    Actions or GitLab CI; where it cannot post, the comment is printed, and on GitHub added to the step's summary. Where
    no debate changed, it makes no comment. --post-file FILE --pr N posts what the run of a fork has written: text,
    from which nothing comes but a comment.
    """
    if (file is None) != (pr is None):
        raise click.UsageError("--post-file and --pr go together: the file to post, and the pull request's number.")
    if file is not None:
        ctx.exit(_post_file(file, _marker([name] if name else []), pr))
    from argmap.cli.comparing.reviewing import as_data, reviewed
    from argmap.reviews.comment import compose

    found = reviewed(base, head, debates, fail_on, os.environ, baseline)
    marker = _marker([name] if name else [part.name for part in found.parts] if debates else [])
    text = compose(found.parts, found.frame(marker, page))
    posted, failed = _posted(text, marker, create=not found.is_unchanged) if post else (False, False)
    if form == "json":
        write_result(json_text(as_data(found)), out)
    elif out != "-" or not posted:
        write_result(text, out)
    _say(found)
    ctx.exit(EXIT_BROKEN if found.broken else EXIT_FAILED if failed else 0)


def _marker(names: Sequence[str]) -> str:
    """What the comment begins with: a review of other debates is another comment."""
    words = " ".join(sorted(re.sub(r"[^\w.]+|-{2,}", "-", name) for name in names))
    return f"<!-- argmap review{f': {words}' if words else ''} -->"


def _post_file(path: Path, marker: str, number: int | None) -> int:
    """Post what another run has written; the exit code."""
    from argmap.cli.comparing.permalinks import home

    try:
        from argmap.cli.ci.posting import as_comment
    except ModuleNotFoundError as error:
        raise MissingExtra("--post-file", "review") from error
    if path.is_symlink() and not is_stream(path):  # whoever made the file may have it lead to the token
        raise InputFault(f"{path} {IS_LINK}")
    text = read_given(path)[:_MOST_BYTES].decode(errors="replace")
    comment = as_comment(text, marker, f"{home(os.environ)}/")
    return EXIT_FAILED if not _posted(comment, marker, number)[0] else 0


def _posted(text: str, marker: str, number: int | None = None, *, create: bool = True) -> tuple[bool, bool]:
    """Post the comment; whether it is posted, and whether something is broken that should have worked."""
    try:
        from argmap.cli.ci.posting import PostingError, put, service
    except ModuleNotFoundError as error:
        raise MissingExtra("--post", "review") from error
    try:
        done = put(service(os.environ, number=number), text, marker, create=create)
    except PostingError as error:
        click.echo(f"Not posted: {error}", err=True)
        _summarise(text)
        return False, not error.is_expected
    click.echo(printable(f"Comment {done.done}{': ' + done.url if done.url else ''}"), err=True)
    return True, False


def _summarise(text: str) -> None:
    """Add the comment to the summary that GitHub Actions shows of the step, where there is one."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(text)
    except OSError as error:
        click.echo(f"The step's summary cannot be written: {error.strerror}", err=True)
        return
    click.echo("The comment is in the step's summary.", err=True)


def _say(found: Reviewed) -> None:
    """Which conditions of the policy are broken, by what."""
    for name, breach in found.broken:
        told = f"{name}: the policy does not allow '{breach.condition}': {', '.join(breach.by)}"
        click.echo(printable(told), err=True)
