"""Cases: works that have to be told apart, put in order, and names that are not said twice."""

from __future__ import annotations

from itertools import product

from tests.citations.small import Case, Item, by, works

_AUTHOR_YEAR = '<names variable="author"><name {}/></names><date variable="issued" prefix=" "><date-part name="year"/></date>'
_FULL = '<group delimiter=", "><names variable="author"><name {}/></names><date variable="issued"><date-part name="year"/></date><text variable="title"/></group>'

SETS_OF_WORKS: dict[str, list[Item]] = {
    "one author, one year": works(by("Ode Marne", title="C"), by("Ode Marne", title="A"), by("Ode Marne", title="B"), by("Ode Marne", 2002, "D")),
    "two of one family": works(by("Ode Marne", title="C"), by("Bo Marne", title="A"), by("Bo Marne", 2002, "B")),
    "two of one initial": works(by("Ode Marne", title="C"), by("Ole Marne", title="A"), by("O. Marne", 2002, "B"), by("Marne", title="D")),
    "a name in full and its initials": works(by("Ode Ann Marne", title="A"), by("O. A. Marne", title="B"), by("Ode A. Marne", title="C"), by("Ode Marne", title="D")),
    "same first of three": works(by("Ode Marne; Bo Bell; Cy Cole"), by("Ode Marne; Bo Bell; Di Dunn"), by("Ode Marne; Ed Earl; Cy Cole"), by("Ode Marne; Bo Bell")),
    "same first three of four": works(by("Ode Marne; Bo Bell; Cy Cole; Di Dunn"), by("Ode Marne; Bo Bell; Cy Cole; Ed Earl"), by("Ode Marne; Bo Bell; Cy Cole; Di Dunn", 2002)),
    "the same four twice": works(by("Ode Marne; Bo Bell; Cy Cole; Di Dunn", title="A"), by("Ode Marne; Bo Bell; Cy Cole; Di Dunn", title="B"), by("Ode Marne; Bo Bell; Cy Cole; Ed Earl")),
    "later names of one family": works(by("Ode Marne; Bo Bell; Cy Cole"), by("Ode Marne; Bea Bell; Cy Cole"), by("Ole Marne; Bo Bell; Cy Cole"), by("Ode Marne; Bo Bell; Ci Cole")),
    "longer and shorter lists": works(by("Ode Marne"), by("Ode Marne; Bo Bell"), by("Ode Marne; Bo Bell; Cy Cole"), by("Ode Marne; Bo Bell; Cy Cole; Di Dunn"), by("Ode Marne; Bo Bell; Cy Cole; Di Dunn; Ed Earl")),
    "institutions": works(by("[Marne Council]", title="A"), by("[Marne Council]", title="B"), by("[Marne Board]"), by("[Marne Council]; Ode Marne")),
    "nobody": works({"title": "A"}, {"title": "A"}, {"title": "B"}, {"title": "A", "issued": {"date-parts": [[2001]]}}, {"title": "A", "issued": {"date-parts": [[2001]]}}),
    "no date": works({**by("Ode Marne", title="A"), "issued": {}}, {**by("Ode Marne", title="B"), "issued": {}}, by("Ode Marne", title="C")),
    "literal dates": works(*({**by("Ode Marne", title=t), "issued": {"literal": "forthcoming"}} for t in "ABC")),
    "ranges": works(*({**by("Ode Marne", title=t), "issued": {"date-parts": [[2001], [2003]]}} for t in "AB"), by("Ode Marne", title="C"), by("Ode Marne", title="D")),
    "months of one year": works(*({**by("Ode Marne", title=t), "issued": {"date-parts": [[2001, m]]}} for t, m in (("A", 5), ("B", 2), ("C", 12))), by("Ode Marne", title="D")),
    "thirty of a year": works(*(by("Ode Marne", title=f"Letter {n:02}") for n in range(30))),
    "suffixes and particles": works(
        {"author": [{"family": "Marne", "given": "Ode", "suffix": "Jr."}], "issued": {"date-parts": [[2001]]}}, by("Ode Marne"),
        {"author": [{"family": "Marne", "given": "Ode", "non-dropping-particle": "van"}], "issued": {"date-parts": [[2001]]}},
        {"author": [{"family": "Marne", "given": "Ode", "dropping-particle": "de"}], "issued": {"date-parts": [[2001]]}},
    ),
    "capitals and accents": works(by("Ode Marne", title="A"), by("Ode MARNE", title="B"), by("Ode Márne", title="C"), by("ode marne", title="D")),
    "two pairs": works(by("Ode Marne; Bo Bell"), by("Ole Marne; Bo Bell"), by("Ode Marne; Ba Bell"), by("Di Dunn; Ed Earl"), by("Da Dunn; Ed Earl")),
}  # fmt: skip

_RULES = ("all-names", "all-names-with-initials", "primary-name", "primary-name-with-initials", "by-cite")
_TOLD_APART = {
    "names": 'disambiguate-add-names="true"',
    "letters": 'disambiguate-add-year-suffix="true"',
    "names and letters": 'disambiguate-add-names="true" disambiguate-add-year-suffix="true"',
    **{f"given names ({rule})": f'disambiguate-add-givenname="true" givenname-disambiguation-rule="{rule}"' for rule in _RULES},
    **{
        f"all ({rule})": 'disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true" '
        f'givenname-disambiguation-rule="{rule}"'
        for rule in _RULES
    },
}
_FORMS = {"short": 'form="short" et-al-min="3" et-al-use-first="1"', "initials": 'initialize-with=". " et-al-min="3" et-al-use-first="1"'}

_APART = {
    f"{works_name} told apart by {rule}, {form}": Case(_AUTHOR_YEAR.format(_FORMS[form]), items, citation=_TOLD_APART[rule], sort='<key variable="title"/>')
    for (works_name, items), rule, form in product(SETS_OF_WORKS.items(), _TOLD_APART, _FORMS)
}
_CONDITION = {
    f"{name} told apart by a condition": Case(
        _AUTHOR_YEAR.format(_FORMS["short"]) + '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>', items)
    for name, items in SETS_OF_WORKS.items()
} | {
    f"{name} told apart by all and a condition": Case(
        _AUTHOR_YEAR.format(_FORMS["short"]) + '<choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>', items, citation=_TOLD_APART["all (by-cite)"])
    for name, items in SETS_OF_WORKS.items()
} | {
    "the letter where the style wants it": Case('<names variable="author"/> <date variable="issued"><date-part name="year"/></date><text variable="title"/><text variable="year-suffix" prefix="-"/>',
        SETS_OF_WORKS["one author, one year"] + SETS_OF_WORKS["no date"][:0], citation=_TOLD_APART["letters"]),
    "the letter with two dates": Case('<names variable="author"/> <date variable="issued"><date-part name="year"/></date> <date variable="issued" form="text"/>', SETS_OF_WORKS["one author, one year"], citation=_TOLD_APART["letters"]),
    "the letter with no date": Case('<names variable="author"/> <choose><if variable="issued"><date variable="issued" form="text"/></if><else><text term="no date"/><text variable="year-suffix" prefix="-"/></else></choose>', SETS_OF_WORKS["no date"], citation=_TOLD_APART["letters"]),
}  # fmt: skip

_SAID_ONCE = {
    f"{name}, names said once by {sign!r} {rule}": Case(
        _FULL.format(form), items, bibliography=f'subsequent-author-substitute="{sign}" {rule and f"subsequent-author-substitute-rule={chr(34)}{rule}{chr(34)}"}',
        sort='<key variable="author"/><key variable="issued"/><key variable="title"/>')
    for name, items in SETS_OF_WORKS.items() if name not in ("thirty of a year", "literal dates", "months of one year")
    for sign, rule, form in (("———", "", ""), ("———", "complete-each", ""), ("———", "partial-each", ""), ("———", "partial-first", ""), ("", "", ""),
                             ("———", "", 'et-al-min="3" et-al-use-first="1"'), ("———", "", 'and="text" name-as-sort-order="first"'), ("———", "complete-all", 'form="short"'))
}  # fmt: skip

_KEYS = {
    "author": '<key variable="author"/>',
    "author by macro": '<key macro="m"/>',
    "author downwards": '<key variable="author" sort="descending"/>',
    "year, then author": '<key variable="issued"/><key variable="author"/>',
    "title": '<key variable="title"/>',
    "few names": '<key macro="m" names-min="3" names-use-first="1"/><key variable="title"/>',
    "last names": '<key macro="m" names-min="3" names-use-first="1" names-use-last="true"/>',
    "a number": '<key variable="volume"/>',
    "nothing": "",
    "citation number": '<key variable="citation-number" sort="descending"/>',
}
_MACRO = '<macro name="m"><names variable="author"><name {}/><substitute><text variable="title"/></substitute></names></macro>'
_WORDS = works(
    *({"title": title} for title in (
        "Salt by", "Saltb", "Salt bz", "Salta", "Salt", "Salt-bx", "Salt, be", "Salt: bf", "Salt’ba", "Salt za", "“Salt” y", "‘Salt’ x", "The salt", "A salt", "salt",
        "SALT", "Sált", "Šalt", "Ssalt", "ßalt", "1984", "200", "30", "(Salt)", "<i>Salt</i> q", "Zeta", "Œuvre", "Oeuvre", "Ångström", "Angst", "план", "計画", "Łalt", "Lalt", "Løt", "Lot", "—Salt",
        "Salt & b", "Salt+b", "Salt_b", "Salt/b", "Salt…", "$alt", "Ñandu", "Nandu",
    )), {}, {},
    *({"author": [{"family": f, "given": g}], "title": "T"} for f, g in (("Mac Adam", "A"), ("MacAdam", "A"), ("McAdam", "A"), ("Macadam", "B"), ("O'Hara", "X"), ("Ohara", "A"), ("O’Hara", "Y"), ("Oh", "Z"),
        ("d'Arc", "J"), ("Darc", "A"), ("al-Hur", "A"), ("Alhur", "B"), ("ʿAlhur", "C"))),
)  # fmt: skip
_NUMBERED = works(*({"title": str(n), "volume": v} for n, v in enumerate(("3", "12", "1", "2", "III", "a", "20", 5, "3a", "-1"))), {"title": "none"})
_ORDERS = {
    f"{name} in the order of {key}": Case(_FULL.format('name-as-sort-order="all"'), items, sort=sort, macros=_MACRO.format(""))
    for name, items in ({k: v for k, v in SETS_OF_WORKS.items() if k not in ("thirty of a year", "nobody")} | {"words": _WORDS, "numbers": _NUMBERED}).items()
    for key, sort in _KEYS.items()
} | {
    f"words in order by names with {attributes}": Case(_FULL.format(""), _WORDS + SETS_OF_WORKS["suffixes and particles"][:0], sort='<key macro="m"/>', macros=_MACRO.format(attributes), style=style)
    for attributes in ('form="short"', 'initialize-with="."', 'and="text" delimiter="/"')
    for style in ("", 'demote-non-dropping-particle="never"')
}  # fmt: skip

_PARTICLED = works(*({"author": [{"family": f, "given": "Ode", k: p}], "title": str(n)} for n, (f, k, p) in enumerate((("Marne", "non-dropping-particle", "van"), ("Nor", "dropping-particle", "de"), ("Ur", "non-dropping-particle", "de"),
    ("Zed", "non-dropping-particle", "d’"), ("Abel", "suffix", "Jr."), ("Abel", "suffix", "III"), ("Abel", "given", "Ode Z.")))))  # fmt: skip
_DEMOTED = {
    f"particles in order, {by} {demote}": Case(_FULL.format('name-as-sort-order="all"'), _PARTICLED, sort=_KEYS[by], macros=_MACRO.format(""), style=f'demote-non-dropping-particle="{demote}"')
    for by in ("author", "author by macro") for demote in ("never", "sort-only", "display-and-sort")
}  # fmt: skip

SETS = _APART | _CONDITION | _SAID_ONCE | _ORDERS | _DEMOTED
