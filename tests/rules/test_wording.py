"""What the rules about words say: duplicates, compound statements, likelihoods."""

from __future__ import annotations

import pytest

from argmap.analysis.content_words import content_words
from argmap.rules.duplicate_claim import NEIGHBOURS
from argmap.rules.likelihood_nonstandard import meaning
from tests.rules.examples import found

LONG = "Instructors who work near the front see which skills new soldiers lack and can change the course within days"


def texts(*every: str, kind: str = "support") -> str:
    return "arguments:\n" + "".join(
        f'  - {{support: s{n}, of: send-trainers, text: "{text}", evidence: [{{source: report}}]}}\n'
        for n, text in enumerate(every)
    )


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ("Trainers help.", "trainers HELP", "says the same as s0."),
        ("The trainers help.", "Trainers – help!", "says the same as s0."),
        ("Trainers help.", "Trainers do not help.", None),
        ("They can't help.", "They cannot help", "says the same as s0."),
        ("It isn’t legal.", "It is not legal.", "says the same as s0."),
        ("Russia attacks Ukraine.", "Ukraine attacks Russia.", None),
        (LONG, LONG.replace("within days", "in days"), "says nearly the same as s0."),
        (LONG, LONG.replace("see", "do not see"), None),
        (LONG + " since 2023", LONG + " since 2024", None),
        (LONG, " ".join(reversed(LONG.split())), None),
        (LONG, LONG.replace("front see which skills new soldiers", "coast hear what habits old sailors"), None),
        ("军事教官有用。", "军事教官有用", "says the same as s0."),
        ("…", "!", None),
    ],
)
def test_a_repeated_statement_is_found(one: str, other: str, message: str | None) -> None:
    assert [d.message for d in found(texts(one, other), "duplicate-claim")] == ([message] if message else [])


def test_a_rebuttal_may_repeat_the_words_of_what_it_contests() -> None:
    text = texts(LONG).replace("}\n", f'}}\n  - {{rebuttal: r, of: s0, text: "{LONG.replace("can", "rarely")}"}}\n')
    assert not found(text, "duplicate-claim")


def test_each_repetition_is_reported_once_at_the_later_place() -> None:
    diagnostics = found(texts("A b c.", "A b c", "a B c!"), "duplicate-claim")
    assert [(d.at[1], d.notes[0].span.line) for d in diagnostics] == [("s1", 3), ("s2", 3)]


def test_many_like_statements_are_each_compared_with_a_few_only() -> None:
    numbered = [f"{LONG} {'again ' * 0}and word{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}" for n in range(100)]
    assert len(found(texts(*numbered), "duplicate-claim")) == 99 and NEIGHBOURS < 99


def test_content_words_are_never_empty_where_there_are_words() -> None:
    assert content_words("It is what it is.") == ("what",)
    assert content_words("That is.") == ("that", "is")


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("Trainers would be targets, and their loss would draw in others.", ", and"),
        ("The front does not wait; training abroad takes months.", ";"),
        ("Trainers are a rung on the ladder, and one rung leads to the next.", ", and"),
        ("No deployment is planned, and no joint decision to fight exists.", ", and"),
        ("Trainers and advisers would be targets.", None),
        ("The costs, and the risks are high.", None),
        ("It is lawful, cheap, and quick.", None),
        ("It is lawful, and has been done before.", None),
        ("If trainers are hit, and they will be, members must answer.", None),
        ("Moscow says that bases, depots, and trainers would be targets.", None),
        ("Three things count: arms; fuel; time.", None),
        ("Members could train units in Poland, and in Germany as they do now.", None),
        ("He said that it would be wrong, and that nobody should do it.", None),
        ("Because the need is large, and time is short, it should be done.", None),
        ("Gains, and losses, have been small.", None),
    ],
)
def test_two_clauses_in_one_statement_are_found(text: str, joint: str | None) -> None:
    messages = [d.message for d in found(texts(text), "compound-claim")]
    assert messages == ([f'makes two claims, joined by "{joint}".'] if joint else [])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("probable", "likely"), ("Likely", "likely"), ("highly improbable", "very unlikely"),
        ("remote", "almost no chance"),
        ("very-likely", "very likely"), ("lickely", "likely"), ("70 %", "likely"), ("10-15 %", "very unlikely"),
        ("2%", "almost no chance"), ("50%", "roughly even chance"), ("99.9 %", "almost certain"), ("200 %", None),
        ("who knows", None), ("roughly even odds", "roughly even chance"),
    ],
)  # fmt: skip
def test_other_words_for_a_likelihood_have_a_meaning(word: str, meant: str | None) -> None:
    assert meaning(word) == meant
