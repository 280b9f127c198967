"""How long quotes take: one text of a megabyte, and quotes that are in it and that are not.

    python -m tests.benchmarks.bench_verify [MEGABYTES] [QUOTES]

The words are made up, and as common as words are (Zipf). Times are processor seconds.
"""

from __future__ import annotations

import random
import resource
import sys
import time

from argmap.evidence.quotes.finding import Found, find
from argmap.evidence.quotes.nearest import Index, nearest
from argmap.evidence.quotes.normal import normal

COMMON = ("the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "not", "on", "with", "as", "by", "it")
LENGTH = 12


def text(rng: random.Random, size: int) -> list[str]:
    """Words to so many characters."""
    rare = ["".join(rng.choice("aeioubcdfglmnprst") for _ in range(rng.randint(4, 9))) for _ in range(20_000)]
    words, length = [], 0
    while length < size:
        words.append(rng.choice(COMMON) if rng.random() < 0.45 else rare[min(int(rng.paretovariate(0.7)), 19_999)])
        length += len(words[-1]) + 1
    return words


def printed(rng: random.Random, words: list[str]) -> str:
    """The words with line breaks, and some of them hyphenated there."""
    parts = []
    for number, word in enumerate(words):
        if number % 11 == 10:
            word = f"{word[:3]}-\n{word[3:]}" if len(word) > 6 and rng.random() < 0.3 else f"\n{word}"
        parts.append(word)
    return " ".join(parts)


def main(megabytes: float = 1, quotes: int = 300) -> None:
    """Print the times."""
    rng = random.Random(1)
    words = text(rng, int(megabytes * 1_000_000))
    source = _timed(f"a text of {megabytes:g} MB made ready", lambda: normal(printed(rng, words)))
    places = [rng.randrange(len(words) - LENGTH) for _ in range(quotes)]
    exact = [words[place : place + LENGTH] for place in places]
    edited = [[*quote[:6], "altered", *quote[7:]] for quote in exact]
    shortened = [[*quote[:3], "…", *quote[9:]] for quote in exact]

    def misses() -> list[object]:
        index = Index(source)
        return [nearest(" ".join(quote), index) for quote in edited]

    found = _timed(f"{quotes} quotes found", lambda: [find(" ".join(q), source) for q in exact])
    gaps = _timed(f"{quotes} quotes with an ellipsis", lambda: [find(" ".join(q), source) for q in shortened])
    lost = _timed(f"{quotes} quotes that are not there", lambda: [find(" ".join(q), source) for q in edited])
    near = _timed("their nearest words", misses)
    print(
        f"{sum(isinstance(f, Found) for f in found)} found, {sum(isinstance(f, Found) for f in gaps)} with an ellipsis,"
    )
    print(
        f"{sum(isinstance(f, Found) for f in lost)} of the edited ones, {sum(n is not None for n in near)} near misses"
    )
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _timed(what, work):  # type: ignore[no-untyped-def]
    begin = time.process_time()
    result = work()
    print(f"{what}: {time.process_time() - begin:.2f} s")
    return result


if __name__ == "__main__":
    main(*(float(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else ())
