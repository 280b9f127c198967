"""`argmap accept`: a review that is remembered, and forgotten when one end has other words."""

from __future__ import annotations

import pytest

from tests.cli.run import Program
from tests.conftest import contents

FOLDER = "arguments/school-start"


def steps(program: Program) -> list[str]:
    return [line.split()[1] for line in program.lock(FOLDER).splitlines() if line.startswith("link")]


def edit(program: Program, before: str, after: str) -> None:
    """Replace words wherever they stand in the debate."""
    for path in (program.folder / FOLDER).rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if before in text:
            path.write_text(text.replace(before, after), encoding="utf-8")
            return
    raise AssertionError(before)


def test_it_writes_the_lock_and_nothing_else(small: Program) -> None:
    before = contents(small.folder)
    result = small("accept", "it-was-tried")
    assert result.code == 0 and "1 step accepted: arguments/school-start/argmap.lock." in result.err
    after = contents(small.folder)
    assert after.keys() - before.keys() == {f"{FOLDER}/argmap.lock"}
    assert {name: after[name] for name in before} == before
    assert steps(small) == ["it-was-tried"] and result.out == ""


def test_a_reworded_end_makes_the_step_suspect_until_it_is_accepted_again(small: Program) -> None:
    small("accept", "--all")
    assert "suspect-link" not in small("check").out
    edit(small, "It was tried elsewhere and changed little.", "It was tried elsewhere and changed much.")
    result = small("check", "--select", "suspect-link")
    assert result.code == 0 and result.out.count(" warning suspect-link") == 2
    assert "was reviewed, and what it says, or how it argues, has changed since." in result.out
    assert "was reviewed, and the step of it-was-tried has changed since." in result.out
    assert "argmap accept it-was-tried" in result.out and "other words were reviewed here" in result.out
    small("accept", "it-was-tried", "elsewhere-is-different")
    assert small("check", "--select", "suspect-link").out.startswith("10 statements")


def test_rewrapping_is_no_change(small: Program) -> None:
    small("accept", "--all")
    edit(
        small,
        "text: It was tried elsewhere and changed little.",
        "text: >-\n          It was tried\n          elsewhere and changed little.",
    )
    assert "suspect-link" not in small("check").out


def test_steps_that_nobody_reviewed_are_passed_over(small: Program) -> None:
    small("accept", "no-regrets")
    edit(small, "It was tried elsewhere", "It was once tried elsewhere")
    assert "suspect-link" not in small("check").out


def test_all_accepts_every_step_and_forgets_those_that_are_gone(small: Program) -> None:
    small("accept", "--all")
    every = steps(small)
    assert every == sorted(every) and len(every) == 8
    edit(small, "support: no-regrets", "support: no-remorse")
    assert "1 step accepted, 7 already were, 1 deleted step forgotten" in small("accept", "--all").err
    assert "no-regrets" not in small.lock(FOLDER) and "no-remorse" in small.lock(FOLDER)
    again = small("accept", "--all")
    assert "No steps accepted, 8 already were: arguments/school-start/argmap.lock is unchanged." in again.err


def test_named_steps_leave_the_others_and_the_quotes_alone(small: Program) -> None:
    quote = f"quote it-was-tried report {'0' * 16} {'1' * 16} 3-9"
    small.write(f"{FOLDER}/argmap.lock", f"{quote}\nlink gone {'2' * 16} {'3' * 16}\nlater kind of entry\n")
    small("accept", "no-regrets")
    assert steps(small) == ["gone", "no-regrets"]
    assert quote in small.lock(FOLDER) and "later kind of entry" in small.lock(FOLDER)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name the steps that were reviewed, or give --all"),
        (("no-regrets", "--all"), "name the steps"),
        (("no-regret",), "did you mean 'no-regrets'?"),
        (("we-should-act",), "is a claim"),
        (("no-regrets", "-d", "nowhere"), "there is no debate 'nowhere'"),
    ],
)
def test_what_cannot_be_accepted_is_said_and_nothing_is_written(
    small: Program, arguments: tuple[str, ...], said: str
) -> None:
    result = small("accept", *arguments)
    assert result.code == 2 and said in result.err
    assert small.lock(FOLDER) == ""


def test_the_debate_is_the_one_that_has_the_step(small: Program) -> None:
    small("new", "other")
    edit(small, "support: no-regrets", "support: no-remorse")
    assert small("accept", "no-remorse").code == 0 and steps(small) == ["no-remorse"]
    assert small("accept", "it-was-tried").code == 2
    assert small("accept", "--all").code == 2
    assert small("accept", "--all", "-d", "other").code == 0
    assert (small.folder / "arguments/other/argmap.lock").exists()


def test_a_lock_with_faults_is_not_written_over(small: Program) -> None:
    small.write(f"{FOLDER}/argmap.lock", "link no-regrets 1\n")
    result = small("accept", "--all")
    assert result.code == 1 and "error lock-entry" in result.err and small.lock(FOLDER) == "link no-regrets 1\n"


def test_a_claim_in_a_rule_of_its_own_may_be_accepted_in_place(small: Program) -> None:
    small("accept", "--all")
    edit(
        small,
        "text: Waiting leaves every option open.",
        "text: Waiting leaves most options open.\n    ignore: [{rule: suspect-link, reason: A word only}]",
    )
    assert "suspect-link" not in small("check").out
