"""How the program starts and ends, for `argmap` and `python -m argmap` alike."""

import contextlib
import gc
import os
import signal
import sys


def main() -> None:
    """Run the program. Until it can say so itself, ctrl-C ends it without a traceback."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # those of other packages: looking for them takes a while
    gc.disable()  # and never enabled: that alone would have all values looked through once more
    from argmap.cli.main import main as run

    try:
        run(prog_name="argmap")
    except SystemExit as end:
        if isinstance(end.code, int) and not (sys.gettrace() or sys.getprofile()):
            _leave(end.code)
        raise


def _leave(code: int) -> None:
    """End here, with everything written: Python would first take apart all values, in a sixth of the time of a check.
    Where a stream takes no more, the program has said so."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    # Python puts the current folder first, and a debate's folder may bring a module of any name
    if not sys.flags.safe_path:
        sys.path.pop(0)
    main()
