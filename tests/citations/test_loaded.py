"""What the library says in `sources.yaml` is what is cited: it loads without a finding, and nothing of it is lost."""

from __future__ import annotations

from functools import lru_cache

import yaml

from argmap.bibliography.items import item_of
from argmap.loader import read
from argmap.model import Source
from tests.citations.library import library
from tests.citations.processors import source

_DEBATE = (
    "debate: ports\ntitle: Ports\nsides: {aff: Affirmative, neg: Negative}\nresolutions:\n- {claim: plan, text: Dig.}\n"
)


class _WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


@lru_cache(maxsize=1)
def _loaded() -> dict[str, Source]:
    items = [work.item for work in library()]
    text = yaml.dump(items, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False)
    loaded = read({"debate.yaml": _DEBATE, "sources.yaml": text})
    assert loaded.debate and not loaded.diagnostics, loaded.diagnostics
    return dict(loaded.debate.sources)


def test_the_library_is_cited_as_it_loads() -> None:
    """The items that the oracle is compared over are those of the loaded sources."""
    loaded = _loaded()
    differ = [id for work in library() if item_of(loaded[id := work.item["id"]]) != item_of(source(work.item))]
    assert differ == []


def test_no_variable_of_the_library_is_lost() -> None:
    loaded = _loaded()
    lost = {
        id: gone for work in library() if (gone := work.item.keys() - item_of(loaded[id := work.item["id"]]).keys())
    }
    assert lost == {}
