"""A review as a gate: true where files are broken, and hard to evade."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from argmap.evidence.verification import quote_digest
from tests.cli.run import Program
from tests.reviews.comment.cases import ANSWER, CASE, DEBATE, FILES
from tests.scratch import Scratch

HOME = "arguments/trams"
FILE, HEADER, SOURCES = f"{HOME}/positions/case.yaml", f"{HOME}/debate.yaml", f"{HOME}/sources.yaml"
REPLY = "  - rebuttal: reply\n    of: cheap\n    text: It is not.\n    undeveloped: true\n"
TERMS = """\
sides: {pro: For it, con: Not}
values: {thrift: Thrift, air: Clean air}
audiences: {savers: [thrift, air]}
criteria: [{id: cost, name: What it costs}, {id: fair, name: Who pays}]
"""
STANDS_AS_BEFORE = "**The argument stands as before, but this change alters what is checked or reviewed.**"
TWICE = "        rebuttals:\n          - {rebuttal: they-do, text: They do., evidence: [{source: audit}]}\n"


@pytest.fixture
def scratch(argmap: Program, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """A repository with one debate and its lock, committed on main, and a branch."""
    for name in [name for name in os.environ if name.startswith(("GITHUB_", "GITLAB_", "CI_", "GH_"))]:
        monkeypatch.delenv(name)
    made = Scratch(argmap.folder)
    for name, text in FILES.items():
        made.write(f"{HOME}/{name}", text)
    made.write(f"{HOME}/snapshots/audit.txt", "There are a fifth fewer cars on the road now, and more trams.\n")
    assert argmap("accept", "--all", "-d", "trams").code == 0
    argmap("verify", "trams")
    made.commit("one")
    made.git("switch", "-q", "-c", "change")
    return made


def opening(text: str) -> str:
    """The first line that a reader sees."""
    return text.splitlines()[2]


class TestBroken:
    def test_a_file_that_cannot_be_read_is_unread_and_not_removed(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(FILE, "evidence: [{source: herald}]", "evidence: [{source: herald}")
        scratch.replace(HEADER, "a tram line.", "one tram line.")
        found = argmap("review")
        assert found.code == 1 and "'unreadable'" in found.err
        assert opening(found.out).startswith("**Cannot be compared: `positions/case.yaml`, line ")
        assert "The motion `build` is reworded. All else was compared: no resolution flips.**" in found.out
        assert "`unreadable`" in opening(found.out)
        assert "So `cheap` is unread, not removed: nothing is said about it" in found.out
        assert not re.search(r"\bremoved\b", found.out.replace("not removed", ""))

    def test_the_line_is_shown_with_what_stands_in_it_and_told_once(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(FILE, "{source: herald}]", "{source: herald}\n  # more")
        found = argmap("review").out
        assert found.count("`cheap`") == found.count("do not close the brackets") == 1
        assert "<summary>Checks" not in found
        assert re.search(r"\n  ```text\n( +\d* \| .*\n)+  ```\n", found)

    def test_a_key_that_is_markdown_is_only_text(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(FILE, "    of: build\n", "    of: build\n    '` @all <b>': x\n")
        found = argmap("review").out
        assert "@&#8203;all &lt;b&#8203;&gt;" in found and "@all" not in found.replace("'` @all <b>': x", "")

    def test_a_key_twice_keeps_a_part_from_being_read(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write(FILE, CASE + ANSWER)
        scratch.commit("answered")
        twice = CASE + ANSWER + ANSWER.replace("drivers-stay", "riders-stay")
        scratch.write(FILE, twice.replace("frees road space", "frees much road space"))
        found = argmap("review", "HEAD")
        assert found.code == 1 and "Cannot be compared: `positions/case.yaml`" in opening(found.out)
        assert "So `cheap` and the statement below are unread, not removed" in found.out
        assert "statement removed" not in found.out and "`frees-roads`: A tram line frees <ins>much</ins>" in found.out

    @pytest.mark.parametrize(
        ("path", "old", "new", "told"),
        [
            (FILE, "text: It is cheap", "txt: It is cheap", "So `cheap` is unread"),
            (FILE, "evidence: [{source: herald}]", "evidence: herald", "So `cheap` is unread"),
            (FILE, "    text: It is cheap", "   text: It is cheap", "So `cheap` is unread"),
            (FILE, "text: A tram line", "of: build\n    text: A tram line", "So `frees-roads` is unread"),
            (FILE, "{source: herald}]", "{source: herald}", "So `cheap` is unread"),
            (
                FILE,
                "support: cheap\n",
                "support: thrifty\n    of: build\n",
                "So the 2 statements of `positions/case.yaml`",
            ),
            (FILE, "support: cheap\n", "support: Cheap!\n", "So the 2 statements of `positions/case.yaml`"),
            (FILE, "  - support: cheap\n", "", "So the 2 statements of `positions/case.yaml`"),
            (FILE, "position: case", "position: Case!", "So the 2 statements of `positions/case.yaml`"),
            (HEADER, "text: The city", "txt: The city", "So `build` is unread"),
            (SOURCES, "title: An audit,", "title: An audit, titel: x,", "So `audit` is unread"),
            (SOURCES, "issued: 2025-01-01", "issued: 2025-13-01", "So `herald` is unread"),
        ],
    )
    def test_what_can_be_read_of_a_file_is_compared(
        self, argmap: Program, scratch: Scratch, path: str, old: str, new: str, told: str
    ) -> None:
        for number, names in enumerate((("main",), ("HEAD", "main"))):
            if number:
                scratch.commit("broken")
            else:
                scratch.replace(path, old, new)
            found = argmap("review", *names, "--fail-on", "removed,motion,evidence-lost")
            assert ("Cannot be compared" in opening(found.out), found.code) == (not number, not number), found.out
            assert (told if not number else "could not be read before") in found.out
            assert "added" not in found.out and "eworded" not in found.out

    @pytest.mark.parametrize("fault", ["[", "{", "\t- x", "arguments: ]", "- : : -"])
    @pytest.mark.parametrize("path", [FILE, SOURCES, HEADER])
    def test_both_sides_broken_is_no_kept_policy(
        self, argmap: Program, scratch: Scratch, path: str, fault: str
    ) -> None:
        text = (scratch.root / path).read_text()
        scratch.write(path, f"{text}{fault}\n")
        scratch.commit("broken")
        scratch.write(path, f"{text}{fault}\n# again\n")
        found = argmap("review", "HEAD")
        assert found.code == 1 and "Cannot be compared" in opening(found.out) and "Policy kept" not in found.out

    def test_the_repair_of_a_broken_base_is_not_punished(self, argmap: Program, scratch: Scratch) -> None:
        text = (scratch.root / FILE).read_text()
        scratch.write(FILE, f"{text}[\n")
        scratch.commit("broken")
        scratch.write(FILE, text)
        found = argmap("review", "HEAD", "--fail-on", "error,flip,removed,warning,unanswered,evidence-lost")
        assert (found.code, found.err) == (0, "")
        assert "`positions/case.yaml` could not be read before" in found.out and "added" not in found.out

    def test_a_header_that_is_gone_or_has_another_name(self, argmap: Program, scratch: Scratch) -> None:
        scratch.git("mv", HEADER, f"{HOME}/debate.yml")
        found = argmap("review", "--fail-on", "flip")
        assert found.code == 1 and opening(found.out).startswith("**Cannot be compared: `debate.yaml`.")
        scratch.git("rm", "-q", "-f", f"{HOME}/debate.yml")
        assert argmap("review").code == 1

    def test_a_position_under_a_name_that_is_not_read(self, argmap: Program, scratch: Scratch) -> None:
        scratch.git("mv", FILE, FILE.replace(".yaml", ".yml"))
        found = argmap("review")
        assert found.code == 1 and "Cannot be compared: `positions/case.yaml`" in opening(found.out)
        assert "`positions/case.yml` is not read. So the 2 statements" in found.out
        assert "statements removed" not in found.out

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("It is cheap", "It is\0cheap", "This is a NUL character. So `cheap` is unread"),
            (
                "support: cheap\n    of: build",
                "support: cheap\n    of: cheap",
                "`cheap` names itself. So `cheap` is unread",
            ),
            ("text: It is cheap", "text: !x It is cheap", "This is a tag, and a debate cannot have tags"),
            (
                "of: build\n    text: It is cheap",
                "of: bild\n    text: It is cheap",
                "No statement has this id. So `cheap` is unread",
            ),
        ],
    )
    def test_what_is_wrong_is_a_sentence_about_the_fault_and_not_about_what_follows(
        self, argmap: Program, scratch: Scratch, old: str, new: str, told: str
    ) -> None:
        rival = "  - {rebuttal: dear, of: build, text: No., outweighs: [{over: cheap, because: It is dear.}]}\n"
        scratch.write(FILE, CASE + rival)
        scratch.commit("weighed")
        scratch.replace(FILE, old, new)
        found = argmap("review", "HEAD")
        assert found.code == 1 and f"- {told}" in found.out and opening(found.out).endswith("Blocked by `unreadable`")

    def test_a_link_in_the_place_of_a_folder(self, argmap: Program, scratch: Scratch) -> None:
        scratch.git("mv", f"{HOME}/positions", "elsewhere")
        (scratch.root / HOME / "positions").symlink_to("../../elsewhere")
        scratch.commit("linked")
        found = argmap("review", "main", "HEAD")
        assert found.code == 1 and "`positions` is a link or a file, where a folder is expected" in found.out
        assert "removed" not in found.out.replace("not removed", "")

    def test_a_debate_behind_a_link_is_compared_with_what_stood_there(self, argmap: Program, scratch: Scratch) -> None:
        scratch.git("mv", HOME, "elsewhere")
        (scratch.root / HOME).symlink_to("../elsewhere")
        scratch.replace("elsewhere/debate.yaml", "a tram line.", "no tram line.")
        assert opening(argmap("review").out).startswith("**The motion `build` is reworded.")
        scratch.commit("linked")
        assert opening(argmap("review", "main", "HEAD").out).startswith("**The motion `build` is reworded.")

    def test_a_source_without_a_type_on_either_side(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(SOURCES, "title: An audit,", "type: report, title: An audit,")
        scratch.commit("typed")
        for versions in (("main", "HEAD"), ("HEAD", "main")):
            assert argmap("diff", *versions).code == 0
            assert argmap("review", *versions).code == 0

    def test_what_a_sound_file_refers_to_is_not_removed_from_under_it(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write(f"{HOME}/positions/more.yaml", f"position: more\narguments:\n{REPLY}")
        scratch.commit("a reply in another file")
        scratch.replace(FILE, "support: cheap", "support: thrifty")
        found = argmap("review", "HEAD")
        assert found.code == 1
        assert opening(found.out).startswith(
            "**Cannot be compared: `positions/more.yaml`, line 4, column 9 (and 1 more"
        )
        refers = "`positions/more.yaml`, line 4, refers to what is not there any more"
        assert refers in found.out and "removed" not in found.out.replace("not removed", "")

    def test_diff_goes_on_with_the_other_debates(self, argmap: Program, scratch: Scratch) -> None:
        for name, text in FILES.items():
            scratch.write(f"arguments/other/{name}", text.replace("debate: trams", "debate: other"))
        scratch.commit("two")
        scratch.write(HEADER, f"{DEBATE}[\n")
        scratch.replace("arguments/other/positions/case.yaml", "It is cheap", "It is dear")
        found = argmap("diff", "HEAD")
        assert found.code == 2 and "trams: Cannot be compared: debate.yaml" in found.err
        assert "cheap is reworded" in found.out
        assert argmap("diff", "HEAD", "-d", "other").code == 0


class TestTold:
    def test_a_debate_in_another_folder_is_called_by_both_names(self, argmap: Program, scratch: Scratch) -> None:
        scratch.git("mv", HOME, "arguments/trains")
        scratch.commit("moved")
        found = argmap("review", "main", "HEAD")
        assert opening(found.out).startswith("**The debate `trams` is now called `trains`. No resolution flips.**")

    def test_a_new_debate_is_counted_once(self, argmap: Program, scratch: Scratch) -> None:
        for name, text in FILES.items():
            scratch.write(f"arguments/other/{name}", text.replace("debate: trams", "debate: other"))
        scratch.commit("two")
        found = argmap("review", "main", "HEAD").out
        assert opening(found).startswith("`other`: **The debate `other` is new, with 3 statements.** Policy kept")
        assert "<summary>Claims: 3 added, 1 position added</summary>" in found and "eworded" not in found
        scratch.write("arguments/other/positions/case.yaml", f"{CASE}[\n")
        first = opening(argmap("review", "main").out)
        assert "line 11, column 1. The debate `other` is new, with 3 statements.** Blocked by" in first

    def test_what_answers_an_argument_is_named_as_ids_are(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write(FILE, CASE + ANSWER)
        assert "is now answered by `drivers-stay`" in argmap("review").out

    def test_a_quote_that_came_or_went_is_not_in_other_words(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(FILE, ", quote: a fifth fewer cars", "")
        found = argmap("review", "--fail-on", "quote-altered")
        assert found.code == 1 and "1 quote removed" in opening(found.out)
        assert "`frees-roads` no longer quotes" in found.out and "other words" not in found.out
        scratch.commit("without")
        found = argmap("review", "HEAD", "main", "--fail-on", "quote-altered")
        assert found.code == 0 and "1 quote added" in opening(found.out)
        assert "**Quote added** at `frees-roads`, Doe 2024 (`audit`): “a fifth fewer cars”, verified" in found.out

    def test_an_audience_is_named_once_for_all_that_it_concludes(self, argmap: Program, scratch: Scratch) -> None:
        header = DEBATE + "  - claim: wait\n    text: The city should wait.\nvalues: {thrift: Thrift, air: Air}\n"
        against = "".join(
            f"  - {{support: s-{of}, of: {of}, text: S., values: {{promotes: [air]}}}}\n"
            f"  - {{rebuttal: r-{of}, of: {of}, text: R., values: {{demotes: [thrift]}}}}\n"
            for of in ("build", "wait")
        )
        scratch.write(FILE, "position: case\narguments:\n" + against)
        scratch.write(HEADER, header + "audiences: {savers: [air, thrift]}\n")
        scratch.commit("values")
        scratch.write(HEADER, header + "audiences: {savers: [thrift, air]}\n")
        assert argmap("review", "HEAD").out.count("or savers ") == 1

    def test_many_moved_statements_are_one_line(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write(FILE, "position: case\narguments: []\n")
        scratch.write(f"{HOME}/positions/new.yaml", CASE.replace("position: case", "position: new"))
        scratch.replace(FILE, "arguments: []", "arguments:\n  - {claim: x, text: X is so., undeveloped: true}")
        found = argmap("diff").out
        assert "2 statements moved from position case to the new position new, unchanged" in found
        assert found.count("moved from") == 1

    def test_an_id_used_again_for_another_statement_is_a_replacement(self, argmap: Program, scratch: Scratch) -> None:
        old = CASE[CASE.index("  - support: cheap") :]
        new = "  - rebuttal: cheap\n    of: frees-roads\n    text: Nobody counted them.\n"
        scratch.replace(FILE, old, new)
        found = argmap("review", "--fail-on", "removed")
        assert found.code == 1
        assert "**Replaced** support `cheap` for `build`: “It is cheap to run.” → rebuttal `cheap`" in found.out
        assert "reworded" not in found.out and "`cheap` ✓" not in found.out

    def test_a_removal_and_an_addition_at_one_target_is_told_as_one(self, argmap: Program, scratch: Scratch) -> None:
        old = CASE[CASE.index("  - support: cheap") :]
        scratch.replace(FILE, old, "  - support: quiet\n    of: build\n    text: Trams make no noise at night.\n")
        found = argmap("review").out
        assert "**Replaced** `cheap` (“It is cheap to run.”) by support `quiet` for `build`" in found
        assert "1 statement replaced." in opening(found) and "<summary>Claims" not in found

    def test_the_motion_comes_first(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(HEADER, "a tram line.", "no tram line.")
        scratch.replace(FILE, "It is cheap to run", "It is cheap to keep")
        found = argmap("review", "--fail-on", "motion")
        assert found.code == 1 and opening(found.out).startswith("**The motion `build` is reworded.")
        changes = argmap("diff").out.partition("Changes\n")[2]
        assert changes.lstrip().startswith("~ build is reworded")

    def test_an_audience_is_told_by_what_it_concludes(self, argmap: Program, scratch: Scratch) -> None:
        dear = "  - {rebuttal: dear, of: build, text: It is dear., values: {demotes: [thrift]}}\n"
        scratch.write(
            FILE, CASE.replace("    text: It is cheap", "    values: {promotes: [air]}\n    text: It is cheap") + dear
        )
        values = "values: {thrift: Thrift, air: Clean air}\naudiences: {savers: [air, thrift]}\n"
        scratch.write(HEADER, DEBATE + values)
        scratch.commit("values")
        scratch.write(HEADER, DEBATE + values.replace("[air, thrift]", "[thrift, air]"))
        found = argmap("review", "HEAD").out
        assert "1. For savers `build` stood and is now undecided." in found
        assert "2. **Changed** audiences of the debate: savers: air, thrift → **savers: thrift, air**" in found
        assert "savers: build stood and is now undecided" in argmap("diff", "HEAD").out

    def test_what_was_found_in_a_removed_statement_is_not_fixed(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write(FILE, CASE + "  - {claim: lone, text: A lone claim.}\n")
        scratch.commit("a claim without evidence")
        scratch.write(FILE, CASE)
        found = json.loads(argmap("diff", "HEAD", "-f", "json").out)["trams"]
        assert [each["at"] for each in found["fixed_findings"] if "lone" in each["at"]] == []


class TestEvading:
    def test_a_suppression_that_arrives_with_its_statement(self, argmap: Program, scratch: Scratch) -> None:
        ignored = "        ignore: [{rule: unanswered-rebuttal}]\n"
        scratch.write(FILE, CASE + ANSWER + ignored)
        found = argmap("review", "--fail-on", "suppressed")
        assert found.code == 1 and "`unanswered-rebuttal` at the new `drivers-stay` (no reason)" in found.out
        assert argmap("review", "--fail-on", "unanswered").code == 1

    def test_a_concession_with_a_reason_satisfies_unanswered_and_is_shown(
        self, argmap: Program, scratch: Scratch
    ) -> None:
        ignored = "        ignore: [{rule: unanswered-rebuttal, reason: They are right.}]\n"
        scratch.write(FILE, CASE + ANSWER + ignored)
        found = argmap("review", "--fail-on", "unanswered")
        assert found.code == 0 and "`drivers-stay` is conceded: “They are right.”\n" in found.out
        assert argmap("review", "--fail-on", "conceded").code == 1

    def test_a_suppression_beside_a_concession(self, argmap: Program, scratch: Scratch) -> None:
        reasons = "{rule: unanswered-rebuttal, reason: They are right.}, {rule: source-stale, reason: Later.}"
        scratch.write(FILE, CASE + ANSWER + f"        ignore: [{reasons}]\n")
        found = argmap("review").out
        assert "1 finding is accepted: `source-stale` at the new `drivers-stay` (“Later.”)." in found
        assert "Suppression added" not in found  # the points have told both in full
        scratch.replace(FILE, "They are right.", "They are right. " + "Nobody denies it. " * 9)
        assert "- `drivers-stay` accepts the finding `unanswered-rebuttal`" in argmap("review").out

    def test_many_concessions_are_one_point_and_hide_nothing(self, argmap: Program, scratch: Scratch) -> None:
        why = "ignore: [{{rule: unanswered-rebuttal, reason: Yes {0}.}}]"
        each = f"  - {{{{rebuttal: no-{{0}}, of: cheap, text: No., {why}}}}}\n"
        lone = "  - {claim: lone, text: A lone claim., ignore: [{rule: claim-no-evidence, reason: Later.}]}\n"
        scratch.write(FILE, CASE + "".join(map(each.format, range(5))) + lone)
        found = argmap("review").out
        assert "5 rebuttals are conceded: `no-0` (“Yes 0.”); `no-1` (“Yes 1.”); `no-2` (“Yes 2.”); and 2 more." in found
        assert "1 finding is accepted: `claim-no-evidence` at the new `lone` (“Later.”)." in found
        assert "`no-4` accepts the finding `unanswered-rebuttal`: Yes 4." in found

    def test_a_lock_that_is_removed_or_edited_by_hand(self, argmap: Program, scratch: Scratch) -> None:
        lock = scratch.root / HOME / "argmap.lock"
        kept = lock.read_text()
        lock.unlink()
        found = argmap("review", "--fail-on", "lock-edited")
        assert found.code == 1 and "`argmap.lock` is removed, and with it every review" in found.out
        assert opening(found.out).startswith(STANDS_AS_BEFORE)
        lock.write_text(re.sub(r"(link cheap) \w+ \w+", rf"\1 {'a' * 16} {'b' * 16}", kept))
        found = argmap("review", "--fail-on", "lock-edited")
        assert found.code == 1 and "do not fit the words of `cheap`" in found.out
        lock.write_text("".join(line for line in kept.splitlines(True) if not line.startswith("link cheap")))
        assert argmap("review", "--fail-on", "lock-edited").code == 1
        lock.write_text(kept)
        assert argmap("review", "--fail-on", "lock-edited").code == 0

    def test_a_quote_that_only_the_lock_says_was_found(self, argmap: Program, scratch: Scratch) -> None:
        lock = scratch.root / HOME / "argmap.lock"
        kept = next(line.split() for line in lock.read_text().splitlines() if line.startswith("quote"))
        scratch.replace(f"{HOME}/argmap.lock", kept[5], "1-19")
        found = argmap("review", "--fail-on", "lock-edited")  # in another place than the text has it
        assert found.code == 1 and "do not fit the words of `frees-roads`" in found.out
        scratch.replace(FILE, "a fifth fewer cars", "no cars at all")
        scratch.replace(f"{HOME}/argmap.lock", kept[3], quote_digest("no cars at all"))
        found = argmap("review", "--fail-on", "lock-edited")
        assert found.code == 1 and "do not fit the words of `frees-roads`" in found.out
        scratch.replace(FILE, "no cars at all", "more trams")
        scratch.git("checkout", f"{HOME}/argmap.lock")
        assert argmap("verify", "trams").code == 0
        found = argmap("review", "--fail-on", "lock-edited")
        assert found.code == 0 and "edited by hand" not in found.out

    @pytest.mark.parametrize("text", ["audit.html", ""])
    def test_an_entry_for_a_text_that_a_review_does_not_open_is_told(
        self, argmap: Program, scratch: Scratch, text: str
    ) -> None:
        scratch.git("mv", f"{HOME}/snapshots/audit.txt", f"{HOME}/snapshots/{text or 'elsewhere.txt'}")
        scratch.commit("moved")
        scratch.replace(f"{HOME}/argmap.lock", quote_digest("a fifth fewer cars"), quote_digest("no cars at all"))
        scratch.replace(FILE, "a fifth fewer cars", "no cars at all")
        found = argmap("review", "HEAD")
        assert "1 quote is entered as found in a text that reviews do not open (Doe 2024 (`audit`))" in found.out
        assert "argmap verify trams" in found.out

    def test_a_quote_that_arrives_with_the_copy_that_it_is_checked_against(
        self, argmap: Program, scratch: Scratch
    ) -> None:
        scratch.git("rm", "-q", "--cached", f"{HOME}/snapshots/audit.txt", f"{HOME}/argmap.lock")
        scratch.git("commit", "-qm", "without copy and lock")
        found = argmap("review", "HEAD").out
        assert "1 quote and the copy it is checked against both arrive here (Doe 2024 (`audit`))" in found
        scratch.replace(FILE, "a fifth fewer cars", "a fifth fewer")
        assert argmap("verify", "trams").code == 0
        found = argmap("review", "HEAD").out
        assert "both arrive here" in found and ", verified" not in found

    def test_accepted_in_the_same_change_and_by_whom(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(FILE, "It is cheap to run", "It is cheap to keep")
        assert argmap("accept", "cheap", "-d", "trams").code == 0
        scratch.commit("accepted")
        found = argmap("review", "--fail-on", "accepted")
        assert found.code == 1 and "1 step is accepted here, by A." in found.out
        assert argmap("review", "--fail-on", "lock-edited").code == 0

    def test_a_snapshot_that_changes_with_its_quote(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(FILE, "a fifth fewer cars", "a half fewer cars")
        assert argmap("review", "--fail-on", "snapshot-changed").code == 0
        scratch.replace(f"{HOME}/snapshots/audit.txt", "a fifth", "a half")
        found = argmap("review", "--fail-on", "snapshot-changed")
        assert found.code == 1 and "in other words; its snapshot changed with it: a <del>fifth</del>" in found.out

    def test_what_has_no_room_above_the_folds_is_folded(self, argmap: Program, scratch: Scratch) -> None:
        pairs = [f"  - {{claim: c{n}, text: C{n}., evidence: [{{source: herald}}]}}\n" for n in range(6)]
        scratch.write(FILE, CASE + "".join(pairs))
        scratch.commit("claims")
        against = [f"  - {{rebuttal: r{n}, of: c{n}, text: R{n}.}}\n" for n in range(6)]
        scratch.write(FILE, CASE.replace("a fifth fewer cars", "a half fewer cars") + "".join(pairs + against))
        scratch.replace(f"{HOME}/snapshots/audit.txt", "a fifth", "a half")
        shown, _, folded = argmap("review", "HEAD").out.partition("<summary>")
        assert "snapshot" not in shown and "`r4`" in shown and "`r5`" not in shown
        assert folded.startswith("2 more points</summary>\n\n- Nothing answers `r0`, `r1`, `r2` or 3 more yet.\n")
        assert "its snapshot changed with it" in folded and "**Quote altered**" not in folded

    def test_a_snapshot_that_changes_with_a_new_quote(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(FILE, "[{source: herald}]", "[{source: herald}, {source: audit, quote: no cars at all}]")
        scratch.replace(f"{HOME}/snapshots/audit.txt", "a fifth fewer cars", "no cars at all")
        found = argmap("review", "--fail-on", "snapshot-changed")
        told = "`cheap` now quotes Doe 2024 (`audit`); its snapshot changed with it: “no cars at all”"
        assert found.code == 1 and told in found.out

    def test_a_snapshot_alone_that_changes_or_goes(self, argmap: Program, scratch: Scratch) -> None:
        told = "The snapshot of Doe 2024 (`audit`) is another or gone: check what is quoted with "
        snapshot = scratch.root / HOME / "snapshots/audit.txt"
        for change in (lambda: snapshot.write_text("Nothing.\n"), lambda: snapshot.rename(snapshot.with_suffix(".md"))):
            change()
            found = argmap("review", "--fail-on", "snapshot-changed")
            assert found.code == 1 and told in found.out and opening(found.out).startswith(STANDS_AS_BEFORE)
            scratch.git("checkout", "-q", HOME)
        scratch.write(f"{HOME}/snapshots/audit.notes", "mine")
        assert argmap("review", "--fail-on", "snapshot-changed").code == 1  # the other one is still beside it
        (scratch.root / HOME / "snapshots/audit.md").unlink()
        assert argmap("review", "--fail-on", "snapshot-changed").code == 0

    def test_an_answer_that_is_marked_as_no_argument_is_no_answer(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write(FILE, CASE + ANSWER + TWICE.replace("evidence: [{source: audit}]", "undeveloped: true"))
        found = argmap("review", "--fail-on", "unanswered")
        assert found.code == 1 and "Nothing answers `drivers-stay` yet" in found.out
        scratch.replace(FILE, ", undeveloped: true", ", evidence: [{source: audit}]")
        found = argmap("review", "--fail-on", "unanswered")
        assert "drivers-stay" not in found.err and "they-do" in found.err

    @pytest.mark.parametrize(
        ("path", "old", "new", "condition", "told"),
        [
            (HEADER, "a tram?", "a bus?", "terms", "**Reworded** the debate, its title"),
            (HEADER, "pro: For it, con: Not", "con: Not, pro: For it", "terms",
             "**Changed** sides of the debate: pro: For it, con: Not → **con: Not, pro: For it**"),
            (HEADER, "{id: fair, name: Who pays}", "{id: fair, name: Who gains}", "terms",
             "**Changed** criteria of the debate: id: fair, name: Who pays → **id: fair, name: Who gains**"),
            (HEADER, "savers: [thrift, air]", "savers: [air, thrift]", "terms",
             "**Changed** audiences of the debate: savers: thrift, air → **savers: air, thrift**"),
            (HEADER, "thrift: Thrift", "thrift: Greed", "terms", "**Changed** values of the debate"),
            (SOURCES, "reliability: A", "reliability: B", "grade-changed",
             "**Grade changed** of source Doe 2024 (`audit`): A2 → **B2**"),
            (FILE, "says: Reports it too.", "says: Reports it too., grade: A1, why: I know.", "grade-changed",
             "**Grade changed** at `frees-roads`, The Herald 2025 (`herald`)"),
            (SOURCES, "title: Buses full again, publisher: The Herald, issued: 2025-01-01",
             "title: A poem about spring, publisher: P, issued: 1999-01-01", "evidence-lost",
             "**Another work**: source `herald` was “Buses full again” and is “A poem about spring”"),
            (FILE, "says: Reports it too.", "says: Denies it.", "change", "**Evidence edited** of `frees-roads`"),
            (FILE, "    text: It is cheap", "    outweighs: [{over: all, because: So.}]\n    text: It is cheap",
             "change", "`cheap` now outweighs all on the other side"),
        ],
    )  # fmt: skip
    def test_every_kind_of_change_has_a_policy(
        self, argmap: Program, scratch: Scratch, path: str, old: str, new: str, condition: str, told: str
    ) -> None:
        scratch.write(HEADER, DEBATE + TERMS)
        scratch.commit("terms")
        scratch.replace(path, old, new)
        found = argmap("review", "HEAD", "--fail-on", condition)
        assert found.code == 1 and told in found.out.partition("<details>")[0] and f"'{condition}'" in found.err
        assert argmap("review", "HEAD", "HEAD", "--fail-on", condition).code == 0

    def test_what_a_new_statement_does_beside_answering_is_told(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write(
            FILE, CASE + "  - {claim: dear, text: Trams are dear., contradicts: [cheap], undeveloped: true}\n"
        )
        assert "**Added** claim `dear`: “Trams are dear.”; it contradicts `cheap`" in argmap("review").out

    def test_the_settings_of_the_base_apply_and_their_change_is_told(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write("argmap.toml", '[review]\nfail-on = ["unanswered"]\n')
        scratch.commit("settings")
        scratch.write("argmap.toml", 'ignore = ["unanswered-rebuttal"]\n[review]\nfail-on = "never"\n')
        scratch.write(FILE, CASE + ANSWER)
        found = argmap("review", "HEAD")
        assert found.code == 1 and "Blocked by `unanswered`" in found.out
        assert (
            "The settings change `ignore` (adds `unanswered-rebuttal`) and `review.fail-on` (adds `never`, drops "
            "`unanswered`)." in found.out
        )
        assert "By the new ones 1 finding is no longer reported: `drivers-stay`." in found.out
        assert argmap("review", "HEAD", "--fail-on", "settings").code == 1
        assert "unanswered-rebuttal" in json.dumps(json.loads(argmap("review", "HEAD", "-f", "json").out)["debates"])

    def test_settings_of_any_length_are_told_in_few_words_and_steer_nothing(
        self, argmap: Program, scratch: Scratch
    ) -> None:
        scratch.write("argmap.toml", "")
        scratch.commit("settings")
        keys = "".join(f'"x{number} **@all** " = 1\n' for number in range(2_000))
        scratch.write("argmap.toml", f"quote-words = {'9' * 4_000}\n[stale]\n{keys}")
        told = next(line for line in argmap("review", "HEAD").out.splitlines() if "The settings change" in line)
        assert "and 1,992 more" in told and "<code>x0 \\*\\*@&#8203;all\\*\\*</code>: none → `1`" in told
        assert "9…</code>" in told and len(told) < 1_500

    def test_a_baseline_that_grows_is_told(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write("argmap.toml", 'baseline = "known.txt"\n')
        scratch.write("known.txt", "# known\n")
        scratch.commit("settings")
        scratch.write("known.txt", "# more is known\ntrams unanswered-rebuttal statements/drivers-stay x2\n")
        told = "The baseline `known.txt` newly passes over 1 finding, of `unanswered-rebuttal`."
        found = argmap("review", "HEAD", "--fail-on", "settings")
        assert found.code == 1 and told in found.out and opening(found.out).startswith(STANDS_AS_BEFORE)
        scratch.commit("grown")
        assert told in argmap("review", "HEAD~1", "HEAD").out
        assert argmap("review", "HEAD", "HEAD~1", "--fail-on", "settings").code == 0

    def test_a_baseline_that_only_the_run_names_is_told_as_well(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write("known.txt", "trams unanswered-rebuttal statements/drivers-stay\n")
        assert argmap("review", "--fail-on", "settings").code == 0
        found = argmap("review", "--fail-on", "settings", "--baseline", "known.txt")
        assert found.code == 1 and "The baseline `known.txt` newly passes over 1 finding" in found.out

    def test_only_a_setting_that_changes_is_not_nothing(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write("argmap.toml", 'ignore = ["unanswered-rebuttal"]\n')
        assert opening(argmap("review").out).startswith(STANDS_AS_BEFORE)

    def test_debates_are_looked_for_where_the_base_has_them(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write("argmap.toml", 'arguments = "decoy"\n')
        for name, text in FILES.items():
            scratch.write(f"decoy/other/{name}", text)
        scratch.write(FILE, CASE + ANSWER)
        found = argmap("review", "--fail-on", "unanswered")
        assert found.code == 1 and "The settings change `arguments` (`arguments` → `decoy`)" in found.out

    def test_a_reviewed_step_renamed_by_hand_takes_its_review_with_it(self, argmap: Program, scratch: Scratch) -> None:
        scratch.replace(FILE, "support: cheap", "support: thrifty")
        assert argmap("review", "--fail-on", "suspect,lock-edited,unreviewed").code == 0
        scratch.replace(FILE, "It is cheap to run.", "It is cheap to run and to keep.")
        assert argmap("review", "--fail-on", "suspect").code == 1
        scratch.replace(FILE, "It is cheap to run and to keep.", "It is cheap to run.")
        scratch.replace(HEADER, "a tram line.", "no tram line.")
        found = json.loads(argmap("check", "-f", "json").out)["diagnostics"]
        assert {"thrifty", "frees-roads"} <= {each["at"][1] for each in found if each["rule"] == "suspect-link"}

    def test_new_steps_that_nobody_has_reviewed(self, argmap: Program, scratch: Scratch) -> None:
        scratch.write(FILE, CASE + ANSWER + TWICE)
        assert argmap("review").code == 0
        found = argmap("review", "--fail-on", "unreviewed")
        assert found.code == 1 and "drivers-stay, they-do" in found.err
        assert argmap("accept", "--all", "-d", "trams").code == 0
        assert argmap("review", "--fail-on", "unreviewed").code == 0


def test_only_the_sections_of_the_layout_are_folded(argmap: Program, scratch: Scratch) -> None:
    scratch.write("argmap.toml", '[review]\nlayout = ["evidence", "claims"]\n')
    scratch.commit("settings")
    scratch.write(FILE, CASE.replace("a fifth", "a fourth") + ANSWER)
    out = argmap("review", "HEAD").out
    assert re.findall(r"<summary>(\w+)", out) == ["Claims"]  # the point has told all of the evidence
    assert "Coverage" not in out and "Checks" not in out


def test_a_hostile_repository_runs_no_program_of_its_own(argmap: Program, scratch: Scratch, tmp_path: Path) -> None:
    """Settings, attributes, hooks, filters and signatures, and a branch and a path that begin with a dash."""
    script = tmp_path / "evil"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/pwned\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    for name in (
        "diff.external",
        "diff.evil.textconv",
        "filter.evil.smudge",
        "core.fsmonitor",
        "gpg.program",
        "core.pager",
    ):
        scratch.git("config", name, str(script))
    scratch.git("config", "log.showSignature", "true")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / hook).symlink_to(script)
    scratch.replace(FILE, "It is cheap to run", "It is cheap to keep")
    argmap("accept", "cheap", "-d", "trams")
    scratch.write(f"{HOME}/positions/--output=x.yaml", "position: dash\narguments: []\n")
    scratch.write(".gitattributes", "*.yaml diff=evil\n*.lock diff=evil\n*.txt diff=evil\n")
    scratch.commit("evil")
    scratch.git("update-ref", "refs/heads/--output=pwned", "HEAD")
    scratch.git("config", "core.hooksPath", str(hooks))
    (tmp_path / "pwned").unlink(missing_ok=True)
    for given in (("main", "HEAD"), ("main",), ("main", "refs/heads/--output=pwned")):
        found = argmap("review", *given, "--fail-on", "accepted,snapshot-changed,lock-edited")
        assert "1 step is accepted here, by A." in found.out, found.err
    assert argmap("review", "--", "--output=pwned").code in (0, 1, 2)
    assert argmap("check", "--changed-since", "main").code == 0
    assert not (tmp_path / "pwned").exists() and not (argmap.folder / "pwned").exists()
