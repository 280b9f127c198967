"""Findings for people: errors first, alike ones together, nothing lost."""

from __future__ import annotations

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli.printing import excerpt
from argmap.cli.printing.findings_text import IN_FULL, VALUE, as_text
from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Severity, Span
from tests.cli.run import Program

LINES = 60
TEXT = "".join(f"  - claim: claim-{number}\n" for number in range(1, LINES + 1))
HELP = "Cite a source."


def at(number: int, **more: object) -> Diagnostic:
    """A warning on a line of TEXT."""
    line = f"  - claim: claim-{number}\n"
    start = TEXT.index(line) + 11
    span = Span("p.yaml", number, 12, number, len(line), start, start + len(line) - 12)
    one = Diagnostic("claim-no-evidence", Severity.WARNING, span, "has neither evidence nor supports.", HELP)
    return one._replace(**more)  # type: ignore[arg-type]


def shown(*found: Diagnostic, whole: bool = False) -> str:
    return as_text([Checked(found, "d", {"p.yaml": TEXT})], whole=whole)


def test_sixty_alike_print_their_advice_once_and_every_place() -> None:
    text = shown(*(at(number) for number in range(1, LINES + 1)))
    lines = text.splitlines()
    assert text.count(HELP) == 1 and lines[-2] == f"  For all 60: {HELP}"
    assert sum("^" in line for line in lines) == IN_FULL
    assert "57 more of claim-no-evidence ('argmap check -v' shows their lines):" in lines
    assert "  d/p.yaml:4:12   claim-4   has neither evidence nor supports." in lines
    assert "  d/p.yaml:60:12  claim-60  has neither evidence nor supports." in lines


def test_whole_shows_the_line_of_each_and_the_advice_once() -> None:
    text = shown(*(at(number) for number in range(1, LINES + 1)), whole=True)
    assert text.count("^ has neither") == LINES and text.count(HELP) == 1 and "more of" not in text


def test_one_finding_has_its_advice_without_a_count() -> None:
    assert shown(at(1)).endswith(f"  {HELP}\n\n") and "For all" not in shown(at(1))


def test_other_advice_makes_another_group_beside_the_first() -> None:
    text = shown(at(1), at(2, rule="orphan-claim"), at(3, help="Or give reasons."), at(4))
    assert text.index(f"For all 2: {HELP}") < text.index("Or give reasons.") < text.index("orphan-claim")


def test_errors_of_a_later_debate_come_before_warnings_of_an_earlier() -> None:
    wrong = at(1, severity=Severity.ERROR, rule="unknown-target")
    text = as_text([Checked([at(1)], "a"), Checked([at(2), wrong], "b")])
    assert text.index("b/p.yaml:1:12 error") < text.index("a/p.yaml:1:12 warning") < text.index("b/p.yaml:2:12")


def test_what_stands_at_a_listed_place_is_cut_and_cannot_steer_the_terminal() -> None:
    span = Span("x.yaml", 1, 1, 2, 9, 0, 80)
    long = at(1)._replace(span=span)
    text = as_text([Checked([*[at(1)] * IN_FULL, long], "", {"x.yaml": "a\n\x1b" + "军" * 90})])
    (line,) = [line for line in text.splitlines() if line.startswith("  x.yaml")]
    value = line.removeprefix("  x.yaml:1:1  ").removesuffix("  has neither evidence nor supports.")
    assert value.startswith("a �军") and value.endswith("…") and len(value) <= VALUE
    assert all(character.isprintable() for character in line)


def test_a_long_value_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen, plain = [0], excerpt._width

    def counting(character: str) -> int:
        seen[0] += 1
        return plain(character)

    monkeypatch.setattr(excerpt, "_width", counting)
    assert excerpt.shortened("é" * 10_000, VALUE) == "é" * (VALUE - 1) + "…"
    assert seen[0] < 25_000


findings = st.builds(
    at, st.integers(1, LINES),
    severity=st.sampled_from(Severity), rule=st.sampled_from(["a", "b", "c"]),
    message=st.sampled_from(["m1.", "m2."]), help=st.sampled_from([None, "h1.", "h2.\nh3."]),
    fix=st.sampled_from([(), (None,)]),
)  # fmt: skip


@given(st.lists(findings, max_size=30), st.booleans(), st.booleans())
def test_every_finding_is_shown_with_place_and_message_the_worst_first(
    found: list[Diagnostic], whole: bool, colour: bool
) -> None:
    half = len(found) // 2
    every = [Checked(found[:half], "d", {"p.yaml": TEXT}), Checked(found[half:], "e")]
    text = as_text(every, colour=colour, whole=whole)
    plain = click.unstyle(text)
    assert plain == as_text(every, whole=whole)
    for folder, some in (("d", found[:half]), ("e", found[half:])):
        for line in {one.span.line for one in some}:
            here = [one for one in some if one.span.line == line]
            assert plain.count(f"{folder}/p.yaml:{line}:12 ") == len(here)
    assert plain.count("m1.") + plain.count("m2.") == len(found)
    assert plain.count("[*]") == sum(bool(one.fix) for one in found)
    heads = [word for line in plain.splitlines() for word in line.split(" ")[1:2] if word in [*Severity]]
    assert heads == sorted(heads, key=lambda word: Severity(word).rank)
    groups = {(one.severity, one.rule, one.help) for one in found if one.help}
    assert sum(line.endswith(("h1.", "h2.")) for line in plain.splitlines()) == len(groups)


WARNINGS = "arguments/school-start/positions/more.yaml"
SAYS = "has neither evidence nor supports"


def add_warnings(program: Program, number: int) -> None:
    listed = "".join(f"  - support: more-{n}\n    of: we-should-act\n    text: More {n}.\n" for n in range(number))
    program.write(WARNINGS, f"position: more\narguments:\n{listed}")


def test_check_groups_alike_findings_and_v_shows_each_line(small: Program) -> None:
    add_warnings(small, 20)
    text = small("check", "--select", "claim-no-evidence").out
    assert text.count("Cite a source") == 1 and text.count(" | ") == 3 * IN_FULL
    assert text.count("has neither evidence nor supports.") >= 20
    assert small("check", "--select", "claim-no-evidence", "-v").out.count("^ has neither") >= 20
    assert '"claim-no-evidence"' in small("check", "-f", "json", "--select", "claim-no-evidence").out


def test_errors_come_first_though_they_are_read_last(small: Program) -> None:
    add_warnings(small, 1)
    small.write("arguments/school-start/positions/zz.yaml", "position: zz\ntitel: Zz\narguments: []\n")
    text = small("check").out
    assert text.startswith("arguments/school-start/positions/zz.yaml:2:1 error unknown-key")


class TestSeverity:
    def test_error_shows_errors_alone(self, small: Program) -> None:
        add_warnings(small, 2)
        assert " warning " in small("check").out
        out = small("check", "--severity", "error").out
        assert " findings left out, by --severity error.\n12 statements" in out and "warning" not in out
        small.write("arguments/school-start/positions/zz.yaml", "position: zz\ntitel: Zz\narguments: []\n")
        result = small("check", "--severity", "error")
        assert result.code == 1 and "unknown-key" in result.out and " warning " not in result.out

    def test_it_is_that_severity_and_above_in_every_form(self, small: Program) -> None:
        add_warnings(small, 2)
        for form in ("json", "sarif", "github", "gitlab", "junit"):
            everything = small("check", "-f", form).out
            assert "claim-no-evidence" in everything, form
            assert small("check", "-f", form, "--severity", "warning").out.count(SAYS) == (everything.count(SAYS))
            assert SAYS not in small("check", "-f", form, "--severity", "error").out, form

    def test_what_is_left_out_does_not_fail(self, small: Program) -> None:
        add_warnings(small, 2)
        small.write("argmap.toml", 'fail-on = "warning"\n')
        assert small("check").code == 1
        assert small("check", "--severity", "error").code == 0
        assert small("check", "--severity", "warning").code == 1

    def test_to_fail_on_what_is_left_out_is_refused(self, small: Program) -> None:
        result = small("check", "--severity", "error", "--fail-on", "warning")
        assert result.code == 2 and "write --severity warning." in result.err
        assert small("check", "--severity", "warning", "--fail-on", "error").code == 0

    def test_a_baseline_keeps_what_is_left_out(self, small: Program) -> None:
        add_warnings(small, 2)
        small("check", "--baseline", "b.txt", "--update-baseline", "--severity", "error")
        assert small("check", "--baseline", "b.txt", "--fail-on", "warning").code == 0


class TestFaultsBySelection:
    BROKEN = "position: zz\narguments: {\n"

    def test_select_names_a_fault_of_the_files(self, small: Program) -> None:
        add_warnings(small, 1)
        small.write("arguments/school-start/positions/zz.yaml", self.BROKEN)
        small.write("arguments/school-start/positions/yy.yaml", "position: yy\ntitel: Yy\narguments: []\n")
        result = small("check", "--select", "yaml-syntax")
        assert result.code == 1 and "error yaml-syntax" in result.out
        assert "unknown-key" not in result.out and "claim-no-evidence" not in result.out
        assert result.err == "note: --select or --ignore leaves out 1 error of the files.\n"
        assert "error yaml-syntax" in small("check", "--select", "yaml").out

    def test_several_names_in_one_are_told_to_be_given_one_by_one(self, small: Program) -> None:
        result = small("check", "--select", "yaml-syntax,source-unused")
        assert result.code == 2 and "write the option once for each rule" in result.err

    def test_that_rules_wait_for_the_errors_is_said(self, small: Program) -> None:
        said = "note: not every rule has looked at the debate: some wait until the errors are mended."
        assert said not in small("check").out
        small.write("arguments/school-start/positions/zz.yaml", self.BROKEN)
        assert said in small("check").out and said not in small("check", "-q").out

    def test_ignore_leaves_a_fault_out_and_says_so_even_when_quiet(self, small: Program) -> None:
        small.write("arguments/school-start/positions/zz.yaml", self.BROKEN)
        result = small("check", "--ignore", "yaml-syntax", "-q")
        assert result.code == 0 and "yaml-syntax" not in result.out and "leaves out 1 error" in result.err

    def test_the_settings_name_faults_as_well(self, small: Program) -> None:
        small.write("arguments/school-start/positions/zz.yaml", self.BROKEN)
        small.write("argmap.toml", 'select = ["yaml-syntax"]\n')
        assert "error yaml-syntax" in (out := small("check").out) and " warning " not in out
        small.write("argmap.toml", 'ignore = ["yaml"]\n')
        assert "yaml-syntax" not in small("check").out

    def test_a_rule_alone_leaves_out_no_fault(self, small: Program) -> None:
        small.write("arguments/school-start/positions/zz.yaml", self.BROKEN)
        for name in ("source-unused", "claim"):
            result = small("check", "--select", name)
            assert result.code == 1 and "yaml-syntax" in result.out and not result.err

    def test_fix_mends_no_fault_that_is_left_out(self, small: Program) -> None:
        path = small.write("arguments/school-start/argmap.lock", "quote a\nquote a\n")
        small("check", "--fix", "--select", "claim-no-evidence", "--ignore", "lock")
        assert path.read_text() == "quote a\nquote a\n"

    def test_a_misspelt_fault_gets_the_nearest(self, small: Program) -> None:
        assert "did you mean yaml-syntax?" in small("check", "--select", "yaml-sintax").err
