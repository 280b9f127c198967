"""Debates of extreme shapes, made by a few lines each: what a map has to bear."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.model import Claim, Debate, Position, Rebuttal, Statement, Step, Support

TEXT = "A statement of ordinary length, as it is found in a debate."
SCRIPTS = ("東京都は明日までに訓練を始めるべきである。", "يجب على الحلف أن يرسل مدربين إلى أوكرانيا.",
           "על הברית לשלוח מדריכים לאוקראינה.", "Союз должен направить инструкторов.", "गठबंधन को प्रशिक्षक भेजने चाहिए।",
           "동맹은 교관을 보내야 한다.", "👩‍👩‍👧 🇺🇦 e\u0301\u0323")  # fmt: skip


def debate(*positions: Iterable[Statement], resolutions: int = 1) -> Evaluation:
    """A debate of these positions, evaluated."""
    claims = tuple(Claim(id=f"r{n}", text=f"Resolution {n}: something should be done.") for n in range(resolutions))
    made = tuple(Position(id=f"p{n}", title=f"Position {n}", arguments=tuple(a)) for n, a in enumerate(positions))
    return evaluate(Debate(id="shape", title="A shape", resolutions=claims, positions=made))


def _support(n: int, of: str = "r0", text: str = TEXT, **more: object) -> Support:
    return Support(id=f"s{n}", of=of, text=text, **more)  # type: ignore[arg-type]


def mixed(size: int, start: int = 0) -> list[Step]:
    """A tree in which each statement has up to three answers, of every kind in turn."""
    found: list[Step] = [_support(start)]
    for n in range(start + 1, start + size):
        of = f"s{start + (n - start - 1) // 3}"
        kinds = (Support(id=f"s{n}", of=of, text=TEXT), Rebuttal(id=f"s{n}", of=of, text=TEXT),
                 Rebuttal(id=f"s{n}", undercuts=of, text=TEXT))  # fmt: skip
        found.append(kinds[n % 3])
    return found


def shapes() -> dict[str, Evaluation]:
    """Each shape by its name."""
    hub = Claim(id="hub", text=TEXT)
    return {
        "star of 30": debate([_support(n) for n in range(30)]),
        "chain of 40": debate([_support(n, f"s{n - 1}" if n else "r0") for n in range(40)]),
        "300 in one position": debate(mixed(300)),
        "25 positions": debate(*(mixed(8, 10 * n) for n in range(25))),
        "12 resolutions": debate([_support(n, f"r{n // 3}") for n in range(36)], resolutions=12),
        "one used ten times": debate([hub, *(Support(id=f"s{n}", of="r0", premises=("hub",)) for n in range(10))]),
        "premises shared by seven": debate(
            [hub, Claim(id="hub2", text=TEXT), *(_support(n, premises=("hub", "hub2")) for n in range(7))]
        ),
        "contradictions": debate(
            [Claim(id=f"c{n}", text=TEXT, contradicts=tuple(f"c{m}" for m in range(n))) for n in range(8)],
            [_support(n, premises=(f"c{n}",)) for n in range(8)],
        ),
        "undercuts of one": debate(
            [_support(0), *(Rebuttal(id=f"u{n}", undercuts="s0", text=TEXT) for n in range(12)), _support(1, "s0")]
        ),
        "long and short texts": debate([_support(n, text=("Short." if n % 2 else TEXT * 12)) for n in range(12)]),
        "scripts of the world": debate([_support(n, text=text * 3) for n, text in enumerate(SCRIPTS)]),
        "two positions that answer each other": debate(
            mixed(20), [Rebuttal(id=f"x{n}", of=f"s{n}", text=TEXT) for n in range(20)]
        ),
    }  # fmt: skip
