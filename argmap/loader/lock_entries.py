"""The lock file: its entries, and a diagnostic for each line that is not an entry."""

from __future__ import annotations

from argmap.evidence.lock import FILE, Lock, MalformedLine, parse
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.model.diagnostics import Severity, Span


def lock_of(content: str | bytes, faults: Faults) -> tuple[Lock, str | None]:
    """The entries of a lock file, and its text; None where it is no text."""
    document = decode(FILE, content, faults)
    if document is None:
        return Lock(), None
    lock, malformed = parse(document.text)
    for line in malformed:
        _report(line, document.span(line.start, line.end), faults)
    return lock, document.text


def _report(line: MalformedLine, span: Span, faults: Faults) -> None:
    if line.fault == "lock-conflict":
        help = "Keep the entries of both sides, and delete the lines with the marks."
        faults.add("lock-conflict", span, line.message, help)
    elif line.fault == "lock-unknown":
        help = "If it is a slip, delete the line; argmap keeps it, since a later version may know it."
        faults.add("lock-unknown", span, line.message, help, severity=Severity.WARNING)
    else:
        help = "Delete the line; 'argmap verify' and 'argmap accept' write it anew."
        faults.add("lock-entry", span, line.message, help)
