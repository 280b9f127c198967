"""Cases: dates."""

from __future__ import annotations

from tests.citations.small import Case, on, works

_DATES = works(
    *(
        on(*parts)
        for parts in (
            [[2001]], [[2001, 5]], [[2001, 5, 7]], [[2001, 12, 31]], [[2001], [2003]], [[2001], [2001]], [[2001, 5], [2001, 7]], [[2001, 5], [2002, 7]],
            [[2001, 5, 7], [2001, 5, 9]], [[2001, 5, 7], [2001, 6, 9]], [[2001, 5, 7], [2002, 5, 7]], [[2001, 5, 7], [2001, 5, 7]], [[2001], [2001, 5]],
            [[2001, 5], [2001, 5, 9]], [[2001, 13]], [[2001, 14]], [[2001, 16]], [[2001, 21]], [[2001, 24]], [[2001, 21], [2001, 22]], [[-430]], [[-430, 5]], [[-430], [-420]],
            [[-27], [14]], [[79]], [[5]], [[0]], [[999]], [[12000]], [[2001, 0]], [[2001, 0, 0]], [[2001, 5, 0]], [[2001, 5, 7], [0]], [[2001], [0]],
        )
    ),
    on(["2001", "5", "07"]), on(["2001"]), on([2001], circa=True), on([2001], circa=1), on([2001, 5, 7], circa="true"), on([2001], [2003], circa=True), on([-430], circa=True),
    on([2001], season=1), on([2001], season="2"), on([2001], season="Winter"), on([2001], season="Michaelmas term"), on([2001], [2002], season=1),
    {"issued": {"literal": "the third year of the drought"}}, {"issued": {"literal": "2001?"}}, {"issued": {"raw": "2001-05-07"}}, {"issued": {"raw": "2001/2003"}},
    {"issued": {"raw": "7 May 2001"}}, {"issued": {"raw": "May 2001"}}, {"issued": {"raw": "circa 2001"}}, {"issued": {"raw": "2001-05/2001-07"}}, {"issued": {"raw": "spring 2001"}},
    {"issued": {"date-parts": []}}, {"issued": {}}, {"issued": {"date-parts": [[]]}}, {}, {"issued": {"date-parts": [[2001, 5, 7]], "literal": "May"}},
    {"issued": "2001"}, {"issued": "2001-05-07"}, {"issued": "2001-05"}, {"issued": "2001/2003"}, {"issued": "1730~"}, {"issued": "-0430"}, {"issued": "2015-21"},
)  # fmt: skip
_ALL = '<date-part name="month"/><date-part name="day"/><date-part name="year"/>'
_PARTS = {
    "year": '<date-part name="year"/>',
    "short year": '<date-part name="year" form="short"/>',
    "month and year": '<date-part name="month" suffix=" "/><date-part name="year"/>',
    "day first": '<date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/>',
    "month first": '<date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/>',
    "year first": '<date-part name="year" suffix=" "/><date-part name="month" form="short" suffix=" "/><date-part name="day"/>',
    "ordinal day": '<date-part name="day" form="ordinal" suffix=" "/><date-part name="month"/>',
    "numbers": '<date-part name="day" form="numeric-leading-zeros" suffix="."/><date-part name="month" form="numeric-leading-zeros" suffix="."/><date-part name="year"/>',
    "bare numbers": '<date-part name="month" form="numeric" suffix="/"/><date-part name="day" form="numeric" suffix="/"/><date-part name="year"/>',
    "short month without stop": '<date-part name="month" form="short" strip-periods="true" suffix=" "/><date-part name="year"/>',
    "capital month": '<date-part name="month" text-case="uppercase" suffix=" "/><date-part name="year" prefix="(" suffix=")"/>',
    "own dash": '<date-part name="month" range-delimiter=" to " suffix=" "/><date-part name="year" range-delimiter="/"/>',
}  # fmt: skip

DATES = {
    f"a date as {form}, {parts}, {locale}": Case(f'<date variable="issued" form="{form}" date-parts="{parts}"/>', _DATES, style=f'default-locale="{locale}"')
    for form in ("text", "numeric") for parts in ("year-month-day", "year-month", "year") for locale in ("en-US", "en-GB", "de-DE", "fr-FR")
    if parts == "year-month-day" or locale == "en-US"
} | {
    f"a date: {name}": Case(f'<date variable="issued">{parts}</date>', _DATES) for name, parts in _PARTS.items()
} | {
    "a date in parts of its own form": Case('<date variable="issued" form="text"><date-part name="month" form="short" text-case="lowercase"/><date-part name="day" form="ordinal"/></date>', _DATES),
    "a date with a delimiter": Case(f'<date variable="issued" delimiter="-" prefix="(" suffix=")" font-style="italic">{_ALL}</date>', _DATES),
    "a date sorts": Case('<text variable="title"/><date variable="issued" form="text"/>', _DATES, sort='<key variable="issued"/>'),
    "a date sorts downwards": Case('<date variable="issued" form="text"/>', _DATES, sort='<key variable="issued" sort="descending"/>'),
    "a date of a macro sorts": Case('<date variable="issued" form="text"/>', _DATES, sort='<key macro="m"/>', macros='<macro name="m"><date variable="issued" form="numeric"/></macro>'),
    "a year of a macro sorts": Case('<date variable="issued" form="text"/>', _DATES, sort='<key macro="m"/>', macros=f'<macro name="m"><date variable="issued">{_PARTS["year"]}</date></macro>'),
    "a date of other variables": Case(
        '<group delimiter="; "><date variable="accessed" form="text"/><date variable="original-date" form="numeric"/><date variable="event-date" form="text" date-parts="year"/>'
        '<date variable="submitted" form="text"/><date variable="available-date" form="text"/></group>',
        works({name: {"date-parts": [[2001, 5, 7]]} for name in ("accessed", "original-date", "event-date", "submitted", "available-date")}, {"accessed": {"date-parts": [[2001]]}}, {}),
    ),
    "no date": Case('<choose><if variable="issued"><date variable="issued" form="text"/></if><else><text term="no date" form="short"/></else></choose>', _DATES),
    "an uncertain date": Case('<choose><if is-uncertain-date="issued"><text term="circa" form="short" suffix=" "/></if></choose><date variable="issued" form="text"/>', _DATES),
    "seasons of the style": Case('<date variable="issued" form="text"/>', _DATES, locale='<terms><term name="season-01">SPRING</term></terms>'),
    "eras of the style": Case(f'<date variable="issued">{_PARTS["year"]}</date>', _DATES, locale='<terms><term name="bc"> BCE</term><term name="ad"> CE</term></terms>'),
}  # fmt: skip
