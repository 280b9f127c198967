"""Whom a debate would convince: how each option stands with each audience, and what would change their minds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from argmap.briefs.memo_parts import other_options
from argmap.briefs.selected_debate import SelectedDebate
from argmap.briefs.shared_parts import heading
from argmap.documents.document import (
    Block,
    Item,
    Items,
    Line,
    Paragraph,
    Pill,
    Ref,
    Row,
    Run,
    Table,
    Terms,
    on_its_side,
)  # fmt: skip
from argmap.documents.lines import joined, line, phrase
from argmap.evaluation.audience_verdicts import AudienceVerdict, Shift, conditions
from argmap.evaluation.framework import Label
from argmap.model import Claim
from argmap.prose.standing import stands
from argmap.wording.counts import in_words
from argmap.wording.lists import every_one, listed
from argmap.wording.sentences import capital

CAPTION = "The options as each audience would find them"
NOTE = (
    "An audience ranks what is at stake. It rejects an objection whose value ranks below that of what it contests. "
    "Of two arguments that nobody has compared, the one whose value ranks higher weighs more. The editors judge which "
    "values an argument speaks for, and how each audience ranks them."
)

TOO_MANY = (
    "There are too many rankings to try them all: for {} only the first moves of a value were tried. "
    "“argmap explain” with “--audience” tries more for one option and one audience."
)


def audiences(s: SelectedDebate) -> list[Block]:
    """The section of the memo; nothing where the debate has no audiences, or nobody has asked them."""
    if not s.analysis.audience_verdicts:
        return []
    values = tuple((line(capital(s.named(value))), line(phrase(text))) for value, text in s.debate.values.items())
    blocks = [*table(s), Paragraph((Run(NOTE),), "note"), heading(3, "How each ranks the values"), *rankings(s)]
    blocks += [heading(3, "The values"), Terms(values)] if values else []
    return [*blocks, heading(3, "Which change of mind would change it"), *_shifts(s)]


def rankings(s: SelectedDebate) -> Iterator[Block]:
    """Each audience with its values, the highest first."""
    orders = ((name, ", then ".join(map(s.named, s.debate.audiences[name]))) for name in s.debate.audiences)
    yield Terms(
        tuple((line(capital(s.named(name))), line(order or "no value before another")) for name, order in orders)
    )


def _by_option(verdicts: Iterable[AudienceVerdict]) -> Mapping[str, list[AudienceVerdict]]:
    found: dict[str, list[AudienceVerdict]] = {}
    for each in verdicts:
        found.setdefault(each.resolution, []).append(each)
    return found


def table(s: SelectedDebate) -> list[Block]:
    """Options by audiences, with who accepts what in a sentence or three; nothing where nobody has asked them."""
    if not s.analysis.audience_verdicts:
        return []
    labels = {(each.resolution, each.audience): each.label for each in s.analysis.audience_verdicts}
    rows = []
    for option in s.first_options:
        heard = ((Pill(labels[option.id, name]),) for name in s.debate.audiences)
        rows.append(Row((s.option_name(option), (s.pill(option.id),), *heard)))
    head = ("Option", "Unranked", *(capital(s.named(name)) for name in s.debate.audiences))
    title = heading(2, "Whom it would convince", "_audiences")
    found = on_its_side(Table(CAPTION, head, tuple(rows)), "Audience")
    return [title, found, *other_options(s, "“argmap evaluate --audiences”"), Paragraph(summary(s))]


def acceptance_table(s: SelectedDebate) -> list[Block]:
    """Options by audiences, as each would find them; nothing where there are none."""
    labels = {(each.resolution, each.audience): each.label for each in s.analysis.standings}
    if not labels:
        return []
    audiences = s.debate.audiences
    rows = tuple(
        Row((line(capital(s.name(option.id))), *((Pill(labels[option.id, name]),) for name in audiences)))
        for option in s.first_options
    )
    head = ("Option", *(capital(s.named(name)) for name in audiences))
    return [on_its_side(Table(CAPTION, head, rows), "Audience")]


def summary(s: SelectedDebate) -> Line:
    """Which options all of them accept, which some, and which none."""
    by_reach: dict[str, list[Claim]] = {"all": [], "some": [], "none": []}
    verdicts = _by_option(s.analysis.audience_verdicts)
    for option in s.options:
        won = [each.label is Label.IN for each in verdicts[option.id]]
        by_reach["all" if all(won) else "some" if any(won) else "none"].append(option)
    n = len(s.debate.audiences)
    which = f"all {in_words(n)} audiences" if n > 2 else "both audiences" if n == 2 else "the one audience"
    every = f"with {which}"
    none = "with none of them" if n > 1 else every
    said = [
        _stand(line(listed([s.within(x.id) for x in found])), len(found), denied, whom)
        for found, denied, whom in ((by_reach["all"], False, every), (by_reach["none"], n == 1, none)) if found
    ]  # fmt: skip
    if some := by_reach["some"]:
        others = line("The other" + "s" * (len(some) > 1)) if said else line(listed([s.within(x.id) for x in some]))
        said.append(_stand(others, len(some), False, "with some of the audiences and not with others"))
    return joined(said, " ")


def _stand(named: Line, n: int, denied: bool, whom: str) -> Line:
    verb = f"do{'es' * (n == 1)} not stand" if denied else f"stand{'s' * (n == 1)}"
    return line(named, f" {verb} {whom}.")


def _shifts(s: SelectedDebate) -> Iterator[Block]:
    unmoved, verdicts = list[str](), _by_option(s.analysis.audience_verdicts)
    for option in s.first_options:
        if items := tuple(_moves(s, verdicts[option.id])):
            yield Paragraph(line(Ref(capital(s.name(option.id)), option.id, "strong"), ":"))
            yield Items(items)
        else:
            unmoved.append(option.id)
    if unmoved:
        them = "any of these audiences" if len(s.debate.audiences) > 1 else "this audience"
        tried = "" if all(each.every for each in s.analysis.audience_verdicts) else " that was tried"
        start = f"No move of a single value{tried} would change how "
        yield Paragraph(
            line(start, listed(map(s.within, unmoved)), f" {stands(Label.IN).present(len(unmoved))} with {them}.")
        )
    if cut := len({each.audience for each in s.analysis.audience_verdicts if not each.every}):
        yield Paragraph(line(TOO_MANY.format(in_words(cut, "audience"))), "note")


def _moves(s: SelectedDebate, found: Iterable[AudienceVerdict]) -> Iterator[Item]:
    """What each audience would have to be convinced of; those together that would have to be convinced of the same."""
    alike: dict[str, list[str]] = {}
    for each in found:
        if each.shifts:
            alike.setdefault(_convincing(s, each.shifts), []).append(s.named(each.audience))
    for words, names in alike.items():
        yield Item(line(Run(capital(every_one(names, "and")), "strong"), f": {words}."))


def _convincing(s: SelectedDebate, shifts: Iterable[Shift]) -> str:
    """`it would stand if they raised life or peace to just above property`, for each label that it would get."""
    moves = conditions(shifts, s.named)
    return "; ".join(f"it {stands(label).would} if {condition}" for label, condition, _ in moves)
