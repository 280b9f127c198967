"""What is proved of the semantics in general, as properties of what is found here."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluation.framework import Framework, Label, Labelling
from argmap.evaluation.graph import Graph
from argmap.model import Claim, Debate, Position
from argmap.semantics.registry import BY_CODE, SEMANTICS
from tests.rules.dressed import with_positions
from tests.semantics.brute import Key, key
from tests.semantics.frameworks import frameworks
from tests.strategies import debates

quick = settings(max_examples=80)
larger = frameworks(statements=7, steps=10)


def all_of(code: str, framework: Framework) -> set[Key]:
    return {key(framework, each) for each in BY_CODE[code].labellings(framework)}


def contains(more: Key, less: Key) -> bool:
    """Whether `more` keeps all that `less` has decided."""
    return all(a == b or b == "u" for a, b in zip("".join(more), "".join(less), strict=True))


def the_only(code: str, framework: Framework) -> Key:
    (found,) = all_of(code, framework)
    return found


@given(larger)
@quick
def test_the_grounded_labelling_is_complete_and_contained_in_every_complete_one(framework: Framework) -> None:
    least, complete = the_only("GR", framework), all_of("CO", framework)
    assert least in complete
    assert all(contains(each, least) for each in complete)


@given(larger)
@quick
def test_stable_is_semi_stable_is_preferred_is_complete(framework: Framework) -> None:
    assert all_of("ST", framework) <= all_of("SST", framework) <= all_of("PR", framework) <= all_of("CO", framework)


@given(larger)
@quick
def test_where_there_are_stable_labellings_they_are_the_semi_stable_and_the_stage_ones(framework: Framework) -> None:
    stable = all_of("ST", framework)
    if stable:
        assert all_of("SST", framework) == stable == all_of("STG", framework)
    assert stable == {each for each in all_of("CO", framework) if "u" not in "".join(each)}


@given(larger)
@quick
def test_every_complete_labelling_is_contained_in_a_preferred_one(framework: Framework) -> None:
    preferred = all_of("PR", framework)
    assert preferred
    assert all(any(contains(best, each) for best in preferred) for each in all_of("CO", framework))
    assert not any(a != b and contains(a, b) for a in preferred for b in preferred)


@given(larger)
@quick
def test_the_ideal_labelling_lies_between_the_grounded_one_and_what_all_preferred_ones_share(
    framework: Framework,
) -> None:
    ideal, complete = the_only("ID", framework), all_of("CO", framework)
    assert ideal in complete and contains(ideal, the_only("GR", framework))
    agreeing = [each for each in complete if all(contains(best, each) for best in all_of("PR", framework))]
    assert ideal in agreeing and all(contains(ideal, each) for each in agreeing)


def by_id(found: Labelling) -> tuple[frozenset[tuple[str, Label]], ...]:
    return tuple(frozenset(part.items()) for part in (found.labels, found.live, found.counts))


def found_in(debate: Debate) -> dict[str, set[tuple[frozenset[tuple[str, Label]], ...]]]:
    framework = Framework.of(debate, Graph(debate))
    return {each.CODE: {by_id(found) for found in each.labellings(framework)} for each in SEMANTICS}


@given(debates(8), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_files_and_statements_does_not_matter(debate: Debate, order: random.Random) -> None:
    arguments = [s for position in debate.positions for s in position.arguments]
    order.shuffle(arguments)
    cut = order.randint(0, len(arguments))
    first, second = Position(id="a", arguments=arguments[:cut]), Position(id="b", arguments=arguments[cut:])
    assert found_in(with_positions(debate, [first, second])) == found_in(debate)


@given(debates(8))
@settings(max_examples=60)
def test_adding_an_unrelated_statement_changes_nothing(debate: Debate) -> None:
    more = Position(id="more", arguments=(Claim(id="unrelated", text="It rains."),))
    after = found_in(with_positions(debate, [*debate.positions, more]))
    new = ("unrelated", Label.IN)
    assert all(new in labels for found in after.values() for labels, _, _ in found)
    without = {code: {(labels - {new}, *rest) for labels, *rest in found} for code, found in after.items()}
    assert without == found_in(debate)


@given(larger)
@quick
def test_where_nothing_speaks_against_anything_all_semantics_agree(framework: Framework) -> None:
    bare = replace(framework, rebuttals=[()] * len(framework.rebuttals), contradicts=[()] * len(framework.contradicts))
    bare = replace(bare, undercutters=[()] * len(framework.steps), outweighers=[()] * len(framework.steps))
    (only,) = all_of("CO", bare)
    assert all(all_of(code, bare) == {only} for code in ("GR", "PR", "ST", "SST", "STG", "ID"))
