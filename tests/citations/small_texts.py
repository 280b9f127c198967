"""Cases: texts, cases, quotation marks, affixes, groups, conditions, numbers, labels, pages."""

from __future__ import annotations

from tests.citations.small import Case, works

_TITLES = works(
    *(
        {"title": title}
        for title in (
            "the plan of the town", "The Plan of the Town", "A plan: the making of a town", "A plan? the making of a town",
            "THE PLAN", "NATO and the iPhone", "A plan – of sorts", "A plan—of sorts", "self-made plans", "e-mail and the web",
            "The plan “the town” and ‘the’ rest", 'The plan "the town" and the rest', "The bees' plan and Finn's plan",
            "<i>the plan</i> of the <b>town</b>", "the plan of <span class=\"nocase\">the Town of pH</span>", "Sr<sup>90</sup> in H<sub>2</sub>O",
            '<span style="font-variant:small-caps;">the</span> plan', "<sc>the</sc> plan", "the plan.", "the plan!", "the plan?", "the plan...",
            "the plan (of the town)", "the plan [of the town]", "the plan/the town", "1984 and the plan",
            "the plan of the town and of the river via an aqueduct", "à la carte: étude", "über den Plan", "план города", "計画", "straße und ß",
            "O'Neil's d'Artagnan", "the plan & the < town > or < city", "an “A ‘b “c” d’ e” f", "“the plan”", "‘the plan’", "“the plan,” of the town",
            "the plan of “the town?”", "the plan of “the town.”", "what’s <i>up, “Doc</i>”", "v. the plan", "the plan vs. the town", "pre-“town” plan",
            "a < b and c > d", "it's 5' 6\" tall", "rock 'n' roll", "the {plan} $x$ \\alpha", "the plan:", "the plan;",
            "A Plan: A Town? An Answer! the end", "un plan : une ville", "the U.S. and the u.k.", "mcDonald's iOS app", "the plan --- of the -- town", "plan\u00a0b: the town",
        )
    ),
    {"title": "The Plan of the Town", "language": "de"},
    {"title": "The plan of the town", "language": "en-GB"},
    {"title": "the plan of the town", "language": "fr-FR"},
    {},
)  # fmt: skip
_CASES = ("lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title")
_FIELDS = works(
    {"title": "Plan", "volume": "3", "page": "12-15", "edition": "2", "number": "7", "issue": "4", "genre": "map"},
    {"title": "Plan.", "volume": "III", "page": "12", "edition": "Second edition", "number": "A-7", "issue": "3-4", "genre": "map."},
    {"title": "Plan?", "volume": "3–5", "page": "e12", "edition": "2nd", "number": "7 & 8", "issue": "Suppl. 2", "genre": "Map!"},
    {"title": "“Plan”", "volume": "3, 5", "page": "12, 14", "edition": "rev. ed.", "number": "no. 7", "genre": "a map,"},
    {"title": "Plan!", "volume": 3, "page": "1 & 4", "edition": 11, "number": "7a", "issue": "13"},
    {"title": "Plan", "edition": "21", "volume": "1-3", "page": "xi", "number": "112", "issue": "22nd", "URL": "https://example.org/a."},
    {"edition": "1", "volume": "10th", "page": "12+", "number": "3 to 5", "URL": "https://example.org/a?b=(c)", "DOI": "10.5555/x"},
    {"edition": "3", "DOI": "10.5555/x", "volume": "2", "number-of-volumes": "1", "number-of-pages": "310", "page": "12-15, 20"},
    {"number-of-volumes": "4", "title": "<i>Plan</i>", "page": "A1-A3", "genre": "“map”"},
    {},
)
_PAGES = works(
    *(
        {"page": page}
        for page in (
            "1-5", "12-15", "21-28", "71-72", "100-104", "101-108", "107-8", "119-125", "321-328", "321-8", "498-532", "1002-1006", "1087-1089",
            "1496-1500", "1496–1504", "13792-13803", "42-45", "42–5", "x-xii", "e12-e15", "e1215-e1222", "A1-A12", "1-2, 5-9", "12-15 & 20-25", "2:12-2:15",
            "100-", "-5", "12--15", "1500-1600", "600-613", "a12-b15", "12—15", "12", "12f.", "110-112, 210-213", "1:1-3", "200-201", "1103-1104",
            "12\u201115", "12 - 15", "115-8, 22", "S12-S19", "99-101", "0012-0015", "1,234-1,236",
        )
    )
)  # fmt: skip


def _text(attributes: str) -> str:
    return f'<text variable="title" {attributes}/>'


def _joined(*elements: str, delimiter: str = ", ", **more: str) -> str:
    attributes = " ".join(f'{key.replace("_", "-")}="{value}"' for key, value in more.items())
    return f'<group delimiter="{delimiter}" {attributes}>{"".join(elements)}</group>'


def _if(test: str, match: str = "") -> str:
    return f'<choose><if {test} {match and f"match={match!r}".replace(chr(39), chr(34))}><text value="yes"/></if><else><text value="no"/></else></choose>'


_ALL = [f'<text variable="{name}"/>' for name in ("title", "genre", "volume", "page")]

_CASING = {f"case {case} of a title": Case(_text(f'text-case="{case}"'), _TITLES) for case in _CASES}
_CASING |= {f"case {case} in quotes": Case(_text(f'text-case="{case}" quotes="true"'), _TITLES) for case in ("title", "sentence")}
_CASING |= {
    f"case {case} in {locale}": Case(_text(f'text-case="{case}"'), _TITLES, style=f'default-locale="{locale}"')
    for case in ("title", "sentence") for locale in ("en-GB", "de-DE")
}  # fmt: skip

_SETTING = {
    f"a title with {attributes}": Case(_text(attributes) + '<text value=". After"/>', _TITLES)
    for attributes in ('font-style="italic"', 'font-weight="bold"', 'quotes="true"', 'quotes="true" font-style="italic"', 'font-style="oblique"', 'text-decoration="underline"',
                       'vertical-align="sup"', 'font-variant="small-caps"', 'suffix="."', 'suffix=","', 'prefix="(" suffix=")"', 'prefix="“" suffix="”"',
                       'suffix="?"', 'suffix=": "', 'strip-periods="true"', 'quotes="true" suffix="."', 'quotes="true" suffix=", "')
} | {
    "in quotes by a British style": Case(_text('quotes="true"') + '<text value=". After"/>', _TITLES, style='default-locale="en-GB"'),
    "stops inside by the style's locale": Case(_text('quotes="true"') + '<text value=", after"/>', _TITLES, locale='<style-options punctuation-in-quote="true"/>', style='default-locale="en-GB"'),
    "stops outside by the style's locale": Case(_text('quotes="true"') + '<text value=", after"/>', _TITLES, locale='<style-options punctuation-in-quote="false"/>'),
    "italics in italics": Case('<group font-style="italic"><text value="A "/>' + _text('font-style="italic"') + "</group>", _TITLES),
    "upright in italics": Case('<group font-style="italic"><text value="A "/>' + _text('font-style="normal"') + "</group>", _TITLES),
    "quotes in quotes": Case('<group quotes="true"><text value="A "/></group>' + _text('quotes="true"'), _TITLES),
}  # fmt: skip

_GROUPS = {
    f"joined by {delimiter!r}": Case(_joined(*_ALL, delimiter=delimiter), _FIELDS)
    for delimiter in (", ", ". ", "; ", ": ", " ", "", "! ", "? ", " – ", ".", ",", ").")
} | {
    f"a layout that ends in {suffix!r}": Case(_joined(*_ALL) + f'<text value="{suffix}"/>', _FIELDS)
    for suffix in (".", ",", ";", ":", "!", "?", " .", "..", ").", "”.", ".)")
} | {
    "a group of nothing": Case(_joined('<text value="x"/>', '<text variable="URL"/>', prefix="(", suffix=")") + '<text value="y"/>', _FIELDS),
    "a group of words": Case(_joined('<text value="x"/>', '<text term="edition"/>'), _FIELDS),
    "a group in a group": Case(_joined('<text value="x"/>', _joined('<text value="z"/>', '<text variable="URL"/>'), _text(""), prefix="[", suffix="]"), _FIELDS),
    "a group with a label": Case(_joined('<label variable="volume"/>', '<text variable="volume"/>', delimiter=" "), _FIELDS),
    "a group with a term": Case(_joined('<text term="in"/>', '<text variable="genre"/>', delimiter=" "), _FIELDS),
    "a macro of nothing": Case('<text macro="m" prefix="(" suffix=")"/><text value="y"/>', _FIELDS, macros='<macro name="m"><text value="x"/><text variable="URL"/></macro>'),
    "a macro of words": Case('<text macro="m" prefix="(" suffix=")"/>', _FIELDS, macros='<macro name="m"><text value="x"/></macro>'),
    "a macro in a macro": Case('<text macro="n"/>', _FIELDS, macros='<macro name="m"><text variable="URL"/></macro><macro name="n"><text value="x"/><text macro="m"/></macro>'),
    "a macro with a choice": Case('<text macro="m" prefix="("/>', _FIELDS, macros='<macro name="m"><choose><if variable="URL"><text value="u"/></if><else><text value="n"/></else></choose></macro>'),
    "a group with a choice": Case(_joined(_text(""), '<choose><if variable="URL"><text value="u"/></if></choose>', '<text value="end"/>'), _FIELDS),
    "a choice within a group of nothing": Case(_joined('<text value="x"/>', '<choose><if variable="URL"><text variable="URL"/></if></choose>', delimiter=" "), _FIELDS),
    "delimiters around a choice": Case(_joined(_text(""), f'<choose><if variable="volume">{_ALL[2]}{_ALL[3]}</if></choose>', _ALL[1]), _FIELDS),
    "affixes of blanks": Case(_text('suffix=" "') + '<text variable="volume" prefix=" "/>' + '<text variable="page" prefix=" , "/>', _FIELDS),
    "a group in quotes": Case(_joined(*_ALL[:2], font_style="italic"), _FIELDS),
    "a macro in quotes": Case('<text macro="m" quotes="true" text-case="title"/>', _FIELDS, macros=f'<macro name="m">{_ALL[0]}<text value=" and the rest"/></macro>'),
    "addresses": Case(_joined(_text(""), '<text variable="URL"/>', '<text variable="DOI" prefix="https://doi.org/"/>', delimiter=". ", suffix="."), _FIELDS),
    "a DOI with another prefix": Case('<text variable="DOI" prefix="doi:"/>', _FIELDS),
}  # fmt: skip

_CONDITIONS = {
    f"if {test} {match}": Case(_if(test, match), works(
        {"type": "book", "title": "A", "volume": "3"}, {"type": "thesis", "volume": "III"}, {"type": "article-journal", "title": "B"},
        {"type": "chapter", "volume": "x3", "edition": "2nd"}, {"type": "webpage", "volume": "3-5", "edition": "second"},
        {"type": "article", "issued": {"date-parts": [[2001]], "circa": True}, "edition": "3 & 4"},
        {"type": "dataset", "issued": {"date-parts": [[2001]]}, "title": "", "author": [{"literal": "A"}]},
        {"type": "legal_case", "edition": "a2b", "volume": "vol. 2", "author": []},
    ))
    for test in ('type="book"', 'type="book thesis"', 'variable="title"', 'variable="title volume"', 'is-numeric="volume"', 'is-numeric="volume edition"',
                 'is-uncertain-date="issued"', 'type="book thesis" variable="title"', 'type="book" is-numeric="volume"', 'variable="author"', 'variable="issued"',
                 'locator="page"', 'position="first"', 'disambiguate="true"')
    for match in ("", "any", "all", "none")
}  # fmt: skip

_NUMBERS = {
    f"number {name} as {form or 'it is'}": Case(f'<number variable="{name}" {form and f"form={chr(34)}{form}{chr(34)}"}/>', _FIELDS)
    for name in ("volume", "edition", "issue", "number") for form in ("", "numeric", "ordinal", "long-ordinal", "roman")
} | {
    f"label {attributes} of {name}": Case(f'<label variable="{name}" {attributes} suffix=" "/><number variable="{name}"/>', _FIELDS)
    for name in ("volume", "edition", "issue", "number", "page", "number-of-volumes", "number-of-pages")
    for attributes in ("", 'form="short"', 'form="symbol"', 'plural="always"', 'plural="never" form="short"', 'form="short" strip-periods="true" text-case="capitalize-first"')
} | {
    f"term {term} {attributes}": Case(f'<text term="{term}" {attributes}/>', works({}))
    for term in ("edition", "page", "editor", "and", "et-al", "no date", "accessed", "in", "retrieved", "online", "review-of", "open-quote")
    for attributes in ("", 'form="short"', 'form="symbol"', 'plural="true"', 'form="verb"', 'form="verb-short"', 'text-case="capitalize-first"', 'strip-periods="true" form="short"')
} | {
    "a term of the style": Case('<text term="edition"/> <text term="edition" form="short"/>', works({}), locale='<terms><term name="edition">printing</term></terms>'),
    "ordinals of the style": Case('<number variable="edition" form="ordinal"/>', _FIELDS, locale='<terms><term name="ordinal">°</term></terms>'),
    "a number in capitals": Case('<number variable="edition" form="long-ordinal" text-case="capitalize-first"/>', _FIELDS),
    "short titles": Case('<text variable="title" form="short"/>, <text variable="container-title" form="short"/>, <text variable="title-short"/>',
                         works({"title": "Long", "title-short": "Sh"}, {"title": "Long"}, {"container-title": "J", "container-title-short": "Js"}, {"container-title": "J", "journalAbbreviation": "Ja"}, {"shortTitle": "St"})),
}  # fmt: skip

_RANGES = {
    f"pages as {form or 'they are'}": Case('<text variable="page"/>', _PAGES, style=form and f'page-range-format="{form}"')
    for form in ("", "expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16")
} | {
    "pages by another dash": Case('<text variable="page"/>', _PAGES, locale='<terms><term name="page-range-delimiter">-</term></terms>', style='page-range-format="minimal"'),
    "pages by number": Case('<number variable="page"/>', _PAGES, style='page-range-format="chicago"'),
    "the first page": Case('<text variable="page-first"/>', _PAGES),
    "pages with a label": Case('<label variable="page" form="short" suffix=" "/><text variable="page"/>', _PAGES),
}  # fmt: skip

TEXTS = _CASING | _SETTING | _GROUPS | _CONDITIONS | _NUMBERS | _RANGES
