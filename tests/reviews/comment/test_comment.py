"""The comment: the verdict first, then what a reviewer needs, cut with a count; data in it is nothing but text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from argmap.model import Claim, Debate, Position, Source, Statement, Support
from argmap.model.diagnostics import Severity
from argmap.reviews import together
from argmap.reviews.comment import LIMIT, Frame, compose
from argmap.reviews.comment.consequence_text import ReviewLines
from argmap.reviews.comment.part import Part
from argmap.reviews.comment.points import placed, points
from argmap.reviews.suppressed import accepting
from tests.platforms import HOSTILE, RENDERERS, elements, noticed, shown
from tests.reviews.comment.cases import ANSWER, CASE, FILES, files, finding, of_debates, part
from tests.reviews.mutations import rich_debate, versions

CHEAP = "    text: It is cheap to run.\n    evidence: [{source: herald}]\n"
FLIPPING = files(
    (CASE[CASE.index("  - support: cheap") :], ""), ("  - support: frees-roads", "  - rebuttal: frees-roads")
)
EVERYTHING = files(
    (
        "    text: A tram line frees road space for those who need it.",
        "    text: A tram frees much road space for buses.",
    ),
    ("a fifth fewer cars", "a fourth fewer cars"),
    (", {source: herald, says: Reports it too.}", ""),
    (CHEAP, CHEAP + ANSWER),
    ("reliability: A", "reliability: B"),
    more="position: more\ntitle: More\narguments:\n  - support: quiet\n    of: build\n    text: Trams are quiet.\n",
)


def test_of_everything(snapshot: SnapshotAssertion) -> None:
    policy = ("flip", "unanswered", "evidence-lost")
    made = part(
        EVERYTHING, policy=policy, root="https://a.example/blob", new=(finding(),), fixed=(finding("old-rule"),)
    )
    assert compose([made], Frame(base="main (1234567)", head="the work tree", policy=policy)) == snapshot


def test_the_order_of_sections() -> None:
    text = compose([part(EVERYTHING, new=(finding(),))], Frame(policy=("flip",)))
    order = [
        "<!-- argmap review -->", "**No resolution flips; 1 other statement does.**", "Policy kept", "\n1. ",
        "<summary>Claims", "<summary>Evidence", "<summary>Coverage by side", "<summary>Checks", "<sub>argmap review",
    ]  # fmt: skip
    places = [text.find(words) for words in order]
    assert -1 not in places, order[places.index(-1)]
    assert all(one < other for one, other in pairwise(places))


def test_a_flip_comes_with_the_changes_that_cause_it() -> None:
    text = compose([part(FLIPPING, policy=("flip",))], Frame(policy=("flip",)))
    line, point = text.splitlines()[2], text.splitlines()[4]
    assert line.startswith("**`build` no longer stands: it is defeated.**") and line.endswith("Blocked by `flip`")
    assert point == (
        "- The removed support `cheap` (“It is cheap to run.”) is gone and `frees-roads` is now a rebuttal, "
        "no longer a support."
    )
    assert "<summary>Flips" not in text and "```mermaid" in text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([("reliability: A", "reliability: C")], ["**Grade changed** of source Doe 2024 (`audit`): A2 → **C2**"]),
        ([("    text: It is cheap", "    undeveloped: true\n    text: It is cheap")],
         ["**Changed** undeveloped of `cheap`: none → **true**"]),
        ([("says: Reports it too", "says: Denies it")],
         ["**Evidence edited** of `frees-roads`, The Herald 2025 (`herald`): says: "
          "<del>Reports</del> <ins>Denies</ins> it <del>too</del>."]),
        ([(CHEAP, CHEAP + "  - support: clean\n    of: build\n    text: Trams are clean.\n")],
         ["**Added** support `clean` for `build`: “Trams are clean.”"]),
        ([(CHEAP, CHEAP + "".join(f"  - support: {id}\n    of: build\n    text: Trams are {id}.\n" for id in "abcd"))],
         []),
    ],
)  # fmt: skip
def test_a_few_changes_of_which_nothing_else_speaks_are_points(changes: list[tuple[str, str]], told: list[str]) -> None:
    visible, _, folded = compose([part(files(*changes))]).partition("<details>")
    points = [line[2:] for line in visible.splitlines() if line.startswith("- ")]
    assert points == told and not any(line in folded for line in told)


def test_flips_for_one_reason_tell_it_once() -> None:
    before = files(
        ("    of: build\n    text: It is cheap", "    of: frees-roads\n    text: It is cheap"), (CHEAP, CHEAP)
    )
    after = files(
        ("    of: build\n    text: It is cheap", "    of: frees-roads\n    text: It is cheap"), (CHEAP, CHEAP + ANSWER)
    )
    text = compose([part(after, before)])
    assert text.count("The new rebuttal `drivers-stay`") == 1


def test_nothing_changed() -> None:
    text = compose([part(files(("arguments:", "# a comment\narguments:")))])
    assert "**Nothing changed in meaning: at most layout, order and comments.**" in text
    assert "###" not in text and "mermaid" not in text


def test_several_debates_share_a_comment_and_those_without_changes_a_line() -> None:
    parts = [part(FILES, name="same"), part(EVERYTHING, name="changed"), part(FLIPPING, policy=("flip",), name="flips")]
    text = compose(parts, Frame(policy=("flip",)))
    assert "**Resolutions flip in 1 debate.** 2 debates changed. Blocked by `flip` in `flips`" in text
    assert "`same`" not in text
    assert text.index("1. `flips`: **`build` no longer stands") < text.index("2. `changed`: **No resolution flips")
    assert text.index("<summary>flips:") < text.index("<summary>changed:")


def test_the_only_debate_that_changed_has_the_comment_for_itself() -> None:
    text = compose([part(FILES, name="same"), part(EVERYTHING, name="changed")])
    assert "`changed`: **No resolution flips; 1 other statement does.**" in text
    assert text.count("No resolution flips") == 1 and "same" not in text


def test_a_debate_that_cannot_be_evaluated_is_told_first() -> None:
    broken = Part("broken", None, faults=(finding("yaml-syntax", message="is not YAML: @you"),))
    alone, both = compose([broken]), compose([part(EVERYTHING), broken])
    assert "**Cannot be compared: `positions/case.yaml`, line 3, column 1.**" in alone
    assert "**error** `yaml-syntax`: `cheap` (`positions/case.yaml:3`): is not YAML: @&#8203;you" in alone
    assert "**1 debate cannot be compared; no resolution flips.**" in both
    assert both.index("1. `broken`:") < both.index("2. `trams`:")


def test_links_lead_to_the_line_after_the_change_and_of_what_is_gone_before_it() -> None:
    gone = CASE[CASE.index("  - support: cheap") :]
    text = compose([part(files((gone, "")), root="https://a.example/blob/x")])
    assert "[`frees-roads`]" not in text  # nothing is said of it
    assert (
        "**Removed** support [`cheap`](<https://a.example/blob/x/before/positions/case.yaml#L7>) for [`build`]" in text
    )
    assert "(<https://a.example/blob/x/after/debate.yaml#L4>)" in text


def test_findings_lead_to_their_place() -> None:
    text = compose([part(EVERYTHING, root="https://a.example", new=(finding(),), fixed=(finding("old"),))])
    assert "`cheap` ([`positions/case.yaml:3`](<https://a.example/after/positions/case.yaml#L3>)): is missing" in text
    place = "[`positions/case.yaml:3`](<https://a.example/before/positions/case.yaml#L3>)"
    assert f"- fixed: `old`: `cheap` ({place})" in text


def test_many_findings_of_a_rule_are_one_line_with_their_number() -> None:
    new = tuple(finding("thin")._replace(at=("statements", f"s{n}")) for n in range(6))
    text = compose([part(FILES, new=new)])
    assert "- **error** `thin`, 6 times: `s0` (`positions/case.yaml:3`), `s1`" in text and text.count("`thin`") == 2


def _long(statements: int, words: str = "") -> Debate:
    made: list[Statement] = [
        Support(id=f"s{n}", of="act", text=f"Reason {n} {words or 'speaks for it'}") for n in range(statements)
    ]
    return Debate(
        id="long", title="Long", resolutions=(Claim(id="act", text="We should act."),),
        positions=(Position(id="p", arguments=tuple(made)),), sources={"s": Source(id="s", title="S")},
    )  # fmt: skip


@pytest.mark.parametrize("limit", [LIMIT, 20_000, 8_000, 3_000])
def test_a_comment_is_cut_to_its_length_with_an_exact_count(limit: int) -> None:
    text = compose([of_debates(_long(1), _long(2000))], limit=limit)
    assert len(text) <= limit
    claims = text[text.index("<summary>Claims: 1,999 added</summary>") :]
    more = re.search(r"… and ([\d,]+) more: `argmap diff`", claims)
    assert (claims.count("- **Added**") + int(more[1].replace(",", "")) if more else claims.count("**Added**")) == 1999


def test_verdict_and_flips_stay_where_everything_else_is_cut() -> None:
    made = part(FLIPPING)
    whole, short = compose([made]), compose([made], limit=1_000)
    opening = whole[: whole.index("<details")].rstrip()
    assert len(short) <= 1_000 and opening in short and "no longer stands" in short
    assert "The map is left out" in short


def test_a_text_that_is_very_long_is_shortened_with_a_count() -> None:
    text = compose([of_debates(_long(1), _long(2, "word " * 195))])
    assert len(text) < 5_000
    assert re.search(r"… \(\d{2,3} more characters\)", text)


def test_so_many_debates_that_their_headings_alone_are_too_long() -> None:
    policy = ("unanswered", "evidence-lost")
    parts = [part(EVERYTHING, name=f"debate-{n}", policy=policy) for n in range(40)]
    text = compose(parts, Frame(policy=policy), limit=6_000)
    assert "; and 74 more" in text
    assert len(text) <= 6_000
    assert text.count("<summary>debate") + int(re.search(r"… and (\d+) more changed debates", text)[1]) == 40  # type: ignore[index]


def _hostile(debate: Debate, word: str) -> Debate:
    """The debate with a hostile word in every text."""

    def spoilt(value: object) -> object:
        return f"{value} {word}" if isinstance(value, str) else value

    def statement(found: Statement) -> Statement:
        evidence = tuple(
            held.model_copy(update={name: spoilt(getattr(held, name)) for name in ("at", "quote", "says", "why")})
            for held in found.evidence
        )
        return found.model_copy(update={"text": spoilt(found.text), "evidence": evidence})

    return debate.model_copy(
        update={
            "title": spoilt(debate.title),
            "sides": {key: f"{name} {word}" for key, name in debate.sides.items()},
            "resolutions": tuple(map(statement, debate.resolutions)),
            "positions": tuple(
                p.model_copy(update={"title": word, "arguments": tuple(map(statement, p.arguments))})
                for p in debate.positions
            ),
            "sources": {
                id: s.model_copy(update={"title": spoilt(s.title), "publisher": word})
                for id, s in debate.sources.items()
            },
        }
    )


OURS = {
    "body", "p", "ul", "ol", "li", "strong", "code", "pre", "table", "thead", "tbody", "tr", "th", "td",
    "details", "summary", "sub", "del", "ins", "span", "blockquote",
}  # fmt: skip


@given(versions(), st.sampled_from(HOSTILE))
@settings(max_examples=60)
def test_nothing_comes_of_data_whatever_changed(pair: tuple[Debate, Debate], word: str) -> None:
    """No element that the comment does not make, no mention, reference, emoji or link, no quick action."""
    before, after = pair
    text = compose([of_debates(before, _hostile(after, word))], Frame(base=word, head="x"))
    assert {name for service in RENDERERS for name in elements(text, service)} <= OURS
    assert noticed(text) == set()
    assert len(text) <= LIMIT


@given(versions())
@settings(max_examples=60)
def test_every_change_is_told(pair: tuple[Debate, Debate]) -> None:
    made = of_debates(*pair)
    assert made.review is not None
    text = compose([made])
    number = len(made.review.changes)
    if number:
        writer, review = ReviewLines(made.review, made.places), made.review
        above, below = placed(points(review, writer, "random"))
        full = {each for point in (*above, *below) for each in point.changes}
        told = re.findall(
            r"^- (?!\*\*(?:error|warning|info|Resolution)|fixed|`[^`]*` [✓✗?]).*", text.partition("<details>")[2], re.M
        )
        with_others = [each for each in accepting(review) if each not in review.changes]
        every = [change for change, _ in together.told(review) if not {id(change), id(change.after)} & full]
        every += [each for each in with_others if id(each.after) not in full]
        pairs = [id(change) for change in every if id(change) in together.replacements(review)]
        assert len(told) == len(every) - len(pairs) // 2
        alone = [change for change in review.changes if id(change) not in together.moved_together(review)]
        assert all(change.id in shown(text) for change in alone if change.id)
    assert compose([made]) == text


def test_versions_are_called_by_name_and_commits_by_their_first_characters() -> None:
    text = compose([part(FILES)], Frame(base="2f37114e7a23ce" + "0" * 26, head="the work tree"))
    assert text.endswith("<sub>argmap review: `2f37114` → the work tree</sub>\n")


def test_nothing_in_a_log_is_a_command_of_github_actions() -> None:
    for word in ("::error::x", "##[error]x", "##[add-mask]x", "::set-output name=a::b"):
        debate = _hostile(_long(3), f"{word} {word}")
        text = compose([of_debates(_long(1), debate)])
        assert "##[" not in text and not any(line.strip().startswith("::") for line in text.splitlines())


@pytest.mark.parametrize("service", RENDERERS)
def test_every_service_shows_the_same(service: str) -> None:
    """The same text and the same elements, GitHub's line breaks included: no paragraph of ours has two lines."""
    text = compose([part(EVERYTHING, root="https://a.example/blob", new=(finding(),))])
    assert shown(text, service) == shown(text, "commonmark")
    assert elements(text, service) == elements(text, "commonmark")


def test_every_word_of_a_review_with_nothing_in_it_is_ours() -> None:
    empty = replace(part(FILES), name="x")
    assert noticed(compose([empty])) == set()


def test_a_new_debate_and_one_that_is_gone(snapshot: SnapshotAssertion) -> None:
    from argmap.reviews import nothing

    debate = rich_debate(lambda options: list(options)[-1], 3)
    for made, state in ((of_debates(nothing(debate), debate), "born"), (of_debates(debate, nothing(debate)), "gone")):
        assert made.review is not None
        found = replace(made, review=replace(made.review, **{state: True}))  # type: ignore[arg-type]
        assert compose([found]) == snapshot


def test_suppressions_are_told_among_the_checks() -> None:
    after = files(
        (CHEAP, CHEAP + "    ignore: [{rule: claim-no-evidence, reason: We know @all., until: 2027-01-01}]\n")
    )
    text = compose([part(after)])
    checks = text[text.index("<summary>Checks: 1 accepted") :]
    assert "`cheap` accepts the finding `claim-no-evidence`: We know @&#8203;all. (until 2027-01-01)" in checks


@pytest.mark.parametrize("word", HOSTILE)
def test_what_checks_say_is_only_text_but_for_names_in_back_ticks(word: str) -> None:
    message = f"`of` must name a statement, not {word} `x` or `{word}`; see `as_of`."
    text = compose([part(FILES, new=(finding(message=message),))])
    assert "`of` must name a statement, not " in text and text.count("see `as_of`.") == 1
    assert noticed(text) == set() and set(elements(text)) <= OURS


@pytest.mark.parametrize("severity", Severity)
def test_findings_tell_their_severity(severity: Severity) -> None:
    text = compose([part(FILES, new=(finding(severity=severity),))])
    assert f"- **{severity}** `missing-thing`" in text
