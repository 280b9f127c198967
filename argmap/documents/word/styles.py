"""The styles of Word documents: those that debaters' macros know by name, and plain ones for analysts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from argmap.documents.word.package import NAMESPACES

_FONTS = (("Calibri", "Carlito"), ("Arial", "Liberation Sans"))
"""The font for debaters, and the plain one, with what is exactly as wide: LibreOffice brings the second along, so that
a memo has the same pages everywhere."""
HIGHLIGHT = "cyan"
"""What is read aloud has this colour behind it."""


@dataclass(frozen=True)
class Style:
    """A style: its id and name, what its paragraphs and its letters look like, as WordprocessingML."""

    id: str
    name: str
    paragraph: str = ""
    letters: str = ""
    alias: str = ""
    based_on: str = "Normal"
    of_letters: bool = False

    def xml(self) -> str:
        """As a part of `styles.xml`."""
        kind = "character" if self.of_letters else "paragraph"
        alias = f'<w:aliases w:val="{self.alias}"/>' if self.alias else ""
        below = "" if self.id == "Normal" or self.of_letters else f'<w:basedOn w:val="{self.based_on}"/>'
        after = '<w:next w:val="Normal"/>' if self.id.startswith("Heading") else ""
        look = f"<w:pPr>{self.paragraph}</w:pPr>" if self.paragraph else ""
        usual = ' w:default="1"' if self.id == "Normal" else ""
        return (
            f'<w:style w:type="{kind}"{usual} w:styleId="{self.id}"><w:name w:val="{self.name}"/>{alias}{below}{after}'
            f"<w:qFormat/>{look}<w:rPr>{self.letters}</w:rPr></w:style>"
        )


def _size(points: float) -> str:
    return f'<w:sz w:val="{2 * points:.0f}"/><w:szCs w:val="{2 * points:.0f}"/>'


def _level(n: int, more: str = "", before: int = 40) -> str:
    """What a heading of level `n` needs to stand in the navigation pane, and not at the end of a page."""
    breaks, border, centred = "pageBreakBefore" in more, "pBdr" in more, "jc" in more
    box = "".join(f'<w:{e} w:val="single" w:sz="24" w:space="1" w:color="auto"/>' for e in _EDGES) if border else ""
    return (
        "<w:keepNext/><w:keepLines/>" + "<w:pageBreakBefore/>" * breaks + (f"<w:pBdr>{box}</w:pBdr>" if border else "")
        + f'<w:spacing w:before="{before}" w:after="0"/>' + '<w:jc w:val="center"/>' * centred
        + f'<w:outlineLvl w:val="{n}"/>'
    )  # fmt: skip


_EDGES = ("top", "left", "bottom", "right")
_BOLD = "<w:b/><w:bCs/>"
_SMALL = '<w:color w:val="595959"/>' + _size(9)
_UNDERLINED = '<w:u w:val="single"/>'

_SHARED = (
    Style("Normal", "Normal", alias="Card"),
    Style("Subtitle", "Subtitle", '<w:spacing w:after="160"/>', '<w:color w:val="595959"/>' + _size(11)),
    Style("Note", "Note", '<w:spacing w:after="80"/>', _SMALL),
    Style("Caption", "caption", '<w:keepNext/><w:spacing w:before="60" w:after="40"/>', "<w:i/><w:iCs/>" + _size(9)),
    Style("TableText", "Table Text", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', _size(8.5)),
    Style("Gap", "Gap", '<w:spacing w:after="0" w:line="80" w:lineRule="exact"/>', _size(2)),
    Style("Lead", "Lead", '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="808080"/></w:pBdr>'
                          '<w:ind w:left="240"/>'),
    Style("Footer", "footer", '<w:spacing w:after="0"/><w:jc w:val="center"/>', _SMALL),
    Style("Header", "header", '<w:spacing w:after="0"/>', _SMALL),
    Style("FootnoteText", "footnote text", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', _size(9)),
    Style("FootnoteReference", "footnote reference", letters='<w:vertAlign w:val="superscript"/>', of_letters=True),
    Style("StyleUnderline", "Style Underline", letters='<w:b w:val="0"/><w:bCs w:val="0"/>' + _size(11) + _UNDERLINED,
          alias="Underline", of_letters=True),
    Style("Strong", "Strong", letters=_BOLD, of_letters=True),
    Style("Code", "Code", letters='<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>' + _SMALL,
          of_letters=True),
    Style("Hyperlink", "Hyperlink", letters='<w:color w:val="0B5394"/>' + _UNDERLINED, of_letters=True),
)  # fmt: skip

_CARDS = (
    Style("Heading1", "heading 1", _level(0, "pageBreakBefore pBdr jc", 0), _BOLD + _size(26), "Pocket"),
    Style("Heading2", "heading 2", _level(1, "pageBreakBefore jc"), _BOLD + _size(22) + '<w:u w:val="double"/>', "Hat"),
    Style("Heading3", "heading 3", _level(2, "pageBreakBefore jc"), _BOLD + _size(16) + _UNDERLINED, "Block"),
    Style("Heading4", "heading 4", _level(3), _BOLD + _size(13), "Tag"),
    Style("ListParagraph", "List Paragraph", '<w:spacing w:after="20" w:line="240" w:lineRule="auto"/>', _size(10)),
    Style("Analytic", "Analytic", _level(3), _BOLD + _size(13), based_on="Heading4"),
    Style("Undertag", "Undertag", '<w:spacing w:after="80"/>', "<w:i/><w:iCs/>" + _size(11)),
    Style("Style13ptBold", "Style 13 pt Bold", letters=_BOLD + _size(13) + '<w:u w:val="none"/>', alias="Cite",
          of_letters=True),
    Style("Emphasis", "Emphasis", letters=_BOLD + '<w:i w:val="0"/><w:iCs w:val="0"/>' + _size(11) + _UNDERLINED,
          of_letters=True),
)  # fmt: skip

_USUAL_LETTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
)

_PLAIN = (
    Style("Title", "Title", '<w:keepNext/><w:spacing w:after="60"/>', _BOLD + _size(18)),
    Style("Heading1", "heading 1", _level(0, before=140), _BOLD + _size(14)),
    Style("Heading2", "heading 2", _level(1, before=140), _BOLD + _size(12)),
    Style("Heading3", "heading 3", _level(2, before=120), _BOLD + _size(10.5)),
    Style("ListParagraph", "List Paragraph", '<w:spacing w:after="60"/>'),
    Style("Tag", "Tag", '<w:keepNext/><w:spacing w:before="160" w:after="40"/>', _BOLD + _size(11)),
    Style("Undertag", "Undertag", '<w:ind w:left="360"/>', _size(10)),
    Style("Quote", "Quote", '<w:ind w:left="360" w:right="360"/>', _size(10)),
    Style("Style13ptBold", "Cite", letters=_BOLD, of_letters=True),
    Style("Emphasis", "Emphasis", letters="<w:i/><w:iCs/>", of_letters=True),
    Style("TOC1", "toc 1", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs>'
                           '<w:spacing w:after="40"/>'),
)  # fmt: skip


def styles(plain: bool) -> str:
    """The part `styles`: for analysts if `plain`, else for debaters."""
    fonts = " ".join(f'w:{script}="{_FONTS[plain][0]}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    every = "".join(style.xml() for style in chain(_SHARED, _PLAIN if plain else _CARDS))
    usual = _size(10 if plain else 11)
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>{usual}"
        '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f'<w:spacing w:after="{60 if plain else 160}" w:line="{245 if plain else 259}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        f"{_USUAL_LETTERS}{every}</w:styles>"
    )


def font_table(plain: bool) -> str:
    """The part `fontTable`: what is as wide as our font, where that is not on the machine."""
    font, instead = _FONTS[plain]
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{font}"><w:altName w:val="{instead}"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
