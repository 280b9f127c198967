"""What a debate is made of, what is left when something is wrong, and how much is too much."""

import gc
import random

import pytest
import yaml

from argmap.loader import read, reading
from argmap.loader.compose import compose
from argmap.loader.decode import LARGEST_FILE
from argmap.model import Rebuttal, Support
from argmap.model.csl.names import Name
from argmap.model.diagnostics import Severity
from tests.loader.debates import DEBATE, EMPTY, SOURCES, load, said
from tests.loader.losses import damaged

NESTED = """\
  - rebuttal: clash
    of: send-trainers
    text: They would clash.
    undercutters:
      - rebuttal: far
        text: They are far away.
    supports:
      - support: said-so
        text: Moscow said so.
    rebuttals:
      - rebuttal: before
        text: It did not happen before.
        rebuttals:
          - {rebuttal: then, text: That was then.}
  - {support: help, of: send-trainers, text: They help.}
"""
FLAT = """\
  - {rebuttal: clash, of: send-trainers, text: They would clash.}
  - {rebuttal: far, undercuts: clash, text: They are far away.}
  - {support: said-so, of: clash, text: Moscow said so.}
  - {rebuttal: before, of: clash, text: It did not happen before.}
  - {rebuttal: then, of: before, text: That was then.}
  - {support: help, of: send-trainers, text: They help.}
"""


def test_nested_and_flat_forms_make_the_same_debate():
    assert load(NESTED).debate == load(FLAT).debate
    assert [s.id for s in load(NESTED).debate.positions[0].arguments] == [
        "clash", "far", "said-so", "before", "then", "help",
    ]  # fmt: skip


def test_everything_is_text_unless_the_format_says_otherwise():
    texts = {"a": "1.10", "b": "no", "c": "2026-02-28, weigh: true"}
    loaded = load("".join(f"  - {{claim: {id}, text: {text}}}\n" for id, text in texts.items()))
    statements = loaded.debate.statements
    assert [statements[id].text for id in "abc"] == ["1.10", "no", "2026-02-28"]
    assert statements["c"].weigh is True
    assert [*load("  - {claim: y, text: on}\n").debate.statements] == ["send-trainers", "y"]


def test_only_plain_null_is_nothing():
    loaded = load('  - {claim: a, text: "null", role: ~, side: null}\n  - claim: b\n    text: "~"\n    evidence:\n')
    assert loaded.ok
    assert (loaded.debate.statements["a"].text, loaded.debate.statements["a"].role) == ("null", None)
    assert loaded.debate.statements["b"].text == "~"


def test_other_csl_variables_are_carried():
    loaded = load(sources="references:\n  - id: a\n    volume: 7\n    recipient: [{family: Doe}]\n")
    assert loaded.debate.sources["a"].more == {"volume": "7", "recipient": (Name(family="Doe"),)}


def test_positions_come_in_the_order_of_their_paths_and_other_files_are_passed_over():
    files = {
        "debate.yaml": DEBATE,
        "positions/b.yaml": EMPTY,
        "positions/a.yaml": EMPTY.replace("position: p", "position: z"),
        "positions/.hidden.yaml": "nonsense: [",
        "snapshots/article.txt": "\x00",
        "argmap.lock": "[",
    }
    loaded = read(files)
    assert loaded.ok
    assert [position.id for position in loaded.debate.positions] == ["z", "p"]


def test_positions_that_are_numbered_come_in_the_order_of_their_numbers():
    files = {f"positions/{n}-x.yaml": f"position: p{n}\n" for n in (10, 1, 2, 0)}
    debate = read({"debate.yaml": DEBATE, "sources.yaml": SOURCES, **files}).debate
    assert debate is not None and [each.id for each in debate.positions] == ["p0", "p1", "p2", "p10"]


def test_what_hangs_below_a_wrong_statement_is_left_out_without_a_word():
    below = "    rebuttals:\n      - {rebuttal: b, text: y, supports: [{support: c, text: z}]}\n"
    user = "  - {support: d, of: send-trainers, text: t, contradicts: [c, e], outweighs: [{over: f, because: w}]}\n"
    other = "  - {claim: e, text: t}\n  - {rebuttal: f, of: send-trainers, premises: [c]}\n"
    loaded = load("  - support: a\n    of: nobody\n    text: x\n" + below + user + other)
    assert said(loaded) == ["unknown-target 4:9-15"]
    assert list(loaded.debate.statements) == ["send-trainers", "d", "e"]
    assert loaded.debate.statements["d"].contradicts == ("e",)
    assert loaded.debate.statements["d"].outweighs == ()
    span = loaded.source_map.span(("statements", "d", "contradicts", 0))
    assert loaded.source_map.texts[span.file][span.start : span.end] == "e"


def test_what_hangs_below_a_duplicate_goes_with_it():
    twice = "  - {claim: a, text: x}\n  - {claim: a, text: y, supports: [{support: b, text: z}]}\n"
    loaded = load(twice + "  - {support: c, of: b, text: z}\n")
    assert [d.rule for d in loaded.diagnostics] == ["duplicate-id"]
    assert list(loaded.debate.statements) == ["send-trainers", "a"]


def test_a_statement_with_a_wrong_optional_key_stays_without_it():
    loaded = load("  - {claim: a, text: x, role: nonsense}\n  - {support: b, of: a, text: y}\n")
    assert not loaded.ok
    assert loaded.debate.statements["a"].role is None
    assert "b" in loaded.debate.statements


def test_evidence_without_source_goes_and_the_rest_keeps_its_place():
    loaded = load("  - {claim: a, text: x, evidence: [{source: nobody}, {source: article, at: here}]}\n")
    assert [e.source for e in loaded.debate.statements["a"].evidence] == ["article"]
    span = loaded.source_map.span(("statements", "a", "evidence", 0, "at"))
    assert loaded.source_map.texts[span.file][span.start : span.end] == "here"


def test_sides_that_are_wrong_make_no_side_unknown():
    loaded = load("  - {claim: a, text: x, side: left}\n", debate=DEBATE + "sides: {left: Left}\n")
    assert [d.rule for d in loaded.diagnostics] == ["bad-value"]


@pytest.mark.parametrize("debate", ["", "x", "[", "debate: a", DEBATE.replace("    text", "    txet"), b"\xff\xfe"])
def test_without_header_or_resolution_there_is_no_debate(debate):
    loaded = load(NESTED, debate=debate)
    assert loaded.debate is None
    assert not loaded.ok
    assert loaded.diagnostics


def test_a_file_that_could_not_be_read_makes_no_id_unknown():
    loaded = read(
        {
            "debate.yaml": DEBATE,
            "positions/a.yaml": "position: a\narguments:\n  - {support: b, of: c, text: x}\n",
            "positions/b.yaml": "position: b\narguments:\n  - claim: c\n    text: x: y\n",
        }
    )
    assert [d.rule for d in loaded.diagnostics] == ["yaml-syntax"]


@pytest.mark.parametrize(
    "twice",
    [
        "- claim: a\n    text: A.\n    supports: []\n    supports:\n      - {support: b, text: B.}",
        "- {claim: a, text: A., supports: [], supports: [{support: b, text: B.}]}",
        "- {claim: a, text: A.}\narguments:\n  - {claim: b, text: B.}",
    ],
)
def test_what_stands_below_a_key_that_is_given_twice_is_not_unknown(twice):
    other = "position: q\narguments: [{claim: c, text: C., contradicts: [b]}]\n"
    first = f"position: p\narguments:\n  {twice}\n"
    loaded = read({"debate.yaml": DEBATE, "positions/p.yaml": first, "positions/q.yaml": other})
    assert [each.rule for each in loaded.diagnostics] == ["duplicate-key"]


def test_several_faults_of_syntax_in_one_file_are_all_reported():
    loaded = load(
        "  - {claim: a, text: fine}\n"
        "  - claim: b\n    text: one: two\n"
        "  - claim: c\n    text: fine\n    supports:\n      - support: d\n        text: @home\n"
        "      - {support: e, text: fine}\n"
        "  - claim: f\n    text: [open\n"
        "  - {claim: g, text: fine, role: nonsense}\n"
    )
    assert said(loaded) == ["yaml-syntax 5:11-19", "yaml-syntax 10:15-20", "yaml-syntax 13:11-16", "bad-value 14:34-42"]
    assert {"a", "c", "e"} <= loaded.debate.statements.keys()


def nested(levels):
    lines, pad = ["position: p", "arguments:"], "  "
    for level in range(levels):
        of = f"\n{pad}  of: send-trainers" if level == 0 else ""
        lines.append(f"{pad}- rebuttal: r{level}{of}\n{pad}  text: x\n{pad}  rebuttals:")
        pad += "    "
    return load(position="\n".join(lines) + "\n")


def test_a_thousand_nested_levels():
    loaded = nested(1000)
    assert loaded.ok
    assert len(loaded.debate.statements) == 1001
    assert loaded.debate.statements["r999"].of == "r998"


@pytest.mark.parametrize("words", ["exceeded maximum nesting depth", "exceeded maximum nesting level of 1000"])
def test_a_libyaml_that_stops_at_some_depth_is_stood_in_for(monkeypatch, words):
    class Stops(yaml.CSafeLoader):
        def get_event(self):
            raise yaml.scanner.ScannerError(None, None, words, None)

    monkeypatch.setattr("argmap.loader.compose.yaml.CSafeLoader", Stops)
    assert nested(40).ok


def test_what_libyaml_is_told_for_the_process_is_taken_back():
    limit = getattr(yaml._yaml, "_get_max_nest_level", lambda: None)
    before = limit()
    assert nested(600).ok
    assert limit() == before


def test_a_chain_of_a_hundred_thousand():
    lines = [f"- {{support: s{n}, of: {f's{n - 1}' if n else 'send-trainers'}, text: x}}\n" for n in range(100_000)]
    loaded = load("".join(lines))
    assert loaded.ok
    assert len(loaded.debate.supports) == 100_000


def test_a_long_chain_below_an_unknown_target_goes_without_recursion():
    lines = [f"- {{support: s{n}, of: {f's{n - 1}' if n else 'nobody'}, text: x}}\n" for n in range(5_000)]
    loaded = load("".join(lines))
    assert [d.rule for d in loaded.diagnostics] == ["unknown-target"]
    assert list(loaded.debate.statements) == ["send-trainers"]


@pytest.mark.parametrize("text", ["[" * 30_000, "{a: " * 30_000, "- " * 30_000, "a: [" * 20_000 + "]" * 20_000])
def test_depth_has_a_limit(text):
    loaded = load(position="position: p\narguments: " + text)
    assert {"too-deep", "yaml-syntax"} & {d.rule for d in loaded.diagnostics}


def test_an_alias_bomb_is_refused_where_it_stands():
    text = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for one, two in zip("abcdefghi", "bcdefghij", strict=True):
        text += f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]\n"
    loaded = load(position=text)
    rules = [d.rule for d in loaded.diagnostics]
    assert (rules.count("yaml-anchor"), rules.count("yaml-alias")) == (10, 81)


def test_a_file_above_the_limit_is_not_parsed():
    loaded = load(position=b"[" * (LARGEST_FILE + 1))
    assert said(loaded) == ["file-too-large 1:1-1"]


def test_faults_without_end_are_cut():
    loaded = load("  - nonsense\n" * 50_000)
    assert len(loaded.diagnostics) == 1001
    assert loaded.diagnostics[-1].rule == "too-many-faults"


def test_ten_thousand_unknown_targets_among_ten_thousand_ids():
    lines = [f"  - {{support: statement-{n}, of: stetement-{n}, text: x}}\n" for n in range(10_000)]
    assert len(load("".join(lines)).diagnostics) == 1001


def test_the_collector_is_left_as_it_was():
    load(NESTED)
    assert gc.isenabled()
    gc.disable()
    try:
        load(NESTED)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_same_texts_give_the_same_result():
    files = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": "position: p\narguments:\n" + NESTED}
    one, two = read(files), read(dict(reversed(files.items())))
    assert one.debate == two.debate
    assert one.diagnostics == two.diagnostics


@pytest.mark.parametrize("id", ["clash", "far", "said-so", "then"])
def test_every_statement_is_found_in_the_text(id):
    loaded = load(NESTED)
    for at, text in ((("statements", id), id), (("statements", id, "text"), loaded.debate.statements[id].text)):
        span = loaded.source_map.span(at)
        assert loaded.source_map.texts[span.file][span.start : span.end] == text
    assert loaded.source_map.span(("statements", id, "nothing", 3)) == loaded.source_map.span(("statements", id))
    assert isinstance(loaded.debate.statements[id], Support | Rebuttal)


def test_positions_sources_and_the_debate_are_found_in_the_text():
    loaded = load(NESTED)
    spans = [loaded.source_map.span(at) for at in ((), ("positions", "p"), ("sources", "article"), ("title",))]
    assert [(s.file, s.line, s.column) for s in spans] == [
        ("debate.yaml", 1, 9),
        ("positions/p.yaml", 1, 11),
        ("sources.yaml", 2, 9),
        ("debate.yaml", 2, 8),
    ]


def test_the_parser_in_python_reads_the_same(monkeypatch):
    quick = load(NESTED)
    monkeypatch.setattr("argmap.loader.compose.HAS_LIBYAML", False)
    slow = load(NESTED)
    assert quick.debate == slow.debate
    assert [d for d in slow.diagnostics if d.rule != "slow-parser"] == []
    assert [d.rule for d in slow.diagnostics] == ["slow-parser"]


def test_a_position_without_a_right_header_goes_with_all_its_statements():
    files = {
        "debate.yaml": DEBATE,
        "positions/a.yaml": "position: A b\narguments:\n  - {claim: a, text: x}\n",
        "positions/b.yaml": "position: b\narguments:\n  - {support: b, of: a, text: x}\n  - {claim: c, text: x}\n",
    }
    loaded = read(files)
    assert [d.rule for d in loaded.diagnostics] == ["bad-id"]
    assert list(loaded.debate.statements) == ["send-trainers", "c"]


def test_keys_with_hyphens_are_found_by_the_names_of_the_model():
    loaded = load(sources="references:\n  - id: a\n    container-title: Foreign Affairs\n")
    span = loaded.source_map.span(("sources", "a", "container_title"))
    assert loaded.source_map.texts[span.file][span.start : span.end] == "Foreign Affairs"


def test_a_long_comment_or_blank_lines_behind_a_text_are_not_its_place():
    loaded = load("  - claim: a\n    text: |\n      One.\n      Two.\n\n\n# end\n")
    span = loaded.source_map.span(("statements", "a", "text"))
    assert (span.line, span.end_line, span.end_column) == (4, 6, 11)


def test_where_libyaml_refuses_the_depth_the_parser_in_python_takes_over(monkeypatch):
    class Shallow:
        def __init__(self, text):
            pass

        def get_event(self):
            raise yaml.parser.ParserError(
                None, None, "Maximum nesting level reached, set with yaml_set_max_nest_level())"
            )

    monkeypatch.setattr("yaml.CSafeLoader", Shallow)
    loaded = load(NESTED)
    assert loaded.ok
    assert len(loaded.debate.statements) == 7


@pytest.mark.parametrize(
    ("recommendation", "faults"),
    [
        ("{option: send-trainers, because: So.}", []),
        ("{option: send-trainer, because: So.}", ["unknown-target 6:26-38"]),
        ("{option: stay, because: So.}", ["unknown-target 6:26-30"]),
        ("{option: send-trainers}", ["missing-key 6:26-39"]),
        ("{optoin: send-trainers, because: So.}", ["unknown-key 6:18-24"]),
    ],
)
def test_what_is_recommended_is_a_resolution(recommendation: str, faults: list[str]) -> None:
    loaded = load(debate=f"{DEBATE}recommendation: {recommendation}\n")
    assert said(loaded) == faults and loaded.debate is not None


OURS, THEIRS = "    text: They help.\n", "    text: They do help.\n    weigh: true\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        (f"<<<<<<< ours\n{OURS}=======\n{THEIRS}>>>>>>> theirs\n", OURS),
        (f"<<<<<<< HEAD\n{OURS}||||||| 1a2b3c4\n    text: Help.\n=======\n{THEIRS}>>>>>>> feature: x\n", OURS),
        (f"{OURS}<<<<<<<\n=======\n    weigh: true\n>>>>>>>", OURS),
    ],
)
def test_a_merge_conflict_is_called_so_and_its_first_version_is_read(marked, kept, end):
    loaded = load(("  - support: help\n    of: send-trainers\n" + marked).replace("\n", end))
    (fault,) = loaded.diagnostics
    assert (fault.rule, fault.message) == ("yaml-syntax", "a merge conflict was left here")
    assert not loaded.ok
    assert loaded.debate.statements == load("  - support: help\n    of: send-trainers\n" + kept).debate.statements


@pytest.mark.parametrize("middle", ["", "||||||| 1a2b3c4\n    text: Help.\n"])
@pytest.mark.parametrize("fault", ["role: lnik", "text: They: help.", "evidnce:", "evidence: [{source: nobody}]"])
def test_faults_of_both_versions_of_a_conflict_are_told(fault: str, middle: str) -> None:
    fine, wrong = "    weigh: true\n", f"    {fault}\n"
    for ours, theirs in ((fine, wrong), (wrong, fine), (wrong, wrong)):
        text = f"<<<<<<< ours\n{ours}{middle}=======\n{theirs}>>>>>>> theirs\n"
        text = f"  - claim: a\n{'' if fault.startswith('text') else '    text: A.'}\n{text}  - {{claim: b, text: B.}}\n"
        lines = [number for number, line in enumerate(text.splitlines(), 3) if line == wrong[:-1]]
        found = [each.span.line for each in load(text).diagnostics if each.message != "a merge conflict was left here"]
        assert {*lines} <= {*found} and (ours != theirs or len(found) == 2)


def test_what_only_looks_like_a_conflict_is_text():
    loaded = load("  - claim: a\n    text: |\n      <<<<<<< ours\n      =======\n      >>>>>>> theirs\n")
    assert loaded.ok


@pytest.mark.parametrize("key", ["premises", "contradicts"])
def test_of_what_is_named_twice_the_first_mention_is_kept(key: str) -> None:
    loaded = load(f"  - {{claim: b, text: B.}}\n  - {{support: a, of: send-trainers, text: A., {key}: [b, b]}}\n")
    assert [each.rule for each in loaded.diagnostics] == ["named-twice"] and not loaded.ok
    assert loaded.debate is not None and getattr(loaded.debate.statements["a"], key) == ("b",)


@pytest.mark.parametrize(
    ("damage", "rules"),
    [
        (("title: Should", "ti\ufefftle: Should"), ["control-character"]),
        (("title: Should trainers be sent?\n", "title: Should trainers be\n sent\n...\n"), ["yaml-documents"]),
        (("    text: Trainers should", "   text: Trainers should"), ["yaml-syntax"]),
    ],
)
def test_what_follows_from_a_fault_is_not_told_beside_it(damage: tuple[str, str], rules: list[str]) -> None:
    files = {"debate.yaml": DEBATE.replace(*damage), "positions/p.yaml": EMPTY}
    assert [each.rule for each in read(files).diagnostics if each.severity is Severity.ERROR] == rules


def _all_of(loaded):
    """What was read, with the places of everything."""
    places = loaded.source_map
    return loaded.debate, loaded.diagnostics, loaded.lock, dict(places.texts), dict(places.names), [
        (at, node.span, node.data) for at, node in places.nodes.items()
    ]  # fmt: skip


def test_what_is_known_of_an_earlier_reading_changes_nothing_of_a_later_one():
    """A folder is saved with faults and without, again and again; files of a reading may be spoilt in any way."""
    known, reused = {}, 0
    for seed in range(150):
        _, files = damaged(random.Random(seed // 3 if seed % 3 else seed).choice)
        reused += sum(known.get(file, ("",))[0] == text for file, text in files.items())
        assert _all_of(read(files, known=known)) == _all_of(read(files)), files
    assert reused > 100


def test_a_file_that_is_unchanged_is_not_composed_again(monkeypatch):
    files = {"debate.yaml": DEBATE, "sources.yaml": SOURCES}
    composed = []
    monkeypatch.setattr(reading, "compose", lambda document, *rest: (
        composed.append(document.file), compose(document, *rest))[1])  # fmt: skip
    known, position = {}, "positions/p.yaml"
    for text, wanted in ((FLAT, {*files, position}), (FLAT, set()), (NESTED, {position})):
        files[position] = f"position: p\narguments:\n{text}"
        composed.clear()
        read(files, known=known)
        assert {*composed} == wanted
