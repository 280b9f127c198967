"""Where each fault is said to be: exact lines and columns, in all line endings."""

import pytest

from tests.loader.debates import DEBATE, load, said

A = "  - support: a\n    of: send-trainers\n    text: They help.\n"
BARE = "  - {support: bare, of: send-trainers, premises: [a]}\n"

ARGUMENTS = [
    # What stands below `arguments:` (from line 3), and the faults.
    (A, []),
    ("  - support: a\n    of: nothing\n    text: x\n", ["unknown-target 4:9-16"]),
    ("  - support: a\n    of: a\n    text: x\n", ["self-reference 4:9-10"]),
    (A + "    premises: [a]\n", ["self-reference 6:16-17"]),
    (A + "    contradicts: [a]\n", ["self-reference 6:19-20"]),
    (A + "    outweighs: [{over: a, because: y}]\n", ["self-reference 6:24-25"]),
    ("  - rebuttal: a\n    undercuts: a\n    text: x\n", ["self-reference 4:16-17"]),
    (A + BARE.replace("[a]", "[a, a]"), ["named-twice 6:54-55"]),
    (A + "    contradicts: [send-trainers, send-trainers]\n", ["named-twice 6:34-47"]),
    (
        A + "    outweighs: [{over: b, because: y}, {over: b, because: z}]\n"
        "  - {rebuttal: b, of: send-trainers, text: No.}\n",
        ["named-twice 6:47-48"],
    ),
    (A + "    contradicts: [a, a]\n", ["self-reference 6:19-20", "self-reference 6:22-23"]),
    (A + "    premises: [b, c]\n", ["unknown-target 6:16-17", "unknown-target 6:19-20"]),
    (A + "    contradicts:\n      - b\n", ["unknown-target 7:9-10"]),
    (A + "    outweighs: [{over: b, because: y}]\n", ["unknown-target 6:24-25"]),
    (A + "    outweighs: [{over: send-trainers, because: y}]\n", ["outweighs-elsewhere 6:24-37"]),
    (A + "    outweighs: [{over: send-trainers}]\n", ["missing-key 6:24-37"]),
    (A + "    outweighs: [{over: all, because: y}]\n", []),
    (
        A + "  - {rebuttal: b, undercuts: a, text: x, outweighs: [{over: all, because: y}]}\n",
        ["outweighs-elsewhere 6:61-64"],
    ),
    (
        A + "  - {rebuttal: b, undercuts: a, text: x, outweighs: [{over: a, because: y}]}\n",
        ["outweighs-elsewhere 6:61-62"],
    ),
    (A + "    evidence: [{source: nobody}]\n", ["unknown-source 6:25-31"]),
    (A + "    evidence: [{at: page 3}]\n", ["missing-key 6:21-27"]),
    (A + "    evidence: article\n", ["wrong-type 6:15-22"]),
    (A + "    evidence: [article]\n", ["wrong-type 6:16-23"]),
    (A + "    evidence: [{source: article, grade: B7}]\n", ["bad-value 6:41-43"]),
    (A + "    tag: a b c d e f g h i j\n", []),
    (A + "    tag: a b c d e f g h i j k\n", ["bad-value 6:10-31"]),
    (A + "    criterion: cost\n", ["unknown-criterion 6:16-20"]),
    (A + "    short: Trainers\n", ["unknown-key 6:5-10"]),
    (A + "    risk: {option: send-trainers, when: not done, by: the editors}\n", []),
    (A + "    risk: {option: a}\n", ["unknown-target 6:20-21"]),
    (A + "    risk: {when: doing}\n", ["bad-value 6:18-23"]),
    (A + "    role: uniqness\n", ["bad-value 6:11-19"]),
    (A + "    weigh: yes\n", ["bad-value 6:12-15"]),
    (A + "    side: left\n", ["unknown-side 6:11-15"]),
    (A + "    weight: {value: 0.7, because: y}\n", []),
    (A + "    weight: {value: '0.7', because: y}\n", []),
    (A + "    weight: {value: 2, because: y}\n", ["bad-value 6:21-22"]),
    (A + "    weight: {value: high, because: y}\n", ["bad-value 6:21-25"]),
    (A + "    weight: {value: 0_1, because: y}\n", ["bad-value 6:21-24"]),
    (A + "    weight: {value: 1e0, because: y}\n", []),
    (A + "    weight: {value: nan, because: y}\n", ["bad-value 6:21-24"]),
    (A + "    weight: {value: 0,7, because: y}\n", ["bad-value 6:21-24"]),
    (A + "    weight: 0.7\n", ["wrong-type 6:13-16"]),
    (A + "    facets: {actor: NATO, bridge: So.}\n", []),
    (A + "    facets: {actr: NATO}\n", ["unknown-key 6:14-18"]),
    (A + "    facets: NATO\n", ["wrong-type 6:13-17"]),
    (A + "    evidence: [{source: article, card: They help., highlight: [They, help]}]\n", []),
    (A + "    evidence: [{source: article, highlight: They}]\n", ["wrong-type 6:45-49"]),
    (A + "    evidence: [{source: article, facets: {tim: now}}]\n", ["unknown-key 6:43-46"]),
    (A + "    card: They help.\n", ["unknown-key 6:5-21"]),
    (A + "    values: {promotes: [safety]}\n", ["unknown-value 6:25-31"]),
    (A + "    values: {promote: []}\n", ["unknown-key 6:14-21"]),
    (A + "    standard: scintila\n", ["bad-value 6:15-23"]),
    (A + "    rebutals: []\n", ["unknown-key 6:5-13"]),
    (A + "    turn: link\n", ["unknown-key 6:5-9"]),
    (A + "    id: b\n", ["unknown-key 6:5-7"]),
    (A + "    text: Again.\n", ["duplicate-key 6:5-9"]),
    (A + "    undercuts: send-trainers\n", ["support-undercuts 6:5-14"]),
    (A + "    supports: nothing\n", ["wrong-type 6:15-22"]),
    (A + "    supports:\n      - rebuttal: b\n        text: x\n", ["wrong-nesting 7:9-17"]),
    (A + "    rebuttals:\n      - support: b\n        text: x\n", ["wrong-nesting 7:9-16"]),
    (A + "    undercutters:\n      - claim: b\n        text: x\n", ["wrong-nesting 7:9-14"]),
    (A + "    rebuttals:\n      - rebuttal: b\n        of: send-trainers\n        text: x\n", ["two-targets 8:9-11"]),
    (A + "    rebuttals:\n      - {rebuttal: b, undercuts: a, text: x}\n", ["two-targets 7:23-32"]),
    (A + "    undercutters:\n      - {rebuttal: b, of: a, text: x}\n", ["two-targets 7:23-25"]),
    (A + "    rebuttals:\n      - {rebuttal: b, of: a, text: x}\n", []),
    (A + "    undercutters:\n      - {rebuttal: b, undercuts: a, text: x}\n", []),
    (A + "  - {rebuttal: b, of: a, undercuts: a, text: x}\n", ["two-targets 6:26-35"]),
    (A + "  - {rebuttal: b, undercuts: send-trainers, text: x}\n", ["undercuts-claim 6:19-28"]),
    (A + BARE, []),
    (A + BARE + "  - {rebuttal: b, of: bare, text: x}\n", ["answers-bare-step 7:19-21"]),
    (A + BARE + "  - {rebuttal: b, undercuts: bare, text: x}\n", []),
    (A + BARE + "  - {rebuttal: b, of: a, premises: [bare], text: x}\n", ["bare-step-as-statement 7:37-41"]),
    ("  - claim: a\n", ["missing-key 3:12-13"]),
    ("  - claim: a\n    text:\n", ["missing-key 4:5-10"]),
    ("  - claim: A b\n    text: x\n", ["bad-id 3:12-15"]),
    ("  - claim: a\n    of: send-trainers\n    text: x\n", ["claim-with-target 4:5-7"]),
    ("  - claim: a\n    text: [x]\n", ["wrong-type 4:11-14"]),
    ('  - claim: a\n    text: " "\n', ["empty-text 4:11-14"]),
    ("  - support: a\n    of: send-trainers\n", ["says-nothing 3:14-15"]),
    ("  - support: a\n    text: x\n", ["no-target 3:14-15"]),
    ("  - rebuttal: a\n    text: x\n", ["no-target 3:15-16"]),
    ("  - text: x\n    claim: a\n", ["type-not-first 4:5-10"]),
    ("  - text: x\n", ["missing-type 3:5-9"]),
    ("  - clam: a\n    text: x\n", ["missing-type 3:5-9"]),
    ("  - claim: a\n    support: b\n    text: x\n", ["two-types 4:5-12"]),
    ("  - just words\n", ["wrong-type 3:5-15"]),
    (A + "  - {claim: a, text: x}\n", ["duplicate-id 6:13-14"]),
    (A + "  - {claim: send-trainers, text: x}\n", ["duplicate-id 6:13-26"]),
    (A + "    ignore: [{rule: x, until: 2026-13-01}]\n", ["bad-date 6:31-41"]),
    (A + "    risk: {severity: terrible}\n", ["bad-value 6:22-30"]),
    ("  - claim: a\n    text: *x\n", ["yaml-alias 4:11-13"]),
    ("  - claim: &x a\n    text: y\n", ["yaml-anchor 3:12-16"]),
    ("  - claim: a\n    text: !!str y\n", ["yaml-tag 4:11-18"]),
    ("  - claim: a\n    text: !<tag:x> y\n", ["yaml-tag 4:11-21"]),
    ("  - !x\n    claim: a\n    text: y\n", ["yaml-tag 3:5-7"]),
    ('  - claim: a\n    text: "\\0"\n', ["control-character 4:11-15"]),
    ("  - claim: a\n    text: x\x00y\n", ["control-character 4:12-13"]),
    ("  - claim: a\n    text: x: y\n", ["yaml-syntax 4:11-15"]),
    (A + "     weigh: true  # x: y\n", ["yaml-syntax 6:6-11"]),
    ("  - support: a\n     of: send-trainers  # x: y\n    text: x\n", ["yaml-syntax 4:6-8"]),
    (A + "      namely: x: y\n", ["yaml-syntax 5:11-19"]),
    ("  - claim: a\n\ttext: x\n", ["tab-indentation 4:1-2"]),
    ('  - claim: a\n    text: "x\n', ["yaml-syntax 4:11-13"]),
]


@pytest.mark.parametrize(("arguments", "faults"), ARGUMENTS)
def test_place_of_each_fault(arguments, faults):
    assert said(load(arguments)) == faults


@pytest.mark.parametrize(("arguments", "faults"), ARGUMENTS)
def test_line_endings_and_byte_order_mark_move_no_fault(arguments, faults):
    text = f"\ufeffposition: p\narguments:\n{arguments}".replace("\n", "\r\n")
    assert said(load(position=text.encode())) == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (DEBATE.replace("title", "titel"), ["unknown-key 2:1-6"]),
        (DEBATE.replace("example", "1.1"), ["bad-id 1:9-12"]),
        (DEBATE + "sides: {pro: For}\n", ["bad-value 6:8-18"]),
        (DEBATE + "audiences:\n" + "".join(f"  x{n}: []\n" for n in range(51)), ["bad-value 7:3-5"]),
        (DEBATE + "as_of: 31.07.2026\n", ["bad-date 6:8-18"]),
        (DEBATE + "terms: [x]\n", ["wrong-type 6:8-11"]),
        (DEBATE + "terms: {x: }\n", ["wrong-type 6:12-12"]),
        (DEBATE + "values: {a: A}\naudiences: {b: [a, c]}\n", ["unknown-value 7:20-21"]),
        (DEBATE + "values: {a: A, c: C}\naudiences: {b: [a, c, a]}\n", ["value-named-twice 7:23-24"]),
        (DEBATE + "    short: one two three four\n    status_quo: reform\n", []),
        (DEBATE + "    short: one two three four five\n", ["bad-value 6:12-35"]),
        (DEBATE + "    status_quo: yes\n", ["bad-value 6:17-20"]),
        (DEBATE + "    excludes: [send-trainers]\n", ["self-reference 6:16-29"]),
        (DEBATE + "    excludes: [wait]\n  - {claim: wait, text: Wait.}\n", []),
        (DEBATE + "    excludes: [wait, wait]\n  - {claim: wait, text: Wait.}\n", ["named-twice 6:22-26"]),
        (DEBATE + "    excludes: [weit]\n  - {claim: wait, text: Wait.}\n", ["unknown-target 6:16-20"]),
        (DEBATE + "    answer: {stand: Yes.}\n", ["unknown-key 6:14-19"]),
        (DEBATE + "    confidence: {level: sure, because: So.}\n", ["bad-value 6:25-29"]),
        (DEBATE + "    criterion: cost\ncriteria: [{id: cost, name: Cost}]\n", []),
        (DEBATE + "criteria: [{id: cost, name: Cost}, {id: cost, name: Price}]\n", ["duplicate-criterion 6:41-45"]),
        (DEBATE + "criteria: [{id: cost}]\n", ["missing-key 6:17-21"]),
        (DEBATE + "values: {A B: x}\n", ["bad-id 6:10-13"]),
        (DEBATE + "values: {a: A}\naudiences: {B b: [a]}\n", ["bad-id 7:13-16"]),
        (DEBATE + "sides: {Pro: Yes, con: No}\n", ["bad-id 6:9-12"]),
        (DEBATE + 'terms: {"": Nothing}\n', ["empty-text 6:9-11"]),
        (DEBATE + "values: {a: [A]}\naudiences: {b: [a]}\n", ["wrong-type 6:13-16"]),
        (DEBATE + "    supports: []\n", ["wrong-nesting 6:5-13"]),
        (DEBATE.replace("claim", "support"), ["wrong-nesting 4:5-12"]),
        ("debate: a\ntitle: b\nresolutions: []\n", ["missing-key 3:14-16"]),
        ("debate: a\ntitle: b\n", ["missing-key 1:9-10"]),
        ("debate: a\n", ["missing-key 1:9-10", "missing-key 1:9-10"]),
        ("- debate\n", ["wrong-type 1:1-9"]),
        ("", ["empty-file 1:1-1"]),
        ("# nothing\n---\n", ["empty-file 1:1-1"]),
        (b"\xff\xfed\x00", ["not-utf8 1:1-2"]),
        (b"debate: caf\xe9", ["bad-id 1:9-13", "missing-key 1:9-13", "missing-key 1:9-13", "not-utf8 1:12-13"]),
    ],
)
def test_place_in_debate(text, faults):
    assert said(load(debate=text))[: len(faults)] == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[]", []),
        ("- id: article\n", []),
        ("references: []\n", []),
        ("references:\n", ["wrong-type 1:1-12"]),
        ("sources: []\n", ["unknown-key 1:1-8"]),
        ("refrences: []\n", ["unknown-key 1:1-10"]),
        ("references:\n  - article\n", ["wrong-type 2:5-12"]),
        ("references:\n  - title: x\n", ["missing-key 2:12-13"]),
        ("references:\n  - id: a b\n", ["bad-id 2:9-12"]),
        ("references:\n  - id: a\n    issued: {date-parts: [[2026, 2, 30]]}\n", ["bad-date 3:27-40"]),
        ("references:\n  - id: a\n    issued: {date-parts: [[x]]}\n", ["bad-date 3:28-29"]),
        ("references:\n  - id: a\n    issued: soon\n", ["bad-date 3:13-17"]),
        ("references:\n  - id: a\n    author: Doe\n", ["wrong-type 3:13-16"]),
        ("references:\n  - id: a\n    author: [{}]\n", ["bad-value 3:14-16"]),
        ("references:\n  - id: a\n    publisher-place: Kyiv\n", []),
        ("references:\n  - id: a\n    custom: {reliability: H}\n", ["bad-value 3:27-28"]),
        ("references:\n  - id: a\n    container_title: x\n", ["unknown-key 3:5-20"]),
        ("references:\n  - id: a\n  - id: a\n", ["duplicate-source 3:9-10"]),
    ],
)
def test_place_in_sources(text, faults):
    assert said(load(sources=text)) == faults


def test_byte_of_a_broken_encoding_is_named():
    found = load(debate=b"debate: a\ntitle: \xe9\n").diagnostics
    assert "byte 17 (0xe9)" in next(d.message for d in found if d.rule == "not-utf8")


def test_near_ids_and_keys_are_suggested():
    helps = [
        d.help
        for d in load(
            "  - support: a\n    of: send-trainer\n    text: x\n    contradcts: []\n    evidence: [{source: artikle}]\n"
        ).diagnostics
    ]
    assert helps == [
        "Did you mean `send-trainers` (debate.yaml:4)?",
        "Did you mean `contradicts`?",
        "Did you mean `article`?",
    ]


def test_duplicate_id_across_files_points_at_the_first():
    loaded = load("  - {claim: send-trainers, text: x}\n")
    (found,) = loaded.diagnostics
    (note,) = found.notes
    assert (note.span.file, note.span.line, note.span.column) == ("debate.yaml", 4, 12)
