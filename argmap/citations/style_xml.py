"""The XML of styles and locales, read with care: a style may come from anywhere.

No document type and so no entities, a limit on size, and words instead of the parser's exception.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, XMLParser

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LIMIT = 2_000_000
"""Characters of a file; the largest style that is published has 250,000."""


class StyleError(ValueError):
    """A citation style that is not there or cannot be used; `near` names a few that are close.

    `at` is a pattern of what is wrong in the text of the style.
    """

    def __init__(self, message: str, near: tuple[str, ...] = (), at: str = "") -> None:
        super().__init__(message + (f"; did you mean {' or '.join(near)}?" if near else ""))
        self.near, self.at = near, at

    def in_text(self, text: str) -> StyleError:
        """The error with the line on which it stands in a style."""
        found = re.search(self.at, text) if self.at else None
        return StyleError(f"line {text.count(chr(10), 0, found.start()) + 1}: {self}", self.near) if found else self

    @property
    def sentence(self) -> str:
        """The message with a full stop, unless it ends with a question or a command to type."""
        return str(self) if str(self).endswith(("?", '"')) else f"{self}."


def read(text: str) -> Element:
    """The root of a CSL file. Raises `StyleError` where the text is not XML, or more than a style needs to be."""
    if len(text) > LIMIT:
        raise StyleError(f"it has {len(text):,} characters, more than the {LIMIT:,} that a style may have")
    if not text.strip():
        raise StyleError("it is empty; download it again")
    if re.search(r"<!doctype\s+html|<html[\s>]", text[:2000], re.IGNORECASE):
        raise StyleError("it is a web page, not a style; open the page, and download the .csl file it links to")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise StyleError("it declares a document type, which no style needs; delete the declaration")
    parser = XMLParser()
    try:
        parser.feed(text)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as fault:
        raise StyleError(f"it is not well-formed XML ({fault}); download it again, or mend it there") from fault
    return root


def name_of(element: Element) -> str:
    """The element's name without its namespace; empty for a comment."""
    return element.tag.removeprefix(NAMESPACE) if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> list[Element]:
    """The children of that name."""
    return element.findall(NAMESPACE + name)
