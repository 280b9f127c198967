"""The changes behind a flip: enough, none to spare, and the fewest, checked by trying every smaller set."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.force import force
from argmap.evaluation.framework import Label
from argmap.model import Claim, Debate, Evidence, Rebuttal, Support
from argmap.model.change import Change, Kind
from argmap.reviews import causes as module
from argmap.reviews import review
from argmap.reviews.apply import edited, edits_of, names_in
from argmap.reviews.partial import connected
from argmap.reviews.records import debate_of, records_of, renamed
from argmap.reviews.result import Flip
from tests.conftest import ends
from tests.reviews.mutations import debate, mutated, rich_debate
from tests.strategies import random_debate

HELP = Support(id="help", of="act", text="It would help.")
DOUBT = Rebuttal(id="doubt", of="help", text="It has not helped before.")
ANSWER = Rebuttal(id="answer", of="doubt", text="It has, twice.")


def flips(before: tuple[Any, ...], after: tuple[Any, ...]) -> dict[str, Flip]:
    found = review(evaluate(debate(*before)), evaluate(debate(*after)))
    return {flip.id: flip for flip in found.flips}


def told(flip: Flip) -> list[tuple[str, str]]:
    return [(change.kind.value, change.id) for change in flip.causes]


def test_an_answer_brings_back_what_was_refuted() -> None:
    found = flips((HELP, DOUBT), (HELP, DOUBT, ANSWER))
    assert {id: (flip.before, flip.after, told(flip)) for id, flip in found.items()} == {
        "act": (Label.OUT, Label.IN, [("added", "answer")]),
        "help": (Label.OUT, Label.IN, [("added", "answer")]),
        "doubt": (Label.IN, Label.OUT, [("added", "answer")]),
    }
    assert next(iter(found)) == "act" and found["act"].is_resolution


def test_two_answers_are_both_needed_where_two_rebuttals_stand() -> None:
    second = Rebuttal(id="cost", of="help", text="It costs too much.")
    cheap = Rebuttal(id="cheap", of="cost", text="It is cheap.")
    unrelated = Support(id="more", of="answer", text="The records say so.")
    found = flips((HELP, DOUBT, second), (HELP, DOUBT, second, ANSWER, cheap, unrelated))
    assert sorted(told(found["help"])) == [("added", "answer"), ("added", "cheap")]
    assert found["help"].smallest


def test_of_two_changes_each_of_which_is_enough_one_is_named() -> None:
    again = Rebuttal(id="again", of="help", text="It will not help.")
    found = flips((HELP,), (HELP, DOUBT, again))
    assert len(found["help"].causes) == 1 and found["help"].smallest


def test_evidence_bears_on_a_label_only_where_it_is_the_first_or_the_last() -> None:
    bare = HELP.model_copy(update={"undeveloped": True})
    once, twice = (bare.model_copy(update={"evidence": (Evidence(source="report"),) * n}) for n in (1, 2))
    assert told(flips((once,), (bare,))["help"]) == [("evidence removed", "help")]
    assert flips((twice,), (once,)) == {}
    assert len(flips((twice,), (bare,))["help"].causes) == 2


def test_a_premise_that_stands_by_its_evidence_does_so_though_its_support_is_down() -> None:
    fact = Claim(id="fact", text="It is so.").model_copy(update={"evidence": (Evidence(source="report"),)})
    weak = Support(id="weak", of="fact", text="Some say so.", undeveloped=True)
    one = Rebuttal(id="one", of="help", text="It does harm.", premises=("fact",))
    two = Rebuttal(id="two", of="help", text="Some say no.", premises=("weak",))
    block = Rebuttal(id="block", undercuts="one", text="It does not follow.")
    more = [Support(id=f"more{n}", of="help", text=f"Reason {n}.") for n in range(3)]
    also = Rebuttal(id="also", undercuts="two", text="Nor does this.")
    found = flips((HELP, fact, weak, one, two, block), (HELP, fact, weak, one, two, also, *more))
    assert told(found["help"]) == [("removed", "block")] and found["help"].smallest


def test_where_all_evidence_is_exchanged_its_loss_alone_can_be_the_cause() -> None:
    bare = HELP.model_copy(update={"undeveloped": True})
    old, new = (bare.model_copy(update={"evidence": (Evidence(source=id, quote=id),)}) for id in ("report", "study"))
    step, against = Support(id="step", of="act", text="It is so."), Rebuttal(id="step", of="help", text="It is so.")
    found = flips((old, step), (new, against))
    assert told(found["help"]) == [("evidence removed", "help")] and found["help"].smallest


def turned(step: Support) -> Rebuttal:
    return Rebuttal(id=step.id, of=step.of, text=step.text)


def test_hundreds_of_flips_by_hundreds_of_changes_take_time_that_grows_with_their_number() -> None:
    """2,000 statements in a chain of answers, all turned: each flip has up to a thousand changes that bear on it."""
    steps = [Support(id=f"s{n}", of="act" if n < 5 else f"s{(n * 7919) % n}", text=f"Step {n}.") for n in range(2_000)]
    with ends():
        assert flips(tuple(steps), tuple(turned(step) for step in steps))


def test_a_reworded_or_renamed_statement_flips_nothing() -> None:
    other = HELP.model_copy(update={"text": "It would help a little."})
    assert flips((HELP,), (other,)) == {}
    aid = HELP.model_copy(update={"id": "aid"})
    assert flips((HELP, DOUBT), (aid, DOUBT.model_copy(update={"of": "aid"}))) == {}


def partly(some: list[Change], before: Debate, changes: tuple[Change, ...]) -> Debate:
    """The debate with some changes made, in full: no region, no frame."""
    records = edited(renamed(records_of(before), names_in(changes)), edits_of(some))
    statements = connected({key[1]: record for key, record in records.items() if key[0] == "statement"})
    rest = {key: record for key, record in records.items() if key[0] != "statement"}
    homes = {("position", record["position"]): {} for record in statements.values() if record["position"]}
    return debate_of({**homes, **rest, **{("statement", id): record for id, record in statements.items()}})  # type: ignore[dict-item]


def check(before: Debate, after: Debate) -> int:
    found = review(evaluate(before), evaluate(after))
    bearing = [c for c in found.changes if c.subject == "statement" and c.kind is not Kind.RENAMED]
    versions: dict[tuple[int, ...], Evaluation] = {}

    def has(some: tuple[int, ...], flip: Flip) -> bool:
        if some not in versions:
            versions[some] = evaluate(partly([bearing[n] for n in some], before, found.changes))
        ev = versions[some]
        if flip.before is flip.after or flip.id not in after_labels:
            assert flip.forces
            return flip.id in ev.labelling.live and force(ev, flip.id) is flip.forces[1]
        return ev.labelling.labels.get(flip.id) is flip.after

    after_labels = found.after.labelling.labels
    for flip in found.flips:
        places = tuple(sorted(bearing.index(change) for change in flip.causes))
        assert has(places, flip), "the causes are enough"
        for size in range(len(places)) if flip.smallest else ():
            for some in combinations(range(len(bearing)), size):
                assert not has(some, flip), "nothing smaller is"
        if flip.irreducible and not flip.smallest:
            for n in range(len(places)):
                assert not has((*places[:n], *places[n + 1 :]), flip), "none can be spared"
    return len(found.flips)


@pytest.mark.parametrize("part", range(4))
def test_causes_are_enough_and_the_fewest_against_brute_force(part: int) -> None:
    flips = 0
    for seed in range(part * 60, part * 60 + 60):
        pick = random.Random(seed).choice
        before = random_debate(seed)
        flips += check(before, mutated(before, pick, 4))
        rich = rich_debate(pick)
        flips += check(rich, mutated(rich, pick, 5))
        if seed % 6 == 0:
            flips += check(before, random_debate(seed + 7, 6))
    assert flips > 40


def test_out_of_budget_the_causes_are_still_enough_and_none_can_be_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUDGET", 0)
    assert sum(check(random_debate(seed), random_debate(seed + 7)) for seed in range(80)) > 60


def test_with_very_many_changes_the_search_ends_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUDGET", 20)
    doubts = [Rebuttal(id=f"d{n}", of="help", text=f"Doubt {n}.") for n in range(12)]
    answers = [Rebuttal(id=f"a{n}", of=f"d{n}", text=f"Answer {n}.") for n in range(12)]
    found = flips((HELP, *doubts), (HELP, *doubts, *answers))
    assert len(found["help"].causes) == 12 and not found["help"].irreducible
    monkeypatch.undo()
    found = flips((HELP, *doubts), (HELP, *doubts, *answers))
    assert len(found["help"].causes) == 12 and found["help"].irreducible


def test_a_change_far_from_a_large_debate_is_found_without_evaluating_all_of_it() -> None:
    crowd = tuple(Claim(id=f"c{n}", text=f"Claim {n} is so.") for n in range(2_000))
    before, after = evaluate(debate(*crowd, HELP, DOUBT)), evaluate(debate(*crowd, HELP, DOUBT, ANSWER))
    found = review(before, after)
    search = module._Search(before, after, found.changes, {}, {flip.id: flip.after for flip in found.flips})
    assert len(search.region) + len(search.frame) < 10
    assert [flip.id for flip in found.flips] == ["act", "help", "doubt"]
