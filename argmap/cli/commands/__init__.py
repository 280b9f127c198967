"""One command, one file: each module has a `command`. The table that names them is in `argmap.cli.main`."""
