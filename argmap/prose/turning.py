"""What a statement turns on, in words: the refutations and comparisons that would change how it stands."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis.comparisons import Settling
from argmap.analysis.critical_sets import Family
from argmap.documents.document import Line
from argmap.documents.lines import joined, line
from argmap.documents.nested_lists import Sentence
from argmap.evaluation.framework import Label
from argmap.prose.move import all_of, below
from argmap.prose.naming import Names, Readers
from argmap.prose.standing import stands
from argmap.wording.counts import in_words
from argmap.wording.lists import MOST


def few(number: int) -> str:
    """`No single refutation`, `No three refutations`."""
    return "No single refutation" if number == 1 else f"No {in_words(number)} refutations"


def few_change(number: int, named: Line) -> Line:
    """`No single refutation changes how it stands.`"""
    return line(f"{few(number)} {'changes' if number == 1 else 'change'} how ", named, " stands.")


def if_refuted(
    would: str, family: Family, readers: Readers, most: int = MOST, rest: str = "", why: Line = ()
) -> Iterator[Sentence]:
    """`It would stand if a were refuted.`, or `It would stand if both of these were refuted:` and these below it."""
    choices = [readers.names(ids, "or") for ids in (family if len(family) > 1 else [(id,) for id in family[0]])]
    if len(choices) == 1:
        yield line(f"It {would} if ", choices[0], " were refuted", why, "."), 0
        return
    which = all_of(len(choices)) if len(family) > 1 else "any one"
    yield f"It {would} if {which} of these were refuted:", 0
    yield from below([[(each, 0)] for each in choices], readers, f"more{rest}", most)


def together(family: Family, names: Names) -> Line:
    """What would have to be refuted together: `a and (b or c)`."""
    choices = (line("(", names(ids, "or"), ")") if len(ids) > 1 else names(ids, "or") for ids in family)
    return joined(choices, " and ")


def settled_if(found: Settling, names: Names) -> Line:
    """`It would stand if an argument for it, such as a, outweighed x and y.`"""
    way, heavier = "for" if found.label is Label.IN else "against", names([found.heavier], "or")
    one = line(f"an argument {way} it, such as ", heavier, ",") if found.free else heavier
    return line(f"It {stands(found.label).would} if ", one, " outweighed ", names(found.lighter, "and"), ".")
