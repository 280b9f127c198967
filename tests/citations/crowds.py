"""Works that are hard to tell apart: one family, one year, one title, long lists of names that begin alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Name = dict[str, Any]


def crowds() -> Iterator[tuple[str, dict[str, Any]]]:
    """Each item with the name of the crowd it stands in."""
    for crowd, works in _CROWDS.items():
        for number, (names, date, title) in enumerate(works):
            item: dict[str, Any] = {"id": f"{crowd}-{number:02}", "type": "book", "publisher": "Crowd Press"}
            item |= {"author": names} if names else {}
            item |= {"issued": {"date-parts": date}} if date else {}
            yield crowd, item | {"title": title}


def _names(text: str) -> list[Name]:
    """`Ode Marne; Sam Marne; Quay Board`: given and family; without a space in front of `!` a literal."""
    return [_name(each.strip()) for each in text.split(";") if each.strip()]


def _name(text: str) -> Name:
    if text.startswith("!"):
        return {"literal": text[1:]}
    given, _, family = text.rpartition(" ")
    return {"family": family, "given": given} if given else {"family": family}


def _works(*rows: tuple[str, list[list[int]], str]) -> list[tuple[list[Name], list[list[int]], str]]:
    return [(_names(names), date, title) for names, date, title in rows]


_2001, _2002, _LATE = [[2001]], [[2002]], [[2001, 5, 6]]
_TEAM = "Uma Zelkarr; Vin Zorrit; Wes Zuckmar; Xan Zyrell"

_CROWDS = {
    "one-year": _works(
        ("Ode Zamarne", _2001, "Third book"),
        ("Ode Zamarne", _2001, "First book"),
        ("Ode Zamarne", _LATE, "Second book"),
        ("Ode Zamarne", _2002, "Fourth book"),
        ("Ode Zamarne", [[2001], [2003]], "Fifth book"),
        ("Ode Zamarne", [], "Undated book"),
        ("Ode Zamarne", [], "Another undated book"),
        ("Ode Zamarne", [[-12]], "Very old book"),
        ("Ode Zamarne", [[-12]], "Another very old book"),
    ),
    "thirty": _works(*(("Ida Zorvane", _2001, f"Letter number {n}") for n in range(30))),
    "same-family": _works(
        ("Ada Zerrick", _2001, "On gates"),
        ("Bor Zerrick", _2001, "On walls"),
        ("Bor Zerrick", _2002, "On towers"),
        ("Cleo Zerrick; Ada Zerrick", _2001, "On both"),
    ),
    "same-initial": _works(
        ("Anna Zillmon", _2001, "On salt"),
        ("Arne Zillmon", _2001, "On sand"),
        ("Arne Zillmon", _2001, "On silt"),
        ("A. Zillmon", _2002, "On soil"),
        ("Zillmon", _2002, "On slate"),
        ("Anna Bea Zillmon", _2002, "On stone"),
    ),
    "team": _works(
        (_TEAM, _2001, "By four"),
        (_TEAM, _2001, "By four again"),
        (_TEAM, _2002, "By four later"),
        ("Uma Zelkarr; Vin Zorrit; Wes Zuckmar; Yul Zyrell", _2001, "By another four"),
        ("Uma Zelkarr; Vin Zorrit; Ole Zatt; Xan Zyrell", _2001, "By a third four"),
        ("Uma Zelkarr; Vin Zorrit", _2001, "By two"),
        ("Uma Zelkarr; Vin Zorrit; Wes Zuckmar", _2001, "By three"),
        ("Uma Zelkarr", _2001, "By one"),
        ("Una Zelkarr; Vin Zorrit; Wes Zuckmar; Xan Zyrell", _2001, "By four with another first"),
        (_TEAM + "; Yul Zabb; Ned Zobb", _2001, "By six"),
        (_TEAM + "; Yul Zabb; Tom Zobb", _2001, "By other six"),
    ),
    "institutions": _works(
        ("!Zandport Harbour Council", _2001, "Plan"),
        ("!Zandport Harbour Council", _2001, "Budget"),
        ("!Zandport Harbour Council; Ode Zamarne", _2001, "Joint plan"),
    ),
    "nobody": _works(
        ("", _2001, "Zest"),
        ("", _2001, "Zest"),
        ("", [], "Zest"),
        ("", [], "Zest"),
        ("", _2002, "“Zest” and more"),
        ("", _2002, "The zest"),
    ),
    "sorted": _works(
        ("Ottó Zähler", _2001, "Umlaut"),
        ("Otto Zahler", _2001, "No umlaut"),
        ("Otto Zah-ler", _2001, "Hyphen"),
        ("Otto Zahle", _2001, "Shorter"),
        ("Otto ZAHLER", _2002, "Capitals"),
        ("Øle Zøhm", _2001, "Stroke"),
        ("Ole Zohm", _2001, "No stroke"),
        ("Ole Zo'hm", _2001, "Apostrophe"),
    ),
}
