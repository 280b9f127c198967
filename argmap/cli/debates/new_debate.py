"""A debate where there was none: its folder, its schemas, and what git is told of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from argmap.cli.debates.file_changes import change, working_in
from argmap.cli.debates.git_attributes import lines, told_git
from argmap.cli.debates.workspace import Workspace, called, shown
from argmap.cli.input_fault import InputFault
from argmap.cli.printing.terminal import json_text
from argmap.system.transactions import FileChange, UnsafePathError


def make(name: str, files: Mapping[str, str]) -> Path:
    """Write the files of a new debate in their canonical form, all or none; gives its folder.

    Raises a usage error in the folder of a debate, and where something stands in the place of the new one.
    """
    from argmap.loader.file_schemas import schemas
    from argmap.writing.format import formatted

    workspace = Workspace.here()
    if workspace.standing == workspace.root:
        raise click.UsageError(
            f"this is the folder of a debate, {called(workspace.root)}: make another beside it. cd .."
        )
    written = {path: formatted(path, text).text or text for path, text in files.items()}
    for kind, schema in schemas().items():
        written[f".schema/{kind}.schema.json"] = json_text(schema)
    folder = workspace.arguments / name
    with working_in(workspace.root):
        workspace.tidy()
        _write(workspace, folder, written)
    return folder


def _write(workspace: Workspace, folder: Path, files: Mapping[str, str]) -> None:
    if os.path.lexists(folder) and not _is_left_empty(folder):
        raise click.UsageError(f"{shown(folder)} already exists; nothing was changed.")
    inside = folder.relative_to(workspace.root)
    try:
        changes = told_git(workspace.root, lines(workspace.config.arguments, workspace.config.output))
    except UnsafePathError as error:
        raise InputFault(f"{error}\nNothing was changed.") from None
    changes |= {(inside / path).as_posix(): FileChange(None, content.encode()) for path, content in files.items()}
    change(workspace.root, changes)


def _is_left_empty(folder: Path) -> bool:
    """Whether a folder holds folders alone, as one does that was killed before it wrote a file."""
    return folder.is_dir() and all(path.is_dir() and not path.is_symlink() for path in folder.rglob("*"))
