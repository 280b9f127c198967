"""A name that is a given name alone is the whole name, in every style. Pandoc would leave it out of a citation."""

from __future__ import annotations

import pytest

from argmap.bibliography.citable import called
from argmap.loader import read
from tests.citations import pandoc, processors
from tests.citations.pandoc import Item, Rendered
from tests.citations.runs import Run
from tests.citations.styles import HELD, style_text
from tests.loader.debates import DEBATE

DOE = {"family": "Doe", "given": "Jane"}


def items(key: str) -> list[Item]:
    people = [[{key: "Plato"}], [{key: "Plato"}, DOE], [DOE, {key: "Jean Paul"}]]
    return [
        {"id": f"a{n}", "type": "book", "title": "Title", "author": each, "issued": {"date-parts": [[1990 + n]]}}
        for n, each in enumerate(people)
    ]


def text(rendered: Rendered) -> dict[str, str]:
    every = [*rendered.in_text.items(), *((f"{id} in full", runs) for id, runs in rendered.entries)]
    return {id: " ".join("".join(run.text for run in runs if isinstance(run, Run)).split()) for id, runs in every}


@pytest.mark.parametrize("style", [*HELD, "ieee", "nature", "oscola", "chicago-notes-bibliography"])
def test_a_given_name_alone_is_cited_as_pandoc_cites_a_family_name(style: str) -> None:
    expected = text(pandoc.cite(items("family"), style_text(style)))
    assert text(processors.argmap(items("given"), style_text(style))) == expected


def test_maps_and_briefs_call_it_by_that_name() -> None:
    sources = "references:\n  - {id: a, title: T, author: [{given: Plato}], issued: 1990}\n"
    debate = read({"debate.yaml": DEBATE, "sources.yaml": sources}).debate
    assert debate is not None
    assert called(debate) == {"a": "Plato 1990"}
