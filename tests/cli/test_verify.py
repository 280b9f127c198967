"""`argmap verify`: what is reported of a quote, what is remembered, and what is said without the text."""

from __future__ import annotations

import json
import sys

import pytest

from argmap.evidence.snapshots import extract
from tests.cli.run import Program
from tests.conftest import needs_package

FOLDER = "arguments/school-start"
REPORT = """\
The trial ran two years. We found that pupils slept half an
hour longer.

But marks did not improve in the second year at any of the twelve schools.
"""
SOURCE = (
    "  - {{id: {id}, title: On {id}, type: report, author: [{{family: Doe}}], issued: 2024-05-08, publisher: P,\n"
    "     URL: 'https://example.org/{id}', accessed: 2024-06-01}}\n"
)


def cite(program: Program, *quotes: tuple[str, str]) -> None:
    """A support with these quotes, each with its source."""
    sources = dict.fromkeys(source for source, _ in quotes)
    program.write(f"{FOLDER}/sources.yaml", "references:\n" + "".join(SOURCE.format(id=id) for id in sources))
    evidence = "".join(f"      - {{source: {source}, quote: {json.dumps(quote)}}}\n" for source, quote in quotes)
    program.write(
        f"{FOLDER}/positions/sleep.yaml",
        "position: sleep\narguments:\n  - support: longer-sleep\n    of: we-should-act\n"
        f"    text: Pupils sleep longer.\n    evidence:\n{evidence}",
    )


def entries(program: Program) -> list[list[str]]:
    return [line.split() for line in program.lock(FOLDER).splitlines() if not line.startswith("#")]


@pytest.fixture
def trial(small: Program) -> Program:
    """A debate with a quote that is right and the text of its source."""
    cite(small, ("report", "pupils slept half an hour longer"))
    small.write(f"{FOLDER}/snapshots/report.txt", REPORT)
    return small


def test_a_quote_that_is_there_is_remembered_with_its_place(trial: Program) -> None:
    result = trial("verify")
    assert result.code == 0 and result.out == "1 quote: 1 found in its source.\n"
    ((kind, statement, source, _, _, place),) = entries(trial)
    assert (kind, statement, source) == ("quote", "longer-sleep", "report")
    start, end = map(int, place.split("-"))
    assert REPORT[start:end] == "pupils slept half an\nhour longer"
    before = trial.lock(FOLDER)
    assert trial("verify").code == 0 and trial.lock(FOLDER) == before


def test_a_near_miss_shows_place_caret_and_word_difference(small: Program, snapshot: object) -> None:
    cite(
        small,
        ("report", "marks did improve in the second year"),
        ("report", "marks improved in the third year"),
        ("report", "marks … improve in the second year"),
        ("report", "pupils slept half … longer, in the second year"),
        ("report", "marks did not improve at any of the twelve schools"),
        ("report", "an hour longer by any account that was given elsewhere"),
        ("report", "of the twelve school"),
    )
    small.write(f"{FOLDER}/snapshots/report.txt", REPORT)
    result = small("verify", "-v")
    assert result.code == 1
    assert result.out == snapshot
    assert entries(small) == []


def test_an_edited_quote_shows_where_the_text_may_not_be_kept(trial: Program) -> None:
    trial("verify")
    (trial.folder / FOLDER / "snapshots/report.txt").unlink()
    assert trial("check").code == 0 and trial("verify").code == 0
    cite(trial, ("report", "pupils slept an hour longer"))
    for command in ("check", "verify"):
        result = trial(command)
        assert result.code == 1 and "positions/sleep.yaml:7:33 error quote-changed-since-verified" in result.out
    assert entries(trial)[0][1] == "longer-sleep"
    trial.write("kept/report.txt", REPORT)
    again = trial("verify", "--text", "report=kept/report.txt")
    assert again.code == 1 and "kept/report.txt:1 has: pupils slept {+half+} an hour longer" in again.out
    cite(trial, ("report", "slept half an hour"))
    assert trial("verify", "--text", "report=kept/report.txt").code == 0
    assert trial("check").code == 0


def test_rewrapped_and_set_with_other_marks_it_is_the_same_quote(small: Program) -> None:
    cite(small, ("report", "the mayor's “plan” - a good one"))
    small.write(f"{FOLDER}/snapshots/report.txt", 'It was the mayor’s "plan" — a\ngood one.\n')
    assert small("verify").code == 0
    small.write(f"{FOLDER}/snapshots/report.txt", "")
    (small.folder / FOLDER / "snapshots/report.txt").unlink()
    position = small.folder / FOLDER / "positions/sleep.yaml"
    wrapped = position.read_text(encoding="utf-8").replace(
        "{source: report, quote: ", "source: report\n        quote: "
    )
    start = wrapped.index("quote: ") + len("quote: ")
    small.write(
        f"{FOLDER}/positions/sleep.yaml", wrapped[:start] + '>-\n          the mayor’s "plan"\n          – a good one\n'
    )
    assert small("check").code == 0, small("check").out
    assert "quote-" not in small("check").out


def test_what_was_never_looked_for_is_listed_on_demand(trial: Program) -> None:
    cite(trial, ("report", "pupils slept half an hour longer"), ("study", "no effect"))
    quiet = trial("verify")
    assert quiet.code == 0 and quiet.out == "2 quotes: 1 found in its source, 1 never verified.\n"
    assert "info quote-unverified" in trial("verify", "-v").out
    assert "snapshots/study.txt" in trial("verify", "-v").out
    assert trial("verify", "--fail-on", "info").code == 1
    assert "info quote-unverified" in trial("verify", "--fail-on", "info").out
    assert "quote-unverified" in trial("check").out


def test_a_debate_that_does_not_use_locks_stays_silent(small: Program) -> None:
    cite(small, ("report", "whatever it says"))
    rules = ["quote-unverified", "quote-not-in-source", "quote-changed-since-verified", "suspect-link"]
    assert not any(rule in small("check").out for rule in rules)
    assert small("verify").code == 0
    assert not (small.folder / FOLDER / "argmap.lock").exists()


def test_json_has_findings_and_each_quote(trial: Program) -> None:
    cite(trial, ("report", "pupils slept half an hour longer"), ("report", "not so"), ("study", "no effect"))
    result = trial("verify", "-f", "json")
    data = json.loads(result.out)
    assert result.code == 1
    assert [d["rule"] for d in data["diagnostics"]] == ["quote-not-in-source", "quote-unverified"]
    assert [(q["statement"], q["evidence"], q["source"], q["outcome"]) for q in data["quotes"]] == [
        ("longer-sleep", 0, "report", "found"),
        ("longer-sleep", 1, "report", "missing"),
        ("longer-sleep", 2, "study", "unverified"),
    ]
    found = data["quotes"][0]
    assert REPORT[found["start"] : found["end"]].split() == ["pupils", "slept", "half", "an", "hour", "longer"]


def test_a_finding_may_be_accepted_in_place(trial: Program) -> None:
    cite(trial, ("report", "pupils slept"), ("report", "not so"))
    path = f"{FOLDER}/positions/sleep.yaml"
    text = (trial.folder / path).read_text(encoding="utf-8")
    trial.write(path, text + "    ignore: [{rule: quote-not-in-source, reason: From a talk}]\n")
    assert trial("verify").code == 0
    assert "suppression-unused" not in trial("check").out


@pytest.mark.parametrize("rule", ["quote-not-in-source", "quote-unverified", "suspect-link"])
def test_an_ignore_that_check_cannot_judge_is_not_called_unused(small: Program, rule: str) -> None:
    """`check` has no texts, and this debate no lock: that the rule is silent says nothing about the `ignore:`."""
    cite(small, ("report", "whatever it says"))
    path = f"{FOLDER}/positions/sleep.yaml"
    text = (small.folder / path).read_text(encoding="utf-8")
    small.write(path, text + f"    ignore: [{{rule: {rule}, reason: From a talk}}]\n")
    assert "suppression" not in small("check").out


def test_pages_and_papers_are_read(small: Program) -> None:
    needs_package("inscriptis")
    needs_package("pypdfium2")
    needs_package("typst")
    import typst

    cite(small, ("page", "the committee did not agree"), ("paper", "nobody knows"), ("notes", "did not deter"))
    small.write(f"{FOLDER}/snapshots/page.html", "<p>In May the com<i>mit</i>tee did&nbsp;not agree.</p>")
    small.write(f"{FOLDER}/snapshots/notes.md", "It did *not* deter.\n")
    (small.folder / FOLDER / "snapshots/paper.PDF").write_bytes(typst.compile(b"Of this, nobody knows."))
    result = small("verify")
    assert result.code == 0, result.out
    assert [entry[2] for entry in entries(small)] == ["notes", "page", "paper"]


def test_text_comes_before_page_and_the_text_given_before_both(small: Program) -> None:
    cite(small, ("report", "from the text"))
    small.write(f"{FOLDER}/snapshots/report.html", "<p>from the page</p>")
    small.write(f"{FOLDER}/snapshots/report.txt", "from the text")
    assert small("verify").code == 0
    small.write("given.txt", "from elsewhere")
    assert small("verify", "--text", "report=given.txt").code == 1


def test_a_file_of_no_source_and_one_without_text_are_named(trial: Program) -> None:
    needs_package("pypdfium2")
    trial.write(f"{FOLDER}/snapshots/reprot.txt", "x")
    trial.write(f"{FOLDER}/snapshots/.hidden.txt", "x")
    trial.write(f"{FOLDER}/snapshots/notes.docx", "x")
    cite(trial, ("report", "pupils slept"), ("paper", "something"))
    trial.write(f"{FOLDER}/snapshots/paper.pdf", "this is no PDF")
    result = trial("verify")
    assert "snapshots/reprot.txt:1:1 warning file-not-read\n  no source is called reprot" in result.out
    assert result.code == 1 and "snapshots/paper.pdf:1:1 error snapshot-unreadable" in result.out
    assert "hidden" not in result.err and "docx" not in result.err
    assert "1 found" in result.out


def test_a_link_out_of_the_folder_is_not_read(trial: Program) -> None:
    secret = trial.write("secret.txt", REPORT)
    path = trial.folder / FOLDER / "snapshots/report.txt"
    path.unlink()
    path.symlink_to(secret)
    result = trial("verify")
    assert result.code == 1 and "outside-folder" in result.out and entries(trial) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("report", "is not of the form SOURCE=PATH"),
        ("=x.txt", "is not of the form SOURCE=PATH"),
        ("report=nowhere.txt", "nowhere.txt"),
        ("reprot=arguments/school-start/sources.yaml", "did you mean 'report'?"),
        ("report=empty.txt", "has no text in it"),
    ],
)
def test_a_text_that_cannot_be_used_stops_it_with_the_reason(trial: Program, given: str, said: str) -> None:
    trial.write("empty.txt", " ")
    result = trial("verify", "--text", given)
    assert result.code == 2 and said in result.err
    assert trial.lock(FOLDER) == ""


def test_one_source_has_one_text(trial: Program) -> None:
    given = f"report={FOLDER}/snapshots/report.txt"
    result = trial("verify", "--text", given, "--text", given)
    assert result.code == 2 and "names report twice" in result.err


def test_a_missing_package_stops_it_with_what_to_install(trial: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    trial.write(f"{FOLDER}/snapshots/report.html", "<p>x</p>")
    (trial.folder / FOLDER / "snapshots/report.txt").unlink()
    monkeypatch.setitem(sys.modules, "inscriptis", None)
    monkeypatch.setattr(
        "argmap.cli.quote_checking.extraction.Reader.extract", lambda _, name, content: extract(name, content)
    )
    result = trial("verify")
    assert result.code == 2 and "pip install 'argmap[snapshots]'" in result.err


def test_a_debate_with_errors_is_left_alone(trial: Program) -> None:
    trial.write(f"{FOLDER}/argmap.lock", "<<<<<<< HEAD\n")
    result = trial("verify")
    assert result.code == 1 and "argmap.lock:1:1 error lock-conflict" in result.err
    assert trial.lock(FOLDER) == "<<<<<<< HEAD\n"


def test_plain_texts_need_no_package_of_the_extra(trial: Program) -> None:
    import subprocess

    program = (
        "import sys\nfrom argmap.cli.main import main\n"
        "try:\n    main(['verify'])\nexcept SystemExit:\n    pass\n"
        "print(*sorted({'lxml', 'inscriptis', 'pypdfium2', 'markdown_it'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=trial.folder, capture_output=True, text=True, timeout=60)
    assert run.stdout.splitlines()[-1] == "" and "1 found" in run.stdout
