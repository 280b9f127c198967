"""What becomes of quotes: verified, edited since, never looked for; and what the lock remembers of them."""

from __future__ import annotations

from argmap.evidence.lock import Lock, Quote, ReviewedStep
from argmap.evidence.verification import Place, QuoteStanding, Snapshot, quote_digest, recorded, standings, verify
from tests.evidence.test_lock import debate

ARTICLE = Snapshot("snapshots/article.txt", "a" * 16, "Of the brigades, none was ready in time.\n\nOthers were.\n")
OTHER = Snapshot("elsewhere.txt", "b" * 16, "Nothing of the kind.\n")


def with_quotes(*quotes: str, id: str = "s"):  # type: ignore[no-untyped-def]
    evidence = "".join(f"      - {{source: article, quote: {quote!r}}}\n" for quote in quotes)
    return debate(f"  - support: {id}\n    of: send-trainers\n    text: So.\n    evidence:\n{evidence or '      []'}\n")


def after(one, lock: Lock, snapshot: Snapshot | None = None) -> Lock:  # type: ignore[no-untyped-def]
    return recorded(lock, one, verify(one, {"article": snapshot} if snapshot else {}))


def test_a_quote_that_is_found_is_remembered_with_its_place() -> None:
    one = with_quotes("none was ready")
    lock = after(one, Lock(), ARTICLE)
    assert lock.quotes == {Quote("s", "article", quote_digest("none was ready"), "a" * 16, 17, 31)}
    assert ARTICLE.text[17:31] == "none was ready"
    assert standings(one, lock) == {Place("s", 0): QuoteStanding.VERIFIED}


def test_one_that_is_not_is_not() -> None:
    one = with_quotes("was ready in time", "all were ready")
    verification = verify(one, {"article": ARTICLE})
    assert set(verification.found) == {Place("s", 0)} and set(verification.missing) == {Place("s", 1)}
    assert standings(one, recorded(Lock(), one, verification))[Place("s", 1)] is QuoteStanding.UNVERIFIED


def test_without_the_text_what_was_found_before_stays() -> None:
    one = with_quotes("none was ready")
    lock = after(one, Lock(), ARTICLE)
    assert after(one, lock) == lock


def test_an_edited_quote_keeps_being_reported_until_it_is_found() -> None:
    lock = after(with_quotes("none was ready"), Lock(), ARTICLE)
    edited = with_quotes("was ready")
    assert standings(edited, lock) == {Place("s", 0): QuoteStanding.CHANGED}
    assert after(edited, lock) == lock
    wrong = with_quotes("some was ready")
    assert standings(wrong, after(wrong, lock, ARTICLE)) == {Place("s", 0): QuoteStanding.CHANGED}
    assert standings(edited, after(edited, lock, ARTICLE)) == {Place("s", 0): QuoteStanding.VERIFIED}
    assert len(after(edited, lock, ARTICLE).quotes) == 1


def test_a_text_that_has_not_got_it_takes_the_entry_away() -> None:
    one = with_quotes("none was ready")
    lock = after(one, Lock(), ARTICLE)
    assert after(one, lock, OTHER).quotes == frozenset()
    assert standings(one, after(one, lock, OTHER)) == {Place("s", 0): QuoteStanding.UNVERIFIED}


def test_wrapping_and_typographic_marks_are_no_edit() -> None:
    lock = Lock(quotes=frozenset({Quote("s", "article", quote_digest("the mayor's — town"), "a" * 16, 0, 9)}))
    assert standings(with_quotes("the  mayor’s -- town"), lock) == {Place("s", 0): QuoteStanding.VERIFIED}


def test_two_quotes_of_one_source_are_told_apart() -> None:
    lock = after(with_quotes("none was ready"), Lock(), ARTICLE)
    two = with_quotes("none was ready", "Others were")
    assert list(standings(two, lock).values()) == [QuoteStanding.VERIFIED, QuoteStanding.UNVERIFIED]
    assert list(standings(with_quotes("none is ready", "Others were"), lock).values()) == [QuoteStanding.CHANGED] * 2
    swapped = with_quotes("Others were", "none was ready")
    assert set(standings(swapped, after(two, lock, ARTICLE)).values()) == {QuoteStanding.VERIFIED}


def test_a_quote_goes_with_its_words_to_another_statement() -> None:
    lock = after(with_quotes("none was ready"), Lock(), ARTICLE)
    moved = with_quotes("none was ready", id="t")
    assert standings(moved, lock) == {Place("t", 0): QuoteStanding.VERIFIED}
    (entry,) = after(moved, lock).quotes
    assert (entry.statement, entry.start, entry.end) == ("t", 17, 31)


def test_what_is_no_longer_quoted_is_forgotten_and_reviews_are_left_alone() -> None:
    link = ReviewedStep("s", "0" * 16, "1" * 16)
    lock = after(with_quotes("none was ready"), Lock(frozenset({link})), ARTICLE)
    assert after(with_quotes(), lock) == Lock(frozenset({link}))


def test_after_a_merge_either_of_two_entries_is_good() -> None:
    one = after(with_quotes("none was ready"), Lock(), ARTICLE)
    other = after(with_quotes("Others were"), Lock(), ARTICLE)
    for quote in ("none was ready", "Others were"):
        assert standings(with_quotes(quote), one | other) == {Place("s", 0): QuoteStanding.VERIFIED}
        assert len(after(with_quotes(quote), one | other, ARTICLE).quotes) == 1


def test_a_place_is_told_by_page_or_by_line() -> None:
    assert ARTICLE.where(45) == "snapshots/article.txt:3"
    assert Snapshot("a.pdf", "", "one\n\ftwo\n\fthree").where(6) == "a.pdf, page 2"
    assert Snapshot("a.html", "", "one\ntwo").where(5) == "a.html, text line 2"


def test_a_card_is_verified_like_a_quote_and_apart_from_it() -> None:
    text = "  - support: s\n    of: send-trainers\n    text: So.\n    evidence:\n      - source: article\n"
    one = debate(f"{text}        quote: none was ready\n        card: Of the brigades, all were ready in time.\n")
    found = verify(one, {"article": ARTICLE})
    assert (set(found.found), set(found.missing)) == ({Place("s", 0)}, {Place("s", 0, "card")})
    assert Place("s", 0, "card").address == ("statements", "s", "evidence", 0, "card")
