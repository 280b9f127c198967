"""What sources are called in running text, in argmap's own style: `Doe 2024`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from argmap.bibliography.items import Item, item_of
from argmap.model import Debate, Source
from argmap.wording.markdown_text import tidy

if TYPE_CHECKING:
    from argmap.citations import Cited


def citable(source: Source) -> Item:
    """A source as an item that can be cited, its texts tidy; where nothing in it could name it, its id does."""
    item: Item = _tidied(item_of(source))
    has_people = any(isinstance(value, list) for value in item.values())
    if not has_people and not any(item.get(key) for key in ("title", "publisher", "container-title")):
        item["title"] = source.id
    return item


def _tidied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tidied(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_tidied(each) for each in value]
    return tidy(value) if isinstance(value, str) else value


def called(debate: Debate) -> Mapping[str, str]:
    """What each source is called, by id. No two are called the same among those that statements cite; a source that
    none cites is told apart from all others."""
    cited = {evidence.source for statement in debate.statements.values() for evidence in statement.evidence}
    every = _called(debate, debate.sources) if debate.sources.keys() - cited else {}
    return {**every, **_called(debate, cited)}


def _called(debate: Debate, ids: Collection[str]) -> Mapping[str, str]:
    from argmap.citations import OWN, named, rich_text

    cited = cited_in(as_json(source for id, source in debate.sources.items() if id in ids), named(OWN))
    return {id: rich_text.text_of(text) for id, text in cited.in_text.items()}


def as_json(sources: Iterable[Source]) -> str:
    """The items of sources, as `cited_in` takes them."""
    return json.dumps([citable(source) for source in sources], ensure_ascii=False)


@lru_cache(maxsize=8)
def cited_in(items: str, style_text: str) -> Cited:
    """Items, as JSON, cited in a style. Setting them takes as long as reading the debate, many ask for it, and most
    changes of a debate that is built again and again leave them as they were. Raises `StyleError`."""
    from argmap.citations import cite

    return cite(json.loads(items), style_text)
