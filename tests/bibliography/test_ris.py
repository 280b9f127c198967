from __future__ import annotations

import pytest

from argmap.bibliography.items import Item
from argmap.bibliography.ris import read_ris


def only(*lines: str, kind: str = "JOUR") -> Item:
    (entry,) = read_ris("\n".join([f"TY  - {kind}", *lines, "ER  - "])).entries
    return {key: value for key, value in entry.item.items() if key not in ("id", "type")}


CASES: list[tuple[list[str], Item]] = [
    (["AU  - Doe, Jane, Jr.", "A1  - Roe, R."],
     {"author": [{"family": "Doe", "given": "Jane", "suffix": "Jr."}, {"family": "Roe", "given": "R."}]}),
    (["AU  - Harbour Council", "AU  - Ministry,"],
     {"author": [{"literal": "Harbour Council"}, {"literal": "Ministry"}]}),
    (["AU  - ,,1", "AU  - ,Roe", "AU  - Doe,,Jr."],
     {"author": [{"literal": "1"}, {"literal": "Roe"}, {"literal": "Doe,,Jr."}]}),
    (["AU  - Doe, J.", "A1  - Doe, J."], {"author": [{"family": "Doe", "given": "J."}]}),
    (["T1  - Title", "TI  - Title"], {"title": "Title"}),
    (["T2  - Second", "JF  - Journal", "JA  - J."],
     {"container-title": "Journal", "container-title-short": "J."}),
    (["JO  - Journal", "JF  - Journal"], {"container-title": "Journal"}),
    (["PY  - 2004", "DA  - 2004/07/12/"], {"issued": "2004-07-12"}),
    (["Y1  - 2004/07//"], {"issued": "2004-07"}),
    (["PY  - 2004", "DA  - Jul 12"], {"issued": "2004-07-12"}),
    (["PY  - 2004///Spring"], {"issued": "2004-21"}),
    (["DA  - 2004-07-12"], {"issued": "2004-07-12"}),
    (["PY  - 2004/00/00/"], {"issued": "2004"}),
    (["PY  - 2004", "DA  - 2004/05/00/"], {"issued": "2004-05"}),
    (["PY  - 2004-05-00"], {"issued": "2004-05"}),
    (["PY  - in press"], {"issued": {"literal": "in press"}}),
    (["PY  - 2004/02/30/"], {"issued": {"literal": "2004/02/30"}}),
    (["Y2  - 2020/01/02/"], {"accessed": "2020-01-02"}),
    (["SP  - 100", "EP  - 110"], {"page": "100-110"}),
    (["SP  - 100–110"], {"page": "100-110"}),
    (["SN  - 1234-5679"], {"ISSN": "1234-5679"}),
    (["SN  - 1234-5679, 2345-6780"], {"ISSN": "1234-5679, 2345-6780"}),
    (["SN  - 978-3-00-000000-2"], {"ISBN": "978-3-00-000000-2"}),
    (["DO  - https://doi.org/10.5555/A", "N1  - doi: 10.5555/A", "M3  - Article"],
     {"DOI": "10.5555/A", "genre": "Article"}),
    (["UR  - https://doi.org/10.5555/A", "UR  - https://example.org/;x=1"],
     {"DOI": "10.5555/A", "URL": "https://example.org/;x=1"}),
    (["AB  - First line", "and second.", "", "Third."], {"abstract": "First line\nand second.\nThird."}),
    (["N1  - one", "N1  - two"], {"note": "one\ntwo"}),
    (["PMID - 32", "PMC - PMC5", "LID - 10.5555/A [doi]", "AID- 10.5555/A [doi]"],
     {"PMID": "32", "PMCID": "PMC5", "DOI": "10.5555/A"}),
    (["AB  - The aim", "AIM - to see"], {"abstract": "The aim\nAIM - to see"}),
    (["KW  - a", "KW  - b", "c"], {"keyword": "a, b, c"}),
    (["TI  - Tom &amp; Jerry &lt;i&gt;x&lt;/i&gt;"], {"title": "Tom & Jerry <i>x</i>"}),
    (["IS  - 3", "VL  - 12", "ET  - 2", "CY  - Town", "PB  - P"],
     {"issue": "3", "volume": "12", "edition": "2", "publisher-place": "Town", "publisher": "P"}),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "item"), CASES, ids=lambda value: str(value)[:40])
def test_lines(lines: list[str], item: Item) -> None:
    assert only(*lines) == item


@pytest.mark.parametrize(
    ("kind", "lines", "item"),
    [
        ("BOOK", ["T2  - Series", "SP  - 240"], {"collection-title": "Series", "number-of-pages": "240"}),
        ("BOOK", ["BT  - Book"], {"title": "Book"}),
        ("CHAP", ["TI  - Chapter", "BT  - Book", "A2  - Roe, R."],
         {"title": "Chapter", "container-title": "Book", "editor": [{"family": "Roe", "given": "R."}]}),
        ("THES", ["A3  - Roth, Paul"], {"contributor": [{"family": "Roth", "given": "Paul"}]}),
        ("BOOK", ["A3  - Roth, Paul"], {"collection-editor": [{"family": "Roth", "given": "Paul"}]}),
        ("RPRT", ["SN  - TR-7"], {"number": "TR-7"}),
        ("CASE", ["PB  - Court"], {"authority": "Court"}),
        ("CPAPER",
         ["TI  - Paper", "T2  - Conference", "C3  - Proceedings", "CY  - Oslo", "C1  - Berlin", "PY  - 2018",
          "DA  - 2018/05/03/", "C2  - 2019"],
         {"title": "Paper", "container-title": "Proceedings", "event-title": "Conference", "event-place": "Oslo",
          "publisher-place": "Berlin", "event-date": "2018-05-03", "issued": "2019"}),
        ("CONF", ["T2  - Proceedings", "CY  - Oslo", "PY  - 2018/05//", "C2  - 2018"],
         {"container-title": "Proceedings", "publisher-place": "Oslo", "issued": "2018-05"}),
        ("CONF", ["C2  - 2018"], {"issued": "2018"}),
        ("CONF", ["PY  - in press", "C2  - 2018"], {"issued": {"literal": "in press"}}),
        ("PAT", ["AU  - Doe, Jane", "A2  - Patent Office", "PB  - Acme"],
         {"author": [{"family": "Doe", "given": "Jane"}], "authority": "Patent Office", "publisher": "Acme"}),
    ],
)  # fmt: skip
def test_lines_that_mean_what_their_type_says(kind: str, lines: list[str], item: Item) -> None:
    assert only(*lines, kind=kind) == item


@pytest.mark.parametrize(
    ("line", "what", "value"),
    [
        ("L1  - file.pdf", "the line `L1`", "file.pdf"),
        ("OWN - NLM", "the line `OWN`", "NLM"),
        ("C1  - odd", "the line `C1`", "odd"),
        ("ZZ  - odd", "the line `ZZ`", "odd"),
        ("Y2  - 2020/01/02/13:45", "what stands after the day in `Y2`", "13:45"),
    ],
)
def test_what_has_no_place_is_named(line: str, what: str, value: str) -> None:
    found = read_ris(f"TY  - BOOK\nID  - doe\n{line}\nER  - \n")
    assert [(loss.line, loss.entry, loss.what, loss.value) for loss in found.losses] == [(3, "doe", what, value)]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\r", "\n\n"])
def test_line_ends_and_missing_ends_of_entries(gap: str) -> None:
    text = gap.join(["TY  - BOOK", "TI  - One", "TY  - BOOK", "TI  - Two", "ER  -", "TY  - BOOK", "TI  - Three"])
    found = read_ris(text)
    assert [entry.item["title"] for entry in found.entries] == ["One", "Two", "Three"]
    assert [(loss.what, loss.value) for loss in found.losses] == [
        ("no `ER` at the end: the file may be cut off after", "Three")
    ]


def test_other_gaps_and_text_before_the_first_entry() -> None:
    found = read_ris("Provider: X\n\nTY - BOOK\nTI -\tOne\nER -\nTY   - BOOK\nTI- Two\nER -\n")
    assert [entry.item.get("title") for entry in found.entries] == ["One", "Two"]
    assert [(loss.line, loss.value) for loss in found.losses] == [(1, "Provider: X")]


def test_an_entry_without_a_type() -> None:
    found = read_ris("TI  - One\nER  - \nTY  - XYZ\nTI  - Two\nER  - \n")
    assert [(entry.item["type"], entry.item["title"]) for entry in found.entries] == [
        ("document", "One"),
        ("document", "Two"),
    ]
    assert [loss.what for loss in found.losses] == [
        "the type is missing: it is a document", "the type (it is now a document)",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n\n", "ER  - \n"])
def test_nothing(text: str) -> None:
    found = read_ris(text)
    assert (found.entries, found.losses, found.unread) == ([], [], [])
