"""What sources are called in running text, in argmap's own style: `Doe 2024`."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from argmap.bibliography.items import Item, item_of
from argmap.model import Debate, Source
from argmap.wording.markdown_text import tidy


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
    return _in_text(json.dumps([citable(source) for id, source in debate.sources.items() if id in ids]))


@lru_cache(maxsize=4)
def _in_text(items: str) -> Mapping[str, str]:
    """What items, as JSON, are called: setting them takes as long as reading the debate, and most changes of a debate
    that is shown or built again and again leave them as they were."""
    from argmap.citations import OWN, cite, named, rich_text

    return {id: rich_text.text_of(text) for id, text in cite(json.loads(items), named(OWN)).in_text.items()}
