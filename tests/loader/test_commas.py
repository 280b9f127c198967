"""A comma inside { } begins the next key: a text that it cuts is told, once, and `--fix` puts the whole in quotes."""

from __future__ import annotations

import pytest

from argmap.loader import Loaded, read
from argmap.model.diagnostics import Diagnostic
from argmap.writing.fix import fix
from argmap.writing.format import formatted
from tests.loader.debates import DEBATE, EMPTY, SOURCES, load

HEAD = "position: p\narguments:\n"
FILES = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": EMPTY}


def cut(start: str, text: str, written: str, end: str = "}\n") -> tuple[str, str, str]:
    """A line before and after, and what the advice shows."""
    key = start.split()[-1].lstrip("{[")
    return f"{start}{text}{end}", f"{start}{written}{end}", f"{key} {written}"


PLAN = "  - {claim: plan, text: "
ANSWER = "  - {rebuttal: b, of: send-trainers, text: "
EVIDENCE = "  - {claim: a, text: A., evidence: [{source: article, says: "
STATEMENTS = {
    "one comma": cut(ANSWER, "Yes, but it costs a lot.", '"Yes, but it costs a lot."'),
    "several": cut(PLAN, "The plan, as amended, should be done.", '"The plan, as amended, should be done."'),
    "a key behind it": cut(PLAN, "Yes, but no", '"Yes, but no"', ", role: link}\n"),
    "one word": cut(PLAN, "Yes, perhaps", '"Yes, perhaps"'),
    "the spacing stays": cut(PLAN, "Yes,but  it ,  costs", '"Yes,but  it ,  costs"'),
    "quotes inside": cut(PLAN, 'He said, "no", and left.', '"He said, \\"no\\", and left."'),
    "a backslash": cut(PLAN, r"In C:\x, I think", r'"In C:\\x, I think"'),
    "words of YAML": cut(PLAN, "Yes, no, null, ~, true", '"Yes, no, null, ~, true"'),
    "one word twice": cut(PLAN, "Never, never, never", '"Never, never, never"'),
    "a colon in what follows": cut(PLAN, "Yes, it is this: nobody asked.", '"Yes, it is this: nobody asked."'),
    "a colon, and another comma": cut(PLAN, "Yes, but: no, and more", '"Yes, but: no, and more"'),
    "a comma, and then a colon": cut(PLAN, "Yes, and more, but: no", '"Yes, and more, but: no"'),
    "digits": cut(PLAN, "It has 40,000 people.", '"It has 40,000 people."'),
    "evidence": cut(EVIDENCE, "Yes, so it is", '"Yes, so it is"', "}]}\n"),
    "a place": cut("  - {claim: a, text: A., evidence: [{source: article, at: ", "p. 4, 5", '"p. 4, 5"', "}]}\n"),
    "risk": cut("  - {claim: a, text: A., risk: {mitigation: ", "Talks, early", '"Talks, early"', "}}\n"),
    "weight": cut("  - {claim: a, text: A., weight: {value: 0.5, because: ", "So, so.", '"So, so."', "}}\n"),
    "facets": cut("  - {claim: a, text: A., facets: {actor: ", "NATO, or some of it", '"NATO, or some of it"', "}}\n"),
    "ignore": cut("  - {claim: a, text: A., ignore: [{rule: x, reason: ", "So, so.", '"So, so."', "}]}\n"),
    "across lines": (PLAN + "The plan,\n      as amended, is good.}\n", PLAN + '"The plan, as amended, is good."}\n',
                     'text: "The plan, as amended, is good."'),
}  # fmt: skip
HEADERS = {
    "terms": cut("terms: {a: ", "one, or two", '"one, or two"', ", b: c}\n"),
    "sides": cut("sides: {pro: ", "For, yes", '"For, yes"', ", con: Against}\n"),
    "the last side": cut("sides: {pro: For, con: ", "Against, all", '"Against, all"'),
    "values": cut("values: {a: ", "Peace, and quiet", '"Peace, and quiet"'),
    "decision": cut("decision: {maker: ", "A, B and C", '"A, B and C"'),
    "recommendation": cut("recommendation: {option: send-trainers, because: ", "So, so.", '"So, so."'),
}
BIBLIOGRAPHY = {
    "title": cut("  - {id: a, title: ", "Trial, and error", '"Trial, and error"'),
    "name": cut("  - {id: a, author: [{literal: ", "Doe, Jane", '"Doe, Jane"', "}]}\n"),
    "custom": cut("  - {id: a, custom: {why: ", "So, so", '"So, so"', "}}\n"),
    "what argmap does not read": cut("  - {id: a, abstract: ", "So, so it is", '"So, so it is"'),
}
CASES = [
    *(("positions/p.yaml", HEAD, *case) for case in STATEMENTS.values()),
    *(("debate.yaml", DEBATE, *case) for case in HEADERS.values()),
    *(("sources.yaml", "references:\n", *case) for case in BIBLIOGRAPHY.values()),
]
IDS = [*STATEMENTS, *HEADERS, *BIBLIOGRAPHY]


def diagnose(files: dict[str, str | bytes]) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    loaded = read(files)
    return loaded, loaded.diagnostics


def fixed(file: str, text: str) -> str:
    done = fix({**FILES, file: text}, diagnose).files
    return done[file].decode() if file in done else text


@pytest.mark.parametrize(("file", "head", "given", "wanted", "shown"), CASES, ids=IDS)
def test_a_cut_text_is_one_finding_that_shows_it_in_quotes_and_its_fix_writes_it_so(
    file: str, head: str, given: str, wanted: str, shown: str
) -> None:
    (found,) = read({**FILES, file: head + given}).diagnostics
    assert found.rule == "text-cut-by-comma"
    assert "inside { } a comma begins the next key" in found.message
    assert f"`{shown}`" in (found.help or "")
    assert fixed(file, head + given) == head + wanted
    assert read({**FILES, file: head + wanted}).diagnostics == ()


@pytest.mark.parametrize(("file", "head", "given", "wanted", "shown"), CASES, ids=IDS)
def test_fmt_leaves_a_file_with_a_cut_text_alone(file: str, head: str, given: str, wanted: str, shown: str) -> None:
    result = formatted(file, head + given)
    assert result.text is None and [each.rule for each in result.faults] == ["text-cut-by-comma"]


NOT_SURE = {
    "a key of the format": (PLAN + "Yes, undeveloped}\n", "`undeveloped: …`"),
    "one misspelled": (PLAN + "Yes, weihg}\n", "`weigh: …`"),
    "one without its space": (PLAN + "Yes,role:link}\n", '`role: link`; or `text: "Yes,role:link"`'),
    "quotes that may be YAML's": (PLAN + '"Yes", but no}\n', '`text: "\\"Yes\\", but no"`'),
    "escapes in them": (PLAN + 'Yes, "a\\tb"}\n', '`text: "Yes, \\"a\\\\tb\\""`'),
}


@pytest.mark.parametrize(("given", "shown"), NOT_SURE.values(), ids=NOT_SURE)
def test_where_something_else_may_be_meant_the_advice_says_so_and_nothing_is_fixed(given: str, shown: str) -> None:
    found = next(each for each in load(given).diagnostics if each.rule in ("text-cut-by-comma", "yaml-key"))
    assert shown in (found.help or "")
    assert fixed("positions/p.yaml", HEAD + given) == HEAD + given


@pytest.mark.parametrize("line", ["terms: {a: one, two}\n", "sides: {pro: For, con}\n", "values: {a: one, two}\n"])
def test_one_word_may_be_a_name_whose_text_is_missing(line: str) -> None:
    (found,) = load(debate=DEBATE + line).diagnostics
    assert found.rule == "text-cut-by-comma" and "if that is meant as a key" in (found.help or "")
    assert fixed("debate.yaml", DEBATE + line) == DEBATE + line


OTHER = {
    "a list without brackets": (
        "  - {rebuttal: b, of: send-trainers, premises: a, b}\n",
        "`premises` must be a list",
        "Write `[a, b]`.",
    ),
    "two roles": ("  - {claim: a, role: link, impact, text: A.}\n", "`link, impact` is not a role", "Keep one: `link`"),
    "behind the name": ("  - {claim: a, but no, text: A.}\n", "`but no` has no colon", "Inside { } a comma begins"),
    "a decimal comma": (
        "  - {claim: a, text: A., weight: {value: 0,5, because: So.}}\n",
        "`0,5` is not a number from 0 to 1",
        "Write `0.5`",
    ),
    "no weight": (
        "  - {claim: a, text: A., weight: 0,5}\n",
        "`weight` must be a mapping",
        "Write `{value: 0.5, because: …}`.",
    ),
    "behind an id": (
        "  - {rebuttal: b, of: send-trainers, but no, text: B.}\n",
        "`but no` has no colon",
        "Inside { } a comma begins the next key: write `key: value`.",
    ),
    "behind a comment": (PLAN + "Yes,  # so\n      but no}\n", "`but no` has no colon", "Inside { } a comma begins"),
    "the first of all": ("  - {claim, text: A.}\n", "`claim` has no colon", "Inside { } a comma begins the next key"),
    "no space behind a colon": ("  - {claim:a, text: A.}\n", "`claim:a` has no space", "Write `claim: a`."),
    "one word with a value": (
        ANSWER + "Yes, but: no}\n",
        "a rebuttal has no key `but`",
        'Write `text: "Yes, but: no"`: inside { } a comma begins the next key.',
    ),
    "one misspelled key with a value": (
        ANSWER + "Yes, wiegh: true}\n", "a rebuttal has no key `wiegh`", "If it belongs to the text before it",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("given", "message", "help"), OTHER.values(), ids=OTHER)
def test_where_no_text_was_cut_one_finding_says_what_is_wrong(given: str, message: str, help: str) -> None:
    claims = "  - {claim: b1, text: B.}\n"
    (found,) = load(claims + given).diagnostics
    assert message in found.message and help in (found.help or "")


@pytest.mark.parametrize("line", ["parties: {Kyiv: A, B, Moscow: [C]}\n", "audiences: {hawks: a, b}\n"])
def test_names_without_brackets_are_told_to_be_a_list(line: str) -> None:
    name, given = line.split("{")[1].split(": ", 1)[0], "A, B" if "Kyiv" in line else "a, b"
    (found,) = load(debate=DEBATE + line).diagnostics
    assert (found.message, found.help) == (f"`{name}` must be a list", f"Write `[{given}]`.")


def test_a_decimal_comma_becomes_a_point() -> None:
    line = "  - {claim: a, text: A., weight: {value: 0,5, because: So.}}\n"
    assert fixed("positions/p.yaml", HEAD + line) == HEAD + line.replace("0,5", "0.5")


def test_empty_values_behind_a_colon_are_no_pieces() -> None:
    assert load("  - {claim: a, text: A., role: , evidence: }\n").diagnostics == ()
    assert load('  - {"claim":"a","text":"A, b.","role":,}\n').diagnostics == ()


def test_thousands_of_commas_take_no_longer_than_they_are_long() -> None:
    words = ", ".join(f"w{n} x" for n in range(20_000))
    (found,) = load(f"  - {{claim: a, text: {words}}}\n").diagnostics
    assert found.rule == "text-cut-by-comma" and words in (found.help or "")


HONEST = [
    "author: [{family: Plato}, {family: Aristotle}]",
    "author: [Jane Doe, John Roe]",
    "author: [WHO, UN, EU]",
    'author: ["Smith", "A"]',
    "author: [Smith and Sons, Harbour Council]",
]


@pytest.mark.parametrize("line", HONEST)
def test_lists_of_names_are_left_alone(line: str) -> None:
    assert load(sources=f"{SOURCES}    {line}\n").diagnostics == ()


APART = ["[It is, there]", "[words, two]", '["one", "two"]', "['one', two]", "[It is one]"]


@pytest.mark.parametrize("highlight", APART)
def test_passages_that_are_not_one_in_the_card_are_left_alone(highlight: str) -> None:
    evidence = f"[{{source: article, card: 'It is one, two words there.', highlight: {highlight}}}]"
    assert load(f"  - {{claim: a, text: A., evidence: {evidence}}}\n").diagnostics == ()
