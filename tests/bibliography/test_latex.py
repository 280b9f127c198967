from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.bibliography.bibtex import latex as reading
from argmap.bibliography.bibtex.bibtex_output import latex
from argmap.bibliography.bibtex.latex import printed, verbatim

TEXTS = [
    (r"{\"o}zk{\'a}d{\i}f", "özkádıf"),
    (r"M{\"u}ller, M\"uller, M\"{u}ller", "Müller, Müller, Müller"),
    (r"\v{C}apek \c{c} \o \AE \ss{} \l{}odz \aa", "Čapek ç øÆß łodz å"),
    (r"50\% of \$100 \& more, a\_b, \#1, \{x\}", "50% of $100 & more, a_b, #1, {x}"),
    ("100% sure, a & b, x_y, C#", "100% sure, a & b, x_y, C#"),
    ("cost $5 and $6, or $7", "cost $5 and $6, or $7"),
    (r"``quoted'', `single', don't -- range --- em~tie", "“quoted”, ‘single’, don't – range — em tie"),
    (r"\emph{a} \textit{b} {\it c} {\em d} \textbf{e} \textsc{f}",
     '<i>a</i> <i>b</i> <i>c</i> <i>d</i> <b>e</b> <span style="font-variant:small-caps;">f</span>'),
    (r"10$^{th}$, H$_2$O, CO\textsubscript{2}, $\alpha < \beta$, $10^{-3}$",
     "10<sup>th</sup>, H<sub>2</sub>O, CO<sub>2</sub>, α < β, 10<sup>-3</sup>"),
    (r"\enquote{q} \mkbibquote{z} \url{https://example.org/a_b%20c} \href{https://example.org}{text}",
     "“q” “z” https://example.org/a_b%20c text"),
    (r"{\noopsort{1973}}Works in \LaTeX{} and {\TeX}", "Works in LaTeX and TeX"),
    ("one\n two\n\n  three", "one two\nthree"),
    ("AT&amp;T &lt;b&gt;", "AT&T <b>"),
    (r"a\\b", "a b"),
    ("bad {brace and bad} brace}", "bad brace and bad brace"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "text"), TEXTS)
def test_what_a_field_prints(given: str, text: str) -> None:
    assert printed(given) == (text, ())


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("{NATO} and {{nested} braces}", "~NATO; and ~nested braces;"),
        ("{T}he {UN}", "~T;he ~UN;"),
        ("{{All of it}}", "All of it"),
        ("{{{NATO} only}}", "~NATO; only"),
        (r"{\'E}tat, {\emph{x}}, {}, {–}", "État, <i>x</i>, , –"),
        (r"\emph{A {NATO} thing}", "<i>A NATO thing</i>"),
    ],
)
def test_braces_protect_in_titles(given: str, text: str) -> None:
    marked = text.replace("~", '<span class="nocase">').replace(";", "</span>")
    assert printed(given, title=True).text == marked
    assert printed(given).text == text.replace("~", "").replace(";", "")


def test_a_command_that_nobody_knows_leaves_its_text_and_is_named() -> None:
    assert printed(r"a \unheard{b} \of") == ("a b", (r"\unheard", r"\of"))


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (r"https://example.org/a\_b\%20c~d?x=1\&y", "https://example.org/a_b%20c~d?x=1&y"),
        (r"\url{https://example.org/x}", "https://example.org/x"),
        (r"10.5555/a{\_}b", "10.5555/a_b"),
        (r"https://example.org/{\textasciitilde}doe \~{}x", "https://example.org/~doe ~x"),
    ],
)
def test_addresses_stay_what_they_are(given: str, text: str) -> None:
    assert verbatim(given) == text


PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="<>&"), max_size=20)


@given(st.lists(PRINTED, max_size=4).map(" ".join))
def test_what_is_written_as_latex_reads_back(text: str) -> None:
    assert printed(latex(text)).text == " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    ["<i>Homo</i> sapiens", "H<sub>2</sub>O, 10<sup>th</sup>", "a <b>b</b>", 'in <span class="nocase">NATO</span> now',
     "-- and --- and '' and ```", r"{ } \ ~ ^ _ $ # %", "a\nb"],
)  # fmt: skip
def test_markup_and_marks_read_back(text: str) -> None:
    assert printed(latex(text), title=True).text == text


@settings(max_examples=300)
@example("a-{}-b{-}-", False)
@given(st.text("aB {}-~\n.,1é'!?\"|/:;()[]=+*@", max_size=20), st.booleans())
def test_a_text_of_braces_dashes_and_ties_says_what_pylatexenc_reads_in_it(text: str, title: bool) -> None:
    with patch.object(reading, "_HARD", re.compile("")):
        wanted = printed(text, title=title)
    assert printed(text, title=title) == wanted
