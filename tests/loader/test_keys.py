"""Keys that the format does not have are errors, with or without a value; those that it has may be empty."""

from __future__ import annotations

import re

import pytest

from argmap.loader import read
from argmap.loader.vocabulary import keys
from argmap.model import Claim, DebateHeader, Evidence, PositionHeader, Rebuttal, Source, SourceNotes, Support
from tests.loader.debates import DEBATE, EMPTY, SOURCES, load
from tests.loader.rows.row import Row

FILES = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": EMPTY}
CLAIM = "position: p\narguments:\n  - claim: a\n    text: A.\n"
PLACES = {
    # The file, its text up to the key, and what stands behind it.
    "debate": ("debate.yaml", DEBATE, "\n"),
    "resolution": ("debate.yaml", DEBATE + "    ", "\n"),
    "decision": ("debate.yaml", DEBATE + "decision:\n  maker: A\n  ", "\n"),
    "recommendation": ("debate.yaml", DEBATE + "recommendation:\n  option: send-trainers\n  because: B\n  ", "\n"),
    "ignore of a debate": ("debate.yaml", DEBATE + "ignore:\n  - rule: x\n    ", "\n"),
    "position": ("positions/p.yaml", EMPTY, "\n"),
    "ignore of a position": ("positions/p.yaml", EMPTY + "ignore:\n  - rule: x\n    ", "\n"),
    "claim": ("positions/p.yaml", CLAIM + "    ", "\n"),
    "support": ("positions/p.yaml", CLAIM + "  - support: b\n    of: a\n    text: B.\n    ", "\n"),
    "nested": ("positions/p.yaml", CLAIM + "    rebuttals:\n      - rebuttal: b\n        text: B.\n        ", "\n"),
    "evidence": ("positions/p.yaml", CLAIM + "    evidence:\n      - source: article\n        ", "\n"),
    "facets of evidence": (
        "positions/p.yaml", CLAIM + "    evidence:\n      - source: article\n        facets:\n          ", "\n",
    ),
    "risk": ("positions/p.yaml", CLAIM + "    risk:\n      ", "\n"),
    "weight": ("positions/p.yaml", CLAIM + "    weight:\n      value: 0.5\n      because: B\n      ", "\n"),
    "values": ("positions/p.yaml", CLAIM + "    values:\n      ", "\n"),
    "facets": ("positions/p.yaml", CLAIM + "    facets:\n      ", "\n"),
    "ignore": ("positions/p.yaml", CLAIM + "    ignore:\n      - rule: x\n        ", "\n"),
    "outweighs": (
        "positions/p.yaml",
        "position: p\narguments:\n  - {support: c, of: send-trainers, text: C.}\n"
        "  - rebuttal: b\n    of: send-trainers\n    text: B.\n"
        "    outweighs:\n      - over: c\n        because: So\n        ",
        "\n",
    ),
    "between braces": ("positions/p.yaml", CLAIM + "    evidence: [{source: article, ", "}]\n"),
}  # fmt: skip


@pytest.mark.parametrize("value", [": ", ": ~", ": null", ": x", ": []"])
@pytest.mark.parametrize(("file", "before", "after"), PLACES.values(), ids=PLACES)
def test_an_unknown_key_is_an_error_with_or_without_a_value(file: str, before: str, after: str, value: str) -> None:
    (found,) = read({**FILES, file: before + "evdnc" + value + after}).diagnostics
    assert (found.rule, found.span.file) == ("unknown-key", file)
    text = before + "evdnc"
    assert found.span.start == len(text) - 5


BELOW_SOURCE = {
    "source": "",
    "custom": "custom:\n      role: news\n      ",
    "name": "author:\n      - family: Doe\n        ",
    "date": "issued:\n      year: 2020\n      ",
}


@pytest.mark.parametrize("before", BELOW_SOURCE.values(), ids=BELOW_SOURCE)
@pytest.mark.parametrize("key", ["titel", "famly", "whyy", "anything", "moth"])
def test_so_is_one_of_a_source_that_has_no_value(key: str, before: str) -> None:
    """With a value it may be another program's, and is carried along."""
    (found,) = load(sources=f"{SOURCES}    {before}{key}:\n").diagnostics
    assert found.rule == "unknown-key" and f"`{key}`" in found.message


@pytest.mark.parametrize("value", ["", " ~", " null", " []"])
def test_undercutters_of_a_claim_are_refused_even_where_there_are_none(value: str) -> None:
    (found,) = load(f"  - claim: a\n    text: A.\n    undercutters:{value}\n").diagnostics
    assert (found.rule, found.message) == ("unknown-key", "a claim has no key `undercutters`")


NEEDED = {"claim", "support", "rebuttal", "text", "of", "source", "debate", "title", "resolutions", "position", "id"}
STEP = "    of: send-trainers\n    text: A.\n"
HEADS = {
    Claim: ("positions/p.yaml", CLAIM, "    "),
    Support: ("positions/p.yaml", "position: p\narguments:\n  - support: a\n" + STEP, "    "),
    Rebuttal: ("positions/p.yaml", "position: p\narguments:\n  - rebuttal: a\n" + STEP, "    "),
    Evidence: ("positions/p.yaml", CLAIM + "    evidence:\n      - source: article\n", "        "),
    PositionHeader: ("positions/p.yaml", "position: p\narguments: []\n", ""),
    DebateHeader: ("debate.yaml", DEBATE, ""),
    Source: ("sources.yaml", "references:\n  - id: article\n", "    "),
    SourceNotes: ("sources.yaml", SOURCES + "    custom:\n      role: news\n", "      "),
}  # fmt: skip
KNOWN = [
    (model, key)
    for model in HEADS
    for key in keys(model)
    if key not in NEEDED | {"arguments"} and (model, key) != (SourceNotes, "role")
]


@pytest.mark.parametrize(("model", "key"), KNOWN, ids=lambda each: each if isinstance(each, str) else each.__name__)
def test_a_known_key_without_a_value_is_as_if_it_were_not_there(model: type, key: str) -> None:
    file, head, indent = HEADS[model]
    stated = f"{head}{indent}{key}:\n"
    loaded = read({**FILES, file: stated})
    assert loaded.diagnostics == ()
    assert loaded.debate == read({**FILES, file: head}).debate


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("evidence: [{source: }]", "`source` is empty"),
        ("outweighs: [{over: b, because: }]", "`because` is empty"),
        ("weight: {value: , because: So.}", "`value` is empty"),
        ("text:", "`text` is empty"),
    ],
)
def test_a_key_that_is_needed_is_said_to_be_empty(line: str, message: str) -> None:
    head = "  - {rebuttal: b, of: send-trainers, text: B.}\n  - support: a\n    of: send-trainers\n"
    text = "" if line == "text:" else "    text: A.\n"
    (found,) = load(f"{head}{text}    {line}\n").diagnostics
    assert (found.rule, found.message) == ("missing-key", message)


def test_a_term_without_a_meaning_and_an_item_without_words_are_no_keys_of_the_format() -> None:
    assert [each.message for each in load(debate=DEBATE + "terms:\n  x:\n").diagnostics] == ["`x` is empty"]
    lines = (
        "    evidence:\n      - source: article\n        card: A b.\n        highlight:\n          - A\n          -\n"
    )
    assert [each.rule for each in load("  - claim: a\n    text: A.\n" + lines).diagnostics] == ["wrong-type"]


def test_keys_that_are_one_without_the_blanks_around_them_are_one_key() -> None:
    (found,) = load(debate=DEBATE + 'terms:\n  " a": One.\n  a: Another.\n').diagnostics
    assert found.rule == "duplicate-key"


TWICE = {
    "evidence": "    evidence: [{source: article}]\n    evidnce: [{source: article}]\n",
    "premises": "    premises: [send-trainers]\n    premise: [b1]\n",
    "text": "    txt: C.\n",
}


@pytest.mark.parametrize(("there", "lines"), TWICE.items())
def test_a_misspelt_key_beside_the_right_one_is_not_deleted(there: str, lines: str) -> None:
    found = load("  - support: b\n    of: send-trainers\n    text: B.\n" + lines).diagnostics[0]
    assert (found.rule, found.fix) == ("unknown-key", ())
    assert found.help == f"Did you mean `{there}`? It is there already: put both into one."


def test_a_misspelt_key_without_a_value_may_go() -> None:
    found = load("  - support: b\n    of: send-trainers\n    text: B.\n    txt:\n").diagnostics[0]
    assert (found.help or "").startswith("Delete it")


def test_what_is_written_between_braces_is_not_told_of_lines_below() -> None:
    extra = "parties: {utility: {name: GasCo, names: [GasCo]}}\nvalues: {thrift: {text: Spend little}}\n"
    text = "debate: x\ntitle: X\nresolutions: [{claim: plan, text: A.}]\n" + extra
    found = read({"debate.yaml": text}).diagnostics
    assert {(each.message, each.help) for each in found} == {
        ("`utility` must be a list", "Put [ ] in place of { }, with the items alone between them."),
        ("`thrift` must be a text, not a mapping", 'Write `"Spend little"`.'),
    }


def test_two_versions_of_a_statement_around_a_conflict_are_no_second_fault() -> None:
    text = (
        "position: p\narguments:\n  - {claim: a, text: A.}\n<<<<<<< ours\n  - {claim: b, text: B.}\n"
        "  - {claim: a, text: A.}\n=======\n>>>>>>> theirs\n"
    )
    debate = "debate: x\ntitle: X\nresolutions: [{claim: plan, text: It is so.}]\n"
    found = read({"debate.yaml": debate, "positions/p.yaml": text}).diagnostics
    assert [each.rule for each in found] == ["yaml-syntax"]


def test_a_support_in_place_of_the_list_is_not_told_to_become_one() -> None:
    debate = "debate: x\ntitle: X\nresolutions: [{claim: plan, text: It is so.}]\n"
    text = "position: p\narguments:\n  support: a\n  of: plan\n  text: Yes.\n"
    found = read({"debate.yaml": debate, "positions/p.yaml": text}).diagnostics
    assert [each.help for each in found] == ["Write `[{support: a, of: plan, text: Yes.}]`."]


NAMED_BY_OTHERS = {
    "sides": ("    side: aff\n", "sides: {aff: Us, neg: Them}\n"),
    "values": ("    values: {promotes: [peace]}\n", "values: {peace: Peace}\naudiences: {hawks: [peace]}\n"),
    "criteria": ("    criterion: cost\n", "criteria: [{id: cost, name: Cost}]\n"),
}


@pytest.mark.parametrize(("key", "lines"), NAMED_BY_OTHERS.items(), ids=NAMED_BY_OTHERS)
def test_what_stands_under_a_misspelt_key_is_not_missed(key: str, lines: tuple[str, str]) -> None:
    user, header = lines
    debate = "debate: x\ntitle: X\nresolutions: [{claim: plan, text: It is so.}]\n"
    position = f"position: p\narguments:\n  - support: a\n    of: plan\n    text: Yes.\n{user}"
    assert read({"debate.yaml": debate + header, "positions/p.yaml": position}).diagnostics == ()
    misspelt = header.replace(key, key[:-1] + "z", 1)
    (found,) = read({"debate.yaml": debate + misspelt, "positions/p.yaml": position}).diagnostics
    assert (found.rule, found.help) == ("unknown-key", f"Did you mean `{key}`?")


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("claim", "evidnce: []\n    evidnce: []"),
        ("claim", "zork: a\n    zork: b\n    zork: c"),
        ("statement", "- {claim: a, text: A., zork: a, zork: b}"),
        ("debate", "zork: a\nzork: b"),
        ("evidence", "zork: a\n        zork: b"),
    ],
)
def test_a_wrong_key_given_twice_is_one_fault(where: str, text: str) -> None:
    (found,) = read(Row(where, text, "").given()).diagnostics
    assert found.rule == "unknown-key"
    assert {note.message for note in found.notes} == {"and again here"}
    assert len(found.notes) == len(re.findall("zork|evidnce", text)) - 1
