"""What a test can keep of `.github/WRITING.md`, in the README, the manual, help texts and messages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import click
import pytest

from argmap.cli.main import COMMANDS, cli
from argmap.loader import FAULTS
from argmap.rules import BY_NAME
from tests.conftest import ROOT
from tests.readme import EVERY

MOST_WORDS = 25
TONE = re.compile(
    r"\b(?:(?<!they )please|sorry|invalid|illegal|failed to|unexpected|oops|successfully)\b|\w\(s\)|\w!(?:\s|$)", re.I
)
"""What a message must not say."""
STIFF = re.compile(
    r"\b(?:considerations?|bears? on|in play|as argued|as far as it goes|respectively|in order to|of which|simply"
    r"|easily|said of|spoken of|holds good|utili[sz]es?|would have to|as yet|reported is|succeed with)\b"
    r"|\b(?<!there )is no (?:number|text|word|file|list|entry|map)\b|\bof this[.,;:]",
    re.I,
)
"""What no manual page and no help text says."""
GERMAN = re.compile(
    r"\bbehind (?:its|each|the|X)\b|\b(?:is|are) the matter of\b|\bof which nothing\b|\b(?:are|is) left alone\b"
    r"|\b(?:are|is) looked at\b|\bno more than\b|\bfor want of\b|\bthat is none\b|\b(?:is|are) none of\b"
)
"""What no page about a rule or a fault says, nor a message: a manual in English names who acts, and where."""
SAYING = {"Finding", "Advice", "Refusal", "Repair", "Related", "Note", "UsageError", "ClickException", "InputFault"}
SAYING |= {"add", "write", "_report"}
"""What takes a message or advice."""
LIBRARY = {
    "argmap/loader/broken_yaml.py",
    "argmap/cli/settings/settings_faults.py",
    "argmap/rules/decision/loaded_language.py",
}
"""Files that quote: libraries, to say it better, and the words that the rule loaded-language reports."""


def prose(text: str) -> str:
    """A page without what is generated, examples and code."""
    text = re.sub(r"<!-- generated.*?<!-- end -->|^```.*?^```|^    .*?$", "", text, flags=re.S | re.M)
    return re.sub(r"`[^`]*`|\*[^*\n]+\*(?!\*)", "X", text)


PAGES = {path.stem: prose(path.read_text(encoding="utf-8")) for path in EVERY}
PAGES |= {"CONTRIBUTING": prose((ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8"))}


def helps(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """Every text of a command's help."""
    yield name, command.help or ""
    yield name, command.short_help or ""
    for option in command.params:
        if isinstance(option, click.Option):
            yield f"{name} {option.opts[0]}", option.help or ""
    for below, each in getattr(command, "commands", {}).items():
        yield from helps(each, f"{name} {below}")


def messages() -> Iterator[tuple[str, str]]:
    """Every text of two words and more in the code that is not a docstring."""
    for path in sorted((ROOT / "argmap").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            shown = isinstance(node, ast.Constant) and id(node) not in docstrings and name not in LIBRARY
            if shown and isinstance(node.value, str) and " " in node.value:
                yield f"{name}:{node.lineno}", node.value


def said(node: ast.expr) -> str:
    """A text as a reader would see it, with a word for each value; nothing for what is not a text."""
    if isinstance(node, ast.JoinedStr):
        return "".join(said(part) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return "X"
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def texts_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every message and every piece of advice that code gives, with its line: an argument, or a name of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in SAYING:
            yield from ((each.lineno, said(each)) for each in (*node.args, *(key.value for key in node.keywords)))
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "").lower() in ("message", "help"):
            yield node.lineno, said(node.value)


def advice() -> Iterator[tuple[str, str]]:
    """Every message and every piece of advice of the package."""
    for path in sorted((ROOT / "argmap").rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name not in LIBRARY:
            texts = texts_of(ast.parse(path.read_text(encoding="utf-8")))
            yield from ((f"{name}:{line}", prose(text)) for line, text in texts if " " in text)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a page, each item of a list by itself, without headings and tables."""
    text = re.sub(r"^(?:#|\||<).*$", "", text, flags=re.M)
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:-|\d\.) )", text):
        yield from re.split(r"(?<=[.!?:;])\s+", " ".join(paragraph.split()))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_in_plain_english(page: str) -> None:
    text = PAGES[page].replace("balance of considerations", "")
    assert STIFF.findall(text) == [] and TONE.findall(text) == []
    assert [each for each in sentences(text) if len(each.split()) > MOST_WORDS] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_in_plain_english(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)  # type: ignore[attr-defined]
    assert [(place, found) for place, text in helps(command, name) for found in STIFF.findall(text)] == []
    assert command.short_help[0].isupper() and command.short_help.endswith(".")


def test_no_message_apologises_shouts_or_blames() -> None:
    assert [(place, text) for place, text in messages() if TONE.search(text)] == []


def test_no_text_in_the_code_is_stiff() -> None:
    """Messages are built of pieces; each is looked at by itself, wherever it stands."""
    assert [(place, text) for place, text in messages() if STIFF.search(text) or GERMAN.search(text)] == []


MANUALS = {name: prose(rule.__doc__ or "") for name, rule in BY_NAME.items()}
MANUALS |= {fault.name: prose(f"{fault.summary}\n\n{fault.manual}") for fault in FAULTS}


@pytest.mark.parametrize("name", MANUALS)
def test_the_page_of_a_rule_or_fault_is_in_plain_english(name: str) -> None:
    text = re.sub(r" \([^()]*\)", "", MANUALS[name])  # examples between brackets are no part of a sentence's length
    assert STIFF.findall(text) == [] and TONE.findall(text) == [] and GERMAN.findall(text) == []
    assert [each for each in sentences(text) if len(each.split()) > MOST_WORDS] == []


def test_messages_and_advice_are_in_plain_english() -> None:
    every = list(advice())
    assert len(every) > 400  # else they go by other names now
    assert [(place, text) for place, text in every if STIFF.search(text) or GERMAN.search(text)] == []
    long = [(place, each) for place, text in every for each in sentences(text) if len(each.split()) > MOST_WORDS]
    assert long == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please mend it.", 1), ("2 warning(s)", 1), ("It is done!", 1), ("The value is invalid.", 1),
        ("`a != b`", 0), ("Mend it.", 0), ("hello!= b", 0),
    ],
)  # fmt: skip
def test_how_tone_is_found(text: str, found: int) -> None:
    assert len(TONE.findall(text)) == found
