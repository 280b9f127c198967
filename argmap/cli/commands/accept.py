"""`argmap accept`: a step was reviewed against the present wording of both its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argmap.cli.commands.explain import complete_statement
from argmap.cli.options.option_types import debate_option, quiet_option
from argmap.wording.counts import counted
from argmap.wording.near_misses import did_you_mean
from argmap.wording.sentences import capital

if TYPE_CHECKING:
    from argmap.evidence.lock import Lock
    from argmap.model import Debate


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=complete_statement)
@click.option("--all", "every", is_flag=True, help="Every step of the debate; forgets steps that no longer exist.")
@debate_option
@quiet_option
def command(ids: tuple[str, ...], every: bool, debate: str | None, quiet: bool) -> None:
    """Record in argmap.lock that the supports and rebuttals ID were read together with what they answer to.

    When one of both is reworded, 'argmap check' reports the step as suspect until it is accepted again. Nothing but
    the lock is written.
    """
    from argmap.cli.debates.checked_debates import load_or_stop
    from argmap.cli.debates.file_changes import working_in
    from argmap.cli.debates.which_debate import folder_with
    from argmap.cli.debates.workspace import Workspace, shown
    from argmap.cli.quote_checking.quote_verification import write_lock
    from argmap.evidence.lock import FILE, accepted, steps_of, without_gone

    if bool(ids) == every:
        raise click.UsageError("name the steps that were reviewed, or give --all.")
    folder = folder_with(ids[0], debate) if ids else Workspace.here().find_one(debate)
    with working_in(folder):
        loaded = load_or_stop(folder)
        assert loaded.debate is not None
        lock = without_gone(loaded.lock, loaded.debate) if every else loaded.lock
        steps = [step.id for step in steps_of(loaded.debate)]
        chosen = steps if every else [_step(id, steps, loaded.debate) for id in dict.fromkeys(ids)]
        after = accepted(lock, loaded.debate, chosen)
        wrote = write_lock(folder, loaded, after)
    if not quiet:
        said = _summary(loaded.lock, after, len(chosen))
        click.echo(f"{said}: {shown(folder)}/{FILE}{'' if wrote else ' is unchanged'}.", err=True)


def _summary(before: Lock, after: Lock, chosen: int) -> str:
    """How many steps were accepted anew, how many were so already, and how many were taken out."""
    new = len(after.links - before.links)
    gone = len(before.links_of.keys() - after.links_of.keys())
    parts = [f"{counted(new, 'step')} accepted"]
    parts += [f"{chosen - new} already were"] if chosen > new else []
    parts += [f"{counted(gone, 'deleted step')} forgotten"] if gone else []
    return capital(", ".join(parts))


def _step(id: str, steps: list[str], debate: Debate) -> str:
    if id in steps:
        return id
    if id in debate.statements:
        raise click.UsageError(f"{id} is a claim and answers to nothing; accept the supports and rebuttals of it.")
    raise click.UsageError(f"there is no support or rebuttal {id!r}{did_you_mean(id, steps) or '.'}")
