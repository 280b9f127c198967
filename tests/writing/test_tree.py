"""Every comment has one place: the entry whose line it ends, the entry below it, or the list that it closes."""

from __future__ import annotations

import random

import pytest

from argmap.writing.tree import Collection, Slot, Tree, grow
from tests.writing.spelling import spelled_debate


def tree_of(text: str | bytes) -> Tree:
    tree = grow("f.yaml", text)
    assert isinstance(tree, Tree)
    return tree


def called(slot: Slot) -> str:
    return slot.name or str(slot.value.data)


def places(text: str) -> dict[str, str]:
    """Each comment, and where it is."""
    tree = tree_of(text)
    found = {}
    for slot in tree.slots:
        found |= {comment.text: f"before {called(slot)}" for comment in slot.lead}
        found |= {comment.text: f"beside {called(slot)}" for comment in slot.beside}
        if slot.body is not None:
            found |= {comment.text: f"closes {called(slot)}" for comment in slot.body.foot}
    return found | {comment.text: "closes all" for comment in tree.root.foot}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: 1  # x\nb: 2\n", "beside a"),
        ("a: 1\n# x\nb: 2\n", "before b"),
        ("a:\n  - 1\n  # x\nb: 2\n", "closes a"),
        ("a:\n  - 1\n# x\nb: 2\n", "before b"),
        ("a:  # x\n  - 1\n", "beside a"),
        ("a:\n  # x\n  - 1\n", "before 1"),
        ("a:\n  - 1\n  # x\n", "closes a"),
        ("a:\n  - 1\n# x\n", "closes all"),
        ("a: [1, # x\n  2]\n", "beside 1"),
        ("a: [1,\n  # x\n  2]\n", "before 2"),
        ("a: [1, 2\n  # x\n  ]\n", "closes a"),
        ("a: [1, 2] # x\n", "beside a"),
        ("a: >- # x\n  text # no comment\n", "beside a"),
        ("a:\n  # x\n  text\nb: 1\n", "before a"),
        ("a: {b: [c]} # x\nd: 1\n", "beside a"),
        ("# x\na: 1\n", "before a"),
        ("a: 'it # is' # x\n", "beside a"),
        ("- # x\n  a: 1\n", "beside {'a': '1'}"),
    ],
)
def test_where_a_comment_belongs(text: str, wanted: str) -> None:
    assert places(text) == {"# x": wanted}


@pytest.mark.parametrize("seed", range(40))
def test_every_comment_has_exactly_one_place(seed: int) -> None:
    for file, text in spelled_debate(random.Random(seed).choice, 8).items():
        tree = grow(file, text)
        if isinstance(tree, Tree):
            bodies: list[Collection] = [tree.root, *(slot.body for slot in tree.slots if slot.body is not None)]
            held = [comment for slot in tree.slots for comment in (*slot.lead, *slot.beside)]
            held += [comment for body in bodies for comment in body.foot]
            assert sorted(comment.start for comment in held) == [comment.start for comment in tree.comments]
            assert all(tree.text.startswith(comment.text, comment.start) for comment in tree.comments)


def test_a_dash_in_a_comment_is_no_item() -> None:
    tree = tree_of("a:  # - one\n  - 1  # - two\n  # - three\n  - 2\n")
    assert [tree.text[slot.start :][:3] for slot in tree.root.children[0].body.children] == ["- 1", "- 2"]  # type: ignore[union-attr]


def test_what_cannot_be_read_gives_its_faults() -> None:
    assert [fault.rule for fault in grow("f.yaml", "a: [\n")] == ["yaml-syntax"]  # type: ignore[union-attr]
    assert grow("f.yaml", "# nothing\n") == ()
