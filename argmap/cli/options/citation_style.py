"""The citation style that was asked for: by name, or as a file."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.cli.debates.workspace import Workspace, shown


def style_text(asked: str | None, workspace: Workspace) -> str:
    """The text of the style of `--style`, a file found from the current folder, or else of the settings, a file found
    from theirs. Raises a usage error where there is none, or where it cannot be used.
    """
    from argmap.citations import StyleError, cite, named

    style = asked or workspace.config.style
    if not style.lower().endswith(".csl"):
        try:
            return named(style)
        except StyleError as fault:
            raise click.UsageError(fault.sentence) from fault
    path = Path(style) if asked else workspace.inside("style", style)
    text = _read(path)
    try:
        cite((), text)
    except StyleError as fault:
        raise click.UsageError(f"the citation style {shown(path)} cannot be used: {fault.sentence}") from fault
    return text


def _read(path: Path) -> str:
    from argmap.system.paths import read_given

    try:
        content = read_given(path)
        return content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as fault:
        raise click.UsageError(
            f"the citation style {shown(path)} is not text in UTF-8 or UTF-16. Save it as UTF-8."
        ) from fault
    except OSError as fault:
        if path.exists():
            raise click.UsageError(f"the citation style {shown(path)} cannot be read: {fault.strerror}.") from fault
        raise click.UsageError(
            f"there is no citation style {shown(path)}: give a .csl file, or a style's name."
        ) from fault
