"""What one file and one registry add, counted: each of these is written into a copy of the package, named in its
registry, and used by the program of that copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

import pytest

import argmap
from tests.cli.run import Program

PACKAGE = Path(argmap.__file__).parent
MOST_LINES = 2
"""The line that names it, and the line that imports it."""


@dataclass(frozen=True)
class Added:
    """A file, the registry that is to name it, and how: texts there and what they become."""

    file: str
    code: str
    registry: str
    edits: dict[str, str]
    command: tuple[str, ...]
    output: str


ADDED = {
    "a format of briefs": Added(
        "documents/formats/plain.py",
        """
        NAME, TITLE, SUFFIXES, IS_BUILT = "plain", "Plain", (".pl",), True
        def write(document): return "PLAIN " + document.title
        """,
        "briefs/__init__.py",
        {"import docx, html, markdown, pdf\n": "import docx, html, markdown, pdf, plain\n",
         "docx, pdf)": "docx, pdf, plain)"},
        ("brief", "policy", "-f", "pl"),
        "PLAIN Should school start later?",
    ),
    "a brief": Added(
        "briefs/kinds/titles.py",
        """
        from argmap.documents.document import document
        NAME, TITLE, SUMMARY, BY = "titles", "Titles", "The title alone.", None
        def compose(s): return document("Of " + s.debate.title, "", [])
        """,
        "briefs/__init__.py",
        {"    short,\n)": "    short,\n    titles,\n)", "balance, judgements,\n)": "balance, judgements, titles,\n)"},
        ("brief", "titles"),
        "# Of Should school start later?",
    ),
    "a form of maps": Added(
        "maps/forms/as_list.py",
        """
        NAME, SUFFIXES, IS_DRAWN, SETS_TEXT, HAS_DOTS = "list", (".list",), False, False, False
        def write(picture): return "LIST of " + picture.evaluation.debate.title
        """,
        "maps/forms/__init__.py",
        {"as_html, as_pdf": "as_html, as_list, as_pdf", "as_pdf, as_html)": "as_pdf, as_html, as_list)"},
        ("map", "-f", "list"),
        "LIST of Should school start later?",
    ),
    "a gradual semantics": Added(
        "strength/gradual/halfway.py",
        """
        NAME, TITLE = "halfway", "Half the base score"
        def strength(base, pros, cons): return base / 2 if pros or cons else base
        """,
        "strength/gradual/__init__.py",
        {"euler_based, quadratic": "euler_based, halfway, quadratic", "squared_df_quad)": "squared_df_quad, halfway)"},
        ("evaluate", "--strength", "halfway"),
        "Half the base score",
    ),
    "a format of frameworks": Added(
        "semantics/exchange/names.py",
        """
        from argmap.semantics.exchange.abstract import Abstract
        NAME, EXTENSIONS = "names", ("nam",)
        def is_begun_by(words): return words[:1] == [b"names"]
        def read(lines):
            found = Abstract()
            for number, line in enumerate(lines[1:], 2): found.add(number, line)
            return found
        def write(arguments, attacks): return "names"
        """,
        "semantics/exchange/__init__.py",
        {"apx, iccma, tgf\n": "apx, iccma, names, tgf\n", "(iccma, apx, tgf)": "(names, iccma, apx, tgf)"},
        ("solve", "-p", "SE-GR", "-f", "a.nam"),
        "w one two\n",
    ),
    "a rule": Added(
        "rules/title_asks.py",
        """
        '''A title that asks.'''
        from argmap.model.diagnostics import Finding, Severity
        SEVERITY, EXAMPLES = Severity.WARNING, ()
        def check(ev, options):
            if ev.debate.title.endswith("?"):
                yield Finding(("title",), "asks.", "Say it.")
        """,
        "rules/__init__.py",
        {"    unanswered_rebuttal,\n    unportable": "    title_asks,\n    unanswered_rebuttal,\n    unportable",
         "    orphan_claim,\n    circular": "    orphan_claim,\n    title_asks,\n    circular"},
        ("check",),
        "warning title-asks",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDED)
def test_it_takes_one_file_and_its_name_in_one_other(name: str, small: Program) -> None:
    added = ADDED[name]
    copy = small.folder.parent / "copy"
    shutil.copytree(PACKAGE, copy / "argmap", ignore=shutil.ignore_patterns("__pycache__"))
    assert not (copy / "argmap" / added.file).exists()
    code = "\n".join(line.removeprefix(" " * 8) for line in added.code.strip("\n").splitlines())
    (copy / "argmap" / added.file).write_text(code, encoding="utf-8")
    registry = copy / "argmap" / added.registry
    before = after = registry.read_text(encoding="utf-8")
    for old, new in added.edits.items():
        assert after.count(old) == 1
        after = after.replace(old, new)
    registry.write_text(after, encoding="utf-8")
    changed = [line for line in ndiff(before.splitlines(), after.splitlines()) if line.startswith("+ ")]
    assert len(changed) <= MOST_LINES
    small.write("a.nam", "names\none\ntwo\n")
    environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "argmap", *added.command]
    done = subprocess.run(command, cwd=small.folder, env=environment, capture_output=True, encoding="utf-8")
    assert added.output in done.stdout, done.stderr
