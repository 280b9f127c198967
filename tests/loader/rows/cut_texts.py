"""Texts that a comma or a comment cuts, and texts that are read as nothing."""

from __future__ import annotations

from tests.loader.rows.row import EMPTY, rows

_POSITION = EMPTY.rstrip()
CUT_TEXTS = [
    *rows("statement",
        ("- {claim: a, text: Yes, but it costs a lot.}", '- {claim: a, text: "Yes, but it costs a lot."}'),
        ("- {claim: a, text: Yes, undeveloped}", '- {claim: a, text: "Yes, undeveloped"}'),
        ("- {claim: a, text: Yes, they say: no}", '- {claim: a, text: "Yes, they say: no"}'),
        ("- {claim: a, text: Yes, zebra: no}", '- {claim: a, text: "Yes, zebra: no"}'),
        ("- claim: a\n    text: See argument #3 below.", '- claim: a\n    text: "See argument #3 below."'),
        ("- claim: a\n    text: It is so.  # check", '- claim: a\n    text: "It is so.  # check"'),
        ("- claim: a\n    text: #3 is so.", '- claim: a\n    text: "#3 is so."'),
        ("- {claim: a, text: See argument #3.}", '- {claim: a, text: "See argument #3."}'),
    ),
    *rows("statement",
        ("- {claim:a, text:A.}", "- {claim: a, text: A.}"),
        faults=2,
    ),
    *rows("statement",
        ("- {claim: a, but no, text: A.}", "- {claim: a, text: A.}"),
        ("- claim: a\n    text: See #3\n      below.", '- claim: a\n    text: "See #3\n      below."'),
        by_hand=True,
    ),
    *rows("position",
        (f"{_POSITION}\nsummary: Null", f'{_POSITION}\nsummary: "Null"'),
        (f"{_POSITION}\nsummary: # 3 reasons", f'{_POSITION}\nsummary: "# 3 reasons"'),
    ),
    *rows("source",
        ("title: A trial\n    zotero:", "title: A trial"),
    ),
]  # fmt: skip
