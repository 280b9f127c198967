"""What statements say of each other: does what they name exist, and can it be answered in this way?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from argmap.loader.faults import Advice, Faults, write
from argmap.loader.flatten import Record
from argmap.loader.library import Library, is_address
from argmap.loader.near_words import Suggester, quoted
from argmap.loader.nodes import descend, without
from argmap.model import ALL, Claim, Rebuttal, Stakes, Statement, Step, Support
from argmap.model.diagnostics import Note, Span
from argmap.model.schemes import SCHEMES
from argmap.wording.lists import every_one
from argmap.wording.near_misses import nearest


class Known(NamedTuple):
    """What there is to refer to."""

    statements: Mapping[str, Statement]
    """Those that are right in themselves, in file order."""
    records: Mapping[str, Record]
    """Every one that is named, right or not."""
    sources: Collection[str] | None
    """The ids of the bibliography; None where it could not be read to its end."""
    values: Collection[str] | None
    """The values that audiences put in order; None where debate.yaml does not say them rightly."""
    criteria: Collection[str] | None
    """The criteria of debate.yaml; None where it does not say them rightly."""
    options: Collection[str] | None
    """The ids of the resolutions; None where some may not have been read."""
    complete: bool
    """Whether every file was read to its end; if not, an unknown id may be in what was not read."""


class References:
    """Checks every reference of a debate, and says which statements can stand in it."""

    def __init__(self, known: Known, library: Library, faults: Faults) -> None:
        self.known, self.library, self.faults = known, library, faults
        self.suggester = Suggester()
        self.dropped = {id for id in known.records if id not in known.statements}
        self.trimmed: defaultdict[str, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))

    def check(self) -> dict[str, Statement]:
        """The statements with nothing unknown in them, in the given order; every fault is reported.

        A statement without its target or one of its premises is left out, and with it all that hangs below it.
        Elsewhere only the mention goes.
        """
        for statement in self.known.statements.values():
            self._mentions(statement)
            if not isinstance(statement, Claim) and not self._stands_on_something(statement):
                self.dropped.add(statement.id)
        self._drop_what_hangs_below()
        return {id: self._trim(s) for id, s in self.known.statements.items() if id not in self.dropped}

    def _stands_on_something(self, step: Step) -> bool:
        sound = self._undercuts(step) if isinstance(step, Rebuttal) and step.undercuts else self._of(step)
        for index, premise in enumerate(step.premises):
            at = ("premises", index)
            if isinstance(premise, str):
                sound = self._is_statement(step, premise, at, "premise") and sound
            else:
                sound = self._is_step(step, premise.step, (*at, "step")) and sound
        return sound

    def _undercuts(self, rebuttal: Rebuttal) -> bool:
        id, at = rebuttal.target, ("undercuts",)
        if not self._exists(rebuttal, id, at):
            return False
        if isinstance(self.known.statements.get(id), Claim):
            message = f"{id} is a claim, and only the step of a support or rebuttal can be undercut"
            record = self.known.records[rebuttal.id]
            span = record.node.key_span("undercuts") or record.name.span
            self.faults.add("undercuts-claim", span, message, write("of"))
            return False
        return True

    def _of(self, step: Step) -> bool:
        id, at = step.target, ("of",)
        if not self._exists(step, id, at):
            return False
        if self._bare(id):
            message = f"{id} is a bare step, which says nothing of its own"
            span, advice = self._instead(step, "of", "undercuts", "undercutters")
            self.faults.add("answers-bare-step", span, message, advice)
            return False
        return True

    def _instead(self, step: Step, key: str, better: str, nest: str) -> tuple[Span, Advice]:
        """To name the target by another key, where one does so; else to move the step to another list of the target."""
        record = self.known.records[step.id]
        span = record.node.key_span(key)
        if span is None:
            return record.name.span, Advice(f"Move it to `{nest}:`.")
        if isinstance(step, Support):
            return span, Advice("Answer one of its premises: name it here.")
        return span, write(better)

    def _is_statement(self, statement: Statement, id: str, at: tuple[str | int, ...], what: str) -> bool:
        """Whether there is a statement of this id that says something."""
        if not self._exists(statement, id, at):
            return False
        if bare := self._bare(id):
            span = self._span(statement, at)
            named = every_one(f"`{premise}`" for premise in bare.needed[:5]) or "a statement"
            advice = Advice(f"Write {named}.") if what != "premise" else write(f"{{step: {id}}}", at=span)
            message = f"{id} is a bare step, which says nothing of its own, so it cannot be a {what}"
            self.faults.add("bare-step-as-statement", span, message, advice)
        return bare is None

    def _is_step(self, statement: Statement, id: str, at: tuple[str | int, ...]) -> bool:
        """Whether there is a support or rebuttal of this id."""
        if not self._exists(statement, id, at, self._steps):
            return False
        if isinstance(self.known.statements.get(id), Claim):
            whole = self._span(statement, at[:-1])
            message = f"{id} is a claim, and only a support or rebuttal has a step"
            self.faults.add("premise-without-step", whole, message, write(id, at=whole))
            return False
        return True

    @cached_property
    def _steps(self) -> Collection[str]:
        """The ids of supports and rebuttals, right or not."""
        return [id for id, record in self.known.records.items() if record.type != "claim"]

    def _bare(self, id: str) -> Step | None:
        found = self.known.statements.get(id)
        return found if found is not None and not isinstance(found, Claim) and found.is_bare else None

    def _mentions(self, statement: Statement) -> None:
        """What the statement names beside what it stands on."""
        self._once(statement, "contradicts", statement.contradicts)
        for index, other in enumerate(statement.contradicts):
            if not self._is_statement(statement, other, ("contradicts", index), "statement to contradict"):
                self.trimmed[statement.id]["contradicts"].add(index)
        self._of_options(statement)
        if statement.values is not None and self.known.values is not None:
            self._stakes(statement, statement.values, self.known.values)
        if self.known.sources is not None:
            self._evidence(statement, self.known.sources)
        if not isinstance(statement, Claim):
            for index, comparison in enumerate(statement.outweighs):
                if not self._outweighs(statement, comparison.over, ("outweighs", index, "over")):
                    self.trimmed[statement.id]["outweighs"].add(index)
            self._once(statement, "premises", statement.premise_ids)
            self._once(statement, "outweighs", [each.over for each in statement.outweighs], "over")
            if statement.question is not None and (target := self.known.statements.get(statement.target)):
                at, record = self._span(statement, ("question",)), self.known.records[target.id]
                check_question(statement.question, at, target, record, self.faults)

    def _of_options(self, statement: Statement) -> None:
        """What it says of the options of a decision, and of what they are judged by."""
        if statement.risk is not None and statement.risk.option is not None:
            self._is_option(statement, statement.risk.option, ("risk", "option"))
        if isinstance(statement, Claim):
            self._once(statement, "excludes", statement.excludes)
            for index, other in enumerate(statement.excludes):
                if not self._is_option(statement, other, ("excludes", index)):
                    self.trimmed[statement.id]["excludes"].add(index)
        if statement.criterion is not None and self.known.criteria is not None:
            check_criterion(
                statement.criterion, self.known.criteria, self._span(statement, ("criterion",)), self.faults
            )

    def _is_option(self, statement: Statement, id: str, at: tuple[str | int, ...]) -> bool:
        """Whether a resolution has this id."""
        if id == statement.id and at[0] == "excludes":
            return self._exists(statement, id, at)
        if self.known.options is None or id in self.known.options:
            return True
        others = [each for each in self.known.options if each != statement.id]
        unknown_option(id, others, self._span(statement, at), self.faults)
        return False

    def _once(self, statement: Statement, key: str, named: Sequence[str], *below: str) -> None:
        """Report what a list names a second time; the first mention stays."""
        first: dict[str, int] = {}
        for index, id in enumerate(named):
            known = id in self.known.records and id != statement.id
            if known and first.setdefault(id, index) != index:
                at, before = (self._span(statement, (key, each, *below)) for each in (index, first[id]))
                help = "Delete one of the two, or name the statement that is meant."
                self.faults.add("named-twice", at, f"{id} is named a second time", help, (Note(before, "first here"),))
                self.trimmed[statement.id][key].add(index)

    def _stakes(self, statement: Statement, stakes: Stakes, values: Collection[str]) -> None:
        first: dict[str, Span] = {}
        for key, named in (("promotes", stakes.promotes), ("demotes", stakes.demotes)):
            for index, value in enumerate(named):
                check_value(value, values, self._span(statement, ("values", key, index)), first, self.faults)

    def _evidence(self, statement: Statement, sources: Collection[str]) -> None:
        for index, evidence in enumerate(statement.evidence):
            if evidence.source in sources:
                continue
            at = self._span(statement, ("evidence", index, "source"))
            near = self.suggester.nearest(evidence.source, sources)
            help: str | Advice = _ADD.format(evidence.source) + self.suggester.left_out
            if is_address(evidence.source):
                from argmap.loader.reshape import source_at

                help = source_at(evidence.source, at, self.library)
            elif near:
                help = f"Did you mean `{near}`?"
            self.faults.add("unknown-source", at, "no source has this id", help)
            self.trimmed[statement.id]["evidence"].add(index)

    def _goes_astray(self, step: Statement) -> bool:
        """Whether a step answers to nothing or to itself: that is reported, and nothing that follows from it."""
        return not isinstance(step, Claim) and (step.target == step.id or step.target not in self.known.records)

    def _outweighs(self, step: Step, over: str, at: tuple[str | int, ...]) -> bool:
        if over == ALL and step.of is not None:
            return True
        if step.of is None and (over == ALL or over in self.known.records):
            message = f"{step.id} undercuts {step.target}, and an undercutter is not weighed"
            self.faults.add("outweighs-elsewhere", self._span(step, at), message, "Delete the comparison.")
            return False
        if not self._exists(step, over, at):
            return False
        other = self.known.statements.get(over)
        if other is None or _are_rivals(step, other) or self._goes_astray(other):
            return True
        rivals = self._answers.get((step.of, not isinstance(step, Support)), [])[:5]
        help = f"Write {every_one(f'`{id}`' for id in rivals)}." if rivals else "Delete the comparison."
        message = f"{over} is not on the other side of {step.target}, so the two are never weighed"
        self.faults.add("outweighs-elsewhere", self._span(step, at), message, help)
        return False

    @cached_property
    def _answers(self) -> dict[tuple[str | None, bool], list[str]]:
        """What answers to what each statement says: its supports (True) and its rebuttals (False)."""
        found: defaultdict[tuple[str | None, bool], list[str]] = defaultdict(list)
        for statement in self.known.statements.values():
            if not isinstance(statement, Claim) and statement.of is not None:
                found[statement.of, isinstance(statement, Support)].append(statement.id)
        return dict(found)

    def _exists(
        self, statement: Statement, id: str, at: tuple[str | int, ...], wanted: Collection[str] | None = None
    ) -> bool:
        """Whether there is a record of this id; where not, one like it is proposed, of those that are wanted."""
        if id == statement.id:
            help = "Name another statement here."
            self.faults.add("self-reference", self._span(statement, at), f"{id} names itself", help)
            return False
        if id not in self.known.records and self.known.complete:
            self._unknown(id, self._span(statement, at), self.known.records if wanted is None else wanted, at)
        return id in self.known.records

    def _unknown(self, id: str, at: Span, wanted: Collection[str], route: tuple[str | int, ...]) -> None:
        near = self.suggester.nearest(id, wanted)
        if id in (self.known.sources or ()):
            from argmap.loader.reshape import as_evidence

            self.faults.add("unknown-target", at, "this is the id of a source", as_evidence(id, self.library))
            return
        if near is None:
            help = "Name a statement by its id, the word after `claim:`, `support:` or `rebuttal:` in any file."
            if route == ("of",) and len(options := [*(self.known.options or ())]) == 1:
                help = f"Write `{options[0]}`, if you mean the resolution; or name another statement{help[16:]}"
            self.faults.add("unknown-target", at, "no statement has this id", help + self.suggester.left_out)
            return
        span = self.known.records[near].name.span
        help = f"Did you mean `{near}` ({span.file}:{span.line})?"
        self.faults.add("unknown-target", at, "no statement has this id", help, (Note(span, f"{near} is here"),))

    def _span(self, statement: Statement, steps: tuple[str | int, ...]) -> Span:
        """Where a reference stands; where nesting says it, the place is that of the statement's own id."""
        record = self.known.records[statement.id]
        return (descend(record.node, steps) or record.name).span

    def _drop_what_hangs_below(self) -> None:
        below: defaultdict[str, list[str]] = defaultdict(list)
        for statement in self.known.statements.values():
            for id in _stands_on(statement):
                below[id].append(statement.id)
        waiting = list(self.dropped)
        while waiting:
            for id in below.get(waiting.pop(), ()):
                if id not in self.dropped:
                    self.dropped.add(id)
                    waiting.append(id)

    def _trim(self, statement: Statement) -> Statement:
        """The statement without mentions of what does not exist; its node agrees, so that indices stay right."""
        if self.dropped:
            self._forget_dropped(statement)
        if statement.id not in self.trimmed:
            return statement
        record, update = self.known.records[statement.id], {}
        for key, indices in self.trimmed[statement.id].items():
            update[key] = tuple(each for index, each in enumerate(getattr(statement, key)) if index not in indices)
            record.node = without(record.node, key, indices)
        return statement.model_copy(update=update)

    def _forget_dropped(self, statement: Statement) -> None:
        for index, other in enumerate(statement.contradicts):
            if other in self.dropped:
                self.trimmed[statement.id]["contradicts"].add(index)
        if isinstance(statement, Claim):
            for index, other in enumerate(statement.excludes):
                if other in self.dropped:
                    self.trimmed[statement.id]["excludes"].add(index)
        else:
            for index, comparison in enumerate(statement.outweighs):
                if comparison.over in self.dropped:
                    self.trimmed[statement.id]["outweighs"].add(index)


_SIDE_WORDS = (
    ("pro", "aff", "affirmative", "for", "yes", "in favour", "proposition", "government"),
    ("con", "neg", "negative", "against", "no", "opposed", "opposition"),
)


def check_side(record: Record, sides: Mapping[str, str], faults: Faults) -> None:
    """Report a side that the debate does not have, and forget it."""
    stated, node = record.data["side"], record.node.child("side")
    if not isinstance(stated, str) or stated in sides or node is None:
        return
    plain = stated.strip().lower()
    meant = [
        id
        for (id, name), words in zip(sides.items(), _SIDE_WORDS, strict=True)
        if plain in (id, name.lower()) or plain in words
    ]
    advice = Advice(f"Write {every_one(f'`{id}`' for id in sides)}.")
    if len(meant) == 1:
        advice = write(meant[0], at=node.span)
    faults.add("unknown-side", node.span, f"{quoted(stated)} is not a side of this debate", advice)
    del record.data["side"]


def check_value(value: str, values: Collection[str], at: Span, first: dict[str, Span], faults: Faults) -> None:
    """Report a value that debate.yaml does not have, or that was named before: `first` remembers where."""
    if value not in values:
        near = nearest(value, values)
        help = f"Did you mean `{near}`?" if near else f"Put it into `values` of debate.yaml: `{value}: …`."
        faults.add("unknown-value", at, f"{quoted(value)} is not a value of this debate", help)
    elif value in first:
        note = (Note(first[value], "first here"),)
        faults.add("value-named-twice", at, f"{value} is named a second time", "Delete one of the two.", note)
    first.setdefault(value, at)


def check_criterion(criterion: str, criteria: Collection[str], at: Span, faults: Faults) -> None:
    """Report a criterion that debate.yaml does not have."""
    if criterion not in criteria:
        near = nearest(criterion, criteria)
        add = f"Put it into `criteria` of debate.yaml: `- {{id: {criterion}, name: …}}`."
        help = f"Did you mean `{near}`?" if near else add
        faults.add("unknown-criterion", at, f"{quoted(criterion)} is not a criterion of this debate", help)


def unknown_option(id: str, options: Collection[str], at: Span, faults: Faults) -> None:
    """Report an id that no resolution has."""
    near = nearest(id, options)
    help = "Delete it."
    if options:
        help = f"Did you mean `{near}`?" if near else f"Write {every_one(f'`{each}`' for each in [*options][:5])}."
    faults.add("unknown-target", at, "no resolution has this id", help)


_ADD = "Check the id, or add `- id: {}` to sources.yaml with what you know of the source."


def _are_rivals(one: Statement, other: Statement) -> bool:
    """Whether one supports and the other contests the same statement."""
    if isinstance(one, Claim) or isinstance(other, Claim) or isinstance(one, Support) == isinstance(other, Support):
        return False
    return one.of is not None and one.of == other.of


def _stands_on(statement: Statement) -> Iterator[str]:
    if not isinstance(statement, Claim):
        yield statement.target
        yield from statement.premise_ids


def check_question(key: str, at: Span, target: Statement, record: Record, faults: Faults) -> None:
    """Report a question that its target, the statement of `record`, does not have to face."""
    scheme = None if isinstance(target, Claim) else target.scheme
    note = (Note(record.name.span, f"{target.id} is here"),)
    if scheme is None:
        if "scheme" in record.node.entries:
            return  # What is wrong with the scheme is reported already.
        message = f"{target.id} states no scheme, so it has no critical questions"
        help = "Delete it." if isinstance(target, Claim) else "Delete it, or state the `scheme:` there."
        faults.add("unknown-question", at, message, help, note)
        return
    known = [question.key for question in SCHEMES[scheme].questions]
    if key not in known:
        near = nearest(key, known)
        help = f"Did you mean `{near}`?" if near else f"Write {every_one(f'`{each}`' for each in known)}."
        faults.add("unknown-question", at, f"{quoted(key)} is not a question of {scheme}", help, note)
