"""`argmap serve`: pages that follow the files, for this machine alone."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.cli.debates.saved_files import saved
from argmap.cli.input_fault import InputFault
from tests.cli.run import Program
from tests.conftest import ROOT
from tests.living_page.browser import chromium

Start = Callable[..., "Served"]


class Served:
    """A server in a process of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        command = [sys.executable, "-m", "argmap", "serve", "--port", "0", *options]
        self.process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert self.process.stderr
        self.said = self.process.stderr
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.said.readline())
        assert found, self.said.read()
        self.port = int(found[1])

    def ask(self, path: str, method: str = "GET", host: str = "") -> http.client.HTTPResponse:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        asking.putrequest(method, path, skip_host=True)
        asking.putheader("Host", host or f"127.0.0.1:{self.port}")
        asking.putheader("Origin", "https://elsewhere.example")
        asking.endheaders()
        return asking.getresponse()

    def waiting(self, name: str) -> http.client.HTTPResponse:
        """The stream that tells of a later version than that of the page as it is now."""
        seen = re.search(rb'data-live="([^"]+)"', self.ask(f"/{name}/index.html").read())
        assert seen
        return self.ask(f"/{name}/{seen[1].decode()}")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    for name in ("bridge", "ferry"):
        shutil.copytree(ROOT / "arguments" / "tripwire", folder / "arguments" / name)
    return folder


@pytest.fixture
def start(repository: Path) -> Iterator[Start]:
    running: list[Served] = []

    def starts(*options: str) -> Served:
        running.append(Served(repository, *options))
        return running[-1]

    yield starts
    for each in running:
        each.process.kill()
        each.process.wait()
        each.said.close()


def test_several_debates_are_a_list_and_one_is_shown_at_once(start: Start) -> None:
    listed = start().ask("/").read().decode()
    assert re.findall(r'href="([^"]+)"', listed) == ["bridge/index.html", "ferry/index.html"]
    one = start("ferry").ask("/")
    assert one.status == 307 and (one.getheader("Location") or "").endswith("/ferry/index.html")


@pytest.mark.parametrize(
    ("path", "method", "host", "status"),
    [
        ("/bridge/index.html", "GET", "", 200),
        ("/bridge/index.html", "GET", "localhost:1", 200),
        ("/bridge/index.html", "GET", "elsewhere.example", 400),  # whose name was made to lead here
        ("/bridge/index.html", "GET", "127.0.0.1.elsewhere.example", 400),
        ("/bridge/events?seen=x", "GET", "elsewhere.example", 400),
        *(("/bridge/index.html", method, "", 405) for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS")),
        *((path, "GET", "", 404) for path in (
            "/nowhere/index.html", "/nowhere/events", "/bridge/debate.yaml", "/bridge/../../secret",
            "/%2e%2e/index.html", "/..%2f..%2fetc/index.html", "/bridge/positions/index.html", "//bridge/index.html",
        )),
    ],
)  # fmt: skip
def test_nobody_else_is_answered_nothing_else_is_shown_and_nothing_is_taken(
    served: Served, path: str, method: str, host: str, status: int
) -> None:
    answer = served.ask(path, method, host)
    assert answer.status == status
    assert answer.getheader("Access-Control-Allow-Origin") is None
    assert answer.getheader("Content-Security-Policy") == "frame-ancestors 'none'"
    assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
    assert answer.getheader("X-Content-Type-Options") == "nosniff"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(ROOT / "arguments" / "tripwire", folder / "arguments" / "bridge")
    (folder / "secret").write_text("x")
    found = Served(folder)
    yield found
    found.process.kill()
    found.process.wait()
    found.said.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signals")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 128 + signal.SIGTERM)])
def test_ctrl_c_and_a_polite_kill_end_it_also_while_a_page_waits(start: Start, sent: signal.Signals, code: int) -> None:
    served = start("ferry")
    waiting = served.waiting("ferry")
    served.process.send_signal(sent)
    assert served.process.wait(60) == code
    assert waiting.read() == b": waits\n\n"
    assert served.said.read() == ""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is UTF-8")
def test_a_name_that_cannot_be_watched_ends_in_a_sentence(repository: Path) -> None:
    following = saved([repository / "arguments/ferry"], repository / "arguments", "argmap serve")
    next(following)
    (repository / "arguments" / os.fsdecode(b"n\xff")).mkdir()
    with pytest.raises(InputFault, match=r"argmap serve cannot watch your files: .*n.xFF.*Give it another name"):
        next(following)


def test_a_port_in_use_is_said(start: Start, repository: Path) -> None:
    port = start("ferry").port
    command = [sys.executable, "-m", "argmap", "serve", "--port", str(port)]
    second = subprocess.run(command, cwd=repository, capture_output=True, text=True, timeout=60)
    assert second.returncode == 2
    assert f"port {port} on 127.0.0.1 cannot be used" in second.stderr and "argmap serve --port 0" in second.stderr


def test_two_debates_of_one_name_are_refused(
    tmp_path: Path, repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(repository / "arguments/ferry", tmp_path / "ferry")
    result = Program(repository, capsys, monkeypatch)("serve", "ferry", str(tmp_path / "ferry"))
    assert result.code == 2 and "two of these debates are called ferry" in result.err


@pytest.mark.parametrize(
    ("missing", "command"),
    [("starlette.applications", ["serve"]), ("uvicorn", ["serve"]), ("watchfiles", ["serve"]),
     ("watchfiles", ["build", "--watch"])],
)  # fmt: skip
def test_a_missing_extra_is_named(
    missing: str, command: list[str], repository: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setitem(sys.modules, missing, None)
    for name in [name for name in sys.modules if name.startswith("argmap.cli.serving")]:
        monkeypatch.delitem(sys.modules, name)
    result = Program(repository, capsys, monkeypatch)(*command)
    assert result.code == 2 and "pip install 'argmap[serve]'" in result.err
    assert not (repository / "output").exists()


@pytest.mark.real
def test_a_saved_file_is_shown_its_errors_until_they_are_mended_and_the_place_is_kept(start: Start) -> None:
    served = start("bridge")
    debate = served.folder / "arguments/bridge/debate.yaml"
    text = debate.read_text(encoding="utf-8")
    title = re.search(r"^title: (.+)$", text, re.MULTILINE)
    assert title
    with chromium() as browser:
        page = browser.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(f"http://127.0.0.1:{served.port}/")
        page.locator(".resolution").first.click()
        page.locator(".column .card").first.click()
        page.locator(".way li").nth(2).wait_for()
        place, where = page.evaluate("location.hash"), page.locator(".way li").nth(2).inner_text()

        _save(debate, text.replace(title[0], "title: Another title"))
        page.get_by_role("heading", name="Another title").wait_for()
        page.locator(".way li").nth(2).get_by_text(where).wait_for()

        _save(debate, text.replace(title[0], "titel: <script>alert(1)</script>"))
        page.get_by_role("heading", name=re.compile(r" errors?$")).wait_for()
        told = page.locator("pre").inner_text()
        line = text[: text.index(title[0])].count("\n") + 1
        assert f"arguments/bridge/debate.yaml:{line}:1 error" in told and "titel: <script>alert(1)</script>" in told
        assert "title" in told and page.locator("script").count() == 1

        _save(debate, text)
        page.locator(".way li").nth(2).get_by_text(where).wait_for()
        assert page.evaluate("location.hash") == place and problems == []


@pytest.mark.real
def test_more_windows_follow_than_a_browser_makes_connections(start: Start, repository: Path) -> None:
    served = start("bridge")
    debate = repository / "arguments" / "bridge" / "debate.yaml"
    text = debate.read_text(encoding="utf-8")
    with chromium() as browser:
        context = browser.new_context()
        pages = [context.new_page() for _ in range(8)]
        for page in pages:
            page.goto(f"http://127.0.0.1:{served.port}/")
            page.locator(".resolution").first.wait_for()
        _save(debate, re.sub(r"^title: .*", "title: Another title", text, flags=re.M))
        assert sum(map(_shows_another_title, pages)) > 6  # connections of a browser to a server


def _shows_another_title(page: Any) -> bool:
    """Whether a page does, sooner or later; not if its process has crashed, which now and then one of eight does."""
    from playwright.sync_api import Error

    try:
        page.get_by_role("heading", name="Another title").wait_for()
    except Error as error:
        if "crashed" not in error.message:
            raise
        return False
    return True


def _save(file: Path, text: str) -> None:
    """As editors do: a new file in the place of the old one."""
    new = file.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_build_watch_builds_again_survives_faults_and_ends_by_ctrl_c(repository: Path) -> None:
    command = [sys.executable, "-m", "argmap", "build", "ferry", "--watch", "-j", "1"]
    building: Any = subprocess.Popen(command, cwd=repository, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    debate = repository / "arguments/ferry/debate.yaml"
    text = debate.read_text(encoding="utf-8")

    def until(words: str) -> list[str]:
        lines = []
        while not lines or words not in lines[-1]:
            lines.append(building.stderr.readline())
            assert lines[-1], lines
        return lines

    try:
        until("output/ferry: ")
        _save(debate, re.sub(r"(?m)^title: .+$", "title: Another title", text))
        assert len(until("output/ferry: ")) == 1
        assert "Another title" in (repository / "output/ferry/index.html").read_text(encoding="utf-8")
        _save(debate, re.sub(r"(?m)^title: .+$", "title: [", text))
        until("has errors")
        _save(debate, text)
        until("output/ferry: ")
        assert "Another title" not in (repository / "output/ferry/index.html").read_text(encoding="utf-8")
        building.send_signal(signal.SIGINT)
        assert building.wait(60) == 0 and building.stderr.read() == ""
    finally:
        building.kill()
        building.wait()
        building.stderr.close()


def test_watch_and_check_exclude_each_other(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = Program(repository, capsys, monkeypatch)("build", "--watch", "--check")
    assert result.code == 2 and "give one of them" in result.err
