"""What the rules about clash say in cases that their examples leave open."""

from __future__ import annotations

import pytest

from argmap.model import Claim, Comparison, Statement
from tests.rules.building import OTHER, PLAN, about, claim, debate, position, rebuttal, said, support, undercut
from tests.rules.examples import findings

DISAD = (
    rebuttal("i", "plan", "impact"),
    support("u", "i", "uniqueness"),
    support("m", "i", "internal-link"),
    support("l", "m", "link"),
)
OTHER_DISAD = (rebuttal("j", "plan", "impact"), support("k", "j", "link"))


def disad(*answers: Statement) -> list[Statement]:
    return [*DISAD, *answers]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((rebuttal("a", "l", turn="link"), rebuttal("b", "i", turn="impact")), ["b"]),
        ((rebuttal("b", "i", turn="impact"), rebuttal("a", "l", turn="link")), ["a"]),
        ((undercut("a", "l", turn="link"), undercut("b", "i", turn="impact")), ["b"]),
        ((rebuttal("a", "m", turn="internal-link"), rebuttal("b", "i", turn="impact")), ["b"]),
        ((rebuttal("a", "l", turn="link"), rebuttal("b", "m", turn="internal-link")), ["b"]),
        ((rebuttal("a", "l", turn="link"), rebuttal("b", "l", turn="link")), []),
        (
            (
                rebuttal("a", "l", turn="link"),
                rebuttal("b", "m", turn="internal-link"),
                rebuttal("c", "i", turn="impact"),
            ),
            [],
        ),
        ((rebuttal("a", "l", turn="link"), rebuttal("b", "i", turn="impact"), undercut("x", "a")), []),
        ((rebuttal("a", "l", turn="link"), rebuttal("b", "i", turn="impact", undeveloped=True)), []),
        ((rebuttal("a", "l", turn="link"), rebuttal("x", "a"), rebuttal("b", "x", turn="impact")), []),
        ((rebuttal("a", "i", turn="link"), rebuttal("b", "i", turn="impact")), ["b"]),
    ],
)
def test_a_double_turn_is_two_turns_that_undo_each_other(answers: tuple[Statement, ...], expected: list[str]) -> None:
    assert about("double-turn", position("disadvantage", *disad(*answers))) == expected
    assert about("double-turn", position(None, *disad(*answers))) == expected


def test_turns_of_two_disadvantages_are_no_double_turn() -> None:
    answers = (rebuttal("a", "l", turn="link"), rebuttal("b", "j", turn="impact"))
    two = (position("disadvantage", *DISAD), position("disadvantage", *OTHER_DISAD, id="there"))
    assert about("double-turn", *two, position(None, *answers, id="block")) == []
    assert about("double-turn", position("disadvantage", *DISAD, *OTHER_DISAD, *answers)) == []


def test_parts_that_stand_apart_in_a_position_with_one_impact_are_one_disadvantage() -> None:
    apart = (rebuttal("l", "plan", "link"), rebuttal("i", "plan", "impact"))
    answers = (rebuttal("a", "l", turn="link"), rebuttal("b", "i", turn="impact"))
    assert about("double-turn", position("disadvantage", *apart, *answers)) == ["b"]
    assert about("double-turn", position(None, *apart, *answers)) == []


def test_parts_in_the_premises_of_one_step_are_one_disadvantage() -> None:
    parts = (claim("l", "link"), claim("i", "impact"), rebuttal("d", "plan", text=None, premises=("l", "i")))
    answers = (rebuttal("a", "l", turn="link"), rebuttal("b", "i", turn="impact"))
    assert about("double-turn", position(None, *parts, *answers)) == ["b"]


def test_a_double_turn_says_what_both_turns_come_to() -> None:
    answers = (rebuttal("a", "l", turn="link"), rebuttal("b", "i", turn="impact"))
    ((_, message),) = said("double-turn", debate(position("disadvantage", *disad(*answers))))
    assert "link turn: the plan prevents it; impact turn: it would be good" in message


TURN = rebuttal("a", "l", turn="link")


@pytest.mark.parametrize(
    ("answers", "reported"),
    [
        ((), True),
        ((rebuttal("n", "u"),), False),
        ((undercut("n", "u"),), False),
        ((undercut("n", "l", "uniqueness"),), False),
        ((undercut("n", "i", "uniqueness"),), False),
        ((undercut("n", "m"),), True),
        ((rebuttal("n", "u"), undercut("x", "n")), True),
        ((rebuttal("x", "a"),), False),
    ],
)
def test_a_link_turn_needs_a_live_answer_about_uniqueness(answers: tuple[Statement, ...], reported: bool) -> None:
    found = about("link-turn-no-nonunique", position("disadvantage", *disad(TURN, *answers)))
    assert found == ["a"] * reported


def test_a_link_turn_is_told_to_count_only_once_the_uniqueness_is_answered() -> None:
    turn = rebuttal("t", "l", turn="link")
    for answers, told in ([turn], "link-turn-no-nonunique"), ([turn, rebuttal("n", "u")], "turn-without-offence"):
        there = position("disadvantage", *disad(*answers))
        both = ("link-turn-no-nonunique", "turn-without-offence")
        assert [rule for rule in both if about(rule, there) == ["t"]] == [told]


def test_a_turn_of_a_turn_is_defence_and_needs_no_step() -> None:
    turn, back = rebuttal("t", "i", turn="impact"), rebuttal("back", "t", turn="impact")
    assert about("turn-without-offence", position("disadvantage", *disad(turn, back))) == []
    back_again = rebuttal("again", "back", turn="impact")
    assert about("turn-without-offence", position("disadvantage", *disad(turn, back, back_again))) == ["t"]


@pytest.mark.parametrize(
    ("turn", "used", "told"),
    [
        (undercut("t", "l", turn="impact"), (), ["t"]),
        (undercut("t", "l", turn="impact"), (support("s", "plan", text=None, premises=("t", "i")),), []),
        (rebuttal("t", "i", turn="impact"), (rebuttal("s", "plan", text=None, premises=("t", "l")),), ["t"]),
        (rebuttal("t", "i", turn="impact"), (support("s", "plan", text=None, premises=("t", "l")),), []),
    ],
)
def test_a_turn_needs_a_step_of_its_own_side_wherever_it_stands(
    turn: Statement, used: tuple[Statement, ...], told: list[str]
) -> None:
    assert about("turn-without-offence", position("disadvantage", *disad(turn, *used))) == told


def test_an_impact_turn_needs_no_answer_about_uniqueness_and_neither_does_a_turn_on_an_advantage() -> None:
    assert about("link-turn-no-nonunique", position("disadvantage", *disad(rebuttal("a", "i", turn="impact")))) == []
    assert about("link-turn-no-nonunique", position(None, *disad(TURN))) == []
    advantage = (support("s", "plan", "advantage"), support("l", "s", "link"), TURN)
    assert about("link-turn-no-nonunique", position("advantage", *advantage)) == []


def test_uniqueness_in_another_position_may_be_answered_there() -> None:
    here = position("disadvantage", rebuttal("i", "plan", "impact"), support("l", "i", "link"), TURN)
    there = (support("u", "l", "uniqueness"), rebuttal("n", "u"))
    assert about("link-turn-no-nonunique", here, position(None, there[0], id="there")) == ["a"]
    assert about("link-turn-no-nonunique", here, position(None, *there, id="there")) == []


@pytest.mark.parametrize(
    ("answers", "taken"),
    [
        ((TURN,), ""),
        ((TURN, rebuttal("d", "m")), "d (no internal link)"),
        ((TURN, undercut("d", "l")), "d (no link)"),
        ((TURN, undercut("d", "i", "impact")), "d (impact defence)"),
        ((TURN, undercut("d", "i")), ""),
        ((TURN, undercut("d", "u")), ""),
        ((TURN, undercut("d", "m"), undercut("x", "d")), ""),
        ((rebuttal("a", "i", turn="impact"), undercut("d", "u")), "d (not unique)"),
        ((rebuttal("a", "i", turn="impact"), rebuttal("d", "l")), "d (no link)"),
        ((rebuttal("a", "m", turn="internal-link"), undercut("d", "u")), ""),
    ],
)
def test_own_defence_takes_a_turn_away(answers: tuple[Statement, ...], taken: str) -> None:
    found = said("turn-with-own-defence", debate(position("disadvantage", *disad(*answers))))
    assert [message for _, message in found if f": {taken}. The other side" in message] == [m for _, m in found]
    assert bool(found) is bool(taken)


def test_defence_against_one_of_two_links_leaves_the_turn_its_worth() -> None:
    two = [*disad(support("l2", "i", "link"), rebuttal("a", "l2", turn="link")), undercut("d", "l")]
    assert about("turn-with-own-defence", position("disadvantage", *two)) == []
    assert about("turn-with-own-defence", position("disadvantage", *two, undercut("e", "l2"))) == ["a"]


def test_of_much_defence_three_answers_are_named() -> None:
    many = [TURN, *(undercut(f"d{n}", "m") for n in range(5))]
    ((_, message),) = said("turn-with-own-defence", debate(position("disadvantage", *disad(*many))))
    assert "d0 (no internal link), d1 (no internal link), d2 (no internal link) and 2 more answers" in message


@pytest.mark.parametrize(
    ("more", "reported"),
    [
        ((support("h", "plan", "inherency"), undercut("n", "d", "uniqueness")), []),
        ((support("h", "plan", "inherency"), undercut("n", "d", "uniqueness", contradicts=("h",))), ["n"]),
        ((support("h", "plan", "inherency"), undercut("n", "d", contradicts=("h",))), []),
        ((support("h", "plan", "inherency"), rebuttal("n", "u", contradicts=("h",))), ["n"]),
        ((support("h", "plan", "inherency", premises=("u",)), rebuttal("n", "u")), ["n"]),
        ((support("h", "plan", "inherency", premises=("u",)), undercut("n", "u")), []),
        ((support("h", "plan", "inherency", undeveloped=True, premises=("u",)), rebuttal("n", "u")), []),
        ((support("h", "plan", premises=("u",)), rebuttal("n", "u")), []),
        ((support("h", "other", "inherency", premises=("u",)), rebuttal("n", "u")), []),
        (
            (
                support("h", "plan", "inherency"),
                claim("c"),
                undercut("x", "h", text=None, premises=("c",)),
                undercut("n", "d", "uniqueness", text=None, premises=("c",)),
            ),
            ["n"],
        ),
        (
            (
                support("h", "plan", "inherency", evidence=()),
                claim("c"),
                rebuttal("x", "h", text=None, premises=("c",)),
                undercut("y", "x"),
                undercut("n", "d", "uniqueness", text=None, premises=("c",)),
            ),
            ["n"],
        ),
    ],
)
def test_not_unique_by_what_denies_ones_own_inherency(more: tuple[Statement, ...], reported: list[str]) -> None:
    parts = (rebuttal("d", "plan", "link"), support("u", "d", "uniqueness"), *more)
    assert about("nonunique-against-inherency", position(None, *parts)) == reported


def test_a_fact_that_is_one_sides_inherency_and_the_others_uniqueness() -> None:
    """Whoever says that it is not so takes away both."""
    shared = (
        claim("nobody-there", "inherency"),
        support("h", "plan", premises=("nobody-there",)),
        rebuttal("d", "plan", "link"),
        support("u", "d", "uniqueness", premises=("nobody-there",)),
    )
    assert about("nonunique-against-inherency", position(None, *shared, rebuttal("n", "nobody-there"))) == []
    assert about("nonunique-against-inherency", position(None, *shared, undercut("n", "d", "uniqueness"))) == []


def test_a_side_that_contradicts_itself() -> None:
    two = (support("a", "plan"), support("b", "plan", contradicts=("a",)))
    assert about("own-side-contradiction", position(None, *two)) == ["b"]
    assert about("own-side-contradiction", position(None, *two[::-1])) == ["b"]
    assert about("own-side-contradiction", position(None, *two, undercut("x", "a"))) == ["b"]
    assert about("own-side-contradiction", position(None, *two, rebuttal("x", "a"))) == []
    assert about("own-side-contradiction", position(None, two[0], rebuttal("b", "plan", contradicts=("a",)))) == []


def test_what_is_said_for_different_options_may_differ() -> None:
    second = Claim(id="second", text="That too.")
    two = (support("a", "plan"), support("b", "second", contradicts=("a",)))
    assert about("own-side-contradiction", position(None, *two), resolutions=(PLAN, second)) == []


@pytest.mark.parametrize(
    ("more", "reported"),
    [
        ((rebuttal("r", "t"),), []),
        ((rebuttal("r", "t"), rebuttal("b", "plan", premises=("t",))), ["r"]),
        ((undercut("r", "t"), rebuttal("b", "plan", premises=("t",))), []),
        ((rebuttal("r", "t"), support("b", "plan", premises=("t",))), []),
        ((rebuttal("r", "t"), rebuttal("b", "plan", premises=("t",)), undercut("x", "r")), []),
        ((rebuttal("r", "t", premises=("t",)),), []),
        ((rebuttal("r", "t"), support("b", "other", premises=("t",))), []),
        ((rebuttal("r", "t"), support("p", "plan"), undercut("b", "p", premises=("t",))), []),
        ((rebuttal("r", "t"), support("p", "plan"), rebuttal("b", "p", premises=("t",))), []),
        ((rebuttal("r", "t"), rebuttal("d", "plan"), support("b", "d", premises=("t",))), ["r"]),
    ],
)
def test_a_side_that_contests_what_it_builds_on(more: tuple[Statement, ...], reported: list[str]) -> None:
    assert about("own-side-contradiction", position(None, support("t", "plan"), *more)) == reported


def test_what_is_held_against_a_counterplan_may_grant_the_disadvantage() -> None:
    """ "It is not so; and if it were, your counterplan would do it as well." """
    statements = (rebuttal("i", "plan"), rebuttal("r", "i"), rebuttal("b", "other", premises=("i",)))
    assert about("own-side-contradiction", position(None, *statements)) == []


BLOCK = (undercut("d", "l"), undercut("e", "m"))
SOMEWHERE = (support("s", "plan"), rebuttal("z", "s", turn="link"))


@pytest.mark.parametrize(
    ("answers", "reported"),
    [
        (BLOCK, True),
        (BLOCK[:1], False),
        ((*BLOCK, TURN), False),
        ((undercut("d", "i"), undercut("e", "m")), False),
        ((*BLOCK, support("w", "plan", outweighs=(Comparison(over="i", because="It is worse."),))), False),
    ],
)
def test_a_block_of_defence_against_a_disadvantage_that_stands(answers: tuple[Statement, ...], reported: bool) -> None:
    evidence = DISAD[0].model_copy(update={"evidence": ({"source": "s"},)})
    here = position("disadvantage", evidence, *DISAD[1:], *answers)
    assert about("defence-only-block", here, position(None, *SOMEWHERE, id="there")) == ["here"] * reported


def test_a_debate_that_marks_no_turns_is_not_asked_for_one() -> None:
    evidence = DISAD[0].model_copy(update={"evidence": ({"source": "s"},)})
    assert about("defence-only-block", position("disadvantage", evidence, *DISAD[1:], *BLOCK)) == []


@pytest.mark.parametrize(
    ("answer", "reported"),
    [
        (rebuttal("a", "l", turn="link"), False),
        (rebuttal("a", "l", turn="impact"), True),
        (undercut("a", "m", turn="link"), True),
        (rebuttal("a", "i", turn="link"), False),
        (rebuttal("a", "l", "uniqueness"), True),
        (undercut("a", "l", "uniqueness"), False),
        (rebuttal("a", "u", "uniqueness"), False),
        (rebuttal("a", "i", "uniqueness"), True),
        (rebuttal("a", "i", "link"), False),
        (rebuttal("a", "l", "precedent"), False),
        (support("a", "l", "permutation"), True),
        (rebuttal("a", "l", "permutation"), False),
    ],
)
def test_an_answer_contests_the_part_that_it_speaks_of(answer: Statement, reported: bool) -> None:
    assert about("relation-type-mismatch", position("disadvantage", *disad(answer))) == ["a"] * reported


@pytest.mark.parametrize(
    ("kind", "statements", "reported"),
    [
        ("disadvantage", (support("s", "plan"),), True),
        ("disadvantage", (support("s", "plan"), rebuttal("r", "plan")), False),
        ("disadvantage", (rebuttal("r", "plan"),), False),
        ("advantage", (rebuttal("r", "plan"),), True),
        ("advantage", (support("s", "plan"),), False),
        ("advantage", (claim("c"),), False),
        ("counterplan", (rebuttal("r", "plan"),), False),
        (None, (rebuttal("r", "plan"),), False),
    ],
)
def test_a_disadvantage_contests_and_an_advantage_supports(
    kind: str | None, statements: tuple[Statement, ...], reported: bool
) -> None:
    assert (
        about("relation-type-mismatch", position(kind, *statements), resolutions=(PLAN, OTHER)) == ["here"] * reported
    )


def test_a_weighed_statement_may_be_contested_from_any_side() -> None:
    weighed = support("w", "i", "link", weigh=True)
    assert about("relation-type-mismatch", position(None, DISAD[0], weighed, rebuttal("a", "w", "uniqueness"))) == []


@pytest.mark.parametrize(
    ("turn", "called"),
    [("internal-link", "an internal link turn"), ("impact", "an impact turn")],
)
def test_a_turn_is_called_with_its_article(turn: str, called: str) -> None:
    text = f"""\
arguments:
  - rebuttal: da
    of: send-trainers
    text: It ends badly.
    premises: [{{claim: part, text: It leads there.}}]
  - {{rebuttal: turned, of: part, turn: {turn}, text: It leads away.}}
"""
    said = [found.message for found in findings(text) if found.rule == "turn-without-offence"]
    assert said == [f"is {called}, and no step makes it count for its own side."]
