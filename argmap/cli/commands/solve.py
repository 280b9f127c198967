"""`argmap solve`: reasoning tasks on abstract frameworks and on debates, in the terms of the ICCMA competitions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.input_fault import InputFault
from argmap.cli.options.choices import Number, OneOf, Registered
from argmap.cli.options.option_types import debate_option
from argmap.wording.near_misses import did_you_mean

if TYPE_CHECKING:
    from argmap.evaluation.framework import Framework, Labelling
    from argmap.semantics.tasks import Semantics

EXIT_OUT_OF_TIME = 3
TASKS = ("SE", "EE", "CE", "DC", "DS")
CODES = ("GR", "CO", "PR", "ST", "SST", "STG", "ID")
PROBLEMS = tuple(f"{task}-{code}" for code in CODES for task in TASKS)


def _formats() -> dict[str, str]:
    """The formats by name, and by the endings of their files: `i23` is what the competition of 2023 calls `iccma`."""
    from argmap.semantics.exchange import BY_NAME

    return {name: form.NAME for form in BY_NAME.values() for name in (form.NAME, *form.EXTENSIONS)}


PATIENCE = 600.0
"""Seconds, where no other time is given."""


def _print_list(words: Callable[[], Iterable[str]]) -> Callable[[click.Context, click.Parameter, bool], None]:
    def callback(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(f"[{','.join(words())}]")
            ctx.exit()

    return callback


def _listing(
    name: str, words: Callable[[], Iterable[str]], help: str
) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(name, is_flag=True, expose_value=False, is_eager=True, callback=_print_list(words), help=help)


@click.command()
@click.option("-p", "--problem", type=OneOf(PROBLEMS, case_sensitive=False), metavar="TASK-SEMANTICS",
              help="Such as DC-PR: decide (DC, DS), find one (SE), list (EE), count (CE).")  # fmt: skip
@click.option("-f", "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The framework.")
@click.option("-fo", "--file-format", "form", type=Registered(_formats, case_sensitive=False),
              help="The file's format; detected if not given.")  # fmt: skip
@click.option("-a", "--argument", help="The argument, or statement, that DC and DS are about.")
@debate_option
@click.option("--limit", type=click.IntRange(min=1), help="List or count at most this many.")
@click.option(
    "--timeout", type=Number(min=0, min_open=True), metavar="SECONDS", default=PATIENCE,
    help=f"Stop after this many seconds, reading included; inf for no limit. [default: {PATIENCE:g}]",
)  # fmt: skip
@_listing("--problems", lambda: PROBLEMS, "Print every TASK-SEMANTICS, and exit.")
@_listing("--formats", _formats, "Print the formats of files, and exit.")
@click.pass_context
def command(
    ctx: click.Context, problem: str | None, file: Path | None, form: str | None, argument: str | None,
    debate: str | None, limit: int | None, timeout: float,
) -> None:  # fmt: skip
    """Solve a reasoning task on an abstract framework (-f) or on a debate (-d).

    SE, one labelling: 'w' and what it accepts, or NO where there is none. EE, every one: such a line each. CE: their
    number. DC, whether some accepts ARGUMENT: YES with one that does, or NO. DS, whether every one does: YES, or NO
    with one that does not. Exit code 3 when the time given is over; what was found until then is printed.

    Semantics: GR grounded, CO complete, PR preferred, ST stable, SST semi-stable, STG stage, ID ideal.
    """
    from argmap.cli.options.deadline import deadline
    from argmap.semantics.solver import OutOfTime
    from argmap.semantics.tasks import CountedSoFar

    if problem is None:
        return _introduce(anything=bool(file or debate or argument))
    task, _, code = problem.partition("-")
    if (task in ("DC", "DS")) != (argument is not None):
        about = "about an argument: name it with -a" if argument is None else "not about one argument: leave out -a"
        raise click.UsageError(f"{task} is {about}.")
    try:
        with deadline(timeout) as left:
            framework = _framework(file, form, debate)
            _require(framework, argument, file)
            for line in _answer(task, code, framework, argument or "", left, limit):
                click.echo(line)
    except OutOfTime as over:
        so_far = f" There are at least {over.number:,}." if isinstance(over, CountedSoFar) and over.number else ""
        click.echo(f"No full answer to {problem} within {timeout:g} s.{so_far}", err=True)
        ctx.exit(EXIT_OUT_OF_TIME)


def _introduce(anything: bool) -> None:
    """What a solver of the competitions says where nothing is asked: its name, its version and its authors."""
    if anything:
        raise click.UsageError("name the problem with -p, such as DC-PR; --problems lists them.")
    from argmap.version import __version__

    click.echo(f"argmap {__version__}\nThe authors of argmap. 'argmap solve --help' says how to ask.")


def _framework(file: Path | None, form: str | None, debate: str | None) -> Framework:
    if (file is None) == (debate is None):
        raise click.UsageError("name either a file with -f or a debate with -d.")
    if file is None:
        from argmap.cli.debates.checked_debates import evaluate_or_stop
        from argmap.cli.debates.workspace import Workspace

        return evaluate_or_stop(Workspace.here().find_one(debate)).framework
    from argmap.semantics import exchange
    from argmap.system.paths import read_given

    content = read_given(file)
    found = exchange.parse(content, _formats()[form] if form else exchange.detect(content, file.name))
    if isinstance(found, exchange.FaultyLine):
        raise InputFault(f"{file}:{found.line}: {found.reason}.")
    return found


def _require(framework: Framework, id: str | None, file: Path | None) -> None:
    """Of a debate, a step may be asked about as well; the attacks of a file have no names."""
    if id is None or id in framework.statements or (file is None and id in framework.steps):
        return
    near = did_you_mean(id, framework.statements[:10_000]) or "."
    raise click.UsageError(f"{f'{file} has' if file else 'there is'} no argument {id!r}{near}")


def _answer(
    task: str, code: str, framework: Framework, id: str, left: Callable[[], float], limit: int | None
) -> Iterator[str]:
    from argmap.cli.options.deadline import check
    from argmap.semantics import tasks
    from argmap.semantics.registry import BY_CODE

    check(left)
    semantics = BY_CODE[code]
    if task in ("DC", "DS"):
        shown = (semantics.accepting if task == "DC" else semantics.not_accepting)(framework, id, left)
        yield "YES" if (shown is not None) == (task == "DC") else "NO"
        yield from _witness(shown)
    elif task == "SE":
        one = semantics.find(framework, left)
        yield from _witness(one) if one else ("NO",)
    elif task == "CE":
        counted = tasks.count(semantics, framework, left, limit)
        yield str(counted.number)
        _say_if_cut(counted.at_least, limit)
    else:
        yield from _every(semantics, framework, left, limit)


def _every(semantics: Semantics, framework: Framework, left: Callable[[], float], limit: int | None) -> Iterator[str]:
    from argmap.semantics import tasks

    number = 0
    for found in tasks.enumerate_all(semantics, framework, left, None if limit is None else limit + 1):
        number += 1
        if limit is not None and number > limit:
            _say_if_cut(True, limit)
            return
        yield from _witness(found)
    if not number:
        yield "NO"


def _say_if_cut(cut: bool, limit: int | None) -> None:
    if cut:
        click.echo(f"There are more than {limit}; stopped there (--limit).", err=True)


def _witness(found: Labelling | None) -> Iterator[str]:
    """What a labelling accepts, as the competitions write it."""
    if found is not None:
        yield " ".join(["w", *[id for id, label in found.labels.items() if label.value == "in"]])
