"""What kind of file it is by how it begins, whatever its name says."""

from __future__ import annotations

import re
from typing import NamedTuple


class FileKind(NamedTuple):
    """What people call a kind of file, and how it begins."""

    title: str
    begin: re.Pattern[str]


XML = r"\A(?:<\?xml[^<>]*>[ \t\r\n]*)?"
KINDS = (
    FileKind("a PDF", re.compile(r"\A%PDF-")),
    FileKind(
        "an office document",
        re.compile(r"\APK\x03\x04.{26}(?:\[Content_Types\]|_rels|docProps|mimetypeapplication/vnd)", re.S),
    ),
    FileKind("a ZIP archive", re.compile(r"\APK\x03\x04")),
    FileKind("a compressed file", re.compile(r"\A\x1f\x8b")),
    FileKind("an office document", re.compile(r"\A\{\\rtf")),
    FileKind("an office document", re.compile(r"\A\xd0\xcf\x11\xe0")),
    FileKind("a web page", re.compile(XML + r"<(?:!doctype html|html|head|body)\b", re.I)),
    FileKind("XML", re.compile(r"\A<(?:\?xml\b|!DOCTYPE\b)")),
    FileKind("a picture", re.compile(r"\A(?:.PNG\r\n\x1a|\xff\xd8\xff|GIF8)", re.S)),
    FileKind("a database of SQLite", re.compile(r"\ASQLite format 3")),
)


def file_kind_of(content: str | bytes) -> FileKind | None:
    """The kind of a file that is not plain text; None if it may be plain text."""
    head = content[:1000] if isinstance(content, str) else content[:1000].decode("latin-1").removeprefix("ï»¿")
    head = head.lstrip("\ufeff \t\r\n")
    return next((kind for kind in KINDS if kind.begin.match(head)), None)
