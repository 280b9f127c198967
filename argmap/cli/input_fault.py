"""A fault in a file that the user named: it ends the command with exit code 2, without the usage line."""

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
        raise InputFault("standard input is closed. Name a file.")
    return read_up_to_limit(sys.stdin.buffer, "standard input")
