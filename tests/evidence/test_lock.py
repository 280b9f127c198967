"""The lock: what it remembers, what is a change and what is none, and what becomes of it in a merge."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence import lock
from argmap.evidence.lock import Lock, Quote, ReviewedStep, accepted, digest, link_of, parse, suspects, without_gone
from argmap.loader import read
from argmap.model import Debate
from tests.loader.debates import DEBATE, SOURCES
from tests.strategies import debates, random_debate

HEX = st.text("0123456789abcdef", min_size=16, max_size=16)
IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
SOURCE_IDS = st.sampled_from(["article", "doe2024", "Doe:2024", "a/b", "10.1000/x-1", "é".replace("é", "x_y")])
LINKS = st.builds(ReviewedStep, IDS, HEX, HEX)
QUOTES = st.builds(Quote, IDS, SOURCE_IDS, HEX, HEX, st.integers(0, 10**9), st.integers(0, 10**9))
LOCKS = st.builds(Lock, st.frozensets(LINKS, max_size=6), st.frozensets(QUOTES, max_size=6), st.just(frozenset()))


def debate(arguments: str, **files: str) -> Debate:
    texts = {
        "debate.yaml": DEBATE,
        "sources.yaml": SOURCES,
        "positions/p.yaml": f"position: p\narguments:\n{arguments}",
    }
    found = read({**texts, **files})
    assert found.debate is not None and found.ok, [d.message for d in found.diagnostics]
    return found.debate


@given(LOCKS)
def test_what_is_written_is_read_again(one: Lock) -> None:
    assert parse(one.text()) == (one, ())


@given(LOCKS, st.randoms(use_true_random=False))
def test_order_repetition_line_ends_and_empty_lines_do_not_matter(one: Lock, rng: random.Random) -> None:
    lines = one.text().splitlines() * 2 + ["", "   ", "# a comment"]
    rng.shuffle(lines)
    assert parse("\r\n".join(lines)) == (one, ())
    assert parse("\n  ".join(lines))[0] == one


@given(LOCKS, LOCKS)
def test_the_lines_of_two_locks_together_are_both_locks(one: Lock, other: Lock) -> None:
    """What `merge=union` makes of two branches: nothing is lost, and nothing is new."""
    both = parse(one.text() + other.text())[0]
    assert both == one | other == other | one
    assert one.links | other.links == both.links and one.quotes | other.quotes == both.quotes
    assert parse(both.text())[0] == both


@given(LOCKS)
def test_lines_are_sorted_one_an_entry(one: Lock) -> None:
    first, *lines = one.text().splitlines()
    assert first.startswith("# ") and len(lines) == len(one.links) + len(one.quotes)
    kinds = [line.split()[0] for line in lines]
    assert kinds == sorted(kinds)


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    found, faults = parse(text)
    for fault in faults:
        assert 0 <= fault.start < fault.end <= len(text)
    assert parse(found.text())[0] == found


@pytest.mark.parametrize(
    ("line", "fault", "pointed"),
    [
        ("<<<<<<< HEAD", "lock-conflict", "<<<<<<< HEAD"),
        ("=======", "lock-conflict", "======="),
        (">>>>>>> topic", "lock-conflict", ">>>>>>> topic"),
        ("||||||| base", "lock-conflict", "||||||| base"),
        ("lnik a b c", "lock-unknown", "lnik"),
        ("link a 0123456789abcdef", "lock-entry", "link a 0123456789abcdef"),
        ("link a 0123456789abcde 0123456789abcdef", "lock-entry", "0123456789abcde"),
        ("link A 0123456789abcdef 0123456789abcdef", "lock-entry", "A"),
        ("link a 0123456789abcdef 0123456789ABCDEF", "lock-entry", "0123456789ABCDEF"),
        ("link a 0123456789abcdef 0123456789abcdef x", "lock-entry", "link a 0123456789abcdef 0123456789abcdef x"),
        ("quote a s 0123456789abcdef 0123456789abcdef 3:4", "lock-entry", "3:4"),
    ],
)
def test_what_is_no_entry_is_pointed_at(line: str, fault: str, pointed: str) -> None:
    text = f"link b {'0' * 16} {'1' * 16}\n{line}\n"
    found, (malformed,) = parse(text)
    assert malformed.fault == fault and text[malformed.start : malformed.end] == pointed
    assert len(found.links) == 1
    assert (fault == "lock-unknown") == (line in found.text().splitlines())


def test_a_diagnostic_has_file_line_and_column() -> None:
    found = read({"debate.yaml": DEBATE, "argmap.lock": "\ufeff# x\r\n\r\n  link a b\r\n<<<<<<< HEAD\r\n"})
    assert [(d.rule, d.span.file, d.span.line, d.span.column) for d in found.diagnostics] == [
        ("lock-entry", "argmap.lock", 3, 10),
        ("lock-conflict", "argmap.lock", 4, 1),
    ]
    assert not found.ok and found.debate is not None


def test_a_debate_without_a_lock_has_an_empty_one() -> None:
    found = read({"debate.yaml": DEBATE})
    assert found.lock == Lock() and not found.lock


# --- what is a change -------------------------------------------------------------------------------------------

ONE = """\
  - support: sooner
    of: send-trainers
    text: Brigades are ready sooner.
    rebuttals:
      - rebuttal: not-sooner
        text: They are not.
    undercutters:
      - rebuttal: so-what
        text: Time is not what is short.
  - claim: fact
    text: A fact.
  - claim: other
    text: Another fact.
  - support: bare
    of: send-trainers
    premises: [fact, other]
  - rebuttal: undercuts-bare
    undercuts: bare
    text: The facts do not add up to it.
"""
EVERYTHING = ("sooner", "not-sooner", "so-what", "bare", "undercuts-bare")


def changed(before: str, after: str, **files: str) -> dict[str, str]:
    """The suspect steps after an edit, of those of `ONE`, all of which were reviewed; and which end has changed."""
    reviewed = accepted(Lock(), debate(ONE), EVERYTHING)
    assert before in ONE or files
    return {
        suspect.step.id: "both" if suspect.own_changed and suspect.target_changed
        else "own" if suspect.own_changed else "target"
        for suspect in suspects(debate(ONE.replace(before, after), **files), reviewed)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("text: Brigades are ready sooner.", "text: >-\n      Brigades are\n      ready   sooner."),
        ("text: Brigades are ready sooner.", 'text: "Brigades are ready sooner."  # a comment'),
        ("premises: [fact, other]", "premises:\n      - other\n      - fact"),
        ("text: A fact.", "text: A fact.\n    weigh: true\n    evidence: [{source: article}]"),
    ],
)
def test_wrapping_quoting_order_and_other_keys_are_no_change(before: str, after: str) -> None:
    assert changed(before, after) == {}


def test_a_byte_order_mark_windows_line_ends_and_decomposed_accents_are_no_change() -> None:
    text = "position: p\narguments:\n" + ONE.replace("A fact", "A caf\u00e9")
    before = accepted(Lock(), debate("", **{"positions/p.yaml": text}), EVERYTHING)
    for other in ("\ufeff" + text, text.replace("\n", "\r\n"), text.replace("\u00e9", "e\u0301")):
        assert list(suspects(debate("", **{"positions/p.yaml": other}), before)) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("are ready sooner", "are ready later", {"sooner": "own", "not-sooner": "target", "so-what": "target"}),
        ("They are not.", "They are not!", {"not-sooner": "own"}),
        ("Time is not", "Time is", {"so-what": "own"}),
        ("Another fact", "Another  Fact", {"bare": "own", "undercuts-bare": "target"}),
        ("of: send-trainers\n    premises", "of: sooner\n    premises", {"bare": "target", "undercuts-bare": "target"}),
        ("- support: bare", "- rebuttal: bare", {"bare": "own", "undercuts-bare": "target"}),
        ("premises: [fact, other]", "premises: [fact]", {"bare": "own", "undercuts-bare": "target"}),
        ("undercuts: bare", "of: send-trainers", {"undercuts-bare": "both"}),
    ],
)
def test_other_words_another_kind_and_another_target_make_a_step_suspect(
    before: str, after: str, expected: dict[str, str]
) -> None:
    assert changed(before, after) == expected


def test_the_words_of_a_resolution_are_an_end_of_its_steps() -> None:
    other = DEBATE.replace("text: Trainers should be sent.", "text: Trainers should be sent now.")
    found = changed("", "", **{"debate.yaml": other})
    assert found == {"sooner": "target", "bare": "target", "so-what": "target", "undercuts-bare": "target"}


def test_a_renamed_statement_stays_reviewed() -> None:
    reviewed = accepted(Lock(), debate(ONE), EVERYTHING)
    renamed = debate(ONE.replace("support: sooner", "support: in-time").replace("claim: fact", "claim: datum")
                     .replace("[fact,", "[datum,"))  # fmt: skip
    assert [s.step.id for s in suspects(renamed, reviewed.renamed("sooner", "in-time"))] == []
    assert {link.step for link in reviewed.renamed("sooner", "in-time").links} == {*EVERYTHING, "in-time"} - {"sooner"}


def test_renaming_moves_quotes_with_their_statement_or_their_source() -> None:
    one = Lock(quotes=frozenset({Quote("a", "article", "0" * 16, "1" * 16, 1, 2)}))
    assert [str(q) for q in one.renamed("a", "b").quotes] == [f"quote b article {'0' * 16} {'1' * 16} 1-2"]
    assert one.renamed("article", "x") == one
    assert [q.source for q in one.source_renamed("article", "x").quotes] == ["x"]
    assert one.source_renamed("a", "x") == one


@given(debates())
def test_what_was_accepted_is_not_suspect_and_what_was_not_is_passed_over(random: Debate) -> None:
    steps = [step.id for step in lock.steps_of(random)]
    assert list(suspects(random, accepted(Lock(), random, steps))) == []
    assert list(suspects(random, Lock())) == []
    assert parse(accepted(Lock(), random, steps).text())[0].links == accepted(Lock(), random, steps).links


@pytest.mark.parametrize("seed", range(60))
def test_a_step_is_suspect_exactly_when_a_wording_that_it_hangs_on_has_changed(seed: int) -> None:
    """By rewording every statement in turn, over random debates with bare steps and undercutters of undercutters."""
    one = random_debate(seed)
    reviewed = accepted(Lock(), one, [step.id for step in lock.steps_of(one)])
    for id in [id for id, statement in one.statements.items() if statement.text]:
        other = _reworded(one, id)
        hanging = {step.id for step in lock.steps_of(one) if id in _ends(one, step.id)}
        assert {suspect.step.id for suspect in suspects(other, reviewed)} == hanging


def _reworded(one: Debate, id: str) -> Debate:
    def edit(statement):  # type: ignore[no-untyped-def]
        return statement.model_copy(update={"text": "Other words."}) if statement.id == id else statement

    positions = tuple(p.model_copy(update={"arguments": tuple(map(edit, p.arguments))}) for p in one.positions)
    return Debate.model_construct(
        **{name: getattr(one, name) for name in Debate.model_fields}
        | {"resolutions": tuple(map(edit, one.resolutions)), "positions": positions}
    )


def _ends(one: Debate, step: str) -> set[str]:
    """The statements whose wording a step was reviewed in: itself, its premises, its target; where that is a step,
    the same of it."""
    statement = one.statements[step]
    near = {step, *statement.premise_ids, statement.target}
    undercut = getattr(statement, "undercuts", None)
    if not undercut:
        return near
    target = one.statements[undercut]
    beyond = one.statements[target.target]
    more = getattr(beyond, "premise_ids", ())
    return near | {undercut, *target.premise_ids, target.target, *more}


def test_any_of_several_entries_is_good() -> None:
    """Two branches that accepted two wordings: whichever the merge keeps, it was reviewed."""
    one, other = debate(ONE), debate(ONE.replace("ready sooner", "ready months sooner"))
    both = accepted(Lock(), one, EVERYTHING) | accepted(Lock(), other, EVERYTHING)
    assert list(suspects(one, both)) == list(suspects(other, both)) == []
    third = debate(ONE.replace("ready sooner", "ready weeks sooner"))
    assert {s.step.id for s in suspects(third, both)} == {"sooner", "not-sooner", "so-what"}
    assert len(accepted(both, third, ["sooner"]).links_of["sooner"]) == 1


def test_a_review_settles_what_a_merge_left_of_other_steps_where_one_entry_holds_now() -> None:
    one = debate(ONE)
    merged = accepted(Lock(), one, EVERYTHING)
    for old, new in (("They are not.", "They are late."), ("Time is not", "Time never is")):
        merged |= accepted(Lock(), debate(ONE.replace(old, new)), EVERYTHING)
    assert {id: len(entries) for id, entries in merged.links_of.items()} == {
        "sooner": 1, "not-sooner": 2, "so-what": 2, "bare": 1, "undercuts-bare": 1
    }  # fmt: skip
    now = debate(ONE.replace("Time is not", "Time hardly is"))
    after = accepted(merged, now, ["bare"])
    assert after.links_of["not-sooner"] == (link_of(now, "not-sooner"),)
    assert len(after.links_of["so-what"]) == 2, "neither entry is of the present wording"
    assert after.links_of.keys() == merged.links_of.keys()


def test_a_mix_of_two_reviews_is_none() -> None:
    """Its own words from one review and its target's from another were never read together."""
    one = debate(ONE)
    other = debate(ONE.replace("ready sooner", "ready weeks sooner").replace("They are not", "They are late"))
    both = accepted(Lock(), one, ["not-sooner"]) | accepted(Lock(), other, ["not-sooner"])
    mixed = debate(ONE.replace("They are not", "They are late"))
    (suspect,) = suspects(mixed, both)
    assert suspect.own_changed and suspect.target_changed


def test_accepting_all_forgets_what_is_gone() -> None:
    reviewed = accepted(Lock(), debate(ONE), EVERYTHING)
    fewer = debate(ONE[: ONE.index("  - rebuttal: undercuts-bare")])
    assert {link.step for link in without_gone(reviewed, fewer).links} == set(EVERYTHING) - {"undercuts-bare"}


def test_a_claim_has_no_step_to_accept() -> None:
    with pytest.raises(TypeError, match="fact is a claim"):
        link_of(debate(ONE), "fact")
    with pytest.raises(KeyError):
        link_of(debate(ONE), "nobody")


@given(st.lists(st.text(max_size=6), max_size=4), st.lists(st.text(max_size=6), max_size=4))
def test_a_digest_tells_where_one_part_ends_and_the_next_begins(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)
