"""`argmap fmt`: one way of writing, which says the same; twice is once; comments stay with what they stand at."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.loader import read
from argmap.loader.vocabulary import keys
from argmap.model import Claim, Rebuttal, Support
from argmap.writing.format import formatted, same_model
from argmap.writing.key_order import rank
from argmap.writing.tree import Tree, grow
from tests.strategies import picking
from tests.writing.spelling import spelled_debate

FILE = "positions/case.yaml"


def comments(file: str, text: str | bytes) -> list[str]:
    tree = grow(file, text)
    assert isinstance(tree, Tree)
    return sorted(comment.text for comment in tree.comments)


def holds_its_promises(files: dict[str, bytes]) -> None:
    new: dict[str, bytes] = {}
    for file, text in files.items():
        result = formatted(file, text)
        assert result.own_fault is None
        assert (result.text is None) == bool(result.faults)
        if result.text is not None:
            assert formatted(file, result.text).text == result.text, "twice is once"
            assert formatted(file, result.text.encode()).text == result.text
            assert comments(file, text) == comments(file, result.text)
            new[file] = result.text.encode()
    assert same_model(read(files), read(files | new))


@settings(max_examples=120)
@given(st.data())
def test_a_debate_spelled_in_any_way_is_the_same_debate_afterwards(data: st.DataObject) -> None:
    holds_its_promises(spelled_debate(picking(data.draw), 5))


@pytest.mark.parametrize("seed", range(60))
def test_so_are_larger_debates(seed: int) -> None:
    holds_its_promises(spelled_debate(random.Random(seed).choice, 12))


@pytest.mark.parametrize("name", ["nato-ukraine", "tripwire"])
def test_so_are_the_debates_of_this_repository(flagship: Path, name: str) -> None:
    folder = flagship.parent / name
    holds_its_promises({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")})


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_so_is_the_flagship_with_comments_and_empty_lines_anywhere(random: random.Random) -> None:
    folder = Path(__file__).resolve().parents[2] / "arguments" / "nato-ukraine"
    path = random.choice(sorted(folder.rglob("*.yaml")))
    lines = path.read_text("utf-8").split("\n")
    for _ in range(10):
        at, indent = random.randrange(len(lines)), " " * random.choice((0, 2, 4, 6, 8, 10))
        lines.insert(at, random.choice(("", indent + "# a comment", indent + "# another", "   ")))
    result = formatted(path.name, "\n".join(lines))
    assert result.own_fault is None
    if result.text is not None:  # a line inside a quoted text is no comment, and may end it
        assert formatted(path.name, result.text).text == result.text


CASES = {
    "keys come in their order, what names a statement first": (
        "arguments:\n- text: A is so.\n  evidence: []\n  of: act\n  support: a\nposition: p\n",
        "position: p\narguments:\n  - support: a\n    of: act\n    text: A is so.\n    evidence: []\n",
    ),
    "the order of nested answers is that of the statements, and stays": (
        "position: p\narguments:\n  - undercutters: [{rebuttal: b, text: B.}]\n    supports: [{support: c, text: C.}]\n"
        "    support: a\n    text: A.\n",
        "position: p\narguments:\n  - support: a\n    text: A.\n    undercutters: [{rebuttal: b, text: B.}]\n"
        "    supports: [{support: c, text: C.}]\n",
    ),
    "sides, terms and values keep their order": (
        "debate: d\nsides: {no: Against, yes: For}\nterms: {b: B, a: A}\n",
        "debate: d\nsides: {no: Against, yes: For}\nterms: {b: B, a: A}\n",
    ),
    "quotes only where they are needed, and then double ones": (
        "title: 'Plain'\nquestion: 'It: is?'\nbackground: \"He said 'no'.\"\ndebate: d\n",
        "debate: d\ntitle: Plain\nquestion: \"It: is?\"\nbackground: He said 'no'.\n",
    ),
    "in brackets a text of two words stands in quotes, so that a comma can be added": (
        "debate: d\nsides: {pro: We act, con: Wait}\nparties: {A: [B C, D]}\nterms: {x: y}\n",
        'debate: d\nparties: {A: ["B C", D]}\nsides: {pro: "We act", con: Wait}\nterms: {x: y}\n',
    ),
    "but not where the words are given": (
        "position: p\narguments:\n  - claim: a\n    text: A is so.\n"
        "    risk: {likelihood: very likely, reversibility: hard to reverse, mitigation: a truce}\n",
        "position: p\narguments:\n  - claim: a\n    text: A is so.\n"
        '    risk: {likelihood: very likely, reversibility: hard to reverse, mitigation: "a truce"}\n',
    ),
    "brackets with an unknown key stay: it may be a piece of the text before it": (
        "arguments:\n- {support: a, text: Yes,  but: no, of: act}\nposition: p\n",
        "position: p\narguments:\n  - {support: a, text: Yes,  but: no, of: act}\n",
    ),
    "a long text that a comment stands behind is not folded, since the comment may be a piece of it": (
        f"debate: d\ntitle: {'word ' * 30} # so\n",
        f"debate: d\ntitle: {('word ' * 30).strip()}  # so\n",
    ),
    "what others may take for a number stays as it is written": (
        "references:\n  - id: a\n    issued: 2024\n    issue: '4'\n    volume: 12\n    custom: {credibility: '2'}\n",
        'references:\n  - id: a\n    issued: 2024\n    issue: "4"\n    volume: 12\n    custom: {credibility: "2"}\n',
    ),
    "the words of a source stand between quotes": (
        "position: p\narguments:\n- support: a\n  evidence: [{quote: so it is, at: p. 2, source: s}]\n",
        'position: p\narguments:\n  - support: a\n    evidence: [{source: s, at: "p. 2", quote: "so it is"}]\n',
    ),
    "ids stand in brackets": (
        "position: p\narguments:\n- rebuttal: a\n  premises:\n  - b\n  - c\n",
        "position: p\narguments:\n  - rebuttal: a\n    premises: [b, c]\n",
    ),
    "comments stay with what they stand at": (
        "# of the file\n\n# of the title\ntitle: t   # beside\ndebate: d\n# of the terms\nterms:\n  # of a\n  a: b\n"
        "  # closes the terms\nsides: {pro: a, con: b}\n# the end\n",
        "# of the file\n\ndebate: d\n# of the title\ntitle: t   # beside\nsides: {pro: a, con: b}\n# of the terms\n"
        "terms:\n  # of a\n  a: b\n  # closes the terms\n# the end\n",
    ),
    "brackets with comments become lines, and a text that a comment comes to stand behind is quoted": (
        "debate: d\nterms: {a: b, # one\n  c: d} # two\n",
        'debate: d\nterms:  # two\n  a: "b"  # one\n  c: d\n',
    ),
    "one empty line stays, and none at the beginning": (
        "\n\ndebate: d\n\n\n\ntitle: t\n\n",
        "debate: d\n\ntitle: t\n",
    ),
    "a modeline stays the first line": (
        "# yaml-language-server: $schema=x\ntitle: t\ndebate: d\n",
        "# yaml-language-server: $schema=x\ndebate: d\ntitle: t\n",
    ),
    "paragraphs stay paragraphs, lines stay lines": (
        'debate: d\ntitle: "a\\n\\nb"\nquestion: |\n  one\n   two\n',
        "debate: d\ntitle: >-\n  a\n\n\n  b\nquestion: |-\n  one\n   two\n",
    ),
    "the marks of a document go": ("---\ndebate: d\n...\n", "debate: d\n"),
    "a mark of byte order goes": ("\ufeffdebate: d\n", "debate: d\n"),
    "line ends stay those of the file": ("debate:   d\r\ntitle: t\r\n", "debate: d\r\ntitle: t\r\n"),
    "an empty value stays empty": ("debate: d\naudiences:\nterms: ~\n", "debate: d\nterms: null\naudiences:\n"),
}


@pytest.mark.parametrize(("given", "wanted"), CASES.values(), ids=CASES.keys())
def test_the_form(given: str, wanted: str) -> None:
    assert formatted("-", given).text == wanted


def test_a_long_text_is_folded_and_a_folded_one_within_the_width_stays() -> None:
    words = "word " * 40 + "end."
    text = formatted("-", f"debate: d\ntitle: {words}\n").text
    assert text is not None and text.startswith("debate: d\ntitle: >-\n  word word")
    assert max(map(len, text.splitlines())) <= 120 < len(text)
    ragged = "debate: d\ntitle: >-\n  Short lines\n  stay as somebody broke them.\n"
    assert formatted("-", ragged).text == ragged


@pytest.mark.parametrize(
    "listed",
    ["[Food, Farms and Fisheries]", "[Food,\n      Farms\n      and Fisheries]", "[A, 'B, too', C & D]",
     "[Farmers' Union,\n      Farms and Fisheries]",
     f"[{'Food, ' * 30}Farms and Fisheries]", "[{literal: Food}, Farms and Fisheries]"],
)  # fmt: skip
def test_a_list_that_may_be_one_text_is_warned_of_as_before(listed: str) -> None:
    given = f"references:\n  - id: a\n    author: {listed}\n"
    result = formatted("sources.yaml", given)
    assert result.own_fault is None and result.text is not None
    files = {"debate.yaml": b"debate: d\ntitle: T\nresolutions: [{claim: a, text: A.}]\n"}
    found = [read({**files, "sources.yaml": text}).diagnostics for text in (given, result.text)]
    assert [[each.rule, each.help] for each in found[0]] == [[each.rule, each.help] for each in found[1]]


def test_a_word_that_is_too_long_stays_on_its_line() -> None:
    url = f"references:\n  - id: a\n    URL: https://example.org/{'x' * 150}\n"
    assert formatted("-", url).text == url


@pytest.mark.parametrize(
    "text", ["a: [b\n", "a: 1\na: 2\n", "a: &x 1\n", "a: 1\n---\nb: 2\n", "\tdebate: d\n", b"\xff\xfea"]
)
def test_what_is_not_our_yaml_is_reported_and_left_alone(text: str | bytes) -> None:
    result = formatted("-", text)
    assert result.text is None and result.faults and result.own_fault is None


def test_what_is_unfinished_is_formatted_all_the_same() -> None:
    """A misspelled key or an id that is yet to be written are no reason to refuse: the check speaks of them."""
    assert formatted("-", "evidnce:   []\nposition:  p\n").text == "position: p\nevidnce: []\n"


def test_thousands_of_levels_are_no_deeper_than_one() -> None:
    lines = ["position: p", "arguments:"]
    for level in range(2500):
        lines += [f"{' ' * 2 * level}- support: s{level}", f"{' ' * 2 * level}  supports:"]
    text = "\n".join(lines) + " []\n"
    result = formatted("-", text)
    assert result.own_fault is None and result.text is not None and "s2499" in result.text


def test_every_key_of_a_statement_has_its_place() -> None:
    """A key that the model gains comes before the text without anybody's doing; the nests stay last."""
    order = rank(Rebuttal)
    for model in (Claim, Support, Rebuttal):
        assert set(keys(model)) <= order.keys()
    assert max(order, key=lambda key: order[key]) in ("supports", "rebuttals", "undercutters")
    assert order["text"] < order["evidence"] < order["ignore"] < order["supports"] == order["undercutters"]


@pytest.mark.parametrize(
    "text",
    [
        "# Head\nnocite: x\n\n# The list\nreferences:\n  # a\n  - id: a\n# tail\n",
        "# yaml-language-server: $schema=x\n# Head\n\n# Pandoc's\nnocite: x\nreferences:\n  - id: a\n",
        "nocite: x  # beside\nreferences:  # the list\n  - id: a\nlang: en\n",
        "# Head\n\nreferences:\n  - id: a\nnocite: x\n",
    ],
)
def test_what_stands_before_the_references_stays_there(text: str) -> None:
    """Other keys, and the comments at them."""
    assert formatted("sources.yaml", text).text == text
