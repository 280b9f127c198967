"""`argmap new NAME`: a small debate that checks, draws and builds, to write over."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

import click

from argmap.cli.debates.workspace import Workspace, called, shown
from argmap.cli.input_fault import InputFault
from argmap.cli.printing.terminal import json_text
from argmap.model.values import ID_PATTERN

FIRST = "first"
KINDS = {
    FIRST: "a debate of two positions",
    "policy": "a case and four positions against it",
    "decision": "three options and two criteria",
    "class": "ten reasons in one file",
}
"""The patterns, by the name of their folder."""


@click.command()
@click.argument("name")
@click.option("--title", help="The question under debate. [default: the name in words]")
@click.option(
    "--kind", type=click.Choice([*KINDS]), default=FIRST, show_default=True, help="The pattern to write over."
)
def command(name: str, title: str | None, kind: str) -> None:
    """Make arguments/NAME: a small debate to write over.

    \b
      first     two positions, to see how it works
      policy    case, disadvantage, counterplan, kritik and topicality, each with an answer
      decision  options, judged by the same criteria
      class     ten reasons in one file, without sources
    """
    from argmap.cli.debates.file_changes import working_in
    from argmap.cli.debates.git_attributes import DRIVER

    if not re.match(ID_PATTERN, name):
        raise click.UsageError(
            f"{name!r} cannot name a debate: use small letters, digits and hyphens, as in school-start."
        )
    workspace = Workspace.here()
    if workspace.standing == workspace.root:
        raise click.UsageError(
            f"this is the folder of a debate, {called(workspace.root)}: make another beside it. cd .."
        )
    folder = workspace.arguments / name
    with working_in(workspace.root):
        workspace.tidy()
        _make(workspace, folder, _files(kind, name, title or f"{name.replace('-', ' ').capitalize()}?"))
    click.echo(f"Made {shown(folder)}/ with {KINDS[kind]}. Now:", err=True)
    for line in (f"argmap check {name}", f"argmap build {name}"):
        click.echo(f"  {line}", err=True)
    click.echo(f"So that git merges debates entry by entry, say once in each clone:\n  {DRIVER}", err=True)


def _make(workspace: Workspace, folder: Path, files: Mapping[str, str]) -> None:
    """Write the files of a debate and what git is told of it, all or none."""
    from argmap.cli.debates.file_changes import change
    from argmap.cli.debates.git_attributes import lines, told_git
    from argmap.system.transactions import Change, UnsafePathError

    if os.path.lexists(folder) and not _is_left_empty(folder):
        raise click.UsageError(f"{shown(folder)} already exists; nothing was changed.")
    inside = folder.relative_to(workspace.root)
    try:
        changes = told_git(workspace.root, lines(workspace.config.arguments, workspace.config.output))
    except UnsafePathError as error:
        raise InputFault(f"{error}\nNothing was changed.") from None
    changes |= {(inside / path).as_posix(): Change(None, content.encode()) for path, content in files.items()}
    change(workspace.root, changes)


def _is_left_empty(folder: Path) -> bool:
    """Whether a folder holds folders alone, as one does that was killed before it wrote a file."""
    return folder.is_dir() and all(path.is_dir() and not path.is_symlink() for path in folder.rglob("*"))


def _files(kind: str, name: str, title: str) -> dict[str, str]:
    from argmap.loader import schemas
    from argmap.writing.format import formatted

    template = Path(__file__).parent.parent / "template" / kind
    files = {
        path.relative_to(template).as_posix(): path.read_text(encoding="utf-8")
        .replace("{{name}}", name)
        .replace("{{title}}", json.dumps(title, ensure_ascii=False))
        for path in sorted(template.rglob("*.yaml"))
    }
    files = {path: formatted(path, text).text or text for path, text in files.items()}
    for kind, schema in schemas().items():
        files[f".schema/{kind}.schema.json"] = json_text(schema)
    return files
