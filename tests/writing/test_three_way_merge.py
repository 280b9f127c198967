"""`argmap merge`: additions of both sides are kept, what both changed is a conflict, and nothing is lost silently."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.cli.commands.merge import lines_of_git
from argmap.writing.three_way_merge import Merged, merge
from tests.conftest import needs
from tests.writing.histories import Pick, as_text, branch, by_id, position

BASE = """\
position: case  # the case
arguments:
  # about a
  - support: a
    of: act
    text: A is so.
    evidence:
      - source: one
        says: A.

  - rebuttal: b
    of: act
    text: B is so.
"""
NEW = "  - support: {0}\n    of: act\n    text: {0} is so.\n"


def data(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def clean(base: str, ours: str, theirs: str) -> str:
    done = merge(base, ours, theirs)
    assert done is not None and done.conflicts == 0 and done.trouble is None
    return done.text


def test_both_add_a_claim_at_the_end_of_a_position() -> None:
    assert clean(BASE, BASE + NEW.format("x"), BASE + NEW.format("y")) == BASE + NEW.format("x") + NEW.format("y")


def test_both_add_below_one_statement_which_had_nothing_below_it() -> None:
    ours = BASE + "    rebuttals:\n      # new\n      - rebuttal: x\n        text: X.\n"
    theirs = BASE + "    rebuttals:\n    - rebuttal: y\n      text: Y.\n"
    assert clean(BASE, ours, theirs) == ours + "      - rebuttal: y\n        text: Y.\n"


def test_both_cite_another_source_and_reword_different_keys() -> None:
    ours = BASE.replace("        says: A.\n", "        says: A.\n      - source: two\n").replace("B is", "B was")
    theirs = BASE.replace("        says: A.\n", "        says: A.\n      - source: three\n").replace("A is", "A was")
    merged = clean(BASE, ours, theirs)
    assert "- source: two\n      - source: three\n" in merged and "A was" in merged and "B was" in merged


def test_removed_on_one_side_and_untouched_on_the_other_is_removed() -> None:
    start, end = BASE.index("  # about a"), BASE.index("\n  - rebuttal: b")
    ours = BASE[:start] + BASE[end + 1 :]
    theirs = BASE.replace("B is", "B was")
    assert list(by_id(data(clean(BASE, ours, theirs)))) == ["b"]
    done = merge(BASE, ours, BASE.replace("A is", "A was"))
    assert done is not None and done.conflicts == 1 and "A was" in done.text, "changed by one, removed by the other"


def test_the_last_answer_of_a_list_takes_the_list_with_it() -> None:
    below = "    supports:\n      - support: b\n        text: B.\n      - support: c\n        text: C.\n"
    base = "arguments:\n  - support: a\n" + below
    ours = base.replace("      - support: b\n        text: B.\n", "")
    theirs = base.replace("      - support: c\n        text: C.\n", "")
    assert clean(base, ours, theirs) == "arguments:\n  - support: a\n"
    assert clean("arguments:\n  - support: a\n", "arguments: []\n", "arguments:\n  - support: a\n") == "arguments: []\n"


def test_what_both_changed_each_otherwise_is_a_conflict_around_that_line_alone() -> None:
    done = merge(BASE, BASE.replace("A is", "A was"), BASE.replace("A is", "A will be").replace("B is", "B was"))
    assert done == Merged(
        BASE.replace(
            "    text: A is so.\n",
            "<<<<<<< ours\n    text: A was so.\n=======\n    text: A will be so.\n>>>>>>> theirs\n",
        ).replace("B is", "B was"),
        1,
    )


def test_markers_are_as_long_as_git_wants_them() -> None:
    done = merge("a: 1\n", "a: 2\n", "a: 3\n", marker=9)
    assert done is not None and done.text == "<<<<<<<<< ours\na: 2\n=========\na: 3\n>>>>>>>>> theirs\n"


def test_one_id_added_in_two_places_is_trouble() -> None:
    ours = BASE + NEW.format("x")
    theirs = BASE + "    supports:\n      - support: x\n        text: Another x.\n"
    done = merge(BASE, ours, theirs)
    assert done is not None and done.trouble is not None and "x would be in it twice" in done.trouble


def test_a_file_that_both_add_is_merged_from_nothing() -> None:
    ours, theirs = (f"position: new\narguments:\n{NEW.format(name)}" for name in "xy")
    assert clean("", ours, theirs) == ours + NEW.format("y")


def test_a_branch_that_formatted_the_file_does_not_conflict_with_one_that_added() -> None:
    """What only stands otherwise has not changed."""
    ours = BASE.replace("text: A is so.", "text:   A is so.").replace("says: A.", '"says": A.')
    theirs = BASE.replace("A is", "A was") + NEW.format("y")
    assert clean(BASE, ours, theirs).endswith(NEW.format("y")) and "A was" in clean(BASE, ours, theirs)


def test_line_ends_and_byte_order_mark_are_those_of_our_side() -> None:
    ours = "\ufeff" + (BASE + NEW.format("x")).replace("\n", "\r\n")
    merged = clean(BASE, ours, BASE + NEW.format("y"))
    assert merged.startswith("\ufeff") and merged.count("\r\n") == merged.count("\n")


@pytest.mark.parametrize("text", ["a: [\n", "{a: b}\n", "? a\n: b\n", "---\na: b\n", "a: &x 1\n", "text\n"])
def test_what_cannot_be_taken_apart_is_left_to_git(text: str) -> None:
    assert merge(text, text + "x: 1\n", text + "y: 1\n") is None


CLAIM = "resolutions:\n  - claim: act\n    text: Act.\n"


@pytest.mark.parametrize(("base", "ours", "theirs", "merged"), [
    ("answer: {stands: yes, defeated: \"no\"}", "answer: {stands: at once, defeated: \"no\"}",
     "answer: {stands: yes, defeated: \"no\", undecided: wait}",
     "answer: {stands: at once, defeated: \"no\", undecided: wait}"),
    ("risk: {likelihood: likely, impact: high}", "risk: {likelihood: unlikely, impact: high}",
     "risk: {likelihood: likely, impact: low}  # rated", "risk: {likelihood: unlikely, impact: low}  # rated"),
    ("confidence: {level: low, because: Few.}", "confidence: {level: high, because: Few.}",
     "confidence: {level: low, because: 'Few, and old.'}", "confidence: {level: high, because: 'Few, and old.'}"),
    ("excludes: [a, b]", "excludes: [a, b, c]", "excludes: [b]", "excludes: [b, c]"),
    ("excludes: [a, b]", "excludes: [b]", "excludes: [a]", ""),
    ("evidence: [{source: a, says: A.}]", "evidence: [{source: a, says: A., page: 1}, {source: c}]",
     "evidence: [{source: a, says: B.}, {source: d}]",
     "evidence: [{source: a, says: B., page: 1}, {source: c}, {source: d}]"),
    ("values: {promotes: [a], demotes: [b]}", "values: {promotes: [a, c], demotes: [b]}", "values: {promotes: [a]}",
     "values: {promotes: [a, c]}"),
    ("parties: {Russia: [the Kremlin]}", "parties: {Russia: [the Kremlin, Moscow]}",
     "parties: {Russia: [the Kremlin, Gazprom], China: [Beijing]}",
     "parties: {Russia: [the Kremlin, Moscow, Gazprom], China: [Beijing]}"),
    ("criteria: [{id: a, name: A}]", "criteria: [{id: a, name: A}, {id: b, name: B}]",
     "criteria: [{id: a, name: Cost}]", "criteria: [{id: a, name: Cost}, {id: b, name: B}]"),
    ("evidence: [{source: a}]", "evidence:\n      - source: a\n        says: One, two.",
     "evidence: [{source: a}, {source: b}]",
     'evidence: [{source: a, says: "One, two."}, {source: b}]'),
])  # fmt: skip
def test_different_keys_in_brackets_do_not_conflict(base: str, ours: str, theirs: str, merged: str) -> None:
    texts = (CLAIM + f"    {each}\n    side: pro\n" for each in (base, ours, theirs))
    expected = CLAIM + (f"    {merged}\n" if merged else "") + "    side: pro\n"
    assert clean(*texts) == expected


@pytest.mark.parametrize(("base", "ours", "theirs"), [
    ("answer: {stands: a}", "answer: {stands: b}", "answer: {stands: c}"),
    ("answer: {stands: a, defeated: b}", "answer: {stands: a}", "answer: {stands: a, defeated: c}"),
    ("order: [a, b]", "order: [b, a]", "order: [a, b, c]"),
    ("answer: {\n      # why\n      stands: a}", "answer: {\n      # why\n      stands: b}",
     "answer: {stands: a, defeated: b}"),
])  # fmt: skip
def test_the_same_piece_in_brackets_is_a_conflict(base: str, ours: str, theirs: str) -> None:
    done = merge(*(CLAIM + f"    {each}\n" for each in (base, ours, theirs)))
    assert done is not None and done.conflicts == 1 and f"    {ours}\n" in done.text and f"    {theirs}\n" in done.text


PIECES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["one", "two, three", "'no'", ""]), min_size=1)


@given(PIECES, PIECES, PIECES)
def test_pieces_in_brackets_merge_as_keys_on_lines_do(base: dict, ours: dict, theirs: dict) -> None:  # type: ignore[type-arg]
    keys = [[f"{key}: {json.dumps(value)}" for key, value in each.items()] for each in (base, ours, theirs)]
    in_brackets = [f"key: {{{', '.join(each)}}}\n" for each in keys]
    on_lines = ["key:\n" + "".join(f"  {one}\n" for one in each) for each in keys]
    one, other = merge(*in_brackets), merge(*on_lines)
    assert one is not None and other is not None and bool(one.conflicts) == bool(other.conflicts)
    if not one.conflicts:
        assert data(one.text or "{}") == data(other.text or "{}")


def without_order(flat: dict[str, Any]) -> dict[str, Any]:
    return {
        id: {key: sorted(map(json.dumps, value)) if isinstance(value, list) else value for key, value in one.items()}
        for id, one in flat.items()
    }


EDITS = st.sampled_from([("add",), ("add", "cite"), ("add", "remove", "reword", "cite")])


def histories(pick: Pick, edits: tuple[str, ...], odd: bool) -> list[str]:
    base = position(pick)
    branches = (base, branch(base, "x", pick, edits), branch(base, "y", pick, edits))
    return [as_text(each, pick if odd and pick((True, False)) else None) for each in branches]


@settings(max_examples=120)
@given(st.randoms(use_true_random=False), EDITS, st.booleans())
def test_a_merge_has_what_both_branches_made_of_the_base(
    random: random.Random, edits: tuple[str, ...], odd: bool
) -> None:
    base, ours, theirs = histories(random.choice, edits, odd)
    done, turned = merge(base, ours, theirs), merge(base, theirs, ours)
    if done is None or turned is None:
        assert odd
        return
    assert bool(done.conflicts) == bool(turned.conflicts)
    if edits == ("add",) and not odd:
        assert done.conflicts == 0, "additions never conflict"
    if done.conflicts:
        lines = done.text.splitlines()
        assert lines.count("<<<<<<< ours") == lines.count("=======") == lines.count(">>>>>>> theirs") == done.conflicts
        return
    assert done.trouble is None
    old, mine, other, merged = (by_id(data(text)) for text in (base, ours, theirs, done.text))
    gone = {id for id in old if id not in mine or id not in other}
    assert merged.keys() == (mine.keys() | other.keys()) - gone
    for id, one in merged.items():
        assert one in (mine.get(id), other.get(id)) or id in old
        for field in ("text", "in"):
            was = old.get(id, {}).get(field)
            changed = [side[id][field] for side in (mine, other) if id in side and side[id][field] != was]
            assert one[field] in (changed or [was])
    assert without_order(merged) == without_order(by_id(data(turned.text))), "symmetric but for the order"


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), EDITS, st.booleans())
def test_a_side_that_changed_nothing_changes_nothing(random: random.Random, edits: tuple[str, ...], odd: bool) -> None:
    base, ours, _ = histories(random.choice, edits, odd)
    for done in (merge(base, ours, base), merge(base, base, ours), merge(base, ours, ours)):
        assert done is None or (data(done.text) == data(ours) and done.conflicts == 0)
    exact = merge(base, ours, base)
    assert exact is None or exact.text.rstrip("\r\n") == ours.rstrip("\r\n")


KINDS_OF_EDITS = ("add", "remove", "reword", "cite", "rename", "move")


@settings(max_examples=150)
@given(st.randoms(use_true_random=False), st.sampled_from([KINDS_OF_EDITS, ("rename", "reword"), ("rename", "move")]))
def test_it_is_never_worse_than_the_merge_of_git(random: random.Random, edits: tuple[str, ...]) -> None:
    """As many lines in conflict at the most, unless git's own merge has a statement twice."""
    needs("git")
    base, ours, theirs = histories(random.choice, edits, odd=False)
    of_git, done = lines_of_git(base, ours, theirs), merge(base, ours, theirs, lines=lines_of_git)
    assert done is not None and of_git is not None
    settled, in_conflict = sides(of_git.text)
    if all(len(re.findall(ID, each)) == len({*re.findall(ID, each)}) for each in settled):
        assert done.trouble is None and sides(done.text)[1] <= in_conflict
    if not done.conflicts and not done.trouble:
        old, mine, other, merged = (by_id(data(text)) for text in (base, ours, theirs, done.text))
        assert merged.keys() <= mine.keys() | other.keys()
        assert merged.keys() >= (mine.keys() - old.keys()) | (other.keys() - old.keys())


def sides(text: str) -> tuple[tuple[str, str], int]:
    """A merge as either side has its conflicts, and how many lines are in them."""
    between = re.compile(r"<{7} ours\n(.*?)={7}\n(.*?)>{7} theirs\n", re.S)
    number = sum(len("".join(found).splitlines()) for found in between.findall(text))
    return (between.sub(lambda found: found[1], text), between.sub(lambda found: found[2], text)), number


ID = r"(?:support|rebuttal): ([\w-]+)\n"


def test_another_name_on_one_side_and_another_wording_on_the_other() -> None:
    ours = BASE.replace("support: a", "support: so").replace("rebuttal: b", "rebuttal: not-so")
    theirs = BASE.replace("A is", "A was").replace("B is", "B was")
    for one, other in ((ours, theirs), (theirs, ours)):
        assert clean(BASE, one, other) == ours.replace("A is", "A was").replace("B is", "B was")
    done = merge(BASE, ours, BASE.replace("support: a", "support: so-a"))
    assert done is not None and done.conflicts == 1 and "not-so" in done.text, "two other names for one"
    lines = "arguments:\n  - {support: a, of: x, text: A.}\n  - {support: b, of: a, text: B.}\n"
    renamed, reworded = lines.replace(" a,", " so,"), lines.replace("A.", "A was.").replace("B.", "B was.")
    assert clean(lines, renamed, reworded) == renamed.replace("A.", "A was.").replace("B.", "B was.")


@pytest.mark.parametrize("more", ["    role: impact\n    weigh: true\n", ""])
def test_another_name_and_another_wording_on_one_side_and_a_third_wording_on_the_other(more: str) -> None:
    base = f"arguments:\n  - support: a\n    of: x\n{more}    text: A is so.\n    supports:\n"
    base += "".join(f"      - support: s{n}\n        text: S{n}.\n" for n in range(9))
    ours, theirs = base.replace("support: a", "support: so").replace("A is", "A was"), base.replace("A is", "A will be")
    done = merge(base, ours, theirs)
    assert done is not None and done.conflicts == 1
    inside = done.text[done.text.index("<<<") : done.text.index(">>>")]
    assert inside == "<<<<<<< ours\n    text: A was so.\n=======\n    text: A will be so.\n"
    assert done.text.count("S8.") == 1 and "support: so" in done.text


LONG = BASE.replace("A is so.", "|\n      One.\n      Two.\n      Three.\n      Four.")


def test_lines_of_one_text_are_put_together_where_git_can_do_it() -> None:
    ours, theirs = LONG.replace("One", "1") + NEW.format("x"), LONG.replace("Four", "4") + NEW.format("y")

    def lines(*texts: str) -> Merged | None:
        return Merged(texts[1].replace("Four", "4"), 0) if "One" in texts[0] else None

    done = merge(LONG, ours, theirs, lines=lines)
    assert done is not None and done.conflicts == 0
    assert done.text == ours.replace("Four", "4") + NEW.format("y")
    assert merge(LONG, ours, theirs) != done and merge(LONG, ours, theirs, lines=lambda *texts: None) != done


def test_conflicts_have_the_names_of_the_two_sides() -> None:
    done = merge("a: 1\n", "a: 2\n", "a: 3\n", labels=("HEAD", "topic"))
    assert done is not None and done.text == "<<<<<<< HEAD\na: 2\n=======\na: 3\n>>>>>>> topic\n"


def test_hundreds_of_levels_are_no_deeper_than_one() -> None:
    lines = ["arguments:"]
    for level in range(300):
        lines += [f"{' ' * 2 * level}  - support: s{level}", f"{' ' * 2 * level}    supports:"]
    base = "\n".join(lines) + f"\n{' ' * 604}- support: last\n"
    ours, theirs = (base + f"{' ' * 604}- support: {name}\n" for name in "xy")
    assert clean(base, ours, theirs) == ours + f"{' ' * 604}- support: y\n"
