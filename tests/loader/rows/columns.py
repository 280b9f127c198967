"""Texts below `|` and `>` that begin in the column of their key."""

from __future__ import annotations

from tests.loader.rows.row import rows

COLUMNS = [
    *rows("source", *(
        (f"abstract: {sign}\n    {more}", f"abstract: {sign}\n      {more}")
        for sign in ("|", ">-", "|2")
        for more in ("This is it.", "Background: this is it.\n    issued: 2020")
    )),
    *rows("source",
        ("abstract: |\n    Background: this is it.\n\n    Methods: so we did.\n    issued: 2020",
         "abstract: |\n      Background: this is it.\n\n      Methods: so we did.\n    issued: 2020"),
        ("abstract: >\n    Background: this is it.\n    And it goes on.",
         "abstract: >\n      Background: this is it.\n      And it goes on."),
    ),
    *rows("evidence",
        ("card: |\n        - One.\n        at: Here", "card: |\n          - One.\n        at: Here"),
        ('card: |\n        "One": two\n        at: Here', 'card: |\n          "One": two\n        at: Here'),
        ("card: |\n        One.\n          Two.\n        Three.\n        at: Here",
         "card: |\n          One.\n            Two.\n          Three.\n        at: Here"),
    ),
    *rows("debate",
        ("background: |\nWar: it is so.\nAnd so.", "background: |\n  War: it is so.\n  And so."),
        ("background: >\nWar: it is so.\nas_of: 2026", "background: >\n  War: it is so.\nas_of: 2026"),
        ("terms:\n  force: |\n  A push.", "terms:\n  force: |\n    A push."),
        ("terms:\n  force: |\n  power: What moves.", "terms:\n  power: What moves."),
    ),
    *rows("position", ("position: p\nsummary: |\nWar is here.\narguments: []",
                       "position: p\nsummary: |\n  War is here.\narguments: []")),
]  # fmt: skip
