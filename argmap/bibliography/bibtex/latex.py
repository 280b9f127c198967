"""LaTeX as it stands in the fields of a BibTeX file, read as the text that it prints, with the markup that CSL knows.

pylatexenc reads the commands. What it leaves to its users is said here: `\\emph` and its kin are markup, braces in a
title protect its capitals (`<span class="nocase">`), a lone `%` is a percent sign, and a command that it does not
know leaves its arguments behind and is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from pylatexenc import latex2text, latexwalker, macrospec

from argmap.bibliography.entities import unescaped

NOCASE = ('<span class="nocase">', "</span>")
"""CSL's marks around what keeps its capitals in every style."""

_MARKUP = {
    "i": ("emph", "textit", "textsl", "mkbibemph", "mkbibitalic", "it", "em", "sl", "itshape", "slshape"),
    "b": ("textbf", "mkbibbold", "bf", "bfseries"),
    "sup": ("textsuperscript", "mkbibsuperscript"),
    "sub": ("textsubscript", "mkbibsubscript"),
    "sc": ("textsc", "sc", "scshape"),
}
_DECLARED = frozenset({"it", "em", "sl", "itshape", "slshape", "bf", "bfseries", "sc", "scshape"})
"""Commands that hold to the end of their group, and have no argument."""
_TAGS = {name: tag for tag, names in _MARKUP.items() for name in names}
_SAME = ("text", "textrm", "textsf", "texttt", "textup", "textmd", "textnormal", "mbox", "hbox", "mkbibparens",
         "lowercase", "uppercase", "MakeLowercase", "MakeUppercase", "ensuremath", "path", "nolinkurl", "url",
         "textcyrillic", "bibstring", "mathrm", "mathit", "mathbf", "mathsf", "operatorname", "t", "title", "author",
         "underline", "uline", "textquote", "parencite", "textcite", "footcite", "autocite", "cite", "citet", "citep",
         "citeauthor", "citeyear", "footnote", "ref", "eqref", "label", "cref", "input", "include",
         "includegraphics")  # fmt: skip
"""Commands of which only the argument is wanted: they set it in some way, or name something that is not here."""
_SILENT = frozenset({"protect", "relax", "newblock", "-", "/", "rm", "sf", "tt", "normalfont", "upshape", "mdseries",
                     "rmfamily", "sffamily", "ttfamily", "displaystyle", "frenchspacing", "small"})  # fmt: skip
"""Commands that print nothing, so that nothing is lost with them."""
_WORDS = {"LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "par": "\n\n", " ": " ", ",": " ", "\\": " ",
          "newline": " ", "slash": "/", "textquotesingle": "'", "textquotedbl": '"', "textasciicircum": "^",
          "hskip": " ", "quad": " ", "qquad": " ", "space": " ", "nobreakspace": " ", "textless": "<",
          "textgreater": ">", "textbar": "|", "textdegree": "°", "texteuro": "€", "euro": "€", "pounds": "£",
          "textbraceleft": "{", "textbraceright": "}", "textbullet": "•", "textasteriskcentered": "*",
          "textperthousand": "‰", "&": "&"}  # fmt: skip
_QUOTES = ("enquote", "mkbibquote")
_SORTING = ("noopsort", "noop", "SortNoop", "sortnoop")
"""Commands of BibTeX users whose argument is for sorting alone."""

_LATEX = re.compile(r"[\\{}$~`]|--|''")
"""What prints as something else; a text without it is what it says."""
_HARD = re.compile(r"[\\$`%#&^_\xa0]|''")
"""Signs that need pylatexenc. A text without them has braces, dashes and ties at most."""
_PERCENT = re.compile(r"(?<!\\)((?:\\\\)*)%")
_DOLLARS = re.compile(r"(?<!\\)\$([^$]*)(?<!\\)\$|(?<!\\)\$")
_FORMULA = re.compile(r".*[\\^_=<>+*/{}].*|\s*-?\w+\s*", re.DOTALL)
_SHIFTED = re.compile(r"([_^])\s*(\{(?:[^{}]|\{[^{}]*\})*\}|\\[A-Za-z]+|[^\s\\{}])")
_AMPERSAND = "\ue000"
"""Stands for `&`, which pylatexenc takes for the gap between two columns."""
_TIE = "\ue001"
"""Stands for a space that does not break and is written as such; LaTeX's tie becomes an ordinary space."""
_SINGLE = re.compile(r"(?<![\w`])`([^`']+?)'(?!\w)")


class Plain(NamedTuple):
    """A text without LaTeX, and the commands that were left out of it."""

    text: str
    left_out: tuple[str, ...] = ()


def printed(latex: str, *, title: bool = False) -> Plain:
    """The text that a field prints. In a title, braces protect what is in them, unless they hold all of it.

    What is nested too deeply to be followed stays as it is, without its braces.
    """
    if not _LATEX.search(latex):
        return Plain(unescaped(_spaced(latex)))
    if not _HARD.search(latex) and (simple := _simple(latex, title)) is not None:
        return Plain(unescaped(_spaced(simple)))
    try:
        return _read(latex, title)
    except RecursionError:
        return Plain(unescaped(_spaced(re.sub(r"[{}]", "", latex))), ("{",))


def _simple(latex: str, title: bool) -> str | None:
    """The text where it has braces, dashes and ties at most.

    None where the braces do not fit, or more than three pairs hold all of it. It says what `_read` says, in a
    small part of the time.
    """
    while is_braced(latex):
        if latex.startswith("{{{{"):
            return None
        latex = latex[1:-1]
    latex = latex.replace("---", "—").replace("--", "–").replace("~", " ")
    depth, parts = 0, [""]
    for piece in re.split(r"([{}])", latex):
        depth += {"{": 1, "}": -1}.get(piece, 0)
        if depth < 0:
            return None
        if piece not in ("{", "}"):
            parts[-1] += piece
        elif depth + (piece == "}") == 1:  # the braces outside of all others
            protected = piece == "}" and title and any(map(str.isalpha, parts[-1]))
            parts[-1:] = [parts[-1].join(NOCASE) if protected else parts[-1], ""]
    return "".join(parts) if depth == 0 else None


@lru_cache(4096)
def _read(latex: str, title: bool) -> Plain:
    reader = _reader()
    reader.begin(title)
    given = _PERCENT.sub(r"\1\\%", _SINGLE.sub("‘\\1’", latex))
    given = re.sub(r"\\?&", _AMPERSAND, _DOLLARS.sub(_shifted, given)).replace("\xa0", _TIE)
    nodes = latexwalker.LatexWalker(given, latex_context=_grammar(), tolerant_parsing=True).get_latex_nodes()[0]
    text = reader.nodelist_to_text(_outermost(nodes)).replace(_AMPERSAND, "&").replace("\xa0", " ")
    return Plain(unescaped(_spaced(text)).replace(_TIE, "\xa0"), tuple(dict.fromkeys(reader.left_out)))


def verbatim(latex: str) -> str:
    """An address or a number: only what LaTeX had to be told (`\\_`, `{\\%}`) is as it was meant."""
    text = re.sub(r"^\\url\s*\{(.*)\}$", r"\1", latex.strip(), flags=re.DOTALL)
    text = re.sub(r"\\textasciitilde(?:\s*\{\})?|\\~\{\}|\{\\textasciitilde\}", "~", text)
    text = re.sub(r"\{?\\([_%&#$~{}])\}?", r"\1", text)
    return re.sub(r"^\{(.*)\}$", r"\1", text).strip()


def bare(text: str) -> str:
    """A text without its outermost braces, where one pair of them holds all of it."""
    return text[1:-1].strip() if is_braced(text) else text


def is_braced(text: str) -> bool:
    """Whether one pair of braces holds all of a text."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for found in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0:
            return found.end() == len(text)
    return False


def _spaced(text: str) -> str:
    """White space as BibTeX takes it: one space, or one line break between paragraphs."""
    paragraphs = (re.sub(r"[ \t\r\n]+", " ", part).strip(" ") for part in re.split(r"\n(?:[^\S\n]*\n)+", text))
    return "\n".join(part for part in paragraphs if part)


def _shifted(math: re.Match[str]) -> str:
    """A formula whose raised and lowered parts are commands, so that they come out as markup. Dollars that hold no
    formula are money."""
    if math[1] is None or not _FORMULA.fullmatch(math[1]):
        return "\\$" if math[1] is None else f"\\${math[1]}\\$"
    names = {"^": "textsuperscript", "_": "textsubscript"}

    def command(found: re.Match[str]) -> str:
        return f"\\{names[found[1]]}{{{found[2].removeprefix('{').removesuffix('}')}}}"

    spaced = re.sub(r"(\\[A-Za-z]+)(?=\s)", r"\1{}", math[1])
    return f"${_SHIFTED.sub(command, spaced)}$"


def _outermost(nodes: Sequence[Any]) -> Sequence[Any]:
    """What stands in the braces that hold all of it: Mendeley and others put every title into a second pair."""
    while len(nodes) == 1 and isinstance(nodes[0], latexwalker.LatexGroupNode) and not _is_special(nodes[0]):
        nodes = nodes[0].nodelist
    return nodes


def _is_special(group: Any) -> bool:
    """Whether braces stand around a command, as in `{\\"o}`: such a group protects nothing."""
    first = group.nodelist[0] if group.nodelist else None
    return isinstance(first, latexwalker.LatexMacroNode)


class _Reader(latex2text.LatexNodes2Text):  # type: ignore[misc]
    """Nodes of LaTeX as text."""

    def begin(self, title: bool) -> None:
        self.title, self.depth = title, 0
        self.left_out: list[str] = []

    def group_node_to_text(self, node: Any) -> str:
        first = node.nodelist[0] if node.nodelist else None
        self.depth += 1
        text = str(super().group_node_to_text(node))
        self.depth -= 1
        if isinstance(first, latexwalker.LatexMacroNode) and first.macroname in _DECLARED:
            return _marked(_TAGS[first.macroname], text.strip())
        protects = self.title and self.depth == 0 and not _is_special(node) and any(map(str.isalpha, text))
        return text.join(NOCASE) if protects else text

    def macro_node_to_text(self, node: Any) -> str:
        name = node.macroname
        if name in _SILENT or name in _DECLARED:
            return ""
        if name in _WORDS:
            return _WORDS[name]
        if self.latex_context.get_macro_spec(name) is None:
            self.left_out.append(f"\\{name}")
            return "".join(self._inside(argument) for argument in (node.nodeargd.argnlist or ()) if argument)
        self.depth += 1
        text = str(super().macro_node_to_text(node))
        self.depth -= 1
        return text

    def _inside(self, argument: Any) -> str:
        return str(self._groupnodecontents_to_text(argument))


def _marked(tag: str, text: str) -> str:
    if not text:
        return ""
    opening = '<span style="font-variant:small-caps;">' if tag == "sc" else f"<{tag}>"
    return f"{opening}{text}</{'span' if tag == 'sc' else tag}>"


@cache
def _grammar() -> Any:
    """pylatexenc's commands, and which of the others have an argument."""
    takes = {name: "{" for name in (*_TAGS, *_SAME, *_QUOTES, *_SORTING) if name not in _DECLARED}
    takes |= dict.fromkeys((*_DECLARED, *_SILENT, *_WORDS), "") | {"href": "{{"}
    context = latexwalker.get_default_latex_context_db()
    macros = [macrospec.std_macro(name, arguments) for name, arguments in takes.items()]
    context.add_context_category("argmap", macros=macros, prepend=True)
    return context


@cache
def _reader() -> _Reader:
    context = latex2text.get_default_latex_context_db()
    said: dict[str, Any] = {name: _said(tag) for name, tag in _TAGS.items() if name not in _DECLARED}
    said |= dict.fromkeys(_SAME, "%s") | dict.fromkeys(_QUOTES, "“%s”") | {"href": "%(2)s"}
    macros = [latex2text.MacroTextSpec(name, text) for name, text in said.items()]
    macros += [latex2text.MacroTextSpec(name, discard=True) for name in _SORTING]
    context.add_context_category("argmap", macros=macros, prepend=True)
    return _Reader(latex_context=context, strict_latex_spaces=True)


def _said(tag: str) -> Any:
    def say(node: Any, l2tobj: _Reader) -> str:
        return _marked(tag, "".join(l2tobj._inside(argument) for argument in node.nodeargd.argnlist if argument))

    return say
