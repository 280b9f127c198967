"""A statement that says what another one says already.

Case, punctuation and small words (articles, forms of "to be") do not count. The rule also reports longer statements
with nine words in ten the same, in the same order. They are two statements where a number differs, where one has a
"not", or where one contests the other.

Why it matters: the same point counted twice looks like two reasons; and whoever answers one copy leaves the
other standing.

Instead: keep one, with the evidence of both, and let it serve both places: a step `support: …` or `rebuttal: …` with
`premises: [ID]` and no text. That step then counts only if the one that is kept stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil

from argmap.analysis.content_words import NEGATIONS, content_words
from argmap.evaluation.evaluated import Evaluation
from argmap.model import Claim, Rebuttal, Statement
from argmap.model.diagnostics import Finding, Related, Severity
from argmap.rules.rule_protocol import Options

SEVERITY = Severity.WARNING
HOLDS_OF_PART = True
EXAMPLES = ("""\
  arguments:
    - support: ready-sooner
      of: send-trainers
      text: Brigades trained on the spot are ready months sooner.
      evidence: [{source: report}]
    - support: sooner-ready
      of: send-trainers
      text: The brigades, trained on the spot, are ready months sooner   # <-
      evidence: [{source: study}]
""", """\
  arguments:
    - support: russia-deters
      of: send-trainers
      text: Russia deters Ukraine.
      evidence: [{source: report}]
    - support: ukraine-deters
      of: send-trainers
      text: Ukraine deters Russia.
      evidence: [{source: study}]
""")  # fmt: skip

SIMILAR = 0.9
"""Share of their words that two statements have in common: 2 * shared / (words of one + words of the other)."""
SHORTEST = 5
"""Of fewer words, no two statements are nearly the same without being the same."""
MOST_MISSING = 5
"""Rare words that may be missing from the other of two very long texts: keeps the time linear in their length."""
NEIGHBOURS = 5
"""With how many earlier statements that share three rare words a statement is compared: keeps the time linear."""

Words = tuple[str, ...]


def check(ev: Evaluation, _: Options) -> Iterator[Finding]:
    """Each statement that repeats an earlier one, at its text."""
    first: dict[Words, Statement] = {}
    for statement in ev.debate.statements.values():
        words = content_words(statement.text) if statement.text else ()
        if words:
            same = first.setdefault(words, statement)
            if same is not statement:
                yield _finding(ev, statement, same, "says the same as")
    for one, other in _near(list(first)):
        later, earlier = first[one], first[other]
        if not _contest(ev, later, earlier):
            yield _finding(ev, later, earlier, "says nearly the same as")


def _finding(ev: Evaluation, later: Statement, earlier: Statement, what: str) -> Finding:
    moved = [*ev.graph.supports(later.id), *ev.graph.rebuttals(later.id)]
    answers = f", with what answers to {later.id}" if moved else ""
    changes = moved or ev.label(later.id) is not ev.label(earlier.id)
    fares = f" What {later.id} served then counts only if {earlier.id} stands." if changes else ""
    return Finding(
        ("statements", later.id, "text"),
        f"{what} {earlier.id}.",
        f"Keep {earlier.id} with the evidence of both{answers}, and {_left(later, earlier)}.{fares}",
        (Related(("statements", earlier.id, "text"), "is said here first"),),
    )


def _left(later: Statement, earlier: Statement) -> str:
    """What is left of the later one."""
    if isinstance(later, Claim):
        return f"name it in place of {later.id}"
    if later.target == earlier.id:
        return f"drop {later.id}"
    return f"make {later.id} a step: premises: [{earlier.id}] in place of text:"


def _contest(ev: Evaluation, one: Statement, other: Statement) -> bool:
    answers = any(isinstance(a, Rebuttal) and a.target == b.id for a, b in ((one, other), (other, one)))
    return answers or other.id in ev.graph.contradictions.get(one.id, ())


def _near(texts: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Pairs of nearly equal texts, the later first: only texts that share three of their rarest words are compared.

    Where two sets of n words have a Dice similarity of at least `SIMILAR`, so few are missing from either that the
    missing + 3 rarest words of both have three in common: the prefix filter of Chaudhuri, Ganti and Kaushik (2006).
    """
    sets = {text: frozenset(text) for text in texts}
    frequency = Counter(word for each in sets.values() for word in each)
    numbered = {word for word in frequency if word in NEGATIONS or any(map(str.isdigit, word))}
    buckets: defaultdict[tuple[object, ...], list[Words]] = defaultdict(list)
    for text, distinct in sets.items():
        fixed = distinct & numbered
        keys = [(*three, fixed) for three in combinations(_rarest(distinct, frequency), 3)]
        candidates = dict.fromkeys(other for key in keys if key in buckets for other in buckets[key][-NEIGHBOURS:])
        similar = next((other for other in candidates if _similar(text, other, distinct, sets[other])), None)
        if similar is not None:
            yield text, similar
        for key in keys:
            buckets[key].append(text)


def _rarest(words: frozenset[str], frequency: Counter[str]) -> list[str]:
    """The rarest words, without those that no other text has."""
    if len(words) < SHORTEST:
        return []
    missing = len(words) - ceil(len(words) * SIMILAR / (2 - SIMILAR))
    rarest = sorted(words, key=lambda word: (frequency[word], word))[: min(missing, MOST_MISSING) + 3]
    return [word for word in rarest if frequency[word] > 1]


def _similar(one: Words, other: Words, words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether most words are shared, and in the same order: "A deters B" is not "B deters A"."""
    shared = words & others
    if 2 * len(shared) < SIMILAR * (len(words) + len(others)):
        return False
    return [word for word in one if word in shared] == [word for word in other if word in shared]
