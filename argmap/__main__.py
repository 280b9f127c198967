"""The program's first moments, for `argmap` and `python -m argmap` alike."""

import os
import signal
import sys


def main() -> None:
    """Run the program. Until it can say so itself, ctrl-C ends it without a traceback."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    from argmap.cli.main import main as run

    run(prog_name="argmap")


if __name__ == "__main__":
    # Python puts the current folder first, and a debate's folder may bring a module of any name
    if not sys.flags.safe_path:
        sys.path.pop(0)
    main()
