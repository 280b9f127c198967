"""The `argmap` program: a table of commands, each imported only when it is run."""

from __future__ import annotations

import gc
import importlib
import keyword
import os
import signal
import sys
import threading
from collections.abc import Sequence
from types import FrameType
from typing import Any, TextIO, cast

import click

from argmap.cli.printing.escaped_output import Guarded
from argmap.wording.extras import MissingExtra

COMMANDS: dict[str, tuple[str, str]] = {
    "new": ("Write and keep", "Start a small debate that builds."),
    "build": ("Write and keep", "Draw every map and write every brief into output/."),
    "serve": ("Write and keep", "Show the page of a debate, reloaded whenever you save a file."),
    "check": ("Write and keep", "Report every fault of a debate, with its place and what to do."),
    "fmt": ("Write and keep", "Write the files of debates in one canonical form."),
    "sources": ("Write and keep", "List the sources; import and export bibliographies."),
    "import": ("Write and keep", "Make a debate from speech documents in Word."),
    "rename": ("Write and keep", "Give a statement, position, source or value another id, everywhere."),
    "merge": ("Write and keep", "Merge two versions of a file, entry by entry; git calls it."),
    "schema": ("Write and keep", "Print or write the JSON Schemas that editors use."),
    "rule": ("Write and keep", "Explain a rule, or list them all."),
    "manual": ("Write and keep", "Show a page of the manual, or list the pages."),
    "map": ("Show", "Draw an argument map as SVG, DOT, PNG, PDF or HTML."),
    "brief": ("Show", "Write a debate brief as Markdown, HTML, Word or PDF."),
    "flow": ("Show", "Write flow sheets as Excel, Markdown or HTML."),
    "speech": ("Show", "Write a speech from a list of ids, with its reading time."),
    "evaluate": ("Think", "Say which claims stand."),
    "explain": ("Think", "Say how a statement stands, why, and what would change it."),
    "critical": ("Think", "Find the fewest refutations that change how a resolution stands."),
    "todo": ("Think", "List what a side has not answered, ranked by what an answer would turn."),
    "questions": ("Think", "List the critical questions that nobody has asked or answered."),
    "sensitivity": ("Think", "Measure how much each piece of evidence matters to a resolution."),
    "solve": ("Think", "Decide, find, list or count labellings, as argumentation solvers do."),
    "diff": ("Review", "Say what changed between two versions, and which claims flip."),
    "review": ("Review", "Write the review comment of a change, post it, and say whether it may be merged."),
    "verify": ("Review", "Look for every quote in the text of its source."),
    "accept": ("Review", "Record that steps were reviewed in their present wording."),
}
"""Command -> the group it is listed under, and what it is for. Its code is `commands/<name>.py`."""

EXIT_CLEAN, EXIT_FINDINGS, EXIT_USAGE, EXIT_INTERRUPTED = 0, 1, 2, 130


class CommandTable(click.Group):
    """A click group that imports a command's module when the command is asked for, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"argmap.cli.commands.{name}{'_' * keyword.iskeyword(name)}")
        command: click.Command = module.command
        command.short_help = COMMANDS[name][1]
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with the nearest command suggested where there is none of that name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from argmap.wording.near_misses import did_you_mean

            ctx.fail(f"there is no command {args[0]!r}{did_you_mean(args[0], COMMANDS) or '.'} See 'argmap --help'.")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for; where an extra is missing, say which."""
        from argmap.cli.input_fault import InputFault

        try:
            return super().invoke(ctx)
        except MissingExtra as missing:
            raise InputFault(str(missing)) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by group, without importing one of them."""
        for group in dict.fromkeys(group for group, _ in COMMANDS.values()):
            with formatter.section(group):
                formatter.write_dl([(name, text) for name, (section, text) in COMMANDS.items() if section == group])


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from argmap.version import __version__

    click.echo(f"argmap {__version__}")
    click.echo(_engine_version(ctx.params.get("engine")))
    ctx.exit()


def _engine_version(name: str | None) -> str:
    from argmap.cli.cache.layout_cache import find_engine

    try:
        engine = find_engine(name)
        return f"Graphviz {engine.version()} ({engine.name})"
    except Exception as error:  # the version must be printable on a machine where the engine is broken
        return f"layout engine: {error}"


@click.command(
    cls=CommandTable,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="A debate is given by its name under arguments/ or by its folder; without one, the debate in whose "
    "folder you are is meant, elsewhere all.",
)
@click.option("--version", is_flag=True, expose_value=False, callback=_print_version, help="Versions, and exit.")
def cli() -> None:
    """Plain-text argumentation for policy debate: YAML in git, argument maps, debate briefs."""


def main(args: Sequence[str] | None = None, **extra: Any) -> None:
    """Run the program and exit: 0 clean, 1 findings, 2 usage or input and output, 130 interrupted."""
    extra.setdefault("prog_name", "argmap")
    _fill_closed_streams()
    os.environ["PYTHONSAFEPATH"] = "1"  # a build's other processes import nothing from the current folder either
    # one command is one short life: what it makes has next to no cycles, and looking for them among a million values
    # takes as long as the work itself
    collects = gc.isenabled()
    gc.disable()
    errors = sys.stderr
    sys.stderr = cast(TextIO, Guarded(errors))
    try:
        _hear_signals()
        code = cli.main(args=args, standalone_mode=False, **extra)
        sys.stdout.flush()
    except click.UsageError as error:
        _named(error).show()
        code = EXIT_USAGE
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = _interrupted()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = EXIT_FINDINGS
    except OSError as error:
        click.echo(f"Error: {error.filename or ''}: {error.strerror or error}".replace(": :", ":"), err=True)
        code = EXIT_USAGE
    except MemoryError:
        click.echo("Error: there is not enough memory.", err=True)
        code = EXIT_USAGE
    except Exception as error:
        # a library that was calling us back may have put ctrl-C into an error of its own
        code = _interrupted() if "KeyboardInterrupt" in repr(error) else _own_fault(error)
    finally:
        sys.stderr = errors
        if collects:
            gc.enable()
    sys.exit(code if isinstance(code, int) else EXIT_CLEAN)


def _named(error: click.UsageError) -> click.UsageError:
    """A wrong value told by the name of its option or argument: click calls it invalid, and every spelling."""
    if type(error) is not click.BadParameter or error.param is None:
        return error
    is_option = isinstance(error.param, click.Option)
    name = max(error.param.opts, key=len) if is_option else error.param.human_readable_name
    return click.UsageError(f"{name}: {error.message}", error.ctx)


def _fill_closed_streams() -> None:
    """Let what is said to a closed stream go nowhere, and keep its number from the pipes to a build's workers, which
    would wait for ever."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # it takes the lowest number that is free
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - as long as we run


def _interrupted() -> int:
    click.echo("\nInterrupted. No file is half-written.", err=True)
    return EXIT_INTERRUPTED


def _hear_signals() -> None:
    """Ctrl-C, a terminal that closes and a polite kill end the program by way of every cleaning up."""
    if threading.current_thread() is not threading.main_thread():
        return
    signal.signal(signal.SIGINT, _stopped)
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup has it ignored
            signal.signal(number, _ended)


def _stopped(number: int, frame: FrameType | None) -> None:
    if not _waits_for_an_import(number, frame):
        raise KeyboardInterrupt


def _ended(number: int, frame: FrameType | None) -> None:
    if not _waits_for_an_import(number, frame):
        signal.signal(number, signal.SIG_IGN)
        sys.exit(128 + number)


def _waits_for_an_import(number: int, frame: FrameType | None) -> bool:
    """Send the signal again in a moment where a module is being imported: an extension such as pydantic's core swallows
    an exception there and goes on with half of itself."""
    while frame is not None and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    if frame is not None:
        again = threading.Timer(0.02, signal.raise_signal, (number,))
        again.daemon = True
        again.start()
    return frame is not None


def _own_fault(error: Exception) -> int:
    """What we got wrong ourselves: one line for the user, the traceback for who asks for it."""
    if os.environ.get("ARGMAP_TRACEBACK"):
        raise error
    click.echo(
        f"Error: argmap itself failed ({type(error).__name__}: {error}). Nothing half-written is left behind.\n"
        "Set ARGMAP_TRACEBACK=1 to see where, and report it.",
        err=True,
    )
    return EXIT_USAGE
