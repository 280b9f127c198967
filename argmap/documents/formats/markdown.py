"""GitHub-flavoured Markdown. The data is escaped: no HTML, table, ping or link comes of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.documents.document import (
    SIGNS,
    Block,
    Card,
    CardEvidence,
    Document,
    Figure,
    Heading,
    Inline,
    Item,
    Items,
    Line,
    Link,
    Meter,
    NoteMark,
    Paragraph,
    Pill,
    Ref,
    Run,
    Table,
    Tag,
    Terms,
    with_notes,
)  # fmt: skip
from argmap.wording.markdown_text import address, escape

NAME = "markdown"
TITLE = "Markdown"
SUFFIXES = (".md", ".markdown")
IS_BUILT = True


_MARKS = {"strong": ("**", "strong"), "cite": ("**", "strong"), "em": ("*", "em"), "code": ("`", "code")}
_ELEMENTS = {"added": "ins", "removed": "del"}
_OPENERS = re.compile(r"^([#+\-=:]|\d+(?=[.)]))")


def write(document: Document) -> str:
    """A document as Markdown."""
    writer = _Writer(document)
    subtitle = [f"*{escape(document.subtitle)}*"] if document.subtitle else []
    parts = [f"# {escape(document.title)}", *subtitle, *writer.blocks(with_notes(document))]
    if document.footer:
        parts += ["---", f"<sub>{writer.line(document.footer)}</sub>"]
    return "\n\n".join(parts) + "\n"


class _Writer:
    def __init__(self, document: Document) -> None:
        self.anchors = document.anchors
        self.placed: set[str] = set()
        self.written: dict[Inline, str] = {}

    def place(self, anchor: str | None) -> str:
        """An anchor at its first place, nothing afterwards."""
        if anchor is None or anchor in self.placed:
            return ""
        self.placed.add(anchor)
        return f'<a id="{anchor}"></a>'

    def line(self, line: Line) -> str:
        text = "".join(self.written_once(part) for part in line).strip()
        return _OPENERS.sub(lambda m: ("\\" + m.group()) if not m.group().isdigit() else m.group() + "\\", text)

    def written_once(self, part: Inline) -> str:
        """A statement that many others mention is escaped once."""
        if part not in self.written:
            self.written[part] = self.inline(part)
        return self.written[part]

    def inline(self, part: Inline) -> str:
        match part:
            case Run(text, style):
                return _styled(text, style, escape(text))
            case Link(text, href):
                found = address(href)
                if found == text:
                    return f"<{found}>"
                return f"[{escape(text, linked=True)}](<{found}>)" if found else escape(text)
            case Ref(text, to, style):
                linked = to in self.anchors
                inner = _styled(text, style, escape(text, linked=linked))
                return f"[{inner}](#{to})" if linked else inner
            case NoteMark(number):
                return f"[{part.text}](#_note-{number})"
            case Pill(label):
                return f"**{SIGNS[label]} {part.word}**"
            case Meter():
                return "(no strength)" if part.value is None else f"(strength {part.figure})"
            case Tag(id, href):
                found = address(href) if href else None
                return f"<sub>[`{id}`](<{found}>)</sub>" if found else f"<sub>`{id}`</sub>"

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, line, anchor):
                if place := self.place(anchor):
                    yield place
                yield f"{'#' * level} {self.line(line)}"
            case Paragraph(line, style, anchor):
                text = self.place(anchor) + self.line(line)
                yield f"> {text}" if style in ("lead", "todo", "words") else text
            case Items():
                yield self.items(block)
            case Table():
                yield self.table(block)
            case Card(tag, body, anchor):
                yield self.place(anchor) + self.line(tag)
                yield from self.blocks(body)
            case CardEvidence():
                yield self.evidence(block)
            case Terms(entries):
                yield "\n".join(f"- **{self.line(term)}**: {self.line(text)}" for term, text in entries)
            case Figure():
                return

    def evidence(self, block: CardEvidence) -> str:
        parts = [self.line(block.cite)]
        parts += [f"“{escape(block.quote)}”"] if block.quote else []
        parts += [self.line(line) for line in (block.passage, block.says) if line]
        return "> " + "\\\n> ".join(parts)

    def items(self, items: Items) -> str:
        return "\n".join(self.item(item, f"{n}." if items.numbered else "-") for n, item in enumerate(items.items, 1))

    def item(self, item: Item, mark: str) -> str:
        inside = list(self.blocks(item.below))
        own = f"{self.place(item.anchor)}{self.line(item.line)}"
        tight = all(isinstance(block, Items) for block in item.below)
        text = ("\n" if tight else "\n\n").join([own, *inside])
        indent = " " * (len(mark) + 1)
        lines = text.split("\n")
        return "\n".join([f"{mark} {lines[0]}", *(indent + line if line else "" for line in lines[1:])])

    def table(self, table: Table) -> str:
        rows = [list(map(escape, table.head)), ["---"] * len(table.head)]
        for row in table.rows:
            cells = [self.line(cell) for cell in row.cells]
            rows.append([self.place(row.anchor) + cells[0], *cells[1:]])
        return f"*{escape(table.caption)}*\n\n" + "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _styled(text: str, style: str, inner: str) -> str:
    """Markdown's own marks where they are certain to be read as such, HTML's elements where not."""
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if style == "plain" or not inner:
        return (" " if before else "") + inner + (" " if after and inner else "")
    if style == "quote":
        return f"“{inner}”"
    if style in _ELEMENTS:
        return f"<{_ELEMENTS[style]}>{inner}</{_ELEMENTS[style]}>"
    if style == "read":  # it may begin or end within a word, where marks next to punctuation are none
        whole = f"**{inner}**" if re.fullmatch(r"[^\W_](.*[^\W_])?", text.strip()) else f"<strong>{inner}</strong>"
        return (" " if before else "") + whole + (" " if after else "")
    mark, element = _MARKS[style]
    plain = re.fullmatch(r"[\w-]+" if style == "code" else r"\w(.*[\w.!?:])?", text.strip())
    whole = f"{mark}{inner}{mark}" if plain else f"<{element}>{inner}</{element}>"
    return (" " if before else "") + whole + (" " if after else "")
