"""A repository with a history, reviewed end to end: each kind of change, a flip, a quote tampered with, a merge."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.comment_words import visible_words
from tests.cli.run import Program
from tests.scratch import Scratch

DEBATE = """\
debate: toll
title: Should the city toll the bridge?
as_of: 2026-06-30
resolutions:
  - claim: toll
    text: The city should toll the old bridge.
"""
SOURCES = """\
references:
  - id: count
    type: report
    title: Traffic count
    author: [{literal: City Engineer}]
    issued: 2026-03-01
    publisher: City
    custom: {reliability: B, credibility: "2", why: The city's own figures.}
  - id: survey
    type: report
    title: Household survey
    author: [{literal: Statistics Office}]
    issued: 2026-02-01
    publisher: City
    custom: {reliability: B, credibility: "3", why: A sample of households.}
"""
SNAPSHOT = """\
The count of March shows that lorries do not use the old bridge at night. A toll of two
crowns cut traffic by a fifth on the sister bridge.
"""
TRAFFIC = """\
position: traffic
title: Traffic
arguments:
  - support: fewer-cars
    of: toll
    text: A toll would take a fifth of the cars off the bridge.
    evidence:
      - source: count
        at: page 4
        quote: cut traffic by a fifth on the sister bridge
        says: The same toll had that effect next door.
  - rebuttal: cars-go-round
    of: fewer-cars
    text: The cars would drive through the old town.
    undeveloped: true
"""
COST = """\
position: cost
title: Who pays
arguments:
  - support: pays-repairs
    of: toll
    text: The toll would pay for the repairs of the bridge.
    evidence: [{source: count, at: page 9, quote: lorries do not use the old bridge at night}]
  - claim: money-is-short
    text: The city has no other money for the bridge.
    evidence: [{source: survey, at: page 2, says: The budget has no line for it.}]
"""
TRAFFIC_FILE, COST_FILE = "arguments/toll/positions/traffic.yaml", "arguments/toll/positions/cost.yaml"
SOURCES_FILE, HEADER_FILE = "arguments/toll/sources.yaml", "arguments/toll/debate.yaml"
POOR = """\
  - rebuttal: hits-the-poor
    of: pays-repairs
    text: The poor would pay the most of it.
    evidence: [{source: survey, at: page 3}]
"""
SUMMER = """\
  - rebuttal: count-was-in-summer
    undercuts: fewer-cars
    text: The sister bridge was counted in summer.
    evidence: [{source: survey}]
"""
LEAVE = """\
  - rebuttal: poor-take-the-bus
    of: hits-the-poor
    text: The poor mostly take the bus.
    evidence: [{source: survey, at: page 5}]
"""


class History:
    """The repository while it is made; every commit is a tag."""

    def __init__(self, root: Path) -> None:
        self.scratch = Scratch(root)
        self.tags: list[str] = []

    def commit(self, tag: str) -> None:
        self.scratch.commit(tag)
        self.scratch.git("tag", tag)
        self.tags.append(tag)


def began(history: History, argmap: Callable[..., Any]) -> None:
    for path, text in ((HEADER_FILE, DEBATE), (SOURCES_FILE, SOURCES), (TRAFFIC_FILE, TRAFFIC), (COST_FILE, COST)):
        history.scratch.write(path, text)
    history.scratch.write("arguments/toll/snapshots/count.txt", SNAPSHOT)
    history.commit("start")
    assert argmap("verify", "toll").code == 0
    assert argmap("accept", "--all", "-d", "toll").code == 0
    history.commit("locked")


def edited(history: History, argmap: Callable[..., Any]) -> None:
    replace, append = history.scratch.replace, _append
    replace(COST_FILE, "position: cost\ntitle: Who pays\n", "# who pays\ntitle: Who pays\nposition: cost\n")
    history.commit("reordered")
    replace(COST_FILE, "would pay for the repairs of the bridge", "would pay for all repairs of the bridge")
    history.commit("reworded")
    assert argmap("accept", "pays-repairs", "-d", "toll").code == 0
    history.commit("accepted")
    append(
        history,
        TRAFFIC_FILE,
        SUMMER,
    )
    replace(COST_FILE, "  - claim: money", POOR + "  - claim: money")
    history.commit("flipped")
    append(history, COST_FILE, LEAVE)
    history.commit("answered")
    assert argmap("rename", "fewer-cars", "fewer-cars-cross", "-d", "toll").code == 0
    history.commit("renamed")
    replace(COST_FILE, "lorries do not use the old bridge", "lorries use the old bridge")
    history.commit("tampered")
    history.scratch.git("revert", "--no-edit", "HEAD")
    history.scratch.git("tag", "reverted")
    history.tags.append("reverted")


def reworked(history: History, argmap: Callable[..., Any]) -> None:
    replace = history.scratch.replace
    replace(COST_FILE, "    evidence: [{source: survey, at: page 5}]\n", "")
    history.commit("evidence-lost")
    replace(COST_FILE, "of: hits-the-poor\n", "of: money-is-short\n")
    history.commit("retargeted")
    replace(COST_FILE, "rebuttal: poor-take-the-bus", "support: poor-take-the-bus")
    history.commit("turned")
    _append(history, TRAFFIC_FILE, _cut(history, COST_FILE, "  - support: poor-take-the-bus"))
    history.commit("moved")
    replace(COST_FILE, "    of: toll\n", "    of: toll\n    premises: [money-is-short]\n")
    history.commit("premised")
    replace(COST_FILE, "    of: toll\n", "    of: toll\n    role: solvency\n    scheme: consequences-positive\n")
    history.commit("marked")
    replace(
        COST_FILE,
        "  - claim: money-is-short\n",
        "  - claim: money-is-short\n    ignore: [{rule: compound-claim, reason: It is one.}]\n",
    )
    history.commit("suppressed")
    replace(SOURCES_FILE, 'credibility: "3"', 'credibility: "2"')
    replace(SOURCES_FILE, "Household survey", "Survey of households")
    history.commit("sourced")
    _cut(history, TRAFFIC_FILE, "  - rebuttal: cars-go-round")
    history.commit("removed")


def merged(history: History, argmap: Callable[..., Any]) -> None:
    """Two branches each add a claim at the end of one position; git merges them with the driver, and needs no hand."""
    scratch = history.scratch
    scratch.write(".gitattributes", "arguments/**/*.yaml merge=argmap\narguments/**/argmap.lock merge=union\n")
    history.commit("attributes")
    driver = f'"{sys.executable}" -m argmap merge %O %A %B --marker-size %L --path %P --label %X --label %Y'
    scratch.git("config", "merge.argmap.driver", driver)
    for branch in ("left", "right"):
        scratch.git("checkout", "-q", "-b", branch, "attributes")
        _append(
            history,
            COST_FILE,
            f"  - claim: from-{branch}\n    text: Something from the {branch}.\n    undeveloped: true\n",
        )
        scratch.commit(branch)
    scratch.git("checkout", "-q", "main")
    scratch.git("merge", "-q", "--no-edit", "left")
    scratch.git("merge", "-q", "--no-edit", "right")
    scratch.git("tag", "merged")
    history.tags.append("merged")


VALUES = "values: {air: Clean air, thrift: Thrift}\naudiences: {drivers: [thrift, air]}\n"
IGNORED = "    ignore: [{rule: unanswered-rebuttal, reason: They are right about that.}]\n"
JAM = "  - rebuttal: gates-jam\n    of: fewer-cars-cross\n    text: The gates would jam.\n"
DIN = "  - rebuttal: gates-din\n    of: fewer-cars-cross\n    text: The gates would make a din.\n"
THIRD = (
    "  - {support: a-third, of: toll, text: It would be a third., evidence: [{source: count, "
    "quote: traffic by a third}]}\n"
)
SMOKE = "  - claim: smoke\n    text: Smoke rises.\n    ignore: [{rule: claim-no-evidence}]\n"
NIGHT = "  - {support: quiet-nights, of: toll, text: The nights would be quieter., evidence: [{source: survey}]}\n"


def broken(history: History, argmap: Callable[..., Any]) -> None:
    """Files that cannot be read, and their repair."""
    scratch = history.scratch
    whole = (scratch.root / COST_FILE).read_text(encoding="utf-8")
    twice = whole.replace("    of: toll\n", "    of: toll\n" * 2, 1)
    for tag, text in (("bracket", f"{whole}["), ("key-twice", twice)):
        scratch.write(COST_FILE, text)
        history.commit(tag)
        scratch.write(COST_FILE, whole)
        history.commit(f"{tag}-mended")
    scratch.git("mv", HEADER_FILE, f"{HEADER_FILE}.txt")
    history.commit("header-gone")
    scratch.git("mv", f"{HEADER_FILE}.txt", HEADER_FILE)
    history.commit("header-back")


def reorganised(history: History, argmap: Callable[..., Any]) -> None:
    """The motion, audiences, positions and whole debates."""
    scratch, replace = history.scratch, history.scratch.replace
    replace(HEADER_FILE, "should toll the old bridge.", "should toll every bridge.")
    history.commit("motion")
    _append(history, HEADER_FILE, VALUES)
    history.commit("audience")
    replace(HEADER_FILE, "[thrift, air]", "[air, thrift]")
    history.commit("audience-turned")
    scratch.write("arguments/toll/positions/money.yaml", "position: money\narguments:\n")
    for start in ("  - claim: from-left", "  - claim: from-right"):
        _append(history, "arguments/toll/positions/money.yaml", _cut(history, COST_FILE, start))
    history.commit("many-moved")
    _cut(history, "arguments/toll/positions/money.yaml", "  - claim: from-left")
    again = "  - {rebuttal: from-left, of: pays-repairs, text: Nobody has priced the gates., undeveloped: true}\n"
    _append(history, COST_FILE, again)
    history.commit("id-reused")
    _append(history, COST_FILE, NIGHT)
    history.commit("added")
    replace(COST_FILE, "quiet-nights, of: toll, text: The nights", "sleep, of: toll, text: Whoever sleeps there")
    history.commit("replaced")
    scratch.write("arguments/fee/positions/night.yaml", f"position: night\narguments:\n{NIGHT}")
    for file in ("debate.yaml", "sources.yaml"):
        text = (scratch.root / f"arguments/toll/{file}").read_text(encoding="utf-8")
        scratch.write(f"arguments/fee/{file}", text.replace("debate: toll", "debate: fee"))
    history.commit("debate-new")
    scratch.git("mv", "arguments/fee", "arguments/charge")
    history.commit("debate-renamed")
    scratch.git("rm", "-r", "-q", "arguments/charge")
    history.commit("debate-gone")


def evaded(history: History, argmap: Callable[..., Any]) -> None:
    """What would get round a gate."""
    scratch, replace = history.scratch, history.scratch.replace
    lock = scratch.root / "arguments/toll/argmap.lock"
    _append(history, TRAFFIC_FILE, JAM + IGNORED)
    history.commit("conceded")
    _append(history, TRAFFIC_FILE, SMOKE)
    history.commit("suppressed-new")
    assert argmap("accept", "--all", "-d", "toll").code == 0
    history.commit("accepted-all")
    kept = lock.read_text(encoding="utf-8")
    lock.write_text(f"{kept}link pays-repairs {'0' * 16} {'1' * 16}\n", encoding="utf-8")
    history.commit("lock-forged")
    lock.unlink()
    history.commit("lock-gone")
    lock.write_text(kept, encoding="utf-8")
    history.commit("lock-back")
    replace(COST_FILE, "lorries do not use the old bridge at night", "lorries use the old bridge at night")
    replace("arguments/toll/snapshots/count.txt", "do not use", "use")
    history.commit("snapshot-with-quote")
    scratch.write("argmap.toml", 'ignore = ["unanswered-rebuttal"]\n[review]\nfail-on = "never"\n')
    history.commit("settings")
    replace(COST_FILE, "support: pays-repairs", "support: mends-bridge")
    replace(COST_FILE, "of: pays-repairs", "of: mends-bridge")
    text = (scratch.root / COST_FILE).read_text(encoding="utf-8").replace("of: pays-repairs", "of: mends-bridge")
    scratch.write(COST_FILE, text)
    history.commit("renamed-by-hand")
    scratch.write("argmap.toml", 'baseline = "known.txt"\n')
    scratch.write("known.txt", "# Findings that were there\n")
    history.commit("baseline-named")
    scratch.write("known.txt", "toll unanswered-rebuttal statements/count-was-in-summer\n")
    history.commit("baseline-grown")
    _append(history, TRAFFIC_FILE, DIN + IGNORED.replace("}]", "}, {rule: claim-no-evidence, reason: None yet.}]"))
    history.commit("conceded-and-suppressed")
    replace(COST_FILE, ", quote: lorries use the old bridge at night", "")
    history.commit("quote-removed")
    replace(COST_FILE, "at: page 9", "at: page 9, quote: lorries use the old bridge at night")
    history.commit("quote-added")
    replace("arguments/toll/snapshots/count.txt", "by a fifth", "by a third")
    _append(history, TRAFFIC_FILE, THIRD)
    history.commit("snapshot-with-new-quote")
    replace(SOURCES_FILE, "  - id: survey\n    type: report\n", "  - id: survey\n")
    history.commit("source-untyped")
    replace(SOURCES_FILE, "  - id: survey\n", "  - id: survey\n    type: report\n")
    history.commit("source-typed")


TOLD = {
    "bracket": "Cannot be compared: `positions/cost.yaml`, line ",
    "bracket-mended": "could not be read before",
    "key-twice": "Cannot be compared: `positions/cost.yaml`, line ",
    "key-twice-mended": "could not be read before",
    "header-gone": "Cannot be compared: `debate.yaml`",
    "header-back": "could not be read before",
    "motion": "**The motion `toll` is reworded.",
    "many-moved": "2 statements moved from position `cost` to the new position `money`, unchanged",
    "id-reused": "**Replaced** claim `from-left`",
    "replaced": "**Replaced** `quiet-nights`",
    "debate-new": "`fee`: **The debate `fee` is new, with 2 statements.",
    "debate-renamed": "`charge`: **The debate `fee` is now called `charge`.",
    "debate-gone": "`charge`: **The debate `charge` is deleted",
    "conceded": "`gates-jam` is conceded: “They are right about that.”",
    "suppressed-new": "1 finding is accepted: `claim-no-evidence` at the new `smoke` (no reason).",
    "accepted-all": "steps are accepted here, by A.",
    "lock-forged": "`argmap.lock` was edited by hand: its entries do not fit the words of `pays-repairs`",
    "lock-gone": "`argmap.lock` is removed",
    "snapshot-with-quote": "its snapshot changed with it",
    "settings": "The settings change `ignore` (adds `unanswered-rebuttal`)",
    "renamed-by-hand": "1 statement renamed",
    "baseline-named": "The settings change `ignore` (drops `unanswered-rebuttal`), `baseline` (none → `known.txt`)",
    "baseline-grown": "The baseline `known.txt` newly passes over 1 finding, of `unanswered-rebuttal`.",
    "conceded-and-suppressed": "1 finding is accepted: `claim-no-evidence` at the new `gates-din` (“None yet.”).",
    "quote-removed": "`mends-bridge` no longer quotes",
    "quote-added": "1 quote added",
    "source-untyped": "1 source changed",
    "source-typed": "1 source changed",
    "snapshot-with-new-quote": "The snapshot of City Engineer 2026 (`count`) changed together with the new quote",
}
BLOCKED = {
    "bracket": "unreadable", "key-twice": "unreadable", "header-gone": "unreadable", "motion": "motion",
    "conceded": "conceded", "suppressed-new": "suppressed", "accepted-all": "accepted", "lock-forged": "lock-edited",
    "lock-gone": "lock-edited", "snapshot-with-quote": "snapshot-changed", "settings": "settings",
    "id-reused": "removed", "replaced": "unreviewed", "baseline-named": "settings", "baseline-grown": "settings",
    "conceded-and-suppressed": "suppressed", "quote-removed": "quote-altered",
    "snapshot-with-new-quote": "snapshot-changed",
}  # fmt: skip
ALL_CONDITIONS = (
    "unreviewed,quote-altered,motion,suppressed,conceded,accepted,lock-edited,snapshot-changed,settings,removed"
)


def _append(history: History, path: str, text: str) -> None:
    target = history.scratch.root / path
    target.write_text(target.read_text(encoding="utf-8") + text, encoding="utf-8")


def _cut(history: History, path: str, start: str) -> str:
    """Take an entry out of a position file: its lines, up to the next entry."""
    text = (history.scratch.root / path).read_text(encoding="utf-8")
    begin = text.index(start)
    end = text.find("\n  - ", begin) + 1 or len(text)
    history.scratch.write(path, text[:begin] + text[end:])
    return text[begin:end]


PARTS = (began, edited, reworked, merged, broken, reorganised, evaded)
MADE: list[tuple[Path, list[str]]] = []
"""The history once it is made: it takes a few seconds, and each test works on a copy."""


@pytest.fixture
def history(argmap: Program, tmp_path_factory: pytest.TempPathFactory) -> History:
    made = History(argmap.folder)
    if MADE:
        kept, made.tags = MADE[0]
        shutil.copytree(kept, argmap.folder, dirs_exist_ok=True)
        return made
    for part in PARTS:
        part(made, argmap)
    kept = tmp_path_factory.mktemp("history") / "made"
    shutil.copytree(argmap.folder, kept)
    MADE.append((kept, made.tags))
    return made


def kinds(argmap: Program, tag: str, base: str | None = None) -> list[tuple[str, str]]:
    found = argmap("diff", base or f"{tag}^", tag, "-f", "json")
    assert found.code == 0, found.err
    return [(change["kind"], change["id"]) for change in json.loads(found.out)["toll"]["changes"]]


EXPECTED = {
    "locked": [],
    "reordered": [],
    "reworded": [("reworded", "pays-repairs")],
    "accepted": [],
    "flipped": [("added", "hits-the-poor"), ("added", "count-was-in-summer")],
    "answered": [("added", "poor-take-the-bus")],
    "renamed": [("renamed", "fewer-cars-cross")],
    "tampered": [("quote altered", "pays-repairs")],
    "reverted": [("quote altered", "pays-repairs")],
    "evidence-lost": [("evidence removed", "poor-take-the-bus")],
    "retargeted": [("retargeted", "poor-take-the-bus")],
    "turned": [("turned", "poor-take-the-bus")],
    "moved": [("moved", "poor-take-the-bus")],
    "premised": [("premises changed", "pays-repairs")],
    "marked": [("role changed", "pays-repairs"), ("scheme changed", "pays-repairs")],
    "suppressed": [("suppression added", "money-is-short")],
    "sourced": [("grade changed", "survey"), ("source changed", "survey")],
    "removed": [("removed", "cars-go-round")],
    "attributes": [],
}


def test_every_commit_is_told_by_what_it_does(argmap: Program, history: History) -> None:
    assert len(history.tags) >= 54
    assert {tag: kinds(argmap, tag) for tag in EXPECTED} == EXPECTED
    assert kinds(argmap, "merged", "attributes") == [("added", "from-left"), ("added", "from-right")]


@pytest.mark.parametrize("tag", TOLD)
def test_every_break_and_evasion_is_in_the_comment_and_can_be_forbidden(
    argmap: Program, history: History, tag: str
) -> None:
    found = argmap("review", f"{tag}^", tag, "--fail-on", ALL_CONDITIONS)
    visible = found.out.partition("<details>")[0]
    assert TOLD[tag] in visible, found.out
    assert (f"'{BLOCKED[tag]}'" in found.err and found.code == 1) if tag in BLOCKED else "'unreadable'" not in found.err


def test_most_comments_are_read_in_half_a_minute(argmap: Program, history: History) -> None:
    texts = [argmap("review", f"{tag}^", tag).out for tag in history.tags if tag != "start"]
    words = sorted(map(visible_words, texts))
    assert words[len(words) // 2] <= 120 and words[int(len(words) * 0.95)] < 250


def test_the_flip_and_its_smallest_cause(argmap: Program, history: History) -> None:
    found = argmap("review", "flipped^", "flipped", "--fail-on", "flip")
    assert found.code == 1 and found.out.partition("<details>")[0].count("The new rebuttal") == 1
    assert "the policy does not allow 'flip': toll" in found.err
    verdict, *_ = [line for line in found.out.splitlines() if line.startswith("**")]
    assert "`toll` no longer stands: it is defeated" in verdict
    review = json.loads(argmap("diff", "flipped^", "flipped", "-f", "json").out)["toll"]
    flip = next(flip for flip in review["flips"] if flip["resolution"])
    assert (flip["before"], flip["after"], flip["smallest"]) == ("in", "out", True)
    assert [review["changes"][n]["id"] for n in flip["causes"]] == ["hits-the-poor", "count-was-in-summer"]
    assert review["newly_unanswered"] == ["hits-the-poor", "count-was-in-summer"]
    back = json.loads(argmap("diff", "answered^", "answered", "-f", "json").out)["toll"]
    assert back["newly_answered"] == ["hits-the-poor"]
    assert argmap("review", "answered^", "answered", "--fail-on", "fall").code == 0


def checked_out(argmap: Program, history: History, tag: str) -> Any:
    history.scratch.git("checkout", "-q", tag)
    return argmap("check", "toll", "-f", "json")


def rules(found: Any) -> set[str]:
    return {diagnostic["rule"] for diagnostic in json.loads(found.out)["diagnostics"]}


def test_a_reworded_end_is_suspect_until_it_is_accepted_and_a_rename_is_not(argmap: Program, history: History) -> None:
    states = {
        tag: "suspect-link" in rules(checked_out(argmap, history, tag)) for tag in ("locked", "reworded", "accepted")
    }
    assert states == {"locked": False, "reworded": True, "accepted": False}
    checked_out(argmap, history, "renamed")
    assert "fewer-cars" not in {
        d["at"][1]
        for d in json.loads(argmap("check", "toll", "-f", "json", "--select", "suspect-link").out)["diagnostics"]
    }
    assert argmap("review", "reworded^", "reworded", "--fail-on", "suspect").code == 1


def test_a_tampered_quote_is_noticed_without_and_with_the_text(argmap: Program, history: History) -> None:
    assert "quote-changed-since-verified" in rules(checked_out(argmap, history, "tampered"))
    found = argmap("verify", "toll")
    assert found.code == 1
    assert "quote-not-in-source" in found.out and "not" in found.out
    for path in (history.scratch.root / "arguments/toll/snapshots").iterdir():
        path.unlink()
    assert "quote-changed-since-verified" in rules(argmap("check", "toll", "-f", "json"))
    assert argmap("review", "tampered^", "tampered", "--fail-on", "quote-altered").code == 1
    history.scratch.git("checkout", "-q", "-f", "reverted")
    assert "quote-changed-since-verified" not in rules(argmap("check", "toll", "-f", "json"))


def test_lost_evidence_breaks_the_policy_that_says_so(argmap: Program, history: History) -> None:
    assert argmap("review", "evidence-lost^", "evidence-lost", "--fail-on", "evidence-lost").code == 1
    assert argmap("review", "reworded^", "reworded", "--fail-on", "evidence-lost").code == 0


def test_the_merge_needs_no_hand_and_is_sound(argmap: Program, history: History) -> None:
    found = checked_out(argmap, history, "merged")
    assert not [d for d in json.loads(found.out)["diagnostics"] if d["severity"] == "error"]
    assert history.scratch.git("status", "--porcelain") == ""


def test_a_rename_and_a_rewording_merge_without_a_hand(argmap: Program, history: History) -> None:
    scratch = history.scratch
    scratch.git("checkout", "-q", "-b", "naming")
    assert argmap("rename", "mends-bridge", "pays-for-repairs", "-d", "toll").code == 0
    scratch.commit("another name")
    scratch.git("checkout", "-q", "-b", "wording", "main")
    scratch.replace(COST_FILE, "all repairs of the bridge", "every repair of the bridge")
    scratch.commit("another wording")
    scratch.git("merge", "-q", "--no-edit", "naming")
    text = (scratch.root / COST_FILE).read_text()
    assert "support: pays-for-repairs" in text and "every repair" in text and "mends-bridge" not in text


def test_the_whole_branch_in_one_comment(argmap: Program, history: History) -> None:
    found = argmap("review", "start", "merged")
    assert found.code == 0, found.err
    for heading in ("Claims", "Relations", "Evidence", "Coverage by side", "Map of what changed"):
        assert f"<summary>{heading}" in found.out
    assert len(found.out) <= 65_000
    assert os.fspath(history.scratch.root) not in found.out
