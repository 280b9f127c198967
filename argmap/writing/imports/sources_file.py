"""`sources.yaml` with new entries and new keys, as edits that leave every other byte as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.loader.bibliography_file import bibliography
from argmap.loader.compose import compose
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.loader.nodes import MappingNode, ScalarNode, SequenceNode
from argmap.model import Source
from argmap.model.diagnostics import Severity
from argmap.writing.format import formatted, has_crlf
from argmap.writing.key_order import rank, rest_place
from argmap.writing.scalars import has_letter, on_one_line
from argmap.writing.splice import Splice, as_bytes, spliced
from argmap.writing.tree import Collection, Slot, Tree, UnreadableError, grow

NAME = "sources.yaml"
HEAD = "# yaml-language-server: $schema=.schema/sources.schema.json\nreferences:\n"
"""How the file begins where there was none."""

_SAFE = re.compile(r"0|[1-9]\d{0,14}|\d{4}(?:-\d\d){0,2}")
"""Numbers and dates that stay what they are where another reader of YAML takes them for that."""


class Unwritable(Exception):  # noqa: N818 - it says why
    """The file has faults of YAML, or is none of ours; nothing can be put into it."""


@dataclass
class SourcesChange:
    """What becomes of the file: new entries, and keys of entries that are there, by the place of the entry."""

    added: Sequence[Mapping[str, Any]] = ()
    filled: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    """New keys."""
    replaced: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    """Keys whose value is another."""

    def __bool__(self) -> bool:
        return bool(self.added or self.filled or self.replaced)


class SourcesFile:
    """The bibliography of a debate as it is written; `content` is None where there is none.

    Raises `Unwritable` where it cannot be taken apart.
    """

    def __init__(self, content: bytes | None) -> None:
        self.content = content if content is not None else HEAD.encode()
        self.text = self.content.decode("utf-8", errors="replace").removeprefix("\ufeff")
        self.end = "\r\n" if has_crlf(self.text) else "\n"
        if self.text and not self.text.endswith(("\n", "\r")):
            self.text += self.end
        self.lines: Callable[[Mapping[str, Any]], list[str]] = canonical
        self.tree = self._grown()
        self.list = self._references()
        every = self.list.children if self.list else []
        self.slots = [slot for slot in every if isinstance(slot.value, MappingNode) and slot.value.entries]

    def _grown(self) -> Tree | None:
        try:
            tree = grow(NAME, self.text if "\ufffd" not in self.text else self.content)
        except UnreadableError as error:
            raise Unwritable(str(error)) from None
        if isinstance(tree, Tree):
            return tree
        if tree or re.sub(r"(?m)^[^\S\n]*#.*$", "", self.text).strip():
            raise Unwritable(tree[0].message if tree else "it is not a list of sources")
        return None

    def _references(self) -> Collection | None:
        """The list of entries; None where it is still to be begun."""
        if self.tree is None or isinstance(self.tree.root.node, SequenceNode):
            return self.tree.root if self.tree else None
        slot = self.tree.root.child("references")
        if slot is None:
            raise Unwritable("it has no `references:`")
        if isinstance(slot.value, ScalarNode) and slot.value.data is None:
            return None
        if slot.body is None or not isinstance(slot.value, SequenceNode):
            raise Unwritable("`references:` is not a list")
        return slot.body

    @property
    def items(self) -> list[dict[str, Any]]:
        """The entries as they are written."""
        return [{key: value for key, value in slot.value.data.items() if value is not None} for slot in self.slots]  # type: ignore[union-attr]

    def is_commented(self, place: int, key: str) -> bool:
        """Whether a comment stands in the value of a key, so that it cannot be replaced."""
        slot = self._key(place, key)
        start, end = (slot.key or slot.value).start, _end(self.text, slot)
        return any(start <= comment.start < end for comment in (self.tree.comments if self.tree else ()))

    def _key(self, place: int, key: str) -> Slot:
        body = self.slots[place].body
        found = body.child(key) if body else None
        assert found is not None
        return found

    def changed(self, change: SourcesChange) -> bytes:
        """The file after a change. Where it was in its canonical form before, it is so afterwards: then all of it is
        written anew, and otherwise each new entry by itself.
        """
        if formatted(NAME, self.text).text == self.text:
            self.lines = lambda item: raw(item).split("\n")[1:-1]
            if new := formatted(NAME, self._spliced(change)).text:
                return as_bytes(new, self.content)
        self.lines = canonical
        return as_bytes(self._spliced(change), self.content)

    def _spliced(self, change: SourcesChange) -> str:
        splices: list[Splice] = []
        for place, keys in change.replaced.items():
            splices += [self._replaced(place, key, value) for key, value in keys.items()]
        for place, keys in change.filled.items():
            splices += self._filled(place, keys)
        splices += self._added(change.added)
        return spliced(self.text, _put_together(splices))

    def _block(self, item: Mapping[str, Any], column: int) -> str:
        """An entry whose dash stands at a column."""
        lines = self.lines(item)
        return "".join((" " * column + line[2:] if line.strip() else "") + self.end for line in lines)

    def _added(self, items: Sequence[Mapping[str, Any]]) -> list[Splice]:
        if not items:
            return []
        if self.list is None or not self.list.children:
            return self._begun(items)
        last = self.list.children[-1]
        if self.list.flow:
            return [Splice(last.value.end, last.value.end, "".join(f",{self.end}  {_flow(item)}" for item in items))]
        gap = self.end if len(self.list.children) > 1 and last.blank else ""
        at = self._line_after(_end(self.text, last))
        return [Splice(at, at, "".join(gap + self._block(item, self.list.column) for item in items))]

    def _begun(self, items: Sequence[Mapping[str, Any]]) -> list[Splice]:
        """The first entries of a file that has none."""
        blocks = "".join(self._block(item, 2) for item in items)
        root = self.tree.root if self.tree else None
        slot = root.child("references") if root and isinstance(root.node, MappingNode) else None
        if slot is None or slot.key is None:  # nothing but comments, or `[]` alone
            start = root.node.start if root else len(self.text)
            return [Splice(start, len(self.text), f"references:{self.end}{blocks}")]
        colon = self.text.index(":", slot.key.end) + 1
        at = self._line_after(max(colon, _end(self.text, slot)))
        return [Splice(colon, max(colon, slot.value.end), ""), Splice(at, at, blocks)]

    def _line_after(self, offset: int) -> int:
        """Where the next line begins."""
        found = re.compile(r"\r\n|\n|\r").search(self.text, offset)
        return found.end() if found else len(self.text)

    def _filled(self, place: int, keys: Mapping[str, Any]) -> list[Splice]:
        """Each key after the last one that comes before it in the canonical order."""
        body = self.slots[place].body
        assert body is not None
        found = []
        for key, value in sorted(keys.items(), key=lambda pair: _place(pair[0])):
            before = [slot for slot in body.children if _place(slot.name or "") <= _place(key)]
            slot = before[-1] if before else body.children[0]
            if body.flow:
                found.append(Splice(slot.value.end, slot.value.end, f", {_pair(key, value, inside=True)}"))
                continue
            at = self._line_after(_end(self.text, slot))
            lines = self._block({"id": "id", key: value}, body.column - 2).split(self.end)[1:]
            found.append(Splice(at, at, self.end.join(lines)))
        return found

    def _replaced(self, place: int, key: str, value: Any) -> Splice:
        slot = self._key(place, key)
        assert slot.key is not None
        colon = self.text.index(":", slot.key.end) + 1
        return Splice(colon, max(colon, _end(self.text, slot)), f" {_value(value, inside=slot.parent.flow)}")


def _put_together(splices: Iterable[Splice]) -> list[Splice]:
    """Insertions at one place as one, in their order."""
    found: dict[tuple[int, int], str] = {}
    for splice in splices:
        found[splice.start, splice.end] = found.get((splice.start, splice.end), "") + splice.text
    return [Splice(start, end, text) for (start, end), text in found.items()]


def _end(text: str, slot: Slot) -> int:
    """Where the text of an entry ends: a folded text counts the empty lines after it."""
    end = max(slot.value.end, slot.key.end if slot.key else 0)
    while end > slot.start and text[end - 1] in " \t\r\n":
        end -= 1
    return end


def _place(key: str) -> float:
    return rank(Source).get(key, rest_place(Source) - 0.5)


def ids_and_errors(content: bytes) -> tuple[list[str], set[str]]:
    """The ids of the sources in a file, and its errors, each in words."""
    faults = Faults()
    document = decode(NAME, content, faults)
    root = compose(document, faults)[0] if document is not None else None
    found = bibliography(root, faults) if root is not None else {}
    return list(found), {fault.message for fault in faults.found if fault.severity is Severity.ERROR}


def raw(item: Mapping[str, Any]) -> str:
    """A file with one entry, each key on a line."""
    lines = [f"    {_pair(key, value)}\n" for key, value in item.items()]
    return "references:\n  - " + "".join(lines).lstrip()


def canonical(item: Mapping[str, Any]) -> list[str]:
    """The lines of an entry in the form that `argmap fmt` gives it, its dash two columns from the left."""
    text = raw(item)
    return (formatted(NAME, text).text or text).split("\n")[1:-1]


def _flow(item: Mapping[str, Any]) -> str:
    return f"{{{', '.join(_pair(key, value, inside=True) for key, value in item.items())}}}"


def _pair(key: str, value: Any, *, inside: bool = False) -> str:
    return f"{on_one_line(key, '', inside=inside)}: {_value(value, inside=inside)}"


def _value(value: Any, *, inside: bool = False) -> str:
    if isinstance(value, Mapping):
        return _flow(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(each, inside=True) for each in value)}]"
    text = str(value)
    # beside another program's key a plain text would look like one that a comma has cut
    return on_one_line(text, "" if _SAFE.fullmatch(text) else '"', inside=inside, quoted=inside and has_letter(text))
