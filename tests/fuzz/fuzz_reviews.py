"""Breaks and changes a debate at random, and compares each version with the sound one, in both directions.

    python -m tests.fuzz.fuzz_reviews [--number 5000] [--debate arguments/nato-ukraine] [--seed 0]

Nothing may crash: neither the comparison nor the text, the JSON or the comment; nothing that is unread may be told as
removed; no two alike values may be told as a change.
"""

from __future__ import annotations

import argparse
import copy
import datetime
import random
import re
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from argmap.cli.comparing.compared_debates import Comparing
from argmap.cli.comparing.readable_files import Files, readable
from argmap.cli.debates.checked_debates import Chosen
from argmap.cli.settings.config import Config
from argmap.files import read_folder
from argmap.reviews.comment import compose
from argmap.reviews.comment.part import Part
from argmap.reviews.result import Review
from argmap.reviews.review_document import to_text
from argmap.reviews.review_json import to_json

Texts = dict[str, bytes]
Mutation = Callable[[random.Random, str], str]
ODD = ("", "x", "0", "-1", "true", "null", "[", "{}", "2026-13-01", "a: b", "✗", "no-such-id", "<b>", "A1", "\u202e")


def leaf(pick: random.Random, text: str) -> str:
    """Another value for one key."""
    return _reshaped(pick, text, lambda parent, key: parent.__setitem__(key, pick.choice(ODD)))


def borrowed(pick: random.Random, text: str) -> str:
    """The value that the same key has elsewhere: most of what comes of it can be read."""

    def change(parent: Any, key: Any) -> None:
        if isinstance(parent, dict):
            parent[key] = copy.deepcopy(pick.choice(values[key]))

    values: dict[Any, list[Any]] = {}
    for parent, key in _places(_parsed(text)):
        values.setdefault(key, []).append(parent[key])
    return _reshaped(pick, text, change)


def structure(pick: random.Random, text: str) -> str:
    """A key or an item taken out, doubled, wrapped, emptied or moved elsewhere."""
    return _reshaped(pick, text, pick.choice((_removed, _wrapped, _emptied, _doubled, _renamed(pick))))


def _reshaped(pick: random.Random, text: str, change: Callable[[Any, Any], object]) -> str:
    data = _parsed(text)
    places = list(_places(data))
    change(*pick.choice(places))
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(yaml.dump(data, Dumper=dumper, sort_keys=False, allow_unicode=True, width=1000))


def _parsed(text: str) -> Any:
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    stack = [value]
    while stack:
        each = stack.pop()
        for key in list(each) if isinstance(each, dict) else range(len(each)) if isinstance(each, list) else ():
            yield each, key
            stack.append(each[key])


def _removed(parent: Any, key: Any) -> None:
    del parent[key]


def _wrapped(parent: Any, key: Any) -> None:
    parent[key] = [parent[key]] if isinstance(parent, list) else {"text": parent[key]}


def _emptied(parent: Any, key: Any) -> None:
    parent[key] = type(parent[key])()


def _doubled(parent: Any, key: Any) -> None:
    if isinstance(parent, list):
        parent.insert(0, parent[key])
    else:
        parent[f"{key}2"] = parent[key]


def _renamed(pick: random.Random) -> Callable[[Any, Any], None]:
    def change(parent: Any, key: Any) -> None:
        if isinstance(parent, dict):
            name = pick.choice(("of", "undercuts", "claim", "support", "rebuttal", "premises", "type"))
            parent[name] = parent.pop(key)
        else:
            parent.append(parent.pop(key))

    return change


def line(pick: random.Random, text: str) -> str:
    """A line taken out, doubled, or indented otherwise."""
    lines = text.split("\n")
    at = pick.randrange(len(lines))
    lines[at : at + 1] = pick.choice(([], [lines[at]] * 2, [f"  {lines[at]}"], [lines[at][2:]], [f"{lines[at]} ["]))
    return "\n".join(lines)


def signs(pick: random.Random, text: str) -> str:
    """A sign put in or taken out, or the end of the file cut off."""
    at = pick.randrange(len(text))
    return pick.choice((text[:at] + pick.choice('[{"\t:&*!-#') + text[at:], text[:at] + text[at + 1 :], text[:at]))


RULES = 20
"""Of so many mutations one is also checked by every rule, and measured."""

MUTATIONS: tuple[Mutation, ...] = (leaf, borrowed, borrowed, structure, structure, line, signs)


def mutated(pick: random.Random, texts: Texts) -> tuple[str, Texts]:
    """The files after one to three mutations, and what was done."""
    found, done = dict(texts), []
    for _ in range(pick.choice((1, 1, 2, 3))):
        name = pick.choice(sorted(found))
        change = pick.choice(MUTATIONS)
        try:
            found[name] = change(pick, found[name].decode()).encode("utf-8", "surrogatepass")
        except (yaml.YAMLError, ValueError, IndexError, TypeError, AttributeError):
            continue  # the file is broken already, or has nothing of that kind
        done.append(f"{change.__name__} in {name}")
    if pick.random() < 0.03:
        name = pick.choice(sorted(found))
        del found[name]
        done.append(f"no {name}")
    return ", ".join(done), found


def trial(comparing: Comparing, before: Files, after: Files) -> str:
    """One comparison; what came of it. Raises whatever goes wrong."""
    pair = readable(before, after)
    review = comparing.review_of(pair, (before, after))
    if review is None:
        assert pair.after.debate is None
        return "nothing to evaluate"
    _tell(review)
    unread = {each.file: each for each in review.unread}
    if len(unread) < 2:  # of two, one may answer to what the other has lost
        for change in review.changes:
            if change.kind == "removed" and change.subject == "statement":
                file = pair.before.source_map.names[("statements", change.id)].file
                found = unread.get(file)
                is_read = not found or (found.parts and change.id not in found.parts and not found.after)
                assert is_read, f"{change.id} is unread, and told as removed"
    return "unread" if unread else "compared"


def _tell(review: Review) -> None:
    text, comment = to_text(review), compose([Part("fuzzed", review)])
    to_json(review)
    for told in (text, comment):
        same = re.search(r": ([^:].{0,80}) → \*\*\1\*\*", told)
        assert same is None, f"two alike values are told as a change: {same and same[0]}"


def trials(folder: Path, number: int, seed: int) -> tuple[Counter[str], list[str]]:
    """So many mutations of a debate, each in both directions: what came of them, and what went wrong."""
    whole = Comparing(Chosen.by(Config(), (), ()), datetime.date(2026, 1, 1), Config(), 0.05, "quadratic-energy")
    quick = replace(whole, chosen=whole.chosen._replace(rules=frozenset()), strength="")
    texts, _ = read_folder(folder)
    sound, pick = Files(texts, {}), random.Random(seed)
    outcomes, wrong = Counter[str](), list[str]()
    for n in range(number):
        if n and n % 100 == 0:
            print(f"{n} mutations: {dict(outcomes)}, {len(wrong)} wrong", file=sys.stderr, flush=True)
        done, changed = mutated(pick, texts)
        other = Files(changed, {})
        for way, pair in (("forth", (sound, other)), ("back", (other, sound))):
            try:
                outcomes[trial(quick if n % RULES else whole, *pair)] += 1
            except Exception:
                wrong.append(f"{n} {way}: {done}\n{traceback.format_exc(limit=-4)}")
                print(wrong[-1], file=sys.stderr, flush=True)
    return outcomes, wrong


def main() -> None:
    """As a command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--number", type=int, default=5000)
    parser.add_argument("--debate", type=Path, default=Path("arguments/nato-ukraine"))
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    outcomes, wrong = trials(asked.debate, asked.number, asked.seed)
    print(f"{asked.number} mutations, both directions: {dict(outcomes)}, {len(wrong)} wrong")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
