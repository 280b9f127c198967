"""Which debate has the statement that a command is about, and what an id is that no statement has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.wording.lists import every_one
from argmap.wording.near_misses import did_you_mean

if TYPE_CHECKING:
    from argmap.evaluation.evaluated import Evaluation
    from argmap.model import Debate


def evaluation_with(id: str, debate: str | None) -> Evaluation:
    """The evaluated debate that has a statement of this id: the one named, or any under `arguments/`.

    A debate with errors is passed over with a note, as long as there is a sound one to search. Raises a usage error
    where no debate has the id, saying what it is if not a statement, or where several have it.
    """
    from argmap.cli.debates.checked_debates import evaluate_or_stop
    from argmap.cli.debates.workspace import Workspace
    from argmap.evaluation.evaluated import evaluate

    workspace = Workspace.here()
    folders = workspace.find([debate] if debate else [])
    sound = _sound(folders) if len(folders) > 1 else {}
    if not sound:
        only = evaluate_or_stop(folders[0])
        _require([only.debate], id, elsewhere=debate is not None or workspace.standing is not None)
        return only
    return evaluate(sound[_holding_one(sound, id)])


def folder_with(id: str, debate: str | None) -> Path:
    """The folder of the debate that has a statement of this id, or the one that is named, or the only one there is.
    Raises as `evaluation_with`."""
    from argmap.cli.debates.workspace import Workspace

    folders = Workspace.here().find([debate] if debate else [])
    sound = _sound(folders) if len(folders) > 1 else {}
    return _holding_one(sound, id) if sound else folders[0]


def _holding_one(sound: Mapping[Path, Debate], id: str) -> Path:
    """The folder of the one debate that has the id."""
    _require([*sound.values()], id)
    holding = [folder for folder, debate in sound.items() if id in debate.statements]
    if len(holding) > 1:
        names = every_one(sound[folder].id for folder in holding)
        raise click.UsageError(f"several debates have a statement {id!r}: name one with --debate ({names}).")
    return holding[0]


def evaluations(debate: str | None) -> list[Evaluation]:
    """The debate that is named, or those that are meant without a name, evaluated."""
    from argmap.cli.debates.checked_debates import evaluate_or_stop
    from argmap.cli.debates.workspace import Workspace

    return [evaluate_or_stop(folder) for folder in Workspace.here().find([debate] if debate else [])]


def _sound(folders: Sequence[Path]) -> dict[Path, Debate]:
    """The debates that can be used, by folder; a note on standard error about each other one."""
    from argmap.cli.debates.workspace import shown
    from argmap.files import load_folder

    every = {folder: load_folder(folder) for folder in folders}
    sound = {folder: each.debate for folder, each in every.items() if each.ok and each.debate is not None}
    for folder in (each for each in every if sound and each not in sound):
        said = f"{shown(folder)} has errors and is left out ('argmap check {shown(folder)}' shows them)"
        click.echo(f"note: {said}", err=True)
    return sound


def _require(debates: Sequence[Debate], id: str, *, elsewhere: bool = False) -> None:
    """Raise a usage error where none of the debates has the id; with `elsewhere` look for it in all others, too."""
    if any(id in debate.statements for debate in debates):
        return
    if elsewhere and (holding := _holding(id)):
        name = holding[0]
        others = f" (and {', '.join(holding[1:])})" if holding[1:] else ""
        raise click.UsageError(
            f"{id} is a statement of {name}{others}, not of {debates[0].id}: name it with -d {name}."
        )
    for debate in debates:
        for said in _other_kinds(debate, id):
            raise click.UsageError(said)
    known = [known for debate in debates for known in debate.statements]
    raise click.UsageError(f"there is no statement {id!r}{did_you_mean(id, known) or '.'}")


def _holding(id: str) -> list[str]:
    """The debates under `arguments/` that have a statement of this id, by the names of their folders."""
    from argmap.cli.debates.workspace import Workspace
    from argmap.files import load_folder

    workspace = Workspace.here()
    every = {name: load_folder(workspace.arguments / name).debate for name in workspace.names()}
    return [name for name, debate in every.items() if debate is not None and id in debate.statements]


def _other_kinds(debate: Debate, id: str) -> Iterator[str]:
    """What else of a debate has this id, and which option or command is about that."""
    name, its = debate.id, f"of {debate.id}, not a statement"
    if id == name:
        yield f"{id} is a debate, not a statement: 'argmap evaluate {id}' says how it stands; -d {id} names it here."
    if any(position.id == id for position in debate.positions):
        yield f"{id} is a position {its}: 'argmap map {name} --position {id}' draws it."
    if id in debate.audiences:
        yield f"{id} is an audience {its}: 'argmap explain ID --audience {id}' explains a statement as they hear it."
    if id in debate.values:
        yield f"{id} is a value {its}: 'argmap evaluate {name} --audiences' shows what turns on how values are ranked."
    if id in debate.sides:
        yield f"{id} is a side {its}: 'argmap map {name} --side {id}' draws what it says."
    if id in debate.sources:
        citing = [s.id for s in debate.statements.values() if any(piece.source == id for piece in s.evidence)]
        which = f"name one that cites it ({', '.join(citing[:3])}{', …' * (len(citing) > 3)})"
        yield f"{id} is a source {its}: {which if citing else 'and none cites it'}."


def only(name: str | None, debate: str | None) -> str | None:
    """The debate that is named as an argument or by --debate. Raises a usage error where two are."""
    if name and debate:
        raise click.UsageError(f"two debates are named, {name} and {debate}: give one of them.")
    return name or debate


def side_of(ev: Evaluation, side: str) -> str:
    """The side of a debate that is called so. Raises a usage error that says which there are."""
    found = ev.debate.side_called(side)
    if found is None:
        said = f"{ev.debate.id} has no side {side!r}: its sides are {every_one(ev.debate.sides, 'and')}."
        raise click.UsageError(said)
    return found


def titled(texts: Sequence[tuple[Evaluation, str]]) -> str:
    """What is said of each debate, under its title where there are several."""
    if len(texts) == 1:
        return texts[0][1]
    return "\n".join(f"{ev.debate.title}\n\n{text}" for ev, text in texts)


def gathered(data: Sequence[tuple[Evaluation, Any]]) -> Any:
    """The data of the one debate, or an object of those of several by debate."""
    return data[0][1] if len(data) == 1 else {ev.debate.id: each for ev, each in data}
