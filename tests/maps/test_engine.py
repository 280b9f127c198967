"""Engines: the same interface, an exact time limit, errors that say what to do, nothing on standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from argmap.maps import LayoutError
from argmap.maps.engine import Dot, PyGraphviz, engine
from argmap.maps.layout import Engine, read_plain
from tests.conftest import ends, needs
from tests.maps.park import park

TWO = 'digraph { a [fixedsize=true width=2 height=1 label=""]; b [fixedsize=true width=1 height=1 label=""]; a -> b }'
HARD = "digraph {" + ";".join(f"n{i} -> n{i * 7919 % 1500}" for i in range(3000)) + "}"


def test_the_default_engine_is_the_one_that_comes_with_the_install() -> None:
    assert engine().name == engine("wasi").name == engine("").name == "wasi"
    assert isinstance(engine("pygraphviz"), PyGraphviz)
    assert engine("/usr/bin/dot") == Dot("/usr/bin/dot")


def test_wasi_gives_centres_with_y_growing_downwards(capfd: pytest.CaptureFixture[str]) -> None:
    found = engine().layout(TWO)
    assert (found.boxes["a"].width, found.boxes["a"].height) == (144, 72)
    assert found.boxes["a"].y < found.boxes["b"].y
    assert found.boxes["a"].x == found.boxes["b"].x == 72
    assert capfd.readouterr() == ("", "")


def test_wasi_tells_its_version() -> None:
    assert engine().version().split(".")[0].isdigit()


@pytest.mark.parametrize("text", ["digraph {", "", "not dot at all", "digraph { a -> }"])
def test_wasi_refuses_what_is_no_dot_and_works_afterwards(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(LayoutError, match="choose another engine") as caught:
        engine().layout(text)
    assert not caught.value.timed_out
    assert len(engine().layout(TWO).boxes) == 2
    assert capfd.readouterr().out == ""


def test_wasi_stops_at_its_time_limit_and_works_afterwards() -> None:
    with ends(), pytest.raises(LayoutError, match=r"more than 0\.2 s") as caught:
        engine().layout(HARD, timeout=0.2)
    assert caught.value.timed_out
    assert len(engine().layout(TWO).boxes) == 2


def test_wasi_lays_out_a_chain_of_2000() -> None:
    chain = "digraph {" + ";".join(f"n{i} -> n{i + 1}" for i in range(2000)) + "}"
    assert len(engine().layout(chain).boxes) == 2001


def _program(folder: Path, code: str) -> str:
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\nimport sys, time\n{code}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("print('graph 1 1 1'); sys.stderr.write('trouble in init_rank'); sys.exit(1)", "status 1 .trouble in"),
        ("print('nonsense')", "cannot be read"),
        ("print('graph 1 1 1\\nnode n0 nan 1 1 1')", "not a number"),
        ("sys.exit(134)", "status 134 .no message"),
    ],
)
def test_a_program_that_fails_or_talks_nonsense_is_an_error(tmp_path: Path, code: str, message: str) -> None:
    with pytest.raises(LayoutError, match=message):
        Dot(_program(tmp_path, code)).layout(TWO)


def test_a_program_that_hangs_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match=r"more than 0\.3 s") as caught:
        Dot(_program(tmp_path, "time.sleep(60)")).layout(TWO, timeout=0.3)
    assert caught.value.timed_out


@pytest.mark.parametrize("program", ["/nowhere/dot", "no-such-dot", "/"])
def test_a_program_that_cannot_be_started_is_unusable(program: str) -> None:
    with pytest.raises(LayoutError, match="choose another engine") as caught:
        Dot(program).layout(TWO)
    assert caught.value.unusable


def test_plain_output_becomes_pixels() -> None:
    found = read_plain('graph 1 2 3\nnode "n0" 1 2.5 1 0.5 "" solid box black lightgrey\nstop\n')
    assert (found.width, found.height) == (144, 216)
    assert (found.boxes["n0"].x, found.boxes["n0"].y) == (72, 36)


@pytest.mark.real
def test_a_system_dot_gives_the_same_columns_as_wasi() -> None:
    needs("dot")
    if int(Dot().version().split(".")[0]) < 14:
        pytest.skip("this dot is older than 14")
    from argmap.maps.drawing import lay_out
    from argmap.maps.scene import Links
    from argmap.maps.scene_making import scenes
    from argmap.maps.views import View

    scene = scenes(park(), View(), Links())[0]
    spots: list[object] = []
    engines: list[Engine] = [engine(), Dot()]
    for one in engines:
        placed, _ = lay_out(scene, one, 30)
        spots.append({id: (spot.x, spot.y) for id, spot in placed.spots.items()})
    assert spots[0] == spots[1]


@pytest.mark.real
def test_a_system_dot_of_any_version_draws_a_map() -> None:
    needs("dot")
    from argmap.maps import to_svg

    assert to_svg(park(), engine=Dot()).startswith("<svg")
