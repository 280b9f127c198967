"""A brief or a format is one file plus one line: the tuples and the folders say the same."""

from pathlib import Path
from types import ModuleType

import pytest

from argmap import briefs
from argmap.briefs import kinds
from argmap.documents import formats


@pytest.mark.parametrize(("listed", "package"), [(briefs.BRIEFS, kinds), (briefs.FORMATS, formats)])
def test_tuple_and_folder_agree(listed: tuple[ModuleType, ...], package: ModuleType) -> None:
    there = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {
        "__init__",
        "text",
    }  # text is for terminals
    assert {module.__name__.rpartition(".")[2] for module in listed} == there
    assert len({module.NAME for module in listed}) == len(listed)


def test_the_names_are_the_ones_promised() -> None:
    assert [brief.NAME for brief in briefs.BRIEFS] == [
        "policy", "policy-short", "argument", "onepager", "pack", "class", "case", "negative", "blocks", "frontline",
        "balance", "judgements",
    ]  # fmt: skip
    assert [format.NAME for format in briefs.FORMATS] == ["markdown", "html"]
    assert all(brief.SUMMARY for brief in briefs.BRIEFS)


@pytest.mark.parametrize(("kind", "format"), [("polcy", "html"), ("policy", "docx")])
def test_an_unknown_name_is_refused_with_what_there_is(kind: str, format: str) -> None:
    from tests.briefs.tram import evaluated

    with pytest.raises(ValueError, match="choose"):
        briefs.write(evaluated(), kind, format)


def test_the_citation_processor_and_jinja_are_not_imported_until_a_brief_is_written() -> None:
    import subprocess
    import sys

    heavy = ("argmap.citations", "jinja2")
    code = f"import sys, argmap.briefs; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
