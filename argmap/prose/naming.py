"""What a sentence calls the statements that it is about, and what it calls an answer to them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from argmap.documents.document import Line, tidy
from argmap.documents.lines import line, phrase, sentence
from argmap.evaluation.evaluated import Evaluation
from argmap.evaluation.reasons import voice
from argmap.model import Claim, Debate, Statement
from argmap.prose.relation import aim
from argmap.wording.counts import in_words
from argmap.wording.lists import listed

Names = Callable[[Sequence[str], str], Line]
"""What a format calls some statements, given their ids and the word before the last: `a, b and 3 more`."""

NO_CORE = "no statement is marked core: true; mark those that a reader should meet first"
"""Why the core of a debate cannot be shown, without a full stop."""


def by_id(ids: Sequence[str], last: str) -> Line:
    """By their ids, as whoever edits the files knows them."""
    return line(listed(ids, last))


@dataclass(frozen=True)
class Readers:
    """For those who read a memo: they answer what is said, and know no rebuttals and supports."""

    names: Names
    number: Callable[[int], str] = in_words

    def answer(self, ev: Evaluation, id: str, how: Literal["rebut", "undercut", "either"] | None) -> Line:
        """`answer “A”: show that this is not so`."""
        shown = {"rebut": ": show that this is not so", "undercut": ": show that this does not count here"}
        return line("answer ", self.names([id], "and"), shown.get(how or "", ""))

    def support(self, id: str) -> Line:
        """`find evidence, or an argument that counts, for “A”`."""
        return line("find evidence, or an argument that counts, for ", self.names([id], "and"))


@dataclass(frozen=True)
class _Editors(Readers):
    """For those who edit the files."""

    def answer(self, ev: Evaluation, id: str, how: Literal["rebut", "undercut", "either"] | None) -> Line:
        """`answer a`, `rebut a`, `undercut the step of a against b`, of a bare step `undercut a`."""
        step = ev.debate.statements[id]
        if how != "undercut":
            return line(f"{'rebut' if how == 'rebut' else 'answer'} {id}")
        if isinstance(step, Claim) or step.is_bare:
            return line(f"undercut {id}")
        return line(f"undercut the step of {id} {aim(step)}")

    def support(self, id: str) -> Line:
        """`give a a support that counts`."""
        return line(f"give {id} a support that counts")


EDITORS = _Editors(by_id, str)


@dataclass(frozen=True)
class ToldDebate:
    """An evaluated debate as readers are told of it, and what they are told that its statements are called."""

    ev: Evaluation

    @property
    def debate(self) -> Debate:
        """The debate."""
        return self.ev.debate

    @cached_property
    def scope(self) -> frozenset[str]:
        """The ids of the statements that are told."""
        return frozenset(self.debate.statements)

    def named(self, id: str) -> str:
        """The name of a value or an audience as people say it: `lives-in-ukraine` as `lives in Ukraine`."""
        return " ".join(self._spelled.get(word, word) for word in id.split("-"))

    def words_of(self, id: str) -> str:
        """What a statement says; a bare step says what its premises say together."""
        statement = self.debate.statements[id]
        if statement.text is not None:
            return tidy(statement.text)
        premises: tuple[str, ...] = getattr(statement, "premise_ids", ())
        texts = [phrase(self.debate.statements[p].text or p) for p in premises]
        if len(texts) == 1:
            return sentence(texts[0])
        return "Taken together: " + "; ".join(f"({n}) {text}" for n, text in enumerate(texts, 1)) + "."

    def name(self, id: str) -> str:
        """A statement in a few words: its `short` or `tag`, or else what it says; of a bare step those of its
        premises."""
        statement = self.debate.statements[voice(self.debate.statements[id])]
        needed = () if isinstance(statement, Claim) else statement.premise_ids
        return _named(statement) or "; ".join(_named(self.debate.statements[each]) or each for each in needed)

    def within(self, id: str) -> str:
        """A statement's name within a sentence: its first letter is small unless the word always has a capital; an
        option stands in quotation marks."""
        return f"“{self.name(id)}”" if id in self.debate.resolution_ids else self.decapitated(self.name(id))

    def decapitated(self, text: str) -> str:
        """Data within a sentence: its first letter is small unless the word is always written with a capital."""
        first = re.match(r"[^\W\d_]+", text)
        if not first or first[0] != first[0].capitalize():
            return text
        word = first[0].lower()
        spelled = self._spelled.get(word, word if word in COMMON or _stem(word) in self._small_stems else first[0])
        return text[0].lower() + text[1:] if spelled == word else text

    @cached_property
    def _spelled(self) -> dict[str, str]:
        return self.ev.once(_spelled)

    @cached_property
    def _small_stems(self) -> frozenset[str]:
        return frozenset(_stem(word) for low, word in self._spelled.items() if low == word)


def _spelled(ev: Evaluation) -> dict[str, str]:
    """How a debate mostly writes each word within a sentence, by the word in small letters."""
    debate = ev.debate
    texts = [debate.title, debate.question, debate.background, *debate.values.values()]
    for each in debate.statements.values():
        texts += [each.text, each.tag, *(said for x in each.evidence for said in (x.says, x.quote))]
    found = Counter(re.findall(r"(?<=[\w,;] )[^\W\d_]+|\b(?![A-Z])[^\W\d_]+", "\n".join(filter(None, texts))))
    return {word.lower(): word for word, _ in reversed(found.most_common())}


COMMON = frozenset({
    "a", "all", "although", "an", "another", "any", "anybody", "anyone", "anything", "as", "at", "because",
    "before", "being", "both", "by", "children", "each", "even", "every", "everybody", "everyone", "everything",
    "few", "fewer", "for", "from", "having", "he", "her", "here", "his", "how", "however", "if", "in", "it", "its",
    "less", "many", "men", "more", "most", "much", "neither", "no", "nobody", "none", "not", "nothing", "of", "on",
    "once", "one", "only", "other", "others", "our", "people", "several", "she", "since", "so", "some", "somebody",
    "such", "that", "the", "their", "then", "there", "these", "they", "this", "those", "though", "to", "too", "two",
    "under", "unless", "until", "we", "what", "when", "where", "whether", "which", "while", "who", "whoever",
    "whose", "why", "with", "without", "women", "works", "you", "your",
})  # fmt: skip
"""Words that begin sentences and are not names."""


def _stem(word: str) -> str:
    """A word without the ending that makes it plural, past or a noun: `stopping` as `stop`, `preparations` as
    `preparat`."""
    return re.sub(r"(?:([^aeiou])\1)?(?:ing|ion|ment)?(?:e?s|ed|e)?$", r"\1", word) if len(word) > 4 else word


def _named(statement: Statement) -> str:
    """What a statement is called for short, or what it says; nothing of a bare step."""
    short = getattr(statement, "short", None) or statement.tag
    return tidy(short) if short else phrase(statement.text or "")
