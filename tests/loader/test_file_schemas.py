"""The schemas say the same of a file as the loader does, wherever a schema can say it."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import regress
import yaml

import argmap.loader
from argmap.cli.printing.terminal import json_text
from argmap.loader import FAULTS, read
from argmap.loader.fault_pages import example
from argmap.loader.file_schemas import schemas
from argmap.model.diagnostics import Diagnostic, Severity
from argmap.model.values import SOURCE_ID_PATTERN
from tests.benchmarks.synthetic import synthetic
from tests.loader.debates import DEBATE, SOURCES
from tests.loader.test_places import ARGUMENTS
from tests.model.csl.test_dates import FORMS, NO_DATES
from tests.model.csl.test_names import NAMES

BEYOND_A_SCHEMA = {
    "duplicate-id", "duplicate-source", "duplicate-position", "unknown-target", "unknown-source", "unknown-side",
    "unknown-value", "unknown-criterion", "duplicate-criterion", "self-reference", "undercuts-claim",
    "answers-bare-step", "bare-step-as-statement",
    "outweighs-elsewhere", "premise-without-step",
    "type-not-first", "unknown-question", "value-named-twice", "named-twice",
}  # fmt: skip
"""What takes more than one file, statement or item of a list, or the order of keys, to see."""


def core(node: yaml.Node) -> object:
    """A node as a parser of YAML 1.2's core schema types it: what an editor's schema check looks at."""
    if isinstance(node, yaml.MappingNode):
        return {core_key(key): core(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [core(value) for value in node.value]
    return core_scalar(node.value) if node.style is None else node.value


def core_key(node: yaml.Node) -> str:
    return node.value if isinstance(node.value, str) else "?"


def core_scalar(text: str) -> object:
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


VALIDATORS = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in schemas().items()}


def kind_of(file: str) -> str:
    return {"debate.yaml": "debate", "sources.yaml": "sources"}.get(file, "position")


def fits(files: dict[str, str]) -> bool:
    """Whether every file fits its schema."""
    every = ((kind_of(file), yaml.compose(text, Loader=yaml.SafeLoader)) for file, text in files.items())
    return all(VALIDATORS[kind].is_valid(core(node)) for kind, node in every)


def is_slip_in_a_source(fault: Diagnostic) -> bool:
    """Sources may have keys of other programs; which one is a slip of the pen, no schema can say."""
    in_source = fault.span.file == "sources.yaml" and not fault.message.startswith("sources.yaml has")
    return fault.rule == "unknown-key" and in_source and bool(fault.help)


def agrees(files: dict[str, str]) -> None:
    found = [d for d in read(files).diagnostics if d.severity is Severity.ERROR]
    errors = {d.rule for d in found if not is_slip_in_a_source(d)} - BEYOND_A_SCHEMA
    names_another_parent = any(d.message.endswith("and `of` names another") for d in found)
    assert fits(files) == (not errors) or names_another_parent, errors


@pytest.mark.parametrize("kind", sorted(VALIDATORS))
def test_schema_is_a_schema_and_the_copy_in_the_repository_is_up_to_date(kind):
    VALIDATORS[kind].check_schema(schemas()[kind])
    path = Path(argmap.loader.__file__).parent / "schemas" / f"{kind}.schema.json"
    assert path.read_text(encoding="utf-8") == json_text(schemas()[kind])


def is_composable(page):
    """A schema is asked about data, so texts that are no YAML, or YAML with aliases and the like, are left out."""
    names = {
        "missing-file",
        "empty-file",
        "not-utf8",
        "control-character",
        "hidden-character",
        "unportable-file-name",
        "file-not-read",
        "too-many-faults",
    }
    if page.file == "argmap.lock":
        return False
    return not page.on_disk and page.name not in names and not re.match("yaml-|tab-|too-deep|duplicate-key", page.name)


@pytest.mark.parametrize("page", [page for page in FAULTS if is_composable(page)], ids=lambda page: page.name)
def test_examples_of_the_manual(page):
    agrees(example(page, page.bad))
    agrees(example(page, page.good))


YAML_FAULT = re.compile(r"&x|\*x|!|\\0|\x00|\t|x: y|\"x\n|Again")


@pytest.mark.parametrize("arguments", [each for each, _ in ARGUMENTS if not YAML_FAULT.search(each)])
def test_table_of_good_and_bad_statements(arguments):
    position = f"position: p\narguments:\n{arguments}"
    agrees({"debate.yaml": DEBATE, "sources.yaml": SOURCES, "positions/p.yaml": position})


HEADERS = [
    "", "title: x\n", "as_of: 2026\n", "as_of: 2026-02\n", "as_of: 2026-02-29\n", "as_of: 2024-02-29\n", "as_of: 26\n",
    "sides: {a: A, b: B}\n", "sides: {a: A}\n", "sides: {a: A, B: B}\n", "terms: {x y: 1.5}\n", "terms: {x: }\n",
    "question: 2024\n", "question: true\n", "question:\n", "question: [x]\n", "decision: {maker: x}\n", "decision: x\n",
    "values: {a: A}\naudiences: {b: [a]}\n", "values: {a: A}\naudiences: {b: a}\n", "ignore: [{rule: x}]\n",
    "parties: {NATO: [SHAPE], Ukraine: []}\n", "parties: {NATO: SHAPE}\n", "parties: [NATO]\n", "parties: {NATO: }\n",
    "recommendation: {option: send-trainers, because: So.}\n", "recommendation: {option: send-trainers}\n",
    "recommendation: send-trainers\n", "recommendation:\n", "recommendation: {option: Send, because: So.}\n",
    "ignore: [{}]\n", "positions: []\n", "ignore:\n", "sources: {}\n", "terms:\n", "background: ' '\n",
]  # fmt: skip


@pytest.mark.parametrize("more", HEADERS)
def test_table_of_good_and_bad_headers(more):
    title = "" if "title" in more else "title: 7\n"
    agrees({"debate.yaml": DEBATE.replace("title: Should trainers be sent?\n", title) + more})


SOURCE_KEYS = [
    "", "title: 1984\n", "type: book\n", "type: bok\n", "type:\n", "issued: 2026\n", "issued: 2026-02-30\n",
    "issued: {date-parts: [[2026, 2]]}\n", "issued: {date-parts: [['2026']]}\n", "issued: {date-parts: [[x]]}\n",
    "issued: {literal: spring}\n", "issued: {spring: 1}\n", "issued: [2026]\n", "author: [{family: Doe}]\n",
    "author: [{}]\n", "author: [{family: }]\n", "author: Doe\n", "volume: 3\n", "recipient: [{family: Doe}]\n",
    "custom: {reliability: A, credibility: 1}\n", "custom: {credibility: '1'}\n", "custom: {credibility: 7}\n",
    "custom: {interest: None., qualifications: A general.}\n", "custom: {interest: [x]}\n",
    "custom: {as_of: 2026-05}\n", "custom: {title_from_url: true}\n", "custom: {title_from_url: yes}\n", "custom:\n",
    "container_title: x\n", "container-title: x\n", "more: {}\n", "URL:\n", "issue: 5\n",
]  # fmt: skip


@pytest.mark.parametrize("more", SOURCE_KEYS)
@pytest.mark.parametrize("id", ["a", "2024", "Doe2024:a"])
def test_table_of_good_and_bad_sources(id, more):
    agrees({"debate.yaml": DEBATE, "sources.yaml": f"references:\n  - id: {id}\n" + (more and f"    {more}")})


BEYOND_A_PATTERN = ("2026/2025", "2004-22/2004-05", "[1668,1667]", "000X", "/")
"""Texts of which a pattern cannot see that they are no date: what comes first, that something is said."""


@pytest.mark.parametrize("written", [form for form, *_ in FORMS], ids=repr)
def test_every_form_of_a_date_fits(written):
    assert VALIDATORS["sources"].is_valid([{"id": "a", "issued": written, "event-date": written}])


@pytest.mark.parametrize("written", [form for form, *_ in NO_DATES if isinstance(form, str)], ids=repr)
def test_a_text_that_is_no_date_does_not_fit(written):
    assert VALIDATORS["sources"].is_valid([{"id": "a", "issued": written}]) == (written in BEYOND_A_PATTERN)


@pytest.mark.parametrize("written", [form for form, *_ in NAMES], ids=repr)
def test_every_form_of_a_name_fits(written):
    assert VALIDATORS["sources"].is_valid([{"id": "a", "author": [written], "director": [written]}])


IDS = {
    "doe2024": True, "Doe:2024/x": True, "özkadif2014": True, "毛2020": True, "o'neill2020": True, "_x": True,
    "1ac": True, "Гоголь1842": True, "𠮷2020": True, "ªb": True, "http://zotero.org/users/1/items/AB": True,
    "@doe": False, "'doe": False, "-doe": False, "a b": False, "a,b": False, "a[b]": False, "“a”": False,
    'a"b': False, "a;b": False, "a{b": False, "": False, "\u0301a": False, "…a": False, "、a": False, "×a": False,
}  # fmt: skip


@pytest.mark.parametrize(("id", "fits"), IDS.items())
def test_ids_of_sources_by_loader_schema_and_javascript(id, fits):
    """`regress` has the regular expressions of JavaScript, by which editors read the schema."""
    found = read({"debate.yaml": DEBATE, "sources.yaml": json.dumps([{"id": id}], ensure_ascii=False)})
    assert [d.rule for d in found.diagnostics] == ([] if fits else ["bad-id"])
    assert VALIDATORS["sources"].is_valid([{"id": id}]) == fits
    assert bool(regress.Regex(SOURCE_ID_PATTERN, "u").find(id)) == fits


def test_every_pattern_is_one_of_javascript() -> None:
    text = json.dumps(schemas())
    for pattern in {json.loads(found) for found in re.findall(r'"pattern": ("(?:[^"\\\\]|\\\\.)*")', text)}:
        regress.Regex(pattern, "u")


BIBLIOGRAPHIES = ["[]", "references: []", "references:", "x: []", "references: {}", "{}", "[{id: a}]", "[{}]"]


@pytest.mark.parametrize("sources", BIBLIOGRAPHIES)
def test_table_of_good_and_bad_bibliographies(sources):
    agrees({"debate.yaml": DEBATE, "sources.yaml": sources})


POSITIONS = [
    "position: p", "arguments: []", "position: p\narguments:", "[]", "position: P\narguments: []",
    "position: p\nkind: case\ntitle: 7\nsummary: x\narguments: []", "position: p\nkind: kase\narguments: []",
]  # fmt: skip


@pytest.mark.parametrize("position", POSITIONS)
def test_table_of_good_and_bad_positions(position):
    agrees({"debate.yaml": DEBATE, "positions/p.yaml": position})


def test_a_whole_debate_fits():
    assert fits(synthetic(200))


def test_every_key_of_a_statement_has_a_schema_and_the_important_ones_a_description():
    parts = schemas()["position"]["$defs"]
    assert {"supports", "rebuttals", "undercutters", "of", "text"} <= parts["Rebuttal"]["properties"].keys()
    assert parts["Rebuttal"]["properties"]["undercutters"]["description"]
    assert parts["Support"]["properties"]["premises"]["description"]
