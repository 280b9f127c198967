"""What the structural rules say, and what they leave alone."""

from __future__ import annotations

import pytest

from tests.rules.examples import found

LEAF = "evidence: [{source: report}]"


def messages(arguments: str, rule: str, head: str = "") -> dict[str, str]:
    """What a rule says, by statement or position."""
    return {str(d.at[1]): d.message for d in found(f"{head}arguments:\n{arguments}", rule)}


def step(kind: str, id: str, target: str, *more: str, key: str = "of", text: str | None = None) -> str:
    """One argument in one line."""
    words = text or f"The words of {id} are its own {id}."
    return flow(f"{kind}: {id}", f"{key}: {target}", f'text: "{words}"', LEAF, *more)


def claim(id: str, *more: str) -> str:
    return flow(f"claim: {id}", f'text: "The words of {id} are its own {id}."', LEAF, *more)


def flow(*parts: str) -> str:
    return "  - {" + ", ".join(parts) + "}\n"


def test_of_an_orphaned_group_only_the_top_is_named_with_the_size_of_what_hangs_below() -> None:
    text = claim("top") + step("support", "a", "top") + step("rebuttal", "b", "a")
    text += step("support", "c", "send-trainers")
    assert messages(text, "orphan-claim") == {
        "top": "leads to no resolution, and neither do the 2 statements below it."
    }


def test_two_statements_that_only_answer_each_other_are_one_orphan() -> None:
    text = step("rebuttal", "a", "b") + step("rebuttal", "b", "a") + step("support", "c", "b")
    assert messages(text, "orphan-claim") == {"a": "leads to no resolution, and neither do the 2 statements below it."}


def test_a_claim_that_contradicts_something_is_no_orphan() -> None:
    text = step("support", "a", "send-trainers") + claim("b", "contradicts: [a]")
    assert messages(text, "orphan-claim") == {}


def test_background_may_stand_alone() -> None:
    assert messages(claim("b"), "orphan-claim", "position: example\nkind: background\n") == {}
    assert messages(claim("q", "role: question"), "orphan-claim") == {}


def test_the_whole_circle_is_named_once() -> None:
    text = step("support", "a", "b") + step("support", "b", "c") + step("support", "c", "a") + step("support", "d", "a")
    (diagnostic,) = found(f"arguments:\n{text}", "circular-support")
    assert diagnostic.message == "rests on itself: a rests on c, c on b, and b on a."
    assert [(note.span.line, note.message) for note in diagnostic.notes] == [
        (5, "here a rests on c"), (4, "here c rests on b"), (3, "here b rests on a, which closes the circle"),
    ]  # fmt: skip


def test_a_circle_by_way_of_premises_points_at_them() -> None:
    text = claim("a") + step("support", "b", "a") + "  - {support: s, of: b, premises: [c, a]}\n" + claim("c")
    (diagnostic,) = found(f"arguments:\n{text}", "circular-support")
    assert diagnostic.message == "rests on itself: a rests on b, and b on a."
    assert [(note.span.line, note.span.column, note.message) for note in diagnostic.notes] == [
        (4, 15, "here a rests on b"), (5, 39, "here b rests on a, which closes the circle"),
    ]  # fmt: skip


def test_two_circles_are_two_findings() -> None:
    pairs = "".join(step("support", a, b) for a, b in (("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")))
    assert set(messages(pairs, "circular-support")) == {"a", "c"}


def test_a_premise_of_its_own_support_is_a_circle() -> None:
    text = claim("a") + step("support", "b", "a", "premises: [a]")
    assert messages(text, "circular-support") == {"a": "is given as a reason for itself."}


NEEDED = {
    "steps alone": (
        step("support", "a", "send-trainers", "premises: [{step: b}]")
        + step("rebuttal", "b", "send-trainers", "premises: [{step: a}]"),
        "a",
        "rests on itself: the step of a rests on the step of b, and the step of b on the step of a.",
    ),
    "a step and the statement that it needs": (
        claim("a")
        + "  - {support: s, of: a, premises: [{step: t}]}\n"
        + step("rebuttal", "t", "send-trainers", "premises: [a]"),
        "a",
        "rests on itself: a rests on the step of t, and the step of t on a.",
    ),
    "the statement of the step that is needed": (
        step("support", "a", "b", "premises: [{step: b}]") + step("support", "b", "send-trainers"),
        "b",
        "rests on itself: b rests on the step of b, and the step of b on b.",
    ),
    "no circle": (
        step("support", "a", "send-trainers", "premises: [{step: b}]") + step("rebuttal", "b", "send-trainers"),
        None,
        "",
    ),
}


@pytest.mark.parametrize(("text", "at", "message"), NEEDED.values(), ids=NEEDED)
def test_a_circle_may_go_through_steps(text: str, at: str | None, message: str) -> None:
    assert messages(text, "circular-support") == ({at: message} if at else {})


def test_a_circle_with_a_rebuttal_in_it_is_no_circular_support() -> None:
    text = step("support", "a", "b") + step("rebuttal", "b", "a")
    assert messages(text, "circular-support") == {}


def test_a_long_circle_is_cut_in_the_sentence_and_whole_in_the_notes() -> None:
    text = "".join(step("support", f"s{n}", f"s{(n + 1) % 200}") for n in range(200))
    (diagnostic,) = found(f"arguments:\n{text}", "circular-support")
    assert "180 more" in diagnostic.message and len(diagnostic.message) < 500
    assert len(diagnostic.notes) == 200


def weighing(*pairs: tuple[str, str]) -> str:
    kinds = {"a": "support", "b": "rebuttal", "c": "support", "d": "rebuttal"}
    over = {a: ", ".join(f"{{over: {b}, because: it does}}" for first, b in pairs if first == a) for a in kinds}
    return "".join(step(kind, id, "send-trainers", f"outweighs: [{over[id]}]") for id, kind in kinds.items())


def test_weighing_that_goes_both_ways_or_round_is_named() -> None:
    assert messages(weighing(("a", "b")), "outweighs-both-ways") == {}
    assert messages(weighing(("a", "b"), ("b", "c")), "outweighs-both-ways") == {}
    assert messages(weighing(("a", "b"), ("b", "a")), "outweighs-both-ways") == {
        "a": "a and b are each said to outweigh the other."
    }
    circle = weighing(("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"))
    assert messages(circle, "outweighs-both-ways") == {
        "a": "the weighing goes round in a circle: a over b over c over d over a."
    }


FIRST = tuple((id, "all") for id in "abcd")


@pytest.mark.parametrize(("named", "open_"), [
    ((), ("a", "b")),
    ((("a", "b"),), ("a", "d")),
    ((("b", "a"),), ("c", "b")),
    ((("a", "b"), ("b", "c")), ("a", "d")),
    ((("a", "b"), ("c", "d")), None),
])  # fmt: skip
def test_of_several_that_come_first_those_not_compared_are_named(
    named: tuple[tuple[str, str], ...], open_: tuple[str, str] | None
) -> None:
    """`a` and `c` are for it, `b` and `d` against it."""
    said = "are each said to come before all on the other side, and neither before the other."
    expected = {open_[0]: f"{open_[0]} and {open_[1]} {said}"} if open_ else {}
    assert messages(weighing(*FIRST, *named), "outweighs-both-ways") == expected


def test_a_stated_side_is_compared_with_the_derived_one() -> None:
    text = step("rebuttal", "a", "send-trainers", "side: con") + step("rebuttal", "b", "a", "side: con")
    assert messages(text, "side-mismatch") == {"b": "b argues for pro (For): it contests a, which is con."}
    assert messages(claim("free", "side: con"), "side-mismatch") == {}


def test_of_a_chain_that_helps_both_sides_the_top_is_named_with_both_ways() -> None:
    text = claim("fact") + step("support", "why", "fact")
    text += flow("support: s", "of: send-trainers", "premises: [fact]")
    text += flow("rebuttal: r", "of: send-trainers", "premises: [fact]")
    assert messages(text, "double-edged") == {"fact": "helps both sides of send-trainers: For by s, Against by r."}


def test_a_fact_that_one_side_uses_twice_is_not_double_edged() -> None:
    text = claim("fact")
    text += flow("support: s", "of: send-trainers", "premises: [fact]")
    text += flow("support: r", "of: send-trainers", "premises: [fact]")
    assert messages(text, "double-edged") == {}


def test_an_odd_circle_of_attacks_is_double_edged() -> None:
    text = step("support", "a", "send-trainers") + step("rebuttal", "b", "a")
    text += "  - {rebuttal: again, of: b, premises: [b]}\n"
    assert messages(text, "double-edged") == {
        "b": "helps both sides of send-trainers, because its answers lead back to it."
    }


def test_one_sided_coverage_sees_answers_from_other_positions() -> None:
    pro = step("support", "a", "send-trainers")
    assert messages(pro, "one-sided-coverage") == {
        "send-trainers": "every direct argument is for it.",
        "example": 'nothing is said for "Against" here.',
    }
    assert messages(pro + step("rebuttal", "b", "a"), "one-sided-coverage") == {
        "send-trainers": "every direct argument is for it."
    }
    assert messages(claim("x"), "one-sided-coverage") == {"send-trainers": "nobody has argued for or against it."}


def test_of_an_exchange_only_the_first_answer_has_to_be_answered() -> None:
    exchange = step("support", "a", "send-trainers") + step("rebuttal", "b", "a")
    assert messages(exchange, "unanswered-rebuttal") == {"b": "takes down a, and nothing answers it."}
    assert messages(exchange + step("rebuttal", "c", "b"), "unanswered-rebuttal") == {}
    con = step("rebuttal", "a", "send-trainers") + step("rebuttal", "b", "a", key="undercuts")
    assert messages(con, "unanswered-rebuttal") == {"b": "takes down the step of a, and nothing answers it."}


def test_a_consideration_against_a_resolution_is_no_unanswered_rebuttal() -> None:
    assert messages(step("rebuttal", "a", "send-trainers"), "unanswered-rebuttal") == {}


def test_what_a_resolution_or_a_question_says_needs_no_evidence() -> None:
    text = '  - {claim: q, role: question, text: "What would it cost?"}\n  - {support: s, of: q, text: Much.}\n'
    assert set(messages(text, "claim-no-evidence")) == {"s"}


def test_a_step_that_draws_on_premises_with_a_ground_needs_none_of_its_own() -> None:
    bare = '  - {claim: b, text: "An assertion."}\n'
    drawn = '  - {{support: {}, of: send-trainers, text: "It follows {}.", premises: [{}]}}\n'
    assert set(messages(claim("a") + drawn.format("s", "so", "a"), "claim-no-evidence")) == set()
    assert set(messages(bare + drawn.format("s", "so", "b"), "claim-no-evidence")) == {"b", "s"}
    chain = drawn.format("s", "so", "a") + drawn.format("t", "again", "s")
    assert set(messages(claim("a") + chain, "claim-no-evidence")) == set()


def test_a_bare_step_has_nothing_to_prove() -> None:
    assert messages(claim("a") + "  - {support: s, of: send-trainers, premises: [a]}\n", "claim-no-evidence") == {}
