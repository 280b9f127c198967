"""Speech documents as the records of a debate: a hat is a position, a tag a statement, a card its evidence.

What a debater means by the place of a tag is kept where it is certain: below `AT: …` it answers that; in a negative
position it speaks against the resolution, elsewhere for it; a block called after a part (uniqueness, link, …) gives the
part. Whatever has no place in a debate is left over, and said.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from argmap.citations import locators
from argmap.citations.english import english
from argmap.model.statement import Role
from argmap.wording.latin_letters import unaccented
from argmap.writing.imports.word.cite_parts import Cite, begins_as_cite, is_cite, parted, with_whole_cites
from argmap.writing.imports.word.document_reading import CONTENTS, Passage, Piece, Word
from argmap.writing.imports.word.unstyled import with_tags

_ANSWERS = re.compile(r"^(?:AT|A2|A/T|Answers? to|2AC to)(?:\s*[:\-–—]+)?\s*(?=\S)", re.I)
_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|[A-Z][.)])\s+")
_KINDS = (
    ("disadvantage", re.compile(r"\b(?:DA|D/A|disads?|disadvantages?)\b", re.I)),
    ("counterplan", re.compile(r"\b(?:CP|counter-?plans?)\b", re.I)),
    ("kritik", re.compile(r"\b(?:K|kritiks?|critiques?)\b")),
    ("topicality", re.compile(r"\b(?:T|topicality)\b(?!-)")),
    ("advantage", re.compile(r"\b(?:adv|advantages?)\b", re.I)),
    ("case", re.compile(r"\b(?:1AC|case|plan|solvency|inherency)\b", re.I)),
)  # fmt: skip
_AGAINST = ("disadvantage", "counterplan", "kritik", "topicality")
_NEGATIVE = re.compile(r"\b(?:1NC|2NC|1NR|2NR|neg|negative|against)\b", re.I)
_LABEL = re.compile(
    r"^(permutation|non-unique|no (?:internal )?link|(link|internal-link|impact) turn|no impact|outweighs|not so|"
    r"that does not follow)[.:]\s+(?=\S)", re.I
)  # fmt: skip
"""What debaters call an answer, before what it says."""
_TIMED = re.compile(r"^[\d,]+ words? read, ")
_TIME = re.compile(r"(?<![\s:,])[:,]?\s+\(?[\d,]+ words? read, [^.]*(?:seconds?|minutes?)\)?\.?$")
_TOTAL = re.compile(r" · in all [\d,]+ words? read, ")
_THEN = re.compile(r"^They will say: (.+?)(?: Then say: (.+))?$")
_THEY_SAY = re.compile(r"^They say: (.+[.?!…”])(?: (\(.+?\)))?$")
_ASK = re.compile(r"^Ask: (.+\?)$")
_RISK = re.compile(r"(Magnitude|Probability|Time|Reversible): ([^.:]+)\.")
_RISKS = {"Magnitude": "severity", "Probability": "likelihood", "Time": "timeframe", "Reversible": "reversibility"}
BEHIND = "address behind words"
"""What a link leads to where the words do not say it; that of a cite is kept."""
_THEIRS = "their source has no cite of its own"
_LONGEST = 1000
"""Characters of a statement's text; a longer tag is left over."""
_LONGEST_ID, _LONGEST_TAG = 60, 10


@dataclass(frozen=True)
class LeftOver:
    """A paragraph that has no place in a debate: its file, its number there, its text, and why."""

    file: str
    number: int
    text: str
    why: str


@dataclass
class Speeches:
    """What became of some documents: positions and sources as records of the format; what is left over."""

    positions: list[dict[str, Any]] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    left: list[LeftOver] = field(default_factory=list)
    cards: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    """How many things of which kind were not read, by what one of them is called."""
    recounted: Counter[str] = field(default_factory=Counter)
    """The same of what argmap works out itself and writes again."""
    underlined: int = 0
    """Cards in which more is underlined than highlighted: a debate keeps what is read aloud alone."""


def understood(documents: Iterable[tuple[str, Word]], resolution: str) -> Speeches:
    """The documents, each with its file's name, as positions whose first arguments are about a resolution."""
    found = Speeches()
    names = _Names({resolution})
    for file, document in documents:
        found.unread += document.unread
        found.recounted += Counter({CONTENTS: found.unread.pop(CONTENTS, 0)})
        _Reader(file, resolution, found, names).read(with_whole_cites(with_tags(document.passages)))
    found.unread = +found.unread
    found.positions = [position for position in found.positions if position["arguments"]]
    return found


@dataclass
class _Names:
    """What the statements, positions and sources of all documents are called."""

    taken: set[str]
    numbers: dict[str, int] = field(default_factory=lambda: defaultdict(lambda: 1))
    """The last number behind an id that several would have."""
    sources: dict[str, str] = field(default_factory=dict)
    """The id of each source, by the words of its cite and by what stands in them before a bracket."""

    def id(self, words: str, instead: str) -> str:
        """An id from some words that nothing has yet."""
        letters = re.sub(r"[^a-z0-9]+", "-", unaccented(words).lower()).strip("-")
        base = letters[:_LONGEST_ID].rsplit("-", 1)[0] if len(letters) > _LONGEST_ID else letters
        base = base if base[:1].isalpha() else f"{instead}-{base}".rstrip("-")
        id = base
        while id in self.taken:
            self.numbers[base] += 1
            id = f"{base}-{self.numbers[base]}"
        self.taken.add(id)
        return id


@dataclass
class _Reader:
    file: str
    resolution: str
    found: Speeches
    names: _Names
    pocket: str = ""
    position: dict[str, Any] | None = None
    role: str | None = None
    answered: str | None = None
    statement: dict[str, Any] | None = None
    evidence: dict[str, Any] | None = None

    def read(self, passages: Sequence[Passage]) -> None:
        """Every paragraph, in order."""
        for passage in passages:
            self.found.unread[BEHIND] += sum(each.rstrip("/") not in passage.text for each in passage.links)
            match passage.kind:
                case "pocket":
                    self._pocket(passage)
                case "hat" if not _ANSWERS.match(passage.text):
                    self._begin(passage.text)
                case "block" | "hat":
                    self._block(passage)
                case "tag" if _role(passage.text):
                    self._block(passage)
                case "tag":
                    self._tag(passage)
                case "table":
                    self._leave(passage, "it stands in a table or a box")
                case "item" if self.answered and self.statement is None:
                    self._tag(passage)
                    self.statement = None
                case _:
                    self._text(passage)

    def _leave(self, passage: Passage, why: str) -> None:
        self.found.left.append(LeftOver(self.file, passage.number, passage.text, why))

    def _pocket(self, passage: Passage) -> None:
        self.pocket, self.position = passage.text, None
        self.role = self.answered = self.statement = self.evidence = None

    def _untimed(self, words: str) -> str:
        """A heading or tag without its reading time."""
        words, timed = _TIME.subn("", words)
        self.found.recounted["reading time"] += timed
        return words

    def _begin(self, title: str) -> dict[str, Any]:
        """A new position."""
        title = self._untimed(title)
        kind = next((name for name, words in _KINDS if words.search(title)), None)
        self.position = {"position": self.names.id(title, "position"), "title": title, "arguments": []}
        if kind:
            self.position["kind"] = kind
        self.found.positions.append(self.position)
        self.role = self.answered = self.statement = self.evidence = None
        return self.position

    @property
    def _place(self) -> dict[str, Any]:
        return self.position or self._begin(self.pocket or re.sub(r"\.docx$", "", self.file, flags=re.I))

    def _block(self, passage: Passage) -> None:
        """A block: what they say, a part of the position, or a heading that is kept in its summary."""
        self.statement = self.evidence = self.role = self.answered = None
        if passage.kind == "hat" and self.position and not self.position["arguments"]:
            self.position = None  # one hat is not below another that holds nothing, such as that of the contents
        place = self._place
        if answers := _ANSWERS.match(passage.text):
            said = passage.text[answers.end() :]
            self.answered = self.names.id(said, "claim")
            place["arguments"].append({"claim": self.answered, "text": said, "undeveloped": True})
        elif role := _role(passage.text):
            self.role = role
        else:
            place["summary"] = " · ".join(filter(None, (place.get("summary"), self._untimed(passage.text))))

    def _tag(self, passage: Passage) -> None:
        words, numbered = _NUMBER.subn("", self._untimed(passage.text))
        begin = re.match(r"([A-Za-z -]{3,20})[.:]\s+(?=\S)", words)
        role = _role(begin[1]) if begin else None
        words = words[begin.end() :] if begin and role else words
        label = _LABEL.match(words)
        words = words[label.end() :] if label else words
        self.found.recounted += Counter({"number or label of an answer": numbered + bool(label)})
        self.evidence = None
        if len(words) > _LONGEST:
            self.statement = None
            self._leave(passage, f"a tag has at most {_LONGEST} characters")
            return
        place = self._place
        target, against = self.answered or self.resolution, bool(self.answered) or self._is_against(place)
        kind = "rebuttal" if against else "support"
        known = passage.anchor.replace("_", "-") if passage.anchor and passage.anchor[:1] != "_" else words
        self.statement = {kind: self.names.id(known, "argument"), "of": target, "text": words}
        if label and label[2] and against:
            self.statement["turn"] = label[2].lower()
        if role := role or self.role:
            self.statement["role"] = role
        place["arguments"].append(self.statement)

    def _is_against(self, place: dict[str, Any]) -> bool:
        if "kind" in place:
            return place["kind"] in _AGAINST or bool(_NEGATIVE.search(self.pocket) and place["kind"] == "case")
        return bool(_NEGATIVE.search(f"{self.pocket} {self.file.replace('_', ' ')}"))

    def _text(self, passage: Passage) -> None:
        """A paragraph below a tag: a cite, a passage, or what the source comes to."""
        if _TIMED.match(passage.text) or (self.statement is None and _TOTAL.search(passage.text)):
            self.found.recounted["reading time"] += 1
            return
        if self.statement is None:
            self._below_block(passage)
        elif risk := _risk(passage.text):
            self.statement["risk"] = risk
        elif exchange := _THEN.match(passage.text):
            self._exchange(exchange)
        elif passage.kind == "undertag" and self.evidence is not None and "says" not in self.evidence:
            self.evidence["says"] = passage.text
        elif passage.kind in ("text", "item") and self._is_cite(passage):
            cite = parted(passage)
            self.evidence = self._again(cite) or {"source": self._source(cite)}
            self.found.unread[BEHIND] -= bool(cite.address and cite.address not in passage.text)
            self.statement.setdefault("evidence", []).append(self.evidence)
            self.found.cards += 1
        elif passage.kind == "text" and self.evidence is not None and "says" not in self.evidence:
            self._card(self.evidence, passage)
        else:
            self._leave(passage, "it is neither cite nor card")

    def _is_cite(self, passage: Passage) -> bool:
        """Whether a paragraph below a tag is a cite: it looks like one, or is the first there and reads like one."""
        is_first = self.evidence is None
        return is_cite(passage, is_first) or (is_first and begins_as_cite(passage.text))

    def _below_block(self, passage: Passage) -> None:
        """A paragraph with no tag above it: what they say in full, where the block says it in short."""
        said, ask = _THEY_SAY.match(passage.text), _ASK.match(passage.text)
        claim = self._place["arguments"][-1] if self.answered else {}
        if ask and "claim" in claim and "asks" not in claim:
            claim["asks"] = ask[1]
        elif said and "claim" in claim and "tag" not in claim and len(said[1]) <= _LONGEST:
            if len(claim["text"].split()) <= _LONGEST_TAG:
                claim["tag"] = claim["text"]
            claim["text"] = said[1]
            if said[2]:
                self.found.left.append(LeftOver(self.file, passage.number, said[2], _THEIRS))
        else:
            self._leave(
                passage,
                _THEIRS if self.answered and re.fullmatch(r"\(.+\)", passage.text) else "no tag stands above it",
            )

    def _exchange(self, exchange: re.Match[str]) -> None:
        """What they will say to an answer, and what we say then."""
        assert self.statement is not None
        target = self.statement.get("rebuttal") or self.statement["support"]
        for words in filter(None, exchange.groups()):
            answer = {"rebuttal": self.names.id(words, "argument"), "of": target, "text": words}
            self._place["arguments"].append(answer)
            target = answer["rebuttal"]

    def _card(self, evidence: dict[str, Any], passage: Passage) -> None:
        """A paragraph of a passage with what is read of it: what is highlighted, or where nothing is, underlined."""
        quoted = re.fullmatch(r"“([^“”]+)”", passage.text)
        if quoted and not {"card", "quote"} & evidence.keys():
            evidence["quote"] = quoted[1]
            return
        body = passage.text.replace(" ¶ ", "\n\n")
        evidence["card"] = "\n\n".join(filter(None, (evidence.get("card"), body)))
        lit, lined = _stretches(passage.pieces, lit=True), _stretches(passage.pieces, lit=False)
        self.found.underlined += bool(lit and sum(map(len, lined)) > sum(map(len, lit)))
        if read := lit or lined:
            evidence["highlight"] = [*evidence.get("highlight", ()), *read]

    def _again(self, cite: Cite) -> dict[str, Any] | None:
        """Another place of a source that was cited in full before: `Doe 2024 (p. 58)`."""
        found = re.fullmatch(r"(.+?) \(([^()]+)\)", cite.words)
        id = self.names.sources.get(found[1]) if found else None
        return {"source": id, "at": found[2]} if found and id and _is_place(found[2]) else None

    def _source(self, cite: Cite) -> str:
        """The source of a cite: one with the same words, or whose words begin with these; or a new one."""
        if cite.words in self.names.sources:
            return self.names.sources[cite.words]
        id = self.names.id(f"{cite.who} {(cite.year or 'n d')[:4]}", "source")
        source = {"author": [{"literal": cite.who}], "title": cite.title, "issued": cite.year, "URL": cite.address,
                  "note": cite.words}  # fmt: skip
        self.found.sources[id] = {key: value for key, value in source.items() if value}
        for end in (len(cite.words), *(each.start() for each in re.finditer(r" \(", cite.words))):
            self.names.sources.setdefault(cite.words[:end], id)
        return id


def _is_place(words: str) -> bool:
    """Whether words name a place in a source, such as `p. 58`, and nothing else."""
    locator, more = locators.parted(words, locators.labels(english("en-US")))
    return locator is not None and not more


def _risk(words: str) -> dict[str, str]:
    """What a line says of how bad, likely, soon and lasting a thing is; nothing where it says anything else."""
    found = {_RISKS[name]: value.strip() for name, value in _RISK.findall(words)}
    return {} if _RISK.sub("", words).strip() else found


def _role(words: str) -> str | None:
    """The part that a heading names, such as `Link` or `1NC – Uniqueness`."""
    known = re.sub(r"\W+", "-", words.casefold()).strip("-")
    known = re.sub(r"^(?:[12][na][cr]|block|shell)-", "", known)
    known = {"uq": "uniqueness", "il": "internal-link", "links": "link", "impacts": "impact"}.get(known, known)
    return known if known in get_args(Role) else None


def _stretches(pieces: Sequence[Piece], lit: bool) -> list[str]:
    """What is highlighted, or underlined and emphasised, in stretches."""
    found, current = [], ""
    for piece in (*pieces, Piece("")):
        if piece.text and (piece.is_highlighted if lit else piece.mark in ("underline", "emphasis")):
            current += piece.text
        else:
            found += [" ".join(current.split())] if current.strip() else []
            current = ""
    return found
