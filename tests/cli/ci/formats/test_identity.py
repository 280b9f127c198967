"""What a finding is called across commits."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from argmap.cli.ci.formats.fingerprints import advice, fingerprints, subject
from argmap.cli.debates.checked_debates import Chosen, check_folder
from argmap.cli.debates.workspace import Workspace
from argmap.cli.printing.report import Checked
from argmap.model.diagnostics import Diagnostic, Edit, Severity, Span
from tests.cli.ci.formats.examples import CHECKED, DUPLICATE, UNANSWERED, UNKNOWN

TODAY = datetime.date(2026, 1, 1)
POSITION = """\
position: costs
arguments:
  - rebuttal: it-is-expensive
    of: we-should-act
    text: It would cost more than it brings.
  - rebuttal: it-is-late
    of: we-should-akt
    text: It comes too late.
"""
DEBATE = "debate: d\ntitle: Should we act?\nresolutions:\n  - {claim: we-should-act, text: We should act.}\n"


def checked(folder: Path, position: str = POSITION) -> Checked:
    (folder / "positions").mkdir(parents=True, exist_ok=True)
    (folder / "debate.yaml").write_text(DEBATE)
    (folder / "positions/costs.yaml").write_text(position)
    return check_folder(folder, Chosen.by(Workspace(folder).config, (), ()), TODAY)._replace(home="arguments/d")


def names(checked: Checked) -> set[tuple[str, str]]:
    return {(one.rule, fingerprint) for _, one, fingerprint in fingerprints([checked])}


@pytest.mark.parametrize(
    "position",
    [
        "# a comment\n\n" + POSITION,
        POSITION.replace("arguments:", "kind: disadvantage\ntitle: Costs\narguments:"),
        POSITION.replace("text: It comes too late.", "text: >-\n      It comes\n      too late."),
        POSITION.replace("\n", "\r\n"),
    ],
)
@pytest.mark.parametrize("sound", [True, False])
def test_fingerprints_survive_moved_lines(tmp_path: Path, position: str, sound: bool) -> None:
    """Of rules (where the debate is sound) and of the faults of files (where it is not)."""
    if sound:
        before, after = (text.replace("we-should-akt", "we-should-act") for text in (POSITION, position))
    else:
        before, after = POSITION, position
    found = names(checked(tmp_path, before))
    assert found and names(checked(tmp_path, after)) == found


def test_an_entry_before_it_makes_a_finding_no_other_one() -> None:
    one = Diagnostic(
        "quote-too-long", Severity.WARNING, Span("f"), "has 20 words.", at=("statements", "a", "evidence", 0)
    )
    moved = one._replace(at=("statements", "a", "evidence", 1))
    assert names(Checked([one])) == names(Checked([moved]))
    assert subject(Checked(), one) == "statements/a/evidence"


def test_another_rule_debate_place_or_message_is_another_finding() -> None:
    others = [
        CHECKED,
        CHECKED._replace(home="arguments/other"),
        CHECKED._replace(diagnostics=[UNANSWERED._replace(rule="other")]),
        CHECKED._replace(diagnostics=[UNANSWERED._replace(at=("statements", "other"))]),
        CHECKED._replace(diagnostics=[UNANSWERED._replace(message="other")]),
    ]
    found = [fingerprint for _, _, fingerprint in fingerprints(others)]
    assert len(found) == len(set(found)) == 11


def test_findings_that_agree_in_everything_are_counted_through() -> None:
    found = [fingerprint for _, _, fingerprint in fingerprints([Checked([DUPLICATE, DUPLICATE, DUPLICATE])])]
    assert len(set(found)) == 3


def test_a_line_in_a_message_is_no_part_of_it() -> None:
    moved = UNKNOWN._replace(message=UNKNOWN.message.replace("yaml:3", "yaml:30"))
    assert moved != UNKNOWN
    assert names(CHECKED._replace(diagnostics=[moved])) == names(CHECKED._replace(diagnostics=[UNKNOWN]))


def test_a_sentence_names_what_it_is_about() -> None:
    assert UNANSWERED.told == "lines-crossed-before: takes down direct-clash, and nothing answers it."
    assert UNKNOWN.told == UNKNOWN.message


def test_advice_says_what_can_be_mended() -> None:
    assert advice(UNKNOWN) == [] and advice(UNANSWERED) == [UNANSWERED.help]
    mendable = UNANSWERED._replace(fix=(Edit(("statements", "a")),))
    assert advice(mendable)[1:] == ["'argmap check --fix' mends it."]
