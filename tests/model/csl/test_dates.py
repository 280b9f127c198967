"""Dates in every form in which programs write them."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from argmap.model.csl.dates import AnyDate, CslDate, read_date

READ = TypeAdapter(AnyDate)

FORMS: list[tuple[Any, str, str | None]] = [
    # what is written, the same in EDTF, the first date in ISO 8601
    ("2026", "2026", "2026"), (2026, "2026", "2026"), ("2026-02", "2026-02", "2026-02"),
    ("2026-02-28", "2026-02-28", "2026-02-28"), ("1938/1961", "1938/1961", "1938"), ("2015-21", "2015-21", "2015"),
    ("2015-24", "2015-24", "2015"), ("1730~", "1730~", "1730"),
    ("1730\\~", "1730~", "1730"), ("2020?", "2020~", "2020"), ("2020%", "2020~", "2020"),
    ("ca. 1730", "1730~", "1730"), ("c1730", "1730~", "1730"), ("circa 1730-05", "1730-05~", "1730-05"),
    ("-0430", "-0430", "-0430"), ("0000", "0000", "0000"), ("-0430/-0400", "-0430/-0400", "-0430"),
    ("2004-07/2004-08", "2004-07/2004-08", "2004-07"), ("2004-21/2004-22", "2004-21/2004-22", "2004"),
    ("2020/..", "2020/..", "2020"), ("2020/", "2020/..", "2020"), ("/2020", "../2020", "2020"),
    ("../2020", "../2020", "2020"), ("2020/0000-00-00", "2020/..", "2020"), ("1999/2000~", "1999~/2000~", "1999"),
    ("2020-00-00", "2020", "2020"), ("2004-07-XX", "2004-07", "2004-07"), ("2004-07-04T10:00:00Z", "2004-07-04",
     "2004-07-04"), ("199X", "1990s", "1990"), ("199u", "1990s", "1990"), ("1990s", "1990s", "1990"),
    ("2004-07-05/2004-07", "2004-07-05/2004-07", "2004-07-05"), ("2004-07/2004", "2004-07/2004", "2004-07"),
    ("2004-07/2004-22", "2004-07/2004-22", "2004-07"), ("2004/open", "2004/..", "2004"),
    ("unknown/2004", "../2004", "2004"),
    ("199X/200X", "1990s–2000s", "1990"), ("1985/199X", "1985–1990s", "1985"), ("2004-XX-XX", "2004", "2004"),
    ("2004-07-05T10:00Z/2004-07-06T10:00Z", "2004-07-05/2004-07-06", "2004-07-05"),
    ("19XX", "1900s", "1900"), ("Y17000", "Y17000", "Y17000"), ("in press", "in press", None),
    ("15uu-12-25", "1500-12-25/1599-12-25", "1500-12-25"), ("156X-12-XX", "1560-12/1569-12", "1560-12"),
    ("1XXX", "1000/1999", "1000"), ("15uu-12-25/1650", "1500-12-25/1650", "1500-12-25"),
    ("[1667,1668]", "1667~/1668~", "1667"), ("{1667, 1668}", "1667/1668", "1667"), ("[..1667]", "../1667~", "1667"),
    ("{1667..1670}", "1667/1670", "1667"), ("[1667-12..]", "1667-12~/..", "1667-12"), ("[1667]", "1667~", "1667"),
    ("y-17e7", "Y-170000000", "Y-170000000"), ("Y-17E7S3", "Y-170000000~", "Y-170000000"), ("1950S2", "1950~", "1950"),
    ("2001-21^southernHemisphere", "2001-21", "2001"), ("1984?-06", "1984-06~", "1984-06"),
    ("2004-06-~11", "2004-06-11~", "2004-06-11"), ("?2004-06-~10", "2004-06-10~", "2004-06-10"),
    ("2004-06-11T10", "2004-06-11", "2004-06-11"), ("2004-06-~11/2005", "2004-06-11~/2005~", "2004-06-11"),
    ([{"year": "2004", "month": "7"}], "2004-07", "2004-07"), ([{"year": "2004", "month": "07", "day": "4"}],
     "2004-07-04", "2004-07-04"), ([{"year": "2004"}, {"year": "2005"}], "2004/2005", "2004"),
    ([{"year": "2004", "season": "3"}], "2004-23", "2004"), ([{"literal": "n.d."}], "n.d.", None),
    ([{"year": "1730", "circa": "true"}], "1730~", "1730"), ([{"other": "spring tide"}], "spring tide", None),
    ({"year": "2004", "season": "summer"}, "2004-22", "2004"), ({"year": "2004", "season": "fall"}, "2004-23", "2004"),
    ({"year": "2004", "season": "Michaelmas"}, "Michaelmas 2004", "2004"),
    ({"date-parts": [["2020", "3", "1"]]}, "2020-03-01", "2020-03-01"), ({"date-parts": [[2020, 3]]}, "2020-03",
     "2020-03"), ({"date-parts": ["2020", "3"]}, "2020-03", "2020-03"), ({"date-parts": "2020"}, "2020", "2020"),
    ({"date-parts": [[2020, 0, 0]]}, "2020", "2020"), ({"date-parts": [["2020", "", None]]}, "2020", "2020"),
    ({"date-parts": [[1938], [1961]]}, "1938/1961", "1938"), ({"date-parts": [[2020], [0]]}, "2020/..", "2020"),
    ({"date-parts": [[2020], [0, 0, 0]]}, "2020/..", "2020"), ({"date-parts": [[0], [2020]]}, "../2020", "2020"),
    ({"date-parts": [[2020, 13]]}, "2020-21", "2020"), ({"date-parts": [[2020, 16]]}, "2020-24", "2020"),
    ({"date-parts": [[2020, 21], [2020, 22]]}, "2020-21/2020-22", "2020"),
    ({"date-parts": [[2020]], "season": "2"}, "2020-22", "2020"), ({"date-parts": [[2020]], "season": 14}, "2020-22",
     "2020"), ({"date-parts": [[-430]]}, "-0429", "-0429"), ({"date-parts": [[-1]]}, "0000", "0000"),
    *(({"date-parts": [[1730]], "circa": circa}, "1730~", "1730") for circa in (True, 1, "1", "true", "ca.", "c.")),
    *(({"date-parts": [[1730]], "circa": circa}, "1730", "1730") for circa in (False, 0, "0", "false", "", None)),
    ({"literal": "in the spring"}, "in the spring", None), ({"raw": "2005-04-01"}, "2005-04-01", "2005-04-01"),
    ({"edtf": "2020-03~"}, "2020-03~", "2020-03"),
    ({"raw": "2020-03/2020-04"}, "2020-03/2020-04", "2020-03"), ({"raw": "some day"}, "some day", None),
    ({"literal": "Easter 1990", "date-parts": [[1990, 4, 15]]}, "Easter 1990", "1990-04-15"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "edtf", "iso"), FORMS, ids=repr)
def test_every_form_is_one_date(written: Any, edtf: str, iso: str | None) -> None:
    date = READ.validate_python(written)
    assert date is not None
    assert (str(date), date.iso) == (edtf, iso)


@pytest.mark.parametrize("written", [None, {}, [], {"date-parts": []}, {"date-parts": [[]]}, {"date-parts": [[None]]}])
def test_what_says_nothing_is_no_date(written: Any) -> None:
    assert READ.validate_python(written) is None


NO_DATES: list[tuple[Any, tuple[Any, ...], str]] = [
    ("soon", (), "is not a date"), ("2026-02-30", (), "is not a date"), ("2026-2-3", (), "is not a date"),
    ("28.02.2026", (), "is not a date"), ("12/01/2026", (), "is not a date"), ("2026/2025", (), "is not a date"),
    ("2019/20", (), "is not a date"), ("2026-17", (), "is not a date"), ("/", (), "is not a date"),
    ("2004-22/2004-05", (), "is not a date"), ("2004/2005/2006", (), "is not a date"), ("open", (), "is not a date"),
    ("44", (), "is not a date"), ("-44", (), "is not a date"),
    ("2004-XX-12", (), "is not a date"),
    ({"start": "2004", "end": "2005"}, (), "a range is one text"),
    ("2025-02-29", (), "is not a date"), ("n.d.", (), "is not a date"), ("000X", (), "is not a date"),
    ("2024-25", (), "is not a date"), ("2024-33", (), "is not a date"), ("1560-uu-25", (), "is not a date"),
    ("XXXX-12-XX", (), "is not a date"), ("[1667,soon]", (), "is not a date"), ("[1668,1667]", (), "is not a date"),
    ("15uu-12-32", (), "is not a date"), ("Y12", (), "is not a date"), ("20~04", (), "is not a date"),
    ("2001-12^north", (), "is not a date"), ("{}", (), "is not a date"), ("[,]", (), "is not a date"),
    ({"date-parts": [["2026", "2", "30"]]}, ("date-parts", 0), "no such day"),
    ({"date-parts": [["2026", "x"]]}, ("date-parts", 0, 1), "`x` is not part"),
    ({"date-parts": [[2026, 17]]}, ("date-parts", 0), "no such day"),
    ({"date-parts": [[2026, 0, 3]]}, ("date-parts", 0), "no such day"),
    ({"date-parts": [[0, 3]]}, ("date-parts", 0, 0), "needs a year"),
    ({"date-parts": [[1], [2], [3]]}, ("date-parts", 2), "two ends"),
    ({"date-parts": [[1, 2, 3, 4]]}, ("date-parts", 0, 3), "a year, a month and a day"),
    ({"date-parts": [[2021], [2020]]}, ("date-parts", 1), "ends before it begins"),
    ([{"year": "2004", "month": "Juli"}], (0, "month"), "`Juli` is not part"),
    ([{"month": "7"}], (0, "month"), "needs a year"), ([{"season": "2"}], (0, "season"), "needs a year"),
    ([{"year": "1"}, {"year": "2"}, {"year": "3"}], (2,), "two ends"), ([{"yaer": "1"}], (0, "yaer"), "Extra inputs"),
    (["2004", "2005"], (), "a mapping for each"), ("2020-13", (), "is not a date"),
    ({"circa": "perhaps", "year": 1}, ("circa",), "true or false"),
    ({"year": "2004", "season": "5"}, ("season",), "no season 5"), ({"timestamp": "1"}, ("timestamp",), "needs a year"),
    ({"edtf": "soon"}, ("edtf",), "`soon` is not a date"),
    ({"literal": ["x"]}, ("literal",), "must be a text"), ({"day": "3", "year": "2020"}, (), "no such day"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "at", "message"), NO_DATES, ids=repr)
def test_what_is_not_understood_is_a_fault_at_its_place(written: Any, at: tuple[Any, ...], message: str) -> None:
    with pytest.raises(ValidationError) as raised:
        READ.validate_python(written)
    (error,) = raised.value.errors()
    assert error["loc"] == at
    assert message in error["msg"]


def test_what_others_note_beside_a_date_is_kept() -> None:
    date = READ.validate_python({"year": "2020", "timestamp": "7", "other": "spring", "raw": "MMXX"})
    assert date is not None and date.more == {"timestamp": "7", "other": "spring", "raw": "MMXX"}
    assert READ.validate_python("2020-03-01T10:00:00Z").more == {"time": "10:00:00Z"}


@pytest.mark.parametrize(
    ("written", "more"),
    [
        ("1730?", {"edtf": "1730?"}), ({"raw": "1730%"}, {"edtf": "1730%"}), ("1938/1961~", {"edtf": "1938/1961~"}),
        ("1730~", {}), ("1938~/1961~", {}), ("Y17e7", {}),
        *((text, {"edtf": text}) for text in ("1984~-06", "[1667,1668]", "{1667..1670}", "15uu-12-25", "1950S2",
                                              "2001-21^southernHemisphere", "1984?-06/2004", "~1984-06-11")),
        ("1938~/..", {}), ("ca. 1730", {}), ("2004-07/2004-08", {}),
        ([{"year": 2004, "season": 1}, {"year": 2004, "month": 8, "season": 2}], {"season": 2}),
    ],
)  # fmt: skip
def test_what_a_date_of_csl_cannot_say_is_kept_as_it_was_written(written: Any, more: dict[str, Any]) -> None:
    date = READ.validate_python(written)
    assert date is not None and date.more == more


days = st.dates(datetime.date(1, 1, 1))


@given(days, st.sampled_from([4, 7, 10]))
def test_one_day_is_one_date_however_it_is_written(day: datetime.date, length: int) -> None:
    """Our own form, EDTF, date-parts of numbers and texts, mappings with and without zeros before the numbers."""
    iso = day.isoformat()[:length]
    parts = iso.split("-")
    keys = dict(zip(("year", "month", "day"), parts, strict=False))
    numbers = [int(part) for part in parts]
    forms = [iso, {"date-parts": [parts]}, {"date-parts": [numbers]}, {"date-parts": [[*numbers, 0, 0][:3]]},
             keys, [keys], {"raw": iso}, {key: int(value) for key, value in keys.items()}]  # fmt: skip
    assert [read_date(form) for form in forms] == [read_date(iso)] * len(forms)
    assert read_date(iso).iso == iso


@given(days, days)
def test_the_two_ends_of_a_range_come_out_in_order_or_not_at_all(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    found = read_date(f"{first}/{last}")
    assert isinstance(found, CslDate) and (found.first.iso, found.latest) == (str(first), str(last))
    if first < last:
        with pytest.raises(ValueError, match="is not a date"):
            read_date(f"{last}/{first}")


@pytest.mark.parametrize("written", [form for form, _, _ in FORMS], ids=repr)
def test_a_date_says_the_same_when_its_text_is_read_again(written: Any) -> None:
    """All but words and seasons in words, which EDTF has not."""
    date = read_date(written)
    assert date is not None
    if date.literal or any(moment and isinstance(moment.season, str) for moment in date.span):
        return
    again = read_date(str(date))
    assert again is not None and (again.span, again.circa) == (date.span, date.circa)


def test_a_dumped_date_is_read_again() -> None:
    date = read_date("1938~/1961")
    assert date is not None
    assert read_date(date.model_dump()) == date == read_date(date.model_dump(mode="json"))
