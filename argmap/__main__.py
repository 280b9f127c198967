"""`python -m argmap`."""

import sys

if __name__ == "__main__":
    # Python puts the current folder first, and a debate's folder may bring a module of any name
    if not sys.flags.safe_path:
        sys.path.pop(0)
    from argmap.cli.main import main

    main(prog_name="argmap")
