"""How large and how fast the living page is: `python -m tests.benchmarks.bench_page`.

Prints the size of the flagship's page; of the page of 10,000 statements the most cards in the document, how long its
first screen, a search and a step of folding occupy the browser; and the time from a saved file to the page that `argmap
serve` shows. Milliseconds of the thread that runs the page, drawing included, and not of others that use the machine;
the last is time as it passes, the shortest of some runs.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from argmap.living_page import to_page
from tests.conftest import ROOT
from tests.living_page.browser import chromium
from tests.living_page.large import large

_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
_TYPED = """
query => {
  const field = document.querySelector("input[type=search]");
  field.value = query;
  field.dispatchEvent(new Event("input"));
}
"""
_QUERIES = ("h", "harbour", "treaty soldier", "position 19", "s19-4", "no such words")
_FOLDED = (".resolution", ".column.last .more", ".column.last .card", ".column.last .card", ".resolution")
RUNS = 7


def busy(page: Any, act: Callable[[], object]) -> float:
    """How long an act and what is drawn after it occupy the page's thread."""
    browser = page.context.browser
    browser.start_tracing(page=page, categories=["toplevel"])
    act()
    page.evaluate(_DRAWN)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    mine = {each["tid"] for each in events if each.get("args", {}).get("name") == "CrRendererMain"}
    return (
        sum(each.get("tdur", 0) for each in events if each["name"].endswith("RunTask") and each["tid"] in mine) / 1000
    )


def opened(browser: Any, file: Path) -> tuple[Any, float]:
    """A page, and how long it takes to its first screen."""
    page = browser.new_context(offline=True).new_page()
    return page, busy(page, lambda: page.goto(file.as_uri()))


def searching(page: Any) -> float:
    """The search that takes longest; the first one makes the index."""
    return max(busy(page, lambda query=query: page.evaluate(_TYPED, query)) for query in _QUERIES)


def clicking(page: Any, *places: str) -> tuple[float, int]:
    """The longest of these clicks, and the most cards that are then in the document."""
    found = []
    for where in places:
        click = f"document.querySelector({where!r}).click()"
        found.append((busy(page, lambda click=click: page.evaluate(click)), page.locator(".card").count()))
    times, cards = zip(*found, strict=True)
    return max(times), max(cards)


def shown_after_saving(browser: Any, folder: Path) -> float:
    """From a saved file to the page that shows it, in `argmap serve` of the flagship."""
    shutil.copytree(ROOT / "arguments" / "nato-ukraine", folder / "arguments" / "nato-ukraine")
    command = [sys.executable, "-m", "argmap", "serve", "--port", "0"]
    server = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert server.stderr
        address = re.search(r"http://\S+", server.stderr.readline())
        assert address
        page = browser.new_page()
        page.goto(address[0])
        return min(_saved(page, folder, n) for n in range(RUNS))
    finally:
        server.kill()
        server.wait()


def _saved(page: Any, folder: Path, n: int) -> float:
    debate = folder / "arguments" / "nato-ukraine" / "debate.yaml"
    text = re.sub(r"(?m)^title: .*", f"title: Saved {n} times", debate.read_text(encoding="utf-8"))
    page.locator(".resolution").first.wait_for()
    time.sleep(1)  # the server is at rest again
    start = time.perf_counter()
    debate.write_text(text, encoding="utf-8")
    page.get_by_role("heading", name=f"Saved {n} times").wait_for()
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    """Print the figures."""
    flagship = ROOT / "output" / "nato-ukraine" / "index.html"
    with chromium() as browser, tempfile.TemporaryDirectory() as name:
        _, first = opened(browser, flagship)
        print(f"the flagship's page: {flagship.stat().st_size:,} bytes; first screen {first:.0f} ms")
        file = Path(name) / "large.html"
        file.write_text(to_page(large(10_000)), encoding="utf-8")
        page, first = opened(browser, file)
        print(f"10,000 statements: {file.stat().st_size:,} bytes; first screen {first:.0f} ms")
        for what, places in (("folding", _FOLDED), ("the map", ("[data-view=map]",))):
            print("{}: {:.0f} ms at most, {} cards".format(what, *clicking(page, *places)))
        print(f"search: {searching(page):.0f} ms at most")
        print(f"saved to shown: {shown_after_saving(browser, Path(name)):.0f} ms")


if __name__ == "__main__":
    main()
