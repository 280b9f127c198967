"""The debates of this repository: what a reader of them is promised."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest

import argmap
from argmap.cli.main import main
from argmap.evaluation.audiences import audience_verdicts
from argmap.evaluation.evaluated import evaluate
from argmap.evaluation.force import Force, force
from argmap.rules.runner import run
from tests.conftest import ROOT
from tests.loader.test_file_schemas import fits

DEBATES = sorted(path.parent for path in ROOT.glob("arguments/*/debate.yaml"))


@pytest.mark.parametrize("folder", DEBATES, ids=lambda folder: folder.name)
def test_nothing_is_found_that_was_not_accepted_with_a_reason(folder: Path) -> None:
    loaded = argmap.read(folder)
    assert loaded.debate is not None and loaded.diagnostics == ()
    found = run(evaluate(loaded.debate), loaded.source_map, today=datetime.date(2026, 11, 23))
    assert [(d.span.file, d.span.line, d.rule) for d in found if d.rule != "critical-question-open"] == []


@pytest.mark.parametrize("folder", DEBATES, ids=lambda folder: folder.name)
def test_every_file_names_its_schema(folder: Path) -> None:
    for file in folder.rglob("*.yaml"):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        schema = first.removeprefix("# yaml-language-server: $schema=")
        kind = {"debate.yaml": "debate", "sources.yaml": "sources"}.get(file.name, "position")
        assert (file.parent / schema).resolve() == ROOT / f"argmap/loader/schemas/{kind}.schema.json"


@pytest.mark.parametrize("folder", DEBATES, ids=lambda folder: folder.name)
def test_every_file_fits_its_schema_as_an_editor_reads_it(folder: Path) -> None:
    assert fits({path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")})


def test_the_output_is_what_the_sources_give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path))
    with pytest.raises(SystemExit) as exit:
        main(["build", "--check"])
    assert exit.value.code == 0


@pytest.mark.slow
def test_a_changed_word_changes_the_maps_that_show_it_and_the_briefs_that_quote_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    folder = Path(shutil.copytree(ROOT / "arguments/nato-ukraine", tmp_path / "arguments/nato-ukraine"))
    before = _built()
    file = next(folder.glob("positions/*means-and-terms.yaml"))
    old, new = "would stretch Europe's soldiers", "could stretch Europe's soldiers"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    after = _built()
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    plain = {name: re.sub(r"\\l|\s+", " ", each) for name, each in before.items() if name.endswith((".md", ".dot"))}
    telling = {
        name.rsplit(".", 1)[0] for name, each in plain.items() if re.search("would stretch Europe.s soldiers", each)
    }
    cut_short = {"maps/after-ceasefire-or-now"}  # it names the statement by its first words; the page has everything
    assert {name.rsplit(".", 1)[0] for name in changed} - {""} == telling | cut_short | {
        "index"
    } and ".argmap-files" in changed
    assert 0 < len(telling) < len(before) / 4, "what says nothing of it stays as it was"
    for name in (name for name in changed if name.endswith((".md", ".dot"))):
        rest = set(after[name].splitlines()) - set(before[name].splitlines())
        assert [line for line in rest if "stretch" not in line and "could" not in line] == [], name


def _built() -> dict[str, str]:
    """What build makes of the one debate of this folder."""
    with pytest.raises(SystemExit) as exit:
        main(["build", "-q"])
    assert exit.value.code == 0
    made = Path("output/nato-ukraine")
    return {path.relative_to(made).as_posix(): path.read_text("utf-8") for path in made.rglob("*") if path.is_file()}


class TestFlagship:
    debate = argmap.load(ROOT / "arguments" / "nato-ukraine")

    def test_both_resolutions_and_the_options_between_are_debated(self) -> None:
        ids = {claim.id for claim in self.debate.resolutions}
        assert {"send-trainers", "send-troops", "train-abroad", "train-after-ceasefire", "reassurance-force"} <= ids
        assert any(claim.status_quo for claim in self.debate.resolutions)

    def test_every_source_is_graded_with_a_reason(self) -> None:
        assert len(self.debate.sources) > 100
        assert [s.id for s in self.debate.sources.values() if not (s.grade and s.custom.why)] == []

    def test_what_comes_from_the_article_is_located_by_section_and_sentence(self) -> None:
        cited = [e for s in self.debate.statements.values() for e in s.evidence if e.source == "article"]
        assert len(cited) > 60
        assert [e.at for e in cited if e.at is None or "sentence" not in e.at] == []

    def test_whoever_is_cited_as_an_authority_has_qualifications(self) -> None:
        testimony = ("expert-opinion", "position-to-know")
        steps = [s for s in self.debate.statements.values() if getattr(s, "scheme", None) in testimony]
        cited = {evidence.source for step in steps for evidence in step.evidence}
        assert sorted(id for id in cited if not self.debate.sources[id].custom.qualifications) == []

    def test_neither_side_is_a_straw_man(self) -> None:
        evaluation = argmap.evaluate(self.debate)
        standing = dict.fromkeys(self.debate.sides, 0)
        for id, label in evaluation.labelling.labels.items():
            if label is argmap.Label.IN and (side := evaluation.graph.sides[id]):
                standing[side] += 1
        pro, con = standing.values()
        assert min(pro, con) > 0.75 * max(pro, con)

    def test_whatever_bears_on_a_resolution_says_which_values_it_speaks_for(self) -> None:
        resolutions = {claim.id for claim in self.debate.resolutions}
        steps = [s for s in self.debate.statements.values() if isinstance(s, argmap.Support | argmap.Rebuttal)]
        assert [s.id for s in steps if s.of in resolutions and not s.values] == []

    def test_every_audience_ranks_every_value_and_they_come_to_different_verdicts(self) -> None:
        assert all(set(order) == set(self.debate.values) for order in self.debate.audiences.values())
        verdicts: dict[str, set[argmap.Label]] = {}
        for verdict in audience_verdicts(argmap.evaluate(self.debate)):
            verdicts.setdefault(verdict.resolution, set()).add(verdict.label)
        assert all(len(verdicts[id]) > 1 for id in ("send-trainers", "send-troops", "train-after-ceasefire"))
        assert verdicts["send-trainers"] == {argmap.Label.IN, argmap.Label.OUT, argmap.Label.UNDEC}

    def test_a_reader_of_the_core_alone_comes_to_the_same_answers(self) -> None:
        core = self.debate.narrowed(self.debate.core)
        assert 55 <= len(core.statements) <= 70
        whole, part = argmap.evaluate(self.debate), argmap.evaluate(core)
        assert [part.label(id) for id in self.debate.resolution_ids] == [
            whole.label(id) for id in self.debate.resolution_ids
        ]

    def test_the_core_has_two_or_three_of_the_best_of_both_sides_of_each_option(self) -> None:
        core, graph = self.debate.core, argmap.evaluate(self.debate).graph
        for option in self.debate.resolutions:
            for steps in (graph.supports(option.id), graph.rebuttals(option.id)):
                assert min(2, len(steps)) <= sum(step.id in core for step in steps) <= 4, option.id

    def test_whatever_is_in_the_core_stands_and_has_force_there_as_in_the_whole(self) -> None:
        whole = argmap.evaluate(self.debate)
        part = argmap.evaluate(self.debate.narrowed(self.debate.core))
        core, statements = self.debate.core, self.debate.statements
        steps = [id for id in core if not isinstance(statements[id], argmap.Claim)]
        assert {id: force(part, id) for id in steps} == {id: force(whole, id) for id in steps}
        assert {id: part.label(id) for id in core} == {id: whole.label(id) for id in core}

    @pytest.mark.parametrize(("steps", "has"), [
        ("troops-deter force-would-deter offer-is-too-small such-strength-is-not-planned", Force.OPEN),
        ("most-felt-prepared trainees-report-gains", Force.ANSWERED),
        ("retrained-at-home must-retrain-anyway", Force.OPEN),
        ("truce-needs-fighters token-reassures-few", Force.OPEN),
        ("europe-lacks-means pledges-are-thin few-of-them-send", Force.OPEN),
        ("europe-lacks-means force-lacks-means europe-leans-on-america", Force.OPEN),
        ("in-country-works-better raises-fighting-power", Force.OPEN),
    ])  # fmt: skip
    def test_what_rests_on_one_fact_has_one_force_whichever_side_says_it(self, steps: str, has: Force) -> None:
        evaluation = argmap.evaluate(self.debate)
        assert {id: force(evaluation, id) for id in steps.split()} == dict.fromkeys(steps.split(), has)

    def test_what_nobody_measured_leaves_open_what_it_answers_on_either_side(self) -> None:
        evaluation = argmap.evaluate(self.debate)
        said = [s for s in self.debate.rebuttals if s.scheme == "ignorance" or s.id == "wishes-are-not-morale"]
        assert len(said) == 3 and {evaluation.label(s.target) for s in said} == {argmap.Label.UNDEC}

    def test_forms_of_sending_are_on_the_side_of_sending_and_what_is_owed_is_argued_both_ways(self) -> None:
        sides = {claim.id: claim.side or "pro" for claim in self.debate.resolutions}
        assert [id for id, side in sides.items() if side == "con"] == ["train-abroad"]
        graph = argmap.evaluate(self.debate).graph
        assert len(graph.supports("help-is-owed")) > 1 and len(graph.rebuttals("help-is-owed")) > 1

    def test_a_statement_is_short_enough_for_a_card(self) -> None:
        assert [s.id for s in self.debate.statements.values() if len((s.text or "").split()) > 30] == []

    def test_what_is_weighed_is_weighed_by_nobody_but_the_reader(self) -> None:
        assert [s.id for s in self.debate.statements.values() if getattr(s, "outweighs", ())] == []
        every = {claim.id for claim in self.debate.resolutions}
        assert {risk.option for s in self.debate.statements.values() if (risk := s.risk)} == every
        risks = [each.risk for each in self.debate.statements.values() if each.risk]
        assert {each.by for each in risks} == {"the editors of this debate"} and all(each.because for each in risks)
