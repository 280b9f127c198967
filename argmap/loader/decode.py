"""From bytes to text: size, encoding, characters that no text has."""

from __future__ import annotations

import unicodedata

from argmap.loader.faults import Faults
from argmap.loader.nodes import FileText
from argmap.model.diagnostics import Edit
from argmap.system.file_kinds import file_kind_of
from argmap.wording.unseen_characters import SIGN, UNPRINTABLE, hidden, without_hidden

LARGEST_FILE = 50_000_000
"""Bytes (of a text given as text: characters) above which a file is refused without being read."""


def decode(file: str, content: str | bytes, faults: Faults) -> FileText | None:
    """The text of a file, without byte order mark; None where it cannot be read as text."""
    if len(content) > LARGEST_FILE:
        limit = f"{LARGEST_FILE // 1_000_000} MB"
        message = f"has {len(content) / 1e6:,.0f} MB; the limit is {limit}"
        faults.add("file-too-large", FileText(file, "").span(0), message, "Split it into several files in positions/.")
        return None
    if kind := file_kind_of(content):
        help = "Move it out of the debate's folder, and give it the ending that belongs to it; this one is for YAML."
        faults.add("wrong-file-type", FileText(file, "").span(0), f"is {kind.title}, not YAML", help)
        return None
    text = _text(file, content, faults) if isinstance(content, bytes) else content
    if text is None:
        return None
    document = FileText(file, text.removeprefix("\ufeff"))
    return _printable(document, faults)


def _text(file: str, content: bytes, faults: Faults) -> str | None:
    utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4]  # YAML begins with ASCII
    bad = 0
    try:
        if not utf16:
            return content.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = error.start
    readable = content.decode("utf-8", errors="replace")
    document = FileText(file, readable.removeprefix("\ufeff"))
    offset = len(content[:bad].decode("utf-8").removeprefix("\ufeff"))
    span = document.span(offset, offset + 1)
    what = "is UTF-16" if utf16 else f"is not UTF-8: byte {bad} (0x{content[bad]:02x}) cannot be read"
    faults.add("not-utf8", span, what, "Save the file as UTF-8.")
    return None if utf16 else readable


def _printable(document: FileText, faults: Faults) -> FileText:
    _hidden(document, faults)
    if not UNPRINTABLE.search(document.text):
        return document
    for found in UNPRINTABLE.finditer(document.text):
        if faults.full(document.file):
            break
        span, code = document.span(found.start(), found.end()), ord(found[0])
        message = "this is a NUL character" if code == 0 else f"no text needs the character U+{code:04X}"
        faults.add("control-character", span, message, "Delete this character, or write what it stands for.")
        faults.mend((Edit(span, text=""),))
    document.text = UNPRINTABLE.sub(SIGN, document.text)
    return document


def _hidden(document: FileText, faults: Faults) -> None:
    """Report what is not seen, and let it be seen from here on."""
    for at in hidden(document.text):
        if faults.full(document.file):
            break
        character = document.text[at]
        name = unicodedata.name(character, "without a name").lower()
        message = f"nobody can see the character U+{ord(character):04X} ({name}) here"
        span = document.span(at, at + 1)
        faults.add("hidden-character", span, message, "Delete this character.")
        faults.mend((Edit(span, text=""),))
    document.text = without_hidden(document.text, SIGN)
