"""Annotations on GitHub: within its limits, nothing lost, nothing in a debate taken for a command."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap.cli.ci.formats.github import LIMIT, as_github
from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Severity, Span
from tests.cli.ci.formats.examples import CHECKED, FILE, many, odd

COMMAND = re.compile(r"::(error|warning|notice) ?([^:]*)::(.*)")


def annotations(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What the runner makes of a log: kind, properties and message of each annotation."""
    found, stopped = [], None
    for line in text.split("\n"):
        if stopped is None and (token := re.fullmatch(r"::stop-commands::(\w+)", line)):
            stopped = token[1]
        elif stopped is not None:
            stopped = None if line == f"::{stopped}::" else stopped
        elif command := COMMAND.fullmatch(line):
            properties = dict(one.split("=", 1) for one in command[2].split(",") if one)
            found.append(
                (command[1], {key: unescaped(value) for key, value in properties.items()}, unescaped(command[3]))
            )
    assert stopped is None
    return found


def unescaped(text: str) -> str:
    for escaped, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(escaped, character)
    return text


def test_github(snapshot: SnapshotAssertion) -> None:
    assert as_github([CHECKED]) == snapshot


def test_nothing_found_is_nothing_shown() -> None:
    assert as_github([Checked(), Checked()]) == ""


def test_paths_are_those_from_the_root_of_the_repository() -> None:
    checked = CHECKED._replace(prefix="../../elsewhere", home="arguments/nato-ukraine")
    for _, properties, _ in annotations(as_github([checked])):
        assert properties["file"].startswith("arguments/nato-ukraine/")
    assert annotations(as_github([checked._replace(home=".")]))[0][1]["file"] == FILE


def test_what_would_end_or_open_a_command_is_escaped() -> None:
    span = Span("a,b:c%.yaml", 1, 2, 1, 3)
    found = Diagnostic("rule", Severity.INFO, span, "100 %\r\n::error::x, y: z")
    assert as_github([Checked([found])]).splitlines()[0] == (
        "::notice file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=2,endColumn=3,title=rule::100 %25%0D%0A::error::x, y: z"
    )
    ((_, properties, message),) = annotations(as_github([Checked([found])]))
    assert properties["file"] == span.file and message == found.message


def test_no_text_of_a_debate_is_taken_for_a_command() -> None:
    (annotation,) = annotations(as_github([odd()]))
    assert annotation[1]["file"] == "arguments/<odd> & é/positions/a, b:c%.yaml"
    log = as_github([odd()]).split("\n")[1:-1]
    assert log[0] == "::group::1 finding" and log[1].startswith("::stop-commands::") and log[-1] == "::endgroup::"
    assert all(token not in line for token in [log[1].rpartition(":")[2]] for line in log[2:-2])


def test_as_many_as_are_shown_stand_one_by_one() -> None:
    found = annotations(as_github([Checked(many(LIMIT))]))
    assert [properties["line"] for _, properties, _ in found] == [str(line) for line in range(1, LIMIT + 1)]


def test_one_more_and_the_largest_group_shares_an_annotation() -> None:
    found = annotations(
        as_github([Checked([*many(8, rule="often"), *many(3, rule="seldom", file="positions/b.yaml")])])
    )
    assert [properties["title"] for _, properties, _ in found] == ["often (8 times in this file)"] + ["seldom"] * 3
    assert found[0][2].endswith("The same rule: lines 2, 3, 4, 5, 6, 7 and 8.")


def test_more_groups_than_places_are_counted_at_the_end() -> None:
    found = annotations(as_github([Checked([one for n in range(14) for one in many(2, file=f"positions/{n}.yaml")])]))
    assert len(found) == LIMIT
    assert found[-1][1] == {"title": "10 more findings"}
    assert found[-1][2] == "10 more in 5 files, see the log of this step: rule-a"


findings = st.builds(
    lambda rule, file, line, severity: Diagnostic(rule, severity, Span(file, line, 1, line, 2), f"at {line}"),
    st.sampled_from(["a", "b", "c"]), st.sampled_from([f"f{n}.yaml" for n in range(8)]),
    st.integers(1, 40), st.sampled_from(list(Severity)),
)  # fmt: skip


@given(st.lists(findings, max_size=80))
def test_within_the_limits_and_nothing_is_lost(found: list[Diagnostic]) -> None:
    text = as_github([Checked(found)])
    shown = annotations(text)
    for kind in ("error", "warning", "notice"):
        assert sum(1 for each, _, _ in shown if each == kind) <= LIMIT
    counts = [re.search(r"\((\d+) times|^(\d+) more finding", properties["title"]) for _, properties, _ in shown]
    assert sum(int(number[1] or number[2]) if number else 1 for number in counts) == len(found)
    for one in found:
        assert f"{one.span.file}:{one.span.line}:1 {one.severity} {one.rule}: {one.message}\n" in text
