"""What hangs on a change, in at most five points: each a sentence with subject, cause and effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from argmap.model import Evidence, Rebuttal, Suppression
from argmap.model.change import Change, Kind
from argmap.model.diagnostics import Diagnostic
from argmap.prose.change_sentences import element, headline
from argmap.prose.relation import Relation, does
from argmap.reviews.claimed import changes_the_claim
from argmap.reviews.comment.comment_wording import marked, message_told, said
from argmap.reviews.comment.consequence_text import ReviewLines
from argmap.reviews.quoted import changed_quotes, words_of
from argmap.reviews.result import Flip, Review
from argmap.reviews.review_document import CONCEDES, concession
from argmap.reviews.standing_told import review_standings
from argmap.reviews.suppressed import suppressed
from argmap.reviews.together import audience_groups
from argmap.reviews.unread_told import newly_found, unread_lines
from argmap.reviews.verdict_told import motions
from argmap.wording.counts import counted
from argmap.wording.lists import listed
from argmap.wording.markdown_text import code, remark
from argmap.wording.sentences import capital

MOST = 5
"""Points of a comment."""

NAMED = 3
"""Things that a point names; it counts the others."""

CAUSES = 2
"""Changes that a point names as the reason for a flip; where these are all, it tells what flips by some of them."""

QUOTED = 110
"""Characters of a statement that a point quotes."""


class Point(NamedTuple):
    """A sentence, and the flips, changes and suppressions that it tells in full (all but the first by `id`)."""

    line: str
    flips: tuple[str, ...] = ()
    changes: tuple[int, ...] = ()
    in_a_section: bool = False
    """Whether a section says it as well, more fully."""


def points(review: Review, writer: ReviewLines, name: str) -> list[Point]:
    """The points of a debate, the gravest first; a comment shows `MOST` and folds the others."""
    if review.gone:
        return []
    found = [
        *map(Point, _unread(review)),
        *map(Point, _lock(review, writer, name)),
        *_motions(review, writer),
        *_flips(review, writer),
        *map(Point, _audiences(review)),
        *map(Point, _unanswered(review, writer)),
        *_conceded(review, writer),
        *_suppressed(review, writer),
        *_quotes(review, writer, name),
        *_rewordings(review, writer),
    ]
    checks = (Point(line, in_a_section=True) for line in _checks(review, name))
    return [*found, *_others(review, writer, found), *checks]


def placed(found: Sequence[Point], room: int = MOST) -> tuple[list[Point], list[Point]]:
    """The points above the folds, and those in a fold; what a section says more fully is in neither."""
    return list(found[:room]), [point for point in found[room:] if not point.in_a_section]


def _unread(review: Review) -> Iterator[str]:
    """Each file that could not be read; of the first also the lines around the fault."""
    for number, (each, line) in enumerate(unread_lines(review, code, message_told)):
        shown = each.after and number == 0 and each.excerpt
        yield "\n".join([f"{line}.", "", "```text", *each.excerpt, "```"]) if shown else f"{line}."


def _motions(review: Review, writer: ReviewLines) -> Iterator[Point]:
    for change in motions(review) if not review.born else ():
        if change.kind in (Kind.REWORDED, Kind.REPLACED, Kind.REMOVED):
            reads = change.kind is Kind.REWORDED and (change.edits[0].field if change.edits else "text") == "text"
            line = f"The motion now reads: {_marked(change)}" if reads else writer.told(change)
            yield Point(line, (), (id(change),))


def _flips(review: Review, writer: ReviewLines) -> Iterator[Point]:
    """Each reason for flips with what flips by it, those of resolutions first."""
    groups: dict[frozenset[int], list[Flip]] = {}
    quoted = set[str]()
    for flip in review.flips:
        causes = frozenset(id(change) for change in flip.causes)
        wider = next((every for every in groups if causes and causes < every and len(every) <= CAUSES), causes)
        groups.setdefault(wider, []).append(flip)
    for flips in groups.values():
        told = tuple(flip.id for flip in flips if flip.is_resolution) + _named_flips(flips)
        yield Point(f"{_because(flips[0], writer, quoted)}{_so(review, flips, writer)}.", told, in_a_section=True)


def _because(flip: Flip, writer: ReviewLines, quoted: set[str]) -> str:
    told = [_cause(change, writer, quoted) for change in flip.causes[:CAUSES]]
    if len(flip.causes) > CAUSES:
        told.append(f"{counted(len(flip.causes) - CAUSES, 'more change')}")
    text = " and ".join(told) if told else "These changes"
    return capital(text)


def _cause(change: Change, writer: ReviewLines, quoted: set[str]) -> str:
    """What a change does to its target, with its words where it is named for the first time."""
    record = change.after or change.before
    if change.subject != "statement" or change.kind not in (Kind.ADDED, Kind.REMOVED) or "of" not in _aims(record):
        what, _, rest = headline(change, writer.of).partition(": ")
        return f"{what} ({rest})" if rest else what  # what it causes comes after a colon
    done = "the new" if change.kind is Kind.ADDED else "the removed"
    target = record.get("undercuts") or record.get("of") or ""
    verb: Relation = "undercut" if record.get("undercuts") else record["type"]
    text = "" if change.id in quoted else f" ({_words(record, writer)})"
    quoted.add(change.id)
    aims = does(verb, writer.name(target))
    return f"{done} {record['type']} {writer.name(change.id)}{text} {aims if change.kind is Kind.ADDED else 'is gone'}"


def _words(record: dict[str, Any], writer: ReviewLines) -> str:
    """What a statement says; of a bare step from what it is one."""
    if record.get("text"):
        return said(record["text"], QUOTED)
    return f"from {listed([element(premise, writer.of) for premise in record.get('premises', ())], most=NAMED)}"


def _aims(record: dict[str, object]) -> tuple[str, ...]:
    return ("of",) if record.get("of") or record.get("undercuts") else ()


def _named_flips(flips: Sequence[Flip]) -> tuple[str, ...]:
    return tuple(flip.id for flip in flips if not flip.is_resolution)[:NAMED]


def _so(review: Review, flips: Sequence[Flip], writer: ReviewLines) -> str:
    """`: x is now defeated and y now counts`; of resolutions the verdict has said it."""
    rest, named = [flip for flip in flips if not flip.is_resolution], _named_flips(flips)
    shown = [flip for flip in rest if flip.id in named]
    said = [f"{writer.name(flip.id)} {review_standings(review, flip, code)[1].said.now}" for flip in shown]
    more = len(rest) - len(shown)
    if more > 0:
        said.append(f"{more} more {'statement flips' if more == 1 else 'statements flip'}")
    return f": {listed(said)}" if said else ""


def _audiences(review: Review) -> Iterator[str]:
    """One point: which audiences conclude what otherwise."""
    told = [f"for {listed(map(remark, names), most=NAMED)} {said}" for names, said in audience_groups(review, code)]
    if told:
        yield f"{capital('; '.join(told[:NAMED]))}{f'; and {len(told) - NAMED} more' if told[NAMED:] else ''}."


def _unanswered(review: Review, writer: ReviewLines) -> Iterator[str]:
    ids = review.newly_unanswered
    if len(ids) == 1:
        yield f"Nothing answers {writer.name(ids[0])} yet{_takes_down(review, ids[0], writer)}."
    elif ids:
        yield f"Nothing answers {listed(map(writer.name, ids), 'or', NAMED)} yet."


def _takes_down(review: Review, id: str, writer: ReviewLines) -> str:
    found = review.after.debate.statements[id]
    if not isinstance(found, Rebuttal) or any(flip.id == found.target for flip in review.flips):
        return ""
    what = "the step of " if found.undercuts else ""
    return f", and it takes down {what}{writer.name(found.target)}"


def _conceded(review: Review, writer: ReviewLines) -> Iterator[Point]:
    """One point, so that many concessions leave room for what else a change does."""
    ids = review.conceded[:NAMED]
    by = [each for _, id, each in suppressed(review) if id in ids and each.rule == CONCEDES]
    why = [(writer.name(id), said(concession(review, id), QUOTED)) for id in ids]
    if len(why) == 1:
        yield Point(f"{why[0][0]} is conceded: {why[0][1]}", (), _in_full(by))
    elif why:
        told = "; ".join(f"{name} ({reason})" for name, reason in why)
        number = len(review.conceded)
        more = f"; and {number - NAMED} more" if number > NAMED else ""
        yield Point(f"{counted(number, 'rebuttal')} are conceded: {told}{more}.", (), _in_full(by))


def _in_full(every: Iterable[Suppression]) -> tuple[int, ...]:
    """Of accepted findings those of which a point says all that there is to say."""
    return tuple(id(each) for each in every if not each.until and len(each.reason or "") <= QUOTED)


def _suppressed(review: Review, writer: ReviewLines) -> Iterator[Point]:
    found = [one for one in suppressed(review) if not (one[1] in review.conceded and one[2].rule == CONCEDES)]
    if not found:
        return
    told, come = [], {(c.subject, c.id) for c in review.changes if c.kind is Kind.ADDED and not review.born}
    for subject, id, each in found[:NAMED]:
        why = said(each.reason, QUOTED) if each.reason else "no reason"
        new = "the new " if (subject, id) in come else ""
        told.append(f"{code(each.rule)} at {new}{writer.of(subject, id)} ({why})")
    more = f"; and {len(found) - NAMED} more" if found[NAMED:] else ""
    line = f"{counted(len(found), 'finding')} {'is' if len(found) == 1 else 'are'} accepted: {'; '.join(told)}{more}."
    yield Point(line, (), _in_full(each for *_, each in found[:NAMED]))


def _lock(review: Review, writer: ReviewLines, name: str) -> Iterator[str]:
    lock = review.lock
    if lock.is_removed:
        yield f"{code('argmap.lock')} is removed, and with it every review and verified quote."
    elif lock.edited:
        ids = listed(map(writer.name, lock.edited), most=NAMED)
        yield f"{code('argmap.lock')} was edited by hand: its entries do not fit the words of {ids}."
    if lock.accepted:
        by = f", by {listed(map(remark, lock.by), most=NAMED)}" if lock.by else ""
        yield f"{counted(len(lock.accepted), 'step')} {'is' if len(lock.accepted) == 1 else 'are'} accepted here{by}."
    if lock.unchecked:
        quotes = f"{counted(len(lock.unchecked), 'quote')} {'is' if len(lock.unchecked) == 1 else 'are'}"
        sources = listed(map(writer.short, dict.fromkeys(lock.unchecked)), most=NAMED)
        where = f"a text that reviews do not open ({sources})"
        yield f"{quotes} entered as found in {where}: check with {code(f'argmap verify {name}')}."
    if arrived := [source for source in lock.arrived if source not in review.snapshots]:
        quotes = (
            "1 quote and the copy it is" if len(arrived) == 1 else f"{len(arrived):,} quotes and the copies they are"
        )
        sources = listed(map(writer.short, dict.fromkeys(arrived)), most=NAMED)
        yield f"{quotes} checked against both arrive here ({sources}): compare the copy with the source."


def _quotes(review: Review, writer: ReviewLines, name: str) -> Iterator[Point]:
    grave = [
        (c, was, held)
        for c, was, held in changed_quotes(review)
        if (was and was.quote) or held.source in review.snapshots
    ]
    for change, was, held in grave[:1]:
        before, after = (was.quote or "", held.quote or "") if was else ("", words_of(held))
        does = "quotes" if before and after else "now quotes" if after else "no longer quotes"
        other = " in other words" if before and after else ""
        snapshot = "; its snapshot changed with it" if held.source in review.snapshots else ""
        words = marked(before, after) if before and after else said(before or after, QUOTED)
        more = f" (and {counted(len(grave) - 1, 'more quote')})" if grave[1:] else ""
        line = f"{writer.name(change.id)} {does} {writer.short(held.source)}{other}{snapshot}: {words}{more}"
        if not was and not isinstance(change.after, Evidence):  # the words stand with the statement that is new
            new = f"the new quote of {writer.name(change.id)}"
            line = f"The snapshot of {writer.short(held.source)} changed together with {new}{more}."
        yield Point(line, (), (id(change),) if isinstance(change.after, Evidence) else ())
    alone = [each for each in review.snapshots if all(held.source != each for _, _, held in grave)]
    if alone:
        texts = f"The snapshot{'s' if alone[1:] else ''} of {listed(map(writer.short, alone), most=NAMED)}"
        verb = "are others or gone" if alone[1:] else "is another or gone"
        yield Point(f"{texts} {verb}: check what is quoted with {code(f'argmap verify {name}')}.")
    lost = [change for change in review.changes if change.kind is Kind.EVIDENCE_REMOVED]
    if lost:
        ids = list(dict.fromkeys(writer.name(change.id) for change in lost))
        cite = "cites" if len(ids) == 1 else "cite"
        yield Point(f"{listed(ids, most=NAMED)} {cite} less evidence than before.", in_a_section=True)


def _rewordings(review: Review, writer: ReviewLines) -> Iterator[Point]:
    grave = set(map(id, motions(review)))
    found = [c for c in review.changes if c.kind is Kind.REWORDED and c.subject == "statement" and id(c) not in grave]
    turning = [c for c in found if changes_the_claim(c.before or "", c.after or "")]
    if not found:
        return
    number = counted(len(found), "statement")
    if not turning:
        verb = "is" if len(found) == 1 else "are"
        yield Point(f"{number} {verb} reworded; numbers, names, “not”, “may” and the like stay.", in_a_section=True)
        return
    told = "; ".join(f"{writer.name(c.id)}: {_marked(c)}" for c in turning[:NAMED])
    more = f"; and {len(turning) - NAMED} more" if turning[NAMED:] else ""
    those = f"{len(turning)} of {number} reworded change what is claimed: "
    only = "What is claimed changes in "
    yield Point(f"{only if len(found) == 1 else those}{told}{more}", (), tuple(id(c) for c in turning[:NAMED]), True)


def _marked(change: Change) -> str:
    return marked(change.before, change.after) if change.before and change.after else said(change.after or "", QUOTED)


def _others(review: Review, writer: ReviewLines, found: Sequence[Point]) -> Iterator[Point]:
    """The changes of which no point speaks, where these are few: a number in the verdict says too little of them."""
    spoken = {each for point in found for each in point.changes}
    spoken |= {id(change) for flip in review.flips for change in flip.causes}
    left = [c for c in review.changes if not (id(c) in spoken or _is_spoken_of(c) or goes_without_saying(review, c))]
    lines = [line for change in left if (line := writer.once(change))]
    if len(lines) <= min(NAMED, MOST - len(found)):
        yield from (Point(line, (), tuple(map(id, left))) for line in lines)


def _is_spoken_of(change: Change) -> bool:
    """Whether changes of its kind have a point of their own, or are told among the checks."""
    is_reworded = change.kind is Kind.REWORDED and change.subject == "statement"
    own = (Kind.SUPPRESSION_ADDED, Kind.SUPPRESSION_REMOVED, Kind.EVIDENCE_REMOVED)
    return is_reworded or change.kind in own


def goes_without_saying(review: Review, change: Change) -> bool:
    """Whether a debate that came or went brings a change with it: that of its own fields."""
    return (review.born or review.gone) and change.subject == "debate"


def _checks(review: Review, name: str) -> Iterator[str]:
    new = [found for found in newly_found(review) if found.severity.rank < 2]
    suspect = [found for found in new if found.rule == "suspect-link"]
    if suspect:
        steps = counted(len(suspect), "step")
        verb, them = ("was", "it") if len(suspect) == 1 else ("were", "them")
        accept = code(f"argmap accept --all -d {name}")
        yield f"{steps} {verb} reviewed in other words: read {them} again, then {accept}."
    rest = [found for found in new if found.rule != "suspect-link" and found.rule != "unanswered-rebuttal"]
    if rest:
        yield f"The check newly reports {_named(rest)}."


def _named(found: Iterable[Diagnostic]) -> str:
    groups: dict[str, list[str]] = {}
    for each in found:
        groups.setdefault(each.rule, []).append(each.subject or each.span.file)
    told = [f"{code(rule)} ({listed(map(code, dict.fromkeys(who)), most=NAMED)})" for rule, who in groups.items()]
    return listed(told, most=NAMED)
