"""Files of the competitions: read, and refused with the line and the reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluation.framework import Framework
from argmap.semantics import exchange
from tests.semantics.frameworks import dung, random_attacks

SAMPLES = {
    "iccma": "# a comment\np af 3\n1 2\n  # another\n\n2 3\n2 3\n3 1\n",
    "apx": "% a comment\natt(1,2).\narg(1). arg(2).\narg(3).\natt(2, 3). % one more\natt(3,1).\n",
    "tgf": "1\n2 two\n3\n#\n1 2\n2 3 because\n\n3 1\n",
}
RING = dung("123", [("1", "2"), ("2", "3"), ("3", "1")])


@pytest.mark.parametrize("form", exchange.BY_NAME)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("named", [True, False])
def test_each_format_is_read_and_recognised(form: str, newline: str, named: bool) -> None:
    content = SAMPLES[form].replace("\n", newline).encode()
    found = exchange.parse(content, form if named else None)
    assert isinstance(found, Framework)
    assert found.statements == RING.statements and set(found.steps) == set(RING.steps)
    assert [sorted(found.steps[n] for n in each) for each in found.rebuttals] == [["3->1"], ["1->2"], ["2->3"]]
    assert exchange.parse(b"\xef\xbb\xbf" + content, form) == found


@pytest.mark.parametrize(
    ("form", "text", "line", "reason"),
    [
        (None, "", 1, "empty"),
        (None, " \n\n", 1, "empty"),
        (None, "p af 2\n1 2\n\0\0", 3, "not a text file"),
        (None, b"p af 2\n1 \xff\n", 2, "not UTF-8"),
        ("iccma", "# only\n", 1, "first line must be 'p af N'"),
        ("iccma", "1 2\n", 1, "first line must be 'p af N'"),
        ("iccma", "p cnf 3\n", 1, "first line must be 'p af N'"),
        ("iccma", "p af\n", 1, "one number"),
        ("iccma", "p af 3 4\n", 1, "one number"),
        ("iccma", "p af -3\n", 1, "one number"),
        ("iccma", "p af three\n", 1, "one number"),
        ("iccma", "p af 99999999999999999999\n", 1, "too many"),
        ("iccma", "p af 20000000\n", 1, "too many"),
        ("iccma", "p af 3\n1 2\n2 4\n", 3, "no argument '4'"),
        ("iccma", "p af 3\n1 -2\n", 2, "no argument '-2'"),
        ("iccma", "p af 3\n0 1\n", 2, "no argument '0'"),
        ("iccma", "p af 3\n01 1\n", 2, "no argument '01'"),
        ("iccma", "p af 3\n# c\n1\n", 3, "two arguments, and this line has 1"),
        ("iccma", "p af 3\n1 2 3\n", 2, "two arguments, and this line has 3"),
        ("iccma", "p af 3\n1 2\np af 3\n", 3, "second 'p' line"),
        ("tgf", "p\n#\np\n", 3, "an attack is two arguments"),
        ("apx", "arg(a).\natt(a,b).\n", 2, "no argument 'b'"),
        ("apx", "arg(a).\narg(a).\n", 2, "declared twice"),
        ("apx", "arg(a)\n", 1, "neither"),
        ("apx", "arg(a).\natt(a).\n", 2, "neither"),
        ("apx", "arg(a). nonsense\n", 1, "'nonsense'"),
        ("apx", "arg(a;b).\n", 1, "neither"),
        ("iccma", "p af 3\n1 2\f2 3\n9 9\n", 2, "this line has 4"),
        ("iccma", "p af 3\n1 2\u2028\n9 9\n", 3, "no argument '9'"),
        ("tgf", "a\nb\na b\n", 3, "an attack needs a line '#' before it"),
        ("tgf", "a\n# attacks\na a\n", 2, "is '#' alone"),
        ("tgf", "a\nb\n", 2, "no line '#'"),
        ("tgf", "a\nb\n#\na c\n", 4, "no argument 'c'"),
        ("tgf", "a\na\n#\n", 2, "declared twice"),
        ("tgf", "a\n#\na\n", 3, "two arguments"),
        ("tgf", "a\n#\n#\n", 3, "second line '#'"),
    ],
)
def test_a_fault_is_named_with_its_line(form: str | None, text: str | bytes, line: int, reason: str) -> None:
    found = exchange.parse(text if isinstance(text, bytes) else text.encode(), form)
    assert isinstance(found, exchange.FaultyLine)
    assert found.line == line and reason in found.reason


@given(
    st.binary(max_size=60) | st.text("paf arg().,t#%12-\n ", max_size=60).map(str.encode),
    st.sampled_from([None, *exchange.BY_NAME]),
)
@settings(max_examples=300)
def test_whatever_the_content_it_is_read_or_refused(content: bytes, form: str | None) -> None:
    assert isinstance(exchange.parse(content, form), Framework | exchange.FaultyLine)


@pytest.mark.parametrize("form", exchange.BY_NAME)
def test_what_is_written_is_read_back(form: str) -> None:
    for seed in range(50):
        names, attacks = random_attacks(seed)
        found = exchange.parse(exchange.BY_NAME[form].write(names, attacks).encode(), form)
        assert found == dung(names, attacks)
        assert exchange.detect(exchange.BY_NAME[form].write(names, attacks).encode()) == form or not attacks


def test_the_extension_decides_before_the_content() -> None:
    assert exchange.detect(b"arg(a).", "x.tgf") == "tgf"
    assert exchange.detect(b"arg(a).", "x.txt") == "apx"
    assert exchange.detect(b"arg(a).", "x.AF") == exchange.detect(b"arg(a).", "x.i23") == "iccma"


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("#a comment without a blank\np af 2\n1 2\n", "iccma"), ("#\np af 1\n", "iccma"),
        ("p\nq\n#\np q\n", "tgf"), ("% said\narg(a).\n", "apx"), ("arg (a).\n", "apx"), ("\n\n1\n#\n", "tgf"),
    ],
)  # fmt: skip
def test_the_first_line_that_is_no_comment_tells_the_format(content: str, form: str) -> None:
    assert exchange.detect(content.encode()) == form
    assert isinstance(exchange.parse(content.encode()), Framework)


def test_a_line_of_many_facts_is_read_without_cutting_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each fact is looked for where the last one ended, in the same text: cut off the rest of the line, each would be a
    copy of all that follows."""
    pattern, texts = exchange.apx._APX, list[str]()

    class Counting:
        def match(self, text: str, *where: int) -> object:
            texts.append(text)
            return pattern.match(text, *where)

    monkeypatch.setattr(exchange.apx, "_APX", Counting())
    found = exchange.parse(" ".join(f"arg(a{n})." for n in range(5_000)).encode())
    assert isinstance(found, Framework) and len(found.statements) == 5_000
    assert 5_000 <= len(texts) <= 5_001 and len({id(text) for text in texts}) == 1


def test_a_plain_file_and_one_with_a_comment_are_read_alike() -> None:
    plain = "p af 50\n" + "".join(f"{n % 50 + 1} {n * 7 % 50 + 1}\n" for n in range(300))
    assert exchange.parse(plain.encode()) == exchange.parse((plain + "# the end\n").encode())
