"""One self-contained HTML page: no script, no network; reads on a phone, in the dark and on paper.

The page is a jinja2 template with autoescape, so everything from the data is text; its content security policy allows
nothing but its own styles. Maps stand in it as the SVG that the maps layer wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from importlib.resources import files
from typing import Any

from argmap.documents.document import (
    SIGNS,
    CardEvidence,
    Document,
    Heading,
    Index,
    Inline,
    Line,
    Link,
    Meter,
    NoteMark,
    Pill,
    Ref,
    Run,
    Tag,
    blocks_of,
    parts_of,
    tidy,
    with_notes,
)
from argmap.documents.templates import templates
from argmap.wording.markdown_text import address
from argmap.wording.unseen_characters import seen

NAME = "html"
TITLE = "HTML"
SUFFIXES = (".html", ".htm")
IS_BUILT = True

FOOTER_LINE = 100
"""How many letters a line of the footer has on paper at the least."""

_PROLOGUE = re.compile(r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?(?:<!--.*?-->\s*)*", re.S)


def write(document: Document) -> str:
    """A document as an HTML page."""
    placed: set[str] = set()

    def place(anchor: str | None) -> str | None:
        if anchor is None or anchor in placed:
            return None
        placed.add(anchor)
        return anchor

    has_passages = any(isinstance(block, CardEvidence) and block.passage for block in blocks_of(document))
    has_changes = any(isinstance(part, Run) and part.style in ("added", "removed") for part in parts_of(document))
    styles = style() + (style("passage.css") if has_passages else "") + (style("changes.css") if has_changes else "")
    page: str = _template().render(
        document=document, body=with_notes(document), place=place, style=styles, contents=_contents(document),
        foot=_room(document.footer), what="changes" if has_changes else "brief", line=_Lines(document.anchors),
    )  # fmt: skip
    return page.lstrip()


_ELEMENTS = {
    "strong": "strong", "cite": "strong", "em": "em", "quote": "q", "code": "code", "added": "ins", "removed": "del",
}  # fmt: skip
_BAR = (
    '<svg width="52" height="9" viewBox="0 0 52 9" aria-hidden="true" focusable="false"><rect class="b-track" x=".5" '
    'y=".5" width="51" height="8" rx="2"/><rect class="b-fill" width="{:.1f}" height="9" rx="2"/></svg>'
)


class _Lines:
    """Lines as markup: in Python, since a template takes three times as long, and half of a page is lines."""

    def __init__(self, anchors: Collection[str]) -> None:
        from markupsafe import Markup, escape

        self.anchors, self.safe = anchors, Markup
        self.escape: Callable[[str], str] = lambda text: escape(seen(text))

    def __call__(self, line: Line) -> str:
        return self.safe("".join(map(self.inline, line)))

    def inline(self, part: Inline) -> str:
        match part:
            case Run(text, style):
                return self.element(_ELEMENTS.get(style, "bdi"), text)
            case Ref(text, to, style):
                inner = self.element(style if style in ("em", "strong") else "bdi", text)
                return f'<a href="#{self.escape(to)}">{inner}</a>' if to in self.anchors else inner
            case Link(text, href):
                to = self.escape(address(href) or "")
                outside = f'<a class="b-ext" href="{to}" rel="noopener noreferrer nofollow">{self.escape(text)}</a>'
                return outside if to else self.element("bdi", text)
            case NoteMark(number):
                return f'<a href="#_note-{number}">{self.element("bdi", part.text)}</a>'
            case Pill(label):
                sign = f'<span aria-hidden="true">{SIGNS[label]}</span>'
                return f'<span class="b-pill b-{label.value}">{sign} {self.escape(part.word)}</span>'
            case Meter(value):
                figure, bar = self.escape(part.figure), "" if value is None else _BAR.format(52 * value)
                told = "no strength" if value is None else f"strength {figure}"
                return f'<span class="b-meter" role="img" aria-label="{told}">{bar}{figure}</span>'
            case Tag(id, href):
                to, code = self.escape(address(href or "") or ""), self.escape(id)
                plain = f'<code class="b-tag">{code}</code>'
                return f'<a class="b-tag" href="{to}"><code>{code}</code></a>' if to else plain

    def element(self, name: str, text: str) -> str:
        return f"<{name}>{self.escape(text)}</{name}>"


def style(name: str = "page.css") -> str:
    """The page's style sheet, or what `passage.css` adds for passages and `changes.css` for two wordings in one."""
    return files("argmap.documents.formats").joinpath(name).read_text(encoding="utf-8")


def _room(footer: Line) -> float:
    """How high the footer is on paper, in rem, and rather more: its room is kept at the end of what it follows."""
    words = "".join(part.word if isinstance(part, Pill) else getattr(part, "text", "") for part in footer)
    return 1.25 * (len(words) // FOOTER_LINE + 1) + 1.25 if words else 0


def _contents(document: Document) -> list[Heading]:
    """The sections for the list at the top; a brief with an index of its own needs none."""
    if any(isinstance(block, Index) for block in document.blocks):
        return []
    headings = (block for block in with_notes(document) if isinstance(block, Heading))
    return [heading for heading in headings if heading.level == 2 and heading.anchor]


@cache
def _template() -> Any:
    environment = templates("argmap.documents.formats")
    environment.filters |= {"tidy": tidy, "svg": svg}
    return environment.get_template("page.html.jinja")


def svg(text: str) -> Any:
    """An SVG picture for the page: without what only a file of its own may begin with."""
    from markupsafe import Markup

    picture = _PROLOGUE.sub("", text)
    return Markup(picture) if picture.startswith("<svg") else Markup("")
