"""All YAML that the project shows: what people copy from. Each piece with the place that shows it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from itertools import chain

import yaml

from argmap.loader import FAULTS
from argmap.loader.fault_pages import example
from argmap.rules import BY_NAME
from tests.conftest import ROOT
from tests.readme import EVERY
from tests.rules.examples import reported, silent

FIXED = frozenset({"likelihood", "reversibility"})
"""Keys whose words are given: nobody adds a comma to them."""
_CODE = re.compile(r"`([^`\n]*: [\[{][^`\n]*[\]}])`")


def shown() -> Iterator[tuple[str, str]]:
    """Every file or piece of YAML in the README, the manual, the templates and our own debates."""
    return chain(_in_readmes(), _in_pages(), _in_files())


def _in_readmes() -> Iterator[tuple[str, str]]:
    for path in (*EVERY, ROOT / "argmap" / "README.md"):
        text = path.read_text(encoding="utf-8")
        for piece in (*re.findall(r"^```ya?ml\n(.*?)^```", text, re.S | re.M), *_CODE.findall(text)):
            yield f"{path.relative_to(ROOT)}: {piece}", piece


def _in_pages() -> Iterator[tuple[str, str]]:
    for fault in FAULTS:
        for given in (fault.bad, fault.good):
            texts = [each for each in example(fault, given).values() if isinstance(each, str)]
            yield from ((fault.name, each) for each in (*texts, *_CODE.findall(fault.manual)))
    for name, rule in BY_NAME.items():
        examples = (*reported(name), *silent(name))
        yield from ((name, text) for text in (*examples, *_CODE.findall(rule.__doc__ or "")))


def _in_files() -> Iterator[tuple[str, str]]:
    for folder in ("argmap/cli/template", "arguments"):
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            name, text = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
            yield name, re.sub(r"\{\{(\w+)\}\}", r"\1", text)
            for block in re.findall(r"(?:^#   .*\n|^#\n)+", text, re.M):
                yield f"{name}: {block}", textwrap.dedent(re.sub("^#", "", block, flags=re.M))


def bare_prose(text: str) -> Iterator[str]:
    """The texts of two words or more that stand in brackets without quotes; as far as the YAML can be read."""
    open_: list[yaml.CollectionStartEvent] = []
    keys: list[str | None] = []
    try:
        for event in yaml.parse(text):
            if isinstance(event, yaml.CollectionStartEvent):
                open_.append(event)
                keys.append(None)
            elif isinstance(event, yaml.CollectionEndEvent):
                del open_[-1], keys[-1]
                keys[-1:] = [None] * len(keys[-1:])
            elif isinstance(event, yaml.ScalarEvent) and open_:
                is_key = isinstance(open_[-1], yaml.MappingStartEvent) and keys[-1] is None
                bare = open_[-1].flow_style and not event.style and re.search(r"\s", event.value)
                if bare and not is_key and keys[-1] not in FIXED:
                    yield event.value
                keys[-1] = event.value if is_key else None
    except yaml.YAMLError:
        return
