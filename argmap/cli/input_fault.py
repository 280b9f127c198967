"""What a file that was given has wrong with it ends a command: exit code 2, and no word on usage."""

from __future__ import annotations

import sys

import click

from argmap.system.paths import read_up_to_limit


class InputFault(click.ClickException):
    """What was given cannot be worked with, and how it was asked for is not the reason."""

    exit_code = 2


def standard_input() -> bytes:
    """What stands on standard input, which may be closed. Raises what `read_up_to_limit` raises."""
    if sys.stdin is None:
        raise InputFault("there is no standard input to read: it is closed. Name a file.")
    return read_up_to_limit(sys.stdin.buffer, "standard input")
