"""What is done for debates of a slow shape, counted: never more than a few times what there is of it."""

from __future__ import annotations

import difflib
import io
import os
import re
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import argmap
from argmap import maps
from argmap.analysis import moves as remedies
from argmap.analysis import parting_values, proofs
from argmap.analysis.analysis import Analysis
from argmap.analysis.comparisons import settlings
from argmap.analysis.unanswered import todo
from argmap.bibliography.bibtex.bibtex_entries import blocks
from argmap.briefs import frontlines, risks
from argmap.briefs.citations import Citations
from argmap.briefs.kinds import judgements
from argmap.briefs.selected_debate import SelectedDebate
from argmap.cli.comparing import exchanged_items
from argmap.cli.input_fault import InputFault
from argmap.cli.printing.escaped_output import Guarded
from argmap.cli.settings import settings_faults
from argmap.cli.settings.config import config_of
from argmap.documents.formats import markdown
from argmap.evaluation import audiences, base_scores, dispute_tree, reasons, value_rankings
from argmap.evaluation.evaluated import Evaluation, evaluate
from argmap.evaluation.framework import Label
from argmap.evaluation.graph import Graph
from argmap.evaluation.grounded import Network
from argmap.evaluation.reasons import Order
from argmap.evidence import verification
from argmap.evidence.quotes import finding
from argmap.evidence.quotes.finding import Refused, find
from argmap.evidence.quotes.nearest import Effort, Index, nearest
from argmap.evidence.quotes.normal import normal
from argmap.files import load_folder
from argmap.living_page.page_data import Surroundings, page_data
from argmap.loader import near_words, read, repairs
from argmap.loader.forms import as_mapping
from argmap.loader.library import Library
from argmap.maps import View, captions, connecting_lines, drawing, outline, scale
from argmap.maps import scene_making as scene_making
from argmap.model import parties
from argmap.reports.evaluation_report import why_undecided
from argmap.reviews import causes, partial, records, review
from argmap.rules import Options, quote_not_in_source
from argmap.strength import effect_of_evidence
from argmap.strength.effect_of_evidence import not_tried, sensitivity
from argmap.strength.gradual import BY_NAME, iteration, strengths
from argmap.strength.gradual.bipolar import Bipolar
from argmap.wording import near_misses
from argmap.writing import three_way_merge
from argmap.writing.merge_units import name_of
from argmap.writing.three_way_merge import merge
from argmap.writing.tree import Tree, grow
from tests.hostile.shapes import (
    SHAPES,
    SNAPSHOT,
    cited,
    debate,
    each,
    evidence,
    nested,
    positions,
    rebuttal,
    support,
    write,
)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Replaces a function by one that counts its calls."""

    def replace(owner: Any, name: str) -> list[int]:
        calls, plain = [0], getattr(owner, name)

        def counting(*given: Any, **named: Any) -> Any:
            calls[0] += 1
            return plain(*given, **named)

        monkeypatch.setattr(owner, name, counting)
        return calls

    return replace


def loaded(files: dict[str, str], folder: Path) -> argmap.Debate:
    write(files, folder)
    found = load_folder(folder / "arguments/d").debate
    assert found is not None
    return found


def test_a_panel_is_described_once_for_each_position(tmp_path: Path, counted: Any) -> None:
    made = loaded(debate(each(60, lambda i: support(f"a{i}"))), tmp_path)
    calls = counted(scene_making, "panel_note")
    argmap.draw(evaluate(made), view="tree")
    assert calls[0] <= 2
    assert scene_making.panel_note is not captions.panel_note


def test_the_scale_of_a_resolution_is_read_once_for_all_maps(tmp_path: Path, counted: Any) -> None:
    ev, asked = evaluate(loaded(positions(6, 4, 8), tmp_path)), counted(scale, "verdict")
    for position in ev.debate.positions:
        argmap.draw(ev, view=position.id)
    argmap.draw(ev, view="overview")
    assert asked[0] == 4


def test_a_card_quotes_only_those_that_it_names(tmp_path: Path, counted: Any) -> None:
    ev, told = evaluate(loaded(debate(premises_of_many(40, 30)), tmp_path)), counted(captions, "quoted")
    argmap.draw(ev, view="tree")
    assert 0 < told[0] <= (captions.NAMED + 1) * len(ev.debate.statements)


def test_the_sections_of_an_overview_are_set_in_few_ways(tmp_path: Path, counted: Any) -> None:
    header = "".join(each(400, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n"))
    ev, tried = evaluate(loaded(debate([support("a", "r0")], header), tmp_path)), counted(drawing, "_within")
    argmap.draw(ev, view="tree")
    assert 0 < tried[0] < 60


@pytest.mark.parametrize("answers", [support, rebuttal])
def test_the_lines_and_columns_of_a_map_are_compared_with_few_others(
    answers: Any, tmp_path: Path, counted: Any
) -> None:
    made, number = loaded(debate(each(1_200, lambda i: answers(f"a{i}"))), tmp_path), 1_200
    weighed, drawn = counted(outline.Planner, "deal"), counted(connecting_lines, "_arrival")
    argmap.draw(evaluate(made), view="whole")
    assert 0 < weighed[0] <= 100 * number
    assert 0 < drawn[0] <= number


def crossing(number: int, of: int) -> list[str]:
    """Claims each of which contradicts so many others."""
    return [
        f"claim: c{i}\ntext: Boats {i}.\ncontradicts: [{', '.join(f'c{(i + j + 1) % number}' for j in range(of))}]\n"
        for i in range(number)
    ]


def test_a_map_draws_so_many_premises_and_contradictions_and_says_of_how_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scene_making, "MOST_ACROSS", 20)
    steps = [support("a", more="premises: [c0, c1]\n"), *crossing(10, 4)]
    ev = evaluate(loaded(debate(steps), tmp_path))
    drawn, written = maps.draw(ev, View("whole")), maps.to_dot(ev, View("whole"))
    assert "20 of 42 premises and contradictions are shown." in drawn.notes
    assert all("20 of 42 premises and contradictions are shown." in each for each in (drawn.svg, written))


@pytest.mark.parametrize(("number", "of", "named"), [(60, 29, 30), (120, 59, 5)])
def test_a_statement_of_a_memo_names_so_many_contradictions_and_how_many_more(
    number: int, of: int, named: int, tmp_path: Path
) -> None:
    memo = argmap.brief(evaluate(loaded(debate(crossing(number, of)), tmp_path)), "argument")
    assert f"and {2 * of - named} more" in memo
    assert memo.count("](#c") <= number * (named + 5)


def premises_of_many(number: int, of: int) -> list[str]:
    """Claims that are all answered, and steps each of which needs so many of them."""
    claims = each(number, lambda i: f"claim: c{i}\ntext: Boats {i}.\n")
    listed = each(number, lambda i: ", ".join(f"c{(i + j) % number}" for j in range(of)))
    needy = each(number, lambda i: rebuttal(f"a{i}", more=f"premises: [{listed[i]}]\n"))
    return claims + needy + each(number, lambda i: rebuttal(f"b{i}", f"of: c{i}"))


@pytest.mark.parametrize(("number", "of", "named"), [(60, 50, 30), (120, 90, 5)])
def test_of_premises_that_many_steps_need_a_few_are_named_and_the_rest_counted(
    number: int, of: int, named: int, tmp_path: Path
) -> None:
    told = argmap.brief(evaluate(loaded(debate(premises_of_many(number, of)), tmp_path)), "argument")
    assert f"and {of - named} more" in told and told.count("](#") <= 2 * number * (named + 2)


@pytest.mark.parametrize("number", [60, 80])
def test_of_comparisons_a_few_are_listed_and_the_rest_counted(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = "".join(each(number, lambda i: f"  - {{over: b{i}, because: It is.}}\n"))
    steps = each(number, lambda i: support(f"a{i}", more=f"outweighs:\n{over}")) + each(
        number, lambda i: rebuttal(f"b{i}")
    )
    monkeypatch.setattr(judgements, "MOST_ROWS", 100)
    listed = argmap.brief(evaluate(loaded(debate(steps), tmp_path)), "judgements")
    assert f"and {number**2 - 100:,} more" in listed


def test_of_answers_to_premises_that_arguments_share_a_few_are_told(tmp_path: Path, counted: Any) -> None:
    ev = evaluate(loaded(debate(premises_of_many(120, 90)), tmp_path))
    told = counted(frontlines, "_answer")
    argmap.brief(ev, "blocks")
    assert 0 < told[0] <= 40 * frontlines.ANSWERS


def test_a_statement_that_many_mention_is_escaped_once(tmp_path: Path, counted: Any) -> None:
    ev = evaluate(loaded(debate(premises_of_many(60, 50)), tmp_path))
    escaped = counted(markdown, "escape")
    argmap.brief(ev, "argument")
    assert 0 < escaped[0] <= 20 * len(ev.debate.statements)


def test_what_lies_below_a_statement_is_counted_once_for_all_maps(tmp_path: Path, counted: Any) -> None:
    ev = evaluate(loaded(debate(premises_of_many(20, 5)), tmp_path))
    looked = counted(Graph, "descendants")
    for _ in range(2):
        argmap.draw(ev, view="tree")
    assert looked[0] <= 30


def test_what_an_answer_would_turn_is_worked_out_for_what_depends_on_it_alone(tmp_path: Path, counted: Any) -> None:
    steps = each(300, lambda i: support(f"a{i}")) + each(300, lambda i: rebuttal(f"b{i}"))
    ev = evaluate(loaded(debate(steps), tmp_path))
    dispute_tree.if_settled(ev, ("plan", False), Label.IN)
    entered = counted(Network, "_enter")
    assert len(todo(ev, "pro").answers) == 300
    assert 300 < entered[0] <= 5 * 300


def test_what_an_audience_weighs_is_not_gone_through_where_it_would_fill_the_page(tmp_path: Path, counted: Any) -> None:
    steps = each(300, lambda i: support(f"a{i}", more="values: {promotes: [v]}\n"))
    steps += each(300, lambda i: rebuttal(f"b{i}", more="values: {promotes: [w]}\n"))
    ev = evaluate(loaded(debate(steps, "values: {v: V, w: W}\naudiences:\n  one: [v, w]\n"), tmp_path))
    asked = counted(value_rankings, "_prefers")
    assert "audiences" not in page_data(ev, Surroundings())
    assert asked[0] <= 600


def test_how_all_stands_for_an_audience_is_worked_out_once(
    tmp_path: Path, counted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audiences, "BUDGET", 0)  # no moves of values
    steps = [support("a", more="values: {promotes: [v]}\n"), rebuttal("b", more="values: {promotes: [w]}\n")]
    orders = "values: {v: V, w: W}\naudiences: {one: [v, w], other: [w, v], third: []}\n"
    analysis, asked = Analysis(evaluate(loaded(debate(steps, orders), tmp_path))), counted(value_rankings, "grounded")
    assert [each.label for each in analysis.standings] == [each.label for each in analysis.audience_verdicts]
    assert asked[0] == 3


def test_what_audiences_decide_is_looked_at_a_few_times_for_all_options(tmp_path: Path, counted: Any) -> None:
    steps = each(120, lambda i: support(f"a{i}", f"r{i}", f"values: {{promotes: [v{i % 5}]}}\n"))
    steps += each(120, lambda i: rebuttal(f"b{i}", f"of: r{i}", f"values: {{promotes: [v{(i + 1) % 5}]}}\n"))
    header = "".join(each(120, lambda i: f"  - {{claim: r{i}, text: We should {i}., weigh: true}}\n"))
    header += "values: {v0: A, v1: B, v2: C, v3: D, v4: E}\naudiences:\n"
    header += "  x: [v0, v1, v2, v3, v4]\n  y: [v4, v3, v2, v1, v0]\n"
    ev, listed = evaluate(loaded(debate(steps, header), tmp_path)), counted(audiences, "standings")
    paired, memo = counted(parting_values, "combinations"), argmap.brief(ev, "argument")
    assert "And 71 more options: “argmap evaluate --audiences” has them." in memo
    assert any("above all" in reason for _, reason in why_undecided(ev))
    assert listed[0] == 1 and paired[0] <= 3


def test_a_number_for_entries_that_say_the_same_is_found_at_once() -> None:
    class Looked(dict[str, int]):
        times = 0

        def __contains__(self, key: object) -> bool:
            self.times += 1
            return super().__contains__(key)

    tree, taken = grow("file", "- {rule: no-evidence}\n" * 500), Looked()
    assert isinstance(tree, Tree)
    names = [name_of(slot, taken) for slot in tree.root.children]
    assert len({*names}) == 500 and taken.times <= 500


def test_a_merge_of_nested_entries_keeps_the_text_of_each_once() -> None:
    base, ours = (debate([support("a0")])["positions/p.yaml"], debate([nested(150)])["positions/p.yaml"])
    tracemalloc.start()
    done = merge(base, ours, ours.replace("Boats", "Ships"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert done is not None and done.conflicts == 150
    assert peak < 60 * len(ours)


def test_entries_under_other_names_are_compared_with_few(counted: Any) -> None:
    base = debate(each(300, lambda i: support(f"a{i}", more="role: link\n", text=f"Boats {i}.")))["positions/p.yaml"]
    ours, compared = re.sub(r"a(\d+)\n", r"z\1\n", base), counted(three_way_merge, "_is_like")
    done = merge(base, ours, base.replace("Boats 7.", "Boats sink."))
    assert done is not None and not done.conflicts and "z7\n    of: plan\n    text: Boats sink." in done.text
    assert 0 < compared[0] <= 300


def test_git_is_asked_about_so_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(three_way_merge, "MOST_BY_LINES", 10)
    base, asked = debate(each(50, lambda i: support(f"a{i}")))["positions/p.yaml"], list[str]()
    ours, theirs = base.replace("Boats", "Ships"), base.replace("Boats", "Rafts")
    done = merge(base, ours, theirs, lines=lambda base, ours, theirs: asked.append(ours))
    assert done is not None and done.conflicts == 50
    assert len(asked) == 11  # and about the whole file


def test_a_circle_goes_so_many_rounds_as_its_links_allow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(iteration, "MOST_EFFORT", 60 * (10 + 59) * 9 + 1)
    ev = evaluate(loaded(debate(crossing(60, 59)), tmp_path))
    found = strengths(ev, "df-quad")
    assert found.rounds <= 9 and len(found.unsettled) == 60


def test_so_much_evidence_is_tried_as_its_circles_allow(
    tmp_path: Path, counted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = each(31, lambda i: rebuttal(f"a{i}", f"of: a{(i + 1) % 31}", evidence("boats")))
    ev, tried = evaluate(loaded(debate([*steps, support("b", "plan", "premises: [a0]\n")]), tmp_path)), 5
    one = iteration.settle(Bipolar.of(ev.framework), [0.5] * 33, BY_NAME["df-quad"].strength).effort
    monkeypatch.setattr(effect_of_evidence, "MOST_EFFORT", tried * one)
    again = counted(effect_of_evidence, "resettle")
    found = sensitivity(ev, ["plan"])[0]
    assert 0 < again[0] <= 2 * tried and 0 < len(found.moves) < 31
    assert found.left_out == 31 - len(found.moves)
    assert not_tried(found) == [f"{found.left_out} more pieces of evidence were not tried: that would take too long."]


def test_the_end_of_a_statement_with_many_faults_is_looked_for_once(counted: Any) -> None:
    ours = debate([support("a", more="".join(each(200, lambda i: f"suport{i}: x\n")))])["positions/p.yaml"]
    theirs, looked = debate([support("a")])["positions/p.yaml"], counted(exchanged_items, "_end")
    made = exchanged_items.exchanged(ours.encode(), theirs.encode(), range(6, 206))
    assert made == (theirs.encode(), ("a",), 1)
    assert looked[0] == 2


@pytest.mark.parametrize("table", ["", "[weights]\n"])
def test_of_many_wrong_settings_a_few_are_told_and_the_rest_counted(table: str, tmp_path: Path, counted: Any) -> None:
    looked = counted(settings_faults, "line_of")
    with pytest.raises(InputFault, match="And 180 more wrong settings"):
        config_of({"argmap.toml": (table + "".join(each(200, lambda i: f"k{i} = 1\n"))).encode()}, tmp_path)
    assert looked[0] == 20


def test_a_message_repeats_no_value_that_has_no_end() -> None:
    stream = io.StringIO()
    Guarded(stream).write("Error: " + "x" * 100_000 + " is not known.\n  1 | " + "a b " * 9_000 + "\n")
    first, second = stream.getvalue().splitlines()
    assert first == f"Error: {'x' * 200}… is not known." and len(second) == 4_001


def test_a_move_costs_as_much_as_what_is_looked_at_for_it(tmp_path: Path) -> None:
    ev = evaluate(loaded(debate(premises_of_many(120, 90)), tmp_path))
    assert remedies.Trial(ev, "plan", remedies.Aim.STAND).size >= 120 * 90


def test_a_move_costs_as_much_as_the_comparisons_that_are_looked_at(tmp_path: Path, counted: Any) -> None:
    ev = evaluate(loaded(SHAPES["outweighs, with long texts"](), tmp_path))
    tries = counted(remedies, "grounded")
    Analysis(ev).outlook("plan", remedies.Aim.STAND)
    assert 0 < tries[0] * 150 * 120 < 5 * remedies.BUDGET


def test_a_search_for_turning_sets_counts_the_premises_that_each_try_looks_at(tmp_path: Path, counted: Any) -> None:
    write(SHAPES["premises that do not stand"](), tmp_path)
    ev = evaluate(argmap.load(tmp_path / "arguments" / "d"))
    tries = counted(proofs.Compiled, "solve")
    Analysis(ev).turning("plan")
    assert 0 < tries[0] * remedies.links(ev.framework) < 4 * remedies.BUDGET


def test_which_premises_fail_is_asked_once_of_each(tmp_path: Path, counted: Any) -> None:
    ev = evaluate(loaded(debate(premises_of_many(60, 50)), tmp_path))
    asked, told = [0], type(ev.debate.statements["a0"]).needed_steps.fget

    def counting(step: Any) -> Any:
        asked[0] += 1
        return told(step)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(ev.debate.statements["a0"]), "needed_steps", property(counting))
        assert len(reasons.failing_premises(ev, "a0")) == 50
    assert asked[0] == 1


def test_the_same_unknown_rule_is_compared_once(counted: Any) -> None:
    near_misses._nearest.cache_clear()
    calls = counted(difflib, "get_close_matches")
    assert {near_misses.nearest("no-evidense", ["no-evidence", "stale"]) for _ in range(50)} == {"no-evidence"}
    assert calls[0] == 1
    assert near_misses.nearest("x" * 100_000, ["no-evidence"]) is None and calls[0] == 1


def test_thousands_of_unknown_ids_end_the_suggestions() -> None:
    known = [f"a{number}" for number in range(8_000)]
    suggester, looked = near_words.Suggester(), 0
    while suggester._left > 0 and looked < 8_000:
        suggester.nearest("zzz", known)
        looked += 1
    assert looked <= 300


def test_whose_name_it_is_compiles_nothing_for_each_source(tmp_path: Path, counted: Any) -> None:
    made = loaded(SHAPES["parties"](), tmp_path)
    small = made.model_copy(update={"parties": dict(list(made.parties.items())[:40])})
    calls = counted(re, "fullmatch")
    assert len(parties.voices(small)) == 40
    assert calls[0] == 0


def test_lists_in_lists_are_unwrapped_without_recursion() -> None:
    deep: Any = ["a"]
    for _ in range(5_000):
        deep = [deep]
    assert as_mapping("terms", deep, Library({})) == {"a": "…"}


def test_a_long_word_in_a_longer_one_is_looked_for_so_often_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST_COMPARED", 100_000)
    cuts, plain = [0], finding._cut

    def counting(*given: Any) -> int | None:
        cuts[0] += 1
        return plain(*given)

    monkeypatch.setattr(finding, "_cut", counting)
    assert find("x" * 1_000, normal("x" * 50_000)) == Refused(finding.TOO_OFTEN, 0, 0)
    assert cuts[0] <= 200


def test_a_quote_for_which_nothing_nearest_was_looked_for_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = cited("nobody boats committee said the winter", SNAPSHOT[:3_000], number=3)
    made, text = loaded(files, tmp_path), verification.Snapshot("snapshots/s.txt", "0", SNAPSHOT[:3_000])
    effort = Effort(1)
    monkeypatch.setattr("argmap.evidence.quotes.nearest.Effort", lambda: effort)
    evaluated = replace(evaluate(made), verification=verification.verify(made, {"s": text}))
    said = [str(each) for each in quote_not_in_source.check(evaluated, Options())]
    assert "Nothing like it was looked for: too many long quotes are missing." in said[-1]


def test_unknown_ids_without_a_suggestion_say_that_none_was_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near_words, "_COMPARISONS", 20)
    write(debate(each(100, lambda i: support(f"a{i}", f"missing-statement-{i}"))), tmp_path)
    found = [each for each in load_folder(tmp_path / "arguments/d").diagnostics if each.rule == "unknown-target"]
    assert "Too many ids" not in str(found[0].help)
    assert "Too many ids are unknown to suggest one." in str(found[-1].help)


def test_the_same_word_again_and_again_uses_the_effort_up() -> None:
    effort, allowed = Effort(), 0
    while effort.allows(["the"] * 900, ["the"] * 300):
        allowed += 1
    assert allowed < 4
    plain = [f"w{number}" for number in range(900)]
    assert all(Effort(10_000).allows(plain, plain[:300]) for _ in range(3))


def test_the_places_that_vote_use_the_effort_up() -> None:
    index = Index(normal("the committee said so " * 1_900), Effort(100_000))
    assert nearest("zebra committee found so", index) is not None
    assert index.effort.left <= 100_000 - 2 * 6 * 1_900


def test_what_the_processes_of_a_build_all_ask_for_is_worked_out_once(tmp_path: Path) -> None:
    write(debate([support("a", more=evidence("boats"))], "values: {v: V}\naudiences: {x: [v]}\n"), tmp_path)
    program = (
        "from argmap import citations\nfrom argmap.cli.main import main\nfrom argmap.evaluation import audiences\n"
        "def counted(owner, name):\n    plain = getattr(owner, name)\n"
        "    def counting(*given):\n        open('calls', 'a').write('.')\n        return plain(*given)\n"
        "    setattr(owner, name, counting)\n"
        "counted(citations, 'process')\ncounted(audiences, '_as_ranked')\nmain(['build', '-j', '2'])\n"
    )
    environment = {**os.environ, "ARGMAP_CACHE": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=environment, check=True)
    assert (tmp_path / "calls").read_text() == ".."


def test_whether_a_step_argues_from_a_turn_is_looked_up_once(tmp_path: Path, counted: Any) -> None:
    made = loaded(SHAPES["premises of one step"](), tmp_path)
    asked = counted(type(made.statements["step"]), "__getattr__")
    assert len(Graph(made).sides) == len(made.statements)
    assert asked[0] == 0


def test_two_sides_that_nobody_has_compared_are_not_gone_through_in_pairs(tmp_path: Path, counted: Any) -> None:
    made = loaded(debate(each(300, lambda i: support(f"a{i}")) + each(300, lambda i: rebuttal(f"b{i}"))), tmp_path)
    ev, asked = evaluate(made), counted(Order, "leaves_open")
    settled = settlings(ev, "plan")
    moves = list(remedies.Trial(ev, "plan", remedies.Aim.STAND).moves())
    assert all(each.free for each in settled) and sum(move.kind == "compare" for move in moves) == 600
    assert asked[0] == 0


def test_many_short_runs_of_shared_words_use_the_effort_up() -> None:
    there, words = ["the", "x", "boats", "y"] * 225, ["the", "boats"] * 150
    effort, compared = Effort(), 0
    while effort.blocks(there, words):
        compared += 1
    assert compared < 10


def test_the_options_of_a_memo_are_listed_once(tmp_path: Path) -> None:
    setting = SelectedDebate(evaluate(loaded(SHAPES["resolutions and steps"](), tmp_path)), Citations({}, ()))
    assert len(setting.options) == 301
    assert setting.options is setting.options


def test_the_evidence_of_a_statement_is_put_in_order_a_few_times_for_all_that_is_taken_away(
    tmp_path: Path, counted: Any
) -> None:
    pieces = "".join(each(60, lambda i: f"  - {{source: s, says: Boats are safe {i}.}}\n"))
    many = loaded(debate([support("a", more=f"evidence:\n{pieces}")]), tmp_path / "many")
    few = loaded(debate([support("a")]), tmp_path / "few")
    sorted_ = counted(records, "in_order")
    review(evaluate(many), evaluate(few))
    assert 0 < sorted_[0] <= 12


def test_trials_use_the_budget_up_by_the_comparisons_that_each_looks_at(
    tmp_path: Path, counted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    over = "outweighs:\n" + "".join(each(40, lambda i: f"  - {{over: b{i}, because: It is.}}\n"))
    steps = [*each(40, lambda i: support(f"a{i}", more=over)), *each(50, lambda i: rebuttal(f"b{i}"))]
    many, few = loaded(debate(steps), tmp_path / "many"), loaded(debate([support("a")]), tmp_path / "few")
    monkeypatch.setattr(causes, "BUDGET", 4_000)
    tried = counted(causes, "evaluate")
    review(evaluate(many), evaluate(few))
    assert 0 < tried[0] * 40 * 40 <= 3 * causes.TIES * causes.BUDGET


def test_many_changes_made_in_each_trial_use_the_budget_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = loaded(debate(each(1_000, lambda i: rebuttal(f"a{i}"))), tmp_path / "many")
    few = loaded(debate([support("a")]), tmp_path / "few")
    made, plain = [0], causes.edited

    def counting(records: Any, edits: Any) -> Any:
        made[0] += len(edits)
        return plain(records, edits)

    monkeypatch.setattr(causes, "edited", counting)
    monkeypatch.setattr(causes, "BUDGET", 12_000)
    review(evaluate(many), evaluate(few))
    assert 0 < made[0] <= 2 * 8 * 12_000 + 1_000


def many_options(number: int, tmp_path: Path, steps: list[str] | None = None) -> Evaluation:
    header = "".join(each(number, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n"))
    return evaluate(loaded(debate(steps or [support("a", "r0")], header), tmp_path))


def test_the_rated_risks_are_gone_through_a_few_times_for_all_options(tmp_path: Path, counted: Any) -> None:
    asked = counted(risks, "rated")
    argmap.brief(many_options(120, tmp_path), "policy")
    assert 0 < asked[0] <= 10


@pytest.mark.parametrize("kind", ["policy", "policy-short", "onepager"])
def test_a_memo_tells_of_so_many_options_and_says_how_many_more_there_are(
    kind: str, tmp_path: Path, counted: Any
) -> None:
    weighed, questions = counted(remedies, "links"), each(40, asked)
    ev = many_options(120, tmp_path, [*each(120, lambda i: support(f"a{i}", f"r{i}", evidence("boats"))), *questions])
    looked = counted(Graph, "supports")
    memo = argmap.brief(ev, kind)
    assert memo.count("And 71 more options: the argument in full has them.") == 1
    assert "We should 48" in memo and "We should 49" not in memo
    assert weighed[0] <= 1 and looked[0] < 120 * 45


def asked(number: int) -> str:
    return f"claim: q{number}\nrole: question\nasks: Is it so {number}?\ntext: It is so {number}.\n"


def test_of_many_premises_a_few_are_named(tmp_path: Path) -> None:
    ev = evaluate(loaded(SHAPES["premises of one step"](), tmp_path))
    told = argmap.brief(ev, "argument")
    assert "and 970 more" in told


def test_the_evidence_of_a_statement_is_weighed_a_few_times_for_all_its_pieces(tmp_path: Path, counted: Any) -> None:
    ev = evaluate(loaded(SHAPES["evidence of one step"](), tmp_path))
    weighed = counted(base_scores, "_worth")
    sensitivity(ev, ["plan"])
    assert 0 < weighed[0] <= 4 * 6_000


def test_what_rests_on_a_missing_statement_is_looked_at_twice(counted: Any) -> None:
    chain = {f"a{i}": {"type": "rebuttal", "of": f"a{i - 1}", "text": "No."} for i in range(500)}
    looked = counted(partial, "_has_its_ends")
    assert partial.connected(chain) == {}
    assert looked[0] <= 2 * 500


def test_which_options_clash_is_asked_a_few_times_of_each(tmp_path: Path, counted: Any) -> None:
    header = "".join(each(300, lambda i: f"  - {{claim: r{i}, text: We should {i}.}}\n"))
    ev = evaluate(loaded(debate([support("a", "r0")], header), tmp_path))
    asked = counted(Evaluation, "clashes")
    argmap.brief(ev, "policy")
    assert 0 < asked[0] <= 5 * 301


def test_of_what_stands_between_many_brackets_a_few_repairs_are_tried(counted: Any) -> None:
    tried = counted(repairs, "error_in")
    read({"debate.yaml": ("{a: " * 3_000).encode()})
    assert 0 < tried[0] <= 3 * repairs._MOST_TRIED


def test_strings_of_bibtex_that_double_are_left_out() -> None:
    lines = [f"@string{{a{i + 1} = a{i} # a{i}}}\n" for i in range(60)]
    found = blocks('@string{a0 = "long text"}\n' + "".join(lines) + "@book{k, title = a5}\n")
    assert "a7` is longer than 1,000 characters" in found.unread[0].message
    assert found.entries[0].fields["title"].text == "long text" * 32


def test_strings_of_bibtex_are_put_in_for_so_many_characters_of_a_file() -> None:
    entries = "".join(f"@book{{k{number}, title = {' # '.join(['a'] * 100)}}}\n" for number in range(100))
    found = blocks(f'@string{{a = "{"x" * 1_000}"}}\n' + entries)
    assert sum(len(entry.fields["title"].text) for entry in found.entries) <= 2_000_000
    assert "puts strings in for more than 2,000,000 characters" in found.unread[-1].message
