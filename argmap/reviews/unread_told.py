"""What a review says of files that cannot be read, and of debates that came, went or were renamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.model.diagnostics import Diagnostic
from argmap.reviews.result import Review, UnreadFile
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.sentences import capital

Code = Callable[[str], str]
"""What a format makes of a name."""


def place(unread: UnreadFile) -> str:
    """`line 14, column 23`; nothing where the file itself is missing."""
    fault = _first(unread)
    if fault is None or fault.span.file != unread.file or fault.rule == "missing-file":
        return ""
    return f"line {fault.span.line}, column {fault.span.column}"


def _first(unread: UnreadFile) -> Diagnostic | None:
    return next(iter(unread.faults), None)


def newly_found(review: Review) -> list[Diagnostic]:
    """What the checks newly report beyond the faults by which files are unread: those are told with the files."""
    known = [fault for each in review.unread for fault in each.faults]
    return [found for found in review.diagnoses.new if found not in known]


def cannot_compare(review: Review, code: Code = str) -> str:
    """`cannot be compared: positions/case.yaml, line 14, column 23`; nothing where all was read in the later version.

    Of a fault that only the version before had, it is said that it is mended.
    """
    broken = [each for each in review.unread if each.after]
    if not broken:
        return ""
    first, where = broken[0], place(broken[0])
    more = f" (and {counted(len(broken) - 1, 'more file')})" if broken[1:] else ""
    return f"Cannot be compared: {code(first.file)}{f', {where}' if where else ''}{more}"


def unread_lines(review: Review, code: Code = str, prose: Code = str) -> Iterator[tuple[UnreadFile, str]]:
    """Of each file what is wrong with it, and that what it holds is unread and not removed; `prose` is what a format
    makes of a message. The verdict has the place of the only one."""
    return ((each, _line(each, review, code, prose)) for each in review.unread)


def _line(each: UnreadFile, review: Review, code: Code, prose: Code) -> str:
    fault = _first(each)
    why = prose(fault.message.rstrip(".")) if fault else "it is not there"
    if fault and fault.span.file != each.file:
        lost = f"{code(fault.span.file)}, line {fault.span.line}, refers to what is not there any more"
        whole = {"file-not-read": "is not read", "not-a-file": fault.message}.get(fault.rule)
        why = f"{code(fault.span.file)} {whole}" if whole else lost
    parts = listed(map(code, each.parts))
    if not each.after:
        what = f"{parts} of {code(each.file)}" if parts else code(each.file)
        return f"{what} could not be read before ({why}): what it says is taken as it is now"
    within = f"in {code(each.within)}" if each.within and each.within not in each.parts else ""
    only = len(review.unread) == 1
    where = ", ".join(filter(None, (code(each.file), place(each), within)))
    told = f"{_begun(why, each, review, code)}{within and f' ({within})'}" if only else f"{where}: {why}"
    if review.born:
        return f"{told}. This review says nothing of what could not be read"
    what, is_one = _unread_part(each, parts) if parts else _unread_file(each, code(each.file) if only else "")
    verb, it = ("is", "it") if is_one else ("are", "them")
    return f"{told}. So {what} {verb} unread, not removed: nothing is said about {it}"


def _unread_part(each: UnreadFile, parts: str) -> tuple[str, bool]:
    """What of a file is unread, and whether that is one thing: `x and the 3 statements below it`."""
    below = each.statements - len(each.parts)
    more = f" and the {_statements(below)} below" if below > 0 else ""
    return f"{parts}{more}", not more and len(each.parts) == 1


def _unread_file(each: UnreadFile, file: str) -> tuple[str, bool]:
    """The same of a whole file, which may have been named."""
    number = _statements(each.statements)
    if each.statements:
        return f"the {number} of {file}" if file else f"its {number}", each.statements == 1
    return f"what {file or 'it'} says", True


def _statements(number: int) -> str:
    return "statement" if number == 1 else counted(number, "statement")


def _begun(why: str, each: UnreadFile, review: Review, code: Code) -> str:
    """What is wrong as the beginning of a sentence: an id stays as it is, and a message without a subject gets one."""
    first, _, rest = why.partition(" ")
    if first in ("is", "has"):
        return f"{'This file' if place(each) in ('', 'line 1, column 1') else 'This'} {why}"
    known = {*review.after.debate.statements, *review.before.debate.statements}
    return f"{code(first)} {rest}" if first in known else capital(why)


def standing_of_the_debate(review: Review, code: Code = str) -> str:
    """That a debate is new, gone, or called otherwise; nothing of another one."""
    name = code(review.name or review.after.debate.id)
    number = counted(len((review.before if review.gone else review.after).debate.statements), "statement")
    if review.gone:
        return f"The debate {name} is deleted, with {number}"
    if review.born:
        return f"The debate {name} is new, with {number}"
    return f"The debate {code(review.was)} is now called {code(review.name)}" if review.was else ""
