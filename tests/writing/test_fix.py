"""`argmap check --fix`: what is beyond doubt is mended, all else stays; no fix brings an error."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Mapping, Sequence

import pytest

from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.force import Force, force
from argmap.loader import Loaded, read
from argmap.model import Rebuttal
from argmap.model.diagnostics import Diagnostic, Edit, Severity, Span
from argmap.rules import BY_NAME
from argmap.rules.runner import run
from argmap.writing.fix import fix
from tests.rules.examples import expand, reported

TODAY = datetime.date(2026, 7, 31)
FILE = "positions/p.yaml"
HEADER = "debate: d\ntitle: T\nresolutions:\n  - claim: act\n    text: We should act.\n"


def diagnose(files: Mapping[str, str | bytes]) -> tuple[Loaded, Sequence[Diagnostic]]:
    loaded = read(files)
    found = run(evaluate(loaded.debate), loaded.source_map, today=TODAY) if loaded.debate else ()
    return loaded, (*loaded.diagnostics, *found)


def fixed(position: str, header: str = HEADER) -> tuple[str, str, int]:
    """The texts of debate.yaml and the position after the fix, and the number of findings mended."""
    files: dict[str, str | bytes] = {"debate.yaml": header, FILE: position}
    done = fix(files, diagnose)
    texts = [done.files[name].decode() if name in done.files else str(files[name]) for name in files]
    return texts[0], texts[1], done.count


HEAD = "position: p\narguments:\n  - support: a\n    of: act\n    text: A is so.\n"
CASES = {
    "a suppression that covers nothing, on lines": (
        HEAD + "    undeveloped: true\n    ignore:\n      - rule: compound-claim\n        reason: x\n    weigh: true\n",
        HEAD + "    undeveloped: true\n    weigh: true\n",
    ),
    "one of several, on lines": (
        HEAD + "    ignore:\n      - rule: compound-claim\n        reason: x\n"
        "      - rule: claim-no-evidence\n        reason: y\n",
        HEAD + "    ignore:\n      - rule: claim-no-evidence\n        reason: y\n",
    ),
    "one of several, in brackets": (
        HEAD + "    ignore: [{rule: compound-claim, reason: x}, {rule: claim-no-evidence, reason: y}]\n",
        HEAD + "    ignore: [{rule: claim-no-evidence, reason: y}]\n",
    ),
    "the last of several, in brackets": (
        HEAD + "    ignore: [{rule: claim-no-evidence, reason: y}, {rule: compound-claim, reason: x}]  # why\n",
        HEAD + "    ignore: [{rule: claim-no-evidence, reason: y}]  # why\n",
    ),
    "a suppression whose rule is spelled otherwise": (
        HEAD + "    ignore: [{rule: Claim_No_Evidence, reason: y}]\n",
        HEAD + "    ignore: [{rule: claim-no-evidence, reason: y}]\n",
    ),
    "a synonym of a likelihood": (
        HEAD + "    risk: {likelihood: highly probable}\n",
        HEAD + "    risk: {likelihood: very likely}\n",
    ),
    "a key in capitals, whose value then shows to be misspelled": (
        HEAD + "    Weigh: yes\n    Role: Internal Link\n",
        HEAD + "    weigh: true\n    role: internal-link\n",
    ),
    "hyphen for underscore": ("position: p\nKind: Case\narguments: []\n", "position: p\nkind: case\narguments: []\n"),
}


@pytest.mark.parametrize(("given", "wanted"), CASES.values(), ids=CASES.keys())
def test_what_is_mended(given: str, wanted: str) -> None:
    _, text, count = fixed(given)
    assert text == wanted and count > 0
    assert fixed(text)[2] == 0, "nothing is left to mend"


LEFT = {
    "a percentage says more than a word": HEAD + "    risk: {likelihood: 10-15 %}\n",
    "a likelihood that is no synonym": HEAD + "    risk: {likelihood: a real risk}\n",
    "a comment stands at it": HEAD + "    ignore:\n      - rule: compound-claim  # look again\n        reason: x\n",
    "a comment stands above it": HEAD + "    ignore:\n      # again\n      - rule: compound-claim\n        reason: x\n",
    "a comment stands at it in brackets": (
        HEAD + "    ignore: [{rule: compound-claim, reason: x},   # of the first\n"
        "      {rule: claim-no-evidence, reason: y}]\n"
    ),
    "a suppression that is over may be meant to be renewed": (
        HEAD + "    ignore: [{rule: claim-no-evidence, reason: y, until: 2020}]\n"
    ),
    "a key that is there already": HEAD + "    weigh: true\n    Weigh: true\n",
    "an unknown id": HEAD.replace("of: act", "of: akt"),
}


@pytest.mark.parametrize("given", LEFT.values(), ids=LEFT.keys())
def test_what_is_left_to_people(given: str) -> None:
    assert fixed(given)[1:] == (given, 0)


A = ("statements", "a")
WHY = {
    "a comment stands there": (LEFT["a comment stands at it"], None),
    "mending it would bring an error": (HEAD, Edit((*A, "of"), value="nobody")),
    "what it needs cannot be put there by a program": (HEAD, Edit(("statements", "nobody", "text"), value="x")),
    "it is about what was mended just now": (HEAD + "    Weigh: yes\n", Edit((*A, "weigh"))),
    "the errors have to be mended first": (HEAD + "    zork: z\n", Edit((*A, "text"), value="B is so.")),
    "one finding at a time can be mended there: run it again": (HEAD, Edit((*A, "text"), value="A is so.")),
}


@pytest.mark.parametrize(("given", "edit"), WHY.values(), ids=WHY.keys())
def test_each_reason_for_leaving_a_finding(given: str, edit: Edit | None, request: pytest.FixtureRequest) -> None:
    """A rule that always finds the same shows why a mend is not made, or is not the end of it."""

    def with_rule(files: Mapping[str, str | bytes]) -> tuple[Loaded, Sequence[Diagnostic]]:
        loaded, found = diagnose(files)
        if edit is not None:
            made = Diagnostic("made-up", Severity.WARNING, Span(FILE), "m", "Write it.", at=A, fix=(edit,))
            found = (*loaded.diagnostics, made)
        return loaded, found

    done = fix({"debate.yaml": HEADER, FILE: given}, with_rule)
    assert done.left == (request.node.callspec.id,)


@pytest.mark.parametrize("below", ["  []\n", "  - {support: b, of: plan, text: B.}\n"])
def test_an_id_that_was_unknown_before_stops_no_fix(below: str) -> None:
    """Everybody's first try is the motion for its id, and `of: plan` below: that is told once the first is mended."""
    header, position, count = fixed(
        f"position: p\narguments:\n{below}", f"{HEADER[:32]}  - claim: We should act now.\n"
    )
    assert header == f"{HEADER[:32]}  - claim: we-should-act-now\n    text: We should act now.\n"
    assert (position, count) == (f"position: p\narguments:\n{below}", 1)


def test_rules_are_heard_only_once_the_files_are_right() -> None:
    """The rebuttal that the suppression covers is lost by an error, so that it only seems to cover nothing."""
    text = HEAD + "    ignore: [{rule: double-edged, reason: x}]\n"
    header = HEADER + "unknown: key\n"
    assert fixed(text, header)[1] == text
    assert "ignore" not in fixed(text)[1]


ENTRIES = [
    "[{rule: double-edged, reason: x, until: ¤}]",
    "\n      - rule: double-edged\n        reason: x\n        until: ¤",
]


@pytest.mark.parametrize("entry", ENTRIES)
def test_what_was_mended_is_not_taken_away_at_once(entry: str) -> None:
    """Once its date is right the suppression covers nothing; nobody has seen that yet."""
    text = f"{HEAD}    ignore: {entry}\n"
    once = fixed(text.replace("¤", "5 Jan 2099"))[1]
    assert once == text.replace("¤", "2099-01-05")
    assert "ignore" not in fixed(once)[1]


def test_a_date_with_the_year_first_is_written_in_full() -> None:
    assert "as_of: 2026-02-03\n" in fixed(HEAD, HEADER + "as_of: 2026-2-3\n")[0]
    assert "as_of: 3.2.2026\n" in fixed(HEAD, HEADER + "as_of: 3.2.2026\n")[0], "it may be the third of February or not"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        # a fault behind one of syntax was there before
        ("  - {claim: a, text: It is: so, rolle: red}\n", '  - {claim: a, text: "It is: so", rolle: red}\n'),
        # a word that is like no key may belong to the text: that is for the author to say
        ("  - {claim: a, text: It is: so, colour: red}\n", "  - {claim: a, text: It is: so, colour: red}\n"),
        # a line that comes moves the faults below it
        (
            "  - claim: It is so.\n  - {claim: b, text: B., colour: red}\n",
            "  - claim: it-is-so\n    text: It is so.\n  - {claim: b, text: B., colour: red}\n",
        ),
        ("  -claim: a\n    text:A.\n", "  - claim: a\n    text: A.\n"),
        ("  -claim: a\n    text: It is: so.\n", '  - claim: a\n    text: "It is: so."\n'),
        ("  - claim a\n    text: It is: so.\n", '  - claim: a\n    text: "It is: so."\n'),
        ("\t- claim: a\n\t  text: A.\n\t  text2: B\n", "    - claim: a\n      text: A.\n      text2: B\n"),
    ],
)
def test_what_is_mended_where_other_faults_are_near(given: str, wanted: str) -> None:
    assert fixed(f"position: p\narguments:\n{given}")[1] == f"position: p\narguments:\n{wanted}"


def test_byte_order_mark_and_line_ends_stay() -> None:
    text = b"\xef\xbb\xbf" + (HEAD + "    weigh: yes # why\n").replace("\n", "\r\n").encode()
    done = fix({"debate.yaml": HEADER, FILE: text}, diagnose)
    assert done.files[FILE] == text.replace(b"yes", b"true")


@pytest.mark.parametrize("garbled", [b"\xfc", b"\xe2\x80\xae", b"\x07", b"\x00"])
def test_a_file_that_cannot_be_read_whole_is_left_as_it_is(garbled: bytes) -> None:
    """What is read in place of such a character is never written in its place."""
    text = HEAD.encode().replace(b"A is", b"A" + garbled + b" is") + b"    Weigh: yes\n"
    done = fix({"debate.yaml": HEADER, FILE: text}, diagnose)
    assert (done.files, done.count, set(done.left)) == ({}, 0, {"its file has characters that cannot be read"})


@pytest.mark.parametrize("name", BY_NAME)
def test_a_rule_mends_only_what_its_page_promises(name: str) -> None:
    """Where an example is mended, the page says `Fix:`, the finding is gone and no other has come."""
    for example in reported(name):
        files = dict(expand(example).files)
        before = {(d.rule, d.message) for d in diagnose(files)[1]}
        promised = "\nFix: " in (BY_NAME[name].__doc__ or "")
        done = fix(files, diagnose)
        assert promised or done.count == 0
        after = {(d.rule, d.message) for d in diagnose(files | done.files)[1]}
        assert after <= before


USES = "  - {rebuttal: uses, of: plan, premises: [c]}\n"
PARTS = {
    "nested below a claim": (
        "  - claim: c\n    text: C.\n    supports:   # its parts\n      # first\n      - support: u   # so far\n"
        "        role: uniqueness\n        text: |\n          None\n            now.\n\n      # second\n"
        "      - {support: l, role: link,\n         text: Provokes.}\n    # end\n" + USES,
        "  - claim: c\n    text: C.\n    supports:   # its parts\n      # first\n      - support: p-case\n"
        "        premises:\n          - claim: u   # so far\n            role: uniqueness\n            text: |\n"
        "              None\n                now.\n\n          # second\n"
        "          - {claim: l, role: link,\n             text: Provokes.}\n    # end\n" + USES,
    ),
    "nested below a claim, in brackets": (
        "  - {claim: c, text: C., supports: [{support: u, role: uniqueness, text: U.},   # so far\n"
        "      {support: l, role: link, text: L.}]}\n" + USES,
        "  - {claim: c, text: C., supports: [{support: p-case, premises: [{claim: u, role: uniqueness, text: U.},   "
        "# so far\n      {claim: l, role: link, text: L.}]}]}\n" + USES,
    ),
    "nested, with comments": (
        "  - rebuttal: da\n    of: plan\n    text: Terror.\n    supports:   # its parts\n      # first\n"
        "      - support: u\n        role: uniqueness\n        text: None now.   # so far\n"
        "      - {support: l, role: link, text: Provokes.}\n",
        "  - rebuttal: da\n    of: plan\n    text: Terror.\n    premises:   # its parts\n      # first\n"
        "      - claim: u\n        role: uniqueness\n        text: None now.   # so far\n"
        "      - {claim: l, role: link, text: Provokes.}\n",
    ),
    "by themselves": (
        "  - rebuttal: da # x\n    of: plan\n    text: >-\n      A long text\n      goes on.\n"
        "  - support: u # y\n    of: da\n    role: uniqueness\n    text: None now.\n"
        "  - {support: l, of: da, role: link, text: Provokes.}\n",
        "  - rebuttal: da # x\n    premises: [u, l]\n    of: plan\n    text: >-\n      A long text\n      goes on.\n"
        "  - claim: u # y\n    role: uniqueness\n    text: None now.\n"
        "  - {claim: l, role: link, text: Provokes.}\n",
    ),
    "in braces": (
        "  - {rebuttal: da, of: plan, text: T., supports: [{support: u, role: uniqueness, text: U.}, "
        "{support: l, role: link, text: L.}]}\n",
        "  - {rebuttal: da, of: plan, text: T., premises: [{claim: u, role: uniqueness, text: U.}, "
        "{claim: l, role: link, text: L.}]}\n",
    ),
    "some nested, some by themselves, with comments": (
        "  - rebuttal: da\n    of: plan\n    text: Terror.\n    supports:   # its parts\n"
        "      - support: u   # so far\n        role: uniqueness\n        text: None now.\n"
        "  # the link\n  - support: l\n    of: da  # see above\n    role: link\n    text: Provokes.\n"
        "  - support: k\n    # what it is for\n    of: da\n    # a part\n    role: internal-link\n    text: K.\n",
        "  - rebuttal: da\n    of: plan\n    text: Terror.\n    premises:   # its parts\n"
        "      - claim: u   # so far\n        role: uniqueness\n        text: None now.\n"
        "      - l\n      - k\n"
        "  # the link\n  - claim: l\n    # see above\n    role: link\n    text: Provokes.\n"
        "  - claim: k\n    # what it is for\n    # a part\n    role: internal-link\n    text: K.\n",
    ),
    "some nested, some by themselves, in brackets": (
        "  - {rebuttal: da, of: plan, text: T., supports: [{support: u, role: uniqueness, text: U.}]}\n"
        "  - {support: l, of: da,   # see above\n     role: link, text: L.}\n"
        "  - {support: k, role: internal-link, text: K.,\n     # the last\n     of: da}\n",
        "  - {rebuttal: da, of: plan, text: T., premises: [{claim: u, role: uniqueness, text: U.}, l, k]}\n"
        "  - {claim: l,    # see above\n     role: link, text: L.}\n"
        "  - {claim: k, role: internal-link, text: K.,\n     # the last\n     }\n",
    ),
    "some nested below a claim, some by themselves": (
        "  - claim: c\n    text: C.\n    supports:\n      - support: u\n        role: uniqueness\n        text: U.\n"
        "    # end\n  - {support: l, of: c, role: link, text: L.}\n" + USES,
        "  - claim: c\n    text: C.\n    supports:\n      - support: p-case\n        premises:\n"
        "          - claim: u\n            role: uniqueness\n            text: U.\n          - l\n"
        "    # end\n  - {claim: l, role: link, text: L.}\n" + USES,
    ),
    "some nested below a claim, some by themselves, in brackets": (
        "  - {claim: c, text: C., supports: [{support: u, role: uniqueness, text: U.}]}\n"
        "  - {support: l, of: c, role: link, text: L.}\n" + USES,
        "  - {claim: c, text: C., supports: [{support: p-case, premises: [{claim: u, role: uniqueness, text: U.}, "
        "l]}]}\n  - {claim: l, role: link, text: L.}\n" + USES,
    ),
    "rebuttals of a resolution": (
        "  - rebuttal: u # x\n    of: plan   # which we refuse\n    role: uniqueness\n    text: U.\n"
        "  - {rebuttal: l, of: plan, role: link, text: L.}\n",
        "  - claim: u # x\n    # which we refuse\n    role: uniqueness\n    text: U.\n"
        "  - {claim: l, role: link, text: L.}\n  - {rebuttal: p-disadvantage, of: plan, premises: [u, l]}\n",
    ),
    "rebuttals nested below a claim": (
        "  - claim: c\n    text: C.\n    rebuttals:\n      - {rebuttal: u, role: uniqueness, text: U.}\n"
        "      - {rebuttal: l, role: link, text: L.}\n" + USES,
        "  - claim: c\n    text: C.\n    rebuttals:\n      - rebuttal: p-disadvantage\n        premises:\n"
        "          - {claim: u, role: uniqueness, text: U.}\n          - {claim: l, role: link, text: L.}\n" + USES,
    ),
    "of a resolution": (
        "  - support: h # x\n    of: plan\n    role: harms\n    text: H.\n"
        "  - {support: s, of: plan, role: solvency, text: S.}\n",
        "  - claim: h # x\n    role: harms\n    text: H.\n"
        "  - {claim: s, role: solvency, text: S.}\n  - {support: p-case, of: plan, premises: [h, s]}\n",
    ),
    "of a resolution that has another support": (
        "  - {support: h, of: plan, role: harms, text: H.}\n  - {support: k, of: plan, text: K.}\n"
        "  - {support: s, of: plan, role: solvency, text: S.}\n",
        "  - {claim: h, role: harms, text: H.}\n  - {support: k, of: plan, text: K.}\n"
        "  - {claim: s, role: solvency, text: S.}\n  - {support: p-case, of: plan, premises: [h, s]}\n",
    ),
}
NOT_MENDED = {
    "a part whose step is needed elsewhere": "  - rebuttal: da\n    of: plan\n    text: T.\n    supports:\n"
    "      - {support: u, role: uniqueness, text: U.}\n      - {support: l, role: link, text: L.}\n"
    "  - {rebuttal: x, of: plan, premises: [{step: u}], text: X.}\n",
    "a part that is outweighed": "  - rebuttal: da\n    of: plan\n    weigh: true\n    text: T.\n    supports:\n"
    "      - {support: u, role: uniqueness, text: U.}\n      - {support: l, role: link, text: L.}\n"
    "    rebuttals: [{rebuttal: x, text: X., outweighs: [{over: u, because: B.}]}]\n",
    "an undercutter": "  - rebuttal: da\n    of: plan\n    text: T.\n    supports:\n"
    "      - {support: u, role: uniqueness, text: U., undercutters: [{rebuttal: x, text: X.}]}\n"
    "      - {support: l, role: link, text: L.}\n",
    "an undercutter of a part of a resolution": "  - {support: h, of: plan, role: harms, text: H., undercutters: "
    "[{rebuttal: x, text: X.}]}\n  - {support: s, of: plan, role: solvency, text: S.}\n",
    "an id that is taken": "  - {support: h, of: plan, role: harms, text: H.}\n"
    "  - {support: s, of: plan, role: solvency, text: S.}\n  - {support: p-case, of: plan, text: K.}\n",
    "a way of arguing": "  - rebuttal: da\n    of: plan\n    text: T.\n    supports:\n"
    "      - {support: u, role: uniqueness, scheme: sign, text: U.}\n      - {support: l, role: link, text: L.}\n",
    "two links": "  - rebuttal: da\n    of: plan\n    text: T.\n    supports:\n"
    "      - {support: u, role: uniqueness, text: U.}\n      - {support: l, role: link, text: L.}\n"
    "      - {support: k, role: link, text: K.}\n",
    "another support": "  - rebuttal: da\n    of: plan\n    text: T.\n    supports:\n"
    "      - {support: u, role: uniqueness, text: U.}\n      - {support: l, role: link, text: L.}\n"
    "      - {support: k, text: K.}\n",
}
DEBATE = "debate: d\ntitle: D\nresolutions: [{claim: plan, text: Do it.}]\n"
SHELL = "position: p\nkind: disadvantage\narguments:\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("case", PARTS)
def test_parts_become_premises_however_they_are_written(case: str, end: str) -> None:
    before, after = PARTS[case]
    files = {"debate.yaml": DEBATE, FILE: (SHELL + before).replace("\n", end).encode()}
    done = fix(files, diagnose)
    assert done.files[FILE].decode() == (SHELL + after).replace("\n", end)
    assert not fix({**files, **done.files}, diagnose).files


@pytest.mark.parametrize("case", NOT_MENDED)
def test_parts_are_left_where_something_would_get_lost(case: str) -> None:
    assert not fix({"debate.yaml": DEBATE, FILE: SHELL + NOT_MENDED[case]}, diagnose).files


@pytest.mark.parametrize("case", NOT_MENDED)
def test_and_the_finding_says_what(case: str) -> None:
    found = diagnose({"debate.yaml": DEBATE, FILE: SHELL + NOT_MENDED[case]})[1]
    (told,) = [each for each in found if each.rule == "parts-as-alternatives"]
    assert "--fix leaves this to you: " in (told.help or "")


def test_uniqueness_that_is_dropped_takes_the_mended_disadvantage_with_it() -> None:
    text = f"{SHELL}{PARTS['nested, with comments'][0]}  - {{rebuttal: n, of: u, text: It is there today.}}\n"
    files: dict[str, str | bytes] = {"debate.yaml": DEBATE, FILE: text}
    for each, expected in ((files, Force.COUNTS), ({**files, **fix(files, diagnose).files}, Force.ANSWERED)):
        debate = read(each).debate
        assert debate and force(evaluate(debate), "da") is expected


LINK = (
    "arguments:\n  - {rebuttal: i, of: plan, text: I., premises: [u, l]}\n  - {claim: u, role: uniqueness, text: U.}\n"
)
OFFENCE = {
    "in brackets": (
        "arguments: [{rebuttal: i, of: plan, text: I., premises: [{claim: u, role: uniqueness, text: U.}, "
        "{claim: m, role: impact, text: M., rebuttals: [{rebuttal: t, turn: impact, text: T.}]}]}]\n",
        "arguments: [{rebuttal: i, of: plan, text: I., premises: [{claim: u, role: uniqueness, text: U.}, "
        "{claim: m, role: impact, text: M., rebuttals: [{rebuttal: t, turn: impact, text: T.}]}]}, "
        "{support: t-for-pro, of: plan, premises: [t, u]}]\n",
    ),
    "on lines": (
        LINK + "  - {rebuttal: n, of: u, text: N.}\n  - {claim: l, role: link, text: L.}\n"
        "  - rebuttal: t   # theirs\n    of: l\n    turn: link\n    text: T.\n",
        LINK + "  - {rebuttal: n, of: u, text: N.}\n  - {claim: l, role: link, text: L.}\n"
        "  - rebuttal: t   # theirs\n    of: l\n    turn: link\n    text: T.\n"
        "  - {support: t-for-pro, of: plan, premises: [t, n]}\n",
    ),
    "not before the uniqueness is answered": (
        LINK + "  - {claim: l, role: link, text: L.}\n  - {rebuttal: t, of: l, turn: link, text: T.}\n",
        None,
    ),
}


@pytest.mark.parametrize("case", OFFENCE)
def test_a_turn_gets_the_step_that_makes_it_count(case: str) -> None:
    head, (before, after) = "position: p\nkind: disadvantage\n", OFFENCE[case]
    done = fix({"debate.yaml": DEBATE, FILE: head + before}, diagnose)
    assert (done.files[FILE].decode() if done.files else None) == (after and head + after)


class Spelling:
    """A disadvantage whose parts stand below it or by themselves, on lines or in brackets, with comments anywhere."""

    def __init__(self, seed: int) -> None:
        self.choose, self.comments, self.whole = random.Random(seed), 0, SHELL
        parts = self.choose.sample(["uniqueness", "link", "internal-link", "impact"], self.choose.randint(2, 4))
        nested = [role for role in parts if self.choose.random() < 0.5]
        flat = [self.part(role, "of: da") for role in parts if role not in nested]
        before = self.choose.randint(0, len(flat))
        below = [f"    supports:{self.comment()}", *(self.part(role, "", 6) for role in nested)] if nested else []
        head = ["  - rebuttal: da", "    of: plan", "    text: Terror.", *below]
        self.whole += "\n".join([*flat[:before], *head, *flat[before:], ""])
        self.parts = set(parts)

    def part(self, role: str, of: str, indent: int = 2) -> str:
        pad, keys = " " * indent, [f"role: {role}", "text: It is so."] + [of] * bool(of)
        self.choose.shuffle(keys)
        if self.choose.random() < 0.5:
            return "\n".join(
                [f"{pad}- support: {role}{self.comment()}", *(f"{pad}  {k}{self.comment()}" for k in keys)]
            )
        between = (f",{self.comment()}\n{pad}   {key}" for key in keys)
        return f"{pad}- {{support: {role}{''.join(between)}}}{self.comment()}"

    def comment(self) -> str:
        self.comments += 1
        return self.choose.choice(["", f"   # {self.comments}"])


@pytest.mark.parametrize("seed", range(40))
def test_parts_are_mended_in_every_spelling_and_no_comment_is_lost(seed: int) -> None:
    spelled = Spelling(seed)
    files: dict[str, str | bytes] = {"debate.yaml": DEBATE, FILE: spelled.whole}
    mended = fix(files, diagnose).files[FILE].decode()
    debate = read({**files, FILE: mended}).debate
    assert debate and isinstance(da := debate.statements["da"], Rebuttal)
    assert set(da.premise_ids) == spelled.parts
    assert sorted(re.findall("# .*", mended)) == sorted(re.findall("# .*", spelled.whole))
