"""Debates under 1 MB whose shape is slow for one part or another of a program: much of one thing, long, deep or in a
circle.

`python -m tests.hostile.sweep` runs every command on them by the clock; what the tests count is work.
"""

# ruff: noqa: E501, RUF005 - one shape, one line, as far as that goes
from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

Files = dict[str, str]
HEADER = "debate: d\ntitle: T?\nresolutions:\n  - {claim: plan, text: We should.}\n"
MOST_BYTES = 1_000_000


def debate(steps: Iterable[str], header: str = "", sources: str = "", **more: str) -> Files:
    """A debate with these steps in one position, each a few lines of YAML without their indent."""
    written = "".join("  - " + step.strip("\n").replace("\n", "\n    ") + "\n" for step in steps)
    return {
        "debate.yaml": HEADER + header,
        "sources.yaml": sources or source("s"),
        "positions/p.yaml": "position: p\narguments:\n" + written,
        **more,
    }


def support(id: str, of: str = "plan", more: str = "", text: str = "Boats sink.") -> str:
    return f"support: {id}\nof: {of}\ntext: {text}\n{more}"


def rebuttal(id: str, target: str = "of: plan", more: str = "", text: str = "Boats float.") -> str:
    return f"rebuttal: {id}\n{target}\ntext: {text}\n{more}"


def source(id: str, more: str = "") -> str:
    return f"- id: {id}\n  type: report\n  title: A report\n{more}"


def evidence(text: str, key: str = "quote", more: str = "") -> str:
    return f"evidence:\n  - source: s\n    {key}: {text}\n{more}"


def cited(text: str, snapshot: str, key: str = "quote", number: int = 1) -> Files:
    """Evidence with this text, and the text of its source."""
    steps = [support(f"a{index}", more=evidence(text, key)) for index in range(number)]
    return debate(steps, **{"snapshots/s.txt": snapshot})


def each(number: int, write: Callable[[int], str]) -> list[str]:
    return [write(index) for index in range(number)]


def listed(number: int, write: Callable[[int], str]) -> str:
    return f"[{', '.join(each(number, write))}]"


def nested(depth: int) -> str:
    lines = ["support: a0", "of: plan", "text: Boats."]
    for index in range(1, depth):
        indent = "  " * index
        lines += [f"{indent[2:]}supports:", f"{indent}- support: a{index}"[2:], f"{indent}  text: Boats."[2:]]
    return "\n".join(lines)


WORDS = "the committee found that harbour boats were never safe in winter and nobody said so until the spring "
SNAPSHOT = WORDS * 9_500
LONG = "x" * 300_000

SHAPES: dict[str, Callable[[], Files]] = {
    "premises of one step": lambda: debate(
        [support("step", more=f"premises: {listed(1_000, lambda i: f'c{i}')}\n")]
        + each(1_000, lambda i: f"claim: c{i}\ntext: Boats {i}.\n")
    ),
    "supports of one statement": lambda: debate(each(4_000, lambda i: support(f"a{i}"))),
    "rebuttals of one statement": lambda: debate(each(4_000, lambda i: rebuttal(f"a{i}"))),
    "supports and rebuttals of one": lambda: debate(
        each(2_000, lambda i: support(f"a{i}")) + each(2_000, lambda i: rebuttal(f"b{i}"))
    ),
    "undercuts of one step": lambda: debate(
        [support("step")] + each(4_000, lambda i: rebuttal(f"a{i}", "undercuts: step"))
    ),
    "chain of supports": lambda: debate(
        [support("a0")] + each(5_000, lambda i: support(f"a{i + 1}", f"a{i}"))
    ),
    "chain of rebuttals": lambda: debate(
        [rebuttal("a0")] + each(5_000, lambda i: rebuttal(f"a{i + 1}", f"of: a{i}"))
    ),
    "chain of undercuts": lambda: debate(
        [support("a0")] + each(5_000, lambda i: rebuttal(f"a{i + 1}", f"undercuts: a{i}"))
    ),
    "cycle of supports": lambda: debate(
        each(4_000, lambda i: support(f"a{i}", f"a{(i + 1) % 4_000}"))
    ),
    "cycle of rebuttals": lambda: debate(
        each(4_001, lambda i: rebuttal(f"a{i}", f"of: a{(i + 1) % 4_001}"))
    ),
    "pairs that rebut each other": lambda: debate(
        each(3_000, lambda i: rebuttal(f"a{i}", f"of: a{i ^ 1}"))
    ),
    "contradicts": lambda: debate(
        [f"claim: c{i}\ntext: Boats {i}.\ncontradicts: {listed(150, lambda j, i=i: f'c{(i + j + 1) % 600}')}\n" for i in range(600)]
    ),
    "contradicts of one": lambda: debate(
        [f"claim: hub\ntext: Boats.\ncontradicts: {listed(5_000, lambda j: f'c{j}')}\n"]
        + each(5_000, lambda i: f"claim: c{i}\ntext: Boats {i}.\n")
    ),
    "contradicts, with long texts": lambda: debate(
        [f"claim: c{i}\ntext: {WORDS * 9}\ncontradicts: {listed(150, lambda j, i=i: f'c{(i + j + 1) % 400}')}\n" for i in range(400)]
    ),
    "premises of many, with long texts": lambda: debate(
        each(400, lambda i: f"claim: c{i}\ntext: {WORDS * 9}\n")
        + each(400, lambda i: rebuttal(f"a{i}", more=f"premises: {listed(200, lambda j: f'c{(i + j) % 400}')}\n"))
        + each(400, lambda i: rebuttal(f"b{i}", f"of: c{i}"))
    ),
    "premises that do not stand": lambda: debate(
        each(400, lambda i: f"claim: c{i}\ntext: {WORDS * 9}\n")
        + each(400, lambda i: support(f"a{i}", more=f"premises: {listed(200, lambda j: f'c{(i + j) % 400}')}\n"))
        + each(400, lambda i: rebuttal(f"b{i}", f"of: c{i}", evidence("boats")))
    ),
    "outweighs, with long texts": lambda: debate(
        each(150, lambda i: support(f"a{i}", text=WORDS * 9, more="outweighs:\n" + "".join(f"  - {{over: b{j}, because: It is.}}\n" for j in range(120))))
        + each(150, lambda i: rebuttal(f"b{i}", text=WORDS * 9))
    ),
    "one source with a long title": lambda: debate(
        each(3_000, lambda i: support(f"a{i}", more=evidence("boats"))),
        sources=source("s").replace("A report", WORDS * 48),
    ),
    "one long text that many answer": lambda: debate(
        [f"claim: hub\ntext: {WORDS * 9}\n"] + each(3_000, lambda i: rebuttal(f"a{i}", "of: hub"))
    ),
    "one long title of a side": lambda: debate(
        each(3_000, lambda i: support(f"a{i}", more=evidence("boats"))),
        f"sides: {{pro: {WORDS * 48}, con: Against}}\n",
    ),
    "one long title": lambda: {
        **debate(each(1_000, lambda i: support(f"a{i}", f"r{i}")), each_line(1_000, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n")),
        "debate.yaml": HEADER.replace("T?", WORDS * 48) + each_line(1_000, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n"),
    },
    "outweighs": lambda: debate(
        each(150, lambda i: support(f"a{i}", more="outweighs:\n" + "".join(f"  - {{over: b{j}, because: It is.}}\n" for j in range(150))))
        + each(150, lambda i: rebuttal(f"b{i}"))
    ),
    "highlights of one card": lambda: debate(
        [support("a", more="evidence:\n  - source: s\n    card: " + WORDS * 2_000 + "\n    highlight:\n" + "      - boats were never safe\n" * 10_000)]
    ),
    "evidence of one step": lambda: debate(
        [support("a", more="evidence:\n" + each_line(6_000, lambda i: f"  - {{source: s, says: Boats are safe {i}., quote: boats were never safe}}\n"))],
        **{"snapshots/s.txt": SNAPSHOT},
    ),
    "evidence everywhere": lambda: debate(
        each(2_500, lambda i: support(f"a{i}", f"a{(i - 1) // 2}" if i else "plan", evidence("boats were never safe"))),
        **{"snapshots/s.txt": SNAPSHOT},
    ),
    "sources": lambda: debate(
        each(3_000, lambda i: support(f"a{i}", more=f"evidence:\n  - {{source: s{i}, says: Boats {i}.}}\n")),
        sources="".join(each(3_000, lambda i: source(f"s{i}", f"  author: [{{family: F{i}}}]\n"))),
    ),
    "sources alike": lambda: debate(
        [support("a")],
        sources="".join(
            each(7_000, lambda i: source(f"s{i}", "  author: [{family: Smith, given: J.}]\n  issued: 2020\n"))
        ),
    ),
    "authors of one source": lambda: debate(
        [support("a", more=evidence("boats"))],
        sources="- id: s\n  type: report\n  title: T\n  author:\n" + each_line(20_000, lambda i: f"    - {{family: F{i}, given: G}}\n"),
    ),
    "sources by way of each other": lambda: debate(
        [support("a", more="evidence: [{source: s0, says: So.}]\n")],
        sources="".join(each(7_000, lambda i: source(f"s{i}", f"  custom: {{via: s{(i + 1) % 7_000}}}\n"))),
    ),
    "qualifications": lambda: debate(
        each(2_000, lambda i: support(f"a{i}", more=f"evidence:\n  - {{source: s{i}, says: Boats.}}\n")),
        sources="".join(each(2_000, lambda i: source(f"s{i}", f"  custom: {{qualifications: Head of harbour {i}}}\n"))),
    ),
    "audiences and values": lambda: debate(
        each(300, lambda i: support(f"a{i}", more=f"values: {{promotes: [v{i}]}}\n"))
        + each(300, lambda i: rebuttal(f"b{i}", more=f"values: {{promotes: [v{(i * 7) % 300}]}}\n")),
        "values:\n" + each_line(300, lambda i: f"  v{i}: Value {i}\n")
        + "audiences:\n" + each_line(50, lambda i: f"  x{i}: {listed(250, lambda j, i=i: f'v{(i + j) % 300}')}\n"),
    ),
    "options that hang on values": lambda: debate(
        each(2_500, lambda i: support(f"a{i}", f"r{i}", f"values: {{promotes: [v{i % 200}]}}\n"))
        + each(2_500, lambda i: rebuttal(f"b{i}", f"of: r{i}", f"values: {{promotes: [v{(i * 7 + i // 200) % 200}]}}\n")),
        each_line(2_500, lambda i: f"  - {{claim: r{i}, text: We should {i}., weigh: true}}\n")
        + "values:\n" + each_line(200, lambda i: f"  v{i}: Value {i}\n")
        + "audiences:\n" + each_line(50, lambda i: f"  x{i}: {listed(200, lambda j, i=i: f'v{j * (2 * i + 3) % 199 if j < 199 else 199}')}\n"),
    ),
    "audiences": lambda: debate(
        [support("a", more="values: {promotes: [v]}\n"), rebuttal("b", more="values: {promotes: [w]}\n")],
        "values: {v: V, w: W}\naudiences:\n" + each_line(30_000, lambda i: f"  x{i}: [v, w]\n"),
    ),
    "values": lambda: debate(
        [support("a", more=f"values: {{promotes: {listed(15_000, lambda i: f'v{i}')}}}\n")],
        "values:\n" + each_line(15_000, lambda i: f"  v{i}: Value {i}\n"),
    ),
    "ignores of the debate": lambda: debate(
        each(2_000, lambda i: support(f"a{i}")),
        "ignore:\n" + "  - {rule: no-evidence, reason: So.}\n" * 10_000,
    ),
    "ignores of one step": lambda: debate([support("a", more="ignore:\n" + "  - {rule: no-evidence, reason: So.}\n" * 15_000)]),
    "resolutions": lambda: debate(
        each(2_000, lambda i: support(f"a{i}", f"r{i}")),
        each_line(4_000, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n"),
    ),
    "resolutions and steps": lambda: debate(
        each(2_500, lambda i: rebuttal(f"a{i}", f"of: r{i % 300}", evidence("boats"))),
        each_line(300, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n"),
    ),
    "positions": lambda: {
        **debate([support("a")]),
        **{f"positions/q{i}.yaml": f"position: q{i}\narguments:\n  - {{support: b{i}, of: plan, text: Boats.}}\n" for i in range(1_500)},
    },
    "positions and resolutions": lambda: positions(300, 12, 12),
    "positions of large debates": lambda: positions(300, 12, 30),
    "texts as long as they can be": lambda: debate(
        each(400, lambda i: support(f"a{i}", f"a{i // 3 - 1}" if i > 2 else "plan", text=(WORDS * 11)[:990].strip())),
        f"question: {(WORDS * 60)[:4_990].strip()}\n",
    ),
    "undercuts of one answer, deep": lambda: debate(
        [rebuttal("a0")]
        + each(3_000, lambda i: rebuttal(f"a{i + 1}", f"of: a{i}"))
        + each(1_000, lambda i: rebuttal(f"u{i}", "undercuts: a1500"))
    ),
    "words on chips": lambda: debate(
        each(1_200, lambda i: support(f"a{i}", f"b{i}", text="<b>&amp; \\N{x} ]]> %s {0} $1 `sh`", more=f"premises: [c{i % 40}]\n"))
        + each(1_200, lambda i: f"claim: b{i}\ntext: Boats {i}.\ncontradicts: [c{i % 40}]\n")
        + each(40, lambda i: f"claim: c{i}\ntext: Boats {i}.\n"),
    ),
    "terms": lambda: debate(
        each(1_500, lambda i: support(f"a{i}", text=f"Term{i} and term{i + 1} sink.")),
        "terms:\n" + each_line(15_000, lambda i: f"  term{i}: What it means {i}\n"),
    ),
    "parties": lambda: debate(
        [support("a")],
        "parties:\n" + each_line(15_000, lambda i: f"  Party {i}: [Paper {i}]\n"),
        "".join(each(3_000, lambda i: source(f"s{i}", f"  publisher: Paper {i}\n"))),
    ),
    "comments": lambda: debate([support("a", more="# boats\n" * 80_000)]),
    "blank lines": lambda: debate([support("a", more="\n" * 190_000 + "role: link\n")]),
    "aliases": lambda: debate(
        [support("a", more="values: &v {promotes: []}\n")] + each(8_000, lambda i: support(f"b{i}", more="values: *v\n"))
    ),
    "aliases of aliases": lambda: debate(
        [support("a")],
        "".join(f"x{i}: &x{i} [{', '.join([f'*x{i - 1}'] * 20) if i else 'lol'}]\n" for i in range(20)),
    ),
    "unknown keys": lambda: debate([support("a", more=each_line(40_000, lambda i: f"suport{i}: x\n"))]),
    "unknown references": lambda: debate(each(8_000, lambda i: support(f"a{i}", f"missing-statement-{i}"))),
    "unknown sources": lambda: debate(each(6_000, lambda i: support(f"a{i}", more=f"evidence: [{{source: mising-{i}, says: So}}]\n"))),
    "doubled ids": lambda: debate(each(8_000, lambda i: support("a"))),
    "errors of YAML": lambda: debate([support("a", more="]: [\n" * 100_000)]),
    "deep flow": lambda: debate([support("a", more="values: " + "[" * 400_000 + "]" * 400_000 + "\n")]),
    "deep flow of maps": lambda: debate([support("a", more="values: " + "{a: " * 150_000 + "\n")]),
    "nested supports": lambda: debate([nested(560)]),
    "long word in text": lambda: debate([support("a", text=LONG)]),
    "long word in card": lambda: cited(LONG, LONG + LONG, "card"),
    "long word in quote": lambda: cited(LONG, LONG[:-1] + " y"),
    "long id": lambda: debate([support(LONG), rebuttal("b", f"of: {LONG}")]),
    "long ids": lambda: debate(each(60, lambda i: support("x" * 7_000 + str(i)))),
    "long line": lambda: debate([support("a", text=WORDS * 8_000)]),
    "long line of stops": lambda: debate([support("a", text="a. " * 200_000)]),
    "long line of quotes": lambda: debate([support("a", text="'" + "a ''b'' " * 100_000 + "'")]),
    "long text of no space": lambda: debate([support("a", text="a-" * 200_000 + "a")]),
    "long text of dashes": lambda: debate([support("a", text="a" + " -" * 200_000)]),
    "long text of brackets": lambda: debate([support("a", text="a" + "[" * 300_000)]),
    "long text of stars": lambda: debate([support("a", text="a " + "*_" * 200_000)]),
    "long text of backticks": lambda: debate([support("a", text="a " + "".join("`" * i + " " for i in range(900)))]),
    "long text of brackets and addresses": lambda: debate([support("a", text="a " + "![](" * 150_000)]),
    "long text of blanks": lambda: debate([support("a", text='"a' + " \\u00a0" * 60_000 + '"')]),
    "long text of marks": lambda: debate([support("a", text='"a' + "\\u0301" * 100_000 + '"')]),
    "long text of addresses": lambda: debate([support("a", text="a " + "https://a" * 60_000)]),
    "long text of apostrophes": lambda: debate([support("a", text="n't " * 150_000)]),
    "long text of digits": lambda: debate([support("a", text="a " + "1,000." * 80_000)]),
    "long text of Chinese": lambda: debate([support("a", text="漢" * 250_000)]),
    "long title": lambda: debate([support("a")], sources=f"- id: s\n  type: book\n  title: {'The ' + WORDS * 8_000}\n"),
    "long author": lambda: debate([support("a", more=evidence("x"))], sources=f"- id: s\n  type: book\n  title: T\n  author: [{{family: {WORDS * 8_000}}}]\n"),
    "long address": lambda: debate([support("a")], sources=f"- id: s\n  type: book\n  title: T\n  URL: https://a.b/{'a.' * 300_000}\n"),
    "long date": lambda: debate([support("a")], sources=f"- id: s\n  type: book\n  title: T\n  issued: {'1-' * 300_000}\n"),
    "long at": lambda: debate([support("a", more=f"evidence: [{{source: s, says: So., at: p. {'1-' * 300_000}}}]\n")]),
    "quote of thousands of words": lambda: cited("the " * 4_000, "the a " * 160_000),
    "quotes of thousands of words": lambda: cited("the " * 4_000, "the a " * 160_000, number=40),
    "quote of ellipses": lambda: cited('"' + "the … " * 4_000 + '"', "the a " * 160_000),
    "quotes of ellipses": lambda: cited('"' + "the boats … " * 500 + '"', SNAPSHOT, number=80),
    "quote of brackets": lambda: cited('"' + "the [boats] " * 30_000 + '"', SNAPSHOT),
    "quote of brackets and ellipses": lambda: cited('"' + "the [boats] … [a" * 10_000 + '"', SNAPSHOT),
    "quote of open brackets": lambda: cited('"the' + " [" * 100_000 + '"', SNAPSHOT),
    "quote of dots": lambda: cited('"the' + " . . ." * 50_000 + '"', SNAPSHOT),
    "card of the": lambda: cited("the " * 4_000, "the a " * 160_000, "card"),
    "cards": lambda: cited(WORDS * 20, SNAPSHOT, "card", 400),
    "cards not there": lambda: cited("zebra " + WORDS * 20, SNAPSHOT, "card", 400),
    "quotes not there": lambda: cited("nobody boats committee said the winter", SNAPSHOT, number=6_000),
    "quotes there": lambda: cited("boats were never safe", SNAPSHOT, number=6_000),
    "short quotes": lambda: cited("a", "a " * 400_000, number=6_000),
    "letters": lambda: cited("a " * 50_000, "a " * 400_000),
    "facets": lambda: debate(
        each(3_000, lambda i: support(f"a{i}", more=f"facets: {{actor: A{i}, place: P{i}, time: T{i}}}\n")),
    ),
    "schemes": lambda: debate(
        each(3_000, lambda i: support(f"a{i}", f"a{i - 1}" if i else "plan", "scheme: expert-opinion\nrole: link\n"))
    ),
    "weighed": lambda: debate(
        ["claim: w\ntext: Boats.\nweigh: true\n", support("z", "plan", "premises: [w]\n")]
        + each(1_500, lambda i: support(f"a{i}", "w")) + each(1_500, lambda i: rebuttal(f"b{i}", "of: w"))
    ),
    "ladder": lambda: debate(
        each(1_500, lambda i: support(f"a{i}", f"a{i - 1}" if i else "plan") )
        + each(1_500, lambda i: rebuttal(f"b{i}", f"of: a{i}"))
        + each(1_500, lambda i: rebuttal(f"c{i}", f"of: b{i}"))
    ),
    "risks": lambda: debate(
        each(3_000, lambda i: rebuttal(f"a{i}", more="role: impact\nrisk: {likelihood: likely, severity: high, timeframe: days}\n"))
    ),
    "criteria and options": lambda: debate(
        each(3_000, lambda i: support(f"a{i}", f"r{i % 150}", f"criterion: k{i % 100}\n")),
        each_line(150, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n")
        + "criteria:\n" + each_line(100, lambda i: f"  - {{id: k{i}, name: Criterion {i}}}\n"),
    ),
    "marks of one card": lambda: debate(
        [support("a", more="evidence:\n  - source: s\n    card: " + " ".join(each(10_000, lambda i: f"boats{i} sink")) + "\n    highlight:\n" + each_line(10_000, lambda i: f"      - boats{i}\n"))]
    ),
    "lock and snapshots": lambda: debate(
        each(100, lambda i: support(f"a{i}", more=f"evidence: [{{source: s{i}, quote: boats were never safe}}]\n")),
        sources="".join(each(100, lambda i: source(f"s{i}"))),
        **{f"snapshots/s{i}.txt": WORDS * 90 for i in range(100)},
        **{"argmap.lock": "".join(each(12_000, lambda i: f"link a{i % 100} {i:016x} {i:016x}\n"))},
    ),
    "lock of quotes": lambda: debate(
        each(2_000, lambda i: support(f"a{i}", more=f"evidence: [{{source: s{i % 100}, quote: boats were never safe in {i}}}]\n")),
        sources="".join(each(100, lambda i: source(f"s{i}"))),
        **{f"snapshots/s{i}.txt": WORDS * 20 for i in range(100)},
        **{"argmap.lock": "".join(each(8_000, lambda i: f"quote a{i % 2_000} s{i % 100} {i % 7:016x} {i:016x} {i}-{i + 9}\n"))},
    ),
    "lock of quotes of one": lambda: debate(
        each(500, lambda i: support(f"a{i}", more=evidence(f"boats were never safe {i}"))),
        **{"snapshots/s.txt": WORDS * 20},
        **{"argmap.lock": "".join(each(12_000, lambda i: f"quote a0 s {i:016x} {i:016x} {i}-{i + 9}\n"))},
    ),
    "bibliographies": lambda: debate(
        [support("a")],
        **{
            "../../bomb.bib": "".join(each(4_000, lambda i: f"@book{{k, title = {{{'{' * 20}T{'}' * 20}}}, author = {{A and B}}, year = 2020}}\n")),
            "../../bomb.ris": "".join(each(8_000, lambda i: f"TY  - BOOK\nTI  - The same\nAU  - Doe, {i}\nPY  - 2020\nER  - \n")),
            "../../bomb.json": "[" + ", ".join(each(8_000, lambda i: f'{{"id": "k", "type": "book", "title": "T", "author": [{{"family": "F{i}"}}]}}')) + "]",
        },
    ),
    "settings": lambda: debate([support("a")], **{"../../argmap.toml": each_line(40_000, lambda i: f"k{i} = 1\n")}),
    "circle with evidence": lambda: debate(
        each(3_001, lambda i: rebuttal(f"a{i}", f"of: a{(i + 1) % 3_001}", evidence(f"boats {i}", "says")))
        + [support("b", more="premises: [a0]\n")]
    ),
    "chain with evidence": lambda: debate(
        each(3_000, lambda i: support(f"a{i}", f"a{i - 1}" if i else "plan", evidence(f"boats {i}", "says")))
    ),
    "contradicts, with evidence": lambda: debate(
        [f"claim: c{i}\ntext: Boats {i}.\ncontradicts: {listed(150, lambda j, i=i: f'c{(i + j + 1) % 500}')}\n{evidence('boats')}" for i in range(500)]
        + [support("b", more="premises: [c0]\n")]
    ),
    **{
        f"long word of {name}": lambda char=char: {  # type: ignore[misc]
            **debate([support("a", text=f'"{char * 40_000}"', more=evidence(f'"{char * 40_000}"', "card"))], f'question: "{char * 40_000}"\n'),
            "sources.yaml": f'- id: s\n  type: book\n  title: "{char * 40_000}"\n  author: [{{family: "{char * 40_000}"}}]\n',
        }
        for name, char in {
            "hyphens": "-", "dots": ".", "commas": ",", "colons": ":", "stars": "*", "underscores": "_", "tildes": "~",
            "hashes": "#", "bars": "|", "slashes": "/", "backslashes": "\\\\", "angles": "<", "closing angles": ">",
            "ampersands": "&", "apostrophes": "'", "quotation marks": "\\u201c", "ellipses": "\\u2026", "dollars": "$",
            "at signs": "@", "equals": "=", "exclamations": "!", "parentheses": "(", "braces": "{", "digits": "7",
            "soft hyphens": "a\\u00ad", "joiners": "a\\u200d", "capitals": "A", "umlauts": "a\\u0308", "of it": "n't",
        }.items()
    },
    **{
        f"nesting of {name}": lambda one=one, other=other: cited('"' + f"{one}a " * 30_000 + f"{other} " * 30_000 + '"', SNAPSHOT)  # type: ignore[misc]
        for name, (one, other) in {"parentheses": "()", "angles": "<>", "braces": "{}", "guillemets": "«»", "curly quotes": "“”"}.items()
    },
    "settings of brackets": lambda: debate([support("a")], **{"../../argmap.toml": f"engine = {'[' * 5_000}{']' * 5_000}\n"}),
    "settings of digits": lambda: debate([support("a")], **{"../../argmap.toml": f"wpm = {'1' * 5_000}\n"}),
    "alike statements": lambda: debate(
        each(2_500, lambda i: support(f"a{i}", text=f"The committee found that harbour boats were never safe in winter {i}."))
    ),
}  # fmt: skip


def positions(number: int, resolutions: int, of_each: int) -> Files:
    """Positions with so many steps each, spread over all resolutions."""
    ids, wanted = [f"r{index}" for index in range(resolutions - 1)] + ["plan"], Files()

    def step(id: str, resolution: str, before: str) -> str:
        return rebuttal(id, f"of: {before}") if int(id.partition("s")[2]) % 3 == 1 else support(id, resolution)

    header = "".join(f"  - {{claim: {id}, text: We should {id}.}}\n" for id in ids[:-1])
    for index in range(number):
        steps = each(of_each, lambda i, q=f"q{index}s": step(f"{q}{i}", ids[i % len(ids)], f"{q}{i - 1}"))  # type: ignore[misc]
        wanted[f"positions/q{index}.yaml"] = debate(steps)["positions/p.yaml"].replace(
            "position: p", f"position: q{index}"
        )
    return debate([support("a")], header, **wanted)


def each_line(number: int, write: Callable[[int], str]) -> str:
    return "".join(each(number, write))


def write(files: Files, root: Path) -> None:
    """A debate in `arguments/d`, and in `base/d` the least one, to compare it with."""
    for top, content in (("arguments/d", files), ("base/d", debate([support("a")]))):
        for name, text in content.items():
            path = root / top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
