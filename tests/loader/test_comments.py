"""` #` ends a text without quotes: a warning tells what it cuts, and `--fix` quotes what is no comment beyond doubt."""

from __future__ import annotations

import pytest

from argmap.loader import read
from argmap.model.diagnostics import Severity
from argmap.writing.format import formatted
from tests.loader.debates import DEBATE, EMPTY, SOURCES, load
from tests.loader.test_commas import FILES, fixed

HEAD = "position: p\narguments:\n  - rebuttal: b\n    of: send-trainers  # no text\n    "
CARD = HEAD + "text: B.\n    evidence:\n      - source: article\n        card: A\n"
TITLE = "position: p\narguments: []\n"
POSITION, DEBATES, BIBLIOGRAPHY = "positions/p.yaml", "debate.yaml", "sources.yaml"
MEANT = {
    # The file, its text, and the text that `--fix` makes of it.
    "a text": (
        POSITION,
        HEAD + "text: Pupils focus better, see argument #3 below.\n",
        HEAD + 'text: "Pupils focus better, see argument #3 below."\n',
    ),
    "with its spacing": (POSITION, HEAD + "text: See  #3,  #4\n", HEAD + 'text: "See  #3,  #4"\n'),
    "quotes in it": (POSITION, HEAD + 'text: The "best" is #1 "x\n', HEAD + 'text: "The \\"best\\" is #1 \\"x"\n'),
    "behind a tab": (POSITION, HEAD + "text: See\t#3\n", HEAD + 'text: "See\\t#3"\n'),
    "on its last line": (
        POSITION,
        HEAD + "text: See\n      argument #3\n    role: link\n",
        HEAD + 'text: "See argument #3"\n    role: link\n',
    ),
    "at the beginning of a line": (
        POSITION, HEAD + "text: See argument\n      #3 below\n", HEAD + 'text: "See argument #3 below"\n',
    ),
    "evidence": (
        POSITION,
        HEAD + "text: B.\n    evidence:\n      - source: article\n        at: note #3\n",
        HEAD + 'text: B.\n    evidence:\n      - source: article\n        at: "note #3"\n',
    ),
    "an item": (
        POSITION,
        CARD + "        highlight:\n          - A #1\n",
        CARD + '        highlight:\n          - "A #1"\n',
    ),
    "between brackets": (
        POSITION,
        HEAD + "text: B.\n    risk: {mitigation: see #3\n      }\n",
        HEAD + 'text: B.\n    risk: {mitigation: "see #3"\n      }\n',
    ),
    "a title": (POSITION, "title: Item #3\n" + TITLE, 'title: "Item #3"\n' + TITLE),
    "terms": (DEBATES, DEBATE + "terms:\n  a: b #3\n", DEBATE + 'terms:\n  a: "b #3"\n'),
    "sides": (DEBATES, DEBATE + "sides:\n  a: b #3\n  c: d\n", DEBATE + 'sides:\n  a: "b #3"\n  c: d\n'),
    "parties": (DEBATES, DEBATE + "parties:\n  A:\n    - b #3\n", DEBATE + 'parties:\n  A:\n    - "b #3"\n'),
    "question": (DEBATES, DEBATE + "question: Is it #1?\n", DEBATE + 'question: "Is it #1?"\n'),
    "a source": (BIBLIOGRAPHY, SOURCES + "    publisher: Group #7\n", SOURCES + '    publisher: "Group #7"\n'),
    "a source's own": (BIBLIOGRAPHY, SOURCES + "    volume: No. #7\n", SOURCES + '    volume: "No. #7"\n'),
    "a resolution's name": (DEBATES, DEBATE + "    short: Plan #2\n", DEBATE + '    short: "Plan #2"\n'),
    "a resolution's tag": (DEBATES, DEBATE + "    tag:\tIt is #1\n", DEBATE + '    tag:\t"It is #1"\n'),
    "a tag": (POSITION, HEAD + "text: B.\n    tag: Go it #alone\n", HEAD + 'text: B.\n    tag: "Go it #alone"\n'),
    "a tag between braces": (
        POSITION,
        "position: p\narguments:\n  - {rebuttal: b, of: send-trainers, text: B., tag: One #two\n    }\n",
        'position: p\narguments:\n  - {rebuttal: b, of: send-trainers, text: B., tag: "One #two"\n    }\n',
    ),
    "an address": (
        BIBLIOGRAPHY,
        SOURCES + "    URL: https://example.org/y #page=4\n",
        SOURCES + '    URL: "https://example.org/y #page=4"\n',
    ),
    "who relays it": (
        BIBLIOGRAPHY,
        SOURCES + "    custom:\n      via: Reuters #2\n",
        SOURCES + '    custom:\n      via: "Reuters #2"\n',
    ),
    "a name": (
        BIBLIOGRAPHY,
        SOURCES + "    author:\n      - literal: Group #7\n",
        SOURCES + '    author:\n      - literal: "Group #7"\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "given", "wanted"), MEANT.values(), ids=MEANT)
def test_a_text_cut_by_a_hash_is_warned_of_and_its_fix_quotes_the_whole(file: str, given: str, wanted: str) -> None:
    loaded = read({**FILES, file: given})
    (found,) = loaded.diagnostics
    assert (found.rule, found.severity) == ("text-cut-by-comment", Severity.WARNING)
    assert loaded.ok
    assert "#" in loaded.source_map.texts[file][found.span.start : found.span.end]
    assert fixed(file, given) == wanted
    assert read({**FILES, file: wanted}).diagnostics == ()
    assert formatted(file, given).text is None, "fmt would move it away from its text"


BROKEN = {
    "nothing is left": (HEAD + "text: #3 is wrong\n", HEAD + 'text: "#3 is wrong"\n'),
    "of an item": (
        HEAD
        + "text: B.\n    evidence:\n      - source: article\n        card: A\n        highlight:\n          - #1\n",
        HEAD
        + 'text: B.\n    evidence:\n      - source: article\n        card: A\n        highlight:\n          - "#1"\n',
    ),
    "the brace goes too": (
        HEAD + "text: B.\n    risk: {mitigation: See argument #3.}\n",
        HEAD + 'text: B.\n    risk: {mitigation: "See argument #3."}\n',
    ),
    "the next key goes too": (
        HEAD + "text: B.\n    evidence: [{source: article, says: see #3, at: p. 4}]\n",
        HEAD + 'text: B.\n    evidence: [{source: article, says: "see #3", at: p. 4}]\n',
    ),
    "the next item goes too": (
        HEAD + "text: B.\n    evidence: [{source: article, card: A B, highlight: [A #1, B]}]\n",
        None,
    ),
    "the text goes on below": (HEAD + "text: See argument #3\n      below, please.\n", None),
}


@pytest.mark.parametrize(("given", "wanted"), BROKEN.values(), ids=BROKEN)
def test_where_a_hash_leaves_nothing_or_breaks_the_line_it_is_the_error(given: str, wanted: str | None) -> None:
    (found,) = read({**FILES, POSITION: given}).diagnostics
    assert (found.rule, found.severity) == ("text-cut-by-comment", Severity.ERROR)
    assert "` #` begins a comment" in found.message
    assert fixed(POSITION, given) == (wanted or given)
    if wanted:
        assert read({**FILES, POSITION: wanted}).diagnostics == ()


@pytest.mark.parametrize("comment", ["# check this", "#", "##", "#!", "#TODO check", "#note: it", "#- a", "# 3 below"])
def test_what_may_be_a_comment_is_warned_of_both_ways_and_stays(comment: str) -> None:
    given = HEAD + f"text: It is so.  {comment}\n"
    loaded = read({**FILES, POSITION: given})
    (found,) = loaded.diagnostics
    assert (found.rule, found.severity, found.fix) == ("text-cut-by-comment", Severity.WARNING, ())
    assert "put it on a line of its own above" in (found.help or "")
    assert fixed(POSITION, given) == given
    assert formatted(POSITION, given).text == given


@pytest.mark.parametrize("text", ["tag: Option # 3", "tag: It costs # five", "short: Plan # 2"])
def test_so_may_a_hash_before_a_space_in_a_short_text(text: str) -> None:
    (found,) = load(debate=DEBATE + f"    {text}\n").diagnostics
    key, _, whole = text.partition(": ")
    assert (found.rule, found.severity, found.fix) == ("text-cut-by-comment", Severity.WARNING, ())
    assert f'`{key}: "{whole}"`' in (found.help or "")


QUIET = [
    HEAD + "text: It is so.\n    role: link  # a word\n    weigh: true #3\n",
    HEAD + 'text: "It is so."  # quoted\n',
    HEAD + "text: >  # folded #1\n      It is #1 so.\n",
    HEAD + "text: |\n      It is\n      # so\n      #1\n",
    HEAD + "# above\n    text: It is so.\n      # below\n    # below\n    #role: link\n",
    HEAD + "text: It is so.\n      #role: link\n    weigh: true\n",
    HEAD + "text: It is#1, so#.\n",
    HEAD + "text: B.\n    risk:  # of what\n      likelihood: very likely  # see above\n    evidence:  # cards\n"
    "      - source: article  # ours\n",
    HEAD + "text: B.\n    question: x  # what\n    scheme: sign  # y\n",
]


@pytest.mark.parametrize("given", QUIET)
def test_comments_behind_what_is_no_text_and_on_lines_of_their_own_are_comments(given: str) -> None:
    rules = {found.rule for found in read({**FILES, POSITION: given}).diagnostics}
    assert rules <= {"unknown-question"}


def test_so_they_are_in_the_other_files() -> None:
    debate = DEBATE + "as_of: 2024  # x\nsides:  # x\n  pro: For\n  con: Against\naudiences: {}  # x\n"
    sources = "references:  # x\n  - id: article  # x\n    issued: 2024  # x\n    URL: https://example.org/#a  # x\n"
    assert load(debate=debate, sources=sources + "    custom:\n      reliability: B  # x\n").diagnostics == ()


BEFORE = [
    (HEAD + "text: # see argument\n      It is so.\n", "so `# see argument` is not read as part of `text`"),
    (HEAD + "text: # see argument\n      'It is so.'\n", "so `# see argument` is not read as part of `text`"),
    (HEAD + "text: B.\n    risk: # {mitigation: A truce}\n", "`risk` is empty, since ` #` begins a comment"),
    (HEAD + "text: B.\n    evidence: # to be found\n", "`evidence` is empty, since ` #` begins a comment"),
    (HEAD + "text: B.\n    evidence: #[{source: article}]\n", "`evidence` is empty, since ` #` begins a comment"),
]


@pytest.mark.parametrize(("given", "message"), BEFORE)
def test_a_comment_before_a_text_or_in_place_of_brackets_is_warned_of(given: str, message: str) -> None:
    (found,) = read({**FILES, POSITION: given}).diagnostics
    assert (found.rule, found.severity, found.fix) == ("text-cut-by-comment", Severity.WARNING, ())
    assert message in found.message
    assert fixed(POSITION, given) == given


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~"])
def test_a_text_that_is_read_as_nothing_is_warned_of(word: str) -> None:
    (found,) = load(position=EMPTY + f"summary: {word}\n").diagnostics
    assert (found.rule, found.severity) == ("null-as-text", Severity.WARNING)
    assert f'summary: "{word}"' in (found.help or "")
    assert load(position=EMPTY + f'summary: "{word}"\n').diagnostics == ()


@pytest.mark.parametrize(("word", "rules"), [("null", []), ("~", []), ("Null", ["null-as-text"])])
def test_in_a_bibliography_null_is_what_programs_write_for_nothing(word: str, rules: list[str]) -> None:
    author = f"    author:\n      - family: {word}\n        given: Jane\n"
    assert [found.rule for found in load(sources=SOURCES + author).diagnostics] == rules


def test_an_empty_text_with_a_remark_is_warned_of_and_a_needed_one_is_the_error() -> None:
    (found,) = load(position=EMPTY + "summary:  # one sentence\n").diagnostics
    assert found.message == "`summary` is empty, since ` #` begins a comment"
    rules = [each.rule for each in load("  - claim: a\n    text: # 3 reasons\n").diagnostics]
    assert rules == ["text-cut-by-comment"]


@pytest.mark.parametrize("break_", ["\x85", "\u2028", "\u2029"])
def test_a_comment_ends_where_yaml_ends_its_line(break_: str) -> None:
    """YAML 1.1, which libyaml reads, knows more ends of lines than an editor shows."""
    (found,) = load(position=f"position: p\ntitle: Item #3{break_}arguments: []\n").diagnostics
    assert '`title: "Item #3"`' in (found.help or "")
