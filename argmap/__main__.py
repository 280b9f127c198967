"""How the program starts and ends, for `argmap` and `python -m argmap` alike."""

import contextlib
import gc
import os
import signal
import sys
from types import ModuleType
from typing import Any


class _NoPlugins(ModuleType):
    """Stands in for pydantic's module that looks for plugins of other packages, which would import the standard
    library's parts for e-mail, archives and networks. Whatever else is asked of it, the module itself answers."""

    PLACE = "pydantic.plugin._loader"

    get_plugins = staticmethod(tuple[()])

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        import importlib

        del sys.modules[self.PLACE]
        return getattr(importlib.import_module(self.PLACE), name)


def main() -> None:
    """Run the program. Until it can say so itself, ctrl-C ends it without a traceback."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # for the other processes of a build
    sys.modules[_NoPlugins.PLACE] = _NoPlugins(_NoPlugins.PLACE)
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
