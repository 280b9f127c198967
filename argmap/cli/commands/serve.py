"""`argmap serve`: the page of a debate in the browser, reloaded whenever a file is saved."""

from __future__ import annotations

import contextlib
import socket
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import click

from argmap.cli.debates.workspace import Workspace
from argmap.cli.input_fault import InputFault
from argmap.cli.options.option_types import debates_argument, quiet_option
from argmap.cli.printing.terminal import named
from argmap.system.paths import real
from argmap.wording.extras import MissingExtra


@click.command()
@debates_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
    help="The port on 127.0.0.1; 0 picks a free one.",
)  # fmt: skip
@quiet_option
def command(debates: tuple[str, ...], port: int, quiet: bool) -> None:
    """Show the page of a debate in the browser, and show it anew whenever you save a file.

    Where a file has errors, the page shows these until they are mended. Of several debates there is a list. Only this
    computer can open the pages. Nothing is written; Ctrl-C ends it. Settings are read once, at the start.
    """
    try:
        from argmap.cli.debates.saved_files import saved
        from argmap.cli.serving.live_pages import LivePages
        from argmap.cli.serving.local_server import LOOPBACK, serve
    except ImportError as error:
        raise MissingExtra("argmap serve", "serve") from error
    workspace, stop = Workspace.here(), Event()
    folders = _by_name(workspace.find(debates))
    pages = LivePages(workspace, folders, quiet)
    saves = saved([*folders.values()], workspace.arguments, "argmap serve", stop)
    next(saves)
    names = {folder: name for name, folder in folders.items()}
    with _listening(LOOPBACK, port) as listening:
        if not quiet:
            click.echo(f"http://{LOOPBACK}:{listening.getsockname()[1]}/ (Ctrl-C ends it)", err=True)
        with contextlib.suppress(KeyboardInterrupt):
            serve(pages, listening, (names[folder] for touched in saves for folder in touched), stop)


def _by_name(folders: Sequence[Path]) -> dict[str, Path]:
    """The folders by what they are called in addresses. Raises a usage error where two have one name."""
    names = Counter(real(folder).name for folder in folders)
    if twice := [name for name, number in names.items() if number > 1]:
        raise click.UsageError(f"two of these debates are called {named(twice[0])}: serve one of them.")
    return {real(folder).name: folder for folder in folders}


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        said = f"port {port} on {host} cannot be used: {error.strerror}"
        raise InputFault(f"{said}\nTake a free one: argmap serve --port 0") from None
