"""Whatever stands in the files, reading them gives a result."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.loader import FAULTS, Loaded, read
from argmap.loader.compose import compose
from argmap.loader.decode import decode
from argmap.loader.faults import Faults
from argmap.loader.nodes import MappingNode, ScalarNode, SequenceNode
from argmap.model.diagnostics import Span
from tests.benchmarks.synthetic import synthetic
from tests.loader.debates import DEBATE, SOURCES
from tests.loader.test_reading import NESTED

NAMES = {page.name for page in FAULTS}
FILES = ("debate.yaml", "sources.yaml", "positions/p.yaml")
WHOLE = {"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": "position: p\narguments:\n" + NESTED}
WORDS = """
- : ? , [ ] { } # & * ! | > ' " % @ ` ~ null true a b claim support rebuttal of undercuts text evidence source
supports rebuttals undercutters debate title resolutions position arguments references id issued custom 2026
contradicts premises outweighs over because sides terms audiences --- ... <<
"""
MORE = ["\n", "\n  ", "\n    ", "\n  - ", "\t", " ", ": ", "\r\n", "\x00", "\ufeff", "\u2028", "\x85", "\ud800", "é"]
MORE += ["&a ", "*a", "- claim: c\n  text: t\n", "{support: s, of: clash, text: t}"]
YAML_WORDS = st.sampled_from([*WORDS.split(), *MORE])
YAML_LIKE = st.lists(YAML_WORDS, max_size=60).map("".join)


def check(loaded: Loaded) -> None:
    """Everything about a result that must hold, whatever was read."""
    for found in loaded.diagnostics:
        assert found.rule in NAMES
        assert found.message
        for span in (found.span, *(note.span for note in found.notes)):
            check_span(span, loaded.source_map.texts.get(span.file))
    for at in loaded.source_map.nodes:
        check_span(loaded.source_map.span(at), loaded.source_map.texts[loaded.source_map.span(at).file])
    if loaded.debate is not None:
        check_references(loaded)
    else:
        assert loaded.diagnostics


def check_span(span: Span, text: str | None) -> None:
    assert span.line >= 1
    assert span.column >= 1
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    if text is not None:
        assert 0 <= span.start <= span.end <= len(text)


def check_references(loaded: Loaded) -> None:
    """A debate that was built stands by itself, whatever was left out of it."""
    debate = loaded.debate
    for statement in debate.statements.values():
        named = [*statement.contradicts, *getattr(statement, "premises", ())]
        named += [comparison.over for comparison in getattr(statement, "outweighs", ())]
        named += [statement.target] if hasattr(statement, "target") else []
        assert set(named) <= debate.statements.keys() - {statement.id}
    ids = [s.id for s in (*debate.resolutions, *(s for p in debate.positions for s in p.arguments))]
    assert len(ids) == len(set(ids))


@given(st.sampled_from(FILES), st.one_of(st.text(), st.binary(), YAML_LIKE))
@settings(max_examples=400)
def test_any_text_and_any_bytes_give_a_result(file, content):
    check(read({**WHOLE, file: content}))


@given(st.dictionaries(st.sampled_from([*FILES, "positions/q.yaml", "x"]), YAML_LIKE))
@settings(max_examples=200)
def test_any_files_give_a_result(files):
    check(read(files))


@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 30), YAML_LIKE), min_size=1, max_size=4),
)
@settings(max_examples=400)
def test_a_mutated_debate_gives_a_result(file, edits):
    text = WHOLE[file]
    for at, length, new in edits:
        at %= len(text) + 1
        text = text[:at] + new + text[at + length :]
    check(read({**WHOLE, file: text}))


MOVES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=3)


@given(st.integers(0, 10_000), MOVES)
@settings(max_examples=40)
def test_a_debate_with_lines_moved_gives_a_result(seed, moves):
    files = synthetic(20, seed=seed)
    file = "positions/position-000.yaml"
    lines = files[file].splitlines(keepends=True)
    for take, put in moves:
        lines.insert(put % len(lines), lines.pop(take % len(lines)))
    check(read({**files, file: "".join(lines)}))


@given(st.integers(0, 10**6), st.integers(0, 60), st.floats(0, 1))
@settings(max_examples=30)
def test_synthetic_debates_have_no_fault(statements, size, cross):
    loaded = read(synthetic(size, seed=statements, cross=cross))
    assert loaded.diagnostics == ()
    assert len(loaded.debate.statements) == size + 2
    check(loaded)


def scalars(root):
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            yield node
        elif isinstance(node, SequenceNode):
            waiting.extend(node.items)
        elif isinstance(node, MappingNode):
            for key, value in node.entries.values():
                waiting += [key, value]


@given(YAML_LIKE)
@settings(max_examples=300)
def test_the_text_at_the_place_of_a_plain_scalar_is_that_scalar(text):
    faults = Faults()
    document = decode("x", text, faults)
    root, _ = compose(document, faults)
    for node in scalars(root):
        found = document.text[node.span.start : node.span.end]
        if node.data is not None and found[:1] not in ("'", '"', "|", ">") and not set(found) & set("\r\n\x85\u2028"):
            assert found == node.data


def flat(position):
    """The same position without nesting: every statement names by `of` or `undercuts` what it answers to."""
    lines = [f"position: {position.id}\nkind: {position.kind}\ntitle: {json.dumps(position.title)}\narguments:\n"]
    for statement in position.arguments:
        data = statement.model_dump(by_alias=True, exclude_defaults=True)
        type = type_key(statement)
        lines.append(f"- {json.dumps({type: data.pop(type), **data})}\n")
    return "".join(lines)


def type_key(statement):
    return type(statement).__name__.lower()


@given(st.integers(0, 10**6), st.integers(1, 60))
@settings(max_examples=30)
def test_nested_and_flat_forms_make_equal_debates(seed, size):
    files = synthetic(size, seed=seed)
    nested = read(files).debate
    (file,) = (file for file in files if file.startswith("positions/"))
    again = read({**files, file: flat(nested.positions[0])})
    assert again.diagnostics == ()
    assert again.debate == nested
